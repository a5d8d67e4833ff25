//! An article with its annotations in tokens.

use std::collections::BTreeMap;

use newscopy::statements::learning::{Article, Class, Flags, Form, Mark, Pack, Reading};
use newscopy::text::{Span, Stretch};

use crate::gold::Document;

/// An annotated statement in tokens.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gold {
    /// Words of the content.
    pub content: Vec<usize>,
    pub source: Vec<usize>,
    pub reporting: bool,
    /// The candidate that heads the cue.
    pub head: Option<usize>,
}

/// The annotations of an article that have content.
pub(crate) fn annotations(document: &Document, article: &Article<'_>) -> Vec<Gold> {
    let places: Vec<Span> = article
        .tokens
        .iter()
        .map(|token| {
            let text = &document.passages[token.passage as usize].text;
            text.span_of(Stretch::new(token.start as usize, token.end as usize))
        })
        .collect();
    let under = |spans: &[Span]| -> Vec<usize> {
        let most = |place: &Span, span: &Span| {
            let shared = place.end.min(span.end).saturating_sub(place.start.max(span.start));
            shared > 0 && shared * 2 >= place.len()
        };
        (0..places.len()).filter(|at| spans.iter().any(|span| most(&places[*at], span))).collect()
    };
    let mut found = Vec::new();
    for annotation in &document.annotations {
        let content: Vec<usize> =
            under(&annotation.content).into_iter().filter(|at| article.tokens[*at].is_word()).collect();
        if content.is_empty() {
            continue;
        }
        let cue = under(&annotation.cue);
        let head = head(article, &cue);
        found.push(Gold { content, head, source: under(&annotation.source), reporting: annotation.reporting });
    }
    found
}

/// The word of a cue that the candidates know it by.
fn head(article: &Article<'_>, cue: &[usize]) -> Option<usize> {
    let token = |at: usize| &article.tokens[at];
    let listed = |at: &usize| token(*at).form > 0 && token(*at).mark != Mark::In;
    let light = |at: &usize| {
        article.pack.form(token(*at).form).is_some_and(|form| {
            form.particle.is_some() && form.frame > 1 && article.pack.frames[form.frame as usize] == "PHRASE"
        })
    };
    let verb = |at: &usize| token(*at).is_out() && token(*at).kind.is_in(&[Class::PAST, Class::PARTICIPLE]);
    let present =
        |at: &usize| token(*at).is_out() && token(*at).kind == Class::WORD && token(*at).flags.has(Flags::PRESENT);
    let find = |holds: &dyn Fn(&usize) -> bool| cue.iter().copied().find(|at| holds(at));
    find(&|at| listed(at) && !light(at))
        .or_else(|| find(&listed))
        .or_else(|| find(&|at| token(*at).kind == Class::COLON))
        .or_else(|| find(&verb))
        .or_else(|| find(&present))
}

/// How often each form occurs outside quotation marks, and heads a reporting cue.
#[derive(Clone, Debug, Default)]
pub(crate) struct Priors {
    pub seen: Vec<f64>,
    pub heads: Vec<f64>,
}

impl Priors {
    /// Counts one article.
    pub(crate) fn of(pack: &Pack, article: &Article<'_>, gold: &[Gold]) -> Self {
        let mut counts = Self { seen: vec![0.0; pack.forms.len()], heads: vec![0.0; pack.forms.len()] };
        for token in article.tokens.iter().filter(|token| token.form > 0 && token.mark != Mark::In) {
            counts.seen[token.form as usize - 1] += 1.0;
        }
        let mut heads: Vec<usize> = gold.iter().filter(|gold| gold.reporting).filter_map(|gold| gold.head).collect();
        heads.sort_unstable();
        heads.dedup();
        for token in heads.iter().map(|at| article.tokens[*at]).filter(|token| token.form > 0) {
            counts.heads[token.form as usize - 1] += 1.0;
        }
        counts
    }

    /// Adds (or takes away) the counts of another.
    pub(crate) fn add(&mut self, other: &Self, by: f64) {
        self.seen.resize(other.seen.len(), 0.0);
        self.heads.resize(other.heads.len(), 0.0);
        for (sum, count) in self.seen.iter_mut().zip(&other.seen) {
            *sum += by * count;
        }
        for (sum, count) in self.heads.iter_mut().zip(&other.heads) {
            *sum += by * count;
        }
    }

    /// Occurrences and heads of all forms with one key.
    fn totals<K: Ord>(&self, pack: &Pack, key: impl Fn(&Form) -> K) -> BTreeMap<K, (f64, f64)> {
        let mut sums: BTreeMap<K, (f64, f64)> = BTreeMap::new();
        for (index, form) in pack.forms.iter().enumerate() {
            let counts = sums.entry(key(form)).or_default();
            counts.0 += self.seen[index];
            counts.1 += self.heads[index];
        }
        sums
    }

    /// The priors in hundredths: a form seen rarely leans on its lemma, and that one on the verbs of its frame.
    pub(crate) fn hundredths(&self, pack: &Pack) -> Vec<u8> {
        let lemmas = self.totals(pack, |form| form.lemma);
        let frames = self.totals(pack, |form| form.frame);
        let prior = |(index, form): (usize, &Form)| {
            let (seen, heads) = lemmas[form.lemma];
            let (all, own) = frames[&form.frame];
            let frame = own / all.max(1.0);
            let lemma = ((heads + FRAME_TRUST * frame) / (seen + FRAME_TRUST)).clamp(0.0, 1.0);
            let value = (self.heads[index] + 2.0 * lemma * PRIOR_TRUST) / (self.seen[index] + 2.0);
            (100.0 * value).round().clamp(0.0, 99.0) as u8
        };
        pack.forms.iter().enumerate().map(prior).collect()
    }
}

/// How many occurrences its frame's prior counts for a lemma.
const FRAME_TRUST: f64 = 2.0;

/// How much of its lemma's prior a form inherits.
const PRIOR_TRUST: f64 = 0.5;

/// A reading with these priors.
pub(crate) fn reading<'a>(article: &'a Article<'a>, priors: &[u8]) -> Reading<'a> {
    Reading::new(article, &|form| priors.get(form).copied().unwrap_or(0))
}
