//! What a scraper ran together, cut where a break was lost.
//!
//! In: lines, then units. Out: the same in more pieces, no letter less.
//!
//! ```text
//! HomeNewsBoats leave the quay                          HomeNews | Boats leave the quay
//! … two hours late because of fog.The crew said that …  … fog. | The crew said that …
//! The Crew SpeaksNobody on the quay had known of it …   The Crew Speaks | Nobody on the quay …
//! ```
//!
//! Paragraphs are cut only on pages that run several together: a space left out once is a slip of the keyboard. What the pieces
//! are is left to the role model.

use super::lines::Line;
use super::seams::{QUOTATION, tail};
use super::sections::Sections;
use super::split::Unit;
use crate::fields::person;
use crate::lexicon::WordList;

use crate::text::chars::{is_letter, is_sentence_end};
use crate::text::{Fragments, Span, Stretch};

/// Bytes of the shortest text that is looked at, and of the shortest paragraph that is cut off.
const LONG: usize = 160;
const PIECE: usize = 40;
/// How many lost breaks make a page one that runs paragraphs together.
const SEVERAL: usize = 2;
/// Bytes of the longest and of the shortest title that is looked for at the head of a piece.
const TITLES: std::ops::Range<usize> = 15..140;

/// Takes breadcrumbs off the words that they are glued to.
pub(super) fn breadcrumbs(lines: Vec<Line>, sections: Sections) -> Vec<Line> {
    let mut made = Vec::with_capacity(lines.len());
    for line in lines {
        match sections.end(line.text.text()).filter(|_| !line.image) {
            Some(end) => {
                let first = made.len();
                made.extend(pieces(line, &[end]));
                let cut = made[first].text.text().chars().count();
                // What stands behind them has no blank line and no bullet before it.
                made[first + 1..].iter_mut().for_each(|line| (line.gap, line.bullet, line.cut) = (false, false, cut));
            }
            None => made.push(line),
        }
    }
    made
}

/// Cuts paragraphs that were run together.
pub(super) fn paragraphs(units: Vec<Unit>, words: &WordList) -> Vec<Unit> {
    let found: Vec<Vec<usize>> = units.iter().map(lost).collect();
    if found.iter().map(Vec::len).sum::<usize>() < SEVERAL {
        return units;
    }
    let mut made = Vec::with_capacity(units.len() + found.len());
    for (unit, ends) in units.into_iter().zip(found) {
        let text = unit.line.text.text();
        let looked = text.len() >= LONG && is_text(&unit.line);
        let ends: Vec<usize> = with_titles(text, &ends, words).filter(|_| looked).collect();
        if ends.is_empty() {
            made.push(unit);
        } else {
            made.extend(pieces(unit.line, &ends).map(|line| Unit { line, lines: 1 }));
        }
    }
    made
}

/// A line's text cut at these bytes; every piece is looked at once, however many there are.
pub(super) fn pieces(line: Line, ends: &[usize]) -> impl Iterator<Item = Line> {
    let (whole, span) = (line.text, line.span);
    let marks = Line { text: Fragments::default(), ..line };
    let (mut at, mut from, length) = (0, span.start, whole.text().len());
    ends.iter().copied().chain([length]).map(move |end| {
        let text = whole.slice(Stretch::new(at, end));
        let border = if end == length { span.end } else { text.span().end };
        let piece =
            Line { text, span: Span::new(from, border), hard_break: end < length || marks.hard_break, ..marks.clone() };
        (at, from) = (end, border);
        piece
    })
}

/// Whether a line is text, not a heading or a picture.
fn is_text(line: &Line) -> bool {
    line.heading == 0 && !line.image && !line.link
}

/// Where the text of a unit lost a break behind the end of a sentence.
fn lost(unit: &Unit) -> Vec<usize> {
    let text = unit.line.text.text();
    if text.len() < LONG || !is_text(&unit.line) {
        return Vec::new();
    }
    let mut ends: Vec<usize> = Vec::new();
    for stop in memchr::memchr3_iter(b'.', b'!', b'?', text.as_bytes()) {
        let from = ends.last().copied().unwrap_or(0);
        let (before, behind) = (text.get(from..stop).unwrap_or(""), text.get(stop + 1..).unwrap_or(""));
        // Nearly all stops.
        if behind.starts_with(' ') {
            continue;
        }
        let end = stop + 1 + closing(before, behind);
        let long = end >= from + PIECE && end + PIECE <= text.len();
        if long && ends_word(before) && text.get(end..).is_some_and(begins_sentence) {
            ends.push(end);
        }
    }
    ends
}

/// The bytes of a quotation mark behind a stop that closes. In German `“` does.
fn closing(before: &str, behind: &str) -> usize {
    let german = || {
        let near = tail(before, QUOTATION);
        near.rfind('„').is_some_and(|open| !near[open..].contains('“'))
    };
    let mark = behind.chars().next().filter(|mark| matches!(mark, '”' | '"' | '’') || *mark == '“' && german());
    mark.map_or(0, char::len_utf8)
}

/// Whether a text ends in a word or a long number, not in an abbreviation, an ordinal or an address.
fn ends_word(text: &str) -> bool {
    const WORD: usize = 60;
    let word = tail(text, WORD).rsplit(char::is_whitespace).next().unwrap_or("");
    let last = || word.chars().rev();
    let small = last().take(2).filter(|found| found.is_lowercase()).count() == 2;
    let figures = last().take(3).filter(char::is_ascii_digit).count() == 3;
    (small || figures) && word != "www" && !word.contains(['.', '@', '/', ':'])
}

/// Whether a text begins with a capital and a word that is no part of an address.
fn begins_sentence(text: &str) -> bool {
    let text = text.strip_prefix(['“', '"', '‘']).unwrap_or(text);
    let mut letters = text.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let next = letters.next();
    let rest = text.trim_start_matches(is_letter).chars().next();
    capital
        && next.is_some_and(|next| next.is_lowercase() || next == ' ')
        && !rest.is_some_and(|next| matches!(next, '.' | '@' | '/' | '_'))
}

/// The ends of the pieces, with those of the titles that their first paragraphs were glued to.
fn with_titles<'a>(text: &'a str, ends: &'a [usize], words: &'a WordList) -> impl Iterator<Item = usize> {
    let starts = [0].into_iter().chain(ends.iter().copied());
    starts.enumerate().flat_map(move |(at, start)| {
        let end = ends.get(at).copied().unwrap_or(text.len());
        let title = text.get(start..end).and_then(|piece| title(piece, words)).map(|length| start + length);
        title.into_iter().chain((end < text.len()).then_some(end))
    })
}

/// The bytes of a title that a paragraph's first word is glued to: words with capitals, no stop among them.
fn title(piece: &str, words: &WordList) -> Option<usize> {
    let sentence = piece.trim_end_matches(['”', '“', '"', '’']).ends_with(is_sentence_end);
    if !sentence {
        return None;
    }
    let mut before = ' ';
    for (at, found) in piece.char_indices().take_while(|(at, _)| *at < TITLES.end) {
        if is_sentence_end(before) && found == ' ' {
            return None;
        }
        if TITLES.contains(&at) && before.is_lowercase() && found.is_uppercase() && piece.len() >= at + PIECE {
            let (head, rest) = piece.split_at(at);
            if is_titled(head) && !person::takes_inner_capital(head) && opens(rest, words) {
                return Some(at);
            }
        }
        before = found;
    }
    None
}

/// Whether most words begin with capitals.
fn is_titled(text: &str) -> bool {
    let words = || text.split(' ').filter(|word| word.starts_with(is_letter));
    let capitals = words().filter(|word| word.starts_with(char::is_uppercase)).count();
    words().count() >= 3 && capitals * 10 >= words().count() * 6
}

/// Whether a text begins with a function word, or with a word and a small one soon behind it.
fn opens(text: &str, words: &WordList) -> bool {
    const SOON: usize = 4;
    let mut all = text.split(' ');
    let first = all.next().unwrap_or("");
    first.chars().skip(1).all(char::is_lowercase)
        && (words.contains_any_case(first) || all.take(SOON).any(|next| next.starts_with(char::is_lowercase)))
}

#[cfg(test)]
mod tests {
    use crate::layout::split;

    fn units(text: &str) -> Vec<String> {
        split::units(text, "en").0.iter().map(|unit| unit.line.text.text().to_owned()).collect()
    }

    const LATE: &str = "The ferry left the old harbour two hours late on Monday, because of the fog.";
    const CREW: &str = "The crew said that it would leave at noon, and that nobody was to wait on the quay.";
    const MAYOR: &str = "“Nobody had told us,” the mayor wrote, and asked the town of Old Haven for 1200.";

    #[test]
    fn paragraphs_run_together_are_cut() {
        let text = format!("Ferry leaves late\n\n{LATE}{CREW}{MAYOR}{LATE}\n\nMore");
        assert_eq!(units(&text), ["Ferry leaves late", LATE, CREW, MAYOR, LATE, "More"]);
        // With their titles.
        let text = format!(
            "{LATE}The Crew Speaks at LastNobody had known of it. {CREW}{LATE}Fog and Other TroubleIn Old Haven it rained until the evening.{CREW}"
        );
        let made = units(&text);
        assert_eq!(made[1], "The Crew Speaks at Last");
        assert!(made[2].starts_with("Nobody had") && made[5].starts_with("In Old Haven"), "{made:?}");
        assert_eq!(made.len(), 7);
    }

    #[test]
    fn a_slip_an_address_and_an_abbreviation_cut_nothing() {
        let slip = format!("Ferry leaves late\n\n{LATE}{CREW}\n\nMore");
        assert_eq!(units(&slip).len(), 3);
        let names = "Write to quay@Oldhaven.Post or to www.Oldhaven.Org, or ask for No.Seven at the St.Anne quay. ";
        let text = format!("Ferry leaves late\n\n{}\n\nMore", names.repeat(4));
        assert_eq!(units(&text).len(), 3);
    }

    #[test]
    fn names_with_a_capital_inside_are_no_titles() {
        let text = format!("{LATE}{CREW}Ada Brook and Cy MacLorn were there in time, and left again at noon.{LATE}");
        assert_eq!(units(&text).len(), 4);
    }

    #[test]
    fn a_wrapped_line_is_as_long_as_it_was_printed() {
        let text = |path: &str| {
            format!(
                "{path}Ferry leaves the old harbour two hours late\nMayor says sorry\n\nThe ferry left the old harbour two hours late because of\nthe fog that came in at dawn, and nobody on the quay was\ntold of it, the mayor said.\n"
            )
        };
        assert_eq!(units(&text("HomeNewsWorld"))[1], "Ferry leaves the old harbour two hours late Mayor says sorry");
        // Near miss: without the path the line was not full.
        assert_ne!(units(&text(""))[0], "Ferry leaves the old harbour two hours late Mayor says sorry");
    }
}
