//! Numbers of a date: digits of every script that news prints them in.

/// The value of a digit: ASCII, full width, Devanagari, Arabic and Persian.
pub(super) fn digit(found: char) -> Option<u32> {
    let zero = match found {
        '0'..='9' => '0',
        '０'..='９' => '０',
        '०'..='९' => '०',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    Some(u32::from(found) - u32::from(zero))
}

/// A run of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Its value; no more than nine digits count.
    pub(super) value: u32,
    /// How many digits.
    pub(super) digits: usize,
    /// How many bytes.
    pub(super) length: usize,
}

/// The number that `text` begins with, of at most `most` digits.
pub(super) fn number(text: &str, most: usize) -> Option<Number> {
    let mut found = Number { value: 0, digits: 0, length: 0 };
    for letter in text.chars().take(most) {
        let Some(value) = digit(letter) else { break };
        if found.digits < 9 {
            found.value = found.value * 10 + value;
        }
        found.digits += 1;
        found.length += letter.len_utf8();
    }
    (found.digits > 0).then_some(found)
}

/// The number that `text` begins with, where it has at most `most` digits in all.
pub(super) fn whole(text: &str, most: usize) -> Option<Number> {
    number(text, most + 1).filter(|found| found.digits <= most)
}

/// How many bytes of white space (and no-break spaces) `text` begins with.
pub(super) fn spaces(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
