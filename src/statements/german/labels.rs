//! Interviews in which every answer begins with a name and a colon.
//!
//! In: the passages. Out: the answers as [`Draft`]s. `Kern: Weil niemand fragte.` is one where the article has two such passages for the
//! same last word. A passage of that form that ends in a question mark is the interviewer's: nobody's statement. Left to others: a label
//! before a quotation (`Kern: „Nein.“`), and a colon in a sentence (`Fest steht: Es regnet`), whose word before the colon is no name.

use rustc_hash::FxHashMap;

use super::draft::Draft;
use super::tokens::Line;

/// How often the last word of each label opens a passage.
pub(super) fn count<'a>(texts: impl Iterator<Item = &'a str>) -> FxHashMap<&'a str, usize> {
    let mut labels = FxHashMap::default();
    for label in texts.filter_map(label) {
        if let Some(last) = label.split_whitespace().last() {
            *labels.entry(last).or_insert(0) += 1;
        }
    }
    labels
}

/// One to four capitalised words before a colon and a space.
fn label(text: &str) -> Option<&str> {
    let (label, rest) = text.split_once(':')?;
    let words = || label.split_whitespace();
    let named = words().all(|word| word.starts_with(char::is_uppercase)) && (1..=4).contains(&words().count());
    (named && rest.starts_with(' ')).then_some(label)
}

/// The answer that a passage is; an empty list for a question of the interviewer.
pub(super) fn read(line: &Line<'_>, labels: &FxHashMap<&str, usize>) -> Option<Vec<Draft>> {
    let last = label(line.text)?.split_whitespace().last()?;
    labels.get(last).filter(|count| **count >= 2)?;
    let colon = line.tokens.iter().position(|token| token.mark(':'))?;
    let end = line.tokens.len();
    line.tokens.get(colon + 1).filter(|next| next.out())?;
    if line.text.trim_end().ends_with('?') {
        return Some(Vec::new());
    }
    let (cue, source) = (Some((colon, colon + 1)), Some((0, colon)));
    Some(vec![Draft { content: vec![(colon + 1, end)], cue, source, confidence: 90, said: true, ..Draft::default() }])
}
