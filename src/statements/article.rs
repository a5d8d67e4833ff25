//! An article as the statement stage reads it: tokens, sentences, passages, quotations, and counts that answer "how many
//! commas between here and there" at once.
//!
//! In: passages and the language's pack. Out: [`Article`], made once; every rule and feature reads it.

use super::passages::{Part, Passage};
use super::tokens::{self, Flags, MAX_SENTENCE, Mark, NO_QUOTE, Token};
use super::words::{Class, Pack};

/// A range of tokens, end excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// First token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
}

impl Range {
    /// From `start` up to, without, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many tokens.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `at` lies inside.
    #[must_use]
    pub const fn holds(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether both share a token.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A sentence.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// First token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
    /// The end without closing stops outside quotation marks.
    pub core: usize,
    /// Its passage.
    pub passage: usize,
}

/// What [`Article::count`] counts.
#[derive(Clone, Copy, Debug)]
#[repr(usize)]
pub enum Count {
    /// Tokens in or at quotation marks.
    Quoted,
    /// Opening marks.
    Opens,
    /// Closing marks.
    Closes,
    /// Commas.
    Commas,
    /// Verbs by form: auxiliaries, past forms, and words of the cue table.
    Verbs,
    /// Verbs by form without the cue table's.
    PlainVerbs,
    /// Words of the cue table.
    Cues,
    /// Words.
    Words,
    /// Sentence ends.
    Stops,
}
const COUNTS: usize = 9;

/// Verbs by their form.
const VERBS: &[Class] = &[Class::PAST, Class::BE, Class::HAVE, Class::MOD];

/// An article.
#[derive(Debug)]
pub struct Article<'a> {
    /// The language.
    pub pack: &'a Pack,
    /// The passages it was made from.
    pub passages: &'a [Passage],
    /// All tokens.
    pub tokens: Vec<Token>,
    /// All sentences.
    pub sentences: Vec<Sentence>,
    /// Tokens of each passage.
    pub spans: Vec<Range>,
    /// Tokens of each quotation, marks included; empty for a number that was given up.
    pub quotes: Vec<Range>,
    sums: Vec<[u32; COUNTS]>,
}

impl<'a> Article<'a> {
    /// Reads the passages.
    #[must_use]
    pub fn read(passages: &'a [Passage], pack: &'a Pack) -> Self {
        let bytes: usize = passages.iter().map(|passage| passage.text.text().len()).sum();
        let mut article = Self {
            pack,
            passages,
            // A token has six bytes, its space with it; less is room enough for nearly all.
            tokens: Vec::with_capacity(bytes / 5 + 8),
            sentences: Vec::new(),
            spans: Vec::with_capacity(passages.len()),
            quotes: Vec::new(),
            sums: Vec::new(),
        };
        article.scan();
        article.collect_sentences();
        article.collect_quotes();
        article.sum_up();
        article
    }

    fn scan(&mut self) {
        let (mut carried, mut quotes, mut sentences) = (false, 0, 0);
        let opening = |passage: &Passage| {
            let text = passage.text.text();
            (text.starts_with(['"', '“', '„', '«', '»']) || text.starts_with("''"), text.starts_with(['\'', '‘']))
        };
        for (number, passage) in self.passages.iter().enumerate() {
            let from = self.tokens.len();
            let text = passage.text.text();
            tokens::scan(text, u32::try_from(number).unwrap_or(u32::MAX), self.pack, &mut self.tokens);
            let own = &mut self.tokens[from..];
            let next = self.passages.get(number + 1).filter(|next| next.part == passage.part);
            let (double, single) = next.map_or((false, false), opening);
            carried = tokens::pair(own, text, carried, double, &mut quotes);
            tokens::pair_singles(own, text, single, &mut quotes);
            tokens::free_label(own);
            sentences = tokens::split(own, text, sentences);
            self.spans.push(Range::new(from, self.tokens.len()));
        }
        self.quotes = vec![Range::default(); quotes as usize];
    }

    fn collect_sentences(&mut self) {
        let mut start = 0;
        for piece in self.tokens.chunk_by(|left, right| left.sentence == right.sentence) {
            let tail = |token: &&Token| token.is_out() && token.flags.has(Flags::ENDS);
            let stops = piece.iter().rev().take_while(tail).count();
            let end = start + piece.len();
            let passage = piece.first().map_or(0, |token| token.passage as usize);
            self.sentences.push(Sentence { start, end, core: end - stops, passage });
            start = end;
        }
    }

    fn collect_quotes(&mut self) {
        for (at, token) in self.tokens.iter().enumerate().filter(|(_, token)| token.quote != NO_QUOTE) {
            if let Some(range) = self.quotes.get_mut(token.quote as usize) {
                *range = if range.is_empty() { Range::new(at, at + 1) } else { Range::new(range.start, at + 1) };
            }
        }
    }

    fn sum_up(&mut self) {
        let mut sum = [0; COUNTS];
        self.sums = Vec::with_capacity(self.tokens.len() + 1);
        self.sums.push(sum);
        self.sums.extend(self.tokens.iter().map(|token| {
            let (plain, cue) = (token.kind.is_in(VERBS), token.class == Class::CUE);
            let mut add = |what: Count, holds: bool| sum[what as usize] += u32::from(holds);
            add(Count::Quoted, !token.is_out());
            add(Count::Opens, token.mark == Mark::Open);
            add(Count::Closes, token.mark == Mark::Close);
            add(Count::Commas, token.is(Class::COMMA));
            add(Count::Verbs, plain || cue);
            add(Count::PlainVerbs, plain);
            add(Count::Cues, cue);
            add(Count::Words, token.is_word());
            add(Count::Stops, token.flags.has(Flags::ENDS));
            sum
        }));
    }

    /// How many there are among the tokens from `from` up to `to`.
    #[inline]
    #[must_use]
    pub fn count(&self, what: Count, from: usize, to: usize) -> usize {
        let at = |index: usize| self.sums.get(index.min(self.tokens.len())).map_or(0, |sums| sums[what as usize]);
        (at(to.max(from)) - at(from)) as usize
    }

    /// Whether there is any.
    #[inline]
    #[must_use]
    pub fn has(&self, what: Count, from: usize, to: usize) -> bool {
        self.count(what, from, to) > 0
    }

    /// The sentence of a token.
    #[inline]
    #[must_use]
    pub fn sentence(&self, at: usize) -> Sentence {
        let number = self.tokens.get(at).map_or(0, |token| token.sentence as usize);
        self.sentences.get(number).copied().unwrap_or(Sentence { start: at, end: at, core: at, passage: 0 })
    }

    /// The tokens of the passage of a token.
    #[inline]
    #[must_use]
    pub fn passage(&self, at: usize) -> Range {
        let number = self.tokens.get(at).map_or(0, |token| token.passage as usize);
        self.spans.get(number).copied().unwrap_or_default()
    }

    /// The class of a token; [`Class::BEFORE`] left of `from`, [`Class::AFTER`] from `to` on.
    #[inline]
    #[must_use]
    pub fn class(&self, at: usize, from: usize, to: usize) -> Class {
        if at >= to {
            Class::AFTER
        } else if at < from {
            Class::BEFORE
        } else {
            self.tokens.get(at).map_or(Class::AFTER, Token::seen)
        }
    }

    /// The class `by` tokens to the left or right, within the bounds.
    #[inline]
    #[must_use]
    pub fn class_by(&self, at: usize, by: isize, from: usize, to: usize) -> Class {
        at.checked_add_signed(by).map_or(Class::BEFORE, |at| self.class(at, from, to))
    }

    /// The tokens of the quotation a token belongs to.
    #[must_use]
    pub fn quote(&self, at: usize) -> Option<Range> {
        let number = self.tokens.get(at).map(|token| token.quote).filter(|quote| *quote != NO_QUOTE)?;
        self.quotes.get(number as usize).copied()
    }

    /// Whether the token stands in the headline.
    #[must_use]
    pub fn in_headline(&self, at: usize) -> bool {
        let passage = self.tokens.get(at).map_or(0, |token| token.passage as usize);
        self.passages
            .get(passage)
            .is_some_and(|passage| matches!(passage.part, Part::Headline | Part::Dek | Part::Heading))
    }

    /// The token as printed.
    #[must_use]
    pub fn text(&self, at: usize) -> &str {
        let Some(token) = self.tokens.get(at) else { return "" };
        let text = self.passages.get(token.passage as usize).map_or("", |passage| passage.text.text());
        text.get(token.start as usize..token.end as usize).unwrap_or("")
    }
}

const _: () = assert!(MAX_SENTENCE < 1000, "features count tokens of a sentence in eleven bits");
