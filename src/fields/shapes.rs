//! Words of a line with the shape that names are told by.
//!
//! In: a stretch of text. Out: its words up to the first sign that no name holds. A word ends at a space, at a sign, at
//! a digit, and where a capital follows a small letter (`LindqvistTravel`), unless the beginning is one that takes an
//! inner capital (`McAllister`, `DeShawn`, `O’Dowd`).

use super::tables;
use crate::text::chars;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `Mara`, `O’Dowd`, `al-Masri`.
    Name,
    /// `MARA`.
    Capitals,
    /// `J.`, `J.K.`, `RJ`.
    Initials,
    /// `reporter`.
    Small,
    /// Anything else.
    Other,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) end: usize,
    pub(super) shape: Shape,
    /// Whether something other than one space follows: the run of words is over.
    pub(super) ends_run: bool,
}

/// The words that `text` begins with, set apart by single spaces.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let length = word_length(rest);
        let word = rest.get(..length).filter(|word| !word.is_empty())?;
        let end = at + length;
        let ends_run = !text.get(end..).is_some_and(|tail| tail.starts_with([' ', '\u{a0}']));
        at = text.get(end..).and_then(|tail| tail.chars().next()).map_or(end, |next| end + next.len_utf8());
        Some(Word { text: word, end, shape: shape(word), ends_run })
    })
}

/// Letters, with marks inside: `’`, `-`, and a full stop after an initial or a short title.
fn word_length(rest: &str) -> usize {
    let plain = plain_length(rest.as_bytes());
    if plain > 0 {
        return plain;
    }
    let mut end = 0;
    let mut before = None;
    let mut letters = 0;
    for (at, found) in rest.char_indices() {
        let follows = rest.get(at + found.len_utf8()..).and_then(|tail| tail.chars().next());
        if is_letter(found) {
            let camel = found.is_uppercase() && before.is_some_and(char::is_lowercase);
            if camel && !takes_inner_capital(rest.get(..at).unwrap_or("")) {
                break;
            }
            letters += 1;
        } else if letters > 0 && joins(found, follows, letters, rest.get(..at).unwrap_or("")) {
            letters = 0;
        } else {
            break;
        }
        end = at + found.len_utf8();
        before = Some(found);
    }
    end
}

/// A word of ASCII letters without a capital inside, with a sign behind it that no word holds; else 0.
fn plain_length(bytes: &[u8]) -> usize {
    let capitals = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let small = bytes[capitals..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    match bytes.get(capitals + small) {
        Some(next) if !next.is_ascii() || next.is_ascii_alphabetic() || matches!(next, b'\'' | b'-' | b'`' | b'.') => 0,
        _ => capitals + small,
    }
}

/// Whether a sign belongs to the word: a mark between letters, or a full stop behind an initial or a short title.
fn joins(found: char, follows: Option<char>, letters: usize, head: &str) -> bool {
    match found {
        '\'' | '’' | 'ʼ' | '-' | '‐' | '`' => follows.is_some_and(is_letter),
        '.' => letters <= 1 || is_abbreviated(head),
        _ => false,
    }
}

/// `Dr`, `Jr`, `St`: a full stop belongs to them.
fn is_abbreviated(word: &str) -> bool {
    let makers = tables::makers();
    makers.honorifics.has(word) || tables::common().suffixes.has(word) || tables::common().particles.has(word)
}

/// Whether a text ends in the beginning of a name that takes a capital inside (`Mc`, `O’`).
#[must_use]
pub fn takes_inner_capital(head: &str) -> bool {
    let last = head.rsplit([' ', '-', '\'', '’']).next().unwrap_or(head);
    tables::common().inner_capitals.has(last)
}

fn is_letter(found: char) -> bool {
    chars::is_letter(found) || matches!(found, '\u{0300}'..='\u{036F}')
}

fn shape(word: &str) -> Shape {
    let bytes = word.as_bytes();
    let capitals = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    // `Mara`, `reporter`: one capital at most, then small letters.
    if capitals <= 1 && bytes.len() > capitals && bytes[capitals..].iter().all(u8::is_ascii_lowercase) {
        return if capitals == 1 { Shape::Name } else { Shape::Small };
    }
    let mut letters = word.chars().filter(|found| is_letter(*found));
    let Some(first) = letters.next() else { return Shape::Other };
    let count = 1 + letters.clone().count();
    let small = word.chars().any(char::is_lowercase);
    if word.contains('.') && !small && count <= 4 {
        return Shape::Initials;
    }
    if !first.is_uppercase() {
        // `al-Masri`, `d’Arcy`: a particle tied to a name.
        let tied = word.split(['-', '’', '\'']).next().is_some_and(|head| tables::common().particles.has(head));
        let capital = word.chars().any(char::is_uppercase);
        return if tied && capital && word.contains(['-', '’', '\'']) { Shape::Name } else { Shape::Small };
    }
    match (small, count) {
        (false, 1 | 2) => Shape::Initials,
        (false, _) => Shape::Capitals,
        (true, _) if is_capital_surname(word) => Shape::Capitals,
        (true, _) => Shape::Name,
    }
}

/// `McDONALD`.
fn is_capital_surname(word: &str) -> bool {
    let capitals = word.chars().filter(|found| found.is_uppercase()).count();
    let small = word.chars().filter(|found| found.is_lowercase()).count();
    capitals > 2 && small <= 2
}
