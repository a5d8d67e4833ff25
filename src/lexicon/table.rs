//! A table from lower-case words to small numbers: one look-up a token, so it hashes cheaply.

use crate::text::hash::{START, step};

/// Words to the place they were put in at.
#[derive(Debug, Default)]
pub struct WordTable {
    words: Vec<&'static str>,
    slots: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;
/// There are at least so many slots a word: a look-up hardly ever goes beyond the first.
const LEAST_SLOTS: usize = 2;

impl WordTable {
    /// Holds nothing, and has room for so many words; with more it grows.
    #[must_use]
    pub fn with_room(words: usize) -> Self {
        let mut table = Self::default();
        table.reserve(words);
        table
    }

    /// Makes room for so many words more.
    pub fn reserve(&mut self, more: usize) {
        let words = self.words.len() + more;
        if words * LEAST_SLOTS >= self.slots.len() {
            self.words.reserve(more);
            self.make_slots(words);
        }
    }

    /// The place of `word`, which is put in if it is not there yet.
    pub fn add(&mut self, word: &'static str) -> usize {
        if self.words.len() * LEAST_SLOTS >= self.slots.len() {
            self.make_slots(self.words.len() * 2);
        }
        let slot = self.slot(word, |listed| listed == word);
        let place = self.slots[slot];
        if place != EMPTY {
            return place as usize;
        }
        self.slots[slot] = u32::try_from(self.words.len()).unwrap_or(EMPTY);
        self.words.push(word);
        self.words.len() - 1
    }

    /// Makes slots for so many words, and puts those that it holds into them.
    fn make_slots(&mut self, words: usize) {
        self.slots.clear();
        self.slots.resize((words * 4).next_power_of_two().max(8), EMPTY);
        for (place, word) in (0..).zip(&self.words) {
            let slot = self.slot(word, |_| false);
            self.slots[slot] = place;
        }
    }

    /// The place of `word`, which must be lower case.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<usize> {
        self.place(word.bytes().fold(START, step), |listed| listed == word.as_bytes())
    }

    /// The same for a word whose lower case is hashed already, by [`step`] from [`START`] on; its letters of ASCII may be
    /// printed in any case.
    #[must_use]
    pub fn find_hashed(&self, word: &[u8], hash: u64) -> Option<usize> {
        self.place(hash, |listed| listed == word || listed.eq_ignore_ascii_case(word))
    }

    /// The place of the word with a hash that is the `same`.
    #[inline]
    fn place(&self, hash: u64, same: impl Fn(&[u8]) -> bool) -> Option<usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = mixed(hash) & mask;
        loop {
            let place = *self.slots.get(at)?;
            if place == EMPTY {
                return None;
            }
            if same(self.words.get(place as usize)?.as_bytes()) {
                return Some(place as usize);
            }
            at = (at + 1) & mask;
        }
    }

    /// The slot of `word`, by whether a listed one is the `same`, or else the empty slot where it would stand.
    #[inline]
    fn slot(&self, word: &str, same: impl Fn(&str) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = mixed(word.bytes().fold(START, step)) & mask;
        while self.slots[at] != EMPTY && !same(self.words[self.slots[at] as usize]) {
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
        let mut table = WordTable::with_room(1);
        assert_eq!(["said", "told", "said"].map(|word| table.add(word)), [0, 1, 0]);
        assert_eq!(table.find("told"), Some(1));
        assert_eq!(table.find("Told"), None);
        assert_eq!(WordTable::default().find("said"), None);
    }
}
