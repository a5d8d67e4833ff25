//! Names: runs of capitalised words, with the title before a person and the parts of an organisation.
//!
//! In: the tokens of the article. Out: every [`Name`] in order. Accepted:
//!
//! ```text
//! Ann Orlova            Dr. Ann B. Orlova      Deputy Mayor Ann Orlova MP      harbour master Ann Orlova
//! Ministry of Fisheries      Harbour Workers' Union      Norland's Department of Roads and Canals
//! ```
//!
//! Who a name is, and which names are one, is left to `entities`.

use super::beside::is_place;
use super::titles::{described_by_noun, described_by_title};
use super::tokens::{Form, Run, Text};
use super::words::{
    CALENDAR, CLOSED, CONJUNCTION, DEFINITE, DOCUMENT, GIVEN, GROUP, HONORIFIC, HONOUR, INDEFINITE, JOINER, KIN_PLURAL,
    ORGANISATION, ORGANISATION_PLURAL, PARTICLE, PARTY, PERSON, PREPOSITION, ROLE, SUFFIX, SURNAME, TAIL, TITLE,
    UNNAMED_PLURAL,
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
const LONGEST: usize = 12;

/// Every name, in order.
pub(super) fn names(text: &Text<'_>) -> Vec<Name> {
    let mut found = Vec::with_capacity(text.tokens.len() / 12);
    let mut titled = (usize::MAX, false);
    let mut at = 0;
    while at < text.tokens.len() {
        let passage = text.passage(at);
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
    let next = text.beside(at + 1, at).filter(|next| next.capital() && !next.is(CLOSED));
    // `Residents of Port Alba`: a noun that a sentence begins with.
    let noun = token.opens && token.is(NOUN) && next.is_none();
    // `Consider Port Alba`: a word that the article prints small elsewhere. `Mark Holm` is none.
    let verb = token.opens
        && token.form == Form::Capital
        && !token.is(TITLE | HONORIFIC)
        && !(token.is(GIVEN) && next.is_some())
        && text.printed_small(token);
    !(token.is(CLOSED | CALENDAR) && !lifted(text, at, titled))
        && !noun
        && !verb
        && !is_tag(text, at)
        && (token.end - token.start > 1 || text.beside(at + 1, at).is_some_and(|next| next.mark('.') || next.capital()))
}

/// Whether a word that begins no name does so here: the capital of `New Holm`, `Will Reed`, `April Reed` in running text.
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
    behind && text.get(at).is_some_and(|token| text.printed_token(token).as_bytes().get(1) == Some(&b'-'))
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
fn capitals(text: &Text<'_>, at: usize, titled: bool) -> usize {
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
            || (token.mark('/') && tight(0) && tight(1) && name_like(1))
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

/// The `A` of `Ann A. Orlova`: a letter that is an article or a pronoun elsewhere.
fn is_initial(text: &Text<'_>, at: usize) -> bool {
    let letter = text.get(at).is_some_and(|token| token.end - token.start == 1 && !token.opens);
    letter
        && text.beside(at + 1, at).is_some_and(|stop| stop.mark('.'))
        && text.beside(at + 2, at).is_some_and(|next| next.capital() && !next.opens && !next.is(CLOSED))
}

/// Tells title, name and organisation of a run of capitals apart.
pub(super) fn split(text: &Text<'_>, run: Run) -> Name {
    let is = |at: usize, classes| text.get(at).is_some_and(|token| token.is(classes));
    let mut end = run.end;
    // `MP` is no part of the name, `Jr` is.
    let honour = |at: usize| {
        text.get(at).is_some_and(|token| token.is(SUFFIX) && token.form == Form::Shout && token.is(TITLE | HONOUR))
    };
    let loud = |at: usize| text.get(at).is_some_and(|token| token.form == Form::Shout && token.end - token.start > 3);
    let paired = |at: usize| text.get(at - 1).is_some_and(|token| token.mark('/'));
    while end - run.start > 2 && (honour(end - 1) || (loud(end - 1) && !loud(run.start) && !paired(end - 1))) {
        end -= 1;
    }
    // `Guy Holm`, `Senator Dean Holm`: a title that is the given name.
    let given = |at: usize| {
        let titled = || at.checked_sub(1).is_some_and(|before| is(before, PERSON | HONORIFIC));
        is(at, GIVEN) && at + 2 == end && (!is(at, TITLE | HONORIFIC) || titled() || is(at + 1, SURNAME))
    };
    // `Republican Ann Orlova`
    let party = |at: usize| {
        is(at, PARTY)
            && at + 2 < end
            && text.get(at + 1).is_some_and(|token| Gender::of_given(text.printed_token(token)).is_some())
    };
    let title = (run.start..end).rev().find(|at| {
        is(*at, TITLE | HONORIFIC | ROLE) && !given(*at) && !(is(*at, SURNAME) && *at + 1 == end)
            || party(*at)
            || (*at == run.start && is(*at, TAIL) && at.checked_sub(1).is_some_and(|before| is(before, PREPOSITION)))
    });
    let blank = |name: Run, whole: Run, sort| Name {
        core: name.start,
        whole,
        name,
        sort,
        gender: Gender::Open,
        described: None,
        weak: false,
    };
    match title {
        Some(title) if title + 1 < end => {
            let mut start = title + 1;
            while start + 1 < end && text.get(start).is_some_and(|token| !token.wordy()) {
                start += 1;
            }
            if organised(text, &(start..end)) {
                return organisation(text, run);
            }
            let mut made = blank(start..end, run.start..run.end, Sort::Person);
            made.gender = (run.start..start)
                .filter_map(|at| text.get(at))
                .map(|token| token.word.gender)
                .find(|found| *found != Gender::Open)
                .unwrap_or_default();
            described_by_title(text, &mut made, run.start..title + 1);
            made
        }
        Some(title) if office(text, &run, title, end) => blank(run.start..end, run.clone(), Sort::Office),
        _ if organised(text, &run) => organisation(text, run),
        _ => {
            let words = (run.start..end).filter(|at| text.get(*at).is_some_and(super::tokens::Token::wordy)).count();
            let article = text.before(run.start).is_some_and(|before| before.is(DEFINITE));
            let sort = if (2..=4).contains(&words) && !article { Sort::Likely } else { Sort::Open };
            let mut made = blank(run.start..end, run, sort);
            // `Bill Orlova`, where the word is a given name that tells.
            let given = text.get(made.name.start).filter(|token| token.is(GIVEN) && words > 1);
            made.gender = given.map_or(Gender::Open, |token| token.word.gender);
            described_by_noun(text, &mut made);
            made
        }
    }
}

/// Whether a run that ends in a title is an office and not a name such as `Ann Bishop`.
fn office(text: &Text<'_>, run: &Run, title: usize, end: usize) -> bool {
    if title + 1 != end {
        return false;
    }
    let Some(token) = text.get(title) else { return false };
    if token.is(SURNAME) || !token.is(TITLE) {
        return run.len() == 1 && text.before(run.start).is_some_and(|before| before.is(DEFINITE | INDEFINITE));
    }
    true
}

fn organised(text: &Text<'_>, run: &Run) -> bool {
    run.clone().any(|at| text.get(at).is_some_and(|token| token.is(ORGANISATION)))
}

/// An organisation: goes on over `of`, `for`, `and`, an apostrophe.
fn organisation(text: &Text<'_>, run: Run) -> Name {
    let mut end = run.end;
    let capital =
        |at: usize| text.beside(at, run.start).is_some_and(|token| token.capital() && !token.is(CLOSED | CALENDAR));
    while end < run.start + LONGEST {
        let Some(token) = text.beside(end, run.start) else { break };
        let second = text.beside(end + 1, run.start).is_some_and(|next| next.is(JOINER | DEFINITE));
        // `and` joins the parts of a name only after an `of` or `for` in it.
        let joins = token.is(JOINER)
            && (!token.is(CONJUNCTION)
                || (run.start..end).any(|at| text.get(at).is_some_and(|token| token.is(JOINER))));
        let apostrophe = matches!(token.form, Form::Mark('’' | '\''))
            && (end + 1..end + 4).any(|at| text.get(at).is_some_and(|token| token.is(ORGANISATION)));
        if (joins || apostrophe) && capital(end + 1) {
            end = capitals(text, end + 1, false).min(run.start + LONGEST + 2);
        } else if joins && second && capital(end + 2) {
            end = capitals(text, end + 2, false).min(run.start + LONGEST + 2);
        } else {
            break;
        }
    }
    let core = run.start;
    let start = possessor(text, core).unwrap_or(core);
    let whole = start..end;
    Name {
        core,
        name: whole.clone(),
        whole,
        sort: Sort::Organisation,
        gender: Gender::Open,
        described: None,
        weak: false,
    }
}

/// Where the possessor before `at` begins (`Norland's` before `Ministry`).
fn possessor(text: &Text<'_>, at: usize) -> Option<usize> {
    text.before(at).filter(|before| before.form == Form::Genitive)?;
    let mut start = at - 1;
    while text.before(start).is_some_and(|before| before.capital() && !before.is(CLOSED)) && at - start < 6 {
        start -= 1;
    }
    (start < at - 1).then_some(start)
}
