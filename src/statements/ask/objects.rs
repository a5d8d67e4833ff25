//! Candidates for the source that cannot speak.
//!
//! In: the candidates of a cue. Out: the same without what a preposition only joins to a longer phrase, without names cut off
//! from `state` in front of a title, and without what goes on behind a headline's colon. Left alone: `with analysts saying`, and what stands behind a word that opens a clause (`after the
//! port said`).

use super::reading::Reading;
use super::subject::OPENERS;
use crate::statements::article::Range;
use crate::statements::tokens::{Flags, Token};
use crate::statements::words::{Class, Roles};

/// Takes out what a preposition only joins to a longer phrase: `the matter` of `Two people familiar with the matter said`.
pub(super) fn drop_objects(reading: &Reading<'_>, at: usize, group: usize, list: &mut Vec<Range>) {
    let tokens = &reading.article.tokens;
    // `with analysts saying`, `in the pilot's statement`
    if reading.has_frame(at, "NOUN") || tokens.get(at).is_none_or(|cue| cue.flags.has(Flags::PARTICIPLE)) {
        return;
    }
    let is_whole = |range: &Range| {
        let own = tokens.get(range.start..range.end).unwrap_or(&[]);
        let leads = own.first().is_none_or(|first| first.kind.is_in(OPENERS));
        let clause = Roles::RELATIVE.and(Roles::QUESTION).and(Roles::SUBORDINATOR);
        let verb = |token: &Token| token.kind.is_in(Class::FINITE) || token.roles.any(clause) || !token.is_word();
        range.end == group && !leads && !own.iter().any(verb)
    };
    let Some(longest) = list.iter().copied().filter(is_whole).min_by_key(|range| range.start) else { return };
    let joined = |range: &Range| {
        let before = range.start.checked_sub(1).and_then(|at| tokens.get(at));
        let joins = |token: &Token| token.kind == Class::PREP && !token.roles.any(Roles::SUBORDINATOR);
        before.is_some_and(|token| joins(token) && token.is_out() && token.flags.has(Flags::LOWER))
    };
    list.retain(|range| range.end != group || range.start <= longest.start + 1 || !joined(range));
}

/// Takes out names that a noun stands before which could be a verb too, and here attributes to nobody: `Rep. Reed` of
/// `“It is late,” state Rep. Reed said`.
pub(super) fn drop_titled(reading: &Reading<'_>, list: &mut Vec<Range>) {
    let tokens = &reading.article.tokens;
    let noun = |token: &Token| {
        let form = reading.article.pack.form(token.form);
        token.flags.has(Flags::LOWER) && form.is_some_and(|form| form.base && form.prior == 0)
    };
    let titled = |range: &Range| {
        let title = tokens.get(range.start).is_some_and(|token| token.kind == Class::TITLE && token.is_upper());
        title && range.start > 0 && noun(&tokens[range.start - 1])
    };
    if list.iter().any(titled) {
        let longer: Vec<Range> = list.clone();
        list.retain(|range| !titled(range) || !longer.contains(&Range::new(range.start - 1, range.end)));
    }
}

/// Takes out what a headline says before it comes to its speaker: `Islanders back bridge as campaigners` vow to fight on.
fn drop_scenes(tokens: &[Token], list: &mut Vec<Range>) {
    let leads = |range: &Range| {
        let inner = tokens.get(range.start..range.end).unwrap_or(&[]);
        let at = inner.iter().position(|token| token.kind == Class::PREP && token.roles.any(Roles::CHAIN));
        at.filter(|at| *at > 1).map(|at| Range::new(range.start + at + 1, range.end))
    };
    if list.iter().any(|range| leads(range).is_some()) {
        let shorter: Vec<Range> = list.clone();
        list.retain(|range| leads(range).is_none_or(|rest| !shorter.contains(&rest)));
    }
}

/// In a headline, takes out what goes on behind a colon instead of naming anybody (`“We are safe”: mayor hits back`), and what
/// [`drop_scenes`] does.
pub(super) fn drop_clauses(reading: &Reading<'_>, at: usize, list: &mut Vec<Range>) {
    let tokens = &reading.article.tokens;
    if !reading.article.in_headline(at) {
        return;
    }
    drop_scenes(tokens, list);
    if !tokens.get(at).is_some_and(|token| token.is(Class::COLON)) {
        return;
    }
    let verb =
        |token: &Token| token.flags.has(Flags::PRESENT) && token.flags.has(Flags::LOWER) && token.class != Class::TITLE;
    let clause = |range: &Range| {
        range.start > at && tokens.get(range.start + 1..range.end - 1).is_some_and(|inner| inner.iter().any(verb))
    };
    list.retain(|range| !clause(range));
}
