//! Cases of `fixtures/resolve`: invented lines with their attributions marked, and who must be found.
//!
//! `= title`, then one passage a line: `# ` a headline, `! ` a caption, else a paragraph; `<mention>`, `[cue]`, `{words}` mark
//! one attribution a line. Behind `---` one line an attribution: `name | kind | hearer`, `-` for none.

use super::resolve;
use crate::body::{Body, sentences};
use crate::layout::{CaptionPart, Layout};
use crate::statements::{Found, Kind, Part, Passage, Place};
use crate::text::{Fragments, Span, Stretch};

/// A line without its marks, and the stretches that they held: mention, cue, words.
fn unmarked(line: &str) -> (String, [Option<Stretch>; 3]) {
    let (mut text, mut held, mut open) = (String::new(), [None; 3], 0);
    for found in line.chars() {
        match found {
            '<' | '[' | '{' => open = text.len(),
            '>' => held[0] = Some(Stretch::new(open, text.len())),
            ']' => held[1] = Some(Stretch::new(open, text.len())),
            '}' => held[2] = Some(Stretch::new(open, text.len())),
            other => text.push(other),
        }
    }
    (text, held)
}

fn run(input: &str) -> Vec<String> {
    let mut layout = Layout { language: Some("en"), ..Layout::default() };
    let (mut passages, mut attributions): (Vec<Passage>, Vec<Found>) = (Vec::new(), Vec::new());
    for line in input.lines() {
        let (mark, rest) = if let Some(rest) = line.strip_prefix("# ") { ('#', rest) } else { (' ', line) };
        let (text, held) = unmarked(rest.strip_prefix("! ").unwrap_or(rest));
        let text = Fragments::plain(&text, Span::new(0, text.len()));
        if line.starts_with("! ") {
            layout.captions.push(CaptionPart { text, credit: None, occurrences: 1 });
            continue;
        }
        let (passage, body) = (passages.len(), mark == ' ');
        let place = |stretch: Option<Stretch>| stretch.map(|stretch| Place { passage, stretch });
        if let Some(content) = place(held[2]) {
            let kind = if rest.contains('“') { Kind::Direct } else { Kind::Indirect };
            let (source, cue) = (place(held[0]), place(held[1]));
            attributions.push(Found { kind, content: vec![content], cue, source, confidence: 90 });
        }
        passages.push(Passage {
            part: if body { Part::Body } else { Part::Headline },
            section: body.then_some(0),
            paragraph: body.then_some(passage),
            sentences: sentences(text.text(), "en"),
            text,
        });
    }
    let out = resolve(passages, attributions, Vec::new(), &layout, &Body::default());
    let dash = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let line = |statement: &crate::statements::Statement| {
        let speaker = statement.speaker.as_ref();
        let kind = speaker.map(|speaker| format!("{:?}", speaker.kind).to_lowercase());
        let name = speaker.and_then(|speaker| speaker.name.as_deref());
        format!("{} | {} | {}", dash(name), dash(kind.as_deref()), dash(statement.addressee.as_deref()))
    };
    out.statements.iter().map(line).collect()
}

#[test]
fn every_case_finds_whom_it_must() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/resolve");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("is there").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("can be read");
        for case in text.split("\n= ").map(|case| case.trim_start_matches("= ")) {
            let (title, rest) = case.split_once('\n').expect("a title");
            let (input, wanted) = rest.split_once("\n---\n").expect("an expectation");
            let (got, wanted) = (run(input), wanted.trim().lines().map(str::to_owned).collect::<Vec<_>>());
            if got != wanted {
                wrong.push(format!("{title}\n  got    {got:?}\n  wanted {wanted:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_panics_on_odd_input() {
    for line in [
        "<A> [said] {B}",
        "<, ,> [said] {“} x",
        "<’s> [said] {’s’s’s}",
        "<É. É.> [told] {É}",
        "<THE ALL OF THE> [said] {X}",
    ] {
        run(&format!("# {line}\n{line}\n{}", line.repeat(50)));
    }
}
