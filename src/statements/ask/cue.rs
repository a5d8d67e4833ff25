//! Does this word attribute? Features only: every candidate of the reading is asked, against a threshold of nothing.

use super::reading::{Candidate, Reading};
use super::subject::subject;
use crate::statements::article::Count;
use crate::statements::features::{Question, Sink, Value, bucket, level, templates};
use crate::statements::tokens::{Flags, Mark, Token};
use crate::statements::words::{Class, Roles};

use Value::{Class as C, Form as W, Frame as F, Number as N};

const FORM: Value = Value::Of(&["ing", "past", "present", "base"]);
const QUOTE: Value = Value::Of(&["no", "sentence", "beside", "near", "inside"]);

templates! {
    Question::Cue;
    BIAS "bias" [], WORD "word" [W], PRIOR "prior" [N], FORM_ "form" [FORM], PRIOR_FORM "prior,form" [N, FORM],
    PREV "prev" [C], NEXT "next" [C], SUBJECT "subject" [C], SUBJECT_FORM "subject,form" [C, FORM],
    PREV2 "prev2" [C, C], NEXT2 "next2" [C, C], PREV_NEXT "prev,next" [C, C], SUBJECT_NEXT "subject,next" [C, C],
    FRAME_NEXT "frame,next" [F, C], FRAME_PREV "frame,prev" [F, C], FRAME_SUBJECT "frame,subject" [F, C],
    PRIOR_NEXT "prior,next" [N, C], PRIOR_SUBJECT "prior,subject" [N, C], WORD_NEXT "word,next" [W, C],
    QUOTES "quotes" [QUOTE, QUOTE], PRIOR_QUOTES "prior,quotes" [N, QUOTE, QUOTE],
    FRAME_QUOTES "frame,quotes" [F, QUOTE, QUOTE],
    CUES "cues" [N, N], CUES_FORM "cues,form" [N, N, FORM], LEFT "left" [N, N, N], LEFT_PREV "left,prev" [N, N, C],
    LEFT_SUBJECT "left,subject" [N, C], RIGHT "right" [N, N], HEADLINE "headline" [N], POSITION "position" [N],
    REST "rest" [N], PRIOR_REST "prior,rest" [N, N], QUESTION "question" [N], THAT "that" [N], TO "to" [N],
    NEGATED "negated" [N], VERBS "verbs" [N], WORD_SUBJECT "word,subject" [W, C], HEAD_FRAME "headline,frame" [N, F],
    OPENS_FRAME "opens,frame" [N, F], OPENS_FORM "opens,form" [N, FORM], OPENS_WORD "opens,word" [N, W],
    MANY "many" [N, FORM, F], MANY_NEXT "many,next" [N, FORM, C],
}

/// ing, past, present or base form.
pub(super) fn form_of(token: &Token) -> u16 {
    if token.flags.has(Flags::PARTICIPLE) {
        0
    } else if token.flags.has(Flags::PAST) {
        1
    } else if token.flags.has(Flags::PRESENT) {
        2
    } else if token.flags.has(Flags::INFLECTED) {
        1
    } else {
        3
    }
}

/// Puts the features of a candidate.
pub fn cue_features(reading: &Reading<'_>, candidate: Candidate, sink: &mut impl Sink) {
    let article = reading.article;
    let at = candidate.at;
    let sentence = article.sentence(at);
    let (from, to) = (sentence.start, sentence.end);
    let Some(token) = article.tokens.get(at) else { return };
    let near = |by: isize| article.class_by(at, by, from, to).0;
    let word = if candidate.open { 0 } else { token.form };
    let form = form_of(token);
    let frame = reading.frame(at);
    let prior = level(candidate.prior);
    let subject = subject(reading, at, from).0;
    let (prev, next) = (near(-1), near(1));
    sink.put(BIAS.with([]));
    sink.put(WORD.with([word]));
    sink.put(PRIOR.with([prior]));
    sink.put(FORM_.with([form]));
    sink.put(PRIOR_FORM.with([prior, form]));
    sink.put(PREV.with([prev]));
    sink.put(NEXT.with([next]));
    sink.put(SUBJECT.with([subject]));
    sink.put(SUBJECT_FORM.with([subject, form]));
    sink.put(PREV2.with([near(-2), prev]));
    sink.put(NEXT2.with([next, near(2)]));
    sink.put(PREV_NEXT.with([prev, next]));
    sink.put(SUBJECT_NEXT.with([subject, next]));
    sink.put(FRAME_NEXT.with([frame, next]));
    sink.put(FRAME_PREV.with([frame, prev]));
    sink.put(FRAME_SUBJECT.with([frame, subject]));
    sink.put(PRIOR_NEXT.with([prior, next]));
    sink.put(PRIOR_SUBJECT.with([prior, subject]));
    sink.put(WORD_NEXT.with([word, next]));
    sink.put(WORD_SUBJECT.with([word, subject]));
    let quotes = quotes(reading, at, from, to);
    sink.put(QUOTES.with(quotes));
    sink.put(PRIOR_QUOTES.with([prior, quotes[0], quotes[1]]));
    sink.put(FRAME_QUOTES.with([frame, quotes[0], quotes[1]]));
    let opens = opens(reading, at, to);
    sink.put(OPENS_FRAME.with([opens, frame]));
    sink.put(OPENS_FORM.with([opens, form]));
    sink.put(OPENS_WORD.with([opens, word]));
    // `scientists report`: a plural before a base form.
    let is_plural = |token: &Token| token.is_out() && token.kind == Class::WORD && token.flags.has(Flags::PRESENT);
    let many = u16::from(at > from && is_plural(&article.tokens[at - 1]));
    sink.put(MANY.with([many, form, frame]));
    sink.put(MANY_NEXT.with([many, form, next]));
    neighbours(reading, candidate, (from, to), (form, subject, prev), sink);
    let headline = u16::from(article.in_headline(at));
    sink.put(HEADLINE.with([headline]));
    sink.put(HEAD_FRAME.with([headline, frame]));
    sink.put(POSITION.with([bucket(at - from)]));
    let rest = bucket(sentence.core.saturating_sub(at));
    sink.put(REST.with([rest]));
    sink.put(PRIOR_REST.with([prior, rest]));
    let before = || article.tokens[at.saturating_sub(4).max(from)..at].iter();
    sink.put(QUESTION.with([u16::from(before().any(|token| token.roles.any(Roles::QUESTION)))]));
    let after = article.tokens.get(at + 1..to.min(at + 6)).unwrap_or(&[]);
    sink.put(THAT.with([u16::from(after.iter().any(|token| token.roles.any(Roles::THAT)))]));
    let two = article.tokens[at.saturating_sub(2).max(from)..at].iter();
    sink.put(TO.with([u16::from(two.into_iter().any(|token| token.roles.any(Roles::TO)))]));
    sink.put(NEGATED.with([u16::from(before().any(|token| token.flags.has(Flags::NOT)))]));
    sink.put(VERBS.with([small(article.count(Count::Verbs, from, at), 3)]));
}

/// A count as a value, capped.
pub(super) fn small(count: usize, cap: u16) -> u16 {
    u16::try_from(count).unwrap_or(cap).min(cap)
}

/// Where quotation marks stand before and after the candidate.
fn quotes(reading: &Reading<'_>, at: usize, from: usize, to: usize) -> [u16; 2] {
    let article = reading.article;
    let mark = |at: usize| article.tokens.get(at).filter(|_| from <= at && at < to).map(|token| token.mark);
    let after = if article.tokens.get(at).is_some_and(|token| !token.is_out()) {
        4
    } else if mark(at + 1) == Some(Mark::Open) {
        2
    } else if mark(at + 2) == Some(Mark::Open) {
        3
    } else {
        u16::from(article.has(Count::Opens, at + 1, to))
    };
    let before = if at > from && mark(at - 1) == Some(Mark::Close) {
        2
    } else {
        u16::from(article.has(Count::Closes, from, at))
    };
    [before, after]
}

/// How far ahead a quotation opens within the sentence, other candidates aside: `called the pier a “ruin”`. 0: nowhere near.
fn opens(reading: &Reading<'_>, at: usize, to: usize) -> u16 {
    const REACH: usize = 12;
    let tokens = reading.article.tokens.get(at + 1..to.min(at + 1 + REACH)).unwrap_or(&[]);
    tokens.iter().position(|token| token.mark == Mark::Open).map_or(0, |gap| bucket(gap + 1))
}

/// Features of the other cues of the sentence.
fn neighbours(
    reading: &Reading<'_>,
    candidate: Candidate,
    (from, to): (usize, usize),
    (form, subject, prev): (u16, u16, u16),
    sink: &mut impl Sink,
) {
    let article = reading.article;
    let at = candidate.at;
    let strong = reading.strong_in(from, to);
    let here = strong.partition_point(|other| *other < at);
    let own = usize::from(strong.get(here) == Some(&at));
    let (left, right) = (strong.get(..here).unwrap_or(&[]), strong.get(here + own..).unwrap_or(&[]));
    let counts = [small(left.len(), 2), small(right.len(), 2)];
    sink.put(CUES.with(counts));
    sink.put(CUES_FORM.with([counts[0], counts[1], form]));
    if let Some(other) = left.last() {
        let comma = u16::from(article.has(Count::Commas, *other, at));
        let that = u16::from(article.tokens[*other..at].iter().any(|token| token.roles.any(Roles::THAT)));
        let distance = bucket(at - other);
        sink.put(LEFT.with([distance, comma, that]));
        sink.put(LEFT_PREV.with([comma, that, prev]));
        sink.put(LEFT_SUBJECT.with([distance, subject]));
    }
    if let Some(other) = right.first() {
        sink.put(RIGHT.with([bucket(other - at), u16::from(article.has(Count::Commas, at, *other))]));
    }
}
