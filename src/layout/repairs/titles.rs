//! The headline.
//!
//! In: units, evidence and roles. Out: one headline that can be one. `Boats leave | Harbour News` and `News Boats Boats leave`
//! name the title `Boats leave`; an alternative text over its caption is none, nor is an address. Left to others: kickers, and the dek (`deks`).

use super::{head, is_furniture, title};
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::shape::{ADDRESS, FULL_STOP};
use crate::layout::split::Unit;
use crate::layout::{FurnitureKind, Role};
use crate::text::chars::{is_double_quote, is_sentence_end, is_single_quote};

/// A text of two lines: where the second ends as a sentence does, it is the body, and the line above it the headline.
pub(super) fn short_text(units: &[Unit], roles: &mut [Role]) {
    let ([first, second], [_, body]) = (&mut *roles, units) else { return };
    let words = body.line.text.text().trim_end_matches(|found: char| is_double_quote(found) || is_single_quote(found));
    if words.ends_with(is_sentence_end) && words.contains(' ') && !matches!(first, Role::Caption | Role::Byline) {
        (*first, *second) = (Role::Headline, Role::Paragraph);
    }
}

/// Bytes of the shortest sentence that, said again in one of so many lines below, is an alternative text.
const SENTENCE: usize = 60;
const NEAR: usize = 4;

/// No headline, or one that cannot be: the best title among the lines before the body takes its place.
pub(super) fn headline(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let now = title(roles);
    // An alternative text: the line below it says it again, with a credit; a whole sentence, with or without one.
    let pictured = |at: usize| {
        let below = evidence.get(at + 1).is_some_and(|below| below.value(Family::Credit) > 0);
        let text = units[at].line.text.text();
        let again = || units.iter().skip(at + 1).take(NEAR).any(|unit| unit.line.text.text().starts_with(text));
        evidence[at].value(Family::Twin) == 4 && below || text.ends_with('.') && text.len() >= SENTENCE && again()
    };
    let wrong = |at: usize| {
        let seen = &evidence[at];
        let line = matches!(seen.value(Family::Stamp), 1 | 2) || seen.value(Family::Byline) == 1;
        seen.value(Family::Inner) == ADDRESS || line || pictured(at)
    };
    // A line that another one says with the outlet's name behind it, or a path before it, is the title.
    let branded = |at: &usize| {
        let seen = &evidence[*at];
        seen.value(Family::Branded) == 1 && seen.value(Family::Label) == 0 && !units[*at].line.link && !wrong(*at)
    };
    let titled = |at: usize| branded(&at) || evidence[at].value(Family::Mark) == 1;
    // A path may lead to a caption too, an outlet's name stands behind titles alone.
    let outlet = |said: usize| {
        let text = units[said].line.text.text();
        let with = |at: usize| evidence[at].value(Family::Branded) == 2 && units[at].line.text.text().starts_with(text);
        roles[said] == Role::Caption && (0..said).any(with)
    };
    let open = |said: usize| {
        is_furniture(roles[said]) || matches!(roles[said], Role::Kicker | Role::Dek | Role::Heading) || outlet(said)
    };
    if let (Some(now), Some(said)) = (now, (0..head(roles)).rfind(branded))
        && !titled(now)
        && open(said)
    {
        (roles[now], roles[said]) = (Role::Furniture(FurnitureKind::Other), Role::Headline);
        return;
    }
    if now.is_some_and(|at| !wrong(at)) {
        return;
    }
    let may = |at: &usize| {
        let seen = &evidence[*at];
        let open = is_furniture(roles[*at]) || matches!(roles[*at], Role::Dek | Role::Kicker | Role::Heading);
        open && !units[*at].line.image
            && !wrong(*at)
            && seen.value(Family::Twin) != 1
            && seen.value(Family::Label) == 0
            && (seen.value(Family::Title) > 0 || seen.value(Family::Early) > 0 || seen.value(Family::Mark) == 1)
    };
    let rank = |at: &usize| {
        let seen = &evidence[*at];
        let one = |yes: bool| usize::from(!yes);
        (
            one(seen.value(Family::Mark) == 1),
            one(seen.value(Family::Early) == 1),
            one(seen.value(Family::Title) == 1),
            *at,
        )
    };
    let best = (0..head(roles)).filter(may).min_by_key(rank);
    // A dek has its headline over it.
    let over = |at: usize| {
        let above = at.checked_sub(1).filter(|above| roles[at] == Role::Dek && Some(*above) != now && may(above));
        above.filter(|above| evidence[*above].value(Family::Early) > 0).unwrap_or(at)
    };
    if let Some(at) = best.map(over) {
        roles[at] = Role::Headline;
        if let Some(now) = now {
            roles[now] = if pictured(now) { Role::Caption } else { Role::Furniture(FurnitureKind::Navigation) };
        }
    }
}

/// An address is no headline, though no other line is one; what was taken for the first paragraph may be, where it stands over
/// the byline and ends no sentence.
pub(super) fn no_address(evidence: &[Evidence], roles: &mut [Role]) {
    let Some(now) = title(roles).filter(|at| evidence[*at].value(Family::Inner) == ADDRESS) else { return };
    roles[now] = Role::Furniture(FurnitureKind::Other);
    let first = head(roles);
    let titled = evidence.get(first).is_some_and(|seen| {
        seen.value(Family::Stop) == 0 && (2..=4).contains(&seen.value(Family::Size)) && seen.value(Family::Title) > 0
    });
    let signed = evidence.get(first + 1).is_some_and(|next| next.value(Family::Byline) == 1);
    if titled && signed {
        roles[first] = Role::Headline;
    }
}

/// A whole sentence under a line that the page says again is the dek of that line.
pub(super) fn over_sentence(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let Some(at) = title(roles).filter(|at| *at > 0 && evidence[*at].value(Family::Stop) == FULL_STOP) else { return };
    let above = &evidence[at - 1];
    let open = roles[at - 1] == Role::Kicker || is_furniture(roles[at - 1]);
    let said = above.value(Family::Repeat) > 0 && above.value(Family::Title) > 0 && above.value(Family::Stop) == 0;
    let words = above.value(Family::Size) >= 2 && above.value(Family::Section) == 0 && above.says.is_none();
    if open && said && words && !units[at - 1].line.link && !roles.contains(&Role::Dek) {
        (roles[at - 1], roles[at]) = (Role::Headline, Role::Dek);
    }
}

/// `Old Haven:` directly over the headline is its beginning, set in two lines. Where the headline stands by itself above them,
/// it is a kicker.
pub(super) fn in_two_lines(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const LABEL: usize = 40;
    let Some(at) = title(roles).filter(|at| *at > 0) else { return };
    let (label, title, seen) = (units[at - 1].line.text.text(), units[at].line.text.text(), &evidence[at - 1]);
    let open = roles[at - 1] == Role::Kicker || is_furniture(roles[at - 1]);
    if open
        && !units[at].line.gap
        && label.ends_with(':')
        && label.len() <= LABEL
        && label.starts_with(char::is_uppercase)
        && seen.value(Family::Label) == 0
        && seen.value(Family::Opening) == 0
        && !units[..at].iter().any(|unit| unit.line.text.text() == title)
    {
        roles[at - 1] = Role::Headline;
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired;
    use crate::layout::{FurnitureKind, Hints, Role, read};

    fn headline(text: &str) -> Option<String> {
        read(text, &Hints::default()).headline.map(|headline| headline.text().to_owned())
    }

    #[test]
    fn two_lines_are_a_headline_and_its_text() {
        for text in [
            "Talks resume\n\nThe talks resumed on Monday, the mayor said.\n",
            "Ferry back\n\n“It is back,” said Ann Lee. “At last.”\n",
        ] {
            assert_eq!(headline(text).as_deref(), text.lines().next());
        }
    }

    #[test]
    fn two_labels_are_not() {
        assert_ne!(headline("Home\n\nSign in\n").as_deref(), Some("Home"));
    }

    #[test]
    fn what_the_outlet_brands_is_the_title() {
        let page = |line: &str| {
            format!(
                "A ferry in the fog at its pier\n\n{line}\n\nFerry leaves two hours late\n\nThe ferry left the pier two hours late, the mayor said.\n\nIt came back at one, with all its passengers, he added.\n"
            )
        };
        assert_eq!(
            headline(&page("Ferry leaves two hours late | Harbour News")).as_deref(),
            Some("Ferry leaves two hours late")
        );
        // Near miss: the brand stands behind the headline itself.
        assert_eq!(
            headline(&page("A ferry in the fog at its pier | Harbour News")).as_deref(),
            Some("A ferry in the fog at its pier")
        );
    }

    #[test]
    fn a_path_leads_to_the_headline() {
        let page = |path: &str| {
            format!(
                "{path}Ferry leaves two hours late\n\nFerry leaves two hours late\n\nBy Ada Brook\n\nThe ferry left the pier two hours late, the mayor said.\n\nIt came back at one, with all its passengers, he added.\n"
            )
        };
        for path in ["News Boats ", "Home / Boats / ", "NewsBoats"] {
            assert_eq!(headline(&page(path)).as_deref(), Some("Ferry leaves two hours late"), "{path}");
        }
        // Near miss: a headline, and its shorter form below.
        assert_eq!(headline(&page("Fog on the bay: ")).as_deref(), Some("Fog on the bay: Ferry leaves two hours late"));
    }

    #[test]
    fn what_a_credit_repeats_is_no_headline() {
        let page = |credit: &str| {
            format!(
                "A ferry in the fog\n\nA ferry in the fog - {credit}\n\nFerry leaves two hours late\n\nThe ferry left the pier two hours late because of the fog, the mayor said.\n\nIt came back at one, with all its passengers, he added.\n"
            )
        };
        assert_eq!(headline(&page("Copyright Cy Dorn/AP")).as_deref(), Some("Ferry leaves two hours late"));
        // Near miss: the outlet's name behind it, no credit.
        assert_eq!(headline(&page("Harbour News")).as_deref(), Some("A ferry in the fog"));
    }

    #[test]
    fn a_headline_may_begin_in_the_line_above() {
        let page = |above: &str| {
            format!(
                "{above}Old Haven\n:\nFerry leaves two hours late\nBy\nAda Brook\nThe ferry left the pier two hours late because of the fog, the mayor said.\nIt came back at one, with all its passengers, he added.\n"
            )
        };
        assert_eq!(headline(&page("")).as_deref(), Some("Old Haven: Ferry leaves two hours late"));
        // Near miss: the headline by itself, in the path above.
        let path = "News\nFerry leaves two hours late\n";
        assert_eq!(headline(&page(path)).as_deref(), Some("Ferry leaves two hours late"));
    }

    const OTHER: Role = Role::Furniture(FurnitureKind::Other);
    const TEXT: &str = "The ferry left the pier two hours late because of the fog, the mayor said on Monday.";
    const MORE: &str = "It came back at one, with all of its passengers, who had been given tea and bread.";

    #[test]
    fn a_sentence_said_again_below_is_a_picture_s() {
        let picture = "The old ferry lies in the fog at its pier in the harbour of the town.";
        let roles = |first: &str| {
            let title = (OTHER, "Ferry leaves two hours late");
            let page = [
                (Role::Headline, first),
                (OTHER, "View in full screen"),
                (Role::Caption, picture),
                title,
                (Role::Dek, "Nobody on the pier is told why, and nobody comes to say it"),
                (Role::Byline, "By Ada Brook"),
                (Role::Paragraph, TEXT),
                (Role::Paragraph, MORE),
            ];
            repaired(&page, super::headline)
        };
        // The dek has its headline over it.
        assert_eq!(roles(picture)[..5], [Role::Caption, OTHER, Role::Caption, Role::Headline, Role::Dek]);
        // Near miss: other words.
        let title = "The old ferry lies in the fog at its pier in the harbour, and nobody comes.";
        assert_eq!(roles(title)[0], Role::Headline);
    }

    #[test]
    fn an_address_is_no_headline() {
        let roles = |line: &str| {
            let address = (Role::Headline, "https://harbour.example/ferry-leaves-late-18857107");
            let page = [address, (Role::Paragraph, line), (OTHER, "By Ada Brook"), (Role::Paragraph, TEXT)];
            repaired(&page, |_, seen, roles| super::no_address(seen, roles))
        };
        assert_eq!(roles("Ferry leaves the old pier two hours late in the fog")[..2], [OTHER, Role::Headline]);
        // Near miss: the line is text; then there is none.
        assert_eq!(roles("Nobody on the pier was told for two hours.")[..2], [OTHER, Role::Paragraph]);
    }

    #[test]
    fn a_sentence_under_a_title_that_the_page_repeats_is_its_dek() {
        let roles = |again: &str| {
            let page = [
                (OTHER, again),
                (OTHER, "Harbour Boats"),
                (Role::Kicker, "Ferry leaves late"),
                (Role::Headline, "Nobody on the pier was told of it for two hours."),
                (OTHER, "6 November 2025"),
                (Role::Paragraph, TEXT),
                (Role::Paragraph, MORE),
            ];
            repaired(&page, super::over_sentence)
        };
        assert_eq!(roles("Ferry leaves late")[2..4], [Role::Headline, Role::Dek]);
        assert_eq!(roles("News Letters")[2..4], [Role::Kicker, Role::Headline]);
    }
}
