//! What was typed. What it means is for `settings`.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  extract article.txt
      one article, one readable record; without a file it reads a pipe
  extract articles/ -o records.jsonl
      a folder and all below it, one record a line, in the order of the paths
  extract articles/ -o records.jsonl.zst --resume
      go on after a kill: what is already whole is not made again
  extract --from jsonl < crawl.jsonl
      a filter: {\"id\": …, \"text\": …} a line in, one line out
  extract --from jsonl --id-field url --text-field body --pass --keep-going
      other names, other fields kept, exit status 0 whatever the lines hold
  extract --split '^={10,}$' export.txt
      many articles in one file, set apart by lines of equal signs
  extract --stage statements article.txt
      the article with its statements marked, to see why
  extract --check fixtures/
      compare every <name>.txt with the record beside it, <name>.json
  extract --check fixtures/ --accept
      write those records

Exit status:
  0  every article was read
  1  some article could not be read (each is named on standard error, the
     others' records are all written), a record differs under --check, or the
     output could not be finished
  2  wrong usage, or an output that cannot be opened";

/// Read the text of news articles, and give one typed JSON record for each.
#[derive(Debug, Parser)]
#[command(name = "extract", version, after_help = EXAMPLES, max_term_width = 110)]
pub(crate) struct Args {
    /// Articles, or folders of them; `-` or nothing is standard input.
    pub(crate) paths: Vec<PathBuf>,

    /// What the input holds: an article a file, or JSON Lines.
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Input")]
    pub(crate) from: From,
    /// Which files of a folder are articles; may be repeated [default: *.txt, or *.jsonl and *.ndjson, also .gz and .zst].
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    pub(crate) glob: Vec<String>,
    /// Lines that match set the articles of one file apart; what the first group matches names the next article.
    #[arg(long, value_name = "LINE-REGEX", help_heading = "Input")]
    pub(crate) split: Option<String>,
    /// The encoding, by its WHATWG label, instead of detecting it.
    #[arg(long, value_name = "LABEL", help_heading = "Input")]
    pub(crate) encoding: Option<String>,
    /// The most bytes an article may have (K, M and G are understood).
    #[arg(long, value_name = "BYTES", default_value = "64M", help_heading = "Input")]
    pub(crate) max_bytes: String,
    /// The field of a JSON line that names the article.
    #[arg(long, value_name = "NAME", default_value = "id", help_heading = "Input")]
    pub(crate) id_field: String,
    /// The field of a JSON line that holds the text.
    #[arg(long, value_name = "NAME", default_value = "text", help_heading = "Input")]
    pub(crate) text_field: String,

    /// The article's name in its record.
    #[arg(long, help_heading = "What is known")]
    pub(crate) id: Option<String>,
    /// The article's language (`en`), instead of detecting it.
    #[arg(long, value_name = "CODE", help_heading = "What is known")]
    pub(crate) language: Option<String>,
    /// The article's date (2031-02-06): it gives partial dates their year.
    #[arg(long, value_name = "DATE", help_heading = "What is known")]
    pub(crate) published: Option<String>,
    /// The time of reading (2031-02-06T12:00:00Z): it gives `2 hours ago` its date.
    #[arg(long, value_name = "TIME", help_heading = "What is known")]
    pub(crate) now: Option<String>,

    /// Write here instead of standard output; the file appears whole or not at all. `.gz` and `.zst` are compressed.
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,
    /// Go on with an output that was cut off: what is whole in it is kept, and not made again.
    #[arg(long, requires = "output", help_heading = "Output")]
    pub(crate) resume: bool,
    /// Records over several lines, indented [default for one article].
    #[arg(long, conflicts_with = "jsonl", help_heading = "Output")]
    pub(crate) pretty: bool,
    /// One line a record [default for more than one article].
    #[arg(long, help_heading = "Output")]
    pub(crate) jsonl: bool,
    /// Add `blocks`: every block of the input with its role.
    #[arg(long, help_heading = "Output")]
    pub(crate) blocks: bool,
    /// Add `source`: SHA-256, number of bytes and encoding of the input.
    #[arg(long, help_heading = "Output")]
    pub(crate) source: bool,
    /// Leave out statements that are less sure than this, 0 to 1.
    #[arg(long, value_name = "SHARE", help_heading = "Output")]
    pub(crate) min_confidence: Option<f64>,
    /// Keep the other fields of a JSON line, as `pass` of its record.
    #[arg(long, help_heading = "Output")]
    pub(crate) pass: bool,
    /// A bad JSON line gives an error line, and is no failure.
    #[arg(long, help_heading = "Output")]
    pub(crate) keep_going: bool,

    /// Show what a stage makes of the article instead of the record.
    #[arg(long, value_name = "STAGE", conflicts_with = "check", help_heading = "Looking inside")]
    pub(crate) stage: Option<Stage>,
    /// Tell why the statements of the article are what they are: for each cue the candidates, the features that fired and
    /// what they added, in tenths. English only: other languages are read by rules without weights.
    #[arg(long, conflicts_with_all = ["check", "stage"], help_heading = "Looking inside")]
    pub(crate) explain: bool,
    /// Print the JSON Schema of a record.
    #[arg(long, exclusive = true, help_heading = "Looking inside")]
    pub(crate) schema: bool,

    /// Compare every <name>.txt of the folders with the record beside it, <name>.json.
    #[arg(long, conflicts_with_all = ["output", "split", "from"], help_heading = "Own snapshot tests")]
    pub(crate) check: bool,
    /// With --check: write the records.
    #[arg(long, requires = "check", help_heading = "Own snapshot tests")]
    pub(crate) accept: bool,

    /// How many threads read [default: all cores].
    #[arg(long, value_name = "N", help_heading = "Running")]
    pub(crate) threads: Option<usize>,
    /// No summary and no progress; failures are still named.
    #[arg(short, long, help_heading = "Running")]
    pub(crate) quiet: bool,
}

/// What the input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    /// An article a file.
    Text,
    /// A JSON object a line.
    Jsonl,
}

/// A stage that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// Lines: what the role model took each for, and what it saw.
    Lines,
    /// Blocks and their roles.
    Layout,
    /// Sections, paragraphs, sentences.
    Body,
    /// Who said what.
    Statements,
    /// Why (the command line says --explain).
    #[value(skip)]
    Explain,
}
