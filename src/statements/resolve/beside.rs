//! What stands beside a name and tells who it is: an apposition, an age, a short form; whether it is a place's.
//!
//! In: the tokens and a name. Out: runs and keys. Accepted: `Ann Orlova, harbour master of Port Alba,`;
//! `Ann Orlova, a pilot in Port Alba, Ohio,`;
//! `Ann Orlova, 34,`; `the Harbour Workers' Union (HWU)`. What follows from it is left to `entities`.

use std::sync::LazyLock;

use super::names::Name;
use super::tokens::{Form, Run, Text, Token};
use super::words::{self, CONJUNCTION, LOCATIVE, ORGANISATION, PERSON, PREPOSITION};
use crate::lexicon;
use crate::statements::gender::Gender;

/// Whether a name is listed as a place.
pub(super) fn is_place(text: &Text<'_>, run: &Run) -> bool {
    static PLACES: LazyLock<&lexicon::WordList> = LazyLock::new(|| lexicon::list("mul", "places"));
    PLACES.contains_any_case(text.printed(run))
}

/// What stands between commas after a name, and whether its noun is one for people: `, harbour master of Port Alba,`.
pub(super) fn apposition(text: &Text<'_>, name: &Name) -> Option<(Run, bool)> {
    const LONGEST: usize = 24;
    let near = name.whole.start;
    text.beside(name.whole.end, near).filter(|token| token.mark(','))?;
    // `In Port Alba, the mayor said`: no mayor is called Port Alba.
    let article = usize::from(text.before(near).is_some_and(|token| token.is(words::DEFINITE)));
    if text.before(near - article).is_some_and(|token| token.is(LOCATIVE)) {
        return None;
    }
    let start = name.whole.end + 1;
    let first = text.beside(start, near)?;
    if first.is(words::CONJUNCTION | words::PREPOSITION | words::RELATIVE | words::FUNCTION | words::ANY_PRONOUN)
        && !first.is(words::FORMER)
    {
        return None;
    }
    let article = first.is(words::DEFINITE | words::INDEFINITE);
    let mut head: Option<&Token> = None;
    let mut heading = true;
    let mut end = start;
    while end < start + LONGEST {
        let Some(token) = text.beside(end, near) else { break };
        if let Some(behind) = head.and_then(|_| region(text, end, near)) {
            end = behind;
            continue;
        }
        if matches!(token.form, Form::Mark(',' | '.' | ';' | ':' | '(' | '—' | '–' | '"' | '”'))
            || (token.opens && end > start)
        {
            break;
        }
        if token.source || (heading && end > start && token.is(words::FUNCTION) && !token.is(words::FORMER)) {
            return None;
        }
        if token.is(words::PREPOSITION | words::RELATIVE) {
            heading = false;
        }
        if heading && token.is(PERSON | ORGANISATION | words::KIN) {
            head = Some(token);
            // `Among Norlanders, the young pilot finds`: a clause, and no apposition.
            let next = text.beside(end + 1, near).filter(|next| next.form == Form::Small && next.word.classes == 0);
            if article && next.is_some_and(|next| super::heads::plural_form(text.printed_token(next))) {
                return None;
            }
        }
        end += 1;
    }
    let head = head?;
    let closed = text.beside(end, near).is_none_or(|token| !token.wordy());
    let capital_list = first.capital() && head.capital() && !first.is(PERSON);
    (closed && !capital_list && (article || head.is(PERSON))).then_some((start..end, head.is(PERSON)))
}

/// Where the region ends that a comma at `at` sets behind its place: `Port Alba, Ohio,`.
fn region(text: &Text<'_>, at: usize, near: usize) -> Option<usize> {
    static REGIONS: LazyLock<&lexicon::WordList> = LazyLock::new(|| lexicon::list("mul", "regions"));
    text.beside(at, near).filter(|token| token.mark(','))?;
    text.before(at).filter(|token| token.capital())?;
    let capital = |at: usize| text.beside(at, near).is_some_and(Token::capital);
    let end = (at + 1..at + 4).find(|end| !capital(*end)).filter(|end| *end > at + 1)?;
    // The full stop of `Wash.` is a token of its own.
    let stop = text.beside(end, near).is_some_and(|token| token.mark('.'));
    let closed = end + usize::from(stop);
    text.beside(closed, near).filter(|token| token.mark(','))?;
    let run = at + 1..end;
    let known = REGIONS.contains_any_case(text.printed(&run))
        || stop && REGIONS.contains_any_case(text.printed(&(at + 1..closed)));
    known.then_some(closed)
}

/// The gender that a relative between commas tells: `her daughter, Ann, said`.
pub(super) fn kin_before(text: &Text<'_>, name: &Name) -> Option<Gender> {
    let (start, end) = (name.whole.start, name.whole.end);
    let comma = |token: Option<&Token>| token.is_some_and(|token| token.mark(','));
    let noun = text.beside(start.checked_sub(2)?, start).filter(|token| token.is(words::KIN))?;
    (comma(text.before(start)) && comma(text.beside(end, start))).then_some(noun.word.gender)
}

/// Whether a name owns what only a body has: `Norland Heat's chief executive`.
pub(super) fn has_staff(text: &Text<'_>, name: &Name) -> bool {
    const REACH: usize = 3;
    let end = name.whole.end;
    let owns = text.beside(end, name.whole.start).is_some_and(|token| token.form == Form::Genitive);
    let owned = (end + 1..end + 1 + REACH).map_while(|at| text.beside(at, name.whole.start));
    owns && owned.take_while(|token| token.form == Form::Small).any(|token| token.is(words::STAFF))
}

/// Whether the name at `at` stands behind a preposition, alone or among others: `with Ben Reed, Ada Holm and Carl Holm`. Behind a
/// place and a comma it is a subject: `In Port Alba, Ann Orlova`.
pub(super) fn is_object(text: &Text<'_>, names: &[Name], at: usize) -> bool {
    const JOINED: usize = 4;
    let mut index = names.partition_point(|name| name.whole.end <= at);
    let own = names.get(index).map(|name| name.whole.clone()).filter(|run| run.contains(&at));
    let (mut start, end) = own.map_or((at, at + 1), |run| (run.start, run.end));
    let mut listed = text.beside(end, at).is_some_and(|token| token.is(CONJUNCTION));
    for _ in 0..JOINED {
        match text.before(start) {
            Some(before) if before.is(PREPOSITION) => return true,
            Some(before) if before.is(CONJUNCTION) => listed = true,
            Some(before) if before.mark(',') && listed => {}
            _ => return false,
        }
        let joined = index.checked_sub(1).and_then(|before| names.get(before));
        let joined = joined.filter(|name| name.whole.end + 1 == start && !is_place(text, &name.name));
        let Some(joined) = joined else { return false };
        (index, start) = (index - 1, joined.whole.start);
    }
    false
}

/// Whether an age follows: `, 34,` or `(34)`.
pub(super) fn aged(text: &Text<'_>, name: &Name) -> bool {
    let token = |by: usize| text.beside(name.whole.end + by, name.whole.start);
    let opens = token(0).is_some_and(|token| token.mark(',') || token.mark('('));
    let number = token(1).is_some_and(|token| token.form == Form::Number && token.end - token.start <= 2);
    opens && number && token(2).is_none_or(|token| matches!(token.form, Form::Mark(',' | ')' | '.')))
}

/// The short form in brackets behind a name.
pub(super) fn acronym(text: &Text<'_>, name: &Name) -> Option<u64> {
    let token = |by: usize| text.beside(name.whole.end + by, name.whole.start);
    token(0).filter(|token| token.mark('('))?;
    token(2).filter(|token| token.mark(')'))?;
    token(1).filter(|token| token.capital()).map(|token| token.word.key)
}
