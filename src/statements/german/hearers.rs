//! Who was told, in German.
//!
//! In: the passages' tokens and an attribution. Out: the hearer as printed. Accepted:
//!
//! ```text
//! sagte Kern der Zeitung Fluss      Kern sagte der Talzeitung, …      gegenüber der Zeitung      im Gespräch mit dem Sender
//! forderte Kern den Rat auf         sagte Kern vor Journalisten       sagte Kern zu Reportern
//! ```
//!
//! What was said, the speaker, days and adverbs are no hearer; neither is the subject behind its verb (`sagte der Landrat`).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::LANGUAGE;
use super::nouns::{self, Range};
use super::tokens::Line;
use super::words::Roles;
use crate::lexicon;
use crate::statements::{Found, Place};
use crate::text::chars::lowered;

/// How a word leads to the hearer.
static FORMS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    lexicon::rows(LANGUAGE, "hearers.txt").filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect()
});

/// Who was told.
pub(super) fn hearer(lines: &[Line<'_>], found: &Found) -> Option<String> {
    let cue = found.cue?;
    let line = lines.get(cue.passage)?;
    let at = |place: Place| -> Range {
        let from = line.tokens.partition_point(|token| token.stretch.end <= place.stretch.start);
        (from, line.tokens.partition_point(|token| token.stretch.start < place.stretch.end))
    };
    let here = |place: &&Place| place.passage == cue.passage;
    let mut taken: Vec<Range> = found.content.iter().filter(here).map(|place| at(*place)).collect();
    let source = found.source.filter(|source| source.passage == cue.passage).map(at);
    taken.extend(source);
    let cue = at(cue);
    let sentence = line.sentences.iter().copied().find(|sentence| sentence.0 <= cue.0 && cue.0 < sentence.1)?;
    let reader = Reader { line, sentence, taken };
    let range = reader.led(cue).or_else(|| reader.object(cue, source?))?;
    Some(line.stretch(range.0, range.1).of(line.text).to_owned()).filter(|text| !text.is_empty())
}

struct Reader<'a> {
    line: &'a Line<'a>,
    sentence: Range,
    /// What is said, and who says it.
    taken: Vec<Range>,
}

impl Reader<'_> {
    fn form(&self, at: usize) -> Option<&'static str> {
        FORMS.get(lowered(self.line.of(at)).as_str()).copied()
    }

    fn is_free(&self, at: usize) -> bool {
        self.line.tokens.get(at).is_some_and(super::tokens::Token::out)
            && !self.taken.iter().any(|range| range.0 <= at && at < range.1)
    }

    /// The noun phrase at `at`, up to what is taken.
    fn phrase(&self, at: usize) -> Option<Range> {
        let end = (at..self.sentence.1).find(|at| !self.is_free(*at)).unwrap_or(self.sentence.1);
        nouns::phrase(self.line, at, end).filter(|range| range.0 < end)
    }

    /// `gegenüber der Zeitung`, `im Gespräch mit dem Sender`, `vor Journalisten`.
    fn led(&self, cue: Range) -> Option<Range> {
        const REACH: usize = 24;
        let from = self.sentence.0.max(cue.0.saturating_sub(REACH));
        let to = self.sentence.1.min(cue.1 + REACH);
        (from..to).filter(|at| self.is_free(*at)).find_map(|at| match self.form(at) {
            Some("lead") => self.phrase(at + 1),
            Some("talk") if self.line.of(at + 1) == "mit" => self.phrase(at + 2),
            Some("talk") if self.line.tokens.get(at + 1)?.is(Roles::GENITIVE) => self.phrase(at + 1),
            Some("audience") if at > from => {
                let start = if self.line.tokens[at - 1].is(Roles::DETERMINER) { at - 1 } else { at };
                let before = start.checked_sub(1).map(|before| self.line.of(before))?;
                matches!(before, "vor" | "zu").then_some((start, at + 1))
            }
            _ => None,
        })
    }

    /// The object of the verb, behind it or behind its subject.
    fn object(&self, cue: Range, source: Range) -> Option<Range> {
        let form =
            (cue.0..cue.1).find_map(|at| self.form(at).filter(|form| matches!(*form, "dative" | "accusative")))?;
        let mut at = if source.0 >= cue.1 && source.0 <= cue.1 + 2 { source.1 } else { cue.1 };
        // `sagte Kern am Montag der Zeitung`
        while self.token(at).is_some_and(|token| token.is(Roles::PREPOSITION))
            && self.token(at + 1).is_some_and(|token| token.is(Roles::TIME))
        {
            at += 2;
        }
        // `sagte Kern zu FLUSS`: a name in capitals.
        let loud = |at: usize| self.line.of(at).chars().filter(|letter| letter.is_uppercase()).count() > 1;
        if form == "dative" && self.line.of(at) == "zu" && loud(at + 1) {
            return self.phrase(at + 1);
        }
        let first = self.token(at).filter(|token| token.word && !token.is(Roles::PREPOSITION))?;
        let fits = match form {
            "dative" => first.is(Roles::DETERMINER) && first.is(Roles::DATIVE.and(Roles::GENITIVE)),
            _ => first.is(Roles::DETERMINER) || first.upper,
        };
        self.phrase(at).filter(|range| fits && range.0 == at)
    }

    fn token(&self, at: usize) -> Option<&super::tokens::Token> {
        self.line.tokens.get(at).filter(|_| at < self.sentence.1 && self.is_free(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::german;
    use crate::statements::{Part, Passage};
    use crate::text::{Fragments, Span};

    fn read(text: &str) -> Option<String> {
        let passage = Passage {
            part: Part::Body,
            section: Some(0),
            paragraph: Some(0),
            text: Fragments::plain(text, Span::new(0, text.len())),
            sentences: Vec::new(),
        };
        let (found, _) = german::read(&[passage]);
        hearer(&[Line::new(text, false)], found.first()?)
    }

    #[test]
    fn hearers_of_every_form() {
        for (text, wanted) in [
            ("„Wir bauen“, sagte Ulrich Kern der Zeitung Fluss.", "der Zeitung Fluss"),
            ("„Wir bauen“, sagte er am Montag dem Sender Tal.", "dem Sender Tal"),
            ("Ulrich Kern sagte der Talzeitung, die Brücke sei alt.", "der Talzeitung"),
            ("„Wir bauen“, sagte Ulrich Kern gegenüber der Talzeitung.", "der Talzeitung"),
            ("„Wir bauen“, sagte Ulrich Kern im Gespräch mit dem Sender.", "dem Sender"),
            ("„Wir bauen“, sagte Ulrich Kern im Interview der Talzeitung.", "der Talzeitung"),
            ("„Wir bauen“, sagte Ulrich Kern vor Journalisten.", "Journalisten"),
            ("„Wir bauen“, sagte Ulrich Kern zu FLUSS.", "FLUSS"),
        ] {
            assert_eq!(read(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn a_subject_a_day_and_a_topic_are_no_hearers() {
        for text in [
            "„Wir bauen“, sagte der Landrat.",
            "„Wir bauen“, sagte Ulrich Kern am Montag.",
            "„Wir bauen“, sagte Ulrich Kern zu den Plänen.",
            "„Wir bauen“, sagte Ulrich Kern vor dem Rathaus.",
            "Ulrich Kern sagte, gegenüber der Kirche werde gebaut.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
