//! Where words end: one text cut into tokens.
//!
//! In: a text and its sentences. Out: its tokens, appended. `Orlova's` is a word and a genitive; `U.N.`, `ex-mayor`,
//! `4,000` and `O'Dowd` are one word each; `they'll` counts as its pronoun. What the tokens mean is left to others.

use super::tokens::{Form, Line, Token};
use super::words::{self, ByKey, Word};
use crate::text::Plain;
use crate::text::chars::{self, char_at, is_letter_or_figure};

/// Cuts one passage; gives the number of the next sentence.
pub(super) fn cut(line: Line<'_>, index: u32, mut sentence: u32, table: &ByKey<Word>, out: &mut Vec<Token>) -> u32 {
    let text = line.text;
    let mut borders = line.sentences.iter().map(|stretch| stretch.start).peekable();
    let (mut at, mut quoted, mut opens) = (0, false, true);
    while let Some(found) = char_at(text, at) {
        if found == ' ' {
            at += 1;
            continue;
        }
        while borders.next_if(|border| *border <= at).is_some() {
            opens = true;
            sentence += 1;
        }
        let rest = text.as_bytes().get(at..).unwrap_or(&[]);
        // What nearly all words are: ASCII letters and figures that stand free.
        let (end, (form, key, mut word)) = if let Some(word) = Plain::free(rest) {
            (at + word.length(), read(&word, rest[0], table))
        } else if found.is_whitespace() {
            at += found.len_utf8();
            continue;
        } else {
            if chars::is_double_quote(found) {
                quoted = opening(found, quoted);
            }
            let end = if is_letter_or_figure(found) { word_end(text, at) } else { genitive_end(text, at, found) };
            (end, any(found, text.get(at..end).unwrap_or(""), table))
        };
        // `US`, `IT` and `WHO` are names, not pronouns.
        if form == Form::Shout && word.classes & words::CLOSED != 0 {
            word = Word { key, ..Word::default() };
        }
        let (start, stop) = (u32::try_from(at).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX));
        out.push(Token { passage: index, start, end: stop, form, word, sentence, opens, quoted, source: false });
        opens = opens && matches!(form, Form::Mark(_));
        at = end.max(at + found.len_utf8());
    }
    sentence + 1
}

/// The form and key of a word or sign, and what the list knows of it.
type Read = (Form, u64, Word);

fn read(word: &Plain<'_>, first: u8, table: &ByKey<Word>) -> Read {
    let key = words::stir(word.hash);
    let form = match first {
        b'0'..=b'9' => Form::Number,
        b'A'..=b'Z' if word.is_shouted() && word.capitals() > 1 => Form::Shout,
        b'A'..=b'Z' => Form::Capital,
        _ => Form::Small,
    };
    (form, key, table.get(&key).copied().unwrap_or(Word { key, ..Word::default() }))
}

fn any(found: char, printed: &str, table: &ByKey<Word>) -> Read {
    if let Some(word) = Plain::at(printed.as_bytes()).filter(|word| word.length() > 0 && word.length() == printed.len())
    {
        return read(&word, printed.as_bytes()[0], table);
    }
    let form = form(found, printed);
    let key = if matches!(form, Form::Mark(_)) { 0 } else { words::key(printed) };
    (form, key, known(printed, key, table))
}

/// What the list knows of a word; of one that it does not hold, what it knows of the part behind the last hyphen
/// (`ex-minister`, `34-year-old`).
fn known(printed: &str, key: u64, table: &ByKey<Word>) -> Word {
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

fn form(found: char, printed: &str) -> Form {
    if found.is_numeric() {
        return Form::Number;
    }
    if !is_letter_or_figure(found) {
        return if printed.len() > found.len_utf8() { Form::Genitive } else { Form::Mark(found) };
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

/// Where the sign at `at` ends: a genitive's ending takes its letter with it.
fn genitive_end(text: &str, at: usize, found: char) -> usize {
    let after_word = text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(is_letter_or_figure);
    let taken = if after_word { genitive(text.get(at..).unwrap_or("")) } else { None };
    at + taken.unwrap_or(found.len_utf8())
}

/// The length of a genitive's ending at the head of `rest`.
fn genitive(rest: &str) -> Option<usize> {
    let mut letters = rest.chars();
    let mark = letters.next().filter(|found| chars::is_single_quote(*found))?;
    letters.next().filter(|found| matches!(found, 's' | 'S'))?;
    (!letters.next().is_some_and(is_letter_or_figure)).then_some(mark.len_utf8() + 1)
}
