//! Any bytes: text or a typed error, never a panic; what was decoded has no byte order mark.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for label in [None, Some("utf-16le"), Some("shift_jis")] {
        if let Ok(source) = newscopy::ingest::decode(bytes, label) {
            assert_eq!(source.bytes, bytes.len());
            assert!(!source.text.starts_with('\u{FEFF}'));
        }
    }
});
