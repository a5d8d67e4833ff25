//! Notes at the article's end: who else reported, who the author is, what was corrected, where it came from.
//!
//! In: units, evidence and roles. Out: furniture, and paragraphs behind which no other follows, made notes where the
//! words prove it; a sentence on the author under the byline too. What opens a line (`Editor's note`) is in the list
//! `notes.txt`, what stands anywhere in it in `note_phrases.txt`, and what an author does in `bio_verbs.txt`.
//!
//! ```text
//! Ada Brook reported from Port Wendell. Cy Dorn contributed to this report.   signoff
//! Brook covers harbours for the Courier.                                      bio, where Brook wrote the article
//! Cy Dorn is a professor of fog at Port Wendell College.                      bio
//! Ada Brook                                                                   bio, over such a line
//! ```
//!
//! Left to the role model: notes that only their place tells.

mod words;

use self::words::Words;
use super::evidence::Evidence;
use super::families::Family;
use super::split::Unit;
use super::{NoteKind, Role};
use crate::text::chars::{is_double_quote, is_sentence_end, is_single_quote};

/// How many units behind the last paragraph a note still stands.
const BEHIND: usize = 8;
/// And one on the author.
const FAR: usize = 60;
/// The value of a line most of whose words are the article's.
const OWN: usize = 3;
/// So many lines under `Sources:` are sources.
const SOURCES: usize = 6;

/// Makes notes of what proves to be one.
pub(super) fn apply(units: &[Unit], evidence: &[Evidence], roles: &mut [Role], language: &str) {
    let Some(last) = roles.iter().rposition(|role| *role == Role::Paragraph) else { return };
    let words = Words::of(language);
    let authors = authors(evidence, roles);
    let end = closing(units, evidence, roles, words, &authors).map_or(last, |first| first - 1);
    for at in end + 1..roles.len().min(last + FAR) {
        let open = matches!(roles[at], Role::Furniture(_) | Role::Heading | Role::Byline | Role::Note(_));
        if !open || evidence[at].value(Family::Label) > 0 {
            continue;
        }
        if let Some(kind) =
            words.kind(units, evidence, at, &authors).filter(|kind| at <= last + BEHIND || *kind == NoteKind::Bio)
        {
            roles[at] = Role::Note(kind);
            list(units, evidence, roles, at, kind);
        }
    }
    goes_on(units, evidence, roles, words, &authors);
    under_byline(units, evidence, roles, words, &authors);
    for at in end..roles.len().saturating_sub(1) {
        let below = matches!(roles[at + 1], Role::Note(NoteKind::Bio));
        let name = units[at].line.text.text();
        let named = name.len() <= 60 && evidence[at].byline.is_some() && holds(units, at + 1, name);
        if below && named && matches!(roles[at], Role::Furniture(_) | Role::Heading) {
            roles[at] = Role::Note(NoteKind::Bio);
        }
    }
}

/// Makes notes of the paragraphs from the first note among the last ones on; gives its place. Of those behind one a few may be of
/// words that no list has, where they quote nobody.
fn closing(
    units: &[Unit],
    evidence: &[Evidence],
    roles: &mut [Role],
    words: &Words,
    authors: &[&str],
) -> Option<usize> {
    const LAST: usize = 8;
    const UNKNOWN: usize = 2;
    let mut unknown = Vec::new();
    let mut first = None;
    let paragraphs: Vec<usize> = (1..roles.len()).rev().filter(|at| roles[*at] == Role::Paragraph).take(LAST).collect();
    for at in paragraphs {
        let kind = words.kind(units, evidence, at, authors);
        // `Note:` and `Source:` may stand in the text.
        let sure = |kind: &NoteKind| unknown.is_empty() || !matches!(kind, NoteKind::Editor | NoteKind::Source);
        if let Some(kind) = kind.filter(sure) {
            roles[at] = Role::Note(kind);
            unknown.drain(..).for_each(|below: usize| roles[below] = Role::Note(NoteKind::Editor));
            first = Some(at);
            continue;
        }
        let other = !units[at].line.text.text().contains(|found| is_double_quote(found) || is_single_quote(found));
        if !other || unknown.len() == UNKNOWN {
            break;
        }
        unknown.push(at);
    }
    first
}

/// A sentence in the article's own words behind its last paragraph that nothing proves to be a note goes on the text.
fn goes_on(units: &[Unit], evidence: &[Evidence], roles: &mut [Role], words: &Words, authors: &[&str]) {
    let last = roles.iter().rposition(|role| *role == Role::Paragraph).unwrap_or(roles.len());
    for at in last.saturating_add(1)..roles.len() {
        let (seen, text) = (&evidence[at], units[at].line.text.text());
        let claimed = [Family::Named, Family::Person, Family::Credit, Family::Byline, Family::Stamp, Family::Early];
        let own = seen.value(Family::Shared) >= OWN && claimed.iter().all(|family| seen.value(*family) == 0);
        let sentence = seen.value(Family::Stop) > 0 && seen.value(Family::Size) >= 3 && text.ends_with(is_sentence_end);
        let free = matches!(roles[at], Role::Note(_)) && seen.says.is_none() && own && sentence;
        if !free || words.kind(units, evidence, at, authors).is_some() {
            break;
        }
        roles[at] = Role::Paragraph;
    }
}

/// A sentence between headline and text that proves to be one is a note too.
fn under_byline(units: &[Unit], evidence: &[Evidence], roles: &mut [Role], words: &Words, authors: &[&str]) {
    let Some(headline) = roles.iter().position(|role| *role == Role::Headline) else { return };
    let first = roles.iter().position(|role| *role == Role::Paragraph).unwrap_or(headline);
    for at in headline + 1..first {
        let seen = &evidence[at];
        let sentence = seen.value(Family::Stop) > 0 && seen.value(Family::Size) >= 3 && seen.says.is_none();
        if matches!(roles[at], Role::Furniture(_)) && sentence && !units[at].line.link {
            let kind = words.kind(units, evidence, at, authors);
            roles[at] = kind.map_or(roles[at], Role::Note);
        }
    }
}

/// The names of who wrote the article.
fn authors<'a>(evidence: &'a [Evidence], roles: &[Role]) -> Vec<&'a str> {
    let bylines = evidence.iter().zip(roles).filter(|(_, role)| **role == Role::Byline);
    let authors = bylines.filter_map(|(seen, _)| seen.byline.as_ref()).flat_map(|byline| &byline.authors);
    authors.map(|author| author.name.as_str()).filter(|name| name.len() > 3).take(8).collect()
}

/// Whether a note says the last part of a name.
fn holds(units: &[Unit], at: usize, name: &str) -> bool {
    let surname = name.split_whitespace().last().unwrap_or(name).to_lowercase();
    surname.len() > 2 && units[at].line.text.text().to_lowercase().contains(&surname)
}

/// Lines under a heading of notes (`Sources:`) that are short and end as no sentence does.
fn list(units: &[Unit], evidence: &[Evidence], roles: &mut [Role], at: usize, kind: NoteKind) {
    if kind != NoteKind::Source || !units[at].line.text.text().ends_with(':') {
        return;
    }
    for below in at + 1..roles.len().min(at + 1 + SOURCES) {
        let seen = &evidence[below];
        let plain = matches!(roles[below], Role::Furniture(_))
            && seen.says.is_none()
            && (1..=3).contains(&seen.value(Family::Size));
        if !plain || seen.value(Family::Stop) > 0 {
            break;
        }
        roles[below] = Role::Note(kind);
    }
}

#[cfg(test)]
mod tests {
    use crate::layout::repairs::testing::repaired;
    use crate::layout::{Hints, NoteKind, Role, read};

    const PARAGRAPH: &str =
        "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in.";

    fn notes(lines: &str) -> Vec<(NoteKind, String)> {
        let page = format!(
            "Ferry leaves late\n\nBy Ada Brook\n\n{PARAGRAPH}\n\n{PARAGRAPH} Again.\n\n{PARAGRAPH} At last.\n\n{lines}\n"
        );
        let layout = read(&page, &Hints { language: Some("en"), now: None });
        layout.notes.iter().map(|(kind, text)| (*kind, text.text().to_owned())).collect()
    }

    #[test]
    fn every_form_is_a_note() {
        for (line, kind) in [
            ("Brook reported from Port Wendell. Cy Dorn in Bergen contributed to this report.", NoteKind::Signoff),
            ("Ada Brook covers harbours for the Courier.", NoteKind::Bio),
            ("Brook is based in Port Wendell and has lived at sea.", NoteKind::Bio),
            ("Cy Dorn is a senior lecturer and columnist in Port Wendell.", NoteKind::Bio),
            ("Editor's note: The ferry’s name was changed on Tuesday.", NoteKind::Editor),
            ("With reports from the Courier", NoteKind::Source),
            ("A History of Fog is published by Carrick & Thole (£35).", NoteKind::Editor),
        ] {
            assert_eq!(notes(line), [(kind, line.to_owned())], "{line}");
        }
    }

    #[test]
    fn what_stands_behind_a_note_is_none_of_the_text() {
        let kinds = |line: &str| {
            let lines = [
                (Role::Headline, "Ferry leaves late"),
                (Role::Paragraph, PARAGRAPH),
                (Role::Paragraph, "Cy Dorn contributed to this report."),
                (Role::Paragraph, line),
            ];
            let roles = repaired(&lines, |units, seen, roles| {
                super::closing(units, seen, roles, super::Words::of("en"), &[]);
            });
            (roles[2], roles[3])
        };
        let (signoff, editor) = (Role::Note(NoteKind::Signoff), Role::Note(NoteKind::Editor));
        assert_eq!(kinds("Printed copies can be had at our shop in Wendell Street."), (signoff, editor));
        // Near miss: somebody is quoted.
        let text = "“The fog came in, and the ferry left late,” the mayor said.";
        assert_eq!(kinds(text), (Role::Paragraph, Role::Paragraph));
    }

    #[test]
    fn what_the_news_says_of_people_is_none() {
        for line in ["Cy Dorn is a pilot who was born on the ferry, and he was on it all day.", "Corrections"] {
            assert_eq!(notes(line), [], "{line}");
        }
    }

    #[test]
    fn a_note_may_stand_under_the_byline() {
        let kinds = |line: &str| {
            let page = format!(
                "Opinion\n\nFerry leaves late\n\nBy Ada Brook\n\n{line}\n\nToday at 7:00 a.m. EDT\n\n6 min\n\n{PARAGRAPH}\n\n{PARAGRAPH} Again.\n\n{PARAGRAPH} At last.\n"
            );
            let layout = read(&page, &Hints { language: Some("en"), now: None });
            layout.notes.iter().map(|(kind, _)| *kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds("Ada Brook teaches tides at Wendell College and is the author of \"Fog.\""), [NoteKind::Bio]);
        assert_eq!(kinds("Ada Brook said at the quay that she had seen all of it."), []);
    }

    #[test]
    fn the_articles_own_words_are_no_note() {
        let last = |line: &str| {
            let lines = [
                (Role::Headline, "Ferry leaves late"),
                (Role::Paragraph, PARAGRAPH),
                (Role::Paragraph, "The ministry wants a new ferry, and a draft of the law on ferries says so."),
                (Role::Note(NoteKind::Source), line),
            ];
            repaired(&lines, |units, seen, roles| {
                super::goes_on(units, seen, roles, super::Words::of("en"), &[]);
            })[3]
        };
        assert_eq!(last("The ministry said nothing of the draft on Monday."), Role::Paragraph);
        assert_eq!(last("Sources: Haven Post, tide tables"), Role::Note(NoteKind::Source));
    }

    #[test]
    fn a_name_over_a_note_on_the_author_belongs_to_it() {
        assert_eq!(notes("Ada Brook\n\nBrook covers harbours for the Courier.").len(), 2);
        assert_eq!(notes("Sources:\n\nharbour.example\n\nfog.example").len(), 3);
    }
}
