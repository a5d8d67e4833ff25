//! Who a verb is said of: the class right before it, the subject of its sentence, names with an apposition that no comma
//! closes, and subjects behind a fronted participle.
//!
//! In: a [`Reading`] and a cue. Out: ranges in the cue's sentence, as candidates for its source; which of them speaks is
//! for the model to tell.

use super::reading::{Accepted, Reading};
use crate::statements::article::{Article, Range, Sentence};
use crate::statements::tokens::{Flags, Mark, Token};
use crate::statements::words::{Class, Roles};

/// What opens a sentence before its subject.
pub(super) const OPENERS: &[Class] =
    &[Class::PREP, Class::CONJ, Class::ADV, Class::TIME, Class::PARTICIPLE, Class::ADVERBIAL];
/// So far a subject may reach, in tokens.
const REACH: usize = 25;
/// So far behind a fronted participle its subject may stand.
const FRONTED_REACH: usize = 60;
/// No more candidates of a kind.
const MOST: usize = 3;

/// The class left of auxiliaries and adverbs.
pub(super) fn subject(reading: &Reading<'_>, at: usize, from: usize) -> Class {
    let mut left = at;
    while left > from && reading.article.tokens[left - 1].is_auxiliary() {
        left -= 1;
    }
    reading.article.class_by(left, -1, from, at)
}

fn is_verb(token: &Token) -> bool {
    const VERBS: &[Class] = &[Class::BE, Class::HAVE, Class::MOD, Class::PAST, Class::ADVERBIAL];
    token.kind.is_in(VERBS) && !token.roles.any(Roles::OWNER) || token.class == Class::CUE
}

/// What the sentence of the cue is about, the words before its first verb: `experts` in `Yet, experts doubt the plan,
/// saying it is late`. None where it opens with a preposition and no comma follows.
pub(super) fn main_subject(reading: &Reading<'_>, at: usize) -> Option<Range> {
    let sentence = reading.article.sentence(at);
    let tokens = reading.article.tokens.get(sentence.start..at)?;
    let first = tokens.first()?;
    let lead = match first.kind {
        kind if kind.is_in(OPENERS) => match tokens.iter().take(REACH).position(|token| token.is(Class::COMMA)) {
            Some(comma) => comma + 1,
            None if kind == Class::CONJ => 1,
            None => return None,
        },
        _ => 0,
    };
    let rest = tokens.get(lead..)?;
    let words = rest.get(..rest.iter().take(REACH).position(is_verb)?)?;
    let length = words.iter().rposition(Token::is_word)? + 1;
    let start = sentence.start + lead;
    words.first().is_some_and(Token::is_out).then(|| Range::new(start, start + length))
}

/// Whether the cue is a participle at the head of its sentence.
pub(super) fn is_fronted(reading: &Reading<'_>, at: usize) -> bool {
    let sentence = reading.article.sentence(at);
    let before = reading.article.tokens.get(sentence.start..at).unwrap_or(&[]);
    let participle = reading.article.tokens.get(at).is_some_and(|token| token.flags.has(Flags::PARTICIPLE));
    participle && before.len() <= 3 && before.iter().all(|token| token.kind.is_in(OPENERS))
}

/// Where what somebody was asked ends, whatever the models say: `Asked if it was safe, Reed said no` and `Asked about it, Reed
/// laughed` hold no word of Reed's. The end of the sentence for all other cues.
pub(super) fn asked_until(reading: &Reading<'_>, at: usize) -> usize {
    let (article, end) = (reading.article, reading.article.sentence(at).end);
    if !is_asked(article, at) {
        return end;
    }
    let begins = |next: &Accepted| next.source.map_or(next.at, |source| source.start.min(next.at));
    let next = reading.accepted_in(at + 1, end).iter().map(begins).find(|start| *start > at);
    let answers = next.unwrap_or(end);
    let subject = |token: &Token| token.is_upper() || token.kind.is_in(&[Class::PRON, Class::DET]);
    let ends = |at: &usize| {
        let (comma, next) = (article.tokens[*at], article.tokens.get(at + 1));
        comma.is(Class::COMMA) && comma.is_out() && next.is_some_and(subject)
    };
    (at + 1..answers).find(ends).unwrap_or(answers)
}

/// Whether a past participle opens the sentence (`Asked why …, Reed said`, `When asked why`): it is said of the subject behind.
fn is_asked(article: &Article<'_>, at: usize) -> bool {
    const LED: usize = 2;
    let sentence = article.sentence(at);
    let before = article.tokens.get(sentence.start..at).unwrap_or(&[]);
    let opens = before.len() <= LED && before.iter().all(|token| token.kind == Class::CONJ && token.is_out());
    let asked = |token: &Token| token.flags.has(Flags::INFLECTED) && !token.flags.has(Flags::PARTICIPLE);
    let goes_on = |token: &Token| {
        token.is_out() && (token.kind == Class::PREP || token.kind == Class::CONJ || token.roles.any(Roles::QUESTION))
    };
    opens && article.tokens.get(at).is_some_and(asked) && article.tokens.get(at + 1).is_some_and(goes_on)
}

/// Who a fronted participle may be said of: `Reed` in `Noting that it was late, Reed left`.
pub(super) fn behind_fronted(reading: &Reading<'_>, at: usize) -> Vec<Range> {
    if !is_fronted(reading, at) {
        return Vec::new();
    }
    let (tokens, core) = (&reading.article.tokens, reading.article.sentence(at).core);
    let stops = |at: &usize| tokens.get(*at).is_none_or(|token| is_verb(token) || !token.is_word() || !token.is_out());
    let subject = |comma: usize| {
        let start = comma + 1;
        let end = (start..core.min(start + REACH / 2)).find(stops)?;
        (end > start).then(|| Range::new(start, end))
    };
    let commas =
        (at + 1..core.min(at + FRONTED_REACH)).filter(|at| tokens[*at].is(Class::COMMA) && tokens[*at].is_out());
    commas.filter_map(subject).take(MOST).collect()
}

/// Names before a verb group with an apposition that no comma closes, bare and whole: `Ada Reed, head of the port said`.
pub(super) fn unclosed(reading: &Reading<'_>, sentence: Sentence, group: usize) -> Vec<Range> {
    let tokens = &reading.article.tokens;
    let mut found = Vec::new();
    for comma in (sentence.start + 1..group).rev().take(REACH) {
        let token = tokens[comma];
        let ends = matches!(token.mark, Mark::Open | Mark::Close) || token.class == Class::CUE;
        if ends || token.roles.any(Roles::AUXILIARY.and(Roles::RELATIVE)) || found.len() > MOST {
            break;
        }
        if token.is(Class::COMMA)
            && let Some(start) = name_before(tokens, sentence.start, comma)
        {
            found.extend([Range::new(start, comma), Range::new(start, group)]);
        }
    }
    found
}

/// Where the run of capitals that ends at `end` begins, unless a preposition leads to it.
fn name_before(tokens: &[Token], from: usize, end: usize) -> Option<usize> {
    let own = tokens.get(from..end)?;
    let start = from + own.iter().rposition(|token| !token.is_upper()).map_or(0, |before| before + 1);
    let led = start > from && tokens[start - 1].roles.any(Roles::PREPOSITION);
    (start < end && !led && !tokens[start].kind.is_in(OPENERS)).then_some(start)
}
