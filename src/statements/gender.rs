//! What pronoun a person takes, in any language that is read.

/// What a title, a kin word or a pronoun beside the name tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gender {
    /// Nothing tells.
    #[default]
    Open,
    /// `he`, `er`.
    Male,
    /// `she`, `sie`.
    Female,
}
