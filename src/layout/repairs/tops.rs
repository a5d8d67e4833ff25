//! What the top of a text tells: the only heading of the first level, over a plain line that was taken for the headline (`# Ferry
//! leaves late` over `Fog and a strike keep it at the quay`); a long sentence with nothing over it; a line with
//! nothing but the byline and the date between it and the text.
//!
//! In: units, evidence and roles. Out: the heading the headline, the line its dek; the sentence the first paragraph, of a text
//! without its headline. Left alone: a heading of a word or two, which is a page's name, and one with other headings of its level.

use super::{head, is_furniture, title};
use crate::layout::Role;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::shape::FULL_STOP;
use crate::layout::split::Unit;

/// So many lines above the headline the heading stands at most.
const NEAR: usize = 2;
/// Words of the shortest heading that is a title.
const WORDS: usize = 4;

/// Puts the headline where the mark-up has it.
pub(super) fn only_top(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let Some(headline) = title(roles).filter(|at| units[*at].line.heading == 0) else { return };
    let is_top = |at: &usize| {
        let text = units[*at].line.text.text();
        evidence[*at].value(Family::Top) == 1 && text.split(' ').count() >= WORDS && !units[*at].line.image
    };
    let Some(top) = (headline.saturating_sub(NEAR)..headline).rev().find(is_top) else { return };
    (roles[top], roles[headline]) = (Role::Headline, Role::Dek);
}

/// A text without its headline begins with its first paragraph: a whole long sentence over which nothing stands.
pub(super) fn sentence(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const WORDS: usize = 20;
    const SHORT: usize = 3;
    let Some(at) = title(roles).filter(|at| evidence[*at].value(Family::Stop) == FULL_STOP) else { return };
    let text = units[at].line.text.text();
    let plain = evidence[at].value(Family::Mark) == 0 && evidence[at].value(Family::Repeat) == 0;
    let first = roles[..at].iter().all(|role| is_furniture(*role));
    // A plain line that begins the text, with the sentence under it, is its headline.
    let above = (at == 1).then(|| (&evidence[0], &units[0].line)).filter(|(seen, line)| {
        let claimed = [Family::Stop, Family::Section, Family::Byline, Family::Stamp, Family::Credit, Family::Person];
        let free = claimed.iter().all(|family| seen.value(*family) == 0) && seen.says.is_none();
        let open = is_furniture(roles[0]) || roles[0] == Role::Kicker;
        open && free && !line.link && !line.image && line.text.text().split(' ').count() >= SHORT
    });
    if plain && above.is_some() {
        (roles[0], roles[1]) = (Role::Headline, Role::Paragraph);
    } else if first && plain && text.ends_with('.') && text.split(' ').count() >= WORDS {
        roles[at] = Role::Paragraph;
    }
}

/// The first line of a text is its headline where nothing stands between it and the body but who wrote it and when, be
/// it two words: `Out of office`, `Ada Brook`, and the text.
pub(super) fn first_line(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const SHORTEST: usize = 2;
    let body = head(roles);
    let signs =
        |seen: &Evidence| matches!(seen.value(Family::Byline), 1 | 2) || matches!(seen.value(Family::Stamp), 1 | 2);
    let Some(between) = evidence.get(1..body).filter(|seen| !seen.is_empty() && seen.iter().all(signs)) else { return };
    let (seen, line) = (&evidence[0], &units[0].line);
    let claimed = [Family::Section, Family::Credit, Family::Pose, Family::Person];
    let free = claimed.iter().all(|family| seen.value(*family) == 0) && !signs(seen) && seen.says.is_none();
    let open = is_furniture(roles[0]) || roles[0] == Role::Kicker;
    let words = line.text.text().split(' ').count() >= SHORTEST && seen.value(Family::Inner) == 0;
    // Many lines that could be names are a menu.
    if title(roles).is_none() && between.len() <= 3 && open && free && words && !line.link && !line.image {
        roles[0] = Role::Headline;
    }
}

/// Of two lines that could both be the title, one directly over the other and no dek under them, the upper one is: the other goes on
/// from it.
pub(super) fn upper_title(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const WORDS: usize = 5;
    let Some(at) = title(roles).filter(|at| *at > 0 && !roles.contains(&Role::Dek)) else { return };
    let (above, seen, line) = (at - 1, &evidence[at - 1], &units[at - 1].line);
    let open = is_furniture(roles[above]) || roles[above] == Role::Kicker;
    let claimed = [
        Family::Label,
        Family::Opening,
        Family::Note,
        Family::Byline,
        Family::Stamp,
        Family::Credit,
        Family::Stop,
        Family::Section,
        Family::Repeat,
        Family::Twin,
        Family::Pose,
    ];
    let free = claimed.iter().all(|family| seen.value(*family) == 0) && !line.link && !line.image && !line.bullet;
    let text = line.text.text();
    let whole = text.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '?' | '!'));
    let titled = whole && text.split(' ').count() >= WORDS && (2..=4).contains(&seen.value(Family::Size));
    let plain = units[at].line.heading == line.heading
        && evidence[at].value(Family::Branded) == 0
        && evidence[at].value(Family::Repeat) == 0;
    if open && free && titled && plain && seen.value(Family::Kin) > 1 {
        (roles[above], roles[at]) = (Role::Headline, Role::Dek);
    }
}

/// A dek may stand directly under the byline: where there is none, a line of text that nothing claims.
pub(super) fn dek_below(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let Some(headline) = title(roles).filter(|_| !roles.contains(&Role::Dek)) else { return };
    let free = |at: &usize| {
        let (seen, line) = (&evidence[*at], &units[*at].line);
        let text = (4..=5).contains(&seen.value(Family::Size)) && seen.says.is_none() && !line.link && !line.image;
        let claimed =
            [Family::Byline, Family::Stamp, Family::Credit, Family::Repeat, Family::Twin, Family::Named, Family::Pose];
        is_furniture(roles[*at])
            && roles[*at - 1] == Role::Byline
            && text
            && claimed.iter().all(|family| seen.value(*family) == 0)
            && seen.value(Family::Shared) > 1
    };
    let mut found = (headline + 1..head(roles)).filter(free);
    if let (Some(at), None) = (found.next(), found.next()) {
        roles[at] = Role::Dek;
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired;
    use crate::layout::{FurnitureKind, Hints, Role, read};
    use crate::text::Fragments;

    fn headline(top: &str) -> String {
        let text = "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog.";
        let page = format!(
            "{top}\n\nNine boats stay at the quay for a third day as talks stall\n\n*By [Ada Brook](/a)*\n\n{text}\n\n{text} Again.\n\n## The crew\n\n{text} At last.\n"
        );
        read(&page, &Hints::default()).headline.as_ref().map_or("", Fragments::text).to_owned()
    }

    #[test]
    fn the_only_heading_is_the_headline() {
        assert_eq!(headline("# Ferry strike leaves town without boats"), "Ferry strike leaves town without boats");
    }

    #[test]
    fn the_name_of_a_page_is_none() {
        assert_ne!(headline("# Harbour Post"), "Harbour Post");
    }

    #[test]
    fn of_two_titles_the_upper_one_is_it() {
        let roles = |above: &str| {
            let page = [
                (Role::Furniture(FurnitureKind::Other), above),
                (Role::Headline, "Old ferry has come back to the quay for 14 years"),
                (Role::Byline, "By Ada Brook"),
                (Role::Paragraph, "The old ferry has come back to the quay, and the cat of the lighthouse with it."),
                (Role::Paragraph, "Nobody on the ferry had been told of the cat, and nobody on the quay."),
            ];
            let roles = repaired(&page, super::upper_title);
            (roles[0], roles[1])
        };
        assert_eq!(roles("Beloved lighthouse cat back on the quay after storm"), (Role::Headline, Role::Dek));
        // The near misses: a section, the words under a picture.
        assert_eq!(roles("Boats and Harbours").1, Role::Headline);
        assert_eq!(roles("The cat of the lighthouse on the quay (file photo)").1, Role::Headline);
    }

    #[test]
    fn a_line_over_the_byline_is_the_headline_where_nothing_else_is() {
        let headline = |top: &str| {
            let text = "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog.";
            let more = "Nobody knew why it was late, or when it would come again, and nobody on the quay asked.";
            let page = format!("{top}\n\n{text}\n\n{more}\n");
            read(&page, &Hints { language: Some("en"), now: None }).headline.map(|headline| headline.text().to_owned())
        };
        assert_eq!(headline("A town waits\n\nBy Ada Brook\n\nMarch 3, 2026").as_deref(), Some("A town waits"));
        assert_eq!(headline("Out of office\n\nAda Brook").as_deref(), Some("Out of office"));
        // The near misses: a section, a button, a line of a menu.
        for page in ["Business\n\nBy Ada Brook", "Sign in\n\nBy Ada Brook", "Old Haven\n\nMore\n\nBy Ada Brook"] {
            assert_ne!(headline(page).as_deref(), page.lines().next(), "{page}");
        }
    }

    #[test]
    fn a_dek_may_stand_under_the_byline() {
        let role = |line: &str| {
            let other = Role::Furniture(FurnitureKind::Other);
            let text = "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog.";
            let page = [
                (Role::Headline, "Ferry leaves late"),
                (Role::Byline, "By Ada Brook"),
                (other, line),
                (Role::Paragraph, text),
                (Role::Paragraph, "Nobody on the ferry had been told of the fog, and nobody on the quay."),
            ];
            repaired(&page, super::dek_below)[2]
        };
        assert_eq!(
            role(
                "Nobody on the quay was told why the ferry was so late on Monday, and the mayor of the town was not told of it either"
            ),
            Role::Dek
        );
        assert_ne!(
            role("Share this story with everybody who has ever waited for a ferry in the fog at night"),
            Role::Dek
        );
    }

    #[test]
    fn a_long_sentence_that_begins_the_text_is_no_headline() {
        let headline = |first: &str| {
            let text = "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog.";
            let page = format!("{first}\n\nBids start at one crown.\n\n{text}\n\n{text} Again.\n");
            read(&page, &Hints { language: Some("en"), now: None }).headline.is_some()
        };
        assert!(!headline(
            "The old lighthouse will be sold, the coast service said Monday, ending a fight of nine years over who should pay for its roof."
        ));
        assert!(headline("Lighthouse to be sold, ending a fight of nine years over its roof."));
    }
}
