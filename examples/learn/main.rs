//! Fits the tables of the statement stage from annotated articles, with the library's own candidates and features.
//!
//! ```text
//! cargo run --release --example learn -- [--check] FOLDER…        > src/lexicon/en/weights.tsv
//! cargo run --release --example learn -- --cues FOLDER…           > src/lexicon/en/cues.txt
//! cargo run --release --example learn -- --confidence FOLDER…     > src/lexicon/en/confidence.txt
//! ```
//!
//! A folder holds `<name>.txt` and `<name>.gold.json`. `--check` prints cross-validated figures before it fits: four parts,
//! the articles of a publisher (the file's name up to the first `_`) all in one. `--general N` says how often an article
//! counts whose gold tells the extent of its body (default 2.5); `--l1`, `--l2` and `--least` set the penalties.
#![allow(clippy::print_stderr, clippy::print_stdout)] // a tool: its table goes to one, its figures to the other

mod decisions;
mod fit;
mod gold;
mod run;
mod score;
mod tables;
mod view;

use std::path::Path;

use fit::Penalty;
use gold::Document;
use newscopy::statements::learning::Pack;

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut number = |name: &str, default: f64| {
        let Some(at) = arguments.iter().position(|argument| argument == name) else { return default };
        let value = arguments.get(at + 1).and_then(|value| value.parse().ok()).unwrap_or(default);
        arguments.drain(at..(at + 2).min(arguments.len()));
        value
    };
    let general = number("--general", 2.5);
    let penalty = Penalty { l1: number("--l1", 2.0), l2: number("--l2", 0.15), least: number("--least", 5.0) };
    let (modes, folders): (Vec<String>, Vec<String>) =
        arguments.into_iter().partition(|argument| argument.starts_with("--"));
    let documents: Vec<Document> = folders.iter().flat_map(|folder| gold::folder(Path::new(folder), general)).collect();
    let pack = Pack::read("en").expect("English is listed");
    let set = run::Set::new(&documents, &pack);
    let has = |mode: &str| modes.iter().any(|own| own == mode);
    let table = if has("--cues") {
        run::cues(&set, &pack)
    } else if has("--confidence") {
        run::confidence(&set, &pack, penalty)
    } else {
        run::weights(&set, &pack, penalty, general, has("--check"))
    };
    print!("{table}");
}
