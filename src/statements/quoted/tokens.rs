//! Words and marks of one passage, its quotations paired and its sentences cut, in any language with spaces.
//!
//! In: a passage's text. Out: [`Line`]. Elisions and inverted pronouns are taken apart (`l’école`, `raconte-t-il`). Marks that
//! pair: «…» »…« „…“ “…” ”…” "…" ‘…’; a dash at the head of a passage opens words that run to the verb of saying.

use super::incises;
use super::words::{Roles, Words};
use crate::text::{Stretch, chars};

/// A word or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) roles: Roles,
    /// Its first character.
    pub(super) first: char,
    pub(super) word: bool,
    pub(super) upper: bool,
    /// Whether inside a quotation, marks included.
    pub(super) quoted: bool,
}

impl Token {
    pub(super) fn is(&self, roles: Roles) -> bool {
        self.roles.any(roles)
    }

    pub(super) fn mark(&self, mark: char) -> bool {
        !self.word && self.first == mark
    }
}

/// What is longer is cut, so that looking back from each of its words stays cheap.
const LONGEST_SENTENCE: usize = 400;

/// A range of tokens, half-open.
pub(super) type Run = std::ops::Range<usize>;

/// A passage as tokens.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    /// Each quotation, marks included.
    pub(super) quotes: Vec<Run>,
    /// Whether the passage opens with a dash that stands for a quotation mark.
    pub(super) dash: bool,
}

/// The mark that closes what `open` opens.
fn closes(open: char, found: char) -> bool {
    match open {
        '«' => found == '»',
        '»' => matches!(found, '«' | '»'),
        '“' | '”' => found == '”',
        '„' => matches!(found, '“' | '”'),
        '‘' => found == '’',
        other => found == other,
    }
}

impl<'a> Line<'a> {
    /// Reads a passage; `runs_on` tells that the next one opens a quotation again.
    pub(super) fn new(text: &'a str, words: &Words, runs_on: bool) -> Self {
        let mut line = Self { text, tokens: Vec::with_capacity(text.len() / 6 + 8), quotes: Vec::new(), dash: false };
        let mut lower = String::new();
        let mut at = 0;
        while let Some(first) = chars::char_at(text, at) {
            let rest = text.get(at..).unwrap_or("");
            let joined = line.tokens.last().is_some_and(|last| last.word && last.end == at);
            if let Some(length) = joint(rest, words).filter(|_| joined) {
                at += length;
                continue;
            }
            let length = if chars::is_letter_or_figure(first) { word(rest, words) } else { first.len_utf8() };
            if !first.is_whitespace() {
                lower.clear();
                let bare = rest.get(..length).unwrap_or("").trim_end_matches(chars::is_single_quote);
                chars::push_lower(&mut lower, bare);
                let (roles, word) = (words.roles(&lower), chars::is_letter_or_figure(first));
                let upper = first.is_uppercase();
                line.tokens.push(Token { start: at, end: at + length, roles, first, word, upper, quoted: false });
            }
            at += length;
        }
        line.dash = line.tokens.first().is_some_and(|token| matches!(token.first, '–' | '—'));
        line.pair(runs_on);
        incises::split(&mut line, words);
        line
    }

    /// The token as printed.
    pub(super) fn of(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.text.get(token.start..token.end).unwrap_or(""))
    }

    /// Whether a comma stands there.
    pub(super) fn comma(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.mark(','))
    }

    /// Whether a word with any of these roles stands there.
    pub(super) fn is(&self, at: usize, roles: Roles) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(roles))
    }

    /// The bytes of a run.
    pub(super) fn stretch(&self, run: &Run) -> Stretch {
        match (self.tokens.get(run.start), run.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if !run.is_empty() => Stretch::new(first.start, last.end),
            _ => Stretch::default(),
        }
    }

    /// A run as printed.
    pub(super) fn printed(&self, run: &Run) -> &'a str {
        self.stretch(run).of(self.text)
    }

    fn spaced(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|before| self.tokens.get(before)), self.tokens.get(at)) {
            (Some(before), Some(token)) => before.end < token.start || !before.word,
            _ => true,
        }
    }

    fn pair(&mut self, runs_on: bool) {
        let mut open: Option<(usize, char)> = None;
        for at in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(at).copied().filter(|token| !token.word) else { continue };
            match open {
                None => {
                    let opener = matches!(token.first, '«' | '“' | '„' | '"' | '‘')
                        || matches!(token.first, '»' | '”')
                            && self.tokens.get(at + 1).is_some_and(|next| next.start == token.end);
                    if opener && self.spaced(at) {
                        open = Some((at, token.first));
                    }
                }
                Some((start, mark)) if closes(mark, token.first) => {
                    let inner =
                        mark == '‘' && self.tokens.get(at + 1).is_some_and(|next| next.word && next.start == token.end);
                    if !inner {
                        self.quote(start..at + 1);
                        open = None;
                    }
                }
                Some(_) => {}
            }
        }
        if let Some((start, _)) = open.filter(|_| runs_on) {
            self.quote(start..self.tokens.len());
        }
    }

    fn quote(&mut self, run: Run) {
        self.mark_quoted(run.clone(), true);
        self.quotes.push(run);
    }

    /// Tells that tokens are inside a quotation, or outside.
    pub(super) fn mark_quoted(&mut self, run: Run, quoted: bool) {
        self.tokens.get_mut(run).unwrap_or_default().iter_mut().for_each(|token| token.quoted = quoted);
    }

    /// The words of a quotation, without its marks.
    pub(super) fn inner(&self, quote: &Run) -> Run {
        let last = quote.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        let closed = last.is_some_and(|last| !last.word && !matches!(last.first, '.' | '!' | '?' | '…' | ','))
            && quote.len() > 1;
        quote.start + 1..quote.end - usize::from(closed)
    }

    /// Whether a sentence ends at this token, outside quotations.
    pub(super) fn stops(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let end = !token.quoted && matches!(token.first, '.' | '!' | '?' | ';') && !token.word;
            let short = at.checked_sub(1).is_some_and(|before| {
                let word = self.of(before);
                self.tokens.get(before).is_some_and(|token| token.is(Roles::HONORIFIC))
                    || word.chars().count() == 1 && word.starts_with(char::is_uppercase)
            });
            end && !(short && token.mark('.'))
        })
    }

    /// The sentence around a token: from behind the last stop to the next.
    pub(super) fn sentence(&self, at: usize) -> Run {
        const LONGEST: usize = 120;
        let from = (at.saturating_sub(LONGEST)..at)
            .rev()
            .find(|at| self.ends(*at))
            .map_or(at.saturating_sub(LONGEST), |stop| stop + 1);
        let limit = self.tokens.len().min(at + LONGEST);
        (from..(at..limit).find(|at| self.stops(*at)).unwrap_or(limit)).clone()
    }

    /// The sentences, in order, stops left out.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Run> + '_ {
        let mut from = 0;
        std::iter::from_fn(move || {
            let start = Some(from).filter(|from| *from < self.tokens.len())?;
            let limit = self.tokens.len().min(start + LONGEST_SENTENCE);
            let end = (start..limit).find(|at| self.ends(*at)).unwrap_or(limit);
            from = end + 1;
            Some(start..end + usize::from(end < self.tokens.len() && !self.stops(end)))
        })
    }

    /// A run without the marks around it; those of a quotation stay, but for one that is all of it.
    pub(super) fn trim(&self, run: &Run) -> Run {
        let outer = |at: usize| self.tokens.get(at).is_some_and(|token| !token.word && !token.quoted);
        let mut run = run.clone();
        while !run.is_empty() && outer(run.start) {
            run.start += 1;
        }
        while !run.is_empty() && outer(run.end - 1) {
            run.end -= 1;
        }
        let whole = self.quotes.binary_search_by_key(&run.start, |quote| quote.start);
        whole
            .ok()
            .and_then(|at| self.quotes.get(at))
            .filter(|quote| quote.end == run.end)
            .map_or(run, |quote| self.inner(quote))
    }

    /// How many words a run has.
    pub(super) fn count(&self, run: &Run) -> usize {
        self.tokens.get(run.clone()).unwrap_or_default().iter().filter(|token| token.word).count()
    }

    /// Whether a sentence ends here: at a stop, or behind a quotation that ends in one where a capital follows.
    fn ends(&self, at: usize) -> bool {
        let closing = self.quotes.binary_search_by_key(&(at + 1), |quote| quote.end).is_ok();
        let inside = closing
            && at
                .checked_sub(1)
                .and_then(|before| self.tokens.get(before))
                .is_some_and(|last| matches!(last.first, '.' | '!' | '?' | '…'));
        self.stops(at) || inside && self.tokens.get(at + 1).is_some_and(|next| next.upper)
    }
}

/// The length of the word at the head of `rest`: an elided article and an inverted pronoun are words of their own.
fn word(rest: &str, words: &Words) -> usize {
    let mut length = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, found)) = letters.next() {
        let next = letters.peek().is_some_and(|(_, next)| chars::is_letter_or_figure(*next));
        let joins = chars::is_letter_or_figure(found)
            || next
                && (matches!(found, '-' | '‑' | '.' | ',')
                    && (found == '-' || found == '‑' || rest.starts_with(|first: char| first.is_numeric()))
                    || chars::is_single_quote(found));
        if !joins {
            break;
        }
        length = at + found.len_utf8();
        // `l’`, `dell’`: the article ends in its apostrophe.
        if chars::is_single_quote(found)
            && rest.get(..at).is_some_and(|before| {
                words
                    .roles(&before.to_lowercase())
                    .any(Roles::DETERMINER.and(Roles::LINK).and(Roles::THAT).and(Roles::PRONOUN))
            })
        {
            return length;
        }
    }
    let whole = rest.get(..length).unwrap_or("");
    let head = whole.rsplit_once('-').filter(|(_, tail)| words.roles(tail).any(Roles::PRONOUN)).map(|(head, _)| head);
    head.map_or(length, |head| head.strip_suffix("-t").unwrap_or(head).len())
}

/// The length of what joins an inverted pronoun to its verb: `-t-` of `raconte-t-il`.
fn joint(rest: &str, words: &Words) -> Option<usize> {
    let length = if rest.starts_with("-t-") { 3 } else { usize::from(rest.starts_with('-')) };
    let behind = rest.get(length..).filter(|_| length > 0)?;
    let end = behind.find(|found: char| !chars::is_letter(found)).unwrap_or(behind.len());
    words.roles(behind.get(..end)?).any(Roles::PRONOUN).then_some(length)
}
