//! Head nouns: what kind of speaker they make, one or several, and where their phrase begins.
//!
//! In: tokens. Out: kind, number, head, and who issued a document. `residents` are a group, `a spokesman` is unnamed, `the
//! report` a document; an open noun is a group in the plural and unnamed else.

use super::names::Name;
use super::tokens::{Form, Run, Text};
use super::words::{
    ANY_PRONOUN, AUTHOR, CONJUNCTION, CORPS, DEFINITE, DOCUMENT, GROUP, INDEFINITE, KIN, KIN_PLURAL, ORGANISATION,
    ORGANISATION_PLURAL, PERSON, RECEIVED, UNNAMED, UNNAMED_PLURAL, WATCH,
};
use crate::statements::SpeakerKind;

/// The kind of speaker that a head makes, and whether it is several.
pub(super) fn kind_of(text: &Text<'_>, head: usize) -> (SpeakerKind, bool) {
    let Some(token) = text.get(head) else { return (SpeakerKind::Unnamed, false) };
    if is_watch(text, head) {
        return (SpeakerKind::Organization, false);
    }
    for (classes, kind, plural) in [
        (UNNAMED_PLURAL, SpeakerKind::Unnamed, true),
        (UNNAMED, SpeakerKind::Unnamed, false),
        (DOCUMENT, SpeakerKind::Document, false),
        (ORGANISATION_PLURAL, SpeakerKind::Organization, true),
        (GROUP | KIN_PLURAL, SpeakerKind::Group, true),
        (PERSON | KIN, SpeakerKind::Unnamed, false),
        (ORGANISATION, SpeakerKind::Organization, false),
    ] {
        if token.is(classes) {
            return (kind, plural);
        }
    }
    let printed = text.printed_token(token);
    let plural = plural_form(printed) && !token.is(ANY_PRONOUN);
    if plural {
        (SpeakerKind::Group, true)
    } else if token.capital() && !token.is(INDEFINITE) {
        (SpeakerKind::Organization, false)
    } else {
        (SpeakerKind::Unnamed, false)
    }
}

/// Whether a guard is a body of them: `the coast guard`.
pub(super) fn is_watch(text: &Text<'_>, at: usize) -> bool {
    text.get(at).is_some_and(|token| token.is(WATCH)) && text.before(at).is_some_and(|before| before.is(CORPS))
}

/// Whether an open noun looks like a plural.
pub(super) fn plural_form(printed: &str) -> bool {
    printed.ends_with('s') && !printed.ends_with("ss")
}

/// The noun phrase at the end of a run: back to its article, or to a verb or preposition before it.
pub(super) fn nouns_before(text: &Text<'_>, run: &Run) -> Option<Run> {
    let last = text.get(run.end.checked_sub(1)?)?;
    if last.form != Form::Small
        || !(last.is(GROUP | PERSON | ORGANISATION | KIN_PLURAL) || plural_form(text.printed_token(last)))
    {
        return None;
    }
    let mut start = run.end - 1;
    while start > run.start {
        let Some(before) = text.before(start) else { break };
        let article = before.is(DEFINITE | INDEFINITE);
        let describes = before.is(GROUP | PERSON | ORGANISATION)
            || before.capital()
            || before.form == Form::Number
            || before.form == Form::Genitive
            || text.printed_token(before).contains('-');
        if before.is(super::words::CLOSED) && !article
            || !before.wordy() && before.form != Form::Genitive
            || !(article || describes)
        {
            break;
        }
        start -= 1;
        if article {
            break;
        }
    }
    Some(start..run.end)
}

/// The head of `poll conducted`, `officials familiar`: the last noun for speakers, where the last word is none.
pub(super) fn classed(text: &Text<'_>, start: usize, head: usize) -> usize {
    const NOUNS: u64 = GROUP | PERSON | ORGANISATION | DOCUMENT | KIN_PLURAL | UNNAMED_PLURAL | ORGANISATION_PLURAL;
    let open =
        |at: usize| text.get(at).is_some_and(|token| token.word.classes & !RECEIVED == 0 && token.form == Form::Small);
    if !open(head) || plural_form(text.get(head).map_or("", |token| text.printed_token(token))) {
        return head;
    }
    let noun = (start..head)
        .rev()
        .take_while(|at| open(*at + 1))
        .find(|at| text.get(*at).is_some_and(|token| token.is(NOUNS) && token.form == Form::Small));
    noun.filter(|at| *at + 3 > head).unwrap_or(head)
}

/// The organisation that a document is named after, or the name behind `by`: `a poll by the Holm Institute`. `A letter obtained
/// by the Holm Herald` is not the paper's.
pub(super) fn issuer(text: &Text<'_>, names: &[Name], inside: &Run, head: usize) -> Option<usize> {
    const FARTHEST: usize = 24;
    let comma = (head..head + FARTHEST).find(|at| text.get(*at).is_none_or(|token| token.mark(',')));
    let border = comma.unwrap_or(head + FARTHEST);
    let is = |at: usize, classes| text.get(at).is_some_and(|token| token.is(classes));
    let wrote = |name: &Name| {
        let article = usize::from(text.before(name.core).is_some_and(|token| token.is(DEFINITE)));
        let by = name.core - article;
        let received = (by.saturating_sub(2)..by).any(|at| is(at, RECEIVED));
        let several = text.beside(name.whole.end, name.core).is_some_and(|token| token.is(CONJUNCTION));
        head < by && by <= border && text.before(by).is_some_and(|token| token.is(AUTHOR)) && !received && !several
    };
    inside
        .clone()
        .find(|index| names.get(*index).is_some_and(|name| !name.weak && (name.whole.end == head || wrote(name))))
}
