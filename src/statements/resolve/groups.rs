//! Groups: whether a mention names several, the fuller phrase by which the article called them before, and the nouns that are one.
//!
//! In: a [`Noun`] and its place. Out: the run of the fuller phrase. `the divers` behind `Divers from the Port Alba watch
//! checked the pier` are those; `the villagers` behind `Residents of Port Alba said` too.

use super::choose::Article;
use super::heads::{nouns_before, plural_form};
use super::names::{Name, Sort};
use super::phrase::{Noun, within};
use super::tokens::{Form, Run, Text, Token};
use super::words::{self, CONJUNCTION, DEFINITE, GROUP, INDEFINITE, LOCAL, LOCATIVE, OF, PERSON};
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;

/// How far back the people of a `they` are looked for, in tokens.
const NEAR: usize = 120;
/// How far back a fuller phrase is looked for, in tokens.
const REACH: usize = 1500;
/// No fuller phrase is longer behind its noun.
const LONGEST: usize = 12;

/// What a noun is known by: those who live at a place are one, whatever they are called.
pub(super) fn key(token: &Token) -> u64 {
    if token.is(LOCAL) { words::key("residents") } else { token.word.key }
}

/// Whether names or nouns are joined by `and`, outside any name.
pub(super) fn several(text: &Text<'_>, names: &[Name], inside: &Run, run: &Run) -> bool {
    run.clone().skip(1).any(|at| {
        text.get(at).is_some_and(|token| token.is(CONJUNCTION))
            && !inside.clone().filter_map(|index| names.get(index)).any(|name| name.whole.contains(&at))
            && !describes(text, names, inside, run, at)
    })
}

/// Whether the conjunction at `at` joins what one person is: `Author and pilot Ann Orlova`, but not `officials and Ann Orlova`.
fn describes(text: &Text<'_>, names: &[Name], inside: &Run, run: &Run, at: usize) -> bool {
    let mut persons = inside.clone().filter_map(|index| names.get(index));
    let (Some(name), None) = (persons.next(), persons.next()) else { return false };
    let is_role = |at: usize| {
        let noun = text.get(at).filter(|token| token.wordy() && !token.is(DEFINITE | INDEFINITE));
        noun.is_some_and(|token| token.is(PERSON) && !plural_form(text.printed_token(token)))
    };
    let core = name.name.start;
    let opens = text.get(run.start).is_some_and(|token| !token.is(DEFINITE | INDEFINITE));
    opens && at + 1 < core && is_role(at - 1) && is_role(core - 1) && name.sort == Sort::Person
}

impl Article<'_> {
    /// The people that the sentence of a `they`, or the one before, is about: `Divers from Port Alba saw the wreck, they said`.
    pub(super) fn group_before(&mut self, at: usize) -> Option<u32> {
        let first = self.text.first(self.text.passage(at)).max(at.saturating_sub(NEAR));
        let here = self.text.get(at)?.sentence;
        let plural = |at: &usize| {
            self.text.get(*at).is_some_and(|token| token.is(GROUP) && plural_form(self.text.printed_token(token)))
        };
        let inside = |sentence: u32| {
            (first..at).find(|at| plural(at) && self.text.get(*at).is_some_and(|token| token.sentence == sentence))
        };
        let head = inside(here).or_else(|| inside(here.checked_sub(1)?))?;
        let start = nouns_before(&self.text, &(first..head + 1)).map_or(head, |run| run.start);
        let article =
            usize::from(start < head && self.text.get(start).is_some_and(|token| token.is(DEFINITE | INDEFINITE)));
        // `… from Port Alba`
        let placed = self.text.get(head + 1).is_some_and(|token| token.is(LOCATIVE | OF));
        let name = self.names.get(within(&self.names, &(head + 2..head + 4))).and_then(<[Name]>::first);
        let end = name.filter(|name| placed && name.whole.end <= at).map_or(head + 1, |name| name.whole.end);
        let key = key(self.text.get(head)?);
        Some(self.entities.add_phrase(start + article..end, SpeakerKind::Group, Some(key), true, Gender::Open))
    }

    /// The first phrase of the article that says where the people of a bare noun are from.
    pub(super) fn fuller(&self, noun: &Noun, at: usize) -> Option<Run> {
        let head = self.text.get(noun.head)?;
        let group = matches!(noun.kind, SpeakerKind::Group | SpeakerKind::Unnamed) && noun.plural;
        if !group || noun.before > 0 || noun.after || !(noun.definite || noun.bare) {
            return None;
        }
        (at.saturating_sub(REACH)..at).find_map(|at| self.placed(at, key(head)))
    }

    /// The phrase `Divers from Port Alba` whose noun stands at `at`.
    fn placed(&self, at: usize, wanted: u64) -> Option<Run> {
        let head = self.text.get(at).filter(|token| key(token) == wanted && !token.quoted)?;
        let from = self.text.beside(at + 1, at)?;
        let links = from.is(OF | LOCATIVE) || self.text.printed_token(from) == "from";
        let article = usize::from(self.text.beside(at + 2, at).is_some_and(|token| token.is(DEFINITE | INDEFINITE)));
        let index = within(&self.names, &(at + 2 + article..at + 3 + article)).next().filter(|_| links)?;
        let name = self.names.get(index).filter(|name| name.whole.start == at + 2 + article)?;
        let mut end = name.whole.end;
        // `of Port Alba, Nordby and Ostby`.
        while let Some(next) = self.listed(end).filter(|next| *next < at + 2 * LONGEST) {
            end = next;
        }
        (head.wordy() && end <= at + 2 * LONGEST).then_some(at..end)
    }

    /// Where the next name of a list ends.
    fn listed(&self, end: usize) -> Option<usize> {
        let sign = self.text.get(end)?;
        let joins = sign.mark(',') || sign.is(words::CONJUNCTION) && sign.form == Form::Small;
        let index = within(&self.names, &(end + 1..end + 2)).next().filter(|_| joins)?;
        self.names.get(index).filter(|name| name.whole.start == end + 1).map(|name| name.whole.end)
    }
}
