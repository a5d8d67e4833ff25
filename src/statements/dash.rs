//! A quotation, then a dash and a name up to the end of the line: `"The road is long." — Ada Reed`.
//!
//! In: the article and the drafts so far. Out: one more draft for each; the dash is the cue. The name may stand on the
//! quotation's line or on the next one.

use super::article::{Article, Count, Range};
use super::decide::{Draft, SURE};
use super::tokens::{Flags, Mark};
use super::words::Class;

/// The longest line of a name.
const NAME: usize = 16;

/// Adds the drafts.
pub fn attributions(article: &Article<'_>, drafts: &mut Vec<Draft>) {
    for (number, span) in article.spans.iter().enumerate() {
        let Some((dash, quoted)) = own_line(article, number, *span).or_else(|| same_line(article, *span)) else {
            continue;
        };
        if !names(article, dash, span.end) || !is_quotation(article, quoted) {
            continue;
        }
        let taken = drafts.iter().any(|draft| draft.content.iter().any(|piece| piece.meets(quoted)));
        if taken {
            continue;
        }
        let word = |at: &usize| article.tokens.get(*at).is_some_and(|token| token.is_word());
        let end = (dash + 1..span.end).take_while(word).last().map_or(dash + 1, |at| at + 1);
        drafts.push(Draft {
            cue: Some(Range::new(dash, dash + 1)),
            source: Some(Range::new(dash + 1, end)),
            content: vec![quoted],
            margin: SURE,
            verbatim: false,
        });
    }
}

fn is_dash(article: &Article<'_>, at: usize) -> bool {
    article.tokens.get(at).is_some_and(|token| token.kind.is_in(&[Class::DASH, Class::HYPHEN]) && token.is_out())
}

/// A line that opens with the dash, under the quotation.
fn own_line(article: &Article<'_>, number: usize, span: Range) -> Option<(usize, Range)> {
    let before = number.checked_sub(1).and_then(|number| article.spans.get(number))?;
    (is_dash(article, span.start) && span.len() <= NAME).then_some((span.start, *before))
}

/// A dash right behind the closing mark.
fn same_line(article: &Article<'_>, span: Range) -> Option<(usize, Range)> {
    let from = span.end.saturating_sub(NAME).max(span.start + 1);
    let follows =
        |at: &usize| is_dash(article, *at) && article.tokens.get(at - 1).is_some_and(|token| token.mark == Mark::Close);
    let dash = (from..span.end).find(follows)?;
    let plain = !article.has(Count::Quoted, dash, span.end) && !article.has(Count::Stops, dash, span.end - 1);
    plain.then_some((dash, Range::new(span.start, dash)))
}

/// Whether a name, and no verb of saying, follows the dash.
fn names(article: &Article<'_>, dash: usize, end: usize) -> bool {
    article.tokens.get(dash + 1).is_some_and(|token| token.flags.has(Flags::UPPER) && dash + 1 < end)
        && !article.has(Count::Cues, dash, end)
}

/// Whether a range is quoted from its first token to its last.
fn is_quotation(article: &Article<'_>, range: Range) -> bool {
    let tokens = article.tokens.get(range.start..range.end).unwrap_or(&[]);
    tokens.first().is_some_and(|token| token.mark == Mark::Open) && tokens.iter().all(|token| !token.is_out())
}
