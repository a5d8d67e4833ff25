//! Where does content after the cue start? Candidates and their features.
//!
//! At the next word; after a comma, colon, dash, day or audience; at *that*, *to*, *whether* and their kind; at a
//! determiner or pronoun; where the case changes; at an opening mark, which ends the search; or in the next passage.

use super::cue::small;
use super::phrase::next_passage;
use super::reading::Reading;
use super::subject::asked_until;
use crate::statements::article::Range;
use crate::statements::features::{Question, Sink, Value, bucket, templates};
use crate::statements::tokens::{Flags, Mark, Token};
use crate::statements::words::{Class, Roles};

use Value::{Class as C, Frame as F, Number as N};

templates! {
    Question::Start;
    NEXT "next passage" [], NEXT_END "next passage,end" [C], NEXT_OPEN "next passage,end,opens" [C, N],
    NEXT_FRAME "next passage,frame" [F], NEXT_LEFT "next passage,left" [C, N], NEXT_LEFT_FRAME "next passage,left,frame" [F, N],
    SHAPE "shape" [C, C, C, C], SHAPE_FRAME "shape,frame" [C, C, C, C, F], TWO "two" [C, C], TWO_GAP "two,gap" [C, C, N],
    REST "rest" [N], GAP "gap" [N], FIRST "first" [C], GAP_FIRST "gap,first" [N, C], FRAME_GAP "frame,gap" [F, N],
    FRAME_FIRST "frame,first" [F, C], BEFORE "before" [C], BEFORE_FIRST "before,first" [C, C], SKIPPED "skipped" [C, N],
    FRAME_SKIPPED "frame,skipped" [F, C], COMMAS "commas" [N], OVER "over" [C, C, C, C], TIME "time" [N],
    PREPOSITION "preposition" [C], INVERTED "inverted" [N, N], LATER_THAT "later that" [N], LATER_QUOTE "later quote" [N],
}

/// How far behind the phrase content may start.
const REACH: usize = 14;

/// Lists the candidates.
#[must_use]
pub fn starts(reading: &Reading<'_>, at: usize, phrase: Range) -> Vec<usize> {
    let article = reading.article;
    let (whole, until) = (article.sentence(at), asked_until(reading, at));
    let core = whole.core.min(until);
    let mut found = Vec::with_capacity(8);
    for start in phrase.end..core.min(phrase.end + REACH) {
        let Some(token) = article.tokens.get(start) else { break };
        let opens = token.mark == Mark::Open;
        if !token.is_word() && !opens {
            continue;
        }
        let before = start.checked_sub(1).and_then(|at| article.tokens.get(at));
        if start == phrase.end && (names_hearer(reading, at, start) || is_day(reading, start)) {
            continue;
        }
        if start == phrase.end || opens || before.is_none_or(|before| may_start(token, before)) {
            found.push(start);
        }
        if opens {
            break;
        }
    }
    found.extend(next_passage(reading, at).filter(|_| until >= whole.end));
    found
}

/// Whether the day at `start` is when it was said: `said Tuesday it was shut`; near miss: `said Tuesday was fine`.
fn is_day(reading: &Reading<'_>, start: usize) -> bool {
    let token = |at: usize| reading.article.tokens.get(at).filter(|token| token.is_out());
    let begins =
        |next: &Token| next.kind.is_in(&[Class::PRON, Class::DET]) || next.is_upper() || next.roles.any(Roles::THAT);
    token(start).is_some_and(|day| day.kind == Class::TIME) && token(start + 1).is_some_and(begins)
}

/// Whether the name at `start` is told, and what he is told follows: `told the Holm Herald it was shut`.
fn names_hearer(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    let tokens = reading.article.tokens.get(start..).unwrap_or(&[]);
    let article = usize::from(tokens.first().is_some_and(|token| token.kind == Class::DET));
    let name = tokens.iter().skip(article).take_while(|token| token.is_upper() && token.is_out()).count();
    let follows =
        |token: &Token| token.is_out() && token.flags.has(Flags::LOWER) && token.kind.is_in(&[Class::DET, Class::PRON]);
    let form = reading.article.tokens.get(at).and_then(|cue| reading.article.pack.form(cue.form));
    name > 0 && form.is_some_and(|form| form.hearer) && tokens.get(article + name).is_some_and(follows)
}

fn may_start(token: &Token, before: &Token) -> bool {
    const AFTER: &[Class] = &[Class::COMMA, Class::COLON, Class::DASH, Class::HYPHEN, Class::TIME];
    if token.class == Class::TIME && before.class == Class::TIME {
        return false;
    }
    token.roles.any(Roles::OPENING)
        || before.kind.is_in(AFTER)
        || before.is_word() && token.kind == Class::PRON
        || before.roles.any(Roles::AUDIENCE.and(Roles::THAT))
        || token.kind == Class::DET
        || token.is_upper() != before.is_upper()
}

/// Puts the features of a candidate.
pub fn start_features(
    reading: &Reading<'_>,
    at: usize,
    phrase: Range,
    source: Option<Range>,
    start: usize,
    sink: &mut impl Sink,
) {
    let article = reading.article;
    let sentence = article.sentence(at);
    let (from, to, core) = (sentence.start, sentence.end, sentence.core);
    let frame = reading.frame(at);
    if start >= to {
        let end = article.class_by(to, -1, from, to).0;
        let opens = u16::from(article.tokens.get(start).is_some_and(|token| token.mark == Mark::Open));
        let left = bucket(to.saturating_sub(phrase.end));
        sink.put(NEXT.with([]));
        sink.put(NEXT_END.with([end]));
        sink.put(NEXT_OPEN.with([end, opens]));
        sink.put(NEXT_FRAME.with([frame]));
        sink.put(NEXT_LEFT.with([end, left]));
        sink.put(NEXT_LEFT_FRAME.with([frame, left]));
        return;
    }
    let skipped = article.tokens.get(phrase.end..start).unwrap_or(&[]);
    let gap = skipped.len();
    let first = article.class(start, from, core).0;
    let before = article.class_by(start, -1, from, to).0;
    let [a, b, c, d] = shape(skipped);
    let two = [first, article.class(start + 1, from, core).0];
    sink.put(SHAPE.with([a, b, c, d]));
    sink.put(SHAPE_FRAME.with([a, b, c, d, frame]));
    sink.put(TWO.with(two));
    sink.put(TWO_GAP.with([two[0], two[1], small(gap, 2)]));
    sink.put(REST.with([bucket(core.saturating_sub(start))]));
    sink.put(GAP.with([bucket(gap)]));
    sink.put(FIRST.with([first]));
    sink.put(GAP_FIRST.with([small(gap, 2), first]));
    sink.put(FRAME_GAP.with([frame, small(gap, 3)]));
    sink.put(FRAME_FIRST.with([frame, first]));
    sink.put(BEFORE.with([before]));
    sink.put(BEFORE_FIRST.with([before, first]));
    let seen = skipped.first().map_or(Class::NONE, Token::seen).0;
    sink.put(SKIPPED.with([seen, small(gap, 3)]));
    sink.put(FRAME_SKIPPED.with([frame, seen]));
    sink.put(COMMAS.with([small(skipped.iter().filter(|token| token.is(Class::COMMA)).count(), 2)]));
    sink.put(OVER.with(over(skipped)));
    sink.put(TIME.with([u16::from(skipped.iter().any(|token| token.kind == Class::TIME))]));
    let preposition = skipped.first().filter(|token| token.roles.any(Roles::PREPOSITION));
    sink.put(PREPOSITION.with([preposition.map_or(Class::NONE, |token| token.class).0]));
    sink.put(INVERTED.with([u16::from(source.is_some_and(|source| source.start > at)), small(gap, 2)]));
    let soon = |reach: usize| article.tokens.get(start + 1..core.min(start + reach)).unwrap_or(&[]).iter();
    sink.put(LATER_THAT.with([u16::from(soon(7).any(|token| token.roles.any(Roles::THAT)))]));
    sink.put(LATER_QUOTE.with([u16::from(soon(12).any(|token| token.mark == Mark::Open))]));
}

/// The classes skipped, repeats merged, the first four.
fn shape(skipped: &[Token]) -> [u16; 4] {
    let mut shape = [Class::NONE.0; 4];
    let mut count = 0;
    let mut last = None;
    for class in skipped.iter().map(Token::seen) {
        if last != Some(class) && count < 4 {
            shape[count] = class.0;
            count += 1;
        }
        last = Some(class);
    }
    shape
}

/// Which telling classes are skipped.
fn over(skipped: &[Token]) -> [u16; 4] {
    let any = |holds: &dyn Fn(&Token) -> bool, class: Class| {
        if skipped.iter().any(holds) { class.0 } else { Class::NONE.0 }
    };
    [
        any(&|token| token.roles.any(Roles::THAT.and(Roles::TO)), Class::CONJ),
        any(&|token| token.mark == Mark::Open || token.class == Class::CUE, Class::CUE),
        any(&|token| token.kind.is_in(&[Class::BE, Class::MOD, Class::HAVE]), Class::BE),
        any(&|token| token.kind == Class::PAST, Class::PAST),
    ]
}
