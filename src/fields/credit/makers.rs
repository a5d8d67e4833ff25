//! Who a credit names: people, agencies, and words that only say how the picture came.
//!
//! In: a credit without its brackets and label. Out: [`Makers`], and how well they are known. Parts are set apart by
//! strokes, bars, commas, semicolons, brackets, dashes, `+++` and `via` (`Ina Holm/Pool/AFP via Getty Images`). A known agency
//! is one; what reads as a name is a person (said twice, it counts once); all else is an agency or outlet.

use crate::fields::person;
use crate::fields::tables::{self, Tables};

/// What a credit says.
#[derive(Debug, Default)]
pub(super) struct Makers {
    pub(super) names: Vec<String>,
    pub(super) agencies: Vec<String>,
    pub(super) qualifiers: Vec<String>,
    /// Whether a listed wire service or picture house is among them.
    pub(super) known: bool,
    /// Whether the parts are all names, listed agencies, listed words, or short capitalised names.
    pub(super) sound: bool,
}

/// Tells the makers of a credit apart.
pub(super) fn tell(content: &str, tables: &Tables) -> Makers {
    let mut makers = Makers { sound: true, ..Makers::default() };
    let parts = content.split(is_border).flat_map(|part| split_at(part, " - ")).flat_map(|part| split_at(part, " – "));
    for part in parts.flat_map(|part| split_at(part, "+++")) {
        sentence_parts(part).for_each(|part| makers.part(part, tables, 0));
    }
    makers
}

/// The parts of `part` between spaced dashes, or what a wire sets its service apart by (`dpa +++ dpa-Bildfunk +++`). Most have
/// none, and a search for three letters is dear to set up.
fn split_at<'a>(part: &'a str, sign: &'static str) -> impl Iterator<Item = &'a str> {
    let any = sign.as_bytes().get(1).is_some_and(|dash| memchr::memchr(*dash, part.as_bytes()).is_some());
    let (parts, whole) = if any { (Some(part.split(sign)), None) } else { (None, Some(part)) };
    parts.into_iter().flatten().chain(whole)
}

/// `Frank Beek. Courtesy of the court`: a full stop behind a small letter or a bracket parts as a comma does.
fn sentence_parts(part: &str) -> impl Iterator<Item = &str> {
    let mut stops = memchr::memchr_iter(b'.', part.as_bytes()).filter(|at| part.as_bytes().get(at + 1) == Some(&b' '));
    let cut = stops.find(|at| {
        part.get(..*at)
            .and_then(|head| head.rsplit(' ').next())
            .is_some_and(|word| word.chars().count() > 3 || tables::common().agencies.at(word).is_some())
    });
    let (head, tail) = match cut {
        Some(at) => (part.get(..at).unwrap_or(part), part.get(at + 2..).unwrap_or("")),
        None => (part, ""),
    };
    [head, tail].into_iter().filter(|piece| !piece.trim().is_empty())
}

fn is_border(found: char) -> bool {
    matches!(found, '/' | '|' | ';' | ',' | '(' | ')' | '[' | ']' | '／' | '、' | '（' | '）' | '•')
}

impl Makers {
    fn part(&mut self, part: &str, tables: &Tables, depth: usize) {
        let part = part.trim().trim_matches([':', '"', '“', '”', '\'', '=', '©']).trim();
        let part = if part.ends_with('.') && !is_initial_end(part) { part.trim_end_matches('.') } else { part };
        if part.is_empty() || depth > 4 {
            return;
        }
        if let Some((length, value)) = tables.qualifiers.at(part) {
            let rest = part.get(length..).unwrap_or("").trim();
            if value == "open" && part.get(..length).is_some_and(|word| word.contains(' ')) {
                self.qualifiers.push(part.to_owned());
                return;
            }
            if value == "open" || rest.is_empty() {
                self.qualifiers.push(part.get(..length).unwrap_or("").to_owned());
                return self.part(rest, tables, depth + 1);
            }
        }
        if let Some((before, word, after)) = split_at_word(part, tables) {
            self.part(before, tables, depth + 1);
            if let Some(word) = word {
                self.qualifiers.push(word.to_owned());
            }
            return self.part(after, tables, depth + 1);
        }
        // `picture alliance` is a house, and its first word no label.
        let house = tables::common().agencies.at(part).map_or(0, |(length, _)| length);
        if let Some((length, kind)) = tables.credit_labels.at(part).filter(|(length, _)| *length >= house) {
            let rest = part
                .get(length..)
                .unwrap_or("")
                .trim_start_matches(|found: char| found.is_whitespace() || found == ':' || found.is_ascii_digit());
            // `Photo` behind an agency is its service; `photo by` opens the maker.
            if rest.is_empty() && depth == 0 {
                return add_maker(&mut self.qualifiers, part);
            }
            if kind != "colon" || rest.len() < part.len() - length || rest.is_empty() {
                return self.part(rest, tables, depth + 1);
            }
        }
        self.maker(part, tables, depth);
    }

    fn maker(&mut self, part: &str, tables: &Tables, depth: usize) {
        let bare =
            part.strip_prefix("The ").filter(|rest| tables::common().agencies.at(rest).is_some()).unwrap_or(part);
        if let Some((length, kind)) = tables::common().agencies.at(bare) {
            let (agency, rest) = (bare.get(..length).unwrap_or(""), bare.get(length..).unwrap_or("").trim());
            if rest.is_empty() || tables.credit_labels.at(rest).is_some_and(|(label, _)| label <= rest.len()) {
                self.known |= matches!(kind, "wire" | "house");
                match (kind, agency.strip_suffix(" Photo").or_else(|| agency.strip_suffix(" PHOTO"))) {
                    ("collection", _) => add_maker(&mut self.qualifiers, agency),
                    (_, Some(wire)) if kind == "wire" => add_maker(&mut self.agencies, wire),
                    _ => add_maker(&mut self.agencies, agency),
                }
                return self.part(rest, tables, depth + 1);
            }
        }
        if person::is_name(part) {
            return add_maker(&mut self.names, part);
        }
        if let Some((one, two)) = joined(part, tables) {
            add_maker(&mut self.names, one);
            return add_maker(&mut self.names, two);
        }
        if let Some((at, agency)) = agency_at_end(part) {
            self.known = true;
            add_maker(&mut self.agencies, agency);
            return self.part(part.get(..at).unwrap_or(""), tables, depth + 1);
        }
        let words = part.split(' ').count();
        let small = part.split(' ').filter(|word| word.chars().next().is_some_and(char::is_lowercase)).count();
        self.sound &= words <= 5 && small <= words / 2;
        add_maker(&mut self.agencies, part);
    }
}

/// Adds a name that is not there yet in whatever case.
pub(crate) fn add_maker(list: &mut Vec<String>, name: &str) {
    let folded = name.to_lowercase();
    if list.iter().all(|known| known.to_lowercase() != folded) {
        list.push(name.to_owned());
    }
}

/// `Anna B.`: the full stop belongs to the name.
fn is_initial_end(part: &str) -> bool {
    let last = part.trim_end_matches('.').rsplit([' ', '.']).next().unwrap_or("");
    last.chars().count() <= 2
}

/// The first word inside that opens another maker, with what stands on its sides: `via`, which says how the picture came, or the
/// `for` between a name and its outlet, which says nothing.
fn split_at_word<'a>(part: &'a str, tables: &Tables) -> Option<(&'a str, Option<&'a str>, &'a str)> {
    memchr::memchr_iter(b' ', part.as_bytes()).find_map(|at| {
        let (head, tail) = (part.get(..at)?, part.get(at + 1..)?);
        let (length, value) = tables.qualifiers.at(tail)?;
        let (word, rest) = (tail.get(..length)?, tail.get(length..)?);
        let small = tail.starts_with(char::is_lowercase) || !part.contains(char::is_lowercase);
        if word.contains(' ') || !small {
            return None;
        }
        match value {
            "open" => Some((head, Some(word), rest)),
            "outlet" if person::is_name(head) => Some((head, None, rest)),
            _ => None,
        }
    })
}

/// `Ina Holm og Cy Dorn`: two names and what joins them.
fn joined<'a>(part: &'a str, tables: &Tables) -> Option<(&'a str, &'a str)> {
    memchr::memchr_iter(b' ', part.as_bytes()).take(8).find_map(|at| {
        let (word, two) = part.get(at + 1..)?.split_once(' ')?;
        let one = part.get(..at)?;
        (tables.joiners.has(word) && person::is_name(one) && person::is_name(two)).then_some((one, two))
    })
}

/// `Ina Holm dpa`: a name and a wire service with nothing between.
fn agency_at_end(part: &str) -> Option<(usize, &str)> {
    let (at, agency) = tables::common().agencies.before(part).map(|(at, _)| (at, part.get(at..).unwrap_or("")))?;
    let head = part.get(..at)?.trim_end();
    (person::is_name(head) && part.get(at..)?.len() > 1).then_some((at, agency))
}
