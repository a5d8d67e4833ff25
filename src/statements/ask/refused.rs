//! Words of saying that attribute nothing, whatever the model would make of them.
//!
//! In: a word of the cue table, or a colon. Out: whether it is no candidate:
//!
//! ```text
//! EXCLUSIVE: The mill is sold                        a label
//! was quoted by the Gazette as saying                leads over to the cue
//! calls off the search                               another verb; near miss: calls the search off-limits
//! Let me tell you about the ferry                    a wish; near miss: I let it be, he said
//! ```

use crate::statements::Part;
use crate::statements::article::{Article, Sentence};
use crate::statements::tokens::{Flags, Token};
use crate::statements::words::{Class, Roles};

/// Whether the word at `at` attributes nothing.
pub(super) fn is_refused(article: &Article<'_>, at: usize, sentence: Sentence) -> bool {
    let Some(token) = article.tokens.get(at) else { return true };
    if token.is(Class::COLON) {
        return is_label(article, at, sentence);
    }
    leads_to_saying(article, at, sentence) || is_undone(article, at) || is_wish(article, at)
}

/// Whether the colon at `at` ends a label that is all that stands before it: `EXCLUSIVE: The mill is sold`; in a dek any
/// words in capitals are one.
fn is_label(article: &Article<'_>, at: usize, sentence: Sentence) -> bool {
    let label = article.tokens.get(sentence.start..at).unwrap_or(&[]);
    let listed = label.len() == 1 && label[0].roles.any(Roles::LABEL);
    let dek = article.passages.get(sentence.passage).is_some_and(|passage| passage.part == Part::Dek);
    listed || dek && label.len() > 1 && label.iter().all(|token| token.flags.has(Flags::SHOUTED))
}

/// Whether `quoted` at `at` only leads to the cue behind it: `was quoted by the Gazette as saying`.
fn leads_to_saying(article: &Article<'_>, at: usize, sentence: Sentence) -> bool {
    const REACH: usize = 10;
    let tokens = article.tokens.get(at..sentence.end.min(at + REACH)).unwrap_or(&[]);
    let saying =
        |pair: &[Token]| pair[0].kind == Class::PREP && pair[1].form > 0 && pair[1].flags.has(Flags::PARTICIPLE);
    let before = article.tokens.get(sentence.start..at).unwrap_or(&[]).iter().rev();
    let passive = before.take_while(|token| token.is_auxiliary()).any(|token| token.kind == Class::BE);
    let near = tokens.iter().take_while(|token| token.is_out() && !token.is(Class::COMMA)).count();
    let cited = tokens.first().is_some_and(|token| token.roles.any(Roles::CITED));
    cited && passive && tokens[..near].windows(2).any(saying)
}

/// Whether it stands in a wish: `let me tell you`, `let’s say`.
fn is_wish(article: &Article<'_>, at: usize) -> bool {
    let before = |by: usize| at.checked_sub(by).and_then(|at| article.tokens.get(at));
    let one = before(1).is_some_and(|token| token.kind == Class::PRON || token.roles.any(Roles::OWNER));
    one && before(2).is_some_and(|token| token.roles.any(Roles::LETTING))
}

/// Whether a particle makes another verb of it: `calls off`.
fn is_undone(article: &Article<'_>, at: usize) -> bool {
    article.tokens.get(at + 1).is_some_and(|next| next.is_out() && next.roles.any(Roles::UNDOING))
}
