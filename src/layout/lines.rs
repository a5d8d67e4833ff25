//! The input line by line: what stands on each, with its mark-up off.
//!
//! In: the decoded text. Out: [`Line`]s in order, none blank; a Markdown line that holds pictures gives one for each.
//!
//! ```text
//! ## [Boats leave](/a)        a heading of level 2, all in a link
//!       * Home                indented by 6, a bullet
//! Title\n=====                a heading of level 1
//! ```
//!
//! Mark-up is taken off only where the text as a whole is Markdown ([`is_markdown`]): elsewhere `*` and `#` are words.
//! How lines make paragraphs is left to `joins`.

use super::Role;
use super::markdown::{Piece, pieces};
use super::references::push_words;
use crate::text::chars::is_blank;
use crate::text::{Fragments, Span};

/// A line, or a picture on a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// As a reader sees it; may be empty where there is mark-up alone.
    pub text: Fragments,
    /// The input, mark-up and all, without white space around it.
    pub span: Span,
    /// Columns of white space before it.
    pub indent: usize,
    /// Characters that stood before it on the line as printed and were cut off.
    pub cut: usize,
    /// Whether a blank line stands before it.
    pub gap: bool,
    /// The level of a Markdown heading; 0 for none.
    pub heading: u8,
    /// Whether a bullet was taken off.
    pub bullet: bool,
    /// Whether it is a picture's alternative text.
    pub image: bool,
    /// Whether all of it stands in links.
    pub link: bool,
    /// Whether all of it is emphasised.
    pub strong: bool,
    /// Whether it is a block quotation.
    pub quoted: bool,
    /// Whether two spaces or a backslash ask for a line break.
    pub hard_break: bool,
    /// The role that a label gives it.
    pub named: Option<Role>,
    /// Whether it is such a label, or what stands right behind one.
    pub labelled: bool,
}

/// Whether the text is Markdown: it has link destinations, headings or emphasis that plain text has not.
pub(super) fn is_markdown(text: &str) -> bool {
    // The sample is enough: mark-up that shows nowhere in it is not worth the risk of taking words off.
    let sample = &text.as_bytes()[..text.len().min(200_000)];
    let destinations = memchr::memmem::find_iter(sample, b"](").take(3).count();
    if destinations >= 3 {
        return true;
    }
    let mut heads = 0;
    let mut strong = 0;
    let mut from = 0;
    for end in memchr::memchr_iter(b'\n', sample).chain([sample.len()]) {
        let line = sample.get(from..end).unwrap_or_default();
        from = end + 1;
        let level = line.iter().take_while(|byte| **byte == b'#').count();
        heads += usize::from((1..=6).contains(&level) && line.get(level) == Some(&b' '));
        strong += usize::from(line.starts_with(b"**") && line.trim_ascii_end().ends_with(b"**") && line.len() > 4);
    }
    heads + destinations > 0 && heads + strong + destinations >= 2 || heads == 1 && sample.starts_with(b"# ")
}

/// Reads the lines.
pub(super) fn read(text: &str) -> Vec<Line> {
    let markdown = is_markdown(text);
    let mut lines: Vec<Line> = Vec::with_capacity(memchr::memchr_iter(b'\n', text.as_bytes()).count() / 2 + 2);
    let mut gap = false;
    let mut at = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1).chain([text.len()]) {
        let whole = Span::new(at, end);
        at = end;
        let span = trimmed(text, whole);
        if span.is_empty() {
            gap = true;
            continue;
        }
        if markdown && !gap && underlines(text, span, lines.last_mut()) {
            continue;
        }
        let first = lines.len();
        let indent = columns(&text[whole.start..span.start]);
        let hard_break = markdown && (text[span.end..whole.end].starts_with("  ") || span.of(text).ends_with('\\'));
        read_line(text, span, markdown, &mut lines);
        for line in &mut lines[first..] {
            (line.indent, line.hard_break) = (indent, hard_break);
        }
        if let Some(line) = lines.get_mut(first) {
            line.gap = std::mem::take(&mut gap);
        }
    }
    lines
}

/// `Title` over `=====` or `-----`: the rule makes the line above a heading and belongs to it.
fn underlines(text: &str, span: Span, above: Option<&mut Line>) -> bool {
    let rule = span.of(text).as_bytes();
    let Some(mark) = rule.first().copied().filter(|mark| matches!(mark, b'=' | b'-')) else { return false };
    let Some(above) = above.filter(|above| !above.image && !above.bullet && !above.text.is_empty()) else {
        return false;
    };
    if rule.len() < 3 || rule.iter().any(|byte| *byte != mark) {
        return false;
    }
    above.heading = if mark == b'=' { 1 } else { 2 };
    above.span.end = span.end;
    true
}

fn read_line(text: &str, span: Span, markdown: bool, lines: &mut Vec<Line>) {
    let (head, inside) = opening(text, span, markdown);
    if !markdown {
        let mut clean = Fragments::default();
        push_words(&mut clean, text, inside);
        clean.trim_end();
        lines.push(Line { text: clean, span, ..head });
        return;
    }
    let first = lines.len();
    let mut start = span.start;
    for piece in pieces(text, inside) {
        let Piece { text: clean, span: part, image, linked, strong } = piece;
        let link = !clean.is_empty() && linked + 2 >= clean.text().len();
        lines.push(Line {
            text: clean,
            span: trimmed(text, Span::new(start, part.end)),
            image,
            link,
            strong,
            ..head.clone()
        });
        start = part.end;
    }
    // A mark behind the last piece (a lone backslash) belongs to it: no byte of the line may be lost.
    match lines.get_mut(first..).and_then(<[Line]>::last_mut) {
        Some(last) => last.span.end = span.end,
        None => lines.push(Line { span, ..head }),
    }
}

/// Reads what opens the line. Gives the marks, and the rest of the line.
fn opening(text: &str, span: Span, markdown: bool) -> (Line, Span) {
    let mut line = Line::default();
    let mut rest = span;
    if markdown {
        while let Some(inside) = rest.of(text).strip_prefix('>') {
            line.quoted = true;
            rest = trimmed(text, Span::new(rest.end - inside.len(), rest.end));
        }
    }
    if let Some(length) = bullet_length(rest.of(text), markdown) {
        line.bullet = true;
        rest = trimmed(text, Span::new(rest.start + length, rest.end));
    }
    if markdown {
        // `4. # Boats leave`: a heading as an item of a list; any other number may be the heading's own.
        if let Some(length) = numbered_heading(rest.of(text)) {
            rest.start += length;
        }
        let level = rest.of(text).bytes().take_while(|byte| *byte == b'#').count();
        let after = rest.of(text).as_bytes().get(level);
        if (1..=6).contains(&level) && after.is_none_or(u8::is_ascii_whitespace) {
            line.heading = u8::try_from(level).unwrap_or(6);
            rest = trimmed(text, Span::new(rest.start + level, rest.end));
        }
        if is_rule(rest.of(text)) {
            rest = Span::new(rest.end, rest.end);
        } else if rest.of(text).starts_with('|') {
            let inside = rest.of(text).trim_matches('|');
            let lead = rest.len() - rest.of(text).trim_start_matches('|').len();
            rest = trimmed(text, Span::new(rest.start + lead, rest.start + lead + inside.len()));
        }
        if rest.of(text).ends_with('\\') {
            rest.end -= 1;
        }
    }
    (line, rest)
}

/// How many bytes of the line's head are a bullet: `* `, `+ `, `• `; in Markdown also `- `. A number stays: it may be the heading's own.
fn bullet_length(line: &str, markdown: bool) -> Option<usize> {
    let mark = line.chars().next()?;
    let length = match mark {
        '*' | '+' => 1,
        '•' | '·' | '▪' | '●' | '◦' | '‣' | '■' | '►' | '▸' => mark.len_utf8(),
        '-' if markdown => 1,
        _ => return None,
    };
    line[length..].chars().next().is_none_or(char::is_whitespace).then_some(length)
}

/// How many bytes are the number of an item that is a heading: `4. # `.
fn numbered_heading(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line.get(digits..)?.strip_prefix(". ")?;
    ((1..=2).contains(&digits) && after.starts_with('#')).then_some(digits + 2)
}

/// `---`, `* * *`, `___`.
fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|found| !found.is_whitespace());
    let Some(first) = marks.next().filter(|mark| matches!(mark, '-' | '*' | '_' | '=' | '|')) else { return false };
    line.len() >= 3 && marks.all(|mark| mark == first || matches!(mark, '-' | ':' | '|'))
}

fn columns(white: &str) -> usize {
    white.chars().map(|found| if found == '\t' { 4 } else { 1 }).sum()
}

/// Without white space and characters that have no width at either end.
fn trimmed(text: &str, span: Span) -> Span {
    let covered = span.of(text);
    let left = covered.trim_start_matches(is_blank);
    let start = span.end - left.len();
    Span::new(start, start + left.trim_end_matches(is_blank).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_behind_the_last_piece_is_lost() {
        let text = "# Boats\n\n](](\\\n";
        let lines = read(text);
        assert_eq!(lines.last().map(|line| line.span.end), Some(text.trim_end().len()));
    }

    #[test]
    fn plain_text_keeps_its_marks() {
        let lines = read("Home\n\n  5 * 3 # not a head\n* About us\n");
        let texts: Vec<_> = lines.iter().map(|line| (line.text.text(), line.gap, line.indent, line.bullet)).collect();
        assert_eq!(
            texts,
            [("Home", false, 0, false), ("5 * 3 # not a head", true, 2, false), ("About us", false, 0, true)]
        );
    }

    #[test]
    fn headings_come_in_two_forms() {
        let lines = read("Boats leave\n=====\n\n## [More](/a)\n\n**Late**\n\n4. # Item\n");
        let heads: Vec<_> = lines.iter().map(|line| (line.text.text(), line.heading, line.link)).collect();
        assert_eq!(heads, [("Boats leave", 1, false), ("More", 2, true), ("Late", 0, false), ("Item", 1, false)]);
        assert!(lines[2].strong);
        assert_eq!(lines[0].span.len(), "Boats leave\n=====".len());
    }

    #[test]
    fn a_picture_and_its_words_are_two() {
        let lines = read("# A\n\n[![Ferry](f.jpg)](/a) Boats\n[b](c) [d](e)\n\n---\n");
        let shown: Vec<_> = lines.iter().map(|line| (line.text.text(), line.image)).collect();
        assert_eq!(shown, [("A", false), ("Ferry", true), ("Boats", false), ("b d", false), ("", false)]);
    }

    #[test]
    fn what_has_no_width_is_blank() {
        assert_eq!(read("a\n\u{200c}\nb").len(), 2);
        assert!(read("a\n\u{200c}\nb")[1].gap);
    }
}
