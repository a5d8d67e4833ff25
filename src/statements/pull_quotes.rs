//! Display quotes: a dek, a heading or a block of its own whose words the body says too, or that stands for itself.
//!
//! In: the passages, the statements, the body. Out: the [`PullQuote`]s in order. Accepted:
//!
//! ```text
//! ‘The ferry will sail again,’ one skipper said.      a dek that opens with a quotation
//! 'The ferry will sail again'                         a heading that is nothing else; its words may be shortened
//! The ferry will sail again.                          a block set apart, its speaker in the line below
//! ```
//!
//! A heading that quotes a word or two, or in part, is a heading only.

use super::repeats::{Said, words};
use super::{Part, Passage, Placement, PullQuote, Statement};
use crate::body::Body;
use crate::text::{Stretch, chars};

/// A quotation in a heading or a dek has this many words at least.
const FEWEST_WORDS: usize = 3;

/// A quotation that a passage displays: the passage's number, where it stands, and its words without marks.
pub(super) type Displayed = (usize, Placement, Stretch);

/// Every quotation that a passage displays.
pub(super) fn all_displayed(passages: &[Passage]) -> Vec<Displayed> {
    passages.iter().enumerate().filter_map(|(index, passage)| displayed(index, passage)).collect()
}

/// The display quotes of an article, with the statements that say their words.
pub(super) fn pull_quotes(
    passages: &[Passage],
    statements: &[Statement],
    body: &Body,
    displayed: &[Displayed],
    said: &Said,
) -> Vec<PullQuote> {
    let text =
        |(index, _, stretch): &Displayed| passages.get(*index).map_or("", |passage| stretch.of(passage.text.text()));
    let texts: Vec<Vec<u64>> = displayed.iter().map(|displayed| hashed(text(displayed))).collect();
    let nearest = said.nearest(&texts.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let firsts = firsts(passages.len(), statements);
    let made = displayed.iter().zip(nearest).filter_map(|(displayed, nearest)| {
        let (index, placement, _) = *displayed;
        let own = firsts.get(index).copied().flatten();
        let again = own.and_then(|own| statements.get(own)?.repeats).or(nearest);
        let attribution = match passages.get(index)?.part {
            Part::PullQuote(at) => body.pull_quotes.get(at).and_then(|quote| quote.attribution.as_ref()),
            _ => None,
        };
        let attribution = attribution.map(|line| line.text().to_owned());
        Some(PullQuote { text: text(displayed).to_owned(), placement, attribution, statement: again.or(own) })
    });
    made.collect()
}

/// The words of a text, hashed.
fn hashed(text: &str) -> Vec<u64> {
    let mut made = Vec::new();
    words(text, &mut made);
    made
}

/// The quotation that a passage displays, without its marks.
fn displayed(index: usize, passage: &Passage) -> Option<Displayed> {
    let text = passage.text.text();
    let whole = Stretch::new(0, text.len());
    match passage.part {
        Part::PullQuote(_) => {
            Some((index, Placement::Body, quoted(text).filter(|(_, rest)| !rest).map_or(whole, |(inside, _)| inside)))
        }
        Part::Dek => quoted(text).map(|(inside, _)| (index, Placement::Dek, inside)),
        Part::Heading => quoted(text).filter(|(_, rest)| !rest).map(|(inside, _)| (index, Placement::Heading, inside)),
        Part::Headline | Part::Body => None,
    }
    .filter(|(_, placement, inside)| *placement == Placement::Body || hashed(inside.of(text)).len() >= FEWEST_WORDS)
}

/// The quotation that a text opens with, and whether words stand behind it.
fn quoted(text: &str) -> Option<(Stretch, bool)> {
    let is_mark = |found: char| chars::is_double_quote(found) || chars::is_single_quote(found);
    let first = text.chars().next().filter(|found| is_mark(*found))?;
    let start = first.len_utf8();
    let closes = |(at, found): &(usize, char)| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len_utf8()..).and_then(|after| after.chars().next());
        let alike = chars::is_double_quote(*found) == chars::is_double_quote(first);
        let closes =
            before.is_some_and(|before| !before.is_whitespace()) && after.is_none_or(|after| !after.is_alphanumeric());
        *at >= start && is_mark(*found) && alike && closes
    };
    let marks: Vec<(usize, char)> = text.char_indices().filter(closes).collect();
    // The apostrophe of a plural looks like a closing mark: one behind a stop, or the last, is surer.
    let stopped =
        |(at, _): &&(usize, char)| text.get(..*at).is_some_and(|before| before.ends_with([',', '.', '!', '?', '…']));
    let (end, mark) = marks.iter().find(stopped).or_else(|| marks.last()).copied()?;
    let rest = text.get(end + mark.len_utf8()..).unwrap_or("").chars().any(char::is_alphanumeric);
    let inside = Stretch::new(start, end).of(text).trim_end_matches(',').len();
    Some((Stretch::new(start, start + inside), rest))
}

/// The first statement of every passage.
fn firsts(passages: usize, statements: &[Statement]) -> Vec<Option<usize>> {
    let mut firsts = vec![None; passages];
    for (index, statement) in statements.iter().enumerate() {
        let home = statement.found.content.first().and_then(|place| firsts.get_mut(place.passage));
        home.into_iter().for_each(|first: &mut Option<usize>| *first = first.or(Some(index)));
    }
    firsts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Option<(&str, bool)> {
        quoted(text).map(|(stretch, rest)| (stretch.of(text), rest))
    }

    #[test]
    fn a_quotation_at_the_head_is_taken_without_its_marks() {
        assert_eq!(inside("‘The skippers’ ferry sails,’ one said."), Some(("The skippers’ ferry sails", true)));
        assert_eq!(inside("'It didn't sail'"), Some(("It didn't sail", false)));
    }

    #[test]
    fn a_quotation_further_on_is_none() {
        assert_eq!(inside("Skippers call it a “disgrace”"), None);
        assert_eq!(inside("‘Tis the season"), None);
    }
}
