//! Datelines.
//!
//! In: the first paragraph and its language. Out: where, when and for whom the story was filed, and where its first
//! sentence begins.
//!
//! | case | example (invented) |
//! |---|---|
//! | place in capitals and a dash | `BERGEN —`, `SAN LUCAR -`, `TOKYO --`, `PORT-AU-PRINCE –` |
//! | with region, date, agency | `LA PLATA, Md. (AP) —`, `BERGEN, Nov 22 —`, `OSLO, 6 February (Reuters) -`, `Feb 6 (Reuters) -` |
//! | several places | `OSLO/BERGEN (dpa) -`, `OSLO and BERGEN —` |
//! | colon | `NEW DELHI:` (listed places, or with an agency or date) |
//! | agency in brackets, ordinary case | `Berlin (dpa) -`, `Paris (AFP) –`, `Berlin/Kiel (dpa/lno) -` |
//! | agency first | `dpa BERLIN.`, `BERLIN taz \|` |
//! | a listed place and a full stop or a dash (German) | `Berlin. Der Rat …`, `Kiel/Berlin – Der Rat …` |
//!
//! A shouted opening (`REBECCA Holm is`), a label (`WATCH:`, `EXCLUSIVE —`) and a speaker (`HOLM: I think`) are none.

mod head;

use self::head::Head;
use super::PartialDate;
use super::tables::{self, Tables};
use crate::text::Stretch;

/// Where (and when, and for whom) a story was filed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dateline {
    /// The dateline as printed, without the dash (`MEXICO CITY (AP)`).
    pub stretch: Stretch,
    /// Where the first sentence begins.
    pub rest: usize,
    /// Places in ordinary case (`Mexico City`).
    pub places: Vec<String>,
    /// The region as printed (`Wis.`).
    pub region: Option<String>,
    /// The date, where one stands in it.
    pub date: Option<PartialDate>,
    /// The agency, from the bracket.
    pub agency: Option<String>,
}

/// The furthest that the sign behind a dateline stands from the start.
const LONGEST: usize = 110;

/// The characters behind a dash in which another one would close a remark.
const REMARK: usize = 80;

/// Reads the value of a dateline's field (`PORT ALBA, March 2`): all of it is the dateline.
#[must_use]
pub fn read_named(value: &str, language: &str) -> Dateline {
    let stretch = Stretch::new(0, value.len()).trimmed(value);
    let found = Head::read(value, language, tables::of(language));
    let named = Dateline { stretch, rest: value.len(), ..Dateline::default() };
    found.map_or(named.clone(), |found| Dateline {
        places: found.places,
        region: found.region,
        date: found.date,
        agency: found.agency,
        ..named
    })
}

/// Reads the dateline at the head of a paragraph.
#[must_use]
pub fn read(paragraph: &str, language: &str) -> Option<Dateline> {
    let start = paragraph.len() - paragraph.trim_start().len();
    let text = paragraph.get(start..)?;
    let first = text.chars().next()?;
    if !(first.is_uppercase() || first == '(' || tables::common().agencies.at(text).is_some()) {
        return None;
    }
    let tables = tables::of(language);
    for (at, sign, length) in signs(text) {
        let head = text.get(..at)?.trim_end();
        if head.is_empty() {
            return None;
        }
        let rest = at + length;
        let after = text.get(rest..).unwrap_or("");
        if !may_be_head(head, sign, tables) {
            continue;
        }
        if let Some(found) = Head::read(head, language, tables).filter(|found| fits(found, head, sign, after, tables)) {
            let gap = after.len() - after.trim_start_matches([' ', '\u{a0}', '-', '–', '—']).len();
            let stretch = Stretch::new(start, start + head.len());
            return Some(Dateline {
                stretch,
                rest: start + rest + gap,
                places: found.places,
                region: found.region,
                date: found.date,
                agency: found.agency,
            });
        }
    }
    None
}

/// The signs that can end a dateline: where each stands, which it is, its length.
fn signs(text: &str) -> impl Iterator<Item = (usize, char, usize)> {
    const DASHES: u8 = 0xE2;
    let sign =
        |byte: u8| byte < b'A' && matches!(byte, b'-' | b':' | b'.') || byte > b'z' && matches!(byte, b'|' | DASHES);
    let limited = text.as_bytes().iter().take(LONGEST).enumerate();
    limited.filter(move |(_, byte)| sign(**byte)).filter_map(move |(at, _)| {
        let found = text.get(at..)?.chars().next()?;
        let next = text.get(at + found.len_utf8()..).and_then(|tail| tail.chars().next()).unwrap_or('\n');
        let before = text.get(..at).and_then(|head| head.chars().next_back()).unwrap_or(' ');
        let spaced = before.is_whitespace() || before == ')' || before == '.';
        let sign = match found {
            '—' | '–' | '―' | '|' => Some(found),
            // A hyphen counts only beside white space or a bracket: `PORT-AU-PRINCE`.
            '-' if (spaced || next == '-') && before != '-' => Some('-'),
            ':' if next.is_whitespace() => Some(':'),
            '.' if next == ' ' || next == '-' => Some('.'),
            _ => None,
        };
        sign.map(|sign| (at, sign, found.len_utf8()))
    })
}

/// Whether there is a bracket, a figure, an agency or a place in capitals in it, without which it is no dateline. A
/// place alone is one where a full stop or a dash may stand behind it.
fn may_be_head(head: &str, sign: char, tables: &Tables) -> bool {
    let mut since = usize::MAX;
    let shouted = head.chars().any(|found| {
        let again = found.is_uppercase() && since <= 1;
        since = if found.is_uppercase() { 0 } else { since.saturating_add(usize::from(found.is_lowercase())) };
        again
    });
    shouted
        || head.contains(|found: char| found == '(' || found.is_numeric())
        || (matches!(sign, '.' | '-' | '–' | '—') && tables.full_stop_places)
        || tables::common().agencies.anywhere(head)
}

/// Whether what was read is a dateline with this sign behind it.
fn fits(found: &Head, head: &str, sign: char, after: &str, tables: &Tables) -> bool {
    let refused = tables.refusals.at(head).is_some_and(|(length, _)| length == head.len());
    let after = after.trim_start_matches([' ', '\u{a0}', '-', '–', '—']);
    if refused || after.is_empty() || head.ends_with(['?', '!']) {
        return false;
    }
    let begins = after.chars().next().is_some_and(|first| !first.is_lowercase());
    let proven = found.agency.is_some() || found.date.is_some();
    let listed = found.places.iter().all(|place| tables::common().places.has(place)) && !found.places.is_empty();
    match sign {
        // `Oslo — the capital` is a sentence; `OSLO — The` is not.
        _ if found.places.is_empty() => found.agency.is_some() && (found.date.is_some() || head.starts_with('(')),
        '|' => found.capitals && found.agency.is_some(),
        '.' => {
            let agency_first = found.agency.is_some() && found.capitals && !head.ends_with(')');
            begins
                && (agency_first
                    || (listed
                        && found.places.len() == 1
                        && found.region.is_none()
                        && !found.capitals
                        && found.agency.is_none()
                        && found.date.is_none()
                        && tables.full_stop_places))
        }
        ':' => begins && (found.capitals || proven) && (proven || listed || found.region.is_some()),
        _ => {
            // `Kiel – Stadt der Segler – ist`: a second dash closes what the first opened.
            let once = !after.chars().take(REMARK).any(|found| found == sign);
            found.capitals
                || found.agency.is_some()
                || listed && begins && (found.date.is_some() || tables.full_stop_places && once)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str, language: &str) -> String {
        let Some(found) = read(text, language) else { return "none".to_owned() };
        let mut shown = format!("{} [{}]", found.stretch.of(text), found.places.join(", "));
        for part in [found.region, found.date.map(|date| date.to_string()), found.agency].into_iter().flatten() {
            shown.push_str(&format!(" {part}"));
        }
        format!("{shown} > {}", &text[found.rest..])
    }

    #[test]
    fn forms() {
        for (text, language, expected) in [
            ("BERGEN — The river rose.", "en", "BERGEN [Bergen] > The river rose."),
            ("SAN LUCAR (AP) — The river rose.", "en", "SAN LUCAR (AP) [San Lucar] AP > The river rose."),
            ("LA PLATA, Md. (AP) — The river rose.", "en", "LA PLATA, Md. (AP) [La Plata] Md. AP > The river rose."),
            (
                "PORT-AU-PRINCE, Haiti (AP) - The river",
                "en",
                "PORT-AU-PRINCE, Haiti (AP) [Port-au-Prince] Haiti AP > The river",
            ),
            ("BERGEN, Nov 22 — The river rose.", "en", "BERGEN, Nov 22 [Bergen] XXXX-11-22 > The river rose."),
            (
                "OSLO, Nov 22 (Reuters) - The river",
                "en",
                "OSLO, Nov 22 (Reuters) [Oslo] XXXX-11-22 Reuters > The river",
            ),
            ("Nov 22 (Reuters) - The river", "en", "Nov 22 (Reuters) [] XXXX-11-22 Reuters > The river"),
            (
                "OSLO/BERGEN, Nov 22 (Reuters) - The",
                "en",
                "OSLO/BERGEN, Nov 22 (Reuters) [Oslo, Bergen] XXXX-11-22 Reuters > The",
            ),
            ("OSLO and BERGEN — The river", "en", "OSLO and BERGEN [Oslo, Bergen] > The river"),
            ("McALLEN, Texas — The river", "en", "McALLEN, Texas [McAllen] Texas > The river"),
            ("NEW DELHI: The river rose.", "en", "NEW DELHI [New Delhi] > The river rose."),
            ("TOKYO -- The river", "en", "TOKYO [Tokyo] > The river"),
            ("RIO DE JANEIRO — The river", "en", "RIO DE JANEIRO [Rio de Janeiro] > The river"),
            ("Berlin (dpa) - Der Fluss stieg.", "de", "Berlin (dpa) [Berlin] dpa > Der Fluss stieg."),
            ("Berlin/Kiel (dpa/lno) - Der Fluss", "de", "Berlin/Kiel (dpa/lno) [Berlin, Kiel] dpa > Der Fluss"),
            ("dpa BERLIN. Der Fluss stieg.", "de", "dpa BERLIN [Berlin] dpa > Der Fluss stieg."),
            ("BERLIN taz | Der Fluss stieg.", "de", "BERLIN taz [Berlin] taz > Der Fluss stieg."),
            ("Berlin. Der Fluss stieg.", "de", "Berlin [Berlin] > Der Fluss stieg."),
            ("Kiel/Berlin – Der Fluss stieg.", "de", "Kiel/Berlin [Kiel, Berlin] > Der Fluss stieg."),
            ("Paris (AFP) – Le fleuve", "fr", "Paris (AFP) [Paris] AFP > Le fleuve"),
            ("Madrid, 6 feb (EFE).- El río", "es", "Madrid, 6 feb (EFE). [Madrid] XXXX-02-06 EFE > El río"),
        ] {
            assert_eq!(show(text, language), expected, "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for (text, language) in [
            ("REBECCA Holm is the mayor — and a doctor.", "en"),
            ("WATCH: The river rises.", "en"),
            ("EXCLUSIVE — The river rises.", "en"),
            ("HOLM: I think so.", "en"),
            ("Aug. 6, 1960: The river rose.", "en"),
            ("The river — long calm — rose.", "en"),
            ("Oslo — the capital — was calm.", "en"),
            ("Nein. Das sagte er.", "de"),
            ("Kiel – Stadt der Segler – liegt am Meer.", "de"),
            ("Kiel – eine Stadt am Meer", "de"),
            ("Holm – Der Fluss stieg.", "de"),
            ("Berlin ist groß. Der Fluss stieg.", "de"),
            ("IN the heart of the city - the river", "en"),
        ] {
            assert_eq!(show(text, language), "none", "{text}");
        }
    }
}
