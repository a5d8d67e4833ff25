//! Words and marks of one passage, its quotations paired, its sentences cut so that none ends inside a quotation.
//!
//! In: the passage's text. Out: [`Line`]. Marks that pair: „…“ “…” »…« «…» "…" and ‚…‘; the outermost count. An opening mark
//! without a partner pairs with the passage's end where `runs_on` says that the next passage opens with a mark again.

use super::words::{Entry, Mood, OPEN, Roles, Words};
use crate::text::chars::{char_at, is_letter_or_figure, push_lower};
use crate::text::{Plain, Stretch};

/// A word or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands in the passage.
    pub(super) stretch: Stretch,
    /// What is known of it.
    pub(super) entry: &'static Entry,
    /// Its first character.
    pub(super) first: char,
    /// A word, a number.
    pub(super) word: bool,
    /// Begins with a capital letter.
    pub(super) upper: bool,
    /// The quotation it belongs to, marks included.
    pub(super) quote: Option<u32>,
}

impl Token {
    /// Whether it plays any of `roles`.
    pub(super) const fn is(&self, roles: Roles) -> bool {
        self.entry.roles.any(roles)
    }

    /// Whether it stands outside quotations.
    pub(super) const fn out(&self) -> bool {
        self.quote.is_none()
    }

    /// Whether it is this mark.
    pub(super) const fn mark(&self, mark: char) -> bool {
        !self.word && self.first as u32 == mark as u32
    }

    /// A dash that can set off a part of the sentence.
    pub(super) const fn dash(&self) -> bool {
        !self.word && matches!(self.first, '–' | '—' | '-')
    }

    /// A subjunctive form, as weak as `least` or stronger, outside quotations.
    pub(super) fn subjunctive(&self, least: Mood) -> bool {
        self.out() && !self.upper && self.entry.mood.is_some_and(|mood| mood >= least)
    }
}

/// A passage as tokens.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Its text.
    pub(super) text: &'a str,
    /// In order.
    pub(super) tokens: Vec<Token>,
    /// First and last token (inclusive) of each quotation.
    pub(super) quotes: Vec<(usize, usize)>,
    /// Token ranges.
    pub(super) sentences: Vec<(usize, usize)>,
    /// Whether its last quotation is one only because the next passage opens with a mark.
    ran_on: bool,
}

impl<'a> Line<'a> {
    /// Reads a passage.
    pub(super) fn new(text: &'a str, runs_on: bool) -> Self {
        let words = Words::get();
        let tokens = Vec::with_capacity(text.len() / 6 + 8);
        let mut line = Self { text, tokens, quotes: Vec::new(), sentences: Vec::new(), ran_on: false };
        let mut lower = String::new();
        let mut at = 0;
        while let Some(first) = char_at(text, at) {
            if first.is_whitespace() {
                at += first.len_utf8();
                continue;
            }
            let word = is_letter_or_figure(first);
            // What most words are: letters of ASCII that stand free.
            let plain = text.as_bytes().get(at..).filter(|_| word && first.is_ascii()).and_then(Plain::free);
            let (length, entry) = match plain {
                Some(word) => (word.length(), words.of_plain(&word)),
                None if word => {
                    let rest = text.get(at..).unwrap_or("");
                    let length = word_length(rest);
                    lower.clear();
                    push_lower(&mut lower, &rest[..length]);
                    (length, words.of(&lower))
                }
                None => (first.len_utf8(), &OPEN),
            };
            let stretch = Stretch::new(at, at + length);
            line.tokens.push(Token { stretch, entry, first, word, upper: first.is_uppercase(), quote: None });
            at += length;
        }
        line.pair(runs_on);
        line.cut();
        line
    }

    /// The same passage by itself, whatever the next one opens with.
    pub(super) fn alone(mut self) -> Self {
        if self.ran_on {
            self.tokens.iter_mut().for_each(|token| token.quote = None);
            self.quotes.clear();
            self.sentences.clear();
            self.pair(false);
            self.cut();
        }
        self
    }

    /// The token's text.
    pub(super) fn of(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| self.text.get(token.stretch.start..token.stretch.end).unwrap_or(""))
    }

    /// Whether white space, or nothing, stands before the token.
    pub(super) fn spaced_before(&self, index: usize) -> bool {
        let start = self.tokens.get(index).map_or(0, |token| token.stretch.start);
        index == 0 || self.tokens.get(index - 1).is_none_or(|token| token.stretch.end < start)
    }

    /// Whether white space, or nothing, stands after the token.
    pub(super) fn spaced_after(&self, index: usize) -> bool {
        let end = self.tokens.get(index).map_or(0, |token| token.stretch.end);
        self.tokens.get(index + 1).is_none_or(|token| token.stretch.start > end)
    }

    /// The stretch from the token `from` to the one before `to`.
    pub(super) fn stretch(&self, from: usize, to: usize) -> Stretch {
        match (self.tokens.get(from), to.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if from < to => Stretch::new(first.stretch.start, last.stretch.end),
            _ => Stretch::default(),
        }
    }

    fn pair(&mut self, runs_on: bool) {
        let mut open: Option<(usize, char)> = None;
        for index in 0..self.tokens.len() {
            let first = self.tokens[index].first;
            match open {
                None => open = self.closing_of(index, first).map(|closing| (index, closing)),
                Some((start, closing)) => {
                    let closes = first == closing || (closing == '“' && first == '”');
                    if closes && (closing != '"' || !self.spaced_before(index) || self.spaced_after(index)) {
                        self.add_quote(start, index);
                        open = None;
                    }
                }
            }
        }
        if let Some((start, _)) = open.filter(|(start, _)| runs_on || *start == 0) {
            self.add_quote(start, self.tokens.len() - 1);
        }
        self.ran_on = runs_on && open.is_some_and(|(start, _)| start > 0);
    }

    /// The mark that would close a quotation which the token opens.
    fn closing_of(&self, index: usize, first: char) -> Option<char> {
        let opens = || {
            let attached =
                self.spaced_before(index) || self.tokens.get(index.wrapping_sub(1)).is_some_and(|token| !token.word);
            attached && !self.spaced_after(index)
        };
        match first {
            '„' => Some('“'),
            '‚' => Some('‘'),
            '“' if opens() => Some('”'),
            '»' if opens() => Some('«'),
            '«' if opens() => Some('»'),
            '"' if opens() => Some('"'),
            _ => None,
        }
    }

    fn add_quote(&mut self, start: usize, end: usize) {
        let number = u32::try_from(self.quotes.len()).unwrap_or(u32::MAX);
        if let Some(inside) = self.tokens.get_mut(start..=end) {
            inside.iter_mut().for_each(|token| token.quote = Some(number));
        }
        self.quotes.push((start, end));
    }
}

/// A word: letters and digits, with inner hyphens, apostrophes, stars, slashes, and the points of numbers and addresses.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut previous = ' ';
    let mut found = rest.char_indices().peekable();
    while let Some((at, this)) = found.next() {
        let next = found.peek().map_or(' ', |(_, next)| *next);
        // `Industrie- und Handelskammer`
        let cut = this == '-' && previous.is_alphabetic() && (next.is_whitespace() || next == ',');
        let inside = cut
            || is_letter_or_figure(this)
            || (is_letter_or_figure(next) && matches!(this, '-' | '\'' | '’' | '*' | '/' | '&' | '_' | '\u{2011}'))
            || (matches!(this, '.' | ',' | ':') && previous.is_numeric() && next.is_numeric())
            || (this == ':' && previous.is_lowercase() && next.is_lowercase())
            || (this == '.' && previous.is_lowercase() && next.is_lowercase());
        if !inside {
            break;
        }
        previous = this;
        end = at + this.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_pair_in_every_style() {
        for text in [
            "„Ja“, sagte sie.",
            "»Ja«, sagte sie.",
            "«Ja», sagte sie.",
            "\"Ja\", sagte sie.",
            "“Ja”, sagte sie.",
            "‚Ja‘, sagte sie.",
        ] {
            let line = Line::new(text, false);
            assert_eq!(line.quotes, [(0, 2)], "{text}");
        }
        assert!(Line::new("Er misst 12\" in der Breite.", false).quotes.is_empty());
        assert_eq!(Line::new("„Er rief: ‚Halt!‘“", false).quotes.len(), 1);
    }

    #[test]
    fn an_open_mark_runs_on_or_is_none() {
        assert_eq!(Line::new("„Wir gehen weiter.", true).quotes.len(), 1);
        assert!(Line::new("Das Schild „Halt stand dort.", false).quotes.is_empty());
    }
}
