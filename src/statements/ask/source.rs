//! Candidates for the source: nobody; noun phrases that end right before the verb group (with and without an apposition);
//! phrases to the right (inversion, `by …`); names and pronouns further left; the sentence's subject; sources of earlier cues.
//! `according to` takes what follows, up to a comma, a dash or a relative clause.

use super::objects::{drop_clauses, drop_objects, drop_titled};
use super::reading::Reading;
use super::subject::{behind_fronted, main_subject, unclosed};
use super::trailing::trailing;
use crate::statements::article::{Range, Sentence};
use crate::statements::tokens::{Flags, Mark, Token};
use crate::statements::words::{Class, Roles};

const BREAKS: &[Class] =
    &[Class::COMMA, Class::SEMICOLON, Class::COLON, Class::DASH, Class::BRACKET_OPEN, Class::BRACKET_CLOSE];
const APPOSITION: &[Class] = &[Class::COMMA, Class::BRACKET_OPEN, Class::DASH];

/// Lists the candidates for the cue at `at`; `earlier` are the sources of earlier cues of its sentence.
#[must_use]
pub fn sources(reading: &Reading<'_>, at: usize, earlier: &[Range]) -> Vec<Option<Range>> {
    let sentence = reading.article.sentence(at);
    let mut found = Found { reading, sentence, at, list: Vec::with_capacity(24) };
    let takes_next = reading.has_frame(at, "ACCORDING");
    if takes_next {
        found.after_preposition();
        // Who is named first leaves words to be said: `According to the port, the pier is safe.`
        let leaves = |range: &Range| at > sentence.start || range.end < sentence.core;
        if found.list.iter().any(leaves) {
            found.list.retain(leaves);
        }
        return found.list.into_iter().map(Some).collect();
    }
    if let Some(source) = trailing(reading, at) {
        return vec![Some(source)];
    }
    let group = found.verb_group();
    found.left(group);
    drop_objects(reading, at, group, &mut found.list);
    found.right();
    drop_clauses(reading, at, &mut found.list);
    found.further_left(group);
    found.add_all(behind_fronted(reading, at));
    drop_titled(reading, &mut found.list);
    let mut list: Vec<Option<Range>> = vec![None];
    let says_nothing = |range: &Range| reading.article.tokens[range.start..range.end].iter().all(is_empty);
    list.extend(found.list.iter().filter(|range| earlier.contains(range) || !says_nothing(range)).copied().map(Some));
    for range in earlier {
        if !list.contains(&Some(*range)) {
            list.push(Some(*range));
        }
    }
    list
}

fn is_empty(token: &Token) -> bool {
    !token.is_word()
        || token.roles.any(Roles::EMPTY)
        || token.kind == Class::ADVERBIAL
        || token.mark == Mark::In && token.class == Class::CUE
}

struct Found<'r, 'a> {
    reading: &'r Reading<'a>,
    sentence: Sentence,
    at: usize,
    list: Vec<Range>,
}

impl Found<'_, '_> {
    fn add(&mut self, start: usize, end: usize) {
        // `what experts say`
        let asks = |token: &Token| {
            token.kind == Class::WH && token.roles.any(Roles::QUESTION) && !token.roles.any(Roles::CLAUSE)
        };
        let start = start + usize::from(end > start + 1 && self.token(start).is_some_and(asks));
        let range = Range::new(start, end);
        if !range.is_empty() && !self.list.contains(&range) {
            self.list.push(range);
        }
    }

    fn add_all(&mut self, ranges: impl IntoIterator<Item = Range>) {
        for range in ranges {
            self.add(range.start, range.end);
        }
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.reading.article.tokens.get(at)
    }

    fn is_mark(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| matches!(token.mark, Mark::Open | Mark::Close))
    }

    fn after_preposition(&mut self) {
        let (core, start) = (self.sentence.core, self.at + 2);
        let mut end = start;
        while end < core && end - start < 25 {
            let Some(token) = self.token(end) else { break };
            let hard = self.is_mark(end) || token.kind.is_in(&[Class::SEMICOLON, Class::DASH]);
            // `According to Reed the pier is safe`: a name, and then what he says.
            let begins = token.kind.is_in(&[Class::DET, Class::PRON])
                && end > start
                && token.flags.has(Flags::LOWER)
                && self.token(end - 1).is_some_and(Token::is_upper);
            if hard || begins || token.is(Class::COMMA) || token.roles.any(Roles::RELATIVE.and(Roles::THAT)) {
                self.add(start, end);
                if hard {
                    break;
                }
            }
            end += 1;
        }
        if start < self.reading.article.tokens.len() {
            self.add(start, end.max(start + 1).min(self.reading.article.tokens.len()));
        }
    }

    /// The first token of the verb group: auxiliaries and adverbs with the cue.
    fn verb_group(&self) -> usize {
        let mut group = self.at;
        while group > self.sentence.start && self.token(group - 1).is_some_and(Token::is_auxiliary) {
            group -= 1;
        }
        group
    }

    /// Noun phrases that end at the verb group, or before an apposition that does.
    fn left(&mut self, group: usize) {
        let Some(last) = group.checked_sub(1).filter(|last| *last >= self.sentence.start) else { return };
        let Some(token) = self.token(last).copied() else { return };
        if token.is_word() || token.is(Class::BRACKET_CLOSE) || token.mark == Mark::Close {
            self.phrases(group, group);
        }
        let apposed = token.kind.is_in(&[Class::COMMA, Class::BRACKET_CLOSE, Class::DASH, Class::HYPHEN]);
        if !apposed && token.mark != Mark::Close {
            self.add_all(unclosed(self.reading, self.sentence, group));
            return;
        }
        let mut taken = 0;
        let mut at = last.saturating_sub(1);
        while at > self.sentence.start && last - at < 30 && taken < 3 {
            if self.token(at).is_some_and(|token| token.kind.is_in(APPOSITION))
                && self.token(at - 1).is_some_and(Token::is_word)
            {
                self.phrases(at, at);
                self.phrases(at, last);
                taken += 1;
            }
            at -= 1;
        }
    }

    /// Phrases that start left of `head_end` and end at `end`.
    fn phrases(&mut self, head_end: usize, end: usize) {
        let Some(mut start) = head_end.checked_sub(1) else { return };
        for _ in 0..16 {
            let Some(token) = self.token(start).copied().filter(|_| start >= self.sentence.start) else { return };
            if self.is_mark(start) || token.kind.is_in(BREAKS) {
                return;
            }
            if start == self.sentence.start || self.may_open(token, start) {
                self.add(start, end);
            }
            let Some(next) = start.checked_sub(1) else { return };
            start = next;
        }
    }

    fn may_open(&self, token: Token, start: usize) -> bool {
        let Some(before) = start.checked_sub(1).and_then(|at| self.token(at)) else { return true };
        token.roles.any(Roles::DETERMINER.and(Roles::RELATIVE))
            || token.kind == Class::PRON
            || !before.is_word()
            || before.roles.any(Roles::BOUNDARY)
            || before.class == Class::CUE
            || token.is_upper() && !before.is_upper()
            || before.kind.is_in(&[Class::BE, Class::HAVE, Class::MOD, Class::ADV, Class::ADVERBIAL, Class::TIME])
    }

    /// Phrases right of the cue.
    fn right(&mut self) {
        let core = self.sentence.core;
        let mut start = self.at + 1;
        if start < self.sentence.end && self.token(start).is_some_and(|token| token.roles.any(Roles::AGENT)) {
            start += 1;
        }
        if start >= core || !self.token(start).is_some_and(|token| token.is_word() && token.is_out()) {
            return;
        }
        let mut end = start;
        while end < core && end - start < 25 {
            let Some(token) = self.token(end).copied() else { break };
            let inner = token.kind.is_in(&[Class::APOSTROPHE, Class::AMPERSAND]) && token.is_out();
            if !token.is_word() && !inner
                || self.is_mark(end)
                || token.roles.any(Roles::ENDING)
                || token.kind == Class::TIME
            {
                self.add(start, end);
                if !token.is(Class::COMMA) || !token.is_out() || end - start > 12 {
                    break;
                }
            }
            end += 1;
        }
        self.add(start, end);
    }

    /// Names and pronouns further left, and the sentence's first phrase.
    fn further_left(&mut self, group: usize) {
        self.add_all(main_subject(self.reading, self.at).filter(|main| main.end <= group));
        let mut taken = 0;
        let mut at = group;
        while at > self.sentence.start && taken < 6 && self.at - at < 45 {
            at -= 1;
            let Some(token) = self.token(at).copied() else { return };
            if token.mark == Mark::In {
                continue;
            }
            let first = at == self.sentence.start;
            let after_upper = at.checked_sub(1).and_then(|before| self.token(before)).is_some_and(Token::is_upper);
            let opener = first && token.kind.is_in(&[Class::PREP, Class::CONJ, Class::DET, Class::ADV]);
            if token.kind == Class::PRON || token.roles.any(Roles::RELATIVE) {
                self.add(at, at + 1);
                taken += 1;
            } else if token.is_word() && token.is_upper() && (first || !after_upper) && !opener {
                let mut end = at + 1;
                while end < self.at && self.token(end).is_some_and(Token::is_upper) {
                    end += 1;
                }
                // `the port's claim`: who owns is not who says.
                let owns = end + 1 < group && self.token(end).is_some_and(|token| token.roles.any(Roles::OWNER));
                if !owns {
                    self.add(at, end);
                    taken += 1;
                }
            } else if first && token.is_word() {
                let mut end = at + 1;
                while end < self.at && end - at < 8 && self.token(end).is_some_and(goes_on) {
                    end += 1;
                }
                self.add(at, end);
                taken += 1;
            }
        }
    }
}

/// Whether a first phrase goes on over this token.
fn goes_on(token: &Token) -> bool {
    let stops =
        &[Class::BE, Class::HAVE, Class::MOD, Class::PREP, Class::CONJ, Class::PAST, Class::ADV, Class::ADVERBIAL];
    token.is_word()
        && !token.kind.is_in(stops)
        && token.class != Class::CUE
        && !token.roles.any(Roles::BOUNDARY.and(Roles::AUXILIARY))
}
