//! Cuts a passage into words and marks.
//!
//! In: a passage's text and the language's words. Out: its [`Token`]s with class, form and place; quotations and sentences
//! are left to the neighbours. Where a token ends is told by `length`.

use super::length::token_length;
use super::token::{Flags, Mark, NO_QUOTE, Token};
use crate::statements::words::{Class, Ending, Pack, Roles, Word};
use crate::text::Plain;
use crate::text::chars::{self, char_at, is_letter_or_figure};

/// Adds the tokens of a passage to `out`.
pub fn scan(text: &str, passage: u32, pack: &Pack, out: &mut Vec<Token>) {
    let from = out.len();
    let (mut at, mut spaced, mut months) = (0, true, false);
    let mut lower = String::new();
    while let Some(first) = char_at(text, at) {
        if first == ' ' || first.is_whitespace() {
            at += first.len_utf8();
            spaced = true;
            if let Some(last) = out.get_mut(from..).and_then(<[Token]>::last_mut) {
                last.flags.set(Flags::SPACE_AFTER, true);
            }
            continue;
        }
        // What most tokens are: a word of ASCII that stands free.
        let (length, (kind, class, roles, form), mut flags) = match text.as_bytes().get(at..).and_then(Plain::free) {
            Some(word) if !may_keep_stop(&word, text.as_bytes().get(at + word.length())) => {
                let mut flags = plain_flags(&word);
                (word.length(), plain_classes(&word, pack, &mut flags), flags)
            }
            _ => {
                let length = token_length(&text[at..], first, pack, &mut lower);
                let (classes, flags) = describe(&text[at..at + length], first, pack, &mut lower);
                (length, classes, flags)
            }
        };
        flags.set(Flags::SPACE_BEFORE, spaced);
        months |= roles.any(Roles::MONTH);
        let (start, end) = (u32::try_from(at).unwrap_or(u32::MAX), u32::try_from(at + length).unwrap_or(u32::MAX));
        let (mark, quote, sentence) = (Mark::Out, NO_QUOTE, 0);
        out.push(Token { passage, start, end, kind, class, roles, form, flags, mark, quote, sentence });
        at += length;
        spaced = false;
    }
    let own = out.get_mut(from..).unwrap_or_default();
    if let Some(last) = own.last_mut() {
        last.flags.set(Flags::SPACE_AFTER, true);
    }
    if months {
        days(own);
    }
}

/// Whether a word may be an abbreviation, whose full stop belongs to it.
#[inline]
fn may_keep_stop(word: &Plain<'_>, next: Option<&u8>) -> bool {
    next == Some(&b'.') && word.text.first().is_some_and(u8::is_ascii_uppercase)
}

/// Month and figure side by side are a day: `February 6`, `6 February`. They count as a word for a time, as `Tuesday` does.
fn days(tokens: &mut [Token]) {
    let month = |token: &Token| token.roles.any(Roles::MONTH) && token.is_upper();
    let figure = |token: &Token| token.flags.has(Flags::NUMBER) && token.end - token.start <= 4;
    for at in 1..tokens.len() {
        let Some([left, right]) = tokens.get_mut(at - 1..=at) else { continue };
        if month(left) && figure(right) || figure(left) && month(right) {
            for token in [left, right] {
                (token.kind, token.class) = (Class::TIME, Class::TIME);
            }
        }
    }
}

/// What the first letter or sign of a token shows.
#[inline]
fn first_flags(first: char, word: bool) -> Flags {
    let mut flags = Flags::default();
    flags.set(Flags::WORD, word);
    flags.set(Flags::UPPER, first.is_uppercase());
    flags.set(Flags::LOWER, first.is_lowercase());
    flags.set(Flags::NUMBER, first.is_numeric() || matches!(first, '$' | '£' | '€') && word);
    flags
}

/// The same of a word of ASCII.
#[inline]
fn plain_flags(word: &Plain<'_>) -> Flags {
    let mut flags = Flags::WORD;
    let first = match word.text.first() {
        Some(b'A'..=b'Z') => Flags::UPPER,
        Some(b'0'..=b'9') => Flags::NUMBER,
        _ => Flags::LOWER,
    };
    flags.set(first, true);
    flags
}

fn describe(text: &str, first: char, pack: &Pack, lower: &mut String) -> (Classes, Flags) {
    let word = is_letter_or_figure(first) || text.chars().any(is_letter_or_figure);
    let mut flags = first_flags(first, word);
    if word {
        return (word_classes(text, pack, lower, &mut flags), flags);
    }
    let class = mark_class(text, first);
    flags.set(Flags::ENDS, first == '.' || chars::is_sentence_end(first));
    ((class, class, Roles::default(), 0), flags)
}

/// Kind, class, roles and number in the cue table.
type Classes = (Class, Class, Roles, u16);

fn word_classes(text: &str, pack: &Pack, lower: &mut String, flags: &mut Flags) -> Classes {
    if let Some(word) = Plain::at(text.as_bytes()).filter(|word| word.length() == text.len()) {
        return plain_classes(&word, pack, flags);
    }
    lower.clear();
    lower.extend(text.chars().flat_map(char::to_lowercase).map(|found| if found == '’' { '\'' } else { found }));
    flags.set(Flags::SHOUTED, text.len() > 1 && lower != text && !text.contains(char::is_lowercase));
    flags.set(Flags::DOTTED, text.ends_with('.') && text.len() > 2);
    let known = pack.word(if lower.ends_with('.') { lower.trim_end_matches('.') } else { lower });
    classes(pack.ending(lower.as_bytes()), known, pack, flags)
}

fn plain_classes(word: &Plain<'_>, pack: &Pack, flags: &mut Flags) -> Classes {
    flags.set(Flags::SHOUTED, word.length() > 1 && word.is_shouted());
    let known = pack.word_hashed(word.text, word.hash);
    let ending = known.map_or_else(|| pack.ending(word.text), |known| known.ending);
    classes(ending, known, pack, flags)
}

/// The classes of a word: by the lists, else by its ending and form.
fn classes(ending: Ending, known: Option<Word>, pack: &Pack, flags: &mut Flags) -> Classes {
    flags.set(shown_by(ending), true);
    let by_form = || {
        if flags.has(Flags::NUMBER) {
            return Class::NUM;
        }
        match ending {
            _ if flags.has(Flags::UPPER) => Class::CAP,
            Ending::Adverbial => Class::ADVERBIAL,
            Ending::Participle => Class::PARTICIPLE,
            Ending::Past => Class::PAST,
            _ => Class::WORD,
        }
    };
    let kind = known.map(|word| word.class).filter(|class| *class != Class::NONE).unwrap_or_else(by_form);
    let roles = known.map(|word| word.roles).unwrap_or_default();
    flags.set(Flags::NOT, roles.any(Roles::NEGATION));
    let form = known.map_or(0, |word| word.form);
    flags.set(Flags::INFLECTED, pack.form(form).is_some_and(|form| !form.base));
    let own = known.map(|word| word.own).filter(|own| *own != Class::NONE && kind != Class::TITLE);
    let class = own.unwrap_or(if form > 0 && kind != Class::CAP { Class::CUE } else { kind });
    (kind, class, roles, form)
}

/// What an ending shows.
#[inline]
fn shown_by(ending: Ending) -> Flags {
    match ending {
        Ending::Past => Flags::PAST,
        Ending::Participle => Flags::PARTICIPLE,
        Ending::Present => Flags::PRESENT,
        Ending::Adverbial => Flags::ADVERBIAL,
        Ending::Not => Flags::NOT,
        Ending::None => Flags::default(),
    }
}

fn mark_class(text: &str, first: char) -> Class {
    match first {
        '.' if text.len() > 1 => Class::ELLIPSIS,
        '…' => Class::ELLIPSIS,
        ',' => Class::COMMA,
        '.' => Class::STOP,
        ':' => Class::COLON,
        ';' => Class::SEMICOLON,
        '-' if text.len() == 1 => Class::HYPHEN,
        '-' => Class::DASH,
        _ if chars::is_dash(first) => Class::DASH,
        '(' | '[' => Class::BRACKET_OPEN,
        ')' | ']' => Class::BRACKET_CLOSE,
        '?' => Class::QUESTION,
        '!' => Class::EXCLAMATION,
        '/' => Class::SLASH,
        '&' => Class::AMPERSAND,
        _ if chars::is_single_quote(first) && text.chars().count() == 1 => Class::APOSTROPHE,
        _ => Class::MARK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let pack = Pack::of("en").expect("is listed");
        let mut tokens = Vec::new();
        scan(text, 0, pack, &mut tokens);
        tokens.iter().map(|token| &text[token.start as usize..token.end as usize]).collect()
    }

    #[test]
    fn words_keep_what_is_theirs() {
        assert_eq!(cut("Mr. O'Hara's 34-year-old"), ["Mr.", "O'Hara", "'s", "34-year-old"]);
        assert_eq!(cut("She didn’t, he’ll."), ["She", "didn’t", ",", "he", "’ll", "."]);
        assert_eq!(cut("the U.S. at 5.30 p.m."), ["the", "U.S.", "at", "5.30", "p.m."]);
        assert_eq!(
            cut("J. Reed of site.org paid $1,200.50."),
            ["J.", "Reed", "of", "site.org", "paid", "$1,200.50", "."]
        );
        assert_eq!(cut("waitinghttps://a.org https"), ["waiting", "https", ":", "/", "/", "a.org", "https"]);
        assert_eq!(cut("''Yes ... no'' -- maybe"), ["''", "Yes", "...", "no", "''", "--", "maybe"]);
        assert_eq!(cut("It was Co. Then No. It ended"), ["It", "was", "Co.", "Then", "No.", "It", "ended"]);
    }

    #[test]
    fn a_month_with_a_figure_is_a_time_and_one_without_is_none() {
        let pack = Pack::of("en").expect("is listed");
        let times = |text: &str| {
            let mut tokens = Vec::new();
            scan(text, 0, pack, &mut tokens);
            tokens.iter().filter(|token| token.class == Class::TIME).count()
        };
        assert_eq!((times("They said March 6, citing"), times("They sailed 6 March.")), (2, 2));
        assert_eq!((times("You may 6"), times("April Orlova, 34, said"), times("in March")), (0, 0, 0));
    }

    #[test]
    fn a_stop_that_ends_a_sentence_stays_alone() {
        assert_eq!(cut("He met Reed. She left."), ["He", "met", "Reed", ".", "She", "left", "."]);
        assert_eq!(cut("a ‘big’ dog"), ["a", "‘", "big", "’", "dog"]);
    }
}
