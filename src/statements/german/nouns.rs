//! Noun phrases: whom an attribution names.
//!
//! In: a [`Line`] and where the phrase begins. Out: its token range. Taken: `sie`, `der Leiter der Wache`, `Landrat Ulrich
//! Kern`, `die Gewerkschaften Verbund und Komet`, `der Leiter der Wache in Au, Jan Kern`. Adverbs before it are passed over.
//! A dative after a name is left out (`sagte Kern der Zeitung`), and so is a phrase with a preposition but for `von`, `aus`.

use super::tokens::Line;
use super::words::{Roles, Words};

/// A token range.
pub(super) type Range = (usize, usize);

/// The noun phrase that begins at `at` or after adverbs there; it ends before `end`.
pub(super) fn phrase(line: &Line<'_>, at: usize, end: usize) -> Option<Range> {
    let mut start = at;
    while start < end && skipped(line, start) {
        start += 1;
    }
    let first = line.tokens.get(start).filter(|_| start < end)?;
    if !first.word || first.quote.is_some() {
        return None;
    }
    let capital_follows = line.tokens.get(start + 1).is_some_and(|next| start + 1 < end && next.upper);
    if first.is(Roles::PRONOUN) && !(first.is(Roles::DETERMINER) && capital_follows) {
        return Some((start, start + 1));
    }
    let mut reader = Reader { line, end, at: start, named: 0, heads: 0 };
    reader.read();
    (reader.heads > 0).then_some((start, reader.at)).map(|range| with_name(line, range, end))
}

/// Whether a range begins as a subject can: no dative, no preposition.
pub(super) fn can_be_subject(line: &Line<'_>, range: Range) -> bool {
    line.tokens
        .get(range.0)
        .is_some_and(|first| !first.is(Roles::DATIVE.and(Roles::OBLIQUE)) || first.is(Roles::PRONOUN))
}

fn skipped(line: &Line<'_>, at: usize) -> bool {
    let token = &line.tokens[at];
    token.word && token.is(Roles::ADVERB.and(Roles::OBLIQUE)) && !token.is(Roles::PRONOUN.and(Roles::DETERMINER))
}

struct Reader<'a> {
    line: &'a Line<'a>,
    end: usize,
    at: usize,
    /// How many capitals in a row stand right before.
    named: usize,
    heads: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        let start = self.at;
        while self.at < self.end {
            if self.is_suspended() {
                self.at += 1;
                continue;
            }
            let token = &self.line.tokens[self.at];
            let takes = token.word
                && token.quote.is_none()
                && if self.is_capital() {
                    !(self.heads > 0 && token.is(Roles::TIME))
                } else if self.heads == 0 {
                    token.is(Roles::DETERMINER) && self.at == start || self.is_adjective() || token.first.is_numeric()
                } else {
                    self.goes_on()
                };
            if !takes {
                break;
            }
            if self.is_capital() {
                self.named += 1;
                self.heads += 1;
            } else {
                self.named = 0;
            }
            self.at += 1;
        }
        // A determiner or adjective at the end belongs to something else.
        while self.at > start
            && self.heads > 0
            && !self.line.tokens[self.at - 1].upper
            && !self.line.tokens[self.at - 1].first.is_numeric()
        {
            self.at -= 1;
        }
    }

    /// A comma between parts of compounds: `der Gesundheits-, Sozial- und Kulturdirektor`.
    fn is_suspended(&self) -> bool {
        let next = self.line.tokens.get(self.at + 1).is_some_and(|next| self.at + 1 < self.end && next.upper);
        self.heads > 0 && next && is_suspending(self.line, self.at)
    }

    fn is_capital(&self) -> bool {
        let token = &self.line.tokens[self.at];
        token.upper && (self.heads > 0 || token.entry.roles.none())
    }

    fn is_adjective(&self) -> bool {
        let token = &self.line.tokens[self.at];
        let word = self.line.of(self.at);
        token.entry.roles.none() && token.entry.verbs.is_empty() && Words::get().adjective(word)
            || token.is(Roles::DETERMINER) && self.at + 1 < self.end && !token.is(Roles::PREPOSITION)
    }

    /// Whether a small word goes on the phrase: a genitive after a common noun, `von`, `und`, an adjective in between.
    fn goes_on(&self) -> bool {
        let token = &self.line.tokens[self.at];
        let next = |steps: usize| self.line.tokens.get(self.at + steps).filter(|_| self.at + steps < self.end);
        let capital_near = next(1).is_some_and(|next| next.upper)
            || next(2).is_some_and(|second| {
                second.upper && next(1).is_some_and(|first| first.word && !first.is(Roles::PREPOSITION))
            });
        if !capital_near {
            return false;
        }
        let word = self.line.of(self.at);
        if token.is(Roles::GENITIVE) {
            return self.named <= 1 || token.is(Roles::NOBLE);
        }
        if token.is(Roles::COORDINATOR) {
            return token.is(Roles::AND) && next(1).is_some_and(|next| !next.is(Roles::PREPOSITION));
        }
        if token.is(Roles::PREPOSITION.and(Roles::NOBLE)) {
            return token.is(Roles::LINK) && self.named <= 1 || token.is(Roles::NOBLE);
        }
        // `Vertreter deutscher Dienste`
        if self.named == 1 && self.is_adjective() && next(1).is_some_and(|next| next.upper) {
            return Words::get().genitive(word);
        }
        // Inside a genitive: `der neuen Wache`; inside a name: `von der Au`.
        let before = &self.line.tokens[self.at - 1];
        !before.upper
            && before.is(Roles::GENITIVE.and(Roles::COORDINATOR).and(Roles::PREPOSITION))
            && (self.is_adjective() || token.is(Roles::DETERMINER))
    }
}

/// Whether a token is a comma behind a part of a compound (`Gesundheits-,`).
pub(super) fn is_suspending(line: &Line<'_>, at: usize) -> bool {
    line.tokens[at].mark(',') && at > 0 && line.tokens[at - 1].upper && line.of(at - 1).ends_with('-')
}

/// Adds the name that follows a description after a comma: `der Leiter der Wache in Au, Jan Kern,`.
fn with_name(line: &Line<'_>, range: Range, end: usize) -> Range {
    let described = line.tokens.get(range.0).is_some_and(|first| first.is(Roles::DETERMINER));
    let titled = range.1 > range.0 + 1 && !line.tokens.get(range.0 + 1).is_none_or(|second| second.upper);
    if !described && !titled {
        return range;
    }
    let mut comma = range.1;
    // A place may stand between: `in Au`.
    if line.tokens.get(comma).is_some_and(|token| token.is(Roles::PREPOSITION))
        && comma + 2 < end
        && line.tokens[comma + 1].upper
    {
        comma += 2;
    }
    let capitals =
        (comma + 1..end).take_while(|at| line.tokens[*at].upper && !line.tokens[*at].is(Roles::TIME)).count();
    if comma < end && line.tokens[comma].mark(',') && (2..=4).contains(&capitals) {
        return (range.0, comma + 1 + capitals);
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> &str {
        let line = Line::new(text, false);
        phrase(&line, 0, line.tokens.len()).map_or("", |(from, to)| line.stretch(from, to).of(text))
    }

    #[test]
    fn phrases_end_where_they_should() {
        assert_eq!(read("Landrat Ulrich Kern am Dienstag"), "Landrat Ulrich Kern");
        assert_eq!(read("der Leiter der neuen Wache bei einem Termin"), "der Leiter der neuen Wache");
        assert_eq!(read("der Leiter der Wache in Au, Jan Kern, gestern"), "der Leiter der Wache in Au, Jan Kern");
        assert_eq!(read("er, dass"), "er");
        assert_eq!(read("auch die Polizei mit"), "die Polizei");
        assert_eq!(read("Jan Kern der Zeitung"), "Jan Kern");
        assert_eq!(
            read("der Auer Gesundheits-, Sozial- und Kulturdirektor Jan Kern gestern"),
            "der Auer Gesundheits-, Sozial- und Kulturdirektor Jan Kern"
        );
        assert_eq!(read("der Direktor, Sozialrat und Arzt"), "der Direktor");
        assert_eq!(read("Ursula von der Au"), "Ursula von der Au");
        assert_eq!(read("die Gewerkschaften Verbund und Komet"), "die Gewerkschaften Verbund und Komet");
        assert_eq!(read("ein hochrangiger Vertreter eines Dienstes"), "ein hochrangiger Vertreter eines Dienstes");
    }

    #[test]
    fn no_phrase_where_none_is() {
        assert_eq!(read("dass es regnet"), "");
        assert_eq!(read("am Dienstag"), "");
        assert_eq!(read("weiter nichts"), "");
    }
}
