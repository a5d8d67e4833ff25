//! Who a mention means, in a language read by its quotations alone.
//!
//! In: the attributions. Out: the speaker of each. A surname joins the one full name that ends in it; a pronoun, and a verb
//! without its subject, means who spoke or was named last and fits its gender, not far back; where two fit, nobody.

use super::people::{People, Person, fits};
use super::phrase::{Phrase, phrase};
use super::tokens::Line;
use super::words::{Roles, Words};
use crate::fields::bodies::is_body;
use crate::statements::{Found, Place, Speaker, SpeakerKind};

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
pub(super) fn speakers(lines: &[Line<'_>], found: &[Found], words: &Words) -> Vec<Option<Speaker>> {
    let mut people = People::new(lines, words);
    let mut spoken: Vec<(usize, Who)> = Vec::new();
    let mut speakers = Vec::with_capacity(found.len());
    for found in found {
        let passage = found.content.first().map_or(0, |place| place.passage);
        let read = found.source.and_then(|place| read(lines, words, place).map(|phrase| (place, phrase)));
        let who = match &read {
            Some((_, phrase)) if phrase.roles.any(Roles::NOBODY) => None,
            Some((_, phrase)) if phrase.roles.any(Roles::MANY) => group(&spoken, passage),
            Some((_, phrase)) if phrase.pronoun => latest(&people, &spoken, passage, phrase.roles),
            Some((place, phrase)) => lines.get(place.passage).and_then(|line| named(&mut people, line, words, phrase)),
            // A verb without its subject, words that go on.
            None => {
                let last = spoken.last().filter(|(there, _)| there + REACH >= passage);
                let here = last.is_some_and(|(there, _)| *there == passage) || found.cue.is_none();
                let named = || latest(&people, &spoken, passage, Roles::default());
                let last = last.map(|(_, who)| who.clone());
                if here { last } else { named().or(last) }
            }
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
    // With what stands behind it, which may tell who it is.
    let whole = phrase(line, words, from, line.tokens.len()).filter(|whole| whole.run.end == to);
    whole.or_else(|| phrase(line, words, from, to))
}

/// The people who spoke last.
fn group(spoken: &[(usize, Who)], passage: usize) -> Option<Who> {
    let (there, who) = spoken.last().filter(|(_, who)| who.kind == SpeakerKind::Group)?;
    (there + REACH >= passage).then(|| who.clone())
}

/// Who spoke or was named last, else the only one who can be meant; two of one passage who did not speak are nobody.
fn latest(people: &People<'_>, spoken: &[(usize, Who)], passage: usize, asked: Roles) -> Option<Who> {
    let spoke = spoken.iter().rev().find(|(_, who)| who.kind == SpeakerKind::Person && fits(who.roles, asked));
    let spoke = spoke.filter(|(there, _)| there + REACH >= passage);
    let end = people.named.partition_point(|(there, _, _)| *there <= passage);
    let near = people.named.get(..end).unwrap_or_default().iter().rev().take(24);
    let near: Vec<(usize, usize)> = near
        .map(|(there, _, who)| (*there, *who))
        .take_while(|(there, _)| there + REACH >= passage)
        .filter(|(_, who)| people.list.get(*who).is_some_and(|person| fits(person.roles, asked)))
        .collect();
    let named = near.first().copied();
    let newer = named.filter(|(named, _)| spoke.is_none_or(|(spoke, _)| named > spoke));
    let Some((last, who)) = newer else {
        let spoke = spoke.map(|(_, who)| who.clone());
        return spoke.or_else(|| people.only(asked).filter(|_| asked.any(Roles::PRONOUN)).map(Who::from));
    };
    let alone = near.iter().take_while(|(there, _)| *there == last).all(|(_, other)| *other == who);
    people.list.get(who).filter(|_| alone).map(Who::from)
}

impl From<&Person> for Who {
    fn from(person: &Person) -> Self {
        let (name, description) = (person.name.clone(), person.description.clone());
        Self { name, kind: SpeakerKind::Person, description, roles: person.roles }
    }
}

/// What a noun tells of its speaker; a person without a name has no kind.
fn kind(noun: Roles) -> Option<SpeakerKind> {
    let kinds = [
        (Roles::GROUP, SpeakerKind::Group),
        (Roles::BODY, SpeakerKind::Organization),
        (Roles::PAPER, SpeakerKind::Document),
    ];
    kinds.into_iter().find(|(role, _)| noun.any(*role)).map(|(_, kind)| kind)
}

/// A name in its fullest form, or the phrase itself without its determiner.
fn named(people: &mut People<'_>, line: &Line<'_>, words: &Words, phrase: &Phrase) -> Option<Who> {
    let Some(name) = &phrase.name else {
        let determined = line.tokens.get(phrase.run.start).is_some_and(|first| first.is(Roles::DETERMINER));
        let noun = phrase.noun(line);
        if let Some(who) = noun.filter(|_| determined).and_then(|noun| people.described(&line.of(noun).to_lowercase()))
        {
            return Some(who.into());
        }
        let start = phrase.run.start + usize::from(determined && phrase.run.len() > 1);
        let upper = line.tokens.get(start).is_some_and(|first| first.upper);
        let kind = noun.and_then(|noun| kind(line.tokens[noun].roles)).unwrap_or(match upper {
            true => SpeakerKind::Organization,
            false => SpeakerKind::Unnamed,
        });
        let name = line.printed(&(start..phrase.run.end)).to_owned();
        // `De Vries`: an article that is part of a surname.
        if let Some(who) = people.find(&name).ok().flatten().and_then(|who| people.list.get(who)) {
            return Some(who.into());
        }
        return Some(Who { name, kind, description: None, roles: phrase.roles });
    };
    let described = phrase.described.clone().map(|run| line.printed(&run).to_owned());
    let printed = line.printed(name);
    if let Some(kind) = phrase.noun(line).and_then(|noun| kind(line.tokens[noun].roles)) {
        return Some(Who { name: printed.to_owned(), kind, description: described, roles: phrase.roles });
    }
    let honoured = phrase.run.start < name.start;
    let who = match people.find(printed) {
        Err(()) => return None,
        Ok(Some(who)) => who,
        Ok(None) => {
            let given = words.given(line.of(name.start));
            let kind = match name.len() {
                _ if honoured || given.is_some() => SpeakerKind::Person,
                _ if is_body(printed) => SpeakerKind::Organization,
                1 if !people.is_name(printed) => SpeakerKind::Unnamed,
                _ => SpeakerKind::Person,
            };
            if kind != SpeakerKind::Person {
                return Some(Who { name: printed.to_owned(), kind, description: described, roles: phrase.roles });
            }
            let full = people.full(printed).unwrap_or(printed);
            people.add(words, full, None, phrase.roles.and(given.unwrap_or_default()))
        }
    };
    let full = people.list.get(who)?.name.clone();
    people.add(words, &full, described, phrase.roles);
    people.list.get(who).map(Who::from)
}
