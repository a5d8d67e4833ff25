//! Dates and times as printed.
//!
//! In: a line, or running text, and the language. Out: [`Stamp`]s (`Updated: 15:57 BST, 27 April 2024`) or the bare dates
//! of running text. `date::calendar`, `date::clock` and `date::items` tell the forms; here the pieces become stamps.
//!
//! - A label (`Published`, `Stand`) belongs to the stamp behind it.
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
    /// `Updated`, `Stand`.
    Updated,
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
    let digits = line.chars().any(|found| numbers::digit(found).is_some());
    if line.len() > if digits { LONGEST } else { 60 } {
        return Vec::new();
    }
    let mut builder = Builder::default();
    for placed in items::read(line, tables::of(language)) {
        builder.take(placed);
    }
    builder.close();
    builder.done
}

/// Stamps as they grow, piece by piece.
#[derive(Default)]
struct Builder {
    done: Vec<Stamp>,
    open: Option<Stamp>,
    summer: bool,
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
            Item::Label(kind) => open.kind = kind,
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
        let (Some(mut stamp), summer) = (self.open.take(), std::mem::take(&mut self.summer)) else { return };
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
    if !text.chars().any(|found| numbers::digit(found).is_some()) {
        return Vec::new();
    }
    let dates = items::read(text, tables::of(language)).into_iter().filter_map(|placed| match placed.item {
        Item::Date { date, .. } => Some((Stretch::new(placed.start, placed.end), date)),
        _ => None,
    });
    dates.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(line: &str, language: &str) -> String {
        let shown = stamps(line, language).into_iter().map(|stamp| {
            let mut text = if stamp.date.is_empty() { String::new() } else { stamp.date.to_string() };
            if let Some((hour, minute, _)) = stamp.time {
                text.push_str(&format!("T{hour:02}:{minute:02}"));
            }
            if let Some(zone) = stamp.zone {
                text.push_str(&format!("{zone:+}"));
            }
            if let Some(age) = stamp.age {
                text.push_str(&format!("-{age}s"));
            }
            match stamp.kind {
                StampKind::Plain => text,
                StampKind::Published => format!("P {text}"),
                StampKind::Updated => format!("U {text}"),
            }
        });
        shown.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn english_forms() {
        for (line, expected) in [
            ("March 4, 2025", "2025-03-04"),
            ("Posted March 4, 2025 10:05 am", "P 2025-03-04T10:05"),
            ("Tue 4 Mar 2025 12.42 CET", "2025-03-04T12:42+60"),
            ("June 4, 2025 5 AM PT", "2025-06-04T05:00-420"),
            ("January 4, 2025 5 AM PT", "2025-01-04T05:00-480"),
            ("March 4, 2025 at 06:21 pm", "2025-03-04T18:21"),
            ("March 4, 2025 11:30 am (Updated 11:54 am)", "2025-03-04T11:30 | U T11:54"),
            ("March 4, 2025 1:55 am(Updated 4:30 am)", "2025-03-04T01:55 | U T04:30"),
            ("12:43, 4 Mar 2025Updated 12:44, 4 Mar 2025", "2025-03-04T12:43 | U 2025-03-04T12:44"),
            (
                "Published: 15:56 BST, 4 March 2025 | Updated: 15:57 BST, 4 March 2025",
                "P 2025-03-04T15:56+60 | U 2025-03-04T15:57+60",
            ),
            ("11:48, Tue, Mar 4, 2025 | UPDATED: 11:50, Tue, Mar 4, 2025", "2025-03-04T11:48 | U 2025-03-04T11:50"),
            ("Published Tue, Mar 4 20252:23 PM EST", "P 2025-03-04T14:23-300"),
            ("Published on 06/01/2026 - 13:55 GMT+1 •Updated 14:20", "P 2026-01-06T13:55+60 | U T14:20"),
            ("01/06/2026 1:55 PM ET", "2026-01-06T13:55-300"),
            ("11:58, 23 APR 2024", "2024-04-23T11:58"),
            ("Tuesday, 4 Mar 2025 4:55 PM MYT", "2025-03-04T16:55+480"),
            ("21 May 2025 - 14:19", "2025-05-21T14:19"),
            ("Updated20:49, 5 Aug 2024", "U 2024-08-05T20:49"),
            ("Press OfficeMarch 4, 2025 GMT", "2025-03-04"),
            ("November 21, 202501747", "2025-11-21"),
            ("03 May 2025 4", "2025-05-03"),
            ("2025-03-04T10:05:09.120Z", "2025-03-04T10:05+0"),
            ("2 hours ago", "-7200s"),
            ("Mara Lindqvist2 minutes ago", "-120s"),
            ("an hour ago", "-3600s"),
            ("Published 4 months ago", "P -10368000s"),
            ("21 mins ago11:48", "-1260s | T11:48"),
        ] {
            assert_eq!(one(line, "en"), expected, "{line}");
        }
    }

    #[test]
    fn other_languages() {
        for (line, language, expected) in [
            ("Stand: 04.03.2025 17:23 Uhr", "de", "U 2025-03-04T17:23"),
            ("04.03.2025, 11.08 Uhr 7 min", "de", "2025-03-04T11:08"),
            ("4. März 2025 um 15:46 Uhr", "de", "2025-03-04T15:46"),
            ("Zuerst veröffentlicht am 04/03/2025 - 14:02 MEZ", "de", "P 2025-03-04T14:02+60"),
            ("vor 3 Stunden", "de", "-10800s"),
            ("04. 03. 2025, 14:59 Uhr", "de", "2025-03-04T14:59"),
            ("15.04.25 09:56", "de", "2025-04-15T09:56"),
            (
                "Publié le 4 mars 2025 à 14h52, modifié le 4 mars 2025 à 15h54",
                "fr",
                "P 2025-03-04T14:52 | U 2025-03-04T15:54",
            ),
            ("4 de marzo de 2025 16:51 h", "es", "2025-03-04T16:51"),
            ("Publicerad 4 mars 2025 kl 10.23Uppdaterad kl 12.17", "sv", "P 2025-03-04T10:23 | U T12:17"),
            ("4 Marzo 2025 - 14:41", "it", "2025-03-04T14:41"),
            ("公開日：2025/03/04 11:30 更新日：2025/03/05 11:30", "ja", "P 2025-03-04T11:30 | U 2025-03-05T11:30"),
            ("2025年3月4日 9時54分", "ja", "2025-03-04T09:54"),
            ("3時間前", "ja", "-10800s"),
            ("입력 2025-03-04 02:37:08", "ko", "P 2025-03-04T02:37"),
            ("2025년 3월 4일 오후 2시 5분", "ko", "2025-03-04T14:05"),
            ("2025 m. kovo 4 d. 19:59", "lt", "2025-03-04T19:59"),
            ("2025.03.04 19:59", "lt", "2025-03-04T19:59"),
            ("Thứ tư, 4/3/2025, 19:25 (GMT+7)", "vi", "2025-03-04T19:25+420"),
            ("4 марта 2025, 10:12", "ru", "2025-03-04T10:12"),
            (
                "Aktualizacja: 04.03.2025 19:45 Publikacja: 03.03.2025 19:05",
                "pl",
                "U 2025-03-04T19:45 | P 2025-03-03T19:05",
            ),
            ("4 मार्च 2025", "hi", "2025-03-04"),
        ] {
            assert_eq!(one(line, language), expected, "{line}");
        }
    }

    #[test]
    fn what_is_no_stamp() {
        for line in
            ["31 April 2025x 31/04/2025", "2025", "may 6 people", "Version 1.2.3", "It rose 6.5 percent", "45 people"]
        {
            assert_eq!(one(line, "en"), "", "{line}");
        }
    }

    #[test]
    fn dates_of_running_text() {
        let found = |text: &str, language| {
            let dates = dates_in_text(text, language);
            dates.into_iter().map(|(at, date)| format!("{}={date}", at.of(text))).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("He said February 6 that May may come.", "en"), "February 6=XXXX-02-06");
        assert_eq!(
            found("On Feb. 6 and on 6 February 2025 it fell.", "en"),
            "Feb. 6=XXXX-02-06 6 February 2025=2025-02-06"
        );
        assert_eq!(found("Das sagte er am 6. Februar im Rat.", "de"), "6. Februar=XXXX-02-06");
        assert_eq!(found("Prices rose 6 may 7.", "en"), "");
    }
}
