//! The named features of the role model: what a unit and its neighbours show, singly and together.
//!
//! In: [`Evidence`] of every unit. Out: for each unit the numbers of the features that fire; [`names`] tells what each
//! number means (`0.size=3`, `-1.stamp=1`, `0.place=5,0.size=2`: the unit itself, the one before, two values together).
//! Which questions are asked is told by `templates`.

use std::sync::LazyLock;

use super::evidence::Evidence;
use super::families::{COUNTS, Family, NAMES};
use super::templates::{MOST, TEMPLATES};
pub use super::templates::{count, names, number};

/// The templates as `fire` asks them.
struct Table {
    /// The templates of one question, which stand first: where its value stands in the rows of five units.
    single: Vec<usize>,
    /// The templates of several questions, as many for each: where its value stands in the rows of five units, and what it
    /// counts in the number. Where a template asks less, its first question stands again and counts nothing.
    joint: Vec<[(usize, u32); MOST]>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let place =
        |(offset, family): &(i8, Family)| usize::try_from(offset + 2).unwrap_or(0) * NAMES.len() + *family as usize;
    let (single, several): (Vec<_>, Vec<_>) = TEMPLATES.all.iter().partition(|template| template.len() == 1);
    let single = single.iter().filter_map(|template| template.first().map(place)).collect();
    let joint = several.iter().filter_map(|template| {
        let mut asked = [(place(template.first()?), 0); MOST];
        let mut counts = 1;
        for (slot, question) in asked.iter_mut().zip(template.iter().rev()) {
            *slot = (place(question), counts);
            counts *= u32::try_from(COUNTS[question.1 as usize] + 1).unwrap_or(1);
        }
        Some(asked)
    });
    Table { single, joint: joint.collect() }
});

/// The features that fire, all units in one list, and where each unit's begin.
#[derive(Clone, Debug, Default)]
pub struct Fired {
    all: Vec<u32>,
    starts: Vec<usize>,
}

impl Fired {
    /// The features of every unit, in order.
    pub fn units(&self) -> impl Iterator<Item = &[u32]> {
        let ends = self.starts.iter().skip(1).copied().chain([self.all.len()]);
        self.starts.iter().zip(ends).map(|(start, end)| self.all.get(*start..end).unwrap_or(&[]))
    }
}

/// Makes the features of every unit.
pub(super) fn fire(all: &[Evidence]) -> Fired {
    // Fewer fire than there are templates, mostly two thirds of them.
    let all_fire = all.len() * TEMPLATES.all.len();
    let mut fired = Fired { all: Vec::with_capacity(all_fire * 3 / 4), starts: Vec::with_capacity(all.len()) };
    // Beyond the ends of the article a family has a value of its own.
    let beyond = [COUNTS.map(|count| u8::try_from(count).unwrap_or(u8::MAX)); 2];
    let mut rows = Vec::with_capacity(all.len() + 4);
    rows.extend(beyond);
    rows.extend(all.iter().map(|evidence| evidence.values));
    rows.extend(beyond);
    let table = &*TABLE;
    let (first, rest) = TEMPLATES.bases.split_at(table.single.len());
    for near in rows.windows(5).map(<[_]>::as_flattened) {
        fired.starts.push(fired.all.len());
        for (place, base) in table.single.iter().zip(first) {
            if near[*place] > 0 {
                fired.all.push(base + u32::from(near[*place]));
            }
        }
        for (asked, base) in table.joint.iter().zip(rest) {
            let values = asked.map(|(place, _)| u32::from(near[place]));
            if values != [0; MOST] {
                let counted = values.iter().zip(asked).map(|(value, (_, counts))| value * counts);
                fired.all.push(base + counted.sum::<u32>());
            }
        }
    }
    fired
}
