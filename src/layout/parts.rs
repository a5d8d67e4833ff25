//! The article's parts, from units with roles.
//!
//! In: units, evidence, roles. Out: the parts of [`Layout`]: nothing is decided here but what the field grammars read
//! in a line whose role is known, and which of several dates is which.

use super::captions;
use super::evidence::Evidence;
use super::roles::key;
use super::split::Unit;
use super::states::{Kind, STATES};
use super::{Block, BylinePart, Hints, Item, Layout, Moment, Role};
use crate::fields::{PartialDate, Stamp, StampKind, byline};
use crate::text::Fragments;
use crate::warnings::{Code, Warning};

/// Fills the parts.
pub(super) fn fill(
    layout: &mut Layout,
    units: &[Unit],
    evidence: &[Evidence],
    roles: &[Role],
    states: &[usize],
    hints: &Hints<'_>,
) {
    captions::fill(layout, units, evidence, roles);
    let language = layout.language.unwrap_or("");
    let mut bylines = Vec::new();
    let mut stamps: Vec<(&Unit, &Stamp)> = Vec::new();
    for (at, ((unit, evidence), role)) in units.iter().zip(evidence).zip(roles).enumerate() {
        let text = &unit.line.text;
        layout.blocks.push(Block { span: unit.line.span, role: *role });
        match role {
            Role::Kicker => layout.kicker = Some(text.clone()),
            Role::Headline => layout.headline = Some(text.clone()),
            Role::Dek => layout.dek.push(text.clone()),
            Role::Byline => bylines.push(text),
            Role::Published | Role::Updated if !text.is_empty() => layout.stamps.push(text.clone()),
            Role::Heading => layout.body.push(Item::Heading(text.clone())),
            Role::Paragraph => layout.body.push(Item::Paragraph(text.clone())),
            Role::PullQuote => pull_quote(layout, states.get(at).copied().unwrap_or(0), text),
            Role::Note(kind) if !text.is_empty() => layout.notes.push((*kind, text.clone())),
            Role::Furniture(kind) if !text.is_empty() => layout.furniture.push((*kind, text.clone())),
            _ => {}
        }
        if matches!(role, Role::Byline | Role::Published | Role::Updated) {
            stamps.extend(evidence.stamps.iter().map(|stamp| (unit, stamp)));
        }
    }
    layout.byline = byline_part(&bylines, language);
    dates(layout, &stamps, hints);
    doubts(layout, units);
}

fn pull_quote(layout: &mut Layout, state: usize, text: &Fragments) {
    let attributes = STATES.get(state).is_some_and(|(_, kind)| *kind == Kind::Attribution);
    match layout.body.last_mut() {
        Some(Item::PullQuote { attribution, .. }) if attributes => match attribution {
            Some(attribution) => attribution.join(text, false),
            None => *attribution = Some(text.clone()),
        },
        _ => layout.body.push(Item::PullQuote { text: text.clone(), attribution: None }),
    }
}

/// One byline from all its lines: each is read by itself, or all together where none says a name alone (`By` above it).
fn byline_part(lines: &[&Fragments], language: &str) -> Option<BylinePart> {
    let mut part = BylinePart::default();
    let mut seen = Vec::new();
    let mut open: Option<Fragments> = None;
    for line in lines {
        if part.text.is_empty() {
            part.text = (*line).clone();
        } else if !seen.contains(&key(line.text())) {
            part.text.join(line, true);
        }
        seen.push(key(line.text()));
        let read = byline::read(line.text(), language).filter(|found| !found.authors.is_empty());
        let read = read.or_else(|| {
            let mut both = open.take()?;
            both.join(line, true);
            byline::read(both.text(), language)
        });
        match read {
            Some(found) => {
                for author in found.authors {
                    if !part.authors.iter().any(|known| key(&known.name) == key(&author.name)) {
                        part.authors.push(author);
                    }
                }
                part.agency = part.agency.or(found.agency);
            }
            None => open = Some((*line).clone()),
        }
    }
    (!part.text.is_empty()).then_some(part)
}

/// The first date that no label calls an update is the article's; the first update is the update. `Stand` is what is missing.
fn dates(layout: &mut Layout, stamps: &[(&Unit, &Stamp)], hints: &Hints<'_>) {
    let (mut last_date, mut standing) = (None, None);
    for (unit, stamp) in stamps {
        let span = unit.line.text.span_of(stamp.stretch);
        let mut date = stamp.date;
        if date.day.is_none() {
            date = match (stamp.age, hints.now) {
                (Some(age), Some(now)) => date_of(now - i64::try_from(age).unwrap_or(i64::MAX)).unwrap_or(date),
                (Some(_), None) => {
                    layout.warnings.push(Warning { code: Code::RelativeDate, span: Some(span) });
                    continue;
                }
                // `Updated 14:20` after a date: the same day.
                _ if stamp.kind == StampKind::Updated => last_date.unwrap_or(date),
                _ => continue,
            };
        }
        if date.year.is_none() || date.month.is_none() || date.day.is_none() {
            continue;
        }
        last_date = Some(date);
        if stamp.ambiguous {
            layout.warnings.push(Warning { code: Code::AmbiguousDate, span: Some(span) });
        }
        let moment = Moment { date, time: stamp.time, zone: stamp.zone };
        match stamp.kind {
            StampKind::Standing => standing = standing.or(Some(moment)),
            StampKind::Updated => layout.updated = layout.updated.or(Some(moment)),
            StampKind::Plain | StampKind::Published => layout.published = layout.published.or(Some(moment)),
        }
    }
    let place = if layout.published.is_none() { &mut layout.published } else { &mut layout.updated };
    *place = place.or(standing);
}

/// The calendar day of a moment.
fn date_of(seconds: i64) -> Option<PartialDate> {
    use chrono::Datelike as _;
    let day = chrono::DateTime::from_timestamp(seconds, 0)?.date_naive();
    Some(PartialDate {
        year: Some(day.year()),
        month: u8::try_from(day.month()).ok(),
        day: u8::try_from(day.day()).ok(),
    })
}

fn doubts(layout: &mut Layout, units: &[Unit]) {
    let paragraph = layout.body.iter().any(|item| matches!(item, Item::Paragraph(_)));
    let code = match () {
        () if units.is_empty() => Some(Code::Empty),
        () if layout.headline.is_none() => Some(Code::NoHeadline),
        () => None,
    };
    let codes = code.into_iter().chain((!units.is_empty() && !paragraph).then_some(Code::NoBody));
    layout.warnings.extend(codes.map(|code| Warning { code, span: None }));
}
