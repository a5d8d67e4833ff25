//! Decides: which candidates attribute, to whom, and which words.
//!
//! In: a [`Reading`] and weights. Out: accepted cues with their sources (first pass, left to right, so that a source may be
//! shared), then [`Draft`]s with their content (second pass). The best-scored, first candidate wins; a cue counts above [`THRESHOLD`].

use super::article::{Article, Count, Range};
use super::ask::{Accepted, Reading, cue_end, cue_features, source_features, sources, trailing};
use super::content::content;
use super::described::move_over;
use super::features::{Sum, Weights};
use super::words::{Class, Roles};

/// A statement in tokens.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The words that attribute.
    pub cue: Option<Range>,
    /// The speaker's mention.
    pub source: Option<Range>,
    /// What was said: in order, apart from each other.
    pub content: Vec<Range>,
    /// The least margin of its decisions, in tenths.
    pub margin: i32,
    /// Given word for word, though without quotation marks: an answer of an interview.
    pub verbatim: bool,
}

/// The place of the best score, the first of equals, and how far it lies above the next best.
#[must_use]
pub fn best(scores: &[i32]) -> Option<(usize, i32)> {
    let mut top: Option<(usize, i32)> = None;
    let mut second = None;
    for (at, score) in scores.iter().copied().enumerate() {
        match top {
            Some((_, high)) if score <= high => second = second.max(Some(score)),
            _ => {
                second = top.map(|(_, high)| high).max(second);
                top = Some((at, score));
            }
        }
    }
    top.map(|(at, high)| (at, second.map_or(SURE, |second| high - second)))
}

/// The margin of a decision without alternative.
pub const SURE: i32 = 99;

/// A cue counts above this score: a little below nought, for a missed statement costs more than one too many.
pub const THRESHOLD: i32 = -4;

/// The sum of a candidate's features.
pub(super) fn score(weights: &Weights, put: impl FnOnce(&mut Sum<'_>)) -> i32 {
    let mut sum = Sum::new(weights);
    put(&mut sum);
    sum.total
}

/// The scores of candidates, of which the best wins; one without a rival needs none.
pub(super) fn scores<T>(weights: &Weights, list: &[T], put: impl Fn(&T, &mut Sum<'_>)) -> Vec<i32> {
    match list {
        [_] => vec![0],
        _ => list.iter().map(|candidate| score(weights, |sum| put(candidate, sum))).collect(),
    }
}

/// First pass: which candidates attribute, and their sources.
pub fn accept(reading: &mut Reading<'_>, weights: &Weights, threshold: i32) {
    reading.accepted.clear();
    let mut earlier: Vec<Range> = Vec::new();
    let mut sentence = usize::MAX;
    for index in 0..reading.candidates.len() {
        let Some(candidate) = reading.candidates.get(index).copied() else { continue };
        let own = reading.article.sentence(candidate.at).start;
        if own != sentence {
            earlier.clear();
            sentence = own;
        }
        let margin = score(weights, |sum| cue_features(reading, candidate, sum)) - threshold;
        let margin = if trailing(reading, candidate.at).is_some() { margin.max(1) } else { margin };
        if margin <= 0 {
            continue;
        }
        let (source, source_margin) = choose_source(reading, weights, candidate.at, &earlier);
        reading.accepted.push(Accepted { at: candidate.at, source, margin, source_margin });
        earlier.extend(source);
    }
}

/// The source of a cue, and by how much it won.
#[must_use]
pub fn choose_source(reading: &Reading<'_>, weights: &Weights, at: usize, earlier: &[Range]) -> (Option<Range>, i32) {
    let list = sources(reading, at, earlier);
    let scores = scores(weights, &list, |source, sum| source_features(reading, at, *source, earlier, sum));
    best(&scores).map_or((None, SURE), |(place, margin)| (list.get(place).copied().flatten(), margin))
}

/// Second pass: the content of every accepted cue. A cue inside words already given away is somebody quoting somebody.
#[must_use]
pub fn drafts(reading: &Reading<'_>, weights: &Weights) -> Vec<Draft> {
    drafts_beside(reading, weights, &[])
}

/// The same, where `others` have words already.
pub(super) fn drafts_beside(reading: &Reading<'_>, weights: &Weights, others: &[Range]) -> Vec<Draft> {
    let article = reading.article;
    let mut taken = vec![false; article.tokens.len()];
    for range in others {
        taken[range.start..range.end].fill(true);
    }
    let mut contents = Contents { reading, weights, made: vec![None; reading.accepted.len()] };
    let mut drafts = Vec::new();
    for (number, cue) in reading.accepted.iter().enumerate() {
        if taken.get(cue.at).copied().unwrap_or(true) || contents.is_within_later(number) {
            continue;
        }
        let (ranges, margin) = contents.of(number).clone();
        let pieces: Vec<Range> = ranges.into_iter().flat_map(|range| free(&taken, range)).collect();
        let mut pieces = trim(article, pieces);
        if pieces.is_empty() {
            continue;
        }
        let source = move_over(article, &mut pieces, cue.source).or(cue.source);
        for piece in &pieces {
            taken[piece.start..piece.end].fill(true);
        }
        let margin = margin.min(cue.margin).min(cue.source_margin);
        let is_taken = |at: usize| taken.get(at).copied().unwrap_or(true);
        let words = cue_words(reading, cue.at, source.unwrap_or_default(), &is_taken);
        drafts.push(Draft { cue: Some(words), source, content: pieces, margin, verbatim: false });
    }
    drafts
}

/// So many cues may stand between a report and the words that attribute it.
const BETWEEN: usize = 3;
/// A cue whose margin is less by more takes no other one in, in tenths.
const DOUBT: i32 = 20;

/// The contents of accepted cues, each made when it is first asked for.
struct Contents<'r, 'a> {
    reading: &'r Reading<'a>,
    weights: &'r Weights,
    made: Vec<Option<(Vec<Range>, i32)>>,
}

impl Contents<'_, '_> {
    fn of(&mut self, number: usize) -> &(Vec<Range>, i32) {
        let (reading, weights) = (self.reading, self.weights);
        self.made[number].get_or_insert_with(|| content(reading, weights, reading.accepted[number]))
    }

    /// Whether a cue stands, source and all, in what a later one of its sentence attributes: `Reed denied it, according to
    /// the port` is the port's.
    fn is_within_later(&mut self, number: usize) -> bool {
        let own = self.reading.accepted[number];
        let end = self.reading.article.sentence(own.at).end;
        let from_source = own.source.map_or(own.at, |source| source.start.min(own.at));
        let later = self.reading.accepted.iter().enumerate().skip(number + 1).take(BETWEEN);
        // A doubtful cue takes no sure one in, least of all one with words in quotation marks.
        let article = self.reading.article;
        let quoted = self.of(number).0.iter().any(|piece| article.has(Count::Quoted, piece.start, piece.end));
        let doubt = if quoted { 0 } else { DOUBT };
        let surer = later.filter(|(_, cue)| cue.margin + doubt >= own.margin);
        let later: Vec<(usize, usize)> =
            surer.map(|(later, cue)| (later, cue.at)).take_while(|(_, at)| *at < end).collect();
        later.into_iter().any(|(later, at)| {
            let holds = |piece: &Range| piece.holds(own.at) && piece.holds(from_source);
            self.of(later).0.iter().any(holds) && !self.of(number).0.iter().any(|piece| piece.holds(at))
        })
    }
}

/// The parts of a range that nobody has.
fn free(taken: &[bool], range: Range) -> Vec<Range> {
    let mut found = Vec::new();
    let mut start = None;
    for at in range.start..=range.end {
        let free = at < range.end && !taken.get(at).copied().unwrap_or(true);
        match (start, free) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push(Range::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Takes marks outside quotations off the ends, and drops what holds no word.
pub(super) fn trim(article: &Article<'_>, pieces: Vec<Range>) -> Vec<Range> {
    let outer = |at: usize| article.tokens.get(at).is_some_and(|token| !token.is_word() && token.is_out());
    let trimmed = pieces.into_iter().map(|mut piece| {
        while !piece.is_empty() && outer(piece.start) {
            piece.start += 1;
        }
        while !piece.is_empty() && outer(piece.end - 1) {
            piece.end -= 1;
        }
        piece
    });
    trimmed.filter(|piece| article.has(Count::Words, piece.start, piece.end)).collect()
}

/// The cue with its auxiliaries and its particle; `taken` tells the tokens that others have.
pub(super) fn cue_words(reading: &Reading<'_>, at: usize, source: Range, taken: &dyn Fn(usize) -> bool) -> Range {
    let article = reading.article;
    let from = article.sentence(at).start;
    let mut start = at;
    // `was quoted as saying`
    let cited = at.checked_sub(2).filter(|cited| *cited >= from && article.tokens[*cited].roles.any(Roles::CITED));
    start = cited.filter(|cited| !taken(*cited) && article.tokens[cited + 1].kind == Class::PREP).unwrap_or(start);
    while start > from
        && article.tokens.get(start - 1).is_some_and(super::tokens::Token::is_auxiliary)
        && !taken(start - 1)
        && !source.holds(start - 1)
    {
        start -= 1;
    }
    let whole = cue_end(reading, at);
    let end = if taken(whole - 1) { at + 1 } else { whole };
    Range::new(start, end)
}
