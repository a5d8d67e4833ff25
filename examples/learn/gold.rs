//! Annotated articles: `<name>.txt` beside `<name>.gold.json`.
//!
//! In: folders. Out: [`Document`]s with passages and annotations in bytes of the text. Where the gold tells the extent of
//! the body (`record.body`), its lines are the paragraphs; else the first line is the headline, every other one a paragraph.

use std::path::{Path, PathBuf};

use newscopy::statements::{Part, Passage};
use newscopy::text::{Fragments, Span};
use serde_json::Value;

/// An annotated statement, in bytes.
#[derive(Debug, Default)]
pub(crate) struct Annotation {
    pub content: Vec<Span>,
    pub cue: Vec<Span>,
    pub source: Vec<Span>,
    pub reporting: bool,
}

/// An annotated article.
#[derive(Debug)]
pub(crate) struct Document {
    pub passages: Vec<Passage>,
    pub annotations: Vec<Annotation>,
    /// The outlet, as the file's name tells it: what stands before the first `_`.
    pub publisher: String,
    /// How often it counts.
    pub weight: f64,
}

/// Reads the articles of a folder, sorted by name.
pub(crate) fn folder(folder: &Path, general: f64) -> Vec<Document> {
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.retain(|file| file.to_string_lossy().ends_with(".gold.json"));
    files.iter().map(|file| document(file, general)).collect()
}

fn document(file: &Path, general: f64) -> Document {
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(file).expect("gold")).expect("gold is JSON");
    let text = std::fs::read_to_string(file.to_string_lossy().replace(".gold.json", ".txt")).expect("text");
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let span = |value: &Value| {
        let at = |index: usize| value[index].as_u64().and_then(|point| bytes.get(point as usize)).copied().unwrap_or(0);
        Span::new(at(0), at(1))
    };
    let spans = |value: &Value| -> Vec<Span> {
        match value.as_array() {
            Some(list) if list.first().is_some_and(Value::is_number) => vec![span(value)],
            Some(list) => list.iter().map(span).collect(),
            None => Vec::new(),
        }
    };
    let annotation = |value: &Value| Annotation {
        content: spans(&value["content"]),
        cue: spans(&value["cue"]),
        source: spans(&value["source"]),
        reporting: value["reporting"].as_bool().unwrap_or(true),
    };
    let annotations =
        gold["attributions"].as_array().map(|list| list.iter().map(annotation).collect()).unwrap_or_default();
    let record = &gold["record"];
    let passages = if record.is_object() {
        let mut passages = lines(&text, &spans(&record["headline"]), Part::Headline);
        passages.extend(lines(&text, &spans(&record["dek"]), Part::Dek));
        let headings = spans(&record["headings"]);
        let mut body = lines(&text, &spans(&record["body"]), Part::Body);
        for passage in &mut body {
            if headings.iter().any(|heading| heading.meets(passage.text.span())) {
                passage.part = Part::Heading;
            }
        }
        passages.extend(body);
        passages
    } else {
        let mut passages = lines(&text, &[Span::new(0, text.len())], Part::Body);
        if let Some(first) = passages.first_mut() {
            first.part = Part::Headline;
        }
        passages
    };
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let publisher = name.split('_').next().unwrap_or_default().to_owned();
    Document { passages, annotations, publisher, weight: if record.is_object() { general } else { 1.0 } }
}

/// The lines under some spans, each a passage.
fn lines(text: &str, spans: &[Span], part: Part) -> Vec<Passage> {
    let mut found = Vec::new();
    for span in spans {
        let mut at = span.start;
        for line in span.of(text).split('\n') {
            let own = Span::new(at, at + line.len());
            at += line.len() + 1;
            let text = Fragments::plain(text, own);
            if !text.is_empty() {
                found.push(Passage { part, section: Some(0), paragraph: None, text, sentences: Vec::new() });
            }
        }
    }
    found
}
