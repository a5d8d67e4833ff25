//! What a line says of itself: the labels of furniture and the openings of notes.
//!
//! In: a cleaned line and the language. Out: the kind of furniture or note that the lists
//! `lexicon/<language>/furniture.txt` and `notes.txt` know it as, and whether the whole line is a listed label.
//! English labels are known in every language: pages use them everywhere.
//!
//! ```text
//! 3 COMMENTS                  -> comments, whole
//! Read more: Boats leave      -> related, its opening
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use super::{FurnitureKind, NoteKind};
use crate::lexicon::{self, Kept};
use crate::text::Heads;
use crate::text::chars::is_letter_or_figure;

/// What a line says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Furniture.
    Furniture(FurnitureKind),
    /// A note.
    Note(NoteKind),
}

/// A label, and how much of the line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// What it says.
    pub says: Says,
    /// The whole line.
    pub whole: bool,
    /// Words of the phrase: one alone may begin a sentence as well.
    pub words: usize,
}

/// The labels of one language.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// By phrase: the kind where it is the whole line, and where it opens one.
    phrases: FxHashMap<&'static str, [Option<Says>; 2]>,
    /// The first words of the phrases: one, two, and so on up to all.
    heads: FxHashSet<&'static str>,
    /// The first letters of the phrases.
    first: Heads,
    /// Words of the longest phrase.
    longest: usize,
}

impl Labels {
    /// The labels of a language and of English, read once.
    pub(super) fn of(language: &str) -> &'static Self {
        static KEPT: Kept<Labels> = Kept::new();
        KEPT.get(language, Self::read_lists)
    }

    fn read_lists(language: &str) -> Self {
        let mut labels = Self::default();
        for code in if language == "en" { vec!["en"] } else { vec![language, "en"] } {
            labels.add(code, "furniture.txt", |kind| furniture_kind(kind).map(Says::Furniture));
            labels.add(code, "notes.txt", |kind| note_kind(kind).map(Says::Note));
        }
        labels
    }

    fn add(&mut self, language: &str, name: &str, kind: impl Fn(&str) -> Option<Says>) {
        let more = lexicon::size(language, name);
        self.phrases.reserve(more);
        self.heads.reserve(2 * more);
        for row in lexicon::rows(language, name) {
            let [phrase, says] = &*row else { continue };
            let Some(says) = kind(says) else { continue };
            let (phrase, opens) = phrase.strip_suffix('…').map_or((*phrase, false), |phrase| (phrase, true));
            self.first.add(phrase);
            self.longest = self.longest.max(phrase.split(' ').count());
            let ends = phrase.match_indices(' ').map(|(at, _)| at).chain([phrase.len()]);
            self.heads.extend(ends.filter_map(|end| phrase.get(..end)));
            let known = self.phrases.entry(phrase).or_default();
            known[0].get_or_insert(says);
            if opens {
                known[1].get_or_insert(says);
            }
        }
    }

    /// What a line says; the longest phrase counts.
    pub(super) fn read(&self, line: &str) -> Option<Label> {
        // Nearly all lines begin with other letters.
        if !self.first.may_begin(line) {
            return None;
        }
        let mut phrase = String::new();
        let mut found = None;
        let mut words = Words { rest: line };
        for read in 0..=self.longest {
            let Some(word) = words.next() else {
                let whole = self.phrases.get(phrase.as_str()).and_then(|known| known[0]);
                return whole.map(|says| Label { says, whole: true, words: read }).or(found);
            };
            if let Some(says) = self.phrases.get(phrase.as_str()).and_then(|known| known[1]) {
                found = Some(Label { says, whole: false, words: read });
            }
            if read > 0 {
                phrase.push(' ');
            }
            push_lower(&mut phrase, word);
            if !self.heads.contains(phrase.as_str()) {
                return found;
            }
        }
        // Scripts without spaces: a phrase opens the first word.
        found
    }
}

/// Words of letters, and numbers, each by itself.
struct Words<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let start = self.rest.find(is_letter_or_figure)?;
        let rest = &self.rest[start..];
        let digits = rest.starts_with(|found: char| found.is_ascii_digit());
        let part =
            |found: char| (is_letter_or_figure(found) || is_vowel_sign(found)) && found.is_ascii_digit() == digits;
        let end = rest.find(|found: char| !part(found)).unwrap_or(rest.len());
        self.rest = &rest[end..];
        Some(&rest[..end])
    }
}

/// Signs of Indic scripts that are part of a word but no letter.
fn is_vowel_sign(found: char) -> bool {
    matches!(found, '\u{0900}'..='\u{0903}' | '\u{093A}'..='\u{094F}' | '\u{0300}'..='\u{036F}')
}

fn push_lower(phrase: &mut String, word: &str) {
    if word.starts_with(|found: char| found.is_ascii_digit()) {
        phrase.push('0');
        return;
    }
    // No label has a word this long: the rest of it cannot matter.
    for found in word.chars().take(40) {
        match found {
            'A'..='Z' => phrase.push(found.to_ascii_lowercase()),
            _ if found.is_ascii() => phrase.push(found),
            _ => phrase.extend(found.to_lowercase()),
        }
    }
}

/// The kind of furniture by its name in the lists.
pub(super) fn furniture_kind(name: &str) -> Option<FurnitureKind> {
    Some(match name {
        "navigation" => FurnitureKind::Navigation,
        "share" => FurnitureKind::Share,
        "advertisement" => FurnitureKind::Advertisement,
        "newsletter" => FurnitureKind::Newsletter,
        "related" => FurnitureKind::Related,
        "comments" => FurnitureKind::Comments,
        "tags" => FurnitureKind::Tags,
        "media" => FurnitureKind::Media,
        "form" => FurnitureKind::Form,
        "prompt" => FurnitureKind::Prompt,
        "legal" => FurnitureKind::Legal,
        _ => return None,
    })
}

/// The kind of a note by its name in the lists.
pub(super) fn note_kind(name: &str) -> Option<NoteKind> {
    Some(match name {
        "signoff" => NoteKind::Signoff,
        "correction" => NoteKind::Correction,
        "editor" => NoteKind::Editor,
        "bio" => NoteKind::Bio,
        "source" => NoteKind::Source,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(line: &str, language: &str) -> Option<(Says, bool)> {
        Labels::of(language).read(line).map(|label| (label.says, label.whole))
    }

    #[test]
    fn labels_are_told_whole_and_as_openings() {
        assert_eq!(kind("3 COMMENTS", "en"), Some((Says::Furniture(FurnitureKind::Comments), true)));
        assert_eq!(kind("Read more: Boats leave", "en"), Some((Says::Furniture(FurnitureKind::Related), false)));
        assert_eq!(kind("Captcha *", "en"), Some((Says::Furniture(FurnitureKind::Form), true)));
        assert_eq!(kind("Share", "xx"), Some((Says::Furniture(FurnitureKind::Share), true)));
        assert_eq!(
            kind("Reporting by Ada Brook; editing by Cy Dorn", "en"),
            Some((Says::Note(NoteKind::Signoff), false))
        );
        assert_eq!(kind("Lesen Sie auch", "de"), Some((Says::Furniture(FurnitureKind::Related), true)));
    }

    #[test]
    fn a_word_within_a_sentence_is_no_label() {
        assert_eq!(kind("Home prices fell again in the harbour towns.", "en"), None);
        assert_eq!(kind("Shares of the ferry company fell.", "en"), None);
        assert_eq!(kind("", "en"), None);
    }
}
