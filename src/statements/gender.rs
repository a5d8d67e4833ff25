//! What pronoun a person takes, in any language that is read.

use crate::fields::person::given_name_tells;

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

impl Gender {
    /// What a given name tells; `None` where the word is none that is listed.
    pub(super) fn of_given(word: &str) -> Option<Self> {
        given_name_tells(word).map(Self::listed)
    }

    /// What the column of a list says: `m`, `f`, or anything else for nothing.
    pub(super) fn listed(column: &str) -> Self {
        match column {
            "m" => Self::Male,
            "f" => Self::Female,
            _ => Self::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_tell() {
        let told = ["Ann", "PETER", "Robin", "Orlova", ""].map(Gender::of_given);
        assert_eq!(told, [Some(Gender::Female), Some(Gender::Male), Some(Gender::Open), None, None]);
    }
}
