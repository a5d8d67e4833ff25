//! Pages that no house has made: the parts of one article set out anew, among the furniture of others.
//!
//! In: documents with their gold. Out: as many again, for fitting alone. The articles at hand show few houses, each in
//! one order of its own; what a line is must not hang on that order. So the lines between headline and body change
//! places, captions move, menus, teasers and footers come from other pages, blank lines come and go. The gold is found
//! in the new text as in any other. No article is made up, and nothing is kept: only weights come of it.

use newscopy::layout::states::Kind;

use crate::crf::Dice;
use crate::gold::{Doc, marked};
use crate::lists::{self, Pool};
use crate::marks::{ALL, FURNITURE, bits};

/// The share of articles that are also set out as lists or interviews.
const LISTS: f64 = 0.15;

/// Whole lines of a page that stay together.
#[derive(Clone)]
pub(crate) struct Atom {
    pub text: String,
    /// Every state that its units may be in.
    pub allowed: u32,
    pub units: usize,
}

/// A page in four parts.
#[derive(Default)]
struct Page {
    before: Vec<Atom>,
    headline: Vec<Atom>,
    top: Vec<Atom>,
    body: Vec<Atom>,
    after: Vec<Atom>,
}

/// `times` new pages of every page that has a headline over a body.
pub(crate) fn mix(docs: &[&Doc], times: usize, seed: u64) -> Vec<Doc> {
    let (mut dice, mut listed) = (Dice(seed), Dice(seed + 7));
    let pool = Pool::of(docs);
    let pages: Vec<(&Doc, Page)> =
        docs.iter().filter(|doc| doc.source.is_some() && doc.scored).map(|doc| (*doc, page(doc))).collect();
    let mut made = Vec::new();
    for (doc, own) in &pages {
        if own.headline.is_empty() || own.body.is_empty() {
            continue;
        }
        let like = |other: &&(&Doc, Page)| {
            other.0.language == doc.language
                && other.0.publisher != doc.publisher
                && rendering(&other.0.id) == rendering(&doc.id)
        };
        let mut donors: Vec<&Page> = pages.iter().filter(like).map(|(_, page)| page).collect();
        if donors.len() < 5 {
            let like = |other: &&(&Doc, Page)| {
                other.0.publisher != doc.publisher && rendering(&other.0.id) == rendering(&doc.id)
            };
            donors = pages.iter().filter(like).map(|(_, page)| page).collect();
        }
        let source = doc.source.as_ref().unwrap();
        for time in 0..times {
            let text = compose(own, &donors, rendering(&doc.id), &mut dice, |_, _| ());
            let mut new = marked(format!("{}#{time}", doc.id), text, source, false, true);
            new.weight *= 0.6 / times as f64;
            made.push(new);
        }
        if listed.falls(LISTS) {
            let mut headings = Vec::new();
            let text = compose(own, &donors, rendering(&doc.id), &mut listed, |body, dice| {
                headings = lists::set_out(body, doc, &pool, rendering(&doc.id), dice);
            });
            let mut new = marked(format!("{}#list", doc.id), text, &source.with_headings(headings), false, true);
            new.weight *= 0.6;
            made.push(new);
        }
    }
    made
}

fn rendering(id: &str) -> &str {
    id.rsplit('.').nth(1).unwrap_or("")
}

fn is_furniture(atom: &Atom) -> bool {
    let free = bits(&ALL, &FURNITURE) | bits(&[4], &[Kind::Note]) | bits(&ALL, &[Kind::Dek, Kind::Kicker]);
    atom.allowed & bits(&ALL, &FURNITURE) != 0 && atom.allowed & !free == 0
}

fn page(doc: &Doc) -> Page {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut end = 0;
    for (at, span) in doc.view.spans.iter().enumerate() {
        let line = doc.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        match atoms.last_mut() {
            Some(atom) if line < end => {
                atom.text.push_str(&doc.text[end..span.end.max(end)]);
                atom.allowed |= doc.allowed[at];
                atom.units += 1;
            }
            _ => atoms.push(Atom {
                text: doc.text[end.min(span.start)..span.end].to_owned(),
                allowed: doc.allowed[at],
                units: 1,
            }),
        }
        end = span.end.max(end);
    }
    let only = |atom: &Atom, set: u32| atom.allowed & set != 0 && atom.allowed & !set == 0;
    let headline = atoms.iter().position(|atom| {
        only(atom, bits(&[1], &[Kind::Headline])) || atom.allowed & bits(&[1], &[Kind::Headline]) != 0
    });
    let body = bits(&[3], &[Kind::Paragraph, Kind::Heading]);
    let first = atoms.iter().position(|atom| only(atom, body));
    let last = atoms.iter().rposition(|atom| only(atom, body));
    let (Some(headline), Some(first), Some(last)) = (headline, first, last) else { return Page::default() };
    if headline >= first {
        return Page::default();
    }
    Page {
        before: atoms[..headline].to_vec(),
        headline: vec![atoms[headline].clone()],
        top: atoms[headline + 1..first].to_vec(),
        body: atoms[first..=last].to_vec(),
        after: atoms[last + 1..].to_vec(),
    }
}

/// Stretches of furniture, and groups of what is not; a picture's lines stay together, with the line above them.
fn groups(atoms: &[Atom]) -> Vec<(bool, Vec<Atom>)> {
    let picture = bits(&ALL, &[Kind::Caption, Kind::Credit]);
    let mut groups: Vec<(bool, Vec<Atom>)> = Vec::new();
    let mut pictured = false;
    for atom in atoms {
        let furniture = is_furniture(atom);
        let is_picture = !furniture && atom.allowed & picture != 0;
        match groups.last_mut() {
            Some((true, all)) if furniture => all.push(atom.clone()),
            Some((false, all)) if is_picture && pictured => all.push(atom.clone()),
            Some((true, all)) if is_picture && !all.is_empty() => {
                // The line over a caption is its alternative text, as a rule.
                let over = all.pop().unwrap();
                groups.push((false, vec![over, atom.clone()]));
            }
            _ => groups.push((furniture, vec![atom.clone()])),
        }
        pictured = is_picture;
    }
    groups.retain(|(_, all)| !all.is_empty());
    groups
}

fn compose(
    own: &Page,
    donors: &[&Page],
    rendering: &str,
    dice: &mut Dice,
    between: impl FnOnce(&mut Vec<Atom>, &mut Dice),
) -> String {
    let mut made: Vec<Atom> = Vec::new();
    let donor =
        |dice: &mut Dice| if donors.is_empty() { None } else { Some(donors[dice.roll() as usize % donors.len()]) };
    // Above the headline: another page's menus, then what is the article's own.
    let other = if dice.falls(0.6) { donor(dice) } else { None };
    let menus = other.map_or(&own.before, |page| &page.before);
    let mut menus: Vec<Atom> = menus.iter().filter(|atom| is_furniture(atom)).cloned().collect();
    if dice.falls(0.3) && !menus.is_empty() {
        menus.drain(..dice.roll() as usize % menus.len());
    }
    made.extend(menus);
    let mut early: Vec<Vec<Atom>> = Vec::new();
    for (furniture, group) in groups(&own.before) {
        if furniture {
            continue;
        }
        if dice.falls(0.7) {
            made.extend(group);
        } else {
            early.push(group);
        }
    }
    made.extend(own.headline.clone());
    // Under it: the same groups in another order, and furniture of some page between them.
    let mut own_groups: Vec<Vec<Atom>> = Vec::new();
    let people = bits(&ALL, &[Kind::Byline, Kind::Stamp]);
    let is_people = |group: &[Atom]| group.iter().all(|atom| atom.allowed & people != 0);
    for group in early
        .into_iter()
        .chain(groups(&own.top).into_iter().filter(|(furniture, _)| !furniture).map(|(_, group)| group))
    {
        match own_groups.last_mut() {
            Some(last) if is_people(last) && is_people(&group) && dice.falls(0.8) => last.extend(group),
            _ => own_groups.push(group),
        }
    }
    if dice.falls(0.5) {
        shuffle(&mut own_groups, dice);
    }
    let dek = bits(&ALL, &[Kind::Dek]);
    if dice.falls(0.6) {
        own_groups.sort_by_key(|group| !group.iter().all(|atom| atom.allowed & dek != 0));
    }
    let other = if dice.falls(0.6) { donor(dice) } else { None };
    let runs: Vec<Vec<Atom>> = groups(&other.unwrap_or(own).top)
        .into_iter()
        .filter(|(furniture, _)| *furniture)
        .map(|(_, group)| group)
        .collect();
    let mut places: Vec<usize> = runs.iter().map(|_| dice.roll() as usize % (own_groups.len() + 1)).collect();
    places.sort_unstable();
    let mut runs = runs.into_iter().zip(places).peekable();
    for at in 0..=own_groups.len() {
        while let Some((run, _)) = runs.next_if(|(_, place)| *place == at) {
            made.extend(run);
        }
        if let Some(group) = own_groups.get(at) {
            made.extend(group.clone());
        }
    }
    // The body: its pictures elsewhere, its furniture or another's.
    let mut text = body(own, donor(dice), dice);
    between(&mut text, dice);
    made.extend(text);
    let other = if dice.falls(0.6) { donor(dice) } else { None };
    made.extend(own.after.iter().filter(|atom| !is_furniture(atom) || other.is_none()).cloned());
    made.extend(other.into_iter().flat_map(|page| page.after.iter().filter(|atom| is_furniture(atom)).cloned()));
    write(&made, rendering, dice)
}

fn body(own: &Page, donor: Option<&Page>, dice: &mut Dice) -> Vec<Atom> {
    let picture = bits(&ALL, &[Kind::Caption, Kind::Credit]);
    let strange = dice.falls(0.6);
    let (mut text, mut loose): (Vec<Vec<Atom>>, Vec<Vec<Atom>>) = (Vec::new(), Vec::new());
    for (furniture, group) in groups(&own.body) {
        if furniture {
            if !strange {
                text.push(group);
            }
        } else if group.iter().any(|atom| atom.allowed & picture != 0) && dice.falls(0.5) {
            loose.push(group);
        } else {
            text.push(group);
        }
    }
    if strange {
        let runs = donor.map_or_else(Vec::new, |page| groups(&page.body));
        loose.extend(runs.into_iter().filter(|(furniture, _)| *furniture).map(|(_, group)| group));
    }
    for group in loose {
        // Not before the first line: the body's beginning stays its own.
        let at = 1 + dice.roll() as usize % text.len().max(1);
        text.insert(at.min(text.len()), group);
    }
    text.into_iter().flatten().collect()
}

/// The lines as a page; sometimes with blank lines between all of them.
fn write(atoms: &[Atom], rendering: &str, dice: &mut Dice) -> String {
    let apart = matches!(rendering, "article" | "markdown") && dice.falls(0.3);
    let mut text = String::new();
    for atom in atoms {
        let own = atom.text.trim_start_matches('\n');
        let gap = if apart { 2 } else { (atom.text.len() - own.len()).max(1) };
        if !text.is_empty() {
            text.push_str(&"\n".repeat(gap));
        }
        text.push_str(own);
    }
    text.push('\n');
    text
}

fn shuffle<T>(items: &mut [T], dice: &mut Dice) {
    for at in (1..items.len()).rev() {
        items.swap(at, dice.roll() as usize % (at + 1));
    }
}
