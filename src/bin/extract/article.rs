//! One job to what is printed for it. Whatever happens in here, the run goes on.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use newscopy::ingest::{Fields, Source, decode, json_line};
use newscopy::record::{SourceInfo, confident};
use newscopy::{Record, body, dump, layout, statements};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::args::Stage;
use crate::files;
use crate::job::{Content, Done, Failure, Job};
use crate::settings::{Format, Settings, Shape};

type Others = Vec<(String, Box<RawValue>)>;

/// An article that was read, with what its record needs to know of its input.
struct Read {
    source: Source,
    sha256: Option<String>,
}

/// Reads an article and prints its record; never panics.
pub(crate) fn work(job: Job, settings: &Settings) -> Done {
    let Job { id, name, content, is_line } = job;
    let mut others = Vec::new();
    let mut line_id = id.clone();
    let mut bytes = 0;
    let outcome = guarded(|| {
        let read = read(content, id, settings, &mut line_id, &mut others)?;
        bytes = read.source.bytes as u64;
        Ok(print(&read, &others, settings))
    });
    match outcome {
        Ok(output) => Done { name, bytes, output: Some(output), failure: None },
        Err(failure) => {
            let output = is_line.then(|| error_line(line_id.as_deref(), &failure, &others, settings));
            Done { name, bytes, output, failure: Some(failure) }
        }
    }
}

/// Runs `action`; a panic becomes a failure that asks for a report.
fn guarded<T>(action: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(action)).unwrap_or_else(|panic| {
        let what = message(panic.as_ref());
        let message = format!("a fault of this program ({what}): please report it, with the article");
        Err(Failure { code: "internal", message })
    })
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without a message")
}

fn read(
    content: Content,
    id: Option<String>,
    settings: &Settings,
    line_id: &mut Option<String>,
    others: &mut Others,
) -> Result<Read, Failure> {
    let is_utf8 = matches!(content, Content::Utf8(_));
    let bytes = match content {
        Content::Failed(failure) => return Err(failure),
        Content::Line(line) => return read_line(&line, settings, line_id, others),
        Content::Bytes(bytes) | Content::Utf8(bytes) => bytes,
        Content::File(path) => files::read_all(files::open(&path)?, settings.max_bytes)?,
        Content::Stdin => files::read_all(files::stdin()?, settings.max_bytes)?,
    };
    let label = if is_utf8 { Some("utf-8") } else { settings.encoding.as_deref() };
    let source = decode(&bytes, label)?;
    Ok(Read { sha256: settings.source.then(|| sha256(&bytes)), source: Source { id, ..source } })
}

fn read_line(
    line: &[u8],
    settings: &Settings,
    line_id: &mut Option<String>,
    others: &mut Others,
) -> Result<Read, Failure> {
    let Format::Lines(fields) = &settings.format else {
        return Err(Failure { code: "internal", message: "a line where none is expected".to_owned() });
    };
    let found = json_line(line, fields);
    (*line_id, *others) = (found.id, found.others);
    let source = found.source?;
    if source.bytes as u64 > settings.max_bytes {
        return Err(Failure::too_large(settings.max_bytes));
    }
    Ok(Read { sha256: settings.source.then(|| sha256(source.text.as_bytes())), source })
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A record with what its line brought along.
#[derive(Serialize)]
struct Passed<'a> {
    #[serde(flatten)]
    record: &'a Record,
    #[serde(serialize_with = "in_order")]
    pass: &'a Others,
}

fn in_order<S: Serializer>(others: &Others, out: S) -> Result<S::Ok, S::Error> {
    out.collect_map(others.iter().map(|(key, value)| (key, value)))
}

fn print(read: &Read, others: &Others, settings: &Settings) -> Vec<u8> {
    if let Shape::Dump(stage) = settings.shape {
        return shown(&read.source, settings, |source| dumped(source, stage, settings));
    }
    let mut record = newscopy::extract(&read.source, &settings.options);
    if let Some(least) = settings.min_confidence {
        confident::keep(&mut record, least);
    }
    record.source = read.sha256.as_ref().map(|sha256| SourceInfo {
        sha256: sha256.clone(),
        bytes: read.source.bytes as u64,
        encoding: read.source.encoding.to_owned(),
    });
    let passes = matches!(&settings.format, Format::Lines(Fields { keep_others: true, .. }));
    match passes {
        true => json(&Passed { record: &record, pass: others }, settings.shape),
        false => json(&record, settings.shape),
    }
}

/// JSON and a line end.
fn json(value: &impl Serialize, shape: Shape) -> Vec<u8> {
    let made = match shape {
        Shape::Pretty => serde_json::to_vec_pretty(value),
        _ => serde_json::to_vec(value),
    };
    // Strings, numbers and lists are all there is in a record: there is nothing that JSON cannot hold.
    let mut made = made.unwrap_or_default();
    made.push(b'\n');
    made
}

/// The line that stands for an article that could not be read.
fn error_line(id: Option<&str>, failure: &Failure, others: &Others, settings: &Settings) -> Vec<u8> {
    #[derive(Serialize)]
    struct Line<'a> {
        id: Option<&'a str>,
        error: Error<'a>,
        #[serde(serialize_with = "in_order", skip_serializing_if = "Vec::is_empty")]
        pass: &'a Others,
    }
    #[derive(Serialize)]
    struct Error<'a> {
        code: &'a str,
        message: &'a str,
    }
    let error = Error { code: failure.code, message: &failure.message };
    json(&Line { id, error, pass: others }, settings.shape)
}

/// Text about an article, under its name where there are several.
fn shown(source: &Source, settings: &Settings, text: impl FnOnce(&Source) -> String) -> Vec<u8> {
    let head = match (&source.id, settings.single) {
        (Some(id), false) => format!("== {id}\n\n"),
        _ => String::new(),
    };
    let text = text(source);
    let end = if settings.single { "" } else { "\n" };
    format!("{head}{}\n{end}", text.trim_end()).into_bytes()
}

fn dumped(source: &Source, stage: Stage, settings: &Settings) -> String {
    let options = &settings.options;
    let hints = layout::Hints { language: options.language.as_deref(), now: options.now };
    if stage == Stage::Lines {
        return dump::lines(&layout::told(&source.text, &hints));
    }
    let page = layout::read(&source.text, &hints);
    if stage == Stage::Layout {
        return dump::layout(&source.text, &page);
    }
    let body = body::build(&page);
    match stage {
        Stage::Lines | Stage::Layout | Stage::Body => dump::body(&body),
        Stage::Statements => dump::statements(&statements::read(&page, &body)),
        Stage::Explain => statements::explain(&statements::passages(&page, &body), page.language.unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_failure_that_asks_for_a_report() {
        let failure = guarded::<()>(|| panic!("index {} of {}", 3, 2)).expect_err("panics");
        assert_eq!(failure.code, "internal");
        assert!(failure.message.contains("index 3 of 2") && failure.message.contains("report"), "{}", failure.message);
    }
}
