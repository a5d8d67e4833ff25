//! Tokens of an article: words and marks with their classes, quotations paired, sentences cut. Made once an article.
//!
//! In: the texts of the passages. Out: [`Token`]s in order, with ranges for sentences and passages in `article`.

mod length;
mod quotes;
mod scan;
mod sentences;
mod singles;
mod token;

pub(super) use quotes::free_label;
pub use quotes::pair;
pub use scan::scan;
pub use sentences::{MAX_SENTENCE, split};
pub use singles::pair_singles;
pub use token::{Flags, Mark, NO_QUOTE, Token};
