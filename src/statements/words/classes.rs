//! Word classes: what the statement stage may know of a word.
//!
//! A class is a small number. The first ones are fixed and mean the same in every language; after them come the
//! closed words of the language, each a class of its own. An open word is only its shape.

/// A word class of one language pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Class(pub u16);

macro_rules! fixed {
    ($($name:ident $text:literal),* $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u16)]
        enum Number { $($name),* }
        impl Class {
            $(#[doc = concat!("`", $text, "`")] pub const $name: Self = Self(Number::$name as u16);)*
        }
        /// The names of the fixed classes, in the order of their numbers.
        pub const FIXED: &[&str] = &[$($text),*];
    };
}

fixed! {
    BEFORE "<", AFTER ">", OPEN "OQ", CLOSE "CQ", CUE "CUE",
    PRON "PRON", BE "BE", HAVE "HAVE", MOD "MOD", WH "WH", PREP "PREP", CONJ "CONJ", DET "DET", ADV "ADV", TIME "TIME",
    TITLE "TITLE", NUM "NUM", CAP "CAP", PAST "PAST", PARTICIPLE "PARTICIPLE", ADVERBIAL "ADVERBIAL", WORD "WORD",
    COMMA ",", STOP ".", COLON ":", SEMICOLON ";", DASH "--", HYPHEN "-", BRACKET_OPEN "(", BRACKET_CLOSE ")",
    QUESTION "?", EXCLAMATION "!", APOSTROPHE "'", ELLIPSIS "...", SLASH "/", AMPERSAND "&", MARK "MARK",
    NONE "NONE", PARA "PARA",
}

impl Class {
    /// Verbs that carry a sentence and are told by the word alone.
    pub const FINITE: &[Self] = &[Self::BE, Self::HAVE, Self::MOD];

    /// The fixed class of this name.
    #[must_use]
    pub fn fixed(name: &str) -> Option<Self> {
        FIXED.iter().position(|fixed| *fixed == name).and_then(|at| u16::try_from(at).ok()).map(Self)
    }

    /// Whether it is one of `set`, which are fixed classes: where the caller names them, the set is one number.
    #[inline(always)]
    #[must_use]
    pub fn is_in(self, set: &[Self]) -> bool {
        let bits = set.iter().fold(0_u64, |bits, class| bits | 1 << class.0);
        self.0 < 64 && bits >> self.0 & 1 == 1
    }
}
