//! Captions: one entry a picture, however often and in whatever wordings the page says it.
//!
//! In: units with roles. Out: [`Layout::captions`]. A caption and an alternative text that say the same are one entry:
//! equal, one the beginning of the other, or equal but for the credit. The fuller wording is kept, a credit on a line of
//! its own goes to the caption above it, or to the one below where that has a label (`Image caption, …`).
//!
//! ```text
//! Ferries at the quay                                  alternative text
//! Ferries at the quay on Monday. (Photo: Cy Dorn)      caption: one entry, two occurrences
//! ```

use rustc_hash::FxHashMap;

use super::evidence::Evidence;
use super::roles::key;
use super::split::Unit;
use super::{CaptionPart, CreditPart, Layout, Role};
use crate::fields::credit::add_maker;
use crate::fields::{Credit, caption, person};
use crate::text::{Fragments, Stretch};

/// Letters that two wordings must share at the beginning to be one caption.
const SHARED: usize = 24;

/// Collects the captions.
pub(super) fn fill(layout: &mut Layout, units: &[Unit], evidence: &[Evidence], roles: &[Role]) {
    let language = layout.language.unwrap_or("");
    let mut made: Vec<(String, CaptionPart)> = Vec::new();
    // Captions by how they begin: those that could be the same.
    let mut known: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut open: Option<usize> = None;
    let mut over: Option<CreditPart> = None;
    for (at, ((unit, evidence), role)) in units.iter().zip(evidence).zip(roles).enumerate() {
        let text = &unit.line.text;
        match role {
            Role::Caption if !text.is_empty() => {
                let read = match &evidence.credit_at_end {
                    Some(credit) => caption::without(text.text(), credit.clone()),
                    None => caption::read(text.text(), language),
                };
                let mut credit = read.credit.map(|found| credit_part(text, found));
                if let Some(part) = over.take() {
                    merge(&mut credit, part);
                }
                let part = CaptionPart { text: text.slice(read.text), credit, occurrences: 1 };
                open = Some(add(&mut made, &mut known, part));
            }
            Role::Credit if !text.is_empty() => {
                let part = evidence.credit.clone().map_or_else(|| bare(text), |found| credit_part(text, found));
                if is_over(at, units, roles) {
                    over = Some(part);
                } else {
                    attach(&mut made, open, part);
                }
            }
            _ => {}
        }
    }
    layout.captions = made.into_iter().map(|(_, part)| part).collect();
}

fn credit_part(text: &Fragments, found: Credit) -> CreditPart {
    CreditPart {
        text: text.slice(found.stretch),
        label: label(text.text(), &found),
        names: found.names,
        agencies: found.agencies,
        qualifiers: found.qualifiers,
    }
}

/// The words of a credit that are not the credit itself: its label, before it or behind.
fn label(line: &str, found: &Credit) -> Option<String> {
    let sides =
        [Stretch::new(found.outer.start, found.stretch.start), Stretch::new(found.stretch.end, found.outer.end)];
    let word = |side: &Stretch| side.of(line).trim_matches(|found: char| !found.is_alphanumeric()).to_owned();
    let words: Vec<String> = sides.iter().map(word).filter(|words| !words.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Whether a credit stands over a caption that a label tells, and under none.
fn is_over(at: usize, units: &[Unit], roles: &[Role]) -> bool {
    let above = at.checked_sub(1).is_some_and(|above| roles[above] == Role::Caption);
    !above && units.get(at + 1).is_some_and(|below| below.line.named == Some(Role::Caption))
}

/// A credit that the grammar does not know: its words are kept as they are. A name alone is its maker's, for all that such a
/// line could be a byline elsewhere.
fn bare(text: &Fragments) -> CreditPart {
    let name = person::is_name(text.text()).then(|| text.text().to_owned());
    CreditPart { text: text.clone(), names: name.into_iter().collect(), ..CreditPart::default() }
}

/// Adds a wording. Gives the entry that it went to.
fn add(made: &mut Vec<(String, CaptionPart)>, known: &mut FxHashMap<String, Vec<usize>>, part: CaptionPart) -> usize {
    let key = key(part.text.text());
    let head: String = key.chars().take(SHARED).collect();
    let short = key.chars().count() < SHARED;
    let same = |at: &usize| made.get(*at).is_some_and(|(other, _)| same(&key, other));
    // A short one can be the beginning only of the entry made last.
    let found = known.get(&head).and_then(|entries| entries.iter().copied().find(|at| same(at)));
    let last = made.len().checked_sub(1).filter(|last| key.len() >= 6 && same(last));
    let Some(at) = found.or(last) else {
        known.entry(head).or_default().push(made.len());
        made.push((key, part));
        return made.len() - 1;
    };
    if let Some((other, entry)) = made.get_mut(at) {
        entry.occurrences += 1;
        if key.len() > other.len() {
            (*other, entry.text) = (key, part.text);
            if !short {
                known.entry(head).or_default().push(at);
            }
        }
        if let Some(credit) = part.credit {
            merge(&mut entry.credit, credit);
        }
    }
    at
}

fn same(one: &str, two: &str) -> bool {
    !one.is_empty() && !two.is_empty() && (one.starts_with(two) || two.starts_with(one))
}

/// Adds what a caption's credit does not say yet: the rest of one split over lines, or the credit of another printing.
fn merge(credit: &mut Option<CreditPart>, part: CreditPart) {
    let Some(known) = credit else {
        *credit = Some(part);
        return;
    };
    match (&mut known.label, part.label) {
        (Some(label), Some(next)) if !key(label).contains(&key(&next)) => *label = format!("{label} {next}"),
        (label @ None, next) => *label = next,
        _ => {}
    }
    if key(known.text.text()) != key(part.text.text()) {
        known.text.join(&part.text, true);
        for (list, more) in [
            (&mut known.names, part.names),
            (&mut known.agencies, part.agencies),
            (&mut known.qualifiers, part.qualifiers),
        ] {
            more.iter().for_each(|maker| add_maker(list, maker));
        }
    }
}

/// A credit on a line of its own.
fn attach(made: &mut Vec<(String, CaptionPart)>, open: Option<usize>, part: CreditPart) {
    match open.and_then(|at| made.get_mut(at)).map(|(_, entry)| &mut entry.credit) {
        Some(credit) => merge(credit, part),
        None => {
            let text = Fragments::default();
            made.push((String::new(), CaptionPart { text, credit: Some(part), occurrences: 1 }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn makers_said_twice_are_one() {
        let credit = |line: &str| {
            let text = Fragments::plain(line, Span::new(0, line.len()));
            credit_part(&text, crate::fields::credit::read_line(line, "en").expect("is a credit"))
        };
        let mut known = Some(credit("AP Photo/Ina Holm"));
        merge(&mut known, credit("(AP Photo/Ina Holm)"));
        merge(&mut known, credit("AP Photo"));
        merge(&mut known, credit("Photo: Cy Dorn/dpa"));
        let known = known.expect("stays");
        assert_eq!(
            (known.names, known.agencies),
            (vec!["Ina Holm".into(), "Cy Dorn".into()], vec!["AP".into(), "dpa".into()])
        );
    }
}
