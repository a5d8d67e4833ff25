//! Noun phrases: whom an attribution names.
//!
//! In: a [`Line`] and where the phrase begins. Out: a [`Phrase`]: its run, the name in it, what describes it. Accepted:
//!
//! ```text
//! Odile Vernay      M. Vernay      la maire Odile Vernay      la maire de Montrevel, Odile Vernay      il
//! la Commission européenne         un témoin
//! ```

use super::tokens::{Line, Run};
use super::words::{Roles, Words};

/// A noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// All of it, but for an apposition behind a name.
    pub(super) run: Run,
    /// Where that apposition ends, else the run: `Odile Vernay, maire de Montrevel`.
    pub(super) end: usize,
    /// The name in it.
    pub(super) name: Option<Run>,
    /// What stands with the name.
    pub(super) described: Option<Run>,
    /// Whether a pronoun.
    pub(super) pronoun: bool,
    /// What the determiner or pronoun tells.
    pub(super) roles: Roles,
}

impl Phrase {
    /// One pronoun.
    pub(super) fn pronoun(line: &Line<'_>, at: usize) -> Option<Self> {
        let roles = line.tokens.get(at)?.roles;
        Some(Self { run: at..at + 1, end: at + 1, name: None, described: None, pronoun: true, roles })
    }

    /// Whether it can say something: a name, a pronoun, a noun for people, bodies or papers before the first preposition.
    pub(super) fn speaks(&self, line: &Line<'_>) -> bool {
        self.name.is_some() || self.pronoun || self.noun(line).is_some()
    }

    /// Its noun for who can speak.
    pub(super) fn noun(&self, line: &Line<'_>) -> Option<usize> {
        let head = self.run.clone().skip(1).find(|at| line.tokens[*at].is(Roles::LINK)).unwrap_or(self.run.end);
        (self.run.start..head).find(|at| line.tokens[*at].is(Roles::SPEAKER))
    }
}

/// No phrase is longer, in tokens.
const LONGEST: usize = 14;

/// The phrase that begins at `at` and ends before `end`.
pub(super) fn phrase(line: &Line<'_>, words: &Words, at: usize, end: usize) -> Option<Phrase> {
    let first = line.tokens.get(at).filter(|first| at < end && first.word && !first.quoted)?;
    let next_capital =
        line.tokens.get(at + 1).is_some_and(|next| next.word && !next.roles.any(Roles::VERB.and(Roles::AUXILIARY)));
    if first.is(Roles::PRONOUN) && !(first.is(Roles::DETERMINER) && next_capital) {
        return Phrase::pronoun(line, at);
    }
    let (stop, last) = extent(line, words, at, end);
    if stop == at || first.is(Roles::LINK.and(Roles::AND).and(Roles::TO)) && !first.is(Roles::DETERMINER) {
        return None;
    }
    let determined = first.is(Roles::DETERMINER);
    let named = last.filter(|name| name.end == stop);
    let start = at + usize::from(determined);
    let blank = Phrase { run: at..stop, end: stop, name: None, described: None, pronoun: false, roles: first.roles };
    // `la maire de Montrevel, Odile Vernay`
    if let Some(behind) = behind_comma(line, words, stop, end).filter(|_| !first.upper || determined || named.is_none())
    {
        let described = Some(start..stop);
        return Some(Phrase { run: at..behind.end, end: behind.end, name: Some(behind), described, ..blank });
    }
    // Bare words are somebody only by a name or a noun for people: `fuentes policiales`, not `seguido de la entrada`.
    let Some(name) = named else {
        return Some(blank).filter(|blank| first.upper || determined || blank.noun(line).is_some());
    };
    // `Burgemeester Jan Bakker`, `Naaister Jan Bakker`: a noun with the capital of its sentence.
    let is_given = |at: usize| words.given(line.of(at)).is_some();
    let office = name.clone().take_while(|at| line.tokens[*at].is(Roles::PERSON)).count();
    let office = office.max(usize::from(name.len() > 2 && is_given(name.start + 1)));
    if name.start == at && (1..name.len()).contains(&office) && !is_given(name.start) {
        let from = name.start + office;
        return Some(Phrase { name: Some(from..name.end), described: Some(at..from), ..blank });
    }
    let title =
        name.start > start && line.tokens.get(name.start - 1).is_some_and(|before| before.word && before.roles.none());
    let honoured =
        (at..name.start).all(|at| line.tokens.get(at).is_some_and(|token| token.is(Roles::HONORIFIC) || !token.word));
    if (name.start == at || honoured) && !determined {
        let described = apposition(line, words, stop, end);
        let end = described.as_ref().map_or(stop, |run| run.end);
        return Some(Phrase { name: Some(name), described, end, ..blank });
    }
    let given = (name.start..name.end.saturating_sub(1)).find(|at| words.given(line.of(*at)).is_some());
    let person = blank.noun(line).is_some_and(|noun| line.tokens[noun].is(Roles::PERSON));
    // `kommentar fra både Tone Damli` is no title, `i serwisie Truth Social` nobody.
    let plain = person || !(start..name.start).any(|at| line.tokens[at].is(Roles::LINK));
    let from = match given {
        Some(given) if given > name.start || title => given,
        _ if title && (determined || person || plain && name.len() > 1) => name.start,
        _ => {
            let speaks = (at..stop).any(|at| line.tokens[at].is(Roles::SPEAKER));
            return Some(blank).filter(|_| plain || determined || speaks);
        }
    };
    let described = Some(start..from).filter(|run| !run.is_empty() && plain);
    Some(Phrase { name: Some(from..name.end), described, ..blank })
}

/// Where the phrase ends, and the last run of capitals in it.
fn extent(line: &Line<'_>, words: &Words, at: usize, end: usize) -> (usize, Option<Run>) {
    let mut name: Option<Run> = None;
    let (mut here, mut stop) = (at, at);
    while here < end.min(at + LONGEST) {
        let Some(token) = line.tokens.get(here).filter(|token| !token.quoted) else { break };
        let next_upper = line.tokens.get(here + 1).is_some_and(|next| next.upper && here + 1 < end);
        let runs = name.as_ref().is_some_and(|name| name.end == here);
        // `assessore alla Cultura`
        let office = here > at && line.tokens[here - 1].is(Roles::PERSON);
        let honorific = token.is(Roles::HONORIFIC) && name.is_none();
        // `Anna Bakker van de gemeente`: a full name is the end.
        let full = name.as_ref().is_some_and(|name| name.len() > 1 && words.given(line.of(name.start)).is_some());
        // `Fuentes municipales`: a noun with the capital of its sentence.
        let common = match here == at {
            true => token.is(Roles::CLOSED) || token.is(Roles::SPEAKER) && !next_upper,
            false => token.is(Roles::VERB.and(Roles::AUXILIARY)),
        };
        if token.upper && !honorific && !common {
            let start = name.as_ref().filter(|_| runs).map_or(here, |name| name.start);
            name = Some(start..here + 1);
            stop = here + 1;
        } else if let Some(end) = particles(line, words, here, end).filter(|_| runs) {
            name = name.map(|name| name.start..end);
            here = end - 1;
        } else if token.mark('.')
            && here > at
            && line.tokens.get(here - 1).is_some_and(|before| {
                before.end - before.start <= 4 && (before.is(Roles::HONORIFIC) || before.end - before.start == 1)
            })
            && next_upper
        {
            name = name.filter(|_| !line.tokens[here - 1].is(Roles::HONORIFIC)).map(|name| name.start..here + 1);
        } else if token.word && honorific
            || token.is(Roles::LINK.and(Roles::DETERMINER)) && !full
            || token.is(Roles::TO) && office
        {
        } else if token.word
            && (token.roles.none() || is_noun(line, here))
            && !(runs && here > at && !line.tokens[at].is(Roles::DETERMINER))
            && !token.first.is_numeric()
        {
            // An adjective may follow a capital (`la Commission européenne`), one word.
            let behind = (at..here).rev().take(2).all(|at| !line.tokens[at].upper || runs);
            if !behind && name.is_some() {
                break;
            }
            stop = here + 1;
        } else {
            break;
        }
        here += 1;
    }
    let bare = stop == at + 1 && line.tokens.get(at).is_some_and(|first| !first.upper && !first.is(Roles::SPEAKER));
    if bare { (at, None) } else { (stop, name) }
}

/// Where the particles end that stand at `at` inside a name: `de`, `van der`. One that is an article too stands behind a given name.
fn particles(line: &Line<'_>, words: &Words, at: usize, end: usize) -> Option<usize> {
    let particle = |at: usize| at < end && words.is_particle(line.of(at));
    let upper = |at: usize| at < end && line.tokens.get(at).is_some_and(|token| token.upper);
    let article = line.tokens.get(at)?.is(Roles::DETERMINER);
    let given = || words.given(line.of(at.saturating_sub(1))).is_some();
    let behind = (at + 1..=at + 2).find(|at| !particle(*at))?;
    (particle(at) && upper(behind) && (!article || given())).then_some(behind)
}

/// Whether a word that could be a verb is a noun: its determiner stands before it (`le juge`).
fn is_noun(line: &Line<'_>, at: usize) -> bool {
    line.tokens[at].is(Roles::SPEAKER)
        && at.checked_sub(1).is_some_and(|before| line.tokens[before].is(Roles::DETERMINER))
}

/// What tells who a name is, behind its comma, up to the next mark: `, maire de Montrevel`.
fn apposition(line: &Line<'_>, words: &Words, at: usize, end: usize) -> Option<Run> {
    Some(at).filter(|at| *at < end && line.comma(*at))?;
    let first = at + 1 + usize::from(line.is(at + 1, Roles::DETERMINER));
    let (stop, _) = extent(line, words, first, end);
    let noun = (first..stop).take(2).any(|at| line.tokens[at].is(Roles::SPEAKER) && !line.tokens[at].upper);
    let ends = line.tokens.get(stop).is_none_or(|token| !token.word) || stop == end;
    (noun && ends).then_some(first..stop)
}

/// The name between a comma at `at` and what ends it.
fn behind_comma(line: &Line<'_>, words: &Words, at: usize, end: usize) -> Option<Run> {
    Some(at).filter(|at| *at < end && line.comma(*at))?;
    let mut here = at + 1;
    while here < end
        && line.tokens.get(here).is_some_and(|token| {
            token.word && !token.quoted && (token.upper || here > at + 1 && words.is_particle(line.of(here)))
        })
    {
        here += 1;
    }
    (2..=5).contains(&(here - at - 1)).then_some(at + 1..here)
}
