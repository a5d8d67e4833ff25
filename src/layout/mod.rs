//! Where everything stands: the input's lines as blocks, a role for each, and the article's parts.
//!
//! In: the decoded text. Out: [`Layout`]. Every non-blank line of the input is in exactly one [`Block`]; a block has
//! one [`Role`]; the parts (headline, captions, body …) are made of blocks and know where they stand.
//! The insides of paragraphs (datelines, sentences, statements) are left to later stages.

mod captions;
mod common;
pub mod decoder;
mod display;
mod evidence;
mod families;
pub mod features;
mod glued;
mod joins;
mod known;
mod labels;
mod language;
mod lines;
mod links;
mod markdown;
pub mod model;
mod named;
mod notes;
mod parts;
mod places;
mod poses;
mod references;
mod repairs;
mod roles;
mod seams;
mod sections;
mod shape;
mod split;
pub mod states;
mod templates;
mod view;
mod weights;

use crate::fields::{Author, PartialDate};
use crate::text::{Fragments, Span};
use crate::warnings::Warning;

pub use decoder::Decoder;
pub use features::Fired;
pub use model::Weights;
pub use view::{Told, View, told, view};

/// A page taken apart.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// ISO 639-1 code of the article's language; `None` where in doubt.
    pub language: Option<&'static str>,
    /// Every non-blank line of the input once, in order.
    pub blocks: Vec<Block>,
    /// The label above the headline.
    pub kicker: Option<Fragments>,
    /// The article's own title.
    pub headline: Option<Fragments>,
    /// The sentence(s) under the headline, one entry a block.
    pub dek: Vec<Fragments>,
    /// Who wrote it.
    pub byline: Option<BylinePart>,
    /// When it came out.
    pub published: Option<Moment>,
    /// When it was last changed.
    pub updated: Option<Moment>,
    /// The dateline, where the text names it as a field of its own.
    pub dateline: Option<Fragments>,
    /// The lines that print the dates, as they stand.
    pub stamps: Vec<Fragments>,
    /// One entry a picture.
    pub captions: Vec<CaptionPart>,
    /// Headings, paragraphs and display quotes, in order.
    pub body: Vec<Item>,
    /// What belongs to the article but not to its body.
    pub notes: Vec<(NoteKind, Fragments)>,
    /// What belongs to the page.
    pub furniture: Vec<(FurnitureKind, Fragments)>,
    /// Doubts.
    pub warnings: Vec<Warning>,
}

/// Lines of the input that have one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where they stand.
    pub span: Span,
    /// What they are.
    pub role: Role,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the names are the contract's, told field by field in `record`
pub enum Role {
    Kicker,
    Headline,
    Dek,
    Byline,
    Published,
    Updated,
    Dateline,
    Caption,
    Credit,
    Heading,
    Paragraph,
    PullQuote,
    Note(NoteKind),
    Furniture(FurnitureKind),
}

/// Kinds of [`Role::Note`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum NoteKind {
    Signoff,
    Correction,
    Editor,
    Bio,
    Source,
}

/// Kinds of [`Role::Furniture`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum FurnitureKind {
    Navigation,
    Share,
    Advertisement,
    Newsletter,
    Related,
    Comments,
    Tags,
    Media,
    Form,
    Prompt,
    Legal,
    Alt,
    Other,
}

/// The byline of the article, from one line or several.
#[derive(Clone, Debug, Default)]
pub struct BylinePart {
    /// As printed.
    pub text: Fragments,
    /// The authors in print order.
    pub authors: Vec<Author>,
    /// The wire service.
    pub agency: Option<String>,
}

/// A date of the article, with its time where one is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// A whole date: year, month and day.
    pub date: PartialDate,
    /// Hour, minute, second.
    pub time: Option<(u8, u8, u8)>,
    /// Minutes east of Greenwich.
    pub zone: Option<i16>,
}

/// One picture.
#[derive(Clone, Debug, Default)]
pub struct CaptionPart {
    /// The fullest wording, without its credit.
    pub text: Fragments,
    /// Who made it.
    pub credit: Option<CreditPart>,
    /// How many times the input says it.
    pub occurrences: usize,
}

/// A credit, from the caption's own line or from another.
#[derive(Clone, Debug, Default)]
pub struct CreditPart {
    /// As printed, without brackets and label.
    pub text: Fragments,
    /// The words that label it (`Photo`, `Illustration by`).
    pub label: Option<String>,
    /// People.
    pub names: Vec<String>,
    /// Agencies and others.
    pub agencies: Vec<String>,
    /// `Pool`, `Handout`, `via`.
    pub qualifiers: Vec<String>,
}

/// A piece of the body.
#[derive(Clone, Debug)]
pub enum Item {
    /// A heading; what follows, up to the next, is its section.
    Heading(Fragments),
    /// A paragraph, joined where the input cuts it.
    Paragraph(Fragments),
    /// A display quote, with its attribution line.
    PullQuote {
        /// The quotation.
        text: Fragments,
        /// The line that says whose it is.
        attribution: Option<Fragments>,
    },
}

/// What the caller knows beside the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// The language, where the caller says it.
    pub language: Option<&'a str>,
    /// Seconds since 1970 UTC that relative stamps count from.
    pub now: Option<i64>,
}

/// Takes a page apart.
#[must_use]
pub fn read(text: &str, hints: &Hints<'_>) -> Layout {
    read_with(text, hints, Decoder::shipped())
}

/// Takes a page apart with a decoder of the caller's, over other weights than those that the library comes with.
#[must_use]
pub fn read_with(text: &str, hints: &Hints<'_>, decoder: &Decoder<'_>) -> Layout {
    let language = hints.language.and_then(language::known).or_else(|| language::detect(text));
    let (units, convention) = split::units(text, language.unwrap_or(""));
    let evidence = evidence::gather(&units, &convention, language.unwrap_or(""));
    let known: Vec<Option<Role>> = units.iter().map(|unit| unit.line.named).collect();
    let mut states = decoder.states_where(features::fire(&evidence).units(), &known);
    let roles = roles::assign(&units, &evidence, &mut states, language.unwrap_or(""));
    let mut layout = Layout { language, ..Layout::default() };
    parts::fill(&mut layout, units, &evidence, &roles, &states, hints);
    layout
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(text: &str) -> Layout {
        read(text, &Hints::default())
    }

    #[test]
    fn an_article_alone_is_all_body() {
        let paragraph = "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog.";
        let text = format!("Ferry leaves late\n\n{}", [paragraph; 6].map(|one| format!("{one}\n\n")).concat());
        let layout = article(&text);
        assert_eq!(layout.headline.as_ref().map(Fragments::text), Some("Ferry leaves late"));
        assert_eq!(layout.blocks.len(), 7);
    }

    #[test]
    fn every_line_is_in_one_block() {
        let text =
            "Home\n\n# Ferry leaves late\n\n[Share](/s)\n\n![A ferry](f.jpg) At the quay\n\nThe ferry was late.\n";
        let layout = article(text);
        let mut end = 0;
        for block in &layout.blocks {
            assert!(block.span.start >= end);
            assert!(text[end..block.span.start].trim().is_empty());
            end = block.span.end;
        }
        assert!(text[end..].trim().is_empty());
    }

    #[test]
    fn nothing_is_no_trouble() {
        assert!(article("").blocks.is_empty());
        assert!(article(" \n\n\t\n").blocks.is_empty());
    }
}
