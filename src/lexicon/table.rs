//! A table from lower-case words to small numbers: one look-up a token, so it hashes cheaply.

use crate::text::hash::{START, step};

/// Words to the place they were put in at.
#[derive(Debug, Default)]
pub struct WordTable {
    words: Vec<&'static str>,
    slots: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

impl WordTable {
    /// Holds `words`, each under its place in the list.
    #[must_use]
    pub fn new(words: &[&'static str]) -> Self {
        let mut table = Self::with_room(words.len());
        for word in words {
            table.add(word);
        }
        table
    }

    /// Holds nothing, and has room for so many words.
    #[must_use]
    pub fn with_room(words: usize) -> Self {
        let size = (words * 4).next_power_of_two().max(8);
        Self { words: Vec::with_capacity(words), slots: vec![EMPTY; size] }
    }

    /// The place of `word`, which is put in if it is not there yet. There must be room for it.
    pub fn add(&mut self, word: &'static str) -> usize {
        let slot = self.slot(word.as_bytes(), word.bytes().fold(START, step));
        let Some(place) = self.slots.get_mut(slot) else { return 0 };
        if *place == EMPTY {
            *place = u32::try_from(self.words.len()).unwrap_or(EMPTY);
            self.words.push(word);
        }
        *place as usize
    }

    /// The place of `word`, which must be lower case.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<usize> {
        self.find_hashed(word.as_bytes(), word.bytes().fold(START, step))
    }

    /// The same for a word whose bytes are hashed already: by [`step`] from [`START`] on.
    #[must_use]
    pub fn find_hashed(&self, word: &[u8], hash: u64) -> Option<usize> {
        let place = *self.slots.get(self.slot(word, hash))?;
        (place != EMPTY).then_some(place as usize)
    }

    /// The slot that holds a word, or the empty one where it would stand. At most a quarter of the slots is taken.
    #[inline]
    fn slot(&self, word: &[u8], hash: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = mixed(hash) & mask;
        while let Some(place) = self.slots.get(at).filter(|place| **place != EMPTY) {
            if self.words[*place as usize].as_bytes() == word {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }
}

/// The last mix.
fn mixed(hash: u64) -> usize {
    usize::try_from((hash ^ (hash >> 29)) & 0x7fff_ffff).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_it_holds_and_nothing_else() {
        let table = WordTable::new(&["said", "told"]);
        assert_eq!(table.find("told"), Some(1));
        assert_eq!(table.find("Told"), None);
        assert_eq!(WordTable::default().find("said"), None);
        let mut table = WordTable::with_room(2);
        assert_eq!(["tide", "said", "tide"].map(|word| table.add(word)), [0, 1, 0]);
        assert_eq!(table.find("said"), Some(1));
    }
}
