//! What lines say of themselves, against what the model made of them.
//!
//! In: units, evidence and roles. Out: furniture: `Read more` no heading, `SKIP ADVERTISEMENT` no kicker, `READ MORE: Boats leave`
//! no paragraph; rights, letters to subscribe to and what is left to read for money behind the text. Left to others: lines that say
//! nothing.

use super::head;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::labels::Says;
use crate::layout::shape::FULL_STOP;
use crate::layout::split::Unit;
use crate::layout::{FurnitureKind, Role};

/// So many words of a list at the beginning of a line are no chance: `By submitting your information you agree …`.
const MUCH: usize = 4;

/// A label of furniture is no dek, no heading and no caption, nor is what it opens; what asks for a click is no kicker; a credit
/// is no heading.
pub(super) fn labelled(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
    use FurnitureKind::{Advertisement, Comments, Form, Legal, Media, Newsletter, Prompt, Related, Share};
    let seen = &evidence[at];
    let whole = seen.value(Family::Label) > 0;
    let Some(Says::Furniture(kind)) = seen.says else {
        if roles[at] == Role::Heading && seen.value(Family::Credit) == 1 {
            roles[at] = Role::Credit;
        }
        return;
    };
    let opens = seen.value(Family::Opening) > 0;
    let closes = match roles[at] {
        // `READ MORE: Boats leave late`
        Role::Paragraph => {
            // A title may ask.
            let brief = seen.value(Family::Size) <= 3 && seen.value(Family::Stop) != FULL_STOP;
            let other = matches!(kind, Related | Advertisement | Share | Newsletter | Prompt | Comments);
            seen.sure && brief && other || seen.told >= MUCH && (other || matches!(kind, Legal | Form | Media))
        }
        Role::Heading if seen.sure => whole || matches!(kind, Related | Advertisement | Share | Newsletter | Legal),
        Role::Heading => opens && matches!(kind, Related | Advertisement | Share),
        Role::Dek => whole || opens && matches!(kind, Related | Advertisement | Share | Media | Prompt | Legal),
        Role::Caption => whole || opens && matches!(kind, Related | Advertisement | Share),
        Role::Kicker => whole && matches!(kind, Advertisement | Share | Newsletter | Legal | Form | Prompt),
        _ => false,
    };
    if closes {
        roles[at] = Role::Furniture(kind);
    }
}

/// What the law asks for, letters to subscribe to and what is left to read for money stand at the end of a page: the last paragraphs
/// that begin so are none of the article's.
pub(super) fn closing(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    use FurnitureKind::{Comments, Legal, Newsletter, Prompt, Related};
    let first = head(roles).saturating_add(1).min(roles.len());
    for at in (first..roles.len()).rev().filter(|at| roles[*at] == Role::Paragraph).collect::<Vec<_>>() {
        let seen = &evidence[at];
        roles[at] = match seen.says {
            Some(Says::Furniture(kind @ (Comments | Legal | Newsletter | Prompt | Related))) if seen.sure => {
                Role::Furniture(kind)
            }
            _ if units[at].line.text.text().starts_with('©') => Role::Furniture(Legal),
            _ => break,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired;
    use crate::layout::{FurnitureKind, Role};

    const PARAGRAPH: &str =
        "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in.";

    #[test]
    fn what_closes_the_page_is_no_paragraph() {
        let last = |line: &str| {
            let lines = [
                (Role::Headline, "Ferry leaves late"),
                (Role::Paragraph, PARAGRAPH),
                (Role::Paragraph, "Nobody has been fined so far, the harbour office said, but it will count."),
                (Role::Paragraph, line),
            ];
            repaired(&lines, super::closing)[3]
        };
        assert_eq!(last("All rights reserved. This text may not be printed."), Role::Furniture(FurnitureKind::Legal));
        assert_eq!(
            last("Sign up for our newsletter on boats. It is free."),
            Role::Furniture(FurnitureKind::Newsletter)
        );
        assert_eq!(last("Rights are one thing, the pilot said, and boats another."), Role::Paragraph);
    }

    #[test]
    fn what_asks_for_a_click_is_no_kicker_and_no_heading() {
        let role = |role: Role, line: &str| {
            repaired(&[(role, line), (Role::Headline, "Ferry leaves late")], |_, seen, roles| {
                super::labelled(0, seen, roles);
            })[0]
        };
        assert_eq!(role(Role::Kicker, "SKIP ADVERTISEMENT"), Role::Furniture(FurnitureKind::Advertisement));
        assert_eq!(
            role(Role::Heading, "Sign up for the Harbour newsletter"),
            Role::Furniture(FurnitureKind::Newsletter)
        );
        assert_eq!(role(Role::Paragraph, "Read more: Who pays for it?"), Role::Furniture(FurnitureKind::Related));
        assert_eq!(
            role(
                Role::Paragraph,
                "By submitting your information you agree to our terms, and to letters now and then."
            ),
            Role::Furniture(FurnitureKind::Legal)
        );
        // The near misses: a sentence, fewer words of a list.
        assert_eq!(role(Role::Paragraph, "Read more books, the mayor said."), Role::Paragraph);
        assert_eq!(role(Role::Paragraph, "All rights are reserved by the town, the mayor said."), Role::Paragraph);
        assert_eq!(role(Role::Kicker, "Opinion"), Role::Kicker);
        assert_eq!(role(Role::Heading, "Signs of a late spring"), Role::Heading);
    }
}
