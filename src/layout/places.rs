//! Where a unit stands among the others: before, in or after the body; said again elsewhere; of the body's words.
//!
//! In: the units and their shapes. Out: [`Places`], a set of small values a unit. One pass each; nothing is compared
//! all against all.
//!
//! The body is looked for as the stretch in which long sentences outweigh short lines (the best sum of a run, in one
//! pass). It is a first guess, which the role model may overrule: it serves to say `just before the body`, and which
//! words are the article's own, so that its title can be told from other articles' titles.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::common::{Said, echoes, shared};
use super::shape::Shape;
use super::split::Unit;

/// Values of one unit, 0 where there is nothing to say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// Against the indentation that most of the body has: 1 the same, 2 to 3 deeper, 4 to 5 less.
    pub indent: usize,
    /// 1 equals the unit before, 2 the next; 3 begins or is begun by the one before, 4 the next.
    pub twin: usize,
    /// 1 said again later, 2 said before, 3 both, 4 many times.
    pub repeat: usize,
    /// How many of its words are the body's, in fifths from 1.
    pub shared: usize,
    /// How many, in steps: none, one, two, three, four, five or six, more.
    pub kin: usize,
    /// 1 to 5 before the body, 6 to 9 in it, 10 to 12 after.
    pub place: usize,
    /// How many short lines stand together here.
    pub run: usize,
    /// Rank among the lines before the body that could be its title, 1 the best.
    pub title: usize,
    /// 1 the only heading of the first level, 2 the first of several, 3 another.
    pub top: usize,
    /// Place among the lines before the body that have enough of its words to be its title, from the first.
    pub early: usize,
    /// How much of it stands in other units word for word: 1 none, 2 some, 3 all.
    pub echo: usize,
}

/// Values of all units.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// One a unit.
    pub units: Vec<Place>,
}

/// Finds them.
pub(super) fn find(units: &[Unit], shapes: &[Shape]) -> Places {
    let mut places = Places { units: vec![Place::default(); units.len()] };
    let (first, last) = body(shapes);
    relative(&mut places, first, last);
    indents(&mut places, units, first, last);
    let said = Said::read(units);
    repeats(&mut places, &said.keys, units, shapes);
    runs(&mut places, shapes);
    shared(&mut places, &said, units, shapes, first, last);
    tops(&mut places, units);
    echoes(&mut places, &said, shapes);
    places
}

/// The stretch of units in which long sentences outweigh short lines.
fn body(shapes: &[Shape]) -> (usize, usize) {
    let worth = |shape: &Shape| -> i64 {
        let width = i64::try_from(shape.width.min(400)).unwrap_or(400);
        match (shape.width, shape.stop) {
            (100.., true) => width / 4,
            (50.., true) => 12,
            (0..=60, false) => -18,
            (_, false) => -10,
            _ => -4,
        }
    };
    let (mut best, mut sum, mut start, mut found) = (0, 0, 0, (0, 0));
    for (at, shape) in shapes.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, at);
        }
        sum += worth(shape);
        if sum > best {
            (best, found) = (sum, (start, at));
        }
    }
    found
}

fn relative(places: &mut Places, first: usize, last: usize) {
    for (at, place) in places.units.iter_mut().enumerate() {
        place.place = match at {
            _ if at < first => match first - at {
                1 => 5,
                2..=3 => 4,
                4..=8 => 3,
                9..=20 => 2,
                _ => 1,
            },
            _ if at > last => match at - last {
                1..=2 => 10,
                3..=8 => 11,
                _ => 12,
            },
            _ if at == last => 9,
            _ if at == first => 6,
            _ if at <= first + 3 => 7,
            _ => 8,
        };
    }
}

fn indents(places: &mut Places, units: &[Unit], first: usize, last: usize) {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for unit in units.iter().take(last + 1).skip(first) {
        *widths.entry(unit.line.indent).or_default() += unit.line.text.text().len();
    }
    // The widest share; of equals the smaller indentation.
    let narrow = widths.range(..=200);
    let Some((&common, _)) = narrow.max_by_key(|(indent, width)| (**width, std::cmp::Reverse(**indent))) else {
        return;
    };
    if common == 0 && units.iter().all(|unit| unit.line.indent == 0) {
        return;
    }
    for (place, unit) in places.units.iter_mut().zip(units) {
        place.indent = match unit.line.indent {
            indent if indent == common => 1,
            indent if indent > common + 4 => 3,
            indent if indent > common => 2,
            indent if indent + 4 < common => 5,
            _ => 4,
        };
    }
}

fn repeats(places: &mut Places, keys: &[u64], units: &[Unit], shapes: &[Shape]) {
    let mut counts: FxHashMap<u64, [usize; 3]> = FxHashMap::default();
    for (at, (key, shape)) in keys.iter().zip(shapes).enumerate() {
        if shape.width >= 4 {
            let seen = counts.entry(*key).or_insert([0, at, at]);
            seen[0] += 1;
            seen[2] = at;
        }
    }
    for at in 0..units.len() {
        let Some(&[count, first, last]) = counts.get(&keys[at]) else { continue };
        places.units[at].repeat = match (count, at > first, at < last) {
            (4.., ..) => 4,
            (_, true, true) => 3,
            (_, true, false) => 2,
            (_, false, true) => 1,
            _ => 0,
        };
        let begins = |one: &str, two: &str| one.len() >= 8 && two.starts_with(one.trim_end_matches(['.', '…']));
        let text = units[at].line.text.text();
        let before = at.checked_sub(1).map_or("", |before| units[before].line.text.text());
        let after = units.get(at + 1).map_or("", |after| after.line.text.text());
        places.units[at].twin = match () {
            () if at > 0 && keys[at] == keys[at - 1] => 1,
            () if keys.get(at + 1) == Some(&keys[at]) => 2,
            () if begins(text, before) || begins(before, text) => 3,
            () if begins(text, after) || begins(after, text) => 4,
            () => 0,
        };
    }
}

fn runs(places: &mut Places, shapes: &[Shape]) {
    let mut start = 0;
    for at in 0..=shapes.len() {
        if shapes.get(at).is_some_and(|shape| shape.width < 70 && !shape.stop) {
            continue;
        }
        let run = match at - start {
            0 | 1 => 0,
            2..=3 => 1,
            4..=6 => 2,
            7..=14 => 3,
            _ => 4,
        };
        for place in &mut places.units[start..at] {
            place.run = run;
        }
        start = at + 1;
    }
}

fn tops(places: &mut Places, units: &[Unit]) {
    let count = units.iter().filter(|unit| unit.line.heading == 1).count();
    let mut seen = 0;
    for (place, unit) in places.units.iter_mut().zip(units) {
        if unit.line.heading == 1 {
            seen += 1;
            place.top = if count == 1 {
                1
            } else if seen == 1 {
                2
            } else {
                3
            };
        }
    }
}
