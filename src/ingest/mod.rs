//! Bytes to text: the only place where encodings are known.
//!
//! In: the bytes of one article, or one JSON line. Out: a [`Source`], or an [`IngestError`] that says why there is none.

mod decode;

use crate::warnings::Warning;

pub use decode::decode;

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
}
