//! Quotations with the words that attribute them: where cue and source stand.
//!
//! In: a [`Line`] and one of its quotations. Out: an [`Attribution`]. Forms:
//!
//! ```text
//! «…», a déclaré Odile Vernay.      X ha dichiarato: «…»      "…", dijo.      «…», selon X      X, “…” dedi.
//! – …, säger X.                     X a indiqué que « … » et que …
//! ```
//!
//! A quotation that no cue touches is left out here.

use super::phrase::{Phrase, phrase};
use super::tokens::{Line, Run};
use super::words::{Roles, Words};

/// A cue with the phrase of who says it.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub(super) cue: Run,
    pub(super) source: Option<Phrase>,
}

/// A verb of saying at `at`, with its auxiliary; a pronoun may stand inside (`a-t-il déclaré`).
fn cue(line: &Line<'_>, at: usize, end: usize) -> Option<(Run, Option<usize>)> {
    let is = |at: usize, roles| line.tokens.get(at).is_some_and(|token| at < end && !token.quoted && token.is(roles));
    if is(at, Roles::AUXILIARY) {
        let mut here = at + 1;
        let mut inner = None;
        while here < at + 4 && !is(here, Roles::PARTICIPLE) {
            if is(here, Roles::PRONOUN) {
                inner = Some(here);
            } else if here == at + 1 && is(here, Roles::VERB) {
                // `s’exclame`
                return Some((at..here + 1, None));
            } else if !is(here, Roles::ADVERB.and(Roles::AUXILIARY)) {
                return None;
            }
            here += 1;
        }
        return is(here, Roles::PARTICIPLE).then_some((at..here + 1, inner));
    }
    is(at, Roles::VERB).then_some((at..at + 1, None))
}

/// The attribution behind a quotation that ends before `at`: verb and source, source and verb, `selon X`.
pub(super) fn behind(line: &Line<'_>, words: &Words, at: usize, end: usize) -> Option<Attribution> {
    let mut at = at;
    while line.tokens.get(at).is_some_and(|token| {
        at < end && (matches!(token.first, ',' | '–' | '—' | '-') && !token.word || token.is(Roles::ADVERB))
    }) {
        at += 1;
    }
    if let Some((own, inner)) = cue(line, at, end) {
        if let Some(inner) = inner {
            let roles = line.tokens.get(inner)?.roles;
            let source = Phrase { run: inner..inner + 1, name: None, described: None, pronoun: true, roles };
            return Some(Attribution { cue: own, source: Some(source) });
        }
        let mut start = own.end;
        while line.tokens.get(start).is_some_and(|token| token.is(Roles::ADVERB)) {
            start += 1;
        }
        return Some(Attribution { source: phrase(line, words, start, end), cue: own });
    }
    if line.tokens.get(at).is_some_and(|token| at < end && token.is(Roles::ACCORDING)) {
        let source = phrase(line, words, at + 1, end)?;
        return Some(Attribution { cue: at..at + 1, source: Some(source) });
    }
    let source = phrase(line, words, at, end)?;
    let (own, _) = cue(line, source.run.end, end)?;
    Some(Attribution { cue: own, source: Some(source) })
}

/// The attribution before a quotation that begins at `at`: `X a déclaré : «`, `Selon X, «`.
pub(super) fn before(line: &Line<'_>, words: &Words, at: usize) -> Option<Attribution> {
    const REACH: usize = 12;
    let mark = at.checked_sub(1).filter(|before| line.tokens[*before].mark(':') || line.tokens[*before].mark(','))?;
    let start = line.sentence(mark).start.min(mark);
    if line.tokens.get(start).is_some_and(|first| first.is(Roles::ACCORDING)) {
        let source = phrase(line, words, start + 1, mark).filter(|source| source.run.end == mark)?;
        return Some(Attribution { cue: start..start + 1, source: Some(source) });
    }
    let near = start.max(mark.saturating_sub(REACH));
    let (own, inner) = (near..mark).rev().find_map(|at| cue(line, at, mark))?;
    // Behind a comma the cue stands right before the mark; a colon may have a hearer or a day between.
    if inner.is_some() || line.tokens[mark].mark(',') && own.end != mark {
        return None;
    }
    let own = if own.start > start && cue(line, own.start - 1, mark).is_some() { own.start - 1..own.end } else { own };
    let source = subject(line, words, start, own.start).or_else(|| phrase(line, words, own.end, mark));
    Some(Attribution { cue: own, source })
}

/// The subject that ends before `end`: the sentence's first phrase, an apposition between commas behind it.
pub(super) fn subject(line: &Line<'_>, words: &Words, start: usize, end: usize) -> Option<Phrase> {
    let mut start = start;
    while line.tokens.get(start).is_some_and(|token| start < end && (!token.word || token.is(Roles::ADVERB))) {
        start += 1;
    }
    let source = phrase(line, words, start, end)?;
    if source.run.end == end {
        return Some(source);
    }
    let comma = |at: usize| line.tokens.get(at).is_some_and(|token| token.mark(','));
    let adverbs = (source.run.end..end).all(|at| line.tokens[at].is(Roles::ADVERB) || !line.tokens[at].word);
    (adverbs || comma(source.run.end) && comma(end - 1)).then_some(source)
}

/// `X a indiqué que « … »`: the cue and where its clause begins, for a quotation inside the clause.
pub(super) fn clause(line: &Line<'_>, words: &Words, quote: &Run) -> Option<(Attribution, Run)> {
    let sentence = line.sentence(quote.start);
    let that = (sentence.start..quote.start).find(|at| {
        line.tokens[*at].is(Roles::THAT) && {
            let from = at.saturating_sub(4).max(sentence.start);
            (from..*at).any(|start| cue(line, start, *at).is_some_and(|(own, _)| own.end == *at))
        }
    })?;
    let (own, inner) = (sentence.start..that).filter_map(|at| cue(line, at, that)).find(|(own, _)| own.end == that)?;
    let source = match inner {
        Some(_) => None,
        None => subject(line, words, sentence.start, own.start),
    };
    Some((Attribution { cue: own, source: Some(source?) }, that + 1..sentence.end))
}
