//! A word of ASCII letters and figures, cut, put into lower case and hashed in one walk: what nearly all words of a text
//! in Latin script are.
//!
//! In: bytes that begin with a word. Out: [`Plain`]; none where the word is longer than 32 bytes. What ends the word, and
//! whether it goes on in other letters (`café`, `U.S.`), is the caller's to see.

use super::hash::{START, step};

/// The longest word, in bytes: longer ones are read letter by letter.
const LONGEST: usize = 32;

/// A word.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    /// Its bytes.
    pub length: usize,
    /// [`step`] from [`START`] on over its lower case.
    pub hash: u64,
    /// How many of its bytes are capitals.
    pub capitals: usize,
    /// How many are figures.
    pub figures: usize,
    lower: [u8; LONGEST],
}

/// Each letter in lower case and each figure as itself; 0 for all else.
const LOWER: [u8; 256] = {
    let mut lower = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            lower[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    lower
};

impl Plain {
    /// The word that `bytes` begin with; it may be empty.
    #[inline]
    #[must_use]
    pub fn at(bytes: &[u8]) -> Option<Self> {
        let mut word = Self { length: 0, hash: START, capitals: 0, figures: 0, lower: [0; LONGEST] };
        for &byte in bytes {
            let lower = LOWER[usize::from(byte)];
            if lower == 0 {
                return Some(word);
            }
            *word.lower.get_mut(word.length)? = lower;
            word.hash = step(word.hash, lower);
            word.capitals += usize::from(lower != byte);
            word.figures += usize::from(lower < b'a');
            word.length += 1;
        }
        Some(word)
    }

    /// It in lower case.
    #[inline]
    #[must_use]
    pub fn lower(&self) -> &[u8] {
        &self.lower[..self.length]
    }

    /// Whether it holds capitals and no small letter.
    #[inline]
    #[must_use]
    pub const fn is_shouted(&self) -> bool {
        self.capitals > 0 && self.capitals + self.figures == self.length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_where_another_sign_stands() {
        let word = Plain::at(b"Mk2-Boat").expect("is short");
        assert_eq!((word.lower(), word.capitals, word.figures), (b"mk2".as_slice(), 1, 1));
        assert_eq!(word.hash, b"mk2".iter().fold(START, |hash, byte| step(hash, *byte)));
        assert!(Plain::at(b"NATO3,").is_some_and(|word| word.is_shouted()) && !word.is_shouted());
        assert!(Plain::at(b"").is_some_and(|word| word.length == 0 && !word.is_shouted()));
        assert!(Plain::at("é".as_bytes()).is_some_and(|word| word.length == 0));
        assert!(Plain::at(&[b'a'; LONGEST]).is_some() && Plain::at(&[b'a'; LONGEST + 1]).is_none());
    }
}
