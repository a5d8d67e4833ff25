//! Posts set among the paragraphs: the text of a post, and under it the line that signs it.
//!
//! In: the article and its possible cues. Out: a [`Draft`] a post: its words are its author's, as they stand. It has a cue
//! where the line above announces it (`Brook wrote within the hour:`).
//!
//! ```text
//! The ferry is back. Thank you all for waiting. pic.example.com/a1      <- said by Ada Brook
//! — Ada Brook (@adabrook) March 4, 2026
//! ```
//!
//! The paragraph over the line belongs to the post, and those above it as long as all of them are no longer than a post
//! may be. Links at the end of a paragraph are no words. Left to `layout`: that the lines are paragraphs.

use super::article::{Article, Range};
use super::ask::Reading;
use super::decide::{Draft, choose_source, cue_words};
use super::features::Weights;
use super::passages::Part;
use super::tokens::Flags;
use super::words::Class;

/// Code points that a post has at most (the limit that most of the platforms' posts are written under).
const LONGEST: usize = 280;
/// Tokens of a signing line.
const SIGNED: usize = 32;
/// How sure the posts are, in tenths.
const MARGIN: i32 = 40;

/// Finds the posts.
pub(super) fn posts(reading: &Reading<'_>, weights: &Weights) -> Vec<Draft> {
    let article = reading.article;
    let signs = |number: &usize| Some((*number, signature(article, *number)?));
    let signed: Vec<(usize, Range)> = (0..article.spans.len()).filter_map(|number| signs(&number)).collect();
    let mut floor = 0;
    let mut made = Vec::new();
    for (number, source) in signed {
        let content = content(article, floor, number, source);
        floor = number + 1;
        if let Some(first) = content.first() {
            let (cue, told) = announced(reading, weights, *first).unzip();
            let source = told.flatten().or(Some(source));
            made.push(Draft { cue, source, content, margin: MARGIN, verbatim: true });
        }
    }
    made
}

/// The cue and the source of the line above a post that ends with a colon: `Brook wrote within the hour:`.
fn announced(reading: &Reading<'_>, weights: &Weights, post: Range) -> Option<(Range, Option<Range>)> {
    let article = reading.article;
    let before = article.passage(post.start).start.checked_sub(1)?;
    let line = article.passage(before);
    article.tokens.get(before).filter(|token| token.is(Class::COLON))?;
    let listed = |at: usize| line.holds(at) && article.tokens.get(at).is_some_and(|token| token.form > 0);
    let cue = reading.candidates.iter().rfind(|cue| listed(cue.at))?;
    let (source, _) = choose_source(reading, weights, cue.at, &[]);
    Some((cue_words(reading, cue.at, source.unwrap_or_default(), &|_| false), source))
}

/// The name in a line that signs a post: `— Ada Brook (@adabrook) March 4, 2026`.
fn signature(article: &Article<'_>, number: usize) -> Option<Range> {
    let (span, passage) = (*article.spans.get(number)?, article.passages.get(number)?);
    if passage.part != Part::Body || span.len() > SIGNED {
        return None;
    }
    let dash = article.tokens.get(span.start).is_some_and(|token| token.kind.is_in(&[Class::DASH, Class::HYPHEN]));
    let start = span.start + usize::from(dash);
    let handle = (start..span.end).find(|at| {
        let bracket = at.checked_sub(1).and_then(|before| article.tokens.get(before));
        article.text(*at).starts_with('@') && bracket.is_some_and(|token| token.is(Class::BRACKET_OPEN))
    })?;
    let dated = article.tokens.get(span.end.checked_sub(1)?).is_some_and(|token| token.flags.has(Flags::NUMBER));
    let word = |at: &usize| article.tokens.get(*at).is_some_and(super::tokens::Token::is_word);
    let end = start + (start..handle - 1).take_while(word).count();
    (dated && end > start).then_some(Range::new(start, end))
}

/// The paragraphs of the post that the line `number` signs, from `floor` on. One that names its author (`signed`) tells of
/// the post and is none of it.
fn content(article: &Article<'_>, floor: usize, number: usize, signed: Range) -> Vec<Range> {
    let names = |at: usize| {
        let token = article.tokens.get(at).filter(|token| token.is_upper() && token.end - token.start > 2);
        token.is_some() && (signed.start..signed.end).any(|name| article.text(name) == article.text(at))
    };
    let section = article.passages.get(number).map(|passage| passage.section);
    let (mut pieces, mut width) = (Vec::new(), 0);
    for at in (floor..number).rev() {
        let (Some(passage), Some(span)) = (article.passages.get(at), article.spans.get(at)) else { break };
        let piece = without_links(article, *span);
        width += printed(article, piece).chars().count() + 1;
        let opens = article.tokens.get(span.end - 1).is_some_and(|token| token.is(Class::COLON));
        let told = (span.start..span.end).any(names);
        let own = passage.part == Part::Body && Some(passage.section) == section && !opens && !told;
        if !own || width > LONGEST && !pieces.is_empty() {
            break;
        }
        if !piece.is_empty() {
            pieces.push(piece);
        }
    }
    pieces.reverse();
    pieces
}

/// A range of one passage as printed.
fn printed<'a>(article: &'a Article<'_>, range: Range) -> &'a str {
    let token = |at: Option<usize>| at.and_then(|at| article.tokens.get(at));
    let (Some(first), Some(last)) = (token(Some(range.start)), token(range.end.checked_sub(1))) else { return "" };
    let text = article.passages.get(first.passage as usize).map_or("", |passage| passage.text.text());
    text.get(first.start as usize..last.end as usize).unwrap_or("")
}

/// A paragraph without the links at its end.
fn without_links(article: &Article<'_>, span: Range) -> Range {
    let text = |at: usize| article.text(at);
    let linked = |at: usize| text(at).starts_with("http") || text(at).contains(".com/") || text(at).starts_with("t.co");
    let from = span.end.saturating_sub(12).max(span.start);
    // From the first of the links at the end on, nothing but links and the signs between their parts.
    let part = |at: usize| linked(at) || matches!(text(at), ":" | "/" | "//");
    let mut end = span.end;
    while end > from && part(end - 1) {
        end -= 1;
    }
    let any = (end..span.end).any(linked);
    Range::new(span.start, if any { end } else { span.end })
}
