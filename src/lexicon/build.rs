//! Lists every word list below `src/lexicon/<language>/` in one table, so that a new language is a new folder and nothing else.
//!
//! In: the files `src/lexicon/<language>/<name>.txt` and `.tsv`. Out: `$OUT_DIR/files.rs`, a sorted slice of
//! `(language, file name, text)`. Reading the lists is left to `lexicon::list`. Beside it the weights of the role model, for
//! `layout::model`.

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
        let path = path.display().to_string();
        writeln!(code, "    ({language:?}, {file:?}, include_str!({path:?})),").expect("a string takes it");
    }
    code.push_str("]\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("files.rs");
    fs::write(out, code).expect("the build folder can be written");
    layout_weights();
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

fn sorted(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the lexicon folder is there");
    let mut names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}
