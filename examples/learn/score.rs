//! Scores predictions against annotations as the evaluation does: half match of the words, and the source overlapping.

use newscopy::statements::learning::{Article, Draft};

use crate::view::Gold;

/// Counts over articles.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub gold: usize,
    pub predicted: usize,
    pub half_recalled: usize,
    pub half_right: usize,
    pub whole_recalled: usize,
    pub whole_right: usize,
}

impl Score {
    pub(crate) fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.predicted += other.predicted;
        self.half_recalled += other.half_recalled;
        self.half_right += other.half_right;
        self.whole_recalled += other.whole_recalled;
        self.whole_right += other.whole_right;
    }

    pub(crate) fn line(&self) -> String {
        let f1 = |right: usize, recalled: usize| {
            let (p, r) = (
                100.0 * right as f64 / self.predicted.max(1) as f64,
                100.0 * recalled as f64 / self.gold.max(1) as f64,
            );
            format!("{:.1} (P {p:.1} R {r:.1})", if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 })
        };
        format!(
            "end2end {}  half {}",
            f1(self.whole_right, self.whole_recalled),
            f1(self.half_right, self.half_recalled)
        )
    }
}

/// A prediction's fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Right,
    WrongSource,
    Wrong,
    /// Not counted: somebody quoted within a statement.
    Nested,
}

/// Scores one article; the fates are those of the drafts.
pub(crate) fn score(article: &Article<'_>, drafts: &[Draft], gold: &[Gold]) -> (Score, Vec<Fate>) {
    let words = |draft: &Draft| -> Vec<usize> {
        draft
            .content
            .iter()
            .flat_map(|piece| piece.start..piece.end)
            .filter(|at| article.tokens[*at].is_word())
            .collect()
    };
    let predicted: Vec<Vec<usize>> = drafts.iter().map(words).collect();
    let half = pairs(&predicted, gold, &|_, _| true);
    let whole = pairs(&predicted, gold, &|at, own| source_fits(article, &drafts[at], own));
    let nested = |at: usize| {
        drafts[at].cue.is_some_and(|cue| {
            gold.iter().any(|own| (cue.start..cue.end).any(|at| own.content.binary_search(&at).is_ok()))
        })
    };
    let fate = |at: usize| {
        if whole.iter().any(|(own, _)| *own == at) {
            Fate::Right
        } else if half.iter().any(|(own, _)| *own == at) {
            Fate::WrongSource
        } else if nested(at) {
            Fate::Nested
        } else {
            Fate::Wrong
        }
    };
    let fates: Vec<Fate> = (0..drafts.len()).map(fate).collect();
    let recalled = |pairs: &[(usize, usize)]| pairs.iter().filter(|(_, own)| gold[*own].reporting).count();
    let score = Score {
        gold: gold.iter().filter(|own| own.reporting).count(),
        predicted: fates.iter().filter(|fate| **fate != Fate::Nested).count(),
        half_recalled: recalled(&half),
        half_right: half.len(),
        whole_recalled: recalled(&whole),
        whole_right: whole.len(),
    };
    (score, fates)
}

fn source_fits(article: &Article<'_>, draft: &Draft, own: &Gold) -> bool {
    match draft.source {
        None => own.source.is_empty(),
        Some(range) => own.source.iter().any(|at| range.holds(*at) && article.tokens[*at].is_word()),
    }
}

/// Pairs predictions with annotations one to one, best overlap first.
fn pairs(predicted: &[Vec<usize>], gold: &[Gold], fits: &dyn Fn(usize, &Gold) -> bool) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (at, words) in predicted.iter().enumerate() {
        for (number, own) in gold.iter().enumerate() {
            let both = words.iter().filter(|word| own.content.binary_search(word).is_ok()).count();
            let share = both as f64 / (words.len() + own.content.len() - both).max(1) as f64;
            if share >= 0.5 && fits(at, own) {
                all.push((share, at, number));
            }
        }
    }
    all.sort_by(|left, right| right.0.total_cmp(&left.0).then((left.1, left.2).cmp(&(right.1, right.2))));
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (_, at, number) in all {
        if found.iter().all(|(own, other)| *own != at && *other != number) {
            found.push((at, number));
        }
    }
    found
}
