//! The features of the role model by name: `0.size=3`, `-1.stamp=1`, `0.place=5,0.size=2`.
//!
//! A template asks one question or several at once, of the unit (0) or of one that stands so many before or after; a feature is
//! a template with values. [`number`] gives a name's number, [`names`] tells what each number means. Read by
//! `src/lexicon/build.rs` too: nothing of the library is used here but the families.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::families::{COUNTS, Family, NAMES};

/// Questions asked together, each of the unit itself (0) or of one that stands so many before or after.
pub(super) type Template = &'static [(i8, Family)];

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
pub(super) const MOST: usize = 3;

/// The templates in order, with the numbers of their features.
#[derive(Debug)]
pub(super) struct Templates {
    /// Those of one question stand first.
    pub all: Vec<Vec<(i8, Family)>>,
    /// The number of each template's first feature, and after the last one their count.
    pub bases: Vec<u32>,
}

/// Every template.
pub(super) static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
    let mut all: Vec<Vec<(i8, Family)>> = OWN.iter().map(|family| vec![(0, *family)]).collect();
    for offset in [-1, 1] {
        all.extend(NEAR.iter().map(|family| vec![(offset, *family)]));
    }
    for offset in [-2, 2] {
        all.extend(FAR.iter().map(|family| vec![(offset, *family)]));
    }
    all.extend(JOINT.iter().map(|template| template.to_vec()));
    let mut bases = vec![0];
    let mut base = 0;
    for template in &all {
        base += template.iter().map(|(_, family)| COUNTS[*family as usize] + 1).product::<usize>();
        bases.push(u32::try_from(base).unwrap_or(u32::MAX));
    }
    Templates { all, bases }
});

/// The place of each template by what it asks.
static PLACES: LazyLock<BTreeMap<u32, usize>> =
    LazyLock::new(|| TEMPLATES.all.iter().enumerate().map(|(at, template)| (question(template), at)).collect());

/// A template as one number: ten bits a question.
fn question(asked: &[(i8, Family)]) -> u32 {
    asked.iter().fold(1, |all, (offset, family)| {
        all << 10 | u32::from(offset.unsigned_abs()) << 7 | u32::from(*offset < 0) << 6 | *family as u32
    })
}

/// How many features there are.
#[must_use]
pub fn count() -> usize {
    TEMPLATES.bases.last().map_or(0, |count| *count as usize)
}

/// The number of the feature of this name.
#[must_use]
pub fn number(name: &str) -> Option<usize> {
    let mut asked = [(0, Family::Length); MOST];
    let (mut length, mut index) = (0, 0);
    for part in name.as_bytes().split(|byte| *byte == b',') {
        let equal = part.iter().position(|byte| *byte == b'=')?;
        let dot = part.iter().position(|byte| *byte == b'.').filter(|dot| *dot < equal)?;
        let family = *OWN.iter().find(|family| NAMES[**family as usize].as_bytes() == &part[dot + 1..equal])?;
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
    let template = *PLACES.get(&question(asked.get(..length)?))?;
    Some(*TEMPLATES.bases.get(template)? as usize + index)
}

fn decimal(digits: &[u8]) -> Option<u8> {
    let any = !digits.is_empty() && digits.len() <= 2 && digits.iter().all(u8::is_ascii_digit);
    any.then(|| digits.iter().fold(0, |value, digit| value * 10 + (digit - b'0')))
}

/// What each feature means.
#[must_use]
pub fn names() -> Vec<String> {
    let mut names = Vec::with_capacity(count());
    for template in &TEMPLATES.all {
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
