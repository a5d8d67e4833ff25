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

use crate::lexicon::{self, Kept};
use crate::text::{Sieve, lower};

/// The caption words of one language; none where it has no list.
#[derive(Debug)]
pub(super) struct Poses {
    /// Under their first byte in lower case, the longest first.
    phrases: Vec<Vec<String>>,
    /// The first three bytes of phrases: nearly all words of a line are refused by it.
    heads: Sieve,
}

/// Three bytes as a key, whatever their case.
#[inline]
fn key([one, two, three]: [u8; 3]) -> u32 {
    u32::from_le_bytes([one, two, three, 0]) | 0x20_2020
}

impl Poses {
    /// Those of a language, read once.
    pub(super) fn of_language(language: &str) -> &'static Self {
        static KEPT: Kept<Poses> = Kept::new();
        KEPT.get(language, Self::read)
    }

    fn read(language: &str) -> Self {
        let mut poses = Self { phrases: vec![Vec::new(); 256], heads: Sieve::default() };
        for (phrase, _) in lexicon::pairs(language, "caption_words") {
            poses.add(phrase.to_owned());
            // Letters beyond ASCII are met in the case of the list, as capitals, and with a capital first.
            if !phrase.is_ascii() {
                let mut letters = phrase.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                poses.add(first.chain(letters).collect());
                poses.add(phrase.to_uppercase());
            }
        }
        poses.phrases.iter_mut().for_each(|phrases| phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len())));
        poses
    }

    fn add(&mut self, phrase: String) {
        let &[one, two, three, ..] = phrase.as_bytes() else { return };
        self.heads.set(key([one, two, three]));
        self.phrases[usize::from(one.to_ascii_lowercase())].push(phrase);
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
        let mut at = 0;
        while let Some(&[one, two, three]) = line.get(at..).and_then(<[u8]>::first_chunk) {
            if self.heads.has(key([one, two, three]))
                && let Some(length) = self.at(line, at)
            {
                return Some((at, at + length));
            }
            at += 1;
            if is_letter(one) {
                at += line.get(at..).unwrap_or_default().iter().take_while(|byte| is_letter(**byte)).count();
            }
        }
        None
    }

    /// The bytes of the longest phrase that stands at a place.
    fn at(&self, line: &[u8], at: usize) -> Option<usize> {
        let rest = line.get(at..)?;
        let phrases = self.phrases.get(usize::from(rest.first()?.to_ascii_lowercase()))?;
        let ends = |phrase: &&[u8]| {
            let head = rest.get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase));
            let next = rest.get(phrase.len()).copied();
            head && !(phrase.last().copied().is_some_and(is_letter) && next.is_some_and(is_letter))
        };
        phrases.iter().map(String::as_bytes).find(ends).map(<[u8]>::len)
    }
}

/// Letters and figures of ASCII: the borders of words.
fn is_letter(byte: u8) -> bool {
    byte == b'_' || lower(byte).is_some()
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
