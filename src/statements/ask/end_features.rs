//! Where does content that started after the cue end? Features of one candidate.

use super::cue::small;
use super::reading::{Accepted, Reading};
use super::subject::subject;
use crate::statements::article::Count;
use crate::statements::features::{Question, Sink, Value, bucket, templates};
use crate::statements::tokens::{Flags, Mark};
use crate::statements::words::{Class, Roles};

use Value::{Class as C, Frame as F, Number as N};

const FORM: Value = Value::Of(&["none", "verb", "ing"]);
const STOP: Value = Value::Of(&["cut", "stop"]);
const LEAD: Value = Value::Of(&["none", "cue-later", "phrase-here"]);

templates! {
    Question::End;
    PASSAGE "passage" [], PASSAGE_FIRST "passage,first" [N], PASSAGE_SHOUTED "passage,shouted" [N], PASSAGE_NAME "passage,name" [N],
    PASSAGE_LEFT "passage,left" [N],
    LEADS "leads" [LEAD, STOP], LEADS_AT "leads,at" [LEAD, C], CUE_INSIDE "cue inside" [N, STOP],
    CUE_INSIDE_THAT "cue inside,that" [N, N, STOP], CUE_INSIDE_FORM "cue inside,form" [FORM, STOP],
    CUE_INSIDE_BEFORE "cue inside,before" [C, STOP], NEXT_FORM "next,form" [FORM, LEAD, STOP],
    STOPS "stop" [STOP], AT "at" [C], AT2 "at2" [C, C], AT3 "at3" [C, C, C], LAST_AT "last,at" [C, C], COMMAS "commas" [N, STOP],
    LENGTH "length" [N, STOP], AT_LENGTH "at,length" [C, N], VERBS "verbs" [N, N, STOP], AT_VERBS "at,verbs" [C, N, N],
    FIRST_AT "first,at" [C, C], FRAME_STOP "frame" [F, STOP], FRAME_AT "frame,at" [F, C], NEXT_CUE "next cue" [N, STOP],
    AT_NEXT "at,next cue" [C, N], AT2_NEXT "at2,next cue" [C, C, N], AROUND "around" [N, C], QUOTES "quotes" [N, N, N, STOP],
    AT_QUOTES "at,quotes" [C, N, N], REST "rest" [N, C], THAT "that" [N, C], THAT_AGAIN "that again" [N],
    FORM_AT "form,at" [FORM, STOP, C],
    OPENER "opener" [C, STOP], OPENER_AT "opener,at" [C, C, C], BEFORE_STOP "before" [C, STOP], BEFORE_AT "before,at" [C, C, C],
}

/// Puts the features of the end `end` of content from `start`; `around` where content stands before the cue too.
pub fn end_features(reading: &Reading<'_>, at: usize, start: usize, end: usize, around: bool, sink: &mut impl Sink) {
    let article = reading.article;
    let sentence = article.sentence(at);
    let (from, to, core) = (sentence.start, sentence.end, sentence.core);
    let quoted = article.tokens.get(start).is_some_and(|token| matches!(token.mark, Mark::Open | Mark::In));
    if end > core && !quoted {
        let before = at.checked_sub(1).and_then(|at| article.tokens.get(at));
        sink.put(PASSAGE.with([]));
        sink.put(PASSAGE_FIRST.with([u16::from(article.passage(at).start == from)]));
        sink.put(PASSAGE_SHOUTED.with([u16::from(before.is_some_and(|token| token.flags.has(Flags::SHOUTED)))]));
        sink.put(PASSAGE_NAME.with([bucket(at - from)]));
        sink.put(PASSAGE_LEFT.with([bucket(end - core)]));
        return;
    }
    let stop = u16::from(end == core);
    let frame = reading.frame(at);
    let first = article.class(start, from, to).0;
    let that = u16::from(article.tokens.get(start).is_some_and(|token| token.roles.any(Roles::THAT)));
    let class = |by: usize| article.class(end + by, from, core).0;
    let (c0, c1, c2) = (class(0), class(1), class(2));
    let form = u16::from(article.tokens.get(at).is_some_and(|token| token.flags.has(Flags::PARTICIPLE))) + 1;
    let verbs = [small(article.count(Count::Verbs, start, end), 3), small(article.count(Count::Verbs, end, core), 3)];
    let closed =
        end.checked_sub(1).and_then(|at| article.tokens.get(at)).is_some_and(|token| token.mark == Mark::Close);
    let quoted = [
        u16::from(article.has(Count::Quoted, start, end)),
        u16::from(article.has(Count::Quoted, end, core)),
        u16::from(closed),
    ];
    let length = bucket(end - start);
    cues(reading, (start, end, to), (c0, c1, stop, that), sink);
    sink.put(STOPS.with([stop]));
    sink.put(AT.with([c0]));
    sink.put(AT2.with([c0, c1]));
    sink.put(AT3.with([c0, c1, c2]));
    sink.put(LAST_AT.with([article.class_by(end, -1, from, to).0, c0]));
    sink.put(COMMAS.with([small(article.count(Count::Commas, start, end), 3), stop]));
    sink.put(LENGTH.with([length, stop]));
    sink.put(AT_LENGTH.with([c0, length]));
    sink.put(VERBS.with([verbs[0], verbs[1], stop]));
    sink.put(AT_VERBS.with([c0, verbs[0].min(2), verbs[1].min(2)]));
    sink.put(FIRST_AT.with([first, c0]));
    sink.put(FRAME_STOP.with([frame, stop]));
    sink.put(FRAME_AT.with([frame, c0]));
    sink.put(AROUND.with([u16::from(around), c0]));
    sink.put(QUOTES.with([quoted[0], quoted[1], quoted[2], stop]));
    sink.put(AT_QUOTES.with([c0, quoted[0], quoted[2]]));
    sink.put(REST.with([bucket(core.saturating_sub(end)), c0]));
    sink.put(THAT.with([that, c0]));
    sink.put(THAT_AGAIN.with([u16::from(that > 0 && resumes(reading, end, core))]));
    sink.put(FORM_AT.with([form, stop, c0]));
    // `While she says …, he`, `Reed, who says …, has`: the clause of the report ends, and the sentence goes on.
    let opener = article.class(from, from, to).0;
    let before = subject(reading, at, from).0;
    sink.put(OPENER.with([opener, stop]));
    sink.put(OPENER_AT.with([opener, c0, c1]));
    sink.put(BEFORE_STOP.with([before, stop]));
    sink.put(BEFORE_AT.with([before, c0, c1]));
}

/// Whether `and that`, `, that` follows: a second clause of the same report.
fn resumes(reading: &Reading<'_>, end: usize, core: usize) -> bool {
    let tokens = reading.article.tokens.get(end..core.min(end + 3)).unwrap_or(&[]);
    tokens.windows(2).any(|pair| match pair {
        [lead, that] => that.roles.any(Roles::THAT) && (lead.is(Class::COMMA) || lead.roles.any(Roles::JOINER)),
        _ => false,
    })
}

/// Features of the other accepted cues.
fn cues(
    reading: &Reading<'_>,
    (start, end, to): (usize, usize, usize),
    (c0, c1, stop, that): (u16, u16, u16, u16),
    sink: &mut impl Sink,
) {
    let article = reading.article;
    let participle =
        |at: usize| 1 + u16::from(article.tokens.get(at).is_some_and(|token| token.flags.has(Flags::PARTICIPLE)));
    let inside = reading.accepted_in(start, end);
    let next = reading.accepted_in(end, to).first();
    let lead = next.map_or(0, |next| 1 + u16::from(leads_over(reading, end, *next)));
    sink.put(LEADS.with([lead, stop]));
    sink.put(LEADS_AT.with([lead, c0]));
    sink.put(CUE_INSIDE.with([small(inside.len(), 2), stop]));
    sink.put(CUE_INSIDE_THAT.with([small(inside.len(), 1), that, stop]));
    let last = inside.last();
    sink.put(CUE_INSIDE_FORM.with([last.map_or(0, |cue| participle(cue.at)), stop]));
    let before = last.map_or(Class::NONE, |cue| article.class_by(cue.at, -1, start, to));
    sink.put(CUE_INSIDE_BEFORE.with([before.0, stop]));
    sink.put(NEXT_FORM.with([next.map_or(0, |cue| participle(cue.at)), lead, stop]));
    let distance = next.map_or(30, |cue| bucket(cue.at - end));
    sink.put(NEXT_CUE.with([distance, stop]));
    sink.put(AT_NEXT.with([c0, distance]));
    sink.put(AT2_NEXT.with([c0, c1, u16::from(distance > 0 && distance <= 4)]));
}

/// Whether the phrase of the next cue begins at `end`, connectives aside.
fn leads_over(reading: &Reading<'_>, end: usize, next: Accepted) -> bool {
    let own = |source: &crate::statements::article::Range| source.start >= end && source.end <= next.at;
    let mut start = next.source.filter(own).map_or(next.at, |source| source.start);
    while start > end {
        let Some(token) = reading.article.tokens.get(start - 1) else { return false };
        if !(token.is_auxiliary() || token.is(Class::COMMA) || token.roles.any(Roles::CHAIN)) {
            return false;
        }
        start -= 1;
    }
    true
}
