//! What the article as a whole demands of its roles, whatever the model chose line by line.
//!
//! In: units, evidence and roles. Out: the roles put right. Each rule here is one that an editor would swear to:
//! an address, a byline or a date is no headline; the lead paragraph is no second dek; a line that can be nothing but a
//! byline or a stamp, near the headline, is the article's; a label of furniture is no heading; what stands over a credit
//! is a caption, and so is what says who stands where in a picture; a post and the line that signs it are text. One is a habit that
//! was counted: in some languages every article has a dek.

mod authors;
mod body;
mod deks;
mod furniture;
mod people;
mod pictures;
mod posts;
mod stamps;
mod titles;
mod tops;

use super::Role;
use super::evidence::Evidence;
use super::split::Unit;

/// Applies the rules, in an order in which each may build on the one before.
pub(super) fn apply(units: &[Unit], evidence: &[Evidence], roles: &mut [Role], language: &str) {
    titles::short_text(units, roles);
    titles::headline(units, evidence, roles);
    titles::no_address(evidence, roles);
    titles::over_sentence(units, evidence, roles);
    tops::sentence(units, evidence, roles);
    tops::only_top(units, evidence, roles);
    tops::first_line(units, evidence, roles);
    tops::upper_title(units, evidence, roles);
    deks::goes_on(units, evidence, roles);
    let proven = deks::under_headline(units, evidence, roles);
    deks::no_copy(units, roles);
    deks::one_dek(units, evidence, roles, proven, language);
    people::bylines(evidence, roles);
    authors::together(units, evidence, language, roles);
    people::at_the_end(units, evidence, language, roles);
    authors::roles_below(units, language, roles);
    stamps::stamps(evidence, roles);
    deks::in_sentences(units, evidence, roles);
    deks::over_dateline(units, evidence, roles, language);
    deks::first_paragraph(units, roles, language);
    body::quoted_headings(units, evidence, roles);
    body::quoted_text(units, evidence, roles);
    body::long_text(units, evidence, roles);
    body::short_text(units, evidence, roles);
    body::lists(units, evidence, roles);
    body::timed(units, evidence, roles);
    body::unfinished(units, evidence, roles);
    furniture::closing(units, evidence, roles);
    posts::posts(units, evidence, roles);
    pictures::under_words(units, evidence, roles);
    pictures::credited(units, evidence, roles);
    tops::dek_below(units, evidence, roles);
    for at in 0..roles.len() {
        furniture::labelled(at, evidence, roles);
        pictures::posed(at, units, evidence, roles);
        pictures::over_credit(at, evidence, roles);
        pictures::under_caption(at, evidence, roles);
        pictures::over_caption(at, units, evidence, roles);
    }
}

/// What may only be told when all roles stand: a headline in two lines.
pub(super) fn finish(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    titles::in_two_lines(units, evidence, roles);
}

fn is_furniture(role: Role) -> bool {
    matches!(role, Role::Furniture(_))
}

/// The place of the headline.
fn title(roles: &[Role]) -> Option<usize> {
    roles.iter().position(|role| *role == Role::Headline)
}

/// The units before the body.
fn head(roles: &[Role]) -> usize {
    roles.iter().position(|role| *role == Role::Paragraph).unwrap_or(roles.len())
}

/// The place of the headline; of the body, where there is none.
fn top(roles: &[Role]) -> usize {
    title(roles).unwrap_or_else(|| head(roles))
}

/// The units before the second paragraph.
fn opening(roles: &[Role]) -> usize {
    let paragraphs = roles.iter().enumerate().filter(|(_, role)| **role == Role::Paragraph);
    paragraphs.map(|(at, _)| at).nth(1).unwrap_or(roles.len())
}

#[cfg(test)]
pub(super) mod testing {
    use super::{Evidence, Role, Unit};
    use crate::layout::{evidence, split};

    /// A page of lines with the roles that the model is taken to have chosen, after one rule: the roles that stand now.
    pub(in crate::layout) fn repaired(
        lines: &[(Role, &str)],
        rule: impl Fn(&[Unit], &[Evidence], &mut [Role]),
    ) -> Vec<Role> {
        let text: String = lines.iter().map(|(_, line)| format!("{line}\n\n")).collect();
        let (units, convention) = split::units(&text, "en");
        assert_eq!(units.len(), lines.len(), "a line is a unit");
        let seen = evidence::gather(&units, &convention, "en");
        let mut roles: Vec<Role> = lines.iter().map(|(role, _)| *role).collect();
        rule(&units, &seen, &mut roles);
        roles
    }
}
