//! A set of keys as one bit of many each: a first look that refuses nearly all that is not in it, and nothing that is.
//! [`Heads`]: the same for what phrases begin with.

/// How many bits there are.
const BITS: u32 = 4096;

/// Keys that were put in, and a few more.
#[derive(Clone, Debug)]
pub struct Sieve([u64; BITS as usize / 64]);

impl Default for Sieve {
    fn default() -> Self {
        Self([0; BITS as usize / 64])
    }
}

/// The word and the bit in it that a key has.
#[inline]
const fn bit_of(key: u32) -> (usize, u64) {
    let bit = key.wrapping_mul(0x9e37_79b1) >> (32 - BITS.ilog2());
    ((bit / 64) as usize, 1 << (bit % 64))
}

impl Sieve {
    /// Puts a key in.
    pub fn set(&mut self, key: u32) {
        let (at, bit) = bit_of(key);
        self.0[at] |= bit;
    }

    /// Whether a key may have been put in.
    #[inline]
    #[must_use]
    pub fn has(&self, key: u32) -> bool {
        let (at, bit) = bit_of(key);
        self.0[at] & bit != 0
    }
}

/// What phrases begin with: up to three letters of ASCII.
#[derive(Clone, Debug, Default)]
pub struct Heads(Sieve);

impl Heads {
    /// Puts a phrase in, given in lower case.
    pub fn add(&mut self, phrase: &str) {
        head(phrase).into_iter().for_each(|key| self.0.set(key));
    }

    /// Whether a text may begin with one, whatever its case, and whether its words end at signs, figures or capitals inside.
    #[inline]
    #[must_use]
    pub fn may_begin(&self, text: &str) -> bool {
        head(text).is_none_or(|key| self.0.has(key))
    }
}

/// The first three letters of a text, or those before another sign; none where they are not all of ASCII, or are parted by a
/// capital.
#[inline]
fn head(text: &str) -> Option<u32> {
    let (mut key, mut before) = (0, 0_u8);
    for byte in text.bytes().take(3) {
        if !byte.is_ascii() || before.is_ascii_lowercase() && byte.is_ascii_uppercase() {
            return None;
        }
        if !byte.is_ascii_alphabetic() {
            break;
        }
        key = key << 8 | u32::from(byte.to_ascii_lowercase());
        before = byte;
    }
    (key != 0).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_let_through() {
        let mut sieve = Sieve::default();
        let keys = || (0..100_u32).map(|at| at * 7919);
        keys().for_each(|key| sieve.set(key));
        assert!(keys().all(|key| sieve.has(key)));
        let others = (0..10_000_u32).filter(|at| sieve.has(at * 7919 + 1)).count();
        assert!(others < 500, "{others}");
    }

    #[test]
    fn heads_refuse_other_words_alone() {
        let mut heads = Heads::default();
        ["news", "uk", "e-mail", "öl"].iter().for_each(|phrase| heads.add(phrase));
        for text in ["News", "NEWSROOM", "new", "UK news", "uk2", "E-Mail", "e mail", "eBay", "Öl", "3 boats", ""] {
            assert!(heads.may_begin(text), "{text}");
        }
        for text in ["Boats", "u.k.", "ukraine", "ne"] {
            assert!(!heads.may_begin(text), "{text}");
        }
    }
}
