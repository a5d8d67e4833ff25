//! A stage shown as text: what `extract --stage` prints, and what the stage snapshots hold.
//!
//! In: what a stage found. Out: the article as it stands, roles in the margin, marks under the words:
//!
//! ```text
//! headline    Council buys a bridge
//! paragraph   "It is ours," Ada Quill told the paper.
//!              ccccccccccc  sssssssss vvvv
//!             0 direct 0.97; Ada Quill (person); told the paper
//! ```
//!
//! `c` marks content, `s` the speaker's mention, `v` the cue. A wrong record is traced by reading the dumps in the
//! order of the stages: the first that is wrong is where to look.

use std::fmt::Write as _;

use crate::body::Body;
use crate::layout::{Layout, Told};
use crate::record::role_name;
use crate::statements::{Kind, Part, Passage, Place, SpeakerKind, Statement, Statements};
use crate::text::{Fragments, Span};

const MARGIN: usize = 24;
const WIDTH: usize = 96;

/// The lines of the page, each with what the role model took it for, and under it what was seen.
#[must_use]
pub fn lines(lines: &[Told]) -> String {
    let mut out = String::new();
    for line in lines {
        show(&mut out, &line.state, &line.text, None);
        show(&mut out, "", &line.seen, None);
    }
    out
}

/// The blocks of the page, each with its role; white space inside a block is collapsed.
#[must_use]
pub fn layout(text: &str, layout: &Layout) -> String {
    let mut out = format!("language: {}\n\n", layout.language.unwrap_or("unknown"));
    for block in &layout.blocks {
        let words = Fragments::plain(text, Span::new(block.span.start, block.span.end));
        show(&mut out, &role_name(block.role), words.text(), None);
    }
    out
}

/// The body: dateline, sections, paragraphs; sentences end at `¶`.
#[must_use]
pub fn body(body: &Body) -> String {
    let mut out = String::new();
    if let Some((found, printed)) = &body.dateline {
        let places = found.places.join(", ");
        show(&mut out, "dateline", &format!("{} ({places})", printed.text()), None);
    }
    for (number, section) in body.sections.iter().enumerate() {
        let heading = section.heading.as_ref().map_or("(no heading)", Fragments::text);
        show(&mut out, &format!("section {number}"), heading, None);
        for (at, paragraph) in section.paragraphs.iter().enumerate() {
            let text = paragraph.text.text();
            let sentences: Vec<&str> = paragraph.sentences.iter().map(|sentence| sentence.of(text)).collect();
            show(&mut out, &format!("  paragraph {at}"), &format!("{} ¶", sentences.join(" ¶ ")), None);
        }
        for quote in body.pull_quotes.iter().filter(|quote| quote.section == number) {
            show(&mut out, "  pull_quote", quote.text.text(), None);
        }
    }
    out
}

/// Every passage, with marks under content, cue and mention, and a line for each statement that begins in it.
#[must_use]
pub fn statements(statements: &Statements) -> String {
    let mut marks: Vec<Vec<u8>> =
        statements.passages.iter().map(|passage| vec![b' '; passage.text.text().len()]).collect();
    let mut put = |place: Place, mark: u8| {
        let row = marks.get_mut(place.passage).and_then(|row| row.get_mut(place.stretch.start..place.stretch.end));
        row.into_iter().for_each(|row| row.fill(mark));
    };
    for statement in &statements.statements {
        statement.found.content.iter().for_each(|place| put(*place, b'c'));
        statement.found.cue.iter().for_each(|place| put(*place, b'v'));
        statement.found.source.iter().for_each(|place| put(*place, b's'));
    }
    let mut out = String::new();
    let mut lines = lines_by_passage(statements);
    for (passage, row) in statements.passages.iter().zip(&marks) {
        show(&mut out, &passage_name(passage), passage.text.text(), Some(row));
        for line in lines.next().unwrap_or_default() {
            show(&mut out, "", &line, None);
        }
    }
    for entry in &statements.speakers {
        let said = entry.statements.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
        show(&mut out, "speaker", &format!("{} ({}): {said}", entry.name, kind_name(entry.kind)), None);
    }
    for quote in &statements.pull_quotes {
        let link = quote.statement.map_or("none".to_owned(), |at| at.to_string());
        show(&mut out, "pull_quote", &format!("{} (statement {link})", quote.text), None);
    }
    out
}

fn lines_by_passage(statements: &Statements) -> std::vec::IntoIter<Vec<String>> {
    let mut lines = vec![Vec::new(); statements.passages.len()];
    for (number, statement) in statements.statements.iter().enumerate() {
        let home = statement.found.content.first().and_then(|place| lines.get_mut(place.passage));
        home.into_iter().for_each(|home| home.push(statement_line(number, statement)));
    }
    lines.into_iter()
}

fn statement_line(number: usize, statement: &Statement) -> String {
    let kind = match statement.found.kind {
        Kind::Direct => "direct",
        Kind::Indirect => "indirect",
        Kind::Mixed => "mixed",
    };
    let mut line = format!("{number} {kind} {:.2}; ", f64::from(statement.found.confidence) / 100.0);
    match &statement.speaker {
        Some(speaker) => {
            let name = speaker.name.as_deref().unwrap_or("unknown");
            let _ = write!(line, "{name} ({})", kind_name(speaker.kind));
            speaker.description.iter().for_each(|said| line.extend([", ", said]));
        }
        None => line.push_str("nobody"),
    }
    statement.addressee.iter().for_each(|hearer| line.extend(["; to ", hearer]));
    if let Some(date) = statement.when {
        let _ = write!(line, "; on {date}");
    }
    if let Some(fuller) = statement.repeats {
        let _ = write!(line, "; repeats {fuller}");
    }
    line
}

fn passage_name(passage: &Passage) -> String {
    match passage.part {
        Part::Headline => "headline".to_owned(),
        Part::Dek => "dek".to_owned(),
        Part::Heading => "heading".to_owned(),
        Part::Body => "paragraph".to_owned(),
        Part::PullQuote(_) => "pull_quote".to_owned(),
    }
}

fn kind_name(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "person",
        SpeakerKind::Organization => "organization",
        SpeakerKind::Group => "group",
        SpeakerKind::Document => "document",
        SpeakerKind::Unnamed => "unnamed",
    }
}

/// One entry: its name in the margin, its text wrapped at spaces, and under each line its marks, where there are any.
/// `marks` has one mark for each byte of `text`.
fn show(out: &mut String, name: &str, text: &str, marks: Option<&[u8]>) {
    let mut name = name;
    for (start, end) in wrapped(text) {
        let _ = writeln!(out, "{name:MARGIN$}{}", &text[start..end]);
        name = "";
        let Some(marks) = marks else { continue };
        // One mark a character: the columns of the line above.
        let row: String = text[start..end]
            .char_indices()
            .map(|(at, _)| char::from(marks.get(start + at).copied().unwrap_or(b' ')))
            .collect();
        if !row.trim().is_empty() {
            let _ = writeln!(out, "{:MARGIN$}{}", "", row.trim_end());
        }
    }
    if !name.is_empty() {
        let _ = writeln!(out, "{name}");
    }
}

/// Byte ranges of lines of at most [`WIDTH`] characters, broken at spaces; a longer word stands alone.
fn wrapped(text: &str) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let (mut start, mut count, mut space) = (0, 0, None);
    for (at, found) in text.char_indices() {
        if found == ' ' {
            space = Some((at, count));
        }
        count += 1;
        if count > WIDTH
            && let Some((cut, before)) = space.take()
        {
            lines.push((start, cut));
            start = cut + 1;
            count -= before + 1;
        }
    }
    if start < text.len() {
        lines.push((start, text.len()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_under_their_characters() {
        let mut out = String::new();
        show(&mut out, "paragraph", "“Öl,” he said", Some(b" cc  c    ss vvvv "));
        assert_eq!(out.lines().count(), 2);
        let (words, marks) = out.split_once('\n').expect("two lines");
        let under = |word: &str| words.split_once(word).map(|(before, _)| before.chars().count());
        assert_eq!(marks.chars().nth(under("said").expect("is there")), Some('v'));
    }

    #[test]
    fn long_text_wraps_at_spaces_and_loses_no_word() {
        let text = "wörter ".repeat(60);
        let text = text.trim_end();
        let lines: Vec<&str> = wrapped(text).into_iter().map(|(start, end)| &text[start..end]).collect();
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH));
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_longer_than_a_line_stands_alone() {
        let word = "x".repeat(300);
        assert_eq!(wrapped(&word), [(0, 300)]);
    }
}
