//! Dates and times as printed.
//!
//! In: a line, or running text, and the language. Out: [`Stamp`]s (`Updated: 15:57 BST, 27 April 2024`) or the bare dates
//! of running text. `date::calendar`, `date::clock` and `date::items` tell the forms; here the pieces become stamps.
//!
//! - A label (`Published`, `Stand`) belongs to the stamp behind it. `Available until` makes it none of an article's.
//! - A time belongs to the date next to it, before or behind, unless another word stands between.
//! - `06/01/2026` is 6 January, and ambiguous, unless a zone of the Americas says that the month stands first.
//!
//! Whether a stamp is the article's is left to `layout`.

mod calendar;
mod clock;
mod items;
mod numbers;

use self::items::{Item, Placed};
use super::tables;
use crate::text::Stretch;

/// As much of a calendar date as is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year, where printed.
    pub year: Option<i32>,
    /// 1 to 12, where printed.
    pub month: Option<u8>,
    /// 1 to 31, where printed.
    pub day: Option<u8>,
}

impl PartialDate {
    /// Whether nothing is printed.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl std::fmt::Display for PartialDate {
    /// EDTF level 2: `2025-02-06`, `XXXX-02-06`, `2025-02`, `2025`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.year {
            Some(year) => write!(out, "{year:04}")?,
            None => out.write_str("XXXX")?,
        }
        match (self.month, self.day) {
            (None, None) => Ok(()),
            (Some(month), None) => write!(out, "-{month:02}"),
            (None, Some(day)) => write!(out, "-XX-{day:02}"),
            (Some(month), Some(day)) => write!(out, "-{month:02}-{day:02}"),
        }
    }
}

/// What a stamp says the date is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StampKind {
    /// No word beside it.
    #[default]
    Plain,
    /// `Published`, `Posted`, `veröffentlicht`.
    Published,
    /// `Updated`.
    Updated,
    /// `Stand`: as of this date. The only date of a page, it is when the article came out; beside another, its update.
    Standing,
}

/// A date (with a time, perhaps) in a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// What it took of the line, its label (`Updated`) with it.
    pub stretch: Stretch,
    /// What the label says.
    pub kind: StampKind,
    /// The date; all `None` where only a time or an age stands.
    pub date: PartialDate,
    /// Hour, minute, second, where printed.
    pub time: Option<(u8, u8, u8)>,
    /// Minutes east of Greenwich, where a zone is printed.
    pub zone: Option<i16>,
    /// `2 hours ago`: how many seconds before now.
    pub age: Option<u64>,
    /// Whether day and month could be swapped (`06/01/2026`).
    pub ambiguous: bool,
}

/// The longest line that is searched for stamps.
const LONGEST: usize = 600;

/// Every stamp of a line, in order. A line without a digit has one only where an age is spelt out (`an hour ago`); a
/// line longer than 600 bytes is a paragraph and has none.
#[must_use]
pub fn stamps(line: &str, language: &str) -> Vec<Stamp> {
    let digits = has_digit(line);
    if line.len() > if digits { LONGEST } else { 60 } {
        return Vec::new();
    }
    let tables = tables::of(language);
    if !items::may_hold_any(line, tables) {
        return Vec::new();
    }
    let mut builder = Builder::default();
    for placed in items::read(line, tables) {
        builder.take(placed);
    }
    builder.close();
    builder.done
}

fn has_digit(line: &str) -> bool {
    // Without a branch many bytes are read at once.
    let any = |holds: fn(u8) -> bool| line.bytes().fold(0, |any, byte| any | u8::from(holds(byte))) > 0;
    // The first bytes of Arabic, Persian, Devanagari and full-width figures.
    any(|byte| byte.wrapping_sub(b'0') < 10)
        || any(|byte| byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF)
            && line.chars().any(|found| numbers::digit(found).is_some())
}

/// Stamps as they grow, piece by piece.
#[derive(Default)]
struct Builder {
    done: Vec<Stamp>,
    open: Option<Stamp>,
    summer: bool,
    /// The label says that the open one is no date of an article: `Available until`.
    other: bool,
}

impl Builder {
    fn take(&mut self, placed: Placed) {
        let Placed { item, start, end } = placed;
        let filled = self.open.is_some_and(|open| !open.date.is_empty() || open.time.is_some() || open.age.is_some());
        let parted = match item {
            Item::Label(_) => filled,
            Item::Date { .. } => self.open.is_some_and(|open| !open.date.is_empty() || open.age.is_some()),
            Item::Time(_) => self.open.is_some_and(|open| open.time.is_some() || open.age.is_some()),
            Item::Age(_) => filled,
            Item::Other => true,
            Item::Zone { .. } | Item::Weekday => false,
        };
        if parted {
            self.close();
        }
        if item == Item::Other {
            return;
        }
        let open = self.open.get_or_insert(Stamp { stretch: Stretch::new(start, start), ..Stamp::default() });
        match item {
            Item::Date { date, ambiguous } => (open.date, open.ambiguous) = (date, ambiguous),
            Item::Time(time) => open.time = Some(time),
            Item::Zone { minutes, summer } => {
                // A zone without a time (`March 4, 2025 GMT`) says nothing.
                if open.time.is_some() && open.zone.is_none() {
                    open.zone = Some(minutes);
                    self.summer = summer;
                }
            }
            Item::Label(Some(kind)) => open.kind = kind,
            Item::Label(None) => self.other = true,
            Item::Age(seconds) => open.age = Some(seconds),
            Item::Weekday | Item::Other => {
                // Behind a date a weekday adds nothing; before it, it opens the stamp.
                if filled {
                    return;
                }
            }
        }
        open.stretch.end = end;
    }

    /// Ends the stamp that is open; one that says nothing is dropped.
    fn close(&mut self) {
        let (summer, other) = (std::mem::take(&mut self.summer), std::mem::take(&mut self.other));
        let Some(mut stamp) = self.open.take().filter(|_| !other) else { return };
        if stamp.date.is_empty() && stamp.time.is_none() && stamp.age.is_none() {
            return;
        }
        let americas = stamp.zone.is_some_and(|zone| (-600..=-240).contains(&zone));
        if stamp.ambiguous && americas {
            (stamp.date.month, stamp.date.day) = (stamp.date.day, stamp.date.month);
            stamp.ambiguous = false;
        }
        if summer {
            stamp.zone = stamp.zone.map(|zone| zone + clock::summer_minutes(stamp.date));
        }
        self.done.push(stamp);
    }
}

/// The dates without labels and times in running text (`February 6`, `Dec. 25, 2024`), in order.
#[must_use]
pub fn dates_in_text(text: &str, language: &str) -> Vec<(Stretch, PartialDate)> {
    if !has_digit(text) {
        return Vec::new();
    }
    let tables = tables::of(language);
    if !items::may_hold_any(text, tables) {
        return Vec::new();
    }
    let dates = items::read(text, tables).into_iter().filter_map(|placed| match placed.item {
        Item::Date { date, .. } => Some((Stretch::new(placed.start, placed.end), date)),
        _ => None,
    });
    dates.collect()
}

#[cfg(test)]
mod tests;
