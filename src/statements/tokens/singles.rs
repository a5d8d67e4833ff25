//! Pairs single quotation marks where they stand outside double ones. An apostrophe is never a mark.
//!
//! In: the tokens of one passage after [`super::pair`]. Out: their marks. `‘Go,’ she said` and `'Go,' she said`; the
//! closing mark is the next one that ends a word, but for a plural's apostrophe (`the workers' rights`) with another
//! closing mark behind it. Double marks inside a single quotation are words of it.

use super::token::{Flags, Mark, Token};
use crate::statements::words::Class;

/// Pairs the single marks of one passage. `carried`, `goes_on`, `quotes` and the result as in [`super::pair`].
pub fn pair_singles(tokens: &mut [Token], text: &str, goes_on: bool, quotes: &mut u32) -> bool {
    // Most passages hold none.
    let Some(mut at) = tokens.iter().position(|token| token.is(Class::APOSTROPHE)) else { return false };
    while let Some(token) = tokens.get(at) {
        if !token.is_out() || !opens(tokens, at, text) {
            at += 1;
            continue;
        }
        let Some(close) = closing(tokens, at, text) else {
            let from_start = at == 0 && goes_on;
            if from_start {
                mark(tokens, 0, tokens.len(), quotes);
            }
            return from_start;
        };
        mark(tokens, at, close, quotes);
        if let Some(token) = tokens.get_mut(close) {
            (token.mark, token.quote) = (Mark::Close, *quotes - 1);
        }
        at = close + 1;
    }
    false
}

/// Marks the opening token and what stands up to `end` as one quotation.
fn mark(tokens: &mut [Token], open: usize, end: usize, quotes: &mut u32) {
    for token in &mut tokens[open..end] {
        (token.mark, token.quote) = (Mark::In, *quotes);
    }
    tokens[open].mark = Mark::Open;
    *quotes += 1;
}

fn opens(tokens: &[Token], at: usize, text: &str) -> bool {
    let token = &tokens[at];
    if !token.is(Class::APOSTROPHE) || token.flags.has(Flags::SPACE_AFTER) {
        return false;
    }
    let free = token.flags.has(Flags::SPACE_BEFORE)
        || at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
            before.kind.is_in(&[Class::BRACKET_OPEN, Class::DASH, Class::HYPHEN, Class::MARK])
                || before.mark == Mark::Close
        });
    let curly_close = text[token.start as usize..].starts_with('’');
    let next = tokens.get(at + 1);
    // '90s: a year, no quotation.
    let year = next.is_some_and(|next| {
        next.flags.has(Flags::NUMBER) && text[next.start as usize..next.end as usize].ends_with('s')
    });
    free && !curly_close && !year && next.is_some()
}

fn closes(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if !token.is(Class::APOSTROPHE) || token.flags.has(Flags::SPACE_BEFORE) {
        return false;
    }
    token.flags.has(Flags::SPACE_AFTER) || tokens.get(at + 1).is_none_or(|next| !next.is_word())
}

/// The token that closes the quotation opened at `open`.
fn closing(tokens: &[Token], open: usize, text: &str) -> Option<usize> {
    let mut doubtful = None;
    let mut inside_double = false;
    for at in open + 1..tokens.len() {
        match tokens[at].mark {
            Mark::Open => inside_double = true,
            Mark::Close => inside_double = false,
            _ => {}
        }
        if inside_double && tokens[at].mark != Mark::Open {
            continue;
        }
        if tokens[at].is_out() && opens(tokens, at, text) && doubtful.is_some() {
            break;
        }
        if !closes(tokens, at) {
            continue;
        }
        let before = tokens[at - 1];
        let plural = before.is_word()
            && text[..before.end as usize].ends_with(['s', 'S'])
            && tokens.get(at + 1).is_some_and(|next| next.flags.has(Flags::LOWER) && next.form == 0);
        if !plural {
            return Some(at);
        }
        doubtful = doubtful.or(Some(at));
    }
    doubtful
}

#[cfg(test)]
mod tests {
    use super::super::{pair, scan};
    use super::*;
    use crate::statements::words::Pack;

    fn quoted(text: &str) -> Vec<String> {
        let pack = Pack::of("en").expect("is listed");
        let mut tokens = Vec::new();
        scan(text, 0, pack, &mut tokens);
        let mut quotes = 0;
        pair(&mut tokens, text, false, false, &mut quotes);
        pair_singles(&mut tokens, text, false, &mut quotes);
        let mut found: Vec<String> = vec![String::new(); quotes as usize];
        for token in tokens.iter().filter(|token| token.mark == Mark::In) {
            let words = &mut found[token.quote as usize];
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(&text[token.start as usize..token.end as usize]);
        }
        found.retain(|words| !words.is_empty());
        found
    }

    #[test]
    fn single_marks_are_speech() {
        assert_eq!(quoted("'We can't go,' she said. 'It is late.'"), ["We can't go ,", "It is late ."]);
        assert_eq!(quoted("‘It’s the boys’ bus,’ she said."), ["It ’s the boys ’ bus ,"]);
        assert_eq!(quoted("'He said \"no\" twice,' she added."), ["He said \" no \" twice ,"]);
    }

    #[test]
    fn an_apostrophe_is_no_mark() {
        for text in [
            "The workers' rights and the owners' duties.",
            "Rock 'n' roll of the '90s isn't dead.",
            "It’s the bus’s fault.",
        ] {
            assert!(quoted(text).is_empty() || quoted(text) == ["n"], "{text}");
        }
        assert_eq!(quoted("“She said 'no' twice,” he said."), ["She said ' no ' twice ,"]);
    }
}
