//! Sentences of a paragraph, by the sentencex crate.
//!
//! In: a paragraph's cleaned text and its language. Out: a stretch a sentence. Abbreviations, initials and quotations are the
//! crate's business; `"Is it?" she asked.` is one sentence.
//!
//! The crate looks for the partner of every opening mark through the rest of its text, so what it is given at once is
//! bounded ([`WINDOW`]): no input makes the whole slower than linear.

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashSet;
use sentencex::languages::{self, Language};

use crate::text::Stretch;
use crate::text::chars::is_sentence_end;

/// Bytes given to the crate at once: more than any paragraph that is one.
const WINDOW: usize = 4096;

/// The sentences of a paragraph, without the white space around them.
#[must_use]
pub fn sentences(text: &str, language: &str) -> Vec<Stretch> {
    if is_one(text) {
        return vec![Stretch::new(0, text.len()).trimmed(text)];
    }
    let language = language_of(if language.is_empty() { "en" } else { language });
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = at + window(&text[at..]);
        for sentence in language.segment(&text[at..end]) {
            let stretch = Stretch::new(at, at + sentence.len()).trimmed(text);
            at += sentence.len();
            if !stretch.is_empty() {
                found.push(stretch);
            }
        }
        at = end;
    }
    found
}

/// The crate's rules of a language.
fn language_of(code: &str) -> Box<dyn Language> {
    match code {
        "da" => Box::new(Danish),
        "it" => Box::new(Italian),
        _ => sentencex::language_factory(code),
    }
}

/// The crate's Danish, which itself makes a pattern anew at every end of a sentence: a tenth of the speed of its other languages.
struct Danish;

impl Language for Danish {
    fn get_abbreviations(&self) -> &FxHashSet<String> {
        // There is one list, whichever value is asked.
        static DANISH: languages::Danish = languages::Danish {};
        DANISH.get_abbreviations()
    }

    fn continue_in_next_word(&self, text_after_boundary: &str) -> bool {
        static GOES_ON: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\W*[0-9a-z]").expect("is a pattern"));
        GOES_ON.is_match(text_after_boundary)
    }
}

/// The crate's Italian, which does the same.
struct Italian;

impl Language for Italian {
    fn get_abbreviations(&self) -> &FxHashSet<String> {
        static ITALIAN: languages::Italian = languages::Italian {};
        ITALIAN.get_abbreviations()
    }

    fn get_last_word<'a>(&self, text: &'a str) -> &'a str {
        languages::Italian {}.get_last_word(text)
    }

    fn continue_in_next_word(&self, text_after_boundary: &str) -> bool {
        text_after_boundary.starts_with(|next: char| next.is_ascii_digit() || next.is_ascii_lowercase())
    }
}

/// Whether nothing in a text but its end can end a sentence: Latin letters, with no stop, mark or line end among them.
fn is_one(text: &str) -> bool {
    let inner = text.trim_end_matches(['.', '!', '?', '"', '”', '’', '\'']);
    let ends = |byte: u8| matches!(byte, b'.' | b'!' | b'?' | b'\n' | b'\r');
    let plain = |found: char| matches!(found, '\u{a1}'..='\u{24f}' | '‐'..='—' | '‘' | '’' | '“' | '”');
    !inner.is_empty()
        && !inner.bytes().any(ends)
        && (inner.is_ascii() || inner.chars().all(|found| found.is_ascii() || plain(found)))
}

/// How much of the text is read at once: all, or up to the last end of a sentence in the window, or the last space, or what fits.
fn window(text: &str) -> usize {
    if text.len() <= WINDOW {
        return text.len();
    }
    let mut limit = WINDOW;
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let mut space = None;
    for (at, found) in text[..limit].char_indices().rev().take_while(|(at, _)| *at > 0) {
        if found.is_whitespace() {
            space.get_or_insert(at);
            if text[..at].ends_with(is_sentence_end) {
                return at;
            }
        }
    }
    space.unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text, "en").into_iter().map(|sentence| sentence.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn titles_and_initials_end_nothing() {
        check(
            "Dr. A. B. Quill left at 5 p.m. on Monday. He was late.",
            &["Dr. A. B. Quill left at 5 p.m. on Monday.", "He was late."],
        );
    }

    #[test]
    fn a_question_and_its_cue_are_one() {
        check("“Is it over?” she asked. Nobody knew.", &["“Is it over?” she asked.", "Nobody knew."]);
    }

    #[test]
    fn a_long_text_is_cut_between_sentences_only() {
        let text = "The tide came in. ".repeat(700);
        let found = sentences(&text, "en");
        assert_eq!(found.len(), 700);
        assert!(found.iter().all(|sentence| sentence.of(&text) == "The tide came in."));
    }

    #[test]
    fn a_text_without_ends_is_read_to_its_last_byte() {
        let text = "öä".repeat(5000);
        assert_eq!(sentences(&text, "en").iter().map(|sentence| sentence.len()).sum::<usize>(), text.len());
    }

    #[test]
    fn danish_and_italian_are_the_crate_s_own() {
        let danish = "Hun gik. Vi blev her. Færgen lå kl. 9 ved kajen. »Vi venter,« sagde hun. dr. Holm kom 5. maj. - og så gik de. 3 blev.";
        let italian =
            "Il sig. Ferri partì alle 9. L'onda arrivò all'ing. Bruni. e poi? 3 restano. «Torno», disse. Fine.";
        assert_eq!(Danish.segment(danish), sentencex::segment("da", danish));
        assert_eq!(Italian.segment(italian), sentencex::segment("it", italian));
        assert!(sentences(danish, "da").len() > 3 && sentences(italian, "it").len() > 3);
    }
}
