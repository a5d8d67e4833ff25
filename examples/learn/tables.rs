//! Prints what was learned in the form of the lexicon.

use std::collections::BTreeMap;

use newscopy::lexicon;
use newscopy::statements::learning::{Article, Draft, Pack, class, kind, name};

use crate::fit::Penalty;
use crate::run::Held;

fn text(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// The weights, sorted by question and name.
pub(crate) fn weights(pack: &Pack, weights: &[(u64, i32)], articles: usize, penalty: Penalty, general: f64) -> String {
    let mut rows: Vec<(&str, String, i32)> = weights
        .iter()
        .map(|(key, weight)| (name(pack, *key), *weight))
        .map(|((question, text), weight)| (question, text, weight))
        .collect();
    rows.sort();
    let mut lines = vec![
        String::from(
            "# Weights of the statement models: question, feature, tenths. Made by examples/learn; lines set by hand belong in",
        ),
        String::from(
            "# weight_overrides.tsv. A feature names word classes, closed words and cue frames, never an open word or a name.",
        ),
        format!(
            "# Fitted on {articles} annotated articles: political news and, counted {general} times, general news; l1 {}, l2 {}, features seen {} times or more.",
            penalty.l1, penalty.l2, penalty.least
        ),
    ];
    lines.extend(rows.into_iter().map(|(question, text, weight)| format!("{question}\t{text}\t{weight}")));
    text(&lines)
}

/// The cue table with the priors counted anew.
pub(crate) fn cues(pack: &Pack, priors: &[u8]) -> String {
    let head = lexicon::file(pack.language, "cues.txt").lines().take_while(|line| line.starts_with('#'));
    let mut lines: Vec<String> = head.map(String::from).collect();
    for (form, prior) in pack.forms.iter().zip(priors) {
        let frame = pack.frames[form.frame as usize];
        lines.push(format!("{} | {} | {frame} | {prior} | {}", form.text, form.lemma, form.particle.unwrap_or("-")));
    }
    text(&lines)
}

/// A prediction as the confidence table sees it.
pub(crate) fn held(article: &Article<'_>, draft: &Draft, right: bool, part: usize) -> Held {
    Held {
        class: class(kind(article, draft), draft.cue.is_some() || draft.verbatim),
        margin: draft.margin,
        right,
        part,
    }
}

/// Steps of confidence that never fall, and on stderr the reliability table: each part of the articles under steps that
/// were counted on the others.
pub(crate) fn confidence(held: &[Held]) -> String {
    let mut lines = vec![
        String::from(
            "# How often a statement is right (content and source) by its least margin, counted on articles the models had not seen.",
        ),
        String::from(
            "# Columns: kind | margin in tenths from which on it holds | hundredths. Made by `learn --confidence`.",
        ),
    ];
    let mut bins: BTreeMap<u8, (usize, usize)> = BTreeMap::new();
    let last = held.iter().map(|held| held.part).max().unwrap_or(0);
    for class in ["direct", "indirect", "mixed", "unsaid"] {
        for part in 0..=last {
            let steps = steps(held, class, &|own| own.part != part);
            for own in held.iter().filter(|own| own.class == class && own.part == part) {
                let value = steps.iter().rev().find(|(from, _)| *from <= own.margin).map_or(50, |(_, value)| *value);
                let bin = bins.entry(value / 10).or_default();
                bin.0 += 1;
                bin.1 += usize::from(own.right);
            }
        }
        let steps = steps(held, class, &|_| true);
        let mut rows: Vec<String> =
            steps.iter().map(|(margin, value)| format!("{class} | {margin} | {value}")).collect();
        rows.sort();
        lines.extend(rows);
    }
    for (bin, (all, right)) in bins {
        eprintln!("confidence 0.{bin}x: {all} statements, {:.1} % right", 100.0 * right as f64 / all.max(1) as f64);
    }
    text(&lines)
}

/// The steps of one class, counted on some of the predictions.
fn steps(held: &[Held], class: &str, counts: &dyn Fn(&Held) -> bool) -> Vec<(i32, u8)> {
    let own = held.iter().filter(|own| own.class == class && counts(own));
    let mut own: Vec<(i32, bool)> = own.map(|own| (own.margin, own.right)).collect();
    own.sort_unstable();
    rising(&own)
}

/// Shares of right ones over growing margins, neighbours pooled until they rise.
fn rising(own: &[(i32, bool)]) -> Vec<(i32, u8)> {
    let mut pools: Vec<(i32, f64, f64)> = Vec::new();
    for same in own.chunk_by(|left, right| left.0 == right.0) {
        let right = same.iter().filter(|(_, right)| *right).count() as f64;
        pools.push((same[0].0, right, same.len() as f64));
        while let [.., left, last] = pools.as_slice() {
            if left.1 / left.2 < last.1 / last.2 && left.2 >= 40.0 {
                break;
            }
            let merged = (left.0, left.1 + last.1, left.2 + last.2);
            pools.truncate(pools.len() - 2);
            pools.push(merged);
        }
    }
    if let [.., left, last] = pools.as_slice()
        && last.2 < 40.0
    {
        let merged = (left.0, left.1 + last.1, left.2 + last.2);
        pools.truncate(pools.len() - 2);
        pools.push(merged);
    }
    pools.iter().map(|(margin, right, all)| (*margin, (100.0 * (right + 1.0) / (all + 2.0)).round() as u8)).collect()
}
