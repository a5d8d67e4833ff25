//! Where records go: standard output, or a file that appears whole or not at all.
//!
//! A file is written as `FILE.part` beside it and renamed at the end; after a kill the part is what `--resume` goes on
//! with. Compressed outputs are a chain of small frames that each end with a record (any gzip or zstd reader takes them
//! as one), so that a part can be cut at its last whole frame; where frames end depends on the records alone, and so a
//! resumed run gives the same bytes.

use std::fs::OpenOptions;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Bytes of records that are kept back before they are written.
const PLAIN_BLOCK: usize = 1 << 16;
const PACKED_FRAME: usize = 1 << 20;

/// How an output is compressed, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    /// As it is.
    Plain,
    /// `.gz`
    Gzip,
    /// `.zst`
    Zstd,
}

impl Packing {
    /// What the file's name asks for.
    pub(crate) fn of(path: &Path) -> Self {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("gz") => Self::Gzip,
            Some("zst") => Self::Zstd,
            _ => Self::Plain,
        }
    }

    fn block(self) -> usize {
        match self {
            Self::Plain => PLAIN_BLOCK,
            Self::Gzip | Self::Zstd => PACKED_FRAME,
        }
    }

    fn pack(self, raw: &[u8], out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Plain => out.write_all(raw),
            Self::Zstd => out.write_all(&zstd::encode_all(raw, 3)?),
            Self::Gzip => {
                let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
                encoder.write_all(raw)?;
                out.write_all(&encoder.finish()?)
            }
        }
    }
}

/// The file that a run writes until it is whole.
pub(crate) fn part_of(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

/// Takes records one by one.
pub(crate) struct Output {
    raw: Vec<u8>,
    packing: Packing,
    out: Box<dyn Write>,
    /// Part and target, where the file is to appear whole.
    rename: Option<(PathBuf, PathBuf)>,
    empty: bool,
}

impl Output {
    /// Standard output.
    pub(crate) fn stdout() -> Self {
        Self::over(Box::new(io::stdout()), Packing::Plain, None)
    }

    /// A file; `kept` are the bytes of its part that are gone on from.
    pub(crate) fn file(target: &Path, kept: Option<u64>) -> Result<Self> {
        let packing = Packing::of(target);
        let named = || format!("cannot write {}", target.display());
        match std::fs::metadata(target) {
            Ok(there) if there.is_dir() => bail!("{}: it is a folder", named()),
            // A pipe or a device cannot be replaced: it is written to as it is.
            Ok(there) if !there.is_file() => {
                let file = OpenOptions::new().write(true).open(target).with_context(named)?;
                return Ok(Self::over(Box::new(file), packing, None));
            }
            _ => {}
        }
        let part = part_of(target);
        let open = || OpenOptions::new().write(true).create(true).truncate(false).open(&part);
        let mut file = open().with_context(named)?;
        if let Err(std::fs::TryLockError::WouldBlock) = file.try_lock() {
            bail!("{}: another run is writing {}", named(), part.display());
        }
        file.set_len(kept.unwrap_or(0)).with_context(named)?;
        file.seek(SeekFrom::End(0)).with_context(named)?;
        let mut output = Self::over(Box::new(file), packing, Some((part, target.to_owned())));
        output.empty = kept.unwrap_or(0) == 0;
        Ok(output)
    }

    fn over(out: Box<dyn Write>, packing: Packing, rename: Option<(PathBuf, PathBuf)>) -> Self {
        Self { raw: Vec::new(), packing, out, rename, empty: true }
    }

    /// Takes one record.
    pub(crate) fn write(&mut self, record: &[u8]) -> io::Result<()> {
        self.raw.extend_from_slice(record);
        if self.raw.len() >= self.packing.block() { self.seal() } else { Ok(()) }
    }

    /// Nothing comes for the moment: what is kept back is written, so that a reader who waits for it can go on.
    pub(crate) fn idle(&mut self) -> io::Result<()> {
        if self.packing == Packing::Plain && !self.raw.is_empty() { self.seal() } else { Ok(()) }
    }

    /// Everything was written: the file gets its name.
    pub(crate) fn finish(mut self) -> Result<()> {
        if !self.raw.is_empty() || (self.empty && self.packing != Packing::Plain) {
            self.seal()?;
        }
        self.out.flush()?;
        drop(self.out);
        if let Some((part, target)) = self.rename {
            std::fs::rename(&part, &target)
                .with_context(|| format!("cannot rename {} to {}", part.display(), target.display()))?;
        }
        Ok(())
    }

    /// Nothing came of it: no file appears.
    pub(crate) fn give_up(self) {
        drop(self.out);
        if let Some((part, _)) = self.rename {
            // Nobody is helped by a second message about the same failure.
            let _ = std::fs::remove_file(part);
        }
    }

    fn seal(&mut self) -> io::Result<()> {
        self.packing.pack(&self.raw, &mut self.out)?;
        self.out.flush()?;
        self.raw.clear();
        self.empty = false;
        Ok(())
    }
}
