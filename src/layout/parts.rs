//! The article's parts, from units with roles.
//!
//! In: units, evidence, roles. Out: the parts of [`Layout`]: nothing is decided here but what the field grammars read
//! in a line whose role is known, and which of several dates is which.

use rustc_hash::{FxHashMap, FxHashSet};

use super::captions;
use super::evidence::Evidence;
use super::families::Family;
use super::lines::Line;
use super::roles::key;
use super::split::Unit;
use super::states::{Kind, STATES};
use super::{Block, BylinePart, Hints, Item, Layout, Moment, Role};
use crate::fields::{Author, PartialDate, Stamp, StampKind, byline, person};
use crate::text::Fragments;
use crate::warnings::{Code, Warning};

/// Fills the parts: what no other part is made of is moved, not copied.
pub(super) fn fill(
    layout: &mut Layout,
    units: Vec<Unit>,
    evidence: &[Evidence],
    roles: &[Role],
    states: &[usize],
    hints: &Hints<'_>,
) {
    captions::fill(layout, &units, evidence, roles);
    let language = layout.language.unwrap_or("");
    let lines = || units.iter().map(|unit| &unit.line.text).zip(evidence).zip(roles);
    let signed = units.iter().zip(evidence).zip(roles).filter(|(_, role)| **role == Role::Byline);
    let bylines: Vec<(&Line, bool)> = signed.map(|((unit, evidence), _)| (&unit.line, is_placed(evidence))).collect();
    layout.byline = byline_part(&bylines, language);
    // What stands under the headline is surer than what stands over it, which may be the day that the page was read.
    let headline = roles.iter().position(|role| *role == Role::Headline).unwrap_or(0);
    let dated = lines().skip(headline).chain(lines().take(headline));
    let dated = dated.filter(|(_, role)| matches!(role, Role::Byline | Role::Published | Role::Updated));
    let stamps = dated.flat_map(|((text, evidence), _)| evidence.stamps.iter().map(move |stamp| (text, stamp)));
    dates(layout, stamps, hints);
    layout.blocks = units.iter().zip(roles).map(|(unit, role)| Block { span: unit.line.span, role: *role }).collect();
    for (at, (unit, role)) in units.into_iter().zip(roles).enumerate() {
        let text = unit.line.text;
        match role {
            Role::Kicker => layout.kicker = Some(text),
            Role::Headline => match &mut layout.headline {
                Some(begun) => begun.join(&text, true),
                None => layout.headline = Some(text),
            },
            Role::Dek => layout.dek.push(text),
            Role::Dateline if layout.dateline.is_none() => layout.dateline = Some(text),
            Role::Published | Role::Updated if !text.is_empty() => layout.stamps.push(text),
            Role::Heading => layout.body.push(Item::Heading(text)),
            Role::Paragraph => layout.body.push(Item::Paragraph(text)),
            Role::PullQuote => pull_quote(layout, states.get(at).copied().unwrap_or(0), text),
            Role::Note(kind) if !text.is_empty() => layout.notes.push((*kind, text)),
            Role::Furniture(kind) if !text.is_empty() => layout.furniture.push((*kind, text)),
            _ => {}
        }
    }
    doubts(layout);
}

fn pull_quote(layout: &mut Layout, state: usize, text: Fragments) {
    let attributes = STATES.get(state).is_some_and(|(_, kind)| *kind == Kind::Attribution);
    match layout.body.last_mut() {
        Some(Item::PullQuote { attribution, .. }) if attributes => match attribution {
            Some(attribution) => attribution.join(&text, false),
            None => *attribution = Some(text),
        },
        _ => layout.body.push(Item::PullQuote { text, attribution: None }),
    }
}

/// Whether a line of a byline may say where: it holds a date, or the words of the text.
fn is_placed(evidence: &Evidence) -> bool {
    const MOST: usize = 5;
    !evidence.stamps.is_empty() || evidence.value(Family::Shared) >= MOST && evidence.value(Family::Byline) != 1
}

/// One byline from all its lines, each with whether it may say where: each is read by itself, or all together where none says a name
/// alone (`By` above it). What no list knows as a name there, under an author (`Port Alba - 9 June 2026`), is a place.
fn byline_part(lines: &[(&Line, bool)], language: &str) -> Option<BylinePart> {
    let mut part = BylinePart::default();
    let mut seen = FxHashSet::default();
    let mut known = FxHashMap::default();
    let mut open: Option<Fragments> = None;
    for (line, named, placed) in lines.iter().map(|(line, placed)| (&line.text, line.named.is_some(), *placed)) {
        let new = seen.insert(key(line.text()));
        if part.text.is_empty() {
            part.text = line.clone();
        } else if new {
            part.text.join(line, true);
        }
        let read = if named { byline::read_named } else { byline::read };
        let place = placed && !part.authors.is_empty();
        let person = |author: &Author| !place || person::has_given_name(&author.name);
        let read = read(line.text(), language).filter(|found| found.authors.iter().any(person));
        // The role of the author above, unless another author stands before it.
        let own = read.as_ref().is_some_and(|found| found.authors.iter().any(|author| author.role.is_some()));
        if let (Some(author), Some(role), false) = (part.authors.last_mut(), byline::role(line.text(), language), own) {
            author.role = author.role.take().or_else(|| Some(role.to_owned()));
            continue;
        }
        let read = read.or_else(|| {
            let mut both = open.take()?;
            both.join(line, true);
            byline::read(both.text(), language)
        });
        match read {
            Some(found) => {
                found.authors.into_iter().for_each(|author| add_author(&mut part.authors, &mut known, author));
                part.agency = part.agency.or(found.agency);
            }
            None => open = Some(line.clone()),
        }
    }
    (!part.text.is_empty()).then_some(part)
}

/// Adds an author, or what is said of one that is known.
fn add_author(authors: &mut Vec<Author>, known: &mut FxHashMap<String, usize>, author: Author) {
    let place = *known.entry(key(&author.name)).or_insert(authors.len());
    match authors.get_mut(place) {
        Some(known) => {
            known.role = known.role.take().or(author.role);
            known.affiliation = known.affiliation.take().or(author.affiliation);
        }
        None => authors.push(author),
    }
}

/// The first date that no label calls an update is the article's; the first update is the update. `Stand` is what is missing.
fn dates<'a>(layout: &mut Layout, stamps: impl Iterator<Item = (&'a Fragments, &'a Stamp)>, hints: &Hints<'_>) {
    let (mut last_date, mut standing) = (None, None);
    for (text, stamp) in stamps {
        let span = text.span_of(stamp.stretch);
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

fn doubts(layout: &mut Layout) {
    let empty = layout.blocks.is_empty();
    let paragraph = layout.body.iter().any(|item| matches!(item, Item::Paragraph(_)));
    let code = match () {
        () if empty => Some(Code::Empty),
        () if layout.headline.is_none() => Some(Code::NoHeadline),
        () => None,
    };
    let codes = code.into_iter().chain((!empty && !paragraph).then_some(Code::NoBody));
    layout.warnings.extend(codes.map(|code| Warning { code, span: None }));
}
