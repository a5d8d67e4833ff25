//! What can be seen of each unit: one small value a family, each computed once.
//!
//! In: the units, the convention, the language. Out: [`Evidence`] a unit: the values that the role model reads ([`Family`]
//! names them) and what the field grammars read, for the parts.
//! The values hold no words: a family is a bucket, a class of characters, or a yes. What they mean for a role is the
//! model's to say.

mod copies;
mod together;

use super::families::{COUNTS, FAMILIES, Family};
use super::labels::{Labels, Says};
use super::lines::Line;
use super::places;
use super::poses::Poses;
use super::sections::Sections;
use super::shape;
use super::split::{Convention, Unit};
use super::{FurnitureKind, NoteKind};
use crate::fields::{Byline, Credit, Stamp, StampKind, byline, credit, date, dateline, person};
use crate::text::Fragments;

/// What is known of a unit.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    /// A value a family.
    pub values: [u8; FAMILIES],
    /// The line read as a byline.
    pub byline: Option<Byline>,
    /// The dates in it, where it is short enough to be a stamp.
    pub stamps: Vec<Stamp>,
    /// The credit that all of it is.
    pub credit: Option<Credit>,
    /// The credit that it ends with; the outer `None` where it was not looked for.
    pub credit_at_end: Option<Option<Credit>>,
    /// What it says of itself.
    pub says: Option<Says>,
    /// Whether it says so by all of itself, or by more than one word at its beginning.
    pub sure: bool,
    /// By how many words it says so.
    pub told: usize,
}

impl Default for Evidence {
    fn default() -> Self {
        Self {
            values: [0; FAMILIES],
            byline: None,
            stamps: Vec::new(),
            credit: None,
            credit_at_end: None,
            says: None,
            sure: false,
            told: 0,
        }
    }
}

impl Evidence {
    /// The value of a family.
    pub(super) fn value(&self, family: Family) -> usize {
        usize::from(self.values[family as usize])
    }

    fn set(&mut self, family: Family, value: usize) {
        let top = COUNTS[family as usize] - 1;
        self.values[family as usize] = u8::try_from(value.min(top)).unwrap_or(0);
    }
}

/// Looks at every unit; a copy of others is seen as if nothing stood there.
pub(super) fn gather(units: &[Unit], convention: &Convention, language: &str) -> Vec<Evidence> {
    let copies = copies::find(units);
    if copies.is_empty() {
        return see(units, convention, language);
    }
    let mut others = units.to_vec();
    for at in &copies {
        others[*at].line.text = Fragments::default();
    }
    let mut all = see(&others, convention, language);
    for at in copies {
        all[at].says = Some(Says::Furniture(FurnitureKind::Other));
    }
    all
}

fn see(units: &[Unit], convention: &Convention, language: &str) -> Vec<Evidence> {
    let mut all = vec![Evidence::default(); units.len()];
    says(units, language, &mut all);
    let shapes: Vec<_> = units.iter().map(|unit| shape::read(unit.line.text.text())).collect();
    for ((evidence, unit), shape) in all.iter_mut().zip(units).zip(&shapes) {
        marks(evidence, &unit.line, convention);
        for (family, value) in shape.values() {
            evidence.set(family, value);
        }
    }
    // One grammar over all lines, then the next: each is a piece of the program that a processor can hold.
    for grammar in [stamps, bylines, people, credits, endings, datelines] {
        for (evidence, unit) in all.iter_mut().zip(units) {
            grammar(evidence, unit.line.text.text(), language);
        }
    }
    for evidence in &mut all {
        let untitled = untitled(evidence);
        evidence.set(Family::Untitled, usize::from(untitled));
    }
    let places = places::find(units, &shapes);
    together::look(units, &places, language, &mut all);
    all
}

/// What lines say of themselves by their words.
fn says(units: &[Unit], language: &str, all: &mut [Evidence]) {
    let labels = Labels::of(language);
    for (evidence, unit) in all.iter_mut().zip(units) {
        let Some(label) = labels.read(unit.line.text.text()) else { continue };
        evidence.says = Some(label.says);
        evidence.sure = label.whole || label.words > 1;
        evidence.told = label.words;
        match label.says {
            Says::Furniture(kind) if label.whole => evidence.set(Family::Label, 1 + furniture_rank(kind)),
            Says::Furniture(kind) => evidence.set(Family::Opening, 1 + furniture_rank(kind)),
            Says::Note(kind) => evidence.set(Family::Note, 1 + note_rank(kind)),
        }
    }
    let (poses, sections) = (Poses::of_language(language), Sections::of_language(language));
    for (evidence, unit) in all.iter_mut().zip(units) {
        let text = unit.line.text.text();
        evidence.set(Family::Section, sections.of(text));
        if (8..=600).contains(&text.len()) {
            evidence.set(Family::Pose, poses.of(text));
        }
    }
}

/// Mark-up and white space.
fn marks(evidence: &mut Evidence, line: &Line, convention: &Convention) {
    let mark = match (line.heading, line.bullet, line.quoted, line.strong) {
        (1, ..) => 1,
        (2, ..) => 2,
        (3.., ..) => 3,
        (_, true, ..) => 4,
        (_, _, true, _) => 5,
        (_, _, _, true) => 6,
        _ => 0,
    };
    evidence.set(Family::Mark, mark);
    let image = line.image;
    evidence.set(
        Family::Link,
        if image && line.link {
            3
        } else if image {
            2
        } else {
            usize::from(line.link)
        },
    );
    evidence.set(Family::Gap, if !convention.blocks { 2 } else { usize::from(!line.gap) });
}

/// The longest line, in bytes, that is read as a stamp, a byline or a credit.
const LONGEST: usize = 300;

fn stamps(evidence: &mut Evidence, text: &str, language: &str) {
    if text.len() > LONGEST {
        return;
    }
    evidence.stamps = date::stamps(text, language);
    let covered: usize = evidence.stamps.iter().map(|stamp| stamp.stretch.len()).sum();
    let whole = covered * 10 >= text.len() * 7;
    let dated = evidence.stamps.iter().any(|stamp| stamp.date.day.is_some());
    let told = evidence.stamps.iter().any(|stamp| stamp.kind != StampKind::Plain);
    evidence.set(
        Family::Stamp,
        match (evidence.stamps.is_empty(), dated, whole, told) {
            (true, ..) => 0,
            (_, true, true, false) => 1,
            (_, true, true, true) => 2,
            (_, true, false, false) => 3,
            (_, true, false, true) => 4,
            (_, false, true, _) => 5,
            (_, false, false, _) => 6,
        },
    );
}

fn bylines(evidence: &mut Evidence, text: &str, language: &str) {
    if text.len() > LONGEST {
        return;
    }
    evidence.byline = byline::read_beside(text, language, &evidence.stamps);
    let byline = evidence.byline.as_ref().map_or(0, |byline| match (byline.certain, byline.authors.len()) {
        (true, _) => 1,
        (false, 0 | 1) => 2,
        (false, _) => 3,
    });
    evidence.set(Family::Byline, byline);
}

fn people(evidence: &mut Evidence, text: &str, _language: &str) {
    if text.len() <= 80 && person::is_name(text) {
        evidence.set(Family::Person, 1 + usize::from(person::has_given_name(text)));
    }
}

fn credits(evidence: &mut Evidence, text: &str, language: &str) {
    if text.len() <= LONGEST {
        evidence.credit = credit::read_line(text, language);
    }
    if let Some(found) = &evidence.credit {
        evidence.set(Family::Credit, 2 - usize::from(found.certain));
    }
}

/// The credit that a line ends with which is none as a whole.
fn endings(evidence: &mut Evidence, text: &str, language: &str) {
    if evidence.credit.is_some() || !(20..=1200).contains(&text.len()) {
        return;
    }
    let found = credit::read_end(text, language);
    if let Some(found) = &found {
        evidence.set(Family::Credit, 4 - usize::from(found.certain));
    }
    evidence.credit_at_end = Some(found);
}

fn datelines(evidence: &mut Evidence, text: &str, language: &str) {
    if text.len() > 60 {
        evidence.set(Family::Dateline, usize::from(dateline::read(text, language).is_some()));
    }
}

/// What an editor would swear to be no headline: an address, a byline, a date, a picture's credit, a dateline and its text,
/// `Ada Brook (left) opens the quay`.
fn untitled(evidence: &Evidence) -> bool {
    evidence.value(Family::Inner) == shape::ADDRESS
        || evidence.value(Family::Byline) == 1
        || matches!(evidence.value(Family::Stamp), 1 | 2)
        || matches!(evidence.value(Family::Credit), 1 | 3)
        || evidence.value(Family::Dateline) > 0
        || evidence.value(Family::Pose) == 3
}

fn furniture_rank(kind: FurnitureKind) -> usize {
    kind as usize
}

fn note_rank(kind: NoteKind) -> usize {
    kind as usize
}
