//! One article on its way: what is to be read, what came of it, and why it failed.

use std::path::PathBuf;

use newscopy::ingest::IngestError;

/// An article to read.
#[derive(Debug)]
pub(crate) struct Job {
    /// Its id in the record.
    pub(crate) id: Option<String>,
    /// How messages name it.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) content: Content,
    /// Whether it is a line of JSON Lines, so that a failure is a line too.
    pub(crate) is_line: bool,
}

/// Where an article is.
#[derive(Debug)]
pub(crate) enum Content {
    /// In a file that is still to be opened.
    File(PathBuf),
    /// On standard input.
    Stdin,
    /// In these bytes.
    Bytes(Vec<u8>),
    /// In these bytes, which were made UTF-8 on the way.
    Utf8(Vec<u8>),
    /// In this JSON line.
    Line(Vec<u8>),
    /// Nowhere: it could not be reached.
    Failed(Failure),
}

impl Job {
    /// The bytes that it holds in memory while it waits.
    pub(crate) fn weight(&self) -> usize {
        match &self.content {
            Content::Bytes(bytes) | Content::Utf8(bytes) | Content::Line(bytes) => bytes.len(),
            Content::File(path) => path.as_os_str().len(),
            Content::Stdin | Content::Failed(_) => 0,
        }
    }

    /// Something that could not be reached.
    pub(crate) fn failed(name: String, failure: Failure) -> Self {
        Self { id: None, name, content: Content::Failed(failure), is_line: false }
    }
}

/// What came of an article.
#[derive(Debug)]
pub(crate) struct Done {
    /// How messages name it.
    pub(crate) name: String,
    /// How many bytes of input it had.
    pub(crate) bytes: u64,
    /// What goes to the output: a record, or the line of a failure.
    pub(crate) output: Option<Vec<u8>>,
    /// Why it could not be read.
    pub(crate) failure: Option<Failure>,
}

/// Why an article could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// A short name for programs, the same in every version.
    pub(crate) code: &'static str,
    /// A sentence for people.
    pub(crate) message: String,
}

impl From<IngestError> for Failure {
    fn from(error: IngestError) -> Self {
        Self { code: error.code(), message: error.to_string() }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self { code: "unreadable", message: error.to_string() }
    }
}

impl Failure {
    /// More than `--max-bytes`.
    pub(crate) fn too_large(most: u64) -> Self {
        Self { code: "too_large", message: format!("more than {most} bytes; see --max-bytes") }
    }
}
