//! Encodings: the bytes of one article to its text.
//!
//! In: bytes, and a label where the caller knows the encoding. Out: a [`Source`]; line ends stay as they are.
//! In this order, the first that fits:
//!
//! ```text
//! byte order mark        UTF-8, UTF-16 LE or BE; it wins over a label, as in browsers
//! label                  any WHATWG label (`utf-8`, `latin1`, `shift_jis`)
//! valid UTF-8            most of what there is
//! zero-byte pattern      `T\0h\0e\0`: UTF-16 without a mark, told by the side on which the zeros stand
//! nearly UTF-8           a few broken sequences among many good ones, or one cut off at the end
//! legacy                 what chardetng makes of the whole input (windows-1252, Shift_JIS, KOI8-U …)
//! ```
//!
//! Refused: nothing but white space, and bytes with so many control characters that they are no text.

use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

use super::{IngestError, Source};
use crate::text::Span;
use crate::text::chars::is_blank;
use crate::warnings::{Code, Warning};

/// One control character in so many is too many for text; a stray one, as old systems leave it, is none too many.
const CONTROLS_ONE_IN: usize = 100;

/// Good sequences of UTF-8 that outweigh one broken one: legacy text hardly ever holds any.
const GOOD_FOR_ONE_BROKEN: usize = 4;

/// Decodes the bytes of one article.
///
/// # Errors
/// Where the bytes are empty or no text, or `encoding` names none.
pub fn decode(bytes: &[u8], encoding: Option<&str>) -> Result<Source, IngestError> {
    let label = encoding.map(labelled).transpose()?;
    if bytes.is_empty() {
        return Err(IngestError::Empty);
    }
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((found, length)) => (found, length),
        None => (label.unwrap_or_else(|| guess(bytes)), 0),
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
    refuse(&text, bytes)?;
    let text = text.into_owned();
    let warnings = if broken { replaced(&text) } else { Vec::new() };
    Ok(Source { id: None, text, encoding: encoding.name(), bytes: bytes.len(), warnings })
}

fn labelled(label: &str) -> Result<&'static Encoding, IngestError> {
    // The label of an encoding that browsers refuse decodes to nothing.
    let found = Encoding::for_label(label.as_bytes()).filter(|found| *found != REPLACEMENT);
    found.ok_or_else(|| IngestError::UnknownEncoding(label.to_owned()))
}

/// The encoding of bytes that say nothing of it.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() || nearly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

/// UTF-16 without a mark: the zero bytes of its Latin letters, spaces and line ends all stand on one side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.len().is_multiple_of(2) || memchr::memchr(0, bytes).is_none() {
        return None;
    }
    let (mut first, mut second) = (0_usize, 0_usize);
    for pair in bytes.chunks_exact(2) {
        first += usize::from(pair.first() == Some(&0));
        second += usize::from(pair.last() == Some(&0));
    }
    let found = if second > first * 16 {
        UTF_16LE
    } else if first > second * 16 {
        UTF_16BE
    } else {
        return None;
    };
    found.decode_without_bom_handling_and_without_replacement(bytes).map(|_| found)
}

/// Whether a few sequences are broken among many that are good, or only the last is cut off.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut broken, mut cut) = (0, 0, false);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|found| !found.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
        // Only a sequence that the input's end cuts has a first byte of UTF-8 and its followers so far.
        cut = chunk.invalid().first().is_some_and(|first| *first >= 0xC2) && chunk.invalid().len() > 1;
    }
    good >= broken * GOOD_FOR_ONE_BROKEN || (broken == 1 && cut && bytes.last().is_some_and(|last| *last >= 0x80))
}

/// Turns away what is no text.
fn refuse(text: &str, bytes: &[u8]) -> Result<(), IngestError> {
    let controls = text.bytes().filter(|byte| is_control(*byte)).count();
    // Zero bytes alone are counted like other controls: `is_blank` must not call them an empty article.
    if controls > 0 && controls * CONTROLS_ONE_IN > text.chars().count() {
        let zeros = memchr::memchr_iter(0, bytes).count();
        let what = if zeros > 0 { format!("{zeros} zero bytes") } else { format!("{controls} control characters") };
        return Err(IngestError::NotText(format!("{what} in {} bytes", bytes.len())));
    }
    if text.chars().all(is_blank) { Err(IngestError::Empty) } else { Ok(()) }
}

/// Control characters that no text has; tab, line ends, form feed, back space and escape occur in old wire copy.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=7 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)
}

/// One warning, at the first character that was replaced.
fn replaced(text: &str) -> Vec<Warning> {
    let span = text.find(char::REPLACEMENT_CHARACTER).map(|at| Span::new(at, at + 3));
    vec![Warning { code: Code::ReplacedCharacters, span }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ok(bytes: &[u8]) -> (String, &'static str) {
        let source = decode(bytes, None).expect("is text");
        (source.text, source.encoding)
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        let units = text.encode_utf16();
        units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn marks_are_taken_off_and_line_ends_are_not_touched() {
        assert_eq!(ok(b"\xEF\xBB\xBFTide\r\nturns\rnow\n"), ("Tide\r\nturns\rnow\n".to_owned(), "UTF-8"));
        assert_eq!(ok(&[b"\xFF\xFE".as_slice(), &utf16("Flut", true)].concat()), ("Flut".to_owned(), "UTF-16LE"));
        assert_eq!(ok(&[b"\xFE\xFF".as_slice(), &utf16("Flut", false)].concat()), ("Flut".to_owned(), "UTF-16BE"));
    }

    #[test]
    fn utf_16_without_a_mark_is_told_by_its_zeros() {
        for little in [true, false] {
            let text = "Ebbe und Flut\nСегодня 12 часов, сказал мэр.\n";
            let name = if little { "UTF-16LE" } else { "UTF-16BE" };
            assert_eq!(ok(&utf16(text, little)), (text.to_owned(), name));
        }
    }

    #[test]
    fn legacy_encodings_are_detected() {
        let french = "Le maire a été réélu, a déclaré la préfète dès l'été.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(french);
        assert_eq!(ok(&bytes), (french.to_owned(), "windows-1252"));
        let japanese = "市長は月曜日に会議を再開すると述べた。次の会議は来週開かれる。";
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(japanese);
        assert_eq!(ok(&bytes), (japanese.to_owned(), "Shift_JIS"));
    }

    #[test]
    fn a_few_broken_sequences_do_not_make_it_legacy() {
        let mut bytes = "„Die Brücke öffnet später“, sagte Bürgermeisterin Jäger.".as_bytes().to_vec();
        bytes.extend_from_slice(b" \xFF Ende");
        let source = decode(&bytes, None).expect("is text");
        assert_eq!(source.encoding, "UTF-8");
        assert_eq!(source.warnings.len(), 1);
        assert_eq!(source.warnings[0].span.map(|span| span.of(&source.text)), Some("\u{FFFD}"));
        // Cut in the middle of the last character.
        assert_eq!(ok(b"The toll fell to 5 \xE2\x82").1, "UTF-8");
        // One byte of an old encoding in plain text is no broken UTF-8.
        assert_eq!(ok(b"The caf\xE9 reopens on Monday.").0, "The café reopens on Monday.");
    }

    #[test]
    fn a_label_is_obeyed() {
        let source = decode(b"\xC7\xE0\xE2\xF2\xF0\xE0", Some("cp1251")).expect("is text");
        assert_eq!((source.text.as_str(), source.encoding), ("Завтра", "windows-1251"));
        let source = decode(b"na\xEFve", Some("utf-8")).expect("is text");
        assert_eq!((source.text.as_str(), source.warnings.len()), ("na\u{FFFD}ve", 1));
        assert_eq!(decode(b"x", Some("utf-99")), Err(IngestError::UnknownEncoding("utf-99".to_owned())));
        assert_eq!(decode(b"x", Some("iso-2022-kr")), Err(IngestError::UnknownEncoding("iso-2022-kr".to_owned())));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(decode(&[0; 64], None), Err(IngestError::NotText(_))));
        assert!(matches!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", None), Err(IngestError::NotText(_))));
        let noise: Vec<u8> = (0..4000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(matches!(decode(&noise, None), Err(IngestError::NotText(_))));
        for blank in [b"".as_slice(), b" \r\n\t\n", b"\xEF\xBB\xBF\n", b"\xEF\xBB\xBF"] {
            assert_eq!(decode(blank, None), Err(IngestError::Empty));
        }
        // One stray zero byte in a long text is not worth losing the article for.
        assert!(decode(&[b"word ".repeat(80), b"\0".to_vec()].concat(), None).is_ok());
    }
}
