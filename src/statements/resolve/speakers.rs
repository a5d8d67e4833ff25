//! Speakers as the record has them: name, description, kind; and one entry for each with all their statements.

use std::collections::BTreeMap;

use super::choose::Article;
use super::entity::Entity;
use super::phrase::within;
use super::tokens::Run;
use super::words::{ANONYMOUS, DEFINITE, HONORIFIC, INDEFINITE, PREPOSITION, RELATIVE, TITLE};
use crate::statements::{Found, Place, Speaker, SpeakerEntry, SpeakerKind, Statement};
use crate::text::Stretch;

/// The speaker of one statement; a mention that nobody is found for keeps its place and has no name.
pub(super) fn speaker(article: &Article<'_>, found: &Found, who: Option<u32>) -> Option<Speaker> {
    let entity = who.and_then(|who| article.entities.get(who));
    let Some(entity) = entity else {
        return found.source.map(|mention| Speaker {
            name: None,
            mention: Some(mention),
            description: None,
            kind: SpeakerKind::Unnamed,
        });
    };
    let printed = |run: &Run| clean(article.text.printed(run));
    let description = entity.described.clone().map(|run| unarticled(article, run));
    let description = description.map(|run| printed(&run) + if is_short(article, &run) { "." } else { "" });
    Some(Speaker {
        name: Some(printed(&unclaused(article, entity))).filter(|name| !name.is_empty()),
        mention: found.source.map(|mention| unapposed(article, mention, who)),
        description: description.filter(|text| !text.is_empty()),
        kind: entity.kind(),
    })
}

/// A mention without what stands behind the name between commas: `Ann Orlova` of `Ann Orlova, the harbour master`. A name
/// behind its description ends the mention, and of several names none is cut.
fn unapposed(article: &Article<'_>, mention: Place, who: Option<u32>) -> Place {
    let run = article.text.run(mention);
    let own = within(&article.names, &run)
        .find(|index| article.entities.who.get(*index).copied().flatten().is_some_and(|own| Some(own) == who));
    let Some(name) = own.and_then(|index| article.names.get(index)) else { return mention };
    let cut = name.whole.end < run.end && article.text.get(name.whole.end).is_some_and(|token| token.mark(','));
    let last = article.text.get(name.whole.end.saturating_sub(1)).filter(|_| cut);
    let end = last.map_or(mention.stretch.end, |last| last.end as usize);
    Place {
        stretch: Stretch::new(mention.stretch.start, end.clamp(mention.stretch.start, mention.stretch.end)),
        ..mention
    }
}

/// White space and marks at the ends off, and a bracket that the phrase only opens: `data of the Holm Institute (HI`.
fn clean(printed: &str) -> String {
    let open = printed.rfind('(').filter(|open| !printed.get(*open..).is_some_and(|rest| rest.contains(')')));
    let printed = open.and_then(|open| printed.get(..open)).unwrap_or(printed);
    printed.trim_matches(|found: char| found.is_whitespace() || matches!(found, ',' | ';' | ':')).to_owned()
}

/// Who has no name is told by the noun, without what stands behind a comma: `Three diplomats, granted anonymity to speak`.
fn unclaused(article: &Article<'_>, entity: &Entity) -> Run {
    const NEAR: usize = 3;
    let run = entity.name.clone();
    let is = |at: usize, classes| article.text.get(at).is_some_and(|token| token.is(classes));
    let clause = |comma: &usize| {
        article.text.get(*comma).is_some_and(|token| token.mark(','))
            && (is(comma + 1, PREPOSITION | RELATIVE) || (comma + 1..comma + NEAR).any(|at| is(at, ANONYMOUS)))
    };
    let end = run.clone().skip(1).find(clause).filter(|_| entity.phrase.is_some());
    run.start..end.unwrap_or(run.end)
}

/// Whether a description ends with a title cut short, whose point stands before the name: `state Sen.`
fn is_short(article: &Article<'_>, run: &Run) -> bool {
    let last = run.end.checked_sub(1).and_then(|last| article.text.get(last));
    let next = |by: usize| article.text.get(run.end + by);
    let title = last.is_some_and(|last| last.is(TITLE) && last.capital());
    title
        && !run.is_empty()
        && next(0).is_some_and(|point| point.mark('.'))
        && next(1).is_some_and(|name| name.capital())
}

/// A description without a courtesy title alone.
fn unarticled(article: &Article<'_>, run: Run) -> Run {
    let bare = run.clone().all(|at| {
        article.text.get(at).is_some_and(|token| token.is(HONORIFIC | DEFINITE | INDEFINITE) || !token.wordy())
    });
    if bare { run.start..run.start } else { run }
}

/// One entry a name, in order of first statement.
pub(super) fn join(statements: &[Statement]) -> Vec<SpeakerEntry> {
    let mut entries: Vec<SpeakerEntry> = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, statement) in statements.iter().enumerate() {
        let Some(speaker) = &statement.speaker else { continue };
        let Some(name) = speaker.name.as_deref() else { continue };
        let slot = *seen.entry(name).or_insert(entries.len());
        if slot == entries.len() {
            let (name, description) = (name.to_owned(), speaker.description.clone());
            entries.push(SpeakerEntry { name, kind: speaker.kind, description, statements: Vec::new() });
        }
        if let Some(entry) = entries.get_mut(slot) {
            entry.statements.push(index);
        }
    }
    entries
}
