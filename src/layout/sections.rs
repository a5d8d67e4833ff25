//! Names of sections: `Politics`, `Sport | Football`, `Home > News`; and those glued to what follows: `HomeNewsBoats leave`.
//!
//! In: a line and its language's list `lexicon/<language>/section_names.txt` (English ones are known in every
//! language: pages use them everywhere). Out: whether the line is such names and nothing else; where the words begin
//! that a breadcrumb was glued to.

use crate::lexicon::{self, Kept, WordList};
use crate::text::Heads;

/// The section names of a language, and the English ones.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sections([&'static Names; 2]);

/// The section names of one language.
#[derive(Debug)]
struct Names {
    list: &'static WordList,
    heads: Heads,
}

impl Names {
    fn of(language: &str) -> &'static Self {
        static KEPT: Kept<Names> = Kept::new();
        KEPT.get(language, |language| {
            let mut heads = Heads::default();
            lexicon::pairs(language, "section_names").for_each(|(name, _)| heads.add(name));
            Self { list: lexicon::list(language, "section_names"), heads }
        })
    }
}

impl Sections {
    /// Those of a language.
    pub(super) fn of_language(language: &str) -> Self {
        Self([language, "en"].map(Names::of))
    }

    fn knows(&self, name: &str) -> bool {
        !name.is_empty() && self.0.iter().any(|names| names.list.contains_any_case(name))
    }

    /// 1 where the line is one section name, 2 where it is several; 0 otherwise.
    pub(super) fn of(&self, line: &str) -> usize {
        // Nearly all lines begin with other letters.
        if line.len() > 80 || !self.0.iter().any(|names| names.heads.may_begin(line)) {
            return 0;
        }
        let names = || {
            line.split(['|', '/', '>', '›', '»', '•', '·', ',', ';'])
                .flat_map(glued)
                .map(str::trim)
                .filter(|name| !name.is_empty())
        };
        if !names().all(|name| self.knows(name)) {
            return 0;
        }
        names().count().min(2)
    }

    /// Where the words begin that section names are glued to, in bytes: `HomeNewsBoats leave the quay` → 8.
    pub(super) fn end(&self, line: &str) -> Option<usize> {
        const LONGEST: usize = 300;
        if line.len() >= LONGEST {
            return None;
        }
        let token = line.split(char::is_whitespace).next()?;
        border(token)?;
        let rest = line.len() - token.len();
        let last = glued(token).last()?;
        let names = glued(token).count() - 1;
        let known = glued(token).take(names).filter(|name| self.knows(name)).count();
        // Two words more: a title goes on, a brand (`NewsNow`) does not.
        let enough = known > 0 && known * 2 >= names && rest > 12;
        enough.then(|| token.len() - last.len())
    }
}

/// A word's glued parts.
fn glued(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (part, after) = rest.split_at(border(rest).unwrap_or(rest.len()));
        rest = after;
        (!part.is_empty()).then_some(part)
    })
}

/// Where a word's second part begins: at a capital or a figure after a small letter.
fn border(text: &str) -> Option<usize> {
    if text.is_ascii() {
        let mut pairs = text.as_bytes().iter().zip(text.as_bytes().iter().skip(1));
        let border = |(before, found): (&u8, &u8)| {
            before.is_ascii_lowercase() && (found.is_ascii_uppercase() || found.is_ascii_digit())
        };
        return pairs.position(border).map(|at| at + 1);
    }
    let mut before = ' ';
    let found = text.char_indices().find(|(_, found)| {
        let border = before.is_lowercase() && (found.is_uppercase() || found.is_ascii_digit());
        before = *found;
        border
    });
    found.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn section_names_are_told() {
        let sections = Sections::of_language("de");
        let lines = ["Politik", "News | Politik", "HomeSportWirtschaft", "Politik im Hafen", "", "Fähre"];
        assert_eq!(lines.map(|line| sections.of(line)), [1, 2, 2, 0, 0, 0]);
    }

    #[test]
    fn glued_breadcrumbs_end() {
        let sections = Sections::of_language("en");
        assert_eq!(sections.end("HomeNewsBoats leave the old quay"), Some(8));
        assert_eq!(sections.end("Politics550 boats leave the old quay"), Some(8));
        // Near misses: a brand, a name with a capital inside, names alone.
        assert_eq!(sections.end("NewsNow is late"), None);
        assert_eq!(sections.end("McDonald and eTown boats leave the old quay"), None);
        assert_eq!(sections.end("HomeNewsSport"), None);
    }
}
