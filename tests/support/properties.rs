//! What holds for every record of every text.

use super::{letters, words};
use newscopy::Record;
use newscopy::record::Range;
use serde_json::Value;

/// Checks all of it; panics with the article's name and the fact that does not hold.
pub fn hold(name: &str, text: &str, record: &Record) {
    let points: Vec<char> = text.chars().collect();
    let cut = |(start, end): Range| -> String {
        assert!(start <= end && end <= points.len(), "{name}: span {start}..{end} of {}", points.len());
        points[start..end].iter().collect()
    };
    blocks_cover(name, &points, record);
    statements_slice(name, record, &cut);
    speakers_agree(name, record);
    nothing_is_made_up(name, text, record);
    nothing_is_lost(name, record, &cut);
    for warning in &record.warnings {
        warning.span.map(cut);
    }
}

/// Every character that is no white space stands in exactly one block; the blocks are in order.
fn blocks_cover(name: &str, points: &[char], record: &Record) {
    let mut covered = vec![false; points.len()];
    let mut end = 0;
    for block in record.blocks.as_deref().unwrap_or(&[]) {
        assert!(block.span.0 >= end && block.span.1 > block.span.0, "{name}: block {:?} after {end}", block.span);
        end = block.span.1;
        covered[block.span.0..end].fill(true);
    }
    for (at, point) in points.iter().enumerate() {
        let blank = newscopy::text::chars::is_blank(*point);
        assert!(covered[at] || blank, "{name}: {point:?} at {at} is in no block");
    }
}

fn statements_slice(name: &str, record: &Record, cut: &impl Fn(Range) -> String) {
    let fits = |printed: &str, spans: &[Range], what: &str| {
        let from: String = spans.iter().map(|span| cut(*span)).collect::<Vec<_>>().join(" ");
        assert!(
            letters(&from) == letters(printed) || in_order(&words(&from), &words(printed)),
            "{name}: {what} {printed:?} is not what its spans hold: {from:?}"
        );
        assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{name}: {what} {printed:?}: spans {spans:?}");
    };
    for (index, statement) in record.statements.iter().enumerate() {
        assert!(
            !statement.spans.is_empty() && !letters(&statement.text).is_empty(),
            "{name}: statement {index} is empty"
        );
        fits(&statement.text, &statement.spans, "statement");
        assert!((0.0..=1.0).contains(&statement.confidence), "{name}: confidence {}", statement.confidence);
        if let Some(cue) = &statement.cue {
            fits(&cue.text, &[cue.span], "cue");
        }
        if let Some(speaker) = &statement.speaker {
            assert_eq!(speaker.mention.is_some(), speaker.span.is_some(), "{name}: statement {index}");
            if let (Some(mention), Some(span)) = (&speaker.mention, speaker.span) {
                fits(mention, &[span], "mention");
            }
        }
        if let Some(fuller) = statement.repeats {
            assert!(fuller < record.statements.len() && fuller != index, "{name}: {index} repeats {fuller}");
        }
        if let Some(section) = statement.section {
            let paragraphs = record.sections.get(section).map(|section| section.paragraphs.len());
            assert!(paragraphs.is_some(), "{name}: statement {index} in section {section}");
            assert!(
                statement.paragraph < paragraphs.or(Some(0)) || statement.paragraph.is_none(),
                "{name}: statement {index}"
            );
        }
    }
    assert!(
        record
            .statements
            .windows(2)
            .all(|pair| first(&pair[0].spans) <= first(&pair[1].spans) || pair[1].part != pair[0].part),
        "{name}: statements are not in the order of their first word"
    );
}

fn first(spans: &[Range]) -> usize {
    spans.first().map_or(0, |span| span.0)
}

/// The speakers list and the statements say the same.
fn speakers_agree(name: &str, record: &Record) {
    let mut listed = vec![0; record.statements.len()];
    for entry in &record.speakers {
        assert!(!entry.statements.is_empty(), "{name}: {} said nothing", entry.name);
        assert!(entry.statements.windows(2).all(|pair| pair[0] < pair[1]), "{name}: {:?}", entry.statements);
        for index in &entry.statements {
            let statement = record.statements.get(*index);
            let said_by = statement.and_then(|statement| statement.speaker.as_ref()?.name.clone());
            assert_eq!(said_by.as_deref(), Some(entry.name.as_str()), "{name}: statement {index}");
            listed[*index] += 1;
        }
    }
    for (index, statement) in record.statements.iter().enumerate() {
        let named = statement.speaker.as_ref().is_some_and(|speaker| speaker.name.is_some());
        assert_eq!(listed[index], usize::from(named), "{name}: statement {index} in the list of speakers");
    }
    for quote in &record.pull_quotes {
        assert!(quote.statement.is_none_or(|index| index < record.statements.len()), "{name}: {:?}", quote.statement);
    }
}

/// Every string is a stretch of the input, or several, in order.
fn nothing_is_made_up(name: &str, text: &str, record: &Record) {
    let (all, in_words) = (letters(text), words(text));
    for (field, string) in strings(record) {
        let made = letters(&string);
        assert!(
            all.contains(&made) || in_order(&in_words, &words(&string)),
            "{name}: {field} {string:?} is no stretch of the input"
        );
    }
}

/// The record's strings that come from the input, each with its field.
fn strings(record: &Record) -> Vec<(String, String)> {
    let mut record = serde_json::to_value(record).expect("a record is JSON");
    for made in ["id", "language", "published", "updated", "blocks", "source", "warnings"] {
        record[made] = Value::Null;
    }
    let mut found = Vec::new();
    collect("", &record, &mut found);
    found
}

fn collect(field: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(string) if !["kind", "placement", "part", "date"].iter().any(|made| field.ends_with(made)) => {
            found.push((field.to_owned(), string.clone()));
        }
        Value::Array(list) => list.iter().for_each(|entry| collect(field, entry, found)),
        Value::Object(map) => map.iter().for_each(|(key, entry)| collect(&format!("{field}.{key}"), entry, found)),
        _ => {}
    }
}

/// The words of every block stand in the record.
fn nothing_is_lost(name: &str, record: &Record, cut: &impl Fn(Range) -> String) {
    let kept = strings(record).into_iter().map(|(_, string)| letters(&string)).collect::<Vec<_>>().join(" ");
    for block in record.blocks.as_deref().unwrap_or(&[]) {
        let printed = cut(block.span);
        if printed.contains("](") || printed.contains('&') {
            continue; // addresses and entities are mark-up
        }
        for word in words(&printed) {
            assert!(kept.contains(&word), "{name}: {word:?} of {} {printed:?} is lost", block.role);
        }
    }
}

/// Whether `part` can be read off `whole` from left to right. Mark-up between two words of the input can make them one of the
/// record's (`**20**30`): a word may be put together from several, with others (an address) between.
fn in_order(whole: &[String], part: &[String]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|word| {
        let mut left = word.as_str();
        rest.any(|other| {
            left = if other == word { "" } else { left.strip_prefix(other.as_str()).unwrap_or(left) };
            left.is_empty()
        })
    })
}
