//! The day of a saying: a date beside the words that attribute.
//!
//! In: the statements. Out: [`Statement::when`]: `claimed February 6`, `said at a February 7 news conference`,
//! `On March 3, the mayor said`. A date among the words said is what they are about; a weekday is no date.

use crate::fields::PartialDate;
use crate::fields::date::dates_in_text;
use crate::lexicon::{self, WordList};
use crate::statements::{Found, Passage, Place, Statement};
use crate::text::Stretch;

/// How many bytes behind cue and mention a date of the saying may begin.
const REACH: usize = 60;
/// How many dates of a sentence are looked at: no sentence that anybody wrote has more.
const MOST: usize = 12;

/// Fills in the days.
pub(super) fn fill(passages: &[Passage], statements: &mut [Statement], language: &str) {
    let mut read: Option<(usize, Vec<(Stretch, PartialDate)>)> = None;
    let links = lexicon::list(language, "date_links");
    for statement in statements.iter_mut() {
        let Some(cue) = statement.found.cue else { continue };
        let Some(passage) = passages.get(cue.passage) else { continue };
        let sentence = sentence_of(passage, cue.stretch);
        if !has_figure(passage, sentence, &statement.found, cue) {
            continue;
        }
        if read.as_ref().is_none_or(|(kept, _)| *kept != cue.passage) {
            read = Some((cue.passage, days(passage.text.text(), language)));
        }
        let dates = read.as_ref().map_or(&[][..], |(_, dates)| dates.as_slice());
        let first = dates.partition_point(|(stretch, _)| stretch.start < sentence.start);
        let inside = dates[first..].iter().take_while(|(stretch, _)| stretch.end <= sentence.end);
        let beside = |(stretch, _): &&(Stretch, PartialDate)| is_beside(passage, sentence, statement, *stretch, links);
        statement.when = inside.take(MOST).find(beside).map(|(_, date)| *date);
    }
}

/// Whether a figure stands in the sentence beside the attribution and the words said: a date has one, and most sentences have
/// none there. A sentence without end is not looked through once for each of its statements.
fn has_figure(passage: &Passage, sentence: Stretch, found: &Found, cue: Place) -> bool {
    const LONGEST: usize = 2000;
    let taken = |at: usize| {
        let mut places = found.content.iter().chain(&found.source).chain(&found.cue);
        places.any(|place| place.passage == cue.passage && place.stretch.start <= at && at < place.stretch.end)
    };
    let mut bytes = sentence.of(passage.text.text()).bytes().enumerate();
    sentence.end - sentence.start > LONGEST
        || bytes.any(|(at, byte)| byte.is_ascii_digit() && !taken(sentence.start + at))
}

/// The dates of a passage that name a day.
fn days(text: &str, language: &str) -> Vec<(Stretch, PartialDate)> {
    dates_in_text(text, language).into_iter().filter(|(_, date)| date.day.is_some()).collect()
}

/// The sentence that a stretch begins in; the whole passage where none does.
fn sentence_of(passage: &Passage, stretch: Stretch) -> Stretch {
    let after = passage.sentences.partition_point(|sentence| sentence.start <= stretch.start);
    let found = after.checked_sub(1).and_then(|at| passage.sentences.get(at)).copied();
    found.unwrap_or(Stretch::new(0, passage.text.text().len()))
}

/// Whether a date stands beside the attribution and not among the words said.
fn is_beside(passage: &Passage, sentence: Stretch, statement: &Statement, date: Stretch, links: &WordList) -> bool {
    let text = passage.text.text();
    let found = &statement.found;
    let Some(cue) = found.cue else { return false };
    let said = found.content.iter().filter(|place| place.passage == cue.passage).map(|place| place.stretch);
    if said.clone().any(|said| said.meets(date)) {
        return false;
    }
    let phrase = found.source.filter(|source| source.passage == cue.passage);
    let phrase = phrase.map_or(cue.stretch, |source| source.stretch.hull(cue.stretch));
    let clear = |from: usize, to: usize| {
        let between = Stretch::new(from, to).of(text);
        !between.contains([',', ';', '(', '"', '“']) && !said.clone().any(|said| said.meets(Stretch::new(from, to)))
    };
    let behind = date.start >= phrase.end && date.start - phrase.end <= REACH && clear(phrase.end, date.start);
    // `On March 3, the mayor said`, `But on March 3, the mayor said`: at the head of the sentence, a comma between.
    let opener = text.get(sentence.start..date.start).unwrap_or("").trim_end();
    let linked = || {
        let (first, last) = opener.split_once(' ').unwrap_or(("", ""));
        first.len() <= 6 && first.chars().all(char::is_alphabetic) && links.contains_any_case(last)
    };
    let ahead = date.end <= phrase.start
        && (opener.len() <= 3 || linked())
        && text
            .get(date.end..phrase.start)
            .is_some_and(|between| between.len() <= 12 && !between.trim_matches([',', ' ']).contains(','));
    behind || ahead
}
