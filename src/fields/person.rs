//! Names of people as a newsroom prints them.

use crate::text::Stretch;

/// Whether the whole of `text` reads as the name of one person.
#[must_use]
pub fn is_name(_text: &str) -> bool {
    false
}

/// The name that `text` begins with.
#[must_use]
pub fn name_at_start(_text: &str) -> Option<Stretch> {
    None
}
