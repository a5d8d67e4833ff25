//! What was taken for what: for every unit whose gold is sure, the kind that the model chose.

use std::fmt::Write as _;

use newscopy::layout::states::{KIND_NAMES, KINDS, STATES};
use newscopy::layout::{Decoder, Weights};

use crate::gold::Doc;

/// Counts, gold by chosen; and some of the units, to read.
#[derive(Default)]
pub(crate) struct Confusion {
    counts: [[usize; KINDS]; KINDS],
    shown: Vec<String>,
}

impl Confusion {
    /// Reads a document with these weights.
    pub(crate) fn count(&mut self, doc: &Doc, weights: &Weights) {
        let chosen = Decoder::new(weights).states(doc.view.fired.units());
        for (at, state) in chosen.iter().enumerate() {
            let mut kinds: Vec<usize> = (0..STATES.len())
                .filter(|state| doc.allowed[at] >> state & 1 == 1)
                .map(|state| STATES[state].1 as usize)
                .collect();
            kinds.dedup();
            let furniture = |kind: usize| kind >= KINDS - 4;
            let gold = match kinds.as_slice() {
                [kind] => *kind,
                kinds if kinds.iter().all(|kind| furniture(*kind)) => KINDS - 1,
                _ => continue,
            };
            let chose = if furniture(STATES[*state].1 as usize) { KINDS - 1 } else { STATES[*state].1 as usize };
            self.counts[gold][chose] += 1;
            if gold != chose {
                let text: String = doc.view.texts[at].chars().take(80).collect();
                self.shown.push(format!("{}\t{}\t{}\t{text}", KIND_NAMES[gold], KIND_NAMES[chose], doc.id));
            }
        }
    }

    /// Rows are the gold's kinds, columns what was chosen; then the units.
    pub(crate) fn table(&self) -> String {
        let mut out = format!("gold\t{}\n", KIND_NAMES.map(|name| name.get(..4).unwrap_or(name)).join("\t"));
        for (name, row) in KIND_NAMES.iter().zip(&self.counts) {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            let _ = writeln!(out, "{}\t{}", name.get(..4).unwrap_or(name), cells.join("\t"));
        }
        out + &self.shown.join("\n")
    }
}
