//! The questions: candidates by rules, features for the models. One file a question.
//!
//! In: a [`Reading`] (article, cue candidates, what is accepted so far). Out: candidates, and each one's features put
//! into a sink. Deciding is left to `decide`; the learner uses the very same functions.

mod begin;
mod cue;
mod direction;
mod end;
mod end_features;
mod objects;
mod phrase;
mod reading;
mod refused;
mod source;
mod source_features;
mod start;
mod subject;
mod trailing;
mod whole;

use super::features::{Question, Shape};

pub use begin::{begin_features, begins};
pub use cue::cue_features;
pub use direction::{Direction, direction_features};
pub use end::ends;
pub use end_features::end_features;
pub(super) use phrase::cue_end;
pub use phrase::{next_passage, phrase};
pub use reading::{Accepted, Candidate, Reading};
pub use source::sources;
pub use source_features::source_features;
pub use start::{start_features, starts};
pub(super) use trailing::trailing;
pub use whole::{Choice, whole_features};

/// The templates of a question.
#[must_use]
pub(super) fn shapes(question: Question) -> &'static [Shape] {
    match question {
        Question::Cue => cue::SHAPES,
        Question::Source => source_features::SHAPES,
        Question::Direction => direction::SHAPES,
        Question::Start => start::SHAPES,
        Question::End => end_features::SHAPES,
        Question::Begin => begin::SHAPES,
        Question::Whole => whole::SHAPES,
    }
}
