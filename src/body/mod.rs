//! The body as a reader has it: sections, paragraphs, sentences; the dateline taken off the first paragraph, or off
//! the dek where that has it.
//!
//! In: [`Layout::body`], [`Layout::dek`] and [`Layout::dateline`]. Out: [`Body`]. What is said in the paragraphs is left to `statements`.

mod sentences;

use crate::fields::{Dateline, dateline};
use crate::layout::{Item, Layout};
use crate::text::{Fragments, Stretch};

pub use sentences::sentences;

/// The body of an article.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The dateline, and its text as printed.
    pub dateline: Option<(Dateline, Fragments)>,
    /// The sentences under the headline, without a dateline.
    pub dek: Vec<Fragments>,
    /// At least one where there is any paragraph or heading.
    pub sections: Vec<Section>,
    /// Display quotes of the body, in order.
    pub pull_quotes: Vec<PullQuote>,
}

/// A heading and what stands under it.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// `None` for what stands before the first heading.
    pub heading: Option<Fragments>,
    /// In order; may be none.
    pub paragraphs: Vec<Paragraph>,
}

/// One paragraph.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// Its text, without a dateline.
    pub text: Fragments,
    /// Its sentences, in order; together they cover all but the white space between them.
    pub sentences: Vec<Stretch>,
}

/// A display quote in the body.
#[derive(Clone, Debug, Default)]
pub struct PullQuote {
    /// The quotation.
    pub text: Fragments,
    /// The line that says whose it is.
    pub attribution: Option<Fragments>,
    /// The section it stands in.
    pub section: usize,
}

/// Builds the body from the page's parts.
#[must_use]
pub fn build(layout: &Layout) -> Body {
    let language = layout.language.unwrap_or("");
    let named = layout.dateline.as_ref().map(|text| (dateline::read_named(text.text(), language), text.clone()));
    let mut body = Body { dek: layout.dek.clone(), dateline: named, ..Body::default() };
    for item in &layout.body {
        match item {
            Item::Heading(text) => body.sections.push(Section { heading: Some(text.clone()), paragraphs: Vec::new() }),
            Item::Paragraph(text) => {
                let mut text = text.clone();
                if body.dateline.is_none() && body.sections.iter().all(|section| section.paragraphs.is_empty()) {
                    body.dateline = take_dateline(&mut text, language);
                }
                // `BERLIN (dpa) –` on a line of its own.
                if text.is_empty() {
                    continue;
                }
                let sentences = sentences(text.text(), language);
                open_section(&mut body.sections).paragraphs.push(Paragraph { text, sentences });
            }
            Item::PullQuote { text, attribution } => {
                open_section(&mut body.sections);
                let section = body.sections.len() - 1;
                body.pull_quotes.push(PullQuote { text: text.clone(), attribution: attribution.clone(), section });
            }
        }
    }
    if body.dateline.is_none() {
        body.dateline = body.dek.first_mut().and_then(|dek| take_dateline(dek, language));
    }
    body
}

/// Takes the dateline off the text that it begins.
fn take_dateline(text: &mut Fragments, language: &str) -> Option<(Dateline, Fragments)> {
    let found = dateline::read(text.text(), language)?;
    let printed = text.slice(found.stretch);
    *text = text.slice(Stretch::new(found.rest, text.text().len()));
    Some((found, printed))
}

/// The section that is being filled; the first has no heading.
fn open_section(sections: &mut Vec<Section>) -> &mut Section {
    if sections.is_empty() {
        sections.push(Section::default());
    }
    let last = sections.len() - 1;
    &mut sections[last]
}
