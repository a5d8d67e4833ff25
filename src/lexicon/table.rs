//! A table from lower-case words to small numbers: one look-up a token, so it hashes cheaply.

use crate::text::hash::{START, step};

/// Words to the index they were put in with.
#[derive(Debug, Default)]
pub struct WordTable {
    words: Vec<Box<str>>,
    slots: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

impl WordTable {
    /// Holds `words`, each under its place in the list.
    #[must_use]
    pub fn new(words: Vec<Box<str>>) -> Self {
        let size = (words.len() * 4).next_power_of_two().max(8);
        let mut slots = vec![EMPTY; size];
        for (index, word) in words.iter().enumerate() {
            let mut at = mixed(word.bytes().fold(START, step)) & (size - 1);
            while slots[at] != EMPTY {
                at = (at + 1) & (size - 1);
            }
            slots[at] = u32::try_from(index).unwrap_or(EMPTY);
        }
        Self { words, slots }
    }

    /// The place of `word`, which must be lower case.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<usize> {
        self.find_hashed(word.as_bytes(), word.bytes().fold(START, step))
    }

    /// The same for a word whose bytes are hashed already: by [`step`] from [`START`] on.
    #[must_use]
    pub fn find_hashed(&self, word: &[u8], hash: u64) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut at = mixed(hash) & mask;
        while self.slots[at] != EMPTY {
            let index = self.slots[at] as usize;
            if self.words[index].as_bytes() == word {
                return Some(index);
            }
            at = (at + 1) & mask;
        }
        None
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
        let table = WordTable::new(vec!["said".into(), "told".into()]);
        assert_eq!(table.find("told"), Some(1));
        assert_eq!(table.find("Told"), None);
        assert_eq!(WordTable::default().find("said"), None);
    }
}
