//! The language of an article: the script first, then the words that hold sentences together.
//!
//! In: the text. Out: an ISO 639-1 code, or `None` where no language leads clearly (too few words, two languages, a
//! script that several languages write). Looks at a bounded sample, so that its cost does not grow with the text.
//!
//! Scripts: kana is Japanese, Hangul Korean, Han without kana Chinese; Latin, Cyrillic, Arabic and Devanagari are told
//! by the lists `lexicon/<language>/function_words.txt`: a new list is a new language.

use std::sync::LazyLock;

use crate::lexicon::{self, WordTable};
use crate::text::chars::{is_letter, push_lower};
use crate::text::{Plain, hash};

/// How much of the text is looked at, in bytes, from its middle: the ends are menus, often in another language.
const SAMPLE: usize = 24_000;

/// The same for a first look, which is enough where it leaves no doubt.
const FIRST: usize = 3_000;

/// Each word with the languages that have it.
struct Words {
    languages: Vec<&'static str>,
    table: WordTable,
    /// The languages of each word of the table, as bits.
    of: Vec<u64>,
    longest: usize,
}

impl Words {
    /// The languages that have a word, given with the hash of its lower case.
    fn languages(&self, word: &[u8], hash: u64) -> u64 {
        self.table.find_hashed(word, hash).and_then(|at| self.of.get(at)).copied().unwrap_or(0)
    }
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let room = lexicon::languages().map(|language| lexicon::size(language, "function_words.txt")).sum();
    let mut words = Words { languages: Vec::new(), table: WordTable::with_room(room), of: Vec::new(), longest: 0 };
    for language in lexicon::languages() {
        let mut rows = lexicon::pairs(language, "function_words").map(|(word, _)| word).peekable();
        // A language is a bit.
        if rows.peek().is_none() || words.languages.len() == u64::BITS as usize {
            continue;
        }
        let bit = 1 << words.languages.len();
        words.languages.push(language);
        for word in rows {
            words.longest = word.len().max(words.longest);
            let at = words.table.add(word);
            words.of.resize(words.of.len().max(at + 1), 0);
            words.of[at] |= bit;
        }
    }
    words
});

/// The code of a language that the library knows, for a caller's hint (`EN`, `en-GB`).
pub(super) fn known(hint: &str) -> Option<&'static str> {
    let code = hint.split(['-', '_']).next().unwrap_or(hint).to_lowercase();
    lexicon::languages().chain(["ja", "ko", "zh"]).find(|language| *language == code)
}

/// Tells the language of a text.
pub(super) fn detect(text: &str) -> Option<&'static str> {
    let (first, sample) = (middle(text, FIRST), middle(text, SAMPLE));
    let clear = || (first.len() < sample.len()).then(|| by_words(first, &CLEAR)).flatten();
    by_script(sample).or_else(clear).or_else(|| by_words(sample, &LEAST))
}

/// About so many bytes from the middle of the text, or all.
fn middle(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes {
        return text;
    }
    let border = |from: usize| (from..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let start = (text.len() - bytes) / 2;
    &text[border(start)..border(start + bytes)]
}

fn by_script(sample: &str) -> Option<&'static str> {
    // Their letters begin with a byte of these. Without a branch many bytes are read at once.
    if !sample.bytes().fold(false, |any, byte| any | (0xE3..=0xED).contains(&byte)) {
        return None;
    }
    let (mut kana, mut hangul, mut han, mut other) = (0usize, 0usize, 0usize, 0usize);
    for found in sample.chars() {
        match found {
            '\0'..='\u{7f}' => other += usize::from(found.is_ascii_alphabetic()),
            _ if !is_letter(found) => {}
            '\u{3040}'..='\u{30FF}' => kana += 1,
            '\u{AC00}'..='\u{D7AF}' => hangul += 1,
            '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' => han += 1,
            _ => other += 1,
        }
    }
    // A letter of these scripts says about as much as three of an alphabet.
    if hangul * 3 > other && hangul > kana + han {
        return Some("ko");
    }
    if (kana + han) * 3 <= other || kana + han < 4 {
        return None;
    }
    Some(if kana * 12 > han { "ja" } else { "zh" })
}

/// When a language leads: its function words are so many of a hundred words, and so many for each hundred of the next one's.
struct Lead {
    share: usize,
    ahead: usize,
}

/// Neighbouring languages share half of their function words: a lead of a tenth tells them apart on a few sentences.
const LEAST: Lead = Lead { share: 10, ahead: 110 };
/// What more text would not turn round.
const CLEAR: Lead = Lead { share: 25, ahead: 160 };

fn by_words(sample: &str, lead: &Lead) -> Option<&'static str> {
    let words = &*WORDS;
    let mut hits = vec![0usize; words.languages.len()];
    let mut total = 0usize;
    each_word(sample, |mut languages| {
        total += 1;
        while languages != 0 {
            hits[languages.trailing_zeros() as usize] += 1;
            languages &= languages - 1;
        }
    });
    let mut order: Vec<(usize, usize)> = hits.into_iter().zip(0..).collect();
    order.sort_by(|one, two| two.0.cmp(&one.0).then(one.1.cmp(&two.1)));
    let (best, language) = *order.first()?;
    let (second, next) = order.get(1).copied().unwrap_or_default();
    let enough = best >= 4 && best * 100 >= total * lead.share;
    let leads = || best * 100 >= second * lead.ahead || second > 0 && own(sample, language, next);
    (enough && leads()).then(|| words.languages.get(language).copied()).flatten()
}

/// Whether words that only one of two neighbours has tell it from the other: Danish from Norwegian in a few sentences.
fn own(sample: &str, one: usize, other: usize) -> bool {
    const LEAST: usize = 3;
    const AHEAD: usize = 3;
    let (mut mine, mut theirs) = (0, 0);
    each_word(sample, |languages| match (languages >> one & 1, languages >> other & 1) {
        (1, 0) => mine += 1,
        (0, 1) => theirs += 1,
        _ => {}
    });
    mine >= LEAST && mine >= theirs * AHEAD
}

/// Hands out the languages of every word of a text, as bits.
fn each_word(sample: &str, mut count: impl FnMut(u64)) {
    let words = &*WORDS;
    let mut rest = sample;
    let mut lower = String::new();
    while let Some(word) = next_word(&mut rest) {
        match word {
            Found::Plain(word) => count(words.languages(word.text, word.hash)),
            Found::Other(word) if word.len() > 3 * words.longest => count(0),
            Found::Other(word) => {
                lower.clear();
                push_lower(&mut lower, word);
                let hash = lower.bytes().fold(hash::START, hash::step);
                count(words.languages(lower.as_bytes(), hash));
            }
        }
    }
}

/// A word of the sample.
enum Found<'a> {
    /// Letters of ASCII.
    Plain(Plain<'a>),
    /// Any other, as printed.
    Other(&'a str),
}

/// Takes the next run of letters and their signs off the front.
fn next_word<'a>(rest: &mut &'a str) -> Option<Found<'a>> {
    let inside = |found: char| is_letter(found) || !found.is_ascii() && is_mark(found);
    let start = rest.as_bytes().iter().position(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())?;
    *rest = rest.get(start..)?;
    if !rest.as_bytes().first()?.is_ascii() {
        *rest = rest.get(rest.find(inside)?..)?;
    }
    let plain = Plain::at(rest.as_bytes()).filter(|word| !word.has_figure());
    if let Some(word) = plain.filter(|word| rest.as_bytes().get(word.length()).is_none_or(u8::is_ascii)) {
        *rest = rest.get(word.length()..)?;
        return Some(Found::Plain(word));
    }
    let end = rest.find(|found| !inside(found)).unwrap_or(rest.len());
    let word = rest.get(..end)?;
    *rest = rest.get(end..)?;
    Some(Found::Other(word))
}

/// Vowel signs and the like, which belong to the word that they stand in.
fn is_mark(found: char) -> bool {
    matches!(found, '\u{0300}'..='\u{036F}' | '\u{0900}'..='\u{0903}' | '\u{093A}'..='\u{094F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_languages() {
        for (text, language) in [
            ("The ferry was late because of the fog, and the crew said that it would leave at noon.", Some("en")),
            (
                "Die Fähre war wegen des Nebels zu spät, und sie soll nach Angaben der Stadt am Mittag fahren.",
                Some("de"),
            ),
            ("Le bac est en retard à cause du brouillard, et il ne part pas avant midi, selon la ville.", Some("fr")),
            ("Broen er gammel, siger hun til avisen, og den lukker efter sommeren for alle biler.", Some("da")),
            ("Broen er gammel, sier hun til avisen, og den stenger etter sommeren for alle biler.", Some("no")),
            ("フェリーは霧のため遅れて出発した。", Some("ja")),
            ("渡轮因大雾延误，市长说中午开航。", Some("zh")),
            ("안개 때문에 배가 늦게 출발했다.", Some("ko")),
            ("Паром опоздал из-за тумана, и он не уйдет до полудня, как это было и в прошлом году.", Some("ru")),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }

    #[test]
    fn the_middle_of_a_page_is_its_article() {
        let article = "Die Fähre war wegen des Nebels zu spät, und sie soll nach Angaben der Stadt am Mittag fahren. ";
        let menu = "Read more about the ferry and the quay, and what it is that the crew said to us. ";
        let (menu, article) = (menu.repeat(60), article.repeat(60));
        assert_eq!(detect(&format!("{menu}{article}{menu}")), Some("de"));
        // More of another language there is than of this one, and in the middle too.
        assert_eq!(detect(&format!("{menu}{menu}{article}")), Some("en"));
        assert_eq!(detect(&format!("{}{menu}{article}{menu}", "é".repeat(101))), Some("de"));
    }

    #[test]
    fn doubt_is_none() {
        assert_eq!(detect("Home News Sport"), None);
        assert_eq!(detect(""), None);
        assert_eq!(known("en-GB"), Some("en"));
        assert_eq!(known("tlh"), None);
    }
}
