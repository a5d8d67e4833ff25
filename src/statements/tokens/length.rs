//! Where the token ends that a text begins with.
//!
//! In: the rest of a passage, which begins with no white space. Out: the token's bytes. A word keeps inner apostrophes,
//! hyphens, `&`, `/` and the dots of `U.S.` or `site.org`; `'s`, `'ll` and their kind are tokens of their own; a title's full
//! stop (`Mr.`, `Gov.`) and an initial's (`J.`) belong to the word; `--`, `...` and `''` are one mark. A single quotation
//! mark is a token of its own where it is no apostrophe inside a word. What the token is, is left to `scan`.

use crate::statements::words::{Class, Pack, Roles};
use crate::text::chars::is_letter_or_figure;

fn is_apostrophe(found: char) -> bool {
    matches!(found, '\'' | '’')
}

/// The length of the token; `first` is its first letter or sign, `lower` room to work in.
pub(super) fn token_length(rest: &str, first: char, pack: &Pack, lower: &mut String) -> usize {
    if is_apostrophe(first) {
        if rest.starts_with("''") {
            return 2;
        }
        return clitic(rest, pack, lower).unwrap_or(first.len_utf8());
    }
    if is_letter_or_figure(first) || first == '_' {
        return word_length(rest, pack, lower);
    }
    let next = rest[first.len_utf8()..].chars().next().unwrap_or(' ');
    match first {
        '$' | '£' | '€' if next.is_ascii_digit() => {
            first.len_utf8() + word_length(&rest[first.len_utf8()..], pack, lower)
        }
        '@' | '#' if is_letter_or_figure(next) => 1 + word_length(&rest[1..], pack, lower),
        '.' | '-' | '`' if next == first => rest.len() - rest.trim_start_matches(first).len(),
        _ => first.len_utf8(),
    }
}

/// The length of an apostrophe with its clitic, where the language lists it as a word.
fn clitic(rest: &str, pack: &Pack, lower: &mut String) -> Option<usize> {
    let mark = rest.chars().next()?.len_utf8();
    let letters = rest[mark..].find(|found: char| !is_letter_or_figure(found)).unwrap_or(rest.len() - mark);
    if letters == 0 || letters > 2 {
        return None;
    }
    lower.clear();
    lower.push('\'');
    lower.push_str(&rest[mark..mark + letters]);
    pack.word(lower).filter(|word| word.own != Class::NONE).map(|_| mark + letters)
}

/// The length of the word at the start of `rest`.
fn word_length(rest: &str, pack: &Pack, lower: &mut String) -> usize {
    // Most words are letters and a space.
    let mut end = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    if rest.as_bytes().get(end).is_none_or(|next| *next == b' ') {
        return end;
    }
    if rest[end..].starts_with("://") {
        return before_scheme(&rest[..end]);
    }
    let mut previous = rest[..end].chars().next_back().unwrap_or(' ');
    let mut dots = 0;
    while let Some(found) = rest[end..].chars().next() {
        let after = rest[end + found.len_utf8()..].chars().next().unwrap_or(' ');
        let inside = match found {
            _ if is_letter_or_figure(found) || found == '_' => true,
            '\'' | '’' => is_letter_or_figure(after) && clitic(&rest[end..], pack, lower).is_none(),
            '-' | '&' | '/' | '\u{2011}' => is_letter_or_figure(after),
            '.' if previous.is_ascii_digit() => after.is_ascii_digit(),
            '.' => {
                after.is_lowercase() && previous.is_lowercase() && end > 1 || initials(&rest[..end], after, &mut dots)
            }
            ',' | ':' => previous.is_ascii_digit() && after.is_ascii_digit(),
            '%' => previous.is_ascii_digit(),
            _ => false,
        };
        if !inside {
            break;
        }
        previous = found;
        end += found.len_utf8();
    }
    end + usize::from(rest[end..].starts_with('.') && keeps_stop(&rest[..end], &rest[end + 1..], pack, lower))
}

/// The length of a word that an address may be glued to (`waitinghttps` of `waitinghttps://a.org`).
fn before_scheme(word: &str) -> usize {
    let scheme = ["https", "http"].into_iter().find(|scheme| word.ends_with(scheme));
    scheme.map(|scheme| word.len() - scheme.len()).filter(|own| *own > 0).unwrap_or(word.len())
}

/// Whether the full stop after `word` goes on a row of letters with stops: `U` of `U.S.`.
fn initials(word: &str, after: char, dots: &mut usize) -> bool {
    let single = word.rsplit('.').next().is_some_and(|letter| letter.chars().count() == 1 && letter.is_ascii());
    let goes_on = single && after.is_ascii_alphabetic() && (*dots > 0 || word.len() == 1);
    *dots += usize::from(goes_on);
    goes_on
}

/// Whether the full stop belongs to the word: `U.S.`, `Mr.`, `J.` before a capital.
fn keeps_stop(word: &str, after: &str, pack: &Pack, lower: &mut String) -> bool {
    if word.contains('.')
        && word.rsplit('.').next().is_some_and(|last| last.chars().count() == 1)
        && !word.starts_with(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let next = after.chars().next().unwrap_or('\n');
    if word.chars().count() == 1 {
        return next == ' ' && after[1..].starts_with(char::is_uppercase);
    }
    if !(next.is_whitespace() || matches!(next, ',' | ';' | ')')) || after.is_empty() {
        return false;
    }
    lower.clear();
    lower.extend(word.chars().flat_map(char::to_lowercase));
    pack.word(lower).is_some_and(|known| known.roles.any(Roles::ABBREVIATION))
}
