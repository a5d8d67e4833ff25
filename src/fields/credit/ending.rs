//! The credit at the end of a caption.
//!
//! In: the caption. Out: the credit with all that is to be taken off. The last 240 bytes are looked at. A bracket is
//! tried first, then a label (`Foto:`, `©`, `Picture by`), then what stands behind the last sentence or bar. A credit said
//! twice (`(AP Photo) - Copyright AP Photo`) is taken off whole; the first wording counts.

use super::makers::tell;
use super::{Credit, is_maker, labelled, make, of_makers};
use crate::fields::person;
use crate::fields::tables::{self, Tables, begins_word};
use crate::text::Stretch;
use crate::text::chars::is_letter;

const TAIL: usize = 240;

pub(super) fn read(line: &str, tables: &Tables) -> Option<Credit> {
    let end = line.trim_end().len();
    let mut found = once(line, end, tables)?;
    let before = line.get(..found.outer.start)?.trim_end_matches([' ', '-', '–', '—', '|']).len();
    if before > 0
        && let Some(first) = once(line, before, tables).filter(|first| first.certain)
    {
        let outer = Stretch::new(first.outer.start, found.outer.end);
        found = Credit { outer, ..first };
    }
    Some(found)
}

fn once(line: &str, end: usize, tables: &Tables) -> Option<Credit> {
    let mut start = end.saturating_sub(TAIL);
    while !line.is_char_boundary(start) {
        start += 1;
    }
    let tail = Stretch::new(start, end);
    bracket(line, tail, tables)
        .or_else(|| label(line, tail, tables))
        .or_else(|| bare(line, tail, tables))
        .or_else(|| capitals(line, tail, tables))
}

/// `(AP Photo/Ina Holm)`, `[Ina Holm/Pool/AFP]`, `(Ina Holm)` behind a full stop.
fn bracket(line: &str, tail: Stretch, tables: &Tables) -> Option<Credit> {
    let text = tail.of(line);
    let closed = text.trim_end_matches('.');
    let close = closed.chars().next_back().filter(|last| matches!(last, ')' | ']' | '）' | '】'))?;
    let open = opening(closed, close)?;
    let (first, last) = (closed.get(open..)?.chars().next()?.len_utf8(), close.len_utf8());
    let inner = Stretch::new(tail.start + open + first, tail.start + closed.len() - last).trimmed(line);
    let outer = Stretch::new(tail.start + open, tail.end);
    if let Some(content) = labelled(line, inner, tables, true) {
        return make(line, outer, content, tables, true);
    }
    let content = inner.of(line);
    if content.len() > 120 || !is_maker(content, tables) {
        return None;
    }
    let makers = tell(content, tables);
    let before = line.get(..outer.start)?.trim_end();
    let stopped = before.is_empty() || before.ends_with(['.', '!', '?', '”', '"', '’', '。']);
    let acronym = (2..=6).contains(&content.len()) && content.bytes().all(|byte| byte.is_ascii_uppercase());
    if makers.known && makers.sound {
        return of_makers(makers, outer, inner, true);
    }
    let capital = content.chars().next().is_some_and(char::is_uppercase);
    let pair = content.contains('/') && makers.sound && capital;
    let likely = pair || (stopped && (acronym || person::is_name(content)));
    likely.then(|| of_makers(makers, outer, inner, false))?
}

/// Where the bracket that `close` closes is opened.
fn opening(text: &str, close: char) -> Option<usize> {
    let open = match close {
        ')' => '(',
        ']' => '[',
        '）' => '（',
        _ => '【',
    };
    let mut depth = 0_usize;
    for (at, found) in text.char_indices().rev() {
        if found == close {
            depth += 1;
        } else if found == open {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// The first label of the tail behind which nothing but a credit stands.
fn label(line: &str, tail: Stretch, tables: &Tables) -> Option<Credit> {
    let text = tail.of(line);
    let mut next = 0;
    // A label opens with a sign or a letter that is not small: nearly all letters are passed over.
    while let Some(at) = tables.credit_labels.next_large(text.as_bytes(), next) {
        next = at + 1;
        let Some(found) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let opens = matches!(found, '©' | '（' | '(') || is_letter(found) && !found.is_lowercase();
        if !opens || found != '©' && !text.get(at..).is_some_and(|rest| tables.credit_labels.may_begin(rest)) {
            continue;
        }
        let here = tail.start + at;
        let head = line.get(..here).unwrap_or("");
        let before = head.chars().next_back();
        let last = text.get(..at).unwrap_or("").trim_end().chars().next_back();
        let solid = last.or_else(|| line.get(..tail.start).and_then(|head| head.chars().next_back()));
        // `ORLANDOFoto:`: capitals with a capitalised label glued to them.
        let next = text.get(at + found.len_utf8()..).and_then(|rest| rest.chars().next());
        let glued =
            found.is_uppercase() && before.is_some_and(char::is_uppercase) && next.is_some_and(char::is_lowercase);
        let opens =
            found == '©' || found == '（' || found == '(' || (is_letter(found) && (glued || begins_word(line, here)));
        // A word that carries on a sentence opens no credit; a glued one, or one behind a sign, does.
        let free = solid.is_none_or(|last| !last.is_alphanumeric()) || before.is_some_and(|last| last.is_lowercase());
        if opens && let Some(content) = labelled(line, Stretch::new(here, tail.end), tables, false) {
            let colon = line
                .get(here..content.start)
                .is_some_and(|label| label.contains([':', '：', '=', '＝', '©']) || label.ends_with(['.', '…']));
            if (colon || free) && !content.of(line).contains(['：', '?', '!']) {
                let shift =
                    usize::from(solid.is_some_and(|last| last == '|' || last == '—' || last == '–' || last == '-'));
                let start = if shift == 1 { back_over_sign(line, here) } else { here };
                if let Some(name) = head.strip_suffix('/').and_then(name_at_end) {
                    return make(line, Stretch::new(name, tail.end), Stretch::new(name, tail.end), tables, true);
                }
                return make(line, Stretch::new(start, tail.end), content, tables, true);
            }
        }
    }
    None
}

/// Where the name begins that `head` ends with: from a given name on, else its last two words.
fn name_at_end(head: &str) -> Option<usize> {
    const WORDS: usize = 4;
    let starts: Vec<usize> = head.rmatch_indices(' ').take(WORDS).map(|(at, _)| at + 1).collect();
    let named = |start: &&usize| head.get(**start..).is_some_and(|name| name.contains(' ') && person::is_name(name));
    let given = |start: &&usize| head.get(**start..).is_some_and(person::has_given_name);
    starts.iter().filter(named).find(given).or_else(|| starts.iter().find(named)).copied()
}

/// The dash or bar before a credit goes with it.
fn back_over_sign(line: &str, at: usize) -> usize {
    line.get(..at).map_or(at, |head| head.trim_end_matches([' ', '|', '—', '–', '-', '\u{a0}']).len())
}

/// Behind the last full stop, bar or dash: known makers and nothing else; or a known agency with a stroke anywhere.
fn bare(line: &str, tail: Stretch, tables: &Tables) -> Option<Credit> {
    let text = tail.of(line);
    let floor = text.len().saturating_sub(110);
    // Behind a bar a name is enough; elsewhere an agency is named, and most paragraphs name none at their end.
    let floor = (floor..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let near = text.get(floor..).unwrap_or("");
    if !is_parted(near) || !near.contains('|') && !near.contains('＝') && !tables::common().agencies.anywhere(near) {
        return None;
    }
    let mut last = text.get(..floor).and_then(|head| head.chars().next_back()).unwrap_or(' ');
    let borders = near.char_indices().filter_map(|(at, found)| {
        let sign = matches!(found, '.' | '!' | '?' | '”' | '"' | '。' | '|' | '—' | '–' | '=' | '＝');
        let initial = found == '.' && last.is_uppercase();
        last = found;
        (sign && !initial).then_some((floor + at + found.len_utf8(), found))
    });
    for (at, sign) in borders.take(8) {
        let content = Stretch::new(tail.start + at, tail.end).trimmed(line);
        if content.is_empty()
            || content.len() > 100
            || content.of(line).starts_with(['|', '—', '–', '=', '＝'])
            || !content
                .of(line)
                .chars()
                .next()
                .is_some_and(|first| !first.is_lowercase() || known_start(content.of(line)))
        {
            continue;
        }
        let makers = tell(content.of(line), tables);
        let barred = matches!(sign, '|' | '＝') && !makers.names.is_empty() && makers.agencies.is_empty();
        if makers.sound && (makers.known || barred) && is_maker(content.of(line), tables) {
            let start = if matches!(sign, '.' | '!' | '?' | '”' | '"' | '。') {
                content.start
            } else {
                back_over_sign(line, content.start)
            };
            let known = makers.known;
            return of_makers(makers, Stretch::new(start, tail.end), content, known);
        }
    }
    stroke(line, tail, floor, tables)
}

/// A name in capitals behind a sentence, with or without its outlet: `… in Bergen.INA HOLM`, `… in Bergen. INA HOLM POUR « LE PORT »`.
fn capitals(line: &str, tail: Stretch, tables: &Tables) -> Option<Credit> {
    const LONGEST: usize = 60;
    let text = tail.of(line);
    // Nearly all lines end in a small letter, with or without a stop.
    if text.trim_end_matches(['.', '!', '?', '"', '”', '»', '’']).ends_with(char::is_lowercase) {
        return None;
    }
    let small = text.rfind(char::is_lowercase).filter(|at| text.len() - at <= LONGEST)?;
    let rest = text.get(small..)?;
    let stop = rest.find(['.', '!', '?', '…'])?;
    let after = rest.get(stop..)?.trim_start_matches(['.', '!', '?', '…', '"', '”', '»']);
    let start = small + rest.len() - after.len();
    let content = Stretch::new(tail.start + start, tail.end).trimmed(line);
    let makers = tell(content.of(line), tables);
    let whole = makers.names.len() == 1 && content.of(line).starts_with(makers.names.first()?.as_str());
    // An initial: `the school of John D. ROCK`.
    let ended = text.get(..small + stop).is_some_and(|head| head.rsplit(' ').next().is_some_and(|word| word.len() > 2));
    let glued = !after.starts_with(' ');
    if whole && ended && makers.sound { of_makers(makers, content, content, glued) } else { None }
}

/// Whether a sign that parts a credit from a sentence may stand in a text, before its end: most paragraphs end with one sentence.
fn is_parted(text: &str) -> bool {
    let inner = text.strip_suffix(['.', '!', '?', '"']).unwrap_or(text);
    // Without a branch many bytes are read at once.
    let sign = |byte: u8| matches!(byte, b'.' | b'!' | b'?' | b'"' | b'|' | b'=' | b'/') | !byte.is_ascii();
    inner.bytes().fold(false, |any, byte| any | sign(byte))
}

fn known_start(text: &str) -> bool {
    tables::common().agencies.at(text).is_some()
}

/// `… in Bergen EFE/ I. Holm`, `… in Bergen HANDOUT / AFP`: nothing parts sentence and credit but the agency itself.
fn stroke(line: &str, tail: Stretch, floor: usize, tables: &Tables) -> Option<Credit> {
    let text = tail.of(line);
    if !text.get(floor..)?.contains('/') {
        return None;
    }
    for (at, _) in text.match_indices(' ').filter(|(at, _)| *at >= floor) {
        let content = Stretch::new(tail.start + at + 1, tail.end);
        let words = content.of(line);
        if !words.contains('/') {
            return None;
        }
        let head = words.split('/').next().unwrap_or("").trim();
        let agency = tables::common().agencies.at(head).is_some_and(|(length, _)| length == head.len());
        let capitals = head.len() > 2 && !head.chars().any(char::is_lowercase) && head.split(' ').count() <= 3;
        if !(agency || capitals) {
            continue;
        }
        let makers = tell(words, tables);
        if makers.sound && makers.known {
            return of_makers(makers, content, content, true);
        }
    }
    None
}
