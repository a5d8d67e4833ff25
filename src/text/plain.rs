//! A word of ASCII letters and figures, cut and hashed without regard to its case in one walk: what nearly all words of a
//! text in Latin script are.
//!
//! In: bytes that begin with a word. Out: [`Plain`]; none where the word is longer than 32 bytes. [`Plain::at`] leaves it to the
//! caller whether the word goes on in other letters or signs (`café`, `U.S.`); [`Plain::free`] gives only one that cannot.

use super::hash::{START, step};

/// The longest word, in bytes: longer ones are read letter by letter.
const LONGEST: usize = 32;

/// A word.
#[derive(Clone, Copy, Debug)]
pub struct Plain<'a> {
    /// As printed.
    pub text: &'a [u8],
    /// [`step`] from [`START`] on over its lower case.
    pub hash: u64,
    kinds: u16,
}

const SMALL: u16 = 1 << 8;
const CAPITAL: u16 = 2 << 8;
const FIGURE: u16 = 4 << 8;

/// For each letter and figure its lower case and its kind in one number; 0 for all else.
static LETTERS: [u16; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        letters[byte as usize] = match byte {
            b'a'..=b'z' => byte as u16 | SMALL,
            b'A'..=b'Z' => byte.to_ascii_lowercase() as u16 | CAPITAL,
            b'0'..=b'9' => byte as u16 | FIGURE,
            _ => 0,
        };
        byte += 1;
    }
    letters
};

/// A letter or figure of ASCII in lower case; none for all else.
#[inline]
#[must_use]
pub fn lower(byte: u8) -> Option<u8> {
    Some(LETTERS[usize::from(byte)].to_le_bytes()[0]).filter(|lower| *lower != 0)
}

impl<'a> Plain<'a> {
    /// The word that `bytes` begin with; it may be empty.
    #[inline]
    #[must_use]
    pub fn at(bytes: &'a [u8]) -> Option<Self> {
        let (mut hash, mut kinds, mut length) = (START, 0, 0);
        for &byte in bytes.get(..=LONGEST).unwrap_or(bytes) {
            let letter = LETTERS[usize::from(byte)];
            if letter == 0 {
                break;
            }
            hash = step(hash, letter.to_le_bytes()[0]);
            kinds |= letter;
            length += 1;
        }
        let text = bytes.get(..length).filter(|text| text.len() <= LONGEST)?;
        Some(Self { text, hash, kinds })
    }

    /// The word that `bytes` begin with, where it ends at their end or at a sign that no word goes on with; none where there is
    /// no word, or it may go on. A full stop or colon with a space behind it is such a sign, though an abbreviation keeps its
    /// stop.
    #[inline(always)]
    #[must_use]
    pub fn free(bytes: &'a [u8]) -> Option<Self> {
        let word = Self::at(bytes)?;
        let last = word.text.last()?;
        match bytes.get(word.length()) {
            None | Some(b' ' | b';' | b'?' | b'!' | b')' | b'"') => Some(word),
            Some(b'.' | b':') if bytes.get(word.length() + 1).is_none_or(|next| *next == b' ') => Some(word),
            // `1,200`
            Some(b',') if !last.is_ascii_digit() => Some(word),
            _ => None,
        }
    }

    /// How many bytes it has.
    #[inline]
    #[must_use]
    pub const fn length(&self) -> usize {
        self.text.len()
    }

    /// Whether it holds a figure.
    #[inline]
    #[must_use]
    pub const fn has_figure(&self) -> bool {
        self.kinds & FIGURE != 0
    }

    /// Whether it holds capitals and no small letter.
    #[inline]
    #[must_use]
    pub const fn is_shouted(&self) -> bool {
        self.kinds & (CAPITAL | SMALL) == CAPITAL
    }

    /// How many of its letters are capitals.
    #[must_use]
    pub fn capitals(&self) -> usize {
        self.text.iter().filter(|byte| byte.is_ascii_uppercase()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_where_another_sign_stands() {
        let word = Plain::at(b"Mk2-Boat").expect("is short");
        assert_eq!((word.text, word.capitals()), (b"Mk2".as_slice(), 1));
        assert!(word.has_figure() && !Plain::at(b"boat 2").is_some_and(|word| word.has_figure()));
        assert_eq!(word.hash, b"mk2".iter().fold(START, |hash, byte| step(hash, *byte)));
        assert!(Plain::at(b"NATO3,").is_some_and(|word| word.is_shouted()) && !word.is_shouted());
        assert!(Plain::at(b"").is_some_and(|word| word.length() == 0 && !word.is_shouted()));
        assert!(Plain::at("é".as_bytes()).is_some_and(|word| word.length() == 0));
        let free = |text: &str| Plain::free(text.as_bytes()).is_some();
        assert!(["boat", "boat, 2", "boat. 2", "boat: 2"].into_iter().all(free));
        assert!(!["1,200", "U.S.", "caf\u{e9}", " "].into_iter().any(free));
        assert!(Plain::at(&[b'a'; LONGEST]).is_some() && Plain::at(&[b'a'; LONGEST + 1]).is_none());
    }
}
