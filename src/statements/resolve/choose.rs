//! Who a mention means: the one entity of the article that fits best, or nobody.
//!
//! In: a [`Reading`], its place, and what was named and who spoke before it. Out: an entity, or `None` with the reason.
//! A pronoun takes the best of the latest mentions that fit it: nearer, subject of its sentence, speaker of the statement
//! before, not inside a quotation. The points of each are below. A noun takes the entity whose title, apposition or
//! name has it; else the latest that it could be; else it stands for itself.

use super::apposed::described_before;
use super::beside::is_object;
use super::entities::Entities;
use super::entity::Entity;
use super::names::{Name, Sort};
use super::phrase::Reading;
use super::tokens::{Form, Run, Text};
use super::words::{ORGANISATION, PERSON};
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;

/// A place where an entity is meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// First token.
    pub at: usize,
    /// Where it, or what was said there, ends.
    pub until: usize,
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
    /// The first passage of the body.
    pub opening: usize,
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
    /// The entity, where there is one.
    pub(super) fn who(self) -> Option<u32> {
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
/// How many for a pronoun that nobody nearer fits.
const FAR: usize = 12;

// Points of a mention. A sentence further back costs `SENTENCE`; the others add.
const SENTENCE: i32 = 12;
const PASSAGE: i32 = 4;
const SUBJECT: i32 = 14;
const SPOKE: i32 = 16;
const QUOTED: i32 = -30;
const POSSESSOR: i32 = -8;
const OBJECT: i32 = -8;
const KNOWN_GENDER: i32 = 8;
const KNOWN_PERSON: i32 = 20;
const SURE_PERSON: i32 = 30;

impl Article<'_> {
    /// Who the mention at `at` means.
    pub(super) fn who(&mut self, reading: &Reading, run: &Run) -> Answer {
        match reading {
            Reading::Pronoun(gender) => self.pronoun(run.start, *gender, &[]),
            Reading::Thing => {
                self.latest(run.start, |entity| !entity.is_person() && entity.pronouns == 0 && !entity.plural)
            }
            Reading::They => self.they(run.start),
            Reading::Relative => self.relative(run),
            Reading::Name(index) => self.name(*index, run),
            Reading::Part(part) => {
                let name = super::runs::split(&self.text, part.clone());
                let words = super::tokens::key_words(&self.text, &name.core_run());
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

    /// Whom a pronoun means; of `told_of`, whom the words name, only where nobody else is sure to fit.
    pub(super) fn pronoun(&self, at: usize, gender: Gender, told_of: &[u32]) -> Answer {
        let fits = |entity: &Entity, least: i32| {
            let known = entity.gender();
            let person = match entity.phrase {
                Some(SpeakerKind::Unnamed) => !entity.plural && entity.person >= least.min(1),
                Some(_) => false,
                None => (entity.person >= least || entity.is_person()) && !entity.placed,
            };
            person && (known == Gender::Open || known == gender)
        };
        // Somebody known for a person, further back, before a name that may be one.
        let mut tried = [(1, PASSAGES), (1, FAR), (0, PASSAGES)].into_iter();
        let found = tried.find_map(|(least, far)| {
            let found = self.latest_within(at, far, &[], |entity| fits(entity, least));
            (found != Answer::Nobody).then_some(found)
        });
        let found = found.unwrap_or(Answer::Nobody);
        if !found.who().is_some_and(|who| told_of.contains(&who)) {
            return found;
        }
        let other = self.latest_within(at, PASSAGES, told_of, |entity| fits(entity, 1) && entity.told() == gender);
        if other.who().is_some() { other } else { found }
    }

    fn they(&mut self, at: usize) -> Answer {
        match self.latest(at, |entity| entity.plural) {
            Answer::Nobody => self.group_before(at).map_or_else(
                || self.latest(at, |entity| entity.phrase.is_some() || entity.person < 0 && !entity.is_person()),
                Answer::Who,
            ),
            found => found,
        }
    }

    /// The best of the latest mentions that `fits`.
    pub(super) fn latest(&self, at: usize, fits: impl Fn(&Entity) -> bool) -> Answer {
        self.latest_within(at, PASSAGES, &[], fits)
    }

    /// The same, of so many passages, and none of `barred`.
    fn latest_within(&self, at: usize, passages: usize, barred: &[u32], fits: impl Fn(&Entity) -> bool) -> Answer {
        let passage = self.text.passage(at);
        let before = |list: &[Mention]| -> Vec<Mention> {
            let end = list.partition_point(|mention| mention.at < at);
            let near = list.get(..end).unwrap_or_default().iter().rev().take(LOOKED_AT);
            near.take_while(|mention| self.text.passage(mention.at) + passages >= passage).copied().collect()
        };
        let mut best: Option<(i32, u32)> = None;
        let mut second = i32::MIN;
        let open = |mention: &Mention| !barred.contains(&mention.who);
        for mention in before(&self.spoken).into_iter().chain(before(&self.named)).filter(open) {
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
        // However long somebody spoke, what follows is near.
        let last = self.text.get(mention.until).filter(|_| mention.until < at).unwrap_or(there);
        let mut points = -SENTENCE * far(here.sentence.saturating_sub(last.sentence))
            - PASSAGE * far(here.passage.saturating_sub(last.passage));
        // Whole points count; of mentions alike in all else the nearer wins by a fraction.
        points = points * 64 - i32::try_from((at.saturating_sub(mention.at) / 4).min(60)).unwrap_or(60);
        let mut add = |holds: bool, value: i32| points += if holds { value * 64 } else { 0 };
        add(mention.subject, SUBJECT);
        add(mention.spoke, SPOKE);
        add(there.quoted && !mention.spoke, QUOTED);
        add(self.possesses(mention.at), POSSESSOR);
        add(!mention.spoke && is_object(&self.text, &self.names, mention.at), OBJECT);
        add(entity.gender() != Gender::Open, KNOWN_GENDER);
        add(entity.is_person(), KNOWN_PERSON);
        // Names that no list has are as sure once they come again.
        let again = entity.person > 0 && entity.places.len() > 1;
        add(entity.person > 1 || entity.given.is_some() || entity.phrase.is_some() || again, SURE_PERSON);
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
        while end > 0
            && (self.text.before(end).is_some_and(|token| !token.wordy()) || super::names::is_tag(&self.text, end - 1))
        {
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
        match super::heads::nouns_before(&self.text, &noun) {
            Some(run) => match super::phrase::noun(&self.text, &self.names, run.clone(), run.end) {
                Reading::Noun(noun) => self.noun(&noun, &run),
                _ => Answer::Nobody,
            },
            None => match self.latest(run.start, |entity| entity.is_person()) {
                Answer::Ambiguous => Answer::Nobody,
                found => found,
            },
        }
    }

    pub(super) fn name(&mut self, index: usize, run: &Run) -> Answer {
        let Some(name) = self.names.get(index).cloned() else { return Answer::Nobody };
        let who = self.entities.who.get(index).copied().flatten().unwrap_or_else(|| {
            let words = super::tokens::key_words(&self.text, &name.core_run());
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
                // `The power company, Norkraft`
                let noun = (run.start..comma).rev().filter_map(|at| self.text.get(at));
                let head = noun.into_iter().find(|token| token.is(PERSON | ORGANISATION));
                entity.person += match head {
                    Some(head) if !head.is(PERSON) => -2,
                    _ => i32::from(name.sort != Sort::Organisation),
                };
            } else if entity.described.is_none() {
                entity.described = described_before(&self.text, &name);
            }
        }
        Answer::Who(who)
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
}
