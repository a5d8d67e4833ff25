//! Character references: `&amp;` is one character to a reader.
//!
//! In: a stretch of the input. Out: its words, added to a cleaned string, each reference decoded and still at its place.
//! A reference ends with a semicolon and holds letters and figures alone: `R&D`, `&copy of it;` stay as they are.

use crate::text::{Fragments, Span};

/// Adds words, their entities decoded.
pub(super) fn push_words(text: &mut Fragments, input: &str, span: Span) {
    let covered = span.of(input);
    let mut from = 0;
    while let Some(at) = memchr::memchr(b'&', &covered.as_bytes()[from..]).map(|at| at + from) {
        // The longest entity name has 31 letters.
        let window = &covered.as_bytes()[at..covered.len().min(at + 33)];
        let Some(end) = memchr::memchr(b';', window).map(|end| at + end + 1) else {
            text.push(input, Span::new(span.start + from, span.start + at + 1));
            from = at + 1;
            continue;
        };
        // A reference is letters and figures and nothing else: `&copy of it;` is none.
        let is_reference = |inside: &str| inside.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        let reference = covered.get(at..end).filter(|_| covered.get(at + 1..end - 1).is_some_and(is_reference));
        let decoded = reference.map(htmlize::unescape);
        match decoded.filter(|decoded| covered.get(at..end).is_some_and(|entity| *decoded != entity)) {
            Some(decoded) => {
                text.push(input, Span::new(span.start + from, span.start + at));
                text.push_decoded(&decoded, Span::new(span.start + at, span.start + end));
                from = end;
            }
            None => {
                text.push(input, Span::new(span.start + from, span.start + at + 1));
                from = at + 1;
            }
        }
    }
    text.push(input, Span::new(span.start + from, span.end));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        let mut text = Fragments::default();
        push_words(&mut text, input, Span::new(0, input.len()));
        assert_eq!(text.text(), expected);
    }

    #[test]
    fn references_are_decoded() {
        check("salt &amp; pepper&nbsp;&#8212; &eacute;clairs", "salt & pepper — éclairs");
    }

    #[test]
    fn other_uses_of_the_sign_stay() {
        check("R&D, AT&T; &copy of it; &; &#x1F6 00;", "R&D, AT&T; &copy of it; &; &#x1F6 00;");
    }
}
