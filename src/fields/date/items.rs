//! A line cut into the pieces that stamps are made of.
//!
//! In: a line. Out: its dates, times, zones, labels and ages in order, and where other words stand between. Words that
//! only link (`um`, `at`, weekdays) and signs are left out.

use super::calendar;
use super::clock;
use super::numbers::{digit, number, spaces};
use super::{PartialDate, StampKind};
use crate::fields::tables::{Tables, begins_word, letters};
use crate::text::chars::{is_cjk, is_letter};

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Date {
        date: PartialDate,
        ambiguous: bool,
    },
    Time((u8, u8, u8)),
    Zone {
        minutes: i16,
        summer: bool,
    },
    /// What happened at the date behind it; `None` where it is no date of an article’s.
    Label(Option<StampKind>),
    Age(u64),
    /// A weekday: part of the stamp that follows.
    Weekday,
    /// Anything else: what stands before and behind it is not one stamp.
    Other,
}

/// A piece and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) item: Item,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Reads a line.
pub(super) struct Reader<'a> {
    line: &'a str,
    tables: &'a Tables,
    at: usize,
    half: Option<&'static str>,
    /// What was read last is a date, a link or a label: a number may be a time without further proof.
    beside: bool,
    after_time: bool,
    items: Vec<Placed>,
}

/// The pieces of `line`, in order.
pub(super) fn read(line: &str, tables: &Tables) -> Vec<Placed> {
    let mut reader = Reader { line, tables, at: 0, half: None, beside: false, after_time: false, items: Vec::new() };
    while let Some(first) = reader.rest().chars().next() {
        reader.step(first);
    }
    reader.items
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.line.get(self.at..).unwrap_or("")
    }

    fn put(&mut self, item: Item, length: usize) {
        self.after_time = matches!(item, Item::Time(_) | Item::Date { .. });
        self.beside = matches!(item, Item::Date { .. } | Item::Label(_));
        self.half = None;
        // Two words stand between as one does.
        if item != Item::Other || self.items.last().is_none_or(|last| last.item != Item::Other) {
            self.items.push(Placed { item, start: self.at, end: self.at + length });
        }
        self.at += length;
    }

    fn step(&mut self, first: char) {
        if first.is_whitespace() {
            self.at += first.len_utf8();
        } else if self.after_time && self.zone() {
        } else if digit(first).is_some() {
            self.number();
        } else if is_letter(first) {
            self.word(first);
        } else if matches!(first, '©' | '@' | '$' | '€' | '£' | '%' | '#') {
            self.put(Item::Other, first.len_utf8());
        } else {
            self.at += first.len_utf8();
        }
    }

    fn zone(&mut self) -> bool {
        self.after_time = false;
        let named = self.rest().starts_with(|first: char| is_letter(first) || first == '(');
        let timed = matches!(self.items.last(), Some(Placed { item: Item::Time(_), .. }));
        let Some(zone) = clock::zone(self.rest()).filter(|_| named || timed) else { return false };
        self.put(Item::Zone { minutes: zone.minutes, summer: zone.summer }, zone.length);
        true
    }

    fn number(&mut self) {
        let rest = self.rest();
        if let Some((seconds, length)) = age(rest, self.tables, false) {
            return self.put(Item::Age(seconds), length);
        }
        if let Some(found) = calendar::at_number(rest, self.tables) {
            return self.put(Item::Date { date: found.date, ambiguous: found.ambiguous }, found.length);
        }
        if let Some(found) = clock::read(rest, self.tables, self.beside, self.half) {
            self.put(Item::Time(found.time), found.length);
            // A zone may stand behind one space, a sign or a bracket.
            let gap = spaces(self.rest());
            if !self.rest().get(gap..).is_some_and(|tail| tail.starts_with(['+', '-'])) || gap == 0 {
                self.after_time = true;
            }
            return;
        }
        let length = number(rest, usize::MAX).map_or(1, |found| found.length);
        self.put(Item::Other, length);
    }

    fn word(&mut self, first: char) {
        let (rest, tables) = (self.rest(), self.tables);
        // Most words are none of a date.
        if !tables.date_words.may_begin(rest) && first != 'T' {
            let word = letters(rest);
            return self.put(Item::Other, word.len().max(first.len_utf8()));
        }
        if !begins_word(self.line, self.at) {
            let length = letters(rest).len().max(first.len_utf8());
            return self.put(Item::Other, length);
        }
        if let Some((length, word)) = tables.ago.at(rest) {
            let next = length + rest.get(length..).map_or(0, spaces);
            let one = word == "one";
            if let Some((seconds, more)) =
                rest.get(if one { 0 } else { next }..).and_then(|tail| age(tail, tables, !one))
            {
                return self.put(Item::Age(seconds), if one { more } else { next + more });
            }
        }
        // Behind a day that the calendar refused (`31 April 2025`) there is no month either.
        let refused =
            self.line.get(..self.at).is_some_and(|head| head.trim_end().ends_with(|last| digit(last).is_some()));
        let date = calendar::at_word(rest, tables).filter(|found| found.date.day.is_some() || !refused);
        if let Some(found) = date {
            return self.put(Item::Date { date: found.date, ambiguous: found.ambiguous }, found.length);
        }
        if let Some((length, kind)) = tables.date_labels.at(rest) {
            let kind = match kind {
                "updated" => Some(StampKind::Updated),
                "standing" => Some(StampKind::Standing),
                "other" => None,
                _ => Some(StampKind::Published),
            };
            return self.put(Item::Label(kind), length);
        }
        if let Some((length, _)) = tables.weekdays.at(rest) {
            return self.put(Item::Weekday, length);
        }
        if let Some((length, half @ ("am" | "pm"))) = tables.date_marks.at(rest) {
            self.at += length;
            self.half = Some(half);
            return;
        }
        let word = if is_cjk(first) { rest.get(..first.len_utf8()).unwrap_or("") } else { letters(rest) };
        let iso = word == "T" && self.beside;
        if iso || tables.date_links.has(word) {
            self.at += word.len();
            self.beside = true;
            return;
        }
        self.put(Item::Other, word.len().max(first.len_utf8()));
    }
}

/// Whether a line may hold a date, a time or an age: a number with something beside it that one has, or a unit of time behind a
/// word for one (`an hour ago`). Most lines with a figure in them hold none, and are not read word by word.
pub(super) fn may_hold_any(line: &str, tables: &Tables) -> bool {
    let bytes = line.as_bytes();
    let mut at = 0;
    let mut before = "";
    while let Some(&first) = bytes.get(at) {
        if first.is_ascii_digit() {
            let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            let rest = line.get(at + length..).unwrap_or("");
            if is_beside_number(rest, tables) || tables.months.has(before) || tables.date_marks.at(before).is_some() {
                return true;
            }
            at += length;
            continue;
        }
        let rest = line.get(at..).unwrap_or("");
        let mut length = 1;
        if !first.is_ascii() {
            let Some(found) = rest.chars().next() else { return false };
            if is_cjk(found) || digit(found).is_some() {
                return true;
            }
            length = found.len_utf8();
        }
        let word = if first.is_ascii() && !first.is_ascii_alphabetic() { "" } else { letters(rest) };
        if !word.is_empty() {
            if tables.age_units.has(word) && tables.ago.at(before).is_some() {
                return true;
            }
            (before, length) = (word, word.len());
        }
        at += length;
    }
    false
}

/// Whether what stands behind a number can make it part of a date, a time or an age.
fn is_beside_number(rest: &str, tables: &Tables) -> bool {
    let mut letters = rest.chars();
    let (first, second) = (letters.next(), letters.next());
    let Some(first) = first else { return false };
    let digits = |found: Option<char>| found.is_some_and(|found| digit(found).is_some());
    match first {
        // `6. Februar`, `6. 2. 2025`, `14.30`
        '.' => {
            let behind = rest.get(1..).unwrap_or("").trim_start();
            digits(behind.chars().next()) || is_word_of_number(behind, tables)
        }
        ':' | '：' | '/' | '-' => digits(second),
        'h' | 'H' if digits(second) => true,
        _ => is_word_of_number(rest.trim_start(), tables),
    }
}

fn is_word_of_number(text: &str, tables: &Tables) -> bool {
    let word = letters(text);
    tables.date_marks.at(text).is_some()
        || tables.time_words.at(text).is_some()
        || tables.months.has(word)
        || tables.age_units.has(word)
}

/// `2 hours ago`, `an hour ago`; behind `vor` or `hace` (`opened`) the unit is enough. Seconds and length.
fn age(text: &str, tables: &Tables, opened: bool) -> Option<(u64, usize)> {
    let (count, mut at) = match number(text, 5) {
        Some(found) if found.digits <= 4 => (found.value, found.length),
        Some(_) => return None,
        None => match tables.ago.at(text)? {
            (length, "one") => (1, length),
            _ => return None,
        },
    };
    at += text.get(at..).map_or(0, spaces);
    let (seconds, length) = unit(text.get(at..)?, tables)?;
    at += length;
    if opened {
        return Some((u64::from(count) * seconds, at));
    }
    let dot = usize::from(text.get(at..)?.starts_with('.'));
    let gap = dot + text.get(at + dot..).map_or(0, spaces);
    match tables.ago.at(text.get(at + gap..)?)? {
        (length, "after") => Some((u64::from(count) * seconds, at + gap + length)),
        _ => None,
    }
}

fn unit(text: &str, tables: &Tables) -> Option<(u64, usize)> {
    let first = text.chars().next()?;
    if !is_cjk(first) {
        let word = letters(text);
        return Some((tables.age_units.get(word)?.parse().ok()?, word.len()));
    }
    let ends = text.char_indices().map(|(at, found)| at + found.len_utf8()).take(3).collect::<Vec<_>>();
    ends.into_iter().rev().find_map(|end| Some((tables.age_units.get(text.get(..end)?)?.parse().ok()?, end)))
}
