//! The role model: which state each unit is in, for the article as a whole.
//!
//! In: the features of every unit. Out: the best sequence of states. A linear chain: each feature that fires adds its
//! weight to a kind, each step from one state to the next adds its own, and the best sum over the whole article wins
//! (Viterbi, in time linear in the units). Weights are whole tenths in a table that a person can read:
//!
//! ```text
//! feature       kicker headline dek …
//! 0.title=1     0      21       -4  …
//! > 0.kicker 1.headline 12
//! ```
//!
//! `examples/learn_layout.rs` fits the table; [`super::features`] makes the features for both, so they cannot drift.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use super::features;
use super::states::{KIND_NAMES, KINDS, Kind, STATES, allowed, begins, ends, name};

const STEPS: usize = STATES.len();
/// The columns of the table: one a kind, and one that ranks the units as the article's title.
pub const COLUMNS: usize = KINDS + 1;
/// The column that ranks titles.
pub const TITLE: usize = KINDS;
/// What a lower rank as title takes from the state `headline` at most, in tenths.
const TITLE_MOST: i32 = 200;
/// What a line gains as title that another one says with the outlet's name behind it, in tenths.
const TITLE_SAID: i32 = 40;
/// Less than any sum that can be reached.
const NEVER: i32 = i32::MIN / 2;

/// The weights, in tenths.
#[derive(Clone, Debug)]
pub struct Weights {
    /// For each feature, what it adds to each kind.
    pub features: Vec<[i32; COLUMNS]>,
    /// What a step from one state to the next adds.
    pub steps: [[i32; STEPS]; STEPS],
    /// What beginning in a state adds.
    pub first: [i32; STEPS],
    /// What ending in a state adds.
    pub last: [i32; STEPS],
}

static SHIPPED: LazyLock<Weights> = LazyLock::new(|| {
    let mut weights = Weights::parse(TABLE.1);
    for (feature, row) in TABLE.0 {
        if let Some(cells) = features::number(feature).and_then(|at| weights.features.get_mut(at)) {
            *cells = row.map(i32::from);
        }
    }
    weights
});
/// The shipped table, its rows made numbers by `src/lexicon/build.rs`.
static TABLE: (&[(&str, [i16; COLUMNS])], &str) = include!(concat!(env!("OUT_DIR"), "/weights.rs"));
/// What proves or bars a title whatever the weights say, and what it adds to its rank.
static PROVEN: LazyLock<Vec<(u32, i32)>> = LazyLock::new(|| {
    let known = [("0.untitled=1", -TITLE_MOST), ("0.branded=1", TITLE_SAID)];
    known.iter().filter_map(|(name, sum)| Some((u32::try_from(features::number(name)?).ok()?, *sum))).collect()
});
/// For each state, those that may stand before it.
static BEFORE: LazyLock<Vec<Vec<usize>>> =
    LazyLock::new(|| (0..STEPS).map(|to| (0..STEPS).filter(|from| allowed(*from, to)).collect()).collect());

impl Default for Weights {
    fn default() -> Self {
        Self {
            features: vec![[0; COLUMNS]; features::count()],
            steps: [[0; STEPS]; STEPS],
            first: [0; STEPS],
            last: [0; STEPS],
        }
    }
}

impl Weights {
    /// The table that the library comes with.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads a table. Lines that name nothing known are passed over.
    #[must_use]
    pub fn parse(table: &str) -> Self {
        let states: HashMap<String, usize> = (0..STEPS).map(|state| (name(state), state)).collect();
        let mut weights = Self::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = [""; COLUMNS + 1];
            let (mut count, mut from) = (0, 0);
            for end in memchr::memchr_iter(b'\t', line.as_bytes()).chain([line.len()]) {
                if let Some(column) = columns.get_mut(count) {
                    *column = line.get(from..end).unwrap_or("");
                    count += 1;
                }
                from = end + 1;
            }
            let columns = &columns[..count];
            let number = |at: usize| columns.get(at).map_or(0, |column| whole(column));
            match columns {
                ["first", state, _] => set(&mut weights.first, states.get(*state), number(2)),
                ["last", state, _] => set(&mut weights.last, states.get(*state), number(2)),
                ["step", from, to, _] => {
                    if let (Some(from), to) = (states.get(*from), states.get(*to)) {
                        set(&mut weights.steps[*from], to, number(3));
                    }
                }
                [feature, ..] => {
                    if let Some(row) = features::number(feature).and_then(|at| weights.features.get_mut(at)) {
                        for (at, cell) in row.iter_mut().enumerate() {
                            *cell = number(at + 1);
                        }
                    }
                }
                [] => {}
            }
        }
        weights
    }

    /// Writes the table; what adds nothing is left out.
    #[must_use]
    pub fn table(&self) -> String {
        let mut out = format!("feature\t{}\ttitle\n", KIND_NAMES.join("\t"));
        for (feature, row) in features::names().iter().zip(&self.features) {
            if row.iter().any(|weight| *weight != 0) {
                let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
                let _ = writeln!(out, "{feature}\t{}", cells.join("\t"));
            }
        }
        for state in 0..STEPS {
            for (label, row) in [("first", &self.first), ("last", &self.last)] {
                if row[state] != 0 {
                    let _ = writeln!(out, "{label}\t{}\t{}", name(state), row[state]);
                }
            }
            for to in (0..STEPS).filter(|to| self.steps[state][*to] != 0) {
                let _ = writeln!(out, "step\t{}\t{}\t{}", name(state), name(to), self.steps[state][to]);
            }
        }
        out
    }

    /// The best states for units with these features.
    #[must_use]
    pub fn decode<'a>(&self, units: impl Iterator<Item = &'a [u32]>) -> Vec<usize> {
        let mut back: Vec<[u8; STEPS]> = Vec::new();
        let mut sums = [NEVER; STEPS];
        let mut all: Vec<[i32; COLUMNS]> = units.map(|fired| self.adds(fired)).collect();
        let best = all.iter().map(|adds| adds[TITLE]).max().unwrap_or(0);
        for adds in &mut all {
            adds[Kind::Headline as usize] -= (best - adds[TITLE]).min(TITLE_MOST);
        }
        let moves = self.moves();
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

/// A whole number; 0 for what is none.
fn whole(text: &str) -> i32 {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let value = digits.bytes().filter(u8::is_ascii_digit).fold(0, |value, byte| value * 10 + i32::from(byte - b'0'));
    if digits.len() < text.len() { -value } else { value }
}

fn set(row: &mut [i32; STEPS], state: Option<&usize>, value: i32) {
    if let Some(cell) = state.and_then(|state| row.get_mut(*state)) {
        *cell = value;
    }
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
        weights.features[text[0] as usize][Kind::Paragraph as usize] = 50;
        let titles = |weights: &Weights| -> Vec<bool> {
            let states = weights.decode([&early[..], &late, &text, &text].into_iter());
            states.iter().map(|state| STATES[*state].1 == Kind::Headline).collect()
        };
        weights.features[late[0] as usize][TITLE] = 30;
        weights.features[early[0] as usize][Kind::Headline as usize] = 20;
        weights.features[late[0] as usize][Kind::Headline as usize] = 10;
        assert_eq!(titles(&weights)[..2], [false, true]);
        weights.features[late[0] as usize][TITLE] = 0;
        assert_eq!(titles(&weights)[..2], [true, false]);
    }

    #[test]
    fn what_is_shipped_is_the_table_in_text() {
        let read = Weights::parse(include_str!("weights.tsv"));
        let shipped = Weights::shipped();
        assert!(read.features == shipped.features && read.steps == shipped.steps);
        assert_eq!((read.first, read.last), (shipped.first, shipped.last));
    }
}
