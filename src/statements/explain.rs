//! Why the statements are what they are, as text for people.
//!
//! In: passages and language. Out: for every cue candidate near a decision its score and the features that fired with
//! what they added (tenths); for every accepted cue the best candidates of each question. A wrong answer points at lines
//! of `weights.tsv`.

use std::fmt::Write as _;

use super::article::{Article, Range};
use super::ask::{
    Accepted, Direction, Reading, begin_features, begins, cue_features, direction_features, end_features, ends, phrase,
    source_features, sources, start_features, starts, whole_features,
};
use super::content::{choices, content};
use super::decide::{THRESHOLD, accept};
use super::features::{Weights, name};
use super::passages::Passage;
use super::words::Pack;

/// Candidates below this score are not worth a line.
const FAR: i32 = -25;
/// So many candidates of a question are shown.
const SHOWN: usize = 3;

/// Explains the statements of an article; empty for a language without learned models.
#[must_use]
pub fn explain(passages: &[Passage], language: &str) -> String {
    let Some(pack) = Pack::of(language) else { return String::new() };
    let article = Article::read(passages, pack);
    let mut reading = Reading::of(&article);
    accept(&mut reading, &pack.weights, THRESHOLD);
    let mut out = Explanation { reading: &reading, weights: &pack.weights, text: String::new() };
    for candidate in &reading.candidates {
        let keys = keys(|sink| cue_features(&reading, *candidate, sink));
        let score = out.score(&keys);
        if score < FAR {
            continue;
        }
        let verdict = if score > THRESHOLD { "attributes" } else { "does not attribute" };
        let _ = writeln!(
            out.text,
            "\n\"{}\" {verdict}: {score}",
            out.words(candidate.at.saturating_sub(4), candidate.at + 5)
        );
        out.features(&keys);
        if let Some(cue) = reading.accepted.iter().find(|cue| cue.at == candidate.at) {
            out.questions(*cue);
        }
    }
    out.text
}

fn keys(put: impl FnOnce(&mut Vec<u64>)) -> Vec<u64> {
    let mut keys = Vec::new();
    put(&mut keys);
    keys
}

struct Explanation<'r, 'a> {
    reading: &'r Reading<'a>,
    weights: &'r Weights,
    text: String,
}

impl Explanation<'_, '_> {
    fn score(&self, keys: &[u64]) -> i32 {
        keys.iter().map(|key| self.weights.get(*key)).sum()
    }

    /// Tokens as printed.
    fn words(&self, from: usize, to: usize) -> String {
        let range = self.reading.article.passage(from.min(to));
        let tokens = from.max(range.start)..to.min(range.end.max(from));
        tokens.map(|at| self.reading.article.text(at)).collect::<Vec<_>>().join(" ")
    }

    /// The features that added something, the strongest first.
    fn features(&mut self, keys: &[u64]) {
        let mut fired: Vec<(i32, String)> = keys
            .iter()
            .map(|key| (self.weights.get(*key), name(self.reading.article.pack, *key).1))
            .filter(|(weight, _)| *weight != 0)
            .collect();
        fired.sort_by(|left, right| right.0.abs().cmp(&left.0.abs()).then_with(|| left.1.cmp(&right.1)));
        let shown: Vec<String> = fired.iter().map(|(weight, name)| format!("{name} {weight:+}")).collect();
        let _ = writeln!(self.text, "      {}", shown.join("; "));
    }

    /// The best candidates of one question.
    fn question(&mut self, title: &str, candidates: Vec<(String, Vec<u64>)>) {
        let mut scored: Vec<(i32, usize)> =
            candidates.iter().enumerate().map(|(at, (_, keys))| (self.score(keys), at)).collect();
        scored.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)));
        for (score, at) in scored.into_iter().take(SHOWN) {
            let Some((label, keys)) = candidates.get(at) else { continue };
            let _ = writeln!(self.text, "   {title}: {label}: {score}");
            self.features(keys);
        }
    }

    fn questions(&mut self, cue: Accepted) {
        let (reading, at) = (self.reading, cue.at);
        let from = reading.article.sentence(at).start;
        let earlier: Vec<Range> = reading.accepted_in(from, at).iter().filter_map(|cue| cue.source).collect();
        let label = |range: Option<Range>| {
            range.map_or_else(|| String::from("nobody"), |range| self.words(range.start, range.end))
        };
        let list = sources(reading, at, &earlier);
        let candidates = list
            .iter()
            .map(|source| (label(*source), keys(|sink| source_features(reading, at, *source, &earlier, sink))))
            .collect();
        self.question("source", candidates);
        let phrase = phrase(reading, at, cue.source);
        let answers = Direction::ALL
            .iter()
            .map(|answer| {
                (format!("{answer:?}"), keys(|sink| direction_features(reading, at, phrase, cue.source, *answer, sink)))
            })
            .collect();
        self.question("direction", answers);
        let (before, end) = begins(reading, at, phrase);
        let begins = before
            .iter()
            .map(|start| (self.words(*start, *start + 4), keys(|sink| begin_features(reading, at, *start, end, sink))))
            .collect();
        self.question("begin", begins);
        let starts = starts(reading, at, phrase)
            .into_iter()
            .map(|start| {
                (
                    self.words(start, start + 4),
                    keys(|sink| start_features(reading, at, phrase, cue.source, start, sink)),
                )
            })
            .collect();
        self.question("start", starts);
        let (list, _) = choices(reading, self.weights, cue);
        let wholes = list.iter().map(|choice| {
            let words: Vec<String> = choice.pieces().map(|piece| self.words(piece.start, piece.end)).collect();
            (words.join(" … "), keys(|sink| whole_features(reading, cue, choice, sink)))
        });
        let wholes = wholes.collect();
        self.question("whole", wholes);
        let (pieces, _) = content(reading, self.weights, cue);
        if let Some(piece) = pieces.last().filter(|piece| piece.start > at) {
            let ends = ends(reading, at, piece.start)
                .into_iter()
                .map(|end| {
                    let features = keys(|sink| end_features(reading, at, piece.start, end, pieces.len() > 1, sink));
                    (self.words(end.saturating_sub(4), end), features)
                })
                .collect();
            self.question("end", ends);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::passages::Part;
    use super::*;
    use crate::text::{Fragments, Span};

    #[test]
    fn a_cue_is_explained_with_its_questions() {
        let text = "The bridge is safe, the mayor said.";
        let passage = Passage {
            part: Part::Body,
            section: Some(0),
            paragraph: Some(0),
            text: Fragments::plain(text, Span::new(0, text.len())),
            sentences: Vec::new(),
        };
        let explained = explain(&[passage], "en");
        assert!(explained.contains("attributes") && explained.contains("source: the mayor"), "{explained}");
        assert!(explain(&[], "xx").is_empty());
    }
}
