//! Display quotes: lines in the body that say once more what a paragraph quotes, and the lines that say whose words they are.
//!
//! In: units, evidence, states and roles. Out: such lines made display quotes, and `— Ada Brook` under them their
//! attribution. A line counts whose words stand all in one paragraph with quotation marks, or, where a name follows it,
//! all in the body, in part word for word.
//!
//! ```text
//! The fog is no excuse for a bridge        <- “The fog is no excuse for a bridge,” Brook said.
//! Ada Brook
//! ```
//!
//! Left to the role model: display quotes that stand nowhere else.

use super::Role;
use super::evidence::Evidence;
use super::families::Family;
use super::roles::key;
use super::split::Unit;
use super::states::{Kind, STATES};
use crate::text::chars::{is_dash, is_double_quote, is_single_quote};

/// No more lines are looked up in the paragraphs.
const MOST: usize = 24;

/// Makes display quotes of what proves to be one.
pub(super) fn apply(units: &[Unit], evidence: &[Evidence], roles: &mut [Role], states: &mut [usize]) {
    let Some(first) = roles.iter().position(|role| *role == Role::Paragraph) else { return };
    let Some(last) = roles.iter().rposition(|role| *role == Role::Paragraph) else { return };
    let attribution = STATES.iter().position(|state| *state == (3, Kind::Attribution)).unwrap_or(0);
    let own = STATES.iter().position(|state| *state == (3, Kind::PullQuote)).unwrap_or(0);
    let mut quoted: Option<Vec<String>> = None;
    let mut looked = 0;
    for at in first + 1..last {
        let signed = names(units, evidence, at + 1);
        if !open(&units[at], &evidence[at], roles[at]) || looked == MOST {
            continue;
        }
        let seen = &evidence[at];
        let parted = signed && seen.value(Family::Echo) == 2 && seen.value(Family::Shared) == 6;
        let said = seen.value(Family::Echo) == 3 && {
            looked += 1;
            let quoted = quoted.get_or_insert_with(|| quotations(units, roles));
            let letters = key(units[at].line.text.text());
            quoted.iter().any(|paragraph| paragraph.len() > letters.len() && paragraph.contains(&letters))
        };
        if !parted && !said {
            continue;
        }
        (roles[at], states[at]) = (Role::PullQuote, own);
        if signed
            && matches!(roles[at + 1], Role::Furniture(_) | Role::Heading | Role::Caption | Role::Byline | Role::Credit)
        {
            (roles[at + 1], states[at + 1]) = (Role::PullQuote, attribution);
        }
    }
}

/// Whether a line could be a display quote that was taken for something else.
fn open(unit: &Unit, seen: &Evidence, role: Role) -> bool {
    let plain = !unit.line.link && !unit.line.image && seen.value(Family::Repeat) == 0 && seen.value(Family::Twin) == 0;
    let role = matches!(role, Role::Furniture(_) | Role::Heading | Role::Caption | Role::Paragraph);
    plain && role && (3..=6).contains(&seen.value(Family::Size)) && seen.says.is_none()
}

/// Whether a line is nothing but a name, or begins with a dash and is short.
fn names(units: &[Unit], evidence: &[Evidence], at: usize) -> bool {
    let (Some(unit), Some(seen)) = (units.get(at), evidence.get(at)) else { return false };
    let dash = unit.line.text.text().starts_with(is_dash);
    let short = (1..=3).contains(&seen.value(Family::Size)) && seen.value(Family::Stop) == 0;
    short && !unit.line.link && (dash || seen.value(Family::Person) > 0)
}

/// The letters of the paragraphs that hold quotation marks.
fn quotations(units: &[Unit], roles: &[Role]) -> Vec<String> {
    let marked = |text: &&str| text.contains(|found| is_double_quote(found) || is_single_quote(found));
    let paragraphs = units.iter().zip(roles).filter(|(_, role)| **role == Role::Paragraph);
    paragraphs.map(|(unit, _)| unit.line.text.text()).filter(marked).map(key).collect()
}

#[cfg(test)]
mod tests {
    use crate::layout::{Hints, Item, read};

    const PARAGRAPH: &str = "The ferry left the old harbour two hours late on Monday, the mayor said, because of the heavy fog that came in.";

    /// The display quotes of a page with these lines in its body, each with its attribution.
    fn quotes(lines: &str) -> Vec<(String, Option<String>)> {
        let said = "“The fog is no excuse for a bridge that cannot open in winter,” Brook said. “Not for me.”";
        let page = format!(
            "Ferry leaves late\n\n{PARAGRAPH} Once.\n\n{PARAGRAPH}\n\n{lines}\n\n{PARAGRAPH} Again.\n\n{said}\n\n{PARAGRAPH} And again.\n\n{PARAGRAPH} At last.\n"
        );
        let layout = read(&page, &Hints { language: Some("en"), now: None });
        let of = |item: &Item| match item {
            Item::PullQuote { text, attribution } => {
                Some((text.text().to_owned(), attribution.as_ref().map(|text| text.text().to_owned())))
            }
            _ => None,
        };
        layout.body.iter().filter_map(of).collect()
    }

    #[test]
    fn a_line_that_repeats_a_quotation_is_one() {
        let line = "The fog is no excuse for a bridge that cannot open in winter";
        assert_eq!(quotes(line), [(line.to_owned(), None)]);
        assert_eq!(quotes(&format!("{line}\n\n— Ada Brook")), [(line.to_owned(), Some("— Ada Brook".to_owned()))]);
    }

    #[test]
    fn a_line_of_its_own_words_is_none() {
        assert_eq!(quotes("The fog is a good excuse for a bridge that was never built"), []);
    }
}
