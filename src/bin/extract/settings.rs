//! What the command line means.
//!
//! In: [`Args`], as typed. Out: [`Settings`], or a message about wrong usage. Nothing is read or written here.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail, ensure};
use newscopy::Options;
use newscopy::fields::PartialDate;
use newscopy::ingest::Fields;

use crate::args::{Args, From, Stage};

/// How articles stand in the input.
#[derive(Clone, Debug)]
pub(crate) enum Format {
    /// One a file.
    Whole,
    /// Several a file, set apart by lines that match.
    Split(regex::bytes::Regex),
    /// One a JSON line.
    Lines(Fields),
}

/// What is printed for an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The record, indented.
    Pretty,
    /// The record in one line.
    Line,
    /// A stage as text.
    Dump(Stage),
}

/// Everything that a run needs to know.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// Files and folders; `-` and none are standard input.
    pub(crate) paths: Vec<PathBuf>,
    /// How articles stand in them.
    pub(crate) format: Format,
    /// Which files of a folder are taken.
    pub(crate) globs: Vec<String>,
    /// The encoding, where it is told.
    pub(crate) encoding: Option<String>,
    /// The most bytes of an article.
    pub(crate) max_bytes: u64,
    /// The id of the only article.
    pub(crate) id: Option<String>,
    /// What the library is told.
    pub(crate) options: Options,
    /// What is printed.
    pub(crate) shape: Shape,
    /// Whether there is one article, by the command line.
    pub(crate) single: bool,
    /// Whether the input's identity is added.
    pub(crate) source: bool,
    /// The least sure statement that is kept.
    pub(crate) min_confidence: Option<f64>,
    /// Whether bad JSON lines are no failure.
    pub(crate) keep_going: bool,
    /// Where the records go; standard output where none.
    pub(crate) output: Option<PathBuf>,
    /// Whether an output that was cut off is gone on with.
    pub(crate) resume: bool,
    /// How many threads read; 0 for all cores.
    pub(crate) threads: usize,
    /// Whether the summary is left out.
    pub(crate) quiet: bool,
}

impl Settings {
    /// Understands the command line.
    pub(crate) fn new(args: Args) -> Result<Self> {
        let lines = args.from == From::Jsonl;
        ensure!(lines || !(args.pass || args.keep_going), "--pass and --keep-going need --from jsonl");
        ensure!(!(lines && args.split.is_some()), "--split reads text, not --from jsonl");
        let stage = args.stage.or(args.explain.then_some(Stage::Explain));
        ensure!(
            stage.is_none() || !(args.pretty || args.jsonl || args.resume),
            "--stage and --explain print text: --pretty, --jsonl and --resume do not go with it"
        );
        ensure!(!args.check || !args.paths.is_empty(), "--check needs a folder");
        let one_file = match args.paths.as_slice() {
            [] => true,
            [path] => !path.is_dir(),
            _ => false,
        };
        let single = one_file && !lines && args.split.is_none() && !args.check && !args.resume;
        ensure!(single || args.id.is_none(), "--id names one article: give one file, or standard input");
        let shape = match stage {
            Some(stage) => Shape::Dump(stage),
            None if args.pretty || (single && !args.jsonl) => Shape::Pretty,
            None => Shape::Line,
        };
        ensure!(!args.resume || shape == Shape::Line, "--resume goes on with one line a record: add --jsonl");
        let format = match (args.split, lines) {
            (Some(regex), _) => {
                let regex = regex::bytes::RegexBuilder::new(&regex).size_limit(1 << 22).build();
                Format::Split(regex.context("--split")?)
            }
            (None, true) => Format::Lines(Fields { id: args.id_field, text: args.text_field, keep_others: args.pass }),
            (None, false) => Format::Whole,
        };
        if let Some(label) = &args.encoding {
            newscopy::ingest::decode(b"a", Some(label)).context("--encoding")?;
        }
        let min_confidence = args.min_confidence;
        ensure!(min_confidence.is_none_or(|least| (0.0..=1.0).contains(&least)), "--min-confidence is from 0 to 1");
        Ok(Self {
            paths: args.paths,
            globs: globs(args.glob, lines),
            format,
            encoding: args.encoding,
            max_bytes: bytes(&args.max_bytes)?,
            id: args.id,
            options: Options {
                language: args.language.map(language).transpose()?,
                published: args.published.as_deref().map(date).transpose()?,
                now: args.now.as_deref().map(seconds).transpose()?,
                blocks: args.blocks,
            },
            shape,
            single,
            source: args.source,
            min_confidence,
            keep_going: args.keep_going,
            output: args.output,
            resume: args.resume,
            threads: args.threads.unwrap_or(0),
            quiet: args.quiet,
        })
    }
}

/// The files of a folder that are taken: those asked for, else by their endings, compressed ones too.
fn globs(asked: Vec<String>, lines: bool) -> Vec<String> {
    if !asked.is_empty() {
        return asked;
    }
    let endings: &[&str] = if lines { &["jsonl", "ndjson"] } else { &["txt"] };
    endings.iter().flat_map(|ending| ["", ".gz", ".zst"].map(|packed| format!("*.{ending}{packed}"))).collect()
}

/// `64M`, `64MiB`, `1000`.
fn bytes(typed: &str) -> Result<u64> {
    let digits = typed.len() - typed.trim_start_matches(|found: char| found.is_ascii_digit()).len();
    let (number, unit) = typed.split_at(digits);
    let unit = match unit.trim().to_ascii_lowercase().trim_end_matches("ib").trim_end_matches('b') {
        "" => 1,
        "k" => 1 << 10,
        "m" => 1 << 20,
        "g" => 1 << 30,
        _ => bail!("--max-bytes {typed:?}: give a number, with K, M or G"),
    };
    let number: u64 = number.parse().with_context(|| format!("--max-bytes {typed:?}"))?;
    ensure!(number > 0, "--max-bytes 0 allows no article");
    Ok(number.saturating_mul(unit))
}

fn language(typed: String) -> Result<String> {
    let is_code = typed.len() == 2 && typed.bytes().all(|byte| byte.is_ascii_lowercase());
    ensure!(is_code, "--language {typed:?}: give an ISO 639-1 code such as en");
    Ok(typed)
}

fn date(typed: &str) -> Result<PartialDate> {
    use chrono::Datelike;
    let wrong = |error| anyhow!("--published {typed:?}: give a date such as 2031-02-06 ({error})");
    let date: chrono::NaiveDate = typed.parse().map_err(wrong)?;
    let (month, day) = (u8::try_from(date.month())?, u8::try_from(date.day())?);
    Ok(PartialDate { year: Some(date.year()), month: Some(month), day: Some(day) })
}

fn seconds(typed: &str) -> Result<i64> {
    let wrong = |error| anyhow!("--now {typed:?}: give a time such as 2031-02-06T12:00:00Z ({error})");
    Ok(chrono::DateTime::parse_from_rfc3339(typed).map_err(wrong)?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_understood() {
        assert_eq!(bytes("64M").expect("is a size"), 64 << 20);
        assert_eq!(bytes("2 GiB").expect("is a size"), 2 << 30);
        assert_eq!(bytes("1000").expect("is a size"), 1000);
        for wrong in ["", "M", "5T", "-1", "0", "99999999999999999999"] {
            assert!(bytes(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn dates_and_times_are_understood() {
        assert_eq!(date("2031-02-06").expect("is a date").day, Some(6));
        assert!(date("2031-02-30").is_err());
        assert_eq!(seconds("1970-01-01T01:00:00+01:00").expect("is a time"), 0);
        assert!(seconds("noon").is_err());
    }
}
