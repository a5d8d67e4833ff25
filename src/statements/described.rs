//! A description between a quotation and the name of who says it belongs to the name: `“It is late,” its director, Ann
//! Orlova, said`.
//!
//! In: the content of a cue and its source. Out: both, the description moved over. Anything with a verb in it stays
//! where it is (`“It is late,” and nobody came, Orlova said`), and so does what begins with a preposition (`“too late” for the
//! pier, she said`).

use super::article::{Article, Range};
use super::tokens::{Mark, Token};
use super::words::{Class, Roles};

/// No description has more tokens.
const LONGEST: usize = 14;

/// Moves a description from the end of a piece of content to the source behind it.
pub(super) fn move_over(article: &Article<'_>, pieces: &mut [Range], source: Option<Range>) -> Option<Range> {
    let own = source?;
    let piece = pieces.iter_mut().find(|piece| piece.end <= own.start && own.start <= piece.end + 1)?;
    let tokens = |from: usize, to: usize| article.tokens.get(from..to).unwrap_or(&[]);
    let close = tokens(piece.start, piece.end).iter().rposition(|token| token.mark == Mark::Close)?;
    let start = piece.start + close + 1;
    let comma = tokens(start, own.start).last().is_some_and(|token| token.is(Class::COMMA));
    let told = tokens(start, own.start).iter().any(is_told);
    let led = article
        .tokens
        .get(start)
        .is_none_or(|token| !token.is_word() || token.roles.any(Roles::BOUNDARY.and(Roles::PREPOSITION)));
    let named = article.tokens.get(own.start).is_some_and(Token::is_upper);
    if comma && !told && !led && named && start < piece.end && own.start - start <= LONGEST {
        piece.end = start;
        return Some(Range::new(start, own.end));
    }
    source
}

/// Whether a token shows that its clause tells something.
fn is_told(token: &Token) -> bool {
    !token.is_out()
        || token.class == Class::CUE
        || token.kind == Class::PAST
        || token.roles.any(Roles::AUXILIARY.and(Roles::CLAUSE))
}
