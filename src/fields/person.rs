//! Names of people as a newsroom prints them.
//!
//! In: a stretch of text. Out: whether it is one name, or how much of its beginning is.
//!
//! | case | example (invented) |
//! |---|---|
//! | plain, hyphens, apostrophes | `Mara Lindqvist`, `Jean-Luc Ferrand`, `Aoife O’Dowd` |
//! | initials | `J. K. Aldous`, `Peter M. Stahl`, `RJ Moreno` |
//! | particles | `Fouad al-Masri`, `Ilse van der Velde`, `Rui dos Santos` |
//! | suffix | `Carl Benning Jr.`, `Otto Frey III` |
//! | title of address | `Dr. Ina Holm` |
//! | capitals | `MARA LINDQVIST`, `Mara LINDQVIST`, `Ian McDONALD` |
//! | other scripts | Cyrillic and Greek as above; Chinese, Japanese, Korean by listed surname |
//!
//! Labels, roles, places and outlets are no names (lists `not_names`, `organisations`, `places`, `agencies`). Who the
//! person is, and whether a line is a byline, is left to others.

pub use super::shapes::takes_inner_capital;
use super::shapes::{Shape, Word, words};
use super::tables::{self, Asked};
use crate::text::Stretch;
use crate::text::chars::is_cjk;

/// The most words that are neither particle nor initial in one name.
const MOST_WORDS: usize = 4;

/// Whether the whole of `text` reads as the name of one person.
#[must_use]
pub fn is_name(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    // No name ends in a small word, but for `jr.` and its kind: nearly all lines are refused by their last one.
    let last = text.rsplit(' ').next().unwrap_or(text);
    let small = last.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.');
    if small && !tables::common().suffixes.has(last) || tables::common().places.has(text) {
        return false;
    }
    name_at_start(text).is_some_and(|name| name.len() == text.len())
}

/// The name that `text` begins with.
#[must_use]
pub fn name_at_start(text: &str) -> Option<Stretch> {
    let first = text.chars().next()?;
    if is_cjk(first) {
        return east_asian(text);
    }
    if !first.is_uppercase() {
        return None;
    }
    let common = tables::common();
    // A name has two words: nearly all lines are refused by a small one in the second place.
    let mut run = words(text);
    let (one, second) = (run.next()?, run.next()?);
    if one.ends_run || second.shape == Shape::Small && !is_small_part(&second) {
        return None;
    }
    if common.agencies.at(text).is_some_and(|(length, _)| length > 2 || text.len() == length) {
        return None;
    }
    let mut reading = Reading::default();
    for word in [one, second].into_iter().chain(run) {
        if !reading.take(&word) || word.ends_run {
            break;
        }
    }
    let end = reading.end()?;
    (!common.places.has(text.get(..end)?)).then_some(Stretch::new(0, end))
}

/// Whether a small word may stand in a name: `al`, `jr`.
fn is_small_part(word: &Word<'_>) -> bool {
    tables::common().particles.has(word.text.trim_end_matches('.')) || tables::common().suffixes.has(word.text)
}

/// Whether the first word of `text` is a listed given name: evidence for names that nothing else marks.
#[must_use]
pub fn has_given_name(text: &str) -> bool {
    let first = text.split([' ', '-']).next().unwrap_or("");
    tables::common().given_names.has(first)
}

/// What the list of given names says of a word: `m`, `f`, or `-` for a name of either; `None` where it is none that is listed.
#[must_use]
pub fn given_name_tells(word: &str) -> Option<&'static str> {
    tables::common().given_names.get(word)
}

/// A name in a script without capitals (Devanagari, Arabic, Hebrew, Thai …): two or three words and nothing else.
/// Only for places where nothing but a name can stand, such as behind `By`.
pub(super) fn caseless(text: &str) -> bool {
    let count = text.split(' ').count();
    (2..=3).contains(&count)
        && text.chars().all(|found| found == ' ' || (!found.is_ascii() && !found.is_uppercase() && is_letter(found)))
        && text.chars().next().is_some_and(|found| !found.is_lowercase() && !is_cjk(found))
}

fn is_letter(found: char) -> bool {
    found.is_alphabetic()
        || matches!(found, '\u{0900}'..='\u{0DFF}' | '\u{0E00}'..='\u{0E7F}' | '\u{064B}'..='\u{0652}')
}

/// What has been read of a name.
#[derive(Debug, Default)]
struct Reading {
    words: usize,
    initials: usize,
    capitals: usize,
    /// The end of the last word that a name can end with, and how many words and initials stand up to it.
    end: usize,
    reached: usize,
    /// Whether the last word is a listed given name.
    given: bool,
    any: bool,
}

impl Reading {
    /// Takes the next word if it can be part of the name.
    fn take(&mut self, word: &Word<'_>) -> bool {
        let (common, makers) = (tables::common(), tables::makers());
        let plain = Asked::new(word.text.trim_end_matches('.'));
        if self.words > 0 && common.suffixes.has(word.text) {
            self.end = word.end;
            return true;
        }
        if common.particles.holds(&plain) && (self.any || word.shape != Shape::Small) {
            // `Van Dyke` may open a name, `Le` may close one (`Thi Le`); a small particle never does.
            if word.shape != Shape::Small {
                self.count(word);
            }
            self.any = true;
            return true;
        }
        match word.shape {
            // `WEI LI`: behind capitals, two letters are a word.
            Shape::Initials if self.capitals > 0 && !word.text.contains('.') && word.text.chars().count() == 2 => {
                self.count(word);
                true
            }
            Shape::Initials => {
                self.initials += 1;
                self.any = true;
                true
            }
            Shape::Small | Shape::Other => false,
            // A title makes a name of one word (`Mr. Holm`), and `Don` is also a given name.
            _ if !self.any && makers.honorifics.holds(&plain) => {
                self.initials += 1;
                self.any = true;
                true
            }
            Shape::Capitals | Shape::Name => {
                if self.words >= MOST_WORDS || !self.fits(word) || is_no_name(&plain) || self.next_begins(word) {
                    return false;
                }
                self.given = common.given_names.holds(&plain);
                self.count(word);
                true
            }
        }
    }

    /// Names set side by side (`Ina Holm Anna Lena Beck`): the next begins with a given name behind a surname. At the end
    /// of the run a given name is a surname.
    fn next_begins(&self, word: &Word<'_>) -> bool {
        self.words >= 2 && !self.given && !word.ends_run && tables::common().given_names.has(word.text)
    }

    /// Capitals follow small letters only in a surname (`Mara LINDQVIST`), and small letters never follow capitals.
    fn fits(&self, word: &Word<'_>) -> bool {
        word.shape == Shape::Capitals || self.capitals == 0
    }

    fn count(&mut self, word: &Word<'_>) {
        self.words += 1;
        self.capitals += usize::from(word.shape == Shape::Capitals && word.text.chars().count() > 2);
        self.end = word.end;
        self.reached = self.words + self.initials;
        self.any = true;
    }

    fn end(&self) -> Option<usize> {
        (self.words >= 1 && self.reached >= 2).then_some(self.end)
    }
}

fn is_no_name(word: &Asked<'_>) -> bool {
    let makers = tables::makers();
    if makers.not_names.holds(word)
        || tables::common().organisations.holds(word)
        || makers.roles.of(word).is_some_and(|kind| !matches!(kind, "link" | "part"))
    {
        return true;
    }
    // `Online-Redakteurin`: the last part decides.
    word.text().rsplit_once('-').is_some_and(|(_, last)| makers.roles.has(last) || makers.desks.has(last))
}

/// Names without spaces: a listed surname and one or two more characters.
fn east_asian(text: &str) -> Option<Stretch> {
    let run: usize = text.chars().take_while(|found| is_cjk(*found)).map(char::len_utf8).sum();
    let name = text.get(..run)?;
    let letters = name.chars().count();
    let surnames = &tables::common().surnames;
    let starts = |count: usize| {
        name.char_indices().nth(count).and_then(|(at, _)| name.get(..at)).is_some_and(|head| surnames.has(head))
    };
    let fits = match letters {
        2 | 3 => starts(1) || starts(2),
        4 => starts(2) || starts(3),
        5 | 6 => starts(2) || starts(3),
        _ => false,
    };
    fits.then_some(Stretch::new(0, run))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_names() {
        for name in [
            "Mara Lindqvist",
            "Jean-Luc Ferrand",
            "Aoife O’Dowd",
            "J. K. Aldous",
            "Peter M. Stahl",
            "RJ Moreno",
            "Fouad al-Masri",
            "Ilse van der Velde",
            "Rui dos Santos",
            "Carl Benning Jr.",
            "Otto Frey III",
            "Dr. Ina Holm",
            "MARA LINDQVIST",
            "Mara LINDQVIST",
            "Ian McDONALD",
            "Ian McAllister",
            "Ольга Петрова",
            "王小明",
            "김민수",
            "Amal bin Rashid",
            "María José Ruiz",
            "DeShawn Pike",
            "Łukasz Żak",
            "WEI LI",
            "Don Aldous",
            "Mr. Holm",
        ] {
            assert!(is_name(name), "{name}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "Travel News Reporter",
            "Sport",
            "World News",
            "New York",
            "Getty Images",
            "Mara",
            "The Evening Post",
            "Read More",
            "Mara Lindqvist said",
            "mara lindqvist",
            "South Africa",
            "Mara Lindqvist, reporter",
            "City Council",
            "政治",
            "Kim 2",
            "North Valley Police",
            "Associated Press",
            "How Rivers Rise",
            "Mara H",
        ] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn names_side_by_side() {
        let found = |text: &'static str| name_at_start(text).map(|name| name.of(text));
        assert_eq!(found("Ina Holm Anna Lena Beck Jan Peter Frey"), Some("Ina Holm"));
        assert_eq!(found("Anna Lena Beck Jan Peter Frey"), Some("Anna Lena Beck"));
        assert_eq!(found("Ina Holm Martin"), Some("Ina Holm Martin"));
    }

    #[test]
    fn the_name_ends_where_a_role_is_glued() {
        let found = |text: &'static str| name_at_start(text).map(|name| name.of(text));
        assert_eq!(found("Mara LindqvistTravel News Reporter"), Some("Mara Lindqvist"));
        assert_eq!(found("Mara Lindqvist2 minutes ago"), Some("Mara Lindqvist"));
        assert_eq!(found("Mara Lindqvist@maralind"), Some("Mara Lindqvist"));
        assert_eq!(found("Mara Lindqvist and Otto Frey"), Some("Mara Lindqvist"));
        assert_eq!(found("Mara Lindqvist, Otto Frey"), Some("Mara Lindqvist"));
    }
}
