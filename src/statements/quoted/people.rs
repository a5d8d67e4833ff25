//! The people an article names in full, and whom a shorter form or a pronoun means.
//!
//! In: the lines. Out: [`People`]. A full name is two to four capitals in a row that begin with a given name or stand behind a title; a
//! surname joins the one full name that ends in it; where two end in it, nobody is meant. Where none does, it joins the only such
//! capitals that end in it and are no body's.

use std::collections::{BTreeMap, BTreeSet};

use super::phrase;
use super::tokens::{Line, Run};
use super::words::{Roles, Words};
use crate::fields::bodies::is_body;

/// What tells a gender.
const GENDERS: Roles = Roles::MASCULINE.and(Roles::FEMININE);

/// Whether a person of the gender that `known` tells can be meant by a word of the gender that `asked` tells.
pub(super) fn fits(known: Roles, asked: Roles) -> bool {
    let both = |gender| known.any(gender) && asked.any(gender);
    !known.any(GENDERS) || !asked.any(GENDERS) || both(Roles::MASCULINE) || both(Roles::FEMININE)
}

/// Whether words tell what somebody is: `maire de Montrevel`, `La boulangère, Anne Morvan, …`; not `Au bout d’une heure, Anne Morvan, …`.
fn is_office(line: &Line<'_>, run: &Run, at: usize, end: usize) -> bool {
    let mut head = run.clone().map_while(|at| line.tokens.get(at)).take_while(|token| !token.is(Roles::LINK));
    let led = at.checked_sub(1).is_some_and(|before| line.tokens[before].is(Roles::LINK.and(Roles::TO)));
    let enclosed = !led && line.comma(run.end) && line.comma(end);
    head.find(|token| token.is(Roles::SPEAKER)).map_or(enclosed, |token| token.is(Roles::PERSON))
}

/// The last word of a name.
fn last(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_owned()
}

/// Somebody named.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) description: Option<String>,
    pub(super) roles: Roles,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct People<'a> {
    pub(super) list: Vec<Person>,
    by_name: BTreeMap<String, usize>,
    by_last: BTreeMap<String, Vec<usize>>,
    by_noun: BTreeMap<String, Vec<usize>>,
    /// Who is named by what may be a genitive, by the name that it would be of.
    genitives: BTreeMap<String, usize>,
    /// What may be full names, by their last word.
    maybe: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// Words that have a capital inside a sentence.
    capitals: BTreeSet<&'a str>,
    /// Where they are named outside quotations: passage, token, who.
    pub(super) named: Vec<(usize, usize, usize)>,
}

impl<'a> People<'a> {
    /// Reads the names of an article.
    pub(super) fn new(lines: &[Line<'a>], words: &Words) -> Self {
        let mut people = Self::default();
        for (passage, line) in lines.iter().enumerate() {
            let inside = (1..line.tokens.len()).filter(|at| line.tokens[*at].upper && line.tokens[at - 1].word);
            people.capitals.extend(inside.map(|at| line.of(at)));
            let mut at = 0;
            while at < line.tokens.len() {
                at = people.read(line, words, passage, at).max(at + 1);
            }
        }
        people
    }

    /// Reads the name or phrase at `at`; gives where it ends.
    fn read(&mut self, line: &Line<'a>, words: &Words, passage: usize, at: usize) -> usize {
        let starts = line
            .tokens
            .get(at)
            .is_some_and(|token| token.upper || token.is(Roles::DETERMINER) || token.is(Roles::HONORIFIC));
        let Some(found) = Some(at).filter(|_| starts).and_then(|at| phrase::phrase(line, words, at, line.tokens.len()))
        else {
            return at + 1;
        };
        let Some(name) = found.name.clone().filter(|_| !found.pronoun) else { return at + 1 };
        let person = found.noun(line).is_none_or(|noun| line.tokens[noun].is(Roles::PERSON));
        let printed = line.printed(&name);
        if !(2..=4).contains(&name.clone().filter(|at| line.tokens[*at].upper).count()) {
            return name.end;
        }
        let given = words.given(line.of(name.start));
        if person && found.described.is_some() || given.is_some() {
            let described = found
                .described
                .filter(|run| is_office(line, run, at, found.end))
                .map(|run| line.printed(&run).to_owned());
            let who = self.add(words, printed, described, found.roles.and(given.unwrap_or_default()));
            self.named.push((passage, at, who));
        } else if person && line.tokens[name.start].roles.none() && !is_body(printed) {
            self.maybe.entry(line.of(name.end - 1)).or_default().insert(printed);
        }
        name.end
    }

    /// The person of a full name, kept with what describes them.
    pub(super) fn add(&mut self, words: &Words, name: &str, description: Option<String>, roles: Roles) -> usize {
        // A genitive is the name that it is of, whichever is met first.
        let next = self.list.len();
        let bare = words.bare(name).filter(|bare| self.by_name.contains_key(*bare));
        if let Some(who) = self.genitives.remove(name) {
            self.by_name.insert(name.to_owned(), who);
            self.list.get_mut(who).into_iter().for_each(|person| name.clone_into(&mut person.name));
            self.by_last.entry(last(name)).or_default().push(who);
        }
        let name = bare.unwrap_or(name);
        let who = *self.by_name.entry(name.to_owned()).or_insert(next);
        if who == next {
            self.list.push(Person { name: name.to_owned(), description: None, roles: Roles::default() });
            self.by_last.entry(last(name)).or_default().push(who);
            self.genitives.extend(words.bare(name).map(|bare| (bare.to_owned(), who)));
        }
        if let Some(person) =
            self.list.get_mut(who).filter(|person| person.description.is_none() && description.is_some())
        {
            let noun = description.as_deref().and_then(|text| text.split(' ').next()).unwrap_or_default();
            self.by_noun.entry(noun.to_lowercase()).or_default().push(who);
            person.description = description;
        }
        if let Some(person) = self.list.get_mut(who).filter(|person| !person.roles.any(GENDERS)) {
            person.roles = roles;
        }
        who
    }

    /// The one person whose description begins with a noun, in lower case: `le maire` of `Paul Riou, maire de Brest`.
    pub(super) fn described(&self, noun: &str) -> Option<&Person> {
        match self.by_noun.get(noun).map(Vec::as_slice) {
            Some([one]) => self.list.get(*one),
            _ => None,
        }
    }

    /// The one person whom a word of that gender can mean.
    pub(super) fn only(&self, asked: Roles) -> Option<&Person> {
        let mut fit = self.list.iter().filter(|person| fits(person.roles, asked));
        fit.next().filter(|_| fit.next().is_none())
    }

    /// Whether a word has a capital because it is a name.
    pub(super) fn is_name(&self, word: &str) -> bool {
        self.capitals.contains(word)
    }

    /// The only capitals that may be the full form of a name.
    pub(super) fn full(&self, name: &str) -> Option<&'a str> {
        let mut full = self.maybe.get(name)?.iter().copied();
        full.next().filter(|_| full.next().is_none())
    }

    /// Who a name means: `Err` where two fit.
    pub(super) fn find(&self, name: &str) -> Result<Option<usize>, ()> {
        if let Some(who) = self.by_name.get(name) {
            return Ok(Some(*who));
        }
        match self.by_last.get(name).map(Vec::as_slice) {
            Some([one]) => Ok(Some(*one)),
            Some([_, _, ..]) => Err(()),
            _ => Ok(None),
        }
    }
}
