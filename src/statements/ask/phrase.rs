//! The cue with its source where they stand together, and the passage that a sentence leads over to.

use super::reading::Reading;
use crate::statements::article::Range;
use crate::statements::tokens::{Mark, Token};
use crate::statements::words::Class;

/// First and one-past-last token of source and cue when they are together, else of the cue with its auxiliaries.
#[must_use]
pub fn phrase(reading: &Reading<'_>, at: usize, source: Option<Range>) -> Range {
    let article = reading.article;
    let sentence = article.sentence(at);
    let mut left = at;
    while left > sentence.start && article.tokens[left - 1].is_auxiliary() {
        left -= 1;
    }
    let mut right = cue_end(reading, at);
    if let Some(source) = source {
        let between = |token: &Token| !token.is_word() || token.is_auxiliary();
        if source.end <= at && article.tokens.get(source.end..left).unwrap_or(&[]).iter().all(between) {
            left = left.min(source.start);
        } else if source.start >= right && source.start - right <= 1 {
            right = source.end;
        }
    }
    Range::new(left, day_end(reading, at, right))
}

/// The token behind the cue and its particle.
#[must_use]
pub(in crate::statements) fn cue_end(reading: &Reading<'_>, at: usize) -> usize {
    let article = reading.article;
    let right = at + 1;
    let particle =
        article.tokens.get(at).and_then(|token| article.pack.form(token.form)).and_then(|form| form.particle);
    let belongs = |words: &str| words.split(' ').any(|word| article.text(right).eq_ignore_ascii_case(word));
    let more = right < article.sentence(at).end && particle.is_some_and(belongs);
    right + usize::from(more)
}

/// Behind a day that a comma or the sentence's end closes: in `said March 6, citing` it is when, not what, was said.
fn day_end(reading: &Reading<'_>, at: usize, from: usize) -> usize {
    let tokens = &reading.article.tokens;
    let core = reading.article.sentence(at).core;
    let day = |at: &usize| tokens.get(*at).is_some_and(|token| token.class == Class::TIME);
    let end = from + (from..core).take_while(day).count();
    let closed = end >= core || tokens.get(end).is_some_and(|token| token.is(Class::COMMA));
    if closed { end } else { from }
}

/// The first token of the next passage, where this sentence ends its passage with a colon or comma, or a quotation opens
/// the next passage.
#[must_use]
pub fn next_passage(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let article = reading.article;
    let sentence = article.sentence(at);
    let part = article.passages.get(sentence.passage)?.part;
    let next = article.passages.get(sentence.passage + 1).filter(|next| next.part == part)?;
    if sentence.end != article.passage(at).end || sentence.end - at > 25 || next.text.is_empty() {
        return None;
    }
    let first = article.spans.get(sentence.passage + 1).filter(|span| !span.is_empty())?.start;
    let last = article.tokens.get(sentence.end.checked_sub(1)?)?;
    let opens = article.tokens.get(first).is_some_and(|token| token.mark == Mark::Open);
    (last.kind.is_in(&[Class::COLON, Class::COMMA]) || opens).then_some(first)
}
