//! Whom a noun means: the one whose title, apposition or name has it, else the latest it could be, else itself.
//!
//! In: a [`Noun`] and its place. Out: an [`Answer`]. `the agency`, `the 34-year-old`, `Ben Reed's sister`, `the couple`;
//! `a report by the port` is its author's; `one skipper` and `residents of Port Alba` stand for themselves.

use super::choose::{Answer, Article, Mention};
use super::entity::Entity;
use super::groups;
use super::names::{Name, Sort};
use super::phrase::Noun;
use super::tokens::{Form, Run};
use super::words::{BROAD, BYSTANDER, CONJUNCTION, DEFINITE, INDEFINITE, KIN, KIN_PLURAL, ORGANISATION, PERSON, TITLE};
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;

impl Article<'_> {
    /// Who a noun means.
    pub(super) fn noun(&mut self, noun: &Noun, run: &Run) -> Answer {
        if let Some(issuer) = noun.issuer {
            return self.name(issuer, run);
        }
        let (head, gender) =
            self.text.get(noun.head).map_or((0, Gender::Open), |token| (groups::key(token), token.word.gender));
        if let Some(name) = self.named_behind(noun, run) {
            return self.name(name, run);
        }
        if noun.indefinite || noun.after {
            return self
                .lead(noun, head, run.start)
                .map_or_else(|| Answer::Who(self.own(noun, head, gender)), Answer::Who);
        }
        if let Some(who) = self.relation(noun) {
            return Answer::Who(who);
        }
        if let Some(who) = self.fitting(noun, head, run.start) {
            return Answer::Who(who);
        }
        if let Some(who) = self.possessed(noun, run.start) {
            return Answer::Who(who);
        }
        if !(noun.definite || noun.bare && noun.plural) {
            return Answer::Who(self.own(noun, head, gender));
        }
        if let Some(fuller) = self.fuller(noun, run.start) {
            let mut fuller = Noun { run: fuller, ..noun.clone() };
            fuller.definite = false;
            return Answer::Who(self.own(&fuller, head, gender));
        }
        let found = match noun.kind {
            SpeakerKind::Unnamed if !noun.plural && noun.before < 2 => {
                // `The driver` is nobody with an office.
                let bystander = self.text.get(noun.head).is_some_and(|token| token.is(BYSTANDER));
                let fits = |entity: &Entity| {
                    let same = gender == Gender::Open || entity.gender() == Gender::Open || entity.gender() == gender;
                    let named = entity.phrase.is_none() || gender != Gender::Open && !entity.plural;
                    let mut described = entity.described.clone().into_iter().flatten();
                    let office = |at: usize| self.text.get(at).is_some_and(|token| token.is(TITLE));
                    let other = bystander && described.any(office);
                    entity.is_person() && named && same && !other
                };
                self.latest(run.start, fits).who()
            }
            SpeakerKind::Organization => self.body(noun, run.start),
            SpeakerKind::Group if self.text.get(noun.head).is_some_and(|token| token.is(KIN_PLURAL)) => {
                self.couple(run.start)
            }
            _ => None,
        };
        if let Some(who) = found {
            self.entities.call(who, head);
        }
        found.map_or_else(|| Answer::Who(self.own(noun, head, gender)), Answer::Who)
    }

    /// The organisation that a noun takes up: `the agency` any of late, `the union` one that spoke and whose name tells nothing
    /// else. `The Orlova campaign` is named, `the local agency` another one, `the harbour board` itself.
    fn body(&self, noun: &Noun, at: usize) -> Option<u32> {
        let is = |at: usize, classes| self.text.get(at).is_some_and(|token| token.is(classes) && !token.capital());
        let opens = self.text.get(noun.run.start).is_some_and(super::tokens::Token::capital);
        let broad = is(noun.head, BROAD);
        if !noun.definite || opens || !is(noun.head, ORGANISATION) || noun.before > usize::from(broad) {
            return None;
        }
        let fits = |entity: &Entity| {
            let told = entity.placed || entity.phrase.is_some() || super::runs::organised(&self.text, &entity.name);
            !entity.is_person()
                && entity.phrase.is_none_or(|kind| kind == SpeakerKind::Organization)
                && (broad || !told)
        };
        let named = |entity: &Entity| entity.person < 0 && entity.phrase.is_none() && fits(entity);
        self.latest_speaker(at, fits).or_else(|| self.latest(at, named).who().filter(|_| broad))
    }

    /// The phrase as somebody of its own.
    fn own(&mut self, noun: &Noun, head: u64, gender: Gender) -> u32 {
        let who = self.entities.add_phrase(noun.run.clone(), noun.kind, Some(head), noun.plural, gender);
        let person = self.text.get(noun.head).is_some_and(|token| token.is(PERSON));
        if let Some(entity) = self.entities.list.get_mut(who as usize).filter(|_| person) {
            entity.person = 1;
        }
        who
    }

    /// `Ben Reed's sister`: the latest person who is not Ben Reed.
    fn relation(&self, noun: &Noun) -> Option<u32> {
        self.text.get(noun.head).filter(|token| token.is(KIN))?;
        let possessor = self.text.before(noun.head).filter(|token| token.form == Form::Genitive)?;
        let (before, gender) = (noun.run.start, self.text.get(noun.head)?.word.gender);
        let index = self.names.partition_point(|name| name.whole.end < noun.head - 1);
        let whose = self.entities.who.get(index).copied().flatten();
        let sentence = possessor.sentence;
        // `Ben Reed's sister` of an article that names a Carol Reed.
        let surname = whose.and_then(|who| self.entities.get(who)).and_then(|entity| entity.words.last().copied());
        let shared = surname.map(|surname| self.entities.with_last(surname)).unwrap_or_default();
        let relative = |who: &&u32| {
            Some(**who) != whose
                && self.entities.get(**who).is_some_and(|entity| {
                    entity.is_person()
                        && entity.words.len() > 1
                        && (entity.gender() == Gender::Open || entity.gender() == gender)
                })
        };
        let mut shared = shared.iter().filter(relative);
        if let (Some(who), None) = (shared.next(), shared.next()) {
            return Some(*who);
        }
        let end = self.named.partition_point(|mention| mention.at < before);
        let near = self.named.get(..end).unwrap_or_default().iter().rev().take(6);
        near.take_while(|mention| self.text.get(mention.at).is_some_and(|token| token.sentence + 2 >= sentence))
            .filter(|mention| Some(mention.who) != whose)
            .filter(|mention| {
                self.entities.get(mention.who).is_some_and(|entity| {
                    entity.is_person()
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
                |name: &Name| name.sort != Sort::Organisation && !super::beside::is_place(&self.text, &name.name);
            (joined && person(one) && person(two)).then_some(one.whole.start..two.whole.end)
        };
        let end = self.names.partition_point(|name| name.whole.start < at);
        let before = self.names.get(end.saturating_sub(60)..end).unwrap_or_default();
        let after = self.names.get(end..).unwrap_or_default();
        let run = before.windows(2).rev().find_map(pair).or_else(|| after.windows(2).take(120).find_map(pair))?;
        let run = self.longer_pair(&run).unwrap_or(run);
        Some(self.entities.add_phrase(run, SpeakerKind::Group, None, true, Gender::Open))
    }

    /// The same two people by longer names: `Ann Orlova and Ben Reed` of `Ann and Ben`.
    fn longer_pair(&self, run: &Run) -> Option<Run> {
        let who = |run: &Run| -> Vec<Option<u32>> {
            let names = super::phrase::within(&self.names, run);
            names.map(|index| self.entities.who.get(index).copied().flatten()).collect()
        };
        let people = who(run);
        let pairs = self.names.windows(2).filter_map(|pair| {
            let [one, two] = pair else { return None };
            let joined = one.whole.end + 1 == two.whole.start
                && self.text.beside(one.whole.end, one.whole.start).is_some_and(|token| token.is(CONJUNCTION));
            joined.then_some(one.whole.start..two.whole.end)
        });
        let fuller = pairs.filter(|pair| pair.len() > run.len() && who(pair) == people);
        fuller.take(20).max_by_key(|pair| (pair.len(), std::cmp::Reverse(pair.start)))
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
                // `Ann Orlova, head of the agency`: she is no agency.
                let other = entity.phrase.is_none() && noun.kind == SpeakerKind::Organization && entity.is_person();
                !other
                    && entity.phrase.is_none_or(|kind| kind == noun.kind)
                    && (entity.phrase.is_some() || entity.plural == noun.plural || !person)
            })
        };
        // `the Russian officials` are not the Norland officials that spoke before.
        let modifiers: Vec<u64> = (noun.head.saturating_sub(noun.before)..noun.head)
            .filter_map(|at| self.text.get(at))
            .filter(|token| token.wordy() && !token.is(DEFINITE | INDEFINITE))
            .map(|token| token.word.key)
            .collect();
        let modified = |entity: &Entity| {
            let has =
                |key: &u64| entity.name.clone().any(|at| self.text.get(at).is_some_and(|token| token.word.key == *key));
            entity.phrase.is_none() || modifiers.iter().all(has)
        };
        let candidates = heads
            .chain(lasts)
            .rev()
            .take(12)
            .filter(fits)
            .filter(|who| self.entities.get(**who).is_some_and(modified))
            .copied();
        candidates.filter_map(|who| latest(who).map(|at| (at, who))).max().map(|(_, who)| who)
    }

    /// The name that a mention stops before: `the chair of the board` of `the chair of the board, Ann Orlova, said`, `Councillor`
    /// of `… Dr Ann Orlova said`. Where a clause goes on, the name is another's: `according to the mayor, Ann Orlova left`.
    fn named_behind(&self, noun: &Noun, run: &Run) -> Option<usize> {
        if noun.kind != SpeakerKind::Unnamed || noun.plural {
            return None;
        }
        let comma = usize::from(self.text.beside(run.end, run.start).is_some_and(|token| token.mark(',')));
        let index = super::phrase::within(&self.names, &(run.end + comma..run.end + comma + 1)).next()?;
        let name = self.names.get(index).filter(|name| name.whole.start == run.end + comma && !name.weak)?;
        let closed = self
            .text
            .beside(name.whole.end, run.start)
            .is_none_or(|token| !token.wordy() && token.form != Form::Genitive);
        let person = match name.sort {
            Sort::Person => comma == 0 || closed,
            Sort::Likely => comma == 1 && closed,
            _ => false,
        };
        let placed = super::beside::is_place(&self.text, &name.name);
        (person && !placed).then_some(index)
    }
}
