//! Who wrote the article: lines near the headline that can be nothing but a byline.
//!
//! In: units, evidence and roles. Out: `By Ada Brook`, `Ada Brook` under the headline, the role below the name, with their roles
//! where the model saw something else, also below a dek that it took for the first paragraph; a name in a menu far above
//! the headline is furniture. Left to others: dates (`stamps`).

use super::{head, is_furniture, opening, top};
use crate::fields::{Byline, byline, person};
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::roles::begins;
use crate::layout::split::Unit;
use crate::layout::{FurnitureKind, Role};

/// How many units from the headline a byline is still the article's.
const NEAR: usize = 14;
/// How many units over it a name that nothing else marks may stand: of 130 articles one has its author there, three units up.
const ABOVE: usize = 4;

/// Lines that can be nothing but a byline; where there is none, one farther down, then the name alone that is nearest
/// to the headline.
pub(super) fn bylines(evidence: &[Evidence], roles: &mut [Role]) {
    // `by Ada Brook Jul. 19, 2026 9:45 am` prints both.
    let names =
        |at: usize| evidence[at].byline.as_ref().is_some_and(|byline| byline.certain && !byline.authors.is_empty());
    for at in 0..head(roles) {
        if matches!(roles[at], Role::Published | Role::Updated) && names(at) {
            roles[at] = Role::Byline;
        }
    }
    under_picture(evidence, roles);
    let headline = top(roles);
    // Far above the headline a name by itself stands in a menu.
    for at in 0..headline.saturating_sub(ABOVE) {
        if roles[at] == Role::Byline && evidence[at].value(Family::Byline) != 1 {
            roles[at] = Role::Furniture(FurnitureKind::Navigation);
        }
    }
    let range = headline.saturating_sub(NEAR)..head(roles).min(headline + NEAR + 1);
    for at in range.clone().filter(|at| is_furniture(roles[*at])).collect::<Vec<_>>() {
        if evidence[at].value(Family::Byline) == 1 {
            roles[at] = Role::Byline;
        }
    }
    if roles.contains(&Role::Byline) {
        return;
    }
    // Below a gallery of many pictures.
    if let Some(at) = (range.end..head(roles)).find(|at| is_furniture(roles[*at]) && names(*at)) {
        roles[at] = Role::Byline;
        return;
    }
    // Below the first paragraph, which is the dek where it stands directly over it. With a date of its own it may be another
    // article's.
    let first = head(roles);
    let dated = evidence[..first].iter().any(|seen| seen.stamps.iter().any(|stamp| stamp.date.year.is_some()));
    let below = |at: &usize| {
        let other = dated && !evidence[*at].stamps.is_empty();
        is_furniture(roles[*at]) && names(*at) && !other
    };
    if let Some(at) = (first..opening(roles)).find(below) {
        // `By` may stand between.
        if at <= first + 2 && !roles.contains(&Role::Dek) {
            roles[first] = Role::Dek;
        }
        roles[at] = Role::Byline;
        return;
    }
    // Two or three capital words may be a subject as well: a given name, a wire service or the date beside them tells.
    let named = |at: &usize| {
        let seen = &evidence[*at];
        let dated = matches!(seen.value(Family::Stamp), 3 | 4);
        let tells = |byline: &Byline| {
            let given = byline.authors.iter().any(|author| person::has_given_name(&author.name));
            // The article's own words are its subject: `Harbour Traffic` over a piece on traffic in the harbour.
            let strange = seen.value(Family::Shared) <= 2;
            byline.agency.is_some() || (given || dated || strange) && !byline.authors.is_empty()
        };
        let open = is_furniture(roles[*at]) || matches!(roles[*at], Role::Published);
        open && *at + ABOVE >= headline && seen.byline.as_ref().is_some_and(tells) && seen.value(Family::Label) == 0
    };
    // Below the headline is likelier than above it.
    let distance = |at: &usize| if *at > headline { at - headline } else { (headline - at) * 3 };
    if let Some(at) = range.filter(named).min_by_key(distance) {
        roles[at] = Role::Byline;
    }
}

/// An article without a byline at its head may be signed under its last paragraph: `By Ada Brook`, `Text: Ada Brook`.
pub(super) fn at_the_end(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const NEAR: usize = 3;
    let Some(last) = roles.iter().rposition(|role| *role == Role::Paragraph) else { return };
    let signed = |at: &usize| {
        let seen = &evidence[*at];
        let certain = seen.byline.as_ref().is_some_and(|byline| byline.certain && !byline.authors.is_empty());
        let open = is_furniture(roles[*at]) && seen.stamps.is_empty() && seen.value(Family::Credit) == 0;
        certain && open && !units[*at].line.link
    };
    if !roles.contains(&Role::Byline)
        && let Some(at) = (last + 1..roles.len().min(last + NEAR + 1)).find(signed)
    {
        roles[at] = Role::Byline;
    }
}

/// `Ada Brook`, `Photo: Cy Dorn/AP`, `Ina Holm`: the first is in the picture, the last is the author.
fn under_picture(evidence: &[Evidence], roles: &mut [Role]) {
    let bare = |at: usize, roles: &[Role]| {
        let seen = &evidence[at];
        let open = is_furniture(roles[at]) || roles[at] == Role::Byline;
        open && seen.value(Family::Byline) != 1 && seen.value(Family::Person) > 0 && seen.value(Family::Label) == 0
    };
    for at in top(roles)..head(roles).saturating_sub(2) {
        let free = is_furniture(roles[at + 1]) || roles[at + 1] == Role::Credit;
        let pictured = bare(at, roles) && free && evidence[at + 1].value(Family::Credit) == 1;
        if pictured && bare(at + 2, roles) {
            roles[at..at + 3].copy_from_slice(&[Role::Caption, Role::Credit, Role::Byline]);
        }
    }
}

/// Names on lines of their own, one below the other: where one is the byline, all are. So is `By` alone over them, and a role
/// between them is no border.
pub(super) fn together(units: &[Unit], evidence: &[Evidence], language: &str, roles: &mut [Role]) {
    let end = opening(roles);
    let text = |at: usize| units[at].line.text.text();
    // The name under a portrait of the author is said again in the byline.
    let again =
        |at: usize| [at.wrapping_sub(1), at + 1].iter().any(|near| *near < end && begins(text(at), text(*near)));
    let named = |at: usize, roles: &[Role]| {
        let seen = &evidence[at];
        let name = seen.value(Family::Person) == 2 && seen.value(Family::Label) == 0 && is_furniture(roles[at]);
        roles[at] == Role::Byline || name && !again(at)
    };
    let mut at = 0;
    while at < end {
        let opener = byline::is_opener(text(at), language);
        let first = at + usize::from(opener);
        let told = |at: usize, roles: &[Role]| {
            let names = evidence[at].byline.as_ref().is_some_and(|byline| !byline.authors.is_empty());
            named(at, roles) || opener && names && is_furniture(roles[at])
        };
        let between = |text: &str| !text.contains(char::is_alphanumeric) || byline::role(text, language).is_some();
        let mut last = first;
        while last < end
            && (told(last, roles) || last > first && last + 1 < end && between(text(last)) && told(last + 1, roles))
        {
            last += 1;
        }
        if last > first + usize::from(!opener) && roles[at..last].contains(&Role::Byline) {
            roles[at..last].fill(Role::Byline);
        }
        at = last.max(at + 1);
    }
}

/// The role of an author on the line below the name is the byline's too: `Ada Brook` / `Transport correspondent, Port Alba`.
pub(super) fn roles_below(units: &[Unit], language: &str, roles: &mut [Role]) {
    for at in 1..opening(roles) {
        let below = roles[at - 1] == Role::Byline && is_furniture(roles[at]);
        if below && byline::role(units[at].line.text.text(), language).is_some() {
            roles[at] = Role::Byline;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired;
    use crate::layout::{FurnitureKind, Hints, Role, read};

    const TEXT: &str = "The ferry left the old harbour two hours late on Monday, because of the fog, the mayor said.\n\nThe crew said that it would leave at noon, and that nobody was to wait on the quay at night.\n\nNobody had told the town, the mayor wrote, and asked the crew of the ferry for its log.\n";

    fn authors(head: &str) -> Vec<String> {
        let page = format!("Ferry leaves the old harbour two hours late\n\n{head}\n\n{TEXT}");
        let byline = read(&page, &Hints::default()).byline;
        byline.map_or(Vec::new(), |byline| byline.authors.into_iter().map(|author| author.name).collect())
    }

    #[test]
    fn a_byline_stands_under_a_dek_that_was_taken_for_text() {
        let page = |line: &str| {
            let text = TEXT.split_once("\n\n").unwrap_or_default();
            format!("Harbour\n\nFerry leaves late\n\nMonday, 2 March 2026\n\n{}\n\n{line}\n\n{}", text.0, text.1)
        };
        let authors = |line: &str| read(&page(line), &Hints::default()).byline.map_or(0, |byline| byline.authors.len());
        assert_eq!(authors("By Anna Brook"), 1);
        // The near miss: a sentence.
        assert_eq!(authors("By Monday, Anna Brook had left."), 0);
    }

    #[test]
    fn a_name_in_a_menu_is_no_byline() {
        let page = |menu: &str| {
            format!("{menu}\n\nFerry leaves the old harbour two hours late\n\nMonday, 2 March 2026\n\n{TEXT}")
        };
        let authors = |menu: &str| {
            let byline = read(&page(menu), &Hints::default()).byline;
            byline.map_or(0, |byline| byline.authors.len())
        };
        assert_eq!(authors("Anna Brook\n\nHome\n\nNews\n\nSport\n\nTides\n\nJobs"), 0);
        // Near miss: a line that says itself that it is one.
        assert_eq!(authors("By Anna Brook\n\nHome\n\nNews\n\nSport\n\nTides\n\nJobs"), 1);
    }

    #[test]
    fn names_below_one_another_are_one_byline() {
        assert_eq!(
            authors("By\n\nAnna Brook\n\nNews Reporter\n\nPeter Dorn\n\nMonday, 2 March 2026"),
            ["Anna Brook", "Peter Dorn"]
        );
        assert_eq!(authors("By Anna Brook\n\nPeter Dorn\n\nMonday, 2 March 2026"), ["Anna Brook", "Peter Dorn"]);
        assert_eq!(
            authors("By\n\nAnna Brook\n\n,\n\nPeter Dorn\n\nMonday, 2 March 2026"),
            ["Anna Brook", "Peter Dorn"]
        );
        // The near misses: a label, a line that is no name.
        assert_eq!(authors("By Anna Brook\n\nShare\n\nMonday, 2 March 2026"), ["Anna Brook"]);
        assert_eq!(authors("By Anna Brook\n\nOld Harbour\n\nMonday, 2 March 2026"), ["Anna Brook"]);
    }

    #[test]
    fn an_article_may_be_signed_at_its_end() {
        let authors = |line: &str| {
            let page = format!("Ferry leaves the old harbour two hours late\n\n{TEXT}\n\n{line}\n");
            let byline = read(&page, &Hints { language: Some("en"), now: None }).byline;
            byline.map_or(0, |byline| byline.authors.len())
        };
        assert_eq!(authors("By Anna Brook"), 1);
        // The near misses: whose the picture is, and a name that nothing says wrote it.
        assert_eq!(authors("Photo: Anna Brook"), 0);
        assert_eq!(authors("Anna Brook"), 0);
    }

    #[test]
    fn what_stands_under_the_name_may_say_where() {
        let page = |line: &str| {
            format!(
                "Ferry leaves Port Alba two hours late\n\nBy Anna Brook\n{line}\n\n{TEXT}\n\nPort Alba has no other ferry, and Port Alba knows it, the crew said.\n"
            )
        };
        let authors = |line: &str| {
            let byline = read(&page(line), &Hints { language: Some("en"), now: None }).byline;
            byline.map_or(Vec::new(), |byline| byline.authors.into_iter().map(|author| author.name).collect())
        };
        assert_eq!(authors("Port Alba - 2 March 2026"), ["Anna Brook"]);
        assert_eq!(authors("Peter Dorn - 2 March 2026"), ["Anna Brook", "Peter Dorn"]);
    }

    #[test]
    fn a_role_below_the_name_is_the_authors() {
        let roles = |line: &str| {
            let page = format!("Ferry leaves the old harbour two hours late\n\nBy Anna Brook\n{line}\n\n{TEXT}");
            let byline = read(&page, &Hints { language: Some("en"), now: None }).byline;
            byline.map_or(Vec::new(), |byline| {
                byline.authors.into_iter().map(|author| (author.name, author.role)).collect()
            })
        };
        let brook = |role: Option<&str>| vec![("Anna Brook".to_owned(), role.map(str::to_owned))];
        assert_eq!(roles("Transport correspondent, Port Alba"), brook(Some("Transport correspondent")));
        assert_eq!(roles("Old Haven - 2 March 2026"), brook(None));
    }

    #[test]
    fn a_name_over_a_credit_is_in_the_picture() {
        let other = Role::Furniture(FurnitureKind::Other);
        let roles = |credit: &str| {
            let lines = [
                (Role::Headline, "Ferry leaves late"),
                (Role::Byline, "Anna Brook"),
                (other, credit),
                (other, "Clara Dorn"),
                (Role::Paragraph, "The ferry left the old harbour late on Monday, because of the fog, the mayor said."),
            ];
            repaired(&lines, |_, seen, roles| super::under_picture(seen, roles))[1..4].to_vec()
        };
        assert_eq!(roles("Photo: Ida Holm/AP"), [Role::Caption, Role::Credit, Role::Byline]);
        // The near miss: no picture.
        assert_eq!(roles("Listen to this story"), [Role::Byline, other, other]);
    }
}
