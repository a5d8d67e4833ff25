//! Which statement says the words of another again: a near match over runs of three words.
//!
//! In: the passages and the statements. Out: for each statement outside the body (headline, dek, heading, display quote) the
//! fuller one. An ellipsis, a changed word or a cut at either end does not hinder; a quotation of under three words, or
//! one that shares half its runs only, repeats nothing. Every run is looked up once: no pair of statements is compared.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{Found, Part, Passage, Place};
use crate::text::chars::{self, is_letter_or_figure};

/// How many statements a run of words is kept for.
const KEPT: usize = 4;
/// How many of ten runs must be shared.
const SHARED_OF_TEN: usize = 6;

/// Runs of words of the statements of the body, and whose they are.
#[derive(Debug, Default)]
pub(super) struct Shingles {
    runs: FxHashMap<u64, Vec<u32>>,
    /// Words of each statement, so that the fuller one is told.
    lengths: Vec<usize>,
}

impl Shingles {
    /// Reads the statements of the body.
    pub(super) fn new(passages: &[Passage], found: &[&Found]) -> Self {
        let mut made = Self { runs: FxHashMap::default(), lengths: vec![0; found.len()] };
        for (index, found) in found.iter().enumerate() {
            if part(passages, found) != Some(Part::Body) {
                continue;
            }
            let words = content(passages, &found.content);
            let id = u32::try_from(index).unwrap_or(u32::MAX);
            for run in runs(&words) {
                let kept = made.runs.entry(run).or_default();
                if kept.len() < KEPT && kept.last() != Some(&id) {
                    kept.push(id);
                }
            }
            if let Some(length) = made.lengths.get_mut(index) {
                *length = words.len();
            }
        }
        made
    }

    /// The statement that shares most runs with `words`; the first of equals.
    pub(super) fn nearest(&self, words: &[u64]) -> Option<usize> {
        let runs = runs(words);
        let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
        for id in runs.iter().filter_map(|run| self.runs.get(run)).flatten() {
            *shared.entry(*id).or_default() += 1;
        }
        let most = shared.values().copied().max()?;
        let (id, _) = shared.into_iter().find(|(_, count)| *count == most)?;
        let id = id as usize;
        let enough = most * 10 >= runs.len() * SHARED_OF_TEN;
        enough.then_some(id).filter(|id| self.lengths.get(*id).is_some_and(|length| length * 4 >= words.len() * 3))
    }
}

/// For each statement the fuller one that says its words.
pub(super) fn repeats(passages: &[Passage], found: &[Found]) -> Vec<Option<usize>> {
    if found.iter().all(|found| part(passages, found) == Some(Part::Body)) {
        return vec![None; found.len()];
    }
    let shingles = Shingles::new(passages, &found.iter().collect::<Vec<_>>());
    let fuller = |found: &Found| {
        let outside = part(passages, found) != Some(Part::Body);
        outside.then(|| shingles.nearest(&content(passages, &found.content))).flatten()
    };
    found.iter().map(fuller).collect()
}

/// The part a statement stands in.
fn part(passages: &[Passage], found: &Found) -> Option<Part> {
    let place = found.content.first()?;
    passages.get(place.passage).map(|passage| passage.part)
}

/// The words of a statement.
fn content(passages: &[Passage], places: &[Place]) -> Vec<u64> {
    let texts = places.iter().filter_map(|place| Some(place.stretch.of(passages.get(place.passage)?.text.text())));
    texts.flat_map(words).collect()
}

/// The words of a text, hashed in lower case without marks.
pub(super) fn words(text: &str) -> Vec<u64> {
    let mut made = Vec::with_capacity(text.len() / 5 + 1);
    let mut hash = None;
    for found in text.chars() {
        if is_letter_or_figure(found) {
            for lower in found.to_lowercase() {
                let before = hash.unwrap_or(0xcbf2_9ce4_8422_2325_u64);
                hash = Some((before ^ u64::from(u32::from(lower))).wrapping_mul(0x0100_0000_01b3));
            }
        } else if !chars::is_single_quote(found) {
            made.extend(hash.take());
        }
    }
    made.extend(hash);
    made
}

/// Every run of three words, hashed.
fn runs(words: &[u64]) -> Vec<u64> {
    words
        .windows(3)
        .map(|run| run.iter().fold(0, |hash: u64, word| hash.rotate_left(21).wrapping_mul(31) ^ word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::Kind;
    use crate::text::{Fragments, Span, Stretch};

    fn said(lines: &[(Part, &str)]) -> Vec<Option<usize>> {
        let passage = |(part, text): &(Part, &str)| Passage {
            part: *part,
            section: None,
            paragraph: None,
            text: Fragments::plain(text, Span::new(0, text.len())),
            sentences: Vec::new(),
        };
        let passages: Vec<_> = lines.iter().map(passage).collect();
        let found = |(index, (_, text)): (usize, &(Part, &str))| Found {
            kind: Kind::Direct,
            content: vec![Place { passage: index, stretch: Stretch::new(0, text.len()) }],
            cue: None,
            source: None,
            confidence: 90,
        };
        let found: Vec<_> = lines.iter().enumerate().map(found).collect();
        repeats(&passages, &found)
    }

    #[test]
    fn a_cut_quotation_repeats_the_fuller_one() {
        let body = "We have waited for this ferry since the old one sank off the point";
        assert_eq!(
            said(&[(Part::Headline, "‘We have waited for this ferry … since the old one sank’"), (Part::Body, body)]),
            [Some(1), None]
        );
    }

    #[test]
    fn two_words_in_common_are_no_repeat() {
        let body = "The ferry is late and nobody tells us why";
        assert_eq!(said(&[(Part::Dek, "The ferry sank off the point"), (Part::Body, body)]), [None, None]);
        assert_eq!(said(&[(Part::Dek, "the ferry"), (Part::Body, body)]), [None, None]);
    }
}
