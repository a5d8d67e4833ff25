//! The dek under the headline.
//!
//! In: units, evidence and roles. Out: one dek, which says what the headline does not: the words under the headline, text over the
//! byline, the paragraph over the one with the dateline, in German the first paragraph that stands apart; `…as owners seek a pilot`
//! goes on from the headline. Left to others: the headline (`titles`).

use super::{head, is_furniture, title};
use crate::fields::dateline::{self, Dateline};
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::roles::{begins, key};
use crate::layout::shape::FULL_STOP;
use crate::layout::split::Unit;
use crate::layout::{FurnitureKind, Role};
use crate::lexicon;

/// Whether newsrooms of the language set a dek over nearly every article.
fn always(language: &str) -> bool {
    !lexicon::list(language, "dek_always").is_empty()
}

/// The dateline opens the lead: a paragraph over the one that has it is the dek. Where every article has a dek, a place and a full
/// stop open the dek itself.
pub(super) fn over_dateline(units: &[Unit], evidence: &[Evidence], roles: &mut [Role], language: &str) {
    const NEAR: usize = 3;
    let first = head(roles);
    let second = (first + 1..roles.len()).find(|at| roles[*at] == Role::Paragraph);
    let Some(second) = second.filter(|second| second - first <= NEAR) else { return };
    let opens_dek = |at: usize| {
        let text = units[at].line.text.text();
        let dateline = dateline::read(text, language).and_then(|found| text.get(found.stretch.end..));
        always(language) && dateline.is_some_and(|rest| rest.starts_with('.'))
    };
    let dated = |at: usize| evidence[at].value(Family::Dateline) > 0;
    let sized = (3..=6).contains(&evidence[first].value(Family::Size)) && evidence[first].value(Family::Stop) > 0;
    let under = title(roles).is_some_and(|headline| headline < first);
    let more = roles.iter().filter(|role| **role == Role::Paragraph).count() > 2;
    if under && more && sized && dated(second) && !dated(first) && !roles.contains(&Role::Dek) && !opens_dek(second) {
        roles[first] = Role::Dek;
    }
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
    proven: Option<usize>,
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
        let lead = dated && proven.is_none_or(|dek| dek != at);
        let short = seen.value(Family::Size) <= 3 || units[at].line.bullet;
        if lead || !first && !short {
            roles[at] = Role::Paragraph;
        }
        first = false;
    }
}

/// A dek that a caption under it says again is the picture's alternative text; one that holds the whole headline is the title in
/// another form: `Fog on the bay : Ferry leaves late`.
pub(super) fn no_copy(units: &[Unit], roles: &mut [Role]) {
    const LETTERS: usize = 20;
    let text = |at: usize| units[at].line.text.text();
    for at in 1..roles.len() {
        if roles[at] == Role::Caption && roles[at - 1] == Role::Dek && begins(text(at - 1), text(at)) {
            roles[at - 1] = Role::Caption;
        }
    }
    let Some(title) = title(roles).map(|at| key(text(at))).filter(|title| title.chars().count() >= LETTERS) else {
        return;
    };
    for (at, role) in roles.iter_mut().enumerate().filter(|(_, role)| **role == Role::Dek) {
        if key(text(at)).contains(&title) {
            *role = Role::Furniture(FurnitureKind::Other);
        }
    }
}

/// `…as owners seek a pilot`, between the headline and the body, goes on from the headline.
pub(super) fn goes_on(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    let Some(headline) = title(roles) else { return };
    for at in headline + 1..roles.len() {
        let (seen, text) = (&evidence[at], units[at].line.text.text());
        let rest = text.strip_prefix('…').or_else(|| text.strip_prefix("..."));
        let small = rest.is_some_and(|rest| rest.trim_start_matches(['.', ' ']).starts_with(char::is_lowercase));
        let title = small && seen.value(Family::Size) >= 2 && seen.value(Family::Stop) == 0;
        if !title && roles[at] == Role::Paragraph {
            return;
        }
        let free = is_furniture(roles[at]) || matches!(roles[at], Role::Caption | Role::Paragraph);
        if title && free && seen.value(Family::Credit) == 0 && seen.says.is_none() {
            roles[at] = Role::Dek;
        }
    }
}

/// Sentences directly over the byline, one a line, are the dek: `The ferry is back.`, `Its pilot is not.`, `By Ada Brook`.
pub(super) fn in_sentences(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) {
    const LINES: usize = 3;
    let Some(headline) = title(roles) else { return };
    let body = head(roles);
    let Some(byline) = (headline..body).find(|at| roles[*at] == Role::Byline) else { return };
    let sentence = |at: &usize| {
        let (seen, line) = (&evidence[*at], &units[*at].line);
        let open = roles[*at] == Role::Dek || is_furniture(roles[*at]) && seen.value(Family::Stop) == FULL_STOP;
        open && seen.value(Family::Size) >= 2 && !line.link && seen.says.is_none() && seen.value(Family::Twin) == 0
    };
    let first = byline - (headline + 1..byline).rev().take_while(sentence).count();
    let other = roles.iter().enumerate().any(|(at, role)| *role == Role::Dek && !(first..byline).contains(&at));
    let long = first < byline && evidence[first].value(Family::Size) >= 3;
    if long && !other && byline - first <= LINES && body + 2 < roles.len() {
        roles[first..byline].fill(Role::Dek);
    }
}

/// What stands directly under the headline is the dek: text, where the line below it says who wrote the article, or when; words
/// that the model took for furniture, whatever is below them. Gives its place.
pub(super) fn under_headline(units: &[Unit], evidence: &[Evidence], roles: &mut [Role]) -> Option<usize> {
    let headline = title(roles)?;
    let first = headline + 1;
    let seen = |at: usize, family| evidence[at].value(family);
    let tells = |at: usize| seen(at, Family::Byline) == 1 || matches!(seen(at, Family::Stamp), 1..=4);
    let signs = |at: usize| {
        matches!(roles[at], Role::Byline | Role::Published | Role::Updated) || is_furniture(roles[at]) && tells(at)
    };
    let words = first < roles.len() && is_furniture(roles[first]) && is_words(&units[first], &evidence[first]);
    let signed = first + 1 < roles.len() && signs(first + 1) && !roles[..headline].contains(&Role::Byline);
    let paragraphs = roles.iter().skip(first + 2).filter(|role| **role == Role::Paragraph).count();
    let alone = match roles.get(first) {
        Some(Role::Dek) => true,
        Some(Role::Paragraph) => !roles.contains(&Role::Dek),
        Some(Role::Furniture(_)) => !roles.contains(&Role::Dek) && words,
        _ => false,
    };
    let dek = alone && (signed || words) && paragraphs >= 3 && (3..=6).contains(&evidence[first].value(Family::Size));
    if dek {
        roles[first] = Role::Dek;
    }
    dek.then_some(first)
}

/// Whether a line taken for furniture may be the newsroom's own words: no link, no picture, nothing that a list knows or that
/// stands on the page again.
fn is_words(unit: &Unit, seen: &Evidence) -> bool {
    const WORDS: usize = 6;
    let own = [Family::Twin, Family::Repeat, Family::Branded, Family::Stamp, Family::Byline, Family::Credit];
    !unit.line.link
        && !unit.line.image
        && seen.says.is_none()
        && own.iter().all(|family| seen.value(*family) == 0)
        && unit.line.text.text().split(' ').count() >= WORDS
}

#[cfg(test)]
mod tests {
    use super::super::testing::repaired;
    use crate::layout::{FurnitureKind, Hints, Role, read};

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

    const OTHER: Role = Role::Furniture(FurnitureKind::Other);
    const HEADLINE: (Role, &str) = (Role::Headline, "Ferry leaves the old pier two hours late");
    const BODY: [(Role, &str); 3] = [
        (Role::Paragraph, "The ferry left the pier late on Monday, the mayor said, because of the fog."),
        (Role::Paragraph, "It came back at one, with all of its passengers, who had been given tea and bread."),
        (Role::Paragraph, "Nobody was hurt, the harbour office said on Tuesday, and all of the tickets stay good."),
    ];

    fn page<'a>(above: &[(Role, &'a str)]) -> Vec<(Role, &'a str)> {
        [&[HEADLINE][..], above, &BODY[..]].concat()
    }

    #[test]
    fn words_under_the_headline_are_the_dek() {
        let roles = |line: &'static str| {
            let page = page(&[(OTHER, line), (OTHER, "Listen"), (OTHER, "Old Haven")]);
            repaired(&page, |units, seen, roles| {
                super::under_headline(units, seen, roles);
            })
        };
        assert_eq!(roles("Owners seek a second pilot as the fog stays over the bay")[1], Role::Dek);
        assert_eq!(roles("Read more: Owners seek a second pilot as fog stays")[1], OTHER);
        assert_eq!(roles("Harbour and boats")[1], OTHER);
    }

    #[test]
    fn a_paragraph_over_the_dateline_is_the_dek() {
        let roles = |lead: &'static str| {
            let lines = [
                (Role::Paragraph, "The owners say that the engine is broken. Buses run to the bridge."),
                (Role::Paragraph, lead),
            ];
            repaired(&page(&lines), |units, seen, roles| super::over_dateline(units, seen, roles, "en"))[1]
        };
        assert_eq!(roles("BERGEN, Norway (AP) — The ferry to the island will not leave before Easter."), Role::Dek);
        assert_eq!(roles("The ferry to the island will not leave the old pier before Easter."), Role::Paragraph);
    }

    #[test]
    fn the_headline_with_a_label_is_no_dek() {
        let roles = |line: &'static str| {
            repaired(&page(&[(Role::Dek, line)]), |units, _, roles| super::no_copy(units, roles))[1]
        };
        assert_eq!(roles("Fog on the bay : Ferry leaves the old pier two hours late"), OTHER);
        assert_eq!(roles("Fog on the bay keeps the ferry at the old pier for two hours"), Role::Dek);
    }

    #[test]
    fn what_a_caption_says_again_is_a_caption() {
        let roles = |caption: &'static str| {
            let page = page(&[(Role::Dek, "Two pilots stand at the pier"), (Role::Caption, caption)]);
            repaired(&page, |units, _, roles| super::no_copy(units, roles))[1]
        };
        assert_eq!(roles("Two pilots stand at the pier. Photo: Cy Dorn"), Role::Caption);
        assert_eq!(roles("Two pilots wait. Photo: Cy Dorn"), Role::Dek);
    }

    #[test]
    fn what_goes_on_from_the_headline_is_the_dek() {
        let roles = |line: &'static str| repaired(&page(&[(Role::Caption, line)]), super::goes_on)[1];
        assert_eq!(roles("…as owners seek a pilot for the second boat"), Role::Dek);
        assert_eq!(roles("… Owners seek a pilot for the second boat"), Role::Caption);
        assert_eq!(roles("…as owners seek a pilot for the second boat."), Role::Caption);
    }

    #[test]
    fn a_dek_may_have_a_line_a_sentence() {
        let roles = |last: (Role, &'static str)| {
            let lines = [
                (OTHER, "The boat to the island had lain there in the fog since dawn."),
                (OTHER, "Its pilot had been lost in the fog."),
                last,
            ];
            repaired(&page(&lines), super::in_sentences)[1..3].to_vec()
        };
        assert_eq!(roles((Role::Byline, "By Ada Brook")), [Role::Dek, Role::Dek]);
        assert_eq!(roles((OTHER, "Share this story")), [OTHER, OTHER]);
    }
}
