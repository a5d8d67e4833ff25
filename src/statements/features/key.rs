//! Keys of features, and who takes them.

use super::Weights;

/// The questions that a model answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Question {
    /// Does this word attribute?
    Cue,
    /// Which words name the speaker?
    Source,
    /// Does the content stand after, before or around?
    Direction,
    /// Where does content after the cue start?
    Start,
    /// Where does it end?
    End,
    /// Where does content before the cue start?
    Begin,
    /// Which of the contents that lie close?
    Whole,
}

impl Question {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Cue, Self::Source, Self::Direction, Self::Start, Self::End, Self::Begin, Self::Whole];

    /// Its name in the table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cue => "cue",
            Self::Source => "source",
            Self::Direction => "direction",
            Self::Start => "start",
            Self::End => "end",
            Self::Begin => "begin",
            Self::Whole => "whole",
        }
    }
}

/// What a value of a template counts or names.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// A word class.
    Class,
    /// A number, mostly a bucket.
    Number,
    /// A form of the cue table; 0 is a word outside it.
    Form,
    /// A frame of the cue table.
    Frame,
    /// One of these.
    Of(&'static [&'static str]),
}

/// A template as the names show it.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Its name, unique within the question.
    pub name: &'static str,
    /// Its values.
    pub values: &'static [Value],
}

/// A template: a kind of feature.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Whose it is.
    pub question: Question,
    /// Its place among the question's shapes.
    pub number: u8,
}

const VALUE_BITS: u32 = 11;
const VALUE_MASK: u64 = (1 << VALUE_BITS) - 1;

impl Template {
    /// The feature with these values.
    #[inline]
    #[must_use]
    pub const fn with<const N: usize>(self, values: [u16; N]) -> u64 {
        let mut key = (self.question as u64) << 61 | (self.number as u64) << 55;
        let mut at = 0;
        while at < N {
            key |= (values[at] as u64 & VALUE_MASK) << (VALUE_BITS * at as u32);
            at += 1;
        }
        key
    }

    /// The template and the values of a key.
    #[must_use]
    pub fn of(key: u64) -> (usize, usize, [u16; 5]) {
        let value = |at: u32| u16::try_from(key >> (VALUE_BITS * at) & VALUE_MASK).unwrap_or(0);
        let question = usize::try_from(key >> 61).unwrap_or(0);
        let number = usize::try_from(key >> 55 & 0x3f).unwrap_or(0);
        (question, number, [value(0), value(1), value(2), value(3), value(4)])
    }
}

/// Declares the templates of one question: constants, and the shapes that name them.
macro_rules! templates {
    ($question:expr; $($name:ident $text:literal [$($value:expr),*]),* $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u8)]
        enum Number { $($name),* }
        $(const $name: $crate::statements::features::Template =
            $crate::statements::features::Template { question: $question, number: Number::$name as u8 };)*
        /// The question's templates.
        pub(in crate::statements) const SHAPES: &[$crate::statements::features::Shape] =
            &[$($crate::statements::features::Shape { name: $text, values: &[$($value),*] }),*];
    };
}
pub(in crate::statements) use templates;

/// Takes the features of one candidate.
pub trait Sink {
    /// One feature holds.
    fn put(&mut self, key: u64);
}

impl Sink for Vec<u64> {
    fn put(&mut self, key: u64) {
        self.push(key);
    }
}

/// Adds up the weights of the features of one candidate, in tenths.
#[derive(Debug)]
pub struct Sum<'a> {
    weights: &'a Weights,
    /// So far.
    pub total: i32,
}

impl<'a> Sum<'a> {
    /// Nothing yet.
    #[must_use]
    pub const fn new(weights: &'a Weights) -> Self {
        Self { weights, total: 0 }
    }
}

impl Sink for Sum<'_> {
    #[inline]
    fn put(&mut self, key: u64) {
        self.total += self.weights.get(key);
    }
}

/// A length as a bucket: 0 1 2 3 4 6 10 20.
#[inline]
#[must_use]
pub const fn bucket(length: usize) -> u16 {
    match length {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 3,
        4 | 5 => 4,
        6..=9 => 6,
        10..=19 => 10,
        _ => 20,
    }
}

/// A prior (hundredths) as a level from 0 to 8.
#[inline]
#[must_use]
pub fn level(prior: u8) -> u16 {
    [2, 8, 20, 35, 50, 65, 80, 90].iter().map(|cut| u16::from(prior > *cut)).sum()
}
