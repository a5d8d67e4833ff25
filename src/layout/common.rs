//! Words that units have in common: with the body, and word for word with one another.
//!
//! In: the units, their shapes, where the body is. Out: the values [`Place::shared`], `title`, `early` and `echo`. Words are hashes
//! of four letters or more: what a title and its article both say. One pass each; nothing is compared all against all.
//!
//! [`Place::shared`]: super::places::Place::shared

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use super::places::Places;
use super::shape::Shape;
use super::split::Unit;
use crate::text::chars::is_cjk;

type Set = HashSet<u64, BuildHasherDefault<DefaultHasher>>;

/// Words of the body, and how many of them each unit has.
pub(super) fn shared(places: &mut Places, units: &[Unit], shapes: &[Shape], first: usize, last: usize) {
    let mut body = Set::default();
    let mut taken = 0;
    for unit in units.iter().take(last + 1).skip(first) {
        // The first paragraphs have the title's words; a bound keeps the set small.
        if taken > 12_000 {
            break;
        }
        let text = unit.line.text.text();
        taken += text.len();
        words(text, |word| {
            body.insert(word);
        });
    }
    let mut titles: Vec<(usize, usize)> = Vec::new();
    let mut early = 0;
    for (at, (unit, shape)) in units.iter().zip(shapes).enumerate() {
        if shape.width > 400 || (first..=last).contains(&at) && shape.width > 160 {
            continue;
        }
        let (mut all, mut own) = (0usize, 0usize);
        words(unit.line.text.text(), |word| {
            all += 1;
            own += usize::from(body.contains(&word));
        });
        places.units[at].shared = (own * 5).checked_div(all).map_or(0, |fifths| 1 + fifths);
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

/// Hashes of the words that carry meaning: four letters or more, or two characters of a script without spaces.
fn words(text: &str, mut found: impl FnMut(u64)) {
    let mut hasher = DefaultHasher::default();
    let (mut length, mut before) = (0, None);
    for next in text.chars().chain([' ']) {
        if is_cjk(next) {
            if let Some(before) = before.replace(next) {
                let mut pair = DefaultHasher::default();
                (before, next).hash(&mut pair);
                found(pair.finish());
            }
            continue;
        }
        before = None;
        if next.is_alphanumeric() {
            length += 1;
            next.to_lowercase().for_each(|lower| lower.hash(&mut hasher));
        } else if length > 0 {
            if length >= 4 {
                found(hasher.finish());
            }
            (hasher, length) = (DefaultHasher::default(), 0);
        }
    }
}

/// Words that must follow one another for an echo.
const ECHO: usize = 4;

/// Which units say what others say word for word: display quotes, headlines in breadcrumbs, teasers.
pub(super) fn echoes(places: &mut Places, units: &[Unit], shapes: &[Shape]) {
    const MANY: usize = usize::MAX;
    let mut owners: HashMap<u64, usize, BuildHasherDefault<DefaultHasher>> = HashMap::default();
    let mut chains: Vec<Vec<u64>> = Vec::with_capacity(units.len());
    for (at, (unit, shape)) in units.iter().zip(shapes).enumerate() {
        let mut chain = Vec::new();
        if shape.width >= 18 {
            let mut last = [0u64; ECHO];
            let mut count = 0;
            words(unit.line.text.text(), |word| {
                last.rotate_left(1);
                last[ECHO - 1] = word;
                count += 1;
                if count >= ECHO {
                    let mut hasher = DefaultHasher::default();
                    last.hash(&mut hasher);
                    chain.push(hasher.finish());
                }
            });
        }
        for link in &chain {
            owners.entry(*link).and_modify(|owner| *owner = if *owner == at { at } else { MANY }).or_insert(at);
        }
        chains.push(chain);
    }
    for (at, chain) in chains.iter().enumerate().filter(|(at, chain)| !chain.is_empty() && shapes[*at].width <= 400) {
        let shared = chain.iter().filter(|link| owners.get(link).is_some_and(|owner| *owner != at)).count();
        places.units[at].echo = match shared {
            0 => 1,
            _ if shared == chain.len() => 3,
            _ => 2,
        };
    }
}
