//! Pairs double quotation marks, passage by passage: curly, straight, doubled apostrophes, guillemets, German marks.
//!
//! In: the tokens of one passage and its text. Out: [`Token::mark`] and [`Token::quote`]. A curly mark says what it is; a
//! straight one is told by the white space beside it and by whether a quotation is open. A mark that nobody closes
//! quotes up to the passage's end where it opened the passage or the next passage begins with a mark; else it is none.
//! A quotation within a quotation (`“They asked: “Is it safe?” I said no.”`) belongs to the outer one. Single marks are
//! left to `singles`.

use super::token::{Flags, Mark, NO_QUOTE, Token};
use crate::statements::words::Class;
use crate::text::chars;

/// What a mark can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
}

/// Whether a token is a double quotation mark.
pub(super) fn is_double(text: &str) -> bool {
    let mut found = text.chars();
    match (found.next(), found.next(), found.next()) {
        (Some(mark), None, None) => chars::is_double_quote(mark),
        (Some(mark @ ('\'' | '`')), Some(second), None) => mark == second,
        _ => false,
    }
}

/// Pairs the marks of one passage. `carried` says that the passage before ended inside a quotation; `goes_on`, that the
/// next one begins with a mark. Gives back whether this one ends inside a quotation. `quotes` counts quotations.
pub fn pair(tokens: &mut [Token], text: &str, carried: bool, goes_on: bool, quotes: &mut u32) -> bool {
    // Most passages hold no mark, and nothing before the first one is quoted but by it.
    let marked = |token: &Token| token.is(Class::MARK) && is_double(printed(text, *token));
    let Some(head) = tokens.iter().position(marked) else { return false };
    let mut open: Option<(usize, char)> = None;
    let mut first = true;
    let mut inner = inner(tokens, text, goes_on).into_iter().peekable();
    // Where the inner quotations at hand end, the innermost last.
    let mut ends: Vec<usize> = Vec::new();
    for at in head..tokens.len() {
        let begun = inner.next_if(|pair| pair.0 == at).filter(|_| open.is_some());
        ends.extend(begun.map(|(_, end)| end));
        let within = begun.is_some() || ends.pop_if(|end| *end == at).is_some();
        if within || !marked(&tokens[at]) {
            if open.is_some() {
                tokens[at].mark = Mark::In;
                tokens[at].quote = *quotes;
            }
            continue;
        }
        let token = tokens[at];
        let mark = printed(text, token).chars().next().unwrap_or('"');
        let side = side(text, token, mark, open.map(|(_, mark)| mark));
        if side == Side::Open {
            // A second opening mark: the first was never closed; what stood between stays quoted.
            *quotes += u32::from(open.is_some());
            open = Some((at, mark));
            (tokens[at].mark, tokens[at].quote) = (Mark::Open, *quotes);
        } else if open.take().is_some() {
            (tokens[at].mark, tokens[at].quote) = (Mark::Close, *quotes);
            *quotes += 1;
        } else if first && carried {
            for token in &mut tokens[..at] {
                (token.mark, token.quote) = (Mark::In, *quotes);
            }
            (tokens[at].mark, tokens[at].quote) = (Mark::Close, *quotes);
            *quotes += 1;
        }
        first = false;
    }
    let Some((from, _)) = open else { return false };
    if from > 0 && !goes_on {
        for token in &mut tokens[from..] {
            (token.mark, token.quote) = (Mark::Out, NO_QUOTE);
        }
        return false;
    }
    *quotes += 1;
    true
}

fn printed(text: &str, token: Token) -> &str {
    text.get(token.start as usize..token.end as usize).unwrap_or("")
}

/// Quotations that may stand within others, by their first mark: curly pairs inside a curly pair, or between straight marks.
fn inner(tokens: &[Token], text: &str, goes_on: bool) -> Vec<(usize, usize)> {
    if !text.contains('“') {
        return Vec::new();
    }
    let marks = |wanted: &'static [&'static str]| {
        (0..tokens.len()).filter(move |at| !tokens[*at].is_word() && wanted.contains(&printed(text, tokens[*at])))
    };
    let mut straight = marks(&["\""]);
    let (head, last) = (straight.next(), straight.next_back());
    // Straight marks reach this far: to the last one, or on into the next passage.
    let reach = if head == Some(0) && goes_on { Some(tokens.len()) } else { last };
    let mut waiting: Vec<usize> = Vec::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for at in marks(&["“", "”"]) {
        if printed(text, tokens[at]) == "“" {
            waiting.push(at);
        } else if let Some(from) = waiting.pop() {
            pairs.push((from, at));
        }
    }
    pairs.sort_unstable();
    let mut outer = 0;
    pairs.retain(|(from, to)| {
        let straight = head.is_some_and(|head| head < *from) && reach.is_some_and(|reach| *to < reach);
        let curly = *to < outer;
        outer = outer.max(*to);
        straight || curly
    });
    pairs
}

/// Takes a speaker's label at the head of a quoted passage out of the quotation: `"REED: The bridge is safe.` is a line of
/// a transcript that is quoted whole. What follows the colon stays quoted.
pub(in crate::statements) fn free_label(tokens: &mut [Token]) {
    const LONGEST: usize = 5;
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
    let whole = first.mark == Mark::Open && last.quote == first.quote;
    let named = |token: &&Token| token.flags.has(Flags::SHOUTED) || token.flags.has(Flags::DOTTED);
    let words = tokens.iter().skip(1).take(LONGEST).take_while(named).count();
    if !whole || words == 0 || words == LONGEST || !tokens.get(words + 1).is_some_and(|token| token.is(Class::COLON)) {
        return;
    }
    for token in tokens.iter_mut().take(words + 2) {
        (token.mark, token.quote) = (Mark::Out, NO_QUOTE);
    }
}

fn side(text: &str, token: Token, mark: char, open: Option<char>) -> Side {
    match mark {
        '„' | '‟' | '「' | '『' => return Side::Open,
        '」' | '』' => return Side::Close,
        '“' if open == Some('„') => return Side::Close,
        '“' => return Side::Open,
        '”' if open == Some('”') || open.is_some() => return Side::Close,
        _ => {}
    }
    let before = text.get(..token.start as usize).and_then(|text| text.chars().next_back()).unwrap_or(' ');
    let after = text.get(token.end as usize..).and_then(|text| text.chars().next()).unwrap_or(' ');
    let dash = |found: char| chars::is_dash(found) || found == '-';
    let can_open = !after.is_whitespace() && (before.is_whitespace() || "([‘'/".contains(before) || dash(before));
    let can_close = !before.is_whitespace() && (after.is_whitespace() || ")].,;:!?’'…/".contains(after) || dash(after));
    match (mark, open.is_some()) {
        // House styles differ: «so» and »so«, and French sets spaces inside.
        ('«', _) if can_close && !can_open && open.is_some() => Side::Close,
        ('»', _) if can_open && !can_close && open.is_none() => Side::Open,
        ('«' | '`', _) => Side::Open,
        ('»' | '”', _) => Side::Close,
        (_, true) if can_open && !can_close => Side::Open,
        (_, true) => Side::Close,
        (_, false) if can_close && !can_open => Side::Close,
        (_, false) => Side::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;
    use crate::statements::words::Pack;

    /// The words inside quotation marks, one string a quotation.
    fn quoted(text: &str, goes_on: bool) -> Vec<String> {
        let pack = Pack::of("en").expect("is listed");
        let mut tokens = Vec::new();
        scan(text, 0, pack, &mut tokens);
        let mut quotes = 0;
        pair(&mut tokens, text, false, goes_on, &mut quotes);
        let mut found: Vec<String> = vec![String::new(); quotes as usize];
        for token in tokens.iter().filter(|token| token.mark == Mark::In) {
            let words = &mut found[token.quote as usize];
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(&text[token.start as usize..token.end as usize]);
        }
        found
    }

    #[test]
    fn every_style_is_paired() {
        for text in [
            "“Go now,” she said.",
            "\"Go now,\" she said.",
            "''Go now,'' she said.",
            "„Go now,“ she said.",
            "»Go now,« she said.",
            "«Go now,» she said.",
        ] {
            assert_eq!(quoted(text, false), ["Go now ,"], "{text}");
        }
    }

    #[test]
    fn two_quotations_are_two() {
        assert_eq!(quoted("\"Go,\" he said. \"Now.\"", false), ["Go ,", "Now ."]);
    }

    #[test]
    fn a_quotation_within_another_is_part_of_it() {
        let both = ["They asked : “ Is it safe ? ” I said no ."];
        assert_eq!(quoted("“They asked: “Is it safe?” I said no.”", false), both);
        assert_eq!(quoted("\"They asked: “Is it safe?” I said no.\"", false), both);
        assert_eq!(quoted("\"They asked: “Is it safe?” I said no.", true), both);
    }

    #[test]
    fn a_quotation_beside_another_is_its_own() {
        assert_eq!(quoted("\"Go,\" she said of the “old” pier. \"Now.\"", false), ["Go ,", "old", "Now ."]);
        assert_eq!(quoted("“Go. “Now,” she said. “Run,” he said.", false), ["Go .", "Now ,", "Run ,"]);
    }

    #[test]
    fn a_label_of_a_quoted_transcript_is_not_quoted() {
        let first_quoted = |text: &str| {
            let pack = Pack::of("en").expect("is listed");
            let mut tokens = Vec::new();
            scan(text, 0, pack, &mut tokens);
            pair(&mut tokens, text, false, true, &mut 0);
            free_label(&mut tokens);
            tokens.iter().position(|token| token.mark == Mark::In)
        };
        assert_eq!(first_quoted("\"REED: The bridge is safe."), Some(3));
        assert_eq!(first_quoted("\"REED: The bridge is safe,\" the sign read."), Some(1));
        assert_eq!(first_quoted("\"Look: the bridge is safe."), Some(1));
    }

    #[test]
    fn an_open_mark_quotes_on_only_where_the_text_says_so() {
        assert_eq!(quoted("“Go now. It is late.", false), ["Go now . It is late ."]);
        assert_eq!(quoted("He said: “Go now.", true), ["Go now ."]);
        assert_eq!(quoted("A 12\" pipe burst there.", false), [""; 0]);
    }
}
