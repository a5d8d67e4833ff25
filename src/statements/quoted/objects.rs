//! Quotations that are what a verb of saying takes: `a dénoncé « un abandon »`, `criticó una decisión “absurda”`.
//!
//! In: a [`Line`] and one of its quotations that no mark ties to a cue. Out: an [`Attribution`] and the run of its content. The subject
//! stands before the cue, or before the `qui` that stands for it. Left out: verbs that others ask of (`a voulu dénoncer « … »`).

use super::patterns::{Attribution, last_cue, skip, subject};
use super::tokens::{Line, Run};
use super::words::{Roles, Words};

/// So many words may stand between the cue and the quotation: `une décision`.
const BETWEEN: usize = 3;
/// What they begin with: `une décision`, `de « la patience »`.
const OPENS: Roles = Roles::DETERMINER.and(Roles::LINK);

/// The attribution of a quotation that stands behind its cue without a mark between them.
pub(super) fn object(line: &Line<'_>, words: &Words, quote: &Run) -> Option<(Attribution, Run)> {
    let sentence = line.sentence(quote.start);
    let from = sentence.start.max(quote.start.saturating_sub(BETWEEN + 5));
    let (own, inner) = last_cue(line, from..quote.start)?;
    let start = skip(line, own.end, quote.start);
    let between = start..quote.start;
    let plain = |at: usize| {
        let token = &line.tokens[at];
        token.word && !token.upper && (token.is(OPENS) || token.roles.none())
    };
    let opens = line.tokens[start].is(OPENS) || between.is_empty();
    if inner.is_some() || between.len() > BETWEEN || !opens || !between.clone().all(plain) {
        return None;
    }
    let source = subject(line, words, sentence.start, own.start)?;
    let start = start + usize::from(line.tokens[start].is(Roles::LINK) && !line.tokens[start].is(Roles::DETERMINER));
    Some((Attribution { cue: own, source: Some(source) }, start..quote.end))
}
