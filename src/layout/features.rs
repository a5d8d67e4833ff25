//! The named features of the role model: what a unit and its neighbours show, singly and together.
//!
//! In: [`Evidence`] of every unit. Out: for each unit the numbers of the features that fire; [`names`] tells what each
//! number means (`0.size=3`, `-1.stamp=1`, `0.place=5,0.size=2`: the unit itself, the one before, two values together).
//! A template asks one question or several at once, of the unit (0) or of one that stands so many before or after.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::evidence::{COUNTS, Evidence, Family, NAMES};

type Template = &'static [(i8, Family)];

/// Families asked of the unit alone.
const OWN: [Family; 40] = [
    Family::Length,
    Family::Size,
    Family::End,
    Family::Stop,
    Family::Start,
    Family::Case,
    Family::Sentences,
    Family::Inner,
    Family::Digits,
    Family::Quotes,
    Family::Mark,
    Family::Link,
    Family::Gap,
    Family::Indent,
    Family::Byline,
    Family::Stamp,
    Family::Credit,
    Family::Dateline,
    Family::Person,
    Family::Label,
    Family::Opening,
    Family::Note,
    Family::Twin,
    Family::Repeat,
    Family::Shared,
    Family::Place,
    Family::Order,
    Family::Run,
    Family::Title,
    Family::Top,
    Family::Named,
    Family::Early,
    Family::Echo,
    Family::Tail,
    Family::Kin,
    Family::Ahead,
    Family::Pose,
    Family::Section,
    Family::Untitled,
    Family::Branded,
];

/// Families asked of the neighbours too.
const NEAR: [Family; 22] = [
    Family::Size,
    Family::Stop,
    Family::End,
    Family::Start,
    Family::Case,
    Family::Mark,
    Family::Link,
    Family::Byline,
    Family::Stamp,
    Family::Credit,
    Family::Person,
    Family::Label,
    Family::Opening,
    Family::Indent,
    Family::Twin,
    Family::Title,
    Family::Shared,
    Family::Gap,
    Family::Early,
    Family::Tail,
    Family::Pose,
    Family::Section,
];

/// Families asked two units away.
const FAR: [Family; 9] = [
    Family::Size,
    Family::Stop,
    Family::Byline,
    Family::Stamp,
    Family::Credit,
    Family::Title,
    Family::Link,
    Family::Label,
    Family::Opening,
];

/// Questions asked together.
const JOINT: [Template; 35] = [
    &[(0, Family::Size), (0, Family::Stop), (0, Family::Start)],
    &[(0, Family::Place), (0, Family::Size)],
    &[(0, Family::Place), (0, Family::Stop), (0, Family::Size)],
    &[(-1, Family::Size), (0, Family::Size), (1, Family::Size)],
    &[(0, Family::Size), (1, Family::Size), (1, Family::Stop)],
    &[(0, Family::Size), (-1, Family::Size), (-1, Family::Stop)],
    &[(0, Family::Size), (0, Family::Case)],
    &[(0, Family::Size), (0, Family::Mark)],
    &[(0, Family::Mark), (0, Family::Link)],
    &[(0, Family::Size), (0, Family::Link)],
    &[(0, Family::Size), (0, Family::Shared)],
    &[(0, Family::Title), (0, Family::Place)],
    &[(0, Family::Title), (0, Family::Size)],
    &[(0, Family::Top), (0, Family::Title)],
    &[(0, Family::Indent), (0, Family::Size), (0, Family::Stop)],
    &[(-1, Family::Indent), (0, Family::Indent), (1, Family::Indent)],
    &[(0, Family::Twin), (0, Family::Size)],
    &[(0, Family::Twin), (0, Family::Link)],
    &[(0, Family::Byline), (0, Family::Place)],
    &[(0, Family::Stamp), (0, Family::Place)],
    &[(0, Family::Credit), (0, Family::Size)],
    &[(0, Family::Credit), (-1, Family::Twin)],
    &[(-1, Family::Link), (0, Family::Size)],
    &[(-1, Family::Link), (0, Family::Credit)],
    &[(-1, Family::Size), (0, Family::Twin)],
    &[(0, Family::Gap), (0, Family::Size)],
    &[(0, Family::Run), (0, Family::Size)],
    &[(0, Family::Run), (0, Family::Place)],
    &[(-1, Family::Opening), (0, Family::Size)],
    &[(0, Family::Repeat), (0, Family::Size)],
    &[(0, Family::Early), (0, Family::Twin)],
    &[(0, Family::Echo), (0, Family::Size)],
    &[(0, Family::Tail), (0, Family::Size)],
    &[(0, Family::Tail), (0, Family::Twin)],
    &[(0, Family::Pose), (0, Family::Size)],
];

/// The most questions asked together.
const MOST: usize = 3;

struct Table {
    templates: Vec<Vec<(i8, Family)>>,
    /// The families by their names.
    families: FxHashMap<&'static [u8], Family>,
    /// The place of each template.
    numbers: FxHashMap<u32, usize>,
    /// The templates of one question, which stand first: where its value stands in the rows of five units.
    single: Vec<usize>,
    /// The templates of several questions, as many for each: where its value stands in the rows of five units, and what it
    /// counts in the number. Where a template asks less, its first question stands again and counts nothing.
    joint: Vec<[(usize, u32); MOST]>,
    /// The number of each template's first feature, and after the last one their count.
    bases: Vec<u32>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut templates: Vec<Vec<(i8, Family)>> = OWN.iter().map(|family| vec![(0, *family)]).collect();
    for offset in [-1, 1] {
        templates.extend(NEAR.iter().map(|family| vec![(offset, *family)]));
    }
    for offset in [-2, 2] {
        templates.extend(FAR.iter().map(|family| vec![(offset, *family)]));
    }
    templates.extend(JOINT.iter().map(|template| template.to_vec()));
    let mut bases = vec![0];
    let mut base = 0;
    for template in &templates {
        base += template.iter().map(|(_, family)| COUNTS[*family as usize] + 1).product::<usize>();
        bases.push(u32::try_from(base).unwrap_or(u32::MAX));
    }
    let place =
        |(offset, family): &(i8, Family)| usize::try_from(offset + 2).unwrap_or(0) * NAMES.len() + *family as usize;
    let (single, several): (Vec<_>, Vec<_>) = templates.iter().partition(|template| template.len() == 1);
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
    let joint = joint.collect();
    let numbers = templates.iter().enumerate().map(|(at, template)| (question(template), at));
    let families = OWN.iter().map(|family| (NAMES[*family as usize].as_bytes(), *family)).collect();
    Table { families, numbers: numbers.collect(), single, joint, templates, bases }
});

/// A template as one number: ten bits a question.
fn question(asked: &[(i8, Family)]) -> u32 {
    asked.iter().fold(1, |all, (offset, family)| {
        all << 10 | u32::from(offset.unsigned_abs()) << 7 | u32::from(*offset < 0) << 6 | *family as u32
    })
}

/// How many features there are.
#[must_use]
pub fn count() -> usize {
    TABLE.bases.last().map_or(0, |count| *count as usize)
}

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
    let mut fired = Fired::default();
    // Beyond the ends of the article a family has a value of its own.
    let beyond = [COUNTS.map(|count| u8::try_from(count).unwrap_or(u8::MAX)); 2];
    let mut rows = Vec::with_capacity(all.len() + 4);
    rows.extend(beyond);
    rows.extend(all.iter().map(|evidence| evidence.values));
    rows.extend(beyond);
    let table = &*TABLE;
    let (first, rest) = table.bases.split_at(table.single.len());
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

/// The number of the feature of this name.
#[must_use]
pub fn number(name: &str) -> Option<usize> {
    let mut asked = [(0, Family::Length); MOST];
    let (mut length, mut index) = (0, 0);
    for part in name.as_bytes().split(|byte| *byte == b',') {
        let equal = part.iter().position(|byte| *byte == b'=')?;
        let dot = part.iter().position(|byte| *byte == b'.').filter(|dot| *dot < equal)?;
        let family = *TABLE.families.get(&part[dot + 1..equal])?;
        let count = COUNTS[family as usize];
        let value = match &part[equal + 1..] {
            b"none" => count,
            digits => decimal(digits).map(usize::from).filter(|value| *value < count)?,
        };
        index = index * (count + 1) + value;
        let offset = match part[..dot].split_first() {
            Some((b'-', digits)) => -i8::try_from(decimal(digits)?).ok()?,
            _ => i8::try_from(decimal(&part[..dot])?).ok()?,
        };
        *asked.get_mut(length)? = (offset, family);
        length += 1;
    }
    let template = *TABLE.numbers.get(&question(asked.get(..length)?))?;
    Some(*TABLE.bases.get(template)? as usize + index)
}

fn decimal(digits: &[u8]) -> Option<u8> {
    let any = !digits.is_empty() && digits.len() <= 2 && digits.iter().all(u8::is_ascii_digit);
    any.then(|| digits.iter().fold(0, |value, digit| value * 10 + (digit - b'0')))
}

/// What each feature means.
#[must_use]
pub fn names() -> Vec<String> {
    let mut names = Vec::with_capacity(count());
    for template in &TABLE.templates {
        let size: usize = template.iter().map(|(_, family)| COUNTS[*family as usize] + 1).product();
        for index in 0..size {
            let mut rest = index;
            let mut parts = Vec::new();
            for (offset, family) in template.iter().rev() {
                let count = COUNTS[*family as usize] + 1;
                let value = rest % count;
                rest /= count;
                let shown = if value + 1 == count { "none".to_owned() } else { value.to_string() };
                parts.push(format!("{offset}.{}={shown}", NAMES[*family as usize]));
            }
            parts.reverse();
            names.push(parts.join(","));
        }
    }
    names
}
