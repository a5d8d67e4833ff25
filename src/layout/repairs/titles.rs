//! The headline.
//!
//! In: units, evidence and roles. Out: one headline that can be one. `Boats leave | Harbour News` and `News Boats Boats leave`
//! name the title `Boats leave`; an alternative text over its caption is none. Left to others: kickers, and the dek (`deks`).

use super::{head, is_furniture, title};
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
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

/// No headline, or one that cannot be: the best title among the lines before the body takes its place.
pub(super) fn headline(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let now = title(roles);
    // An alternative text: the line below it says it again, with a credit.
    let pictured = |at: usize| {
        let below = evidence.get(at + 1).is_some_and(|below| below.value(Family::Credit) > 0);
        evidence[at].value(Family::Twin) == 4 && below
    };
    let wrong = |at: usize| {
        let seen = &evidence[at];
        let line = matches!(seen.value(Family::Stamp), 1 | 2) || seen.value(Family::Byline) == 1;
        seen.value(Family::Inner) == 5 || line || pictured(at)
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
    if let Some(at) = (0..head(roles)).filter(may).min_by_key(rank) {
        roles[at] = Role::Headline;
        if let Some(now) = now {
            roles[now] = if pictured(now) { Role::Caption } else { Role::Furniture(FurnitureKind::Navigation) };
        }
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
    use crate::layout::{Hints, read};

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
}
