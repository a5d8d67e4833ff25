//! The words of every passage in one row, so that any two mentions have an order and a distance.
//!
//! In: the passages, in reading order. Out: [`Text`]: tokens with their place, form and word classes.
//! A possessive ending (`Orlova's`) is a token of its own; a hyphen, an inner apostrophe and the points of an abbreviation
//! (`U.N.`) belong to the word. Names, phrases and speakers are left to the neighbours.

use super::cut::cut;
use super::words::{self, Table, Word};
use crate::statements::gender::Gender;
use crate::statements::{Found, Place};
use crate::text::{Sieve, Stretch};

/// How a token is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Begins with a capital.
    Capital,
    /// Two capitals or more and no small letter.
    Shout,
    /// Begins with a small letter.
    Small,
    /// Begins with a digit.
    Number,
    /// The ending of a genitive.
    Genitive,
    /// Any other sign.
    Mark(char),
}

/// A word or a sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// The passage it stands in.
    pub passage: u32,
    /// Bytes of that passage's text.
    pub start: u32,
    /// The byte after it.
    pub end: u32,
    /// How it is printed.
    pub form: Form,
    /// What the list knows.
    pub word: Word,
    /// Counts the sentences of the article.
    pub sentence: u32,
    /// Whether a sentence begins here, a quotation mark before it or not.
    pub opens: bool,
    /// Whether it stands between double quotation marks, or among words that are somebody's.
    pub quoted: bool,
    /// Whether the mention of a speaker begins here.
    pub source: bool,
}

impl Token {
    /// Whether it is in one of `classes`.
    pub(super) fn is(&self, classes: words::Classes) -> bool {
        self.word.classes & classes != 0
    }

    /// Whether it begins with a capital.
    pub(super) fn capital(&self) -> bool {
        matches!(self.form, Form::Capital | Form::Shout)
    }

    /// Whether it is a word.
    pub(super) fn wordy(&self) -> bool {
        !matches!(self.form, Form::Mark(_) | Form::Genitive)
    }

    /// Whether it is this sign.
    pub(super) fn mark(&self, sign: char) -> bool {
        self.form == Form::Mark(sign)
    }
}

/// What is cut into tokens: a text and its sentences.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its words.
    pub text: &'a str,
    /// Its sentences; none are taken as one.
    pub sentences: &'a [Stretch],
}

/// A run of tokens, half-open.
pub(super) type Run = std::ops::Range<usize>;

/// All passages as tokens.
#[derive(Debug, Default)]
pub(super) struct Text<'a> {
    /// The words of every passage; captions follow the passages proper.
    pub lines: Vec<Line<'a>>,
    /// In reading order.
    pub tokens: Vec<Token>,
    /// The first token of every passage, and the end.
    pub firsts: Vec<usize>,
    /// The words that begin a sentence with a capital and are printed in small letters elsewhere: their keys, sorted.
    small: Vec<u64>,
}

impl<'a> Text<'a> {
    /// Cuts the lines into tokens.
    pub(super) fn new(lines: Vec<Line<'a>>, table: &Table) -> Self {
        let bytes: usize = lines.iter().map(|line| line.text.len()).sum();
        let mut text = Self { lines, tokens: Vec::with_capacity(bytes / 5 + 8), firsts: Vec::new(), small: Vec::new() };
        let mut sentence = 0;
        for (index, line) in text.lines.iter().enumerate() {
            text.firsts.push(text.tokens.len());
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            sentence = cut(*line, index, sentence, table, &mut text.tokens);
        }
        text.firsts.push(text.tokens.len());
        text.small = small(&text.tokens);
        text
    }

    /// Whether the article prints a word that begins a sentence in small letters too.
    pub(super) fn printed_small(&self, token: &Token) -> bool {
        self.small.binary_search(&token.word.key).is_ok()
    }

    /// What a token tells as a given name; `None` where no list has it for one.
    pub(super) fn given(&self, token: &Token) -> Option<Gender> {
        Gender::of_given(self.printed_token(token)).or_else(|| token.is(words::GIVEN).then_some(token.word.gender))
    }

    /// Marks what was said, and where its speakers are mentioned.
    pub(super) fn mark(&mut self, found: &[Found]) {
        for found in found {
            for place in &found.content {
                let run = self.run(*place);
                self.tokens.get_mut(run).unwrap_or_default().iter_mut().for_each(|token| token.quoted = true);
            }
        }
        for place in found.iter().filter_map(|found| found.source) {
            let start = self.run(place).start;
            if let Some(token) = self.tokens.get_mut(start) {
                token.source = true;
            }
        }
    }

    /// The token at `at`.
    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The token before `at`, in the same passage.
    pub(super) fn before(&self, at: usize) -> Option<&Token> {
        let before = self.tokens.get(at.checked_sub(1)?)?;
        let here = self.tokens.get(at).map_or(before.passage, |token| token.passage);
        (before.passage == here).then_some(before)
    }

    /// The token at `at`, if it stands in the passage of `near`.
    pub(super) fn beside(&self, at: usize, near: usize) -> Option<&Token> {
        let (token, near) = (self.tokens.get(at)?, self.tokens.get(near)?);
        (token.passage == near.passage).then_some(token)
    }

    /// The tokens that a place covers.
    pub(super) fn run(&self, place: Place) -> Run {
        let (first, end) = (self.first(place.passage), self.first(place.passage + 1));
        let inside = self.tokens.get(first..end).unwrap_or_default();
        let from = inside.partition_point(|token| (token.end as usize) <= place.stretch.start);
        let to = inside.partition_point(|token| (token.start as usize) < place.stretch.end);
        first + from..first + to.max(from)
    }

    /// The first token of a passage.
    pub(super) fn first(&self, passage: usize) -> usize {
        self.firsts.get(passage).copied().unwrap_or(self.tokens.len())
    }

    /// The passage that a run begins in.
    pub(super) fn passage(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(0, |token| token.passage as usize)
    }

    /// One token as printed.
    pub(super) fn printed_token(&self, token: &Token) -> &'a str {
        let line = self.lines.get(token.passage as usize);
        line.map_or("", |line| Stretch::new(token.start as usize, token.end as usize).of(line.text))
    }

    /// The words of a run of one passage, as printed.
    pub(super) fn printed(&self, run: &Run) -> &'a str {
        let (Some(first), Some(last)) = (self.get(run.start), run.end.checked_sub(1).and_then(|at| self.get(at)))
        else {
            return "";
        };
        let Some(line) = self.lines.get(first.passage as usize) else { return "" };
        if first.passage != last.passage {
            return "";
        }
        Stretch::new(first.start as usize, last.end as usize).of(line.text)
    }
}

/// The keys of the words that begin a sentence with a capital and are printed in small letters elsewhere, sorted.
fn small(tokens: &[Token]) -> Vec<u64> {
    let opening = tokens.iter().filter(|token| token.opens && token.form == Form::Capital);
    let mut keys: Vec<u64> = opening.map(|token| token.word.key).collect();
    keys.sort_unstable();
    keys.dedup();
    // Most words are none of them.
    let mut sieve = Sieve::default();
    keys.iter().for_each(|key| sieve.set(sieved(*key)));
    let mut seen = vec![false; keys.len()];
    for token in tokens.iter().filter(|token| token.form == Form::Small && sieve.has(sieved(token.word.key))) {
        if let Ok(at) = keys.binary_search(&token.word.key) {
            seen[at] = true;
        }
    }
    let mut seen = seen.into_iter();
    keys.retain(|_| seen.next() == Some(true));
    keys
}

/// The part of a key that a sieve is asked for.
const fn sieved(key: u64) -> u32 {
    (key >> 32) as u32
}

/// Keys of a name's words: no marks, no genitive.
pub(super) fn key_words(text: &Text<'_>, run: &Run) -> Vec<u64> {
    let tokens = run.clone().filter_map(|at| text.get(at));
    tokens
        .filter(|token| token.wordy() && !(token.form == Form::Small && token.is(words::PARTICLE)))
        .map(|token| token.word.key)
        .collect()
}

/// Whether a name of several words is printed in capitals.
pub(super) fn shouted(text: &Text<'_>, run: &Run) -> bool {
    run.len() > 1
        && run
            .clone()
            .filter_map(|at| text.get(at))
            .any(|token| token.form == Form::Shout && token.end - token.start > 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_are_printed_small_are() {
        let letters = |number: u32| char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
        let many: String = (0..17_576)
            .map(|number| format!("b{}{}{} ", letters(number), letters(number / 26), letters(number / 676)))
            .collect();
        let table = words::table("en").expect("the list is there");
        let lines = [many.as_str(), "Bold", "Holm"].map(|text| Line { text, sentences: &[] });
        let text = Text::new(lines.to_vec(), table);
        let last = |back: usize| text.tokens.len().checked_sub(back).and_then(|at| text.get(at));
        assert_eq!(last(1).map(|token| text.printed_small(token)), Some(false));
        assert_eq!(last(2).map(|token| text.printed_small(token)), Some(true));
    }
}
