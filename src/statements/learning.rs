//! What a learner needs of the machinery: the same candidates, features and decisions that the library itself uses.
//!
//! Nobody who reads articles needs this; `examples/learn` does.

pub use super::article::{Article, Count, Range, Sentence};
pub use super::ask::{
    Accepted, Candidate, Direction, Reading, begin_features, begins, cue_features, direction_features, end_features,
    ends, next_passage, phrase, source_features, sources, start_features, starts,
};
pub use super::confidence::{Step, class};
pub use super::decide::{Draft, THRESHOLD, accept, choose_source, content, drafts};
pub use super::features::{Question, Shape, Sink, Sum, Template, Value, Weights, name, parse};
pub use super::find::{kind, settle};
pub use super::tokens::{Flags, Mark, Token};
pub use super::words::{Class, Form, Pack, Roles};
