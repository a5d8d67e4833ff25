//! What stands before a dateline's sign: places, region, date, agency, and nothing else.
//!
//! In: the text before the sign. Out: its parts, or `None` where a word is left that is none of them.

use crate::fields::PartialDate;
use crate::fields::date::dates_in_text;
use crate::fields::tables::{self, Tables};
use crate::text::chars::is_cjk;

/// The parts of a dateline.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) places: Vec<String>,
    pub(super) region: Option<String>,
    pub(super) date: Option<PartialDate>,
    pub(super) agency: Option<String>,
    /// Whether the places are printed in capitals.
    pub(super) capitals: bool,
}

impl Head {
    pub(super) fn read(head: &str, language: &str, tables: &Tables) -> Option<Self> {
        let mut found = Self::default();
        let mut text = head.trim().trim_end_matches(['.', ',', ' ']);
        // `St.` and `Wis.` keep their full stop.
        if head.trim().ends_with('.') && tables::common().regions.has(last_part(head.trim())) {
            text = head.trim();
        }
        text = found.bracket(text)?;
        text = found.agency_beside(text);
        text = found.dated(text, language)?;
        let text = text.trim().trim_end_matches([',', ' ']);
        if text.is_empty() {
            return (found.agency.is_some() || found.date.is_some()).then_some(found);
        }
        found.places(text, tables)?;
        Some(found)
    }

    /// Takes `(AP)` off the end or the start.
    fn bracket<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let (inner, left) = if let Some(body) = text.strip_suffix(')') {
            let open = body.rfind('(')?;
            (body.get(open + 1..)?, text.get(..open)?)
        } else if let Some(body) = text.strip_prefix('(') {
            let close = body.find(')')?;
            (body.get(..close)?, body.get(close + 1..)?.trim_start_matches([' ', '-', '–', '—']))
        } else {
            return Some(text);
        };
        let name = inner.split(['/', ',']).next()?.trim();
        let known = tables::common().agencies.at(name).is_some_and(|(length, _)| length == name.len());
        let short =
            (2..=8).contains(&name.chars().count()) && !name.contains(' ') && name.chars().all(char::is_alphabetic);
        if !(known || short || inner.contains('.') && !inner.contains(' ')) {
            return None;
        }
        self.agency = Some(name.to_owned());
        Some(left.trim_end())
    }

    /// Takes `dpa` off the start, or `taz` off the end.
    fn agency_beside<'a>(&mut self, text: &'a str) -> &'a str {
        let agencies = &tables::common().agencies;
        if let Some((length, "wire" | "outlet")) = agencies.at(text) {
            let rest = text.get(length..).unwrap_or("");
            if rest.starts_with(' ') && self.agency.is_none() {
                self.agency = text.get(..length).map(str::to_owned);
                return rest.trim_start();
            }
        }
        if let Some((at, "wire" | "outlet")) = agencies.before(text) {
            let head = text.get(..at).unwrap_or("");
            if head.ends_with(' ') && self.agency.is_none() {
                self.agency = text.get(at..).map(str::to_owned);
                return head.trim_end();
            }
        }
        text
    }

    /// Takes the date off the end.
    fn dated<'a>(&mut self, text: &'a str, language: &str) -> Option<&'a str> {
        let Some((at, date)) = dates_in_text(text, language).pop() else { return Some(text) };
        let after = text.get(at.end..)?;
        if !after.trim_matches(['.', ',', ' ']).is_empty() {
            return None;
        }
        self.date = Some(date);
        let before = text.get(..at.start)?;
        // `Paris, le 6 février`.
        let before = before.trim_end();
        let link = before.rsplit([' ', ',']).next().unwrap_or("");
        let linked = tables::of(language).date_links.has(link) || tables::of(language).weekdays.at(link).is_some();
        Some(if linked && !link.is_empty() { before.get(..before.len() - link.len())?.trim_end() } else { before })
    }

    /// `OSLO/BERGEN`, `LA PLATA, Md.`, `OSLO and BERGEN`.
    fn places(&mut self, text: &str, tables: &Tables) -> Option<()> {
        let mut parts = text.split(',');
        let mut places = parts.next()?.trim();
        for part in parts {
            let part = part.trim();
            let shouted = !part.chars().any(char::is_lowercase);
            if tables::common().regions.has(part) && self.region.is_none() {
                self.region = Some(part.to_owned());
            } else if shouted && is_place(part) && !part.is_empty() {
                // `OSLO, BERGEN`: a second place.
                self.places.push(ordinary(part));
            } else if self.region.is_none() && is_region(part) {
                self.region = Some(part.to_owned());
            } else {
                return None;
            }
        }
        let joined = places.split(' ').find(|word| word.chars().all(char::is_lowercase) && tables.joiners.has(word));
        let mut found = Vec::new();
        if let Some(word) = joined {
            let (left, right) = places.split_once(&format!(" {word} "))?;
            found.extend(left.split('/'));
            places = right;
        }
        found.extend(places.split('/'));
        let mut capitals = true;
        for place in &found {
            let place = place.trim();
            let listed = tables::common().places.has(place);
            if !(is_place(place) || listed || (self.agency.is_some() && is_title(place))) {
                return None;
            }
            capitals &= place.chars().filter(|letter| letter.is_uppercase()).count() > 1
                && place.chars().filter(|letter| letter.is_lowercase()).count() <= 1;
        }
        if capitals && found.len() == 1 && found.iter().all(|place| place.trim().chars().count() < 3) {
            return None;
        }
        self.capitals = capitals;
        let mut names: Vec<String> = found.into_iter().map(|place| ordinary(place.trim())).collect();
        names.append(&mut self.places);
        self.places = names;
        Some(())
    }
}

fn last_part(text: &str) -> &str {
    text.rsplit(", ").next().unwrap_or(text)
}

/// Up to four words in capitals; `McALLEN` and `ST.` are.
fn is_place(text: &str) -> bool {
    let words = text.split(' ').count();
    let fits = |word: &str| {
        let letters: Vec<char> = word.chars().filter(|found| found.is_alphabetic()).collect();
        let small = letters.iter().filter(|found| found.is_lowercase()).count();
        let signs = word.chars().all(|found| found.is_alphabetic() || matches!(found, '-' | '\'' | '’' | '.'));
        let inner = small == 0
            || (small <= 2 && letters.len() > small + 2 && letters.first().is_some_and(|first| first.is_uppercase()));
        signs && !letters.is_empty() && inner && !letters.iter().any(|found| is_cjk(*found))
    };
    (1..=4).contains(&words) && text.split(' ').all(fits)
}

/// One to four capitalised words.
fn is_title(text: &str) -> bool {
    let words = text.split(' ').count();
    let particle = |word: &str| tables::common().particles.has(word);
    let fits = |word: &str| word.chars().next().is_some_and(char::is_uppercase) || particle(word);
    (1..=4).contains(&words)
        && text.split(' ').all(fits)
        && text.chars().all(|found| found.is_alphabetic() || " -.'’".contains(found))
}

/// An abbreviation or one or two capitalised words behind the place.
fn is_region(text: &str) -> bool {
    let letters = text.chars().filter(|found| found.is_alphabetic()).count();
    let short = text.ends_with('.') && letters <= 6;
    (short || text.split(' ').count() <= 2) && is_title(text) && letters >= 2
}

/// `MEXICO CITY` as `Mexico City`; particles small, `McALLEN` as `McAllen`, what is not in capitals stays.
fn ordinary(place: &str) -> String {
    let word = |(index, word): (usize, &str)| -> String {
        let small = word.to_lowercase();
        if word.chars().filter(|found| found.is_lowercase()).count() > 2 {
            return word.to_owned();
        }
        if index > 0 && tables::common().particles.has(&small) && !word.ends_with('.') {
            return small;
        }
        hyphened(&small, index == 0)
    };
    let kept = place.contains('.') && place.split('.').all(|part| part.chars().count() <= 1);
    if kept {
        return place.to_owned();
    }
    place.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

fn hyphened(small: &str, first: bool) -> String {
    let count = small.split('-').count();
    let part = |(index, part): (usize, &str)| -> String {
        let inner = index > 0 && index + 1 < count && part.chars().count() <= 3;
        if inner || (!first && index == 0 && count > 1 && tables::common().particles.has(part)) {
            part.to_owned()
        } else {
            capital(part)
        }
    };
    small.split('-').enumerate().map(part).collect::<Vec<_>>().join("-")
}

/// `mcallen` as `McAllen`, `o'fallon` as `O'Fallon`.
fn capital(small: &str) -> String {
    let mut up = true;
    let mut made = String::with_capacity(small.len());
    for (at, found) in small.char_indices() {
        if up {
            made.extend(found.to_uppercase());
        } else {
            made.push(found);
        }
        let head = small.get(..at + found.len_utf8()).unwrap_or("");
        up = (head == "mc" && small.len() > 4) || (matches!(found, '\'' | '’') && head.chars().count() <= 2);
    }
    made
}
