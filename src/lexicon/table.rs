//! A table from lower-case words to small numbers: one look-up a token, so it hashes cheaply.

use crate::text::hash::{START, step};

/// Words to the place they were put in at.
#[derive(Debug, Default)]
pub struct WordTable {
    words: Vec<&'static str>,
    /// A word's place, and above it bits of its hash: most others are refused without a look at the word, which lies elsewhere.
    slots: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;
/// How many bits of a slot are the place.
const PLACE: u32 = 20;
const PLACES: u32 = (1 << PLACE) - 1;
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
    ///
    /// # Panics
    ///
    /// With more than a million words, which no list has.
    pub fn add(&mut self, word: &'static str) -> usize {
        if self.words.len() * LEAST_SLOTS >= self.slots.len() {
            self.make_slots(self.words.len() * 2);
        }
        let hash = word.bytes().fold(START, step);
        if let Some(place) = self.place(hash, |listed| listed == word.as_bytes()) {
            return place;
        }
        self.words.push(word);
        self.put(self.words.len() - 1, hash);
        self.words.len() - 1
    }

    /// Makes slots for so many words, and puts those that it holds into them.
    fn make_slots(&mut self, words: usize) {
        self.slots.clear();
        self.slots.resize((words * 4).next_power_of_two().max(8), EMPTY);
        for place in 0..self.words.len() {
            self.put(place, self.words[place].bytes().fold(START, step));
        }
    }

    /// Puts a place into the first empty slot for its word's hash.
    fn put(&mut self, place: usize, hash: u64) {
        let mixed = mixed(hash);
        let mask = self.slots.len() - 1;
        let mut at = mixed as usize & mask;
        while self.slots[at] != EMPTY {
            at = (at + 1) & mask;
        }
        let place =
            u32::try_from(place).ok().filter(|place| *place < PLACES).expect("a list of less than a million words");
        self.slots[at] = mixed & !PLACES | place;
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
        let mixed = mixed(hash);
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = mixed as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            if slot == EMPTY {
                return None;
            }
            let place = (slot & PLACES) as usize;
            if (slot ^ mixed) & !PLACES == 0 && same(self.words.get(place)?.as_bytes()) {
                return Some(place);
            }
            at = (at + 1) & mask;
        }
    }
}

/// The last mix: the lower bits say the slot, the upper ones are kept in it.
fn mixed(hash: u64) -> u32 {
    #[allow(clippy::cast_possible_truncation)] // the half that is wanted
    let mixed = (hash ^ (hash >> 29)) as u32;
    mixed
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
