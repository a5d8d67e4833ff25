//! Who wrote the article and when: lines near the headline that can be nothing but a byline or a stamp.
//!
//! In: evidence and roles. Out: `By Ada Brook`, `Ada Brook` under the headline, and `Updated 18 March 2026` with their
//! roles, where the model saw something else. Left to `parts`: which date is which.

use super::{head, is_furniture};
use crate::fields::{Byline, byline, person};
use crate::layout::Role;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::roles::stamp_role;
use crate::layout::split::Unit;

/// How many units from the headline a byline or a stamp is still the article's.
const NEAR: usize = 14;

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
    let Some(headline) = roles.iter().position(|role| *role == Role::Headline) else { return };
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
        open && seen.byline.as_ref().is_some_and(tells) && seen.value(Family::Label) == 0
    };
    // Below the headline is likelier than above it.
    let distance = |at: &usize| if *at > headline { at - headline } else { (headline - at) * 3 };
    if let Some(at) = range.filter(named).min_by_key(distance) {
        roles[at] = Role::Byline;
    }
}

/// `By` alone, and a name on each line below: where one of them is the byline, all are.
pub(super) fn opened(units: &[Unit], evidence: &[Evidence], language: &str, roles: &mut [Role]) {
    for at in 0..head(roles) {
        if !byline::is_opener(units[at].line.text.text(), language) {
            continue;
        }
        let names = (at + 1..head(roles)).take_while(|at| {
            let named = evidence[*at].byline.as_ref().is_some_and(|byline| !byline.authors.is_empty());
            named && (is_furniture(roles[*at]) || roles[*at] == Role::Byline)
        });
        let end = at + 1 + names.count();
        if end > at + 1 && roles[at..end].contains(&Role::Byline) {
            roles[at..end].fill(Role::Byline);
        }
    }
}

/// Without any date: the stamp nearest to the headline, or one at the end that says it is the article's.
pub(super) fn stamps(evidence: &[Evidence], roles: &mut [Role]) {
    let dated =
        |at: usize| evidence[at].stamps.iter().any(|stamp| stamp.date.day.is_some() && stamp.date.year.is_some());
    let Some(headline) = roles.iter().position(|role| *role == Role::Headline) else { return };
    // `Updated 18 March 2026` under the headline says itself what it is.
    for at in headline + 1..head(roles).min(headline + NEAR + 1) {
        if is_furniture(roles[at]) && evidence[at].value(Family::Stamp) == 2 && dated(at) {
            roles[at] = stamp_role(&evidence[at]);
        }
    }
    let known = |at: usize| matches!(roles[at], Role::Published | Role::Updated | Role::Byline) && dated(at);
    if (0..roles.len()).any(known) {
        return;
    }
    let range = headline.saturating_sub(NEAR)..head(roles).min(headline + NEAR + 1);
    let stamp = |at: &usize| {
        is_furniture(roles[*at])
            && dated(*at)
            && (1..=4).contains(&evidence[*at].value(Family::Stamp))
            && evidence[*at].value(Family::Size) <= 3
    };
    let near = range.filter(stamp).min_by_key(|at| at.abs_diff(headline));
    let told = |at: &usize| is_furniture(roles[*at]) && dated(*at) && matches!(evidence[*at].value(Family::Stamp), 2);
    if let Some(at) = near.or_else(|| (head(roles)..roles.len()).find(told)) {
        roles[at] = stamp_role(&evidence[at]);
    }
}
