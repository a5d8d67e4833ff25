//! Byte offsets to code points: the one place where the two meet.

/// Converts byte offsets of one text, in any order, each in constant time.
///
/// A mark is kept every [`STEP`] bytes, so that the table stays small beside the text.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    marks: Vec<usize>,
    ascii: bool,
}

const STEP: usize = 64;

impl<'a> CodePoints<'a> {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        if text.is_ascii() {
            return Self { text, marks: Vec::new(), ascii: true };
        }
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for block in text.as_bytes().chunks(STEP) {
            marks.push(count);
            count += starts(block);
        }
        Self { text, marks, ascii: false }
    }

    /// How many code points begin before the byte `at`.
    #[must_use]
    pub fn at(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        if self.ascii {
            return at;
        }
        let mark = (at / STEP).min(self.marks.len().saturating_sub(1));
        self.marks.get(mark).copied().unwrap_or(0) + starts(&self.text.as_bytes()[mark * STEP..at])
    }
}

/// Bytes of a block, or of a part of one, that begin a code point: few enough for a byte, which is counted many at a time.
fn starts(block: &[u8]) -> usize {
    usize::from(block.iter().map(|byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>())
}

const _: () = assert!(STEP <= u8::MAX as usize, "a block is counted in a byte");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        let text = "naïve — “öffnen” 東京 ".repeat(40);
        let table = CodePoints::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(table.at(at), count);
        }
        assert_eq!(table.at(text.len()), text.chars().count());
    }

    #[test]
    fn nothing_is_no_trouble() {
        assert_eq!(CodePoints::new("").at(5), 0);
    }
}
