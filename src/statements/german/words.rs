//! The words of German attribution, read once from the lists of `lexicon/de`.
//!
//! In: `attribution_verbs.txt`, `attribution_words.txt`, `attribution_nouns.txt`, `attribution_headings.txt`, `attribution_phrases.txt`,
//! `attribution_abbreviations.txt`, `attribution_endings.txt`, `subjunctives.txt`. Out: [`Words`], which answers for one lower-case word at a time.

use std::sync::LazyLock;

use crate::lexicon::{self, WordTable};
use crate::text::Plain;

use super::LANGUAGE;

/// What a verb takes beside its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// A quotation, a clause in the subjunctive, dass.
    Say,
    /// A quotation, or a phrase with a preposition that holds one.
    Speak,
    /// A noun phrase or an infinitive.
    Object,
    /// A phrase with a preposition, or a clause.
    Appeal,
    /// Someone, and what they should do.
    Urge,
    /// Someone or something, and what it is called.
    Name,
    /// Someone, and what they did.
    Accuse,
    /// A question.
    Ask,
    /// A quotation only.
    Quote,
}

/// A verb that a form can belong to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    /// What it takes.
    pub(super) frame: Frame,
    /// The preposition that an object has (`vor` of warnen); empty for none.
    pub(super) governs: &'static str,
    /// The particle of a separable verb.
    pub(super) particle: Option<&'static str>,
    /// Whether the form is the participle.
    pub(super) participle: bool,
    /// Whether the form already holds the particle (`mitteilte`): it ends its clause.
    pub(super) fused: bool,
}

/// The roles of a closed word, as bits.
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
    PRONOUN "pronoun" 0, OBLIQUE "oblique" 1, DETERMINER "determiner" 2, DATIVE "dative" 3, GENITIVE "genitive" 4,
    PREPOSITION "preposition" 5, COORDINATOR "coordinator" 6, SUBORDINATOR "subordinator" 7, RELATIVE "relative" 8,
    THAT "that" 9, QUESTION "question" 10, ADVERB "adverb" 11, AUXILIARY "auxiliary" 12, TIME "time" 13,
    LINK "link" 14, NOBLE "noble" 15, AND "and" 16, TO "to" 17, NOMINATIVE "nominative" 18, FIRST "first" 19, MASCULINE "masculine" 20,
    INDEFINITE "indefinite" 21, OWN "own" 22, POSSESSIVE "possessive" 23, ASIDE "aside" 24, NEGATION "negation" 25, PASSIVE "passive" 26,
}

impl Roles {
    /// Whether the word plays any of `roles`.
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

/// How strongly a form shows reported speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mood {
    /// The indicative also has it, or another sense has.
    Weak,
    /// Nothing but a report has it.
    Strong,
}

/// What is known of a word.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Its roles.
    pub(super) roles: Roles,
    /// The verbs it can be a form of.
    pub(super) verbs: Vec<Verb>,
    /// Whether it is a subjunctive.
    pub(super) mood: Option<Mood>,
    /// A noun that attributes after nach.
    pub(super) noun: bool,
    /// A noun that attributes before a colon.
    pub(super) heading: bool,
    /// A phrase that attributes.
    pub(super) phrase: Option<&'static str>,
    /// Whether it is the first of two words that attribute without naming anybody: `heißt` of `heißt es`.
    pub(super) impersonal: bool,
    /// Its full stop ends no sentence.
    pub(super) abbreviation: bool,
}

/// Every listed word.
#[derive(Debug)]
pub(super) struct Words {
    table: WordTable,
    /// Of each word of the table.
    entries: Vec<Entry>,
    /// `heißt es` and its kind: two words.
    pairs: Vec<(&'static str, &'static str)>,
    /// Endings, and what an open word with one can be.
    pub(super) endings: Vec<(&'static str, &'static str)>,
    /// Words that stand inside an infinitive: `zu` of `abzulehnen`.
    pub(super) leaders: Vec<&'static str>,
    /// Nouns that attribute after nach.
    pub(super) nouns: Vec<&'static str>,
}

/// An open word.
pub(super) static OPEN: Entry = Entry {
    roles: Roles(0),
    verbs: Vec::new(),
    mood: None,
    noun: false,
    heading: false,
    phrase: None,
    impersonal: false,
    abbreviation: false,
};

impl Words {
    /// The lists, read once.
    pub(super) fn get() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(Words::read);
        &WORDS
    }

    /// What is known of a lower-case word.
    pub(super) fn of(&self, word: &str) -> &Entry {
        self.table.find(word).and_then(|at| self.entries.get(at)).unwrap_or(&OPEN)
    }

    /// The same for a word of ASCII in any case, hashed already.
    pub(super) fn of_plain(&self, word: &Plain<'_>) -> &Entry {
        self.table.find_hashed(word.text, word.hash).and_then(|at| self.entries.get(at)).unwrap_or(&OPEN)
    }

    fn entry(&mut self, word: &'static str) -> &mut Entry {
        let at = self.table.add(word);
        self.entries.resize_with(self.entries.len().max(at + 1), Entry::default);
        &mut self.entries[at]
    }

    /// Whether two words, in whatever case, attribute without naming anybody.
    pub(super) fn impersonal(&self, first: &str, second: &str) -> bool {
        let same = |word: &str, listed: &str| word.chars().flat_map(char::to_lowercase).eq(listed.chars());
        self.pairs.iter().any(|(one, two)| same(first, one) && same(second, two))
    }

    fn read() -> Self {
        let mut words = Self {
            table: WordTable::with_room(4096),
            entries: Vec::new(),
            pairs: Vec::new(),
            endings: Vec::new(),
            leaders: Vec::new(),
            nouns: Vec::new(),
        };
        words.endings = pairs("attribution_endings.txt").collect();
        for (word, roles) in pairs("attribution_words.txt") {
            let roles = roles.split(' ').map(Roles::named).fold(Roles(0), Roles::and);
            words.entry(word).roles = roles;
            if roles.any(Roles::TO) {
                words.leaders.push(word);
            }
        }
        for row in lexicon::rows(LANGUAGE, "attribution_verbs.txt") {
            if let [_, frame, particle, forms, participle] = row[..] {
                words.add_verb(frame, particle, forms, participle);
            }
        }
        for (form, strength) in pairs("subjunctives.txt") {
            let mood = if strength == "strong" { Mood::Strong } else { Mood::Weak };
            words.entry(form).mood = Some(mood);
        }
        for (phrase, form) in pairs("attribution_phrases.txt") {
            match form {
                "impersonal" => {
                    let Some((first, second)) = phrase.split_once(' ') else { continue };
                    words.entry(first).impersonal = true;
                    words.pairs.push((first, second));
                }
                _ => words.entry(phrase).phrase = Some(form),
            }
        }
        for noun in first_columns("attribution_nouns.txt") {
            words.entry(noun).noun = true;
            words.nouns.push(noun);
        }
        for noun in first_columns("attribution_headings.txt") {
            words.entry(noun).heading = true;
        }
        for word in first_columns("attribution_abbreviations.txt") {
            words.entry(word).abbreviation = true;
        }
        words
    }

    fn add_verb(&mut self, frame: &'static str, particle: &'static str, forms: &'static str, participle: &'static str) {
        let (frame, governs) = frame.split_once(' ').unwrap_or((frame, ""));
        let frame = match frame {
            "say" => Frame::Say,
            "speak" => Frame::Speak,
            "object" => Frame::Object,
            "appeal" => Frame::Appeal,
            "urge" => Frame::Urge,
            "name" => Frame::Name,
            "accuse" => Frame::Accuse,
            "ask" => Frame::Ask,
            _ => Frame::Quote,
        };
        let particle = (particle != "-").then_some(particle);
        for form in forms.split(' ') {
            let fused = particle.is_some_and(|particle| form.starts_with(particle) && form.len() > particle.len() + 2);
            let verb = Verb { frame, governs, particle, participle: false, fused };
            self.entry(form).verbs.push(verb);
        }
        let verb = Verb { frame, governs, particle, participle: true, fused: false };
        self.entry(participle).verbs.push(verb);
    }
}

fn pairs(name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lexicon::rows(LANGUAGE, name).filter_map(|row| Some((*row.first()?, *row.get(1)?)))
}

fn first_columns(name: &str) -> impl Iterator<Item = &'static str> {
    lexicon::rows(LANGUAGE, name).filter_map(|row| row.first().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_knows_its_verbs() {
        let words = Words::get();
        let particles: Vec<_> = words.of("teilte").verbs.iter().map(|verb| verb.particle).collect();
        assert_eq!(particles, [Some("mit")]);
        assert!(words.of("mitteilte").verbs.iter().all(|verb| verb.fused));
        assert!(words.of("betont").verbs.iter().any(|verb| verb.participle) || words.of("betont").verbs.len() == 1);
        assert!(words.impersonal("hieß", "es"));
        assert!(words.of("baum").roles.none() && words.of("baum").verbs.is_empty());
    }

    #[test]
    fn moods_have_strengths() {
        let words = Words::get();
        assert_eq!(words.of("sei").mood, Some(Mood::Strong));
        assert_eq!(words.of("würden").mood, Some(Mood::Weak));
        assert_eq!(words.of("ging").mood, None);
    }
}
