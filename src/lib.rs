//! newscopy reads the text of a news article as a scraper left it and gives back one typed record.
//!
//! ```
//! let source = newscopy::ingest::decode(b"Talks resume\n\nThe talks resumed on Monday, the mayor said.\n", None)?;
//! let record = newscopy::extract(&source, &newscopy::Options::default());
//! assert_eq!(record.headline.as_deref(), Some("Talks resume"));
//! # Ok::<(), newscopy::ingest::IngestError>(())
//! ```
//!
//! # The map
//!
//! ```text
//! bytes ─ingest─▶ Source ─layout─▶ blocks with roles ─body─▶ sections, sentences ─statements─▶ who said what ─record─▶ JSON
//!                           ▲ fields: one small grammar per phrase (byline, dateline, date, credit, person)
//!         lexicon: words as data, one folder per language
//! ```
//!
//! [`pipeline`] names every stage once, in order. A module uses its own folder and what stands before it in this list
//! only: [`text`], [`warnings`], [`lexicon`], [`ingest`], [`fields`], [`layout`], [`body`], [`statements`], [`record`],
//! [`dump`], [`pipeline`]; `tests/layering.rs` holds it to that. Files, folders, pipes and compression are known to the
//! command alone (`src/bin/extract`), which a library user does not link (`default-features = false`).

pub mod body;
pub mod dump;
pub mod fields;
pub mod ingest;
pub mod layout;
pub mod lexicon;
pub mod pipeline;
pub mod record;
pub mod statements;
pub mod text;
pub mod warnings;

pub use pipeline::{Options, extract};
pub use record::Record;
