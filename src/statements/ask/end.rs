//! Where does content that started after the cue end? Candidates.
//!
//! At the sentence's end; before every comma, dash, bracket, colon; after a closing mark; before a clause word, a day, or
//! *according*; after a label at the head of a passage also at the passage's end.

use super::reading::Reading;
use super::subject::asked_until;
use crate::statements::tokens::Mark;
use crate::statements::words::{Class, Roles};

const CUTS: &[Class] = &[
    Class::COMMA,
    Class::SEMICOLON,
    Class::COLON,
    Class::DASH,
    Class::HYPHEN,
    Class::BRACKET_OPEN,
    Class::BRACKET_CLOSE,
];
/// No more candidates than this: later cuts of an endless sentence are never right.
const MOST: usize = 48;

/// Lists the candidates for content from `start` on; the sentence's end first.
#[must_use]
pub fn ends(reading: &Reading<'_>, at: usize, start: usize) -> Vec<usize> {
    let article = reading.article;
    let sentence = article.sentence(at);
    let quote = article.quote(start).map(|quote| quote.end);
    if start >= sentence.end {
        return vec![quote.unwrap_or_else(|| article.passage(start).end)];
    }
    let core = sentence.core.min(asked_until(reading, at)).max(start + 1);
    let mut found = vec![core];
    let passage = article.passage(at);
    let colon = article.tokens.get(at).is_some_and(|token| token.is(Class::COLON));
    if colon && at - passage.start <= 6 && passage.end != core {
        found.push(passage.end);
    }
    let mut from = start + 1;
    if let Some(quote) = quote {
        if quote >= core {
            return vec![quote];
        }
        found.push(quote);
        from = quote;
    }
    for end in from..core {
        if found.len() >= MOST {
            break;
        }
        if cuts(reading, start, end) && !found.contains(&end) {
            found.push(end);
        }
    }
    found
}

fn cuts(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let tokens = &reading.article.tokens;
    let (Some(token), Some(before)) = (tokens.get(end), end.checked_sub(1).and_then(|at| tokens.get(at))) else {
        return false;
    };
    if token.mark == Mark::In {
        return false;
    }
    let closed = before.mark == Mark::Close;
    let takes_next = token.form > 0 && reading.has_frame(end, "ACCORDING");
    let may = token.kind.is_in(CUTS)
        || token.roles.any(Roles::CLAUSE) && end > start + 1
        || closed
        || token.kind == Class::TIME && before.kind != Class::TIME
        || takes_next;
    may && (before.is_word() || closed || before.is(Class::BRACKET_CLOSE))
}
