//! Classes of characters that more than one stage asks for.

/// White space, and the marks without width that a page leaves on lines of their own: a line of these alone is blank.
#[inline]
#[must_use]
pub fn is_blank(found: char) -> bool {
    found.is_whitespace() || matches!(found, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Marks that open or close a quotation in some house style: curly, straight, guillemets, German, corner brackets.
#[inline]
#[must_use]
pub fn is_double_quote(found: char) -> bool {
    (found == '"' || !found.is_ascii())
        && matches!(found, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂')
}

/// Single marks, the apostrophe among them.
#[inline]
#[must_use]
pub fn is_single_quote(found: char) -> bool {
    matches!(found, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`')
}

/// Dashes longer than a hyphen.
#[inline]
#[must_use]
pub fn is_dash(found: char) -> bool {
    matches!(found, '–' | '—' | '―' | '‒' | '⸺')
}

/// Marks that end a sentence, in any script that news is written in.
#[inline]
#[must_use]
pub fn is_sentence_end(found: char) -> bool {
    matches!(found, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '۔' | '؟' | '։')
}

/// The character at a byte; none at the end, or inside another one.
#[inline]
#[must_use]
pub fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text.get(at..)?.chars().next() }
}

/// Whether a character is a letter: as [`char::is_alphabetic`], without its search for what most texts are made of.
#[inline]
#[must_use]
pub fn is_letter(found: char) -> bool {
    match found {
        '\0'..='\u{7f}' => found.is_ascii_alphabetic(),
        // Spaces, dashes, quotation marks, dots; arrows, boxes and other signs.
        '\u{2000}'..='\u{2070}' | '\u{2190}'..='\u{2423}' | '\u{2500}'..='\u{2BFF}' => false,
        '\u{80}'..='\u{BF}' => matches!(found, 'ª' | 'µ' | 'º'),
        '×' | '÷' => false,
        // Latin, Cyrillic, Arabic, Devanagari, kana, Han, Hangul.
        '\u{C0}'..='\u{24F}'
        | '\u{400}'..='\u{481}'
        | '\u{620}'..='\u{64A}'
        | '\u{904}'..='\u{939}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' => true,
        _ => found.is_alphabetic(),
    }
}

/// Whether a character is a letter or a figure: as [`char::is_alphanumeric`], without its search.
#[inline]
#[must_use]
pub fn is_letter_or_figure(found: char) -> bool {
    match found {
        '\0'..='\u{7f}' => found.is_ascii_alphanumeric(),
        '\u{2010}'..='\u{206F}' => false,
        _ => is_letter(found) || found.is_numeric(),
    }
}

/// A character in lower case, of those that nearly all texts are made of: as [`char::to_lowercase`], without its search.
#[inline]
fn small(found: char) -> Option<char> {
    match found {
        '\0'..='\u{7f}' => Some(found.to_ascii_lowercase()),
        '×' => Some(found),
        // Latin and Cyrillic capitals stand so far before their small letters.
        '\u{C0}'..='\u{DE}' | '\u{410}'..='\u{42F}' => char::from_u32(u32::from(found) + 0x20),
        '\u{80}'..='\u{FF}'
        | '\u{430}'..='\u{45F}'
        | '\u{2010}'..='\u{206F}'
        | '\u{3000}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' => Some(found),
        _ => None,
    }
}

/// One character in lower case; where that is several, the character itself.
#[inline]
#[must_use]
pub fn fold(found: char) -> char {
    small(found).unwrap_or_else(|| {
        let mut folded = found.to_lowercase();
        folded.next().filter(|_| folded.next().is_none()).unwrap_or(found)
    })
}

/// What stands behind the last such sign of ASCII; all where there is none.
#[must_use]
pub fn behind_last(text: &str, sign: u8) -> &str {
    memchr::memrchr(sign, text.as_bytes()).and_then(|at| text.get(at + 1..)).unwrap_or(text)
}

/// Adds a text in lower case: as [`str::to_lowercase`], without its searches.
pub fn push_lower(out: &mut String, text: &str) {
    let from = out.len();
    let mut rest = text;
    while !rest.is_empty() {
        let plain = if rest.is_ascii() { None } else { rest.bytes().position(|byte| !byte.is_ascii()) };
        let (head, tail) = rest.split_at(plain.unwrap_or(rest.len()));
        let at = out.len();
        out.push_str(head);
        out.get_mut(at..).into_iter().for_each(str::make_ascii_lowercase);
        let mut letters = tail.chars();
        for found in letters.by_ref() {
            // A small sigma depends on where it stands.
            if found == 'Σ' {
                out.truncate(from);
                return out.push_str(&text.to_lowercase());
            }
            match small(found) {
                Some(small) => out.push(small),
                None => out.extend(found.to_lowercase()),
            }
            if found.is_ascii() {
                break;
            }
        }
        rest = letters.as_str();
    }
}

/// A word in lower case: as [`str::to_lowercase`], without its searches.
#[must_use]
pub fn lowered(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    push_lower(&mut out, word);
    out
}

/// Chinese, Japanese and Korean script: no spaces between words.
#[inline]
#[must_use]
pub fn is_cjk(found: char) -> bool {
    found >= '\u{3040}'
        && matches!(found, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_ways_agree_with_the_long_ones() {
        for found in '\0'..=char::MAX {
            assert_eq!(is_letter(found), found.is_alphabetic(), "{found:?}");
            assert_eq!(is_letter_or_figure(found), found.is_alphanumeric(), "{found:?}");
            let word = found.to_string();
            assert_eq!(lowered(&word), word.to_lowercase(), "{found:?}");
            let folded = fold(found).to_string();
            assert!(folded == word.to_lowercase() || folded == word && found.to_lowercase().count() > 1, "{found:?}");
        }
        assert_eq!(lowered("ÓΔΟΣ Öl"), "ÓΔΟΣ Öl".to_lowercase());
    }
}
