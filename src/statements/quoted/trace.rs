//! Who a mention means, in a language read by its quotations alone.
//!
//! In: the attributions. Out: the speaker of each. A surname joins the one full name that ends in it; a pronoun, and a verb
//! without its subject, means who spoke or was named last and fits its gender, not far back; where two fit, nobody.

use super::people::People;
use super::phrase::{Phrase, phrase};
use super::tokens::Line;
use super::words::{Roles, Words};
use crate::statements::{Found, Passage, Place, Speaker, SpeakerKind};

/// How many passages back a pronoun looks.
const REACH: usize = 2;

/// Who spoke.
#[derive(Clone, Debug)]
struct Who {
    name: String,
    kind: SpeakerKind,
    description: Option<String>,
    roles: Roles,
}

/// The speaker of every statement.
pub(in crate::statements) fn speakers(passages: &[Passage], found: &[Found], language: &str) -> Vec<Option<Speaker>> {
    let Some(words) = Words::of(language) else { return found.iter().map(|_| None).collect() };
    let lines = super::lines(passages, words);
    let mut people = People::new(&lines, words);
    let mut spoken: Vec<(usize, Who)> = Vec::new();
    let mut speakers = Vec::with_capacity(found.len());
    for found in found {
        let passage = found.content.first().map_or(0, |place| place.passage);
        let read = found.source.and_then(|place| read(&lines, words, place).map(|phrase| (place, phrase)));
        let who = match &read {
            Some((place, phrase)) if phrase.pronoun => latest(&people, &spoken, *place, phrase.roles),
            Some((place, phrase)) => lines.get(place.passage).and_then(|line| named(&mut people, line, words, phrase)),
            None => spoken.last().filter(|(there, _)| there + REACH >= passage).map(|(_, who)| who.clone()),
        };
        spoken.extend(who.iter().cloned().map(|who| (passage, who)));
        let made = who.is_some() || found.source.is_some();
        speakers.push(made.then(|| Speaker {
            name: who.as_ref().map(|who| who.name.clone()),
            mention: found.source,
            kind: who.as_ref().map_or(SpeakerKind::Unnamed, |who| who.kind),
            description: who.and_then(|who| who.description),
        }));
    }
    speakers
}

fn read(lines: &[Line<'_>], words: &Words, place: Place) -> Option<Phrase> {
    let line = lines.get(place.passage)?;
    let from = line.tokens.partition_point(|token| token.end <= place.stretch.start);
    let to = line.tokens.partition_point(|token| token.start < place.stretch.end);
    phrase(line, words, from, to)
}

/// Whether a person of the gender that `known` tells can be meant by a word of the gender that `asked` tells.
fn fits(known: Roles, asked: Roles) -> bool {
    let both = Roles::MASCULINE.and(Roles::FEMININE);
    !known.any(both)
        || !asked.any(both)
        || known.any(Roles::MASCULINE) && asked.any(Roles::MASCULINE)
        || known.any(Roles::FEMININE) && asked.any(Roles::FEMININE)
}

/// Who spoke or was named last; two of one passage who did not speak are nobody.
fn latest(people: &People, spoken: &[(usize, Who)], place: Place, asked: Roles) -> Option<Who> {
    let spoke = spoken.iter().rev().find(|(_, who)| who.kind == SpeakerKind::Person && fits(who.roles, asked));
    let spoke = spoke.filter(|(passage, _)| passage + REACH >= place.passage);
    let end = people.named.partition_point(|(passage, _, _)| *passage <= place.passage);
    let near = people.named.get(..end).unwrap_or_default().iter().rev().take(24);
    let near: Vec<(usize, usize)> = near
        .map(|(passage, _, who)| (*passage, *who))
        .take_while(|(passage, _)| passage + REACH >= place.passage)
        .filter(|(_, who)| people.list.get(*who).is_some_and(|person| fits(person.roles, asked)))
        .collect();
    let named = near.first().copied();
    let newer = named.filter(|(passage, _)| spoke.is_none_or(|(there, _)| passage > there));
    let Some((passage, who)) = newer else { return spoke.map(|(_, who)| who.clone()) };
    let alone = near.iter().take_while(|(there, _)| *there == passage).all(|(_, other)| *other == who);
    people.list.get(who).filter(|_| alone).map(|person| Who {
        name: person.name.clone(),
        kind: SpeakerKind::Person,
        description: person.description.clone(),
        roles: person.roles,
    })
}

/// A name in its fullest form, or the phrase itself without its determiner.
fn named(people: &mut People, line: &Line<'_>, words: &Words, phrase: &Phrase) -> Option<Who> {
    let Some(name) = &phrase.name else {
        let determined = line.tokens.get(phrase.run.start).is_some_and(|first| first.is(Roles::DETERMINER));
        let start = phrase.run.start + usize::from(determined && phrase.run.len() > 1);
        let upper = line.tokens.get(start).is_some_and(|first| first.upper);
        let kind = if upper { SpeakerKind::Organization } else { SpeakerKind::Unnamed };
        let name = line.printed(&(start..phrase.run.end)).to_owned();
        return Some(Who { name, kind, description: None, roles: phrase.roles });
    };
    let described = phrase.described.clone().map(|run| line.printed(&run).to_owned());
    let printed = line.printed(name);
    let honoured = phrase.run.start < name.start;
    let who = match people.find(printed) {
        Err(()) => return None,
        Ok(Some(who)) => who,
        Ok(None) => {
            let person = name.len() > 1 || honoured || words.is_given(printed);
            if !person {
                let kind = SpeakerKind::Organization;
                return Some(Who { name: printed.to_owned(), kind, description: described, roles: phrase.roles });
            }
            people.add(printed, None, phrase.roles)
        }
    };
    let full = people.list.get(who)?.name.clone();
    people.add(&full, described, phrase.roles);
    let person = people.list.get(who)?;
    let (name, description) = (person.name.clone(), person.description.clone());
    Some(Who { name, kind: SpeakerKind::Person, description, roles: person.roles })
}
