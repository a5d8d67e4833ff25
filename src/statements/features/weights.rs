//! The table of weights: text in the repository, open addressing in memory.
//!
//! In: `weights.tsv` (`question<TAB>feature<TAB>tenths`) and `weight_overrides.tsv` (the same and a reason, which wins).
//! Out: a weight for a key, 0 where none is listed. Lines with unknown names are left out here; a test refuses them.

use super::Parser;
use crate::lexicon;
use crate::statements::words::Pack;

/// Weights in tenths by feature.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    slots: Vec<(u64, i32)>,
    shift: u32,
}

/// No feature has this key: its question does not exist.
const FREE: u64 = u64::MAX;

impl Weights {
    /// The weights of a language.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let (mut entries, mut names) = (Vec::with_capacity(4096), Parser::new(pack));
        for file in ["weights.tsv", "weight_overrides.tsv"] {
            let rows = lines(lexicon::file(pack.language, file));
            entries.extend(rows.filter_map(|row| Some((names.feature(row[0], row[1])?, row[2].trim().parse().ok()?))));
        }
        Self::new(&entries)
    }

    /// Holds these weights; of two for one feature the later.
    #[must_use]
    pub fn new(entries: &[(u64, i32)]) -> Self {
        if entries.is_empty() {
            return Self::default();
        }
        let bits = (entries.len() * 3).next_power_of_two().trailing_zeros().max(3);
        let mut table = Self { slots: vec![(FREE, 0); 1 << bits], shift: 64 - bits };
        for entry in entries {
            let at = table.probes(entry.0).find(|at| [FREE, entry.0].contains(&table.slots[*at].0));
            at.and_then(|at| table.slots.get_mut(at)).into_iter().for_each(|slot| *slot = *entry);
        }
        table
    }

    /// The weight of a feature in tenths.
    #[inline]
    #[must_use]
    pub fn get(&self, key: u64) -> i32 {
        for at in self.probes(key) {
            match self.slots.get(at) {
                Some((found, weight)) if *found == key => return *weight,
                Some((found, _)) if *found != FREE => {}
                _ => return 0,
            }
        }
        0
    }

    /// The slots where the key may stand, in order: up to the first free one. At most a third of the slots are taken.
    #[inline]
    fn probes(&self, key: u64) -> impl Iterator<Item = usize> {
        let first = usize::try_from((key ^ key >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift).unwrap_or(0);
        let mask = self.slots.len().wrapping_sub(1);
        std::iter::successors(Some(first), move |at| Some((at + 1) & mask))
    }
}

/// The first three columns of the rows that have so many.
pub(in crate::statements) fn lines(text: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut tabs = memchr::memchr_iter(b'\t', line.as_bytes());
        let (first, second) = (tabs.next()?, tabs.next()?);
        let third = tabs.next().unwrap_or(line.len());
        Some([line.get(..first)?, line.get(first + 1..second)?, line.get(second + 1..third)?])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::features::parse;

    #[test]
    fn a_weight_is_found_and_the_later_line_wins() {
        let table = Weights::new(&[(7, 12), (9, -3), (7, 5)]);
        assert_eq!((table.get(7), table.get(9), table.get(8)), (5, -3, 0));
        assert_eq!(Weights::default().get(7), 0);
    }

    #[test]
    fn every_line_of_every_table_has_a_known_feature() {
        for language in lexicon::languages() {
            let Some(pack) = Pack::of(language) else { continue };
            for file in ["weights.tsv", "weight_overrides.tsv"] {
                for row in lines(lexicon::file(language, file)) {
                    assert!(parse(pack, row[0], row[1]).is_some(), "{language}/{file}: {row:?}");
                    assert!(row[2].trim().parse::<i32>().is_ok(), "{language}/{file}: {row:?}");
                }
            }
        }
    }
}
