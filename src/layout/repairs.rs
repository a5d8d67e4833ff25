//! What the article as a whole demands of its roles, whatever the model chose line by line.
//!
//! In: units, evidence and roles. Out: the roles put right. Each rule here is one that an editor would swear to:
//! an address, a byline or a date is no headline; the lead paragraph is no second dek; a line that can be nothing but a byline or a stamp,
//! near the headline, is the article's; a label of furniture is no heading; what stands over a credit is a caption, and so is what says
//! who stands where in a picture.

mod body;
mod people;
mod titles;

use super::Role;
use super::evidence::Evidence;
use super::split::Unit;

/// Applies the rules, in an order in which each may build on the one before.
pub(super) fn apply(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    titles::short_text(units, roles);
    titles::headline(units, evidence, roles);
    let signed = titles::over_byline(evidence, roles);
    titles::one_dek(units, evidence, roles, signed);
    people::bylines(evidence, roles);
    people::stamps(evidence, roles);
    body::quoted_headings(units, evidence, roles);
    body::quoted_text(units, evidence, roles);
    body::long_text(units, evidence, roles);
    for at in 0..roles.len() {
        body::labelled(at, evidence, roles);
        body::posed(at, units, evidence, roles);
        body::over_credit(at, evidence, roles);
        body::under_caption(at, evidence, roles);
    }
}

fn is_furniture(role: Role) -> bool {
    matches!(role, Role::Furniture(_))
}

/// The units before the body.
fn head(roles: &[Role]) -> usize {
    roles.iter().position(|role| *role == Role::Paragraph).unwrap_or(roles.len())
}

#[cfg(test)]
mod tests {
    use crate::layout::{Hints, read};

    fn headline(text: &str) -> Option<String> {
        read(text, &Hints::default()).headline.map(|headline| headline.text().to_owned())
    }

    #[test]
    fn two_lines_are_a_headline_and_its_text() {
        for text in [
            "Talks resume\n\nThe talks resumed on Monday, the mayor said.\n",
            "Ferry back\n\n“It is back,” said Ann Lee. “At last.”\n",
        ] {
            assert_eq!(headline(text).as_deref(), text.lines().next());
        }
    }

    #[test]
    fn a_quotation_between_paragraphs_is_a_heading() {
        let paragraph =
            "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in.";
        let page = |line: &str| {
            format!(
                "Ferry leaves late\n\n{paragraph}\n\n{paragraph} Again.\n\n{line}\n\n{paragraph} And again.\n\n{paragraph} At last.\n"
            )
        };
        let headings = |line: &str| {
            let layout = read(&page(line), &Hints::default());
            layout.body.iter().filter(|item| matches!(item, crate::layout::Item::Heading(_))).count()
        };
        assert_eq!(headings("\"Fog is no excuse\""), 1);
        assert_eq!(headings("Read more\n\n\"Fog is no excuse\""), 0);
    }

    #[test]
    fn quoted_lines_with_their_speakers_are_paragraphs() {
        let paragraph =
            "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in.";
        let is_paragraph = |line: &str| {
            let page =
                format!("Ferry leaves late\n\n{paragraph}\n\n{line}\n\n{paragraph} Again.\n\n{paragraph} At last.\n");
            let body = read(&page, &Hints::default()).body;
            body.iter()
                .any(|item| matches!(item, crate::layout::Item::Paragraph(text) if text.text().contains("told us why")))
        };
        assert!(is_paragraph("“Nobody told us why, and nobody came to say it.” ― Ada Brook"));
        assert!(!is_paragraph("Read more\n\n“Nobody told us why”: What the pilots say of the fog"));
    }

    #[test]
    fn who_stands_where_is_a_caption() {
        let paragraph =
            "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in.";
        let captions = |line: &str| {
            let page =
                format!("Ferry leaves late\n\n{paragraph}\n\n{line}\n\n{paragraph} Again.\n\n{paragraph} At last.\n");
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

    #[test]
    fn what_the_outlet_brands_is_the_title() {
        let page = |line: &str| {
            format!(
                "A ferry in the fog at its pier\n\n{line}\n\nFerry leaves two hours late\n\nThe ferry left the pier two hours late, the mayor said.\n\nIt came back at one, with all its passengers, he added.\n"
            )
        };
        assert_eq!(
            headline(&page("Ferry leaves two hours late | Harbour News")).as_deref(),
            Some("Ferry leaves two hours late")
        );
    }

    #[test]
    fn text_over_the_byline_is_the_dek() {
        let page = |line: &str| {
            let paragraph = "The ferry left the pier two hours late on Monday, the mayor said, because of the fog.";
            format!(
                "Ferry leaves two hours late\n\nBERGEN (AP) — Nobody on the pier knew why it was late.\n\n{line}{paragraph}\n\n{paragraph} Again.\n\n{paragraph} And again.\n\n{paragraph} At last.\n"
            )
        };
        let dek = |line: &str| read(&page(line), &Hints { language: Some("en"), now: None }).dek.len();
        assert_eq!(dek("By Ada Brook\n\n"), 1);
        assert_eq!(dek(""), 0);
    }

    #[test]
    fn two_labels_are_not() {
        assert_ne!(headline("Home\n\nSign in\n").as_deref(), Some("Home"));
    }
}
