//! Is this the whole content? Features of one content from end to end, the words that it leaves over with it.

use super::cue::small;
use super::direction::Direction;
use super::reading::{Accepted, Reading};
use super::subject::subject;
use crate::statements::article::{Count, Range};
use crate::statements::features::{Question, Sink, Value, bucket, templates};
use crate::statements::tokens::{Mark, Token};
use crate::statements::words::Class;

use Value::{Class as C, Frame as F, Number as N};

/// A content that the single questions propose.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Where it stands.
    pub direction: Direction,
    /// The piece before the cue.
    pub head: Option<Range>,
    /// The piece after it.
    pub tail: Option<Range>,
    /// How far it lies behind the best one, by the single questions, in tenths.
    pub lack: i32,
}

impl Choice {
    /// Its pieces in order.
    pub fn pieces(&self) -> impl Iterator<Item = Range> {
        self.head.into_iter().chain(self.tail)
    }
}

const D: Value = Value::Of(&["after", "before", "around"]);
const STOP: Value = Value::Of(&["cut", "stop"]);

templates! {
    Question::Whole;
    LACK "lack" [N], LACK_DIRECTION "lack,direction" [D, N], LENGTH "length" [D, N], VERBS "verbs" [D, N], LENGTH_VERBS "length,verbs" [N, N],
    LEFT_OVER "left over" [D, N, N], LEFT_VERBS "left over,verbs" [D, N, N], LEFT_CUE "left over,next cue" [D, N, N],
    QUOTES "quotes" [D, N, N], BRACKETS "brackets" [N, N], ENDS "ends" [D, STOP, C], LAST "last" [STOP, C], LAST_AT "last,at" [C, C],
    FIRST "first" [D, C], FIRST_LENGTH "first,length" [C, N], COMMAS "commas" [D, N, STOP], CUES "cues" [D, N, STOP],
    FRAME "frame" [F, D, STOP], FRAME_LENGTH "frame,length" [F, N], FRAME_VERBS "frame,verbs" [F, N, STOP], SOURCE "source" [N, D],
    AT_REST "at,rest" [C, N, N], AT_VERBS "at,verbs" [C, N, N], BEFORE_FIRST "before,first" [C, C], LACK_VERBS "lack,verbs" [N, N],
    VERBS_STOP "verbs,stop" [N, N, STOP], OPENER "opener" [C, D, STOP], OPENER_AT "opener,at" [C, C, N], BEFORE "before" [C, D, STOP],
    BEFORE_AT "before,at" [C, C, N],
}

/// Puts the features of a content for a cue.
pub fn whole_features(reading: &Reading<'_>, cue: Accepted, choice: &Choice, sink: &mut impl Sink) {
    let article = reading.article;
    let sentence = article.sentence(cue.at);
    let (from, to, core) = (sentence.start, sentence.end, sentence.core);
    let d = choice.direction as u16;
    let frame = reading.frame(cue.at);
    let count =
        |what: Count| -> usize { choice.pieces().map(|piece| article.count(what, piece.start, piece.end)).sum() };
    let lack = u16::try_from((choice.lack.max(0) + 2) / 4).unwrap_or(9).min(9);
    let (words, verbs) = (bucket(count(Count::Words)), small(count(Count::Verbs), 3));
    sink.put(LACK.with([lack]));
    sink.put(LACK_DIRECTION.with([d, lack]));
    sink.put(LENGTH.with([d, words]));
    sink.put(VERBS.with([d, verbs]));
    sink.put(LENGTH_VERBS.with([words, verbs]));
    sink.put(LACK_VERBS.with([lack, verbs]));
    // What stays behind on either side.
    let first = choice.pieces().next().unwrap_or_default();
    let last = choice.pieces().last().unwrap_or_default();
    let own = cue.source.map_or(cue.at, |source| source.start.min(cue.at));
    let left = Range::new(from, own.min(first.start));
    let rest = Range::new(last.end.max(cue.at + 1), core.max(last.end));
    let over = |range: Range, what: Count| article.count(what, range.start, range.end);
    let (left_words, rest_words) = (bucket(over(left, Count::Words)), bucket(over(rest, Count::Words)));
    let (left_verbs, rest_verbs) = (small(over(left, Count::Verbs), 2), small(over(rest, Count::Verbs), 2));
    sink.put(LEFT_OVER.with([d, left_words, rest_words]));
    sink.put(LEFT_VERBS.with([d, left_verbs, rest_verbs]));
    let next = reading.accepted_in(rest.start, to).first().map_or(30, |next| bucket(next.at - rest.start));
    sink.put(LEFT_CUE.with([d, next, rest_verbs]));
    let quotes = [small(count(Count::Opens), 2), small(count(Count::Closes), 2)];
    sink.put(QUOTES.with([d, quotes[0], quotes[1]]));
    sink.put(BRACKETS.with(brackets(article.tokens.get(first.start..last.end).unwrap_or(&[]))));
    let stop = u16::from(last.end >= core);
    let at = article.class(last.end, from, core).0;
    let end = article.class_by(last.end, -1, 0, usize::MAX).0;
    let opens = article.class(first.start, 0, usize::MAX).0;
    sink.put(ENDS.with([d, stop, at]));
    sink.put(LAST.with([stop, end]));
    sink.put(LAST_AT.with([end, at]));
    sink.put(FIRST.with([d, opens]));
    sink.put(FIRST_LENGTH.with([opens, words]));
    sink.put(BEFORE_FIRST.with([article.class_by(first.start, -1, from, to).0, opens]));
    sink.put(COMMAS.with([d, small(count(Count::Commas), 3), stop]));
    let inside: usize = choice.pieces().map(|piece| reading.accepted_in(piece.start, piece.end).len()).sum();
    sink.put(CUES.with([d, small(inside, 2), stop]));
    sink.put(FRAME.with([frame, d, stop]));
    sink.put(FRAME_LENGTH.with([frame, words]));
    sink.put(FRAME_VERBS.with([frame, verbs, stop]));
    let meets = cue.source.is_some_and(|source| choice.pieces().any(|piece| piece.meets(source)));
    sink.put(SOURCE.with([u16::from(meets), d]));
    sink.put(AT_REST.with([at, rest_words, rest_verbs]));
    sink.put(AT_VERBS.with([at, verbs, rest_verbs]));
    sink.put(VERBS_STOP.with([verbs, rest_verbs, stop]));
    let opener = article.class(from, from, to).0;
    let before = subject(reading, cue.at, from).0;
    sink.put(OPENER.with([opener, d, stop]));
    sink.put(OPENER_AT.with([opener, at, rest_verbs]));
    sink.put(BEFORE.with([before, d, stop]));
    sink.put(BEFORE_AT.with([before, at, rest_verbs]));
}

/// How many brackets open and close between here and there, outside quotation marks.
fn brackets(tokens: &[Token]) -> [u16; 2] {
    let count = |class: Class| {
        let own = tokens.iter().filter(|token| token.is(class) && token.mark != Mark::In);
        small(own.count(), 2)
    };
    [count(Class::BRACKET_OPEN), count(Class::BRACKET_CLOSE)]
}
