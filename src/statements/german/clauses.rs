//! The outline of a sentence: its parts between commas, colons and dashes, and whether it is told as somebody's report.
//!
//! In: a [`Line`] and a token range. Out: borders and facts about the parts. Marks inside quotations and brackets are no
//! borders. `Die Lage sei ernst` is a report, `Die Lage, die ernst sei, bleibt` is none.

use super::tokens::Line;
use super::words::{Mood, Roles, Words};

/// A token range.
pub(super) type Range = (usize, usize);

/// Whether the token is a comma, colon, semicolon or dash outside quotations.
pub(super) fn is_border(line: &Line<'_>, at: usize) -> bool {
    line.tokens.get(at).is_some_and(|token| {
        token.out()
            && !token.word
            && (matches!(token.first, ',' | ':' | ';')
                || token.dash() && line.spaced_before(at) && line.spaced_after(at))
    })
}

/// The first border in a range.
pub(super) fn next_border(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    let mut depth = 0_usize;
    (from..to).find(|at| {
        match line.tokens[*at].first {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_border(line, *at)
    })
}

/// The first colon in a range that stands outside quotations.
pub(super) fn colon(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    (from..to).find(|at| line.tokens[*at].mark(':') && line.tokens[*at].out())
}

/// The parts of a range between borders, empty ones left out.
pub(super) fn parts(line: &Line<'_>, from: usize, to: usize) -> Vec<Range> {
    let mut found = Vec::new();
    let mut start = from;
    while let Some(border) = next_border(line, start, to) {
        if start < border {
            found.push((start, border));
        }
        start = border + 1;
    }
    if start < to {
        found.push((start, to));
    }
    found
}

/// The token after the last border before `at`, not before `from`.
pub(super) fn part_start(line: &Line<'_>, at: usize, from: usize) -> usize {
    (from..at).rev().find(|border| is_border(line, *border)).map_or(from, |border| border + 1)
}

/// Whether a part is a subordinate clause: it begins with a subordinator or a relative pronoun, perhaps after a preposition.
pub(super) fn is_subordinate(line: &Line<'_>, part: Range) -> bool {
    let first = line.tokens.get(part.0);
    first.is_some_and(|first| first.is(Roles::SUBORDINATOR)) || is_relative(line, part)
}

/// Whether a part begins with a relative pronoun: one that no noun of its own follows.
pub(super) fn is_relative(line: &Line<'_>, part: Range) -> bool {
    let after_preposition = line.tokens.get(part.0).is_some_and(|first| first.is(Roles::PREPOSITION));
    let at = part.0 + usize::from(after_preposition);
    let relative = line.tokens.get(at).is_some_and(|token| at < part.1 && token.is(Roles::RELATIVE) && token.out());
    let follows = at > 0 && line.tokens.get(part.0.wrapping_sub(1)).is_some_and(|border| border.mark(','));
    // `das sei sicher`: the verb second makes it a main clause.
    let verb_second = line.tokens.get(at + 1).is_some_and(|next| at + 2 < part.1 && next.entry.mood.is_some());
    relative && follows && !verb_second && !is_article(line, at, part.1)
}

/// Whether a noun follows an article, perhaps after an adjective, and then a verb in the subjunctive or nothing that ends the part.
fn is_article(line: &Line<'_>, at: usize, end: usize) -> bool {
    let noun = (at + 1..end.min(at + 4)).find(|next| line.tokens[*next].upper || line.tokens[*next].quote.is_some());
    let Some(noun) = noun else { return false };
    if (at + 1..noun).any(|between| !line.tokens[between].entry.roles.none()) {
        return false;
    }
    // Verb second: the subjunctive stands soon after the noun; verb last: at the end of the part.
    let verb = (noun + 1..end).find(|next| line.tokens[*next].subjunctive(Mood::Weak));
    verb.is_some_and(|verb| verb + 1 < end || verb <= noun + 2)
}

/// Whether a range holds a subjunctive of a main clause.
pub(super) fn is_reported(line: &Line<'_>, from: usize, to: usize, least: Mood) -> bool {
    parts(line, from, to).into_iter().any(|part| !is_subordinate(line, part) && has_subjunctive(line, part, least))
}

/// Whether the sentence itself, not just a part of it, is told as a report: its first main part holds a subjunctive.
pub(super) fn is_report(line: &Line<'_>, from: usize, to: usize, least: Mood) -> bool {
    let mut fronted = false;
    let mut hung = false;
    for part in parts(line, from, to) {
        // `Das Dach, das alt sei, werde erneuert`: the verb of the main clause follows what hangs on its subject.
        if hung && line.tokens[part.0].subjunctive(least) {
            return true;
        }
        hung = is_subordinate(line, part);
        if is_subordinate(line, part) && !has_inverted(line, part) {
            fronted = true;
            continue;
        }
        if has_subjunctive(line, part, least) {
            return true;
        }
        // A part without a verb (`Dafür, so sehr es schmerzt, …`) or a quotation may stand in front.
        let first = &line.tokens[part.0];
        let short = part.1 - part.0 <= 3 && first.is(Roles::ADVERB.and(Roles::COORDINATOR).and(Roles::PREPOSITION));
        let front = short || first.quote.is_some();
        if !front && !fronted {
            return false;
        }
        fronted = false;
    }
    false
}

/// A conditional without a conjunction (`Sollte es regnen, …`) is no main clause, but shows the mood.
fn has_inverted(line: &Line<'_>, part: Range) -> bool {
    line.tokens.get(part.0).is_some_and(|first| first.entry.mood.is_some() && !first.is(Roles::RELATIVE))
}

/// Whether a part holds a subjunctive that no first person has.
pub(super) fn has_subjunctive(line: &Line<'_>, part: Range, least: Mood) -> bool {
    (part.0..part.1).any(|at| line.tokens[at].subjunctive(least))
        && !(part.0..part.1).any(|at| line.tokens[at].out() && line.tokens[at].is(Roles::FIRST))
}

/// Whether a part is an infinitive with its leader: `den Plan zu ändern`, `den Plan abzulehnen`.
pub(super) fn is_infinitive(line: &Line<'_>, part: Range) -> bool {
    let words = Words::get();
    let small = |at: usize| line.tokens.get(at).is_some_and(|token| token.word && !token.upper && token.out());
    let led = (part.0 + 1..part.1)
        .any(|at| small(at - 1) && line.tokens[at - 1].is(Roles::TO) && small(at) && words.infinitive(line.of(at)));
    led || (part.0..part.1)
        .any(|at| small(at) && line.tokens[at].entry.roles.none() && words.led_infinitive(line.of(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(text: &str) -> bool {
        let line = Line::new(text, false);
        is_report(&line, 0, line.tokens.len(), Mood::Strong)
    }

    #[test]
    fn a_report_has_its_verb_in_the_main_clause() {
        assert!(report("Die Lage sei ernst, aber nicht hoffnungslos."));
        assert!(report("Wenn es regne, müsse man warten."));
        assert!(report("Das Dach, das alt sei, werde erneuert.") || !report("Das Dach, das alt sei, bleibt."));
        assert!(!report("Der Vorwurf, er habe gelogen, wiegt schwer."));
        assert!(!report("Er prüfte, ob das Dach dicht sei."));
        assert!(!report("Der Zug fährt, die Fahrt dauert lange."));
    }

    #[test]
    fn infinitives_have_their_particle() {
        let line = Line::new("den Plan zu ändern", false);
        assert!(is_infinitive(&line, (0, 4)));
        let line = Line::new("den Plan abzulehnen", false);
        assert!(is_infinitive(&line, (0, 3)));
        let line = Line::new("zum Plan nichts", false);
        assert!(!is_infinitive(&line, (0, 3)));
    }
}
