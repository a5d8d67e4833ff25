//! From lines to units: a unit is a paragraph, a heading, a caption … whole, whatever the scraper did to its lines.
//!
//! In: the decoded text. Out: [`Unit`]s in order. The convention of the text is found first ([`Convention`]): blocks
//! apart by blank lines, hard-wrapped blocks, or one text node a line with paragraphs cut where a link stood.
//!
//! ```text
//! The ferry left on Monday,        The mayor told
//! two hours late because           Harbour Radio
//! of fog.                          that ferries would run.
//! ```
//!
//! Labels that name fields are cut off by `named`. Which two lines belong together is told by `joins`, what was run together by
//! `glued`; what a unit is, by the role model.

use super::lines::{self, Line};
use super::sections::Sections;
use super::{glued, joins, named, seams};
use crate::lexicon::{self, WordList};
use crate::text::Fragments;
use crate::text::chars::{is_cjk, is_letter, is_letter_or_figure};

/// How the input sets its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Convention {
    /// Blank lines stand between blocks.
    pub blocks: bool,
    /// The column that lines are broken at, where they are.
    pub wrap: Option<usize>,
    /// Lines are broken at hyphens inside words too.
    pub hyphens: bool,
    /// Some lines are indented: a page turned into text with its boxes.
    pub indented: bool,
    /// Some lines have Markdown headings.
    pub headed: bool,
}

/// Lines that belong together.
#[derive(Clone, Debug, Default)]
pub(super) struct Unit {
    /// The lines as one, with the marks of the first.
    pub line: Line,
    /// How many lines it was made of.
    pub lines: usize,
}

/// Finds the convention.
fn convention(lines: &[Line], words: &WordList) -> Convention {
    let gaps = lines.iter().filter(|line| line.gap).count();
    let blocks = lines.len() < 4 || gaps * 12 >= lines.len();
    let indented = lines.iter().filter(|line| line.indent >= 2).count() * 10 >= lines.len().max(1) * 3;
    let headed = lines.iter().any(|line| line.heading > 0);
    let hyphens = lines.windows(2).any(|pair| is_broken_at_hyphen(pair, words));
    Convention { blocks, wrap: wrap_column(lines, hyphens), hyphens, indented, headed }
}

/// `Out-` over `of-office`: a word goes on in the next line, not `Out- and` over `indoors`.
fn is_broken_at_hyphen(pair: &[Line], words: &WordList) -> bool {
    let [one, two] = pair else { return false };
    let inside = one.text.text().strip_suffix('-').is_some_and(|text| text.ends_with(is_letter));
    if !inside || two.gap {
        return false;
    }
    let word = two.text.text().split(|found: char| !is_letter(found)).next().unwrap_or("");
    !word.is_empty() && !words.contains_any_case(word)
}

/// The column that lines are broken at: the longest line of those that go on, if nearly all are as full as it allows.
fn wrap_column(lines: &[Line], hyphens: bool) -> Option<usize> {
    let pairs = || {
        lines.windows(2).filter_map(|pair| match pair {
            [one, two] if !two.gap && !two.bullet && !one.text.is_empty() => {
                Some((width(one), first_word(two, hyphens)))
            }
            _ => None,
        })
    };
    let column = pairs().map(|(width, _)| width).max()?;
    if !(30..=132).contains(&column) {
        return None;
    }
    let (mut full, mut all) = (0usize, 0usize);
    for (width, word) in pairs() {
        all += 1;
        full += usize::from(width + 1 + word > column);
    }
    (all >= 2 && full * 10 >= all * 7).then_some(column)
}

/// Characters of a line, as printed.
pub(super) fn width(line: &Line) -> usize {
    line.indent + line.cut + line.text.text().chars().count()
}

/// Characters up to the first place where a line may be broken.
pub(super) fn first_word(line: &Line, hyphens: bool) -> usize {
    let text = line.text.text();
    let (mut count, mut letters, mut hyphen) = (0, 0, false);
    for found in text.chars() {
        if found.is_whitespace() || (hyphen && is_letter_or_figure(found)) || is_wide(found) {
            break;
        }
        // Programs that wrap lines break at a hyphen between words, not in `11-year-old`.
        hyphen = hyphens && found == '-' && letters >= 2;
        letters = if is_letter(found) { letters + 1 } else { 0 };
        count += 1;
    }
    count.max(1)
}

/// Characters between which a line may be broken without a space.
pub(super) fn is_wide(found: char) -> bool {
    is_cjk(found) && !('\u{AC00}'..='\u{D7AF}').contains(&found)
}

/// Makes the units.
pub(super) fn units(text: &str, language: &str) -> (Vec<Unit>, Convention) {
    let lines = named::mark(lines::read(text), text, language);
    let lines = named::captions::mark(lines, language);
    let lines = glued::breadcrumbs(lines, Sections::of_language(language));
    let words = lexicon::list(language, "function_words");
    let convention = convention(&lines, words);
    let joined = joins::decide(&lines, &convention, language, words);
    let mut units: Vec<Unit> = Vec::with_capacity(lines.len());
    for (line, join) in lines.into_iter().zip(joined) {
        match units.last_mut() {
            Some(unit) if join => add(unit, &line, words),
            _ => units.push(Unit { line, lines: 1 }),
        }
    }
    (glued::paragraphs(units, words), convention)
}

fn add(unit: &mut Unit, next: &Line, words: &WordList) {
    unit.lines += 1;
    unit.line.span = unit.line.span.hull(next.span);
    unit.line.link &= next.link;
    unit.line.strong &= next.strong;
    unit.line.hard_break = next.hard_break;
    attach(&mut unit.line.text, &next.text, words);
}

/// Joins two pieces of a paragraph, with a space where one is due.
fn attach(text: &mut Fragments, next: &Fragments, words: &WordList) {
    if seams::is_tight(text.text(), next.text(), words) {
        text.append(next, false);
    } else {
        text.join(next, false);
    }
}
