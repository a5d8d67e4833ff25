//! The inside of one line of Markdown: links, images, emphasis and escapes taken off.
//!
//! In: a stretch of one line (its leading marks already off). Out: [`Piece`]s in order: the text that a reader sees,
//! and every image by itself with its alternative text, so that a picture and the words beside it stay apart.
//!
//! ```text
//! [![A ferry](f.jpg)](/a) Boats [leave](/b) *late*      ->  image `A ferry`, text `Boats leave late`
//! ```
//!
//! Accepts links in links, titles in destinations, `data:` destinations, and links whose other half stands on another
//! line. What opens the line (`#`, `*`, `>`) is left to `lines`.

use super::references::push_words;
use crate::text::{Fragments, Span};

/// A part of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// The cleaned text; empty for an image without alternative text.
    pub text: Fragments,
    /// The input it was made of, mark-up and all.
    pub span: Span,
    /// Whether it is an image's alternative text.
    pub image: bool,
    /// Bytes of the text that stand in links.
    pub linked: usize,
    /// Whether emphasis runs from the first character to the last.
    pub strong: bool,
}

#[derive(Clone, Copy, Debug)]
enum Token {
    /// Words.
    Text(Span),
    /// `[` or `![`.
    Open { span: Span, image: bool },
    /// `](destination)`.
    Close(Span),
    /// `*`, `**`, `_`, `\`: nothing to see.
    Mark(Span),
}

/// Takes the mark-up off one line.
pub(super) fn pieces(input: &str, span: Span) -> Vec<Piece> {
    let tokens = pair(tokens(input, span));
    let mut made = Vec::new();
    let mut open = Piece { span: Span::new(span.start, span.start), ..Piece::default() };
    let (mut depth, mut images) = (0usize, 0usize);
    for token in &tokens {
        match *token {
            Token::Text(part) => {
                let before = open.text.text().len();
                push_words(&mut open.text, input, part);
                open.linked += if depth > images { open.text.text().len() - before } else { 0 };
            }
            Token::Open { image, span: mark } => {
                depth += 1;
                if image {
                    images += 1;
                    finish(&mut made, &mut open, mark.start);
                    open.image = true;
                }
            }
            Token::Close(mark) => {
                depth = depth.saturating_sub(1);
                if open.image {
                    images = images.saturating_sub(1);
                    open.span.end = mark.end;
                    finish(&mut made, &mut open, mark.end);
                }
            }
            Token::Mark(_) => {}
        }
    }
    open.strong = is_strong(&tokens, input);
    finish(&mut made, &mut open, span.end);
    settle(made, span)
}

/// Closes the open piece and begins the next one at `at`.
fn finish(made: &mut Vec<Piece>, open: &mut Piece, at: usize) {
    open.span.end = open.span.end.max(at);
    open.text.trim_end();
    let next = Piece { span: Span::new(at, at), ..Piece::default() };
    made.push(std::mem::replace(open, next));
}

/// Leaves out the empty pieces: their mark-up goes to a neighbour, so that the line stays covered.
fn settle(made: Vec<Piece>, span: Span) -> Vec<Piece> {
    let all_empty = made.iter().all(|piece| piece.text.is_empty());
    if all_empty {
        let image = made.iter().any(|piece| piece.image);
        return vec![Piece { span, image, ..Piece::default() }];
    }
    let mut kept: Vec<Piece> = Vec::new();
    let mut start = span.start;
    for piece in made {
        if piece.text.is_empty() {
            continue;
        }
        let end = piece.span.end;
        kept.push(Piece { span: Span::new(start, end), ..piece });
        start = end;
    }
    if let Some(last) = kept.last_mut() {
        last.span.end = span.end;
    }
    kept
}

fn is_strong(tokens: &[Token], input: &str) -> bool {
    let mut seen = tokens.iter().filter(|token| match token {
        Token::Text(part) => !part.of(input).trim().is_empty(),
        Token::Mark(_) => true,
        Token::Open { .. } | Token::Close(_) => false,
    });
    matches!(
        (seen.next(), seen.next_back()),
        (Some(Token::Mark(first)), Some(Token::Mark(last)))
            if first.of(input).starts_with(['*', '_']) && last.of(input).starts_with(['*', '_'])
    )
}

/// Cuts the line into tokens, in one pass.
fn tokens(input: &str, span: Span) -> Vec<Token> {
    let bytes = &input.as_bytes()[..span.end];
    let mut made = Vec::new();
    let (mut at, mut from) = (span.start, span.start);
    // A destination without an end is looked for once only: the search runs to the end of the line.
    let mut endless = false;
    while at < span.end {
        let token = match bytes[at] {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => Token::Mark(Span::new(at, at + 1)),
            b'!' if bytes.get(at + 1) == Some(&b'[') => Token::Open { span: Span::new(at, at + 2), image: true },
            b'[' => Token::Open { span: Span::new(at, at + 1), image: false },
            b']' if bytes.get(at + 1) == Some(&b'(') && !endless => match destination_end(bytes, at + 2) {
                Some(end) => Token::Close(Span::new(at, end)),
                None => {
                    endless = true;
                    at += 1;
                    continue;
                }
            },
            b']' => Token::Close(Span::new(at, at + 1)),
            mark @ (b'*' | b'_') => {
                let length = bytes[at..].iter().take_while(|byte| **byte == mark).count();
                if !flanks(input, at, at + length, mark) {
                    at += length;
                    continue;
                }
                Token::Mark(Span::new(at, at + length))
            }
            _ => {
                at += 1;
                continue;
            }
        };
        let (Token::Text(part) | Token::Open { span: part, .. } | Token::Close(part) | Token::Mark(part)) = token;
        if from < at {
            made.push(Token::Text(Span::new(from, at)));
        }
        made.push(token);
        // An escaped mark is text: it is stepped over.
        let escaped = part.of(input) == "\\";
        from = part.end;
        at = if escaped { part.end + 1 } else { part.end };
    }
    if from < span.end {
        made.push(Token::Text(Span::new(from, span.end)));
    }
    made
}

/// The byte after the `)` that ends a destination beginning at `at`.
fn destination_end(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes[at..].starts_with(b"data:") {
        return memchr::memchr(b')', &bytes[at..]).map(|end| at + end + 1);
    }
    let (mut depth, mut quoted) = (0usize, false);
    for (offset, byte) in bytes[at..].iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'(' if !quoted => depth += 1,
            b')' if !quoted && depth == 0 => return Some(at + offset + 1),
            b')' if !quoted => depth -= 1,
            _ => {}
        }
    }
    // A lone quotation mark or bracket in an address: the first closing bracket will do.
    memchr::memchr(b')', &bytes[at..]).map(|end| at + end + 1)
}

/// Whether a run of `*` or `_` can be emphasis: it touches a word, and for `_` stands at the word's border.
fn flanks(input: &str, start: usize, end: usize, mark: u8) -> bool {
    let before = input[..start].chars().next_back().filter(|found| *found != '\n');
    let after = input[end..].chars().next().filter(|found| *found != '\n');
    let word = |side: Option<char>| side.is_some_and(|found| !found.is_whitespace());
    let inside = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    (word(before) || word(after)) && !(mark == b'_' && inside(before) && inside(after))
}

/// Turns brackets that are no link back into text. A half of a link whose other half stands on another line stays
/// mark-up: `](` with no opening, `[` before an image or at the head of the line.
fn pair(mut tokens: Vec<Token>) -> Vec<Token> {
    let mut open = Vec::new();
    for at in 0..tokens.len() {
        match tokens[at] {
            Token::Open { .. } => open.push(at),
            Token::Close(span) if span.len() == 1 => {
                if let Some(opener) = open.pop()
                    && let Token::Open { span, .. } = tokens[opener]
                {
                    tokens[opener] = Token::Text(span);
                }
                tokens[at] = Token::Text(span);
            }
            Token::Close(span) => {
                if open.pop().is_none() {
                    tokens[at] = Token::Mark(span);
                }
            }
            Token::Text(_) | Token::Mark(_) => {}
        }
    }
    for opener in open {
        if let Token::Open { span, .. } = tokens[opener] {
            tokens[opener] = if opener == 0 { Token::Mark(span) } else { Token::Text(span) };
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> Vec<String> {
        let made = pieces(line, Span::new(0, line.len()));
        made.iter().map(|piece| format!("{}{}", if piece.image { "!" } else { "" }, piece.text.text())).collect()
    }

    #[test]
    fn links_and_emphasis_go_and_their_words_stay() {
        assert_eq!(shown("The [old **ferry**](/a \"Title (1)\") left *late*."), ["The old ferry left late."]);
        assert_eq!(shown("[**Bold** link](/wiki/Boat_(ship))"), ["Bold link"]);
    }

    #[test]
    fn images_stand_alone() {
        assert_eq!(shown("[![A ferry](f.jpg)](/a) Boats leave"), ["!A ferry", "Boats leave"]);
        assert_eq!(shown("![](data:image/png;base64,iVBO==) Boats"), ["Boats"]);
        assert_eq!(shown("![](f.jpg)"), ["!"]);
    }

    #[test]
    fn what_only_looks_like_markup_stays() {
        assert_eq!(shown("He said [sic] 2 * 3 = 6 in snake_case"), ["He said [sic] 2 * 3 = 6 in snake_case"]);
        assert_eq!(shown("1\\. Not a list, 5\\*"), ["1. Not a list, 5*"]);
    }

    #[test]
    fn halves_of_links_go() {
        assert_eq!(shown("[Boats leave"), ["Boats leave"]);
        assert_eq!(shown("at noon](/boats)"), ["at noon"]);
    }

    #[test]
    fn entities_are_decoded_in_place() {
        let line = "Salt &amp; pepper, AT&T; 3 &lt; 4";
        let made = pieces(line, Span::new(0, line.len()));
        assert_eq!(made[0].text.text(), "Salt & pepper, AT&T; 3 < 4");
    }

    #[test]
    fn emphasis_over_the_whole_line_is_told() {
        assert!(pieces("**What comes next**", Span::new(0, 19))[0].strong);
        assert!(!pieces("**What** comes", Span::new(0, 14))[0].strong);
    }
}
