//! Lines that stand alone, however their first letter looks: who wrote the article, where to write to, when it came out.
//!
//! In: lines. Out: whether one is such a line, or stands behind one. `by Ada Brook`, `by` over the name, `ada@harbour.example` under
//! it, `Monday, 2 March 2026, 9:30`. What goes on from line to line is told by `joins`.

use crate::fields::{byline, date};
use crate::layout::lines::Line;
use crate::layout::seams::closes;

/// `by Ada Brook` under a headline, or `by` with the name on the next line: small letter or not, they stand alone.
pub(super) fn names_author(lines: &[Line], language: &str) -> bool {
    let [line, rest @ ..] = lines else { return false };
    let text = line.text.text();
    if text.len() <= 30 && byline::is_opener(text, language) {
        let name = rest.first().is_some_and(|name| byline::read_opened(name.text.text(), language).is_some());
        let small = rest.get(1).is_some_and(|line| line.text.text().starts_with(char::is_lowercase));
        return name && !small;
    }
    text.len() <= 90 && byline::read(text, language).is_some_and(|byline| byline.certain && !byline.authors.is_empty())
}

/// Bytes of the longest byline that an address is looked for under.
const AUTHOR: usize = 120;

/// `ada@harbour.example` under `By Ada Brook`: the author's, and nothing that the byline goes on with.
pub(super) fn is_authors_address(before: &Line, line: &Line, language: &str) -> bool {
    let (name, text) = (before.text.text(), line.text.text());
    byline::is_address(text)
        && name.len() <= AUTHOR
        && byline::read(name, language).is_some_and(|byline| byline.certain)
}

/// Whether the last of two or three lines stands behind a stamp, or behind one and a comma alone.
pub(super) fn follows_stamp(lines: &[Line], language: &str) -> bool {
    match lines {
        [stamp, comma, _] if comma.text.text() == "," => is_stamp(stamp, language),
        [.., stamp, line] => is_stamp(stamp, language) && !closes(line.text.text()),
        _ => false,
    }
}

/// Bytes of the longest stamp that is a line of its own.
const STAMP: usize = 60;

/// `Monday, 2 March 2026, 9:30`: a date in print, which no sentence goes on from.
pub(super) fn is_stamp(line: &Line, language: &str) -> bool {
    let text = line.text.text();
    text.len() <= STAMP
        && text.contains(':')
        && date::stamps(text, language).iter().any(|stamp| stamp.date.year.is_some() && stamp.time.is_some())
}
