//! Which statement says the words of another again: a near match over runs of three words.
//!
//! In: the passages and the statements. Out: for each statement outside the body (headline, dek, heading, display quote) the
//! fuller one. An ellipsis, a changed word or a cut at either end does not hinder; a quotation of under three words, or
//! one that shares half its runs only, repeats nothing. Every run is looked up once: no pair of statements is compared.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{Found, Part, Passage, Place};
use crate::text::chars::{self, is_letter_or_figure};
use crate::text::hash;
use crate::text::lower;

/// How many statements a run of words is kept for.
const KEPT: usize = 4;
/// How many of ten runs must be shared.
const SHARED_OF_TEN: usize = 6;

/// The words of the statements, hashed, one after the other.
#[derive(Debug, Default)]
pub(super) struct Said {
    words: Vec<u64>,
    /// Where the words of each statement begin, and the end.
    starts: Vec<usize>,
    /// Which statements stand in the body.
    body: Vec<bool>,
}

/// The first statements of the body that have a run of words.
#[derive(Clone, Copy, Debug, Default)]
struct Whose {
    ids: [u32; KEPT],
    count: usize,
}

impl Whose {
    fn add(&mut self, id: u32) {
        let last = self.count.checked_sub(1).and_then(|last| self.ids.get(last)).copied();
        if let Some(slot) = self.ids.get_mut(self.count).filter(|_| last != Some(id)) {
            *slot = id;
            self.count += 1;
        }
    }

    fn ids(&self) -> &[u32] {
        self.ids.get(..self.count).unwrap_or(&[])
    }
}

impl Said {
    /// Reads the statements.
    pub(super) fn read(passages: &[Passage], found: &[Found]) -> Self {
        let mut said = Self { starts: vec![0], ..Self::default() };
        for found in found {
            said.body.push(in_body(passages, found));
            let text = |place: &Place| Some(place.stretch.of(passages.get(place.passage)?.text.text()));
            found.content.iter().filter_map(text).for_each(|text| words(text, &mut said.words));
            said.starts.push(said.words.len());
        }
        said
    }

    /// The words of a statement.
    fn of(&self, index: usize) -> &[u64] {
        let (start, end) = (self.starts.get(index), self.starts.get(index + 1));
        start.zip(end).and_then(|(start, end)| self.words.get(*start..*end)).unwrap_or(&[])
    }

    /// For each text (its words) the statement of the body that shares most runs with it; the first of equals.
    pub(super) fn nearest(&self, texts: &[&[u64]]) -> Vec<Option<usize>> {
        let mut wanted: FxHashMap<u64, Whose> =
            texts.iter().flat_map(|text| runs(text)).map(|run| (run, Whose::default())).collect();
        if wanted.is_empty() {
            return vec![None; texts.len()];
        }
        for index in self.body.iter().enumerate().filter_map(|(index, body)| body.then_some(index)) {
            let id = u32::try_from(index).unwrap_or(u32::MAX);
            for run in runs(self.of(index)) {
                wanted.get_mut(&run).into_iter().for_each(|whose| whose.add(id));
            }
        }
        texts.iter().map(|text| self.nearest_of(text, &wanted)).collect()
    }

    fn nearest_of(&self, text: &[u64], whose: &FxHashMap<u64, Whose>) -> Option<usize> {
        let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
        for id in runs(text).filter_map(|run| whose.get(&run)).flat_map(Whose::ids) {
            *shared.entry(*id).or_default() += 1;
        }
        let most = shared.values().copied().max()?;
        let (id, _) = shared.into_iter().find(|(_, count)| *count == most)?;
        let id = id as usize;
        let enough = most * 10 >= runs(text).count() * SHARED_OF_TEN;
        enough.then_some(id).filter(|id| self.of(*id).len() * 4 >= text.len() * 3)
    }

    /// For each statement outside the body the fuller one that says its words.
    pub(super) fn repeats(&self) -> Vec<Option<usize>> {
        let outside: Vec<usize> = (0..self.body.len()).filter(|index| self.body.get(*index) == Some(&false)).collect();
        let texts: Vec<&[u64]> = outside.iter().map(|index| self.of(*index)).collect();
        let mut fuller = vec![None; self.body.len()];
        for (index, nearest) in outside.iter().zip(self.nearest(&texts)) {
            fuller.get_mut(*index).into_iter().for_each(|slot| *slot = nearest);
        }
        fuller
    }
}

/// Whether a statement stands in the body.
pub(super) fn in_body(passages: &[Passage], found: &Found) -> bool {
    let place = found.content.first();
    place.and_then(|place| passages.get(place.passage)).is_some_and(|passage| passage.part == Part::Body)
}

/// Adds the words of a text, hashed in lower case without marks.
pub(super) fn words(text: &str, made: &mut Vec<u64>) {
    let (mut hash, mut rest) = (None, text);
    loop {
        let plain = rest
            .bytes()
            .map_while(lower)
            .fold((0, hash.unwrap_or(hash::START)), |(length, hash), letter| (length + 1, hash::step(hash, letter)));
        if plain.0 > 0 {
            hash = Some(plain.1);
        }
        let mut letters = rest.get(plain.0..).unwrap_or("").chars();
        let Some(found) = letters.next() else { break };
        rest = letters.as_str();
        if !found.is_ascii() && is_letter_or_figure(found) {
            let letters = found.to_lowercase().flat_map(|letter| u32::from(letter).to_le_bytes());
            hash = Some(letters.fold(hash.unwrap_or(hash::START), hash::step));
        } else if !chars::is_single_quote(found) {
            made.extend(hash.take());
        }
    }
    made.extend(hash);
}

/// Every run of three words, hashed.
fn runs(words: &[u64]) -> impl Iterator<Item = u64> {
    words.windows(3).map(|run| run.iter().fold(0, |hash: u64, word| hash.rotate_left(21).wrapping_mul(31) ^ word))
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
        Said::read(&passages, &found).repeats()
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
