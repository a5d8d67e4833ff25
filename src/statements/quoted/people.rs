//! The people an article names in full, and whom a shorter form or a pronoun means.
//!
//! In: the lines. Out: [`People`]. A full name is two to four capitals in a row that begin with a given name or stand behind a title; a
//! surname joins the one full name that ends in it; where two end in it, nobody is meant.

use std::collections::BTreeMap;

use super::phrase;
use super::tokens::Line;
use super::words::{Roles, Words};

/// Somebody named.
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) description: Option<String>,
    pub(super) roles: Roles,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) list: Vec<Person>,
    by_name: BTreeMap<String, usize>,
    by_last: BTreeMap<String, Vec<usize>>,
    /// Where they are named outside quotations: passage, token, who.
    pub(super) named: Vec<(usize, usize, usize)>,
}

impl People {
    /// Reads the names of an article.
    pub(super) fn new(lines: &[Line<'_>], words: &Words) -> Self {
        let mut people = Self::default();
        for (passage, line) in lines.iter().enumerate() {
            let mut at = 0;
            while at < line.tokens.len() {
                at = people.read(line, words, passage, at).max(at + 1);
            }
        }
        people
    }

    /// Reads the name or phrase at `at`; gives where it ends.
    fn read(&mut self, line: &Line<'_>, words: &Words, passage: usize, at: usize) -> usize {
        let starts = line
            .tokens
            .get(at)
            .is_some_and(|token| token.upper || token.is(Roles::DETERMINER) || token.is(Roles::HONORIFIC));
        let Some(found) = Some(at).filter(|_| starts).and_then(|at| phrase::phrase(line, words, at, line.tokens.len()))
        else {
            return at + 1;
        };
        let Some(name) = found.name.filter(|_| !found.pronoun) else { return at + 1 };
        let known = found.described.is_some() || words.is_given(line.of(name.start));
        let count = name.clone().filter(|at| line.tokens[*at].upper).count();
        if known && (2..=4).contains(&count) {
            let described = found.described.map(|run| line.printed(&run).to_owned());
            let who = self.add(line.printed(&name), described, found.roles);
            self.named.push((passage, at, who));
        }
        name.end
    }

    /// The person of a full name, kept with what describes them.
    pub(super) fn add(&mut self, name: &str, description: Option<String>, roles: Roles) -> usize {
        let next = self.list.len();
        let who = *self.by_name.entry(name.to_owned()).or_insert(next);
        if who == next {
            self.list.push(Person { name: name.to_owned(), description: None, roles: Roles::default() });
            let last = name.rsplit(' ').next().unwrap_or(name).to_owned();
            self.by_last.entry(last).or_default().push(who);
        }
        if let Some(person) =
            self.list.get_mut(who).filter(|person| person.description.is_none() && description.is_some())
        {
            person.description = description;
            person.roles = roles;
        }
        who
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
