//! Names of sections: `Politics`, `Sport | Football`, `Home > News`; and those glued to what follows: `HomeNewsBoats leave`.
//!
//! In: a line and its language's list `lexicon/<language>/section_names.txt` (English ones are known in every
//! language: pages use them everywhere). Out: whether the line is such names and nothing else; where the words begin
//! that a breadcrumb was glued to.

use crate::lexicon::{self, WordList};

/// The section names of a language, and the English ones.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sections([&'static WordList; 2]);

impl Sections {
    /// Those of a language.
    pub(super) fn of_language(language: &str) -> Self {
        Self([language, "en"].map(|language| lexicon::list(language, "section_names")))
    }

    fn knows(&self, name: &str) -> bool {
        !name.is_empty() && self.0.iter().any(|list| list.contains_any_case(name))
    }

    /// 1 where the line is one section name, 2 where it is several; 0 otherwise.
    pub(super) fn of(&self, line: &str) -> usize {
        if line.len() > 80 {
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
        let token = line.split(char::is_whitespace).next()?;
        let rest = line.len() - token.len();
        let last = glued(token).last()?;
        let names = glued(token).count() - 1;
        let known = glued(token).take(names).filter(|name| self.knows(name)).count();
        // Two words more: a title goes on, a brand (`NewsNow`) does not.
        let enough = names > 0 && known > 0 && known * 2 >= names && rest > 12 && line.len() < 300;
        enough.then(|| token.len() - last.len())
    }
}

/// A word's glued parts: a capital or a figure after a small letter begins one.
fn glued(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut before = ' ';
        let end = rest.char_indices().find(|(_, found)| {
            let border = before.is_lowercase() && (found.is_uppercase() || found.is_ascii_digit());
            before = *found;
            border
        });
        let end = end.map_or(rest.len(), |(at, _)| at);
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
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
