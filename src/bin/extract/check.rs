//! `--check`: a folder of articles beside the records that are known to be right.
//!
//! In: folders and files. Every `<name>.txt` is read and its record compared with `<name>.json` beside it. Out: what
//! changed, field by field, on standard output; with `--accept` the records are written instead.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::Value;

use crate::article;
use crate::difference::differences;
use crate::files;
use crate::job::{Content, Done, Job};
use crate::output::Output;
use crate::progress::say;
use crate::settings::{Settings, Shape};

/// What a check came to.
#[derive(Default)]
struct Tally {
    same: usize,
    changed: usize,
    written: usize,
    failed: usize,
}

/// Checks, or accepts; true where every record is as it should be.
pub(crate) fn run(mut settings: Settings, accept: bool) -> Result<bool> {
    settings.shape = Shape::Pretty;
    let mut tally = Tally::default();
    let mut out = io::stdout().lock();
    for path in &settings.paths.clone() {
        for (file, id) in articles(path, &settings, &mut tally)? {
            one(&file, id, &settings, accept, &mut tally, &mut out)?;
        }
    }
    out.flush()?;
    if !settings.quiet {
        let Tally { same, changed, written, failed } = tally;
        say(&match accept {
            true => format!("{written} records written, {same} were right, {failed} could not be read"),
            false => format!("{same} records are right, {changed} changed, {failed} could not be read"),
        });
    }
    Ok(tally.changed == 0 && tally.failed == 0)
}

/// The articles of a folder, or the one article.
fn articles(path: &Path, settings: &Settings, tally: &mut Tally) -> Result<Vec<(PathBuf, String)>> {
    if !path.is_dir() {
        let name = path.file_name().unwrap_or(path.as_os_str());
        return Ok(vec![(path.to_owned(), name.to_string_lossy().into_owned())]);
    }
    let mut articles = Vec::new();
    for found in files::below(path, &settings.globs)? {
        match found {
            Ok(found) => articles.push(found),
            Err((name, failure)) => {
                tally.failed += 1;
                say(&format!("{name}: {}", failure.message));
            }
        }
    }
    if articles.is_empty() {
        tally.failed += 1;
        say(&format!("{}: no articles in this folder", path.display()));
    }
    Ok(articles)
}

fn one(
    file: &Path,
    id: String,
    settings: &Settings,
    accept: bool,
    tally: &mut Tally,
    out: &mut dyn Write,
) -> Result<()> {
    let name = file.display().to_string();
    let job = Job { id: Some(id), name: name.clone(), content: Content::File(file.to_owned()), is_line: false };
    let Done { output: Some(made), .. } = article_or_failure(job, settings, tally) else { return Ok(()) };
    let beside = file.with_extension("json");
    let expected = match std::fs::read(&beside) {
        Ok(bytes) => serde_json::from_slice::<Value>(&bytes).map_err(|error| format!("is not JSON: {error}")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err("is not there".to_owned()),
        Err(error) => Err(format!("cannot be read: {error}")),
    };
    let changes = match expected {
        Ok(expected) => differences(&expected, &serde_json::from_slice(&made)?),
        Err(why) => vec![format!("its record {} {why}", beside.display())],
    };
    if changes.is_empty() {
        tally.same += 1;
    } else if accept {
        let mut output = Output::file(&beside, None)?;
        output.write(&made)?;
        output.finish()?;
        tally.written += 1;
    } else {
        tally.changed += 1;
        writeln!(out, "{name}")?;
        for change in changes {
            writeln!(out, "  {change}")?;
        }
    }
    Ok(())
}

fn article_or_failure(job: Job, settings: &Settings, tally: &mut Tally) -> Done {
    let done = article::work(job, settings);
    if let Some(failure) = &done.failure {
        tally.failed += 1;
        say(&format!("{}: {}", done.name, failure.message));
    }
    done
}
