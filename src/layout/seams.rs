//! Where two pieces of a paragraph meet: which marks hold them together, and whether a space stands between them.
//!
//! In: the texts before and behind. Out: whether the first one opens what the second goes on with, whether the second leans on
//! the first, whether they make one word.
//!
//! | before | behind | |
//! |---|---|---|
//! | `The mayor (` | `left) was late` | opens |
//! | `Harbour Radio` | `, he said` | leans |
//! | `weiter "` | `unklar` · `" und gefährlich` | opens · leans |
//! | `Ada Brook` | `(left) opens`, `– after a delay` | leans |
//! | `NRW` | `-Landesregierung` | leans, one word |
//! | `D` | `as Schiff` | a drop cap, one word |

use super::split::is_wide;
use crate::lexicon::WordList;
use crate::text::chars::{is_dash, is_letter};

/// Bytes of the longest quotation whose beginning is looked for.
pub(super) const QUOTATION: usize = 1200;

/// Whether the last mark of a text stands at the word after it. In German `“` closes; a straight mark opens behind a space.
pub(super) fn opens(text: &str) -> bool {
    match text.chars().next_back() {
        Some('“') => !tail(text, QUOTATION).contains('„'),
        Some('"') => text.ends_with(" \"") || text.len() == 1,
        // By itself it stands between the steps of a path: `News` `/` `Boats`.
        Some('/') => text.len() > 1,
        Some('(' | '[' | '‘' | '„' | '「' | '『' | '（' | '@' | '#' | '$' | '€' | '£') => true,
        _ => false,
    }
}

/// So many bytes of a text's end, or a few more: what is looked for farther back would cost more with every line.
pub(super) fn tail(text: &str, bytes: usize) -> &str {
    let start = (0..=text.len().saturating_sub(bytes)).rev().find(|at| text.is_char_boundary(*at));
    start.and_then(|start| text.get(start..)).unwrap_or(text)
}

/// Whether a text goes on from the word before it: by a mark that closes, a bracket and small letters, a dash and small
/// letters.
pub(super) fn leans(text: &str) -> bool {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return false };
    let rest = letters.as_str();
    closes(text) || is_ending(text) || aside(first, rest)
}

/// `'s mum`, `’ll come`: an apostrophe and the short end of the word before it.
fn is_ending(text: &str) -> bool {
    let behind = text.strip_prefix(['\'', '’']).unwrap_or("");
    let letters = behind.chars().take_while(|found| is_letter(*found)).take(3).count();
    (1..=2).contains(&letters) && behind.starts_with(char::is_lowercase)
}

/// Whether a text begins with a mark that closes.
pub(super) fn closes(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next().unwrap_or(' ');
    let rest = letters.as_str();
    match first {
        '’' => !is_ending(text),
        ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '、' | '。' | '，' | '」' | '』' | '）' => true,
        // No mark that opens has a space behind it.
        '"' | '“' => rest.starts_with([' ', ',', '.', ';', ':', ')']),
        _ => false,
    }
}

/// `(left) opens the quay`, `(whom she knew …`, `– after a delay`: words put in, and the sentence goes on. `(dpa)` alone is none.
fn aside(first: char, rest: &str) -> bool {
    const SHORT: usize = 40;
    let small = |text: &str| text.starts_with(|found: char| found.is_lowercase() || found == ',');
    match first {
        '(' => match rest.split_once(')').filter(|(inside, _)| inside.len() <= SHORT) {
            Some((inside, behind)) => small(behind.trim_start()) || small(inside) && inside.contains(' '),
            None => rest.starts_with(char::is_lowercase),
        },
        _ if is_dash(first) || first == '-' => rest.strip_prefix(' ').is_some_and(small),
        _ => false,
    }
}

/// `-Landesregierung`: the second part of a word.
pub(super) fn is_second_part(text: &str) -> bool {
    text.strip_prefix('-').is_some_and(|rest| rest.starts_with(is_letter))
}

/// Whether a line is the large first letter of a paragraph, whose text goes on in the next line.
pub(super) fn is_drop_cap(text: &str, next: &str) -> bool {
    let mut letters = text.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    capital && next.starts_with(char::is_lowercase)
}

/// Whether two pieces stand together without a space.
pub(super) fn is_tight(text: &str, next: &str, words: &WordList) -> bool {
    let (before, after) = (text.chars().next_back().unwrap_or(' '), next.chars().next().unwrap_or(' '));
    let hyphen =
        before == '-' && text.chars().rev().nth(1).is_some_and(char::is_alphanumeric) && after.is_alphanumeric();
    hyphen
        || (is_wide(before) && is_wide(after))
        || closes(next)
        || is_ending(next)
        || opens(text)
        || is_second_part(next) && is_letter(before)
        || is_drop_cap(text, next) && !stands_alone(text, next, words)
}

/// Whether a single letter is a word of its own: `A` before `ferry`, not before `ccording` or `n`.
fn stands_alone(letter: &str, next: &str, words: &WordList) -> bool {
    const VOWELS: [char; 10] = ['a', 'e', 'i', 'o', 'u', 'y', 'é', 'ä', 'ö', 'ü'];
    // What a syllable may begin with beside one consonant: their second letters.
    const SECOND: [char; 9] = ['h', 'l', 'n', 'p', 'r', 't', 'c', 'k', 'w'];
    let word: Vec<char> = next.chars().take_while(|found| is_letter(*found)).take(2).collect();
    let begins = match word.as_slice() {
        [only] => VOWELS.contains(only),
        [first, second] => {
            first != second && (VOWELS.contains(first) || VOWELS.contains(second) || SECOND.contains(second))
        }
        _ => true,
    };
    begins && words.contains_any_case(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    #[test]
    fn marks_hold_pieces_together() {
        for text in [
            ", he said",
            "\" anstiegen",
            "“, so der Kapitän",
            "(CDU) steht",
            "(34), der",
            "– wegen des Nebels",
            ") sind",
        ] {
            assert!(leans(text), "{text}");
        }
        for text in [
            "\"Wir kommen\"",
            "“We come",
            "(Reuters) - The ferry",
            "– Ada Brook",
            "- Ferries",
            "-Ferries",
            "'some' boats",
            "Mehr",
        ] {
            assert!(!leans(text), "{text}");
        }
        assert!(
            opens("mit der Zeit \"")
                && opens("bei „")
                && opens("he said, “")
                && !opens("sagte „nein“")
                && !opens("the \"ferry\"")
        );
    }

    #[test]
    fn one_word_or_two() {
        let (english, german) = (lexicon::list("en", "function_words"), lexicon::list("de", "function_words"));
        for (text, next, words) in [
            ("D", "as Schiff", german),
            ("W", "hen it came", english),
            ("A", "ccording to her", english),
            ("I", "n Old Haven", english),
            ("NRW", "-Landesregierung", german),
            ("der „", "Adler", german),
        ] {
            assert!(is_tight(text, next, words), "{text} {next}");
        }
        for (text, next, words) in [
            ("A", "ferry left", english),
            ("I", "saw it", english),
            ("Old Haven", "and more", english),
            ("sagte „nein“", "und ging", german),
            ("Ada Brook", "(left) opens", english),
        ] {
            assert!(!is_tight(text, next, words), "{text} {next}");
        }
    }
}
