//! Who said what.
//!
//! In: the page's parts and its body. Out: [`Statements`]: every attributed statement with its cue, its speaker (named
//! as fully as this article names them), hearer and day, and the display quotes that repeat one.
//! Rules propose cues, sources and content; small linear models over named features choose; rules pair the quotation
//! marks and join the pieces; `resolve` tells who the mention is.
//! So in English; `german` reads German by rules and lists, `quoted` the languages that have a list of words of speech.

mod article;
mod ask;
mod confidence;
mod content;
mod dash;
mod decide;
mod described;
mod explain;
mod features;
mod find;
mod gender;
mod german;
mod interviews;
mod join;
pub mod learning;
mod nobody;
mod passages;
mod posts;
mod pull_quotes;
mod quoted;
mod repeats;
mod rescue;
pub mod resolve;
mod tokens;
mod transcripts;
mod words;

use crate::body::Body;
use crate::fields::PartialDate;
use crate::layout::Layout;
use crate::text::Stretch;
use crate::warnings::Warning;

pub use explain::explain;
pub use find::find;
pub use passages::{Part, Passage, passages};

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    /// The stretches of the article that were read, in order.
    pub passages: Vec<Passage>,
    /// In order of their first word.
    pub statements: Vec<Statement>,
    /// In order of their first statement.
    pub speakers: Vec<SpeakerEntry>,
    /// Display quotes, in order.
    pub pull_quotes: Vec<PullQuote>,
    /// Doubts.
    pub warnings: Vec<Warning>,
}

/// A stretch of one passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index into [`Statements::passages`].
    pub passage: usize,
    /// Bytes of that passage's cleaned text.
    pub stretch: Stretch,
}

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All in quotation marks.
    Direct,
    /// None in quotation marks.
    Indirect,
    /// Some.
    Mixed,
}

/// An attribution as found, before anybody knows who `he` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How the words are given.
    pub kind: Kind,
    /// What was said, in pieces where it is interrupted; without the outer quotation marks.
    pub content: Vec<Place>,
    /// The words that attribute.
    pub cue: Option<Place>,
    /// The mention of the speaker.
    pub source: Option<Place>,
    /// How sure the decision was, in hundredths.
    pub confidence: u8,
}

/// Who said what.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The attribution.
    pub found: Found,
    /// Who said it; `None` where it cannot be told.
    pub speaker: Option<Speaker>,
    /// Who was told, as printed, without titles' articles.
    pub addressee: Option<String>,
    /// The day of the saying, as printed.
    pub when: Option<PartialDate>,
    /// The fuller statement with the same words.
    pub repeats: Option<usize>,
}

/// A speaker, as one statement has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name the article gives, without title.
    pub name: Option<String>,
    /// The mention, as printed; the same place as [`Found::source`], `None` where the statement continues another.
    pub mention: Option<Place>,
    /// Title or apposition.
    pub description: Option<String>,
    /// What kind of speaker.
    pub kind: SpeakerKind,
}

/// Kinds of speakers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerKind {
    /// A person.
    Person,
    /// A company, ministry, party, outlet.
    Organization,
    /// Several people together (`officials`, `A and B`).
    Group,
    /// A report, memo or letter that itself speaks.
    Document,
    /// `one observer`, `sources`.
    Unnamed,
}

/// A speaker of the article with all their statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerEntry {
    /// As [`Speaker::name`].
    pub name: String,
    /// What kind of speaker.
    pub kind: SpeakerKind,
    /// The first description given.
    pub description: Option<String>,
    /// Indices of their statements.
    pub statements: Vec<usize>,
}

/// A display quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullQuote {
    /// Its words, without quotation marks.
    pub text: String,
    /// Where it stands.
    pub placement: Placement,
    /// The line below that says whose it is.
    pub attribution: Option<String>,
    /// The statement it repeats, or is.
    pub statement: Option<usize>,
}

/// Where a display quote stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// Under the headline.
    Dek,
    /// As a heading.
    Heading,
    /// In the body, set apart.
    Body,
}

/// Finds the statements of an article.
#[must_use]
pub fn read(layout: &Layout, body: &Body) -> Statements {
    let passages = passages(layout, body);
    let (found, told) = match layout.language {
        Some(german::LANGUAGE) => german::read(&passages),
        Some(language) if quoted::reads(language) => quoted::read(&passages, language),
        language => (find(&passages, language.unwrap_or("")), Vec::new()),
    };
    resolve::resolve(passages, found, told, layout, body)
}
