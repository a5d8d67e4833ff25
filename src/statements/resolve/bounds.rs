//! Where a mention begins and ends: what the finder took along behind it goes, what it left out comes in (`apposed`).
//!
//! In: tokens, names and the run of a mention. Out: the shorter run. Accepted (`|` marks the cut):
//!
//! ```text
//! General Ann Orlova| has over the past year      the port’s lawyer| on Monday      Mr Reed| further
//! The skipper|, who asked not to be named         the expert|, so it is safe        reports|, Reed sold the boat
//! 10:41 |Ann Orlova                               the skipper Orlova| takes up the tale
//! ```
//!
//! A relative clause without a comma and what stands between the words of a name stay.

use super::apposed;
use super::heads::plural_form;
use super::names::Name;
use super::phrase::within;
use super::tokens::{Form, Run, Text, Token};
use super::words::{AUXILIARY, CALENDAR, DEFINITE, FUNCTION, INDEFINITE, PREPOSITION, RELATIVE};
use crate::statements::{Found, Place};
use crate::text::Stretch;

/// Shortens the mentions of all attributions.
pub(super) fn shorten(text: &Text<'_>, names: &[Name], found: &mut [Found]) {
    for found in found.iter_mut() {
        let Some(place) = found.source else { continue };
        let run = text.run(place);
        let mut own = own(text, names, run.clone());
        if let Some(name) = apposed::named_before(text, names, &own) {
            own = name;
        } else if let Some(end) = apposed::noun_after(text, names, &own, found) {
            own.end = end;
        }
        let first = text.get(own.start).filter(|_| own != run && !own.is_empty());
        let last = own.end.checked_sub(1).and_then(|at| text.get(at));
        if let (Some(first), Some(last)) = (first, last) {
            let start = if own.start == run.start { place.stretch.start } else { first.start as usize };
            found.source = Some(Place { stretch: Stretch::new(start, last.end as usize), ..place });
        }
    }
}

/// The run without the time of a live blog's entry: `10:41 Ann Orlova`.
fn untimed(text: &Text<'_>, run: Run) -> Run {
    const TIME: usize = 3;
    let number = |at: usize| text.get(at).is_some_and(|token| token.form == Form::Number);
    let colon = text.get(run.start + 1).is_some_and(|token| token.mark(':'));
    let timed = text.before(run.start).is_none() && number(run.start) && colon && number(run.start + 2);
    if timed && run.len() > TIME { run.start + TIME..run.end } else { run }
}

/// The run without what follows the mention.
fn own(text: &Text<'_>, names: &[Name], run: Run) -> Run {
    let run = untimed(text, run);
    let inside = within(names, &run);
    let named = |at: usize| names.get(inside.clone()).unwrap_or_default().iter().find(|name| name.whole.contains(&at));
    let (mut at, mut relative) = (run.start + 1, false);
    let mut end = run.end;
    while at < run.end {
        if let Some(name) = named(at) {
            at = name.whole.end.max(at + 1);
            continue;
        }
        let Some(token) = text.get(at) else { break };
        relative |= token.is(RELATIVE) || matches!(text.printed_token(token), "where" | "whose");
        let verb = token.is(AUXILIARY) && token.form == Form::Small && !relative;
        let after_name = || names.get(inside.clone()).unwrap_or_default().iter().any(|name| name.whole.end == at);
        let told = !relative && tells(text, at, run.end) && after_name();
        if verb || told || (token.mark(',') && clause(text, names, at, run.end)) {
            end = at;
            break;
        }
        at += 1;
    }
    tail(text, names, run.start..end)
}

/// Whether a verb in the present with its object stands at `at`: `Ann Orlova takes up the tale`, but no `Orlova fans in the port`.
fn tells(text: &Text<'_>, at: usize, end: usize) -> bool {
    let small = |at: usize| text.get(at).filter(|token| at < end && token.form == Form::Small);
    let article = |at: usize| small(at).is_some_and(|token| token.is(DEFINITE | INDEFINITE));
    let verb = small(at).is_some_and(|token| token.word.classes == 0 && plural_form(text.printed_token(token)));
    let particle = small(at + 1).is_some_and(|token| token.word.classes == 0) && article(at + 2);
    verb && (article(at + 1) || particle)
}

/// Tokens of the longest aside, its comma among them: `, for her part`.
const ASIDE: usize = 4;

/// Whether a clause begins behind the comma at `at`, and no apposition.
fn clause(text: &Text<'_>, names: &[Name], at: usize, end: usize) -> bool {
    let Some(next) = text.get(at + 1).filter(|_| at + 1 < end) else { return false };
    if next.form == Form::Small && next.is(RELATIVE | FUNCTION | super::words::PRONOUN | super::words::THING) {
        return !next.is(super::words::FORMER | DEFINITE);
    }
    // `the skippers, by contrast`, `Orlova, for her part`
    let named = !within(names, &(at + 1..end)).is_empty();
    if next.form == Form::Small && next.is(PREPOSITION) && end - at <= ASIDE && !named {
        return true;
    }
    let name =
        names.get(within(names, &(at + 1..end))).unwrap_or_default().iter().find(|name| name.whole.start == at + 1);
    let behind = name.map(|name| name.whole.end).filter(|behind| *behind < end).and_then(|behind| text.get(behind));
    behind.is_some_and(|behind| {
        behind.form == Form::Small && !behind.is(PREPOSITION | RELATIVE | super::words::CONJUNCTION)
    })
}

/// A day or an adverb at the end goes.
fn tail(text: &Text<'_>, names: &[Name], run: Run) -> Run {
    let mut end = run.end;
    // A day in a relative clause is its own: `a skipper who was fined in May`.
    let relative = run.clone().any(|at| text.get(at).is_some_and(|token| token.is(RELATIVE)));
    let after_name = |end: usize| {
        names.get(within(names, &(run.start..end))).unwrap_or_default().iter().any(|name| name.whole.end == end)
    };
    while end > run.start + 1 {
        let Some(last) = text.get(end - 1) else { break };
        let day = last.is(CALENDAR) && last.capital() && !relative;
        let on = text.get(end - 2).is_some_and(|before| before.is(PREPOSITION));
        let adverb = last.form == Form::Small
            && (last.is(FUNCTION) || text.printed_token(last).ends_with("ly"))
            && after_name(end - 1);
        if day && on && end > run.start + 2 {
            end -= 2;
        } else if adverb
            || (day && !after_name(end))
            || (end < run.end && !Token::wordy(last) && last.form != Form::Genitive)
        {
            end -= 1;
        } else {
            break;
        }
    }
    run.start..end
}
