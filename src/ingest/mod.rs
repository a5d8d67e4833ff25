//! Bytes to text: the only place where encodings and line formats are known.
//!
//! In: the bytes of one article ([`decode`]), or one line of JSON Lines ([`json_line`]). Out: a [`Source`], or an
//! [`IngestError`] that says why there is none. Files, folders and compression are left to the command.

mod decode;
mod jsonl;

use crate::warnings::Warning;

pub use decode::decode;
pub use jsonl::{Fields, Line, json_line};

/// An article's text, and where it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The caller's name for it.
    pub id: Option<String>,
    /// The decoded text, without a byte order mark; otherwise as it came.
    pub text: String,
    /// The encoding it was read in, by its WHATWG name (`UTF-8`).
    pub encoding: &'static str,
    /// How many bytes it had.
    pub bytes: usize,
    /// Doubts about the decoding.
    pub warnings: Vec<Warning>,
}

/// Why input could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IngestError {
    /// No bytes, or white space only.
    #[error("the input is empty")]
    Empty,
    /// Bytes that are no text in any encoding.
    #[error("the input is not text: {0}")]
    NotText(String),
    /// A label that names no encoding.
    #[error("unknown encoding {0:?}: give a WHATWG label such as utf-8, windows-1252 or shift_jis")]
    UnknownEncoding(String),
    /// A line that is no JSON object.
    #[error("the line is not a JSON object: {0}")]
    BadJson(String),
    /// A JSON object without the field that holds the text, or with something else than a string in it.
    #[error("the line has no text: field {0:?} is missing or is not a string")]
    NoText(String),
}

impl IngestError {
    /// A short name for programs, as error lines give it: `empty`, `not_text`, `unknown_encoding`, `bad_json`,
    /// `no_text`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotText(_) => "not_text",
            Self::UnknownEncoding(_) => "unknown_encoding",
            Self::BadJson(_) => "bad_json",
            Self::NoText(_) => "no_text",
        }
    }
}
