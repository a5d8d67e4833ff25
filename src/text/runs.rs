//! The runs of a cleaned string: which part of it stands where in the input.
//!
//! In: runs, in order. Out: the same, by number or by a byte of the string. What they mean is told by [`super::Fragments`].

use super::Span;

/// Part of a cleaned string that stands in the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it begins in the cleaned string.
    pub at: usize,
    /// The input it comes from. It has the run's length, or another one where `verbatim` is false.
    pub span: Span,
    /// Whether the cleaned bytes equal the input's: false for a decoded entity or a collapsed space.
    pub verbatim: bool,
    /// Whether other text (a caption, furniture) stands in the input between this run and the one before.
    pub torn: bool,
}

/// Runs in order. Most strings have one, which needs no room of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Runs {
    first: Option<Run>,
    more: Vec<Run>,
}

impl Runs {
    pub(super) fn push(&mut self, run: Run) {
        match self.first {
            None => self.first = Some(run),
            Some(_) => self.more.push(run),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.first.is_none()
    }

    pub(super) fn first(&self) -> Option<&Run> {
        self.first.as_ref()
    }

    pub(super) fn last(&self) -> Option<&Run> {
        self.more.last().or(self.first.as_ref())
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut Run> {
        self.more.last_mut().or(self.first.as_mut())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Run> {
        self.first.iter().chain(&self.more)
    }

    /// The runs from the one that holds the byte `at` of the string on, each with the one behind it.
    pub(super) fn from(&self, at: usize) -> impl Iterator<Item = (&Run, Option<&Run>)> {
        let get = |index: usize| index.checked_sub(1).map_or(self.first.as_ref(), |at| self.more.get(at));
        let first = self.more.partition_point(|run| run.at <= at);
        (first..).map_while(move |index| Some((get(index)?, get(index + 1))))
    }
}
