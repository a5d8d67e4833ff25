//! What is said to the right of a verb.
//!
//! In: a verb and the token from which what is said can begin. Out: ranges, whether they are clear (a colon, a clause, a quotation) or
//! only an object, and whether they go on in the next sentence. `sagte am Montag, der Zug fahre` gives the clause, `kritisierte den
//! Plan` the object, `sagte am Montag` nothing.

use super::clauses::{Range, has_subjunctive, is_border, is_infinitive, is_relative, next_border};
use super::nouns;
use super::tokens::Line;
use super::words::{Frame, Mood, Roles, Words};

/// A verb of saying in its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// Its token.
    pub(super) at: usize,
    /// What it takes.
    pub(super) frame: Frame,
    /// The preposition that its object has; empty for none.
    pub(super) governs: &'static str,
    /// Its particle.
    pub(super) particle: Option<usize>,
    /// The auxiliary, where it is a participle.
    pub(super) auxiliary: Option<usize>,
}

/// What is said behind `from` and before `end`.
pub(super) fn right_of(line: &Line<'_>, cue: &Cue, from: usize, end: usize) -> Option<(Vec<Range>, bool, bool)> {
    if let Some(colon) = (from..end).find(|at| line.tokens[*at].mark(':') && line.tokens[*at].out()) {
        let clause_before = (from..colon)
            .any(|at| line.tokens[at].mark(',') && line.tokens[at].out() && opens_clause(line, cue, at + 1, colon));
        if !clause_before {
            let ends = colon + 1 >= end;
            return Some((if ends { Vec::new() } else { vec![(colon + 1, end)] }, true, ends));
        }
    }
    let clauses_from = cue.auxiliary.map_or(from, |_| from.max(cue.at + 1));
    let mut border = next_border(line, clauses_from, end);
    while let Some(at) = border {
        // `Während Kern den Plan begrüßt hatte, warnte Brandt, …`: the main clause is another's.
        if cue.auxiliary.is_some_and(|auxiliary| auxiliary > cue.at) && is_verb_first(line, at + 1, end) {
            break;
        }
        if line.tokens[at].mark(',') && opens_clause(line, cue, at + 1, end) {
            return Some((vec![(at + 1, clause_end(line, at + 1, end))], true, false));
        }
        border = next_border(line, at + 1, end);
    }
    let quote = (from..end).find(|at| line.tokens[*at].quote.is_some());
    match (cue.frame, quote) {
        (Frame::Quote | Frame::Ask, None) | (Frame::Say | Frame::Speak, None) => None,
        (Frame::Say | Frame::Quote | Frame::Ask, Some(quote)) => {
            let length = line.quotes.iter().find(|range| range.0 == quote).map_or(0, |range| range.1 - range.0);
            (length > 1).then(|| (vec![(quote, object_end(line, cue, quote, end))], true, false))
        }
        _ => object(line, cue, from, end).map(|range| (vec![range], quote.is_some(), false)),
    }
}

/// Whether the part at `start` is what is said: dass, a question word where asked, a quotation, a subjunctive, an infinitive.
fn opens_clause(line: &Line<'_>, cue: &Cue, start: usize, end: usize) -> bool {
    let Some(first) = line.tokens.get(start).filter(|_| start < end) else { return false };
    let part = (start, next_border(line, start, end).unwrap_or(end));
    if first.is(Roles::THAT) || first.is(Roles::QUESTION) && first.out() {
        return true;
    }
    if first.quote.is_some() {
        return line.quotes.iter().any(|quote| quote.0 == start);
    }
    if is_infinitive(line, part) {
        let last = (part.0..part.1).rev().find(|at| line.tokens[*at].word).unwrap_or(part.0);
        let closes = Words::get().infinitive(line.of(last)) && last > part.0 && line.tokens[last - 1].is(Roles::TO);
        return !matches!(cue.frame, Frame::Quote | Frame::Speak)
            && (closes || !is_relative(line, part))
            && !first.is(Roles::SUBORDINATOR.and(Roles::ASIDE));
    }
    if is_relative(line, part) || first.is(Roles::COORDINATOR) || matches!(cue.frame, Frame::Quote | Frame::Speak) {
        return false;
    }
    // The subjunctive may stand in a later part: `sagte, wenn es regne, bleibe man`.
    let reach = next_border(line, part.1 + 1, end).unwrap_or(end);
    let verb = |at: usize| {
        Words::get().subjunctive(line.of(at))
            && line.tokens[at].entry.roles.none()
            && !line.tokens[at].upper
            && line.tokens[at].out()
    };
    let open = (part.0 + 1..reach).any(|at| {
        verb(at) && line.tokens.get(at + 1).is_none_or(|next| !next.upper) && line.tokens[at - 1].entry.roles.none()
    });
    let said = matches!(cue.frame, Frame::Say | Frame::Appeal | Frame::Object) && open;
    said || has_subjunctive(line, part, Mood::Weak)
        || first.is(Roles::SUBORDINATOR) && part.1 < end && has_subjunctive(line, (part.1, reach), Mood::Weak)
}

/// Where a clause ends: an infinitive before a relative clause that hangs on it, all else at the end.
fn clause_end(line: &Line<'_>, start: usize, end: usize) -> usize {
    let stop = next_border(line, start, end)
        .filter(|_| is_infinitive(line, (start, next_border(line, start, end).unwrap_or(end))));
    stop.filter(|stop| is_relative(line, (stop + 1, end))).unwrap_or(end)
}

/// The object of a verb: from its first word to the end of the part, clauses that hang on it included.
fn object(line: &Line<'_>, cue: &Cue, from: usize, end: usize) -> Option<Range> {
    let mut start = from;
    if cue.frame == Frame::Appeal {
        let part = next_border(line, from, end).unwrap_or(end);
        start = (from..part).find(|at| line.of(*at) == cue.governs)?;
    }
    while start < end && passed_over(line, start) {
        // `am Montag`, `im Landtag`: a time or an adverb is no part of what is said.
        start += 1 + usize::from(line.tokens[start].is(Roles::PREPOSITION));
    }
    if cue.frame == Frame::Object && cue.auxiliary.is_some() {
        start = past_prepositions(line, start, cue.at.min(end));
    }
    let stop = if cue.auxiliary.is_some() && start < cue.at { cue.at } else { object_end(line, cue, start, end) };
    let first = line.tokens.get(start).filter(|_| start < stop && cue.particle != Some(start))?;
    let has_noun = (start..stop).any(|at| line.tokens[at].upper || line.tokens[at].quote.is_some());
    let fits = match cue.frame {
        Frame::Appeal => line.of(start) == cue.governs,
        Frame::Speak => first.is(Roles::PREPOSITION),
        Frame::Urge => first.is(Roles::PREPOSITION) && cue.particle.is_some(),
        _ => first.word || first.quote.is_some(),
    };
    let quoted = (start..stop).any(|at| line.tokens[at].quote.is_some());
    (fits && has_noun && (quoted || cue.frame != Frame::Speak)).then_some((start, stop))
}

/// The object behind prepositions and their nouns: `hat nach dem Sturm in der Nacht schwere Fehler eingeräumt`. Where no object
/// is left, the first of them.
fn past_prepositions(line: &Line<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && line.tokens[at].is(Roles::PREPOSITION) && line.tokens[at].out() {
        let own = |next: usize| line.tokens[next].is(Roles::DETERMINER);
        let Some(noun) = (at + 1..end).find(|next| !own(*next)) else { return from };
        let Some(phrase) = nouns::phrase(line, noun, end).filter(|phrase| phrase.0 == noun) else { return from };
        at = phrase.1;
    }
    let object = (at..end).any(|at| line.tokens[at].upper || line.tokens[at].quote.is_some());
    if object { at } else { from }
}

/// Whether a part opens with a verb of saying: the main clause behind a clause that stands in front.
fn is_verb_first(line: &Line<'_>, at: usize, end: usize) -> bool {
    let verb = line.tokens.get(at).filter(|token| at < end && token.out() && !token.upper);
    verb.is_some_and(|verb| verb.entry.verbs.iter().any(|verb| !verb.participle && !verb.fused))
}

fn passed_over(line: &Line<'_>, at: usize) -> bool {
    let token = &line.tokens[at];
    let time = line.tokens.get(at + 1).is_some_and(|next| next.is(Roles::TIME));
    token.out()
        && token.word
        && (token.is(Roles::PREPOSITION) && time
            || token.is(Roles::ADVERB.and(Roles::TIME))
            || token.is(Roles::OBLIQUE) && !token.is(Roles::DETERMINER))
}

/// Where the object ends: before the particle that closes the part, else at the sentence's end.
fn object_end(line: &Line<'_>, cue: &Cue, start: usize, end: usize) -> usize {
    let Some(particle) = cue.particle.filter(|particle| *particle >= start && *particle < end) else { return end };
    let clause_follows = line.tokens.get(particle + 1).is_some_and(|next| next.mark(',')) && particle + 2 < end;
    if clause_follows { end } else { particle }
}

/// Where what is said ends because another verb of saying follows with the same subject: `… und fügte hinzu`.
pub(super) fn next_cue(line: &Line<'_>, from: usize, end: usize) -> usize {
    (from..end)
        .find(|at| {
            let joins = line.tokens[*at].out() && line.tokens[*at].is(Roles::COORDINATOR);
            let mut next = at + 1;
            while next < end && line.tokens[next].is(Roles::ADVERB) && !line.tokens[next].upper {
                next += 1;
            }
            let verb = line.tokens.get(next).filter(|_| next < end);
            joins
                && verb.is_some_and(|verb| {
                    verb.out()
                        && !verb.upper
                        && verb.entry.verbs.iter().any(|verb| !verb.participle && !verb.fused)
                        && !verb.is(Roles::TO)
                })
                && !last_word(line, next, end)
        })
        .map_or(end, |at| if at > from && is_border(line, at - 1) { at - 1 } else { at })
}

/// Whether nothing but an end mark follows: a verb there closes a clause (`… und schreibt.`).
fn last_word(line: &Line<'_>, at: usize, end: usize) -> bool {
    (at + 1..end).all(|next| !line.tokens[next].word)
}
