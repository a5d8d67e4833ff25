//! Bylines behind a label: what is named an author is one, whatever its form.
//!
//! In: the value of a field. Out: its authors. Forms beside those of printed bylines: `Holm, Ina; Frey, Otto` (family names
//! first, kept as printed: every string is a stretch of the input), `Ina Holm; Otto Frey`, `['Ina Holm', 'Otto Frey']`.

use super::{Author, Byline, read, read_opened};
use crate::text::Stretch;

/// Reads the value of a byline's field.
#[must_use]
pub fn read_named(line: &str, language: &str) -> Option<Byline> {
    let told = |byline: &Byline| !byline.authors.is_empty();
    let list = line.starts_with('[').then(|| listed(line, language)).flatten();
    list.or_else(|| turned(line))
        .or_else(|| read(line, language).filter(|byline| byline.certain && told(byline)))
        .or_else(|| read_opened(line, language).filter(told))
        .or_else(|| listed(line, language))
}

/// Names with the family name first, as catalogues print them.
fn turned(line: &str) -> Option<Byline> {
    let authors: Option<Vec<Author>> =
        line.split(';').map(str::trim).filter(|name| !name.is_empty()).map(turn).collect();
    made(line, authors?)
}

fn turn(name: &str) -> Option<Author> {
    let (family, given) = name.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let is_name = |part: &str, most: usize| {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        part.split(' ').count() <= most && part.split(' ').all(capital) && !part.contains([',', '/', ':', '@'])
    };
    (is_name(family, 1) && is_name(given, 3)).then(|| Author { name: name.to_owned(), ..Author::default() })
}

/// Several names in a list.
fn listed(line: &str, language: &str) -> Option<Byline> {
    let inside = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
    let part = |found: char| found == ';' || inside.is_some() && found == ',';
    let names = inside.unwrap_or(line).split(part).map(|name| name.trim().trim_matches(['\'', '"']));
    let one = |name| read(name, language).filter(|byline| byline.certain).or_else(|| read_opened(name, language));
    let authors = names.filter_map(one).flat_map(|byline| byline.authors);
    made(line, authors.collect())
}

fn made(line: &str, authors: Vec<Author>) -> Option<Byline> {
    let stretch = Stretch::new(0, line.len()).trimmed(line);
    (!authors.is_empty()).then(|| Byline { stretch, authors, certain: true, ..Byline::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> Vec<String> {
        read_named(line, "en")
            .map_or(Vec::new(), |byline| byline.authors.into_iter().map(|author| author.name).collect())
    }

    #[test]
    fn every_form_gives_its_names() {
        assert_eq!(names("Holm, Ina; Frey, Otto K"), ["Holm, Ina", "Frey, Otto K"]);
        assert_eq!(names("Holm, Ina"), ["Holm, Ina"]);
        assert_eq!(names("Ina Holm; Otto Frey"), ["Ina Holm", "Otto Frey"]);
        assert_eq!(names("['Ina Holm', 'Otto Frey']"), ["Ina Holm", "Otto Frey"]);
        assert_eq!(names("By Ina Holm and Otto Frey"), ["Ina Holm", "Otto Frey"]);
        assert_eq!(
            names("By INA HOLM and OTTO FREY; Cy Dorn contributed reporting from Sandvik."),
            ["INA HOLM", "OTTO FREY"]
        );
    }

    #[test]
    fn two_whole_names_are_two() {
        assert_eq!(names("Ina Holm, Otto Frey"), ["Ina Holm", "Otto Frey"]);
    }
}
