//! The table of weights: text in the repository, names and numbers in the program, open addressing in memory.
//!
//! In: `weights.tsv` (`question<TAB>feature<TAB>tenths`) and `weight_overrides.tsv` (the same and a reason, which wins), cut at build
//! time by `src/lexicon/build.rs`. Out: a weight for a key, 0 where none is listed. Lines with unknown names are left out here; a
//! test refuses them.

use super::Parser;
use crate::statements::words::Pack;

/// A feature by the numbers of its names (question, template, values; 0 is none), and its weight.
type Row = ([u16; 7], i16);

/// Each language's names and rows.
static TABLES: &[(&str, &[&str], &[Row])] = include!(concat!(env!("OUT_DIR"), "/statement_weights.rs"));

/// Weights in tenths by feature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
        let Some((_, names, rows)) = TABLES.iter().find(|(language, _, _)| *language == pack.language) else {
            return Self::default();
        };
        let mut parser = Parser::new(pack);
        let read = |([question, template, values @ ..], weight): &'static Row| {
            let name = |number: &u16| names.get(usize::from(*number)).copied().unwrap_or("");
            let values = values.iter().take_while(|value| **value != 0).map(name);
            Some((parser.feature(name(question), name(template), values)?, i32::from(*weight)))
        };
        let entries: Vec<_> = rows.iter().filter_map(read).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;
    use crate::statements::features::parse;

    #[test]
    fn a_weight_is_found_and_the_later_line_wins() {
        let table = Weights::new(&[(7, 12), (9, -3), (7, 5)]);
        assert_eq!((table.get(7), table.get(9), table.get(8)), (5, -3, 0));
        assert_eq!(Weights::default().get(7), 0);
    }

    #[test]
    fn every_line_of_every_table_has_a_known_feature_and_is_in_the_program() {
        for pack in lexicon::languages().filter_map(Pack::of) {
            let mut entries = Vec::new();
            for file in ["weights.tsv", "weight_overrides.tsv"] {
                let lines = lexicon::file(pack.language, file).lines().filter(|line| !line.starts_with('#'));
                for line in lines.filter(|line| !line.is_empty()) {
                    let columns: Vec<&str> = line.split('\t').collect();
                    let feature = parse(pack, columns[0], columns[1]).unwrap_or_else(|| panic!("{file}: {line}"));
                    entries.push((feature, columns[2].trim().parse().unwrap_or_else(|_| panic!("{file}: {line}"))));
                }
            }
            assert_eq!(pack.weights, Weights::new(&entries), "{}", pack.language);
        }
    }
}
