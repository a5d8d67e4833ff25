//! Features as numbers, with names for people.
//!
//! A feature is a template of one question with up to five small values, packed into one `u64`:
//! question (3 bits), template (6), values (5 × 11). Its name, as in `weights.tsv`, is
//! `question<TAB>template=value value…`; a template without values is its bare name. No text is formed while an
//! article is read: names are made for the table and for explanations alone.

mod key;
mod names;
mod weights;

pub(super) use key::templates;
pub use key::{Question, Shape, Sink, Sum, Template, Value, bucket, level};
pub(super) use names::Parser;
pub use names::{name, parse};
pub use weights::Weights;
