//! Who said what in German: verbs before their subjects, clauses in the subjunctive, `laut` and `zufolge`.
//!
//! In: the [`Passage`]s. Out: [`Found`], as the English finder gives them. Rules and lists, no weights: `phrases` and `verbs` read a
//! sentence's cues, `carry` gives sentences without one to the speaker before. A sentence is read once, from left to right.

mod carry;
mod clauses;
mod content;
mod draft;
mod endings;
mod hearers;
mod labels;
mod nouns;
mod offices;
mod people;
mod phrases;
mod roles;
mod sentences;
mod speakers;
mod tokens;
mod verbs;
mod words;

use super::resolve::Told;
use super::{Found, Part, Passage};
use carry::Carry;
use tokens::Line;

/// The language that this folder reads.
pub(super) const LANGUAGE: &str = "de";

/// The attributions of an article, in order of their passages, and of each who speaks and who is told.
pub(super) fn read(passages: &[Passage]) -> (Vec<Found>, Vec<Told>) {
    let lines = lines(passages);
    let found = find(passages, &lines);
    let told = if found.is_empty() { Vec::new() } else { speakers::speakers(passages, lines, &found) };
    (found, told)
}

/// The passages as tokens.
fn lines(passages: &[Passage]) -> Vec<Line<'_>> {
    let texts = || passages.iter().map(|passage| passage.text.text());
    let reopens = |next: &str| next.starts_with(['„', '»', '«', '"', '“']);
    let reopens = texts().skip(1).map(reopens).chain([false]);
    texts().zip(reopens).map(|(text, reopens)| Line::new(text, reopens)).collect()
}

fn find(passages: &[Passage], lines: &[Line<'_>]) -> Vec<Found> {
    let mut carry = Carry::default();
    let labels = labels::count(lines.iter().map(|line| line.text));
    for (index, (passage, line)) in passages.iter().zip(lines).enumerate() {
        carry.open_passage(passage.part == Part::Body);
        if let Some(answers) = labels::read(line, &labels) {
            carry.sentence(line, index, (0, line.tokens.len()), answers);
            continue;
        }
        for sentence in &line.sentences {
            let mut drafts = phrases::find(line, *sentence);
            verbs::find(line, *sentence, &mut drafts);
            carry.sentence(line, index, *sentence, drafts);
        }
    }
    carry.found
}
