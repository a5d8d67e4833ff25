//! The role model: which state each unit is in, for the article as a whole.
//!
//! In: the features of every unit. Out: the best sequence of states. A linear chain: each feature that fires adds its
//! weight to a kind, each step from one state to the next adds its own, and the best sum over the whole article wins
//! (Viterbi, in time linear in the units).
//!
//! `examples/learn_layout` fits the weights; [`super::features`] makes the features for both, so they cannot drift.

use std::sync::LazyLock;

use super::features;
use super::states::{KINDS, Kind, STATES, allowed, begins, ends};
use super::weights::STEPS;
pub use super::weights::{COLUMNS, Weights};

/// The column that ranks titles.
pub const TITLE: usize = KINDS;
/// What a lower rank as title takes from the state `headline` at most, in tenths.
const TITLE_MOST: i32 = 200;
/// What a line gains as title that another one says with the outlet's name behind it, in tenths.
const TITLE_SAID: i32 = 40;
/// Less than any sum that can be reached.
const NEVER: i32 = i32::MIN / 2;

/// The table that the library comes with, made by `src/lexicon/build.rs`.
static SHIPPED: Weights = include!(concat!(env!("OUT_DIR"), "/weights.rs"));
/// What proves or bars a title whatever the weights say, and what it adds to its rank.
static PROVEN: LazyLock<Vec<(u32, i32)>> = LazyLock::new(|| {
    let known = [("0.untitled=1", -TITLE_MOST), ("0.branded=1", TITLE_SAID)];
    known.iter().filter_map(|(name, sum)| Some((u32::try_from(features::number(name)?).ok()?, *sum))).collect()
});
/// For each state, those that may stand before it.
static BEFORE: LazyLock<Vec<Vec<usize>>> =
    LazyLock::new(|| (0..STEPS).map(|to| (0..STEPS).filter(|from| allowed(*from, to)).collect()).collect());

impl Weights {
    /// The table that the library comes with.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The best states for units with these features.
    #[must_use]
    pub fn decode<'a>(&self, units: impl Iterator<Item = &'a [u32]>) -> Vec<usize> {
        let mut all: Vec<[i32; COLUMNS]> = units.map(|fired| self.adds(fired)).collect();
        let best = all.iter().map(|adds| adds[TITLE]).max().unwrap_or(0);
        for adds in &mut all {
            adds[Kind::Headline as usize] -= (best - adds[TITLE]).min(TITLE_MOST);
        }
        let moves = self.moves();
        let mut back: Vec<[u8; STEPS]> = Vec::with_capacity(all.len());
        let mut sums = [NEVER; STEPS];
        for adds in &all {
            let mut next = [NEVER; STEPS];
            let mut from = [0u8; STEPS];
            for (to, (sum, best)) in next.iter_mut().zip(&mut from).enumerate() {
                let before = if back.is_empty() {
                    if begins(to) { self.first[to] } else { NEVER }
                } else {
                    let (sum, state) = best_before(&moves[to], &sums);
                    *best = state;
                    sum
                };
                if before > NEVER / 2 {
                    *sum = before + adds[STATES[to].1 as usize];
                }
            }
            sums = next;
            back.push(from);
        }
        self.trace(&back, &sums)
    }

    fn adds(&self, fired: &[u32]) -> [i32; COLUMNS] {
        let mut adds = [0i32; COLUMNS];
        for (feature, sum) in PROVEN.iter() {
            if fired.contains(feature) {
                adds[TITLE] += sum;
            }
        }
        for row in fired.iter().filter_map(|feature| self.features.get(*feature as usize)) {
            for (add, own) in adds.iter_mut().zip(row) {
                *add += own;
            }
        }
        adds
    }

    /// For each state the steps to it.
    fn moves(&self) -> Vec<Vec<(u8, i32)>> {
        let step = |from: usize, to: usize| (u8::try_from(from).unwrap_or(0), self.steps[from][to]);
        BEFORE.iter().enumerate().map(|(to, before)| before.iter().map(|from| step(*from, to)).collect()).collect()
    }

    fn trace(&self, back: &[[u8; STEPS]], sums: &[i32; STEPS]) -> Vec<usize> {
        let last = |state: &usize| if ends(*state) { sums[*state] + self.last[*state] } else { NEVER };
        let mut state = (0..STEPS).rev().max_by_key(last).unwrap_or(0);
        let mut states = vec![state; back.len()];
        for at in (1..back.len()).rev() {
            state = usize::from(back[at][state]);
            states[at - 1] = state;
        }
        states
    }
}

/// The best sum up to a state that these steps lead to, and where it comes from.
fn best_before(moves: &[(u8, i32)], sums: &[i32; STEPS]) -> (i32, u8) {
    let mut best = (NEVER, 0);
    for (from, step) in moves {
        let sum = sums[usize::from(*from)] + step;
        if sum > best.0 {
            best = (sum, *from);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_column_ranks_titles() {
        let at = |name: &str| u32::try_from(features::number(name).unwrap_or(0)).unwrap_or(0);
        let (early, late) = ([at("0.order=1")], [at("0.order=2")]);
        let text = [at("0.size=6"), at("0.stop=1")];
        let mut weights = Weights::default();
        weights.features.to_mut()[text[0] as usize][Kind::Paragraph as usize] = 50;
        let titles = |weights: &Weights| -> Vec<bool> {
            let states = weights.decode([&early[..], &late, &text, &text].into_iter());
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
