//! Transcripts: paragraphs that begin with the speaker's name and a colon.
//!
//! In: the article. Out: a [`Draft`] for each, the colon its cue. Names make a transcript where one comes back and the
//! words behind them speak of themselves or to somebody (`I`, `you`):
//!
//! ```text
//! ADA BROOK: Why is the pier still closed?
//! CY DORN: I have asked that every week.
//! BROOK: And what did they tell you?
//! ```
//!
//! `Tickets: two pounds` in a list is none.

use super::article::{Article, Count, Range};
use super::decide::Draft;
use super::passages::Part;
use super::tokens::Mark;
use super::words::{Class, Roles};

/// So many paragraphs make a transcript.
const LEAST: usize = 3;
/// Words of the longest name before the colon.
const NAME: usize = 4;
/// How sure the statements are, in tenths.
const MARGIN: i32 = 40;

/// A paragraph with a name before it.
struct Turn {
    name: Range,
    content: Range,
}

/// Finds the turns of a transcript; nothing in any other article.
pub(super) fn turns(article: &Article<'_>) -> Vec<Draft> {
    let turns: Vec<Turn> = (0..article.spans.len()).filter_map(|number| turn(article, number)).collect();
    if turns.len() < LEAST || !is_transcript(article, &turns) {
        return Vec::new();
    }
    let draft = |turn: Turn| Draft {
        cue: Some(Range::new(turn.name.end, turn.name.end + 1)),
        source: Some(turn.name),
        content: vec![turn.content],
        margin: MARGIN,
        verbatim: false,
    };
    turns.into_iter().map(draft).collect()
}

fn turn(article: &Article<'_>, number: usize) -> Option<Turn> {
    let (span, passage) = (*article.spans.get(number)?, article.passages.get(number)?);
    let token = |at: usize| article.tokens.get(at).filter(|_| span.holds(at));
    let opens = token(span.start)?;
    // A mark of quotation or of a list may stand before the name.
    let start = span.start + usize::from(opens.mark == Mark::Open || opens.kind.is_in(&[Class::HYPHEN, Class::MARK]));
    let colon = (start..=start + NAME).find(|at| token(*at).is_some_and(|token| token.is(Class::COLON)))?;
    let name = Range::new(start, colon);
    let named = (start..colon).all(|at| token(at).is_some_and(|token| token.kind.is_in(&[Class::CAP, Class::TITLE])));
    let content = Range::new(colon + 1, span.end);
    let own = passage.part == Part::Body && named && !name.is_empty();
    (own && article.has(Count::Words, content.start, content.end)).then_some(Turn { name, content })
}

fn is_transcript(article: &Article<'_>, turns: &[Turn]) -> bool {
    let last = |turn: &Turn| article.text(turn.name.end - 1).to_uppercase();
    let mut names: Vec<String> = turns.iter().map(last).collect();
    names.sort_unstable();
    let again = names.windows(2).any(|pair| pair[0] == pair[1]);
    let different = names.first() != names.last();
    let speaks = |turn: &&Turn| {
        let tokens = article.tokens.get(turn.content.start..turn.content.end).unwrap_or(&[]);
        tokens.iter().any(|token| token.roles.any(Roles::SELF) || token.roles.any(Roles::HEARER))
    };
    again && different && turns.iter().filter(speaks).count() * 3 >= turns.len()
}
