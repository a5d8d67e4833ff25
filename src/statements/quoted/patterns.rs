//! Quotations with the words that attribute them: where cue and source stand.
//!
//! In: a [`Line`] and one of its quotations. Out: an [`Attribution`]. Forms:
//!
//! ```text
//! «…», a déclaré Odile Vernay.      X ha dichiarato: «…»      "…", dijo.      «…», selon X      X, “…” dedi.
//! – …, säger X.                     «…», explica a este diario Ana Ruiz
//! ```
//!
//! A quotation that no cue touches is left out here. A form of *be* is no auxiliary of saying but behind a reflexive pronoun
//! (`s’est exclamé`, not `il est précisé`).

use super::clauses::past_hearer;
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
pub(super) fn cue(line: &Line<'_>, at: usize, end: usize) -> Option<(Run, Option<usize>)> {
    let is = |at: usize, roles| line.tokens.get(at).is_some_and(|token| at < end && !token.quoted && token.is(roles));
    if is(at, Roles::BEING) && !at.checked_sub(1).is_some_and(|before| is(before, Roles::AUXILIARY)) {
        return None;
    }
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

/// Where what is no adverb and no day begins: `mardi`, `este martes`.
pub(super) fn skip(line: &Line<'_>, at: usize, end: usize) -> usize {
    let adverb = |at: usize| line.tokens.get(at).is_some_and(|token| at < end && token.is(Roles::ADVERB));
    let determiner = |at: usize| line.tokens.get(at).is_some_and(|token| token.is(Roles::DETERMINER));
    let mut here = at;
    loop {
        match here {
            _ if adverb(here) => here += 1,
            _ if determiner(here) && adverb(here + 1) => here += 2,
            _ => return here,
        }
    }
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
            return Some(Attribution { cue: own, source: Some(Phrase::pronoun(line, inner)?) });
        }
        return Some(Attribution { source: phrase(line, words, past(line, own.end, end), end), cue: own });
    }
    let according = if at < end { words.according(line, at) } else { 0 };
    if according > 0 {
        let source = phrase(line, words, at + according, end)?;
        return Some(Attribution { cue: at..at + according, source: Some(source) });
    }
    let source = phrase(line, words, at, end)?;
    let (own, _) = cue(line, source.run.end, end)?;
    Some(Attribution { cue: own, source: Some(source) })
}

/// The last cue of a run, with the auxiliary before it.
pub(super) fn last_cue(line: &Line<'_>, run: Run) -> Option<(Run, Option<usize>)> {
    let (own, inner) = run.clone().rev().find_map(|at| cue(line, at, run.end))?;
    let led = own.start > run.start && cue(line, own.start - 1, run.end).is_some();
    Some((own.start - usize::from(led)..own.end, inner))
}

/// Where the words behind days, a hearer and days begin.
pub(super) fn past(line: &Line<'_>, at: usize, end: usize) -> usize {
    skip(line, past_hearer(line, skip(line, at, end), end), end)
}

/// The attribution before a quotation that begins at `at`: `X a déclaré : «`, `Selon X, «`.
pub(super) fn before(line: &Line<'_>, words: &Words, at: usize) -> Option<Attribution> {
    const REACH: usize = 12;
    let mark = at.checked_sub(1).filter(|before| line.tokens[*before].mark(':') || line.tokens[*before].mark(','))?;
    let start = line.sentence(mark).start.min(mark);
    let according = words.according(line, start);
    if according > 0 {
        let source = phrase(line, words, start + according, mark).filter(|source| source.end == mark)?;
        return Some(Attribution { cue: start..start + according, source: Some(source) });
    }
    let (own, inner) = last_cue(line, start.max(mark.saturating_sub(REACH))..mark)?;
    // Behind a comma the cue stands right before the mark; a colon may have a hearer or a day between.
    if inner.is_some() || line.tokens[mark].mark(',') && own.end != mark {
        return None;
    }
    let source = subject(line, words, start, own.start).or_else(|| phrase(line, words, own.end, mark));
    Some(Attribution { cue: own, source })
}

/// The subject that ends before `end`: the sentence's first phrase, or the one behind its last comma, an apposition between
/// commas behind it; or what a relative pronoun before `end` stands for.
pub(super) fn subject(line: &Line<'_>, words: &Words, start: usize, end: usize) -> Option<Phrase> {
    const REACH: usize = 24;
    let first = relative(line, words, start, end).or_else(|| first_subject(line, words, start, end));
    first.or_else(|| {
        let commas =
            (start.max(end.saturating_sub(REACH))..end).filter(|at| line.comma(*at) && !line.tokens[*at].quoted);
        commas.take(3).find_map(|at| first_subject(line, words, at + 1, end))
    })
}

/// `X, qui`: the phrase that the pronoun before `end` stands for.
fn relative(line: &Line<'_>, words: &Words, from: usize, end: usize) -> Option<Phrase> {
    const LONGEST: usize = 12;
    let pronoun = end.checked_sub(1).filter(|at| line.tokens[*at].is(Roles::RELATIVE))?;
    let end = pronoun - usize::from(line.tokens.get(pronoun.checked_sub(1)?)?.mark(','));
    let opens = Roles::DETERMINER.and(Roles::HONORIFIC).and(Roles::SPEAKER);
    let starts = (from.max(end.saturating_sub(LONGEST))..end)
        .filter(|at| line.tokens[*at].word && (line.tokens[*at].upper || line.tokens[*at].is(opens)));
    starts.filter_map(|at| phrase(line, words, at, end)).find(|found| found.run.end == end && !found.pronoun)
}

fn first_subject(line: &Line<'_>, words: &Words, start: usize, end: usize) -> Option<Phrase> {
    let mut start = start;
    while line.tokens.get(start).is_some_and(|token| start < end && (!token.word || token.is(Roles::ADVERB))) {
        start += 1;
    }
    let source = phrase(line, words, start, end)?;
    let behind = past_bracket(line, source.run.end, end);
    let adverbs = (behind..end).all(|at| line.tokens[at].is(Roles::ADVERB) || !line.tokens[at].word);
    // `Interrogé, l’adjoint Paul Riou, …`: not the first word speaks.
    let second = || {
        let found =
            phrase(line, words, behind + 1, end).filter(|found| found.name.is_some() && found.noun(line).is_some())?;
        (found.run.end + 1 == end || line.comma(found.run.end)).then_some(found)
    };
    let alone = source.run.len() == 1 && !source.pronoun && !adverbs && line.comma(behind);
    let second = if alone { second() } else { None };
    second.or_else(|| (adverbs || line.comma(behind) && line.comma(end - 1)).then_some(source))
}

/// Where the words behind a short bracket begin: `Paul Riou (PS)`.
fn past_bracket(line: &Line<'_>, at: usize, end: usize) -> usize {
    const LONGEST: usize = 6;
    let open = line.tokens.get(at).is_some_and(|token| token.mark('('));
    let close = || (at..end.min(at + LONGEST)).find(|at| line.tokens[*at].mark(')'));
    Some(at).filter(|_| open).and_then(|_| close()).map_or(at, |close| close + 1)
}
