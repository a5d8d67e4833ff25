//! Headlines that end with who says it: `Rate cut likely, says bank chief`.
//!
//! In: a [`Reading`] and a word of saying. Out: the tokens of who says it, behind the word, if the headline has this form: all
//! of it before the one comma is said. Near misses: `Ann Orlova, 50, says goodbye`, `Orlova, says port, is safe`; `Mayor
//! resigns, says sorry`, where the subject of the first verb says it, is left to the models.

use super::reading::Reading;
use super::subject::OPENERS;
use crate::statements::article::Range;
use crate::statements::tokens::{Flags, Mark, Token};
use crate::statements::words::{Class, Roles};

/// Tokens of the longest such source.
const LONGEST: usize = 7;
/// Words that attribute less often than this, of a hundred, do not count.
const LEAST: u8 = 50;

/// Who says it.
pub(in crate::statements) fn trailing(reading: &Reading<'_>, at: usize) -> Option<Range> {
    const MARKS: &[Class] = &[Class::COMMA, Class::COLON, Class::SEMICOLON, Class::DASH];
    let article = reading.article;
    let form = article.tokens.get(at).and_then(|token| article.pack.form(token.form))?;
    if !article.in_headline(at) || form.prior < LEAST || !reading.has_frame(at, "SAY") {
        return None;
    }
    let sentence = article.sentence(at);
    let before = article.tokens.get(sentence.start..at)?;
    let comma = |token: &&Token| token.is(Class::COMMA) && token.is_out();
    let closes = before.last().is_some_and(|token| token.is(Class::COMMA) || token.mark == Mark::Close);
    let rest = article.tokens.get(at + 1..sentence.core).filter(|rest| rest.len() <= LONGEST)?;
    let first = rest.first()?;
    let plain = |token: &Token| {
        token.is_out()
            && !token.kind.is_in(Class::FINITE)
            && !token.kind.is_in(MARKS)
            && !token.roles.any(Roles::THAT.and(Roles::TO).and(Roles::RELATIVE))
    };
    // `rates fall`, `Mayor resigns`: a plural or a verb, unless another word is the verb.
    let verb = |token: &Token| token.kind.is_in(Class::FINITE) || token.roles.any(Roles::TO);
    let acts = |token: &Token| token.flags.has(Flags::PRESENT) && token.flags.has(Flags::LOWER);
    let whole = before.iter().any(verb) || !before.iter().skip(1).any(acts);
    let fits = closes
        && whole
        && before.len() > 2
        && before.iter().filter(comma).count() <= 1
        && rest.iter().all(plain)
        && first.is_word()
        && !first.kind.is_in(OPENERS);
    fits.then(|| Range::new(at + 1, sentence.core))
}
