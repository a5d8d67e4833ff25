//! Where words end: one text cut into tokens.
//!
//! In: a text and its sentences. Out: its tokens, appended. `Orlova's` is a word and a genitive; `U.N.`, `ex-mayor`,
//! `4,000` and `O'Dowd` are one word each; `they'll` counts as its pronoun. What the tokens mean is left to others.

use super::tokens::{Form, Line, Token};
use super::words::{self, Table, Word};
use crate::text::Plain;
use crate::text::chars::{self, char_at, is_letter_or_figure};

/// Cuts one passage; gives the number of the next sentence.
pub(super) fn cut(line: Line<'_>, index: u32, mut sentence: u32, table: &Table, out: &mut Vec<Token>) -> u32 {
    let text = line.text;
    let mut borders = line.sentences.iter().map(|stretch| stretch.start);
    let mut border = borders.next().unwrap_or(usize::MAX);
    let (mut at, mut quoted, mut opens) = (0, false, true);
    while let Some(found) = char_at(text, at) {
        if found == ' ' || found.is_whitespace() {
            at += found.len_utf8();
            continue;
        }
        while border <= at {
            border = borders.next().unwrap_or(usize::MAX);
            opens = true;
            sentence += 1;
        }
        // What nearly all words are: ASCII letters and figures that stand free.
        let (end, form, mut word) = if let Some(word) = text.as_bytes().get(at..).and_then(free) {
            (at + word.length(), plain_form(&word), known_plain(&word, table))
        } else if is_letter_or_figure(found) {
            let end = word_end(text, at);
            let printed = text.get(at..end).unwrap_or("");
            let key = words::key(printed);
            (end, form(found, printed), known(printed, key, table))
        } else {
            if chars::is_double_quote(found) {
                quoted = opening(found, quoted);
            }
            sign(text, at, found)
        };
        // `US`, `IT` and `WHO` are names, not pronouns.
        if form == Form::Shout && word.classes & words::CLOSED != 0 {
            word = Word { key: word.key, ..Word::default() };
        }
        let (start, stop) = (u32::try_from(at).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX));
        out.push(Token { passage: index, start, end: stop, form, word, sentence, opens, quoted, source: false });
        opens = opens && matches!(form, Form::Mark(_));
        at = end.max(at + found.len_utf8());
    }
    sentence + 1
}

/// The word of ASCII letters and figures that `rest` begins with, where the sign behind it cannot join it to more.
fn free(rest: &[u8]) -> Option<Plain<'_>> {
    let word = Plain::at(rest).filter(|word| word.length() > 0)?;
    let mut behind = rest.iter().skip(word.length());
    let joins = match behind.next() {
        None | Some(b' ') => false,
        Some(b'-' | b'&' | b'_' | b'@' | b'.' | b',' | b'\'' | b'`') => {
            behind.next().is_some_and(|next| next.is_ascii_alphanumeric() || !next.is_ascii())
        }
        Some(sign) => !sign.is_ascii(),
    };
    (!joins).then_some(word)
}

fn plain_form(word: &Plain<'_>) -> Form {
    match word.text.first() {
        Some(b'0'..=b'9') => Form::Number,
        Some(b'A'..=b'Z') if word.is_shouted() && word.capitals() > 1 => Form::Shout,
        Some(b'A'..=b'Z') => Form::Capital,
        _ => Form::Small,
    }
}

fn known_plain(word: &Plain<'_>, table: &Table) -> Word {
    let key = words::stir(word.hash);
    table.get(&key).copied().unwrap_or(Word { key, ..Word::default() })
}

/// A sign, or the ending of a genitive: where it ends, and what it is.
fn sign(text: &str, at: usize, found: char) -> (usize, Form, Word) {
    let after_word = || text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(is_letter_or_figure);
    match genitive(text.get(at..).unwrap_or("")).filter(|_| after_word()) {
        Some(length) => {
            let key = words::key(text.get(at..at + length).unwrap_or(""));
            (at + length, Form::Genitive, Word { key, ..Word::default() })
        }
        None => (at + found.len_utf8(), Form::Mark(found), Word::default()),
    }
}

/// What the list knows of a word; of one that it does not hold, what it knows of the part behind the last hyphen
/// (`ex-minister`, `34-year-old`).
fn known(printed: &str, key: u64, table: &Table) -> Word {
    if let Some(word) = table.get(&key).filter(|_| key != 0) {
        return *word;
    }
    // `they'll`, `he's`
    let head = printed.split_once(chars::is_single_quote).and_then(|(head, _)| table.get(&words::key(head)));
    if let Some(head) = head.filter(|head| head.classes & words::ANY_PRONOUN != 0) {
        return *head;
    }
    let tail = printed.rsplit_once('-').and_then(|(_, tail)| table.get(&words::key(tail)));
    let listed = tail.filter(|tail| tail.classes & words::CLOSED == 0);
    listed.map_or(Word { key, ..Word::default() }, |tail| Word { key, ..*tail })
}

/// Whether text after a double mark is quoted.
fn opening(found: char, quoted: bool) -> bool {
    match found {
        '“' | '„' | '«' | '「' | '『' => true,
        '”' | '»' | '」' | '』' => false,
        _ => !quoted,
    }
}

/// How a word is printed.
fn form(found: char, printed: &str) -> Form {
    if found.is_numeric() {
        return Form::Number;
    }
    if !found.is_uppercase() {
        return Form::Small;
    }
    // `Alba-based` is no name.
    if printed.rsplit_once('-').is_some_and(|(_, tail)| tail.len() > 2 && tail.starts_with(char::is_lowercase)) {
        return Form::Small;
    }
    let capitals = printed.chars().filter(|letter| letter.is_uppercase()).count();
    let shout = capitals > 1 && !printed.chars().any(char::is_lowercase);
    if shout { Form::Shout } else { Form::Capital }
}

/// Where the word that begins at `at` ends.
fn word_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let mut since = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match rest.as_bytes().get(since) {
        Some(b' ') => return at + since,
        None => return text.len(),
        _ => {}
    }
    let plain = since;
    let mut letters = rest.char_indices().skip(plain).peekable();
    while let Some((offset, found)) = letters.next() {
        if is_letter_or_figure(found) {
            since += 1;
            continue;
        }
        let next = letters.peek().map(|(_, next)| *next);
        let inner = next.is_some_and(is_letter_or_figure);
        let apostrophe = chars::is_single_quote(found);
        let joins = match found {
            '-' | '‑' | '&' | '_' | '@' => inner,
            '.' => inner || (since == 1 && offset > 1 && rest.get(..offset).is_some_and(|word| word.contains('.'))),
            ',' => inner && next.is_some_and(char::is_numeric) && rest.starts_with(char::is_numeric),
            '\u{301}' | '\u{308}' => true,
            _ => apostrophe && inner && genitive(rest.get(offset..).unwrap_or("")).is_none(),
        };
        if !joins {
            return at + offset;
        }
        since = 0;
    }
    text.len()
}

/// The length of a genitive's ending at the head of `rest`.
fn genitive(rest: &str) -> Option<usize> {
    let mut letters = rest.chars();
    let mark = letters.next().filter(|found| chars::is_single_quote(*found))?;
    letters.next().filter(|found| matches!(found, 's' | 'S'))?;
    (!letters.next().is_some_and(is_letter_or_figure)).then_some(mark.len_utf8() + 1)
}
