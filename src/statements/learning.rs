//! What a learner needs of the machinery: the same candidates, features and decisions that the library itself uses.
//!
//! Nobody who reads articles needs this; `examples/learn` does.

pub use super::article::{Article, Count, Range, Sentence};
pub use super::ask::{
    Accepted, Candidate, Choice, Direction, Reading, begin_features, begins, cue_features, direction_features,
    end_features, ends, next_passage, phrase, source_features, sources, start_features, starts, whole_features,
};
pub use super::confidence::{Step, class, confidence, table};
pub use super::content::{choices, content};
pub use super::dash::attributions;
pub use super::decide::{Draft, SURE, THRESHOLD, accept, best, choose_source, drafts};
pub use super::features::{Question, Shape, Sink, Sum, Template, Value, Weights, bucket, level, name, parse};
pub use super::find::{kind, settle};
pub use super::join::join;
pub use super::tokens::{Flags, MAX_SENTENCE, Mark, NO_QUOTE, Token, pair, pair_singles, scan, split};
pub use super::words::{COLON, Class, Ending, FIXED, Form, Pack, Roles, UNLISTED, Word};
pub use crate::lexicon::WordTable;
