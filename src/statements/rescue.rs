//! A quotation that no accepted cue reaches still has a speaker where its sentence, or the line that leads over to it,
//! holds a word that may attribute: `Reed went on about "the price of every stone"`.
//!
//! In: the quotation. Out: the likeliest cue that was not accepted, and its source; nobody, where even that one scores
//! below [`LEAST`]. The quotation is a statement either way, so a lower threshold adds no statement.

use super::article::Range;
use super::ask::{Candidate, Reading, cue_features};
use super::decide::{choose_source, cue_words, score};
use super::features::Weights;
use super::words::Class;

/// No cue is taken that scores lower, in tenths.
const LEAST: i32 = -30;

/// What a colon right before the quotation is worth, in tenths.
const COLON: i32 = 20;

/// A cue that was not accepted by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rescued {
    /// Its words.
    pub cue: Range,
    /// The speaker's mention.
    pub source: Option<Range>,
    /// Its score, in tenths.
    pub margin: i32,
}

/// The likeliest cue of a quotation with its source.
#[must_use]
pub(super) fn rescue(reading: &Reading<'_>, weights: &Weights, quote: Range) -> Option<Rescued> {
    let article = reading.article;
    let (first, last) = (article.sentence(quote.start), article.sentence(quote.end.checked_sub(1)?));
    let mut top: Option<(usize, i32)> = None;
    let mut consider = |candidates: &[Candidate]| {
        for candidate in candidates.iter().filter(|candidate| !quote.holds(candidate.at)) {
            let leads = candidate.at + 1 == quote.start && article.tokens[candidate.at].is(Class::COLON);
            let own = score(weights, |sum| cue_features(reading, *candidate, sum)) + if leads { COLON } else { 0 };
            if own >= LEAST && top.is_none_or(|(_, high)| own > high) {
                top = Some((candidate.at, own));
            }
        }
    };
    consider(reading.candidates_in(first.start, first.end));
    if last.start != first.start {
        consider(reading.candidates_in(last.start, last.end));
    }
    if let Some(before) = leads_over(reading, quote) {
        consider(reading.candidates_in(before.start, before.end));
    }
    let (at, margin) = top?;
    let (source, _) = choose_source(reading, weights, at, &[]);
    let cue = cue_words(reading, at, source.unwrap_or_default(), &|at| quote.holds(at));
    Some(Rescued { cue, source, margin })
}

/// The last sentence of the passage before, where it ends with a colon and the quotation opens its passage.
fn leads_over(reading: &Reading<'_>, quote: Range) -> Option<Range> {
    let article = reading.article;
    let own = article.passage(quote.start);
    let before = own.start.checked_sub(1).filter(|_| own.start == quote.start)?;
    let sentence = article.sentence(before);
    let same = article.passages.get(sentence.passage)?.part == article.passages.get(sentence.passage + 1)?.part;
    (same && article.tokens.get(before)?.is(Class::COLON)).then(|| Range::new(sentence.start, sentence.end))
}
