//! From sentence to sentence: what has no cue of its own goes on what was said before.
//!
//! In: the sentences in order, with their attributions. Out: [`Found`]s. A sentence in the subjunctive is a statement of its own that
//! continues the speaker; a quotation that follows in the same paragraph joins the statement before it; one that opens a paragraph is a
//! statement of its own. Nothing is carried before anybody spoke.

use super::clauses::{self, Range};
use super::draft::Draft;
use super::nouns;
use super::tokens::Line;
use super::words::{Mood, Roles};
use crate::statements::{Found, Kind};

/// What is known when a sentence begins.
#[derive(Debug, Default)]
pub(super) struct Carry {
    /// What was found.
    pub(super) found: Vec<Found>,
    /// Whether somebody spoke already.
    spoken: bool,
    /// The statement that a quotation in this paragraph would join.
    joins: Option<usize>,
    /// A cue with a colon at the end, whose content is still to come.
    waiting: Option<Found>,
    in_body: bool,
}

impl Carry {
    /// A new paragraph begins.
    pub(super) fn open_passage(&mut self, in_body: bool) {
        self.joins = None;
        self.in_body = in_body;
    }

    /// Takes the attributions of a sentence, or sees whose it is without one.
    pub(super) fn sentence(&mut self, line: &Line<'_>, passage: usize, sentence: Range, drafts: Vec<Draft>) {
        if let Some(waiting) = self.waiting.take() {
            self.fill(line, passage, sentence, waiting);
            return;
        }
        let mut drafts = if drafts.is_empty() { self.uncued(line, sentence) } else { drafts };
        if line.tokens.is_empty() {
            return;
        }
        // A quotation in front that no cue of the list claims: `„…“, lacht Kern, der sonst schweigt und sagt: …`
        if line.tokens[sentence.0].quote.is_some() && !drafts.iter().any(|draft| draft.claims(sentence.0 + 1)) {
            drafts.extend(open_verb(line, sentence));
        }
        if drafts.is_empty() {
            return;
        }
        drafts.sort_by_key(|draft| draft.content.first().copied());
        for draft in drafts {
            if draft.open && draft.content.is_empty() {
                self.waiting = Some(Found {
                    kind: Kind::Direct,
                    content: Vec::new(),
                    cue: draft
                        .cue
                        .map(|range| crate::statements::Place { passage, stretch: line.stretch(range.0, range.1) }),
                    source: draft
                        .source
                        .map(|range| crate::statements::Place { passage, stretch: line.stretch(range.0, range.1) }),
                    confidence: draft.confidence,
                });
                continue;
            }
            self.take(line, passage, &draft);
        }
    }

    fn take(&mut self, line: &Line<'_>, passage: usize, draft: &Draft) {
        let Some(found) = draft.finish(line, passage) else { return };
        let bare = draft.cue.is_none() && draft.source.is_none() && found.kind == Kind::Direct;
        if let Some(before) = self.joins.filter(|_| bare).and_then(|index| self.found.get_mut(index)) {
            let same = before.kind == found.kind;
            before.kind = if same { found.kind } else { Kind::Mixed };
            before.content.extend(found.content);
            return;
        }
        self.spoken |= self.in_body;
        self.joins = Some(self.found.len());
        self.found.push(found);
    }

    /// The content of a cue that ended in a colon: the next sentence or paragraph.
    fn fill(&mut self, line: &Line<'_>, passage: usize, sentence: Range, waiting: Found) {
        let draft = Draft { content: vec![sentence], confidence: waiting.confidence, ..Draft::default() };
        if let Some(found) = draft.finish(line, passage) {
            self.spoken = true;
            self.joins = Some(self.found.len());
            self.found.push(Found { content: found.content, kind: found.kind, ..waiting });
        }
    }

    /// A sentence without a cue.
    fn uncued(&self, line: &Line<'_>, sentence: Range) -> Vec<Draft> {
        let reported = self.spoken && clauses::is_report(line, sentence.0, sentence.1, Mood::Strong);
        let cued = || labelled(line, sentence).or_else(|| open_verb(line, sentence));
        if let Some(draft) = Some(()).filter(|()| !reported).and_then(|()| cued()) {
            return vec![draft];
        }
        if !self.in_body {
            return displayed(line, sentence).into_iter().collect();
        }
        if !self.spoken {
            return Vec::new();
        }
        let whole = |confidence| vec![Draft { content: vec![sentence], confidence, ..Draft::default() }];
        if is_quotation(line, sentence) {
            return whole(80);
        }
        let strong = clauses::is_report(line, sentence.0, sentence.1, Mood::Strong);
        let weak = self.joins.is_some() && clauses::is_report(line, sentence.0, sentence.1, Mood::Weak);
        if strong || weak {
            return whole(if strong { 78 } else { 60 });
        }
        Vec::new()
    }
}

/// A quotation of some length in a headline or heading.
fn displayed(line: &Line<'_>, sentence: Range) -> Option<Draft> {
    let quote = line.quotes.iter().find(|quote| sentence.0 <= quote.0 && quote.1 < sentence.1)?;
    let words = (quote.0..quote.1).filter(|at| line.tokens[*at].word).count();
    let alone = quote.0 == sentence.0 && quote.1 + 1 == sentence.1;
    (words >= 3 || alone && words >= 2).then(|| Draft {
        content: vec![(quote.0, quote.1 + 1)],
        confidence: 55,
        ..Draft::default()
    })
}

/// Whether the sentence is nothing but quotations.
fn is_quotation(line: &Line<'_>, sentence: Range) -> bool {
    let words = || (sentence.0..sentence.1).filter(|at| line.tokens[*at].word);
    words().next().is_some() && words().all(|at| line.tokens[at].quote.is_some())
}

/// `Kern: „…“`: a name or a sentence's end with a colon, then a quotation.
fn labelled(line: &Line<'_>, sentence: Range) -> Option<Draft> {
    let colon = clauses::colon(line, sentence.0, sentence.1)?;
    line.tokens.get(colon + 1).filter(|next| next.quote.is_some() && colon + 1 < sentence.1)?;
    let content = vec![(colon + 1, sentence.1)];
    let source = nouns::phrase(line, sentence.0, colon).filter(|source| nouns::can_be_subject(line, *source));
    if let Some(source) = source.filter(|source| source.1 == colon) {
        return Some(Draft {
            content,
            cue: Some((colon, colon + 1)),
            source: Some(source),
            confidence: 80,
            open: false,
            said: false,
        });
    }
    let verb = open_word(line, source.map_or(sentence.0, |source| source.1), colon)?;
    let right = nouns::phrase(line, verb + 1, colon).filter(|right| nouns::can_be_subject(line, *right));
    let pronoun = right.filter(|right| line.tokens[right.0].is(Roles::NOMINATIVE));
    let source = pronoun.or(source).or(right)?;
    Some(Draft { content, cue: Some((verb, verb + 1)), source: Some(source), confidence: 65, open: false, said: false })
}

/// `„…“, lacht Kern`: any verb behind a quotation, with a subject.
fn open_verb(line: &Line<'_>, sentence: Range) -> Option<Draft> {
    let (_, close) =
        *line.quotes.iter().find(|quote| sentence.0 <= quote.0 && quote.1 < sentence.1 && quote.1 - quote.0 > 3)?;
    let verb = (close + 1..sentence.1.min(close + 3)).find(|at| line.tokens[*at].word)?;
    if !line.tokens[verb - 1].mark(',') || open_word(line, verb, verb + 1).is_none() {
        return None;
    }
    let source = nouns::phrase(line, verb + 1, sentence.1).filter(|source| nouns::can_be_subject(line, *source))?;
    Some(Draft {
        content: vec![(sentence.0, verb)],
        cue: Some((verb, verb + 1)),
        source: Some(source),
        confidence: 70,
        open: false,
        said: false,
    })
}

/// The first open word in lower case: the place of the verb.
fn open_word(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    (from..to).find(|at| {
        let token = &line.tokens[*at];
        let before = at.checked_sub(1).filter(|before| *before >= from).map(|before| &line.tokens[before]);
        let follows =
            before.is_none_or(|before| before.upper || !before.word || before.is(Roles::ADVERB.and(Roles::PRONOUN)));
        follows
            && token.word
            && token.out()
            && !token.upper
            && !token.first.is_numeric()
            && (token.entry.roles.none() || token.is(Roles::AUXILIARY))
    })
}
