//! Which entity a name joins: a surname, a first name, a title with a surname, a shorter or longer form.
//!
//! In: a name and its words. Out: the entity it fits best, or `None`. Only names that share a word are looked at, and of
//! those the latest few. Two people of one surname are told apart by title, kin and what was named before.

use super::beside::is_place;
use super::entities::Entities;
use super::entity::Entity;
use super::names::{Name, Sort};
use super::tokens::{Form, Run, Text, key_words};
use super::words::{DEFINITE, LOCATIVE, ORGANISATION};
use crate::statements::gender::Gender;

/// How many that share a word are looked at: the latest.
const LOOKED_AT: usize = 6;

impl Entities {
    /// The person whose full name is the end of a longer run of capitals, from the word of a shorter mention on.
    pub(super) fn inner(&mut self, text: &Text<'_>, name: &Name, words: &[u64]) -> Option<u32> {
        let word = *words.first().filter(|_| {
            words.len() == 1
                && !is_place(text, &name.name)
                && !text.before(name.whole.start).is_some_and(|token| token.is(LOCATIVE))
        })?;
        let who = *self.by_inner.get(&word)?;
        let entity = self.list.get_mut(who as usize)?;
        let start = entity.name.clone().find(|at| text.get(*at).is_some_and(|token| token.word.key == word))?;
        entity.name.start = start;
        entity.words = key_words(text, &entity.name);
        entity.person += 3;
        self.by_first.entry(word).or_default().push(who);
        Some(who)
    }

    /// The entity that a name fits, the latest first.
    pub(super) fn link(&self, text: &Text<'_>, name: &Name, words: &[u64]) -> Option<u32> {
        let (first, last) = (words.first()?, words.last()?);
        let placed = words.len() == 1
            && (is_place(text, &name.name) || text.before(name.whole.start).is_some_and(|token| token.is(LOCATIVE)));
        let fits = |who: &u32| {
            self.get(*who).is_some_and(|entity| {
                compatible(text, entity, name, words) && (!placed || entity.words.len() == 1 || entity.is_person())
            })
        };
        let start = name.name.start;
        let tail = text
            .get(name.name.end.saturating_sub(1))
            .is_some_and(|token| token.is(ORGANISATION) || token.form == Form::Shout);
        // `told the Port Gazette Orlova`: a surname that ran into the name before it.
        let article = text.before(name.whole.start).is_some_and(|before| before.is(DEFINITE));
        let ran = (name.sort == Sort::Organisation || name.sort == Sort::Open && article) && words.len() > 2 && !tail;
        if let Some(who) = self.by_last.get(last).filter(|_| ran).and_then(|list| {
            list.iter().copied().find(|who| self.get(*who).is_some_and(|entity| entity.person > 1 && !entity.organised))
        }) {
            return Some(who);
        }
        let fits_gender = |entity: &Entity| {
            name.gender == Gender::Open || entity.gender() == Gender::Open || entity.gender() == name.gender
        };
        // Of several that share the word: a person before `Port Gazette Orlova`; then whom the title fits; then not
        // somebody's relative, who would go by the first name; then who is named before, and near, and most.
        let passage = text.passage(start);
        let near = |entity: &Entity| {
            entity.places.range(..start).next_back().is_some_and(|at| text.passage(*at) + 1 >= passage)
        };
        let rank = |who: &u32| {
            self.get(*who).map(|entity| {
                let named = entity.first <= start;
                (
                    tail || !entity.organised,
                    fits_gender(entity),
                    near(entity) || !entity.relative,
                    named,
                    near(entity),
                    !entity.relative,
                    entity.person,
                    if named { i64::from(*who) } else { -i64::from(*who) },
                )
            })
        };
        // `The College`, behind `Royal College of Pilots`.
        if article && words.len() == 1 && text.get(name.name.start).is_some_and(|token| token.is(ORGANISATION)) {
            let before = |who: &u32| {
                self.get(*who).is_some_and(|entity| {
                    entity.organised && entity.phrase.is_none() && entity.words.len() > 1 && entity.first < start
                })
            };
            let seen = |who: &u32| self.get(*who).and_then(|entity| entity.places.range(..start).next_back().copied());
            let named = self.with_head(*first).iter().rev().take(LOOKED_AT).copied();
            if let Some(who) = named.filter(before).max_by_key(seen) {
                return Some(who);
            }
        }
        recent(self.by_last.get(last)).filter(fits).max_by_key(rank).or_else(|| {
            recent(self.by_first.get(first)).find(|who| {
                self.get(*who).is_some_and(|entity| {
                    if words.len() == 1 {
                        entity.is_person() && name.sort != Sort::Organisation && !is_place(text, &name.name)
                    } else {
                        (entity.organised && shorter(words, &entity.words))
                            || (name.sort == Sort::Organisation && shorter(&entity.words, words))
                    }
                })
            })
        })
    }
}

/// Whether two forms of a name can be one.
fn compatible(text: &Text<'_>, entity: &Entity, name: &Name, words: &[u64]) -> bool {
    if entity.phrase.is_some() {
        return false;
    }
    let (Some(first), Some(other)) = (words.first(), entity.words.first()) else { return false };
    if words.len() == 1 || entity.words.len() == 1 {
        return true;
    }
    if first == other || shorter(words, &entity.words) || shorter(&entity.words, words) {
        return true;
    }
    let letter = |run: &Run| {
        let token = text.get(run.start)?;
        (token.end - token.start == 1).then(|| text.printed_token(token).chars().next()).flatten()
    };
    let initial = |run: &Run| text.get(run.start).and_then(|token| text.printed_token(token).chars().next());
    let (one, two) = (letter(&name.name), letter(&entity.name));
    (one.is_some() && one == initial(&entity.name)) || (two.is_some() && two == initial(&name.name))
}

/// Whether every word of `short` is in `long`.
fn shorter(short: &[u64], long: &[u64]) -> bool {
    short.iter().all(|word| long.contains(word))
}

/// Those of a list that were met last, the last first.
fn recent(list: Option<&Vec<u32>>) -> impl Iterator<Item = u32> {
    list.into_iter().flat_map(|list| list.iter().rev().take(LOOKED_AT).copied())
}
