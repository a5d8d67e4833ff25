//! The statements of an article, before anybody knows who `he` is.
//!
//! In: passages and the language. Out: [`Found`] in order of their first word. A language without a pack has none.

use super::article::{Article, Range};
use super::ask::Reading;
use super::dash;
use super::decide::{Draft, THRESHOLD, accept, drafts_beside};
use super::features::Weights;
use super::interviews::{Interview, interview};
use super::join::join;
use super::nobody::is_nobodys;
use super::passages::Passage;
use super::posts::posts;
use super::tokens::Mark;
use super::transcripts::turns;
use super::words::{Pack, Roles};
use super::{Found, Kind, Place};
use crate::text::Stretch;

/// Finds the statements.
#[must_use]
pub fn find(passages: &[Passage], language: &str) -> Vec<Found> {
    let Some(pack) = Pack::of(language) else { return Vec::new() };
    let article = Article::read(passages, pack);
    let mut reading = Reading::of(&article);
    accept(&mut reading, &pack.weights, THRESHOLD);
    let mut found: Vec<Found> =
        settle(&reading, &pack.weights).iter().filter_map(|draft| found(&article, draft)).collect();
    found.sort_by_key(|found| found.content.first().copied());
    found
}

/// From accepted cues to whole statements, in tokens.
#[must_use]
pub fn settle(reading: &Reading<'_>, weights: &Weights) -> Vec<Draft> {
    let Interview { answers, asked } = interview(reading.article);
    let posts = posts(reading, weights);
    let turns = turns(reading.article);
    let spoken = answers.iter().chain(&posts).chain(&turns).flat_map(|draft| draft.content.iter().copied());
    let others: Vec<Range> = spoken.chain(asked.iter().copied()).collect();
    let mut drafts = drafts_beside(reading, weights, &others);
    dash::attributions(reading.article, &mut drafts);
    drafts.extend(answers);
    drafts.extend(posts);
    drafts.extend(turns);
    let mut drafts = join(reading, weights, drafts, &asked);
    drafts.retain(|draft| !is_nobodys(reading.article, draft));
    drafts
}

/// How a draft's words are given.
#[must_use]
pub fn kind(article: &Article<'_>, draft: &Draft) -> Kind {
    let own = draft.content.iter().enumerate().map(|(index, piece)| unled(article, *piece, index == 0));
    let own: Vec<Range> = own.collect();
    let words = || own.iter().flat_map(|piece| piece.start..piece.end).filter(|at| article.tokens[*at].is_word());
    let quoted = words().filter(|at| article.tokens[*at].mark == Mark::In).count();
    match quoted {
        _ if draft.verbatim => Kind::Direct,
        0 => Kind::Indirect,
        _ if quoted * 10 >= words().count() * 9 => Kind::Direct,
        _ => Kind::Mixed,
    }
}

fn found(article: &Article<'_>, draft: &Draft) -> Option<Found> {
    let kind = kind(article, draft);
    let pieces = draft.content.iter().enumerate();
    let content: Vec<Place> =
        pieces.filter_map(|(index, piece)| place(article, bare(article, *piece, index == 0))).collect();
    Some(Found {
        kind,
        content: (!content.is_empty()).then_some(content)?,
        cue: draft.cue.and_then(|cue| place(article, cue)),
        source: draft.source.and_then(|source| place(article, source)),
        confidence: super::confidence::confidence(draft, kind, &article.pack.confidence),
    })
}

/// A piece without a leading *that*, which is none of the words said: `admitted that “it was late”`.
fn unled(article: &Article<'_>, mut piece: Range, first: bool) -> Range {
    let that = article.tokens.get(piece.start).is_some_and(|token| token.is_out() && token.roles.any(Roles::THAT));
    piece.start += usize::from(first && that && piece.len() > 1);
    piece
}

/// The same without the quotation marks around all of it.
fn bare(article: &Article<'_>, piece: Range, first: bool) -> Range {
    let mut piece = unled(article, piece, first);
    if let Some(quote) = article.quote(piece.start).filter(|quote| quote.start == piece.start) {
        if quote.end >= piece.end {
            piece.start += usize::from(article.tokens[piece.start].mark == Mark::Open);
            piece.end -= usize::from(article.tokens[piece.end - 1].mark == Mark::Close);
        }
    } else if let Some(quote) = article.quote(piece.end - 1).filter(|quote| quote.start <= piece.start) {
        piece.end -= usize::from(quote.end == piece.end && article.tokens[piece.end - 1].mark == Mark::Close);
    }
    piece
}

fn place(article: &Article<'_>, range: Range) -> Option<Place> {
    let (first, last) = (article.tokens.get(range.start)?, article.tokens.get(range.end.checked_sub(1)?)?);
    if first.passage != last.passage || range.is_empty() {
        return None;
    }
    Some(Place { passage: first.passage as usize, stretch: Stretch::new(first.start as usize, last.end as usize) })
}
