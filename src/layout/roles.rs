//! From states to roles: what the model cannot say, because it needs the article's own words.
//!
//! In: units, evidence and states. Out: a [`Role`] a unit. Said here: one kicker, the nearest; a repeat of the headline
//! is no dek and no heading; alternative texts that equal a caption are captions, others are furniture of their own
//! kind; the kind of every note and of every line of furniture.

use super::evidence::Evidence;
use super::families::Family;
use super::labels::Says;
use super::repairs;
use super::split::Unit;
use super::states::{Kind, STATES};
use super::{FurnitureKind, NoteKind, Role};
use super::{display, known, notes};
use crate::fields::StampKind;
use crate::text::chars::{is_letter_or_figure, push_lower};

/// Gives every unit its role.
pub(super) fn assign(units: &[Unit], evidence: &[Evidence], states: &mut [usize], language: &str) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(units.len());
    let mut said = FurnitureKind::Other;
    for (at, (unit, evidence)) in units.iter().zip(evidence).enumerate() {
        let (part, kind) = states.get(at).and_then(|state| STATES.get(*state)).copied().unwrap_or((0, Kind::Before));
        roles.push(match kind {
            Kind::Kicker => Role::Kicker,
            Kind::Headline => Role::Headline,
            Kind::Dek => Role::Dek,
            Kind::Byline => Role::Byline,
            Kind::Stamp => stamp_role(evidence),
            Kind::Caption => Role::Caption,
            Kind::Credit => Role::Credit,
            Kind::Heading => Role::Heading,
            Kind::Paragraph => Role::Paragraph,
            Kind::PullQuote | Kind::Attribution => Role::PullQuote,
            Kind::Note => Role::Note(note_kind(evidence, part)),
            Kind::Before | Kind::Top | Kind::Inside | Kind::After => {
                Role::Furniture(furniture_kind(unit, evidence, part, &mut said))
            }
        });
    }
    repairs::apply(units, evidence, &mut roles, language);
    display::apply(units, evidence, &mut roles, states);
    notes::apply(units, evidence, &mut roles, language);
    one_kicker(&mut roles);
    repeats_of_headline(units, &mut roles);
    pictures(units, &mut roles);
    repairs::finish(units, evidence, &mut roles);
    known::settle(units, evidence, &mut roles);
    roles
}

/// Whether a stamp is of the publication or of a change alone.
pub(super) fn stamp_role(evidence: &Evidence) -> Role {
    let kinds = || evidence.stamps.iter().map(|stamp| stamp.kind);
    if kinds().any(|kind| kind == StampKind::Updated) && !kinds().any(|kind| kind != StampKind::Updated) {
        Role::Updated
    } else {
        Role::Published
    }
}

fn note_kind(evidence: &Evidence, part: u8) -> NoteKind {
    match evidence.says {
        Some(Says::Note(kind)) => kind,
        _ if part == 2 => NoteKind::Editor,
        _ if evidence.value(Family::Named) > 0 || evidence.value(Family::Person) > 0 => NoteKind::Bio,
        _ if evidence.value(Family::Credit) > 0 || evidence.value(Family::Size) <= 3 => NoteKind::Source,
        _ => NoteKind::Bio,
    }
}

/// The kind of a line of furniture: what it says, else what the label above it said, else what its place makes likely.
fn furniture_kind(unit: &Unit, evidence: &Evidence, part: u8, said: &mut FurnitureKind) -> FurnitureKind {
    let whole = evidence.value(Family::Label) > 0;
    if let Some(Says::Furniture(kind)) = evidence.says {
        if whole {
            *said = kind;
        }
        return kind;
    }
    let size = evidence.value(Family::Size);
    if unit.line.image {
        return if size == 0 { FurnitureKind::Media } else { FurnitureKind::Alt };
    }
    match (part, size) {
        (_, 0) => FurnitureKind::Other,
        // Titles under `Read more`, tags under `Topics`.
        (3 | 4, _) if matches!(*said, FurnitureKind::Related | FurnitureKind::Tags | FurnitureKind::Comments) => *said,
        (0, 1 | 2) => FurnitureKind::Navigation,
        (3 | 4, 3 | 4) if evidence.value(Family::Stop) == 0 => FurnitureKind::Related,
        (4, 1 | 2) => FurnitureKind::Navigation,
        _ => FurnitureKind::Other,
    }
}

/// Of several labels the nearest to the headline is the kicker.
fn one_kicker(roles: &mut [Role]) {
    let mut kept = false;
    for role in roles.iter_mut().rev().filter(|role| **role == Role::Kicker) {
        if std::mem::replace(&mut kept, true) {
            *role = Role::Furniture(FurnitureKind::Navigation);
        }
    }
}

fn repeats_of_headline(units: &[Unit], roles: &mut [Role]) {
    let headline = roles.iter().position(|role| *role == Role::Headline).and_then(|at| units.get(at));
    let Some(headline) = headline.map(|unit| unit.line.text.text()) else { return };
    if letters(headline).next().is_none() {
        return;
    }
    for (role, unit) in roles.iter_mut().zip(units) {
        let repeatable = matches!(role, Role::Dek | Role::Heading | Role::Kicker | Role::Paragraph | Role::Caption);
        if repeatable && letters(unit.line.text.text()).eq(letters(headline)) {
            *role = Role::Furniture(FurnitureKind::Other);
        }
    }
}

/// An alternative text is a caption where it says what the caption near it says; else it is furniture of its kind.
fn pictures(units: &[Unit], roles: &mut [Role]) {
    for at in 0..units.len() {
        if roles[at] != Role::Caption {
            continue;
        }
        let caption = units[at].line.text.text();
        // Markdown's `![words](…)` over a caption in other words.
        let below = units.get(at + 1).filter(|below| roles[at + 1] == Role::Caption && !below.line.image);
        if units[at].line.image && below.is_some_and(|below| !begins(caption, below.line.text.text())) {
            roles[at] = Role::Furniture(FurnitureKind::Alt);
            continue;
        }
        for near in at.saturating_sub(3)..(at + 3).min(units.len()) {
            let text = units[near].line.text.text();
            if matches!(roles[near], Role::Furniture(_)) && text.len() >= 8 && begins(text, caption) {
                roles[near] = Role::Caption;
            }
        }
        let above = at.checked_sub(1).filter(|above| {
            roles[*above] == Role::Furniture(FurnitureKind::Other)
                || roles[*above] == Role::Furniture(FurnitureKind::Related)
        });
        if let Some(above) = above {
            roles[above] = Role::Furniture(FurnitureKind::Alt);
        }
    }
}

/// Whether one text is the other, or its beginning.
pub(super) fn begins(one: &str, two: &str) -> bool {
    let (mut one, mut two) = (letters(one), letters(two));
    let mut any = false;
    loop {
        match (one.next(), two.next()) {
            (Some(left), Some(right)) if left == right => any = true,
            (Some(_), Some(_)) => return false,
            _ => return any,
        }
    }
}

/// Letters and digits in small letters: what two printings of one text share.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for found in text.chars() {
        if found.is_ascii_alphanumeric() {
            key.push(found.to_ascii_lowercase());
        } else if !found.is_ascii() && is_letter_or_figure(found) {
            push_lower(&mut key, found.encode_utf8(&mut [0; 4]));
        }
    }
    key
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|found| is_letter_or_figure(*found)).flat_map(char::to_lowercase)
}
