//! The whole flow, one stage a line. No rules here.

use crate::body;
use crate::fields::PartialDate;
use crate::ingest::Source;
use crate::layout::{self, Hints};
use crate::record::{Parts, Record, assemble};
use crate::statements;

/// What the caller knows or wants beside the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The article's language (ISO 639-1), where the caller says it; else it is detected.
    pub language: Option<String>,
    /// The article's date, where the caller knows it: years of partial dates come from it.
    pub published: Option<PartialDate>,
    /// Seconds since 1970 UTC that relative stamps (`2 hours ago`) count from.
    pub now: Option<i64>,
    /// Whether the record lists every block.
    pub blocks: bool,
}

/// Reads one article. Never fails: doubts are warnings of the record.
#[must_use]
pub fn extract(source: &Source, options: &Options) -> Record {
    let hints = Hints { language: options.language.as_deref(), now: options.now };
    let layout = layout::read(&source.text, &hints);
    let body = body::build(&layout);
    let statements = statements::read(&layout, &body);
    let published = layout.published.map(|moment| moment.date).or(options.published);
    assemble(&Parts {
        id: source.id.as_deref(),
        text: &source.text,
        warnings: &source.warnings,
        layout: &layout,
        body: &body,
        statements: &statements,
        published,
        blocks: options.blocks,
    })
}
