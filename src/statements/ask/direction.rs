//! Does the content stand after the cue, before it, or around it? Features of one answer.

use super::cue::small;
use super::phrase::next_passage;
use super::reading::Reading;
use crate::statements::article::{Count, Range};
use crate::statements::features::{Question, Sink, Value, bucket, templates};
use crate::statements::tokens::{Flags, Mark};
use crate::statements::words::{Class, Roles};

use Value::{Class as C, Frame as F, Number as N};

/// Where the content stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// After the cue.
    After,
    /// Before it.
    Before,
    /// Before and after.
    Around,
}

impl Direction {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::After, Self::Before, Self::Around];
}

const D: Value = Value::Of(&["after", "before", "around"]);
const EDGE: Value = Value::Of(&["other", "comma", "quote", "start"]);
const SIDE: Value = Value::Of(&["none", "left", "right"]);
const FORM: Value = Value::Of(&["verb", "ing"]);

templates! {
    Question::Direction;
    BIAS "bias" [D], VERBS "verbs" [D, N, N], VERBS_EDGE "verbs,edge" [D, N, N, EDGE],
    VERBS_RIGHT "verbs,right,edge" [D, N, C, EDGE], TAIL "tail,edge" [D, N, EDGE, N], TAIL_RIGHT "tail,right,edge" [D, N, C, EDGE],
    CUE_LEFT "cue left" [D, EDGE, N], CUE_RIGHT "cue right" [D, EDGE, N], NEXT "next passage" [D, C, N],
    LEFT_NEXT "left,next passage" [D, C, C], LEFT "left" [D, C], RIGHT "right" [D, C], BOTH "left,right" [D, C, C],
    RIGHT2 "right2" [D, C, C], FRAME "frame" [D, F], FRAME_LEFT "frame,left" [D, F, C], FRAME_RIGHT "frame,right" [D, F, C],
    LENGTHS "lengths" [D, N, N], LENGTH_LEFT "length left" [D, N], LENGTH_RIGHT "length right" [D, N],
    SIDE_ "side" [D, SIDE, N], SIDE_LEFT "side,left" [D, SIDE, N, C], SIDE_RIGHT "side,right" [D, SIDE, N, C],
    QUOTES "quotes" [D, N], FORM_LEFT "form,left,quotes" [D, FORM, C, N], LEFT_LENGTH "left,length,quotes" [D, C, N, N],
    THAT "that" [D, N], FIRST "first" [D, C], FIRST_LEFT "first,left" [D, C, C], CUES "cues" [D, N], OPENER "opener" [D, N, F],
}

/// Puts the features of an answer for the cue at `at` with this phrase and source.
pub fn direction_features(
    reading: &Reading<'_>,
    at: usize,
    phrase: Range,
    source: Option<Range>,
    answer: Direction,
    sink: &mut impl Sink,
) {
    let article = reading.article;
    let sentence = article.sentence(at);
    let (from, to, core) = (sentence.start, sentence.end, sentence.core);
    let (left_end, right_start) = (phrase.start, phrase.end);
    let d = answer as u16;
    let frame = reading.frame(at);
    let mark = |at: usize| article.tokens.get(at).map(|token| token.mark);
    let is_comma = |at: usize| article.tokens.get(at).is_some_and(|token| token.is(Class::COMMA));
    let mut left = article.class_by(left_end, -1, from, to);
    let closes = |back: usize| left_end >= from + back && mark(left_end - back) == Some(Mark::Close);
    if closes(1) || left_end > from && is_comma(left_end - 1) && closes(2) {
        left = Class::CLOSE;
    }
    let (right, right2) = (article.class(right_start, from, core).0, article.class(right_start + 1, from, core).0);
    let kind = match article.tokens.get(right_start).filter(|_| right_start < core) {
        Some(token) if token.mark == Mark::Open => Class::OPEN,
        Some(token) => token.kind,
        None => Class::AFTER,
    };
    let edge = if left_end > from && is_comma(left_end - 1) {
        1
    } else if left == Class::CLOSE {
        2
    } else {
        u16::from(left_end == from) * 3
    };
    let left = left.0;
    let side = source.map_or(0, |source| if source.end <= at { 1 } else { 2 });
    let within = u16::from(source.is_some_and(|source| phrase.holds(source.start)));
    let (quoted_left, quoted_right) =
        (article.has(Count::Quoted, from, left_end), article.has(Count::Quoted, right_start, to));
    let quotes = u16::from(quoted_left) * 2 + u16::from(quoted_right);
    let form = u16::from(article.tokens.get(at).is_some_and(|token| token.flags.has(Flags::PARTICIPLE)));
    let next = next_passage(reading, at).map_or(Class::NONE, |_| article.class_by(to, -1, from, to)).0;
    let verbs = [
        small(article.count(Count::Verbs, from, left_end), 2),
        small(article.count(Count::Verbs, right_start, core), 2),
    ];
    let tail = u16::from(is_tail(reading, right_start, core));
    let lengths = [bucket(left_end - from), bucket(core.saturating_sub(right_start))];
    sink.put(BIAS.with([d]));
    sink.put(VERBS.with([d, verbs[0], verbs[1]]));
    sink.put(VERBS_EDGE.with([d, verbs[0], verbs[1], edge]));
    sink.put(VERBS_RIGHT.with([d, verbs[1], kind.0, edge]));
    sink.put(TAIL.with([d, tail, edge, verbs[0]]));
    sink.put(TAIL_RIGHT.with([d, tail, kind.0, edge]));
    sink.put(CUE_LEFT.with([d, edge, u16::from(!reading.accepted_in(from, left_end).is_empty())]));
    let later = reading.accepted_in(right_start, to).iter().any(|cue| cue.at != at);
    sink.put(CUE_RIGHT.with([d, edge, u16::from(later)]));
    sink.put(NEXT.with([d, next, lengths[1].min(4)]));
    sink.put(LEFT_NEXT.with([d, left, next]));
    sink.put(LEFT.with([d, left]));
    sink.put(RIGHT.with([d, right]));
    sink.put(BOTH.with([d, left, right]));
    sink.put(RIGHT2.with([d, right, right2]));
    sink.put(FRAME.with([d, frame]));
    sink.put(FRAME_LEFT.with([d, frame, left]));
    sink.put(FRAME_RIGHT.with([d, frame, right]));
    sink.put(LENGTH_LEFT.with([d, lengths[0]]));
    sink.put(LENGTH_RIGHT.with([d, lengths[1]]));
    sink.put(LENGTHS.with([d, lengths[0].min(4), lengths[1].min(4)]));
    sink.put(SIDE_.with([d, side, within]));
    sink.put(SIDE_LEFT.with([d, side, within, left]));
    sink.put(SIDE_RIGHT.with([d, side, within, right]));
    sink.put(QUOTES.with([d, quotes]));
    sink.put(FORM_LEFT.with([d, form, left, quotes]));
    sink.put(LEFT_LENGTH.with([d, left, lengths[1].min(4), quotes]));
    let soon = article.tokens.get(right_start..core.min(right_start + 6)).unwrap_or(&[]);
    sink.put(THAT.with([d, u16::from(soon.iter().any(|token| token.roles.any(Roles::THAT)))]));
    let first = article.class(from, from, to).0;
    sink.put(FIRST.with([d, first]));
    sink.put(FIRST_LEFT.with([d, first, left]));
    sink.put(CUES.with([d, small(reading.strong_in(from, left_end).len(), 2)]));
    sink.put(OPENER.with([d, u16::from(at == from), frame]));
}

/// Whether only words of time and place follow.
fn is_tail(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    const PLAIN: &[Class] =
        &[Class::TIME, Class::PREP, Class::DET, Class::CAP, Class::NUM, Class::TITLE, Class::WORD, Class::COMMA];
    to.saturating_sub(from) <= 10
        && reading
            .article
            .tokens
            .get(from..to)
            .unwrap_or(&[])
            .iter()
            .all(|token| token.is_out() && token.kind.is_in(PLAIN))
}
