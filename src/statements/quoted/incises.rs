//! Attributions inside quotation marks: `« Le pont est vieux, a déclaré Odile Vernay. Il fermera. »`.
//!
//! In: a [`Line`] whose quotations are paired. Out: the same, with such a quotation as two, and the words between them unquoted. Near-miss:
//! `« Elle a menti, a-t-on dit. »` behind a colon, whose speaker stands before it.

use super::patterns::behind;
use super::tokens::{Line, Run};
use super::words::{CUE, Words};

/// No attribution is longer, in tokens.
const LONGEST: usize = 24;

/// Splits every quotation that somebody's attribution interrupts.
pub(super) fn split(line: &mut Line<'_>, words: &Words) {
    let quotes = std::mem::take(&mut line.quotes);
    for quote in quotes {
        let led = quote.start.checked_sub(1).is_some_and(|before| line.tokens[before].mark(':'));
        let found = if led { None } else { incise(line, words, &quote) };
        let Some(incise) = found else {
            line.quotes.push(quote);
            continue;
        };
        line.quotes.push(quote.start..incise.start);
        if incise.end + 1 < quote.end {
            line.quotes.push(incise.end - 1..quote.end);
        }
    }
}

/// From the comma before the cue to the mark behind the source; its tokens are unquoted.
fn incise(line: &mut Line<'_>, words: &Words, quote: &Run) -> Option<Run> {
    let last = quote.end - 1;
    (quote.start + 2..last).find_map(|comma| {
        let verb = line.tokens.get(comma + 1).is_some_and(|next| next.word && !next.upper && next.is(CUE));
        if !line.tokens[comma].mark(',') || !verb {
            return None;
        }
        let window = comma..last.min(comma + LONGEST);
        line.mark_quoted(window.clone(), false);
        let own = behind(line, words, comma, window.end).filter(|own| own.cue.start == comma + 1);
        let source = own.and_then(|own| own.source);
        let end = source.filter(|source| source.speaks(line)).map_or(comma, |source| source.end);
        let closes = end == last || line.tokens[end].mark('.') || line.tokens[end].mark(',');
        let found = (end > comma && closes).then(|| comma..end + usize::from(end < last));
        line.mark_quoted(found.as_ref().map_or(comma, |found| found.end)..window.end, true);
        found
    })
}
