//! Quotations and words told, with their speakers, in languages that have a list of words of speech and no grammar of their own here.
//!
//! In: passages. Out: [`Found`], and who said each. Taken are words in quotation marks (or behind the dash that stands for them) where a
//! verb of saying touches them, clauses behind such a verb, sentences that an `according to` or a last `says X` attributes; a
//! paragraph that is nothing but a quotation goes on the speaker before it. Everything else is left out: no rule here is one
//! language's. `incises` and `tokens` read a passage, `patterns`, `objects` and `clauses` find, `reader` puts together, `trace`
//! tells who is meant.

#[cfg(test)]
mod cases;
mod clauses;
mod incises;
mod objects;
mod patterns;
mod people;
mod phrase;
mod reader;
mod tokens;
mod trace;
mod words;

use super::resolve::Told;
use super::{Found, Part, Passage};
use reader::Reader;
use tokens::Line;
use trace::speakers;
use words::Words;

/// Whether a language is read here.
pub(super) fn reads(language: &str) -> bool {
    Words::of(language).is_some()
}

/// The passages as tokens.
fn lines<'a>(passages: &'a [Passage], words: &Words) -> Vec<Line<'a>> {
    let opens = |passage: &Passage| passage.text.text().starts_with(['«', '“', '„', '"', '»', '”']);
    let runs_on = |index: usize| passages.get(index + 1).is_some_and(opens);
    passages.iter().enumerate().map(|(index, passage)| Line::new(passage.text.text(), words, runs_on(index))).collect()
}

/// The attributions of an article, in order, and of each who speaks.
pub(super) fn read(passages: &[Passage], language: &str) -> (Vec<Found>, Vec<Told>) {
    let Some(words) = Words::of(language) else { return (Vec::new(), Vec::new()) };
    let lines = lines(passages, words);
    let found = find(passages, &lines, words);
    let speakers = if found.is_empty() { Vec::new() } else { speakers(&lines, &found, words) };
    (found, speakers.into_iter().map(|speaker| (speaker, None)).collect())
}

fn find(passages: &[Passage], lines: &[Line<'_>], words: &Words) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let body = passages.get(index).is_some_and(|passage| passage.part == Part::Body);
        let follows = body && found.last().is_some_and(|last| near(last, index));
        found.append(&mut Reader::new(line, words, index).read(follows));
    }
    found
}

/// Whether a statement stands in the passage before.
fn near(last: &Found, passage: usize) -> bool {
    last.content.last().is_some_and(|place| place.passage + 1 == passage)
}
