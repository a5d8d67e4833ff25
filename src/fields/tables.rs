//! The word lists that the grammars ask, read once per language and kept.
//!
//! In: an ISO 639-1 code (any other string asks the lists of every language together). Out: [`Tables`]. A language's
//! tables hold English too, because pages of every language print English labels.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;
use crate::text::chars::is_cjk;

/// One list with whole words as keys and its second column as value.
#[derive(Debug, Default)]
pub(super) struct Words(FxHashMap<&'static str, &'static str>);

impl Words {
    /// The value of `word` in whatever case it is printed.
    pub(super) fn get(&self, word: &str) -> Option<&'static str> {
        self.0.get(lower(word).as_ref()).copied()
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    fn add(&mut self, language: &str, name: &str) {
        for row in lexicon::rows(language, &format!("{name}.txt")) {
            let mut columns = row.into_iter();
            if let Some(word) = columns.next() {
                self.0.entry(word).or_insert(columns.next().unwrap_or(""));
            }
        }
    }
}

/// One list with phrases that are looked for at the start or the end of a stretch.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_head: FxHashMap<Edge, Vec<(&'static str, &'static str)>>,
    by_tail: FxHashMap<Edge, Vec<(&'static str, &'static str)>>,
    case_counts: bool,
}

/// The outermost letter of a phrase and the one beside it, where it has one: few phrases share both.
type Edge = (char, Option<char>);

impl Phrases {
    /// The longest phrase that `text` begins with: its length in `text`, and its value. It ends at the border of a word.
    pub(super) fn at(&self, text: &str) -> Option<(usize, &'static str)> {
        let matched = self.sharing(&self.by_head, text.chars()).filter_map(|(phrase, value)| {
            let length = self.covers(text, phrase)?;
            ends_word(text, length).then_some((length, *value))
        });
        matched.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    /// The longest phrase that `text` ends with: where it begins, and its value. It begins at the border of a word.
    pub(super) fn before(&self, text: &str) -> Option<(usize, &'static str)> {
        let matched = self.sharing(&self.by_tail, text.chars().rev()).filter_map(|(phrase, value)| {
            let mut start = text.len();
            let mut left = text.chars().rev();
            for wanted in phrase.chars().rev() {
                let found = left.next()?;
                if self.key(found) != wanted {
                    return None;
                }
                start -= found.len_utf8();
            }
            begins_word(text, start).then_some((start, *value))
        });
        matched.reduce(|best, next| if next.0 < best.0 { next } else { best })
    }

    /// The phrases that have the first one or two letters of `letters` at that edge.
    fn sharing<'a>(
        &self,
        index: &'a FxHashMap<Edge, Vec<(&'static str, &'static str)>>,
        letters: impl Iterator<Item = char>,
    ) -> impl Iterator<Item = &'a (&'static str, &'static str)> {
        let mut letters = letters.map(|found| self.key(found));
        let (outer, inner) = (letters.next(), letters.next());
        let bucket = |inner| outer.and_then(|outer| index.get(&(outer, inner))).map(Vec::as_slice).unwrap_or_default();
        let pairs = if inner.is_some() { bucket(inner) } else { &[] };
        bucket(None).iter().chain(pairs)
    }

    /// The bytes of `text` that `phrase` covers at its start.
    fn covers(&self, text: &str, phrase: &str) -> Option<usize> {
        let mut length = 0;
        let mut left = text.chars();
        for wanted in phrase.chars() {
            let found = left.next()?;
            if self.key(found) != wanted {
                return None;
            }
            length += found.len_utf8();
        }
        Some(length)
    }

    fn key(&self, found: char) -> char {
        match found {
            '\u{a0}' => ' ',
            '’' => '\'',
            _ if self.case_counts => found,
            _ => fold(found),
        }
    }

    fn add(&mut self, language: &str, name: &str) {
        for row in lexicon::rows(language, &format!("{name}.txt")) {
            let mut columns = row.into_iter();
            let Some(phrase) = columns.next() else { continue };
            self.insert(phrase, columns.next().unwrap_or(""));
        }
    }

    fn insert(&mut self, phrase: &'static str, value: &'static str) {
        let (mut head, mut tail) = (phrase.chars(), phrase.chars().rev());
        if let (Some(first), Some(last)) = (head.next(), tail.next()) {
            self.by_head.entry((first, head.next())).or_default().push((phrase, value));
            self.by_tail.entry((last, tail.next())).or_default().push((phrase, value));
        }
    }
}

/// One letter of lower case; letters whose lower case is longer stay.
pub(super) fn fold(found: char) -> char {
    if found.is_ascii() {
        return found.to_ascii_lowercase();
    }
    let mut folded = found.to_lowercase();
    match (folded.next(), folded.next()) {
        (Some(one), None) => one,
        _ => found,
    }
}

/// In lower case, copied only where it is not so already.
pub(super) fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}

/// Whether a word of `text` can end at `at`: no letter follows, or a capital after a small letter (glued lines).
pub(super) fn ends_word(text: &str, at: usize) -> bool {
    let (Some(head), Some(tail)) = (text.get(..at), text.get(at..)) else { return false };
    match (head.chars().next_back(), tail.chars().next()) {
        (Some(last), Some(next)) if next.is_alphabetic() && last.is_alphabetic() => {
            is_cjk(last) || is_cjk(next) || (last.is_lowercase() && next.is_uppercase())
        }
        _ => true,
    }
}

/// Whether a word of `text` can begin at `at`.
pub(super) fn begins_word(text: &str, at: usize) -> bool {
    ends_word(text, at)
}

/// All lists of one language.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) openers: Phrases,
    pub(super) roles: Words,
    pub(super) desks: Words,
    pub(super) joiners: Words,
    pub(super) tails: Phrases,
    pub(super) buttons: Phrases,
    pub(super) counters: Words,
    pub(super) months: Words,
    pub(super) weekdays: Phrases,
    pub(super) date_labels: Phrases,
    pub(super) date_links: Words,
    pub(super) date_marks: Phrases,
    pub(super) time_words: Phrases,
    pub(super) age_units: Words,
    pub(super) ago: Phrases,
    pub(super) credit_labels: Phrases,
    pub(super) qualifiers: Phrases,
    pub(super) refusals: Phrases,
    pub(super) honorifics: Words,
    pub(super) not_names: Words,
    /// Whether a place and a full stop may open an article.
    pub(super) full_stop_places: bool,
}

impl Tables {
    fn add(&mut self, language: &str) {
        self.openers.add(language, "byline_openers");
        self.roles.add(language, "byline_roles");
        self.desks.add(language, "desks");
        self.joiners.add(language, "joiners");
        self.tails.add(language, "byline_tails");
        self.buttons.add(language, "byline_buttons");
        self.counters.add(language, "counters");
        self.months.add(language, "months");
        self.weekdays.add(language, "weekdays");
        self.date_labels.add(language, "date_labels");
        self.date_links.add(language, "date_links");
        self.date_marks.add(language, "date_marks");
        self.time_words.add(language, "time_words");
        self.age_units.add(language, "age_units");
        self.ago.add(language, "ago_words");
        self.credit_labels.add(language, "credit_labels");
        self.qualifiers.add(language, "credit_qualifiers");
        self.refusals.add(language, "dateline_refusals");
        self.honorifics.add(language, "honorifics");
        self.not_names.add(language, "not_names");
        self.full_stop_places |= !lexicon::list(language, "full_stop_places").is_empty();
    }
}

/// Lists that hold in every language.
#[derive(Debug, Default)]
pub(super) struct Common {
    pub(super) agencies: Phrases,
    pub(super) organisations: Words,
    pub(super) particles: Words,
    pub(super) suffixes: Words,
    pub(super) inner_capitals: Words,
    pub(super) places: Words,
    pub(super) regions: Words,
    pub(super) given_names: Words,
    pub(super) zones: Vec<(&'static str, i16, bool)>,
    pub(super) surnames: Words,
}

/// The tables of one language, English with them.
pub(super) fn of(language: &str) -> &'static Tables {
    static KEPT: LazyLock<BTreeMap<&'static str, Tables>> = LazyLock::new(|| {
        let mut kept = BTreeMap::from([("", Tables::default())]);
        for language in lexicon::languages() {
            let mut own = Tables::default();
            own.add(language);
            if language != "en" {
                own.add("en");
            }
            kept.insert(language, own);
            if let Some(every) = kept.get_mut("") {
                every.add(language);
            }
        }
        kept
    });
    static NONE: LazyLock<Tables> = LazyLock::new(Tables::default);
    KEPT.get(language).or_else(|| KEPT.get("")).unwrap_or(&NONE)
}

/// The lists that hold in every language.
pub(super) fn common() -> &'static Common {
    static KEPT: LazyLock<Common> = LazyLock::new(|| {
        let mut kept = Common::default();
        kept.agencies.case_counts = true;
        kept.agencies.add("mul", "agencies");
        for row in lexicon::rows("mul", "agencies.txt") {
            // Longer names are met in capitals too; the copies live as long as the lists.
            if let [name, kind, ..] = row.as_slice() {
                let capitals = name.to_uppercase();
                if name.len() > 3 && capitals != *name {
                    kept.agencies.insert(Box::leak(capitals.into_boxed_str()), kind);
                }
            }
        }
        kept.organisations.add("mul", "organisations");
        kept.particles.add("mul", "name_particles");
        kept.suffixes.add("mul", "name_suffixes");
        kept.inner_capitals.add("mul", "inner_capitals");
        kept.places.add("mul", "places");
        kept.regions.add("mul", "regions");
        kept.given_names.add("mul", "given_names");
        for language in ["ja", "ko", "zh"] {
            kept.surnames.add(language, "surnames");
        }
        for row in lexicon::rows("mul", "zones.txt") {
            if let [name, minutes, rest @ ..] = row.as_slice() {
                kept.zones.push((name, minutes.parse().unwrap_or(0), !rest.is_empty()));
            }
        }
        kept
    });
    &KEPT
}
