//! Sentences of a paragraph, by the sentencex crate.
//!
//! In: a paragraph's cleaned text and its language. Out: a stretch a sentence. Abbreviations, initials and quotations are the
//! crate's business; `"Is it?" she asked.` is one sentence.
//!
//! The crate looks for the partner of every opening mark through the rest of its text, so what it is given at once is
//! bounded ([`WINDOW`]): no input makes the whole slower than linear.

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
    let code = if language.is_empty() { "en" } else { language };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = at + window(&text[at..]);
        for sentence in sentencex::segment(code, &text[at..end]) {
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
}
