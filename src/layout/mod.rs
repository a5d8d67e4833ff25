//! Where everything stands: the input's lines as blocks, a role for each, and the article's parts.
//!
//! In: the decoded text. Out: [`Layout`]. Every non-blank line of the input is in exactly one [`Block`]; a block has
//! one [`Role`]; the parts (headline, captions, body …) are made of blocks and know where they stand.
//! The insides of paragraphs (datelines, sentences, statements) are left to later stages.

mod joins;
mod language;
mod lines;
mod markdown;
mod split;

use crate::fields::{Author, PartialDate};
use crate::text::{Fragments, Span};
use crate::warnings::Warning;

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
    let language = hints.language.and_then(language::known).or_else(|| language::detect(text));
    let (units, _) = split::units(text, language.unwrap_or(""));
    let mut layout = Layout { language, ..Layout::default() };
    let long = |unit: &split::Unit| {
        let text = unit.line.text.text();
        text.len() > 80 && text.trim_end_matches(['"', '”', ')']).ends_with(crate::text::chars::is_sentence_end)
    };
    let first = units.iter().position(|unit| unit.line.heading == 1).or_else(|| {
        let body = units.iter().position(long)?;
        (0..=body).max_by_key(|at| (units[*at].line.text.text().len().min(50), usize::MAX - at))
    });
    let last = units.iter().rposition(long).unwrap_or(0);
    for (at, unit) in units.iter().enumerate() {
        let text = unit.line.text.clone();
        let short = text.text().len() <= 80;
        let heads = units.get(at + 1).is_some_and(long);
        let role = match first {
            Some(first) if at == first => Role::Headline,
            Some(first) if at > first && at <= last && text.text().len() > 60 => Role::Paragraph,
            Some(first) if at > first && at <= last && short && heads => Role::Heading,
            _ => Role::Furniture(FurnitureKind::Other),
        };
        layout.blocks.push(Block { span: unit.line.span, role });
        match role {
            Role::Headline => layout.headline = Some(text),
            Role::Paragraph => layout.body.push(Item::Paragraph(text)),
            Role::Heading => layout.body.push(Item::Heading(text)),
            _ if text.is_empty() => {}
            _ => layout.furniture.push((FurnitureKind::Other, text)),
        }
    }
    layout
}
