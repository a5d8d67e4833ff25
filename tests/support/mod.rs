//! What several test files share: reading an article, and holding a record against an editor's expectation.
#![allow(dead_code, unreachable_pub)] // each test file uses a part

pub mod expect;
pub mod properties;
pub mod seed;

use newscopy::ingest::Source;
use newscopy::{Options, Record, extract};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// One article of a folder.
pub struct Article {
    /// The file's name without its ending.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The `*.txt` files of a folder of the project, sorted by name.
pub fn articles(folder: &str) -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let is_article = |file: &PathBuf| file.extension().is_some_and(|end| end == "txt");
    let article = |file: PathBuf| Article {
        name: file.file_stem().and_then(|stem| stem.to_str()).expect("a file has a name").to_owned(),
        text: std::fs::read_to_string(&file).expect("an article is UTF-8"),
    };
    files.into_iter().filter(is_article).map(article).collect()
}

/// The record of a text, with its blocks.
pub fn record(text: &str) -> Record {
    let source = Source { text: text.to_owned(), encoding: "UTF-8", bytes: text.len(), ..Source::default() };
    extract(&source, &Options { blocks: true, ..Options::default() })
}

/// The record as the command prints it.
pub fn json(record: &Record) -> String {
    serde_json::to_string_pretty(record).expect("a record is JSON")
}

/// Letters and digits in lower case: what stays the same when white space, marks and mark-up change.
pub fn letters(text: &str) -> String {
    text.chars().filter(|found| found.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The runs of letters and digits, in lower case.
pub fn words(text: &str) -> Vec<String> {
    text.split(|found: char| !found.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Holds what is wrong against the list of what is known to be: a failure that is not listed fails the test, and so does a
/// line that is right now. With `NEWSCOPY_LIST_FAILURES=1` the list is written anew.
pub fn known_failures(list: &str, wrong: &BTreeMap<String, String>) {
    const HEAD: &str = "# What should be right and is not yet, one a line, sorted. A line that is right now fails the test\n\
                        # until it is struck off, and so does a failure that is not listed.\n";
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(list);
    if std::env::var_os("NEWSCOPY_LIST_FAILURES").is_some() {
        let lines: String = wrong.keys().map(|line| format!("{line}\n")).collect();
        std::fs::write(&file, format!("{HEAD}{lines}")).expect("the list can be written");
    }
    let known = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let known: BTreeSet<&str> = known.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    let new = wrong.iter().filter(|(line, _)| !known.contains(line.as_str()));
    let told: String = new.map(|(line, what)| format!("{line}: {what}\n")).collect();
    assert!(told.is_empty(), "wrong, and not listed in {list}:\n{told}");
    let fixed: Vec<_> = known.into_iter().filter(|line| !wrong.contains_key(*line)).collect();
    assert!(fixed.is_empty(), "right now; strike them off {list}:\n{fixed:#?}");
}
