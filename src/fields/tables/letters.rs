//! Letters in lower case, and where words begin and end.

use std::borrow::Cow;

use crate::text::chars::is_cjk;

/// One letter of lower case; letters whose lower case is longer stay.
pub(in crate::fields) fn fold(found: char) -> char {
    if found.is_ascii() {
        return found.to_ascii_lowercase();
    }
    let mut folded = found.to_lowercase();
    match (folded.next(), folded.next()) {
        (Some(one), None) => one,
        _ => found,
    }
}

/// In lower case, copied only where it is not so already.
pub(in crate::fields) fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}

/// Whether a word of `text` can end at `at`: no letter follows, or a capital after a small letter (glued lines).
pub(in crate::fields) fn ends_word(text: &str, at: usize) -> bool {
    let (Some(head), Some(tail)) = (text.get(..at), text.get(at..)) else { return false };
    match (head.chars().next_back(), tail.chars().next()) {
        (Some(last), Some(next)) if next.is_alphabetic() && last.is_alphabetic() => {
            is_cjk(last) || is_cjk(next) || (last.is_lowercase() && next.is_uppercase())
        }
        _ => true,
    }
}

/// Whether a word of `text` can begin at `at`.
pub(in crate::fields) fn begins_word(text: &str, at: usize) -> bool {
    ends_word(text, at)
}
