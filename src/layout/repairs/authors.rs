//! Several authors, and what stands under each: names on lines of their own, roles, addresses.
//!
//! In: units and roles with one byline found (`people`). Out: the others, and what is beside them, the byline's too.
//!
//! ```text
//! Ada Brook / Transport correspondent, Port Alba        By / Ada Brook / , / Cy Dorn
//! Ada Brook / Reporter / Follow / Cy Dorn / Reporter    Ada Brook / ada@harbour.example
//! ```

use super::{is_furniture, opening};
use crate::fields::byline;
use crate::layout::Role;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::roles::begins;
use crate::layout::split::Unit;

/// How many lines may stand between one author and the next.
const BESIDE: usize = 4;

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
        let between = |text: &str| {
            !text.contains(char::is_alphanumeric) || is_beside(text, language) || byline::is_button(text, language)
        };
        let mut last = first;
        while last < end {
            // Beside each of several there may stand a role, an address and a button.
            let passed = (last..end.min(last + BESIDE)).take_while(|at| last > first && between(text(*at))).count();
            match (0..=passed).find(|by| last + by < end && told(last + by, roles)) {
                Some(by) => last += by + 1,
                None => break,
            }
        }
        if last > first + usize::from(!opener) && roles[at..last].contains(&Role::Byline) {
            let buttons = |at: &usize| byline::is_button(text(*at), language);
            (at..last).filter(|at| !buttons(at)).for_each(|at| roles[at] = Role::Byline);
        }
        at = last.max(at + 1);
    }
}

/// Whether a line is what stands under an author: a role, an address to write to.
pub(super) fn is_beside(text: &str, language: &str) -> bool {
    byline::role(text, language).is_some() || byline::is_address(text)
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
    use crate::layout::{Hints, read};

    const TEXT: &str = "The ferry left the old harbour two hours late on Monday, because of the fog, the mayor said.\n\nThe crew said that it would leave at noon, and that nobody was to wait on the quay at night.\n\nNobody had told the town, the mayor wrote, and asked the crew of the ferry for its log.\n";

    fn authors(head: &str) -> Vec<String> {
        let page = format!("Ferry leaves the old harbour two hours late\n\n{head}\n\n{TEXT}");
        let byline = read(&page, &Hints::default()).byline;
        byline.map_or(Vec::new(), |byline| byline.authors.into_iter().map(|author| author.name).collect())
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
        assert_eq!(
            authors("Anna Brook\n\nReporter\n\nFollow\n\nPeter Dorn\n\nReporter\n\nMonday, 2 March 2026"),
            ["Anna Brook", "Peter Dorn"]
        );
        // The near misses: a label, a line that is no name.
        assert_eq!(authors("By Anna Brook\n\nShare\n\nMonday, 2 March 2026"), ["Anna Brook"]);
        assert_eq!(authors("By Anna Brook\n\nOld Harbour\n\nMonday, 2 March 2026"), ["Anna Brook"]);
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
}
