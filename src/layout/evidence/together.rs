//! What a unit shows among the others: where it stands, what stands near it, what says it again.
//!
//! In: the units with their places, and what each shows by itself. Out: the families that take several units to tell. `By`
//! over a name makes it a byline; `Boats leave | Harbour News`, or `News Boats Boats leave` above it, makes `Boats leave` a title; a
//! name from the byline in a box below is its author's.

use rustc_hash::FxHashMap;

use super::Evidence;
use crate::fields::byline;
use crate::layout::families::Family;
use crate::layout::places::Places;
use crate::layout::split::Unit;

/// What a unit shows among the others.
pub(super) fn look(units: &[Unit], places: &Places, language: &str, all: &mut [Evidence]) {
    opened(units, language, all);
    ahead(all);
    branded(units, all);
    led(units, all);
    let mut names: Vec<String> = Vec::new();
    for (at, evidence) in all.iter_mut().enumerate() {
        let Some(place) = places.units.get(at) else { continue };
        evidence.set(Family::Indent, place.indent);
        evidence.set(Family::Twin, place.twin);
        evidence.set(Family::Repeat, place.repeat);
        evidence.set(Family::Shared, place.shared);
        evidence.set(Family::Kin, place.kin);
        evidence.set(Family::Place, place.place);
        evidence.set(Family::Run, place.run);
        evidence.set(Family::Title, place.title);
        evidence.set(Family::Top, place.top);
        evidence.set(Family::Early, place.early);
        evidence.set(Family::Echo, place.echo);
        evidence.set(
            Family::Order,
            if at + 1 == units.len() {
                5
            } else if at < 4 {
                at + 1
            } else {
                0
            },
        );
        // The author's box at the end says the byline's name again.
        let text = units.get(at).map_or("", |unit| unit.line.text.text());
        let named = names.iter().any(|name| text.get(..600.min(text.len())).unwrap_or(text).contains(name.as_str()));
        evidence.set(Family::Named, usize::from(named));
        if let Some(byline) = evidence.byline.as_ref().filter(|byline| byline.certain && names.len() < 4) {
            names.extend(byline.authors.iter().map(|author| author.name.clone()).filter(|name| name.len() > 4).take(4));
        }
    }
}

/// How far below the next line is that says who wrote the article, or when.
fn ahead(all: &mut [Evidence]) {
    let mut next = None;
    for at in (0..all.len()).rev() {
        let distance = next.map_or(0, |next: usize| next - at);
        let value = match distance {
            0 => 0,
            1 => 1,
            2 => 2,
            3..=5 => 3,
            6..=10 => 4,
            _ => 0,
        };
        all[at].set(Family::Ahead, value);
        if all[at].value(Family::Byline) == 1 || matches!(all[at].value(Family::Stamp), 1..=4) {
            next = Some(at);
        }
    }
}

/// Bytes of the longest title with an outlet's name behind it, of the shortest title, and of the longest name.
const TITLED: usize = 300;
const TITLE: usize = 16;
const BRAND: usize = 40;

/// `Boats leave | Harbour News` says that `Boats leave`, elsewhere, is a title.
fn branded(units: &[Unit], all: &mut [Evidence]) {
    let texts = || units.iter().map(|unit| unit.line.text.text()).enumerate();
    let titles: FxHashMap<&str, usize> =
        texts().filter(|(_, text)| text.len() <= TITLED).filter_map(|(at, text)| Some((title(text)?, at))).collect();
    if titles.is_empty() {
        return;
    }
    for (at, text) in texts().filter(|(_, text)| (TITLE..TITLED).contains(&text.len())) {
        if let Some(with) = titles.get(text) {
            all[at].set(Family::Branded, 1);
            all[*with].set(Family::Branded, 2);
        }
    }
}

/// The title before the last sign that parts a title from an outlet's name.
fn title(line: &str) -> Option<&str> {
    const SIGNS: [&str; 4] = [" | ", " - ", " – ", " — "];
    const LONGEST: usize = SIGNS[2].len();
    let from = line.len().saturating_sub(BRAND + LONGEST);
    let pairs = line.as_bytes().windows(2).enumerate().skip(from).rev();
    let mut signs = pairs.filter(|(_, pair)| matches!(pair, [b' ', b'|' | b'-' | 0xE2])).filter_map(|(at, _)| {
        let rest = line.get(at..)?;
        SIGNS.iter().find_map(|sign| Some((at, rest.strip_prefix(sign)?)))
    });
    let (at, brand) = signs.next()?;
    let title = line.get(..at)?.trim_end();
    (title.len() >= TITLE && brand.len() <= BRAND).then_some(title)
}

/// `News Boats Ferry leaves late` over `Ferry leaves late`: the path that leads to the article says which line is its title.
/// Behind a colon it is a headline and its shorter form.
fn led(units: &[Unit], all: &mut [Evidence]) {
    const FAR: usize = 3;
    const WORDS: usize = 3;
    const STEPS: usize = 80;
    for at in 1..units.len() {
        let title = units[at].line.text.text();
        if title.split(' ').take(WORDS).count() < WORDS {
            continue;
        }
        let leads = |above: &usize| {
            let steps = units[*above].line.text.text().strip_suffix(title).map_or("", str::trim_end);
            (1..=STEPS).contains(&steps.len()) && !steps.ends_with([':', '–', '—', '-', '"', '”', '“', ',', '.'])
        };
        if let Some(above) = (at.saturating_sub(FAR)..at).rev().find(leads) {
            all[at].set(Family::Branded, 1);
            all[above].set(Family::Branded, 2);
        }
    }
}

/// `By` on a line of its own: the name below it is sure.
fn opened(units: &[Unit], language: &str, all: &mut [Evidence]) {
    for at in 1..units.len() {
        let [above, below] = [at - 1, at].map(|at| units[at].line.text.text());
        if above.len() > 30 || !byline::is_opener(above, language) {
            continue;
        }
        if let Some(found) = byline::read_opened(below, language) {
            all[at - 1].set(Family::Byline, 1);
            all[at].set(Family::Byline, 1);
            all[at].byline = Some(found);
        }
    }
}
