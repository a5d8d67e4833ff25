//! Which form of naming its fields a text has, if any.
//!
//! In: the lines and the labels found in them. Out: how many lines at the top name fields; whether labels all over the text are a
//! database's. The forms and their near misses are told in [`super`].

use super::labels::{Label, is_keyed};
use crate::layout::Role;
use crate::layout::lines::Line;

/// So many lines the fields at the top may take.
const TOP: usize = 60;

/// Whether a line is a rule around fields, or ends in one that Markdown took for an underline.
pub(super) fn is_fence(printed: &str) -> bool {
    matches!(printed.lines().last().map(str::trim_end), Some("---" | "..."))
}

/// The number of lines at the top that stand between two rules.
pub(super) fn fence(lines: &[Line], text: &str) -> Option<usize> {
    let first = lines.first()?.span.of(text);
    let end = lines.iter().take(TOP).skip(1).position(|line| is_fence(line.span.of(text)))? + 2;
    let inside = lines.get(1..end - 1).unwrap_or(&[]);
    let keyed = inside.iter().filter(|line| is_keyed(line.text.text())).count();
    (first == "---" && keyed * 2 >= inside.len() && keyed > 0).then_some(end)
}

/// The number of lines at the top that name their fields.
pub(super) fn top(lines: &[Line], found: &[Option<Label>]) -> usize {
    let (mut end, mut known, mut titled) = (0, Vec::new(), false);
    for (at, (line, label)) in lines.iter().zip(found).enumerate().take(TOP) {
        match label {
            Some(label) if label.colon => {
                titled |= label.known.role == Role::Headline;
                known.push(label.known.number);
                end = at + 1;
            }
            // A field that is not known, the value of a label that stands alone.
            _ if is_keyed(line.text.text()) => {}
            _ if at > 0 && found[at - 1].is_some_and(|label| label.end >= lines[at - 1].text.text().len()) => {}
            _ => break,
        }
    }
    if distinct(known) >= if titled { 2 } else { 3 } { end } else { 0 }
}

/// Whether labels all over the text are a database's.
pub(super) fn everywhere(found: &[Option<Label>]) -> bool {
    let numbers = |marks: bool| {
        let labels = found.iter().flatten().filter(|label| !label.code && (!marks || label.known.export));
        distinct(labels.map(|label| label.known.number).collect())
    };
    are_codes(found) || numbers(true) >= 2 && numbers(false) >= 4
}

/// Whether codes stand for the fields: those of a headline and a text, and two more.
pub(super) fn are_codes(found: &[Option<Label>]) -> bool {
    let codes = || found.iter().flatten().filter(|label| label.code);
    let has = |role: Role| codes().any(|label| label.known.role == role);
    has(Role::Headline) && has(Role::Paragraph) && distinct(codes().map(|label| label.known.number).collect()) >= 4
}

fn distinct(mut numbers: Vec<usize>) -> usize {
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len()
}
