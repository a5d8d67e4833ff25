//! Doubts that a record carries: a closed list of codes, each with the stretch of input that raised it.
//!
//! Reading never fails; what could not be settled is said here, and the field in question stays null.

use crate::text::Span;

/// One doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What is in doubt.
    pub code: Code,
    /// The input that raised it; `None` where it is the article as a whole.
    pub span: Option<Span>,
}

/// What can be in doubt. The list is closed: a new code is a change of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// The input has no text.
    Empty,
    /// No line could be told to be the headline.
    NoHeadline,
    /// No paragraph could be found.
    NoBody,
    /// A stamp such as `2 hours ago`, and no `--now` to count from.
    RelativeDate,
    /// A date whose order of day and month cannot be told.
    AmbiguousDate,
    /// A mention that fits two speakers.
    AmbiguousSpeaker,
    /// Characters that the encoding does not know were replaced.
    ReplacedCharacters,
}

impl Code {
    /// Every code, in the order of the enum.
    pub const ALL: [Self; 7] = [
        Self::Empty,
        Self::NoHeadline,
        Self::NoBody,
        Self::RelativeDate,
        Self::AmbiguousDate,
        Self::AmbiguousSpeaker,
        Self::ReplacedCharacters,
    ];

    /// Its name in the record.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoHeadline => "no_headline",
            Self::NoBody => "no_body",
            Self::RelativeDate => "relative_date",
            Self::AmbiguousDate => "ambiguous_date",
            Self::AmbiguousSpeaker => "ambiguous_speaker",
            Self::ReplacedCharacters => "replaced_characters",
        }
    }
}
