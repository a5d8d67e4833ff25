//! What newsrooms print beside an author: handle, reading time, outlet, role, button.
//!
//! In: the reader behind an author. Out: whether the form stands there (it is then taken). `News Reporter`, `Redakteurin für
//! Finanzen`, `For Harbourpost.com`, `with Agencies`, `@maralind`, `4 min read`, `Follow`.

use super::parts::Reader;
use crate::fields::byline::is_agency;
use crate::fields::person;
use crate::fields::tables::Tables;
use crate::text::chars::is_letter;

impl<'a> Reader<'a> {
    /// `@maralind`.
    pub(super) fn handle(&mut self) -> bool {
        let rest = self.rest();
        if !rest.starts_with('@') || self.authors.is_empty() {
            return false;
        }
        self.proven = true;
        self.took(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        true
    }

    /// `4 min read`, `Lesezeit: 5 Minuten`, `142 Views`: a number and words of counters.
    pub(super) fn counter(&mut self) -> bool {
        let rest = self.rest();
        let mut at = 0;
        let (mut number, mut words) = (false, 0);
        while let Some(first) = rest.get(at..).and_then(|tail| tail.chars().next()) {
            if first.is_ascii_digit() {
                number = true;
                at += 1;
            } else if is_letter(first) {
                let tail = rest.get(at..).unwrap_or("");
                let word = tail.split(|found: char| !is_letter(found)).next().unwrap_or("");
                if !self.tables.counters.has(word) {
                    break;
                }
                words += 1;
                at += word.len();
            } else if matches!(first, ' ' | ':' | '.' | '\u{a0}' | '-') {
                at += first.len_utf8();
            } else {
                break;
            }
        }
        if !number || words == 0 {
            return false;
        }
        self.proven = true;
        self.at += rest.get(..at).map_or(0, |taken| taken.trim_end().len());
        self.parted = true;
        true
    }

    /// `For Harbourpost.com`, `in Bergen`, `with Agencies`, up to the next sign.
    pub(super) fn tail(&mut self) -> bool {
        let rest = self.rest();
        if self.authors.is_empty() {
            return false;
        }
        let Some((length, kind)) = self.tables.tails.at(rest) else { return false };
        let Some(after) = rest.get(length..).map(str::trim_start) else { return false };
        if self.opened && after.is_empty() {
            // Cut here: `Von Ina Holm mit`.
            self.at += rest.len();
            return true;
        }
        let until = after.find([',', '|', '•', '/', '–', '—', '(']).unwrap_or(after.len());
        let value = self.before_name(after.get(..until).unwrap_or("")).trim_end();
        let capital = value.chars().next().is_some_and(|first| !first.is_lowercase());
        if value.is_empty() || value.split(' ').count() > 6 || !(capital || is_agency(value)) {
            return false;
        }
        match kind {
            "outlet" => self.affiliate(value),
            "agency" => {
                let whole = is_agency(value).then_some(value);
                if let Some(wire) = whole.or_else(|| value.split([',', ' ']).find(|word| is_agency(word))) {
                    self.wire(wire);
                }
            }
            _ => self.places += 1,
        }
        // `Ina Holm in London, Otto Frey in Oslo`
        self.proven |= self.places > 1;
        // `A Boat for Harder Days` and `Ada Brook with Swagger` are titles; an outlet's address or a wire service is none.
        self.proven |= self.agency.is_some() || (kind == "outlet" && value.contains('.'));
        self.took(rest.len() - after.len() + value.len());
        true
    }

    /// What stands before `and` and another name: `Bergen` of `Bergen and Otto Frey in Oslo`.
    fn before_name<'n>(&self, value: &'n str) -> &'n str {
        for (at, _) in value.match_indices(' ') {
            let Some((word, next)) = value.get(at + 1..).and_then(|rest| rest.split_once(' ')) else { break };
            if self.tables.joiners.has(word) && person::name_at_start(next).is_some() {
                return value.get(..at).unwrap_or(value);
            }
        }
        value
    }

    pub(super) fn affiliate(&mut self, outlet: &str) {
        if let Some(last) = self.authors.last_mut() {
            last.affiliation.get_or_insert_with(|| outlet.to_owned());
        }
    }

    pub(super) fn wire(&mut self, name: &str) {
        self.agency.get_or_insert_with(|| name.to_owned());
    }

    /// A role behind an author: `News Reporter`, `Redakteurin für Finanzen`, `Volontär (Sport)`.
    pub(super) fn role(&mut self) -> bool {
        let rest = self.rest();
        let Some(author) = self.authors.last_mut() else { return false };
        let (mut end, mut noun, mut link) = (0, false, false);
        for word in rest.split_inclusive(' ') {
            let plain = word.trim_end().trim_end_matches([',', '.', ';', '|']);
            let role = role_of(plain, self.tables);
            let fits = match role {
                Some("noun") => {
                    noun = true;
                    true
                }
                Some("link" | "behind") => noun,
                Some(_) => !noun || link,
                // Behind `for` and `in` stands the field or place, as it may at the end of all.
                None if noun && self.opened && end + word.len() == rest.len() => plain.starts_with(char::is_uppercase),
                None => link || (!noun && plain.chars().next().is_some_and(char::is_uppercase) && self.parted),
            };
            link = role == Some("link") || (link && role.is_none());
            if !fits {
                break;
            }
            end += word.len();
            if plain.len() < word.trim_end().len() {
                break;
            }
        }
        if !noun {
            return false;
        }
        let mut role = rest.get(..end).unwrap_or("").trim_end_matches([' ', ',', '.', ';', '|']);
        let bracket = rest.get(role.len()..).unwrap_or("").trim_start();
        if let Some(close) = bracket.strip_prefix('(').and_then(|inner| inner.find(')')) {
            let length = rest.len() - rest.get(role.len()..).unwrap_or("").len();
            let gap = rest.get(length..).unwrap_or("").len() - bracket.len();
            role = rest.get(..length + gap + close + 2).unwrap_or(role);
        }
        let open = role.contains('(');
        author.role.get_or_insert_with(|| role.trim_end_matches(|found| found == ')' && !open).to_owned());
        self.proven = true;
        let length = role.len();
        self.took(length);
        true
    }

    /// `(Text)`, `(photos et vidéo)`: what of the article an author made.
    pub(super) fn part(&mut self) -> bool {
        let rest = self.rest();
        let opened = self.line.get(..self.at).is_some_and(|told| told.trim_end().ends_with('('));
        let Some((inside, _)) = rest.split_once(')').filter(|_| opened && !self.authors.is_empty()) else {
            return false;
        };
        let kind = |word: &str| self.tables.roles.get(word);
        let mut parts = inside.split([' ', ',', '/']).filter(|word| !word.is_empty() && !self.tables.joiners.has(word));
        if inside.is_empty() || !parts.all(|word| matches!(kind(word), Some("part" | "noun"))) {
            return false;
        }
        if let Some(author) = self.authors.last_mut() {
            author.role.get_or_insert_with(|| inside.to_owned());
        }
        self.proven = true;
        self.took(inside.len() + 1);
        self.parted = true;
        true
    }

    pub(super) fn button(&mut self) -> bool {
        if self.authors.is_empty() {
            return false;
        }
        let Some((length, _)) = self.tables.buttons.at(self.rest()) else { return false };
        let after = self.rest().get(length..).unwrap_or("");
        if after.chars().next().is_some_and(|next| next == ' ' && after.split(' ').count() > 3) {
            return false;
        }
        self.proven = true;
        self.at += length;
        self.parted = true;
        true
    }
}

/// What a word is in a role; of a compound (`Online-Redakteurin`) the last part decides.
pub(super) fn role_of(word: &str, tables: &Tables) -> Option<&'static str> {
    let word = word.trim_matches(['(', ')']);
    let part = || word.rsplit_once('-').and_then(|(_, last)| tables.roles.get(last));
    tables.roles.get(word).or_else(part).or_else(|| compound(word, tables))
}

/// `Regionalredaktorin`: a noun in one word with what stands before it.
fn compound(word: &str, tables: &Tables) -> Option<&'static str> {
    const NOUN: usize = 8;
    const BEFORE: usize = 3;
    let ends = word.char_indices().map(|(at, _)| at).skip(BEFORE).take_while(|at| at + NOUN <= word.len());
    let noun = |at: usize| word.get(at..).is_some_and(|tail| tables.roles.get(tail) == Some("noun"));
    (word.starts_with(char::is_uppercase) && ends.into_iter().any(noun)).then_some("noun")
}
