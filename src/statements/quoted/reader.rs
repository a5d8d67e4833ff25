//! One passage read: its quotations first, then the sentences that none of them touches.
//!
//! In: a [`Line`] and its number. Out: its [`Found`]s, in order. Pieces that nothing but the words of an attribution parts are one statement.

use super::clauses::{goes_on, told};
use super::objects::object;
use super::patterns::{self, Attribution, past};
use super::tokens::{Line, Run};
use super::words::{CUE, Words};
use crate::statements::{Found, Kind, Place};
use crate::text::Stretch;

/// How sure a statement is, in hundredths: an attributed quotation, one that is a verb's object, words told without marks, a
/// quotation that goes on another.
const SURE: u8 = 85;
const OBJECT: u8 = 80;
const TOLD: u8 = 75;
const GOES_ON: u8 = 60;

/// Reads one passage.
pub(super) struct Reader<'a> {
    line: &'a Line<'a>,
    words: &'a Words,
    passage: usize,
    found: Vec<Found>,
    /// Up to which token everything is taken.
    covered: usize,
    /// The tokens of the statements found, with their cues.
    taken: Vec<bool>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(line: &'a Line<'a>, words: &'a Words, passage: usize) -> Self {
        Self { line, words, passage, found: Vec::new(), covered: 0, taken: vec![false; line.tokens.len()] }
    }

    /// The statements; `follows` tells that one stands in the passage before.
    pub(super) fn read(mut self, follows: bool) -> Vec<Found> {
        if self.line.dash {
            self.spoken_line();
        }
        self.quotations();
        for sentence in self.line.sentences() {
            self.sentence(&sentence, follows);
        }
        if follows && self.found.is_empty() {
            self.goes_on();
        }
        self.found.sort_by_key(|found| found.content.first().copied());
        self.found
    }

    fn quotations(&mut self) {
        let quotes = &self.line.quotes;
        for (at, quote) in quotes.iter().enumerate() {
            if quote.start < self.covered || self.line.count(quote) == 0 {
                continue;
            }
            let next = quotes.get(at + 1);
            let end = self.sentence_end(quote);
            let limit = next.map_or(end, |next| end.min(next.start));
            let whole = patterns::before(self.line, self.words, quote.start);
            if let Some(own) = whole.or_else(|| patterns::behind(self.line, self.words, quote.end, limit)) {
                let own = self.with_subject(own, quote);
                let behind = own.cue.start >= quote.end;
                let mut pieces = vec![self.line.inner(quote)];
                self.covered = quote.end;
                if let Some(next) = next.filter(|next| behind && self.interrupts(&own, next)) {
                    pieces.push(self.line.inner(next));
                    self.covered = next.end;
                }
                self.keep(&pieces, Some(own), SURE);
            } else if let Some((own, run)) = object(self.line, self.words, quote) {
                self.covered = quote.end;
                let run = if run == *quote { self.line.inner(quote) } else { run };
                self.keep(&[run], Some(own), OBJECT);
            }
        }
    }

    /// Words told without marks, or with marks about some of them.
    fn sentence(&mut self, sentence: &Run, follows: bool) {
        let taken = self.taken.get(sentence.clone()).unwrap_or_default().iter().rposition(|taken| *taken);
        let follows = follows || !self.found.is_empty();
        let found = match taken {
            Some(last) => goes_on(self.line, &(sentence.start + last + 1..sentence.end)).into_iter().collect(),
            None => told(self.line, self.words, sentence, follows),
        };
        for told in found {
            let pieces: Vec<Run> = told.pieces.iter().map(|run| self.line.trim(run)).collect();
            self.keep(&pieces, Some(told.own), TOLD);
        }
    }

    /// Words between a cue and the next quotation: nothing but the source and a mark, so that one statement goes on.
    fn interrupts(&self, own: &Attribution, next: &Run) -> bool {
        const MARKS: usize = 2;
        let end = own.source.as_ref().map_or(own.cue.end, |source| source.end.max(own.cue.end));
        let end = past(self.line, end, next.start);
        let marks = || (end..next.start + 1).filter_map(|at| self.line.tokens.get(at));
        end <= next.start
            && next.start - end <= MARKS
            && marks().next().is_some_and(|mark| mark.mark(',') || mark.mark('.') || mark.mark(';'))
            && (end..next.start).all(|at| matches!(self.line.tokens[at].first, ',' | '.' | ';'))
            && !self.has_own(next)
    }

    /// Where the sentence ends that goes on behind a quotation.
    fn sentence_end(&self, quote: &Run) -> usize {
        let last = self.line.tokens.len().saturating_sub(1);
        self.line.sentence(quote.end.min(last)).end.max(quote.end)
    }

    /// Whether a cue of its own stands behind a quotation.
    fn has_own(&self, quote: &Run) -> bool {
        patterns::behind(self.line, self.words, quote.end, self.sentence_end(quote)).is_some()
    }

    /// `X, “…” dedi`: a subject before the quotation, where none stands behind.
    fn with_subject(&self, own: Attribution, quote: &Run) -> Attribution {
        if own.source.is_some() || own.cue.start < quote.end || quote.start == 0 {
            return own;
        }
        let start = self.line.sentence(quote.start).start.min(quote.start);
        Attribution { source: patterns::subject(self.line, self.words, start, quote.start), ..own }
    }

    /// `– Det är bra, säger Anna Ek.`: the words between the dash and the verb.
    fn spoken_line(&mut self) {
        let line = self.line;
        let limit = line.tokens.len();
        let comma = |at: &usize| {
            let token = &line.tokens[*at];
            !token.word && matches!(token.first, ',' | '?' | '!' | '.' | '–' | '—')
        };
        for at in (2..limit).filter(comma).take(40) {
            let end = line.sentence((at + 1).min(limit - 1)).end;
            let verb = line.tokens.get(at + 1).is_some_and(|next| next.is(CUE) && !next.upper);
            let Some(own) = Some(at).filter(|_| verb).and_then(|at| patterns::behind(line, self.words, at, end)) else {
                continue;
            };
            if own.source.is_none() {
                continue;
            }
            let keeps = usize::from(matches!(line.tokens[at].first, '?' | '!' | '.'));
            let spoken = 1..at + keeps;
            let rest = own.source.as_ref().map_or(own.cue.end, |source| source.end.max(own.cue.end));
            // Behind the full stop the line goes on as it began.
            let on = line.tokens.get(rest).is_some_and(|token| token.mark('.'))
                && rest + 2 < limit
                && line.quotes.is_empty();
            let behind = if on { rest + 1..limit } else { limit..limit };
            self.covered = limit;
            self.keep(&[spoken, behind], Some(own), SURE);
            return;
        }
    }

    /// A paragraph that is nothing but a quotation of some words.
    fn goes_on(&mut self) {
        const LEAST: usize = 4;
        let whole = self.line.quotes.first().filter(|quote| {
            quote.start == 0 && quote.end + 1 >= self.line.tokens.len() && self.line.count(quote) >= LEAST
        });
        if let Some(quote) = whole.cloned() {
            self.keep(&[self.line.inner(&quote)], None, GOES_ON);
        }
    }

    /// How the words of some pieces are given.
    fn kind(&self, pieces: &[Run]) -> Kind {
        let words = || pieces.iter().flat_map(Clone::clone).filter(|at| self.line.tokens[*at].word);
        let quoted = words().filter(|at| self.line.tokens[*at].quoted).count();
        match quoted {
            _ if self.line.dash && self.covered > 0 => Kind::Direct,
            0 => Kind::Indirect,
            _ if quoted * 10 >= words().count() * 9 => Kind::Direct,
            _ => Kind::Mixed,
        }
    }

    fn keep(&mut self, pieces: &[Run], own: Option<Attribution>, confidence: u8) {
        let place = |run: &Run| Place { passage: self.passage, stretch: self.line.stretch(run) };
        let content: Vec<Place> = pieces.iter().filter(|run| !run.is_empty()).map(place).collect();
        if content.is_empty() || content.iter().all(|place| place.stretch == Stretch::default()) {
            return;
        }
        let kind = self.kind(pieces);
        let (cue, source) = own.map_or((None, None), |own| (Some(own.cue), own.source.map(|source| source.run)));
        let found =
            Found { kind, content, cue: cue.as_ref().map(place), source: source.as_ref().map(place), confidence };
        for run in pieces.iter().chain(&cue) {
            self.taken.get_mut(run.clone()).unwrap_or_default().fill(true);
        }
        self.found.push(found);
    }
}
