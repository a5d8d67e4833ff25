//! JSON Lines: one line to its [`Source`].
//!
//! In: one line without its line end, as bytes, and the names of the fields. Out: a [`Line`]: the caller's id as far as
//! it could be read, and the source or the reason why there is none.
//!
//! ```text
//! {"id": "2031/17", "text": "Ferry runs again\n\nThe ferry …"}       id and text
//! {"id": 17, "text": "…"}                                             a number is an id too, as it is written
//! {"url": "a", "body": "…", "n": 1}    with id field `url`, text field `body`; `n` is kept where it is asked for
//! ```
//!
//! A field given twice counts as its last. The order and the spelling of kept fields are the line's own.

use std::fmt;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{IngestError, Source};
use crate::text::chars::is_blank;

/// Which fields of a line hold what.
#[derive(Clone, Debug)]
pub struct Fields {
    /// The field that names the article.
    pub id: String,
    /// The field that holds its text.
    pub text: String,
    /// Whether the other fields are kept.
    pub keep_others: bool,
}

impl Default for Fields {
    fn default() -> Self {
        Self { id: "id".to_owned(), text: "text".to_owned(), keep_others: false }
    }
}

/// What one line holds.
#[derive(Debug)]
pub struct Line {
    /// The article's id; `None` where the line has none, or could not be read so far.
    pub id: Option<String>,
    /// The article, or why there is none.
    pub source: Result<Source, IngestError>,
    /// The other fields in order, each as it is written; empty unless they are asked for.
    pub others: Vec<(String, Box<RawValue>)>,
}

/// Reads one line.
#[must_use]
pub fn json_line(line: &[u8], fields: &Fields) -> Line {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let mut read = Read { fields, id: None, text: None, others: Vec::new() };
    let mut json = serde_json::Deserializer::from_slice(line);
    let outcome = json.deserialize_map(&mut read).and_then(|()| json.end());
    let Read { id, text, others, .. } = read;
    let source = match (outcome, text) {
        (Err(_), _) if line.iter().all(u8::is_ascii_whitespace) => Err(IngestError::BadJson("it is blank".to_owned())),
        (Err(error), _) => Err(IngestError::BadJson(reason(&error))),
        (Ok(()), None) => Err(IngestError::NoText(fields.text.clone())),
        (Ok(()), Some(text)) if text.chars().all(is_blank) => Err(IngestError::Empty),
        (Ok(()), Some(text)) => {
            Ok(Source { id: id.clone(), bytes: text.len(), text, encoding: "UTF-8", warnings: Vec::new() })
        }
    };
    Line { id, source, others }
}

/// The error without its line number: there is only one line.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.split_once(" at line ") {
        Some((what, _)) => format!("{what}, at byte {}", error.column()),
        None => text,
    }
}

/// Takes what is wanted out of an object, so that nothing else is ever built.
struct Read<'a> {
    fields: &'a Fields,
    id: Option<String>,
    text: Option<String>,
    others: Vec<(String, Box<RawValue>)>,
}

impl<'de> Visitor<'de> for &mut Read<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == self.fields.text {
                let value: &RawValue = map.next_value()?;
                // Anything but a string is told as a missing text, with the id that stands further on.
                self.text = match value.get().starts_with('"') {
                    true => Some(serde_json::from_str(value.get()).map_err(serde::de::Error::custom)?),
                    false => None,
                };
            } else if key == self.fields.id {
                self.id = name(map.next_value()?);
            } else if self.fields.keep_others {
                let value = map.next_value()?;
                self.others.retain(|(known, _)| *known != key);
                self.others.push((key, value));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// A string, or anything else but null as it is written.
fn name(value: &RawValue) -> Option<String> {
    match serde_json::from_str(value.get()) {
        Ok(text) => Some(text),
        Err(_) => (value.get() != "null").then(|| value.get().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Line {
        json_line(line.as_bytes(), &Fields::default())
    }

    fn error(line: &str) -> (Option<String>, &'static str) {
        let line = read(line);
        (line.id, line.source.expect_err("is bad").code())
    }

    #[test]
    fn id_and_text() {
        let source = read(r#"{"id": "a", "n": [1, {"text": "x"}], "text": "Tide\n\u00e4 \ud83d\ude00"}"#).source;
        let source = source.expect("is good");
        assert_eq!((source.id.as_deref(), source.text.as_str()), (Some("a"), "Tide\nä 😀"));
        assert_eq!(read(r#"{"text": "x", "id": 17}"#).id.as_deref(), Some("17"));
        assert_eq!(read(r#"{"text": "x", "id": null}"#).id, None);
        assert!(json_line(b"\xEF\xBB\xBF{\"text\": \"x\"}", &Fields::default()).source.is_ok());
    }

    #[test]
    fn other_names_and_other_fields() {
        let fields = Fields { id: "url".to_owned(), text: "body".to_owned(), keep_others: true };
        let line = json_line(br#"{"n": 1.0, "url": "u", "body": "x", "n": 1e400, "tags": [ "a" ]}"#, &fields);
        assert_eq!(line.source.expect("is good").id.as_deref(), Some("u"));
        let others: Vec<_> = line.others.iter().map(|(key, value)| (key.as_str(), value.get())).collect();
        assert_eq!(others, [("n", "1e400"), ("tags", r#"[ "a" ]"#)]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(error("not json"), (None, "bad_json"));
        assert_eq!(error(""), (None, "bad_json"));
        assert_eq!(error("[1]"), (None, "bad_json"));
        assert_eq!(error(r#"{"id": "a", "text": "x"} {"#), (Some("a".to_owned()), "bad_json"));
        assert_eq!(error(r#"{"id": "a", "text": "cut"#), (Some("a".to_owned()), "bad_json"));
        assert_eq!(error(r#"{"id": "a"}"#), (Some("a".to_owned()), "no_text"));
        assert_eq!(error(r#"{"text": {"p": 1}, "id": "a"}"#), (Some("a".to_owned()), "no_text"));
        assert_eq!(error(r#"{"text": " \n ", "id": "a"}"#), (Some("a".to_owned()), "empty"));
        assert_eq!(
            json_line(b"{\"text\": \"\xFF\"}", &Fields::default()).source.expect_err("is bad").code(),
            "bad_json"
        );
    }

    #[test]
    fn the_message_says_where() {
        let message = read(r#"{"id": "a", text"#).source.expect_err("is bad").to_string();
        assert_eq!(message, "the line is not a JSON object: key must be a string, at byte 13");
    }
}
