//! Attributions by a verb of saying.
//!
//! In: a sentence, and what phrases already claimed. Out: [`Draft`]s. Forms: `„…“, sagte Kern` (the verb first in its part), `Kern sagte, …`,
//! `Am Montag sagte Kern: …`, `Kern hat … zurückgewiesen`, `… und fügte hinzu: …`, `die Partei, die warnte, …`. A separable verb needs its
//! particle; what a verb takes is told by its [`Frame`](super::words::Frame). The content is found in `content`, the speaker here.

use super::clauses::{Range, colon, is_border, is_reported, is_subordinate, next_border, part_start, parts};
use super::content::{self, Cue};
use super::draft::Draft;
use super::nouns;
use super::phrases::goes_on;
use super::tokens::Line;
use super::words::{Mood, Roles, Verb};

/// Adds the attributions of a sentence that a verb makes to those that phrases made.
pub(super) fn find(line: &Line<'_>, sentence: Range, drafts: &mut Vec<Draft>) {
    let cues: Vec<Cue> = (sentence.0..sentence.1).filter_map(|at| cue(line, at, sentence)).collect();
    // What stands in front of `…, sagte Kern` is said whatever verbs it holds, so these are read first, the last before the others.
    for cue in cues.iter().rev() {
        let free = !drafts.iter().any(|draft| draft.claims(cue.at) || draft.cue == Some((cue.at, cue.at + 1)));
        if let Some(draft) = free.then(|| behind(line, *cue, sentence)).flatten() {
            drafts.push(draft);
        }
    }
    drafts.sort_by_key(|draft| draft.cue);
    for cue in &cues {
        let free = !drafts
            .iter()
            .any(|draft| draft.claims(cue.at) || draft.cue.is_some_and(|taken| taken.0 <= cue.at && cue.at < taken.1));
        if !free {
            continue;
        }
        if let Some(draft) = in_front(line, *cue, sentence, drafts) {
            drafts.push(draft);
        }
    }
}

/// The verb at `at`, with its particle where it needs one.
fn cue(line: &Line<'_>, at: usize, sentence: Range) -> Option<Cue> {
    let token = &line.tokens[at];
    if !token.out() || token.upper && at > sentence.0 || token.entry.verbs.is_empty() {
        return None;
    }
    // `Kritisiert wurde der Plan`: by whom, nobody tells.
    let passive = line.tokens.get(at + 1).is_some_and(|next| at + 1 < sentence.1 && next.is(Roles::PASSIVE));
    if passive && token.entry.verbs.iter().any(|verb| verb.participle) {
        return None;
    }
    let auxiliary = auxiliary(line, at, sentence);
    let fits = |verb: &&Verb| if auxiliary.is_some() { verb.participle } else { !verb.participle && !verb.fused };
    let verbs = || token.entry.verbs.iter().filter(fits);
    let with_particle = verbs().find_map(|verb| Some((verb, particle(line, at, verb.particle?, sentence)?)));
    let plain = verbs().find(|verb| verb.particle.is_none() || auxiliary.is_some());
    let (verb, particle) = match with_particle.filter(|_| auxiliary.is_none()) {
        Some((verb, particle)) => (verb, Some(particle)),
        None => (plain?, None),
    };
    Some(Cue { at, frame: verb.frame, governs: verb.governs, particle, auxiliary })
}

/// The auxiliary that makes the word a participle: in the same part, to its left, or right behind it.
fn auxiliary(line: &Line<'_>, at: usize, sentence: Range) -> Option<usize> {
    if !line.tokens[at].entry.verbs.iter().any(|verb| verb.participle) {
        return None;
    }
    let ends = at + 1 == sentence.1
        || !line.tokens[at + 1].word
        || line.tokens[at + 1].is(Roles::COORDINATOR)
        || line.tokens[at + 1].is(Roles::AUXILIARY);
    let behind = Some(at + 1).filter(|next| *next < sentence.1 && line.tokens[*next].is(Roles::AUXILIARY));
    let start = part_start(line, at, sentence.0);
    behind.or_else(|| {
        (start..at)
            .rev()
            .find(|left| line.tokens[*left].is(Roles::AUXILIARY) && line.tokens[*left].out())
            .filter(|_| ends)
    })
}

/// The particle of a separable verb: the last word of its part.
fn particle(line: &Line<'_>, at: usize, particle: &str, sentence: Range) -> Option<usize> {
    (at + 1..sentence.1).find(|next| {
        let follows = line.tokens.get(next + 1).filter(|_| next + 1 < sentence.1);
        let ends = follows
            .is_none_or(|follows| !follows.word || follows.is(Roles::COORDINATOR) || follows.is(Roles::PREPOSITION));
        line.tokens[*next].out() && line.of(*next) == particle && ends
    })
}

/// `„…“, sagte Kern`: the verb opens its part, its subject follows, and something is said in front.
fn behind(line: &Line<'_>, cue: Cue, sentence: Range) -> Option<Draft> {
    let verb = cue.auxiliary.filter(|auxiliary| *auxiliary < cue.at).unwrap_or(cue.at);
    let marked = |at: usize| at > sentence.0 && line.tokens[at - 1].quote.is_some();
    let quoted = marked(verb) || verb > sentence.0 && line.tokens[verb - 1].mark(',') && marked(verb - 1);
    if verb == sentence.0 || !(quoted || is_border(line, verb - 1) && !line.tokens[verb - 1].mark(':')) {
        return None;
    }
    let source = nouns::phrase(line, verb + 1, sentence.1).filter(|source| nouns::can_be_subject(line, *source))?;
    let start =
        colon(line, sentence.0, verb).filter(|colon| colon + 1 < verb - 1).map_or(sentence.0, |colon| colon + 1);
    let bare = marked(verb) && line.tokens.get(start).is_none_or(|first| first.out());
    if bare || !quoted && !says(line, (start, verb - 1), &cue, source, sentence) {
        return None;
    }
    let mut content = vec![(start, verb)];
    let mut open = false;
    let cut = content::next_cue(line, source.1, sentence.1);
    let border = next_border(line, source.1, cut);
    if let Some(border) = border {
        let right = later_part(line, border, cut);
        open = right.0 >= right.1 && line.tokens[border].mark(':');
        let said = line.tokens[border].mark(':') || goes_on(line, (start, verb), right);
        content.extend(Some(right).filter(|right| said && right.0 < right.1));
    }
    Some(Draft {
        content,
        cue: Some((cue.at, cue.at + 1)),
        source: Some(source),
        confidence: if quoted { 95 } else { 88 },
        open,
        said: false,
    })
}

/// Where a quotation goes on behind the speaker, appositions and places in between left out.
fn later_part(line: &Line<'_>, border: usize, end: usize) -> Range {
    let quote = (border + 1..end).find(|at| line.tokens[*at].quote.is_some());
    match quote.filter(|quote| is_border(line, quote - 1)) {
        Some(quote) => (quote, end),
        None => (border + 1, end),
    }
}

/// Whether a part in front of the verb is what is said, and no subject with its apposition, no clause of time.
fn says(line: &Line<'_>, left: Range, cue: &Cue, source: Range, sentence: Range) -> bool {
    if left.0 >= left.1 {
        return false;
    }
    if is_reported(line, left.0, left.1, Mood::Weak) {
        return true;
    }
    let right = content::right_of(line, cue, source.1.max(cue.at + 1), sentence.1).is_some_and(|(_, clear, _)| clear);
    let first = nouns::phrase(line, left.0, left.1);
    // `Kern, Leiter der Wache, kritisierte`: a phrase and one part that hangs on it.
    let apposition = first.is_some_and(|first| first.0 == left.0 && first.1 < left.1 && line.tokens[first.1].mark(','))
        && parts(line, left.0, left.1).len() == 2;
    let fronted = is_subordinate(line, left) && !line.tokens[left.0].is(Roles::QUESTION.and(Roles::THAT));
    !right && !apposition && !fronted
}

/// `Kern sagte, …` and the rest: what is said stands to the right of the verb.
fn in_front(line: &Line<'_>, cue: Cue, sentence: Range, drafts: &[Draft]) -> Option<Draft> {
    let verb = cue.auxiliary.filter(|auxiliary| *auxiliary < cue.at).unwrap_or(cue.at);
    let (source, from) = subject(line, verb, &cue, sentence, drafts)?;
    let end = content::next_cue(line, from.max(cue.at + 1), sentence.1);
    let (mut content, _, open) = content::right_of(line, &cue, from, end)?;
    // What another attribution says is not said here.
    content.retain(|range| !drafts.iter().any(|draft| draft.claims(range.0)));
    let confidence = if cue.auxiliary.is_some() { 75 } else { 85 };
    (open || !content.is_empty()).then_some(Draft {
        content,
        cue: Some((cue.at, cue.at + 1)),
        source: Some(source),
        confidence,
        open,
        said: false,
    })
}

/// The subject of a verb, and the token from which what is said can begin.
fn subject(line: &Line<'_>, verb: usize, cue: &Cue, sentence: Range, drafts: &[Draft]) -> Option<(Range, usize)> {
    let after = verb + 1;
    let start = part_start(line, verb, sentence.0);
    let field: Vec<usize> = (start..verb).collect();
    let last = verb.checked_sub(1).filter(|last| *last >= sentence.0);
    if last.is_some_and(|last| line.tokens[last].is(Roles::COORDINATOR))
        && !line.tokens[after.min(sentence.1 - 1)].is(Roles::NOMINATIVE)
    {
        return shared(line, sentence, drafts, last.unwrap_or(start)).map(|source| (source, after));
    }
    // `die Partei, die warnte`
    if let [only] = field[..]
        && line.tokens[only].is(Roles::RELATIVE)
        && only > sentence.0
        && line.tokens[only - 1].mark(',')
    {
        return Some(((only, only + 1), after));
    }
    let lead = (start..verb).find(|at| !line.tokens[*at].is(Roles::COORDINATOR.and(Roles::ADVERB))).unwrap_or(verb);
    if lead < verb && (line.tokens[lead].is(Roles::SUBORDINATOR) || is_subordinate(line, (start, verb))) {
        return verb_last(line, lead, verb, cue);
    }
    let right = nouns::phrase(line, after, sentence.1).filter(|phrase| nouns::can_be_subject(line, *phrase));
    let right = right.filter(|phrase| {
        phrase.0 == after || (after..phrase.0).all(|at| line.tokens[at].is(Roles::OBLIQUE.and(Roles::ADVERB)))
    });
    if let Some(right) = right.filter(|right| line.tokens[right.0].is(Roles::NOMINATIVE)) {
        return Some((right, right.1));
    }
    let left = nouns::phrase(line, lead, verb)
        .filter(|left| !line.tokens[lead].is(Roles::PREPOSITION) && nouns::can_be_subject(line, *left));
    if let Some(left) = left {
        // `Ada Kern, Leiterin der Wache sagte`: no comma closes her apposition.
        let bare = left.0 == lead && start > sentence.0 && !line.tokens[lead].is(Roles::DETERMINER.and(Roles::PRONOUN));
        let named = bare.then(|| named_before(line, sentence.0, start - 1)).flatten();
        return Some((named.unwrap_or(left), after));
    }
    if lead == verb && start > sentence.0 {
        // A subject with an apposition: `Kern, Leiter der Wache, sagte`.
        let first = nouns::phrase(line, sentence.0, verb)
            .filter(|first| nouns::can_be_subject(line, *first) && line.tokens[first.1].mark(','));
        if let Some(first) = first {
            return Some((first, after));
        }
    }
    right.map(|right| (right, right.1))
}

/// A name of two words or more from the sentence's start to a comma.
fn named_before(line: &Line<'_>, from: usize, comma: usize) -> Option<Range> {
    let capital = |at: usize| line.tokens[at].upper && line.tokens[at].out() && line.tokens[at].entry.roles.none();
    (line.tokens[comma].mark(',') && comma >= from + 2 && (from..comma).all(capital)).then_some((from, comma))
}

/// `er angedeutet hatte`, `dass Kern sagte`: the subject follows the word that opens the clause.
fn verb_last(line: &Line<'_>, lead: usize, verb: usize, cue: &Cue) -> Option<(Range, usize)> {
    let colon = line.tokens.get(verb + 1).is_some_and(|next| next.mark(':'));
    if cue.auxiliary.is_none() && !colon {
        return None;
    }
    if line.tokens[lead].is(Roles::RELATIVE) && !line.tokens[lead].is(Roles::SUBORDINATOR) {
        return Some(((lead, lead + 1), if colon { verb + 1 } else { lead + 1 }));
    }
    let source = nouns::phrase(line, lead + 1, verb)?;
    Some((source, if colon { verb + 1 } else { source.1 }))
}

/// The subject that two verbs share: the speaker of the attribution before, or the sentence's first phrase.
fn shared(line: &Line<'_>, sentence: Range, drafts: &[Draft], before: usize) -> Option<Range> {
    let last = drafts.iter().rfind(|draft| draft.cue.is_some_and(|cue| cue.1 <= before));
    if let Some(source) = last.and_then(|draft| draft.source) {
        return Some(source);
    }
    let first = nouns::phrase(line, sentence.0, before)
        .filter(|first| nouns::can_be_subject(line, *first) && !line.tokens[sentence.0].is(Roles::PREPOSITION));
    first.or_else(|| {
        (sentence.0..before)
            .filter(|at| {
                line.tokens[*at].is(Roles::PRONOUN) && !line.tokens[*at].is(Roles::DETERMINER) && line.tokens[*at].out()
            })
            .map(|at| (at, at + 1))
            .next()
    })
}
