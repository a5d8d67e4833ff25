//! The states that a unit can be in: a role, and how far the article has come.
//!
//! Reading goes one way: before the headline, between headline and body, in the body, after it. So there is one
//! headline at most, the body has one beginning and one end, and where the headline is decides what can be a kicker or
//! a dek. [`allowed`] is that order; which way is best is for the model's weights.

/// What a state sees in a unit: the columns of the weights table. States of one kind in different parts of the article
/// share a column, except furniture, which looks different in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the names are the contract's
pub enum Kind {
    Kicker,
    Headline,
    Dek,
    Byline,
    Stamp,
    Caption,
    Credit,
    Heading,
    Paragraph,
    PullQuote,
    Attribution,
    Note,
    Before,
    Top,
    Inside,
    After,
}

/// How many kinds there are.
pub const KINDS: usize = 16;

/// Their names in the weights table.
pub const KIND_NAMES: [&str; KINDS] = [
    "kicker",
    "headline",
    "dek",
    "byline",
    "stamp",
    "caption",
    "credit",
    "heading",
    "paragraph",
    "pull_quote",
    "attribution",
    "note",
    "before",
    "top",
    "inside",
    "after",
];

/// A part of the article and a kind: the states, in the order of the parts.
pub const STATES: [(u8, Kind); 29] = [
    (0, Kind::Before),
    (0, Kind::Kicker),
    (0, Kind::Byline),
    (0, Kind::Stamp),
    (0, Kind::Caption),
    (0, Kind::Credit),
    (1, Kind::Headline),
    (2, Kind::Top),
    (2, Kind::Dek),
    (2, Kind::Byline),
    (2, Kind::Stamp),
    (2, Kind::Caption),
    (2, Kind::Credit),
    (2, Kind::Note),
    (3, Kind::Paragraph),
    (3, Kind::Heading),
    (3, Kind::PullQuote),
    (3, Kind::Attribution),
    (3, Kind::Caption),
    (3, Kind::Credit),
    (3, Kind::Note),
    (3, Kind::Inside),
    (3, Kind::Byline),
    (3, Kind::Stamp),
    (4, Kind::After),
    (4, Kind::Note),
    (4, Kind::Byline),
    (4, Kind::Stamp),
    (4, Kind::Caption),
];

/// Whether `to` may follow `from`.
#[must_use]
pub fn allowed(from: usize, to: usize) -> bool {
    let (Some(&(part, kind)), Some(&(next, to))) = (STATES.get(from), STATES.get(to)) else { return false };
    // What ends the body; furniture in it only stands between two of its pieces.
    let closes = matches!(
        kind,
        Kind::Paragraph | Kind::PullQuote | Kind::Attribution | Kind::Caption | Kind::Credit | Kind::Note
    );
    match (part, next) {
        _ if to == Kind::Attribution => kind == Kind::PullQuote || kind == Kind::Attribution,
        (0, 0 | 1) | (1 | 2, 2) => true,
        // A body with no headline above it, and one directly under its headline.
        (0..=2, 3) => matches!(to, Kind::Paragraph | Kind::Heading) && kind != Kind::Kicker,
        (3, 3) => true,
        (3, 4) => closes,
        (4, 4) => true,
        // A page without any body.
        (1 | 2, 4) => to == Kind::After,
        _ => false,
    }
}

/// Whether an article may begin so.
#[must_use]
pub fn begins(state: usize) -> bool {
    STATES.get(state).is_some_and(|(part, kind)| *part <= 1 || *part == 3 && *kind == Kind::Paragraph)
}

/// Whether an article may end so.
#[must_use]
pub fn ends(state: usize) -> bool {
    STATES.get(state).is_some_and(|(part, kind)| {
        *part != 3 || !matches!(kind, Kind::Heading | Kind::Inside | Kind::Stamp | Kind::Byline)
    })
}

/// The name of a state in the weights table: `2 byline`.
#[must_use]
pub fn name(state: usize) -> String {
    STATES.get(state).map_or_else(String::new, |(part, kind)| format!("{part}.{}", KIND_NAMES[*kind as usize]))
}
