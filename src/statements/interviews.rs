//! Interviews printed as questions and answers: every answer is said by the person interviewed, word for word.
//!
//! In: the article. Out: a [`Draft`] an answer, without cue, and the questions, in which nobody is quoted. A question is a
//! passage (paragraph or heading) that ends with a question mark; what follows up to the next one answers it, after the last
//! only one paragraph. It is an interview, and no list of things readers ask, where the questions speak to somebody (`you`)
//! and the answers speak of themselves (`I`). `Q:` and `A:` before them are no words of theirs.

use super::article::{Article, Count, Range};
use super::decide::Draft;
use super::passages::Part;
use super::tokens::{Mark, Token};
use super::words::{Class, Roles};

/// So many answers make an interview.
const LEAST: usize = 3;
/// A longer passage is no question.
const LONGEST: usize = 60;
/// How sure the answers are, in tenths.
const MARGIN: i32 = 40;

/// What an interview gives.
#[derive(Debug, Default)]
pub(super) struct Interview {
    /// The answers.
    pub answers: Vec<Draft>,
    /// The questions.
    pub asked: Vec<Range>,
}

/// Finds the answers of an interview; nothing in any other article.
pub(super) fn interview(article: &Article<'_>) -> Interview {
    let questions: Vec<usize> = (0..article.spans.len()).filter(|at| is_question(article, *at)).collect();
    if questions.len() < LEAST {
        return Interview::default();
    }
    let mut found = Interview::default();
    let (mut asks, mut tells) = (0, 0);
    for (index, number) in questions.iter().enumerate() {
        let until = questions.get(index + 1).copied().unwrap_or(number + 2).min(article.spans.len());
        let body = |at: &usize| article.passages.get(*at).is_some_and(|passage| passage.part == Part::Body);
        let pieces: Vec<Range> =
            (number + 1..until).take_while(body).filter_map(|at| answer(article, *article.spans.get(at)?)).collect();
        let (Some(asked), Some(first)) = (article.spans.get(*number), pieces.first()) else { continue };
        // A quoted answer is told by its marks.
        if article.tokens.get(first.start).is_some_and(|token| token.mark != Mark::Out) {
            continue;
        }
        asks += usize::from(has(article, *asked, Roles::HEARER));
        tells += usize::from(pieces.iter().any(|piece| has(article, *piece, Roles::SELF)));
        found.asked.push(*asked);
        found.answers.push(Draft { content: pieces, margin: MARGIN, verbatim: true, ..Draft::default() });
    }
    let all = found.answers.len();
    if all >= LEAST && asks * 3 >= all && asks >= 2 && tells * 2 >= all { found } else { Interview::default() }
}

fn is_question(article: &Article<'_>, number: usize) -> bool {
    let (Some(span), Some(passage)) = (article.spans.get(number), article.passages.get(number)) else { return false };
    let asks = |token: &Token| token.is(Class::QUESTION) && token.is_out();
    matches!(passage.part, Part::Body | Part::Heading)
        && span.len() <= LONGEST
        && span.end.checked_sub(1).and_then(|at| article.tokens.get(at)).is_some_and(asks)
}

/// The passage without the letter that says it is an answer.
fn answer(article: &Article<'_>, span: Range) -> Option<Range> {
    let letter = article.tokens.get(span.start).is_some_and(|token| token.is_upper() && token.end - token.start == 1);
    let labelled = letter && article.tokens.get(span.start + 1).is_some_and(|token| token.is(Class::COLON));
    let own = Range::new(span.start + 2 * usize::from(labelled), span.end);
    article.has(Count::Words, own.start, own.end).then_some(own)
}

fn has(article: &Article<'_>, range: Range, roles: Roles) -> bool {
    article.tokens.get(range.start..range.end).unwrap_or(&[]).iter().any(|token| token.roles.any(roles))
}
