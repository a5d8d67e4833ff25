//! Captions: the words, and the credit at their end.

use super::Credit;
use crate::text::Stretch;

/// A caption line taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The words without the credit.
    pub text: Stretch,
    /// The credit, where one is printed; its stretch counts in the same line.
    pub credit: Option<Credit>,
}

/// Takes the credit off the end (or, rarely, the start) of a caption.
#[must_use]
pub fn read(line: &str, _language: &str) -> Caption {
    Caption { text: Stretch::new(0, line.len()), credit: None }
}
