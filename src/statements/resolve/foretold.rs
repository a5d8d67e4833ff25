//! Whom a noun means that stands before the name: `An expert has warned …`, then `Ann Orlova said`.
//!
//! In: a [`Noun`] and its place. Out: the person whom the text introduces by that noun, or who speaks next and is named
//! there first and without a title of another kind. `One resident said`, `a spokesman` and `an official` stay unnamed.

use super::choose::{Answer, Article};
use super::phrase::Noun;
use super::tokens::{Run, Text};
use super::words::{ANONYMOUS, NAMELESS, PERSON, PRONOUN, RELATIVE, ROLE, THEY, TITLE, UNNAMED};
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;

/// How many paragraphs open an article.
const OPENING: usize = 3;

impl Article<'_> {
    /// `an expert` in the first paragraphs: the one person whom the next few introduce by that noun.
    pub(super) fn lead(&self, noun: &Noun, head: u64, at: usize) -> Option<u32> {
        const NEXT: usize = 4;
        let passage = self.text.passage(at);
        let single = noun.indefinite && noun.kind == SpeakerKind::Unnamed && !noun.plural;
        let fits = |who: &&u32| {
            self.entities.get(**who).is_some_and(|entity| {
                let there = self.text.passage(entity.first);
                entity.phrase.is_none() && entity.is_person() && there > passage && there <= passage + NEXT
            })
        };
        let mut fitting = self.entities.with_head(head).iter().filter(fits).copied();
        match (fitting.next(), fitting.next()) {
            (Some(who), None) if single && passage <= self.opening + OPENING => Some(who),
            (None, _) if single => self.introduced(noun, at),
            _ => None,
        }
    }

    /// Who a noun above the body means: somebody whom the body introduces with the same noun (`an expert`, later `Ann
    /// Orlova, an expert on ferries`), else itself.
    pub(super) fn foretold(&mut self, noun: &Noun, run: &Run) -> Answer {
        let head = self.text.get(noun.head).map_or(0, |token| token.word.key);
        let person = noun.kind == SpeakerKind::Unnamed && !noun.plural;
        let introduced = |who: &u32| {
            let entity = self.entities.get(*who)?;
            let fits = entity.phrase.is_none() && entity.is_person() && entity.first > run.start;
            fits.then_some((entity.first, *who))
        };
        // Of several the one that the text introduces first.
        let next = self.entities.with_head(head).iter().filter_map(introduced).min();
        match next {
            Some((_, who)) if person => Answer::Who(who),
            _ => {
                let single = noun.indefinite && person;
                let next = self.introduced(noun, self.text.first(self.opening)).filter(|_| single);
                next.map_or_else(|| self.noun(noun, run), Answer::Who)
            }
        }
    }

    /// `His lawyer objected.`, then `Ann Orlova said`: she is the lawyer.
    pub(super) fn possessed(&self, noun: &Noun, at: usize) -> Option<u32> {
        let whose = self.text.get(noun.run.start)?;
        let single = noun.kind == SpeakerKind::Unnamed && !noun.plural && !noun.after;
        if !single || !whose.is(PRONOUN | THEY) || noun.head == noun.run.start {
            return None;
        }
        self.next_new(noun, at, false)
    }

    /// The person named first in the text where somebody speaks next, no title or apposition with the name.
    fn introduced(&self, noun: &Noun, at: usize) -> Option<u32> {
        let head = self.text.get(noun.head)?;
        let article = self.text.before(noun.run.start).is_some_and(|token| token.end - token.start <= 2);
        let opening = self.text.passage(at) <= self.opening + OPENING;
        let possible = head.is(PERSON) && !head.is(UNNAMED | NAMELESS) && (opening || !noun.after && article);
        if !possible {
            return None;
        }
        self.next_new(noun, at, opening)
    }

    /// The person named first in the text where somebody speaks next.
    fn next_new(&self, noun: &Noun, at: usize, opening: bool) -> Option<u32> {
        const PASSAGES: usize = 2;
        if self.is_nameless(noun) {
            return None;
        }
        let head = self.text.get(noun.head)?;
        let body = self.text.first(self.opening);
        let passage = self.text.passage(at);
        let from = self.named.partition_point(|mention| mention.at <= noun.run.end.max(at));
        let next = self.named.get(from..)?.iter().take(8);
        let mention = next
            .take_while(|mention| self.text.passage(mention.at) <= passage + PASSAGES)
            .find(|mention| self.speaks(&self.text, mention.at) || opening && self.is_expert(mention.who))?;
        let entity = self.entities.get(mention.who)?;
        // In the opening the text may tell of them before they speak.
        let since = if opening { noun.run.start.max(body) } else { mention.at };
        let new = entity.places.range(body..since).next().is_none();
        let gender =
            entity.gender() == Gender::Open || head.word.gender == Gender::Open || entity.gender() == head.word.gender;
        let later = entity.described.as_ref().is_none_or(|run| run.start > mention.at + 12);
        let bare = later || opening && self.is_expert(mention.who);
        (entity.phrase.is_none() && entity.is_person() && new && gender && bare).then_some(mention.who)
    }

    /// `a parent who asked not to be named`
    fn is_nameless(&self, noun: &Noun) -> bool {
        const FAR: usize = 10;
        let behind = || (noun.head + 1..noun.head + FAR).filter_map(|at| self.text.get(at));
        behind().next().is_some_and(|token| token.is(RELATIVE)) && behind().any(|token| token.is(ANONYMOUS))
    }

    /// Whether somebody is introduced by what they do and by no title.
    fn is_expert(&self, who: u32) -> bool {
        let run = self.entities.get(who).and_then(|entity| entity.described.clone()).unwrap_or_default();
        let tokens = || run.clone().filter_map(|at| self.text.get(at));
        tokens().any(|token| token.is(ROLE)) && !tokens().any(|token| token.is(TITLE))
    }

    /// Whether the mention of a speaker begins with the name at `at`.
    fn speaks(&self, text: &Text<'_>, at: usize) -> bool {
        let index = self.names.partition_point(|name| name.name.start < at);
        let start = self.names.get(index).map_or(at, |name| name.whole.start);
        (start..=at).any(|at| text.get(at).is_some_and(|token| token.source))
    }
}
