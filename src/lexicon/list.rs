//! The list format, and the loader.
//!
//! A file is UTF-8. Lines that begin with `# ` (or are `#` alone) are its head: purpose, columns, refusals. Every other
//! line is one entry; columns are set apart by ` | `. Entries are sorted by code point, without repeats, and lower
//! case unless the head says `Case counts`. `tests/lexicons.rs` holds every file to this.
//!
//! ```text
//! # Words that open a byline. One a line, lower case.
//! by
//! words by
//! ```

use std::ops::Deref;

use rustc_hash::FxHashSet;

use super::kept::Kept;
use crate::text::chars::lowered;

static FILES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The languages that have a folder here, sorted.
pub fn languages() -> impl Iterator<Item = &'static str> {
    let mut seen = "";
    FILES.iter().filter_map(move |(language, _, _)| {
        let new = *language != seen;
        seen = language;
        new.then_some(*language)
    })
}

/// The text of `src/lexicon/<language>/<name>`; empty where the language has no such file.
#[must_use]
pub fn file(language: &str, name: &str) -> &'static str {
    let found = FILES.binary_search_by(|(folder, file, _)| (*folder, *file).cmp(&(language, name)));
    found.ok().and_then(|at| FILES.get(at)).map_or("", |(_, _, text)| text)
}

/// The first two columns of every entry of `<name>.txt`; the second is empty where there is one alone.
pub fn pairs(language: &str, name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(file(language, &format!("{name}.txt"))).map(|line| {
        let mut columns = columns(line);
        (columns.next().unwrap_or(""), columns.next().unwrap_or(""))
    })
}

/// How many entries a file has at most.
#[must_use]
pub fn size(language: &str, name: &str) -> usize {
    memchr::memchr_iter(b'\n', file(language, name).as_bytes()).count()
}

/// The columns of an entry. Its borders are looked for by one byte: a search for three is dear to set up.
fn columns(line: &'static str) -> impl Iterator<Item = &'static str> {
    let border = move |at: &usize| *at > 0 && line.as_bytes().get(at - 1..at + 2) == Some(b" | ");
    let ends = memchr::memchr_iter(b'|', line.as_bytes()).filter(border).chain([line.len() + 1]);
    let mut from = 0;
    ends.map(move |end| {
        let column = line.get(from..end - 1).unwrap_or("");
        from = end + 2;
        trimmed(column)
    })
}

/// Without white space at its ends; most has none, which is seen at once.
fn trimmed(text: &'static str) -> &'static str {
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if plain(bytes.first()) && plain(bytes.last()) { text } else { text.trim() }
}

/// The most columns that a list has.
const MOST: usize = 6;

/// The columns of an entry, in place.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    columns: [&'static str; MOST],
    count: usize,
}

impl Deref for Row {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.columns.get(..self.count).unwrap_or_default()
    }
}

/// The entries of a file, each as its columns.
pub fn rows(language: &str, name: &str) -> impl Iterator<Item = Row> {
    entries(file(language, name)).map(|line| {
        let mut row = Row { columns: [""; MOST], count: 0 };
        for (slot, column) in row.columns.iter_mut().zip(columns(line)) {
            *slot = column;
            row.count += 1;
        }
        row
    })
}

fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain((!text.is_empty()).then_some(text.len()));
    let mut from = 0;
    let lines = ends.map(move |end| {
        let line = text.get(from..end).unwrap_or("");
        from = end + 1;
        line.strip_suffix('\r').unwrap_or(line)
    });
    lines.filter(|line| !trimmed(line).is_empty() && *line != "#" && !line.starts_with("# "))
}

/// A set of words or phrases (the first column of a file).
#[derive(Debug, Default)]
pub struct WordList {
    words: FxHashSet<&'static str>,
    longest: usize,
    /// Bytes of the longest entry.
    bytes: usize,
}

impl WordList {
    /// Whether `word` is listed, as it stands (callers give lower case).
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether `word` is listed in whatever case it is printed.
    #[must_use]
    pub fn contains_any_case(&self, word: &str) -> bool {
        const SHORT: usize = 40;
        // No letter's small form is less than a third as long.
        if word.len() > 3 * self.bytes || word.len() > self.bytes && word.is_ascii() {
            return false;
        }
        if self.words.contains(word) {
            return true;
        }
        let mut small = [0; SHORT];
        match small.get_mut(..word.len()) {
            Some(small) if word.is_ascii() => {
                small.copy_from_slice(word.as_bytes());
                small.make_ascii_lowercase();
                str::from_utf8(small).is_ok_and(|word| self.words.contains(word))
            }
            _ => word.chars().any(char::is_uppercase) && self.words.contains(lowered(word).as_str()),
        }
    }

    /// How many words the longest entry has.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// Whether the language has no such list.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The list `src/lexicon/<language>/<name>.txt`; an empty one where the language has none. Read once, then kept.
#[must_use]
pub fn list(language: &str, name: &str) -> &'static WordList {
    static KEPT: Kept<WordList> = Kept::new();
    KEPT.get(&format!("{language}/{name}"), |_| {
        let words: FxHashSet<&'static str> = pairs(language, name).map(|(word, _)| word).collect();
        let bytes = words.iter().map(|word| word.len()).max().unwrap_or(0);
        let longest = words.iter().map(|word| word.split(' ').count()).max().unwrap_or(0);
        WordList { words, longest, bytes }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_has_more_columns_than_a_row() {
        for (language, name, text) in FILES.iter().filter(|(_, name, _)| name.ends_with(".txt")) {
            assert!(entries(text).all(|line| columns(line).count() <= MOST), "{language}/{name}");
        }
    }

    #[test]
    fn a_missing_list_is_empty() {
        assert!(list("en", "no such list").is_empty());
        assert!(!list("en", "no such list").contains(""));
    }
}
