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

/// The rows of five units, a place a value: as many as a byte counts.
type Near = [u8; 256];

/// The templates as `fire` asks them, with the number of the first feature of each.
struct Table {
    /// The templates of one question, which stand first: where its value stands.
    single: Vec<(u8, u32)>,
    /// The templates of several questions, as many for each.
    joint: Vec<(Joint, u32)>,
}

/// Where the values of questions asked together stand, and what each counts in the number. Where a template asks less, its
/// first question stands again and counts nothing.
type Joint = [(u8, u16); MOST];

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let place = |(offset, family): &(i8, Family)| {
        let row = usize::try_from(offset + 2).unwrap_or(0);
        u8::try_from(row * NAMES.len() + *family as usize).unwrap_or(u8::MAX)
    };
    let mut table = Table { single: Vec::new(), joint: Vec::new() };
    for (template, base) in TEMPLATES.all.iter().zip(&TEMPLATES.bases) {
        if let [question] = template.as_slice() {
            table.single.push((place(question), *base));
            continue;
        }
        let mut asked = [(template.first().map_or(u8::MAX, place), 0); MOST];
        let mut counts = 1;
        for (slot, question) in asked.iter_mut().zip(template.iter().rev()) {
            *slot = (place(question), counts);
            counts *= u16::try_from(COUNTS[question.1 as usize] + 1).unwrap_or(1);
        }
        table.joint.push((asked, *base));
    }
    table
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
    let mut near: Near = [0; 256];
    for five in rows.windows(5).map(<[_]>::as_flattened) {
        near[..five.len()].copy_from_slice(five);
        let value = |place: u8| near[usize::from(place)];
        fired.starts.push(fired.all.len());
        for (place, base) in &table.single {
            if value(*place) > 0 {
                fired.all.push(base + u32::from(value(*place)));
            }
        }
        for (asked, base) in &table.joint {
            let [one, two, three] = asked.map(|(place, counts)| u32::from(value(place)) * u32::from(counts));
            if one + two + three > 0 {
                fired.all.push(base + one + two + three);
            }
        }
    }
    fired
}
