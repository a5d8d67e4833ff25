//! Dates and times as printed.

use crate::text::Stretch;

/// As much of a calendar date as is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year, where printed.
    pub year: Option<i32>,
    /// 1 to 12, where printed.
    pub month: Option<u8>,
    /// 1 to 31, where printed.
    pub day: Option<u8>,
}

impl std::fmt::Display for PartialDate {
    /// EDTF level 2: `2025-02-06`, `XXXX-02-06`, `2025-02`, `2025`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.year {
            Some(year) => write!(out, "{year:04}")?,
            None => out.write_str("XXXX")?,
        }
        match (self.month, self.day) {
            (None, None) => Ok(()),
            (Some(month), None) => write!(out, "-{month:02}"),
            (None, Some(day)) => write!(out, "-XX-{day:02}"),
            (Some(month), Some(day)) => write!(out, "-{month:02}-{day:02}"),
        }
    }
}

/// What a stamp says the date is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StampKind {
    /// No word beside it.
    #[default]
    Plain,
    /// `Published`, `Posted`, `veröffentlicht`.
    Published,
    /// `Updated`, `Stand`.
    Updated,
}

/// A date (with a time, perhaps) in a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// What it took of the line, its label (`Updated`) with it.
    pub stretch: Stretch,
    /// What the label says.
    pub kind: StampKind,
    /// The date; all `None` where only a time or an age stands.
    pub date: PartialDate,
    /// Hour, minute, second, where printed.
    pub time: Option<(u8, u8, u8)>,
    /// Minutes east of Greenwich, where a zone is printed.
    pub zone: Option<i16>,
    /// `2 hours ago`: how many seconds before now.
    pub age: Option<u64>,
    /// Whether day and month could be swapped (`06/01/2026`).
    pub ambiguous: bool,
}

/// Every stamp of a line, in order.
#[must_use]
pub fn stamps(_line: &str, _language: &str) -> Vec<Stamp> {
    Vec::new()
}

/// The dates without labels and times in running text (`February 6`, `Dec. 25, 2024`), in order.
#[must_use]
pub fn dates_in_text(_text: &str, _language: &str) -> Vec<(Stretch, PartialDate)> {
    Vec::new()
}
