//! One small grammar per phrase of a newsroom: person, date, byline, dateline, credit, caption.
//!
//! In: a cleaned line ([`&str`]) and, where it matters, the article's language. Out: a typed value with the
//! [`Stretch`](crate::text::Stretch) of the line that it took, or `None`; what is left of the line is the caller's.
//! A grammar knows no neighbours: whether a line is in the right place is for `layout` to decide.

pub mod bodies;
pub mod byline;
pub mod caption;
pub mod credit;
pub mod date;
pub mod dateline;
pub mod person;
mod shapes;
mod tables;

pub use byline::{Author, Byline};
pub use caption::Caption;
pub use credit::Credit;
pub use date::{PartialDate, Stamp, StampKind};
pub use dateline::Dateline;
