//! Bylines.
//!
//! In: a line and its language. Out: the authors, the wire service, and the part of the line that says so.
//!
//! | case | example (invented) |
//! |---|---|
//! | opener and names | `By Mara Lindqvist, Otto Frey and Ina Holm`, `Von: Ina Holm` |
//! | names alone (not certain) | `Mara Lindqvist`, `Mara Lindqvist/Otto Frey` |
//! | role | `Mara Lindqvist, News Reporter`, glued `Mara LindqvistTravel News Reporter` |
//! | outlet, place | `By Mara Lindqvist For Harbourpost.com`, `Von Ina Holm, Zürich` |
//! | stamp, reading time, handle, button | `Mara Lindqvist2 minutes ago`, `Ina Holm • 3 min`, `Otto Frey@ottofrey`, `Ina HolmFollow` |
//! | agency or desk | `AFP, MANILA`, `By Harbourpost with Agencies`, `HP Staff`, `Redazione HPA`, `Von Ina Holm mit dpa`, `Von Ina Holm, Redaktion Wetter` |
//! | part, places | `Ina Holm (Text), Otto Frey (Bilder)`, `Ina Holm in London, Otto Frey in Oslo` |
//!
//! An agency or desk alone is an author. Names said twice in a line count once. An opener alone (`By`) is [`is_opener`];
//! the line below it is read by [`read_opened`]. A sentence that begins with `By` is none.

mod beside;
mod named;
mod parts;
mod who;

pub use self::named::read_named;
use self::parts::Reader;
use super::date::{self, Stamp};
use super::tables;
use crate::text::Stretch;

/// Who wrote the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// The part of the line that is the byline, as printed (`By Sultan Musayev |`).
    pub stretch: Stretch,
    /// The authors in print order; an agency or desk alone is one too.
    pub authors: Vec<Author>,
    /// The wire service, where one is named.
    pub agency: Option<String>,
    /// Whether a word such as `By` or a form that is nothing else proves it; a bare name line does not.
    pub certain: bool,
}

/// One author.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The name alone.
    pub name: String,
    /// `News Reporter`.
    pub role: Option<String>,
    /// `The Associated Press`.
    pub affiliation: Option<String>,
}

/// The longest line that is read as a byline.
const LONGEST: usize = 260;

/// The same for a line without an opener.
const LONGEST_BARE: usize = 180;

/// Reads a line as a byline.
#[must_use]
pub fn read(line: &str, language: &str) -> Option<Byline> {
    read_beside(line, language, &date::stamps(line, language))
}

/// Reads a line as a byline whose stamps are known.
#[must_use]
pub fn read_beside(line: &str, language: &str, stamps: &[Stamp]) -> Option<Byline> {
    if line.len() > LONGEST {
        return None;
    }
    let start = line.len() - line.trim_start_matches(is_lead).len();
    let (opener, opened) = match opener(line.get(start..)?, language) {
        Some(length) => (start + length, true),
        None => (start, false),
    };
    // Without an opener a long line is no byline.
    if !opened && line.len() > LONGEST_BARE {
        return None;
    }
    read_from(line, language, start, opener, opened, stamps)
}

/// Reads a line as the one below an opener that stands alone (`By` / `Mara Lindqvist`): what would be doubtful is certain.
#[must_use]
pub fn read_opened(line: &str, language: &str) -> Option<Byline> {
    if line.len() > LONGEST {
        return None;
    }
    read_from(line, language, 0, 0, true, &date::stamps(line, language))
}

/// Whether the line is an opener and nothing else (`By`, `Von:`).
#[must_use]
pub fn is_opener(line: &str, language: &str) -> bool {
    let line = line.trim();
    if line.len() > 40 {
        return false;
    }
    let rest = tables::of(language).openers.at(line).and_then(|(length, _)| line.get(length..));
    rest.is_some_and(|rest| rest.trim_matches([':', '：', ' ']).is_empty())
}

/// The role of an author that is all of a line, but for where or for whom: `News Reporter`, `Transport correspondent, Port Alba`.
#[must_use]
pub fn role<'a>(line: &'a str, language: &str) -> Option<&'a str> {
    let (role, of) = line.split_once(", ").unwrap_or((line, ""));
    let tables = tables::of(language);
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let mut words = role.split(' ');
    let noun = words.next_back().is_some_and(|word| beside::role_of(word, tables) == Some("noun"));
    let listed = |word: &str| capital(word) || beside::role_of(word, tables).is_some();
    let whole = noun && capital(role) && role.len() <= 40 && words.all(listed);
    (whole && of.len() <= 40 && of.split(' ').all(|word| word.is_empty() || capital(word))).then_some(role)
}

/// Whether the line is a word that joins the last of several names (`and`), or a wire service to them (`with`).
#[must_use]
pub fn is_joiner(line: &str, language: &str) -> bool {
    let tables = tables::of(language);
    let wire = |(length, kind): (usize, &str)| kind == "agency" && length == line.len();
    tables.joiners.has(line) || tables.tails.at(line).is_some_and(wire)
}

/// Whether the line is a button that pages set beside an author and nothing else (`Follow`).
#[must_use]
pub fn is_button(line: &str, language: &str) -> bool {
    tables::of(language).buttons.at(line).is_some_and(|(length, _)| length == line.len())
}

/// Whether the line is an address to write to, or an account, and nothing else (`ada@harbour.example`).
#[must_use]
pub fn is_address(line: &str) -> bool {
    line.contains('@') && !line.contains(' ')
}

/// Whether the text is a wire service and nothing else (`AP`).
#[must_use]
pub fn is_agency(text: &str) -> bool {
    matches!(tables::common().agencies.at(text), Some((length, "wire")) if length == text.len())
}

/// The bytes of an opener and the sign and space behind it.
fn opener(line: &str, language: &str) -> Option<usize> {
    let tables = tables::of(language);
    let (length, _) = tables.openers.at(line)?;
    let rest = line.get(length..)?;
    let body = rest.trim_start_matches([':', '：', ' ', '\u{a0}', '／']);
    let parted = body.len() < rest.len() || body.is_empty();
    parted.then_some(line.len() - body.len())
}

fn read_from(line: &str, language: &str, start: usize, body: usize, opened: bool, stamps: &[Stamp]) -> Option<Byline> {
    let tables = tables::of(language);
    let mut reader = Reader::new(line, tables, opened);
    let mut at = body;
    // What is a stamp is none of the byline's; the pieces between are.
    for stamp in stamps.iter().filter(|stamp| stamp.stretch.start >= body) {
        if !reader.piece(Stretch::new(at, stamp.stretch.start)) {
            return None;
        }
        reader.stamp();
        at = stamp.stretch.end;
    }
    if stamps.iter().any(|stamp| stamp.stretch.start < body) || !reader.piece(Stretch::new(at, line.len())) {
        return None;
    }
    reader.finish(start)
}

fn is_lead(found: char) -> bool {
    found.is_whitespace()
        || matches!(found, '-' | '–' | '—' | '•' | '|' | '*' | '(' | '（' | '[' | '【' | '·' | '/' | '✍' | '▪')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(line: &str, language: &str) -> String {
        let Some(found) = read(line, language) else { return "none".to_owned() };
        let authors = found.authors.iter().map(|author| {
            let mut text = author.name.clone();
            if let Some(role) = &author.role {
                text.push_str(&format!(" <{role}>"));
            }
            if let Some(outlet) = &author.affiliation {
                text.push_str(&format!(" @{outlet}"));
            }
            text
        });
        let agency = found.agency.as_ref().map_or(String::new(), |agency| format!(" ({agency})"));
        let mark = if found.certain { "" } else { "? " };
        format!("{mark}{}{agency}", authors.collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn forms() {
        for (line, language, expected) in [
            ("By Mara Lindqvist", "en", "Mara Lindqvist"),
            ("by Mara Lindqvist Jul. 19, 2026 9:45 am", "en", "Mara Lindqvist"),
            ("By MARA LINDQVIST, OTTO FREY and INA HOLM-BECK", "en", "MARA LINDQVIST; OTTO FREY; INA HOLM-BECK"),
            ("By Mara Lindqvist |", "en", "Mara Lindqvist"),
            ("By Mara Lindqvist For Harbourpost.Com", "en", "Mara Lindqvist @Harbourpost.Com"),
            ("By Mara Lindqvist Follow", "en", "Mara Lindqvist"),
            ("Mara LindqvistFollow", "en", "Mara Lindqvist"),
            ("Match report by Mara Lindqvist", "en", "Mara Lindqvist"),
            ("Par Mara Lindqvist (Port-Alban, envoyée spéciale)", "fr", "Mara Lindqvist <envoyée spéciale>"),
            ("Par Mara Lindqvist (Port-Alban, en pleine mer)", "fr", "Mara Lindqvist"),
            ("Mara Lindqvist (Port-Alban, en pleine mer)", "fr", "none"),
            ("By Mara Lindqvist, News Reporter", "en", "Mara Lindqvist <News Reporter>"),
            ("Mara LindqvistTravel News Reporter", "en", "Mara Lindqvist <Travel News Reporter>"),
            ("Mara Lindqvist Parliamentary editor", "en", "Mara Lindqvist <Parliamentary editor>"),
            ("Mara Lindqvist Deputy Content Hub Director", "en", "Mara Lindqvist <Deputy Content Hub Director>"),
            ("Mara Lindqvist2 minutes ago", "en", "Mara Lindqvist"),
            ("Mara Lindqvist|Published 4 months ago", "en", "Mara Lindqvist"),
            ("Mara Lindqvist@MaraL", "en", "Mara Lindqvist"),
            ("Associated PressApril 28, 2023 GMT", "en", "Associated Press (Associated Press)"),
            ("Associated Press in Bergen", "en", "Associated Press (Associated Press)"),
            ("AFP, MANILA", "en", "AFP (AFP)"),
            ("By Harbourpost with Agencies", "en", "Harbourpost"),
            (
                "By Mara Lindqvist and Otto Frey The Associated Press",
                "en",
                "Mara Lindqvist; Otto Frey @The Associated Press (The Associated Press)",
            ),
            ("HP Staff", "en", "HP Staff"),
            ("Mara Lindqvist Gear Team", "en", "Mara Lindqvist; Gear Team"),
            ("Mara Lindqvist / HARBOURPOST.COM / Sep 2, 2024, 17:07 IST", "en", "Mara Lindqvist @HARBOURPOST.COM"),
            ("Mara Lindqvist, Otto Frey · HP News", "en", "? Mara Lindqvist; Otto Frey @HP News"),
            ("Mara Lindqvist/Otto Frey", "en", "? Mara Lindqvist; Otto Frey"),
            ("Mara Lindqvist", "en", "? Mara Lindqvist"),
            ("Mara Lindqvist 2 minutes read", "en", "Mara Lindqvist"),
            ("Von Ina Holm, Zürich", "de", "Ina Holm"),
            ("Von: Ina Holm", "de", "Ina Holm"),
            ("Von Ina Holm mit AP", "de", "Ina Holm (AP)"),
            ("Von Ina Holm mit", "de", "Ina Holm"),
            ("Von Ina Holm und", "de", "Ina Holm"),
            ("Ina Holm mit Kraft und Ruhe", "de", "? Ina Holm"),
            ("Von Ina Holm, Redakteurin für Finanzen", "de", "Ina Holm <Redakteurin für Finanzen>"),
            ("Von Ina Holm, Volontär (Sport)", "de", "Ina Holm <Volontär (Sport)>"),
            ("von Ina Holm , Otto Frey , Jan Beck", "de", "Ina Holm; Otto Frey; Jan Beck"),
            ("Ina Holm (Text), Otto Frey (Bilder)", "de", "Ina Holm <Text>; Otto Frey <Bilder>"),
            ("Von Ina Holm, Redaktion Wetter", "de", "Ina Holm @Redaktion Wetter"),
            ("Autor: Ina HolmRegionalredaktorin Uri", "de", "Ina Holm <Regionalredaktorin Uri>"),
            ("EINE KOLUMNE VON INA HOLM am 28. April 2026", "de", "INA HOLM"),
            ("Ina Holm – Jul 22, 2026 2:17 PM | 143", "en", "Ina Holm"),
            (
                "Ina Holm in London, Otto Frey in Oslo and Mara Lindqvist in Kiel",
                "en",
                "Ina Holm; Otto Frey; Mara Lindqvist",
            ),
            ("Ina Holm in London", "en", "? Ina Holm"),
            (
                "By Ina Holm, Otto Frey and Jan Beck, Mara Lindqvist and Cy Dorn",
                "en",
                "Ina Holm; Otto Frey; Jan Beck; Mara Lindqvist; Cy Dorn",
            ),
            ("By Ina Holm and Otto Frey, Blue Lantern", "en", "Ina Holm; Otto Frey @Blue Lantern"),
            ("Por Ina Holm e Otto Frey, Porto Novo — Serra Azul", "pt", "Ina Holm; Otto Frey @Porto Novo"),
            ("Ina Holm - Radio Port-Alban", "fr", "? Ina Holm @Radio Port-Alban"),
            ("Redazione HPA", "it", "Redazione HPA"),
            ("27. Januar 2026 • Ina Holm • 3 Minuten", "de", "Ina Holm"),
            ("Kolumne von Ina Holm - 28.04.2024 um 08:52 Uhr - 12 Ergänzungen", "de", "Ina Holm"),
            ("9. September 2025 um 15:46 Uhr / Ina Holm-Beck", "de", "Ina Holm-Beck"),
            ("Par Ina Holm", "fr", "Ina Holm"),
            ("di Luca Ferri", "it", "Luca Ferri"),
            ("Luca Ferri 4 Febbraio 2025 - 14:41", "it", "Luca Ferri"),
            ("배민수 기자", "ko", "배민수 <기자>"),
            ("(责编：王小明、李强)", "zh", "王小明; 李强"),
        ] {
            assert_eq!(show(line, language), expected, "{line}");
        }
    }

    #[test]
    fn near_misses() {
        for line in [
            "By the end of the week the river had fallen.",
            "By Monday, the river had fallen",
            "Travel News Reporter",
            "Politics",
            "Read More",
            "April 28, 2023",
            "Mara Lindqvist said the river would fall.",
            "By signing up you agree",
            "4 min read",
            "By Mara Lindqvist’s own account it was late",
            "New York",
            "Home News",
            "AFP_48KT.jpg",
            "Mara Lindqvist: rivers rise again",
            "Mara Lindqvist · Latest offers",
            "Mara Lindqvist (Latest offers)",
            "Mara Lindqvist | 143000",
        ] {
            assert_eq!(show(line, "en"), "none", "{line}");
        }
    }

    #[test]
    fn openers_alone() {
        assert!(is_opener("By", "en") && is_opener("Von:", "de") && !is_opener("By Mara", "en"));
        assert_eq!(read_opened("Mara Lindqvist", "en").map(|found| found.certain), Some(true));
    }
}
