//! Encodings.

use super::{IngestError, Source};

/// Decodes the bytes of one article.
///
/// # Errors
/// Where the bytes are no text.
pub fn decode(bytes: &[u8], _encoding: Option<&str>) -> Result<Source, IngestError> {
    if bytes.is_empty() {
        return Err(IngestError::Empty);
    }
    Ok(Source {
        id: None,
        text: String::from_utf8_lossy(bytes).into_owned(),
        encoding: "UTF-8",
        bytes: bytes.len(),
        warnings: Vec::new(),
    })
}
