//! Attributions that are nobody's statement, though their words are found like any other's.
//!
//! In: a draft. Out: whether it is left out: what the writer asks or tells (`I ask if the pier is safe`, `we suggest the
//! ferry`), and what nobody is said to have said (`Reed was asked how deep it is`, `the pier is said to lean`). What is
//! given in quotation marks is somebody's either way.

use super::Kind;
use super::article::{Article, Range};
use super::decide::Draft;
use super::find::kind;
use super::tokens::{Flags, Token};
use super::words::{Class, Roles};

/// Whether a draft is no statement.
pub(super) fn is_nobodys(article: &Article<'_>, draft: &Draft) -> bool {
    narrated(article, draft) && kind(article, draft) != Kind::Direct
        || agentless(article, draft) && kind(article, draft) == Kind::Indirect
}

/// Whether the writer is the source.
fn narrated(article: &Article<'_>, draft: &Draft) -> bool {
    let writer = |token: &Token| token.is_out() && token.roles.any(Roles::SELF);
    draft.source.is_some_and(|source| source.len() == 1 && writer(&article.tokens[source.start]))
}

/// Whether the cue is a passive without an agent: who stands before it is whom it happens to. `was quoted as saying` and
/// its kind have the speaker there.
fn agentless(article: &Article<'_>, draft: &Draft) -> bool {
    let Some(cue) = draft.cue else { return false };
    let words = article.tokens.get(cue.start..cue.end).unwrap_or(&[]);
    let Some(verb) = words.iter().position(|token| token.form > 0) else { return false };
    let flags = words[verb].flags;
    let passive = words[..verb].iter().any(|token| token.kind == Class::BE);
    let before = |source: Range| source.end <= cue.start + verb;
    passive
        && flags.has(Flags::INFLECTED)
        && !flags.has(Flags::PARTICIPLE)
        && !words[verb].roles.any(Roles::CITED)
        && draft.source.is_none_or(before)
}
