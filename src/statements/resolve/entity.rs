//! Somebody or some body that an article names, and what the article tells of it.
//!
//! In: what `entities` and `votes` learn, mention by mention. Out: the pronoun it takes, the kind of speaker it is. Which names
//! are one is told by `entities`.

use std::collections::BTreeSet;

use super::tokens::Run;
use crate::statements::SpeakerKind;
use crate::statements::gender::Gender;

/// A person, an organisation, or a phrase that spoke.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    /// The fullest name, or the phrase without its article.
    pub name: Run,
    /// Keys of the name's words.
    pub words: Vec<u64>,
    /// What it is, where it is a phrase and no name.
    pub phrase: Option<SpeakerKind>,
    /// Signs that it is a person, less signs that it is none.
    pub person: i32,
    /// From title or kin.
    pub gender: Gender,
    /// Pronouns beside the name: `he` counts up, `she` down.
    pub pronouns: i32,
    /// Nouns of title and apposition.
    pub heads: Vec<u64>,
    /// The first title or apposition.
    pub described: Option<Run>,
    /// Whether an age stands beside the name.
    pub aged: bool,
    /// Where it is named first, in tokens.
    pub first: usize,
    /// Where it is named, in tokens.
    pub places: BTreeSet<usize>,
    /// Whether introduced as somebody's relative.
    pub relative: bool,
    /// Whether several people.
    pub plural: bool,
    /// Whether a form of the name holds the head noun of an organisation.
    pub organised: bool,
    /// What a listed given name tells; `None` where it has none.
    pub given: Option<Gender>,
    /// Whether the name is a place's.
    pub placed: bool,
}

impl Entity {
    pub(super) fn new(name: Run, words: Vec<u64>) -> Self {
        Self {
            first: name.start,
            places: BTreeSet::new(),
            name,
            words,
            phrase: None,
            person: 0,
            gender: Gender::Open,
            pronouns: 0,
            heads: Vec::new(),
            described: None,
            aged: false,
            plural: false,
            relative: false,
            organised: false,
            given: None,
            placed: false,
        }
    }

    /// What pronoun it takes, as far as known.
    pub(super) fn gender(&self) -> Gender {
        match (self.told(), self.pronouns) {
            (Gender::Open, votes) if votes > 0 => Gender::Male,
            (Gender::Open, votes) if votes < 0 => Gender::Female,
            (told, _) => told,
        }
    }

    /// What title, kin or given name tell.
    pub(super) fn told(&self) -> Gender {
        if self.gender == Gender::Open { self.given.unwrap_or_default() } else { self.gender }
    }

    /// Whether signs say that it is a person.
    pub(super) fn is_person(&self) -> bool {
        self.person > 0 || self.given.is_some() && !self.organised
    }

    /// What kind of speaker it is.
    pub(super) fn kind(&self) -> SpeakerKind {
        self.phrase.unwrap_or(if self.is_person() || self.pronouns != 0 {
            SpeakerKind::Person
        } else {
            SpeakerKind::Organization
        })
    }
}
