//! UTF-16 that is to be cut into articles: turned into UTF-8 as it is read, so that memory stays flat.
//!
//! In: a reader of bytes. Out: the same reader, or one of UTF-8 where a byte order mark, a label or the zero bytes beside
//! its Latin letters say that it is UTF-16. A mark wins over a label.
//!
//! ```text
//! FF FE 3D 00 0A 00      ->  3D 0A        `=` and a line end
//! ```

use std::io::{self, BufRead, BufReader};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;

/// The reader as UTF-8 where it is UTF-16, and whether it was.
pub(crate) fn narrowed(
    mut reader: Box<dyn BufRead + Send>,
    label: Option<&str>,
) -> io::Result<(Box<dyn BufRead + Send>, bool)> {
    let head = reader.fill_buf()?;
    let label = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    let found = Encoding::for_bom(head).map(|(found, _)| found).or(label).or_else(|| by_zeros(head));
    match found.filter(|found| [UTF_16LE, UTF_16BE].contains(found)) {
        Some(wide) => {
            let narrow = DecodeReaderBytesBuilder::new().encoding(Some(wide)).strip_bom(true).build(reader);
            Ok((Box::new(BufReader::new(narrow)), true))
        }
        None => Ok((reader, false)),
    }
}

/// Latin letters, spaces and line ends have a zero byte each, all on one side.
fn by_zeros(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |side: usize| head.chunks_exact(2).filter(|pair| pair.get(side) == Some(&0)).count();
    let (first, second) = (zeros(0), zeros(1));
    match (second > first * 16, first > second * 16) {
        (true, _) => Some(UTF_16LE),
        (_, true) => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: Vec<u8>, label: Option<&str>) -> (String, bool) {
        let (mut reader, wide) = narrowed(Box::new(io::Cursor::new(bytes)), label).expect("memory can be read");
        let mut text = String::new();
        io::Read::read_to_string(&mut reader, &mut text).expect("is UTF-8");
        (text, wide)
    }

    #[test]
    fn both_orders_with_mark_and_without() {
        let text = "Fähre 🚢 läuft aus\n".repeat(3000);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [vec![0xFF, 0xFE], little.clone()].concat();
        for bytes in [little.clone(), big, marked.clone()] {
            assert_eq!(read(bytes, None), (text.clone(), true));
        }
        assert_eq!(read(marked, Some("windows-1252")), (text.clone(), true));
        assert_eq!(read(little, Some("utf-16le")), (text, true));
    }

    #[test]
    fn other_bytes_stay_as_they_are() {
        assert_eq!(read("\u{feff}Fähre\n".into(), None), ("\u{feff}Fähre\n".to_owned(), false));
        assert_eq!(read(Vec::new(), None), (String::new(), false));
    }
}
