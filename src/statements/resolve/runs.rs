//! What a run of capitals holds: a title and a name, an organisation, an office, or a name alone.
//!
//! In: the tokens and a run that `names` found. Out: its [`Name`]. Accepted:
//!
//! ```text
//! Deputy Mayor + Ann Orlova + MP      Republican + Ann Orlova      Guy Holm (a name, and no title)
//! Ministry of Fisheries      Norland's Department of Roads and Canals      Prime Minister
//! ```
//!
//! Where a run begins and ends is told by `names`.

use super::names::{LONGEST, Name, Sort, capitals};
use super::titles::{described_by_noun, described_by_title};
use super::tokens::{Form, Run, Text, Token};
use super::words::{
    CALENDAR, CLOSED, CONJUNCTION, DEFINITE, GIVEN, HONORIFIC, HONOUR, INDEFINITE, JOINER, ORGANISATION, PARTY, PERSON,
    PREPOSITION, ROLE, SUFFIX, SURNAME, TAIL, TITLE,
};
use crate::statements::gender::Gender;

/// Tells title, name and organisation of a run of capitals apart.
pub(super) fn split(text: &Text<'_>, run: Run) -> Name {
    let is = |at: usize, classes| text.get(at).is_some_and(|token| token.is(classes));
    let mut end = run.end;
    // `MP` is no part of the name, `Jr` is.
    let honour = |at: usize| {
        text.get(at).is_some_and(|token| token.is(SUFFIX) && token.form == Form::Shout && token.is(TITLE | HONOUR))
    };
    let loud = |at: usize| text.get(at).is_some_and(|token| token.form == Form::Shout && token.end - token.start > 3);
    let paired = |at: usize| text.get(at - 1).is_some_and(|token| token.mark('/'));
    while end - run.start > 2 && (honour(end - 1) || (loud(end - 1) && !loud(run.start) && !paired(end - 1))) {
        end -= 1;
    }
    // `Guy Holm`, `Senator Dean Holm`: a title that is the given name.
    let given = |at: usize| {
        // `Mayor Earl Holm`, `her brother, Earl Holm`
        let comma = |before: usize| text.get(before).is_some_and(|token| token.mark(','));
        let called =
            |before: usize| is(before, PERSON | HONORIFIC) || comma(before) && before > 0 && is(before - 1, PERSON);
        let titled = || at.checked_sub(1).is_some_and(called);
        is(at, GIVEN) && at + 2 == end && (!is(at, TITLE | HONORIFIC) || titled() || is(at + 1, SURNAME))
    };
    // `Republican Ann Orlova`
    let party =
        |at: usize| is(at, PARTY) && at + 2 < end && text.get(at + 1).is_some_and(|token| text.given(token).is_some());
    let title = (run.start..end).rev().find(|at| {
        is(*at, TITLE | HONORIFIC | ROLE) && !given(*at) && !(is(*at, SURNAME) && *at + 1 == end)
            || party(*at)
            || (*at == run.start && is(*at, TAIL) && at.checked_sub(1).is_some_and(|before| is(before, PREPOSITION)))
    });
    let blank = |name: Run, whole: Run, sort| Name {
        core: name.start,
        whole,
        name,
        sort,
        gender: Gender::Open,
        described: None,
        weak: false,
    };
    match title {
        Some(title) if title + 1 < end => {
            let mut start = title + 1;
            while start + 1 < end && text.get(start).is_some_and(|token| !token.wordy()) {
                start += 1;
            }
            if organised(text, &(start..end)) {
                return organisation(text, run);
            }
            let mut made = blank(start..end, run.start..run.end, Sort::Person);
            made.gender = (run.start..start)
                .filter_map(|at| text.get(at))
                .map(|token| token.word.gender)
                .find(|found| *found != Gender::Open)
                .unwrap_or_default();
            described_by_title(text, &mut made, run.start..title + 1);
            made
        }
        Some(title) if office(text, &run, title, end) => blank(run.start..end, run.clone(), Sort::Office),
        _ if organised(text, &run) => organisation(text, run),
        _ => {
            let words = (run.start..end).filter(|at| text.get(*at).is_some_and(super::tokens::Token::wordy)).count();
            let article = text.before(run.start).is_some_and(|before| before.is(DEFINITE));
            let sort = if (2..=4).contains(&words) && !article { Sort::Likely } else { Sort::Open };
            let mut made = blank(run.start..end, run, sort);
            described_by_noun(text, &mut made);
            made
        }
    }
}

/// Whether a run that ends in a title is an office and not a name such as `Ann Bishop`.
fn office(text: &Text<'_>, run: &Run, title: usize, end: usize) -> bool {
    if title + 1 != end {
        return false;
    }
    let Some(token) = text.get(title) else { return false };
    if token.is(SURNAME) || !token.is(TITLE) {
        return run.len() == 1 && text.before(run.start).is_some_and(|before| before.is(DEFINITE | INDEFINITE));
    }
    true
}

pub(super) fn organised(text: &Text<'_>, run: &Run) -> bool {
    // `Pilots Without Borders`
    let over = |at: usize, token: &Token| at > run.start && token.capital() && token.is(PREPOSITION);
    let body = |at: usize| text.get(at).is_some_and(|token| token.is(ORGANISATION) || over(at, token));
    run.clone().any(|at| body(at) || super::heads::is_watch(text, at))
}

/// An organisation: goes on over `of`, `for`, `and`, an apostrophe.
fn organisation(text: &Text<'_>, run: Run) -> Name {
    let mut end = run.end;
    let capital =
        |at: usize| text.beside(at, run.start).is_some_and(|token| token.capital() && !token.is(CLOSED | CALENDAR));
    while end < run.start + LONGEST {
        let Some(token) = text.beside(end, run.start) else { break };
        let second = text.beside(end + 1, run.start).is_some_and(|next| next.is(JOINER | DEFINITE));
        // `and` joins the parts of a name only after an `of` or `for` in it.
        let joins = token.is(JOINER)
            && (!token.is(CONJUNCTION)
                || (run.start..end).any(|at| text.get(at).is_some_and(|token| token.is(JOINER))));
        let apostrophe = matches!(token.form, Form::Mark('’' | '\''))
            && (end + 1..end + 4).any(|at| text.get(at).is_some_and(|token| token.is(ORGANISATION)));
        if (joins || apostrophe) && capital(end + 1) {
            end = capitals(text, end + 1, false).min(run.start + LONGEST + 2);
        } else if joins && second && capital(end + 2) {
            end = capitals(text, end + 2, false).min(run.start + LONGEST + 2);
        } else {
            break;
        }
    }
    let core = run.start;
    let start = possessor(text, core).unwrap_or(core);
    let whole = start..end;
    Name {
        core,
        name: whole.clone(),
        whole,
        sort: Sort::Organisation,
        gender: Gender::Open,
        described: None,
        weak: false,
    }
}

/// Where the possessor before `at` begins (`Norland's` before `Ministry`).
fn possessor(text: &Text<'_>, at: usize) -> Option<usize> {
    text.before(at).filter(|before| before.form == Form::Genitive)?;
    let mut start = at - 1;
    while text.before(start).is_some_and(|before| before.capital() && !before.is(CLOSED)) && at - start < 6 {
        start -= 1;
    }
    (start < at - 1).then_some(start)
}
