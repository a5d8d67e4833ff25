//! One language's lists, read into tables.
//!
//! In: `statement_words.txt` (`word | class | roles`), `statement_suffixes.txt` (`ending | class`), `cues.txt`
//! (`form | lemma | frame | prior | particle`), `months.txt`, `hearer_cues.txt`, `weights.tsv` and `weight_overrides.tsv`. Out: [`Pack`]. A language
//! without cues has none: nobody is quoted in a language whose verbs are unknown.

use rustc_hash::{FxHashMap, FxHashSet};

use std::sync::{LazyLock, OnceLock};

use super::{Class, FIXED, Roles};
use crate::lexicon::{self, WordTable};
use crate::statements::confidence::{self, Step};
use crate::statements::features::Weights;

/// What is known of a listed word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Its class (PRON, TITLE …), [`Class::NONE`] where it is open.
    pub class: Class,
    /// Its own class where it is a closed word, else [`Class::NONE`].
    pub own: Class,
    /// What the rules ask of it.
    pub roles: Roles,
    /// Its place in [`Pack::forms`] plus one; 0 where it is no cue.
    pub form: u16,
    /// What its ending tells.
    pub ending: Ending,
}

/// A word that can attribute.
#[derive(Clone, Debug)]
pub struct Form {
    /// As printed, lower case.
    pub text: &'static str,
    /// Its lemma.
    pub lemma: &'static str,
    /// Place of its frame in [`Pack::frames`].
    pub frame: u16,
    /// How often of a hundred it attributes, outside quotation marks.
    pub prior: u8,
    /// The words that belong to it where one follows, set apart by spaces.
    pub particle: Option<&'static str>,
    /// Whether the form is its lemma's base form.
    pub base: bool,
    /// Whether who is told may stand right behind it.
    pub hearer: bool,
}

/// What an ending tells of an open word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// asked
    Past,
    /// asking
    Participle,
    /// openly
    Adverbial,
    /// asks
    Present,
    /// didn't
    Not,
    /// Nothing.
    #[default]
    None,
}

/// One language.
#[derive(Debug)]
pub struct Pack {
    /// Its code.
    pub language: &'static str,
    table: WordTable,
    words: Vec<Word>,
    classes: Vec<&'static str>,
    class_numbers: FxHashMap<&'static str, u16>,
    /// Under their last byte, the longest first.
    endings: Vec<Vec<(&'static str, Ending)>>,
    /// The cue table, sorted.
    pub forms: Vec<Form>,
    /// The names of the frames; the first two are the colon's and the unlisted verb's.
    pub frames: Vec<&'static str>,
    /// What the models have learned.
    pub weights: Weights,
    /// How often a margin is right.
    pub confidence: Vec<Step>,
}

/// The frame of a colon.
pub const COLON: u16 = 0;
/// The frame of a verb that is not in the cue table.
pub const UNLISTED: u16 = 1;

impl Pack {
    /// The pack of a language, read once and kept; `None` where it has no cue table.
    #[must_use]
    pub fn of(language: &str) -> Option<&'static Self> {
        type Kept = Vec<(&'static str, OnceLock<Option<Pack>>)>;
        static PACKS: LazyLock<Kept> =
            LazyLock::new(|| lexicon::languages().map(|language| (language, OnceLock::new())).collect());
        let (language, kept) = PACKS.iter().find(|(known, _)| *known == language)?;
        kept.get_or_init(|| Self::read(language)).as_ref()
    }

    /// Reads the lists of a language anew: for the learner, which changes them.
    #[must_use]
    pub fn read(language: &'static str) -> Option<Self> {
        let mut pack = Self {
            language,
            table: WordTable::default(),
            words: Vec::new(),
            classes: FIXED.to_vec(),
            class_numbers: FxHashMap::default(),
            endings: vec![Vec::new(); 256],
            forms: Vec::new(),
            frames: vec![":", "~open"],
            weights: Weights::default(),
            confidence: confidence::table(language),
        };
        pack.read_cues();
        if pack.forms.is_empty() {
            return None;
        }
        pack.read_endings();
        pack.read_words();
        pack.weights = Weights::of(&pack);
        Some(pack)
    }

    fn read_cues(&mut self) {
        let rows: Vec<_> = lexicon::rows(self.language, "cues.txt").filter(|row| row.len() >= 4).collect();
        self.frames.extend(rows.iter().map(|row| row[2]).collect::<std::collections::BTreeSet<_>>());
        self.forms.reserve(rows.len());
        let told: FxHashSet<&str> = lexicon::rows(self.language, "hearer_cues.txt").map(|row| row[0]).collect();
        for row in rows {
            // The first two are not in the lists.
            let frame =
                self.frames.get(2..).and_then(|frames| frames.binary_search(&row[2]).ok()).map_or(0, |at| at + 2);
            self.forms.push(Form {
                text: row[0],
                lemma: row[1],
                frame: u16::try_from(frame).unwrap_or(UNLISTED),
                prior: row[3].parse().unwrap_or(0),
                particle: row.get(4).copied().filter(|word| *word != "-"),
                base: row[0] == row[1],
                hearer: told.contains(row[0]),
            });
        }
    }

    fn read_words(&mut self) {
        let files = ["statement_words.txt", "months.txt"];
        let room: usize = files.iter().map(|file| lexicon::size(self.language, file)).sum();
        self.table = WordTable::with_room(room + self.forms.len());
        for row in lexicon::rows(self.language, "statement_words.txt").filter(|row| row.len() >= 2) {
            let class = Class::fixed(row[1]).filter(|class| *class != Class::WORD);
            let closed = row[1] != "-";
            let own = if closed { u16::try_from(self.classes.len()).map_or(Class::NONE, Class) } else { Class::NONE };
            if closed {
                self.classes.push(row[0]);
            }
            let names = row.get(2).copied().unwrap_or("");
            let roles = names.split(' ').filter_map(Roles::named).fold(Roles::default(), Roles::and);
            self.list(row[0], |word| (word.class, word.own, word.roles) = (class.unwrap_or(Class::NONE), own, roles));
        }
        for row in lexicon::rows(self.language, "months.txt") {
            row.first()
                .into_iter()
                .for_each(|month| self.list(month, |word| word.roles = word.roles.and(Roles::MONTH)));
        }
        for index in 0..self.forms.len() {
            let number = u16::try_from(index + 1).unwrap_or(0);
            self.list(self.forms[index].text, |word| word.form = number);
        }
        for (number, name) in (0..).zip(&self.classes) {
            self.class_numbers.entry(name).or_insert(number);
        }
    }

    /// Adds to what is known of a word.
    fn list(&mut self, text: &'static str, add: impl FnMut(&mut Word)) {
        let at = self.table.add(text);
        if at == self.words.len() {
            let ending = self.ending(text.as_bytes());
            self.words.push(Word { class: Class::NONE, own: Class::NONE, ending, ..Word::default() });
        }
        self.words.get_mut(at).into_iter().for_each(add);
    }

    fn read_endings(&mut self) {
        for row in lexicon::rows(self.language, "statement_suffixes.txt").filter(|row| row.len() == 2) {
            let Some(last) = row[0].bytes().next_back() else { continue };
            let endings = self.endings.get_mut(usize::from(last));
            endings.into_iter().for_each(|endings| endings.push((row[0], ending_named(row[1]))));
        }
        for endings in &mut self.endings {
            endings.sort_by_key(|(ending, _)| (std::cmp::Reverse(ending.len()), *ending));
        }
    }

    /// What the lists say of a lower-case word.
    #[must_use]
    pub fn word(&self, lower: &str) -> Option<Word> {
        self.table.find(lower).and_then(|at| self.words.get(at)).copied()
    }

    /// The same for a word in any case, whose lower case is hashed already.
    #[must_use]
    pub fn word_hashed(&self, word: &[u8], hash: u64) -> Option<Word> {
        self.table.find_hashed(word, hash).and_then(|at| self.words.get(at)).copied()
    }

    /// The cue under a number of [`Word::form`].
    #[must_use]
    pub fn form(&self, number: u16) -> Option<&Form> {
        usize::from(number).checked_sub(1).and_then(|at| self.forms.get(at))
    }

    /// What the word's ending tells.
    #[must_use]
    pub fn ending(&self, word: &[u8]) -> Ending {
        let last = word.last().map(u8::to_ascii_lowercase);
        let endings = last.and_then(|last| self.endings.get(usize::from(last))).map_or(&[][..], Vec::as_slice);
        let fits = |(ending, _): &&(&str, Ending)| {
            let tail = word.len().checked_sub(ending.len()).filter(|before| *before > 0).and_then(|at| word.get(at..));
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
        };
        endings.iter().find(fits).map_or(Ending::None, |(_, class)| *class)
    }

    /// The name of a class.
    #[must_use]
    pub fn class_name(&self, class: Class) -> &'static str {
        self.classes.get(usize::from(class.0)).copied().unwrap_or("?")
    }

    /// The class of this name.
    #[must_use]
    pub fn class_named(&self, name: &str) -> Option<Class> {
        self.class_numbers.get(name).copied().map(Class)
    }
}

fn ending_named(name: &str) -> Ending {
    match name {
        "PAST" => Ending::Past,
        "PARTICIPLE" => Ending::Participle,
        "ADVERBIAL" => Ending::Adverbial,
        "PRESENT" => Ending::Present,
        "NOT" => Ending::Not,
        _ => Ending::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_knows_its_words() {
        let pack = Pack::of("en").expect("is listed");
        let said = pack.word("said").expect("is a cue");
        assert_eq!(pack.form(said.form).map(|form| form.lemma), Some("say"));
        let she = pack.word("she").expect("is closed");
        assert_eq!((she.class, pack.class_name(she.own)), (Class::PRON, "she"));
        assert!(pack.word("has").is_some_and(|word| word.roles.any(Roles::AUXILIARY)));
        assert!(pack.word("harbour").is_none());
        assert_eq!(pack.ending(b"walked"), Ending::Past);
        assert_eq!(pack.ending(b"pass"), Ending::None);
    }

    #[test]
    fn a_language_without_cues_has_no_pack() {
        assert!(Pack::of("xx").is_none());
    }
}
