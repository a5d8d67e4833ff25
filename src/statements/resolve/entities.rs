//! Which names are one: every person and organisation of the article once, with what the article tells of them.
//!
//! In: tokens and names. Out: [`Entities`]. A surname, a first name, a title with a surname, a shorter form of an
//! organisation's name and an acronym join the fullest name that fits (`Orlova`, `Mayor Orlova`, `Ann` → `Ann Orlova`;
//! `WHO` → `World Health Organization`), whether that stands before or after. Look-ups go by words: no pair of names is
//! compared that shares none. Pronouns and nouns are left to `phrase` and `choose`.

use super::beside::{acronym, aged, apposition, has_staff, is_place, kin_before};
use super::entity::Entity;
use super::names::{Name, Sort};
use super::tokens::{Form, Run, Text, key_words, shouted};
use super::words::{self, ByKey, HONORIFIC, LOCATIVE, ORGANISATION, PERSON};
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;

/// All of them, and who each name is.
#[derive(Debug, Default)]
pub(super) struct Entities {
    /// In order of making.
    pub list: Vec<Entity>,
    /// For every name, who it is.
    pub who: Vec<Option<u32>>,
    pub(super) by_last: ByKey<Vec<u32>>,
    pub(super) by_first: ByKey<Vec<u32>>,
    by_head: ByKey<Vec<u32>>,
    /// Words inside a run of capitals: `Abby` of `Port Alba Abby Dunn`.
    pub(super) by_inner: ByKey<u32>,
}

impl Entities {
    /// Reads every name of the article.
    pub(super) fn new(text: &Text<'_>, names: &[Name]) -> Self {
        let mut all = Self { who: vec![None; names.len()], ..Self::default() };
        // Full names first, so that a surname finds the one that stands after it.
        let keys: Vec<Vec<u64>> = names.iter().map(|name| key_words(text, &name.core_run())).collect();
        let round_of = |name: &Name, words: &[u64]| match (name.sort, name.weak) {
            (Sort::Office, _) => 3,
            (_, true) => 2,
            _ => usize::from(words.len() < 2),
        };
        for round in 0..3 {
            for (index, (name, words)) in names.iter().zip(&keys).enumerate() {
                if round_of(name, words) != round {
                    continue;
                }
                let linked = all.link(text, name, words).or_else(|| all.inner(text, name, words));
                let who =
                    if name.weak { linked } else { Some(linked.unwrap_or_else(|| all.add(text, name, words.clone()))) };
                if let (Some(who), Some(slot)) = (who, all.who.get_mut(index)) {
                    *slot = Some(who);
                    all.learn(text, name, who);
                }
            }
        }
        all.list.iter_mut().for_each(|entity| call_in_full(text, entity));
        all.pronouns(text, names);
        all
    }

    /// The entity.
    pub(super) fn get(&self, who: u32) -> Option<&Entity> {
        self.list.get(who as usize)
    }

    /// Whose title or apposition has this noun, latest made last.
    pub(super) fn with_head(&self, head: u64) -> &[u32] {
        self.by_head.get(&head).map_or(&[], Vec::as_slice)
    }

    /// Whose name ends in this word.
    pub(super) fn with_last(&self, last: u64) -> &[u32] {
        self.by_last.get(&last).map_or(&[], Vec::as_slice)
    }

    /// A new entity for a name that fits none.
    pub(super) fn add(&mut self, text: &Text<'_>, name: &Name, words: Vec<u64>) -> u32 {
        let who = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            self.by_last.entry(*last).or_default().push(who);
            if words.len() > 1 {
                self.by_first.entry(*first).or_default().push(who);
            }
        }
        if words.len() > 2 && matches!(name.sort, Sort::Likely | Sort::Open) {
            for word in words.get(1..words.len() - 1).unwrap_or_default() {
                self.by_inner.entry(*word).or_insert(who);
            }
        }
        if words.len() > 2 && name.sort == Sort::Organisation {
            let initials: String = name
                .name
                .clone()
                .filter_map(|at| text.get(at))
                .filter(|token| token.capital())
                .filter_map(|token| text.printed_token(token).chars().next())
                .collect();
            self.by_last.entry(words::key(&initials)).or_default().push(who);
        }
        let mut made = Entity::new(name.name.clone(), words);
        made.placed = is_place(text, &name.name);
        made.person -= if made.placed { 6 } else { 0 };
        if name.sort == Sort::Organisation {
            for token in name.core_run().filter_map(|at| text.get(at)).filter(|token| token.is(ORGANISATION)) {
                made.heads.push(token.word.key);
                self.by_head.entry(token.word.key).or_default().push(who);
            }
        }
        self.list.push(made);
        who
    }

    /// A phrase that spoke, as an entity of its own.
    pub(super) fn add_phrase(
        &mut self,
        name: Run,
        kind: SpeakerKind,
        head: Option<u64>,
        plural: bool,
        gender: Gender,
    ) -> u32 {
        let who = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let mut made = Entity::new(name, Vec::new());
        made.phrase = Some(kind);
        made.gender = gender;
        made.plural = plural;
        if let Some(head) = head {
            made.heads.push(head);
            self.by_head.entry(head).or_default().push(who);
        }
        self.list.push(made);
        who
    }

    /// Keeps that somebody was called by a noun.
    pub(super) fn call(&mut self, who: u32, head: u64) {
        if let Some(entity) = self.list.get_mut(who as usize).filter(|entity| !entity.heads.contains(&head)) {
            entity.heads.push(head);
            self.by_head.entry(head).or_default().push(who);
        }
    }

    /// Takes over what one mention tells.
    pub(super) fn learn(&mut self, text: &Text<'_>, name: &Name, who: u32) {
        let apposition = apposition(text, name);
        let acronym = acronym(text, name);
        let Some(entity) = self.list.get_mut(who as usize) else { return };
        if name.sort == Sort::Organisation && entity.person > 1 && !entity.organised {
            return;
        }
        entity.places.insert(name.name.start);
        entity.organised |= name.sort == Sort::Organisation;
        entity.person += match name.sort {
            Sort::Person => 3,
            Sort::Likely => 1,
            Sort::Organisation => -4,
            Sort::Open
                if text.get(name.name.start).is_some_and(|token| token.form == Form::Shout) && name.name.len() == 1 =>
            {
                -1
            }
            Sort::Open | Sort::Office => 0,
        };
        if text.before(name.whole.start).is_some_and(|before| before.is(LOCATIVE)) {
            entity.person -= 2;
        }
        if name.name.len() > entity.name.len() && !name.weak && !shouted(text, &name.name)
            || (shouted(text, &entity.name) && name.name.len() >= entity.name.len())
        {
            entity.name = name.name.clone();
            entity.words = key_words(text, &name.core_run());
            entity.placed = is_place(text, &name.name);
        }
        // `John Orlova` is somebody, and a man.
        let full = !entity.placed && name.name.len() > 1 && name.sort != Sort::Organisation;
        let first = text.get(name.name.start).filter(|_| full);
        entity.given = first.and_then(|token| text.given(token)).or(entity.given);
        if entity.gender == Gender::Open {
            entity.gender = name.gender;
        }
        let mut heads = Vec::new();
        for token in (name.name.end..name.whole.end).filter_map(|at| text.get(at)).filter(|token| token.is(PERSON)) {
            if !entity.heads.contains(&token.word.key) && entity.heads.len() < 12 {
                entity.heads.push(token.word.key);
                heads.push(token.word.key);
            }
        }
        for run in [name.described.clone(), apposition.clone().map(|(run, _)| run)].into_iter().flatten() {
            entity.relative |= run.clone().filter_map(|at| text.get(at)).any(|token| token.is(words::KIN));
            let before = entity.heads.len();
            for token in run.clone().filter_map(|at| text.get(at)) {
                if token.is(PERSON | ORGANISATION) && entity.heads.len() < 12 && !entity.heads.contains(&token.word.key)
                {
                    entity.heads.push(token.word.key);
                    heads.push(token.word.key);
                    if before == entity.heads.len() - 1 && entity.gender == Gender::Open && token.is(PERSON) {
                        entity.gender = token.word.gender;
                    }
                }
            }
            if entity.described.is_none()
                && run.len() > usize::from(run.clone().all(|at| text.get(at).is_some_and(|token| token.is(HONORIFIC))))
            {
                entity.described = Some(run);
            }
        }
        let (kin, aged) = (kin_before(text, name), aged(text, name));
        entity.gender = kin.filter(|_| entity.gender == Gender::Open).unwrap_or(entity.gender);
        entity.aged |= aged;
        let apposed = apposition.is_some_and(|(_, person)| person);
        for (holds, points) in
            [(is_told_of(text, name), 2), (kin.is_some(), 2), (has_staff(text, name), -4), (apposed, 3), (aged, 3)]
        {
            entity.person += if holds { points } else { 0 };
        }
        for head in heads {
            self.by_head.entry(head).or_default().push(who);
        }
        if let Some(short) = acronym {
            self.by_last.entry(short).or_default().push(who);
        }
    }
}

/// Whether `who` or `whom` follows a name.
fn is_told_of(text: &Text<'_>, name: &Name) -> bool {
    let comma = usize::from(text.beside(name.whole.end, name.whole.start).is_some_and(|token| token.mark(',')));
    let next = text.beside(name.whole.end + comma, name.whole.start);
    name.sort != Sort::Organisation
        && next.is_some_and(|token| token.is(words::RELATIVE) && token.is(words::PREPOSITION))
}

/// `Dean Orlova, 39,` of whom no more is told: the title is the given name.
fn call_in_full(text: &Text<'_>, entity: &mut Entity) {
    let before = entity.name.start.checked_sub(1);
    let given = before.filter(|at| text.get(*at).is_some_and(|token| token.is(words::GIVEN) && token.capital()));
    if let Some(at) = given.filter(|at| entity.aged && entity.name.len() == 1 && entity.described == Some(*at..*at + 1))
    {
        entity.name.start = at;
        entity.described = None;
    }
}
