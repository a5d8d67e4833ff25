//! Times of day and their zones.
//!
//! In: a stretch that begins with a number (a zone: with a letter, a sign or a bracket). Out: the time and its length.
//! Accepts `15:56`, `15:56:07`, `10:05 am`, `5 PM`, `17.23 Uhr`, `14h52`, `16:51 h`, `9時54分`; zones `CET`, `ET`, `GMT+1`,
//! `(GMT+7)`, `UTC-03:00`, `+02:00`, `Z`. A full stop between hour and minute needs a word, a zone, or a date before it.

use super::PartialDate;
use super::numbers::{number, spaces, whole};
use crate::fields::tables::{self, Tables, ends_word};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) time: (u8, u8, u8),
    pub(super) length: usize,
}

/// The time that `text` begins with. `beside_date` says that a date or a word for `at` stands before it; `half` is the
/// half of the day that was printed before the hour.
pub(super) fn read(text: &str, tables: &Tables, beside_date: bool, half: Option<&str>) -> Option<Clock> {
    let hour = whole(text, 2).filter(|hour| hour.value <= 24)?;
    let mut at = hour.length;
    let mut minute = 0;
    let mut second = 0;
    let mut proven = false;
    match text.get(at..)?.chars().next() {
        Some(':' | '：') => {
            at += text.get(at..)?.chars().next().map_or(0, char::len_utf8);
            minute = two_digits(text, &mut at)?;
            if text.get(at..)?.starts_with(':') {
                let mut end = at + 1;
                if let Some(found) = two_digits(text, &mut end) {
                    (second, at) = (found, end);
                    at += fraction(text.get(at..)?);
                }
            }
            proven = true;
        }
        Some('.') => {
            at += 1;
            minute = two_digits(text, &mut at)?;
            proven = beside_date && !text.get(at..)?.starts_with(['.', '/', '%']);
        }
        Some('h' | 'H') if number(text.get(at + 1..)?, 3).is_some_and(|found| found.digits == 2) => {
            at += 1;
            minute = two_digits(text, &mut at)?;
            proven = true;
        }
        _ => {
            if let Some((length, "hour")) = tables.date_marks.at(text.get(at..)?) {
                at += length;
                proven = true;
                let gap = spaces(text.get(at..)?);
                if let Some(found) = whole(text.get(at + gap..)?, 2) {
                    let end = at + gap + found.length;
                    if let Some((length, "minute")) = tables.date_marks.at(text.get(end..)?) {
                        minute = found.value;
                        at = end + length;
                    }
                }
            }
        }
    }
    let mut half = half;
    let gap = spaces(text.get(at..)?).min(2);
    if let Some((length, word)) = tables.time_words.at(text.get(at + gap..)?) {
        let hour_alone = at == hour.length;
        if !hour_alone || word != "mark" {
            at += gap + length;
            proven = true;
            half = half.or(Some(word));
        }
    } else if !proven && at > hour.length && zone(text.get(at..)?).is_some() {
        proven = true;
    }
    let hour = match (half, hour.value) {
        (Some("pm"), value) if value < 12 => value + 12,
        (Some("am"), 12) => 0,
        (_, 24) => 0,
        (_, value) => value,
    };
    let sane = proven && minute < 60 && second < 60;
    sane.then_some(Clock { time: (small(hour), small(minute), small(second)), length: at })
}

fn two_digits(text: &str, at: &mut usize) -> Option<u32> {
    let found = number(text.get(*at..)?, 2).filter(|found| found.digits == 2)?;
    *at += found.length;
    Some(found.value)
}

fn fraction(text: &str) -> usize {
    match text.strip_prefix('.').and_then(|rest| number(rest, 9)) {
        Some(found) => 1 + found.length,
        None => 0,
    }
}

fn small(value: u32) -> u8 {
    u8::try_from(value).unwrap_or(0)
}

/// A zone: minutes east of Greenwich, whether summer time of the United States is to be added, its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Zone {
    pub(super) minutes: i16,
    pub(super) summer: bool,
    pub(super) length: usize,
}

/// The zone that `text` begins with, white space or a bracket before it.
pub(super) fn zone(text: &str) -> Option<Zone> {
    let mut at = spaces(text);
    let bracket = text.get(at..)?.starts_with('(');
    at += usize::from(bracket);
    let rest = text.get(at..)?;
    let named = tables::common()
        .zones
        .iter()
        .filter(|(name, ..)| name.as_bytes().first() == rest.as_bytes().first())
        .filter(|(name, ..)| rest.starts_with(name) && ends_word(rest, name.len()))
        .max_by_key(|(name, ..)| name.len());
    let (mut minutes, summer, mut length) = match named {
        Some((name, minutes, summer)) => (*minutes, *summer, name.len()),
        None if rest.starts_with(['+', '-']) && at == 0 => (0, false, 0),
        None => return None,
    };
    if let Some((shift, bytes)) = rest.get(length..).and_then(shift).filter(|_| minutes == 0) {
        minutes = shift;
        length += bytes;
    } else if length == 0 {
        return None;
    }
    at += length;
    at += usize::from(bracket && text.get(at..).is_some_and(|tail| tail.starts_with(')')));
    Some(Zone { minutes, summer, length: at })
}

/// `+1`, `+02:00`, `-0330`.
fn shift(text: &str) -> Option<(i16, usize)> {
    let sign = text.chars().next()?;
    let factor = match sign {
        '+' => 1,
        '-' | '−' | '–' => -1,
        _ => return None,
    };
    let mut at = sign.len_utf8();
    let hours = number(text.get(at..)?, 2)?;
    at += hours.length;
    let mut minutes = 0;
    let colon = usize::from(text.get(at..)?.starts_with(':'));
    if let Some(found) = number(text.get(at + colon..)?, 2).filter(|found| found.digits == 2) {
        minutes = found.value;
        at += colon + found.length;
    }
    let shift = i16::try_from(hours.value * 60 + minutes).ok().filter(|shift| *shift <= 14 * 60)?;
    Some((factor * shift, at))
}

/// Minutes that a zone of the United States adds on `date`: from the second Sunday of March to the first of November.
pub(super) fn summer_minutes(date: PartialDate) -> i16 {
    let (Some(year), Some(month), Some(day)) = (date.year, date.month, date.day) else { return 0 };
    let sunday = |month: u32, week: u8| {
        chrono::NaiveDate::from_weekday_of_month_opt(year, month, chrono::Weekday::Sun, week)
            .map_or((13, 1), |found| (chrono::Datelike::month(&found), chrono::Datelike::day(&found)))
    };
    let today = (u32::from(month), u32::from(day));
    if today >= sunday(3, 2) && today < sunday(11, 1) { 60 } else { 0 }
}
