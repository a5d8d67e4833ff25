//! The word lists that the grammars ask, read once per language and kept.
//!
//! In: an ISO 639-1 code (any other string asks the lists of every language together). Out: [`Tables`]. A language's
//! tables hold English too, because pages of every language print English labels. How a list is asked: `words`,
//! `phrases`; what refuses nearly every place in a text before a list is asked: `gate`.

mod gate;
mod letters;
mod phrases;
mod words;

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

pub(super) use self::gate::Heads;
pub(super) use self::letters::{begins_word, ends_word, letters};
pub(super) use self::phrases::Phrases;
pub(super) use self::words::{Asked, Words};
use crate::lexicon;

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
        self.add_makers(language);
        self.openers.add(language, "byline_openers");
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
        self.refusals.add(language, "dateline_refusals");
        self.full_stop_places |= !lexicon::list(language, "full_stop_places").is_empty();
    }

    /// What names and credits are told by.
    fn add_makers(&mut self, language: &str) {
        self.roles.add(language, "byline_roles");
        self.desks.add(language, "desks");
        self.joiners.add(language, "joiners");
        self.credit_labels.add(language, "credit_labels");
        self.qualifiers.add(language, "credit_qualifiers");
        self.honorifics.add(language, "honorifics");
        self.not_names.add(language, "not_names");
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
    // Boxed: a place for each language is made at the start, its tables are not.
    static KEPT: LazyLock<FxHashMap<&'static str, OnceLock<Box<Tables>>>> =
        LazyLock::new(|| lexicon::languages().map(|language| (language, OnceLock::new())).collect());
    static ALL: LazyLock<Tables> = LazyLock::new(|| together(Tables::add));
    let read = |language: &str| {
        let mut own = Tables::default();
        own.add(language);
        if language != "en" {
            own.add("en");
        }
        Box::new(own)
    };
    KEPT.get(language).map_or_else(|| &*ALL, |tables| tables.get_or_init(|| read(language)))
}

/// What names and credits are told by, of every language together; the other lists are empty here.
pub(super) fn makers() -> &'static Tables {
    static KEPT: LazyLock<Tables> = LazyLock::new(|| together(Tables::add_makers));
    &KEPT
}

fn together(add: fn(&mut Tables, &str)) -> Tables {
    let mut all = Tables::default();
    lexicon::languages().for_each(|language| add(&mut all, language));
    all
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
            if let [name, kind, ..] = &*row {
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
            if let [name, minutes, rest @ ..] = &*row {
                kept.zones.push((name, minutes.parse().unwrap_or(0), !rest.is_empty()));
            }
        }
        kept
    });
    &KEPT
}
