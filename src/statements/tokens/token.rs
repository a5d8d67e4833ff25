//! One word or mark.

use crate::statements::words::{Class, Roles};

/// Where a token stands to the quotation marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Outside.
    #[default]
    Out,
    /// Inside.
    In,
    /// It is the opening mark.
    Open,
    /// It is the closing mark.
    Close,
}

/// What can be seen of a token's form, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u16);

impl Flags {
    /// Holds a letter or digit.
    pub const WORD: Self = Self(1);
    /// Begins with a capital.
    pub const UPPER: Self = Self(1 << 1);
    /// Begins with a small letter.
    pub const LOWER: Self = Self(1 << 2);
    /// Two capitals or more and no small letter.
    pub const SHOUTED: Self = Self(1 << 3);
    /// Begins with a digit or a currency sign.
    pub const NUMBER: Self = Self(1 << 4);
    /// White space, or the passage's start, stands before it.
    pub const SPACE_BEFORE: Self = Self(1 << 5);
    /// White space, or the passage's end, stands after it.
    pub const SPACE_AFTER: Self = Self(1 << 6);
    /// asking
    pub const PARTICIPLE: Self = Self(1 << 7);
    /// asked
    pub const PAST: Self = Self(1 << 8);
    /// asks
    pub const PRESENT: Self = Self(1 << 9);
    /// openly
    pub const ADVERBIAL: Self = Self(1 << 10);
    /// not, didn't
    pub const NOT: Self = Self(1 << 11);
    /// A mark that ends a sentence.
    pub const ENDS: Self = Self(1 << 12);
    /// A cue form that is not its lemma's base form.
    pub const INFLECTED: Self = Self(1 << 13);
    /// Ends with a full stop of its own (`U.S.`, `p.m.`).
    pub const DOTTED: Self = Self(1 << 14);

    /// Whether all of `flags` are set.
    #[inline]
    #[must_use]
    pub const fn has(self, flags: Self) -> bool {
        self.0 & flags.0 == flags.0
    }

    /// Sets `flags` where `holds`.
    pub const fn set(&mut self, flags: Self, holds: bool) {
        if holds {
            self.0 |= flags.0;
        }
    }
}

/// No quotation.
pub const NO_QUOTE: u32 = u32::MAX;

/// A word or mark of a passage.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Index of its passage.
    pub passage: u32,
    /// First byte in the passage's text.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// The class of its kind: PRON, CAP, PAST, a mark.
    pub kind: Class,
    /// The closed word itself, CUE, or its kind.
    pub class: Class,
    /// Its roles.
    pub roles: Roles,
    /// Its number in the cue table plus one; 0 for none.
    pub form: u16,
    /// What its form shows.
    pub flags: Flags,
    /// Where it stands to the quotation marks.
    pub mark: Mark,
    /// The quotation it belongs to, marks included, or [`NO_QUOTE`].
    pub quote: u32,
    /// The number of its sentence in the article.
    pub sentence: u32,
}

impl Token {
    /// Whether it holds a letter or digit.
    #[inline]
    #[must_use]
    pub const fn is_word(&self) -> bool {
        self.flags.has(Flags::WORD)
    }

    /// Whether it stands outside quotation marks and is none.
    #[inline]
    #[must_use]
    pub const fn is_out(&self) -> bool {
        matches!(self.mark, Mark::Out)
    }

    /// Whether it can stand between a subject and its verb of saying: auxiliaries and adverbs.
    #[inline]
    #[must_use]
    pub fn is_auxiliary(&self) -> bool {
        self.roles.any(Roles::AUXILIARY) || self.kind == Class::ADVERBIAL
    }

    /// Whether it begins with a capital and holds a letter.
    #[inline]
    #[must_use]
    pub const fn is_upper(&self) -> bool {
        self.flags.has(Flags::UPPER)
    }

    /// Its class, quotation marks included.
    #[inline]
    #[must_use]
    pub const fn seen(&self) -> Class {
        match self.mark {
            Mark::Open => Class::OPEN,
            Mark::Close => Class::CLOSE,
            _ => self.class,
        }
    }

    /// Whether it is this mark.
    #[inline]
    #[must_use]
    pub fn is(&self, class: Class) -> bool {
        self.kind == class
    }
}
