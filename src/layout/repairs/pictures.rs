//! Captions and credits, wherever they stand.
//!
//! In: units, evidence and roles. Out: `Ada Brook (left) opens the quay` a caption; what stands over a credit's own line too; a
//! credit under a caption its own. Left to others: a name over a credit, with the author's under it (`people`).

use super::{head, is_furniture, title};
use crate::layout::Role;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::split::Unit;
use crate::text::chars::is_dash;

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

/// Between headline and text, a sentence with a credit at its end that nothing else claims is a caption.
pub(super) fn credited(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let Some(title) = title(roles) else { return };
    for at in title + 1..head(roles) {
        let seen = &evidence[at];
        let free = is_furniture(roles[at]) && seen.says.is_none() && !units[at].line.link;
        let sentence = (3..=5).contains(&seen.value(Family::Size)) && seen.value(Family::Repeat) == 0;
        if free && sentence && seen.value(Family::Credit) >= 3 {
            roles[at] = Role::Caption;
        }
    }
}

/// A credit alone on the line over a caption that has none is the caption's: `Image source, Cy Dorn` / `Image caption, The quay`.
pub(super) fn over_caption(at: usize, units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let Some(below) = units.get(at + 1).filter(|below| below.line.named == Some(Role::Caption)) else { return };
    let own = evidence[at + 1].value(Family::Credit) > 0 || below.line.text.is_empty();
    let free = is_furniture(roles[at]) || matches!(roles[at], Role::Paragraph | Role::Byline | Role::Heading);
    if free && !own && evidence[at].value(Family::Credit) == 1 && units[at].line.named.is_none() {
        roles[at] = Role::Credit;
    }
}

/// A credit alone on its line, under words that nothing else claims, is theirs: they are a caption. Above the body the credit has
/// to say what it is of (`Photo: Cy Dorn`); in the body it makes a caption of a sentence by itself too, where it does so or
/// stands directly under it: a picture without a caption has its credit below any paragraph.
pub(super) fn under_words(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let Some(first) = title(roles) else { return };
    let body = head(roles);
    let last = roles.iter().rposition(|role| *role == Role::Paragraph).unwrap_or(0);
    for at in first + 2..last {
        let (above, seen) = (&evidence[at - 1], &evidence[at]);
        let inside = at > body + 1;
        let says = units[at].line.text.text().contains(':');
        let told = inside && seen.value(Family::Label) == 0 || seen.says.is_none() && says;
        let spoken = || units[at - 1].line.text.text().starts_with(is_dash);
        let sentence = above.value(Family::Sentences) == 0 && above.value(Family::Quotes) == 0 && !spoken();
        let words = match roles[at - 1] {
            Role::Paragraph => inside && sentence && (says || seen.value(Family::Gap) == 1),
            role => is_furniture(role) && !units[at - 1].line.link && above.value(Family::Repeat) == 0,
        };
        let least = if says && !inside { 2 } else { 3 };
        let sized = (least..=5).contains(&above.value(Family::Size)) && above.says.is_none();
        let free = is_furniture(roles[at]) || roles[at] == Role::Credit;
        if told && words && sized && free && seen.value(Family::Credit) == 1 {
            (roles[at - 1], roles[at]) = (Role::Caption, Role::Credit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired;
    use crate::layout::{FurnitureKind, Hints, Role, read};

    const PARAGRAPH: &str =
        "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in.";

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

    const OTHER: Role = Role::Furniture(FurnitureKind::Other);
    const CREW: &str = "The crew had asked the town for a new engine in the spring, and got no answer to it.";

    /// The roles of a line and the credit under it, above the body or in it.
    fn pair(above: bool, line: (Role, &str), credit: &str) -> [Role; 2] {
        let text = [(Role::Paragraph, PARAGRAPH), (Role::Paragraph, CREW)];
        let pair = [line, (OTHER, credit)];
        let (head, tail) = if above { (&pair[..], &text[..]) } else { (&text[..], &pair[..]) };
        let last = [(Role::Paragraph, "Nobody has been fined so far, the harbour office said, but it will count.")];
        let page = [&[(Role::Headline, "Ferry leaves late"), (OTHER, "Old Haven")][..], head, tail, &last[..]].concat();
        let roles = repaired(&page, super::under_words);
        let at = if above { 2 } else { 4 };
        [roles[at], roles[at + 1]]
    }

    #[test]
    fn words_over_a_credit_are_a_caption() {
        let line = (OTHER, "The old ferry at its pier in the fog on Monday");
        assert_eq!(pair(true, line, "Photo: Cy Dorn/AP"), [Role::Caption, Role::Credit]);
        assert_eq!(pair(true, line, "Reuters"), [OTHER, OTHER]);
        assert_eq!(pair(false, line, "Reuters"), [Role::Caption, Role::Credit]);
        assert_eq!(pair(false, line, "Cy Dorn for the town"), [OTHER, OTHER]);
    }

    #[test]
    fn a_sentence_with_a_credit_over_the_text_is_a_caption() {
        let role = |line: &str| {
            let page = [
                (Role::Headline, "Ferry leaves late"),
                (OTHER, line),
                (Role::Paragraph, PARAGRAPH),
                (Role::Paragraph, CREW),
            ];
            repaired(&page, super::credited)[1]
        };
        assert_eq!(role("The old ferry at its pier in the fog on Monday. CY DORN/AP"), Role::Caption);
        assert_eq!(role("The old ferry at its pier in the fog on Monday, says CY DORN"), OTHER);
    }

    #[test]
    fn a_credit_may_stand_over_its_caption() {
        let credits = |above: &str| {
            let page =
                format!("Ferry leaves late\n\n{above}\nImage caption, The old quay at noon\n\n{PARAGRAPH}\n\n{CREW}\n");
            let layout = read(&page, &Hints { language: Some("en"), now: None });
            layout
                .captions
                .iter()
                .map(|one| one.credit.as_ref().map_or("", |credit| credit.text.text()).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(credits("Image source, Getty Images"), ["Getty Images"]);
        assert_eq!(credits("By Ada Brook"), [""]);
    }

    #[test]
    fn a_sentence_over_a_credit_in_the_body_is_a_caption() {
        let sentence = "The new engine is to be twice as strong as the old one and cost half as much.";
        let line = (Role::Paragraph, sentence);
        assert_eq!(pair(false, line, "Photo: Cy Dorn/Reuters"), [Role::Caption, Role::Credit]);
        assert_eq!(pair(false, line, "Cy Dorn/Reuters"), [Role::Paragraph, OTHER]);
        assert_eq!(pair(true, line, "Cy Dorn/Reuters"), [Role::Paragraph, OTHER]);
        let two = format!("{sentence} Nobody knows why.");
        assert_eq!(pair(false, (Role::Paragraph, &two), "Photo: Cy Dorn/Reuters"), [Role::Paragraph, OTHER]);
    }
}
