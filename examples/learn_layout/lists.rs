//! Bodies set out as lists and interviews: headings that number, name or ask before every few paragraphs.
//!
//! In: the atoms of a body, and the headings and questions of other articles. Out: headings put between the atoms, and
//! their wording for the gold. Few of the articles at hand are lists or interviews, and many that users have are.

use std::collections::BTreeMap;

use newscopy::layout::states::Kind;
use serde_json::Value;

use crate::crf::Dice;
use crate::gold::Doc;
use crate::marks::bits;
use crate::mix::Atom;

/// Wording by language: (publisher, text).
#[derive(Default)]
pub(crate) struct Pool {
    headings: BTreeMap<String, Vec<(String, String)>>,
    questions: BTreeMap<String, Vec<(String, String)>>,
}

impl Pool {
    pub(crate) fn of(docs: &[&Doc]) -> Self {
        let mut pool = Self::default();
        for doc in docs.iter().filter(|doc| doc.id.ends_with(".article.txt")) {
            let Some(source) = &doc.source else { continue };
            for section in source.gold["sections"].as_array().into_iter().flatten() {
                let own = |text: &str| (doc.publisher.clone(), text.to_owned());
                let headings = strings(&section["headings"]).filter(|text| text.chars().count() < 90);
                pool.headings.entry(doc.language.clone()).or_default().extend(headings.map(own));
                let questions = strings(&section["paragraphs"])
                    .flat_map(|text| text.split_inclusive(['.', '?', '!']))
                    .map(|text| text.trim().trim_start_matches(['"', '“', '”']).trim())
                    .filter(|text| text.ends_with('?') && (12..140).contains(&text.chars().count()));
                pool.questions.entry(doc.language.clone()).or_default().extend(questions.map(own));
            }
        }
        pool
    }
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Puts headings between the paragraphs; gives back their wording.
pub(crate) fn set_out(atoms: &mut Vec<Atom>, doc: &Doc, pool: &Pool, rendering: &str, dice: &mut Dice) -> Vec<String> {
    let asks = dice.falls(0.3);
    let wording = if asks { &pool.questions } else { &pool.headings };
    let others: Vec<&str> = wording
        .get(&doc.language)
        .into_iter()
        .flatten()
        .filter(|(publisher, _)| *publisher != doc.publisher)
        .map(|(_, text)| text.as_str())
        .collect();
    let paragraph = bits(&[3], &[Kind::Paragraph]);
    let places: Vec<usize> = (1..atoms.len()).filter(|at| atoms[*at].allowed == paragraph).collect();
    if others.len() < 8 || places.len() < 4 {
        return Vec::new();
    }
    // Numbers stand before the heading, on a line of their own, or nowhere.
    let numbers = if asks { 0 } else { dice.roll() as usize % 3 };
    let marks = ["## ", "### ", "**", ""][dice.roll() as usize % 4];
    let mut every = dice.roll() as usize % 3;
    let (mut made, mut count, mut out) = (Vec::new(), 0, Vec::new());
    for (at, atom) in atoms.drain(..).enumerate() {
        if places.contains(&at) && every == 0 {
            every = dice.roll() as usize % 3;
            count += 1;
            let gap = &atom.text[..atom.text.len() - atom.text.trim_start_matches('\n').len()];
            let mut text = others[dice.roll() as usize % others.len()].to_owned();
            if numbers == 1 {
                out.push(atom_of(format!("{gap}{count}")));
            } else if numbers == 2 {
                text = format!("{count}. {text}");
            }
            let marked = match (rendering, marks) {
                ("markdown", "**") => format!("{gap}**{text}**"),
                ("markdown", marks) => format!("{gap}{marks}{text}"),
                _ => format!("{gap}{text}"),
            };
            out.push(atom_of(marked));
            made.push(text);
        } else if places.contains(&at) {
            every -= 1;
        }
        out.push(atom);
    }
    *atoms = out;
    made
}

fn atom_of(text: String) -> Atom {
    Atom { text, allowed: 0, units: 1 }
}
