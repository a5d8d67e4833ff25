//! Datelines.

use super::PartialDate;
use crate::text::Stretch;

/// Where (and when, and for whom) a story was filed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dateline {
    /// The dateline as printed, without the dash (`MEXICO CITY (AP)`).
    pub stretch: Stretch,
    /// Where the first sentence begins.
    pub rest: usize,
    /// Places in ordinary case (`Mexico City`).
    pub places: Vec<String>,
    /// The region as printed (`Wis.`).
    pub region: Option<String>,
    /// The date, where one stands in it.
    pub date: Option<PartialDate>,
    /// The agency, from the bracket.
    pub agency: Option<String>,
}

/// Reads the dateline at the head of a paragraph.
#[must_use]
pub fn read(_paragraph: &str, _language: &str) -> Option<Dateline> {
    None
}
