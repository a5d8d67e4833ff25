//! Who wrote it: people, agencies, desks, newsrooms.
//!
//! In: the reader at the start of a name. Out: whether one stands there (it is then an author, or an author's outlet).
//! `Mara Lindqvist`, `AFP, MANILA`, `SDA/sep`, `HP Staff`; behind an opener also `Harbourpost` and names in any script.

use super::parts::Reader;
use crate::fields::person;
use crate::fields::shapes::{Shape, words};
use crate::fields::tables::{self, ends_word};
use crate::text::Stretch;
use crate::text::chars::{behind_last, is_cjk};

impl<'a> Reader<'a> {
    /// A wire service or outlet: the author where none stands before it, else where the authors come from.
    pub(super) fn agency(&mut self) -> bool {
        let rest = self.rest();
        let Some((length, kind)) = tables::common().agencies.at(rest) else { return false };
        let name = rest.get(..length).unwrap_or("");
        let known = matches!(kind, "wire" | "outlet");
        if !known || (kind == "outlet" && !self.opened && self.authors.is_empty()) {
            return false;
        }
        // `Associated Press reporters`: a desk, read as one.
        if self.desk_length(rest).is_some_and(|desk| desk > length) {
            return false;
        }
        if self.authors.is_empty() {
            self.author(name);
        } else {
            self.affiliate(name);
        }
        if kind == "wire" {
            self.wire(name);
        }
        self.took(length);
        self.initials();
        self.place();
        true
    }

    /// `SDA/sep`: the desk's initials.
    pub(super) fn initials(&mut self) {
        let Some(after) = self.rest().strip_prefix('/') else { return };
        let word = after.split(|found: char| !found.is_alphanumeric()).next().unwrap_or("");
        if (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            self.took(1 + word.len());
        }
    }

    /// `, MANILA`: where the agency filed from.
    pub(super) fn place(&mut self) {
        let rest = self.rest();
        let Some(after) = rest.strip_prefix(", ") else { return };
        let until = after.find([',', '|', '•', '/', '(', '\n']).unwrap_or(after.len());
        let place = after.get(..until).unwrap_or("").trim_end();
        let capitals = place.split(' ').count() <= 4 && !place.is_empty() && !place.chars().any(char::is_lowercase);
        if (capitals || tables::common().places.has(place)) && !place.chars().any(|found| found.is_ascii_digit()) {
            self.proven = true;
            self.took(2 + place.len());
        }
    }

    /// `HP Staff`, `Gear Team`, `Redaktion`, `HP-Redaktion`.
    pub(super) fn desk(&mut self) -> bool {
        let rest = self.rest();
        let Some(length) = self.desk_length(rest) else { return false };
        let name = rest.get(..length).unwrap_or("");
        if !self.authors.is_empty() && self.desk_of(rest).is_some() {
            self.affiliate(name);
        } else {
            self.author(name);
        }
        if let Some((wire, "wire")) = tables::common().agencies.at(name) {
            let wire = name.get(..wire).unwrap_or("").to_owned();
            self.wire(&wire);
        }
        self.proven |= name.contains([' ', '-']);
        self.took(length);
        true
    }

    /// Up to two capitalised words and a word for a desk.
    pub(super) fn desk_length(&self, rest: &str) -> Option<usize> {
        let mut end = 0;
        if let Some(length) = self.desk_of(rest) {
            return Some(length);
        }
        for (index, word) in rest.split_inclusive(' ').take(3).enumerate() {
            let plain = word.trim_end().trim_end_matches([',', '.', '|', ':', ')']);
            let last = behind_last(plain, b'-');
            if self.tables.desks.has(last)
                && (index > 0 || last.len() < plain.len() || self.opened || plain.len() == rest.trim_end().len())
            {
                return Some(end + plain.len());
            }
            if index > 0 && rest.get(end..).is_some_and(|tail| self.tables.tails.at(tail).is_some()) {
                return None;
            }
            let first = plain.chars().next()?;
            if !(first.is_uppercase() || first.is_numeric() || index > 0 && self.opened)
                || plain.len() < word.trim_end().len()
            {
                return None;
            }
            end += word.len();
        }
        None
    }

    /// `Redaktion Faktencheck` behind an author, `Redazione HPA`: a word for a desk and one that says whose.
    fn desk_of(&self, rest: &str) -> Option<usize> {
        let (desk, whose) = rest.trim_end().split_once(' ')?;
        let first = desk.starts_with(char::is_uppercase) && self.tables.desks.has(desk);
        let shouted = whose.len() > 1 && whose.chars().all(char::is_uppercase);
        let behind = !self.authors.is_empty() && whose.starts_with(char::is_uppercase);
        (first && (shouted || behind) && whose.chars().all(|found| found.is_alphabetic() || found == '-'))
            .then_some(rest.trim_end().len())
    }

    pub(super) fn name(&mut self) -> bool {
        let rest = self.rest();
        let found = person::name_at_start(rest).map(Stretch::len).or_else(|| self.any_script(rest));
        let Some(length) = found else { return false };
        let (name, after) = (rest.get(..length).unwrap_or(""), rest.get(length..).unwrap_or(""));
        // A possessive or a colon makes it a sentence or a title.
        if after.starts_with(['\'', '’', ':']) || !ends_word(rest, length) {
            return false;
        }
        let name = self.without_desk(name, after);
        let length = name.len();
        if self.closes_list(after) {
            self.affiliate(name);
        } else {
            self.author(name);
        }
        self.took(length);
        true
    }

    /// Whether all authors are told, so that what looks like another is where they write: behind `Ina Holm and Otto Frey, ` and
    /// behind a dash.
    fn closes_list(&self, after: &str) -> bool {
        let told = self.line.get(..self.at).unwrap_or("").trim_end();
        let joins = |word: &str| self.tables.joiners.has(word);
        let parted = [",", " —", " –"].iter().any(|sign| told.ends_with(sign));
        self.opened && self.joined && parted && !after.split(' ').any(joins)
    }

    /// `Mara Lindqvist Gear Team`: the last word of the name belongs to the desk behind it.
    pub(super) fn without_desk<'n>(&self, name: &'n str, after: &str) -> &'n str {
        let next = after.trim_start().split(|found: char| !found.is_alphabetic()).next().unwrap_or("");
        if next.is_empty() || !self.tables.desks.has(next) {
            return name;
        }
        match name.rsplit_once(' ') {
            Some((head, _)) if head.contains(' ') => head,
            _ => name,
        }
    }

    /// Behind an opener, names in scripts without capitals or without a listed surname.
    pub(super) fn any_script(&self, rest: &str) -> Option<usize> {
        if !self.opened {
            return None;
        }
        let end = rest
            .find(|found: char| !(found.is_alphabetic() || found == ' ' || !found.is_ascii()))
            .unwrap_or(rest.len());
        let run = rest.get(..end)?;
        let first = run.chars().next()?;
        if is_cjk(first) {
            let length: usize = run.chars().take_while(|found| is_cjk(*found)).map(char::len_utf8).sum();
            return (2..=6).contains(&(length / 3)).then_some(length);
        }
        let run = run.trim_end();
        person::caseless(run).then_some(run.len())
    }

    /// What stands for itself between signs: an outlet behind an author (`HARBOURPOST.COM`), a place, or behind an opener
    /// the name of a newsroom in one to three words.
    pub(super) fn outlet(&mut self) -> bool {
        if self.authors.is_empty() && !self.opened {
            return false;
        }
        let rest = self.rest();
        let until = rest.find([',', '|', '•', '/', '–', '—', '(', ';']).unwrap_or(rest.len());
        let chunk = rest.get(..until).unwrap_or("").trim_end();
        let chunk = self.before_tail(chunk);
        let first = chunk.chars().next();
        let capital = first.is_some_and(|first| first.is_uppercase() || first.is_numeric());
        if chunk.is_empty() || chunk.split(' ').count() > 3 || !capital || chunk.ends_with(['.', '!', '?', ':']) {
            return false;
        }
        let domain = chunk.contains('.') && !chunk.contains(' ');
        if !self.authors.is_empty() {
            if !self.parted {
                return false;
            }
            if domain {
                self.affiliate(chunk);
                self.proven = true;
            } else if tables::common().agencies.at(chunk).is_some_and(|(length, _)| length == chunk.len())
                || self.is_outlet(chunk)
            {
                self.affiliate(chunk);
            } else if !(tables::common().places.has(chunk) || (self.opened && !chunk.contains(' '))) {
                return false;
            }
        } else if self.opened && chunk.chars().any(char::is_alphabetic) && self.stands_alone(chunk) {
            self.author(chunk);
        } else {
            return false;
        }
        self.took(chunk.len());
        true
    }

    /// `CNB News`, `Radio Port-Alban` behind a sign: capitalised words, one of which outlets are called by.
    fn is_outlet(&self, chunk: &str) -> bool {
        let signed =
            self.line.get(..self.at).is_some_and(|head| head.trim_end().ends_with(['·', '•', '|', '–', '—', '-']));
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let body = |word: &str| tables::common().organisations.has(word);
        signed && chunk.contains(' ') && chunk.split(' ').all(capital) && chunk.split(' ').any(body)
    }

    /// Cuts `with Agencies` off.
    pub(super) fn before_tail<'n>(&self, chunk: &'n str) -> &'n str {
        for (at, _) in chunk.match_indices(' ') {
            if chunk.get(at + 1..).is_some_and(|tail| self.tables.tails.at(tail).is_some()) {
                return chunk.get(..at).unwrap_or(chunk);
            }
        }
        chunk
    }

    /// A newsroom's name: capitalised words that are no page words.
    pub(super) fn stands_alone(&self, chunk: &str) -> bool {
        let mut any = false;
        for word in words(chunk) {
            any = true;
            if matches!(word.shape, Shape::Small | Shape::Other)
                || self.tables.not_names.has(word.text) && !chunk.contains(' ')
            {
                return false;
            }
        }
        any && chunk.split(' ').all(|word| word.chars().next().is_some_and(|first| !first.is_lowercase()))
            && !self.tables.not_names.has(chunk.split(' ').next().unwrap_or(""))
            && self.tables.weekdays.at(chunk).is_none_or(|(length, _)| length != chunk.len())
            && self.tables.months.get(chunk).is_none()
    }
}
