//! Quotations with their speakers, in languages that have a list of words of speech and no grammar of their own here.
//!
//! In: passages. Out: [`Found`], and who said each. Only words in quotation marks (or behind the dash that stands for them) and
//! clauses that hold some are taken, where a verb of saying touches them; a paragraph that is nothing but a quotation goes on the
//! speaker before it. Everything else is left out: no rule here is one language's.

#[cfg(test)]
mod cases;
mod patterns;
mod people;
mod phrase;
mod tokens;
mod trace;
mod words;

use super::{Found, Kind, Part, Passage, Place};
use crate::text::Stretch;
use patterns::Attribution;
use tokens::{Line, Run};
use words::{Roles, Words};

pub(super) use trace::speakers;

/// How sure an attributed quotation is, in hundredths, and one that goes on another.
const SURE: u8 = 85;
const GOES_ON: u8 = 60;

/// Whether a language is read here.
pub(super) fn reads(language: &str) -> bool {
    Words::of(language).is_some()
}

/// The passages as tokens.
fn lines<'a>(passages: &'a [Passage], words: &Words) -> Vec<Line<'a>> {
    let opens = |passage: &Passage| passage.text.text().starts_with(['«', '“', '„', '"', '»', '”']);
    let runs_on = |index: usize| passages.get(index + 1).is_some_and(opens);
    passages.iter().enumerate().map(|(index, passage)| Line::new(passage.text.text(), words, runs_on(index))).collect()
}

/// The statements of an article, in order.
pub(super) fn find(passages: &[Passage], language: &str) -> Vec<Found> {
    let Some(words) = Words::of(language) else { return Vec::new() };
    let mut found: Vec<Found> = Vec::new();
    for (index, line) in lines(passages, words).iter().enumerate() {
        let mut reader = Reader { line, words, passage: index, found: Vec::new(), covered: 0 };
        reader.read();
        let body = passages.get(index).is_some_and(|passage| passage.part == Part::Body);
        if body && reader.found.is_empty() && found.last().is_some_and(|last| near(last, index)) {
            reader.goes_on();
        }
        found.append(&mut reader.found);
    }
    found
}

/// Whether a statement stands in the passage before.
fn near(last: &Found, passage: usize) -> bool {
    last.content.last().is_some_and(|place| place.passage + 1 == passage)
}

struct Reader<'a> {
    line: &'a Line<'a>,
    words: &'a Words,
    passage: usize,
    found: Vec<Found>,
    /// Up to which token everything is taken.
    covered: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        if self.line.dash {
            self.spoken_line();
        }
        let quotes = &self.line.quotes;
        for (at, quote) in quotes.iter().enumerate() {
            if quote.start < self.covered {
                continue;
            }
            let next = quotes.get(at + 1);
            let end = self.line.sentence(quote.end.min(self.line.tokens.len().saturating_sub(1))).end.max(quote.end);
            let limit = next.map_or(end, |next| end.min(next.start));
            if self.words_in(quote) == 0 {
                continue;
            }
            let whole = patterns::before(self.line, self.words, quote.start);
            if let Some(own) = whole.or_else(|| patterns::behind(self.line, self.words, quote.end, limit)) {
                let own = self.with_subject(own, quote);
                let cue = own.cue.clone();
                let behind = cue.start >= quote.end;
                let mut pieces = vec![self.line.inner(quote)];
                self.covered = quote.end;
                if let Some(next) = next.filter(|next| behind && self.interrupts(&own, next)) {
                    pieces.push(self.line.inner(next));
                    self.covered = next.end;
                }
                self.keep(Kind::Direct, &pieces, Some(own), SURE);
            } else if let Some((own, clause)) = patterns::clause(self.line, self.words, quote) {
                self.covered = clause.end;
                self.keep(Kind::Mixed, &[clause], Some(own), SURE);
            }
        }
    }

    /// Words between a cue and the next quotation: nothing but the source and a mark, so that one statement goes on.
    fn interrupts(&self, own: &Attribution, next: &Run) -> bool {
        let end = own.source.as_ref().map_or(own.cue.end, |source| source.run.end.max(own.cue.end));
        end < next.start
            && next.start - end <= 2
            && (end..next.start).all(|at| matches!(self.line.tokens[at].first, ',' | '.' | ':' | ';'))
            && !(end..next.start).any(|at| self.line.tokens[at].mark(':'))
            && !self.has_own(next)
    }

    /// Whether a cue of its own stands behind a quotation.
    fn has_own(&self, quote: &Run) -> bool {
        let end = self.line.sentence(quote.end.min(self.line.tokens.len().saturating_sub(1))).end.max(quote.end);
        patterns::behind(self.line, self.words, quote.end, end).is_some()
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
            let verb =
                line.tokens.get(at + 1).is_some_and(|next| next.is(Roles::VERB.and(Roles::AUXILIARY)) && !next.upper);
            let Some(own) = Some(at).filter(|_| verb).and_then(|at| patterns::behind(line, self.words, at, end)) else {
                continue;
            };
            if own.source.is_none() {
                continue;
            }
            let keeps = usize::from(matches!(line.tokens[at].first, '?' | '!' | '.'));
            let spoken = 1..at + keeps;
            let rest = own.source.as_ref().map_or(own.cue.end, |source| source.run.end.max(own.cue.end));
            // Behind the full stop the line goes on as it began.
            let on = line.tokens.get(rest).is_some_and(|token| token.mark('.'))
                && rest + 2 < limit
                && line.quotes.is_empty();
            let behind = if on { rest + 1..limit } else { limit..limit };
            self.covered = limit;
            self.keep(Kind::Direct, &[spoken, behind], Some(own), SURE);
            return;
        }
    }

    /// A paragraph that is nothing but a quotation of some words.
    fn goes_on(&mut self) {
        const LEAST: usize = 4;
        let whole = self.line.quotes.first().filter(|quote| {
            quote.start == 0 && quote.end + 1 >= self.line.tokens.len() && self.words_in(quote) >= LEAST
        });
        if let Some(quote) = whole.cloned() {
            self.keep(Kind::Direct, &[self.line.inner(&quote)], None, GOES_ON);
        }
    }

    fn words_in(&self, quote: &Run) -> usize {
        quote.clone().filter(|at| self.line.tokens.get(*at).is_some_and(|token| token.word)).count()
    }

    fn keep(&mut self, kind: Kind, pieces: &[Run], own: Option<Attribution>, confidence: u8) {
        let place = |run: &Run| Place { passage: self.passage, stretch: self.line.stretch(run) };
        let content: Vec<Place> = pieces.iter().filter(|run| !run.is_empty()).map(place).collect();
        if content.is_empty() || content.iter().all(|place| place.stretch == Stretch::default()) {
            return;
        }
        let (cue, source) = own.map_or((None, None), |own| (Some(own.cue), own.source.map(|source| source.run)));
        let (cue, source) = (cue.as_ref().map(place), source.as_ref().map(place));
        self.found.push(Found { kind, content, cue, source, confidence });
    }
}
