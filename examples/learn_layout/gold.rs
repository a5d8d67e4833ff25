//! Annotated articles: every rendering with its text, what the library sees in it, and its gold.
//!
//! In: folders. Out: [`Doc`]s, marked by [`super::marks`].

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use newscopy::layout::states::Kind;
use newscopy::layout::{View, view};
use serde_json::Value;

use crate::marks::{Marker, bits};

pub(crate) struct Doc {
    pub id: String,
    pub publisher: String,
    pub language: String,
    pub text: String,
    pub view: View,
    /// For each unit the states that it may be in.
    pub allowed: Vec<u32>,
    /// Whether the headline stands above the body.
    pub headed: bool,
    /// Whether the scorer knows it.
    pub scored: bool,
    /// Whether other pages' lines stand in it.
    pub mixed: bool,
    /// How much the document counts.
    pub weight: f64,
    /// What it was marked by; articles that are body alone have nothing.
    pub source: Option<Rc<Source>>,
}

/// An article's gold, and what the records folders add.
pub(crate) struct Source {
    pub gold: Value,
    extra: Option<Extra>,
}

impl Source {
    /// The same article with more headings.
    pub(crate) fn with_headings(self: &Rc<Self>, headings: Vec<String>) -> Rc<Self> {
        if headings.is_empty() {
            return Rc::clone(self);
        }
        let mut gold = self.gold.clone();
        if let Some(sections) = gold["sections"].as_array_mut() {
            sections.push(serde_json::json!({ "headings": headings, "paragraphs": [] }));
        }
        Rc::new(Self { gold, extra: self.extra.clone() })
    }
}

/// What the records folders add for an article.
#[derive(Clone, Default)]
pub(crate) struct Extra {
    pub kicker: Option<String>,
    pub dek: Option<String>,
    pub notes: Vec<String>,
    pub quotes: Vec<(String, String)>,
    pub captions: Vec<String>,
}

/// Loads every rendering of every article.
pub(crate) fn load(structure: &Path, records: &[PathBuf]) -> Vec<Doc> {
    let extras = extras(records);
    let mut docs = Vec::new();
    for path in golds(structure) {
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let stem = path.to_str().unwrap().strip_suffix(".gold.json").unwrap().to_owned();
        let name = Path::new(&stem).file_name().unwrap().to_str().unwrap().to_owned();
        let source = Rc::new(Source { extra: extras.get(&name).cloned(), gold });
        let gold = &source.gold;
        for rendering in ["article", "page", "lines", "markdown", "wrapped", "plain", "spare"] {
            let text = match rendering {
                "plain" | "spare" => plain(gold, rendering == "spare"),
                _ => std::fs::read_to_string(format!("{stem}.{rendering}.txt")).unwrap_or_default(),
            };
            if text.is_empty() {
                continue;
            }
            let text = text.trim_start_matches('\u{feff}').to_owned();
            let id = format!("{}/{name}.{rendering}.txt", gold["lang"].as_str().unwrap());
            docs.push(marked(id, text, &source, !matches!(rendering, "plain" | "spare"), false));
        }
    }
    docs
}

/// A text with its article's gold found in it.
pub(crate) fn marked(id: String, text: String, source: &Rc<Source>, scored: bool, mixed: bool) -> Doc {
    let gold = &source.gold;
    let view = view(&text);
    let mut doc = Doc {
        id,
        publisher: gold["publisher"].as_str().unwrap().to_owned(),
        language: gold["lang"].as_str().unwrap().to_owned(),
        text,
        view,
        allowed: Vec::new(),
        headed: false,
        scored,
        mixed,
        weight: if gold["lang"] == "en" { 1.5 } else { 1.0 },
        source: Some(Rc::clone(source)),
    };
    Marker::new(&mut doc, gold, source.extra.as_ref()).mark();
    doc
}

/// Articles as archives keep them, all body under a headline: every sixth file of a folder.
pub(crate) fn load_plain(folder: &Path) -> Vec<Doc> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    let mut docs = Vec::new();
    for path in paths.iter().step_by(6) {
        let text = std::fs::read_to_string(path).unwrap();
        let view = view(&text);
        let paragraph = bits(&[3], &[Kind::Paragraph]);
        let choice = paragraph | bits(&[3], &[Kind::Heading, Kind::Inside]) | bits(&[4], &[Kind::After, Kind::Note]);
        let set = |(at, text): (usize, &String)| match (at, text.len()) {
            (0, _) => bits(&[1], &[Kind::Headline]),
            (_, 40..) => paragraph,
            _ => choice,
        };
        let allowed = view.texts.iter().enumerate().map(set).collect();
        let (id, publisher) = (path.display().to_string(), "archive".to_owned());
        docs.push(Doc {
            id,
            publisher,
            language: "en".to_owned(),
            text,
            view,
            allowed,
            headed: true,
            scored: false,
            mixed: false,
            weight: 0.5,
            source: None,
        });
    }
    docs
}

/// The article alone, as archives keep it: headline, paragraphs; with headings, or spare of them.
fn plain(gold: &Value, spare: bool) -> String {
    let mut lines = vec![gold["title"].as_str().unwrap_or("").to_owned()];
    for section in gold["sections"].as_array().into_iter().flatten() {
        for name in ["headings", "paragraphs"].into_iter().skip(usize::from(spare)) {
            lines.extend(section[name].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
        }
    }
    lines.join("\n\n")
}

fn golds(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_str().is_some_and(|name| name.ends_with(".gold.json")) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn extras(folders: &[PathBuf]) -> HashMap<String, Extra> {
    let mut made = HashMap::new();
    for path in folders.iter().flat_map(|folder| golds(folder)) {
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let stem = path.to_str().unwrap().strip_suffix(".gold.json").unwrap().to_owned();
        let text: Vec<char> = std::fs::read_to_string(format!("{stem}.txt")).unwrap().chars().collect();
        let cut = |span: &Value| -> Option<String> {
            let (start, end) = (span[0].as_u64()? as usize, span[1].as_u64()? as usize);
            Some(key(&text[start..end].iter().collect::<String>()))
        };
        let record = &gold["record"];
        let list = |name: &str| record[name].as_array().cloned().unwrap_or_default();
        let extra = Extra {
            kicker: cut(&record["kicker"]),
            dek: cut(&record["dek"]),
            notes: list("notes").iter().filter_map(|note| cut(&note["text"])).collect(),
            quotes: list("pull_quotes")
                .iter()
                .filter_map(|quote| Some((cut(&quote["text"])?, key(quote["speaker"].as_str().unwrap_or("")))))
                .collect(),
            captions: list("captions").iter().filter_map(|caption| cut(&caption["text"])).collect(),
        };
        made.insert(Path::new(&stem).file_name().unwrap().to_str().unwrap().to_owned(), extra);
    }
    made
}

/// Letters and digits, in small letters.
pub(crate) fn key(text: &str) -> String {
    text.chars().filter(|found| found.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
