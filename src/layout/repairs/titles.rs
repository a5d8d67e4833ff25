//! Titles: the headline, and the dek under it.
//!
//! In: units, evidence and roles. Out: one headline that can be one, and one dek. `Boats leave | Harbour News` and `News Boats
//! Boats leave` name the title `Boats leave`; an alternative text over its caption is none; text over the byline is the dek, and
//! in German the first paragraph that stands apart. Left to others: kickers.

use super::{head, is_furniture, title};
use crate::fields::dateline::{self, Dateline};
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::split::Unit;
use crate::layout::{FurnitureKind, Role};
use crate::lexicon;
use crate::text::chars::{is_double_quote, is_sentence_end, is_single_quote};

/// A text of two lines: where the second ends as a sentence does, it is the body, and the line above it the headline.
pub(super) fn short_text(units: &[Unit], roles: &mut [Role]) {
    let ([first, second], [_, body]) = (&mut *roles, units) else { return };
    let words = body.line.text.text().trim_end_matches(|found: char| is_double_quote(found) || is_single_quote(found));
    if words.ends_with(is_sentence_end) && words.contains(' ') && !matches!(first, Role::Caption | Role::Byline) {
        (*first, *second) = (Role::Headline, Role::Paragraph);
    }
}

/// No headline, or one that cannot be: the best title among the lines before the body takes its place.
pub(super) fn headline(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let now = title(roles);
    // An alternative text: the line below it says it again, with a credit.
    let pictured = |at: usize| {
        let below = evidence.get(at + 1).is_some_and(|below| below.value(Family::Credit) > 0);
        evidence[at].value(Family::Twin) == 4 && below
    };
    let wrong = |at: usize| {
        let seen = &evidence[at];
        let line = matches!(seen.value(Family::Stamp), 1 | 2) || seen.value(Family::Byline) == 1;
        seen.value(Family::Inner) == 5 || line || pictured(at)
    };
    // A line that another one says with the outlet's name behind it, or a path before it, is the title.
    let branded = |at: &usize| {
        let seen = &evidence[*at];
        seen.value(Family::Branded) == 1 && seen.value(Family::Label) == 0 && !units[*at].line.link && !wrong(*at)
    };
    let titled = |at: usize| branded(&at) || evidence[at].value(Family::Mark) == 1;
    // A path may lead to a caption too, an outlet's name stands behind titles alone.
    let outlet = |said: usize| {
        let text = units[said].line.text.text();
        let with = |at: usize| evidence[at].value(Family::Branded) == 2 && units[at].line.text.text().starts_with(text);
        roles[said] == Role::Caption && (0..said).any(with)
    };
    let open = |said: usize| {
        is_furniture(roles[said]) || matches!(roles[said], Role::Kicker | Role::Dek | Role::Heading) || outlet(said)
    };
    if let (Some(now), Some(said)) = (now, (0..head(roles)).rfind(branded))
        && !titled(now)
        && open(said)
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
            roles[now] = if pictured(now) { Role::Caption } else { Role::Furniture(FurnitureKind::Navigation) };
        }
    }
}

/// `Old Haven:` directly over the headline is its beginning, set in two lines. Where the headline stands by itself above them,
/// it is a kicker.
pub(super) fn in_two_lines(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const LABEL: usize = 40;
    let Some(at) = title(roles).filter(|at| *at > 0) else { return };
    let (label, title, seen) = (units[at - 1].line.text.text(), units[at].line.text.text(), &evidence[at - 1]);
    let open = roles[at - 1] == Role::Kicker || is_furniture(roles[at - 1]);
    if open
        && !units[at].line.gap
        && label.ends_with(':')
        && label.len() <= LABEL
        && label.starts_with(char::is_uppercase)
        && seen.value(Family::Label) == 0
        && seen.value(Family::Opening) == 0
        && !units[..at].iter().any(|unit| unit.line.text.text() == title)
    {
        roles[at - 1] = Role::Headline;
    }
}

/// Whether newsrooms of the language set a dek over nearly every article.
fn always(language: &str) -> bool {
    !lexicon::list(language, "dek_always").is_empty()
}

/// Where nearly every article has a dek and none was found, it is the first paragraph that stands apart from the next one or
/// opens with a place; a wire service's dateline opens the lead.
pub(super) fn first_paragraph(units: &[Unit], roles: &mut [Role], language: &str) {
    let Some(headline) = title(roles) else { return };
    let first = head(roles);
    let paragraphs = roles.iter().filter(|role| **role == Role::Paragraph).count();
    if !always(language) || roles.contains(&Role::Dek) || first < headline || paragraphs < 3 {
        return;
    }
    let text = units[first].line.text.text();
    let dateline = dateline::read(text, language);
    let apart = roles.get(first + 1) != Some(&Role::Paragraph) || dateline.is_some();
    let plain = !roles[headline..first].contains(&Role::Heading);
    if plain && apart && (80..=500).contains(&text.len()) && !is_wired(dateline.as_ref()) {
        roles[first] = Role::Dek;
    }
}

/// Whether a dateline names its agency: `BERLIN (dpa) – `.
fn is_wired(dateline: Option<&Dateline>) -> bool {
    dateline.is_some_and(|dateline| dateline.agency.is_some())
}

/// One dek, in several lines only where they are bullets or short; the rest is the lead. A dateline opens the lead, but not
/// where every article has a dek.
pub(super) fn one_dek(
    units: &[Unit],
    evidence: &[Evidence],
    roles: &mut [Role],
    signed: Option<usize>,
    language: &str,
) {
    let mut first = true;
    for at in 0..roles.len() {
        if roles[at] != Role::Dek {
            continue;
        }
        let seen = &evidence[at];
        let wired = || is_wired(dateline::read(units[at].line.text.text(), language).as_ref());
        let dated = seen.value(Family::Dateline) > 0 && (!always(language) || wired());
        let lead = dated && signed.is_none_or(|dek| dek != at);
        let short = seen.value(Family::Size) <= 3 || units[at].line.bullet;
        if lead || !first && !short {
            roles[at] = Role::Paragraph;
        }
        first = false;
    }
}

/// Text between the headline and the line that says who wrote the article, or when, is its dek; the body comes below.
/// Gives its place.
pub(super) fn over_byline(evidence: &[Evidence], roles: &mut [Role]) -> Option<usize> {
    let headline = title(roles)?;
    let first = headline + 1;
    let seen = |at: usize, family| evidence[at].value(family);
    let tells = |at: usize| seen(at, Family::Byline) == 1 || matches!(seen(at, Family::Stamp), 1..=4);
    let signs = |at: usize| {
        matches!(roles[at], Role::Byline | Role::Published | Role::Updated) || is_furniture(roles[at]) && tells(at)
    };
    let signed = first + 1 < roles.len() && signs(first + 1) && !roles[..headline].contains(&Role::Byline);
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
    fn two_labels_are_not() {
        assert_ne!(headline("Home\n\nSign in\n").as_deref(), Some("Home"));
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
        // Near miss: the brand stands behind the headline itself.
        assert_eq!(
            headline(&page("A ferry in the fog at its pier | Harbour News")).as_deref(),
            Some("A ferry in the fog at its pier")
        );
    }

    #[test]
    fn a_path_leads_to_the_headline() {
        let page = |path: &str| {
            format!(
                "{path}Ferry leaves two hours late\n\nFerry leaves two hours late\n\nBy Ada Brook\n\nThe ferry left the pier two hours late, the mayor said.\n\nIt came back at one, with all its passengers, he added.\n"
            )
        };
        for path in ["News Boats ", "Home / Boats / ", "NewsBoats"] {
            assert_eq!(headline(&page(path)).as_deref(), Some("Ferry leaves two hours late"), "{path}");
        }
        // Near miss: a headline, and its shorter form below.
        assert_eq!(headline(&page("Fog on the bay: ")).as_deref(), Some("Fog on the bay: Ferry leaves two hours late"));
    }

    #[test]
    fn what_a_credit_repeats_is_no_headline() {
        let page = |credit: &str| {
            format!(
                "A ferry in the fog\n\nA ferry in the fog - {credit}\n\nFerry leaves two hours late\n\nThe ferry left the pier two hours late because of the fog, the mayor said.\n\nIt came back at one, with all its passengers, he added.\n"
            )
        };
        assert_eq!(headline(&page("Copyright Cy Dorn/AP")).as_deref(), Some("Ferry leaves two hours late"));
        // Near miss: the outlet's name behind it, no credit.
        assert_eq!(headline(&page("Harbour News")).as_deref(), Some("A ferry in the fog"));
    }

    #[test]
    fn a_headline_may_begin_in_the_line_above() {
        let page = |above: &str| {
            format!(
                "{above}Old Haven\n:\nFerry leaves two hours late\nBy\nAda Brook\nThe ferry left the pier two hours late because of the fog, the mayor said.\nIt came back at one, with all its passengers, he added.\n"
            )
        };
        assert_eq!(headline(&page("")).as_deref(), Some("Old Haven: Ferry leaves two hours late"));
        // Near miss: the headline by itself, in the path above.
        let path = "News\nFerry leaves two hours late\n";
        assert_eq!(headline(&page(path)).as_deref(), Some("Ferry leaves two hours late"));
    }

    #[test]
    fn the_first_paragraph_is_the_dek_where_all_have_one() {
        let page = |first: &str| {
            format!(
                "Fähre legt zwei Stunden zu spät ab\n\nVon Ina Holm\n\n{first}\n\nAm Morgen hatte noch niemand gewusst, ob sie überhaupt fahren wird, sagte der Bürgermeister der Stadt.\n\nDie Reederei hat sich bei den Fahrgästen entschuldigt und ihnen das Geld für die Fahrt versprochen.\n\nAm Dienstag soll sie wieder nach Plan fahren, wenn der Nebel sich bis dahin über der Bucht gehoben hat.\n"
            )
        };
        let deks = |first: &str| read(&page(first), &Hints { language: Some("de"), now: None }).dek.len();
        let lead = "Die Fähre hat am Montag den alten Hafen mit Verspätung verlassen. Schuld daran war der Nebel.";
        assert_eq!(deks(&format!("Hamburg. {lead}")), 1);
        // Near misses: a wire service's lead, and one that stands with the next paragraph.
        assert_eq!(deks(&format!("HAMBURG (dpa) – {lead}")), 0);
        assert_eq!(deks(lead), 0);
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
}
