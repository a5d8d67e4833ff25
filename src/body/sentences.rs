//! Sentences of a paragraph, by the sentencex crate.

use crate::text::Stretch;

/// The sentences of a paragraph, without the white space around them.
#[must_use]
pub fn sentences(text: &str, language: &str) -> Vec<Stretch> {
    let code = if language.is_empty() { "en" } else { language };
    let mut at = 0;
    let mut found = Vec::new();
    for sentence in sentencex::segment(code, text) {
        let stretch = Stretch::new(at, at + sentence.len()).trimmed(text);
        at += sentence.len();
        if !stretch.is_empty() {
            found.push(stretch);
        }
    }
    found
}
