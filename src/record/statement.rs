//! The contract's statements and speakers: who said what, by which words, to whom and when.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Range;

/// Who said what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// `direct` (all in quotation marks), `indirect` (none) or `mixed`.
    pub kind: StatementKind,
    /// What was said, without the outer quotation marks and a leading *that*; pieces joined by one space.
    pub text: String,
    /// Where the pieces stand.
    pub spans: Vec<Range>,
    /// Who said it; null where it cannot be told.
    pub speaker: Option<Speaker>,
    /// The words that attribute; null where the statement continues the one before, or stands for itself.
    pub cue: Option<Cue>,
    /// Who was told, as printed.
    pub addressee: Option<String>,
    /// The day of the saying.
    pub when: Option<When>,
    /// `headline`, `dek`, `body` or `pull_quote`.
    pub part: Part,
    /// From 0; null outside the body.
    pub section: Option<usize>,
    /// Within the section, from 0; null outside the body and in a heading.
    pub paragraph: Option<usize>,
    /// Index of the fuller statement with the same words.
    pub repeats: Option<usize>,
    /// 0 to 1, two decimals: how often statements decided by such a margin are right.
    pub confidence: f64,
}

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // told at the field
pub enum StatementKind {
    Direct,
    Indirect,
    Mixed,
}

/// The part of the article a statement stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // told at the field
pub enum Part {
    Headline,
    Dek,
    Body,
    PullQuote,
}

/// A speaker, as one statement has them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// The fullest name the article gives, without title; null where the mention cannot be told apart.
    pub name: Option<String>,
    /// As printed at the statement; null where it continues another.
    pub mention: Option<String>,
    /// Where the mention stands.
    pub span: Option<Range>,
    /// The title or apposition given with the name.
    pub description: Option<String>,
    /// What kind of speaker.
    pub kind: SpeakerKind,
}

/// Kinds of speakers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerKind {
    /// A person.
    Person,
    /// A company, ministry, party, outlet.
    Organization,
    /// Several people together.
    Group,
    /// A report, memo or letter that itself speaks.
    Document,
    /// `sources`, `one observer`.
    Unnamed,
}

/// The words that attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// As printed.
    pub text: String,
    /// Where they stand.
    pub span: Range,
}

/// The day of a saying.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// A partial date (EDTF level 2): `2025-02-06`, or `XXXX-02-06` where the year is not printed.
    pub date: String,
}

/// A speaker with all their statements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpeakerEntry {
    /// The fullest name the article gives.
    pub name: String,
    /// What kind of speaker.
    pub kind: SpeakerKind,
    /// The first description given.
    pub description: Option<String>,
    /// Indices into [`super::Record::statements`], rising.
    pub statements: Vec<usize>,
}
