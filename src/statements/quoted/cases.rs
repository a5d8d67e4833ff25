//! Cases of `fixtures/quoted`: invented paragraphs and who says what in them, one file a language.
//!
//! `= title`, then one paragraph a line; behind `---` one line a statement: `kind | name | cue | words`, `-` for none.

use super::read;
use crate::statements::{Kind, Part, Passage, Place};
use crate::text::{Fragments, Span};

fn run(input: &str, language: &str) -> Vec<String> {
    let passage = |(at, line): (usize, &str)| Passage {
        part: Part::Body,
        section: Some(0),
        paragraph: Some(at),
        text: Fragments::plain(line, Span::new(0, line.len())),
        sentences: Vec::new(),
    };
    let passages: Vec<Passage> = input.lines().enumerate().map(passage).collect();
    let (found, told) = read(&passages, language);
    let words = |place: &Place| place.stretch.of(passages[place.passage].text.text()).to_owned();
    let line = |(found, (who, _)): (&crate::statements::Found, &super::Told)| {
        let kind = match found.kind {
            Kind::Direct => "direct",
            Kind::Mixed => "mixed",
            Kind::Indirect => "indirect",
        };
        let name = who.as_ref().and_then(|who| who.name.clone()).unwrap_or_else(|| "-".to_owned());
        let cue = found.cue.as_ref().map_or_else(|| "-".to_owned(), words);
        let content: Vec<String> = found.content.iter().map(words).collect();
        format!("{kind} | {name} | {cue} | {}", content.join(" … "))
    };
    found.iter().zip(&told).map(line).collect()
}

#[test]
fn every_language_reads_its_quotations() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/quoted");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("is there").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in files {
        let language = file.file_stem().and_then(std::ffi::OsStr::to_str).expect("a language").to_owned();
        let text = std::fs::read_to_string(&file).expect("can be read");
        for case in text.split("\n= ").map(|case| case.trim_start_matches("= ")) {
            let (title, rest) = case.split_once('\n').expect("a title");
            let (input, wanted) = rest.split_once("\n---").expect("an expectation");
            let (got, wanted) = (run(input, &language), wanted.trim().lines().map(str::to_owned).collect::<Vec<_>>());
            if got != wanted {
                wrong.push(format!("{language}: {title}\n  got    {got:#?}\n  wanted {wanted:#?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_panics_on_odd_input() {
    for text in [
        "«",
        "» «",
        "– , dit",
        "“”“",
        "a-t-il",
        "l’l’l’",
        "– – –",
        "selon",
        ", dit , dit : «",
        "selon selon",
        "dit que dit que",
        "« , dit X",
        "« a, dit X. », « b",
        "X, qui",
        "selon X, selon",
        "a indiqué à l’ que",
        "\"\"\"",
        "É. É. « É",
    ] {
        run(&format!("{text}\n{text}{text}\n{}", text.repeat(40)), "fr");
    }
}
