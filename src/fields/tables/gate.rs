//! What none of a list's phrases begins (or ends) with: asked at every word of a text, it refuses nearly all of them in a
//! few instructions.
//!
//! In: the outer letters of phrases when the lists are read; then the bytes at a place in a text. Out: whether a phrase may
//! stand there. It lets through too much, never too little. Letters of ASCII are known three deep, others by one bit of many.

use super::letters::letters;
use super::words::Words;
use crate::lexicon;
use crate::text::Sieve;
use crate::text::chars::fold;

/// The outermost letter of a phrase and the one beside it, where it has one: few phrases share both.
pub(super) type Edge = (char, Option<char>);

/// The first words of lists.
#[derive(Debug, Default)]
pub(in crate::fields) struct Heads {
    gate: Gate,
    words: Words,
}

impl Heads {
    /// Whether a listed phrase may begin `text`.
    #[inline]
    pub(in crate::fields) fn may_begin(&self, text: &str) -> bool {
        if !self.gate.lets_text(text, false) {
            return false;
        }
        // Where ASCII borders the word, it is a list's first word or none; a capital inside could be a border too.
        let word = letters(text);
        let plain = word.is_ascii()
            && text.as_bytes().get(word.len()).is_none_or(|next| next.is_ascii() && !next.is_ascii_alphabetic());
        !plain || self.words.has(word)
    }

    pub(super) fn add(&mut self, language: &str, name: &str) {
        for (phrase, value) in lexicon::pairs(language, name) {
            self.gate.open(phrase.chars());
            self.words.insert(letters(phrase), value);
        }
    }
}

/// Which outer letters are listed.
#[derive(Debug, Default)]
pub(super) struct Gate {
    outer: Outer,
    /// The first two letters of phrases, each pair of ASCII as one bit; of those alone that go no further, or not in ASCII.
    pairs: Vec<u64>,
    short: Vec<u64>,
    /// The first three letters.
    triples: Sieve,
    /// Outer letters beyond ASCII.
    wide: Sieve,
}

/// For each byte whether a phrase may begin with it, and whether one is nothing else.
#[derive(Debug)]
struct Outer([u8; 256]);

const BEGINS: u8 = 1;
const ALONE: u8 = 2;
/// The byte is a capital or an opening bracket, and a phrase may begin with it; or it is beyond ASCII.
const LARGE: u8 = 4;

impl Default for Outer {
    fn default() -> Self {
        let mut known = [0; 256];
        known[0xC0..].fill(LARGE);
        Self(known)
    }
}

impl Outer {
    /// Opens it for a byte in either case.
    fn open(&mut self, byte: u8, what: u8) {
        for byte in [byte, byte.to_ascii_uppercase()] {
            let what = if byte.is_ascii_uppercase() || byte == b'(' { what | LARGE } else { what };
            self.0.get_mut(usize::from(byte)).into_iter().for_each(|known| *known |= what);
        }
    }

    #[inline]
    fn at(&self, byte: u8) -> u8 {
        self.0[usize::from(byte)]
    }
}

#[inline]
fn triple(outer: u8, inner: u8, third: u8) -> u32 {
    u32::from(outer) << 16 | u32::from(inner) << 8 | u32::from(third)
}

const PAIRS: usize = 128 * 128 / 64;

/// The word and the bit in it that two letters of ASCII have.
#[inline]
fn pair(outer: u8, inner: u8) -> (usize, u64) {
    (usize::from(outer) << 1 | usize::from(inner) >> 6, 1 << (inner & 63))
}

#[inline]
fn has_pair(bits: &[u64], outer: u8, inner: u8) -> bool {
    let (at, bit) = pair(outer, inner);
    bits.get(at).is_some_and(|bits| bits & bit != 0)
}

fn set_pair(bits: &mut Vec<u64>, outer: u8, inner: u8) {
    bits.resize(PAIRS, 0);
    let (at, bit) = pair(outer, inner);
    bits.get_mut(at).into_iter().for_each(|bits| *bits |= bit);
}

impl Gate {
    /// Lets through what has these letters, the outermost first.
    pub(super) fn open(&mut self, mut letters: impl Iterator<Item = char>) {
        let Some(outer) = letters.next() else { return };
        let Some(ascii) = u8::try_from(outer).ok().filter(u8::is_ascii) else {
            // Any letter beyond ASCII is asked for, whichever it is.
            (0xC0..=0xFF).for_each(|lead| self.outer.open(lead, BEGINS));
            return self.wide.set(u32::from(outer));
        };
        self.outer.open(ascii, BEGINS);
        let mut inner = letters.map(|found| u8::try_from(found).ok().filter(u8::is_ascii));
        match (inner.next(), inner.next()) {
            (None, _) => self.outer.open(ascii, ALONE),
            // Beyond ASCII the bytes of a text are not looked at: see `lets`.
            (Some(None), _) => {}
            (Some(Some(inner)), third) => {
                set_pair(&mut self.pairs, ascii, inner);
                match third.flatten() {
                    Some(third) => self.triples.set(triple(ascii, inner, third)),
                    None => set_pair(&mut self.short, ascii, inner),
                }
            }
        }
    }

    /// Whether a phrase may begin with this byte: the first look at each byte of a text.
    #[inline]
    pub(super) fn lets_byte(&self, byte: u8) -> bool {
        self.outer.at(byte) & (BEGINS | ALONE) != 0
    }

    /// The first byte that is a capital or an opening bracket with which a phrase may begin, or opens a letter beyond ASCII.
    pub(super) fn next_large(&self, text: &[u8]) -> Option<usize> {
        text.iter().position(|byte| self.outer.at(*byte) & LARGE != 0)
    }

    /// Whether a phrase with this outer letter beyond ASCII may be listed.
    pub(super) fn lets_wide(&self, outer: Option<char>) -> bool {
        // Two marks are read as one of ASCII.
        outer.is_some_and(|outer| {
            let key = if outer < '\u{2E80}' { fold(outer) } else { outer };
            let listed = |found| self.wide.has(u32::from(found));
            matches!(outer, '\u{a0}' | '’') || key.is_ascii() || listed(key) || listed(outer)
        })
    }

    /// Whether a phrase may begin `text`.
    #[inline]
    pub(super) fn lets_text(&self, text: &str, case_counts: bool) -> bool {
        match *text.as_bytes() {
            [] => false,
            [outer, ..] if !outer.is_ascii() => self.lets_wide(text.chars().next()),
            [outer] => self.lets([outer, 0, 0], case_counts),
            [outer, inner] => self.lets([outer, inner, 0], case_counts),
            [outer, inner, third, ..] => self.lets([outer, inner, third], case_counts),
        }
    }

    /// Whether a phrase with these outer letters, the outermost first and 0 for none, may be listed; of inner letters
    /// beyond ASCII it knows nothing.
    #[inline]
    pub(super) fn lets(&self, letters: [u8; 3], case_counts: bool) -> bool {
        let flags = self.outer.at(letters[0]);
        if flags & (BEGINS | ALONE) == 0 {
            return false;
        }
        let [outer, inner, third] =
            if case_counts { letters } else { letters.map(|letter| letter.to_ascii_lowercase()) };
        if flags & ALONE != 0 || !inner.is_ascii() {
            return true;
        }
        has_pair(&self.pairs, outer, inner)
            && (has_pair(&self.short, outer, inner)
                || !third.is_ascii()
                || self.triples.has(triple(outer, inner, third)))
    }
}
