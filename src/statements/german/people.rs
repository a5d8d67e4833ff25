//! Who is named in a German article: runs of capitals behind their titles, and which of them are one.
//!
//! In: the passages as [`Line`]s. Out: [`People`]. `Landrat Ulrich Kern`, later `Kern` or `der Landrat`, are one entity; `Jan Kern, Leiter der
//! Wache,` has its title behind it. All nouns have capitals, so a run alone makes a name only where a title stands before it or it has two words
//! and no article; who a mention means is left to `speakers`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;
use crate::statements::gender::Gender;

use super::roles::{Role, role};
use super::tokens::{Line, Token};
use super::words::Roles;

/// Somebody, or some body, that the article names.
#[derive(Clone, Debug, Default)]
pub(super) struct Entity {
    /// The fullest name.
    pub(super) name: String,
    /// The first title or apposition, as printed.
    pub(super) description: Option<String>,
    /// The titles, in lower case.
    pub(super) titles: Vec<String>,
    /// What pronoun fits.
    pub(super) gender: Gender,
    /// Whether a title for people was seen, or a listed given name.
    pub(super) person: bool,
    /// How many times it is named.
    pub(super) count: usize,
}

impl Entity {
    /// Whether it can be a person: a title was seen, or two words that hold no kind of body.
    pub(super) fn is_likely(&self) -> bool {
        let body = self.name.split_whitespace().any(|word| role(word).is_some_and(|role| !role.is_person()));
        self.person || self.name.contains(' ') && self.count > 1 && !body
    }

    /// Keeps a title, once, and no more of them than anybody has.
    fn call(&mut self, title: &str) {
        const MOST: usize = 24;
        let title = title.to_lowercase();
        if self.titles.len() < MOST && !self.titles.contains(&title) {
            self.titles.push(title);
        }
    }
}

/// A place where an entity is named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    /// The passage.
    pub(super) passage: usize,
    /// The first byte of the name.
    pub(super) at: usize,
    /// Who: index into the entities.
    pub(super) who: usize,
}

/// Everybody named.
#[derive(Debug, Default)]
pub(super) struct People {
    /// In order of first mention.
    pub(super) entities: Vec<Entity>,
    /// Every naming, in order.
    pub(super) named: Vec<Named>,
    by_last: FxHashMap<String, Vec<usize>>,
}

/// A run of capitals: title and name, as token ranges.
struct Run {
    title: (usize, usize),
    name: (usize, usize),
    role: Option<Role>,
}

impl People {
    /// Reads the names of an article: those of two words first, so that a surname finds them wherever they stand.
    pub(super) fn new(lines: &[Line<'_>]) -> Self {
        let mut people = Self::default();
        let mut places: Vec<(usize, usize, usize)> = Vec::new();
        let all: Vec<Vec<Run>> = lines.iter().map(runs).collect();
        for full in [true, false] {
            for (passage, (line, runs)) in lines.iter().zip(&all).enumerate() {
                for run in runs {
                    let words = run.name.1 - run.name.0;
                    if (words >= 2) != full {
                        continue;
                    }
                    let name = line.stretch(run.name.0, run.name.1).of(line.text);
                    let known = people.find(name);
                    let who = match known {
                        Some(who) => who,
                        None if full || run.role.is_some_and(Role::is_person) => people.add(name),
                        None => continue,
                    };
                    people.learn(line, run, who);
                    places.push((passage, line.tokens[run.name.0].stretch.start, who));
                }
            }
        }
        places.sort_unstable();
        people.named = places.into_iter().map(|(passage, at, who)| Named { passage, at, who }).collect();
        people
    }

    /// The entity that a name fits: the same words, or a surname of one.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let mut words = name.split_whitespace();
        let last = words.next_back()?;
        let list = self.by_last.get(last).or_else(|| self.by_last.get(last.strip_suffix('s')?))?;
        let Some(first) = words.next() else { return list.first().copied() };
        let fits = |who: &&usize| {
            let mut known = self.entities[**who].name.split_whitespace();
            known.next() == Some(first) || known.next().is_none()
        };
        list.iter().find(fits).copied()
    }

    /// A new entity.
    pub(super) fn add(&mut self, name: &str) -> usize {
        let who = self.entities.len();
        if let Some(last) = name.split_whitespace().last() {
            self.by_last.entry(last.to_owned()).or_default().push(who);
        }
        self.entities.push(Entity { name: name.to_owned(), ..Entity::default() });
        who
    }

    fn learn(&mut self, line: &Line<'_>, run: &Run, who: usize) {
        let apposition = apposition(line, run.name.1);
        let before = described_before(line, run);
        let Some(entity) = self.entities.get_mut(who) else { return };
        entity.count += 1;
        let name = line.stretch(run.name.0, run.name.1).of(line.text);
        if name.split_whitespace().count() > entity.name.split_whitespace().count() {
            name.clone_into(&mut entity.name);
        }
        // `Ann Orlova`
        let given = name.split_once(' ').and_then(|(given, _)| Gender::of_given(given));
        entity.person |= given.is_some();
        if let Some(tells) = given.filter(|_| entity.gender == Gender::Open) {
            entity.gender = tells;
        }
        for at in run.title.0..run.title.1 {
            if let Some(role) = role(line.of(at)) {
                entity.call(line.of(at));
                entity.person |= role.is_person();
                if entity.gender == Gender::Open {
                    entity.gender = role.gender;
                }
            }
        }
        if run.role == Some(Role::CALLING) {
            entity.call(line.of(run.title.1 - 1));
        }
        // `Frau` tells no more than a name does.
        let title = (run.title.0..run.title.1).find(|at| !is_courtesy(line.of(*at)));
        if let Some(start) = title.filter(|_| entity.description.is_none() && run.role.is_some_and(Role::is_person)) {
            entity.description = Some(line.stretch(start, run.title.1).of(line.text).to_owned());
        }
        if let Some(found) = before {
            entity.call(line.of(found));
            entity.person = true;
        }
        if let Some((range, found)) = apposition {
            entity.call(line.of(found));
            entity.person = true;
            let role = role(line.of(found));
            if entity.gender == Gender::Open {
                entity.gender = role.map(|role| role.gender).unwrap_or_default();
            }
            if entity.description.is_none() {
                entity.description = Some(line.stretch(range.0, range.1).of(line.text).to_owned());
            }
        }
    }
}

/// The runs of capitals of a line that can be names.
fn runs(line: &Line<'_>) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        if !line.tokens[at].upper || !line.tokens[at].word {
            at += 1;
            continue;
        }
        let start = at;
        // `im Norden von Au`: a noun, and no nobleman.
        let noun = || {
            let before = start.checked_sub(1).and_then(|before| line.tokens.get(before));
            let small = |before: &Token| before.word && !before.upper && before.entry.verbs.is_empty();
            let told = |before: &Token| before.is(Roles::DETERMINER.and(Roles::PREPOSITION)) || small(before);
            (before.is_some_and(told) || line.tokens[start].entry.noun) && Gender::of_given(line.of(start)).is_none()
        };
        let noble = |at: usize| at > start && is_noble(line, at) && !(at == start + 1 && noun());
        while at < line.tokens.len() && at < start + 12 && (is_capital(line, at) || noble(at)) {
            at += 1;
        }
        at = at.max(start + 1);
        found.extend(split(line, start, at));
    }
    found
}

/// Whether a word before a name is only polite: `Frau`.
pub(super) fn is_courtesy(word: &str) -> bool {
    static WORDS: LazyLock<&lexicon::WordList> = LazyLock::new(|| lexicon::list("de", "honorifics"));
    WORDS.contains_any_case(word)
}

fn is_capital(line: &Line<'_>, at: usize) -> bool {
    line.tokens[at].word && line.tokens[at].upper
}

/// `von der` inside a name, with a capital behind it.
fn is_noble(line: &Line<'_>, at: usize) -> bool {
    let capital = |by: usize| line.tokens.get(at + by).is_some_and(|token| token.word && token.upper);
    let noble = line.tokens[at].is(Roles::NOBLE);
    let body = || (at + 1..at + 3).any(|next| role(line.of(next)).is_some_and(|role| !role.is_person()));
    let linked = noble
        && (capital(1) || line.tokens.get(at + 1).is_some_and(|next| next.is(Roles::GENITIVE)) && capital(2))
        || line.tokens[at].is(Roles::GENITIVE) && line.tokens[at - 1].is(Roles::NOBLE) && capital(1);
    linked && !body()
}

/// Title and name of a run; nothing where no name is left.
fn split(line: &Line<'_>, start: usize, end: usize) -> Option<Run> {
    let mut from = start;
    while from < end && !line.tokens[from].entry.roles.none() {
        from += 1;
    }
    if (from..end).any(|at| line.tokens[at].is(Roles::TIME)) {
        return None;
    }
    let last_role = (from..end).rev().find_map(|at| Some((at, role(line.of(at))?)));
    let (name, told) = match last_role {
        Some((at, role)) if at + 1 < end => (if role.is_person() { at + 1 } else { at }, Some(role)),
        // A surname that is also an office: `Anna Richter`.
        Some((at, _)) if at > from && role(line.of(from)).is_none() => (from, None),
        Some(_) => return None,
        None => (from, None),
    };
    if let Some(at) = told.map_or_else(|| called(line, name, end), |_| None) {
        return Some(Run { title: (from, at), name: (at, end), role: Some(Role::CALLING) });
    }
    let article = start.checked_sub(1).is_some_and(|before| line.tokens[before].is(Roles::DETERMINER)) || from > start;
    let words = end.saturating_sub(name);
    let given = || words >= 2 && Gender::of_given(line.of(name)).is_some();
    let fits = (1..=4).contains(&words) && (told.is_some() || words >= 2 && !article || given()) || words == 1;
    fits.then_some(Run { title: (from, name), name: (name, end), role: told })
}

/// `Kriminologin Anna Richter`: where a given name begins behind what its bearer is called.
pub(super) fn called(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    // One word before it, and one behind.
    if from + 2 >= to {
        return None;
    }
    (from..to).find(|at| Gender::of_given(line.of(*at)).is_some()).filter(|at| *at > from && *at + 1 < to)
}

/// `der Leiter der Wache in Au, Jan Kern`: the noun of a description that ends with a comma before a full name.
fn described_before(line: &Line<'_>, run: &Run) -> Option<usize> {
    let comma = run.title.0.checked_sub(1).filter(|comma| line.tokens[*comma].mark(','))?;
    let full = run.name.1 - run.name.0 >= 2 && run.role.is_none();
    let start = (comma.saturating_sub(12)..comma)
        .rev()
        .find(|at| !line.tokens[*at].word)
        .map_or(comma.saturating_sub(12), |at| at + 1);
    let noun = (start..comma).find(|at| line.tokens[*at].upper && role(line.of(*at)).is_some_and(Role::is_person))?;
    let opens = noun > 0 && line.tokens[noun - 1].is(Roles::DETERMINER) || noun == start;
    (full && opens).then_some(noun)
}

/// `, Leiter der Wache,`: what stands between commas behind a name, and its noun.
fn apposition(line: &Line<'_>, end: usize) -> Option<((usize, usize), usize)> {
    line.tokens.get(end).filter(|token| token.mark(','))?;
    let stop = (end + 1..line.tokens.len().min(end + 18)).find(|at| !line.tokens[*at].word)?;
    let noun = (end + 1..stop.min(end + 6)).find(|at| line.tokens[*at].upper)?;
    let leads = (end + 1..noun).all(|at| line.tokens[at].is(Roles::DETERMINER) || line.tokens[at].entry.roles.none());
    let person = role(line.of(noun)).is_some_and(Role::is_person);
    (leads && person).then_some(((end + 1, stop), noun))
}
