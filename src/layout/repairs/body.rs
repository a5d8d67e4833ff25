//! The body's lines: headings and text among the paragraphs.
//!
//! In: units, evidence and roles. Out: `"Fog is no excuse"`, `Who pays` and `14.05 Uhr: Boats back` between paragraphs a heading,
//! several sentences a paragraph, and one under a paragraph too, `Those who land are to:` and its list text. Left to others: captions (`pictures`).

use super::{head, is_furniture};
use crate::layout::Role;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::split::Unit;
use crate::text::chars::{is_dash, is_double_quote, is_sentence_end};

/// Between paragraphs, a line that is nothing but a quotation of three words or more is a heading.
pub(super) fn quoted_headings(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    for at in among_paragraphs(roles) {
        let text = units[at].line.text.text();
        let quotation =
            text.starts_with(is_double_quote) && text.ends_with(is_double_quote) && text.split(' ').count() >= 3;
        if quotation && evidence[at].value(Family::Size) <= 3 && is_open(at, units, evidence, roles) {
            roles[at] = Role::Heading;
        }
    }
}

/// Between paragraphs, several sentences in one line that nothing speaks against are a paragraph.
pub(super) fn long_text(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const LONG: usize = 6;
    for at in among_paragraphs(roles) {
        let seen = &evidence[at];
        let long = seen.value(Family::Size) == LONG && seen.value(Family::Stop) > 0;
        if long && is_open(at, units, evidence, roles) && speaks_for_itself(seen) {
            roles[at] = Role::Paragraph;
        }
    }
}

/// Between paragraphs, a sentence under one of them that nothing speaks against is a paragraph: answers of a line. A block
/// quotation is as often for display.
pub(super) fn short_text(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const WORDS: usize = 5;
    let claims = [Family::Stamp, Family::Credit, Family::Named, Family::Pose, Family::Byline, Family::Quotes];
    for at in among_paragraphs(roles).skip(1) {
        let seen = &evidence[at];
        let text = units[at].line.text.text();
        let cased = text.starts_with(char::is_uppercase)
            && text.contains(char::is_lowercase)
            && text.ends_with(is_sentence_end);
        // A question may be as short as `Is it enough?`; a few other words are a caption as often.
        let sized = text.split(' ').count() >= if text.ends_with('?') { 2 } else { WORDS };
        let sentence = cased && sized && seen.value(Family::Stop) > 0;
        let free =
            claims.iter().all(|family| seen.value(*family) == 0) && !units[at].line.bullet && !units[at].line.quoted;
        let under = roles[at - 1] == Role::Paragraph;
        if sentence && free && under && is_open(at, units, evidence, roles) && speaks_for_itself(seen) {
            roles[at] = Role::Paragraph;
        }
    }
}

/// Between paragraphs, a line that opens with a quotation mark and ends as a sentence does, or goes on behind the
/// quotation with a dash and a name, is a paragraph.
pub(super) fn quoted_text(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    for at in among_paragraphs(roles) {
        let (seen, text) = (&evidence[at], units[at].line.text.text());
        if !text.starts_with(is_double_quote) || seen.value(Family::Size) < 3 {
            continue;
        }
        let signed = || {
            let mut parts = text.trim_start_matches(is_double_quote).splitn(2, is_double_quote).skip(1);
            parts.next().is_some_and(|rest| rest.trim_start().starts_with(is_dash))
        };
        let among = at > 0 && roles[at - 1] == Role::Paragraph;
        let whole = among && seen.value(Family::Stop) > 0 && seen.value(Family::Size) >= 4 || signed();
        if whole && is_open(at, units, evidence, roles) && speaks_for_itself(seen) {
            roles[at] = Role::Paragraph;
        }
    }
}

/// Between two paragraphs, a few words that end no sentence are a heading, where blank lines set the blocks apart.
pub(super) fn unfinished(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let long = |at: usize, roles: &[Role]| {
        let seen = &evidence[at];
        roles[at] == Role::Paragraph && seen.value(Family::Size) >= 4 && seen.value(Family::Stop) > 0
    };
    for at in among_paragraphs(roles).skip(1) {
        let (seen, line) = (&evidence[at], &units[at].line);
        let text = line.text.text();
        let words = text.starts_with(|first: char| first.is_uppercase()) && text.ends_with(char::is_alphanumeric);
        let short = (2..=4).contains(&seen.value(Family::Size)) && seen.value(Family::Gap) < 2 && !line.bullet;
        let ended = |at: usize| evidence[at].value(Family::Stop) > 0;
        let between = || ended(at - 1) && at + 1 < roles.len() && long(at + 1, roles);
        if roles[at] == Role::Paragraph && words && short && speaks_for_itself(seen) && between() {
            roles[at] = Role::Heading;
        }
    }
}

/// `14.05 Uhr: Boats back at the quay` among paragraphs heads the next part of a report that is written as things happen.
pub(super) fn timed(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    for at in among_paragraphs(roles) {
        let (seen, text) = (&evidence[at], units[at].line.text.text());
        let told = seen.stamps.first().filter(|stamp| stamp.time.is_some() && stamp.stretch.start == 0);
        let rest = told.and_then(|stamp| text.get(stamp.stretch.end..)?.trim_start().strip_prefix(':'));
        let titled = rest.is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase));
        let free = is_open(at, units, evidence, roles) || roles[at] == Role::Paragraph;
        let size = (2..=4).contains(&seen.value(Family::Size));
        if titled && free && size && text.ends_with(char::is_alphanumeric) && speaks_for_itself(seen) {
            roles[at] = Role::Heading;
        }
    }
}

/// A sentence that goes on in a list is text, and so is the line that begins it: `Those who land are to:`, `keep off the quay;`.
/// Items without such marks are as often a menu's or a box's.
pub(super) fn lists(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let text = |at: usize| units[at].line.text.text();
    let bullet = |at: usize| units.get(at).is_some_and(|unit| unit.line.bullet);
    let mut announced = false;
    for at in among_paragraphs(roles) {
        let first = bullet(at + 1) && text(at + 1).ends_with([';', ',']);
        let announces = text(at).ends_with(':') && !bullet(at) && first;
        let open = is_open(at, units, evidence, roles) && speaks_for_itself(&evidence[at]);
        if open && (announces || announced && bullet(at)) {
            roles[at] = Role::Paragraph;
        }
        announced = roles[at] == Role::Paragraph && (announces || announced && bullet(at));
    }
}

/// The units from the first paragraph to the last.
fn among_paragraphs(roles: &[Role]) -> std::ops::Range<usize> {
    let last = roles.iter().rposition(|role| *role == Role::Paragraph).unwrap_or(0);
    head(roles)..last.max(head(roles))
}

/// Whether a line taken for furniture could be the article's own: no link, no picture, said once, and not under a label
/// that announces a box or other articles.
fn is_open(at: usize, units: &[Unit], evidence: &[Evidence], roles: &[Role]) -> bool {
    let line = &units[at].line;
    let announced = at > 0 && evidence[at - 1].value(Family::Label) > 0;
    is_furniture(roles[at]) && !line.link && !line.image && evidence[at].value(Family::Repeat) == 0 && !announced
}

/// Whether no list knows the line, and neither neighbour says it.
fn speaks_for_itself(seen: &Evidence) -> bool {
    seen.says.is_none() && seen.value(Family::Twin) == 0
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired;
    use crate::layout::{FurnitureKind, Hints, Item, Role, read};

    const PARAGRAPH: &str =
        "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in.";

    #[test]
    fn a_quotation_between_paragraphs_is_a_heading() {
        let page = |line: &str| {
            format!(
                "Ferry leaves late\n\n{PARAGRAPH}\n\n{PARAGRAPH} Again.\n\n{line}\n\n{PARAGRAPH} And again.\n\n{PARAGRAPH} At last.\n"
            )
        };
        let headings = |line: &str| {
            let layout = read(&page(line), &Hints::default());
            layout.body.iter().filter(|item| matches!(item, Item::Heading(_))).count()
        };
        assert_eq!(headings("\"Fog is no excuse\""), 1);
        assert_eq!(headings("Read more\n\n\"Fog is no excuse\""), 0);
    }

    #[test]
    fn quoted_lines_with_their_speakers_are_paragraphs() {
        let is_paragraph = |line: &str| {
            let page =
                format!("Ferry leaves late\n\n{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH} Again.\n\n{PARAGRAPH} At last.\n");
            let body = read(&page, &Hints::default()).body;
            body.iter().any(|item| matches!(item, Item::Paragraph(text) if text.text().contains("told us why")))
        };
        assert!(is_paragraph("“Nobody told us why, and nobody came to say it.” ― Ada Brook"));
        assert!(!is_paragraph("Read more\n\n“Nobody told us why”: What the pilots say of the fog"));
    }

    #[test]
    fn a_few_words_that_end_no_sentence_are_a_heading() {
        let page = |line: &str| {
            format!(
                "Ferry leaves late\n\nBy Ada Brook\n\n{PARAGRAPH}\n\nThe crew had asked the town for a new engine in the spring, and was told that there was no money for it.\n\n{line}\n\nNobody has been fined so far, the harbour office said, but it will count those who stay on the quay.\n\nAll of it was said before in the council, by the mayor and by the captain, who asked for more time.\n"
            )
        };
        let headings = |line: &str| {
            let body = read(&page(line), &Hints::default()).body;
            body.iter().filter(|item| matches!(item, Item::Heading(_))).count()
        };
        assert_eq!(headings("Nobody wants to pay for the new engine of the old ferry"), 1);
        assert_eq!(headings("Nobody wants to pay for the new engine of the old ferry."), 0);
    }

    #[test]
    fn a_list_that_is_announced_is_text() {
        let page = |items: &str| {
            format!(
                "Ferry leaves late\n\nBy Ada Brook\n\n{PARAGRAPH}\n\nThe crew had asked the town for a new engine in the spring, and was told that there was no money for it.\n\nThose who land here are to:\n\n{items}\n\nNobody has been fined so far, the harbour office said, but it will count those who stay on the quay.\n\nAll of it was said before in the council, by the mayor and by the captain, who asked for more time.\n"
            )
        };
        let furniture = |items: &str| read(&page(items), &Hints::default()).furniture.len();
        assert_eq!(
            furniture(
                "* keep off the quay at night;\n* leave no rope on the steps;\n* help to keep order; and\n* pay."
            ),
            0
        );
        // Near miss: a menu.
        assert!(furniture("* News\n* Sport\n* Boats") > 0);
    }

    #[test]
    fn an_answer_of_a_line_is_a_paragraph() {
        let role = |line: &str| {
            let lines = [
                (Role::Headline, "Ferry leaves late"),
                (Role::Paragraph, PARAGRAPH),
                (Role::Paragraph, "Nobody has been fined so far, the harbour office said, but it will count."),
                (Role::Furniture(FurnitureKind::Other), line),
                (Role::Paragraph, "The crew had asked the town for a new engine in the spring, and got no answer."),
            ];
            repaired(&lines, super::short_text)[3]
        };
        assert_eq!(role("Is it enough?"), Role::Paragraph);
        assert_eq!(role("No. It will take another ten years."), Role::Paragraph);
        assert_ne!(role("Boats and harbours"), Role::Paragraph);
        assert_ne!(role("SCROLL DOWN FOR THE LATEST UPDATES."), Role::Paragraph);
        assert_ne!(role("Sign up for our newsletter."), Role::Paragraph);
    }

    #[test]
    fn the_time_heads_a_report_written_as_things_happen() {
        let roles = |line: &str| {
            let lines = [
                (Role::Headline, "Ferry leaves late: the day as it went"),
                (Role::Paragraph, PARAGRAPH),
                (Role::Paragraph, line),
                (Role::Paragraph, "The crew had asked the town for a new engine in the spring, and got no answer."),
                (Role::Paragraph, "Nobody has been fined so far, the harbour office said, but it will count."),
            ];
            repaired(&lines, super::timed)[2]
        };
        assert_eq!(roles("2:05 pm: Boats back at the quay of the old harbour"), Role::Heading);
        assert_eq!(roles("2:05 pm: The boats are back at the quay, says the mayor."), Role::Paragraph);
    }
}
