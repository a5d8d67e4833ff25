//! Lists asked for whole words.
//!
//! In: a word as printed. Out: its row's second column, whatever the word's case. A word that several lists are asked for is
//! put into lower case once ([`Asked`]).

use super::letters::lower;
use crate::lexicon::{self, WordTable};
use crate::text::Plain;
use crate::text::chars::fold;
use crate::text::hash::{START, step};

/// One list with whole words as keys and its second column as value.
#[derive(Debug, Default)]
pub(in crate::fields) struct Words {
    table: WordTable,
    /// Of each word of the table.
    values: Vec<&'static str>,
    /// For each first letter of ASCII the lengths that are listed, as bits: most words are refused by it.
    lengths: Vec<u64>,
    longest: usize,
}

/// A word that lists are asked for.
#[derive(Clone, Copy, Debug)]
pub(in crate::fields) struct Asked<'a> {
    text: &'a str,
    /// Where it is letters of ASCII and nothing else.
    plain: Option<Plain<'a>>,
}

impl<'a> Asked<'a> {
    /// A word in whatever case it is printed.
    pub(in crate::fields) fn new(text: &'a str) -> Self {
        Self { text, plain: Plain::at(text.as_bytes()).filter(|word| word.length() == text.len()) }
    }

    /// As printed.
    pub(in crate::fields) fn text(&self) -> &'a str {
        self.text
    }
}

/// The longest word that is put into lower case without a copy on the heap.
const SHORT: usize = 48;

impl Words {
    /// The value of `word` in whatever case it is printed.
    pub(in crate::fields) fn get(&self, word: &str) -> Option<&'static str> {
        if self.refuses(word) { None } else { self.look(&Asked::new(word)) }
    }

    /// The same for a word that several lists are asked for.
    pub(in crate::fields) fn of(&self, word: &Asked<'_>) -> Option<&'static str> {
        if self.refuses(word.text) { None } else { self.look(word) }
    }

    fn look(&self, word: &Asked<'_>) -> Option<&'static str> {
        match &word.plain {
            Some(plain) => self.find(plain.text, plain.hash),
            None => self.get_any(word.text),
        }
    }

    /// Whether it is listed, in whatever case it is printed.
    pub(in crate::fields) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Whether a word that several lists are asked for is listed.
    pub(in crate::fields) fn holds(&self, word: &Asked<'_>) -> bool {
        self.of(word).is_some()
    }

    /// Whether no listed word has such a first letter and length.
    #[inline]
    fn refuses(&self, word: &str) -> bool {
        // No letter's lower case is less than a third as long.
        let Some(first) = word.as_bytes().first().filter(|_| word.len() <= 3 * self.longest) else { return true };
        let lengths = self.lengths.get(usize::from(first.to_ascii_lowercase()));
        let listed = lengths.is_some_and(|lengths| lengths >> word.len().min(63) & 1 > 0);
        !listed && word.is_ascii()
    }

    /// A word with signs, or with letters beyond ASCII.
    fn get_any(&self, word: &str) -> Option<&'static str> {
        let mut small = [0; 2 * SHORT];
        let folded = folded(word, &mut small).and_then(|length| small.get(..length));
        let owned;
        let lower = match folded {
            Some(small) => small,
            None => {
                owned = lower(word);
                owned.as_bytes()
            }
        };
        self.find(lower, lower.iter().fold(START, |hash, byte| step(hash, *byte)))
    }

    fn find(&self, word: &[u8], hash: u64) -> Option<&'static str> {
        self.table.find_hashed(word, hash).and_then(|at| self.values.get(at)).copied()
    }

    pub(super) fn add(&mut self, language: &str, name: &str) {
        self.table.reserve(lexicon::size(language, &format!("{name}.txt")));
        lexicon::pairs(language, name).for_each(|(word, value)| self.insert(word, value));
    }

    pub(super) fn insert(&mut self, word: &'static str, value: &'static str) {
        self.lengths.resize(128, 0);
        let first = word.as_bytes().first().copied().unwrap_or(0);
        if let Some(lengths) = self.lengths.get_mut(usize::from(first)) {
            *lengths |= 1 << word.len().min(63);
        }
        self.longest = self.longest.max(word.len());
        // Of two rows for one word the first counts.
        if self.table.add(word) == self.values.len() {
            self.values.push(value);
        }
    }
}

/// Puts a word into lower case letter by letter; gives its bytes. None where it is too long, or a letter's lower case is
/// several letters or depends on where it stands.
fn folded(word: &str, small: &mut [u8; 2 * SHORT]) -> Option<usize> {
    let mut length = 0;
    for found in word.chars().map(fold) {
        if matches!(found, 'İ' | 'σ') {
            return None;
        }
        let room = small.get_mut(length..).filter(|room| room.len() >= 4)?;
        length += found.encode_utf8(room).len();
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_does_not_matter_and_the_first_row_counts() {
        let mut words = Words::default();
        for (word, value) in [("éditeur", "one"), ("of the", "two"), ("éditeur", "three"), ("desk", "four")] {
            words.insert(word, value);
        }
        let asked = ["ÉDITEUR", "Of The", "DESK", "desks", "of", "editeur", ""].map(|word| words.get(word));
        assert_eq!(asked, [Some("one"), Some("two"), Some("four"), None, None, None, None]);
        for word in ["ÉDITEUR", "Of The", "Desk", "desks", "of", ""] {
            assert_eq!(words.of(&Asked::new(word)), words.get(word), "{word}");
        }
    }
}
