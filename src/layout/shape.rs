//! The shape of a line: how long, how it begins and ends, its letters' case; no words.
//!
//! In: a cleaned line. Out: a value for each family that asks for nothing but the line itself.
//! Lengths are in columns: a Chinese, Japanese or Korean character takes two.

use super::families::Family;
use crate::text::chars::{behind_last, is_cjk, is_dash, is_double_quote, is_letter, is_sentence_end, is_single_quote};

/// The value of [`Family::Inner`] where the line is an address, and of [`Family::Stop`] where it ends with a full stop.
pub(super) const ADDRESS: usize = 5;
pub(super) const FULL_STOP: usize = 1;

/// What was counted on one walk over the line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    /// Columns.
    pub width: usize,
    /// Ends as a sentence does (a closing quotation mark or bracket may follow).
    pub stop: bool,
    words: usize,
    capital_words: usize,
    upper: usize,
    lower: usize,
    uncased: usize,
    digits: usize,
    breaks: usize,
    quotes: usize,
    inner: usize,
    start: usize,
    end: usize,
    stop_kind: usize,
    quoted: bool,
    tail: usize,
}

/// Upper bounds of the length buckets, in columns.
const BOUNDS: [usize; 12] = [3, 8, 15, 25, 40, 60, 80, 110, 160, 240, 360, 600];

/// Walks over the line once.
pub(super) fn read(text: &str) -> Shape {
    let mut shape = Shape::default();
    let (mut before, mut at_word) = (' ', true);
    let mut letters = text.chars();
    while let Some(found) = letters.next() {
        // Most of any text: letters, which are of every count only letters and perhaps a word.
        if found.is_ascii_alphabetic() && !matches!(before, '。' | '！' | '？') {
            let rest = letters.as_str();
            let more = rest.bytes().take_while(u8::is_ascii_lowercase).count();
            letters = rest.get(more..).unwrap_or("").chars();
            let capital = usize::from(found.is_ascii_uppercase());
            shape.width += 1 + more;
            shape.words += usize::from(at_word);
            shape.capital_words += usize::from(at_word) & capital;
            shape.upper += capital;
            shape.lower += 1 - capital + more;
            (at_word, shape.end, before) = (false, 0, 'a');
            // The space behind a word.
            if letters.as_str().starts_with(' ') {
                letters.next();
                shape.width += 1;
                (at_word, before) = (true, ' ');
            }
            continue;
        }
        shape.width += if !found.is_ascii() && is_cjk(found) { 2 } else { 1 };
        if found.is_whitespace() {
            shape.breaks +=
                usize::from(is_sentence_end(before) || (before != ' ' && is_close(before) && shape.end == 1));
            at_word = true;
        } else {
            count(&mut shape, found, at_word, before);
            at_word = false;
        }
        if is_sentence_end(found) {
            shape.end = 1;
        } else if !is_close(found) {
            shape.end = 0;
        }
        before = found;
    }
    finish(&mut shape, text);
    shape
}

fn count(shape: &mut Shape, found: char, at_word: bool, before: char) {
    if is_letter(found) {
        shape.words += usize::from(at_word);
        if found.is_uppercase() {
            shape.upper += 1;
            shape.capital_words += usize::from(at_word);
        } else if found.is_lowercase() {
            shape.lower += 1;
        } else {
            shape.uncased += 1;
        }
    } else if found.is_ascii_digit() {
        shape.digits += 1;
    } else if is_double_quote(found) {
        shape.quotes += 1;
    }
    match found {
        '|' | '•' | '·' => shape.inner = shape.inner.max(1),
        '/' | '>' | '›' | '»' if before == ' ' => shape.inner = shape.inner.max(2),
        '@' => shape.inner = shape.inner.max(3),
        '©' => shape.inner = shape.inner.max(4),
        _ => {}
    }
    // Japanese and Chinese sentences end without a space.
    shape.breaks += usize::from(matches!(before, '。' | '！' | '？') && !is_close(found));
}

fn is_close(found: char) -> bool {
    matches!(found, ')' | ']' | '」' | '』' | '）' | '}') || is_double_quote(found) || is_single_quote(found)
}

fn finish(shape: &mut Shape, text: &str) {
    let first = text.chars().next();
    let last = text.chars().next_back();
    let inner = text.trim_end_matches(is_close).chars().next_back();
    shape.stop = inner.is_some_and(is_sentence_end);
    shape.stop_kind = match inner {
        Some('.' | '。' | '।' | '۔') if text.trim_end_matches(is_close).ends_with("..") => 3,
        Some('…') => 3,
        Some(found) if is_sentence_end(found) && !matches!(found, '?' | '!' | '？' | '！') => FULL_STOP,
        Some(found) if is_sentence_end(found) => 2,
        _ => 0,
    };
    shape.start = first.map_or(0, start_class);
    shape.end = last.map_or(0, |found| end_class(found, shape.stop));
    shape.quoted = first.is_some_and(|found| is_double_quote(found) || is_single_quote(found))
        && last.is_some_and(|found| is_double_quote(found) || is_single_quote(found) || is_sentence_end(found));
    let address = |colon: usize| text.get(colon..).is_some_and(|rest| rest.starts_with("://"));
    if memchr::memchr_iter(b':', text.as_bytes()).any(address) || text.starts_with("www.") {
        shape.inner = ADDRESS;
    }
    shape.tail = tail(text);
}

/// How a caption's end looks: 1 a short bracket, 2 a bracket with a label or a slash in it, 3 a last word with a slash,
/// 4 a label and a colon before few words, 5 a sentence and then words without an end mark.
fn tail(text: &str) -> usize {
    let open = text.strip_suffix([')', ']', '）']);
    let inside = open.and_then(|open| open.rsplit_once(['(', '[', '（'])).map(|(_, inside)| inside);
    if let Some(inside) = inside.filter(|inside| inside.len() <= 80) {
        return if inside.contains([':', '/', '：', '©']) { 2 } else { 1 };
    }
    let last = behind_last(text, b' ');
    if last.contains('/') && last.chars().any(char::is_uppercase) && !last.contains("//") {
        return 3;
    }
    if text.len() <= 90 {
        let mut head = text.char_indices().take_while(|(at, _)| *at <= 24);
        return if head.any(|(_, found)| matches!(found, ':' | '：')) { 4 } else { 0 };
    }
    let rest = text.rsplit(['.', '。', '!', '?', '”', '"']).next().unwrap_or("");
    if !rest.trim().is_empty() && rest.len() < 60 && rest.len() < text.len() { 5 } else { 0 }
}

fn start_class(found: char) -> usize {
    match found {
        _ if found.is_uppercase() => 1,
        _ if found.is_lowercase() => 2,
        _ if found.is_numeric() => 3,
        _ if is_double_quote(found) => 4,
        _ if is_single_quote(found) => 5,
        _ if is_dash(found) || found == '-' => 6,
        _ if found.is_alphabetic() => 7,
        _ => 8,
    }
}

fn end_class(found: char, stop: bool) -> usize {
    match found {
        '.' | '。' | '।' | '۔' => 1,
        '?' | '？' | '؟' => 2,
        '!' | '！' => 3,
        '…' => 4,
        ':' | '：' => 5,
        ',' | ';' | '、' | '，' => 6,
        _ if is_double_quote(found) || is_single_quote(found) => 7 + usize::from(stop),
        ')' | ']' | '）' => 9,
        _ if found.is_numeric() => 10,
        _ if found.is_alphabetic() => 0,
        _ => 11,
    }
}

impl Shape {
    /// Bucket of the length, from 1; 0 for nothing.
    fn length(&self) -> usize {
        if self.width == 0 { 0 } else { 1 + BOUNDS.iter().filter(|bound| self.width > **bound).count() }
    }

    /// A coarser bucket: nothing, label, short, line, long line, paragraph, long paragraph.
    fn size(&self) -> usize {
        match self.width {
            0 => 0,
            1..=15 => 1,
            16..=45 => 2,
            46..=90 => 3,
            91..=160 => 4,
            161..=320 => 5,
            _ => 6,
        }
    }

    fn case(&self) -> usize {
        let letters = self.upper + self.lower + self.uncased;
        match () {
            () if letters == 0 => 1,
            () if self.uncased > self.upper + self.lower => 2,
            () if self.lower == 0 => 3,
            () if self.words == 1 => 4,
            () if self.capital_words * 10 >= self.words * 7 => 5,
            () if self.capital_words == 0 => 6,
            () => 0,
        }
    }

    fn digit_share(&self) -> usize {
        match (self.digits, self.width) {
            (0, _) => 0,
            (digits, _) if digits > 0 && self.upper + self.lower + self.uncased == 0 => 4,
            (digits, width) if digits * 4 >= width => 3,
            (1..=2, _) => 1,
            _ => 2,
        }
    }

    /// The values of the families that ask for the line alone.
    pub(super) fn values(&self) -> [(Family, usize); 11] {
        [
            (Family::Length, self.length()),
            (Family::Size, self.size()),
            (Family::End, self.end),
            (Family::Stop, self.stop_kind),
            (Family::Start, self.start),
            (Family::Case, self.case()),
            (Family::Sentences, self.breaks.min(3)),
            (Family::Inner, self.inner),
            (Family::Digits, self.digit_share()),
            (Family::Tail, self.tail),
            (Family::Quotes, if self.quoted { 2 } else { usize::from(self.quotes >= 2) }),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, family: Family) -> usize {
        let found = read(text).values().into_iter().find(|(name, _)| *name == family);
        found.map_or(0, |(_, value)| value)
    }

    #[test]
    fn sentences_end() {
        assert!(read("The ferry was late.").stop);
        assert!(read("“The ferry was late.”").stop);
        assert!(read("船は遅れた。」").stop);
        assert!(!read("Boats leave").stop);
        assert_eq!(value("The ferry left. It was late.", Family::Sentences), 1);
        assert_eq!(value("The ferry left late.", Family::Sentences), 0);
    }

    #[test]
    fn case_is_told() {
        let cases = ["CHILDHOOD", "Boats Leave Late", "Boats leave late", "News", "12:30", "船", "boats leave"];
        assert_eq!(cases.map(|text| value(text, Family::Case)), [3, 5, 0, 4, 1, 2, 6]);
    }

    #[test]
    fn tails_of_captions_are_seen() {
        let tails = [
            "Ferries at the quay (Image: Cy Dorn)",
            "Ferries at the quay [AFP]",
            "Ferries. Cy Dorn/AFP",
            "Photo: Cy Dorn",
        ];
        assert_eq!(tails.map(tail), [2, 1, 3, 4]);
        assert_eq!(tail("The ferry was late."), 0);
    }

    #[test]
    fn lengths_are_in_columns() {
        assert_eq!(read("船").width, 2);
        assert_eq!(value("", Family::Length), 0);
        assert!(value("a line that is a good deal longer", Family::Length) > value("short", Family::Length));
    }
}
