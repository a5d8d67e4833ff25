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
mod speakers;
mod tokens;
mod verbs;
mod words;

use super::{Found, Part, Passage};
use carry::Carry;
use tokens::Line;

pub(super) use speakers::speakers;

/// The language that this folder reads.
pub(super) const LANGUAGE: &str = "de";

/// The attributions of an article, in order of their passages.
pub(super) fn find(passages: &[Passage]) -> Vec<Found> {
    let texts: Vec<&str> = passages.iter().map(|passage| passage.text.text()).collect();
    let mut carry = Carry::default();
    let labels = labels::count(&texts);
    for (index, passage) in passages.iter().enumerate() {
        let reopens = texts.get(index + 1).is_some_and(|next| next.starts_with(['„', '»', '«', '"', '“']));
        let line = Line::new(passage.text.text(), reopens);
        carry.open_passage(passage.part == Part::Body);
        if let Some(answers) = labels::read(&line, &labels) {
            carry.sentence(&line, index, (0, line.tokens.len()), answers);
            continue;
        }
        for sentence in &line.sentences {
            let mut drafts = phrases::find(&line, *sentence);
            verbs::find(&line, *sentence, &mut drafts);
            carry.sentence(&line, index, *sentence, drafts);
        }
    }
    carry.found
}
