//! Bylines.

use crate::text::Stretch;

/// Who wrote the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// The part of the line that is the byline, as printed (`By Sultan Musayev |`).
    pub stretch: Stretch,
    /// The authors in print order; an agency or desk alone is one too.
    pub authors: Vec<Author>,
    /// The wire service, where one is named.
    pub agency: Option<String>,
    /// Whether a word such as `By` or a form that is nothing else proves it; a bare name line does not.
    pub certain: bool,
}

/// One author.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The name alone.
    pub name: String,
    /// `News Reporter`.
    pub role: Option<String>,
    /// `The Associated Press`.
    pub affiliation: Option<String>,
}

/// Reads a line as a byline.
#[must_use]
pub fn read(_line: &str, _language: &str) -> Option<Byline> {
    None
}
