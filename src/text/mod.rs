//! The ground: stretches of text and where they stand in the input. Knows nothing of news.

pub mod chars;
mod fragments;
pub mod hash;
mod offsets;
mod span;

pub use fragments::{Fragments, Run};
pub use offsets::CodePoints;
pub use span::{Span, Stretch};
