//! Names: runs of capitalised words, with the title before a person and the parts of an organisation.
//!
//! In: the tokens of the article. Out: every [`Name`] in order. Accepted:
//!
//! ```text
//! Ann Orlova            Dr. Ann B. Orlova      Deputy Mayor Ann Orlova MP      harbour master Ann Orlova
//! New York Herald       Mark Holm              WHO/Holm Herald                   Ministry of Fisheries
//! ```
//!
//! What a run holds is told by `runs`. Who a name is, and which names are one, is left to `entities`.

use super::beside::is_place;
use super::heads::plural_form;
use super::runs::split;
use super::tokens::{Form, Run, Text};
use super::words::{
    CALENDAR, CLOSED, DOCUMENT, GIVEN, GROUP, HONORIFIC, KIN_PLURAL, ORGANISATION, ORGANISATION_PLURAL, PARTICLE,
    PEOPLE, PERSON, PREPOSITION, SUFFIX, TITLE, UNNAMED_PLURAL,
};
use crate::statements::gender::Gender;

/// What the form of a name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A title or a noun for people stands before it.
    Person,
    /// It holds the head noun of an organisation.
    Organisation,
    /// Two or three words that could be a person.
    Likely,
    /// One word, or one that the definite article stands before.
    Open,
    /// A title alone: `Prime Minister`.
    Office,
}

/// A name as printed once.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Title, name and what stands after it (`MP`).
    pub whole: Run,
    /// The name alone.
    pub name: Run,
    /// The capitals alone: where it began before a possessor was taken in.
    pub core: usize,
    /// What its form tells.
    pub sort: Sort,
    /// What title or noun before it tell.
    pub gender: Gender,
    /// Title or noun phrase before it, its article left out.
    pub described: Option<Run>,
    /// Whether it stands where every word is capitalised, or alone at the head of a sentence.
    pub weak: bool,
}

/// Nouns that speakers are called by; a capital at the head of a sentence makes no name of them.
const NOUN: u64 = PERSON | GROUP | KIN_PLURAL | UNNAMED_PLURAL | DOCUMENT | ORGANISATION | ORGANISATION_PLURAL;

impl Name {
    /// The name without its possessor.
    pub(super) fn core_run(&self) -> Run {
        self.core.max(self.name.start)..self.name.end
    }
}

/// No name is longer, in tokens: a page in capitals is no name.
pub(super) const LONGEST: usize = 12;

/// Every name, in order.
pub(super) fn names(text: &Text<'_>) -> Vec<Name> {
    let mut found = Vec::with_capacity(text.tokens.len() / 12);
    let mut titled = (usize::MAX, false);
    let mut at = 0;
    while let Some(token) = text.get(at) {
        if !token.capital() {
            at += 1;
            continue;
        }
        let passage = token.passage as usize;
        if titled.0 != passage {
            titled = (passage, is_titled(text, passage));
        }
        if !starts(text, at, titled.1) {
            at += 1;
            continue;
        }
        let end = capitals(text, at, titled.1);
        let mut name = split(text, at..end);
        name.weak = titled.1 || (name.name.len() == 1 && name.sort == Sort::Open && opens(text, &name));
        at = name.whole.end.max(at + 1);
        found.push(name);
    }
    found
}

/// Whether the name is the first word of a sentence and so may be no name.
fn opens(text: &Text<'_>, name: &Name) -> bool {
    text.get(name.whole.start).is_some_and(|token| token.opens && token.form == Form::Capital)
}

fn starts(text: &Text<'_>, at: usize, titled: bool) -> bool {
    let Some(token) = text.get(at).filter(|token| token.capital()) else { return false };
    if token.is(CLOSED | CALENDAR) && !lifted(text, at, titled) {
        return false;
    }
    let open = |by: usize| text.beside(at + by, at).is_some_and(|next| next.capital() && !next.is(CLOSED));
    // `Pilots Without Borders`
    let over = || !titled && open(2);
    let next = text.beside(at + 1, at).filter(|next| open(1) || next.capital() && next.is(PREPOSITION) && over());
    // `Residents of Port Alba`: a noun that a sentence begins with; `some Americans`.
    let joined = || text.before(at).is_some_and(|before| before.capital() && !before.is(CLOSED));
    let noun = next.is_none() && (token.opens && token.is(NOUN) || token.is(PEOPLE) && !joined());
    // `Consider Port Alba`: a word that the article prints small elsewhere. `Mark Holm` is none.
    let verb = token.opens
        && token.form == Form::Capital
        && !token.is(TITLE | HONORIFIC)
        && !(token.is(GIVEN) && next.is_some())
        && text.printed_small(token);
    let word =
        token.end - token.start > 1 || text.beside(at + 1, at).is_some_and(|next| next.mark('.') || next.capital());
    word && !noun && !verb && !is_tag(text, at)
}

/// Whether a word that begins no name does so here: the capital of `New York`, `Will Reed`, `April Reed` in running text.
fn lifted(text: &Text<'_>, at: usize, titled: bool) -> bool {
    let Some(token) = text.get(at).filter(|token| token.form == Form::Capital && !titled) else { return false };
    let next = text.beside(at + 1, at);
    if !next.is_some_and(|next| next.capital() && !next.is(CLOSED | CALENDAR) && !next.opens) {
        return false;
    }
    // `In April Reed left`: a day, and somebody.
    let timely = || text.before(at).is_some_and(|before| before.is(CLOSED) || before.form == Form::Number);
    match () {
        () if token.is(CALENDAR) => token.is(GIVEN) && !next.is_some_and(|next| next.is(PERSON)) && !timely(),
        () if token.is(GIVEN) && !token.opens => true,
        () => is_place(text, &(at..at + 2)),
    }
}

/// The party and state behind a name: `Ann Orlova, X-Ohio,`.
pub(super) fn is_tag(text: &Text<'_>, at: usize) -> bool {
    let behind = text.before(at).is_some_and(|before| before.mark(',') || before.mark('('));
    let form = |printed: &[u8]| matches!(printed, [b'A'..=b'Z', b'-', b'A'..=b'Z', ..]);
    behind && text.get(at).is_some_and(|token| form(text.printed_token(token).as_bytes()))
}

/// Whether nearly every word of a passage has a capital, as headlines may.
fn is_titled(text: &Text<'_>, passage: usize) -> bool {
    let run = text.first(passage)..text.first(passage + 1);
    // A full stop ends a sentence, not a headline.
    if text.tokens.get(run.clone()).and_then(<[_]>::last).is_some_and(|last| last.mark('.')) {
        return false;
    }
    let words = text.tokens.get(run).unwrap_or_default().iter().take(40);
    let (mut all, mut small) = (0, 0);
    for token in words.filter(|token| token.wordy() && !token.is(CLOSED) && token.form != Form::Number) {
        all += 1;
        small += usize::from(token.form == Form::Small);
    }
    all > 3 && small * 5 < all
}

/// The end of the run of capitalised words that begins at `at`.
pub(super) fn capitals(text: &Text<'_>, at: usize, titled: bool) -> usize {
    let limit = at + LONGEST;
    let mut end = at + 1;
    while end < limit {
        let next = |by: usize| text.beside(end + by, at);
        let Some(token) = next(0) else { break };
        if token.opens && !text.tokens.get(end.wrapping_sub(1)).is_some_and(|last| last.mark('.')) {
            break;
        }
        let name_like = |by: usize| {
            next(by).is_some_and(|token| {
                token.capital() && (!token.is(CLOSED) || is_initial(text, end + by) || lifted(text, end + by, titled))
            })
        };
        // `WHO/FAO`: two that speak as one.
        let tight = |by: usize| {
            let pair = text.tokens.get(end + by - 1).zip(next(by));
            pair.is_some_and(|(before, here)| before.end == here.start)
        };
        let last_is_short = text.tokens.get(end - 1).is_some_and(|last| {
            let length = last.end - last.start;
            length == 1 || (length <= 5 && last.is(TITLE | HONORIFIC | SUFFIX))
        });
        if name_like(0) {
            if token.is(CALENDAR) && end > at + 1 && !(token.is(GIVEN) && lifted(text, end, titled))
                || token.is(CALENDAR) && next(1).is_some_and(|token| token.form == Form::Number)
            {
                break;
            }
            end += 1;
        } else if (token.mark('.') && last_is_short && name_like(1))
            || (token.is(PARTICLE) && name_like(1))
            // `Pilots Without Borders`
            || (!titled && token.capital() && token.is(PREPOSITION) && name_like(1))
            || (token.mark('/') && tight(0) && tight(1) && name_like(1))
            || (tight(0) && owns_many(text, end) && name_like(1))
        {
            end += 2;
        } else if token.is(PARTICLE) && next(1).is_some_and(|next| next.is(PARTICLE)) && name_like(2) {
            end += 3;
        } else {
            break;
        }
    }
    end
}

/// The apostrophe of `Harbour Users' Union`: many whose body it is, not one who owns something.
fn owns_many(text: &Text<'_>, at: usize) -> bool {
    const NEAR: usize = 3;
    let sign = text.get(at).is_some_and(|token| token.mark('\'') || token.mark('’'));
    let many = || text.get(at - 1).is_some_and(|token| plural_form(text.printed_token(token)));
    let mut words = (at + 1..=at + NEAR).map_while(|at| text.get(at).filter(|token| token.capital()));
    sign && many() && words.any(|token| token.is(ORGANISATION))
}

/// The `A` of `Ann A. Orlova`: a letter that is an article or a pronoun elsewhere.
fn is_initial(text: &Text<'_>, at: usize) -> bool {
    let letter = text.get(at).is_some_and(|token| token.end - token.start == 1 && !token.opens);
    letter
        && text.beside(at + 1, at).is_some_and(|stop| stop.mark('.'))
        && text.beside(at + 2, at).is_some_and(|next| next.capital() && !next.opens && !next.is(CLOSED))
}
