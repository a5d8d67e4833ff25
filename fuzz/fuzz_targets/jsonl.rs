//! Any line: an article with text, or a typed error; the fields that are kept are JSON as they stand.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newscopy::ingest::{Fields, json_line};

fuzz_target!(|line: &[u8]| {
    let fields = Fields { keep_others: true, ..Fields::default() };
    let found = json_line(line, &fields);
    if let Ok(source) = found.source {
        assert!(!source.text.trim().is_empty());
        assert_eq!(source.id, found.id);
    }
    for (key, value) in found.others {
        assert!(key != "id" && key != "text");
        serde_json::from_str::<serde::de::IgnoredAny>(value.get()).expect("a kept field is JSON");
    }
});
