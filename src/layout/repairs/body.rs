//! The body's lines: headings, long text, captions and credits among the paragraphs.
//!
//! In: units, evidence and roles. Out: `"Fog is no excuse"` between paragraphs a heading, several sentences a paragraph,
//! `Ada Brook (left) opens the quay` a caption, what stands over and under a credit put right.

use super::{head, is_furniture};
use crate::layout::evidence::{Evidence, Family};
use crate::layout::labels::Says;
use crate::layout::split::Unit;
use crate::layout::{FurnitureKind, Role};
use crate::text::chars::{is_dash, is_double_quote};

/// Between paragraphs, a line that is nothing but a quotation of three words or more is a heading.
pub(super) fn quoted_headings(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let (first, last) = (head(roles), roles.iter().rposition(|role| *role == Role::Paragraph).unwrap_or(0));
    for at in first..last.max(first) {
        let (seen, line) = (&evidence[at], &units[at].line);
        let text = line.text.text();
        let quotation =
            text.starts_with(is_double_quote) && text.ends_with(is_double_quote) && text.split(' ').count() >= 3;
        let plain = seen.value(Family::Size) <= 3 && seen.value(Family::Repeat) == 0 && !line.link && !line.image;
        // Under a label that announces other articles it is one of their titles.
        let announced = at > 0 && evidence[at - 1].value(Family::Label) > 0;
        if is_furniture(roles[at]) && quotation && plain && !announced {
            roles[at] = Role::Heading;
        }
    }
}

/// Between paragraphs, several sentences in one line that nothing speaks against are a paragraph.
pub(super) fn long_text(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const LONG: usize = 6;
    let (first, last) = (head(roles), roles.iter().rposition(|role| *role == Role::Paragraph).unwrap_or(0));
    for at in first..last.max(first) {
        let (seen, line) = (&evidence[at], &units[at].line);
        let long = seen.value(Family::Size) == LONG && seen.value(Family::Stop) > 0;
        let once = seen.value(Family::Repeat) == 0 && seen.value(Family::Twin) == 0;
        // Under a label it belongs to the box that the label opens.
        let boxed = at > 0 && evidence[at - 1].value(Family::Label) > 0;
        if is_furniture(roles[at]) && long && once && seen.says.is_none() && !boxed && !line.link && !line.image {
            roles[at] = Role::Paragraph;
        }
    }
}

/// Between paragraphs, a line that opens with a quotation mark and ends as a sentence does, or goes on behind the
/// quotation with a dash and a name, is a paragraph.
pub(super) fn quoted_text(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let (first, last) = (head(roles), roles.iter().rposition(|role| *role == Role::Paragraph).unwrap_or(0));
    for at in first..last.max(first) {
        let (seen, line) = (&evidence[at], &units[at].line);
        let text = line.text.text();
        let signed = || {
            let mut parts = text.trim_start_matches(is_double_quote).splitn(2, is_double_quote).skip(1);
            parts.next().is_some_and(|rest| rest.trim_start().starts_with(is_dash))
        };
        let among = at > 0 && roles[at - 1] == Role::Paragraph;
        let whole = among && seen.value(Family::Stop) > 0 && seen.value(Family::Size) >= 4 || signed();
        let once = seen.value(Family::Repeat) == 0 && seen.value(Family::Twin) == 0;
        let plain = is_furniture(roles[at]) && seen.says.is_none() && !line.link && !line.image && once;
        let boxed = at > 0 && evidence[at - 1].value(Family::Label) > 0;
        if plain && text.starts_with(is_double_quote) && seen.value(Family::Size) >= 3 && whole && !boxed {
            roles[at] = Role::Paragraph;
        }
    }
}

/// A label of furniture is no dek, no heading and no caption, nor is what it opens; a credit is no heading.
pub(super) fn labelled(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
    if !matches!(roles[at], Role::Heading | Role::Caption | Role::Dek) {
        return;
    }
    let seen = &evidence[at];
    if let Some(Says::Furniture(kind)) = seen.says {
        let opens = matches!(kind, FurnitureKind::Related | FurnitureKind::Advertisement | FurnitureKind::Share)
            || kind == FurnitureKind::Media && roles[at] == Role::Dek;
        if seen.value(Family::Label) > 0 || opens && seen.value(Family::Opening) > 0 {
            roles[at] = Role::Furniture(kind);
        }
    } else if roles[at] == Role::Heading && seen.value(Family::Credit) == 1 {
        roles[at] = Role::Credit;
    }
}

/// `Ada Brook (left) opens the quay`, `Pictured are Ada Brook and Cy Dorn`: a picture's words, whatever they stand among.
/// `Pictured: The man who stole a ferry` is a headline's way of speaking.
pub(super) fn posed(at: usize, units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const COLON: usize = 40;
    let (seen, line) = (&evidence[at], &units[at].line);
    let opens = || !line.text.text().bytes().take(COLON).any(|byte| byte == b':');
    let sure = match seen.value(Family::Pose) {
        3 => true,
        2 => opens(),
        _ => false,
    };
    let short = (2..=5).contains(&seen.value(Family::Size));
    let may = is_furniture(roles[at]) || matches!(roles[at], Role::Heading | Role::Dek | Role::Paragraph);
    if sure && short && may && seen.value(Family::Label) == 0 && seen.value(Family::Opening) == 0 && !line.link {
        roles[at] = Role::Caption;
    }
}

/// Words over a credit's own line are a caption.
pub(super) fn over_credit(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
    if at == 0 || roles[at] != Role::Credit || evidence[at].value(Family::Credit) != 1 {
        return;
    }
    let above = &evidence[at - 1];
    let words = (2..=5).contains(&above.value(Family::Size)) && above.value(Family::Label) == 0;
    if is_furniture(roles[at - 1]) && words && above.value(Family::Opening) == 0 {
        roles[at - 1] = Role::Caption;
    }
}

/// A credit alone on the line under a caption is the caption's.
pub(super) fn under_caption(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
    let open = is_furniture(roles[at]) || matches!(roles[at], Role::Paragraph | Role::Byline);
    if at > 0 && roles[at - 1] == Role::Caption && open && evidence[at].value(Family::Credit) == 1 {
        roles[at] = Role::Credit;
    }
}
