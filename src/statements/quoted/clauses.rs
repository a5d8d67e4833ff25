//! Words told without quotation marks, and clauses that hold some: where cue, source and content stand in a sentence.
//!
//! In: a [`Line`] and one of its sentences. Out: [`Told`]s, in order. Forms:
//!
//! ```text
//! Le maire, Paul Riou, a indiqué mardi que le pont « fermera » en mars et a ajouté que …
//! Añadió que el puente es viejo.        (where the language leaves the subject out)
//! Selon la mairie, le pont est vieux.   Volgens de burgemeester is de brug oud.   Le pont est vieux, selon un rapport.
//! Le pont est vieux, a indiqué la mairie.
//! ```
//!
//! Near-misses: `Selon les cas, …`, `Il est précisé que …`, `Le film annonce le début …`. Quotations with a cue at their marks
//! are `patterns`'.

use super::patterns::{Attribution, behind, cue, past, skip, subject};
use super::phrase::phrase;
use super::tokens::{Line, Run};
use super::words::{Roles, Words};

/// A statement in tokens.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) own: Attribution,
    pub(super) pieces: Vec<Run>,
}

impl Told {
    fn new(own: Attribution, first: Run, second: Option<Run>) -> Self {
        Self { own, pieces: std::iter::once(first).chain(second).collect() }
    }
}

/// Content has so many words at least.
const LEAST: usize = 3;

/// The statements of a sentence; `follows` tells that somebody spoke shortly before.
pub(super) fn told(line: &Line<'_>, words: &Words, sentence: &Run, follows: bool) -> Vec<Told> {
    let found = clauses(line, words, sentence, follows);
    if !found.is_empty() {
        return found;
    }
    let found = according(line, words, sentence).or_else(|| trailing(line, words, sentence));
    let long = |told: &Told| told.pieces.iter().map(|run| line.count(run)).sum::<usize>() >= LEAST;
    found.into_iter().filter(long).collect()
}

/// `X a indiqué que …`, each clause up to the next cue of the same subject.
fn clauses(line: &Line<'_>, words: &Words, sentence: &Run, follows: bool) -> Vec<Told> {
    let mut found: Vec<Told> = Vec::new();
    let mut from = sentence.start;
    while let Some((own, that)) = next_cue(line, from..sentence.end) {
        let start = found.last().map_or(sentence.start, |last| last.own.cue.end);
        let goes_on = own.start > start && line.tokens[own.start - 1].is(Roles::AND);
        let source = if found.is_empty() { subject(line, words, sentence.start, own.start) } else { None };
        // A film may remind, a figure may show: of such verbs only who can speak is the speaker, or who is quoted.
        let quotes = (that..sentence.end).any(|at| line.tokens[at].quoted);
        let weak = !quotes && own.clone().any(|at| line.tokens[at].is(Roles::WEAK));
        let source = source.filter(|source| !weak || source.speaks(line));
        let alone = words.leaves_out_subjects() && follows && skip(line, sentence.start, own.start) == own.start;
        if source.is_some() || found.is_empty() && alone || !found.is_empty() && goes_on {
            if let Some(piece) = found.last_mut().and_then(|last| last.pieces.last_mut()) {
                piece.end = own.start - 1;
            }
            found.push(Told::new(Attribution { cue: own, source }, that + 1..sentence.end, None));
        }
        from = that + 1;
    }
    found.retain(|told| told.pieces.iter().all(|run| run.start < run.end && line.count(run) > 1));
    found
}

/// `… et estime que …` behind a statement: the same speaker says it.
pub(super) fn goes_on(line: &Line<'_>, rest: &Run) -> Option<Told> {
    let and = rest.clone().take(2).find(|at| line.tokens[*at].is(Roles::AND))?;
    let start = skip(line, and + 1, rest.end);
    let (own, that) = next_cue(line, start..rest.end).filter(|(own, _)| own.start == start)?;
    let told = Told::new(Attribution { cue: own, source: None }, that + 1..rest.end, None);
    Some(told).filter(|told| told.pieces.iter().all(|run| line.count(run) > 1))
}

/// The first cue of a stretch that a `that` follows, hearer and adverbs between them left out.
fn next_cue(line: &Line<'_>, run: Run) -> Option<(Run, usize)> {
    run.clone().find_map(|at| {
        let (own, inner) = cue(line, at, run.end).filter(|_| !line.tokens[at].quoted)?;
        let that = past(line, own.end, run.end);
        // `řekl, že`
        let that = that + usize::from(that < run.end && line.tokens[that].mark(','));
        let follows = line.tokens.get(that).is_some_and(|token| token.is(Roles::THAT) && !token.quoted);
        (inner.is_none() && follows && that < run.end).then_some((own, that))
    })
}

/// Where the words behind a hearer begin: `à l’AFP`, `a este diario`.
pub(super) fn past_hearer(line: &Line<'_>, at: usize, end: usize) -> usize {
    const LONGEST: usize = 5;
    if !line.tokens.get(at).is_some_and(|token| at < end && token.is(Roles::TO)) {
        return at;
    }
    let mut here = at + 1;
    while here < end.min(at + LONGEST) && line.tokens.get(here).is_some_and(|token| token.word && !token.upper) {
        if line.tokens[here].is(Roles::THAT) {
            return here;
        }
        here += 1;
    }
    // `à notre journal Anne Morvan`: the name is the speaker's. `à l’AFP Paul Riou`: the letters are the hearer's.
    let hearer = here == at + 1 || line.tokens[here - 1].is(Roles::DETERMINER.and(Roles::TO));
    let capital = line.tokens.get(here).is_some_and(|token| token.word && token.upper && here < end);
    here + usize::from(capital && hearer)
}

/// `Selon X, …`, `…, selon X`, `…, selon X, …`.
fn according(line: &Line<'_>, words: &Words, sentence: &Run) -> Option<Told> {
    let at = sentence.clone().find(|at| !line.tokens[*at].quoted && words.according(line, *at) > 0)?;
    let after = at + words.according(line, at);
    let own = |source| Attribution { cue: at..after, source: Some(source) };
    let speaker = |end: usize| phrase(line, words, after, end).filter(|source| source.speaks(line));
    if skip(line, sentence.start, at) == at {
        if let Some(source) = speaker(sentence.end).filter(|source| line.comma(source.end)) {
            let content = source.end + 1..sentence.end;
            return Some(Told::new(own(source), content, None));
        }
        let end = Some(opener(line, words, after, sentence.end)).filter(|_| words.opens_without_comma())?;
        let source = speaker(end).filter(|source| source.end == end)?;
        return Some(Told::new(own(source), end..sentence.end, None));
    }
    let source = speaker(sentence.end)?;
    let end = source.end;
    let before = sentence.start..at - usize::from(line.comma(at - 1));
    match end {
        _ if end == sentence.end => Some(Told::new(own(source), before, None)),
        _ if line.comma(end) && line.comma(at - 1) => Some(Told::new(own(source), before, Some(end + 1..sentence.end))),
        _ => None,
    }
}

/// Where a phrase ends that no mark ends: behind its first noun for who can speak or name, and what a `of` ties to it.
fn opener(line: &Line<'_>, words: &Words, at: usize, end: usize) -> usize {
    const BEFORE: usize = 2;
    let is = |at: usize, roles| line.tokens.get(at).is_some_and(|token| at < end && token.is(roles));
    let upper = |at: usize| line.tokens.get(at).is_some_and(|token| at < end && token.upper);
    let open = |at: usize| line.tokens.get(at).is_some_and(|token| token.word && token.roles.none());
    let at = at + usize::from(is(at, Roles::DETERMINER));
    let head = (at..at + BEFORE).find(|at| upper(*at) || is(*at, Roles::SPEAKER));
    let Some(mut here) = head.map(|head| head + 1) else { return at };
    loop {
        let determined = here + 1 + usize::from(is(here + 1, Roles::DETERMINER));
        match here {
            _ if upper(here) || is(here, Roles::SPEAKER) && !upper(here - 1) => here += 1,
            // `České bankovní asociace`
            _ if upper(here - 1) && open(here) && is(here + 1, Roles::SPEAKER) => here += 2,
            _ if words.is_particle(line.of(here)) && upper(here + 1) => here += 2,
            _ if is(here, Roles::LINK) && (upper(determined) || is(determined, Roles::SPEAKER)) => {
                here = determined + 1
            }
            _ => return here.min(end),
        }
    }
}

/// `…, a indiqué la mairie`: the last words of a sentence, a day or a hearer behind them.
fn trailing(line: &Line<'_>, words: &Words, sentence: &Run) -> Option<Told> {
    const LONGEST: usize = 20;
    const REST: usize = 7;
    let near = sentence.start.max(sentence.end.saturating_sub(LONGEST));
    let commas = (near..sentence.end).rev().filter(|at| line.tokens[*at].mark(',') && !line.tokens[*at].quoted);
    let (comma, own) = commas.take(3).find_map(|comma| {
        let own = behind(line, words, comma, sentence.end).filter(|own| own.cue.start == comma + 1)?;
        Some((comma, own))
    })?;
    let source = own.source.as_ref().filter(|source| source.speaks(line) && source.run.start >= own.cue.start)?;
    let rest = source.end..sentence.end;
    let closed = line.tokens.get(rest.start).is_some_and(|token| !token.roles.none() && token.word);
    let fits = rest.is_empty() || rest.len() <= REST && closed && !rest.clone().any(|at| line.tokens[at].mark(','));
    (fits && comma > sentence.start).then(|| Told::new(own.clone(), sentence.start..comma, None))
}
