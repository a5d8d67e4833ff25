//! Whether a line goes on in the next one.
//!
//! In: the lines and the convention. Out: for each line whether it belongs to the unit before it.
//! Hard-wrapped text is joined where the next word would not have fitted; elsewhere a line goes on where both ends say
//! so: no end mark before, a small letter or a closing mark after, a function word last.

use super::lines::Line;
use super::split::{Convention, first_word, is_closing, is_opening, width};
use crate::lexicon::{self, WordList};
use crate::text::chars::is_sentence_end;

/// Decides for every line.
pub(super) fn decide(lines: &[Line], convention: &Convention, language: &str) -> Vec<bool> {
    let words = lexicon::list(language, "function_words");
    let mut joined = vec![false; lines.len()];
    for at in 1..lines.len() {
        let [before, line] = &lines[at - 1..=at] else { continue };
        joined[at] = may_join(before, line)
            && match convention.wrap {
                Some(column) => width(before) + 1 + first_word(line) > column,
                None => goes_on(before, line, words),
            };
    }
    joined
}

/// Lines that marks keep apart.
fn may_join(before: &Line, line: &Line) -> bool {
    let apart = line.gap || line.bullet || line.image || before.image || line.heading > 0 || before.heading > 0;
    !apart && !before.hard_break && !before.text.is_empty() && !line.text.is_empty() && line.quoted == before.quoted
}

fn goes_on(before: &Line, line: &Line, words: &WordList) -> bool {
    let (text, next) = (before.text.text(), line.text.text());
    let last = text.chars().next_back().unwrap_or('.');
    let first = next.chars().next().unwrap_or(' ');
    if is_closing(first) || is_opening(last) {
        return true;
    }
    if is_sentence_end(last) || last == ':' {
        return false;
    }
    let word = text.rsplit(|found: char| !found.is_alphanumeric()).next().unwrap_or("");
    first.is_lowercase() || last == ',' || words.contains_any_case(word)
}
