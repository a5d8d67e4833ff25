//! The pieces of a byline between its stamps: authors, and what newsrooms print beside them.
//!
//! In: stretches of the line, in order. Out: the authors so far; a piece that holds anything unknown refuses the line,
//! unless an opener and an author stand before it and a sign parts it from them.

use super::{Author, Byline};
use crate::fields::person;
use crate::fields::shapes::{Shape, words};
use crate::fields::tables::{self, Tables, ends_word};
use crate::text::Stretch;
use crate::text::chars::is_cjk;

/// A byline as it is read.
pub(super) struct Reader<'a> {
    line: &'a str,
    tables: &'a Tables,
    authors: Vec<Author>,
    agency: Option<String>,
    opened: bool,
    /// Something beside the names proves the byline.
    proven: bool,
    /// Where the last part of the byline ends.
    end: usize,
    /// Where the first author begins.
    first: Option<usize>,
    at: usize,
    limit: usize,
    /// A sign, not only a space, stands before `at`.
    parted: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(line: &'a str, tables: &'a Tables, opened: bool) -> Self {
        Self {
            line,
            tables,
            authors: Vec::new(),
            agency: None,
            opened,
            proven: opened,
            end: 0,
            first: None,
            at: 0,
            limit: 0,
            parted: true,
        }
    }

    /// A stamp stands here: beside a name it proves the byline.
    pub(super) fn stamp(&mut self) {
        self.proven = true;
    }

    /// The byline, where there is an author. Signs behind the last part belong to it where nothing else follows.
    pub(super) fn finish(self, start: usize) -> Option<Byline> {
        let first = self.first?;
        let rest = self.line.get(self.end..)?;
        let end =
            if rest.chars().all(|found| !found.is_alphanumeric()) { self.line.trim_end().len() } else { self.end };
        let start = if self.opened { start } else { first };
        (!self.authors.is_empty()).then(|| Byline {
            stretch: Stretch::new(start, end.max(first)),
            authors: self.authors,
            agency: self.agency,
            certain: self.proven,
        })
    }

    fn rest(&self) -> &'a str {
        self.line.get(self.at..self.limit).unwrap_or("")
    }

    /// Reads one piece; `false` refuses the line.
    pub(super) fn piece(&mut self, piece: Stretch) -> bool {
        (self.at, self.limit, self.parted) = (piece.start, piece.end, true);
        loop {
            self.signs();
            if self.rest().is_empty() {
                return true;
            }
            let known = self.handle()
                || self.counter()
                || self.tail()
                || self.role()
                || self.agency()
                || self.desk()
                || self.name()
                || self.button()
                || self.outlet();
            if !known {
                // Behind a sign a certain byline may be followed by what is none of ours.
                return self.opened && !self.authors.is_empty() && self.parted;
            }
        }
    }

    /// Skips white space, signs and joining words.
    fn signs(&mut self) {
        let start = self.at;
        loop {
            let rest = self.rest();
            let Some(first) = rest.chars().next() else { break };
            if first.is_whitespace() {
                self.at += first.len_utf8();
            } else if !first.is_alphanumeric() && first != '@' && first != '#' {
                self.at += first.len_utf8();
                self.parted = true;
            } else {
                let word = rest.split(|found: char| !found.is_alphabetic()).next().unwrap_or("");
                if self.first.is_none() || word.is_empty() || !self.tables.joiners.has(word) || word.len() == rest.len()
                {
                    break;
                }
                self.at += word.len();
                self.parted = true;
            }
        }
        if self.at == start {
            self.parted = self.parted && start == 0;
        }
    }

    fn took(&mut self, length: usize) {
        self.at += length;
        self.end = self.at;
        self.parted = false;
    }

    /// `@maralind`.
    fn handle(&mut self) -> bool {
        let rest = self.rest();
        if !rest.starts_with('@') || self.authors.is_empty() {
            return false;
        }
        self.proven = true;
        self.took(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        true
    }

    /// `4 min read`, `Lesezeit: 5 Minuten`, `142 Views`: a number and words of counters.
    fn counter(&mut self) -> bool {
        let rest = self.rest();
        let mut at = 0;
        let (mut number, mut words) = (false, 0);
        while let Some(first) = rest.get(at..).and_then(|tail| tail.chars().next()) {
            if first.is_ascii_digit() {
                number = true;
                at += 1;
            } else if first.is_alphabetic() {
                let tail = rest.get(at..).unwrap_or("");
                let word = tail.split(|found: char| !found.is_alphabetic()).next().unwrap_or("");
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
    fn tail(&mut self) -> bool {
        let rest = self.rest();
        if self.authors.is_empty() {
            return false;
        }
        let Some((length, kind)) = self.tables.tails.at(rest) else { return false };
        let Some(after) = rest.get(length..).map(str::trim_start) else { return false };
        let until = after.find([',', '|', '•', '/', '–', '—', '(']).unwrap_or(after.len());
        let value = after.get(..until).unwrap_or("").trim_end();
        let capital = value.chars().next().is_some_and(|first| !first.is_lowercase());
        if value.is_empty() || value.split(' ').count() > 6 || !(capital || self.is_agency(value)) {
            return false;
        }
        match kind {
            "outlet" => self.affiliate(value),
            "agency" => {
                let whole = self.is_agency(value).then_some(value);
                if let Some(wire) = whole.or_else(|| value.split([',', ' ']).find(|word| self.is_agency(word))) {
                    self.wire(wire);
                }
            }
            _ => {}
        }
        // `A Boat for Harder Days` is a title; an outlet's address or a wire service is none.
        self.proven |= self.agency.is_some() || kind == "agency" || (kind == "outlet" && value.contains('.'));
        self.took(rest.len() - after.len() + value.len());
        true
    }

    fn is_agency(&self, text: &str) -> bool {
        matches!(tables::common().agencies.at(text), Some((length, "wire")) if length == text.len())
    }

    fn affiliate(&mut self, outlet: &str) {
        if let Some(last) = self.authors.last_mut() {
            last.affiliation.get_or_insert_with(|| outlet.to_owned());
        }
    }

    fn wire(&mut self, name: &str) {
        self.agency.get_or_insert_with(|| name.to_owned());
    }

    /// A role behind an author: `News Reporter`, `Redakteurin für Finanzen`, `Volontär (Sport)`.
    fn role(&mut self) -> bool {
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
                Some("link") => noun,
                Some(_) => !noun || link,
                // Behind `for` and `in` stands the field or place.
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
        author.role.get_or_insert_with(|| role.to_owned());
        self.proven = true;
        let length = role.len();
        self.took(length);
        true
    }

    /// A wire service or outlet: the author where none stands before it, else where the authors come from.
    fn agency(&mut self) -> bool {
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
    fn initials(&mut self) {
        let Some(after) = self.rest().strip_prefix('/') else { return };
        let word = after.split(|found: char| !found.is_alphanumeric()).next().unwrap_or("");
        if (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            self.took(1 + word.len());
        }
    }

    /// `, MANILA`: where the agency filed from.
    fn place(&mut self) {
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
    fn desk(&mut self) -> bool {
        let rest = self.rest();
        let Some(length) = self.desk_length(rest) else { return false };
        let name = rest.get(..length).unwrap_or("");
        self.author(name);
        if let Some((wire, "wire")) = tables::common().agencies.at(name) {
            let wire = name.get(..wire).unwrap_or("").to_owned();
            self.wire(&wire);
        }
        self.proven |= name.contains([' ', '-']);
        self.took(length);
        true
    }

    /// Up to two capitalised words and a word for a desk.
    fn desk_length(&self, rest: &str) -> Option<usize> {
        let mut end = 0;
        for (index, word) in rest.split_inclusive(' ').take(3).enumerate() {
            let plain = word.trim_end().trim_end_matches([',', '.', '|', ':', ')']);
            let last = plain.rsplit('-').next().unwrap_or(plain);
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

    fn name(&mut self) -> bool {
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
        self.author(name);
        self.took(length);
        true
    }

    /// `Mara Lindqvist Gear Team`: the last word of the name belongs to the desk behind it.
    fn without_desk<'n>(&self, name: &'n str, after: &str) -> &'n str {
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
    fn any_script(&self, rest: &str) -> Option<usize> {
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

    fn button(&mut self) -> bool {
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

    /// What stands for itself between signs: an outlet behind an author (`HARBOURPOST.COM`), a place, or behind an opener
    /// the name of a newsroom in one to three words.
    fn outlet(&mut self) -> bool {
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
            } else if tables::common().agencies.at(chunk).is_some_and(|(length, _)| length == chunk.len()) {
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

    /// Cuts `with Agencies` off.
    fn before_tail<'n>(&self, chunk: &'n str) -> &'n str {
        for (at, _) in chunk.match_indices(' ') {
            if chunk.get(at + 1..).is_some_and(|tail| self.tables.tails.at(tail).is_some()) {
                return chunk.get(..at).unwrap_or(chunk);
            }
        }
        chunk
    }

    /// A newsroom's name: capitalised words that are no page words.
    fn stands_alone(&self, chunk: &str) -> bool {
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
            && !self.tables.weekdays.at(chunk).is_some_and(|(length, _)| length == chunk.len())
            && self.tables.months.get(chunk).is_none()
    }

    fn author(&mut self, name: &str) {
        self.first.get_or_insert(self.at);
        let folded = name.to_lowercase();
        if self.authors.iter().all(|known| known.name.to_lowercase() != folded) {
            self.authors.push(Author { name: name.to_owned(), ..Author::default() });
        }
    }
}

/// What a word is in a role; of a compound (`Online-Redakteurin`) the last part decides.
fn role_of(word: &str, tables: &Tables) -> Option<&'static str> {
    let word = word.trim_matches(['(', ')']);
    tables.roles.get(word).or_else(|| word.rsplit_once('-').and_then(|(_, last)| tables.roles.get(last)))
}
