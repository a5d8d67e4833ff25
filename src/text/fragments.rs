//! A cleaned string that remembers where each of its bytes stands in the input.
//!
//! In: stretches of the input, in order, with what was taken off between them (line ends, mark-up, entities).
//! Out: one string, as a reader would see it, and a map from its bytes back to the input's.
//!
//! ```text
//! input     The **first**\n  step &amp; more
//! cleaned   The first step & more
//! ```
//!
//! White space is collapsed to one space. What is taken off, and where a piece begins, is the caller's decision.

use super::runs::{Run, Runs};
use super::{Span, Stretch};

/// A cleaned string with its place in the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fragments {
    text: String,
    runs: Runs,
}

impl Fragments {
    /// The stretch of `input` under `span`, white space collapsed and trimmed, nothing else changed.
    #[must_use]
    pub fn plain(input: &str, span: Span) -> Self {
        let mut made = Self::default();
        made.push(input, span);
        made
    }

    /// The cleaned string.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Where its bytes come from, in order.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter()
    }

    /// Adds `span` of `input`, white space collapsed. Leading white space becomes one space unless the string is
    /// empty; trailing white space is left to what follows.
    pub fn push(&mut self, input: &str, span: Span) {
        let covered = span.of(input);
        if is_even(covered.as_bytes()) {
            return self.verbatim(input, span);
        }
        let mut word_start = None;
        for (offset, found) in covered.char_indices() {
            if !is_space(found) {
                word_start.get_or_insert(offset);
                continue;
            }
            // A single plain space between words stays inside its run: most text is one run a line.
            let single = found == ' ' && covered[offset + 1..].chars().next().is_some_and(|next| !is_space(next));
            if single && word_start.is_some() {
                continue;
            }
            if let Some(start) = word_start.take() {
                self.verbatim(input, Span::new(span.start + start, span.start + offset));
            }
            self.space(Span::new(span.start + offset, span.start + offset + found.len_utf8()));
        }
        if let Some(start) = word_start {
            self.verbatim(input, Span::new(span.start + start, span.end));
        }
    }

    /// Adds text that the input writes otherwise: a decoded entity.
    pub fn push_decoded(&mut self, decoded: &str, span: Span) {
        if decoded.chars().all(is_space) {
            self.space(span);
            return;
        }
        self.runs.push(Run { at: self.text.len(), span, verbatim: false, torn: false });
        self.text.push_str(decoded);
    }

    /// Adds one space for white space or mark-up at `span`, unless one stands there already or nothing stands before.
    pub fn space(&mut self, span: Span) {
        if self.text.is_empty() || self.text.ends_with(' ') {
            return;
        }
        self.runs.push(Run { at: self.text.len(), span, verbatim: false, torn: false });
        self.text.push(' ');
    }

    /// Adds another string after one space. `torn` says that other text of the input stands between the two.
    pub fn join(&mut self, next: &Self, torn: bool) {
        let end = self.span().end;
        self.trim_end();
        if next.is_empty() {
            return;
        }
        self.space(Span::new(end, end));
        self.append(next, torn);
    }

    /// Adds another string with nothing between: a word that was cut in two.
    pub fn append(&mut self, next: &Self, torn: bool) {
        let base = self.text.len();
        self.text.push_str(&next.text);
        for (index, run) in next.runs.iter().enumerate() {
            self.runs.push(Run { at: run.at + base, torn: run.torn || torn && index == 0 && base > 0, ..*run });
        }
    }

    /// Takes trailing white space off.
    pub fn trim_end(&mut self) {
        let length = self.text.trim_end().len();
        if length < self.text.len() {
            *self = self.slice(Stretch::new(0, length));
        }
    }

    /// The part under `stretch`, with its place in the input; ends inside a character widen to its border.
    #[must_use]
    pub fn slice(&self, stretch: Stretch) -> Self {
        let start = floor(&self.text, stretch.start);
        let end = floor(&self.text, stretch.end).max(start);
        let mut runs = Runs::default();
        for (run, from, span) in self.pieces(Stretch::new(start, end)) {
            runs.push(Run { at: from - start, span, torn: run.torn && !runs.is_empty(), ..*run });
        }
        Self { text: self.text[start..end].to_owned(), runs }
    }

    /// The input from the first byte of this string to its last.
    #[must_use]
    pub fn span(&self) -> Span {
        match (self.runs.first(), self.runs.last()) {
            (Some(first), Some(last)) => first.span.hull(last.span),
            _ => Span::default(),
        }
    }

    /// The input under `stretch`, from its first byte to its last.
    #[must_use]
    pub fn span_of(&self, stretch: Stretch) -> Span {
        self.pieces(stretch).map(|(.., span)| span).reduce(Span::hull).unwrap_or_default()
    }

    /// The input under `stretch`, in several pieces where other text stands between.
    #[must_use]
    pub fn spans_of(&self, stretch: Stretch) -> Vec<Span> {
        let mut pieces: Vec<Span> = Vec::new();
        for (run, _, span) in self.pieces(stretch) {
            match pieces.last_mut() {
                Some(last) if !run.torn => *last = last.hull(span),
                _ => pieces.push(span),
            }
        }
        pieces
    }

    /// The runs under a stretch: each with the first of its bytes that lies inside, and the input under those.
    fn pieces(&self, stretch: Stretch) -> impl Iterator<Item = (&Run, usize, Span)> {
        let runs = self.runs.from(stretch.start).take_while(move |(run, _)| run.at < stretch.end);
        runs.filter_map(move |(run, next)| {
            let run_end = next.map_or(self.text.len(), |next| next.at);
            let (from, to) = (run.at.max(stretch.start), run_end.min(stretch.end));
            let inside = || Span::new(run.span.start + from - run.at, run.span.start + to - run.at);
            (from < to).then(|| (run, from, if run.verbatim { inside() } else { run.span }))
        })
    }

    fn verbatim(&mut self, input: &str, span: Span) {
        let extends = self.runs.last().is_some_and(|last| {
            last.verbatim && last.span.end == span.start && last.at + last.span.len() == self.text.len()
        });
        match self.runs.last_mut() {
            Some(last) if extends => last.span.end = span.end,
            _ => self.runs.push(Run { at: self.text.len(), span, verbatim: true, torn: false }),
        }
        self.text.push_str(span.of(input));
    }
}

/// Whether a text has nothing to collapse: no white space but single spaces between words.
fn is_even(text: &[u8]) -> bool {
    let ends = [text.first(), text.last()];
    if text.is_empty() || ends.contains(&Some(&b' ')) {
        return false;
    }
    // No branch in these two: they are read many bytes at once.
    let pairs = text.iter().zip(text.iter().skip(1));
    let double = pairs.fold(0, |any, (one, two)| any | u8::from(*one == b' ') & u8::from(*two == b' '));
    let wide =
        |byte: u8| u8::from(byte == 0xC2) | u8::from(byte == 0xE1) | u8::from(byte == 0xE3) | u8::from(byte == 0xEF);
    let odd = text.iter().fold(0, |any, byte| any | u8::from(byte.wrapping_sub(0x09) < 5) | wide(*byte));
    if double | odd != 0 {
        return false;
    }
    // Of the characters that begin so, quotation marks and dashes are no white space.
    let plain = |at: usize| matches!(text.get(at + 1..at + 3), Some([0x80, 0x90..=0xA6]));
    memchr::memchr_iter(0xE2, text).all(plain)
}

/// White space, and the zero-width space that stands for it. Joiners stay: Persian and Hindi words hold them.
fn is_space(found: char) -> bool {
    found.is_whitespace() || matches!(found, '\u{200B}' | '\u{FEFF}')
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_and_offsets_hold() {
        let input = "  The \u{a0} first\n   step ";
        let made = Fragments::plain(input, Span::new(0, input.len()));
        assert_eq!(made.text().trim_end(), "The first step");
        let at = made.text().find("step").expect("is there");
        assert_eq!(made.span_of(Stretch::new(at, at + 4)).of(input), "step");
    }

    #[test]
    fn a_decoded_entity_keeps_its_place() {
        let input = "salt &amp; pepper";
        let mut made = Fragments::plain(input, Span::new(0, 5));
        made.push_decoded("&", Span::new(5, 10));
        made.push(input, Span::new(10, input.len()));
        assert_eq!(made.text(), "salt & pepper");
        assert_eq!(made.span_of(Stretch::new(5, 6)).of(input), "&amp;");
    }

    #[test]
    fn torn_text_has_a_span_a_piece() {
        let input = "one two\nCAPTION\nthree four";
        let mut made = Fragments::plain(input, Span::new(0, 7));
        made.join(&Fragments::plain(input, Span::new(16, input.len())), true);
        assert_eq!(made.text(), "one two three four");
        let spans = made.spans_of(Stretch::new(4, 13));
        assert_eq!(spans.iter().map(|span| span.of(input)).collect::<Vec<_>>(), ["two", "three"]);
        let part = made.slice(Stretch::new(8, 18));
        assert_eq!(part.text(), "three four");
        assert_eq!(part.span().of(input), "three four");
    }

    #[test]
    fn an_end_inside_a_character_widens() {
        let made = Fragments::plain("äb", Span::new(0, 3));
        assert_eq!(made.slice(Stretch::new(1, 3)).text(), "äb");
    }
}
