//! Cuts the tokens of a passage into sentences that know of quotation marks.
//!
//! A closing mark belongs to the sentence it ends; `"Why?" she asked.` is one sentence. A sentence is cut hard at
//! [`MAX_SENTENCE`] tokens, so that no rule that looks through a sentence can take long.

use super::token::{Flags, Mark, Token};
use crate::statements::words::{Class, Roles};

/// No sentence has more tokens.
pub const MAX_SENTENCE: usize = 240;

/// Numbers the sentences of one passage from `number`; gives back the next free number.
pub fn split(tokens: &mut [Token], text: &str, number: u32) -> u32 {
    let mut starts = vec![0];
    let mut at = 0;
    while at < tokens.len() {
        let Some(next) = sentence_end(tokens, at, text) else {
            at += 1;
            continue;
        };
        if next < tokens.len() {
            starts.push(next);
        }
        at = next.max(at + 1);
    }
    let mut kept: Vec<usize> = Vec::with_capacity(starts.len());
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(tokens.len());
        if index == 0 || !continues(tokens, *start, end) {
            kept.push(*start);
        }
    }
    let mut number = number;
    for (index, start) in kept.iter().enumerate() {
        let end = kept.get(index + 1).copied().unwrap_or(tokens.len());
        for piece in tokens[*start..end].chunks_mut(MAX_SENTENCE) {
            for token in piece {
                token.sentence = number;
            }
            number += 1;
        }
    }
    number
}

/// Where the next sentence starts, if the token at `at` ends one.
fn sentence_end(tokens: &[Token], at: usize, text: &str) -> Option<usize> {
    let token = &tokens[at];
    if !token.flags.has(Flags::ENDS) {
        // A stop of its own word: `at 5 p.m. The`, `in the U.S. He`.
        let next = tokens.get(at + 1).filter(|_| token.flags.has(Flags::DOTTED))?;
        let starts = next.is_upper() && next.roles.any(Roles::STARTER);
        return (dots(text, token) > 1 && starts).then_some(at + 1);
    }
    let mut next = at + 1;
    while let Some(following) = tokens.get(next) {
        let tail = following.mark == Mark::Close
            || following.kind.is_in(&[Class::BRACKET_CLOSE, Class::APOSTROPHE])
            || following.flags.has(Flags::ENDS);
        if following.flags.has(Flags::SPACE_BEFORE) || !tail {
            break;
        }
        next += 1;
    }
    let Some(following) = tokens.get(next) else { return Some(next) };
    let small = following.flags.has(Flags::LOWER);
    if following.flags.has(Flags::SPACE_BEFORE) {
        let begins = following.is_upper() || following.flags.has(Flags::NUMBER) || !following.is_word();
        (begins && following.mark != Mark::Close || token.is(Class::STOP) && !small).then_some(next)
    } else {
        (following.is_upper() && !token.is(Class::ELLIPSIS)).then_some(next)
    }
}

fn dots(text: &str, token: &Token) -> usize {
    text.get(token.start as usize..token.end as usize).unwrap_or("").matches('.').count()
}

/// Whether the sentence from `start` goes on the quotation before it: `"Why?" she asked.`
fn continues(tokens: &[Token], start: usize, end: usize) -> bool {
    let (Some(before), Some(last)) = (start.checked_sub(1).map(|at| tokens[at]), start.checked_sub(2)) else {
        return false;
    };
    if before.mark != Mark::Close || !tokens[start].is_out() || !tokens[start].is_word() {
        return false;
    }
    let asks = tokens[last].kind.is_in(&[Class::QUESTION, Class::EXCLAMATION, Class::ELLIPSIS]);
    for (at, token) in tokens.iter().enumerate().take(end.min(start + 9)).skip(start) {
        if matches!(token.mark, Mark::Open | Mark::Close)
            || at > start + 6 && token.kind.is_in(&[Class::COMMA, Class::SEMICOLON, Class::COLON])
        {
            return false;
        }
        if token.form > 0 && token.flags.has(Flags::LOWER) && (asks || end - start <= 4 && at + 2 >= end) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::{pair, scan};
    use super::*;
    use crate::statements::words::Pack;

    fn cut(text: &str) -> Vec<String> {
        let pack = Pack::of("en").expect("is listed");
        let mut tokens = Vec::new();
        scan(text, 0, pack, &mut tokens);
        pair(&mut tokens, text, false, false, &mut 0);
        let count = split(&mut tokens, text, 0);
        let of = |number| {
            let own: Vec<&Token> = tokens.iter().filter(|token| token.sentence == number).collect();
            own.first().zip(own.last()).map(|(first, last)| text[first.start as usize..last.end as usize].to_owned())
        };
        (0..count).filter_map(of).collect()
    }

    #[test]
    fn marks_stay_with_their_sentence() {
        assert_eq!(cut("He left. \"It was late.\" She stayed."), ["He left.", "\"It was late.\"", "She stayed."]);
        assert_eq!(cut("\"Why now?\" she asked. He left."), ["\"Why now?\" she asked.", "He left."]);
        assert_eq!(
            cut("\"Why now?\" The door fell shut on them all."),
            ["\"Why now?\"", "The door fell shut on them all."]
        );
    }

    #[test]
    fn a_stop_of_a_word_ends_none() {
        assert_eq!(
            cut("Mr. Reed of the U.S. came at 5 p.m. He left."),
            ["Mr. Reed of the U.S. came at 5 p.m.", "He left."]
        );
    }

    #[test]
    fn no_sentence_is_endless() {
        assert_eq!(cut(&"word ".repeat(500)).len(), 3);
    }
}
