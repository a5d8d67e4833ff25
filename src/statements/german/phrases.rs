//! Attributions without a verb of saying in the main clause.
//!
//! In: a sentence. Out: [`Draft`]s. Forms: `laut Polizei`, `der Polizei zufolge`, `nach Angaben der Polizei`, `nach Polizeiangaben`,
//! `ihrer Ansicht nach`, `…, so Kern`, `wie die Polizei mitteilte`, `heißt es aus dem Amt`, `Ihr Fazit: …`. Left out: `laut` as an adverb (`sie rief laut`), `so` in any other use.

use super::clauses::{Range, colon, is_border, is_report, is_reported, is_subordinate, next_border, part_start};
use super::draft::Draft;
use super::nouns;
use super::tokens::Line;
use super::words::{Mood, Roles, Words};

/// The attributions of a sentence that a phrase makes.
pub(super) fn find(line: &Line<'_>, sentence: Range) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for at in sentence.0..sentence.1 {
        let token = &line.tokens[at];
        if !token.out() || !token.word || found.iter().any(|draft| draft.cue.is_some_and(|cue| at < cue.1)) {
            continue;
        }
        let draft = match token.entry.phrase {
            Some("before") => before(line, at, sentence),
            Some("after") => after(line, at, sentence),
            Some("noun") => noun(line, at, sentence).or_else(|| noun_before(line, at, sentence)),
            Some("so") => so(line, at, sentence),
            Some("clause") => clause(line, at, sentence),
            Some("echo") => Some(around(line, (at, at + 1), None, sentence, 55)),
            _ if token.entry.heading && token.upper => heading(line, at, sentence),
            _ if token.entry.impersonal => impersonal(line, at, sentence),
            _ => None,
        };
        found.extend(draft.filter(|draft| draft.open || !draft.content.is_empty()));
    }
    found
}

/// A draft whose content is the sentence but for the phrase and the commas at it.
fn around(line: &Line<'_>, phrase: Range, source: Option<Range>, sentence: Range, confidence: u8) -> Draft {
    let content = [(sentence.0, phrase.0), (phrase.1, sentence.1)];
    let worded = |range: &Range| (range.0..range.1).any(|at| line.tokens[at].word);
    let content = content.into_iter().filter(worded).collect();
    Draft { content, cue: Some(phrase), source, confidence, open: false, said: false }
}

/// `Laut Polizei …`
fn before(line: &Line<'_>, at: usize, sentence: Range) -> Option<Draft> {
    let source = nouns::phrase(line, at + 1, sentence.1).filter(|source| source.0 == at + 1)?;
    let draft = around(line, (at, source.1), Some(source), sentence, 85);
    Some(Draft { cue: Some((at, at + 1)), ..draft })
}

/// `Der Polizei zufolge …`
fn after(line: &Line<'_>, at: usize, sentence: Range) -> Option<Draft> {
    let start = part_start(line, at, sentence.0).max(at.saturating_sub(12));
    let source = (start..at)
        .find_map(|from| nouns::phrase(line, from, at).filter(|source| source.0 == from && source.1 == at))?;
    let draft = around(line, (source.0, at + 1), Some(source), sentence, 85);
    Some(Draft { cue: Some((at, at + 1)), ..draft })
}

/// `Nach Angaben der Polizei …`, `nach eigenen Angaben`, `nach Polizeiangaben`.
fn noun(line: &Line<'_>, at: usize, sentence: Range) -> Option<Draft> {
    let words = Words::get();
    let noun = (at + 1..sentence.1.min(at + 4)).find(|next| line.tokens[*next].upper)?;
    if (at + 1..noun)
        .any(|between| line.tokens[between].is(Roles::PREPOSITION) || line.tokens[between].is(Roles::SUBORDINATOR))
    {
        return None;
    }
    if !line.tokens[noun].entry.noun && words.compound(&line.of(noun).to_lowercase()) {
        return Some(around(line, (at, noun + 1), Some((noun, noun + 1)), sentence, 75));
    }
    if !line.tokens[noun].entry.noun {
        return None;
    }
    let next = line.tokens.get(noun + 1).filter(|_| noun + 1 < sentence.1);
    let linked = next.is_some_and(|next| next.is(Roles::LINK));
    let genitive = next.is_some_and(|next| next.is(Roles::GENITIVE) || next.upper && noun == at + 1);
    let source =
        (linked || genitive).then(|| nouns::phrase(line, noun + 1 + usize::from(linked), sentence.1)).flatten();
    let source = source.or_else(|| possessive(line, (at + 1, noun), sentence));
    let end = source.map_or(noun + 1, |source| source.1.max(noun + 1));
    let end = if source.is_some_and(|source| source.0 < noun || source.0 > noun + 2) { noun + 1 } else { end };
    source?;
    let draft = around(line, (at, end), source, sentence, 85);
    Some(Draft { cue: Some((at, noun + 1)), ..draft })
}

/// `Ihrer Ansicht nach …`
fn noun_before(line: &Line<'_>, at: usize, sentence: Range) -> Option<Draft> {
    let start = at.checked_sub(2).filter(|start| *start >= sentence.0)?;
    let fits =
        line.tokens[start].is(Roles::POSSESSIVE) && line.tokens[start].out() && line.tokens[start + 1].entry.noun;
    let draft = fits.then(|| around(line, (start, at + 1), Some((start, start + 1)), sentence, 80))?;
    Some(Draft { cue: Some((start + 1, at + 1)), ..draft })
}

/// `Ihr Fazit: …`, `Die Begründung der Stadt: …`; what is said may follow in the next sentence.
fn heading(line: &Line<'_>, at: usize, sentence: Range) -> Option<Draft> {
    let colon = colon(line, at, sentence.1)?;
    let lead = at.checked_sub(1).filter(|lead| *lead >= sentence.0);
    let whose = lead.filter(|lead| at + 1 == colon && line.tokens[*lead].is(Roles::POSSESSIVE)).map(|lead| (lead, at));
    let owner = || {
        let linked = line.tokens[at + 1].is(Roles::LINK);
        let owned = linked || line.tokens[at + 1].is(Roles::GENITIVE);
        nouns::phrase(line, at + 1 + usize::from(linked), colon).filter(|source| owned && source.1 == colon)
    };
    // Nothing else stands before it: `Und ihr Fazit: …`.
    let first = whose.map_or(lead.unwrap_or(at), |whose| whose.0);
    let opens = (sentence.0..first).all(|at| line.tokens[at].is(Roles::COORDINATOR.and(Roles::ADVERB)));
    let source = whose.or_else(owner).filter(|_| opens)?;
    let content = (colon + 1, sentence.1);
    let open = content.0 >= content.1;
    let content = if open { Vec::new() } else { vec![content] };
    Some(Draft { content, cue: Some((at, at + 1)), source: Some(source), confidence: 80, open, said: false })
}

/// Who is meant by `nach eigenen Angaben`, `nach seiner Ansicht`: the pronoun, or the sentence's first phrase.
fn possessive(line: &Line<'_>, between: Range, sentence: Range) -> Option<Range> {
    if between.0 >= between.1 {
        return None;
    }
    // `nach einer Mitteilung`: it speaks itself.
    if line.tokens[between.0].is(Roles::INDEFINITE) {
        return Some((between.0, between.1 + 1));
    }
    if line.tokens[between.0].is(Roles::DETERMINER) {
        return Some((between.0, between.0 + 1));
    }
    let own = line.tokens[between.0].is(Roles::OWN);
    nouns::phrase(line, sentence.0, sentence.1).filter(|source| own && source.0 == sentence.0)
}

/// `…, so Kern.`
fn so(line: &Line<'_>, at: usize, sentence: Range) -> Option<Draft> {
    let set_off = at > sentence.0 && (is_border(line, at - 1) || line.tokens[at - 1].quote.is_some());
    let source = nouns::phrase(line, at + 1, sentence.1).filter(|source| set_off && source.0 == at + 1)?;
    let ends = source.1 == sentence.1
        || !line.tokens[source.1].word
        || line.tokens[source.1].is(Roles::PREPOSITION.and(Roles::ADVERB));
    if !ends || line.tokens[at].upper {
        return None;
    }
    let start = colon(line, sentence.0, at).map_or(sentence.0, |colon| colon + 1);
    let mut content = vec![(start, at)];
    let border = next_border(line, source.1, sentence.1);
    if let Some(border) = border.filter(|border| goes_on(line, (start, at), (*border + 1, sentence.1))) {
        content.push((border + 1, sentence.1));
    }
    Some(Draft { content, cue: Some((at, at + 1)), source: Some(source), confidence: 88, open: false, said: false })
}

/// Whether what stands behind the speaker goes on what was said before: a quotation, or a report that was not whole.
pub(super) fn goes_on(line: &Line<'_>, left: Range, right: Range) -> bool {
    let Some(first) = line.tokens.get(right.0).filter(|_| right.0 < right.1) else { return false };
    if first.quote.is_some() || first.is(Roles::THAT) {
        return true;
    }
    if is_subordinate(line, right) {
        return false;
    }
    // `Das spalte, so Kern, nicht nur den Rat, sondern …`: no clause of its own.
    if first.is(Roles::NEGATION) && !first.upper {
        return true;
    }
    is_report(line, right.0, right.1, Mood::Weak)
        || (is_reported(line, right.0, right.1, Mood::Weak) && !is_reported(line, left.0, left.1, Mood::Weak))
}

/// `Wie die Polizei mitteilte, …`
fn clause(line: &Line<'_>, at: usize, sentence: Range) -> Option<Draft> {
    if at > sentence.0 && !is_border(line, at - 1) {
        return None;
    }
    let end = next_border(line, at, sentence.1)
        .unwrap_or_else(|| sentence.1 - usize::from(!line.tokens[sentence.1 - 1].word));
    if let Some(draft) = heard(line, at, end, sentence) {
        return Some(draft);
    }
    let source = nouns::phrase(line, at + 1, end)?;
    let is_cue = |verb: usize| line.tokens.get(verb).is_some_and(|token| !token.upper && !token.entry.verbs.is_empty());
    let last = end.checked_sub(1).filter(|last| *last >= source.1)?;
    let auxiliary = line.tokens[last].is(Roles::AUXILIARY) && last > source.1;
    let verb = if auxiliary { last - 1 } else { last };
    let early = (source.1..end).find(|verb| is_cue(*verb)).filter(|_| is_cue(source.1));
    let verb = if is_cue(verb) { verb } else { early? };
    let draft = around(line, (at.max(sentence.0), end), Some(source), sentence, 85);
    Some(Draft { cue: Some((verb, verb + 1)), ..draft })
}

/// `…, wie es aus dem Amt heißt`: nobody but whom a preposition names.
fn heard(line: &Line<'_>, at: usize, end: usize, sentence: Range) -> Option<Draft> {
    let verb = end.checked_sub(1).filter(|verb| *verb > at + 2)?;
    if !Words::get().impersonal(line.of(at + 1), line.of(verb)) {
        return None;
    }
    let lead = (at + 2..verb).find(|lead| line.tokens[*lead].is(Roles::PREPOSITION))?;
    let source = nouns::phrase(line, lead + 1, verb);
    let draft = around(line, (at, end), source, sentence, 80);
    Some(Draft { cue: Some((verb, verb + 1)), ..draft })
}

/// `…, heißt es aus dem Amt.`
fn impersonal(line: &Line<'_>, at: usize, sentence: Range) -> Option<Draft> {
    if at + 1 >= sentence.1 || !Words::get().impersonal(line.of(at), line.of(at + 1)) {
        return None;
    }
    let lead = (at + 2..sentence.1.min(at + 5)).find(|next| line.tokens[*next].is(Roles::PREPOSITION));
    let right = lead.and_then(|lead| nouns::phrase(line, lead + 1, sentence.1));
    let start = part_start(line, at, sentence.0);
    let fronted = line.tokens[start].is(Roles::PREPOSITION) && start < at;
    let source = right.or_else(|| fronted.then(|| nouns::phrase(line, start + 1, at)).flatten());
    let border = next_border(line, at, sentence.1);
    let left_said = start == at && at > sentence.0;
    let content = if left_said { vec![(sentence.0, at)] } else { vec![(border? + 1, sentence.1)] };
    Some(Draft { content, cue: Some((at, at + 2)), source, confidence: 80, open: false, said: false })
}
