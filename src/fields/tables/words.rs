//! Lists asked for whole words.
//!
//! In: a word as printed. Out: its row's second column, whatever the word's case.

use rustc_hash::FxHashMap;

use super::letters::lower;
use crate::lexicon;
use crate::text::chars::fold;

/// One list with whole words as keys and its second column as value.
#[derive(Debug, Default)]
pub(in crate::fields) struct Words {
    rows: FxHashMap<&'static [u8], &'static str>,
    /// For each first letter of ASCII the lengths that are listed, as bits: most words are refused by it.
    lengths: Vec<u64>,
    longest: usize,
}

/// The longest word that is put into lower case without a copy on the heap.
const SHORT: usize = 48;

impl Words {
    /// The value of `word` in whatever case it is printed.
    pub(in crate::fields) fn get(&self, word: &str) -> Option<&'static str> {
        // No letter's lower case is less than a third as long.
        let first = *word.as_bytes().first().filter(|_| word.len() <= 3 * self.longest)?;
        if word.len() > SHORT {
            return self.rows.get(lower(word).as_bytes()).copied();
        }
        if !word.is_ascii() {
            let mut small = [0; 2 * SHORT];
            return match folded(word, &mut small) {
                Some(length) => self.rows.get(small.get(..length)?).copied(),
                None => self.rows.get(lower(word).as_bytes()).copied(),
            };
        }
        if self.lengths.get(usize::from(first.to_ascii_lowercase()))? >> word.len() & 1 == 0 {
            return None;
        }
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return self.rows.get(word.as_bytes()).copied();
        }
        let mut small = [0; SHORT];
        let small = small.get_mut(..word.len())?;
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        self.rows.get(&*small).copied()
    }

    /// Whether it is listed, in whatever case it is printed.
    pub(in crate::fields) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    pub(super) fn add(&mut self, language: &str, name: &str) {
        self.rows.reserve(lexicon::size(language, name));
        lexicon::pairs(language, name).for_each(|(word, value)| self.insert(word, value));
    }

    pub(super) fn insert(&mut self, word: &'static str, value: &'static str) {
        self.lengths.resize(128, 0);
        let first = word.as_bytes().first().copied().unwrap_or(0);
        if let Some(lengths) = self.lengths.get_mut(usize::from(first)) {
            *lengths |= 1 << word.len().min(63);
        }
        self.longest = self.longest.max(word.len());
        self.rows.entry(word.as_bytes()).or_insert(value);
    }
}

/// Puts a word into lower case letter by letter; gives its bytes. None where a letter's lower case is several, or depends on
/// where it stands.
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
