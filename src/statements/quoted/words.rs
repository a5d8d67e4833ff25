//! The words of speech of a language: `lexicon/<language>/speech.txt`, and the closed words that end a noun phrase.
//!
//! In: a language. Out: [`Words`], read once; `None` where the language has no such list.

use std::collections::HashMap;

use crate::lexicon::{self, Kept, WordList};

/// What a word does, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles(u16);

macro_rules! roles {
    ($($name:ident $text:literal $bit:literal),* $(,)?) => {
        impl Roles {
            $(#[doc = concat!("`", $text, "` in the list.")] pub(super) const $name: Self = Self(1 << $bit);)*
            fn named(name: &str) -> Self {
                match name { $($text => Self::$name,)* _ => Self(0) }
            }
        }
    };
}

roles! {
    VERB "verb" 0, PARTICIPLE "participle" 1, AUXILIARY "auxiliary" 2, ACCORDING "according" 3, PRONOUN "pronoun" 4,
    DETERMINER "determiner" 5, LINK "link" 6, THAT "that" 7, MASCULINE "masculine" 8, FEMININE "feminine" 9, ADVERB "adverb" 10,
    HONORIFIC "honorific" 11, CLOSED "closed" 12,
}

impl Roles {
    /// Whether it plays any of `roles`.
    pub(super) const fn any(self, roles: Self) -> bool {
        self.0 & roles.0 != 0
    }

    /// Both together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it plays none: an open word.
    pub(super) const fn none(self) -> bool {
        self.0 == 0
    }
}

/// The lists of one language.
#[derive(Debug)]
pub(super) struct Words {
    entries: HashMap<&'static str, Roles>,
    given: &'static WordList,
    particles: &'static WordList,
}

impl Words {
    /// The lists of a language, read once.
    pub(super) fn of(language: &str) -> Option<&'static Self> {
        static KEPT: Kept<Option<Words>> = Kept::new();
        KEPT.get(language, Self::read).as_ref()
    }

    fn read(language: &str) -> Option<Self> {
        let mut entries: HashMap<&'static str, Roles> = HashMap::new();
        for row in lexicon::rows(language, "speech.txt") {
            let (Some(word), Some(roles)) = (row.first(), row.get(1)) else { continue };
            let roles = roles.split(' ').map(Roles::named).fold(Roles::default(), Roles::and);
            entries.insert(word, roles);
        }
        if entries.is_empty() {
            return None;
        }
        for (list, role) in [("function_words.txt", Roles::CLOSED), ("honorifics.txt", Roles::HONORIFIC)] {
            for word in lexicon::rows(language, list).filter_map(|row| row.first().copied()) {
                entries.entry(word).or_insert(role);
            }
        }
        let (given, particles) = (lexicon::list("mul", "given_names"), lexicon::list("mul", "name_particles"));
        Some(Self { entries, given, particles })
    }

    /// What a lower-case word does.
    pub(super) fn roles(&self, word: &str) -> Roles {
        self.entries.get(word).copied().unwrap_or_default()
    }

    /// Whether a word is a given name, as printed.
    pub(super) fn is_given(&self, word: &str) -> bool {
        self.given.contains_any_case(word)
    }

    /// Whether a small word stands inside names.
    pub(super) fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }
}
