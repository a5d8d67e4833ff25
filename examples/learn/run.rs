//! Fits and cross-validates over a set of annotated articles.
//!
//! In: documents, the pack and penalties. Out: the tables as text, ready for the lexicon; figures go to stderr.

use newscopy::statements::learning::{Article, Pack, THRESHOLD, Weights, accept, settle};

use crate::decisions::{self, Group, Groups};
use crate::fit::{self, Penalty};
use crate::gold::Document;
use crate::score::{self, Fate, Score};
use crate::tables;
use crate::view::{self, Gold, Priors};

/// The articles of a run.
pub(crate) struct Set<'a> {
    documents: &'a [Document],
    articles: Vec<Article<'a>>,
    gold: Vec<Vec<Gold>>,
    priors: Vec<Priors>,
}

impl<'a> Set<'a> {
    /// Reads the documents with the library's own machinery.
    pub(crate) fn new(documents: &'a [Document], pack: &'a Pack) -> Self {
        let articles: Vec<Article<'_>> =
            documents.iter().map(|document| Article::read(&document.passages, pack)).collect();
        let gold: Vec<Vec<Gold>> =
            documents.iter().zip(&articles).map(|(document, article)| view::annotations(document, article)).collect();
        let priors = articles.iter().zip(&gold).map(|(article, gold)| Priors::of(pack, article, gold)).collect();
        Self { documents, articles, gold, priors }
    }

    fn all(&self) -> Vec<usize> {
        (0..self.documents.len()).collect()
    }
}

/// What was learned.
struct Model {
    weights: Vec<(u64, i32)>,
    priors: Vec<u8>,
}

/// The table of weights; `check` cross-validates before.
pub(crate) fn weights(set: &Set<'_>, pack: &Pack, penalty: Penalty, general: f64, check: bool) -> String {
    if check {
        cross_validate(set, pack, penalty);
    }
    let model = learn(set, pack, &set.all(), penalty);
    tables::weights(pack, &model.weights, set.documents.len(), penalty, general)
}

/// The cue table with its priors counted anew.
pub(crate) fn cues(set: &Set<'_>, pack: &Pack) -> String {
    tables::cues(pack, &counts(set, &set.all()).hundredths(pack))
}

/// The steps of confidence.
pub(crate) fn confidence(set: &Set<'_>, pack: &Pack, penalty: Penalty) -> String {
    tables::confidence(&cross_validate(set, pack, penalty))
}

fn counts(set: &Set<'_>, own: &[usize]) -> Priors {
    let mut sum = Priors::default();
    for at in own {
        sum.add(&set.priors[*at], set.documents[*at].weight);
    }
    sum
}

/// Fits all questions on some of the articles.
fn learn(set: &Set<'_>, pack: &Pack, own: &[usize], penalty: Penalty) -> Model {
    let all = counts(set, own);
    // An article's own occurrences must not tell the model how they are meant.
    let without = |at: usize| {
        let mut rest = all.clone();
        rest.add(&set.priors[at], -set.documents[at].weight);
        rest.hundredths(pack)
    };
    let mut groups: Groups = Default::default();
    let mut readings: Vec<_> = own.iter().map(|at| view::reading(&set.articles[*at], &without(*at))).collect();
    for (at, reading) in own.iter().zip(&readings) {
        decisions::cues(reading, &set.gold[*at], set.documents[*at].weight, &mut groups);
        decisions::source_groups(reading, &set.gold[*at], set.documents[*at].weight, &mut groups);
    }
    let mut weights = Vec::new();
    for question in &groups[..2] {
        weights.extend(tenths(question, penalty));
    }
    let table = Weights::new(&weights);
    // Contents are laid side by side by models of the other half: how far one lacks behind must mean what it means on
    // articles that nobody has seen.
    let mut halves: [Groups; 2] = Default::default();
    for (number, (at, reading)) in own.iter().zip(&mut readings).enumerate() {
        let into = &mut halves[number % 2];
        decisions::contents(reading, &table, &set.gold[*at], set.documents[*at].weight, into);
    }
    for half in 0..2 {
        let mut other = weights.clone();
        for question in &halves[1 - half][2..6] {
            other.extend(tenths(question, penalty));
        }
        let other = Weights::new(&other);
        for (at, reading) in own.iter().zip(&readings).skip(half).step_by(2) {
            decisions::wholes(reading, &other, &set.gold[*at], set.documents[*at].weight, &mut groups);
        }
    }
    for half in halves {
        for (all, own) in groups.iter_mut().zip(half) {
            all.extend(own);
        }
    }
    for question in &groups[2..] {
        weights.extend(tenths(question, penalty));
    }
    Model { weights, priors: all.hundredths(pack) }
}

fn tenths(groups: &[Group], penalty: Penalty) -> Vec<(u64, i32)> {
    let rounded = fit::fit(groups, penalty).into_iter().map(|(key, weight)| (key, (weight * 10.0).round() as i32));
    let kept: Vec<(u64, i32)> = rounded.filter(|(_, weight)| *weight != 0).collect();
    eprintln!("{} decisions, {} weights", groups.len(), kept.len());
    kept
}

/// A prediction of an article that the model had not seen.
pub(crate) struct Held {
    /// The kind of decision.
    pub class: &'static str,
    /// How far the choice was ahead, in tenths.
    pub margin: i32,
    /// Whether the gold agrees.
    pub right: bool,
    /// The part it was held out with.
    pub part: usize,
}

/// So many parts are read by models of the others.
const PARTS: usize = 4;

/// The part of each article: a publisher's articles are all in one.
fn parts(documents: &[Document]) -> Vec<usize> {
    let mut publishers: Vec<&str> = Vec::new();
    let mut parts = Vec::with_capacity(documents.len());
    for document in documents {
        let known = publishers.iter().position(|name| *name == document.publisher);
        parts.push(known.unwrap_or(publishers.len()) % PARTS);
        if known.is_none() {
            publishers.push(&document.publisher);
        }
    }
    parts
}

/// Each part is read by a model of the others: no article by one that knows its publisher.
fn cross_validate(set: &Set<'_>, pack: &Pack, penalty: Penalty) -> Vec<Held> {
    let parts = parts(set.documents);
    let mut held = Vec::new();
    let (mut plain, mut general) = (Score::default(), Score::default());
    for part in 0..PARTS {
        let (test, own): (Vec<usize>, Vec<usize>) = (0..set.documents.len()).partition(|at| parts[*at] == part);
        let model = learn(set, pack, &own, penalty);
        let weights = Weights::new(&model.weights);
        for at in test {
            let mut reading = view::reading(&set.articles[at], &model.priors);
            accept(&mut reading, &weights, THRESHOLD);
            let drafts = settle(&reading, &weights);
            let (score, fates) = score::score(&set.articles[at], &drafts, &set.gold[at]);
            if set.documents[at].weight == 1.0 {
                plain.add(score)
            } else {
                general.add(score)
            }
            for (draft, fate) in drafts.iter().zip(&fates).filter(|(_, fate)| **fate != Fate::Nested) {
                held.push(tables::held(&set.articles[at], draft, *fate == Fate::Right, part));
            }
        }
    }
    eprintln!("politics  {}\ngeneral   {}", plain.line(), general.line());
    held
}
