//! Files and folders: which there are, and their bytes.
//!
//! In: a path. Out: the files of a folder in the order of their paths, or a reader that takes compression off. What a
//! file is packed with is told by its first bytes, not by its name: no text begins like that.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::overrides::{Override, OverrideBuilder};

use crate::job::Failure;

const GZIP: &[u8] = &[0x1F, 0x8B];
const ZSTD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];

/// A file of a folder: its path and its id, or the path that could not be read and why.
pub(crate) type Found = Result<(PathBuf, String), (String, Failure)>;

/// The files below `folder` that match, sorted by path. Hidden files count; links are followed, loops are named.
pub(crate) fn below(folder: &Path, globs: &[String]) -> anyhow::Result<impl Iterator<Item = Found> + Send + use<>> {
    let wanted = matcher(folder, globs)?;
    let walk = WalkBuilder::new(folder)
        .standard_filters(false)
        .follow_links(true)
        .sort_by_file_name(|one, other| one.cmp(other))
        .build();
    let folder = folder.to_owned();
    Ok(walk.filter_map(move |entry| match entry {
        Ok(entry) => {
            let path = entry.path();
            let kind = entry.file_type()?;
            if kind.is_dir() || !wanted.matched(path, false).is_whitelist() {
                return None;
            }
            if !kind.is_file() {
                let failure =
                    Failure { code: "not_a_file", message: "a pipe, socket or device in a folder".to_owned() };
                return Some(Err((path.display().to_string(), failure)));
            }
            let id = path.strip_prefix(&folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
            Some(Ok((path.to_owned(), id)))
        }
        Err(error) => Some(Err(unreachable_entry(&folder, &error))),
    }))
}

fn matcher(folder: &Path, globs: &[String]) -> anyhow::Result<Override> {
    let mut builder = OverrideBuilder::new(folder);
    for glob in globs {
        builder.add(glob)?;
    }
    Ok(builder.build()?)
}

/// The path of an entry that could not be reached, and the reason without the path.
fn unreachable_entry(folder: &Path, error: &ignore::Error) -> (String, Failure) {
    let mut path = folder.to_owned();
    let mut inner = error;
    loop {
        inner = match inner {
            ignore::Error::WithPath { path: at, err } => {
                path.clone_from(at);
                err
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => err,
            ignore::Error::Loop { ancestor, child } => {
                let message = format!("a link back to {}, where the folder is already being read", ancestor.display());
                return (child.display().to_string(), Failure { code: "loop", message });
            }
            other => {
                let code = "unreadable";
                return (path.display().to_string(), Failure { code, message: other.to_string() });
            }
        };
    }
}

/// The bytes of a file, unpacked.
pub(crate) fn open(path: &Path) -> io::Result<Box<dyn BufRead + Send>> {
    unpacked(BufReader::new(File::open(path)?))
}

/// The bytes of standard input, unpacked.
pub(crate) fn stdin() -> io::Result<Box<dyn BufRead + Send>> {
    unpacked(BufReader::with_capacity(1 << 16, io::stdin()))
}

/// Takes gzip or zstd off, where the first bytes say so.
pub(crate) fn unpacked<R: BufRead + Send + 'static>(mut reader: R) -> io::Result<Box<dyn BufRead + Send>> {
    let head = reader.fill_buf()?;
    if head.starts_with(GZIP) {
        return Ok(Box::new(BufReader::new(flate2::bufread::MultiGzDecoder::new(reader))));
    }
    if head.starts_with(ZSTD) {
        return Ok(Box::new(BufReader::new(zstd::Decoder::with_buffer(reader)?)));
    }
    Ok(Box::new(reader))
}

/// All bytes of a reader, or a failure where there are more than `most`: a bomb or an endless pipe ends here.
pub(crate) fn read_all(reader: impl Read, most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = reader.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if read as u64 > most { Err(Failure::too_large(most)) } else { Ok(bytes) }
}
