//! Going on after a kill: what of an output is whole, and whose records those are.
//!
//! In: the part of an output. Out: how many of its bytes are kept, and its records' ids in order, read again as the
//! input goes by, so that memory stays flat. A torn last line is cut off; of a compressed part the last frame that is
//! not whole.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::files;
use crate::job::Job;
use crate::output::Packing;

/// A record that is already in the output.
#[derive(Debug, Deserialize, PartialEq, Eq)]
pub(crate) struct KeptRecord {
    id: Option<String>,
    error: Option<KeptError>,
}

#[derive(Debug, Deserialize, PartialEq, Eq)]
struct KeptError {
    message: String,
}

impl KeptRecord {
    /// Whether it is the outcome of `job`. A JSON line always has an outcome; a file has one where it could be read.
    pub(crate) fn is_of(&self, job: &Job) -> bool {
        job.is_line || self.id == job.id
    }

    /// Why the article could not be read, where the record says so.
    pub(crate) fn failure(self) -> Option<String> {
        self.error.map(|error| error.message)
    }
}

/// The records that are already in an output, in order.
pub(crate) struct Kept {
    lines: io::Lines<Box<dyn BufRead + Send>>,
    /// How many bytes of the part they take.
    pub(crate) bytes: u64,
}

impl Kept {
    /// Looks at a part; `None` where there is nothing to go on with.
    pub(crate) fn open(part: &Path, packing: Packing) -> Result<Option<Self>> {
        let named = || format!("cannot read {}", part.display());
        let file = match File::open(part) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            file => file.with_context(named)?,
        };
        let bytes = whole(file, packing).with_context(named)?;
        let file = File::open(part).with_context(named)?.take(bytes);
        let reader = files::unpacked(BufReader::new(file)).with_context(named)?;
        Ok(Some(Self { lines: reader.lines(), bytes }))
    }

    /// The next record.
    pub(crate) fn next(&mut self) -> Result<Option<KeptRecord>> {
        let Some(line) = self.lines.next() else { return Ok(None) };
        let record = serde_json::from_str(&line?).context("a line of the output is damaged")?;
        Ok(Some(record))
    }
}

/// How many bytes, from the first, are whole.
fn whole(file: File, packing: Packing) -> io::Result<u64> {
    match packing {
        Packing::Plain => last_line_end(file),
        Packing::Gzip | Packing::Zstd => last_frame_end(file, packing),
    }
}

/// The end of the last line, looked for from the back.
fn last_line_end(mut file: File) -> io::Result<u64> {
    const STEP: u64 = 1 << 16;
    let mut end = file.metadata()?.len();
    while end > 0 {
        let start = end.saturating_sub(STEP);
        file.seek(SeekFrom::Start(start))?;
        let mut block = Vec::new();
        (&mut file).take(end - start).read_to_end(&mut block)?;
        if let Some(at) = memchr::memrchr(b'\n', &block) {
            return Ok(start + at as u64 + 1);
        }
        end = start;
    }
    Ok(0)
}

/// The end of the last frame that can be unpacked and ends with a line.
fn last_frame_end(file: File, packing: Packing) -> io::Result<u64> {
    let mut reader = BufReader::new(file);
    let mut end = 0;
    while !reader.fill_buf()?.is_empty() {
        let mut last = LastByte(None);
        let read = match packing {
            Packing::Gzip => io::copy(&mut flate2::bufread::GzDecoder::new(&mut reader), &mut last),
            _ => match zstd::Decoder::with_buffer(&mut reader) {
                Ok(decoder) => io::copy(&mut decoder.single_frame(), &mut last),
                Err(error) => Err(error),
            },
        };
        if read.is_err() || last.0.is_some_and(|byte| byte != b'\n') {
            break;
        }
        end = reader.stream_position()?;
    }
    Ok(end)
}

/// Forgets all but the last byte.
struct LastByte(Option<u8>);

impl io::Write for LastByte {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = bytes.last().copied().or(self.0);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
