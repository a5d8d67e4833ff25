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

use memchr::memmem::Finder;

use super::evidence::Evidence;
use super::families::Family;
use super::labels::Says;
use super::split::Unit;
use super::{NoteKind, Role};
use crate::fields::person;
use crate::lexicon::{self, Kept, WordList};
use crate::text::chars::{is_sentence_end, lowered};

/// How many units behind the last paragraph a note still stands.
const BEHIND: usize = 8;
/// And one on the author.
const FAR: usize = 60;
/// A note holds its tell-tale words within so many bytes.
const REACH: usize = 800;
/// The value of a line most of whose words are the article's.
const OWN: usize = 3;
/// So many lines under `Sources:` are sources.
const SOURCES: usize = 6;

/// Makes notes of what proves to be one.
pub(super) fn apply(units: &[Unit], evidence: &[Evidence], roles: &mut [Role], language: &str) {
    let Some(last) = roles.iter().rposition(|role| *role == Role::Paragraph) else { return };
    let words = Words::of(language);
    let authors = authors(evidence, roles);
    let mut end = last;
    // Paragraphs from the last one up, while they are notes.
    while end > 0 && roles[end] == Role::Paragraph {
        let Some(kind) = words.kind(units, evidence, end, &authors) else { break };
        roles[end] = Role::Note(kind);
        end -= 1;
    }
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

/// The words of one language.
#[derive(Debug)]
struct Words {
    /// What looks for each phrase, and the note that has it.
    phrases: Vec<(Finder<'static>, NoteKind)>,
    verbs: &'static WordList,
    roles: Vec<&'static str>,
}

impl Words {
    /// Those of a language, read once.
    fn of(language: &str) -> &'static Self {
        static KEPT: Kept<Words> = Kept::new();
        KEPT.get(language, Self::read)
    }

    fn read(language: &str) -> Self {
        let phrases = lexicon::rows(language, "note_phrases.txt")
            .filter_map(|row| Some((Finder::new(*row.first()?), super::labels::note_kind(row.get(1)?)?)));
        let roles = lexicon::rows(language, "byline_roles.txt")
            .filter(|row| row.get(1) == Some(&"noun"))
            .filter_map(|row| row.first().copied());
        Self { phrases: phrases.collect(), verbs: lexicon::list(language, "bio_verbs"), roles: roles.collect() }
    }

    /// What note a line proves to be.
    fn kind(&self, units: &[Unit], evidence: &[Evidence], at: usize, authors: &[&str]) -> Option<NoteKind> {
        let text = units[at].line.text.text();
        let seen = &evidence[at];
        let mut reach = text.len().min(REACH);
        while !text.is_char_boundary(reach) {
            reach -= 1;
        }
        let start = text.get(..reach)?;
        let folded = lowered(start);
        if let Some((_, kind)) = self.phrases.iter().find(|(phrase, _)| phrase.find(folded.as_bytes()).is_some()) {
            return Some(*kind);
        }
        if let Some(Says::Note(kind)) = seen.says {
            // A short one may be a link: `Corrections`, `Redaktion`.
            let told = seen.value(Family::Size) >= 3 || text.contains(':') || text.starts_with(['(', '—', '–']);
            return (told || kind == NoteKind::Source && text.contains(' ')).then_some(kind);
        }
        self.bio(start, authors).then_some(NoteKind::Bio)
    }

    /// `Brook covers …` of an author; `Cy Dorn is a professor …` of anybody.
    fn bio(&self, text: &str, authors: &[&str]) -> bool {
        // `ADA BROOK` in the byline, `Brook` in the note.
        let own = |author: &&str| {
            let surname = author.split_whitespace().last().unwrap_or(author);
            [*author, surname].into_iter().find_map(|name| {
                let head = text.get(..name.len())?;
                head.eq_ignore_ascii_case(name).then(|| text.get(name.len()..)).flatten()
            })
        };
        let verb = |rest: &str| {
            let rest = rest.trim_start_matches([',', ' ']);
            rest.split_whitespace().next().filter(|word| self.verbs.contains(word)).map(|word| rest.len() - word.len())
        };
        if authors.iter().filter_map(own).any(|rest| verb(rest).is_some()) {
            return true;
        }
        let Some(name) = person::name_at_start(text) else { return false };
        let Some(rest) = text.get(name.end..) else { return false };
        let Some(left) = verb(rest) else { return false };
        let said = rest.get(rest.len() - left..).unwrap_or("");
        said.split_whitespace().take(12).any(|word| {
            let word = word.trim_end_matches(|found: char| !found.is_alphanumeric()).to_lowercase();
            self.roles.contains(&word.as_str())
        })
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
