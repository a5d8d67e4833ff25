//! Whether a line goes on in the next one.
//!
//! In: the lines and the convention. Out: for each line whether it belongs to the unit before it.
//! Hard-wrapped text is joined where the next word would not have fitted; elsewhere a line goes on where both ends say
//! so: no end mark before, a small letter or a closing mark after, a function word last; a few words in a link, where the line
//! behind them goes on.
//!
//! ```text
//! The mayor told / Harbour Radio / that ferries would run.          one
//! Auch bei Marktführer / Old Haven / fanden die Prüfer mehr.        one
//! Aug. 6, 1960: / The first ferry left the old harbour.             one
//! Ada Brook / and / Cy Dorn                                         one
//! Ferry leaves late / Ada Brook / The ferry left the old harbour.   three
//! ```
//!
//! What marks say where two pieces meet is told by `seams`, which words stood in a link by `links`.

mod alone;

use self::alone::{follows_stamp, is_authors_address, is_stamp, names_author};
use super::lines::Line;
use super::links::{is_name_between, is_piece};
use super::seams::{closes, is_second_part, leans, opens};
use super::split::{Convention, first_word, width};
use crate::fields::{byline, date, person};
use crate::lexicon::WordList;
use crate::text::chars::{is_letter, is_sentence_end};

/// Columns from which a line without an end mark is text cut at a link, no title.
const RUNNING: usize = 80;

/// Decides for every line.
pub(super) fn decide(lines: &[Line], convention: &Convention, language: &str, words: &WordList) -> Vec<bool> {
    let mut joined = vec![false; lines.len()];
    for at in 1..lines.len() {
        let [before, line] = &lines[at - 1..=at] else { continue };
        joined[at] = may_join(before, line)
            && match convention.wrap {
                Some(column) => width(before) + 1 + first_word(line, convention.hyphens) > column,
                None => {
                    let running = joined[at - 1] || width(before) >= RUNNING;
                    goes_on(before, running, &lines[at..], language, words)
                        && !names_author(&lines[at..], language)
                        && !is_authors_address(before, line, language)
                        && !follows_stamp(&lines[at.saturating_sub(2)..=at], language)
                }
            };
    }
    names(lines, language, &mut joined);
    brackets(lines, &mut joined);
    joined
}

/// `Ada Brook` `and` `Cy Dorn`, `Ada Brook` `with` `AP`: a name, another one or a wire service, and the word between them.
fn names(lines: &[Line], language: &str, joined: &mut [bool]) {
    for (at, three) in lines.windows(3).enumerate() {
        let [one, word, two] = three else { continue };
        let joins = byline::is_joiner(word.text.text(), language);
        let together = || three.windows(2).all(|pair| may_join(&pair[0], &pair[1]));
        let [first, second] = [one, two].map(|line| line.text.text());
        if joins && together() && person::is_name(first) && (person::is_name(second) || byline::is_agency(second)) {
            joined[at + 1..at + 3].fill(true);
        }
    }
}

/// A credit in brackets over several lines, blank ones too: `Ivy is easy to grow (` `Image:` `Cy Dorn)`.
fn brackets(lines: &[Line], joined: &mut [bool]) {
    for at in 0..lines.len() {
        let text = lines[at].text.text();
        if !text.ends_with(['(', '[']) || lines[at].image {
            continue;
        }
        let mut inside = 0;
        for next in at + 1..lines.len().min(at + 5) {
            let text = lines[next].text.text();
            inside += text.len();
            if inside > 120 || text.contains(['(', '[']) || lines[next].heading > 0 {
                break;
            }
            if text.ends_with([')', ']']) {
                joined[at + 1..=next].fill(true);
                // The bracket alone belongs to the words above it.
                joined[at] |= at > 0 && lines[at].text.text().len() == 1 && !lines[at - 1].text.is_empty();
                break;
            }
        }
    }
}

/// Lines that marks keep apart.
fn may_join(before: &Line, line: &Line) -> bool {
    let named = line.labelled || line.named != before.named;
    let apart =
        named || line.gap || line.bullet || line.image || before.image || line.heading > 0 || before.heading > 0;
    // Alternative text and caption in the same words.
    let again = before.text.text() == line.text.text();
    !apart
        && !again
        && !before.hard_break
        && !before.text.is_empty()
        && !line.text.is_empty()
        && line.quoted == before.quoted
}

/// Whether a text ends in a number with a full stop, which ends no sentence before small letters: `Queen Ada II.`, `am 6.`
fn is_ordinal(text: &str) -> bool {
    let Some(number) = text.strip_suffix('.').and_then(|text| text.rsplit(' ').next()) else { return false };
    let made_of = |signs: fn(char) -> bool| !number.is_empty() && number.chars().all(signs);
    made_of(|found| found.is_ascii_digit()) || made_of(|found| matches!(found, 'I' | 'V' | 'X'))
}

/// Bytes of the longest label of an entry in a list of days, and of the shortest text behind it.
const LABEL: usize = 26;
const LABELLED: usize = 40;

/// `Aug. 6, 1960:`, a date that labels an entry in a list.
fn is_day(text: &str, language: &str) -> bool {
    text.len() <= LABEL
        && date::stamps(text, language).iter().any(|stamp| stamp.date.year.is_some() || stamp.date.day.is_some())
}

fn goes_on(before: &Line, running: bool, lines: &[Line], language: &str, words: &WordList) -> bool {
    let [line, rest @ ..] = lines else { return false };
    let (text, next) = (before.text.text(), line.text.text());
    let small = next.starts_with(char::is_lowercase);
    if closes(next) || opens(text) {
        return true;
    }
    let last = text.chars().next_back().unwrap_or('.');
    if is_sentence_end(last) {
        return small && is_ordinal(text);
    }
    if last == ':' {
        return !small && next.len() >= LABELLED && is_day(text, language);
    }
    // A list of such lines is none of words in two parts.
    let dashed = |line: &Line| line.text.text().starts_with('-');
    let second =
        is_second_part(next) && text.ends_with(is_letter) && !dashed(before) && !rest.first().is_some_and(dashed);
    if small || last == ',' || leans(next) || second {
        return true;
    }
    if text.trim_end_matches(['”', '“', '"', '»', '’', ')']).ends_with(is_sentence_end) {
        return false;
    }
    let word = text.rsplit(|found: char| !found.is_alphanumeric()).next().unwrap_or("");
    // A colon alone ends a label, and goes on with nothing above it: `Old Haven` `:` `Ferry leaves late`.
    if rest.first().is_some_and(|after| after.text.text() == ":") {
        return false;
    }
    let unfinished = running || words.contains_any_case(word);
    unfinished && (next.starts_with(char::is_numeric) && !running || is_piece(next, rest.first()))
        || is_name_between(text, next, rest.first()) && !is_stamp(line, language)
}

#[cfg(test)]
mod tests {
    use crate::layout::split;

    fn units(text: &str, language: &str) -> Vec<String> {
        split::units(text, language).0.iter().map(|unit| unit.line.text.text().to_owned()).collect()
    }

    #[test]
    fn a_paragraph_cut_at_its_links_is_one() {
        let text = "The mayor of the old town by the sea and of its three harbours has told those who wait\nHarbour Radio\nthat ferries would run.\nNobody\n, he said, is stranded in\nOld Haven.\nMore";
        assert_eq!(units(text, "en").len(), 3);
    }

    #[test]
    fn a_word_with_a_hyphen_is_whole_where_lines_are_not_broken_in_it() {
        let text = "The crew of the old ferry had asked the town for a new engine and a\nhigh-pressure pump since the end of the year, and the mayor had been saying\nall along that the money was there, but that nobody from the ferry came to\nfetch it in time.\n\nMore";
        assert_eq!(units(text, "en").len(), 2);
        // The near miss: where lines end in a hyphen, `high-` would have fitted above.
        let broken = text.replace(
            "More",
            "Nobody on the quay had seen the old captain of late, who had been a well-\nknown face there.",
        );
        assert_eq!(units(&broken, "en").len(), 3);
    }

    #[test]
    fn a_line_said_twice_is_two() {
        assert_eq!(
            units("The pilot of the ferry, Cy Dorn,\nThe pilot of the ferry, Cy Dorn,\nat noon.\n", "en").len(),
            2
        );
    }

    #[test]
    fn a_title_that_ends_in_a_small_word_stands_alone() {
        let text = "Hafen – warum die Fähre nie abgelegt hatte\nDie Fähre liegt seit Montag im alten Hafen, und der Bürgermeister schweigt dazu.\nMehr\nMehr";
        assert_eq!(units(text, "de").len(), 4);
    }

    #[test]
    fn a_german_quotation_mark_closes() {
        let text = "Kapitän: „Wir kommen zurück“\nGroßes Interview\nMehr\nMehr";
        assert_eq!(units(text, "de").len(), 4);
    }

    #[test]
    fn a_space_stands_behind_a_mark_that_closes() {
        let text = "Der Kapitän sagte noch „Wir kommen zurück“\nund ging von Bord.\nMehr\nMehr";
        assert_eq!(units(text, "de")[0], "Der Kapitän sagte noch „Wir kommen zurück“ und ging von Bord.");
        // The near miss: in English it opens.
        let text = "The captain told all of those who were at the quay, and the mayor, “\nWe come back when the fog has lifted,” and that was that.\nMore\nMore";
        assert!(units(text, "en")[0].contains("“We come"), "{:?}", units(text, "en"));
    }

    #[test]
    fn an_author_in_small_letters_stands_alone() {
        assert_eq!(units("Ferry leaves late\nby Ada Brook\nNews\nMore", "en").len(), 4);
        assert_eq!(units("Ferry leaves late\nby\nAda Brook\nNews\nMore", "en").len(), 5);
        // The near miss: the same words in a sentence.
        assert_eq!(units("A book\nby\nAda Brook\nis out.\nMore\nMore", "en")[0], "A book by Ada Brook is out.");
    }

    #[test]
    fn a_name_in_a_link_is_in_its_sentence() {
        let between = "Auch bei der Gesellschaft\nOld Haven\nfanden die Prüfer mehr als zehn Schiffe.\nMehr\nMehr";
        assert_eq!(units(between, "de").len(), 3);
        // The near miss: a title that has the name.
        let title = between.replace("Auch bei der Gesellschaft", "Was die Prüfer bei Old Haven");
        assert_eq!(units(&title, "de").len(), 4);
        let days = "Aug. 6, 1960:\nThe first ferry left the old harbour for the islands.\nMore\nMore";
        assert_eq!(units(days, "en").len(), 3);
        assert_eq!(units(&days.replace("Aug. 6, 1960:", "What they said:"), "en").len(), 4);
    }

    #[test]
    fn an_address_under_the_author_stands_alone() {
        let made = |above: &str| units(&format!("{above}\nada@harbour.example\nMore\nMore"), "en");
        assert_eq!(made("By Ada Brook")[0], "By Ada Brook");
        assert_eq!(made("Those who saw it may write to")[0], "Those who saw it may write to ada@harbour.example");
    }

    #[test]
    fn two_names_and_the_word_between_are_one() {
        let made = |between: &str, last: &str| {
            units(&format!("Ferry leaves late\nAda Brook\n{between}\n{last}\nPublished\nMonday"), "en")
        };
        assert_eq!(made("and", "Cy Dorn")[1], "Ada Brook and Cy Dorn");
        assert_eq!(made("and", "Reuters")[1], "Ada Brook and Reuters");
        // The near misses: no name follows, no such word stands between.
        assert_eq!(made("and", "Shipping news").len(), 5);
        assert_eq!(made("Quay", "Cy Dorn").len(), 6);
    }

    #[test]
    fn the_second_part_of_a_word_stands_at_the_first() {
        assert_eq!(
            units("Die Regierung von\nNRW\n-Land will das.\nMehr\nMehr", "de")[0],
            "Die Regierung von NRW-Land will das."
        );
        // The near miss: a list.
        assert_eq!(units("Boats\n-Ferries\n-Tugs\n-Yachts\nMore\nMore", "en").len(), 6);
    }

    #[test]
    fn no_sentence_goes_on_from_a_stamp() {
        let made = |stamp: &str| units(&format!("Ferry leaves late\n{stamp}\n,\nAda Brook\nMore\nMore"), "en");
        assert_eq!(made("2 March 2026, 9:30")[2], "Ada Brook");
        // The near miss: a place.
        assert!(made("Old Haven").iter().any(|unit| unit.ends_with("Old Haven, Ada Brook")));
    }

    #[test]
    fn a_credit_in_brackets_is_one_with_its_caption() {
        let made =
            units("Ivy is easy to grow (\n\nImage:\n\nCy Dorn/Harbour Press)\n\nThe plant is dear.\n\nMore", "en");
        assert_eq!(made[0], "Ivy is easy to grow (Image: Cy Dorn/Harbour Press)");
        assert_eq!(units("Ivy is (\n\nThe plant\n\nMore\n\nOther\n\nAnd more\n\nthan that)", "en").len(), 6);
    }
}
