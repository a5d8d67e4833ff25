//! What the models learn from: per question, groups of candidates with the right one.

use newscopy::statements::learning::{
    Accepted, Article, Direction, Mark, Range, Reading, Weights, accept, begin_features, begins, choices,
    choose_source, cue_features, direction_features, end_features, ends, next_passage, phrase, source_features,
    sources, start_features, starts, whole_features,
};

use crate::view::Gold;

/// A decision: the features of each candidate, and which is right.
#[derive(Debug)]
pub(crate) struct Group {
    pub candidates: Vec<Vec<u64>>,
    pub right: usize,
    pub weight: f64,
}

/// Groups of every question, in the order of the questions.
pub(crate) type Groups = [Vec<Group>; 7];

fn keys(put: impl FnOnce(&mut Vec<u64>)) -> Vec<u64> {
    let mut keys = Vec::new();
    put(&mut keys);
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The annotation that a candidate heads: a reporting one first; `Some(None)` for a mere stance.
fn headed(gold: &[Gold], at: usize) -> Option<Option<&Gold>> {
    let mut own = gold.iter().filter(|gold| gold.head == Some(at)).peekable();
    own.peek()?;
    Some(own.rfind(|gold| gold.reporting))
}

/// Decisions about cues.
pub(crate) fn cues(reading: &Reading<'_>, gold: &[Gold], weight: f64, groups: &mut Groups) {
    for candidate in &reading.candidates {
        let right = match headed(gold, candidate.at) {
            Some(None) => continue,
            Some(Some(_)) => 1,
            None => 0,
        };
        let features = keys(|sink| cue_features(reading, *candidate, sink));
        groups[0].push(Group { candidates: vec![Vec::new(), features], right, weight });
    }
}

/// Share of two sets of tokens that both have.
fn overlap(left: &[usize], range: Range) -> f64 {
    let both = left.iter().filter(|at| range.holds(**at)).count();
    let all = left.len() + range.len() - both;
    if all == 0 { 0.0 } else { both as f64 / all as f64 }
}

fn most(values: impl Iterator<Item = f64>) -> Option<(usize, f64)> {
    values.enumerate().fold(None, |top: Option<(usize, f64)>, (at, value)| match top {
        Some((_, high)) if value <= high => top,
        _ => Some((at, value)),
    })
}

/// Decisions about sources; the sources of earlier cues are the right ones.
pub(crate) fn source_groups(reading: &Reading<'_>, gold: &[Gold], weight: f64, groups: &mut Groups) {
    let mut earlier: Vec<Range> = Vec::new();
    let mut sentence = usize::MAX;
    for candidate in &reading.candidates {
        let Some(Some(own)) = headed(gold, candidate.at) else { continue };
        let start = reading.article.sentence(candidate.at).start;
        if start != sentence {
            earlier.clear();
            sentence = start;
        }
        let list = sources(reading, candidate.at, &earlier);
        let value = |source: &Option<Range>| match source {
            None => f64::from(u8::from(own.source.is_empty())),
            Some(range) => overlap(&own.source, *range),
        };
        if let Some((right, _)) = most(list.iter().map(value)).filter(|(_, value)| *value > 0.3) {
            let features =
                |source: &Option<Range>| keys(|sink| source_features(reading, candidate.at, *source, &earlier, sink));
            groups[1].push(Group { candidates: list.iter().map(features).collect(), right, weight });
        }
        if let (Some(first), Some(last)) = (own.source.first(), own.source.last())
            && last - first < 40
        {
            earlier.push(Range::new(*first, last + 1));
        }
    }
}

/// Decisions about whole contents, among those that `weights`, which have not seen the article, lay side by side.
pub(crate) fn wholes(reading: &Reading<'_>, weights: &Weights, gold: &[Gold], weight: f64, groups: &mut Groups) {
    for cue in &reading.accepted {
        let Some(Some(own)) = headed(gold, cue.at) else { continue };
        let (list, _) = choices(reading, weights, *cue);
        let value = |choice: &newscopy::statements::learning::Choice| {
            let words: Vec<usize> = choice.pieces().flat_map(|piece| piece.start..piece.end).collect();
            let words: Vec<usize> = words.into_iter().filter(|at| reading.article.tokens[*at].is_word()).collect();
            let both = words.iter().filter(|at| own.content.binary_search(at).is_ok()).count();
            both as f64 / (words.len() + own.content.len() - both).max(1) as f64
        };
        if let Some((right, _)) = most(list.iter().map(value)).filter(|(_, value)| *value > 0.3 && list.len() > 1) {
            let candidates = list.iter().map(|choice| keys(|sink| whole_features(reading, *cue, choice, sink)));
            groups[6].push(Group { candidates: candidates.collect(), right, weight });
        }
    }
}

/// Decisions about content. Cues and sources are the models' own.
pub(crate) fn contents(reading: &mut Reading<'_>, weights: &Weights, gold: &[Gold], weight: f64, groups: &mut Groups) {
    accept(reading, weights, 0);
    for index in 0..reading.candidates.len() {
        let at = reading.candidates[index].at;
        let Some(Some(own)) = headed(gold, at) else { continue };
        let known = reading.accepted.iter().find(|cue| cue.at == at).map(|cue| cue.source);
        let mut source = known.unwrap_or_else(|| {
            let start = reading.article.sentence(at).start;
            let before = |cue: &&Accepted| cue.at >= start && cue.at < at;
            let earlier: Vec<Range> = reading.accepted.iter().filter(before).filter_map(|cue| cue.source).collect();
            choose_source(reading, weights, at, &earlier).0
        });
        if let (Some(range), Some(first), Some(last)) = (source, own.source.first(), own.source.last())
            && overlap(&own.source, range) == 0.0
        {
            source = Some(Range::new(*first, last + 1));
        }
        content(reading, at, source, own, weight, groups);
    }
}

fn content(reading: &Reading<'_>, at: usize, source: Option<Range>, own: &Gold, weight: f64, groups: &mut Groups) {
    let article = reading.article;
    let sentence = article.sentence(at);
    let here = article.passage(at);
    let phrase = phrase(reading, at, source);
    let quoted = |at: usize| article.tokens[at].mark == Mark::In;
    let before: Vec<usize> = own
        .content
        .iter()
        .copied()
        .filter(|word| *word < at && here.holds(*word) && (quoted(*word) || *word >= sentence.start))
        .collect();
    let mut after: Vec<usize> = own.content.iter().copied().filter(|word| *word > at && *word < sentence.end).collect();
    if after.is_empty()
        && before.is_empty()
        && let Some(next) = next_passage(reading, at)
    {
        let there = article.passage(next);
        after = own.content.iter().copied().filter(|word| there.holds(*word)).collect();
        if after.first().is_some_and(|first| *first > next + 1) {
            after.clear();
        }
    }
    let direction = match (before.is_empty(), after.is_empty()) {
        (false, false) => Direction::Around,
        (false, true) => Direction::Before,
        (true, false) => Direction::After,
        (true, true) => return,
    };
    let features = |answer: &Direction| keys(|sink| direction_features(reading, at, phrase, source, *answer, sink));
    let candidates = Direction::ALL.iter().map(features).collect();
    groups[2].push(Group { candidates, right: direction as usize, weight });
    if let Some(first) = after.first().copied() {
        let list = starts(reading, at, phrase);
        let opens = |start: usize| article.tokens[start].mark == Mark::Open && start + 1 == first;
        let right = list.iter().position(|start| *start == first || opens(*start));
        if let Some(right) = right.filter(|_| direction == Direction::After) {
            let features = |start: &usize| keys(|sink| start_features(reading, at, phrase, source, *start, sink));
            groups[3].push(Group { candidates: list.iter().map(features).collect(), right, weight });
        }
        let start = right.map_or(first, |right| list[right]);
        end_group(reading, at, start, &after, (direction == Direction::Around, weight), groups);
    }
    if !before.is_empty() {
        let (list, end) = begins(reading, at, phrase);
        let value = |start: &usize| words_shared(article, Range::new(*start, end), &before);
        if let Some((right, _)) = most(list.iter().map(value)).filter(|(_, value)| *value > 0.5 && list.len() > 1) {
            let features = |start: &usize| keys(|sink| begin_features(reading, at, *start, end, sink));
            groups[5].push(Group { candidates: list.iter().map(features).collect(), right, weight });
        }
    }
}

fn words_shared(article: &Article<'_>, range: Range, words: &[usize]) -> f64 {
    let own: Vec<usize> = (range.start..range.end).filter(|at| article.tokens[*at].is_word()).collect();
    let both = own.iter().filter(|at| words.binary_search(at).is_ok()).count();
    let all = own.len() + words.len() - both;
    if all == 0 { 0.0 } else { both as f64 / all as f64 }
}

fn end_group(
    reading: &Reading<'_>,
    at: usize,
    start: usize,
    after: &[usize],
    (around, weight): (bool, f64),
    groups: &mut Groups,
) {
    let article = reading.article;
    let mut run = Vec::new();
    for word in after {
        let gap =
            run.last().map_or(0, |last: &usize| (last + 1..*word).filter(|at| article.tokens[*at].is_word()).count());
        if gap > 0 {
            break;
        }
        run.push(*word);
    }
    let list = ends(reading, at, start);
    let value = |end: &usize| words_shared(article, Range::new(start, *end), &run);
    if let Some((right, _)) = most(list.iter().map(value)).filter(|(_, value)| *value > 0.5 && list.len() > 1) {
        let features = |end: &usize| keys(|sink| end_features(reading, at, start, *end, around, sink));
        groups[4].push(Group { candidates: list.iter().map(features).collect(), right, weight });
    }
}
