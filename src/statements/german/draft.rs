//! An attribution in token ranges, and how it becomes a [`Found`].
//!
//! In: ranges of one [`Line`]. Out: stretches without the words that only join (`dass`, `und`), without outer quotation
//! marks and end marks; the kind told from what stands inside the marks.

use super::clauses::Range;
use super::tokens::Line;
use super::words::Roles;
use crate::statements::{Found, Kind, Place};
use crate::text::Stretch;

/// An attribution of one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    /// What is said.
    pub(super) content: Vec<Range>,
    /// The words that attribute.
    pub(super) cue: Option<Range>,
    /// Who says it.
    pub(super) source: Option<Range>,
    /// How sure it is, in hundredths.
    pub(super) confidence: u8,
    /// Whether what is said goes on in the next sentence or paragraph (the cue ends in a colon).
    pub(super) open: bool,
    /// Whether it is an answer in an interview: words as they were said, without marks.
    pub(super) said: bool,
}

impl Draft {
    /// Whether the token is part of what is said.
    pub(super) fn claims(&self, at: usize) -> bool {
        self.content.iter().any(|range| range.0 <= at && at < range.1)
    }

    /// The statement, or nothing where no word is said.
    pub(super) fn finish(&self, line: &Line<'_>, passage: usize) -> Option<Found> {
        let ranges: Vec<Range> = self.content.iter().filter_map(|range| trim(line, *range)).collect();
        let (inside, all) = count(line, &ranges);
        if all == 0 {
            return None;
        }
        let place = |range: Range| Place { passage, stretch: line.stretch(range.0, range.1) };
        Some(Found {
            kind: if self.said { Kind::Direct } else { kind(inside, all) },
            content: ranges.iter().map(|range| Place { passage, stretch: inner(line, *range) }).collect(),
            cue: self.cue.map(place),
            source: self.source.map(place),
            confidence: self.confidence,
        })
    }
}

/// The kind of a statement with `inside` of `all` its words in quotation marks.
pub(super) fn kind(inside: usize, all: usize) -> Kind {
    match inside {
        0 => Kind::Indirect,
        _ if inside == all => Kind::Direct,
        _ => Kind::Mixed,
    }
}

/// How many words of the ranges stand in quotation marks, and how many there are.
fn count(line: &Line<'_>, ranges: &[Range]) -> (usize, usize) {
    let tokens = ranges.iter().flat_map(|range| line.tokens.get(range.0..range.1).unwrap_or(&[]));
    tokens
        .filter(|token| token.word)
        .fold((0, 0), |(inside, all), token| (inside + usize::from(token.quote.is_some()), all + 1))
}

/// Takes marks and joining words off both ends; never into a quotation.
fn trim(line: &Line<'_>, range: Range) -> Option<Range> {
    let (mut from, mut to) = range;
    let skipped = |at: usize| {
        let token = &line.tokens[at];
        token.out()
            && (!token.word && !matches!(token.first, '(' | '[')
                || token.is(Roles::THAT)
                || token.is(Roles::COORDINATOR) && !token.is(Roles::ADVERB))
    };
    while from < to && skipped(from) {
        from += 1;
    }
    while from < to
        && line.tokens[to - 1].out()
        && !line.tokens[to - 1].word
        && !matches!(line.tokens[to - 1].first, ')' | ']' | '%' | '€')
    {
        to -= 1;
    }
    (from < to).then_some((from, to))
}

/// The stretch of a range; of a single quotation only what stands between its marks.
fn inner(line: &Line<'_>, range: Range) -> Stretch {
    let whole = line.stretch(range.0, range.1);
    let quote = line.quotes.iter().find(|quote| quote.0 == range.0 && quote.1 + 1 == range.1);
    match quote {
        Some((open, close)) => {
            let closed = !line.tokens[*close].word && close > open && is_closing(line.tokens[*close].first);
            let end = if closed { line.tokens[*close].stretch.start } else { whole.end };
            Stretch::new(line.tokens[*open].stretch.end, end).trimmed(line.text)
        }
        None => whole,
    }
}

fn is_closing(mark: char) -> bool {
    matches!(mark, '“' | '”' | '«' | '»' | '"' | '‘')
}
