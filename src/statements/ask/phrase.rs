//! The cue with its source where they stand together, and the passage that a sentence leads over to.

use super::reading::Reading;
use crate::statements::article::Range;
use crate::statements::tokens::Mark;
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
    let mut right = at + 1;
    let particle =
        article.tokens.get(at).and_then(|token| article.pack.form(token.form)).and_then(|form| form.particle);
    let belongs = |words: &str| words.split(' ').any(|word| article.text(right).eq_ignore_ascii_case(word));
    if right < sentence.end && particle.is_some_and(belongs) {
        right += 1;
    }
    if let Some(source) = source {
        let between = |token: &crate::statements::tokens::Token| !token.is_word() || token.is_auxiliary();
        if source.end <= at && article.tokens.get(source.end..left).unwrap_or(&[]).iter().all(between) {
            left = left.min(source.start);
        } else if source.start >= right && source.start - right <= 1 {
            right = source.end;
        }
    }
    Range::new(left, right)
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
