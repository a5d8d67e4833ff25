//! The contract, written down a second time by a reader who trusts nobody: types that accept exactly the documented
//! keys, and the JSON Schema, both held against the record of every article at hand.
#![allow(dead_code)] // the fields are there to be read, not to be used

mod support;

use serde::Deserialize;
use serde_json::Value;
use support::{articles, record};

/// Every key must be there: null is said, not left out.
fn said<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(value: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(value)
}

macro_rules! strict {
    ($($name:ident { $($key:ident: $kind:ty,)* ? $($nullable:ident: $inner:ty,)* })*) => {$(
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name {
            $($key: $kind,)*
            $(#[serde(deserialize_with = "said")] $nullable: Option<$inner>,)*
        }
    )*};
}

strict! {
    Record {
        schema_version: u32, captions: Vec<Caption>, sections: Vec<Section>, pull_quotes: Vec<PullQuote>,
        stamps: Vec<String>, statements: Vec<Statement>, speakers: Vec<Entry>, notes: Vec<Labelled>, furniture: Vec<Labelled>,
        warnings: Vec<Warning>, blocks: Vec<Block>, ?
        id: String, language: String, kicker: String, headline: String, dek: String, byline: Byline,
        published: String, updated: String, dateline: Dateline,
    }
    Byline { text: String, authors: Vec<Author>, ? agency: String, }
    Author { name: String, ? role: String, affiliation: String, }
    Dateline { text: String, places: Vec<String>, ? region: String, date: String, agency: String, }
    Caption { text: String, occurrences: usize, ? credit: Credit, }
    Credit { text: String, names: Vec<String>, agencies: Vec<String>, qualifiers: Vec<String>, ? label: String, }
    Section { paragraphs: Vec<String>, ? heading: String, }
    PullQuote { text: String, placement: String, ? attribution: String, statement: usize, }
    Statement {
        kind: String, text: String, spans: Vec<(usize, usize)>, part: String, confidence: f64, ?
        speaker: Speaker, cue: Cue, addressee: String, when: When, section: usize, paragraph: usize, repeats: usize,
    }
    Speaker { kind: String, ? name: String, mention: String, span: (usize, usize), description: String, }
    Cue { text: String, span: (usize, usize), ? }
    When { date: String, ? }
    Entry { name: String, kind: String, statements: Vec<usize>, ? description: String, }
    Labelled { kind: String, text: String, ? }
    Warning { code: String, ? span: (usize, usize), }
    Block { role: String, span: (usize, usize), ? }
}

const KINDS: [&str; 3] = ["direct", "indirect", "mixed"];
const PARTS: [&str; 4] = ["headline", "dek", "body", "pull_quote"];
const SPEAKERS: [&str; 5] = ["person", "organization", "group", "document", "unnamed"];
const PLACEMENTS: [&str; 3] = ["dek", "heading", "body"];
const NOTES: [&str; 5] = ["signoff", "correction", "editor", "bio", "source"];
const FURNITURE: [&str; 13] = [
    "navigation",
    "share",
    "advertisement",
    "newsletter",
    "related",
    "comments",
    "tags",
    "media",
    "form",
    "prompt",
    "legal",
    "alt",
    "other",
];
const WARNINGS: [&str; 7] =
    ["empty", "no_headline", "no_body", "relative_date", "ambiguous_date", "ambiguous_speaker", "replaced_characters"];

fn every_record() -> Vec<(String, Value)> {
    let all = ["fixtures/articles", "seeds"].into_iter().flat_map(articles);
    all.map(|article| {
        let made = serde_json::to_value(record(&article.text)).expect("a record is JSON");
        (article.name, made)
    })
    .collect()
}

#[test]
fn every_key_is_there_and_no_other() {
    for (name, value) in every_record() {
        let record: Record = serde_json::from_value(value).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(record.schema_version, 1, "{name}");
        for statement in &record.statements {
            assert!(KINDS.contains(&statement.kind.as_str()) && PARTS.contains(&statement.part.as_str()), "{name}");
            assert!(statement.speaker.iter().all(|speaker| SPEAKERS.contains(&speaker.kind.as_str())), "{name}");
            assert_eq!(
                statement.section.is_some(),
                statement.part == "body" || statement.part == "pull_quote",
                "{name}"
            );
        }
        assert!(record.speakers.iter().all(|entry| SPEAKERS.contains(&entry.kind.as_str())), "{name}");
        assert!(record.pull_quotes.iter().all(|quote| PLACEMENTS.contains(&quote.placement.as_str())), "{name}");
        assert!(record.notes.iter().all(|note| NOTES.contains(&note.kind.as_str())), "{name}");
        assert!(record.furniture.iter().all(|piece| FURNITURE.contains(&piece.kind.as_str())), "{name}");
        assert!(record.warnings.iter().all(|doubt| WARNINGS.contains(&doubt.code.as_str())), "{name}");
    }
}

#[test]
fn a_key_left_out_is_noticed() {
    let (_, mut value) = every_record().swap_remove(0);
    value.as_object_mut().expect("is an object").remove("updated");
    assert!(serde_json::from_value::<Record>(value).is_err());
}

#[test]
fn the_schema_holds_every_record() {
    let schema = serde_json::to_value(schemars::schema_for!(newscopy::Record)).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    for (name, value) in every_record() {
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
    }
    assert!(!validator.is_valid(&serde_json::json!({"schema_version": 1})));
}

#[test]
fn a_record_is_read_back_as_it_was() {
    for (name, value) in every_record() {
        let record: newscopy::Record =
            serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(serde_json::to_value(&record).expect("a record is JSON"), value, "{name}");
    }
}
