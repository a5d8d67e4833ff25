//! Words as data: one folder per language, one file per question, each with its format and its refusals at the top.
//!
//! In: the files below this folder, listed at build time. Out: [`WordList`]s and rows, read once and kept.
//! No rule of the library holds a literal word of a natural language: it asks a list here.

mod kept;
mod list;
mod table;

pub use kept::Kept;
pub use list::{Row, WordList, file, languages, list, pairs, rows, size};
pub use table::WordTable;
