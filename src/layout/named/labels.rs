//! The labels that name fields.
//!
//! In: a line. Out: the [`Label`] at its head, with the role of what it names: `Byline: Ada Brook` that of a byline, `Body` that of
//! a text, `WC` (a code) that of furniture. Whether the text is one that names its fields is for [`super::mark`] to say.

use rustc_hash::FxHashMap;

use crate::layout::known::OTHER;
use crate::layout::labels::furniture_kind;
use crate::layout::lines::Line;
use crate::layout::{NoteKind, Role};
use crate::lexicon::{self, Kept};
use crate::text::Heads;
use crate::text::chars::{is_letter_or_figure, lowered};

/// Bytes of the longest label.
const LONGEST: usize = 40;
/// Words of the longest label that nobody listed.
const WORDS: usize = 3;

/// A label at the head of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// Where what it names begins, in bytes; the length of the line where nothing follows.
    pub(super) end: usize,
    /// What is known of it.
    pub(super) known: Known,
    /// Whether a colon stands behind it; codes need none.
    pub(super) colon: bool,
    /// Whether it is a code.
    pub(super) code: bool,
}

/// The labels of one language, and the English ones.
#[derive(Debug, Default)]
pub(super) struct Names {
    labels: FxHashMap<&'static str, Known>,
    codes: FxHashMap<&'static str, Known>,
    /// What the labels begin with.
    heads: Heads,
}

/// What the lists say of a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// The role of what it names.
    pub(super) role: Role,
    /// The same behind the text of the article, where what heads an article is the database's.
    pub(super) behind: Role,
    /// Which of the labels it is.
    pub(super) number: usize,
    /// Whether no ordinary page has it.
    pub(super) export: bool,
}

impl Names {
    /// Those of a language, read once.
    pub(super) fn of(language: &str) -> &'static Self {
        static KEPT: Kept<Names> = Kept::new();
        KEPT.get(language, |language| {
            let mut names = Self::default();
            add(&mut names.labels, language, "field_names.txt");
            add(&mut names.labels, "en", "field_names.txt");
            add(&mut names.codes, "mul", "field_codes.txt");
            names.labels.keys().for_each(|label| names.heads.add(label));
            names
        })
    }

    /// The label at the head of a line.
    pub(super) fn read(&self, line: &str) -> Option<Label> {
        if let Some((code, known)) = first_word(line).and_then(|code| Some((code, self.codes.get(code)?))) {
            let end = line.len() - line.get(code.len()..)?.trim_start().len();
            return Some(Label { end, known: *known, colon: true, code: true });
        }
        // Nearly all lines begin with other letters.
        if !self.heads.may_begin(line) {
            return None;
        }
        let colon = colon(line);
        let name = line.get(..colon.unwrap_or(line.len())).filter(|name| name.len() <= LONGEST)?;
        let known = self.labels.get(lowered(name.trim_end()).replace(['-', '_'], " ").as_str())?;
        let end = colon.map_or(line.len(), |at| line.len() - line.get(at + 1..).unwrap_or("").trim_start().len());
        Some(Label { end, known: *known, colon: colon.is_some(), code: false })
    }
}

fn add(labels: &mut FxHashMap<&'static str, Known>, language: &str, file: &str) {
    for row in lexicon::rows(language, file) {
        let [label, field, rest @ ..] = &*row else { continue };
        let (number, export) = (labels.len(), rest.first() == Some(&"export"));
        let behind = rest.get(1).and_then(|field| role(field));
        if let Some(role) = role(field) {
            let behind = behind.unwrap_or(if is_of_head(role) { OTHER } else { role });
            labels.entry(label).or_insert(Known { role, behind, number, export });
        }
    }
}

/// Whether a field stands at the head of an article.
fn is_of_head(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Kicker | Role::Dek | Role::Dateline | Role::Updated | Role::Paragraph)
}

fn role(field: &str) -> Option<Role> {
    Some(match field {
        "headline" => Role::Headline,
        "kicker" => Role::Kicker,
        "dek" => Role::Dek,
        "byline" => Role::Byline,
        "published" => Role::Published,
        "updated" => Role::Updated,
        "dateline" => Role::Dateline,
        "caption" => Role::Caption,
        "text" => Role::Paragraph,
        "correction" => Role::Note(NoteKind::Correction),
        "other" => OTHER,
        kind => Role::Furniture(furniture_kind(kind)?),
    })
}

/// Where the colon of a label stands, if the line has one so near its head.
fn colon(line: &str) -> Option<usize> {
    let head = line.as_bytes().get(..line.len().min(LONGEST + 1))?;
    let at = memchr::memchr(b':', head)?;
    let behind = line.as_bytes().get(at + 1);
    behind.is_none_or(u8::is_ascii_whitespace).then_some(at)
}

/// The first word, where it is a few capitals.
fn first_word(line: &str) -> Option<&str> {
    let word = line.split(char::is_whitespace).next()?;
    ((2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(word)
}

/// Whether a line could name its field: `word count: 312`.
pub(super) fn is_keyed(line: &str) -> bool {
    let name = colon(line).and_then(|at| line.get(..at)).unwrap_or("");
    let part = |found: char| is_letter_or_figure(found) || matches!(found, ' ' | '-' | '_');
    name.starts_with(char::is_alphabetic) && name.chars().all(part) && name.split(' ').count() <= WORDS
}

/// The bytes of a label of capitals: `PHOTO: `.
pub(super) fn shouted(value: &str) -> Option<usize> {
    let at = colon(value)?;
    let own = value.get(..at).filter(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase()))?;
    Some(value.len() - value.get(own.len() + 1..)?.trim_start().len())
}

/// Where the page of a picture stands at the end of its caption: `(A12)`.
pub(super) fn page(value: &str) -> Option<usize> {
    let open = value.rfind('(').filter(|at| *at > 0)?;
    let page = value.get(open + 1..)?.trim_end().strip_suffix(')')?;
    let figures = page.trim_start_matches(|found: char| found.is_ascii_uppercase());
    let letters = page.len() - figures.len();
    let is_page = (1..=2).contains(&letters) && (1..=3).contains(&figures.len());
    (is_page && figures.bytes().all(|byte| byte.is_ascii_digit())).then_some(open)
}

/// Whether enough lines have the form of a label, a quick look.
pub(super) fn may_name(lines: &[Line]) -> bool {
    let formed = |line: &&Line| colon(line.text.text()).is_some() || first_word(line.text.text()).is_some();
    lines.iter().filter(formed).take(2).count() >= 2
}
