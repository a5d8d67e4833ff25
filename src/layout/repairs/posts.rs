//! Posts set among the paragraphs.
//!
//! In: units, evidence and roles. Out: `— Ada Brook (@adabrook) March 4, 2026` and the text of the post over it paragraphs:
//! they are the article's, whoever wrote them. How much of the text above is the post's is told by how long one may be.
//! Left to `statements`: that its author says it.

use super::{head, is_furniture};
use crate::layout::Role;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::split::Unit;
use crate::text::chars::is_dash;

/// Code points that a post has at most, links left out.
const LONGEST: usize = 280;

/// Makes the lines of posts paragraphs.
pub(super) fn posts(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    for at in head(roles)..roles.len() {
        if !signs(&units[at], &evidence[at]) {
            continue;
        }
        roles[at] = Role::Paragraph;
        let mut width = 0;
        for above in (head(roles)..at).rev() {
            let words = units[above].line.text.text().split(' ').filter(|word| !word.contains("://"));
            width += words.map(|word| word.chars().count() + 1).sum::<usize>();
            if width > LONGEST && above + 1 < at || !is_text(above, units, evidence, roles) {
                break;
            }
            roles[above] = Role::Paragraph;
        }
    }
}

/// Whether a line is a name, an account's name in brackets, and a date, and nothing else.
fn signs(unit: &Unit, seen: &Evidence) -> bool {
    let text = unit.line.text.text();
    // Asked first, since nearly no line ends with a date.
    if seen.stamps.last().is_none_or(|stamp| stamp.stretch.end < text.len() || stamp.date.day.is_none()) {
        return false;
    }
    let Some((name, rest)) = text.split_once(" (@") else { return false };
    let account = rest.split_once(") ").map(|(account, _)| account);
    let bare = name.trim_start_matches(|found: char| is_dash(found) || found == '-' || found == ' ');
    let one = account.is_some_and(|account| account.chars().all(|found| found.is_alphanumeric() || found == '_'));
    one && !bare.is_empty() && bare.chars().count() <= 60
}

/// Whether a line can be a post's text: no label of furniture, no link, no other part of the article.
fn is_text(at: usize, units: &[Unit], evidence: &[Evidence], roles: &[Role]) -> bool {
    let line = &units[at].line;
    let plain = !line.link && !line.image && line.heading == 0 && evidence[at].value(Family::Label) == 0;
    plain && (roles[at] == Role::Paragraph || is_furniture(roles[at])) && !signs(&units[at], &evidence[at])
}

#[cfg(test)]
mod tests {
    use crate::layout::{Hints, Item, read};

    const PARAGRAPH: &str =
        "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in.";

    /// The paragraphs of a page with these lines in its body.
    fn paragraphs(lines: &str) -> Vec<String> {
        let page =
            format!("Ferry leaves late\n\n{PARAGRAPH}\n\n{PARAGRAPH} Again.\n\n{lines}\n\n{PARAGRAPH} At last.\n");
        let paragraph = |item: &Item| match item {
            Item::Paragraph(text) => Some(text.text().to_owned()),
            _ => None,
        };
        read(&page, &Hints { language: Some("en"), now: None }).body.iter().filter_map(paragraph).collect()
    }

    #[test]
    fn a_post_with_its_author_is_part_of_the_body() {
        let sign = "— Ada Brook (@adabrook) March 4, 2026";
        let found = paragraphs(&format!("Back soon 🚢\n\nThank you all for waiting pic.example.com/a1b2\n\n{sign}"));
        assert!(["Back soon 🚢", sign].iter().all(|line| found.iter().any(|text| text == line)), "{found:?}");
    }

    #[test]
    fn a_line_with_an_account_and_no_date_signs_nothing() {
        let line = "Follow Ada Brook (@adabrook)";
        assert!(paragraphs(line).iter().all(|text| text != line));
    }
}
