//! Where does content before the cue start? Candidates and their features. It ends right before the cue's phrase.
//!
//! At the mark that opens the quotation; at the sentence's start; after a comma, dash or connective; at *that*, *which*.

use super::cue::small;
use super::reading::Reading;
use crate::statements::article::{Count, Range};
use crate::statements::features::{Question, Sink, Value, bucket, templates};
use crate::statements::tokens::{Mark, Token};
use crate::statements::words::{Class, Roles};

use Value::{Class as C, Frame as F, Number as N};

const KIND: Value = Value::Of(&["cut", "sentence", "quote"]);

templates! {
    Question::Begin;
    KIND_ "kind" [KIND], QUOTED "kind,quoted" [KIND, N], FIRST "first" [C], BEFORE "before" [C], BEFORE_FIRST "before,first" [C, C],
    LENGTH "kind,length" [KIND, N], REST "kind,rest" [KIND, N], VERBS "kind,verbs" [KIND, N, N], QUOTED_REST "kind,quoted,rest" [KIND, N, N],
    CUE_BEFORE "kind,cue before" [KIND, N], FRAME "kind,frame" [KIND, F], COMMAS "kind,commas" [KIND, N],
}

const AFTER: &[Class] =
    &[Class::COMMA, Class::SEMICOLON, Class::COLON, Class::DASH, Class::BRACKET_OPEN, Class::BRACKET_CLOSE];

/// Lists where content before the phrase may start, and the token it ends before.
#[must_use]
pub fn begins(reading: &Reading<'_>, at: usize, phrase: Range) -> (Vec<usize>, usize) {
    let article = reading.article;
    let from = article.sentence(at).start;
    let mut end = phrase.start;
    while end > from && article.tokens.get(end - 1).is_some_and(|token| !token.is_word() && token.is_out()) {
        end -= 1;
    }
    let mut found = Vec::new();
    let Some(last) = end.checked_sub(1).filter(|_| end > from) else { return (found, end) };
    let mut high = end;
    if let Some(quote) = article.quote(last) {
        found.push(quote.start);
        high = quote.start.max(from);
    }
    if !found.contains(&from) {
        found.push(from);
    }
    for start in (from + 1..high).rev() {
        if found.len() >= 8 {
            break;
        }
        if may_begin(&article.tokens, start) && !found.contains(&start) {
            found.push(start);
        }
    }
    (found, end)
}

fn may_begin(tokens: &[Token], start: usize) -> bool {
    let (Some(token), Some(before)) = (tokens.get(start), start.checked_sub(1).and_then(|at| tokens.get(at))) else {
        return false;
    };
    token.mark != Mark::In
        && (token.is_word() || token.mark == Mark::Open)
        && (before.kind.is_in(AFTER)
            || before.roles.any(Roles::JOINER)
            || token.roles.any(Roles::PULLED)
            || token.mark == Mark::Open)
}

/// Puts the features of a candidate.
pub fn begin_features(reading: &Reading<'_>, at: usize, start: usize, end: usize, sink: &mut impl Sink) {
    let article = reading.article;
    let sentence = article.sentence(at);
    let from = sentence.start;
    let frame = reading.frame(at);
    let first = article.class(start, 0, usize::MAX).0;
    let before = if start < from { Class::PARA } else { article.class_by(start, -1, from, sentence.end) }.0;
    let last = end.checked_sub(1);
    let quoted = u16::from(last.and_then(|at| article.tokens.get(at)).is_some_and(|token| !token.is_out()));
    let whole = last.and_then(|at| article.quote(at)).is_some_and(|quote| quote.start == start);
    let kind = if start == from { 1 } else { u16::from(whole) * 2 };
    let rest = bucket(start.saturating_sub(from));
    sink.put(KIND_.with([kind]));
    sink.put(QUOTED.with([kind, quoted]));
    sink.put(FIRST.with([first]));
    sink.put(BEFORE.with([before]));
    sink.put(BEFORE_FIRST.with([before, first]));
    sink.put(LENGTH.with([kind, bucket(end.saturating_sub(start))]));
    sink.put(REST.with([kind, rest]));
    let verbs = |from: usize, to: usize| small(article.count(Count::Verbs, from, to), 3);
    sink.put(VERBS.with([kind, verbs(start, end), verbs(from.min(start), start)]));
    sink.put(QUOTED_REST.with([kind, quoted, rest]));
    sink.put(CUE_BEFORE.with([kind, u16::from(!reading.strong_in(from, start).is_empty())]));
    sink.put(FRAME.with([kind, frame]));
    sink.put(COMMAS.with([kind, small(article.count(Count::Commas, start, end), 2)]));
}
