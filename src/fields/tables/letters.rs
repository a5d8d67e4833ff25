//! Letters in lower case, and where words begin and end.

use std::borrow::Cow;

use crate::text::chars::{fold, is_cjk, is_letter, lowered};

/// In lower case, copied only where it is not so already.
pub(in crate::fields) fn lower(word: &str) -> Cow<'_, str> {
    // The only letter that is several in lower case.
    let capital = |found: char| fold(found) != found || found == 'İ';
    if word.chars().any(capital) { Cow::Owned(lowered(word)) } else { Cow::Borrowed(word) }
}

/// Whether a word of `text` can end at `at`: no letter follows, or a capital after a small letter (glued lines).
pub(in crate::fields) fn ends_word(text: &str, at: usize) -> bool {
    let (Some(head), Some(tail)) = (text.get(..at), text.get(at..)) else { return false };
    match (head.chars().next_back(), tail.chars().next()) {
        (Some(last), Some(next)) if is_letter(next) && is_letter(last) => {
            is_cjk(last) || is_cjk(next) || (last.is_lowercase() && next.is_uppercase())
        }
        // `AFP_48KT.jpg` is the name of a file.
        (Some(_), Some('_')) => !tail.get(1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)),
        _ => true,
    }
}

/// Whether a word of `text` can begin at `at`.
pub(in crate::fields) fn begins_word(text: &str, at: usize) -> bool {
    ends_word(text, at)
}

/// The letters that `text` begins with, up to a capital behind a small letter.
pub(in crate::fields) fn letters(text: &str) -> &str {
    let small = |byte: &u8| byte.is_ascii_lowercase();
    let bytes = text.as_bytes();
    let capitals = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let end = capitals + bytes[capitals..].iter().take_while(|byte| small(byte)).count();
    if bytes.get(end).is_none_or(u8::is_ascii) {
        return text.get(..end).unwrap_or("");
    }
    let mut before = None;
    for (at, found) in text.char_indices() {
        let mark = matches!(found, '\u{0300}'..='\u{036F}' | '\u{0900}'..='\u{0963}');
        let camel = found.is_uppercase() && before.is_some_and(char::is_lowercase);
        if !(is_letter(found) || mark) || camel {
            return text.get(..at).unwrap_or("");
        }
        before = Some(found);
    }
    text
}
