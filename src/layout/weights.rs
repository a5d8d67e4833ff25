//! The weights of the role model, and the table in text that holds them: `src/layout/weights.tsv`.
//!
//! Weights are whole tenths in a table that a person can read; what it leaves out is 0.
//!
//! ```text
//! feature       kicker headline dek …
//! 0.title=1     0      21       -4  …
//! > 0.kicker 1.headline 12
//! ```
//!
//! `examples/learn_layout` fits the table. `src/lexicon/build.rs` reads it with this file and makes the numbers that the library
//! comes with: so nothing of the library is used here but `templates` and `states`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::states::{KIND_NAMES, KINDS, STATES, name};
use super::templates;

/// How many states there are.
pub(super) const STEPS: usize = STATES.len();
/// The columns of the table: one a kind, and one that ranks the units as the article's title.
pub const COLUMNS: usize = KINDS + 1;

/// The weights, in tenths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// For each feature, what it adds to each kind.
    pub features: Cow<'static, [[i32; COLUMNS]]>,
    /// What a step from one state to the next adds.
    pub steps: [[i32; STEPS]; STEPS],
    /// What beginning in a state adds.
    pub first: [i32; STEPS],
    /// What ending in a state adds.
    pub last: [i32; STEPS],
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            features: vec![[0; COLUMNS]; templates::count()].into(),
            steps: [[0; STEPS]; STEPS],
            first: [0; STEPS],
            last: [0; STEPS],
        }
    }
}

impl Weights {
    /// Reads a table. Lines that name nothing known are passed over.
    #[must_use]
    pub fn parse(table: &str) -> Self {
        let states: BTreeMap<String, usize> = (0..STEPS).map(|state| (name(state), state)).collect();
        let mut weights = Self::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let number = |at: usize| columns.get(at).map_or(0, |column| whole(column));
            match columns.as_slice() {
                ["first", state, _] => set(&mut weights.first, states.get(*state), number(2)),
                ["last", state, _] => set(&mut weights.last, states.get(*state), number(2)),
                ["step", from, to, _] => {
                    if let (Some(from), to) = (states.get(*from), states.get(*to)) {
                        set(&mut weights.steps[*from], to, number(3));
                    }
                }
                [feature, ..] => {
                    if let Some(row) = templates::number(feature).and_then(|at| weights.features.to_mut().get_mut(at)) {
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
        for (feature, row) in templates::names().iter().zip(self.features.iter()) {
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
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_table_is_written_as_it_is_read() {
        let shipped = Weights::shipped();
        let text = include_str!("weights.tsv");
        assert!(*shipped == Weights::parse(text));
        // Nothing of the table is passed over.
        assert_eq!(shipped.table().lines().collect::<BTreeSet<_>>(), text.lines().collect());
        assert!(*shipped == Weights::parse(&shipped.table()));
    }
}
