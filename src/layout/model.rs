//! The role model: what the features of a unit add to each kind that it can be.
//!
//! In: the features of every unit. Out: a sum a kind and unit. Each feature that fires adds its weight to a kind; one more
//! column ranks the units as titles. Which states these sums lead to, for the article as a whole, is told by
//! [`super::decoder`].
//!
//! `examples/learn_layout` fits the weights; [`super::features`] makes the features for both, so they cannot drift.

use super::features;
use super::states::{KINDS, Kind};
pub use super::weights::{COLUMNS, Weights};

/// The column that ranks titles.
pub const TITLE: usize = KINDS;
/// What a lower rank as title takes from the state `headline` at most, in tenths.
const TITLE_MOST: i16 = 200;
/// What a line gains as title that another one says with the outlet's name behind it, in tenths.
const TITLE_SAID: i16 = 40;
/// The most that one feature adds: with one feature a template, sums stay in 16 bits.
const MOST: i32 = 200;

/// The table that the library comes with, made by `src/lexicon/build.rs`.
static SHIPPED: Weights = include!(concat!(env!("OUT_DIR"), "/weights.rs"));

impl Weights {
    /// The table that the library comes with.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }
}

/// The weights of features laid out small, eight of them added at once.
#[derive(Clone, Debug)]
pub(super) struct Rows(Vec<[i16; COLUMNS]>);

impl Rows {
    pub(super) fn of(weights: &Weights) -> Self {
        let small = |weight: &i32| i16::try_from((*weight).clamp(-MOST, MOST)).unwrap_or(0);
        let mut rows: Vec<_> = weights.features.iter().map(|row| row.each_ref().map(small)).collect();
        // What proves or bars a title whatever the weights say.
        for (name, sum) in [("0.untitled=1", -TITLE_MOST), ("0.branded=1", TITLE_SAID)] {
            if let Some(row) = features::number(name).and_then(|at| rows.get_mut(at)) {
                row[TITLE] += sum;
            }
        }
        Self(rows)
    }

    /// What each unit adds to each kind: the sum of the features that fire there, and what its rank as title takes.
    pub(super) fn sums<'a>(&self, units: impl Iterator<Item = &'a [u32]>) -> Vec<[i16; COLUMNS]> {
        let mut all: Vec<[i16; COLUMNS]> = units.map(|fired| self.adds(fired)).collect();
        let best = all.iter().map(|adds| adds[TITLE]).max().unwrap_or(0);
        for adds in &mut all {
            adds[Kind::Headline as usize] -= (best - adds[TITLE]).min(TITLE_MOST);
        }
        all
    }

    fn adds(&self, fired: &[u32]) -> [i16; COLUMNS] {
        let mut adds = [0; COLUMNS];
        for row in fired.iter().filter_map(|feature| self.0.get(*feature as usize)) {
            for (add, own) in adds.iter_mut().zip(row) {
                *add += own;
            }
        }
        adds
    }
}

#[cfg(test)]
mod tests {
    use super::super::decoder::Decoder;
    use super::super::states::STATES;
    use super::*;

    #[test]
    fn the_title_column_ranks_titles() {
        let at = |name: &str| u32::try_from(features::number(name).unwrap_or(0)).unwrap_or(0);
        let (early, late) = ([at("0.order=1")], [at("0.order=2")]);
        let text = [at("0.size=6"), at("0.stop=1")];
        let mut weights = Weights::default();
        weights.features.to_mut()[text[0] as usize][Kind::Paragraph as usize] = 50;
        let titles = |weights: &Weights| -> Vec<bool> {
            let states = Decoder::new(weights).states([&early[..], &late, &text, &text].into_iter());
            states.iter().map(|state| STATES[*state].1 == Kind::Headline).collect()
        };
        weights.features.to_mut()[late[0] as usize][TITLE] = 30;
        weights.features.to_mut()[early[0] as usize][Kind::Headline as usize] = 20;
        weights.features.to_mut()[late[0] as usize][Kind::Headline as usize] = 10;
        assert_eq!(titles(&weights)[..2], [false, true]);
        weights.features.to_mut()[late[0] as usize][TITLE] = 0;
        assert_eq!(titles(&weights)[..2], [true, false]);
    }
}
