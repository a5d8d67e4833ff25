//! The stretches of an article in which somebody may be quoted, in reading order.
//!
//! In: the page's parts and the body. Out: headline, dek, then per section its heading, paragraphs, and last the
//! display quotes of the body. Captions and furniture are no passages.

use crate::body::{Body, sentences};
use crate::layout::Layout;
use crate::text::{Fragments, Stretch};

/// Where a passage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The headline.
    Headline,
    /// A line of the dek.
    Dek,
    /// A section's heading.
    Heading,
    /// A paragraph.
    Body,
    /// A display quote: index into [`Body::pull_quotes`].
    PullQuote(usize),
}

/// A stretch of the article that is read as one.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Where it stands.
    pub part: Part,
    /// The section, from 0; `None` outside the body.
    pub section: Option<usize>,
    /// The paragraph within the section, from 0; `None` but for [`Part::Body`].
    pub paragraph: Option<usize>,
    /// Its text.
    pub text: Fragments,
    /// Its sentences.
    pub sentences: Vec<Stretch>,
}

/// Lists the passages of an article.
#[must_use]
pub fn passages(layout: &Layout, body: &Body) -> Vec<Passage> {
    let language = layout.language.unwrap_or("");
    let line = |part, section, text: &Fragments| Passage {
        part,
        section,
        paragraph: None,
        sentences: sentences(text.text(), language),
        text: text.clone(),
    };
    let mut found = Vec::new();
    found.extend(layout.headline.iter().map(|text| line(Part::Headline, None, text)));
    found.extend(body.dek.iter().map(|text| line(Part::Dek, None, text)));
    for (number, section) in body.sections.iter().enumerate() {
        found.extend(section.heading.iter().map(|text| line(Part::Heading, Some(number), text)));
        found.extend(section.paragraphs.iter().enumerate().map(|(at, paragraph)| Passage {
            part: Part::Body,
            section: Some(number),
            paragraph: Some(at),
            text: paragraph.text.clone(),
            sentences: paragraph.sentences.clone(),
        }));
    }
    let quotes = body.pull_quotes.iter().enumerate();
    found.extend(quotes.map(|(index, quote)| line(Part::PullQuote(index), Some(quote.section), &quote.text)));
    found
}
