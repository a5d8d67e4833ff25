//! Which words name the speaker? Features of one candidate.

use super::cue::small;
use super::reading::Reading;
use super::subject::{is_fronted, main_subject};
use crate::statements::article::{Count, Range};
use crate::statements::features::{Question, Sink, Value, bucket, templates};
use crate::statements::tokens::{Flags, Mark, Token};
use crate::statements::words::{Class, Roles};

use Value::{Class as C, Frame as F, Number as N};

const FORM: Value = Value::Of(&["verb", "ing"]);
const SIDE: Value = Value::Of(&["left", "right"]);

templates! {
    Question::Source;
    NONE "none" [], NONE_FORM "none,form" [FORM], NONE_PREV "none,prev" [C], NONE_NEXT "none,next" [C],
    NONE_FRAME "none,frame" [F], NONE_FIRST "none,first" [N], NONE_HEADLINE "none,headline" [N],
    SIDE_ "side" [SIDE], GAP "side,gap" [SIDE, N], GAP_FORM "side,gap,form" [SIDE, N, FORM],
    COMMAS "side,commas" [SIDE, N], CUES "side,cues" [SIDE, N], VERBS "side,verbs" [SIDE, N],
    FIRST "side,first" [SIDE, C], LAST "side,last" [SIDE, C], BEFORE "side,before" [SIDE, C],
    BEFORE_FIRST "before,first" [C, C], AFTER "side,after" [SIDE, C], LAST_AFTER "last,after" [C, C],
    LENGTH "side,length" [SIDE, N], CAPITAL "capital" [N, SIDE], INNER_COMMAS "inner commas" [N],
    INNER "inner" [C, C, C, C], FRAME_SIDE "frame,side" [F, SIDE], AT_START "at start" [N, SIDE],
    BETWEEN "between" [FORM, SIDE, C, C], BETWEEN_MORE "between more" [FORM, SIDE, N, N],
    FIRST_LAST "first,last" [C, C], QUOTED "quoted" [SIDE, N, N],
    SHARED "shared" [], SHARED_FORM "shared,form" [FORM], SHARED_PREV "shared,prev" [C], SHARED_RANK "shared,rank" [N],
    RIGHT_PREV "right,prev" [C], RIGHT_PREV_FIRST "right,prev,first" [C, C], RIGHT_QUOTE "right,quote" [N],
    LEFT_PREV "left,prev" [C, FORM], LEFT_LAST "left,beside,last" [N, C], FRAME_FIRST "frame,side,first" [F, SIDE, C],
    MAIN "main" [FORM, N], MAIN_PREV "main,prev" [C], FRONTED "fronted" [N], FRONTED_FIRST "fronted,first" [C],
}

/// Puts the features of a candidate for the cue at `at`.
pub fn source_features(
    reading: &Reading<'_>,
    at: usize,
    source: Option<Range>,
    earlier: &[Range],
    sink: &mut impl Sink,
) {
    let article = reading.article;
    let sentence = article.sentence(at);
    let (from, to) = (sentence.start, sentence.end);
    let Some(token) = article.tokens.get(at) else { return };
    let form = u16::from(token.flags.has(Flags::PARTICIPLE));
    let frame = reading.frame(at);
    let (prev, next) = (article.class_by(at, -1, from, to).0, article.class_by(at, 1, from, to).0);
    let Some(source) = source else {
        sink.put(NONE.with([]));
        sink.put(NONE_FORM.with([form]));
        sink.put(NONE_PREV.with([prev]));
        sink.put(NONE_NEXT.with([next]));
        sink.put(NONE_FRAME.with([frame]));
        sink.put(NONE_FIRST.with([u16::from(at == from)]));
        sink.put(NONE_HEADLINE.with([u16::from(article.in_headline(at))]));
        return;
    };
    let side = u16::from(source.end > at);
    let between = if side == 0 { Range::new(source.end, at) } else { Range::new(at + 1, source.start) };
    let words = article.tokens.get(between.start..between.end).unwrap_or(&[]);
    let rest = words.iter().filter(|token| !token.is_auxiliary()).count();
    let gap = bucket(rest);
    let count = |what| small(article.count(what, between.start, between.end), 2);
    let (commas, verbs) = (count(Count::Commas), count(Count::PlainVerbs));
    let first = article.class(source.start, 0, usize::MAX).0;
    let last = article.class(source.end - 1, 0, usize::MAX).0;
    let before = article.class_by(source.start, -1, from, to).0;
    let after = article.class(source.end, from, to).0;
    let own = article.tokens.get(source.start..source.end).unwrap_or(&[]);
    sink.put(SIDE_.with([side]));
    sink.put(GAP.with([side, gap]));
    sink.put(GAP_FORM.with([side, gap, form]));
    sink.put(COMMAS.with([side, commas]));
    sink.put(CUES.with([side, count(Count::Cues)]));
    sink.put(VERBS.with([side, verbs]));
    sink.put(FIRST.with([side, first]));
    sink.put(LAST.with([side, last]));
    sink.put(BEFORE.with([side, before]));
    sink.put(BEFORE_FIRST.with([before, first]));
    sink.put(AFTER.with([side, after]));
    sink.put(LAST_AFTER.with([last, after]));
    sink.put(LENGTH.with([side, bucket(source.len())]));
    sink.put(CAPITAL.with([u16::from(own.iter().any(Token::is_upper)), side]));
    sink.put(INNER_COMMAS.with([small(article.count(Count::Commas, source.start, source.end), 2)]));
    sink.put(INNER.with(inner(own)));
    let may_open = source.start == from || article.tokens[source.start - 1].kind.is_in(&[Class::COMMA, Class::CONJ]);
    if may_open && main_subject(reading, at).is_some_and(|main| main.start == source.start) {
        sink.put(MAIN.with([form, commas]));
        sink.put(MAIN_PREV.with([prev]));
    }
    if side == 1 && commas > 0 && is_fronted(reading, at) {
        sink.put(FRONTED.with([commas]));
        sink.put(FRONTED_FIRST.with([first]));
    }
    sink.put(FRAME_SIDE.with([frame, side]));
    sink.put(FRAME_FIRST.with([frame, side, first]));
    sink.put(AT_START.with([u16::from(source.start == from), side]));
    if words.len() <= 2 {
        let class = |at: usize| words.get(at).map_or(Class::NONE, Token::seen).0;
        sink.put(BETWEEN.with([form, side, class(0), class(1)]));
    } else {
        sink.put(BETWEEN_MORE.with([form, side, commas, verbs.min(1)]));
    }
    sink.put(FIRST_LAST.with([first, last]));
    let mark = own.first().map_or(0, |token| match token.mark {
        Mark::Out => 0,
        Mark::In => 1,
        Mark::Open => 2,
        Mark::Close => 3,
    });
    sink.put(QUOTED.with([side, mark, u16::from(article.has(Count::Quoted, between.start, between.end))]));
    if let Some(rank) = earlier.iter().position(|range| *range == source) {
        sink.put(SHARED.with([]));
        sink.put(SHARED_FORM.with([form]));
        sink.put(SHARED_PREV.with([prev]));
        sink.put(SHARED_RANK.with([small(earlier.len() - 1 - rank, 9)]));
    }
    if side == 1 {
        sink.put(RIGHT_PREV.with([prev]));
        sink.put(RIGHT_PREV_FIRST.with([prev, first]));
        sink.put(RIGHT_QUOTE.with([u16::from(after_quote(reading, at, from))]));
    } else {
        sink.put(LEFT_PREV.with([prev, form]));
        sink.put(LEFT_LAST.with([u16::from(rest == 0), last]));
    }
}

/// Whether a quotation closes right before the cue, a comma between them or not.
fn after_quote(reading: &Reading<'_>, at: usize, from: usize) -> bool {
    let closes =
        |at: usize| at >= from && reading.article.tokens.get(at).is_some_and(|token| token.mark == Mark::Close);
    let comma = |at: usize| reading.article.tokens.get(at).is_some_and(|token| token.is(Class::COMMA));
    at > from && closes(at - 1) || at > from + 1 && comma(at - 1) && closes(at - 2)
}

/// Up to four telling classes inside a source, in order of their numbers.
fn inner(tokens: &[Token]) -> [u16; 4] {
    let mut found = [u16::MAX; 4];
    for token in tokens {
        let telling = token.roles.any(Roles::INNER)
            || token.class.is_in(&[Class::CUE, Class::PAST])
            || token.kind.is_in(&[Class::BE, Class::MOD, Class::HAVE]);
        if !telling || found.contains(&token.class.0) {
            continue;
        }
        let mut class = token.class.0;
        for slot in &mut found {
            if class < *slot {
                std::mem::swap(&mut class, slot);
            }
        }
    }
    found.map(|class| if class == u16::MAX { Class::NONE.0 } else { class })
}
