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

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::lexicon::{self, Kept};

/// The caption words of one language; none where it has no list.
#[derive(Debug)]
pub(super) struct Poses(Option<AhoCorasick>);

impl Poses {
    /// Those of a language, read once.
    pub(super) fn of_language(language: &str) -> &'static Self {
        static KEPT: Kept<Poses> = Kept::new();
        KEPT.get(language, Self::read)
    }

    fn read(language: &str) -> Self {
        let phrases: Vec<&str> =
            lexicon::rows(language, "caption_words.txt").filter_map(|row| row.first().copied()).collect();
        if phrases.is_empty() {
            return Self(None);
        }
        // Letters beyond ASCII are met in the case of the list, as capitals, and with a capital first.
        let wide = |phrase: &&&str| !phrase.is_ascii();
        let capitals = phrases.iter().filter(wide).flat_map(|phrase| {
            let mut letters = phrase.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            [phrase.to_uppercase(), first.chain(letters).collect()]
        });
        let all = phrases.iter().map(|phrase| (*phrase).to_owned()).chain(capitals);
        // Every line is asked: the kind that reads fastest.
        let kind = Some(AhoCorasickKind::DFA);
        Self(AhoCorasick::builder().ascii_case_insensitive(true).kind(kind).build(all).ok())
    }

    /// 3 where one stands in brackets, 2 where the line begins with such a word, 1 where it has one.
    pub(super) fn of(&self, line: &str) -> usize {
        // `(R)` is a party as well.
        const SHORT: usize = 3;
        let Some((start, end)) = self.first(line.as_bytes()) else { return 0 };
        let head = line.get(..start).unwrap_or("");
        if end - start > SHORT && (head.ends_with(['(', '[']) || line.as_bytes().get(start) == Some(&b'(')) {
            return 3;
        }
        if start <= 1 { 2 } else { 1 }
    }

    /// Where the first one stands, the longest of those that begin there; between the borders of words where its own ends are
    /// letters.
    fn first(&self, line: &[u8]) -> Option<(usize, usize)> {
        let letter = |at: Option<usize>| {
            at.and_then(|at| line.get(at)).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        };
        let border = |at: usize| letter(at.checked_sub(1)) != letter(Some(at));
        let bordered = |start: usize, end: usize| {
            (!letter(Some(start)) || border(start)) && (!letter(end.checked_sub(1)) || border(end))
        };
        // Most lines have none, which is told faster than which one is the first.
        let words = self.0.as_ref().filter(|words| words.is_match(line))?;
        let found = words.find_overlapping_iter(line).map(|found| (found.start(), found.end()));
        found.filter(|(start, end)| bordered(*start, *end)).min_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)))
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
        // Cyrillic with a capital first, and none inside another word.
        assert_eq!(Poses::of_language("ru").of("Архивное фото. Паром у причала"), 2);
        assert_eq!(Poses::of_language("ru").of("Архив и паром у причала"), 0);
        assert_eq!(Poses::of_language("en").of("Clockwiser than Ada Brook"), 0);
        assert_eq!(Poses::of_language("xx").of("Pictured from left"), 0);
    }
}
