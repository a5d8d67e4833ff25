//! Photo credits.

use crate::text::Stretch;

/// Who made the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// All that belongs to the credit and is taken off the caption, brackets and label with it.
    pub outer: Stretch,
    /// The credit itself, without brackets and label (`Gavriil Grigorov/Pool/AFP`).
    pub stretch: Stretch,
    /// People.
    pub names: Vec<String>,
    /// Agencies, outlets and others that are no person.
    pub agencies: Vec<String>,
    /// `Pool`, `Handout`, `File`, `via`.
    pub qualifiers: Vec<String>,
    /// Whether a label, a bracket or a known agency proves it.
    pub certain: bool,
}

/// Reads a whole line as a credit (`Photo: AFP`, `(Image: Getty)`, `REUTERS`).
#[must_use]
pub fn read_line(_line: &str, _language: &str) -> Option<Credit> {
    None
}

/// Reads the credit at the end of a caption.
#[must_use]
pub fn read_end(_line: &str, _language: &str) -> Option<Credit> {
    None
}
