//! Who wrote the article: lines near the headline that can be nothing but a byline.
//!
//! In: units, evidence and roles. Out: `By Ada Brook`, `Ada Brook` under the headline, with their roles where the model saw
//! something else (the first paragraph too), also below a dek that it took for the first paragraph; the name that signs the text;
//! a name in a menu far above the headline is furniture. Left to others: several authors and what stands under each (`authors`),
//! dates (`stamps`).

use super::authors::is_beside;
use super::{head, is_furniture, opening, title, top};
use crate::fields::{Byline, person};
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
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
    let names = |at: usize| is_signed(&evidence[at]);
    for at in 0..head(roles) {
        if matches!(roles[at], Role::Published | Role::Updated) && names(at) {
            roles[at] = Role::Byline;
        }
    }
    not_text(evidence, roles);
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

/// Whether a line names its authors and can be nothing but a byline.
fn is_signed(seen: &Evidence) -> bool {
    seen.byline.as_ref().is_some_and(|byline| byline.certain && !byline.authors.is_empty())
}

/// A line near the headline that can be nothing but a byline is no paragraph.
fn not_text(evidence: &[Evidence], roles: &mut [Role]) {
    const BELOW: usize = 6;
    let Some(headline) = title(roles) else { return };
    for at in headline + 1..roles.len().min(headline + BELOW) {
        let seen = &evidence[at];
        if roles[at] == Role::Paragraph
            && is_signed(seen)
            && seen.value(Family::Stop) == 0
            && seen.value(Family::Size) <= 3
        {
            roles[at] = Role::Byline;
        }
    }
}

/// An article without a byline at its head may be signed under its last paragraph: `By Ada Brook`, `Text: Ada Brook`, the name alone
/// over a role or an address.
pub(super) fn at_the_end(units: &[Unit], evidence: &[Evidence], language: &str, roles: &mut [Role]) {
    const NEAR: usize = 3;
    let Some(last) = roles.iter().rposition(|role| *role == Role::Paragraph) else { return };
    let signed = |at: &usize| {
        let seen = &evidence[*at];
        let told = seen.byline.as_ref().filter(|byline| !byline.authors.is_empty());
        let below = || units.get(at + 1).is_some_and(|below| is_beside(below.line.text.text(), language));
        let certain = told.is_some_and(|byline| byline.certain || seen.value(Family::Person) == 2 && below());
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

#[cfg(test)]
mod tests {
    use super::super::testing::repaired;
    use crate::layout::{FurnitureKind, Hints, Role, read};

    const TEXT: &str = "The ferry left the old harbour two hours late on Monday, because of the fog, the mayor said.\n\nThe crew said that it would leave at noon, and that nobody was to wait on the quay at night.\n\nNobody had told the town, the mayor wrote, and asked the crew of the ferry for its log.\n";

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
    fn a_sure_byline_is_no_paragraph() {
        let role = |line: &str| {
            let page = [
                (Role::Headline, "Ferry leaves late"),
                (Role::Paragraph, line),
                (Role::Paragraph, "It came back at one."),
            ];
            repaired(&page, |_, seen, roles| super::not_text(seen, roles))[1]
        };
        assert_eq!(role("By Anna Brook, News Reporter"), Role::Byline);
        assert_eq!(role("By Monday, Anna Brook had left."), Role::Paragraph);
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
    fn an_article_may_be_signed_at_its_end() {
        let authors = |line: &str| {
            let page = format!("Ferry leaves the old harbour two hours late\n\n{TEXT}\n\n{line}\n");
            let byline = read(&page, &Hints { language: Some("en"), now: None }).byline;
            byline.map_or(0, |byline| byline.authors.len())
        };
        assert_eq!(authors("By Anna Brook"), 1);
        assert_eq!(authors("Anna Brook\n\nReporter"), 1);
        assert_eq!(authors("Anna Brook\n\nanna.brook@harbour.example"), 1);
        // The near misses: whose the picture is, and a name that nothing says wrote it.
        assert_eq!(authors("Photo: Anna Brook"), 0);
        assert_eq!(authors("Anna Brook"), 0);
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
