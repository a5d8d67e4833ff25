//! Words that units have in common: with the body, and word for word with one another.
//!
//! In: the units, their shapes, where the body is. Out: the values [`Place::shared`], `title`, `early` and `echo`. Words are hashes
//! of four letters or more: what a title and its article both say. One pass each; nothing is compared all against all.
//!
//! [`Place::shared`]: super::places::Place::shared

use rustc_hash::{FxBuildHasher, FxHashSet};

use super::places::Places;
use super::shape::Shape;
use super::split::Unit;
use crate::text::chars::{is_cjk, is_letter_or_figure};
use crate::text::lower;

/// What the units say, as hashes: made once, asked often.
pub(super) struct Said {
    words: Vec<u64>,
    /// Where each unit's words begin, and after the last one their count.
    starts: Vec<usize>,
    /// For each unit its letters and digits, whatever their case.
    pub keys: Vec<u64>,
}

impl Said {
    /// Reads the units once.
    pub(super) fn read(units: &[Unit]) -> Self {
        let mut said = Self { words: Vec::new(), starts: vec![0], keys: Vec::with_capacity(units.len()) };
        for unit in units {
            let key = words(unit.line.text.text(), &mut said.words);
            said.keys.push(key);
            said.starts.push(said.words.len());
        }
        said
    }

    /// The words of a unit.
    fn words(&self, at: usize) -> &[u64] {
        self.words.get(self.starts[at]..self.starts[at + 1]).unwrap_or(&[])
    }
}

/// Words of the body, and how many of them each unit has.
pub(super) fn shared(places: &mut Places, said: &Said, units: &[Unit], shapes: &[Shape], first: usize, last: usize) {
    // The first paragraphs have the title's words; a bound keeps the set small.
    const BODY: usize = 12_000;
    let most = said.words.len().min(BODY / 5);
    let mut body: FxHashSet<u64> = FxHashSet::with_capacity_and_hasher(most, FxBuildHasher);
    let mut taken = 0;
    for (at, unit) in units.iter().enumerate().take(last + 1).skip(first) {
        if taken > BODY {
            break;
        }
        taken += unit.line.text.text().len();
        body.extend(said.words(at));
    }
    let mut titles: Vec<(usize, usize)> = Vec::new();
    let mut early = 0;
    for (at, shape) in shapes.iter().enumerate() {
        if shape.width > 400 || (first..=last).contains(&at) && shape.width > 160 {
            continue;
        }
        let all = said.words(at).len();
        let own = said.words(at).iter().filter(|word| body.contains(word)).count();
        places.units[at].shared = (own * 5).checked_div(all).map_or(0, |fifths| 1 + fifths);
        places.units[at].kin = if own <= 4 { own } else { (own + 5) / 2 };
        let titled = (22..=200).contains(&shape.width) && own >= 3 && own * 2 >= all;
        if at <= first + 1 && titled && places.units[at].twin != 1 {
            early += 1;
            places.units[at].early = early.min(4);
        }
        if at <= first + 2 && (16..=220).contains(&shape.width) && own >= 2 {
            titles.push((own * own * 10 / all.max(1), at));
        }
    }
    titles.sort_by(|one, two| two.cmp(one));
    for (rank, (_, at)) in titles.into_iter().take(5).enumerate() {
        places.units[at].title = rank + 1;
    }
}

/// A hash that grows letter by letter; no order of hashes ever reaches the output.
#[derive(Clone, Copy, Default)]
struct Mix(u64);

impl Mix {
    #[inline]
    fn add(&mut self, value: u64) {
        self.0 = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(value + 1);
    }

    /// With its upper bits in its lower ones too.
    fn whole(self) -> u64 {
        self.0 ^ self.0 >> 29
    }
}

/// Hashes of the words that carry meaning (four letters or more, or two characters of a script without spaces), and of
/// all letters and digits together.
fn words(text: &str, found: &mut Vec<u64>) -> u64 {
    let (mut all, mut word) = (Mix::default(), Mix::default());
    let (mut at, mut length, mut before) = (0, 0, None);
    while at < text.len() {
        let bytes = text.as_bytes().get(at..).unwrap_or_default();
        let letters = bytes.iter().map_while(|byte| lower(*byte));
        let plain = letters.fold(0, |count, lower| {
            word.add(lower.into());
            all.add(lower.into());
            count + 1
        });
        (at, length) = (at + plain, length + plain);
        let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        at += next.len_utf8();
        if plain > 0 {
            before = None;
        }
        if is_cjk(next) {
            if is_letter_or_figure(next) {
                next.to_lowercase().for_each(|lower| all.add(lower.into()));
            }
            if let Some(before) = before.replace(next) {
                let mut pair = Mix(1);
                pair.add(u64::from(before));
                pair.add(next.into());
                found.push(pair.whole());
            }
            continue;
        }
        before = None;
        if !next.is_ascii() && is_letter_or_figure(next) {
            length += 1;
            for lower in next.to_lowercase() {
                word.add(lower.into());
                all.add(lower.into());
            }
            continue;
        }
        keep(&mut word, &mut length, found);
    }
    keep(&mut word, &mut length, found);
    all.whole()
}

/// Ends a word; one of four letters or more is kept.
fn keep(word: &mut Mix, length: &mut usize, found: &mut Vec<u64>) {
    if *length >= 4 {
        found.push(word.whole());
    }
    (*word, *length) = (Mix::default(), 0);
}

/// Words that must follow one another for an echo.
const ECHO: usize = 4;

/// Which units say what others say word for word: display quotes, headlines in breadcrumbs, teasers.
pub(super) fn echoes(places: &mut Places, said: &Said, shapes: &[Shape]) {
    let chain = |at: usize| {
        let words = if shapes[at].width >= 18 { said.words(at) } else { &[] };
        words.windows(ECHO).map(|words| {
            let mut link = Mix::default();
            words.iter().for_each(|word| link.add(*word));
            link.whole()
        })
    };
    let mut owners = Owners::new(said.words.len());
    for at in 0..shapes.len() {
        chain(at).for_each(|link| owners.add(link, at));
    }
    for at in (0..shapes.len()).filter(|at| shapes[*at].width <= 400) {
        let all = chain(at).len();
        if all == 0 {
            continue;
        }
        let shared = chain(at).filter(|link| owners.several(*link)).count();
        places.units[at].echo = match shared {
            0 => 1,
            _ if shared == all => 3,
            _ => 2,
        };
    }
}

/// Which unit a chain of words stands in, or that several hold it. Open addressing: one look a chain.
struct Owners {
    slots: Vec<(u64, usize)>,
    shift: u32,
}

impl Owners {
    const FREE: usize = usize::MAX;
    const MANY: usize = usize::MAX - 1;

    fn new(most: usize) -> Self {
        let bits = (most * 2).next_power_of_two().trailing_zeros().max(4);
        Self { slots: vec![(0, Self::FREE); 1 << bits], shift: 64 - bits }
    }

    fn slot(&self, link: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from(link.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift).unwrap_or(0);
        while self.slots[at & mask].1 != Self::FREE && self.slots[at & mask].0 != link {
            at += 1;
        }
        at & mask
    }

    fn add(&mut self, link: u64, unit: usize) {
        let at = self.slot(link);
        let slot = &mut self.slots[at];
        *slot = match slot.1 {
            Self::FREE => (link, unit),
            owner if owner == unit => *slot,
            _ => (link, Self::MANY),
        };
    }

    fn several(&self, link: u64) -> bool {
        self.slots[self.slot(link)].1 == Self::MANY
    }
}
