//! Words of picture captions: `(left)`, `from left`, `file photo`, `Symbolbild`.
//!
//! In: a line and its language's list `lexicon/<language>/caption_words.txt`. Out: whether the line has one, and whether
//! it begins with one or has one in brackets. They speak for a caption; whether it is one is the role model's to say.
//!
//! ```text
//! Ada Brook (left) opens the quay                3
//! Pictured from left, Ada Brook and Cy Dorn      2
//! Ada Brook, second left, opens the quay         1
//! Ada Brook left the quay                        0
//! ```

use regex::Regex;

use crate::lexicon::{self, Kept};

/// The caption words of one language; none where it has no list.
#[derive(Debug)]
pub(super) struct Poses(Option<Regex>);

impl Poses {
    /// Those of a language, read once.
    pub(super) fn of_language(language: &str) -> &'static Self {
        static KEPT: Kept<Poses> = Kept::new();
        KEPT.get(language, Self::read)
    }

    fn read(language: &str) -> Self {
        let mut phrases =
            lexicon::rows(language, "caption_words.txt").filter_map(|row| row.first().copied()).peekable();
        if phrases.peek().is_none() {
            return Self(None);
        }
        // Word borders where the phrase has a letter at its ends.
        let bordered = |phrase: &str| {
            let border = |found: Option<char>| {
                if found.is_some_and(|found| found.is_ascii_alphanumeric()) { r"(?-u:\b)" } else { "" }
            };
            let (first, last) = (border(phrase.chars().next()), border(phrase.chars().next_back()));
            format!("{first}{}{last}", regex::escape(phrase))
        };
        let all: Vec<String> = phrases.map(bordered).collect();
        Self(Regex::new(&format!("(?i){}", all.join("|"))).ok())
    }

    /// 3 where one stands in brackets, 2 where the line begins with such a word, 1 where it has one.
    pub(super) fn of(&self, line: &str) -> usize {
        // `(R)` is a party as well.
        const SHORT: usize = 3;
        match self.0.as_ref().and_then(|words| words.find(line)) {
            Some(found)
                if found.len() > SHORT
                    && (found.as_str().starts_with('(') || line[..found.start()].ends_with(['(', '['])) =>
            {
                3
            }
            Some(found) if found.start() <= 1 => 2,
            Some(_) => 1,
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_captions_are_seen() {
        let poses = Poses::of_language("en");
        let lines = [
            "Pictured from left, Ada Brook and Cy Dorn",
            "Ada Brook (left) opens the quay",
            "Ada Brook, second left, opens the quay",
            "Ada Brook left the quay",
            "It was the far right",
        ];
        assert_eq!(lines.map(|line| poses.of(line)), [2, 3, 1, 0, 0]);
        assert_eq!(Poses::of_language("de").of("Die Fähre im alten Hafen (Symbolbild)"), 3);
        assert_eq!(Poses::of_language("de").of("Links und rechts der Elbe"), 0);
        assert_eq!(Poses::of_language("xx").of("Pictured from left"), 0);
    }
}
