//! What the article as a whole demands of its roles, whatever the model chose line by line.
//!
//! In: units, evidence and roles. Out: the roles put right. Each rule here is one that an editor would swear to:
//! an address, a byline or a date is no headline; the lead paragraph is no second dek; a line that can be nothing but a byline or a stamp,
//! near the headline, is the article's; a label of furniture is no heading; what stands over a credit is a caption, and so is what says
//! who stands where in a picture.

use super::evidence::{Evidence, Family};
use super::labels::Says;
use super::roles::stamp_role;
use super::split::Unit;
use super::{FurnitureKind, Role};
use crate::fields::{Byline, person};
use crate::text::chars::{is_double_quote, is_sentence_end, is_single_quote};

/// How many units from the headline a byline or a stamp is still the article's.
const NEAR: usize = 14;

/// Applies the rules, in an order in which each may build on the one before.
pub(super) fn apply(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    short_text(units, roles);
    headline(units, evidence, roles);
    let signed = over_byline(evidence, roles);
    one_dek(units, evidence, roles, signed);
    bylines(evidence, roles);
    stamps(evidence, roles);
    quoted_headings(units, evidence, roles);
    long_text(units, evidence, roles);
    for at in 0..roles.len() {
        labelled(at, evidence, roles);
        posed(at, units, evidence, roles);
        over_credit(at, evidence, roles);
        under_caption(at, evidence, roles);
    }
}

fn is_furniture(role: Role) -> bool {
    matches!(role, Role::Furniture(_))
}

/// The units before the body.
fn head(roles: &[Role]) -> usize {
    roles.iter().position(|role| *role == Role::Paragraph).unwrap_or(roles.len())
}

/// A text of two lines: where the second ends as a sentence does, it is the body, and the line above it the headline.
fn short_text(units: &[Unit], roles: &mut [Role]) {
    let ([first, second], [_, body]) = (&mut *roles, units) else { return };
    let words = body.line.text.text().trim_end_matches(|found: char| is_double_quote(found) || is_single_quote(found));
    if words.ends_with(is_sentence_end) && words.contains(' ') && !matches!(first, Role::Caption | Role::Byline) {
        (*first, *second) = (Role::Headline, Role::Paragraph);
    }
}

/// No headline, or one that cannot be: the best title among the lines before the body takes its place.
fn headline(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let now = roles.iter().position(|role| *role == Role::Headline);
    let wrong = |at: usize| {
        let seen = &evidence[at];
        seen.value(Family::Inner) == 5 || seen.value(Family::Byline) == 1 || matches!(seen.value(Family::Stamp), 1 | 2)
    };
    // A line that another one says with the outlet's name behind it is the title.
    let branded = |at: &usize| {
        let seen = &evidence[*at];
        seen.value(Family::Branded) == 1 && seen.value(Family::Label) == 0 && !units[*at].line.link && !wrong(*at)
    };
    let titled = |at: usize| branded(&at) || evidence[at].value(Family::Mark) == 1;
    if let (Some(now), Some(said)) = (now, (0..head(roles)).rfind(branded))
        && !titled(now)
        && is_furniture(roles[said])
    {
        (roles[now], roles[said]) = (Role::Furniture(FurnitureKind::Other), Role::Headline);
        return;
    }
    if now.is_some_and(|at| !wrong(at)) {
        return;
    }
    let may = |at: &usize| {
        let seen = &evidence[*at];
        let open = is_furniture(roles[*at]) || matches!(roles[*at], Role::Dek | Role::Kicker | Role::Heading);
        open && !units[*at].line.image
            && !wrong(*at)
            && seen.value(Family::Twin) != 1
            && seen.value(Family::Label) == 0
            && (seen.value(Family::Title) > 0 || seen.value(Family::Early) > 0 || seen.value(Family::Mark) == 1)
    };
    let rank = |at: &usize| {
        let seen = &evidence[*at];
        let one = |yes: bool| usize::from(!yes);
        (
            one(seen.value(Family::Mark) == 1),
            one(seen.value(Family::Early) == 1),
            one(seen.value(Family::Title) == 1),
            *at,
        )
    };
    if let Some(at) = (0..head(roles)).filter(may).min_by_key(rank) {
        roles[at] = Role::Headline;
        if let Some(now) = now {
            roles[now] = Role::Furniture(FurnitureKind::Navigation);
        }
    }
}

/// One dek, in several lines only where they are bullets or short; the rest is the lead.
fn one_dek(units: &[Unit], evidence: &[Evidence], roles: &mut [Role], signed: Option<usize>) {
    let mut first = true;
    for at in 0..roles.len() {
        if roles[at] != Role::Dek {
            continue;
        }
        let seen = &evidence[at];
        let lead = seen.value(Family::Dateline) > 0 && !signed.is_some_and(|dek| dek == at);
        let short = seen.value(Family::Size) <= 3 || units[at].line.bullet;
        if lead || !first && !short {
            roles[at] = Role::Paragraph;
        }
        first = false;
    }
}

/// Lines that can be nothing but a byline; where there is none, one farther down, then the name alone that is nearest
/// to the headline.
fn bylines(evidence: &[Evidence], roles: &mut [Role]) {
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

/// Without any date: the stamp nearest to the headline, or one at the end that says it is the article's.
fn stamps(evidence: &[Evidence], roles: &mut [Role]) {
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

/// Between paragraphs, a line that is nothing but a quotation of three words or more is a heading.
fn quoted_headings(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
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

/// Text between the headline and the line that says who wrote the article, or when, is its dek; the body comes below.
/// Gives its place.
fn over_byline(evidence: &[Evidence], roles: &mut [Role]) -> Option<usize> {
    let headline = roles.iter().position(|role| *role == Role::Headline)?;
    let first = headline + 1;
    let seen = |at: usize, family| evidence[at].value(family);
    let tells = |at: usize| seen(at, Family::Byline) == 1 || matches!(seen(at, Family::Stamp), 1..=4);
    let signs = |at: usize| {
        matches!(roles[at], Role::Byline | Role::Published | Role::Updated) || is_furniture(roles[at]) && tells(at)
    };
    let signed =
        first + 1 < roles.len() && signs(first + 1) && !roles[..headline].iter().any(|role| *role == Role::Byline);
    let paragraphs = roles.iter().skip(first + 2).filter(|role| **role == Role::Paragraph).count();
    let alone = match roles.get(first) {
        Some(Role::Dek) => true,
        Some(Role::Paragraph) => !roles.contains(&Role::Dek),
        _ => false,
    };
    let dek = alone && signed && paragraphs >= 3 && (3..=6).contains(&evidence[first].value(Family::Size));
    if dek {
        roles[first] = Role::Dek;
    }
    dek.then_some(first)
}

/// Between paragraphs, several sentences in one line that nothing speaks against are a paragraph.
fn long_text(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
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

/// A label of furniture is no dek, no heading and no caption, nor is what it opens; a credit is no heading.
fn labelled(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
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
fn posed(at: usize, units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
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
fn over_credit(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
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
fn under_caption(at: usize, evidence: &[Evidence], roles: &mut [Role]) {
    let open = is_furniture(roles[at]) || matches!(roles[at], Role::Paragraph | Role::Byline);
    if at > 0 && roles[at - 1] == Role::Caption && open && evidence[at].value(Family::Credit) == 1 {
        roles[at] = Role::Credit;
    }
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
