//! Any text: a record whose offsets fit the input and whose bytes are the same the second time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newscopy::ingest::Source;

fuzz_target!(|text: &str| {
    let source = Source { text: text.to_owned(), encoding: "UTF-8", bytes: text.len(), ..Source::default() };
    let options = newscopy::Options { blocks: true, ..newscopy::Options::default() };
    let record = newscopy::extract(&source, &options);
    let length = text.chars().count();
    for statement in &record.statements {
        assert!(!statement.spans.is_empty());
        assert!(statement.spans.iter().all(|(start, end)| start <= end && *end <= length));
        assert!(statement.repeats.is_none_or(|at| at < record.statements.len()));
        assert!((0.0..=1.0).contains(&statement.confidence));
    }
    for speaker in &record.speakers {
        assert!(speaker.statements.iter().all(|at| *at < record.statements.len()));
    }
    let bytes = serde_json::to_vec(&record).expect("a record is JSON");
    assert_eq!(bytes, serde_json::to_vec(&newscopy::extract(&source, &options)).expect("a record is JSON"));
});
