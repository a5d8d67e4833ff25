//! When the article came out: lines near the headline that can be nothing but a stamp.
//!
//! In: evidence and roles. Out: `Updated 18 March 2026` and `Updated 9:14 a.m.` under a date with their roles, where the model saw
//! something else; where it saw no date, the one nearest to the headline. Left to `parts`: which date is which.

use super::{head, is_furniture, opening, top};
use crate::fields::StampKind;
use crate::layout::Role;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::roles::stamp_role;

/// How many units from the headline a stamp is still the article's.
const NEAR: usize = 14;

/// Without any date before the body: the stamp nearest to the headline, then one below the first paragraph, or one at the end
/// that says it is the article's.
pub(super) fn stamps(evidence: &[Evidence], roles: &mut [Role]) {
    let dated =
        |at: usize| evidence[at].stamps.iter().any(|stamp| stamp.date.day.is_some() && stamp.date.year.is_some());
    let (headline, body) = (top(roles), head(roles));
    // `Updated 18 March 2026` under the headline says itself what it is.
    for at in headline + 1..body.min(headline + NEAR + 1) {
        if is_furniture(roles[at]) && evidence[at].value(Family::Stamp) == 2 && dated(at) {
            roles[at] = stamp_role(&evidence[at]);
        }
    }
    // `Updated 9:14 a.m.` under a date is of that day.
    for at in headline + 1..body {
        let told = evidence[at].stamps.iter().any(|stamp| stamp.kind == StampKind::Updated);
        if is_furniture(roles[at]) && told && evidence[at].value(Family::Stamp) == 5 && roles[at - 1] == Role::Published
        {
            roles[at] = Role::Updated;
        }
    }
    let known = |at: usize| matches!(roles[at], Role::Published | Role::Updated | Role::Byline) && dated(at);
    if (0..body).any(known) {
        return;
    }
    let range = headline.saturating_sub(NEAR)..body.min(headline + NEAR + 1);
    let stamp = |at: &usize| {
        (is_furniture(roles[*at]) || matches!(roles[*at], Role::Kicker | Role::Heading))
            && dated(*at)
            && (1..=4).contains(&evidence[*at].value(Family::Stamp))
            && evidence[*at].value(Family::Size) <= 3
    };
    let near = range.filter(stamp).min_by_key(|at| at.abs_diff(headline));
    let near = near.or_else(|| (body..opening(roles)).find(stamp));
    let told = |at: &usize| is_furniture(roles[*at]) && dated(*at) && matches!(evidence[*at].value(Family::Stamp), 2);
    let known = (body..roles.len()).any(known);
    if let Some(at) = near.or_else(|| (body..roles.len()).find(told).filter(|_| !known)) {
        roles[at] = stamp_role(&evidence[at]);
    }
}

#[cfg(test)]
mod tests {
    use crate::layout::{Hints, read};

    const TEXT: &str = "The ferry left the old harbour two hours late on Monday, because of the fog, the mayor said.\n\nThe crew said that it would leave at noon, and that nobody was to wait on the quay at night.\n\nNobody had told the town, the mayor wrote, and asked the crew of the ferry for its log.\n";

    #[test]
    fn the_stamp_is_found_where_the_page_has_it() {
        let published = |above: &str, below: &str| {
            let (first, rest) = TEXT.split_once("\n\n").unwrap_or_default();
            let page = format!("{above}Ferry leaves the old harbour late\n\n{first}\n\n{below}{rest}");
            read(&page, &Hints { language: Some("en"), now: None }).published.map(|moment| moment.date.to_string())
        };
        let day = Some("2026-03-02".to_owned());
        assert_eq!(published("March 2, 2026\n\n", ""), day, "where the kicker stands");
        assert_eq!(published("", "March 2, 2026, 9:30\n\n"), day, "below the first paragraph");
        // The near misses: only a sentence has a date, a label that says nothing of one.
        assert_eq!(
            published("", "On March 2, 2026, the ferry had left at 9:30, as the captain said at noon.\n\n"),
            None
        );
        assert_eq!(published("Harbour 2026\n\n", ""), None);
    }

    #[test]
    fn a_date_under_the_headline_is_before_one_over_it() {
        let published = |byline: &str| {
            let page = format!("Tuesday, 3 March 2026\n\nFerry leaves the old harbour late\n\n{byline}\n\n{TEXT}");
            read(&page, &Hints { language: Some("en"), now: None }).published.map(|moment| moment.date.to_string())
        };
        assert_eq!(published("By Ada Brook | 2 March 2026").as_deref(), Some("2026-03-02"));
        assert_eq!(published("By Ada Brook").as_deref(), Some("2026-03-03"));
    }

    #[test]
    fn an_update_of_the_day_stands_under_the_date() {
        let updated = |line: &str| {
            let page = format!(
                "Ferry leaves the old harbour two hours late\n\nBy Anna Brook\n\nMarch 2, 2026\n{line}\n\n{TEXT}"
            );
            read(&page, &Hints { language: Some("en"), now: None }).updated.map(|moment| moment.date.to_string())
        };
        assert_eq!(updated("Updated 9:14 a.m. ET").as_deref(), Some("2026-03-02"));
        assert_eq!(updated("Open until 9:14 p.m."), None);
    }
}
