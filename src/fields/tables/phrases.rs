//! Lists asked for phrases at the start or the end of a stretch, or anywhere in it.
//!
//! In: a text. Out: the longest listed phrase that it begins (ends) with, between the borders of words. Letters count
//! whatever their case, unless the list says that case counts; `’` is `'`, and a hard space is a space.

use rustc_hash::FxHashMap;

use super::gate::{Edge, Gate};
use super::letters::{begins_word, ends_word};
use crate::lexicon;
use crate::text::chars::fold;

/// One list with phrases that are looked for at the start or the end of a stretch.
#[derive(Debug, Default)]
pub(in crate::fields) struct Phrases {
    by_head: FxHashMap<Edge, Vec<(&'static str, &'static str)>>,
    by_tail: FxHashMap<Edge, Vec<(&'static str, &'static str)>>,
    heads: Gate,
    tails: Gate,
    pub(super) case_counts: bool,
    /// Whether its phrases are looked for at the end of a stretch too.
    pub(super) both_ends: bool,
}

impl Phrases {
    /// The longest phrase that `text` begins with: its length in `text`, and its value. It ends at the border of a word.
    pub(in crate::fields) fn at(&self, text: &str) -> Option<(usize, &'static str)> {
        if !self.may_begin(text) {
            return None;
        }
        let matched = self.sharing(&self.by_head, text.chars()).filter_map(|(phrase, value)| {
            let length = self.covers(text, phrase)?;
            ends_word(text, length).then_some((length, *value))
        });
        matched.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    /// The longest phrase that `text` ends with: where it begins, and its value. It begins at the border of a word.
    pub(in crate::fields) fn before(&self, text: &str) -> Option<(usize, &'static str)> {
        let may = match text.as_bytes() {
            [.., outer] if !outer.is_ascii() => self.tails.lets_wide(text.chars().next_back()),
            [] => false,
            [outer] => self.tails.lets([*outer, 0, 0], self.case_counts),
            [inner, outer] => self.tails.lets([*outer, *inner, 0], self.case_counts),
            [.., third, inner, outer] => self.tails.lets([*outer, *inner, *third], self.case_counts),
        };
        if !may {
            return None;
        }
        let matched = self.sharing(&self.by_tail, text.chars().rev()).filter_map(|(phrase, value)| {
            let mut start = text.len();
            let mut left = text.chars().rev();
            for wanted in phrase.chars().rev() {
                let found = left.next()?;
                if self.key(found) != wanted {
                    return None;
                }
                start -= found.len_utf8();
            }
            begins_word(text, start).then_some((start, *value))
        });
        matched.reduce(|best, next| if next.0 < best.0 { next } else { best })
    }

    /// Whether a phrase may begin `text`: a look at its first letters.
    #[inline]
    pub(in crate::fields) fn may_begin(&self, text: &str) -> bool {
        self.heads.lets_text(text, self.case_counts)
    }

    /// The next place from `at` on where a phrase may begin with a capital, an opening bracket, or a letter beyond ASCII.
    pub(in crate::fields) fn next_large(&self, text: &[u8], at: usize) -> Option<usize> {
        self.heads.next_large(text.get(at..)?).map(|by| at + by)
    }

    /// Whether a phrase begins anywhere in `text` where a word can.
    pub(in crate::fields) fn anywhere(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let (mut at, mut last) = (0, b' ');
        while let Some(&byte) = bytes.get(at) {
            // The rest of a word.
            if byte.is_ascii_lowercase() && last.is_ascii_alphabetic() {
                at += bytes[at..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
                last = b'a';
                continue;
            }
            let before = std::mem::replace(&mut last, byte);
            at += 1;
            // A word goes on with a letter, unless a capital stands behind a small one. The letters behind one beyond ASCII
            // may be words of their own.
            let inside = before.is_ascii_alphabetic() && !(before.is_ascii_lowercase() && byte.is_ascii_uppercase());
            if !self.heads.lets_byte(byte) || byte.is_ascii() && inside {
                continue;
            }
            let Some(rest) = text.get(at - 1..).filter(|rest| self.may_begin(rest)) else { continue };
            if self.sharing(&self.by_head, rest.chars()).any(|(phrase, _)| self.covers(rest, phrase).is_some()) {
                return true;
            }
        }
        false
    }

    /// The phrases that have the first one or two letters of `letters` at that edge.
    fn sharing<'a>(
        &self,
        index: &'a FxHashMap<Edge, Vec<(&'static str, &'static str)>>,
        letters: impl Iterator<Item = char>,
    ) -> impl Iterator<Item = &'a (&'static str, &'static str)> {
        let mut letters = letters.map(|found| self.key(found));
        let (outer, inner) = (letters.next(), letters.next());
        let bucket = |inner| outer.and_then(|outer| index.get(&(outer, inner))).map(Vec::as_slice).unwrap_or_default();
        let pairs = if inner.is_some() { bucket(inner) } else { &[] };
        bucket(None).iter().chain(pairs)
    }

    /// The bytes of `text` that `phrase` covers at its start.
    fn covers(&self, text: &str, phrase: &str) -> Option<usize> {
        if let Some(head) = text.as_bytes().get(..phrase.len()).filter(|head| head.is_ascii()) {
            let key = |byte: &u8| if self.case_counts { *byte } else { byte.to_ascii_lowercase() };
            return head.iter().map(key).eq(phrase.bytes()).then_some(phrase.len());
        }
        let mut length = 0;
        let mut left = text.chars();
        for wanted in phrase.chars() {
            let found = left.next()?;
            if self.key(found) != wanted {
                return None;
            }
            length += found.len_utf8();
        }
        Some(length)
    }

    fn key(&self, found: char) -> char {
        match found {
            '\u{a0}' => ' ',
            '’' => '\'',
            _ if self.case_counts => found,
            _ => fold(found),
        }
    }

    pub(super) fn add(&mut self, language: &str, name: &str) {
        for (phrase, value) in lexicon::pairs(language, name) {
            self.insert(phrase, value);
        }
    }

    pub(super) fn insert(&mut self, phrase: &'static str, value: &'static str) {
        self.heads.open(phrase.chars());
        let (mut head, mut tail) = (phrase.chars(), phrase.chars().rev());
        if let (Some(first), Some(last)) = (head.next(), tail.next()) {
            let (head, tail) = ((first, head.next()), (last, tail.next()));
            self.by_head.entry(head).or_default().push((phrase, value));
            if self.both_ends {
                self.tails.open(phrase.chars().rev());
                self.by_tail.entry(tail).or_default().push((phrase, value));
            }
        }
    }
}
