//! Calendar dates.
//!
//! In: a stretch that begins with a number or a month's name. Out: as much of a date as is printed, and its length.
//!
//! | case | example |
//! |---|---|
//! | year first | `2025-02-06`, `2025/2/6`, `2025.02.06` |
//! | numbers, day first | `06.02.2025`, `6. 2. 2025`, `06/02/2025`, `6-2-2025`, `06.02.25` |
//! | day and month's name | `6 February 2025`, `6. Februar`, `6 de febrero de 2025`, `6th of Feb., 2025` |
//! | month's name first | `February 6, 2025`, `Feb. 6`, `February 2025` |
//! | marked numbers | `2025年2月6日`, `2025년 2월 6일`, `6 tháng 2, 2025`, `2025 m. vasario 6 d.` |
//!
//! A year that something is glued to (`20232:23 PM`, `202501747`) is its first four digits. What the calendar does not
//! know (31 April) is no date. A written order of month and day (`02/13/2025`) is known by a number above 12.

use chrono::NaiveDate;

use super::PartialDate;
use super::numbers::{number, spaces, whole};
use crate::fields::tables::{Tables, letters};

/// A date and how it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) date: PartialDate,
    pub(super) length: usize,
    /// Day and month could be swapped.
    pub(super) ambiguous: bool,
}

/// The date that `text`, which begins with a digit, begins with.
pub(super) fn at_number(text: &str, tables: &Tables) -> Option<Found> {
    year_first(text).or_else(|| marked(text, tables)).or_else(|| numeric(text)).or_else(|| day_first(text, tables))
}

/// The date that `text`, which begins with a letter, begins with.
pub(super) fn at_word(text: &str, tables: &Tables) -> Option<Found> {
    let (month, capital, mut at) = month(text, tables)?;
    at += spaces(text.get(at..)?);
    let day = number(text.get(at..)?, 2).filter(|day| {
        let after = text.get(at + day.length..).unwrap_or("");
        day.value >= 1 && day.value <= 31 && !goes_on(after)
    });
    let Some(day) = day else {
        // `February 2025`.
        let (year, length) = year(text.get(at..)?, tables)?;
        return make(Some(year), Some(month), None, at + length, false);
    };
    let mut end = at + day.length;
    end += ordinal(text.get(end..)?, tables);
    match year(text.get(end..)?, tables) {
        Some((year, length)) => make(Some(year), Some(month), Some(day.value), end + length, false),
        // `may 6` is a verb and a number more often than a date.
        None if capital => make(None, Some(month), Some(day.value), end, false),
        None => None,
    }
}

/// A number that goes on behind the day: `6.5`, `6,000`, `6:30`, `60`, `6%`.
fn goes_on(after: &str) -> bool {
    let mut left = after.chars();
    match (left.next(), left.next()) {
        (Some('.' | ',' | ':' | '-' | '/'), Some(next)) => next.is_ascii_digit(),
        (Some(next), _) => next.is_ascii_digit() || next == '%',
        _ => false,
    }
}

/// `2025-02-06`.
fn year_first(text: &str) -> Option<Found> {
    let year = whole(text, 4).filter(|year| year.digits == 4)?;
    let (separator, month_at) = separator(text, year.length)?;
    let month = whole(text.get(month_at..)?, 2)?;
    let (again, day_at) = self::separator(text, month_at + month.length)?;
    let day = number(text.get(day_at..)?, 2)?;
    let sane = separator == again && plausible(year.value);
    sane.then(|| make(Some(year.value), Some(month.value), Some(day.value), day_at + day.length, false))?
}

/// `06.02.2025`: the day first, unless the second number can only be a day.
fn numeric(text: &str) -> Option<Found> {
    let first = whole(text, 2)?;
    let (separator, second_at) = separator(text, first.length)?;
    let second = whole(text.get(second_at..)?, 2)?;
    let (again, year_at) = self::separator(text, second_at + second.length)?;
    if separator != again {
        return None;
    }
    let (year, end) = numeric_year(text, year_at, separator)?;
    let swapped = second.value > 12;
    let (day, month) = if swapped { (second.value, first.value) } else { (first.value, second.value) };
    let ambiguous = separator != '.' && !swapped && day <= 12 && day != month;
    make(Some(year), Some(month), Some(day), end, ambiguous)
}

/// Four digits (what follows may be glued), or two behind a full stop or a stroke.
fn numeric_year(text: &str, at: usize, separator: char) -> Option<(u32, usize)> {
    let rest = text.get(at..)?;
    let four = number(rest, 4).filter(|year| year.digits == 4 && plausible(year.value));
    if let Some(year) = four {
        return Some((year.value, at + year.length));
    }
    let two = whole(rest, 2).filter(|year| year.digits == 2 && separator != '-')?;
    let after = rest.get(two.length..)?;
    if goes_on(after) || (separator == '/' && two.value < 20) {
        return None;
    }
    Some((if two.value < 70 { 2000 + two.value } else { 1900 + two.value }, at + two.length))
}

/// `6 February 2025`, `6. Februar`, `6 de febrero de 2025`.
fn day_first(text: &str, tables: &Tables) -> Option<Found> {
    let day = whole(text, 2)?;
    let mut at = day.length;
    let dotted = text.get(at..)?.starts_with('.');
    at += usize::from(dotted);
    if !dotted {
        at += ordinal(text.get(at..)?, tables);
    }
    at += between(text.get(at..)?, tables);
    let (month, capital, length) = month(text.get(at..)?, tables)?;
    let long = text.get(at..at + length).is_some_and(|word| word.chars().count() > 3);
    at += length;
    match year(text.get(at..)?, tables) {
        Some((year, length)) => make(Some(year), Some(month), Some(day.value), at + length, false),
        // `6 may attend` goes on; `6 feb (` does not.
        None if capital || long || !follows_word(text.get(at..)?) => {
            make(None, Some(month), Some(day.value), at, false)
        }
        None => None,
    }
}

fn follows_word(after: &str) -> bool {
    after.trim_start().starts_with(char::is_alphanumeric)
}

/// `2025年2月6日`, `6月2日`, `6 tháng 2, 2025`, `2025 m. vasario 6 d.`.
fn marked(text: &str, tables: &Tables) -> Option<Found> {
    let first = whole(text, 4)?;
    let mut at = first.length + spaces(text.get(first.length..)?);
    let (length, mark) = tables.date_marks.at(text.get(at..)?)?;
    at += length;
    match mark {
        "year" if first.digits == 4 => {
            at += spaces(text.get(at..)?);
            let (month, length) = marked_month(text.get(at..)?, tables)?;
            let end = at + length;
            match marked_day(text.get(end..)?, tables) {
                Some((day, length)) => make(Some(first.value), Some(month), Some(day), end + length, false),
                None => make(Some(first.value), Some(month), None, end, false),
            }
        }
        "month" => {
            // `6月2日` counts the month first, `6 tháng 2` the day.
            if let Some((day, length)) = marked_day(text.get(at..)?, tables) {
                return make(None, Some(first.value), Some(day), at + length, false);
            }
            at += spaces(text.get(at..)?);
            let month = whole(text.get(at..)?, 2)?;
            at += month.length;
            let (year, length) = year(text.get(at..)?, tables).map_or((None, 0), |(year, length)| (Some(year), length));
            make(year, Some(month.value), Some(first.value), at + length, false)
        }
        _ => None,
    }
}

fn marked_month(text: &str, tables: &Tables) -> Option<(u32, usize)> {
    if let Some(found) = whole(text, 2) {
        let at = found.length + spaces(text.get(found.length..)?);
        let (length, mark) = tables.date_marks.at(text.get(at..)?)?;
        return (mark == "month").then_some((found.value, at + length));
    }
    month(text, tables).map(|(month, _, length)| (month, length))
}

fn marked_day(text: &str, tables: &Tables) -> Option<(u32, usize)> {
    let lead = spaces(text);
    let day = whole(text.get(lead..)?, 2)?;
    let at = lead + day.length;
    let gap = spaces(text.get(at..)?);
    let (length, mark) = tables.date_marks.at(text.get(at + gap..)?)?;
    (mark == "day").then_some((day.value, at + gap + length))
}

/// The month's name that `text` begins with: its number, whether it is written with a capital, its length.
fn month(text: &str, tables: &Tables) -> Option<(u32, bool, usize)> {
    let word = letters(text);
    let month = tables.months.get(word)?.parse().ok()?;
    let capital = word.chars().next().is_some_and(|first| !first.is_lowercase());
    let dot = text.get(word.len()..).is_some_and(|rest| rest.starts_with('.')) && word.chars().count() <= 5;
    Some((month, capital, word.len() + usize::from(dot)))
}

/// A year behind a month: `, 2025`, ` de 2025`, `2025` with something glued to it.
fn year(text: &str, tables: &Tables) -> Option<(u32, usize)> {
    let mut at = usize::from(text.starts_with([',', '.', '/', '-']));
    at += between(text.get(at..)?, tables);
    let year = number(text.get(at..)?, 4).filter(|year| year.digits == 4)?;
    (1000..=2100).contains(&year.value).then_some((year.value, at + year.length))
}

/// White space, and a word that stands between the parts of a date (`de`, `of`, `năm`).
fn between(text: &str, tables: &Tables) -> usize {
    let at = spaces(text);
    let word = text.get(at..).and_then(|rest| tables.date_marks.at(rest));
    match word {
        Some((length, "between" | "year")) => at + length + text.get(at + length..).map_or(0, spaces),
        _ => at,
    }
}

fn ordinal(text: &str, tables: &Tables) -> usize {
    match tables.date_marks.at(text) {
        Some((length, "ordinal")) => length,
        _ => 0,
    }
}

/// A stroke, a hyphen or a full stop at `at` (spaces may stand behind a full stop), and where the next number begins.
fn separator(text: &str, at: usize) -> Option<(char, usize)> {
    let found = text.get(at..)?.chars().next()?;
    let next = at + found.len_utf8();
    match found {
        '.' => Some((found, next + spaces(text.get(next..)?).min(1))),
        '-' | '/' => Some((found, next)),
        _ => None,
    }
}

fn plausible(year: u32) -> bool {
    (1900..=2100).contains(&year)
}

/// The date, where the calendar knows it; a day without a year may be 29 February.
fn make(year: Option<u32>, month: Option<u32>, day: Option<u32>, length: usize, ambiguous: bool) -> Option<Found> {
    let number = year.and_then(|year| i32::try_from(year).ok());
    NaiveDate::from_ymd_opt(number.unwrap_or(2024), month.unwrap_or(1), day.unwrap_or(1))?;
    let small = |value: Option<u32>| value.and_then(|value| u8::try_from(value).ok());
    Some(Found { date: PartialDate { year: number, month: small(month), day: small(day) }, length, ambiguous })
}
