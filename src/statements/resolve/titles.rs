//! What stands before a person's name: `Norland's deputy Mayor`, `harbour master`, `his sister`.
//!
//! In: the tokens and a name. Out: [`Name::described`], and what it tells of sort and gender.

use super::names::{Name, Sort};
use super::tokens::{Form, Run, Text};
use super::words::{CLOSED, FORMAL, FORMER, HONORIFIC, KIN, ORGANISATION, PERSON, PREPOSITION, TAIL, TO};
use crate::statements::gender::Gender;

/// No description before a name is longer, in tokens.
const LONGEST_DESCRIPTION: usize = 9;

/// The title of a person and what stands before it: `Norland's deputy` + `Mayor`.
pub(super) fn described_by_title(text: &Text<'_>, made: &mut Name, title: Run) {
    if title.clone().all(|at| text.get(at).is_some_and(|token| token.is(HONORIFIC) || !token.wordy())) {
        described_by_noun(text, made);
        return;
    }
    // `Secretary of State`
    let of = text.get(title.start).is_some_and(|token| token.is(TAIL))
        && text.before(title.start).is_some_and(|before| before.is(PREPOSITION) && !before.is(TO));
    let start = phrase_start(text, title.start - usize::from(of));
    made.described = Some(start..title.end);
}

/// The noun before a person: `harbour master`, `his sister`.
pub(super) fn described_by_noun(text: &Text<'_>, made: &mut Name) {
    let Some(noun) = text.before(made.whole.start) else { return };
    let formal = noun.is(FORMAL) && !noun.is(KIN);
    if noun.form != Form::Small || formal || !noun.is(PERSON | ORGANISATION) {
        return;
    }
    let at = made.whole.start - 1;
    if noun.is(PERSON) {
        made.sort = Sort::Person;
        if noun.word.gender != Gender::Open {
            made.gender = noun.word.gender;
        }
    } else if noun.is(ORGANISATION) {
        made.sort = Sort::Organisation;
    }
    made.described = Some(phrase_start(text, at)..at + 1);
}

/// Where the noun phrase that ends before `at` begins, its article left out.
fn phrase_start(text: &Text<'_>, at: usize) -> usize {
    let mut start = at;
    while at - start < LONGEST_DESCRIPTION {
        let Some(before) = text.before(start) else { break };
        let goes_on = before.wordy() && (!before.is(CLOSED | TO) || before.is(FORMER));
        if !(goes_on || before.form == Form::Genitive)
            || text.get(start).is_some_and(|token| token.opens || token.source)
        {
            break;
        }
        start -= 1;
    }
    start
}
