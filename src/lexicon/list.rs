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

/// A column of an entry: its first byte, its length, and whether the entry ends with it.
type Column = (u32, u16, bool);

/// Language, name, text and columns of each file.
static FILES: &[(&str, &str, &str, &[Column])] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The languages that have a folder here, sorted.
pub fn languages() -> impl Iterator<Item = &'static str> {
    let mut seen = "";
    FILES.iter().filter_map(move |(language, ..)| {
        let new = *language != seen;
        seen = language;
        new.then_some(*language)
    })
}

/// The text of `src/lexicon/<language>/<name>`; empty where the language has no such file.
#[must_use]
pub fn file(language: &str, name: &str) -> &'static str {
    cut(language, name).0
}

/// The text of a file and its columns.
fn cut(language: &str, name: &str) -> (&'static str, &'static [Column]) {
    let found = FILES.binary_search_by(|(folder, file, ..)| (*folder, *file).cmp(&(language, name)));
    found.ok().and_then(|at| FILES.get(at)).map_or(("", &[]), |(_, _, text, columns)| (text, columns))
}

/// The first two columns of every entry of `<name>.txt`; the second is empty where there is one alone.
pub fn pairs(language: &str, name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(language, &format!("{name}.txt")).map(|row| (row.columns[0], row.columns[1]))
}

/// How many entries a file has.
#[must_use]
pub fn size(language: &str, name: &str) -> usize {
    cut(language, name).1.iter().filter(|(_, _, last)| *last).count()
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
pub fn rows(language: &str, name: &str) -> impl Iterator<Item = Row> + use<> {
    let (text, mut columns) = cut(language, name);
    std::iter::from_fn(move || {
        let mut row = Row { columns: [""; MOST], count: 0 };
        for slot in &mut row.columns {
            let ((start, length, last), rest) = columns.split_first()?;
            *slot = text.get(*start as usize..*start as usize + usize::from(*length)).unwrap_or("");
            (columns, row.count) = (rest, row.count + 1);
            if *last {
                break;
            }
        }
        Some(row)
    })
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
    fn every_column_is_there() {
        for (language, name, text, columns) in FILES {
            let rows: Vec<_> = columns.split_inclusive(|(_, _, last)| *last).collect();
            assert!(rows.iter().all(|row| row.len() <= MOST), "{language}/{name}");
            let lines = text.lines().filter(|line| *line != "#" && !line.starts_with("# ") && name.ends_with(".txt"));
            let lines = lines.map(|line| line.split(" | ").map(|column| column.trim().to_owned()).collect());
            let lines: Vec<Vec<String>> = lines.filter(|line: &Vec<String>| line.concat() != "").collect();
            let read = super::rows(language, name).map(|row| row.iter().map(|column| (*column).to_owned()).collect());
            assert_eq!(read.collect::<Vec<Vec<String>>>(), lines, "{language}/{name}");
        }
    }

    #[test]
    fn a_missing_list_is_empty() {
        assert!(list("en", "no such list").is_empty());
        assert!(!list("en", "no such list").contains(""));
    }
}
