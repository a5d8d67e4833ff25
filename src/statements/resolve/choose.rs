//! Who a mention means: the one entity of the article that fits best, or nobody.
//!
//! In: a [`Reading`], its place, and what was named and who spoke before it. Out: an entity, or `None` with the reason.
//! A pronoun takes the best of the latest mentions that fit it: nearer, subject of its sentence, speaker of the statement
//! before, not inside a quotation. The points of each are below. A noun takes the entity whose title, apposition or
//! name has it; else the latest that it could be; else it stands for itself.

use super::entities::{Entities, Entity};
use super::names::{Name, Sort};
use super::phrase::{Noun, Reading};
use super::tokens::{Form, Run, Text};
use super::words::{CONJUNCTION, Gender, KIN, KIN_PLURAL, ORGANISATION};
use crate::statements::SpeakerKind;

/// A place where an entity is meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// First token.
    pub at: usize,
    /// Who.
    pub who: u32,
    /// Whether it spoke there.
    pub spoke: bool,
    /// Whether it is the first named in its sentence.
    pub subject: bool,
}

/// The article as far as it is understood.
#[derive(Debug)]
pub(super) struct Article<'a> {
    /// Its tokens.
    pub text: Text<'a>,
    /// Its names.
    pub names: Vec<Name>,
    /// Who they are.
    pub entities: Entities,
    /// Every name that is an entity, in order.
    pub named: Vec<Mention>,
    /// Every speaker so far, in order of the statements.
    pub spoken: Vec<Mention>,
}

/// The answer to who is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// This entity.
    Who(u32),
    /// Two fit equally.
    Ambiguous,
    /// Nobody that the article names.
    Nobody,
}

impl Answer {
    fn who(self) -> Option<u32> {
        match self {
            Self::Who(who) => Some(who),
            Self::Ambiguous | Self::Nobody => None,
        }
    }
}

/// How many mentions before a pronoun are looked at, names and speakers each.
const LOOKED_AT: usize = 24;
/// How many passages back.
const PASSAGES: usize = 6;

// Points of a mention. A sentence further back costs `SENTENCE`; the others add.
const SENTENCE: i32 = 12;
const PASSAGE: i32 = 4;
const SUBJECT: i32 = 14;
const SPOKE: i32 = 16;
const QUOTED: i32 = -30;
const POSSESSOR: i32 = -8;
const KNOWN_GENDER: i32 = 8;
const KNOWN_PERSON: i32 = 20;

impl Article<'_> {
    /// Who the mention at `at` means.
    pub(super) fn who(&mut self, reading: &Reading, run: &Run) -> Answer {
        match reading {
            Reading::Pronoun(gender) => self.pronoun(run.start, *gender),
            Reading::Thing => {
                self.latest(run.start, |entity| entity.person <= 0 && entity.pronouns == 0 && !entity.plural)
            }
            Reading::They => self.they(run.start),
            Reading::Relative => self.relative(run),
            Reading::Name(index) => self.name(*index, run),
            Reading::Part(part) => {
                let name = super::names::split(&self.text, part.clone());
                let words = super::entities::key_words(&self.text, &name.core_run());
                let linked = self.entities.link(&self.text, &name, &words);
                Answer::Who(linked.unwrap_or_else(|| self.entities.add(&self.text, &name, words)))
            }
            Reading::Several => {
                Answer::Who(self.entities.add_phrase(run.clone(), SpeakerKind::Group, None, true, Gender::Open))
            }
            Reading::Noun(noun) => self.noun(noun, run),
            Reading::Narrator | Reading::Nothing => Answer::Nobody,
        }
    }

    fn pronoun(&self, at: usize, gender: Gender) -> Answer {
        let fits = |entity: &Entity, least: i32| {
            let known = entity.gender();
            let person = match entity.phrase {
                Some(SpeakerKind::Unnamed) => !entity.plural,
                Some(_) => false,
                None => entity.person >= least,
            };
            person && (known == Gender::Open || known == gender)
        };
        for least in [2, 1, 0] {
            let found = self.latest(at, |entity| fits(entity, least));
            if found != Answer::Nobody {
                return found;
            }
        }
        Answer::Nobody
    }

    fn they(&self, at: usize) -> Answer {
        match self.latest(at, |entity| entity.plural) {
            Answer::Nobody => self.latest(at, |entity| entity.phrase.is_some() || entity.person < 0),
            found => found,
        }
    }

    /// The best of the latest mentions that `fits`.
    fn latest(&self, at: usize, fits: impl Fn(&Entity) -> bool) -> Answer {
        let passage = self.text.passage(at);
        let before = |list: &[Mention]| -> Vec<Mention> {
            let end = list.partition_point(|mention| mention.at < at);
            let near = list.get(..end).unwrap_or_default().iter().rev().take(LOOKED_AT);
            near.take_while(|mention| self.text.passage(mention.at) + PASSAGES >= passage).copied().collect()
        };
        let mut best: Option<(i32, u32)> = None;
        let mut second = i32::MIN;
        for mention in before(&self.spoken).into_iter().chain(before(&self.named)) {
            let Some(entity) = self.entities.get(mention.who).filter(|entity| fits(entity)) else { continue };
            let points = self.points(&mention, entity, at);
            match best {
                Some((most, who)) if who == mention.who => best = Some((most.max(points), who)),
                Some((most, _)) if points <= most => second = second.max(points),
                _ => {
                    second = second.max(best.map_or(i32::MIN, |(most, _)| most));
                    best = Some((points, mention.who));
                }
            }
        }
        match best {
            Some((most, _)) if most == second => Answer::Ambiguous,
            Some((_, who)) => Answer::Who(who),
            None => Answer::Nobody,
        }
    }

    fn points(&self, mention: &Mention, entity: &Entity, at: usize) -> i32 {
        let (Some(there), Some(here)) = (self.text.get(mention.at), self.text.get(at)) else { return 0 };
        let far = |count: u32| i32::try_from(count.min(40)).unwrap_or(40);
        let mut points = -SENTENCE * far(here.sentence.saturating_sub(there.sentence))
            - PASSAGE * far(here.passage.saturating_sub(there.passage));
        // Whole points count; of mentions alike in all else the nearer wins by a fraction.
        points = points * 64 - i32::try_from((at.saturating_sub(mention.at) / 4).min(60)).unwrap_or(60);
        let mut add = |holds: bool, value: i32| points += if holds { value * 64 } else { 0 };
        add(mention.subject, SUBJECT);
        add(mention.spoke, SPOKE);
        add(there.quoted && !mention.spoke, QUOTED);
        add(self.possesses(mention.at), POSSESSOR);
        add(entity.gender() != Gender::Open, KNOWN_GENDER);
        add(entity.person > 0, KNOWN_PERSON);
        points
    }

    /// Whether the name at `at` only says whose something is.
    fn possesses(&self, at: usize) -> bool {
        let index = self.names.partition_point(|name| name.whole.end <= at);
        let end = self.names.get(index).filter(|name| name.whole.contains(&at)).map(|name| name.whole.end);
        end.and_then(|end| self.text.get(end)).is_some_and(|token| token.form == Form::Genitive)
    }

    /// The name or noun that `who` stands behind.
    fn relative(&mut self, run: &Run) -> Answer {
        let mut end = run.start;
        while end > 0 && self.text.before(end).is_some_and(|token| !token.wordy()) {
            end -= 1;
        }
        let passage = self.text.passage(run.start);
        let mut start = end;
        while start > self.text.first(passage) && end - start < 14 {
            let stop = self.text.get(start - 1).is_none_or(|token| {
                matches!(token.form, Form::Mark(_)) && !token.mark('’') || token.opens && start < end
            });
            if stop {
                break;
            }
            start -= 1;
        }
        let names = super::phrase::within(&self.names, &(start..end));
        if let Some(index) = names.rev().find(|index| self.names.get(*index).is_some_and(|name| name.whole.end == end))
        {
            return self.name(index, &(start..end));
        }
        let noun = start..end;
        match super::phrase::nouns_before(&self.text, &noun) {
            Some(run) => match super::phrase::noun(&self.text, &self.names, run.clone(), run.end) {
                Reading::Noun(noun) => self.noun(&noun, &run),
                _ => Answer::Nobody,
            },
            None => match self.latest(run.start, |entity| entity.person > 0) {
                Answer::Ambiguous => Answer::Nobody,
                found => found,
            },
        }
    }

    fn name(&mut self, index: usize, run: &Run) -> Answer {
        let Some(name) = self.names.get(index).cloned() else { return Answer::Nobody };
        let who = self.entities.who.get(index).copied().flatten().unwrap_or_else(|| {
            let words = super::entities::key_words(&self.text, &name.core_run());
            let linked = self.entities.link(&self.text, &name, &words);
            let who = linked.unwrap_or_else(|| self.entities.add(&self.text, &name, words));
            if let Some(slot) = self.entities.who.get_mut(index) {
                *slot = Some(who);
            }
            who
        });
        if let Some(entity) = self.entities.list.get_mut(who as usize) {
            // `Another skipper, Ann Orlova`: what stands before the comma describes her.
            let comma =
                (run.start..name.whole.start).rev().find(|at| self.text.get(*at).is_some_and(|token| token.mark(',')));
            if let Some(comma) = comma.filter(|comma| *comma > run.start && entity.described.is_none()) {
                entity.described = Some(run.start..comma);
                entity.person += i32::from(name.sort != Sort::Organisation);
            }
        }
        Answer::Who(who)
    }

    fn noun(&mut self, noun: &Noun, run: &Run) -> Answer {
        if let Some(issuer) = noun.issuer {
            return self.name(issuer, run);
        }
        let (head, gender) =
            self.text.get(noun.head).map_or((0, Gender::Open), |token| (token.word.key, token.word.gender));
        let own = |article: &mut Self| {
            Answer::Who(article.entities.add_phrase(noun.run.clone(), noun.kind, Some(head), noun.plural, gender))
        };
        if noun.indefinite || noun.after {
            return own(self);
        }
        if let Some(who) = self.relation(noun) {
            return Answer::Who(who);
        }
        if let Some(who) = self.fitting(noun, head, run.start) {
            return Answer::Who(who);
        }
        if !noun.definite && !(noun.bare && noun.plural) {
            return own(self);
        }
        let found = match noun.kind {
            SpeakerKind::Unnamed if !noun.plural && noun.before < 2 => {
                self.latest(run.start, |entity| entity.person > 0 && entity.phrase.is_none()).who()
            }
            SpeakerKind::Organization
                if noun.before <= 1
                    && self.text.get(noun.head).is_some_and(|token| token.is(ORGANISATION) && !token.capital()) =>
            {
                self.latest_speaker(run.start, |entity| {
                    entity.person <= 0 && entity.phrase.is_none_or(|kind| kind == SpeakerKind::Organization)
                })
                .or_else(|| {
                    match self.latest(run.start, |entity| entity.person < 0 && entity.phrase.is_none()) {
                        Answer::Who(who) => Some(who),
                        _ => None,
                    }
                })
            }
            SpeakerKind::Group if self.text.get(noun.head).is_some_and(|token| token.is(KIN_PLURAL)) => {
                self.couple(run.start)
            }
            _ => None,
        };
        if let Some(who) = found {
            self.entities.call(who, head);
        }
        found.map_or_else(|| own(self), Answer::Who)
    }

    /// `Ben Reed's sister`: the latest person who is not Ben Reed.
    fn relation(&self, noun: &Noun) -> Option<u32> {
        self.text.get(noun.head).filter(|token| token.is(KIN))?;
        let possessor = self.text.before(noun.head).filter(|token| token.form == Form::Genitive)?;
        let (before, gender) = (noun.run.start, self.text.get(noun.head)?.word.gender);
        let index = self.names.partition_point(|name| name.whole.end < noun.head - 1);
        let whose = self.entities.who.get(index).copied().flatten();
        let sentence = possessor.sentence;
        let end = self.named.partition_point(|mention| mention.at < before);
        let near = self.named.get(..end).unwrap_or_default().iter().rev().take(6);
        near.take_while(|mention| self.text.get(mention.at).is_some_and(|token| token.sentence + 2 >= sentence))
            .filter(|mention| Some(mention.who) != whose)
            .filter(|mention| {
                self.entities.get(mention.who).is_some_and(|entity| {
                    entity.person > 0
                        && (entity.gender() == Gender::Open || gender == Gender::Open || entity.gender() == gender)
                })
            })
            .max_by_key(|mention| mention.subject)
            .map(|mention| mention.who)
    }

    /// `the couple`: the two people last named with `and` between them, else the first.
    fn couple(&mut self, at: usize) -> Option<u32> {
        let pair = |names: &[Name]| {
            let [one, two] = names else { return None };
            let joined = one.whole.end + 1 == two.whole.start
                && self.text.beside(one.whole.end, one.whole.start).is_some_and(|token| token.is(CONJUNCTION));
            let person =
                |name: &Name| name.sort != Sort::Organisation && !super::entities::is_place(&self.text, &name.name);
            (joined && person(one) && person(two)).then(|| one.whole.start..two.whole.end)
        };
        let end = self.names.partition_point(|name| name.whole.start < at);
        let before = self.names.get(end.saturating_sub(60)..end).unwrap_or_default();
        let after = self.names.get(end..).unwrap_or_default();
        let run = before.windows(2).rev().find_map(pair).or_else(|| after.windows(2).take(120).find_map(pair))?;
        Some(self.entities.add_phrase(run, SpeakerKind::Group, None, true, Gender::Open))
    }

    /// The latest mentioned whose title, apposition or name has the head.
    fn fitting(&self, noun: &Noun, head: u64, at: usize) -> Option<u32> {
        let person = noun.kind == SpeakerKind::Unnamed;
        let heads = self.entities.with_head(head).iter();
        let lasts = self.entities.with_last(head).iter().filter(|_| !person);
        let latest = |who: u32| {
            let seen = |list: &[Mention]| {
                let end = list.partition_point(|mention| mention.at < at);
                list.get(..end)
                    .unwrap_or_default()
                    .iter()
                    .rev()
                    .take(200)
                    .find(|mention| mention.who == who)
                    .map(|mention| mention.at)
            };
            seen(&self.named).max(seen(&self.spoken))
        };
        let fits = |who: &&u32| {
            self.entities.get(**who).is_some_and(|entity| {
                entity.phrase.is_none_or(|kind| kind == noun.kind)
                    && (entity.phrase.is_some() || entity.plural == noun.plural || !person)
            })
        };
        let candidates = heads.chain(lasts).rev().take(12).filter(fits).copied();
        candidates.filter_map(|who| latest(who).map(|at| (at, who))).max().map(|(_, who)| who)
    }

    /// The latest speaker that `fits`, not far back.
    pub(super) fn latest_speaker(&self, at: usize, fits: impl Fn(&Entity) -> bool) -> Option<u32> {
        let passage = self.text.passage(at);
        let end = self.spoken.partition_point(|mention| mention.at < at);
        let near = self.spoken.get(..end).unwrap_or_default().iter().rev().take(LOOKED_AT);
        near.take_while(|mention| self.text.passage(mention.at) + PASSAGES * 2 >= passage)
            .find(|mention| self.entities.get(mention.who).is_some_and(&fits))
            .map(|mention| mention.who)
    }

    /// Who a noun above the body means: somebody whom the body introduces with the same noun (`an expert`, later `Ann
    /// Orlova, an expert on ferries`), else itself.
    pub(super) fn foretold(&mut self, noun: &Noun, run: &Run) -> Answer {
        let head = self.text.get(noun.head).map_or(0, |token| token.word.key);
        let person = noun.kind == SpeakerKind::Unnamed && !noun.plural;
        let mut fits =
            self.entities.with_head(head).iter().copied().filter(|who| {
                self.entities.get(*who).is_some_and(|entity| entity.phrase.is_none() && entity.person > 0)
            });
        match (fits.next(), fits.next()) {
            (Some(who), None) if person => Answer::Who(who),
            _ => self.noun(noun, run),
        }
    }
}
