//! The body's lines: headings, long text, captions and credits among the paragraphs.
//!
//! In: units, evidence and roles. Out: `"Fog is no excuse"` and `Who pays` between paragraphs a heading, several sentences a
//! paragraph, `Those who land are to:` and its list text, `Ada Brook (left) opens the quay` a caption, what stands over and under a
//! credit put right.

use super::{head, is_furniture};
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::labels::Says;
use crate::layout::split::Unit;
use crate::layout::{FurnitureKind, Role};
use crate::text::chars::{is_dash, is_double_quote};

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
        let short = (2..=3).contains(&seen.value(Family::Size)) && seen.value(Family::Gap) < 2 && !line.bullet;
        let between = || long(at - 1, roles) && at + 1 < roles.len() && long(at + 1, roles);
        if roles[at] == Role::Paragraph && words && short && speaks_for_itself(seen) && between() {
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

/// A label of furniture is no dek, no heading and no caption, nor is what it opens; a credit is no heading.
pub(super) fn labelled(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
    if !matches!(roles[at], Role::Heading | Role::Caption | Role::Dek) {
        return;
    }
    let seen = &evidence[at];
    if let Some(Says::Furniture(kind)) = seen.says {
        let opens = matches!(kind, FurnitureKind::Related | FurnitureKind::Advertisement | FurnitureKind::Share)
            || kind == FurnitureKind::Media && roles[at] == Role::Dek;
        if seen.value(Family::Label) > 0 || opens && seen.value(Family::Opening) > 0 {
            roles[at] = Role::Furniture(kind);
        }
    } else if roles[at] == Role::Heading && seen.value(Family::Credit) == 1 {
        roles[at] = Role::Credit;
    }
}

/// `Ada Brook (left) opens the quay`, `Pictured are Ada Brook and Cy Dorn`: a picture's words, whatever they stand among.
/// `Pictured: The man who stole a ferry` is a headline's way of speaking.
pub(super) fn posed(at: usize, units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const COLON: usize = 40;
    let (seen, line) = (&evidence[at], &units[at].line);
    let opens = || !line.text.text().bytes().take(COLON).any(|byte| byte == b':');
    let sure = match seen.value(Family::Pose) {
        3 => true,
        2 => opens(),
        _ => false,
    };
    let short = (2..=5).contains(&seen.value(Family::Size));
    let may = is_furniture(roles[at]) || matches!(roles[at], Role::Heading | Role::Dek | Role::Paragraph);
    if sure && short && may && seen.value(Family::Label) == 0 && seen.value(Family::Opening) == 0 && !line.link {
        roles[at] = Role::Caption;
    }
}

/// Words over a credit's own line are a caption.
pub(super) fn over_credit(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
    if at == 0 || roles[at] != Role::Credit || evidence[at].value(Family::Credit) != 1 {
        return;
    }
    let above = &evidence[at - 1];
    let words = (2..=5).contains(&above.value(Family::Size)) && above.value(Family::Label) == 0;
    if is_furniture(roles[at - 1]) && words && above.value(Family::Opening) == 0 {
        roles[at - 1] = Role::Caption;
    }
}

/// A credit alone on the line under a caption is the caption's.
pub(super) fn under_caption(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
    let open = is_furniture(roles[at]) || matches!(roles[at], Role::Paragraph | Role::Byline);
    if at > 0 && roles[at - 1] == Role::Caption && open && evidence[at].value(Family::Credit) == 1 {
        roles[at] = Role::Credit;
    }
}

#[cfg(test)]
mod tests {
    use crate::layout::{Hints, Item, read};

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
    fn who_stands_where_is_a_caption() {
        let captions = |line: &str| {
            let page =
                format!("Ferry leaves late\n\n{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH} Again.\n\n{PARAGRAPH} At last.\n");
            read(&page, &Hints::default()).captions.len()
        };
        assert_eq!(captions("Ada Brook (left) opens the quay with Cy Dorn"), 1);
        assert_eq!(captions("Pictured at the quay are the two pilots, Ada Brook and Cy Dorn."), 1);
        assert_eq!(captions("Ada Brook then left the quay with Cy Dorn, who had lost his hat."), 0);
    }

    #[test]
    fn a_credit_under_a_caption_is_its_own() {
        let page = "Ferry leaves late\n\nAda Brook (left) opens the quay with Cy Dorn\n\n(Reuters)\n\nThe ferry left at noon, the mayor said.\n\nIt came back at one, with all its passengers, he added.\n";
        let layout = read(page, &Hints::default());
        assert_eq!(layout.captions.len(), 1);
        assert_eq!(layout.captions[0].credit.as_ref().map(|credit| credit.text.text()), Some("Reuters"));
    }
}
