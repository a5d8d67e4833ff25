//! Which words a cue attributes: the best few answers to direction, start and end, and the best of them as a whole.
//!
//! In: a [`Reading`], weights, and an accepted cue. Out: the ranges of the content. Each question is asked by itself first;
//! where answers lie close, whole contents are laid side by side ([`choices`]) and one more model, which sees each from
//! end to end, decides.

use super::article::{Count, Range};
use super::ask::{
    Accepted, Choice, Direction, Reading, begin_features, begins, direction_features, end_features, ends, phrase,
    start_features, starts, trailing, whole_features,
};
use super::decide::{SURE, best, scores};
use super::features::Weights;
use super::tokens::Mark;
use super::words::Class;

/// An answer that lies further behind the best one, in tenths, is not looked at again.
const CLOSE: i32 = 25;
/// No more contents are laid side by side.
const MOST: usize = 8;

/// Content of one cue: ranges in order, and the margin.
#[must_use]
pub fn content(reading: &Reading<'_>, weights: &Weights, cue: Accepted) -> (Vec<Range>, i32) {
    let (list, margin) = choices(reading, weights, cue);
    let Some(first) = list.first() else { return (Vec::new(), 0) };
    if list.len() == 1 {
        return (first.pieces().collect(), margin);
    }
    let scores = scores(weights, &list, |choice, sum| whole_features(reading, cue, choice, sum));
    let Some((place, margin)) = best(&scores) else { return (Vec::new(), 0) };
    (list.get(place).map(|choice| choice.pieces().collect()).unwrap_or_default(), margin)
}

/// The answers that lie close to the best one, nearest first, with what each lacks.
fn close(scores: &[i32], most: usize) -> Vec<(usize, i32)> {
    let top = scores.iter().copied().max().unwrap_or(0);
    let mut found: Vec<(usize, i32)> =
        scores.iter().enumerate().map(|(at, score)| (at, top - score)).filter(|(_, lack)| *lack <= CLOSE).collect();
    found.sort_by_key(|(at, lack)| (*lack, *at));
    found.truncate(most);
    found
}

/// The contents that are nearly the best by the single questions, the best first, and by how much it won where it is alone.
#[must_use]
pub fn choices(reading: &Reading<'_>, weights: &Weights, cue: Accepted) -> (Vec<Choice>, i32) {
    let at = cue.at;
    let phrase = phrase(reading, at, cue.source);
    let after = starts(reading, at, phrase);
    let before = begins(reading, at, phrase);
    let end_of_sentence = reading.article.sentence(at).end;
    let possible = |direction: &Direction| match direction {
        Direction::After => !after.is_empty(),
        Direction::Before => !before.0.is_empty(),
        Direction::Around => !before.0.is_empty() && after.iter().any(|start| *start < end_of_sentence),
    };
    let predicate = predicate(reading, phrase);
    let behind = trailing(reading, at).is_some();
    let fits = |direction: &Direction| {
        possible(direction)
            && (predicate.is_none() || *direction == Direction::Around)
            && (!behind || *direction == Direction::Before)
    };
    let options: Vec<Direction> = Direction::ALL.into_iter().filter(fits).collect();
    let scores = scores(weights, &options, |option, sum| {
        direction_features(reading, at, phrase, cue.source, *option, sum);
    });
    let mut maker =
        Maker { reading, weights, cue, phrase, after, before, predicate, margin: SURE, first: true, found: Vec::new() };
    for (number, (place, lack)) in close(&scores, 2).into_iter().enumerate() {
        maker.first = number == 0;
        maker.add(options[place], lack);
    }
    let mut list = maker.found;
    list.retain(|choice| choice.lack <= CLOSE);
    list.sort_by_key(|choice| choice.lack);
    list.truncate(MOST);
    (list, maker.margin.min(best(&scores).map_or(0, |(_, won)| won)))
}

/// Where the verb stands that the words before the cue lack: `is` of `The pier, Reed told reporters, is not safe`. The cue
/// stands between commas, whoever was told behind it.
fn predicate(reading: &Reading<'_>, phrase: Range) -> Option<usize> {
    const TOLD: usize = 3;
    let article = reading.article;
    let sentence = article.sentence(phrase.start);
    let comma = |at: &usize| article.tokens.get(*at).is_some_and(|token| token.is(Class::COMMA) && token.is_out());
    let before = phrase.start.checked_sub(1).filter(|at| *at > sentence.start && comma(at))?;
    let behind = (phrase.end..sentence.core.min(phrase.end + TOLD)).find(comma)?;
    let verb = article.tokens.get(behind + 1).filter(|token| behind + 1 < sentence.core && token.is_out())?;
    let lacks =
        !article.has(Count::Verbs, sentence.start, before) && !article.has(Count::Opens, sentence.start, before);
    (lacks && verb.kind.is_in(Class::FINITE)).then_some(behind + 1)
}

/// Makes the contents of one cue.
struct Maker<'r, 'a> {
    reading: &'r Reading<'a>,
    weights: &'r Weights,
    cue: Accepted,
    phrase: Range,
    after: Vec<usize>,
    /// Starts of content before the cue, and its end.
    before: (Vec<usize>, usize),
    /// Where the verb of the words before the cue stands, if behind it.
    predicate: Option<usize>,
    /// The least margin of the best content's questions.
    margin: i32,
    /// Whether the best direction is at hand.
    first: bool,
    found: Vec<Choice>,
}

impl Maker<'_, '_> {
    fn add(&mut self, direction: Direction, lack: i32) {
        let (reading, weights, at) = (self.reading, self.weights, self.cue.at);
        let mut heads = vec![(None, 0)];
        if direction != Direction::After {
            let (list, end) = (&self.before.0, self.before.1);
            let scores = scores(weights, list, |start, sum| begin_features(reading, at, *start, end, sum));
            let most = if direction == Direction::Around { 1 } else { 3 };
            heads = close(&scores, most)
                .into_iter()
                .map(|(place, lack)| (Some(Range::new(list[place], end)), lack))
                .collect();
            self.note(&scores);
        }
        let starts = match direction {
            Direction::Before => Vec::new(),
            Direction::Around => self.resume().map(|start| (start, 0)).into_iter().collect(),
            Direction::After => self.starts(),
        };
        if starts.is_empty() {
            let pieces = heads.into_iter().filter_map(|(head, own)| Some((head?, own)));
            self.found.extend(pieces.map(|(head, own)| Choice {
                direction,
                head: Some(head),
                tail: None,
                lack: lack + own,
            }));
            return;
        }
        for (number, (start, late)) in starts.into_iter().enumerate() {
            let list = ends(reading, at, start);
            let around = direction == Direction::Around;
            let scores = scores(weights, &list, |end, sum| end_features(reading, at, start, *end, around, sum));
            if number == 0 {
                self.note(&scores);
            }
            for (head, early) in &heads {
                self.found.extend(close(&scores, 4).into_iter().map(|(place, own)| Choice {
                    direction,
                    head: *head,
                    tail: Some(Range::new(start, list[place])),
                    lack: lack + late + early + own,
                }));
            }
        }
    }

    fn starts(&mut self) -> Vec<(usize, i32)> {
        let (reading, at) = (self.reading, self.cue.at);
        let scores = scores(self.weights, &self.after, |start, sum| {
            start_features(reading, at, self.phrase, self.cue.source, *start, sum);
        });
        self.note(&scores);
        close(&scores, 2).into_iter().map(|(place, lack)| (self.after[place], lack)).collect()
    }

    /// Keeps the least margin of the best content.
    fn note(&mut self, scores: &[i32]) {
        if self.first {
            self.margin = self.margin.min(best(scores).map_or(SURE, |(_, won)| won));
        }
    }

    /// Where content goes on after a cue that interrupts it: at the quotation that opens again, else at the next word.
    fn resume(&self) -> Option<usize> {
        let article = self.reading.article;
        if self.predicate.is_some() {
            return self.predicate;
        }
        let mark = |at: usize| article.tokens.get(at).map(|token| token.mark);
        let first = self.before.0.first().copied();
        if first.and_then(mark).is_some_and(|mark| matches!(mark, Mark::Open | Mark::In))
            && let Some(open) = self.after.iter().find(|start| mark(**start) == Some(Mark::Open))
        {
            return Some(*open);
        }
        let core = article.sentence(self.cue.at).core;
        (self.phrase.end..core)
            .find(|at| article.tokens.get(*at).is_some_and(|token| token.is_word() || token.mark == Mark::Open))
    }
}
