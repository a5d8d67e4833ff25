//! Statements without a mention: whose words they go on.
//!
//! In: the statements of the body whose mention is traced. Out: the speaker of those that have none. A quotation in a
//! paragraph that has a speaker is theirs; a paragraph that is nothing but a quotation goes on the paragraph before it.

use super::choose::Article;
use super::tokens::Token;
use super::words::PRONOUN;
use crate::statements::{Found, Part, Passage, Place, SpeakerKind};

/// The statements in order of their place: the mention's, or the first word said where there is none.
pub(super) fn order(found: &[Found]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    let key = |index: &usize| found.get(*index).and_then(at);
    order.sort_by_key(|index| (key(index), *index));
    order
}

/// Where a statement stands for that order.
fn at(found: &Found) -> Option<Place> {
    found.source.or_else(|| found.content.first().copied())
}

/// Fills `who` for statements of the body that have no mention.
pub(super) fn fill_body(
    article: &Article<'_>,
    found: &[Found],
    order: &[usize],
    passages: &[Passage],
    who: &mut [Option<u32>],
) {
    let body: Vec<usize> = order
        .iter()
        .copied()
        .filter(|index| {
            let place = found.get(*index).and_then(at);
            place.and_then(|place| passages.get(place.passage)).is_some_and(|passage| passage.part == Part::Body)
        })
        .collect();
    for (position, index) in body.iter().enumerate() {
        let Some(statement) = found.get(*index) else { continue };
        if statement.source.is_some() || statement.cue.is_some() {
            continue;
        }
        let Some(place) = at(statement) else { continue };
        let near = |position: Option<usize>| {
            let other = *body.get(position?)?;
            let there = found.get(other).and_then(at)?;
            Some((there.passage, who.get(other).copied().flatten()))
        };
        let before = near(position.checked_sub(1));
        let after = near(Some(position + 1));
        let same = |other: Option<(usize, Option<u32>)>| other.filter(|(passage, _)| *passage == place.passage);
        let close = |other: Option<(usize, Option<u32>)>| {
            other.filter(|(passage, _)| place.passage - (*passage).min(place.passage) <= 2)
        };
        let last = position.checked_sub(1).and_then(|position| found.get(*body.get(position)?));
        let answer = same(before)
            .or_else(|| article.led_by(place, last).map(|who| (place.passage, Some(who))))
            .or_else(|| same(after))
            .or_else(|| close(before))
            .or_else(|| after.filter(|(passage, _)| *passage == place.passage + 1))
            .or(before)
            .and_then(|(_, who)| who)
            .or_else(|| article.subject_of(place));
        if let Some(slot) = who.get_mut(*index) {
            *slot = answer;
        }
    }
}

/// Whoever speaks first behind a quotation in a headline, dek or heading: a quotation is taken from the text below it.
pub(super) fn next_speaker(
    article: &Article<'_>,
    found: &[Found],
    order: &[usize],
    index: usize,
    who: &[Option<u32>],
) -> Option<u32> {
    let statement = found.get(index).filter(|found| found.source.is_none() && found.cue.is_none())?;
    let here = at(statement)?;
    let start = order.partition_point(|index| found.get(*index).and_then(at) <= Some(here));
    let next = order.get(start..).unwrap_or_default().iter().take(12);
    let speakers = next.filter_map(|index| who.get(*index).copied().flatten());
    speakers.into_iter().find(|who| {
        let single = |kind| kind == SpeakerKind::Unnamed;
        article
            .entities
            .get(*who)
            .is_some_and(|entity| entity.is_person() || (entity.phrase.is_some_and(single) && !entity.plural))
    })
}

impl Article<'_> {
    /// The person whom the sentence right before a quotation is about, where nobody speaks in it: `Orlova laughs. “Never.”`
    fn led_by(&self, place: Place, last: Option<&Found>) -> Option<u32> {
        let quote = self.text.run(place).start;
        let end = (0..quote).rev().take(3).find(|at| self.text.get(*at).is_some_and(Token::wordy))?;
        let sentence = self.text.get(end)?.sentence;
        let start = (0..=end)
            .rev()
            .take_while(|at| self.text.get(*at).is_some_and(|token| token.sentence == sentence))
            .last()?;
        let spoke =
            |found: &Found| found.content.iter().chain(&found.cue).any(|place| self.text.run(*place).end > start);
        let near = self.text.passage(end) + 1 >= place.passage;
        let asks = self.text.get(end + 1).is_some_and(|token| token.mark('?'));
        if !near || asks || last.is_some_and(spoke) || sentence == self.text.get(quote)?.sentence {
            return None;
        }
        let first = (start..=end).find(|at| self.text.get(*at).is_some_and(Token::wordy))?;
        let token = self.text.get(first)?;
        if token.is(PRONOUN) && first < end {
            return self.pronoun(first, token.word.gender, &[]).who();
        }
        let mention = self.named.get(self.named.partition_point(|mention| mention.at < first))?;
        let opens = mention.at <= first + 2 && mention.subject;
        (opens && self.entities.get(mention.who)?.is_person()).then_some(mention.who)
    }

    /// The person named first in the paragraph of a place, before it.
    fn subject_of(&self, place: Place) -> Option<u32> {
        let start = self.text.run(place).start;
        let end = self.named.partition_point(|mention| mention.at < start);
        let near = self.named.get(..end).unwrap_or_default().iter().rev().take(8);
        near.take_while(|mention| self.text.passage(mention.at) + 1 >= place.passage)
            .filter(|mention| self.entities.get(mention.who).is_some_and(|entity| entity.is_person()))
            .max_by_key(|mention| (self.text.passage(mention.at), mention.subject))
            .map(|mention| mention.who)
    }
}
