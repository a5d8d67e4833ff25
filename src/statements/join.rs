//! Lays the quotation rules over the drafts: quotations are whole, pieces join within the paragraph, a quoted paragraph
//! without a cue speaks for itself.
//!
//! - A quotation partly in a statement is taken whole.
//! - One that no statement has, of [`ENOUGH`] words or a full quoted sentence, joins the last statement of its paragraph
//!   whose cue stands before it, else the next one whose cue stands at most one sentence after it.
//! - In a paragraph without any cue it is a statement of its own, without cue and source, where it is the whole paragraph
//!   (heading, dek) or long enough: who goes on speaking is for others to tell.

use super::article::{Article, Count, Range};
use super::ask::Reading;
use super::decide::Draft;
use super::features::Weights;
use super::passages::Part;
use super::rescue::{Rescued, rescue};
use super::tokens::Mark;
use super::words::Class;

/// So many quoted words are somebody's.
const ENOUGH: usize = 5;
/// So many are, in a paragraph that names no one.
const ALONE: usize = 6;
/// So many are, at the head of a headline.
const TITLED: usize = 3;
/// The margin of a statement that only its quotation marks tell.
const UNSAID: i32 = 12;

/// Gives every quotation its owner, but those in the passages `asked`; drafts keep their order, new ones follow.
#[must_use]
pub fn join(reading: &Reading<'_>, weights: &Weights, drafts: Vec<Draft>, asked: &[Range]) -> Vec<Draft> {
    let article = reading.article;
    let mut owners = Owners::new(article, drafts);
    let mut quotes = article.quotes.iter().filter(|quote| !quote.is_empty()).copied().collect::<Vec<_>>();
    quotes.sort_unstable();
    for passage in 0..article.spans.len() {
        let Some(span) = article.spans.get(passage).copied() else { continue };
        let from = quotes.partition_point(|quote| quote.start < span.start);
        let to = quotes.partition_point(|quote| quote.start < span.end);
        if asked.binary_search(&span).is_ok() {
            continue;
        }
        let own = quotes.get(from..to).unwrap_or(&[]);
        for quote in own {
            owners.settle(*quote, passage, own, &|quote| rescue(reading, weights, quote));
        }
    }
    owners.finish()
}

struct Owners<'r, 'a> {
    article: &'r Article<'a>,
    drafts: Vec<Draft>,
    /// The draft of each token, plus one.
    of: Vec<u32>,
    /// Drafts with a cue, by the cue.
    cues: Vec<(usize, usize)>,
}

impl<'r, 'a> Owners<'r, 'a> {
    fn new(article: &'r Article<'a>, drafts: Vec<Draft>) -> Self {
        let mut of = vec![0; article.tokens.len()];
        let mut cues = Vec::new();
        for (index, draft) in drafts.iter().enumerate() {
            for piece in &draft.content {
                of[piece.start..piece.end].fill(u32::try_from(index + 1).unwrap_or(0));
            }
            cues.extend(draft.cue.map(|cue| (cue.start, index)));
        }
        cues.sort_unstable();
        Self { article, drafts, of, cues }
    }

    fn give(&mut self, quote: Range, draft: usize) {
        self.of[quote.start..quote.end].fill(u32::try_from(draft + 1).unwrap_or(0));
    }

    /// Whether no statement holds words of a range.
    fn is_free(&self, range: Range) -> bool {
        self.of.get(range.start..range.end).is_some_and(|own| own.iter().all(|owner| *owner == 0))
    }

    fn settle(&mut self, quote: Range, passage: usize, all: &[Range], rescue: &dyn Fn(Range) -> Option<Rescued>) {
        let words = self.article.count(Count::Words, quote.start, quote.end);
        if words == 0 {
            return;
        }
        if let Some((owner, covered)) = self.holder(quote) {
            if covered < words && (covered * 2 >= words || words >= ENOUGH) {
                self.give(quote, owner);
            }
            return;
        }
        let full = self.is_sentence(quote);
        if !full && words < ENOUGH {
            return;
        }
        if let Some(draft) = self.neighbour(quote, passage) {
            self.give(quote, draft);
        } else if self.stands_alone(quote, passage, all, words) {
            let number = self.drafts.len();
            let draft = match rescue(quote).filter(|found| self.is_free(found.cue)) {
                Some(Rescued { cue, source, margin }) => {
                    self.cues.push((cue.start, number));
                    self.cues.sort_unstable();
                    Draft { cue: Some(cue), source, margin, ..Draft::default() }
                }
                None => Draft { margin: UNSAID, ..Draft::default() },
            };
            self.drafts.push(draft);
            self.give(quote, number);
        }
    }

    /// The draft that holds most words of a quotation, and how many.
    fn holder(&self, quote: Range) -> Option<(usize, usize)> {
        let mut counts: Vec<(u32, usize)> = Vec::new();
        for at in quote.start..quote.end {
            let owner = self.of[at];
            if owner == 0 || !self.article.tokens[at].is_word() {
                continue;
            }
            match counts.iter_mut().find(|(known, _)| *known == owner) {
                Some((_, count)) => *count += 1,
                None => counts.push((owner, 1)),
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max()?;
        counts.iter().find(|(_, count)| *count == most).map(|(owner, count)| (*owner as usize - 1, *count))
    }

    /// Whether a quotation begins with a capital and ends with a stop inside its mark.
    fn is_sentence(&self, quote: Range) -> bool {
        let tokens = self.article.tokens.get(quote.start..quote.end).unwrap_or(&[]);
        let [first, second, .., last, close] = tokens else { return false };
        const STOPS: &[Class] =
            &[Class::COMMA, Class::STOP, Class::QUESTION, Class::EXCLAMATION, Class::DASH, Class::ELLIPSIS];
        first.mark == Mark::Open && close.mark == Mark::Close && second.is_upper() && last.kind.is_in(STOPS)
    }

    /// The statement of the paragraph that the quotation goes on.
    fn neighbour(&self, quote: Range, passage: usize) -> Option<usize> {
        let span = self.article.spans.get(passage)?;
        let here = self.cues.partition_point(|(at, _)| *at < quote.start);
        let holds = |at: &usize| span.start <= *at && *at < span.end;
        let before = here.checked_sub(1).and_then(|at| self.cues.get(at)).filter(|(at, _)| holds(at));
        if let Some((_, draft)) = before {
            return Some(*draft);
        }
        let last = self.article.tokens.get(quote.end - 1)?.sentence;
        let (at, draft) = self.cues.get(here).filter(|(at, _)| holds(at))?;
        (self.article.tokens.get(*at)?.sentence <= last + 1).then_some(*draft)
    }

    fn stands_alone(&self, quote: Range, passage: usize, all: &[Range], words: usize) -> bool {
        let Some(span) = self.article.spans.get(passage) else { return false };
        let total = self.article.count(Count::Words, span.start, span.end);
        let quoted: usize = all.iter().map(|quote| self.article.count(Count::Words, quote.start, quote.end)).sum();
        let whole = total - quoted.min(total) <= 3 && all.first() == Some(&quote);
        match self.article.passages.get(passage).map(|passage| passage.part) {
            // `‘Not in my name’: Coach answers` quotes; `The ‘big freeze’ is here` does not.
            Some(Part::Headline) => {
                let colon = self.article.tokens.get(quote.end).is_some_and(|token| token.is(Class::COLON));
                words >= TITLED && quote.start == span.start && (whole || colon)
            }
            Some(Part::Body) => whole || words >= ALONE,
            _ => whole,
        }
    }

    /// The drafts with the content they own now.
    fn finish(self) -> Vec<Draft> {
        let Self { article, mut drafts, of, .. } = self;
        for draft in &mut drafts {
            draft.content.clear();
        }
        let mut start = 0;
        for run in of.chunk_by(|left, right| left == right) {
            let end = start + run.len();
            if let Some(draft) =
                run.first().and_then(|owner| owner.checked_sub(1)).and_then(|at| drafts.get_mut(at as usize))
            {
                push_pieces(article, &mut draft.content, Range::new(start, end));
            }
            start = end;
        }
        for draft in &mut drafts {
            if !draft.verbatim {
                draft.content = super::decide::trim(article, std::mem::take(&mut draft.content));
            }
        }
        drafts.retain(|draft| !draft.content.is_empty());
        drafts
    }
}

/// Adds a range, cut at passages, and joined to the piece before where nothing but a few marks stand between.
fn push_pieces(article: &Article<'_>, pieces: &mut Vec<Range>, range: Range) {
    let mut start = range.start;
    while start < range.end {
        let end = article.passage(start).end.min(range.end).max(start + 1);
        let same = |left: usize, right: usize| article.passage(left) == article.passage(right);
        match pieces.last_mut() {
            Some(last)
                if start - last.end <= 2 && same(last.start, start) && !article.has(Count::Words, last.end, start) =>
            {
                last.end = end;
            }
            _ => pieces.push(Range::new(start, end)),
        }
        start = end;
    }
}
