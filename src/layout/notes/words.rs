//! What proves a line to be a note: phrases, the verbs and roles of those who write.
//!
//! In: a line, what is seen of it, the authors. Out: the kind of note, or nothing. The lists are `note_phrases.txt`, `bio_verbs.txt` and
//! `byline_roles.txt`; what opens a line is told by `labels`.

use memchr::memmem::Finder;

use crate::fields::person;
use crate::layout::NoteKind;
use crate::layout::evidence::Evidence;
use crate::layout::families::Family;
use crate::layout::labels::{Says, note_kind};
use crate::layout::split::Unit;
use crate::lexicon::{self, Kept, WordList};
use crate::text::chars::lowered;

/// A note holds its tell-tale words within so many bytes.
const REACH: usize = 800;

/// The words of one language.
#[derive(Debug)]
pub(super) struct Words {
    /// What looks for each phrase, and the note that has it.
    phrases: Vec<(Finder<'static>, NoteKind)>,
    verbs: &'static WordList,
    roles: Vec<&'static str>,
}

impl Words {
    /// Those of a language, read once.
    pub(super) fn of(language: &str) -> &'static Self {
        static KEPT: Kept<Words> = Kept::new();
        KEPT.get(language, Self::read)
    }

    fn read(language: &str) -> Self {
        let phrases = lexicon::rows(language, "note_phrases.txt")
            .filter_map(|row| Some((Finder::new(*row.first()?), note_kind(row.get(1)?)?)));
        let roles = lexicon::rows(language, "byline_roles.txt")
            .filter(|row| row.get(1) == Some(&"noun"))
            .filter_map(|row| row.first().copied());
        Self { phrases: phrases.collect(), verbs: lexicon::list(language, "bio_verbs"), roles: roles.collect() }
    }

    /// What note a line proves to be.
    pub(super) fn kind(&self, units: &[Unit], evidence: &[Evidence], at: usize, authors: &[&str]) -> Option<NoteKind> {
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
