//! Mentions that are but a part of the phrase that names the speaker: what stands around them is taken in.
//!
//! In: tokens, names and the run of a mention. Out: the whole phrase's run. Accepted (`<…>` the mention found, `|…|` the
//! mention that comes out):
//!
//! ```text
//! |Ann Orlova|, head of the ferry watch, <an office in Port Alba>, said      |Ann Orlova|, a skipper <who> helped said
//! |<Orlova>’s defence team| said      |<the port> officials| said      |<the port> and other towns| said
//! ```

use super::heads::plural_form;
use super::names::{Name, Sort};
use super::phrase::within;
use super::tokens::{Form, Run, Text, Token};
use super::words::{
    ANY_PRONOUN, AUXILIARY, CALENDAR, CONJUNCTION, DEFINITE, FORMER, FUNCTION, GROUP, INDEFINITE, OF,
    ORGANISATION_PLURAL, PERSON, PREPOSITION, RELATIVE, TITLE, UNNAMED_PLURAL,
};
use crate::statements::Found;

/// No description between name and mention is longer, in tokens.
const LONGEST: usize = 24;

/// The name that opens the sentence, where the mention is but what describes it between commas.
pub(super) fn named_before(text: &Text<'_>, names: &[Name], run: &Run) -> Option<Run> {
    let first = text.get(run.start)?;
    let relative = run.len() == 1 && first.is(RELATIVE);
    if first.is(ANY_PRONOUN) || !relative && !text.before(run.start)?.mark(',') {
        return None;
    }
    let floor = run.start.saturating_sub(LONGEST);
    let index = within(names, &(floor..run.start)).rev().find(|index| {
        names
            .get(*index)
            .is_some_and(|name| heads(text, name) && text.get(name.whole.end).is_some_and(|sign| sign.mark(',')))
    })?;
    let name = names.get(index).filter(|name| name.whole.end < run.start)?;
    let between = name.whole.end + 1..run.start;
    let noun = between.clone().chain(run.clone()).any(|at| text.get(at).is_some_and(|token| token.is(PERSON)));
    let opener = text.get(name.whole.end + 1)?;
    let described = opener.is(DEFINITE | INDEFINITE | FORMER | PERSON) || opener.form == Form::Small;
    let clause = text.tokens.get(between)?.iter().any(breaks);
    ((noun || relative)
        && described
        && !clause
        && !opener.is(RELATIVE | CONJUNCTION | PREPOSITION | FUNCTION & !FORMER))
    .then(|| name.whole.clone())
}

/// What describes a name behind a comma, from the head of the sentence on: `Its director`, `The mayor of Tarn`.
pub(super) fn described_before(text: &Text<'_>, name: &Name) -> Option<Run> {
    let comma = name.whole.start.checked_sub(1).filter(|at| text.get(*at).is_some_and(|token| token.mark(',')))?;
    let floor = comma.saturating_sub(LONGEST / 2);
    let start = (floor..comma).rev().find(|at| text.beside(*at, comma).is_none_or(|token| token.opens))?;
    let words = text.tokens.get(start..comma)?;
    let owned = |token: &Token| token.is(ANY_PRONOUN | DEFINITE | INDEFINITE);
    let head = words.iter().skip(1).take_while(|token| !token.is(PREPOSITION | OF)).last();
    let noun = head.is_some_and(|token| token.form == Form::Small && token.is(PERSON));
    let plain = words.iter().skip(1).all(|token| (token.wordy() || token.form == Form::Genitive) && !breaks(token));
    (words.first().is_some_and(owned) && noun && plain && matches!(name.sort, Sort::Person | Sort::Likely))
        .then_some(start..comma)
}

/// Whether a name of a person begins a sentence or what follows a quotation.
fn heads(text: &Text<'_>, name: &Name) -> bool {
    let start = name.described.as_ref().map_or(name.whole.start, |described| described.start.min(name.whole.start));
    let opens = text.get(start).is_some_and(|token| token.opens);
    let after_quote = text.before(start).is_some_and(|sign| matches!(sign.form, Form::Mark('”' | '"' | '’' | '\'')));
    matches!(name.sort, Sort::Person | Sort::Likely) && (opens || after_quote)
}

/// Whether a token ends the description of a name.
fn breaks(token: &Token) -> bool {
    token.is(AUXILIARY | ANY_PRONOUN)
        || token.source
        || token.opens
        || matches!(token.form, Form::Mark('"' | '“' | '”' | ';' | ':' | '—' | '–' | '.'))
}

/// Where a noun phrase ends that the mention begins.
pub(super) fn noun_after(text: &Text<'_>, names: &[Name], run: &Run, found: &Found) -> Option<usize> {
    let limit = (run.end + 8).min(text.tokens.len());
    let cue = found.cue.map_or(limit, |cue| text.run(cue).start);
    let next = text.beside(run.end, run.start)?;
    if let Some(end) = office_holder(text, names, run) {
        return Some(end);
    }
    if run.end >= cue || next.source {
        return None;
    }
    let plain = |at: usize| {
        text.beside(at, run.start).is_some_and(|token| {
            token.form == Form::Small
                && !token.quoted
                && !token.is(PREPOSITION
                    | CONJUNCTION
                    | RELATIVE
                    | FUNCTION
                    | AUXILIARY
                    | CALENDAR
                    | ANY_PRONOUN
                    | DEFINITE
                    | INDEFINITE)
        })
    };
    let many = |at: usize| {
        text.beside(at, run.start).is_some_and(|token| {
            token.form == Form::Small && token.is(GROUP | PERSON | UNNAMED_PLURAL | ORGANISATION_PLURAL)
        })
    };
    let plural = |at: usize| text.get(at).is_some_and(|token| plural_form(text.printed_token(token)));
    let last = text.get(run.end.checked_sub(1)?)?;
    if next.form == Form::Genitive && last.capital() {
        return (run.end + 1..limit.min(cue))
            .take_while(|at| plain(*at))
            .find(|at| many(*at) && !many(*at + 1))
            .map(|at| at + 1);
    }
    if !last.capital() {
        return None;
    }
    let second = text.beside(run.end + 1, run.start)?;
    if next.is(CONJUNCTION) && text.printed_token(second) == "other" {
        return (run.end + 2..limit.min(cue))
            .take_while(|at| plain(*at))
            .find(|at| (many(*at) || plural(*at)) && !plain(*at + 1))
            .map(|at| at + 1);
    }
    let people = next.is(GROUP | UNNAMED_PLURAL | ORGANISATION_PLURAL);
    (plain(run.end) && people && !plain(run.end + 1)).then_some(run.end + 1)
}

/// Where the holder of an office is named whose title the mention stops in: `<Minister> of Roads, Ann Orlova,`.
fn office_holder(text: &Text<'_>, names: &[Name], run: &Run) -> Option<usize> {
    text.get(run.end.checked_sub(1)?).filter(|title| title.is(TITLE) && title.capital())?;
    text.beside(run.end, run.start).filter(|token| token.is(OF))?;
    let comma = (run.end + 1..run.end + 9).find(|at| text.beside(*at, run.start).is_none_or(|token| !token.wordy()))?;
    text.beside(comma, run.start).filter(|token| token.mark(','))?;
    let holder = within(names, &(comma + 1..comma + 2)).next().and_then(|index| names.get(index))?;
    let closed = text.beside(holder.whole.end, run.start).is_some_and(|token| token.mark(','));
    (closed && holder.whole.start == comma + 1 && matches!(holder.sort, Sort::Person | Sort::Likely))
        .then_some(holder.whole.end)
}
