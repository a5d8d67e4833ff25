//! A hash of a word that grows byte by byte, so that one walk cuts a word, folds its case and hashes it: FNV-1a. No order of
//! hashes ever reaches the output.

/// Where a hash begins.
pub const START: u64 = 0xcbf2_9ce4_8422_2325;

/// A hash with one more byte.
#[inline]
#[must_use]
pub const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_hash() {
        assert_eq!(b"foobar".iter().fold(START, |hash, byte| step(hash, *byte)), 0x8594_4171_f739_67e8);
    }
}
