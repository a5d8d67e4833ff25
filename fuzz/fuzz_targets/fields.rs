//! Any line in any of the languages: a grammar takes a stretch of the line, at character borders, or nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newscopy::fields::{byline, caption, credit, date, dateline, person};
use newscopy::text::Stretch;

fuzz_target!(|line: &str| {
    let fits = |stretch: Stretch| assert!(line.get(stretch.start..stretch.end).is_some(), "{stretch:?} of {line:?}");
    let _ = person::is_name(line);
    person::name_at_start(line).into_iter().for_each(fits);
    for language in ["en", "de", "fr", "ja", ""] {
        byline::read(line, language).into_iter().for_each(|found| fits(found.stretch));
        date::stamps(line, language).into_iter().for_each(|found| fits(found.stretch));
        date::dates_in_text(line, language).into_iter().for_each(|(stretch, _)| fits(stretch));
        for found in credit::read_line(line, language).into_iter().chain(credit::read_end(line, language)) {
            fits(found.outer);
            fits(found.stretch);
        }
        fits(caption::read(line, language).text);
        if let Some(found) = dateline::read(line, language) {
            fits(found.stretch);
            fits(Stretch::new(found.rest, line.len()));
        }
    }
});
