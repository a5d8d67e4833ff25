//! Any bytes: text or a typed error, never a panic; the byte order mark is taken off (a second one is a character of the text).
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for label in [None, Some("utf-16le"), Some("shift_jis")] {
        if let Ok(source) = newscopy::ingest::decode(bytes, label) {
            assert_eq!(source.bytes, bytes.len());
            let mark = [0xEF, 0xBB, 0xBF];
            let rest = bytes.strip_prefix(&mark);
            assert!(rest.is_none_or(|rest| rest.starts_with(&mark)) || !source.text.starts_with('\u{FEFF}'));
        }
    }
});
