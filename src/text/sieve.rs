//! A set of keys as one bit of many each: a first look that refuses nearly all that is not in it, and nothing that is.

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
}
