//! What a mention of a speaker is: pronoun, name, several names, or a noun with its article.
//!
//! In: the tokens of the mention and the names in it. Out: a [`Reading`]. Accepted:
//!
//! ```text
//! he   they   who   I        Mayor Ann Orlova      Another skipper, Ann Orlova      Ann Orlova and Ben Reed
//! the agency   a spokesman for the port   Ann Orlova's sister   the 34-year-old   a Harbour Board report
//! ```
//!
//! Who is meant is left to `choose`.

use super::heads::{classed, issuer, kind_of, plural_form};
use super::names::{Name, Sort, is_tag};
use super::tokens::{Form, Run, Text};
use super::words::{
    CALENDAR, DEFINITE, FIRST, FUNCTION, GROUP, INDEFINITE, KIN_PLURAL, LOCATIVE, NAMING, OF, ORGANISATION, PERSON,
    PREPOSITION, PRONOUN, RELATIVE, SECOND, THEY, THING, UNNAMED_PLURAL,
};
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;

/// A mention, read.
#[derive(Clone, Debug)]
pub(super) enum Reading {
    /// `he`, `her`.
    Pronoun(Gender),
    /// `it`.
    Thing,
    /// `they`.
    They,
    /// `I`, `you`.
    Narrator,
    /// `who`.
    Relative,
    /// A name: index into the names.
    Name(usize),
    /// A name that is part of a longer run of capitals, as in a headline.
    Part(Run),
    /// Several names or nouns joined.
    Several,
    /// A noun.
    Noun(Noun),
    /// Nothing that can be read.
    Nothing,
}

/// A noun phrase.
#[derive(Clone, Debug)]
pub(super) struct Noun {
    /// The phrase without its article.
    pub run: Run,
    /// Its head.
    pub head: usize,
    /// `the`, `this`.
    pub definite: bool,
    /// `a`, `another`.
    pub indefinite: bool,
    /// Nothing but article and head.
    pub bare: bool,
    /// How many words stand before the head.
    pub before: usize,
    /// What follows the head goes on (`of the port`).
    pub after: bool,
    /// What kind of speaker its head makes.
    pub kind: SpeakerKind,
    /// Whether several.
    pub plural: bool,
    /// A name before the head, or behind `by` where a document speaks: index into the names.
    pub issuer: Option<usize>,
}

/// Reads a mention.
pub(super) fn read(text: &Text<'_>, names: &[Name], who: &[Option<u32>], run: Run) -> Reading {
    let run = trim(text, run);
    // `Y` of `Ann Orlova (X-N.Y.)`: the name before the bracket.
    if run.len() == 1 && is_tag(text, run.start) {
        let before = within(names, &(run.start.saturating_sub(2)..run.start)).next_back();
        return before.map_or(Reading::Nothing, Reading::Name);
    }
    let Some(first) = text.get(run.start).filter(|_| !run.is_empty()) else { return Reading::Nothing };
    // `1925-40: “…”`, `Today (19)`: a day speaks not.
    if is_day(text, &run) {
        return Reading::Nothing;
    }
    if run.len() == 1 || first.is(FIRST) {
        if first.is(PRONOUN) {
            return Reading::Pronoun(first.word.gender);
        }
        for (classes, reading) in [
            (THING, Reading::Thing),
            (THEY, Reading::They),
            (FIRST | SECOND, Reading::Narrator),
            (RELATIVE, Reading::Relative),
        ] {
            if first.is(classes) {
                return reading;
            }
        }
        // `Likewise, …`
        if first.is(FUNCTION) && !first.is(UNNAMED_PLURAL | INDEFINITE | GROUP | CALENDAR) {
            return Reading::Nothing;
        }
    }
    // `Speaking to the Port Gazette Orlova`: the phrase before a sentence's subject.
    if first.opens && run.len() > 2 && text.printed_token(first).ends_with("ing") {
        let last =
            within(names, &run).rev().find(|index| names.get(*index).is_some_and(|name| name.whole.end == run.end));
        if let Some(name) = last.filter(|index| names.get(*index).is_some_and(|name| name.whole.start > run.start)) {
            return Reading::Name(name);
        }
    }
    // `the Secretary of State Ann Orlova`
    let whole = |index: &usize| {
        names.get(*index).is_some_and(|name| {
            name.sort == Sort::Person && name.whole.end == run.end && described_whole(text, name, run.start)
        })
    };
    if let Some(name) = within(names, &run).next_back().filter(whole) {
        return Reading::Name(name);
    }
    // `the estate agent, a man named Ann Orlova`
    let called = within(names, &run).next_back().filter(|index| {
        let name = names.get(*index);
        let after = |name: &Name| text.before(name.whole.start).is_some_and(|before| before.is(NAMING));
        name.is_some_and(|name| name.whole.end == run.end && name.whole.start > run.start && after(name))
    });
    if let Some(name) = called.or_else(|| after_comma(text, names, &run)) {
        return Reading::Name(name);
    }
    let end = head_end(text, names, &run);
    let inside = within(names, &(run.start..run.end));
    if super::groups::several(text, names, &inside, &(run.start..end)) {
        return Reading::Several;
    }
    let named = |index: &usize| {
        names.get(*index).is_some_and(|name| ends_with(name, end) && !is_opener(text, name, who.get(*index)))
    };
    let longer = inside.clone().rev().find(|index| {
        names.get(*index).is_some_and(|name| {
            name.whole.end > run.end && name.weak || name.whole.start < run.start && name.core < run.start
        })
    });
    if longer.is_some() && run.clone().all(|at| text.get(at).is_some_and(|token| token.capital() || token.mark('.'))) {
        return Reading::Part(run);
    }
    if let Some(name) = inside.clone().rev().find(named) {
        return Reading::Name(name);
    }
    noun(text, names, run.start..run.end, end)
}

/// Whether a run is but a number or a day with its number: `May` may be a name, `May 3` is none.
fn is_day(text: &Text<'_>, run: &Run) -> bool {
    let mut tokens = run.clone().filter_map(|at| text.get(at)).filter(|token| token.wordy());
    let number = run.clone().any(|at| text.get(at).is_some_and(|token| token.form == Form::Number));
    let timely = |token: &super::tokens::Token| {
        token.form == Form::Number || token.is(CALENDAR | FUNCTION) && !token.is(UNNAMED_PLURAL)
    };
    number && tokens.all(timely)
}

/// Whether a name is but the first word of a sentence that no name of the article fits, in the plural: `Anglers said`.
fn is_opener(text: &Text<'_>, name: &Name, who: Option<&Option<u32>>) -> bool {
    let unknown = name.weak && name.name.len() == 1 && who.is_none_or(Option::is_none);
    unknown && text.get(name.name.start).is_some_and(|token| plural_form(text.printed_token(token)))
}

fn trim(text: &Text<'_>, mut run: Run) -> Run {
    let mark = |at: usize| text.get(at).is_none_or(|token| !token.wordy());
    while run.start < run.end && mark(run.start) {
        run.start += 1;
    }
    // `Similarly, Ann Orlova`
    let led = text.get(run.start).is_some_and(|token| token.is(FUNCTION))
        && text.get(run.start + 1).is_some_and(|token| token.mark(','));
    if led && run.len() > 2 {
        run.start += 2;
    }
    // `Ann Orlova (X-Ohio)`: what stands in brackets names nobody.
    while run.start < run.end && (mark(run.end - 1) || run.end - run.start > 2 && is_tag(text, run.end - 1)) {
        run.end -= 1;
    }
    run
}

/// The names that begin inside a run.
pub(super) fn within(names: &[Name], run: &Run) -> Run {
    let from = names.partition_point(|name| name.whole.end <= run.start);
    let to = names.partition_point(|name| name.whole.start < run.end);
    from..to.max(from)
}

/// Whether a name, and no office, fills the run to its end.
fn ends_with(name: &Name, end: usize) -> bool {
    (name.whole.end >= end && name.whole.start < end) && name.sort != Sort::Office
}

/// The name behind the last comma, where it is all that stands there: `Another skipper, Ann Orlova`.
fn after_comma(text: &Text<'_>, names: &[Name], run: &Run) -> Option<usize> {
    let mut commas = run.clone().filter(|at| text.get(*at).is_some_and(|token| token.mark(','))).take(4).peekable();
    // `Engineer Ann Orlova, 60, from Port Alba, Norland`: named before the first.
    let first = *commas.peek()?;
    // `Orlova, at a meeting in Port Alba, Norland`: a name that what follows goes on about.
    let goes_on = text.beside(first + 1, first).is_some_and(|token| !token.capital());
    let named = within(names, &(run.start..first)).find(|index| {
        names.get(*index).is_some_and(|name| {
            let sure = name.sort == Sort::Person || goes_on && name.sort != Sort::Office;
            sure && name.whole.end == first && described_whole(text, name, run.start)
        })
    });
    named.or_else(|| commas.find_map(|comma| after_one(text, names, run, comma)))
}

/// The name between one comma and the next, or the end.
fn after_one(text: &Text<'_>, names: &[Name], run: &Run, comma: usize) -> Option<usize> {
    let end = (comma + 1..run.end).find(|at| text.get(*at).is_some_and(|token| token.mark(','))).unwrap_or(run.end);
    let index = within(names, &(comma + 1..end)).next()?;
    let name = names.get(index)?;
    let likely = matches!(name.sort, Sort::Person | Sort::Likely);
    // `Another pilot, Ann Orlova of Port Alba, Norland`
    let of = likely && text.beside(name.whole.end, comma).is_some_and(|token| token.is(OF | LOCATIVE));
    let fills = ((end == run.end || likely) && ends_with(name, end) || of && name.whole.end < end)
        && described_whole(text, name, comma + 1);
    // `Ann Orlova, Ben Reed` are two.
    let is = |at: usize, classes| text.get(at).is_some_and(|token| token.is(classes));
    // `One of them, Ann Orlova`
    let one = is(run.start, INDEFINITE) && is(run.start + 1, OF);
    // `Relatives of the pilot, Ann Orlova`
    let several = (run.start..comma).find(|at| is(*at, PERSON | ORGANISATION | GROUP | KIN_PLURAL)).is_some_and(|at| {
        !is(at, PERSON | ORGANISATION) || plural_form(text.get(at).map_or("", |token| text.printed_token(token)))
    });
    if several {
        return None;
    }
    let noun_before = one || (run.start..comma).any(|at| is(at, PERSON | ORGANISATION));
    (fills && noun_before).then_some(index)
}

/// Whether a name, with the description before it, begins at `at`.
fn described_whole(text: &Text<'_>, name: &Name, at: usize) -> bool {
    let start = name.described.as_ref().map_or(name.whole.start, |described| described.start.min(name.whole.start));
    (at..start).all(|at| text.get(at).is_some_and(|token| token.is(DEFINITE | INDEFINITE)))
}

/// Where the head part of the phrase ends: before a preposition, comma or relative outside the names.
fn head_end(text: &Text<'_>, names: &[Name], run: &Run) -> usize {
    let inside = within(names, run);
    let mut at = run.start + 1;
    while at < run.end {
        if let Some(name) = inside.clone().filter_map(|index| names.get(index)).find(|name| name.whole.contains(&at)) {
            at = name.whole.end;
            continue;
        }
        let stops = text.get(at).is_none_or(|token| {
            token.is(PREPOSITION | RELATIVE) && !token.capital()
                || matches!(token.form, Form::Mark(',' | '(' | '—' | '–'))
        });
        if stops && at > run.start {
            return at;
        }
        at += 1;
    }
    run.end
}

pub(super) fn noun(text: &Text<'_>, names: &[Name], run: Run, end: usize) -> Reading {
    let Some(first) = text.get(run.start) else { return Reading::Nothing };
    let (definite, indefinite) = (first.is(DEFINITE), first.is(INDEFINITE));
    let article = definite || (indefinite && matches!(first.end - first.start, 1 | 2));
    let start = run.start + usize::from(article && run.len() > 1);
    let Some(head) = (start..end).rev().find(|at| text.get(*at).is_some_and(super::tokens::Token::wordy)) else {
        return Reading::Nothing;
    };
    let head = classed(text, start, head);
    let (kind, plural) = kind_of(text, head);
    let inside = within(names, &(start..run.end));
    let issuer = if kind == SpeakerKind::Document { issuer(text, names, &inside, head) } else { None };
    let mut from = run.start;
    if definite && run.len() > 1 || article {
        from = start;
    }
    Reading::Noun(Noun {
        bare: head == start && end == run.end,
        before: head - start,
        after: end < run.end,
        run: from..run.end,
        head,
        definite,
        indefinite,
        kind,
        plural,
        issuer,
    })
}
