//! The roles that labels told, kept against whatever else was concluded.
//!
//! In: units, evidence and roles. Out: at each unit that a label names ([`super::lines::Line::named`]) that role; what the
//! article says itself and the label again is the label's no more. No headline or dek stands beside a named one; of several
//! datelines or kickers the first counts.

use super::evidence::Evidence;
use super::families::Family;
use super::roles::begins;
use super::split::Unit;
use super::{FurnitureKind, Role};

/// What a label and what only the database says are.
pub(super) const OTHER: Role = Role::Furniture(FurnitureKind::Other);
/// So many named deks are looked for in the text.
const DEKS: usize = 4;

/// Puts the roles in that labels told.
pub(super) fn settle(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let (told, own): (Vec<usize>, Vec<usize>) = (0..units.len()).partition(|at| units[*at].line.named.is_some());
    if told.is_empty() {
        return;
    }
    let has = |role: Role| told.iter().any(|at| units[*at].line.named == Some(role));
    let (headline, kicker) = (has(Role::Headline), has(Role::Kicker));
    let is_dek = |at: &&usize| units[**at].line.named == Some(Role::Dek);
    let deks: Vec<&Unit> = told.iter().filter(is_dek).map(|at| &units[*at]).take(DEKS).collect();
    for at in &own {
        let again = |dek: &&Unit| begins(text(dek), text(&units[*at]));
        let same = |dek: &&Unit| again(dek) && begins(text(&units[*at]), text(dek));
        roles[*at] = match roles[*at] {
            Role::Headline if headline => OTHER,
            Role::Kicker if kicker => OTHER,
            // What seemed a dek is the lead, unless the label gave the same words; what seemed a picture's words is it too.
            Role::Dek if !deks.is_empty() && !deks.iter().any(same) => Role::Paragraph,
            Role::Caption if deks.iter().any(again) => Role::Paragraph,
            role => role,
        };
    }
    let lead = own.iter().find(|at| roles[**at] == Role::Paragraph);
    let dated = lead.is_some_and(|lead| evidence[*lead].value(Family::Dateline) > 0);
    let is_text = |at: &&usize| matches!(roles[**at], Role::Dek | Role::Paragraph);
    let texts: Vec<&Unit> = own.iter().filter(is_text).map(|at| &units[*at]).collect();
    let again = |dek: &&Unit| texts.iter().any(|unit| begins(text(dek), text(unit)));
    let said = deks.iter().any(again);
    let first = |role: Role| told.iter().copied().find(|at| units[*at].line.named == Some(role));
    let (place, label) = (first(Role::Dateline), first(Role::Kicker));
    for at in told {
        let Some(role) = units[at].line.named else { continue };
        // A name alone below a caption made it.
        let below = at > 0 && units[at - 1].line.named == Some(Role::Caption);
        let credit = evidence[at].credit.is_some() || below && evidence[at].value(Family::Person) > 0;
        roles[at] = match role {
            Role::Caption if credit => Role::Credit,
            Role::Dateline if dated || place != Some(at) => OTHER,
            Role::Kicker if label != Some(at) => OTHER,
            Role::Dek if said => OTHER,
            role => role,
        };
    }
}

fn text(unit: &Unit) -> &str {
    unit.line.text.text()
}
