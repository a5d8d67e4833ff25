//! Who was told: the object of `told`, `asked`, `urged`, or what stands behind `to` after a verb of saying.
//!
//! In: the attributions. Out: for each who was told, as printed: `told the Port Gazette that …` → `the Port Gazette`;
//! `urged residents to …` → `residents`; `the crews were warned that …` → `the crews`.
//! What was said, a day or place, and adverbs are no hearer.

use std::sync::LazyLock;

use super::choose::Article;
use super::tokens::{Form, Run, Text};
use super::words::{self, ByKey, CALENDAR, CONJUNCTION, FUNCTION, PREPOSITION, RELATIVE, TO};
use crate::lexicon;
use crate::statements::{Found, Place};

/// No hearer is longer, in tokens.
const LONGEST: usize = 14;

/// Verbs whose object is told; whether they are participles too.
static CUES: LazyLock<ByKey<bool>> = LazyLock::new(|| {
    let rows = lexicon::rows("en", "hearer_cues.txt");
    let entry = |row: lexicon::Row| {
        let word = row.first()?.split(' ').next()?;
        Some((words::key(word), row.get(1).is_some_and(|forms| forms.contains("passive"))))
    };
    rows.filter_map(entry).collect()
});

/// The hearer of every statement.
pub(super) fn hearers(article: &Article<'_>, found: &[Found]) -> Vec<Option<String>> {
    found.iter().map(|found| hearer(&article.text, found)).collect()
}

fn hearer(text: &Text<'_>, found: &Found) -> Option<String> {
    let cue = text.run(found.cue?);
    let verb = cue.clone().find(|at| text.get(*at).is_some_and(|token| CUES.contains_key(&token.word.key)));
    let stops: Vec<Run> = found.content.iter().chain(&found.source).map(|place: &Place| text.run(*place)).collect();
    let run = match verb {
        Some(verb) => {
            let passive = text.get(verb).is_some_and(|token| CUES.get(&token.word.key) == Some(&true));
            let auxiliary = verb > cue.start && passive && found.source.is_none();
            if auxiliary { before(text, cue.start) } else { object(text, cue.end, &stops)? }
        }
        None => match text.beside(cue.end, cue.start).filter(|token| token.is(TO)) {
            Some(_) => object(text, cue.end + 1, &stops)?,
            None => led(text, &cue, &stops)?,
        },
    };
    Some(text.printed(&run).trim().to_owned()).filter(|hearer| !hearer.is_empty())
}

/// Who the head of the sentence or the words behind the cue say it was said to: `Speaking to the Port Gazette, …`, `said in an
/// interview with Radio Alba`.
fn led(text: &Text<'_>, cue: &Run, stops: &[Run]) -> Option<Run> {
    const REACH: usize = 30;
    let sentence = text.get(cue.start)?.sentence;
    let here = |at: usize| text.beside(at, cue.start).is_some_and(|token| token.sentence == sentence);
    let head = (cue.start.saturating_sub(REACH)..=cue.start).find(|at| here(*at))?;
    let printed = |at: usize| text.get(at).filter(|_| here(at)).map_or("", |token| text.printed_token(token));
    let opener = Some(head).filter(|head| {
        matches!(printed(*head), "Speaking" | "Talking" | "Writing") && matches!(printed(*head + 1), "to" | "with")
    });
    let talk = |at: usize| {
        printed(at) == "interview" && printed(at + 1) == "with"
            || matches!(printed(at), "email" | "statement" | "letter") && printed(at + 1) == "to"
    };
    let near = (head..head + 5).chain(cue.end..cue.end + 4);
    let start = opener.or_else(|| near.into_iter().find(|at| talk(*at)))? + 2;
    let free = !stops.iter().any(|run| run.contains(&start));
    object(text, start, stops).filter(|_| free)
}

/// The noun phrase that begins at `start`, before what was said.
fn object(text: &Text<'_>, start: usize, stops: &[Run]) -> Option<Run> {
    let first = text.get(start)?;
    if !first.wordy() || first.is((PREPOSITION | RELATIVE | FUNCTION | CONJUNCTION | CALENDAR) & !words::SECOND) {
        return None;
    }
    let mut end = start;
    while end < start + LONGEST {
        let Some(token) = text.beside(end, start) else { break };
        let sign = matches!(token.form, Form::Mark(found) if !matches!(found, '’' | '\'' | '.' | '&'));
        let clause = token.is((RELATIVE | FUNCTION | PREPOSITION) & !words::SECOND)
            && !token.capital()
            && !goes_on(text, end, start);
        let day = token.is(CALENDAR) && !text.before(end).is_some_and(super::tokens::Token::capital);
        let stop = token.mark('.') && text.beside(end + 1, start).is_none_or(|next| next.opens);
        if sign || clause || stop || day || stops.iter().any(|run| run.contains(&end)) || (token.opens && end > start) {
            break;
        }
        end += 1;
    }
    (end > start).then_some(start..end)
}

/// Whether a preposition at `at` goes on a name or a number: `a crowd of 400`, `the Ministry of Roads`.
fn goes_on(text: &Text<'_>, at: usize, start: usize) -> bool {
    at > start && text.get(at).is_some_and(|token| token.is(words::OF))
}

/// The noun phrase that ends before `end`: the subject of a passive.
fn before(text: &Text<'_>, end: usize) -> Run {
    let mut start = end;
    while end - start < LONGEST {
        let Some(token) = text.before(start) else { break };
        if !token.wordy() || token.is(PREPOSITION | RELATIVE | FUNCTION) {
            break;
        }
        start -= 1;
        if text.get(start).is_some_and(|token| token.opens) {
            break;
        }
    }
    start..end
}
