//! Classes of characters that more than one stage asks for.

/// White space, and the marks without width that a page leaves on lines of their own: a line of these alone is blank.
#[must_use]
pub fn is_blank(found: char) -> bool {
    found.is_whitespace() || matches!(found, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Marks that open or close a quotation in some house style: curly, straight, guillemets, German, corner brackets.
#[must_use]
pub fn is_double_quote(found: char) -> bool {
    matches!(found, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂')
}

/// Single marks, the apostrophe among them.
#[must_use]
pub fn is_single_quote(found: char) -> bool {
    matches!(found, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`')
}

/// Dashes longer than a hyphen.
#[must_use]
pub fn is_dash(found: char) -> bool {
    matches!(found, '–' | '—' | '―' | '‒' | '⸺')
}

/// Marks that end a sentence, in any script that news is written in.
#[must_use]
pub fn is_sentence_end(found: char) -> bool {
    matches!(found, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '۔' | '؟' | '։')
}

/// Chinese, Japanese and Korean script: no spaces between words.
#[must_use]
pub fn is_cjk(found: char) -> bool {
    matches!(found, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}')
}
