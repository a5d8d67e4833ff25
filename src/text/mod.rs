//! The ground: stretches of text and where they stand in the input. Knows nothing of news.

pub mod chars;
mod fragments;
pub mod hash;
mod offsets;
mod plain;
mod runs;
mod sieve;
mod span;

pub use fragments::Fragments;
pub use offsets::CodePoints;
pub use plain::{Plain, lower};
pub use runs::Run;
pub use sieve::{Heads, Sieve};
pub use span::{Span, Stretch};
