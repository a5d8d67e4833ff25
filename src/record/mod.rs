//! The contract: one JSON object an article.
//!
//! The JSON field names equal the Rust field names; every key is always present, `null` or `[]` when there is nothing
//! to say ([`Record::blocks`] alone is left out unless asked for). Every string is a stretch of the input, or several
//! joined by one space, after white space is collapsed, entities are decoded and mark-up is taken off.
//! Offsets are half-open `[start, end)` in Unicode code points of the decoded input.

mod assemble;
pub mod confident;
mod statement;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use assemble::{Parts, assemble, role_name};
pub use statement::{Cue, Part, Speaker, SpeakerEntry, SpeakerKind, Statement, StatementKind, When};

/// The version of the contract that this library writes.
pub const SCHEMA_VERSION: u32 = 1;

/// A half-open range `[start, end)` in code points of the decoded input.
pub type Range = (usize, usize);

/// One article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The caller's name for the article: the file's path in its folder, the `id` of a JSON line, `--id`; null for
    /// standard input without one.
    pub id: Option<String>,
    /// ISO 639-1 code (`en`); null when in doubt.
    pub language: Option<String>,
    /// The label directly above the headline; of several lines the nearest.
    pub kicker: Option<String>,
    /// The article's own title; null when no line can be told to be it.
    pub headline: Option<String>,
    /// The sentence(s) under the headline that sum the article up; bullets joined by one space each.
    pub dek: Option<String>,
    /// Who wrote it; null when no line says.
    pub byline: Option<Byline>,
    /// `YYYY-MM-DD`, or RFC 3339 where a time with its zone is printed; only from a stamp of the article.
    pub published: Option<String>,
    /// The same, of the last change.
    pub updated: Option<String>,
    /// The lines that print those dates, as they stand, in order: what `published` and `updated` were read from.
    pub stamps: Vec<String>,
    /// Where the story was filed; it is taken off the first paragraph or the dek, or stands in a field of its own.
    pub dateline: Option<Dateline>,
    /// One entry a picture, in order of first appearance.
    pub captions: Vec<Caption>,
    /// The body. The first section's heading is null unless the body opens with one.
    pub sections: Vec<Section>,
    /// Display quotes, in order.
    pub pull_quotes: Vec<PullQuote>,
    /// Who said what, in order of the first word said.
    pub statements: Vec<Statement>,
    /// One entry a speaker, in order of first statement.
    pub speakers: Vec<SpeakerEntry>,
    /// What belongs to the article but not to its body, in order.
    pub notes: Vec<Note>,
    /// What belongs to the page, in order.
    pub furniture: Vec<Furniture>,
    /// Doubts, in order of where they arose; the codes are listed at [`crate::warnings::Code`].
    pub warnings: Vec<Warning>,
    /// Every block of the input once, in order; only when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocks: Option<Vec<Block>>,
    /// What the record was read from; only when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceInfo>,
}

/// Who wrote the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Byline {
    /// As printed.
    pub text: String,
    /// In print order. An agency or desk alone is an author too.
    pub authors: Vec<Author>,
    /// The wire service, where one is named.
    pub agency: Option<String>,
}

/// One author.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// The name alone: no `By`, role, handle, time or date.
    pub name: String,
    /// `News Reporter`; null where none is printed.
    pub role: Option<String>,
    /// The outlet or place printed with the name; null where none is.
    pub affiliation: Option<String>,
}

/// Where the story was filed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dateline {
    /// As printed, without the dash.
    pub text: String,
    /// In ordinary case.
    pub places: Vec<String>,
    /// As printed (`Wis.`).
    pub region: Option<String>,
    /// A partial date (EDTF level 2): `2025-02-06`, `XXXX-02-06`.
    pub date: Option<String>,
    /// From the bracket.
    pub agency: Option<String>,
}

/// One picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Caption {
    /// The fullest wording, without the credit; empty where the picture has a credit alone.
    pub text: String,
    /// Who made the picture; null where none is printed.
    pub credit: Option<Credit>,
    /// How many times the input says it, as caption or as alternative text.
    pub occurrences: usize,
}

/// A photo credit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// As printed, without brackets and label.
    pub text: String,
    /// The words that label it (`Photo`, `Illustration by`); null where none is printed.
    pub label: Option<String>,
    /// People.
    pub names: Vec<String>,
    /// Agencies, outlets and others that are no person.
    pub agencies: Vec<String>,
    /// `Pool`, `Handout`, `File`, `via`.
    pub qualifiers: Vec<String>,
}

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Null for what stands before the first heading.
    pub heading: Option<String>,
    /// Whole paragraphs, in order.
    pub paragraphs: Vec<String>,
}

/// A display quote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PullQuote {
    /// Its words, without quotation marks.
    pub text: String,
    /// `dek`, `heading` or `body`.
    pub placement: Placement,
    /// The line that says whose it is; null where none does.
    pub attribution: Option<String>,
    /// Index of the statement it repeats, or is; null where there is none.
    pub statement: Option<usize>,
}

/// Where a display quote stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // told at the field
pub enum Placement {
    Dek,
    Heading,
    Body,
}

/// What belongs to the article but not to its body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// `signoff`, `correction`, `editor`, `bio` or `source`.
    pub kind: String,
    /// Its words.
    pub text: String,
}

/// What belongs to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Furniture {
    /// `navigation`, `share`, `advertisement`, `newsletter`, `related`, `comments`, `tags`, `media`, `form`, `prompt`,
    /// `legal`, `alt` or `other`.
    pub kind: String,
    /// Its words.
    pub text: String,
}

/// A doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// One of [`crate::warnings::Code`].
    pub code: String,
    /// The input that raised it; null where it is the article as a whole.
    pub span: Option<Range>,
}

/// Lines of the input and what they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// `headline`, `paragraph`, `note:bio`, `furniture:share` …
    pub role: String,
    /// Where they stand.
    pub span: Range,
}

/// What a record was read from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceInfo {
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// How many bytes there were.
    pub bytes: u64,
    /// The encoding they were read in, by its WHATWG name.
    pub encoding: String,
}
