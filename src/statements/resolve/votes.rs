//! Gender by the pronouns beside a name.
//!
//! In: tokens and names. Out: votes kept with the entities: `Ann Orlova waited. She …` counts for one woman. Where two
//! people are named near the pronoun, it counts for nobody.

use super::entities::Entities;
use super::names::{Name, Sort};
use super::tokens::Text;
use super::words::PRONOUN;
use crate::statements::gender::Gender;

impl Entities {
    /// Counts the pronouns that can mean one name only: the sole person named in their sentence or the one before.
    pub(super) fn pronouns(&mut self, text: &Text<'_>, names: &[Name]) {
        let mut near: Vec<(u32, u32)> = Vec::new();
        let mut next = 0;
        for (at, token) in text.tokens.iter().enumerate() {
            while let Some(name) = names.get(next).filter(|name| name.whole.start <= at) {
                if let Some(who) = self.who.get(next).copied().flatten()
                    && self.get(who).is_some_and(|entity| entity.is_person())
                    && name.sort != Sort::Organisation
                {
                    near.retain(|(other, _)| *other != who);
                    near.push((who, token.sentence));
                    if near.len() > 4 {
                        near.remove(0);
                    }
                }
                next += 1;
            }
            if !token.is(PRONOUN) || token.quoted {
                continue;
            }
            let mut inside = near.iter().filter(|(who, sentence)| {
                let told = self.get(*who).map_or(Gender::Open, super::entity::Entity::told);
                *sentence + 1 >= token.sentence && (told == Gender::Open || told == token.word.gender)
            });
            if let (Some((who, _)), None) = (inside.next(), inside.next())
                && let Some(entity) = self.list.get_mut(*who as usize)
            {
                entity.pronouns += if token.word.gender == Gender::Male { 1 } else { -1 };
            }
        }
    }
}
