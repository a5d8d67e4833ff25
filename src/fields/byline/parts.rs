//! The pieces of a byline between its stamps: authors, and what newsrooms print beside them.
//!
//! In: stretches of the line, in order. Out: the authors so far; a piece that holds anything unknown refuses the line,
//! unless an opener and an author stand before it and a sign parts it from them.

use super::{Author, Byline};
use crate::fields::tables::Tables;
use crate::text::Stretch;
use crate::text::chars::{is_letter, is_letter_or_figure};

/// A byline as it is read.
pub(super) struct Reader<'a> {
    pub(super) line: &'a str,
    pub(super) tables: &'a Tables,
    pub(super) authors: Vec<Author>,
    pub(super) agency: Option<String>,
    pub(super) opened: bool,
    /// Something beside the names proves the byline.
    pub(super) proven: bool,
    /// Where the last part of the byline ends.
    pub(super) end: usize,
    /// Where the first author begins.
    pub(super) first: Option<usize>,
    pub(super) at: usize,
    pub(super) limit: usize,
    /// A sign, not only a space, stands before `at`.
    pub(super) parted: bool,
    /// The author read last stands behind a word that joins the last of several (`and`).
    pub(super) joined: bool,
    /// Such a word was read since.
    joiner: bool,
    /// How many authors are told to write from a place.
    pub(super) places: usize,
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
            joined: false,
            joiner: false,
            places: 0,
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
            if rest.chars().all(|found| !is_letter_or_figure(found)) { self.line.trim_end().len() } else { self.end };
        let start = if self.opened { start } else { first };
        (!self.authors.is_empty()).then(|| Byline {
            stretch: Stretch::new(start, end.max(first)),
            authors: self.authors,
            agency: self.agency,
            certain: self.proven,
        })
    }

    pub(super) fn rest(&self) -> &'a str {
        self.line.get(self.at..self.limit).unwrap_or("")
    }

    /// Reads one piece; `false` refuses the line.
    pub(super) fn piece(&mut self, piece: Stretch) -> bool {
        (self.at, self.limit, self.parted) = (piece.start, piece.end, true);
        loop {
            self.signs();
            if self.rest().is_empty() || self.is_left_over() {
                return true;
            }
            let known = self.handle()
                || self.counter()
                || self.tail()
                || self.part()
                || self.role()
                || self.agency()
                || self.desk()
                || self.name()
                || self.button()
                || self.outlet();
            if !known && !self.bracket() {
                // Behind a sign a certain byline may be followed by what is none of ours.
                return self.opened && !self.authors.is_empty() && self.parted;
            }
        }
    }

    /// Whether what is left of the piece is none of the byline's and says nothing: the word that leads to the date behind it (`am`), a
    /// count of comments.
    fn is_left_over(&self) -> bool {
        const COUNT: usize = 5;
        let rest = self.rest().trim_end();
        let dated = self.limit < self.line.len() && self.tables.date_links.has(rest);
        let count = self.parted && rest.len() <= COUNT && rest.bytes().all(|byte| byte.is_ascii_digit());
        !self.authors.is_empty() && (dated || count)
    }

    /// Skips the rest of a bracket behind an author that holds something unknown: `(Port-Alban, en immersion)`.
    fn bracket(&mut self) -> bool {
        const LONGEST: usize = 60;
        let told = self.line.get(..self.at).unwrap_or("");
        let inside = memchr::memrchr(b'(', told.as_bytes()) > memchr::memrchr(b')', told.as_bytes());
        let close = self.rest().find(')').filter(|close| *close <= LONGEST);
        let Some(close) = close.filter(|_| self.opened && !self.authors.is_empty() && inside) else { return false };
        self.took(close + 1);
        self.parted = true;
        true
    }

    /// Skips white space, signs and joining words.
    pub(super) fn signs(&mut self) {
        let start = self.at;
        loop {
            let rest = self.rest();
            let Some(first) = rest.chars().next() else { break };
            if first.is_whitespace() {
                self.at += first.len_utf8();
            } else if !is_letter_or_figure(first) && first != '@' && first != '#' {
                self.at += first.len_utf8();
                self.parted = true;
            } else {
                let word = rest.split(|found: char| !is_letter(found)).next().unwrap_or("");
                // The last word joins nothing, but where the byline was cut: `Von Ina Holm und`.
                let cut = self.opened && !self.authors.is_empty();
                let last = word.len() == rest.len() && !cut;
                if self.first.is_none() || word.is_empty() || !self.tables.joiners.has(word) || last {
                    break;
                }
                self.at += word.len();
                (self.parted, self.joiner) = (true, true);
            }
        }
        if self.at == start {
            self.parted = self.parted && start == 0;
        }
    }

    pub(super) fn took(&mut self, length: usize) {
        self.at += length;
        self.end = self.at;
        self.parted = false;
    }

    pub(super) fn author(&mut self, name: &str) {
        self.first.get_or_insert(self.at);
        self.joined = std::mem::take(&mut self.joiner);
        let folded = name.to_lowercase();
        if self.authors.iter().all(|known| known.name.to_lowercase() != folded) {
            self.authors.push(Author { name: name.to_owned(), ..Author::default() });
        }
    }
}
