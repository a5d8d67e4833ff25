//! An article with its cue candidates, and what has been decided so far.
//!
//! A candidate is a form of the cue table outside quotation marks (small letters, at a sentence's start, or in a
//! headline), a colon, or, in a sentence with a quotation of more than five tokens, a verb by its ending.

use super::refused::is_refused;
use crate::statements::article::{Article, Count, Range, Sentence};
use crate::statements::tokens::{Flags, Mark, Token};
use crate::statements::words::{Class, Pack};

/// A word that may attribute.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The token.
    pub at: usize,
    /// How often of a hundred its form attributes.
    pub prior: u8,
    /// Not in the cue table.
    pub open: bool,
}

/// A cue with its source.
#[derive(Clone, Copy, Debug)]
pub struct Accepted {
    /// The cue's token.
    pub at: usize,
    /// The source's tokens.
    pub source: Option<Range>,
    /// How far the cue's score lies above its threshold, in tenths.
    pub margin: i32,
    /// How far the source's score lies above the next one's, in tenths.
    pub source_margin: i32,
}

/// An article while it is read.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article<'a>,
    /// In order.
    pub candidates: Vec<Candidate>,
    /// Candidates that attribute more often than not, in order.
    pub strong: Vec<usize>,
    /// Cues decided for, in order.
    pub accepted: Vec<Accepted>,
}

/// In a sentence with a quotation longer than this an unlisted verb may attribute.
const LONG_QUOTE: usize = 5;

impl<'a> Reading<'a> {
    /// Lists the candidates. `priors` gives the prior of a form (by its place in the cue table).
    #[must_use]
    pub fn new(article: &'a Article<'a>, priors: &dyn Fn(usize) -> u8) -> Self {
        let mut reading = Self { article, candidates: Vec::new(), strong: Vec::new(), accepted: Vec::new() };
        for sentence in &article.sentences {
            let quoted = reading.has_long_quote(*sentence);
            for at in sentence.start..sentence.end {
                reading.consider(at, *sentence, quoted, priors);
            }
        }
        reading
    }

    /// Lists the candidates with the pack's own priors.
    #[must_use]
    pub fn of(article: &'a Article<'a>) -> Self {
        let pack: &Pack = article.pack;
        Self::new(article, &|form| pack.forms.get(form).map_or(0, |form| form.prior))
    }

    fn has_long_quote(&self, sentence: Sentence) -> bool {
        let mut at = sentence.start;
        while at < sentence.end && self.article.has(Count::Quoted, at, sentence.end) {
            match self.article.quote(at) {
                Some(quote) if quote.len() > LONG_QUOTE + 1 => return true,
                Some(quote) => at = quote.end.max(at + 1),
                None => at += 1,
            }
        }
        false
    }

    fn consider(&mut self, at: usize, sentence: Sentence, quoted: bool, priors: &dyn Fn(usize) -> u8) {
        let Some(token) = self.article.tokens.get(at) else { return };
        if token.mark == Mark::In {
            return;
        }
        let listed =
            token.form > 0 && (token.flags.has(Flags::LOWER) || at == sentence.start || self.article.in_headline(at));
        if (listed || token.is(Class::COLON)) && !is_refused(self.article, at, sentence) {
            let prior = usize::from(token.form).checked_sub(1).map_or(0, priors);
            self.candidates.push(Candidate { at, prior, open: false });
            if prior > 50 {
                self.strong.push(at);
            }
        } else if !listed && quoted && is_open_verb(token) {
            self.candidates.push(Candidate { at, prior: 0, open: true });
        }
    }

    /// The frame of a candidate.
    #[must_use]
    pub fn frame(&self, at: usize) -> u16 {
        use crate::statements::words::{COLON, UNLISTED};
        match self.article.tokens.get(at) {
            Some(token) if token.is(Class::COLON) => COLON,
            Some(token) => self.article.pack.form(token.form).map_or(UNLISTED, |form| form.frame),
            None => UNLISTED,
        }
    }

    /// Whether a candidate takes its content as the verbs of this frame do.
    #[must_use]
    pub fn has_frame(&self, at: usize, name: &str) -> bool {
        self.article.pack.frames.get(usize::from(self.frame(at))) == Some(&name)
    }

    /// The candidates from a token up to another.
    #[must_use]
    pub fn candidates_in(&self, from: usize, to: usize) -> &[Candidate] {
        let start = self.candidates.partition_point(|candidate| candidate.at < from);
        let end = self.candidates.partition_point(|candidate| candidate.at < to);
        self.candidates.get(start..end).unwrap_or(&[])
    }

    /// The strong candidates within a sentence.
    #[must_use]
    pub fn strong_in(&self, from: usize, to: usize) -> &[usize] {
        let start = self.strong.partition_point(|at| *at < from);
        let end = self.strong.partition_point(|at| *at < to);
        self.strong.get(start..end).unwrap_or(&[])
    }

    /// The accepted cues from a token up to another.
    #[must_use]
    pub fn accepted_in(&self, from: usize, to: usize) -> &[Accepted] {
        let start = self.accepted.partition_point(|cue| cue.at < from);
        let end = self.accepted.partition_point(|cue| cue.at < to);
        self.accepted.get(start..end).unwrap_or(&[])
    }
}

fn is_open_verb(token: &Token) -> bool {
    token.is_out()
        && token.is_word()
        && token.flags.has(Flags::LOWER)
        && (token.kind.is_in(&[Class::PAST, Class::PARTICIPLE])
            || token.kind == Class::WORD && token.class == Class::WORD && token.flags.has(Flags::PRESENT))
}
