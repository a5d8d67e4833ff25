//! What an editor knows to be right, field by field: `fixtures/articles/<name>.expect.json`.
//!
//! Only the fields that the file names are checked. `headline`, `kicker`, `published`, `dateline` … are equal or not;
//! `byline.authors` is a list of names or of objects; `headings` and `paragraphs` (how many a section) describe the
//! sections; `captions` are all of them, in order; `notes`, `furniture`, `pull_quotes` and `statements` must each be
//! there. A text is compared by its letters and digits, and ` … ` leaves its middle out: `The river rose … on Monday.`
//! Every difference has a field name (`headline`, `captions[1].names`, `statement: the river rose in`), which is what
//! `fixtures/known_failures/articles.txt` lists.

use super::{letters, words};
use newscopy::Record;
use serde_json::Value;
use std::collections::BTreeMap;

/// The differences: field name to what is wrong with it.
pub type Differences = BTreeMap<String, String>;

/// Holds a record against an expectation.
pub fn differences(expected: &Value, record: &Record) -> Differences {
    let record = serde_json::to_value(record).expect("a record is JSON");
    let mut found = Differences::new();
    for (field, want) in expected.as_object().expect("an expectation is an object") {
        match field.as_str() {
            "dek" => text(&mut found, field, want, &record["dek"]),
            "byline.text" => text(&mut found, field, want, &record["byline"]["text"]),
            "byline.agency" => equal(&mut found, field, want, &record["byline"]["agency"]),
            "byline.authors" => authors(&mut found, want, &record["byline"]["authors"]),
            "captions" => captions(&mut found, want, &record["captions"]),
            "headings" => equal(&mut found, field, want, &headings(&record)),
            "paragraphs" => equal(&mut found, field, want, &paragraphs(&record)),
            "statements" => statements(&mut found, want, &record["statements"]),
            "notes" | "furniture" | "pull_quotes" => listed(&mut found, field, want, &record[field]),
            _ => equal(&mut found, field, want, &record[field]),
        }
    }
    found
}

fn equal(found: &mut Differences, field: &str, want: &Value, is: &Value) {
    if want != is {
        found.insert(field.to_owned(), format!("is {is}, should be {want}"));
    }
}

fn text(found: &mut Differences, field: &str, want: &Value, is: &Value) {
    if !same_text(want, is) {
        found.insert(field.to_owned(), format!("is {is}, should be {want}"));
    }
}

/// Whether a text fits a pattern; null fits null alone.
fn same_text(want: &Value, is: &Value) -> bool {
    let (Some(want), Some(is)) = (want.as_str(), is.as_str()) else { return want == is };
    let is = letters(is);
    match want.split_once('…') {
        Some((head, tail)) => {
            let (head, tail) = (letters(head), letters(tail));
            is.len() >= head.len() + tail.len() && is.starts_with(&head) && is.ends_with(&tail)
        }
        None => is == letters(want),
    }
}

fn authors(found: &mut Differences, want: &Value, is: &Value) {
    let name = |author: &Value| author.get("name").unwrap_or(author).clone();
    let names = |list: &Value| Value::Array(list.as_array().into_iter().flatten().map(name).collect());
    equal(found, "byline.authors", &names(want), &names(is));
    for (number, author) in want.as_array().into_iter().flatten().enumerate() {
        for (key, value) in author.as_object().into_iter().flatten() {
            equal(found, &format!("byline.authors[{number}].{key}"), value, &is[number][key]);
        }
    }
}

fn captions(found: &mut Differences, want: &Value, is: &Value) {
    let count = |list: &Value| list.as_array().map_or(0, Vec::len);
    equal(found, "captions", &count(want).into(), &count(is).into());
    for (number, caption) in want.as_array().into_iter().flatten().enumerate() {
        for (key, value) in caption.as_object().into_iter().flatten() {
            let field = format!("captions[{number}].{key}");
            match key.as_str() {
                "text" => text(found, &field, value, &is[number]["text"]),
                "credit" => text(found, &field, value, &is[number]["credit"]["text"]),
                "occurrences" => equal(found, &field, value, &is[number][key]),
                _ => equal(found, &field, value, &is[number]["credit"][key]),
            }
        }
    }
}

fn headings(record: &Value) -> Value {
    Value::Array(
        record["sections"].as_array().into_iter().flatten().map(|section| section["heading"].clone()).collect(),
    )
}

fn paragraphs(record: &Value) -> Value {
    let count = |section: &Value| section["paragraphs"].as_array().map_or(0, Vec::len).into();
    Value::Array(record["sections"].as_array().into_iter().flatten().map(count).collect())
}

fn listed(found: &mut Differences, field: &str, want: &Value, is: &Value) {
    let fits = |want: &Value, entry: &Value| {
        want.as_object().into_iter().flatten().all(|(key, value)| same_text(value, &entry[key]))
    };
    for (number, want) in want.as_array().into_iter().flatten().enumerate() {
        if !is.as_array().into_iter().flatten().any(|entry| fits(want, entry)) {
            found.insert(format!("{field}[{number}]"), format!("no {want} in {is}"));
        }
    }
}

/// Each statement is looked for by its text; then its other fields are compared.
fn statements(found: &mut Differences, want: &Value, is: &Value) {
    for want in want.as_array().into_iter().flatten() {
        let field = format!(
            "statement: {}",
            words(want["text"].as_str().unwrap_or("")).iter().take(4).cloned().collect::<Vec<_>>().join(" ")
        );
        let in_part = |entry: &&Value| want.get("part").is_none_or(|part| *part == entry["part"]);
        let mut fitting = is
            .as_array()
            .into_iter()
            .flatten()
            .filter(in_part)
            .filter(|entry| same_text(&want["text"], &entry["text"]));
        let Some(entry) = fitting.next() else {
            found.insert(field, format!("no statement {}", want["text"]));
            continue;
        };
        let wrong: Vec<String> =
            want.as_object().into_iter().flatten().filter_map(|(key, value)| wrong(key, value, entry)).collect();
        if !wrong.is_empty() {
            found.insert(field, wrong.join("; "));
        }
    }
}

fn wrong(key: &str, want: &Value, entry: &Value) -> Option<String> {
    let (is, right) = match key {
        "text" => return None,
        "speaker" => (&entry["speaker"]["name"], same_name(want, &entry["speaker"]["name"])),
        "speaker_kind" => (&entry["speaker"]["kind"], *want == entry["speaker"]["kind"]),
        "cue" => (&entry["cue"]["text"], holds(&entry["cue"]["text"], want)),
        "addressee" => (&entry["addressee"], holds(&entry["addressee"], want)),
        _ => (&entry[key], *want == entry[key]),
    };
    (!right).then(|| format!("{key} is {is}, should be {want}"))
}

/// Whether the words of one hold those of the other: a cue with its auxiliaries is the same cue.
fn holds(is: &Value, want: &Value) -> bool {
    match (is.as_str(), want.as_str()) {
        (Some(is), Some(want)) => {
            let (is, want) = (words(is).join(" "), words(want).join(" "));
            is.contains(&want) || (!is.is_empty() && want.contains(&is))
        }
        _ => is == want,
    }
}

fn same_name(want: &Value, is: &Value) -> bool {
    holds(is, want)
}
