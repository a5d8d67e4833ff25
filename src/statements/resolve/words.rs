//! Word classes of `speaker_words.txt`, looked up by a hash of the word in lower case.
//!
//! In: a word. Out: its [`Word`]: key, classes and the gender it tells. The key stands for the word from here on, so that
//! two mentions are compared without a copy of their letters.

use crate::statements::gender::Gender;
use rustc_hash::FxHashMap;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::lexicon;
use crate::text::hash::{START, step};

/// Classes of words, one bit each.
pub(super) type Classes = u64;

macro_rules! classes {
    ($($name:ident $bit:literal $label:literal),* $(,)?) => {
        $(pub(super) const $name: Classes = 1 << $bit;)*
        const LABELS: &[(&str, Classes)] = &[$(($label, $name)),*];
    };
}

classes! {
    HONORIFIC 0 "honorific", TITLE 1 "title", TAIL 2 "tail", SUFFIX 3 "suffix", KIN 4 "kin", KIN_PLURAL 5 "kinplural",
    ROLE 6 "role", UNNAMED 7 "unnamed", UNNAMED_PLURAL 8 "unnamedplural", ORGANISATION 9 "organisation",
    ORGANISATION_PLURAL 10 "organisationplural", GROUP 11 "group", DOCUMENT 12 "document", DEFINITE 13 "definite",
    INDEFINITE 14 "indefinite", PREPOSITION 15 "preposition", CONJUNCTION 16 "conjunction", RELATIVE 17 "relative",
    FUNCTION 18 "function", CALENDAR 19 "calendar", PARTICLE 20 "particle", JOINER 21 "joiner",
    PRONOUN 23 "pronoun", THING 24 "thing", THEY 25 "they", FIRST 26 "first",
    SECOND 27 "second", FORMER 28 "former", SURNAME 29 "surname", AUTHOR 30 "author", AGED 31 "aged", TO 32 "to", OF 33 "of", LOCATIVE 34 "locative", HONOUR 35 "honour", FORMAL 36 "formal", AUXILIARY 37 "auxiliary", LOCAL 38 "local", GIVEN 39 "given", PARTY 40 "party", RECEIVED 41 "received", NAMELESS 42 "nameless", PEOPLE 43 "people", BROAD 44 "broad", WATCH 45 "watch", CORPS 46 "corps", STAFF 47 "staff", NAMING 48 "naming", BYSTANDER 49 "bystander", ANONYMOUS 50 "anonymous",
}

/// A noun that one person can be.
pub(super) const PERSON: Classes = TITLE | KIN | ROLE | UNNAMED | AGED;
/// Any pronoun.
pub(super) const ANY_PRONOUN: Classes = PRONOUN | THING | THEY | FIRST | SECOND;
/// A word that is never a name, however it is printed.
pub(super) const CLOSED: Classes =
    DEFINITE | INDEFINITE | PREPOSITION | CONJUNCTION | RELATIVE | FUNCTION | ANY_PRONOUN | FORMER;

/// What a list knows of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// Stands for the word in lower case.
    pub key: u64,
    /// The classes it is in.
    pub classes: Classes,
    /// The gender it tells.
    pub gender: Gender,
}

/// Keys are hashes already.
#[derive(Default)]
pub(super) struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// A map from keys of words.
pub(super) type ByKey<T> = HashMap<u64, T, BuildHasherDefault<Same>>;

/// Words by their keys.
pub(super) type Table = ByKey<Word>;

/// The word classes of a language; none where it has no list.
pub(super) fn table(language: &str) -> Option<&'static Table> {
    static ENGLISH: LazyLock<Table> = LazyLock::new(|| read("en"));
    (language == "en").then(|| &*ENGLISH)
}

fn read(language: &str) -> Table {
    let mut table = Table::default();
    table.reserve(lexicon::size(language, "speaker_words.txt"));
    // Most rows have the classes of another.
    let mut read: FxHashMap<&str, Classes> = FxHashMap::default();
    for row in lexicon::rows(language, "speaker_words.txt") {
        let (Some(word), Some(classes)) = (row.first(), row.get(1)) else { continue };
        let classes = *read.entry(classes).or_insert_with(|| bits(classes));
        let key = key(word);
        table
            .insert(key, Word { key, classes, gender: row.get(2).map_or(Gender::Open, |tells| Gender::listed(tells)) });
    }
    table
}

fn bits(classes: &str) -> Classes {
    let bits = classes.split(' ').filter_map(|name| LABELS.iter().find(|(label, _)| *label == name));
    bits.fold(0, |all, (_, bit)| all | bit)
}

/// The key of a word, in whatever case it is printed and with either apostrophe: FNV-1a of its lower case, stirred.
pub(super) fn key(word: &str) -> u64 {
    stir(if word.is_ascii() {
        word.bytes().fold(START, |hash, byte| step(hash, byte.to_ascii_lowercase()))
    } else {
        word.chars().flat_map(char::to_lowercase).fold(START, |hash, found| {
            let found = if found == '’' { '\'' } else { found };
            found.encode_utf8(&mut [0; 4]).bytes().fold(hash, step)
        })
    })
}

/// A key that is whole.
#[inline]
pub(super) fn stir(hash: u64) -> u64 {
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_apostrophe_do_not_matter() {
        assert_eq!(key("Élan"), key("élan"));
        assert_eq!(key("It’s"), key("it's"));
        assert_ne!(key("mayor"), key("mayors"));
    }

    #[test]
    fn classes_are_read() {
        let table = table("en").expect("the list is there");
        let mother = table.get(&key("Mother")).expect("is listed");
        assert_eq!((mother.classes & PERSON != 0, mother.gender), (true, Gender::Female));
        assert!(table.values().all(|word| word.classes != 0), "an unknown class");
    }
}
