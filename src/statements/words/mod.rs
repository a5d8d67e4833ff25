//! The words of one language as the statement stage knows them: closed words, cues, endings, weights.
//!
//! In: the language's lists (`statement_words.txt`, `statement_suffixes.txt`, `cues.txt`, `weights.tsv`). Out: a [`Pack`],
//! read once and kept. Machinery elsewhere asks the pack and holds no word of a language.

mod classes;
mod pack;
mod roles;

pub use classes::{Class, FIXED};
pub use pack::{COLON, Ending, Form, Pack, UNLISTED, Word};
pub use roles::Roles;
