//! The words of speech of a language: `lexicon/<language>/speech.txt`, the nouns for who can speak (`speaker_nouns.txt`), and the
//! closed words that end a noun phrase.
//!
//! In: a language. Out: [`Words`], read once; `None` where the language has no such list.

use rustc_hash::FxHashMap;

use super::tokens::Line;
use crate::lexicon::{self, Kept, WordList};
use crate::statements::gender::Gender;
use crate::text::chars;

/// What a word does, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles(u32);

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
    HONORIFIC "honorific" 11, CLOSED "closed" 12, BEING "being" 13, RELATIVE "relative" 14, TO "to" 15, AND "and" 16,
    PERSON "person" 17, GROUP "group" 18, BODY "body" 19, PAPER "paper" 20, DROPS "drops" 21, OPENS "opens" 22, WEAK "weak" 23,
    NOBODY "nobody" 24, MANY "many" 25, COMPOUNDS "compounds" 26,
    GENITIVE "genitive" 27,
}

/// What a cue begins with.
pub(super) const CUE: Roles = Roles::VERB.and(Roles::AUXILIARY);

impl Roles {
    /// Whether it plays any of `roles`.
    pub(super) const fn any(self, roles: Self) -> bool {
        self.0 & roles.0 != 0
    }

    /// Those of them that are among `roles`.
    const fn only(self, roles: Self) -> Self {
        Self(self.0 & roles.0)
    }

    /// Both together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Nouns for who can say something.
    pub(super) const SPEAKER: Self = Self::PERSON.and(Self::GROUP).and(Self::BODY).and(Self::PAPER);

    /// Whether it plays none but that of a noun: an open word.
    pub(super) const fn none(self) -> bool {
        self.0 & !Self::SPEAKER.0 == 0
    }
}

/// The lists of one language.
#[derive(Debug)]
pub(super) struct Words {
    entries: FxHashMap<&'static str, Roles>,
    /// Whether nouns are put together in one word.
    compounds: bool,
    /// Words that together say who it follows, in order: `d’après`, `de acuerdo con`.
    according: Vec<Vec<&'static str>>,
    /// What names end in that belong to somebody: `Anna Eks`.
    genitives: Vec<&'static str>,
    particles: &'static WordList,
}

impl Words {
    /// The lists of a language, read once.
    pub(super) fn of(language: &str) -> Option<&'static Self> {
        static KEPT: Kept<Option<Words>> = Kept::new();
        KEPT.get(language, Self::read).as_ref()
    }

    fn read(language: &str) -> Option<Self> {
        let mut entries: FxHashMap<&'static str, Roles> = FxHashMap::default();
        let (mut according, mut genitives): (Vec<Vec<&'static str>>, Vec<&'static str>) = (Vec::new(), Vec::new());
        for row in lexicon::rows(language, "speech.txt") {
            let (Some(word), Some(roles)) = (row.first(), row.get(1)) else { continue };
            let roles = roles.split(' ').map(Roles::named).fold(Roles::default(), Roles::and);
            if roles.any(Roles::GENITIVE) {
                genitives.extend(word.strip_prefix('*'));
            } else if word.contains(' ') {
                according.push(word.split(' ').collect());
            } else {
                entries.insert(word, roles);
            }
        }
        if entries.is_empty() {
            return None;
        }
        for (list, role) in [("function_words.txt", Roles::CLOSED), ("honorifics.txt", Roles::HONORIFIC)] {
            for word in lexicon::rows(language, list).filter_map(|row| row.first().copied()) {
                entries.entry(word).or_insert(role);
            }
        }
        for row in lexicon::rows(language, "speaker_nouns.txt") {
            let (Some(noun), Some(kind)) = (row.first().copied(), row.get(1)) else { continue };
            let roles = entries.entry(noun).or_default();
            *roles = roles.and(Roles::named(kind));
        }
        let compounds = entries.get("*").is_some_and(|roles| roles.any(Roles::COMPOUNDS));
        Some(Self { entries, compounds, according, genitives, particles: lexicon::list("mul", "name_particles") })
    }

    /// What a lower-case word does.
    pub(super) fn roles(&self, word: &str) -> Roles {
        let known = self.entries.get(word).copied();
        known.or_else(|| self.compound(word).filter(|_| self.compounds)).unwrap_or_default()
    }

    /// The noun that a compound ends in: `trafikministern`.
    fn compound(&self, word: &str) -> Option<Roles> {
        const HEAD: usize = 6;
        const FIRST: usize = 3;
        let last = word.len().checked_sub(HEAD)?;
        let nouns = (FIRST..=last).filter_map(|at| self.entries.get(word.get(at..)?));
        nouns.map(|roles| roles.only(Roles::SPEAKER)).find(|roles| roles.any(Roles::SPEAKER))
    }

    /// How many tokens at `at` say together that somebody's words follow: `selon`, `d’après`; 0 for none.
    pub(super) fn according(&self, line: &Line<'_>, at: usize) -> usize {
        let Some(first) = line.tokens.get(at).filter(|token| token.word) else { return 0 };
        if first.is(Roles::ACCORDING) {
            return 1;
        }
        let is = |at: usize, word: &str| {
            let printed = line.of(at).trim_end_matches(chars::is_single_quote);
            printed.len() == word.len() && printed.to_lowercase() == word
        };
        // `a giudizio di`, `a giudizio dell’`
        let link = |at: usize, word: &str| {
            self.roles(word).any(Roles::LINK) && line.tokens.get(at).is_some_and(|token| token.is(Roles::LINK))
        };
        let fits = |at: usize, word: &str, last: bool| is(at, word) || last && link(at, word);
        let all = |words: &&Vec<&str>| {
            words
                .iter()
                .enumerate()
                .all(|(offset, word)| fits(at + offset, word, offset > 0 && offset + 1 == words.len()))
        };
        self.according.iter().find(all).map_or(0, Vec::len)
    }

    /// Whether sentences may lack their subject (`Añadió que …`).
    pub(super) fn leaves_out_subjects(&self) -> bool {
        self.roles("*").any(Roles::DROPS)
    }

    /// Whether no comma stands behind what opens a sentence (`Volgens X is …`).
    pub(super) fn opens_without_comma(&self) -> bool {
        self.roles("*").any(Roles::OPENS)
    }

    /// The gender that a given name tells, as printed; `None` where it is none.
    pub(super) fn given(&self, word: &str) -> Option<Roles> {
        Gender::of_given(word).map(|gender| match gender {
            Gender::Male => Roles::MASCULINE,
            Gender::Female => Roles::FEMININE,
            Gender::Open => Roles::default(),
        })
    }

    /// A name without the ending that says whose something is: `Anna Eks`.
    pub(super) fn bare<'n>(&self, name: &'n str) -> Option<&'n str> {
        self.genitives.iter().find_map(|ending| name.strip_suffix(ending))
    }

    /// Whether a small word stands inside names.
    pub(super) fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }
}
