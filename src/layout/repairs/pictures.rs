//! Captions and credits, wherever they stand.
//!
//! In: units, evidence and roles. Out: `Ada Brook (left) opens the quay` a caption; what stands over a credit's own line too; a
//! credit under a caption its own. Left to others: a name over a credit, with the author's under it (`people`).

use super::{is_furniture, title};
use crate::layout::Role;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::split::Unit;

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

/// A credit that says what it is of (`Photo: Cy Dorn`), under words that nothing else claims, is theirs: they are a caption.
pub(super) fn under_words(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let Some(first) = title(roles) else { return };
    let last = roles.iter().rposition(|role| *role == Role::Paragraph).unwrap_or(0);
    for at in first + 2..last {
        let (above, seen) = (&evidence[at - 1], &evidence[at]);
        let words =
            (3..=5).contains(&above.value(Family::Size)) && above.says.is_none() && above.value(Family::Repeat) == 0;
        let labelled =
            units[at].line.text.text().contains(':') && seen.value(Family::Credit) == 1 && seen.says.is_none();
        if labelled && words && is_furniture(roles[at]) && is_furniture(roles[at - 1]) && !units[at - 1].line.link {
            roles[at] = Role::Credit;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::layout::{Hints, read};

    const PARAGRAPH: &str =
        "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in.";

    #[test]
    fn words_over_a_labelled_credit_are_a_caption() {
        let captions = |credit: &str| {
            let page = format!(
                "Ferry leaves late\n\nBy Ada Brook\n\n{PARAGRAPH}\n\nThe crew had asked the town for a new engine in the spring, and was told that there was no money for it.\n\nThe old ferry at its pier in the fog on Monday\n{credit}\n\nNobody has been fined so far, the harbour office said, but it will count those who stay on the quay.\n\nAll of it was said before in the council, by the mayor and by the captain, who asked for more time.\n"
            );
            read(&page, &Hints::default()).captions.len()
        };
        assert_eq!(captions("Photo: Cy Dorn/AP"), 1);
        assert_eq!(captions("Read more: Cy Dorn on the fog"), 0);
    }

    #[test]
    fn who_stands_where_is_a_caption() {
        let captions = |line: &str| {
            let page =
                format!("Ferry leaves late\n\n{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH} Again.\n\n{PARAGRAPH} At last.\n");
            read(&page, &Hints::default()).captions.len()
        };
        assert_eq!(captions("Ada Brook (left) opens the quay with Cy Dorn"), 1);
        assert_eq!(captions("Pictured at the quay are the two pilots, Ada Brook and Cy Dorn."), 1);
        assert_eq!(captions("Ada Brook then left the quay with Cy Dorn, who had lost his hat."), 0);
    }

    #[test]
    fn a_credit_under_a_caption_is_its_own() {
        let page = "Ferry leaves late\n\nAda Brook (left) opens the quay with Cy Dorn\n\n(Reuters)\n\nThe ferry left at noon, the mayor said.\n\nIt came back at one, with all its passengers, he added.\n";
        let layout = read(page, &Hints::default());
        assert_eq!(layout.captions.len(), 1);
        assert_eq!(layout.captions[0].credit.as_ref().map(|credit| credit.text.text()), Some("Reuters"));
    }
}
