//! The word lists that the grammars ask, read once per language and kept.
//!
//! In: an ISO 639-1 code (any other string asks the lists of every language together). Out: [`Tables`]. A language's
//! tables hold English too, because pages of every language print English labels.

use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use crate::lexicon;
use crate::text::chars::is_cjk;

/// One list with whole words as keys and its second column as value.
#[derive(Debug, Default)]
pub(super) struct Words {
    rows: FxHashMap<&'static [u8], &'static str>,
    /// For each first letter of ASCII the lengths that are listed, as bits: most words are refused by it.
    lengths: Vec<u64>,
    longest: usize,
}

/// The longest word that is put into lower case without a copy on the heap.
const SHORT: usize = 48;

impl Words {
    /// The value of `word` in whatever case it is printed.
    pub(super) fn get(&self, word: &str) -> Option<&'static str> {
        // No letter's lower case is less than a third as long.
        let first = *word.as_bytes().first().filter(|_| word.len() <= 3 * self.longest)?;
        if word.len() > SHORT || !word.is_ascii() {
            return self.rows.get(lower(word).as_bytes()).copied();
        }
        if self.lengths.get(usize::from(first.to_ascii_lowercase()))? >> word.len() & 1 == 0 {
            return None;
        }
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return self.rows.get(word.as_bytes()).copied();
        }
        let mut small = [0; SHORT];
        let small = small.get_mut(..word.len())?;
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        self.rows.get(&*small).copied()
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    fn add(&mut self, language: &str, name: &str) {
        for (word, value) in lexicon::pairs(language, name) {
            self.lengths.resize(128, 0);
            let first = word.as_bytes().first().copied().unwrap_or(0);
            if let Some(lengths) = self.lengths.get_mut(usize::from(first)) {
                *lengths |= 1 << word.len().min(63);
            }
            self.longest = self.longest.max(word.len());
            self.rows.entry(word.as_bytes()).or_insert(value);
        }
    }
}

/// One list with phrases that are looked for at the start or the end of a stretch.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_head: FxHashMap<Edge, Vec<(&'static str, &'static str)>>,
    by_tail: FxHashMap<Edge, Vec<(&'static str, &'static str)>>,
    heads: Gate,
    tails: Gate,
    case_counts: bool,
    /// Whether its phrases are looked for at the end of a stretch too.
    both_ends: bool,
}

/// The first letters of lists: what none of their words begins with.
#[derive(Debug, Default)]
pub(super) struct Heads(Gate);

impl Heads {
    /// Whether a listed word may begin `text`.
    #[inline]
    pub(super) fn may_begin(&self, text: &str) -> bool {
        self.0.lets_text(text, false)
    }

    fn add(&mut self, language: &str, name: &str) {
        for (phrase, _) in lexicon::pairs(language, name) {
            let mut head = phrase.chars();
            if let Some(first) = head.next() {
                self.0.open((first, head.next()));
            }
        }
    }
}

/// The outermost letter of a phrase and the one beside it, where it has one: few phrases share both.
type Edge = (char, Option<char>);

/// Which edges of ASCII are listed, as bits: nearly all places in a text are refused by it.
#[derive(Debug, Default)]
struct Gate {
    alone: u128,
    pairs: Vec<u128>,
    /// Outer letters beyond ASCII, each as one bit of many.
    wide: Vec<u64>,
    wide_any: bool,
}

/// Bits for letters beyond ASCII.
const WIDE: u32 = 4096;

fn wide_bit(found: char) -> (usize, u64) {
    let bit = u32::from(found).wrapping_mul(0x9e37_79b1) >> 20;
    ((bit / 64) as usize, 1 << (bit % 64))
}

impl Gate {
    fn open(&mut self, (outer, inner): Edge) {
        let bit = |found: char| u8::try_from(found).ok().filter(u8::is_ascii);
        self.pairs.resize(128, 0);
        self.wide.resize(WIDE as usize / 64, 0);
        if bit(outer).is_none() {
            let (at, bit) = wide_bit(outer);
            self.wide_any = true;
            self.wide.get_mut(at).into_iter().for_each(|bits| *bits |= bit);
        }
        match (bit(outer), inner.map(bit)) {
            (Some(outer), None) => self.alone |= 1 << outer,
            (Some(outer), Some(Some(inner))) => {
                if let Some(pairs) = self.pairs.get_mut(usize::from(outer)) {
                    *pairs |= 1 << inner;
                }
            }
            _ => {}
        }
    }

    /// Whether a phrase with this outer letter beyond ASCII may be listed.
    fn lets_wide(&self, outer: Option<char>) -> bool {
        // Two marks are read as one of ASCII.
        outer.is_some_and(|outer| {
            let key = if outer < '\u{2E80}' { fold(outer) } else { outer };
            let bits = |found| {
                let (at, bit) = wide_bit(found);
                self.wide.get(at).is_some_and(|bits| bits & bit != 0)
            };
            matches!(outer, '\u{a0}' | '’') || key.is_ascii() || bits(key) || bits(outer)
        })
    }

    /// Whether a phrase may begin `text`.
    #[inline]
    fn lets_text(&self, text: &str, case_counts: bool) -> bool {
        let bytes = text.as_bytes();
        match bytes.first() {
            Some(first) if !first.is_ascii() => self.lets_wide(text.chars().next()),
            first => self.lets(first, bytes.get(1), case_counts),
        }
    }

    /// Whether a phrase with this edge may be listed; of inner letters beyond ASCII it knows nothing.
    #[inline]
    fn lets(&self, outer: Option<&u8>, inner: Option<&u8>, case_counts: bool) -> bool {
        let key = |byte: u8| if case_counts { byte } else { byte.to_ascii_lowercase() };
        let Some(outer) = outer.copied() else { return false };
        let Some(pairs) = self.pairs.get(usize::from(key(outer))) else { return false };
        if self.alone >> key(outer) & 1 == 1 {
            return true;
        }
        match inner.copied() {
            Some(inner) if inner.is_ascii() => pairs >> key(inner) & 1 == 1,
            Some(_) => true,
            None => false,
        }
    }
}

impl Phrases {
    /// The longest phrase that `text` begins with: its length in `text`, and its value. It ends at the border of a word.
    pub(super) fn at(&self, text: &str) -> Option<(usize, &'static str)> {
        if !self.may_begin(text) {
            return None;
        }
        let matched = self.sharing(&self.by_head, text.chars()).filter_map(|(phrase, value)| {
            let length = self.covers(text, phrase)?;
            ends_word(text, length).then_some((length, *value))
        });
        matched.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    /// The longest phrase that `text` ends with: where it begins, and its value. It begins at the border of a word.
    pub(super) fn before(&self, text: &str) -> Option<(usize, &'static str)> {
        let mut bytes = text.as_bytes().iter().rev();
        let last = bytes.next();
        let may = match last {
            Some(byte) if !byte.is_ascii() => self.tails.lets_wide(text.chars().next_back()),
            last => self.tails.lets(last, bytes.next(), self.case_counts),
        };
        if !may {
            return None;
        }
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

    /// Whether a phrase may begin `text`: a look at its first two letters.
    #[inline]
    pub(super) fn may_begin(&self, text: &str) -> bool {
        self.heads.lets_text(text, self.case_counts)
    }

    /// Whether a phrase begins anywhere in `text` where a word can.
    pub(super) fn anywhere(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut before = b' ';
        for (at, &byte) in bytes.iter().enumerate() {
            let inside = before.is_ascii_alphabetic() && !(before.is_ascii_lowercase() && byte.is_ascii_uppercase());
            before = byte;
            if !byte.is_ascii() {
                // The letters behind it may be words of their own.
                if byte & 0xC0 == 0x80 || !self.heads.wide_any {
                    continue;
                }
            } else if inside || !self.heads.lets(Some(&byte), bytes.get(at + 1), self.case_counts) {
                continue;
            }
            let Some(rest) = text.get(at..).filter(|rest| self.may_begin(rest)) else { continue };
            if self.sharing(&self.by_head, rest.chars()).any(|(phrase, _)| self.covers(rest, phrase).is_some()) {
                return true;
            }
        }
        false
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
        if let Some(head) = text.as_bytes().get(..phrase.len()).filter(|head| head.is_ascii()) {
            let key = |byte: &u8| if self.case_counts { *byte } else { byte.to_ascii_lowercase() };
            return head.iter().map(key).eq(phrase.bytes()).then_some(phrase.len());
        }
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
        for (phrase, value) in lexicon::pairs(language, name) {
            self.insert(phrase, value);
        }
    }

    fn insert(&mut self, phrase: &'static str, value: &'static str) {
        let (mut head, mut tail) = (phrase.chars(), phrase.chars().rev());
        if let (Some(first), Some(last)) = (head.next(), tail.next()) {
            let (head, tail) = ((first, head.next()), (last, tail.next()));
            self.heads.open(head);
            self.by_head.entry(head).or_default().push((phrase, value));
            if self.both_ends {
                self.tails.open(tail);
                self.by_tail.entry(tail).or_default().push((phrase, value));
            }
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
    /// Every word above that may stand in a stamp, and those below.
    pub(super) date_words: Heads,
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
        for name in ["months", "weekdays", "date_labels", "date_links", "date_marks", "ago_words"] {
            self.date_words.add(language, name);
        }
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

/// The tables of one language, English with them; those of every language together for a code that has no lists. Each
/// is read when it is first asked for.
pub(super) fn of(language: &str) -> &'static Tables {
    static KEPT: LazyLock<Vec<(&'static str, OnceLock<Tables>)>> =
        LazyLock::new(|| lexicon::languages().map(|language| (language, OnceLock::new())).collect());
    let read = |language| {
        let mut own = Tables::default();
        own.add(language);
        if language != "en" {
            own.add("en");
        }
        own
    };
    let known = KEPT.binary_search_by_key(&language, |(known, _)| known).ok().and_then(|at| KEPT.get(at));
    known.map_or_else(every, |(language, tables)| tables.get_or_init(|| read(language)))
}

/// The tables of every language together.
pub(super) fn every() -> &'static Tables {
    static KEPT: LazyLock<Tables> = LazyLock::new(|| {
        let mut every = Tables::default();
        lexicon::languages().for_each(|language| every.add(language));
        every
    });
    &KEPT
}

/// The lists that hold in every language.
pub(super) fn common() -> &'static Common {
    static KEPT: LazyLock<Common> = LazyLock::new(|| {
        let mut kept = Common::default();
        kept.agencies.case_counts = true;
        kept.agencies.both_ends = true;
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
