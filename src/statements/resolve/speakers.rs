//! Speakers as the record has them: name, description, kind; and one entry for each with all their statements.

use std::collections::BTreeMap;

use super::choose::Article;
use super::tokens::Run;
use super::words::{DEFINITE, HONORIFIC, INDEFINITE};
use crate::statements::{Found, Speaker, SpeakerEntry, SpeakerKind, Statement};

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
    let description = entity.described.clone().map(|run| unarticled(article, run)).map(|run| printed(&run));
    Some(Speaker {
        name: Some(printed(&entity.name)).filter(|name| !name.is_empty()),
        mention: found.source,
        description: description.filter(|text| !text.is_empty()),
        kind: entity.kind(),
    })
}

/// White space and marks at the ends off.
fn clean(printed: &str) -> String {
    printed.trim_matches(|found: char| found.is_whitespace() || matches!(found, ',' | ';' | ':')).to_owned()
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
