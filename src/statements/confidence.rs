//! How sure a statement is: its least margin, made a share of right ones by a table that the learner counts.
//!
//! In: a draft and the language's `confidence.txt` (`kind | margin | hundredths`, the margin in tenths, from which on the
//! value holds). Out: hundredths. Without a table everything is a coin's toss.

use super::Kind;
use super::decide::Draft;
use crate::lexicon;

/// One step: from this margin on, so many of a hundred are right.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    kind: &'static str,
    margin: i32,
    hundredths: u8,
}

/// Reads a language's table.
#[must_use]
pub fn table(language: &str) -> Vec<Step> {
    let rows = lexicon::rows(language, "confidence.txt").filter(|row| row.len() == 3);
    rows.filter_map(|row| Some(Step { kind: row[0], margin: row[1].parse().ok()?, hundredths: row[2].parse().ok()? }))
        .collect()
}

/// The row of the table that a statement is looked up in.
#[must_use]
pub fn class(kind: Kind, has_cue: bool) -> &'static str {
    match kind {
        _ if !has_cue => "unsaid",
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
        Kind::Indirect => "indirect",
    }
}

/// How sure a draft is.
#[must_use]
pub fn confidence(draft: &Draft, kind: Kind, table: &[Step]) -> u8 {
    let class = class(kind, draft.cue.is_some() || draft.verbatim);
    let steps = table.iter().filter(|step| step.kind == class && step.margin <= draft.margin);
    steps.max_by_key(|step| step.margin).map_or(50, |step| step.hundredths)
}
