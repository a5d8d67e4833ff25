//! The forms of stamps and dates, and what is none.

use super::{StampKind, dates_in_text, stamps};

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
            StampKind::Standing => format!("S {text}"),
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
        ("2 min. Available until May 6, 2027", ""),
        ("March 4, 2025. Available until May 6, 2027", "2025-03-04"),
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
        ("Stand: 04.03.2025 17:23 Uhr", "de", "S 2025-03-04T17:23"),
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
