//! Words that stood in a link, and on a line of their own in the text that a scraper left.
//!
//! In: the line, the text before it, the lines behind it. Out: whether the sentence goes on in it: `Nobody is stranded in` / `Old
//! Haven` / `, he said.`; `Auch bei Marktführer` / `Old Haven` / `fanden die Prüfer mehr.` Left to `joins`: lines that hold no link.

use super::lines::Line;
use super::seams::{closes, is_drop_cap, is_second_part, leans};
use crate::text::chars::{is_letter, is_sentence_end};

/// A few words that stood in a link: the sentence ends with them, or goes on after them.
pub(super) fn is_piece(text: &str, after: Option<&Line>) -> bool {
    const FEW: usize = 60;
    let length = text.chars().count();
    let Some(after) = after.filter(|after| !after.gap).map(|after| after.text.text()) else {
        return length <= FEW && text.ends_with(is_sentence_end);
    };
    let small = after.starts_with(char::is_lowercase) && !is_drop_cap(text, after);
    length <= FEW && (text.ends_with(is_sentence_end) || small || is_second_part(after))
        || length <= 2 * FEW && leans(after)
}

/// A name in a link, where nothing in the words before it says that they go on: `Auch bei Marktführer` `Old Haven` `fanden die
/// Prüfer mehr`. A mark behind it proves it; with small letters behind it, it could as well open the paragraph under a heading.
pub(super) fn is_name_between(text: &str, name: &str, after: Option<&Line>) -> bool {
    const NAME: usize = 32;
    const LONG: usize = 30;
    let Some(after) = after.filter(|after| !after.gap).map(|after| after.text.text()) else { return false };
    let (closed, small) = (closes(after), after.starts_with(char::is_lowercase) || leans(after));
    // A sentence does not say a name twice: under a title with the name it opens the text.
    let ended = name.ends_with(is_sentence_end) || name.ends_with(':') || text.contains(name);
    if !(closed || small) || ended || !(2..=100).contains(&name.chars().count()) {
        return false;
    }
    let words = || text.split(' ').filter(|word| word.starts_with(is_letter));
    let count = words().count();
    // A heading or a title with capitals; a credit.
    let titled = words().filter(|word| word.starts_with(char::is_uppercase)).count() * 10 >= count * 7;
    let plain = count >= 3 && !titled && !text.contains(['/', '|', '©']);
    let few = name.chars().count() <= NAME && name.split(' ').count() <= 3;
    closed && count >= 2 || plain && small && few && after.len() >= LONG
}
