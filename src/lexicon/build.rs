//! Lists every word list below `src/lexicon/<language>/` in one table, so that a new language is a new folder and nothing else.
//!
//! In: the files `src/lexicon/<language>/<name>.txt` and `.tsv`. Out: `$OUT_DIR/files.rs`, a sorted slice of
//! `(language, file name, text, columns)`; the columns of a list's entries are places in its text. Their format is told in
//! `lexicon::list`. Beside it the weights of the role model, for `layout::model`, and those of the statement models, for
//! `statements::features`.

// Of the library’s files only what reads the table of weights is asked.
#![allow(dead_code, unreachable_pub)]

// The library's own reader of the table of weights, and what it asks.
#[path = "../layout/families.rs"]
mod families;
#[path = "../layout/states.rs"]
mod states;
#[path = "../layout/templates.rs"]
mod templates;
#[path = "../layout/weights.rs"]
mod weights;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("src/lexicon");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut rows = Vec::new();
    for language in sorted(&root).into_iter().filter(|name| root.join(name).is_dir()) {
        let folder = root.join(&language);
        println!("cargo:rerun-if-changed={}", folder.display());
        for file in sorted(&folder).into_iter().filter(|name| name.ends_with(".txt") || name.ends_with(".tsv")) {
            rows.push((language.clone(), file.clone(), folder.join(file)));
        }
    }
    let mut code = String::from("&[\n");
    for (language, file, path) in rows {
        let text =
            if file.ends_with(".txt") { fs::read_to_string(&path).expect("a list is UTF-8") } else { String::new() };
        let (path, columns) = (path.display().to_string(), columns(&text));
        writeln!(code, "    ({language:?}, {file:?}, include_str!({path:?}), &{columns:?}),")
            .expect("a string takes it");
    }
    code.push_str("]\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("files.rs");
    fs::write(out, code).expect("the build folder can be written");
    layout_weights();
    statement_weights(&root);
}

/// The columns of a list's entries: first byte, length, and whether the entry ends with it.
fn columns(text: &str) -> Vec<(u32, u16, bool)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let head = line == "#" || line.starts_with("# ");
        if !head && !line.trim().is_empty() {
            let (mut at, mut columns) = (start, line.split(" | ").peekable());
            while let Some(column) = columns.next() {
                let first = at + column.len() - column.trim_start().len();
                let number = |size: usize| u16::try_from(size).expect("a line is short");
                let first = u32::try_from(first).expect("a list is short");
                found.push((first, number(column.trim().len()), columns.peek().is_none()));
                at += column.len() + " | ".len();
            }
        }
        start += line.len() + 1;
    }
    found
}

/// `src/layout/weights.tsv` as numbers, so that no start of the program reads them: `$OUT_DIR/weights.rs`.
fn layout_weights() {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("src/layout");
    for name in ["families.rs", "states.rs", "templates.rs", "weights.rs", "weights.tsv"] {
        println!("cargo:rerun-if-changed={}", folder.join(name).display());
    }
    let table = fs::read_to_string(folder.join("weights.tsv")).expect("the weights are there");
    let weights::Weights { features, steps, first, last } = weights::Weights::parse(&table);
    let code = format!(
        "{{ static FEATURES: &[[i32; COLUMNS]] = &{features:?};
        Weights {{ features: std::borrow::Cow::Borrowed(FEATURES), steps: {steps:?}, first: {first:?}, last: {last:?} }} }}"
    );
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("weights.rs");
    fs::write(out, code).expect("the build folder can be written");
}

/// The weights of the statement models, cut into names and numbers: `$OUT_DIR/statement_weights.rs`, a slice of (language, names,
/// rows). A row has the numbers of its question's, its template's and its values' names, and the weight; no value is number 0.
fn statement_weights(lexicon: &Path) {
    let mut code = String::from("&[\n");
    for language in sorted(lexicon) {
        let (mut names, mut rows) = (BTreeMap::from([(String::new(), 0)]), Vec::new());
        for file in ["weights.tsv", "weight_overrides.tsv"] {
            let table = fs::read_to_string(lexicon.join(&language).join(file)).unwrap_or_default();
            for line in table.lines().filter(|line| !line.starts_with('#')) {
                let mut columns = line.split('\t');
                let (Some(question), Some(feature), Some(weight)) = (columns.next(), columns.next(), columns.next())
                else {
                    continue;
                };
                let (template, values) = feature.split_once('=').unwrap_or((feature, ""));
                let mut row = [0; 7];
                let parts = [question, template].into_iter().chain(values.split(' '));
                for (slot, part) in row.iter_mut().zip(parts) {
                    let next = names.len();
                    *slot = *names.entry(part.to_owned()).or_insert(next);
                }
                rows.push((row, weight.trim().parse::<i16>().expect("a weight is a number")));
            }
        }
        let mut listed = vec![String::new(); names.len()];
        names.into_iter().for_each(|(name, number)| listed[number] = name);
        if !rows.is_empty() {
            writeln!(code, "    ({language:?}, &{listed:?}, &{rows:?}),").expect("a string takes it");
        }
    }
    code.push_str("]\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("statement_weights.rs");
    fs::write(out, code).expect("the build folder can be written");
}

fn sorted(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the lexicon folder is there");
    let mut names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}
