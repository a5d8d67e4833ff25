//! From gold to states: which of them each unit of a text may be in.
//!
//! In: the gold's items and the library's own view of the text. Out: a set of states a unit, as bits. Items are found by
//! their letters and digits. Where the gold leaves a choice (a headline that the page says twice, a dek that some golds
//! leave out), so does the set.

use std::collections::HashMap;

use newscopy::fields::PartialDate;
use newscopy::layout::states::{Kind, STATES};
use serde_json::Value;

use crate::gold::{Doc, Extra, key};

pub(crate) struct Marker<'a> {
    doc: &'a mut Doc,
    gold: &'a Value,
    extra: Option<&'a Extra>,
    keys: Vec<String>,
    first: usize,
    last: usize,
}

pub(crate) fn bits(parts: &[u8], kinds: &[Kind]) -> u32 {
    let mut set = 0;
    for (state, (part, kind)) in STATES.iter().enumerate() {
        if parts.contains(part) && kinds.contains(kind) {
            set |= 1 << state;
        }
    }
    set
}

pub(crate) const ALL: [u8; 5] = [0, 1, 2, 3, 4];
pub(crate) const FURNITURE: [Kind; 4] = [Kind::Before, Kind::Top, Kind::Inside, Kind::After];

impl<'a> Marker<'a> {
    pub(crate) fn new(doc: &'a mut Doc, gold: &'a Value, extra: Option<&'a Extra>) -> Self {
        let keys = doc.view.texts.iter().map(|text| key(text)).collect();
        Self { doc, gold, extra, keys, first: 0, last: 0 }
    }

    fn strings(&self, value: &Value) -> Vec<String> {
        let list = value.as_array().cloned().unwrap_or_default();
        list.iter().filter_map(Value::as_str).map(key).filter(|key| !key.is_empty()).collect()
    }

    fn sections(&self, name: &str) -> Vec<String> {
        let sections = self.gold["sections"].as_array().cloned().unwrap_or_default();
        sections.iter().flat_map(|section| self.strings(&section[name])).collect()
    }

    pub(crate) fn mark(&mut self) {
        let count = self.keys.len();
        self.doc.allowed = vec![0; count];
        self.paragraphs();
        let furniture = bits(&ALL, &FURNITURE);
        // Among another page's lines there may be notes that this article's gold knows nothing of.
        let loose = self.extra.is_none() || self.doc.mixed;
        for at in 0..count {
            if self.doc.allowed[at] == 0 {
                let note = if loose && at > self.last { bits(&[4], &[Kind::Note]) } else { 0 };
                let dek =
                    loose && self.strings(&self.gold["dek"]).is_empty() && at < self.first && self.keys[at].len() > 40;
                self.doc.allowed[at] = furniture | note | if dek { bits(&ALL, &[Kind::Dek]) } else { 0 };
            }
        }
        self.headings();
        self.captions();
        self.people_and_dates();
        self.dek_and_notes();
        self.headline();
    }

    fn set(&mut self, at: usize, set: u32) {
        self.doc.allowed[at] = set;
    }

    fn paragraphs(&mut self) {
        let gold = self.sections("paragraphs");
        let whole: HashMap<&str, usize> = gold.iter().enumerate().map(|(at, text)| (text.as_str(), at)).collect();
        let all = gold.join("\n");
        let matched: Vec<u8> = self
            .keys
            .iter()
            .map(|key| match () {
                () if key.is_empty() => 0,
                () if whole.contains_key(key.as_str()) => 2,
                () if key.len() >= 30 && all.contains(key.as_str()) => 2,
                () if key.len() >= 45
                    && gold.iter().any(|text| {
                        text.len() >= 30 && text.len() * 10 >= key.len() * 6 && key.contains(text.as_str())
                    }) =>
                {
                    2
                }
                () if key.len() >= 2 && all.contains(key.as_str()) => 1,
                () => 0,
            })
            .collect();
        // Long matches tell where the body is; a short one elsewhere is chance.
        let long: Vec<usize> =
            (0..matched.len()).filter(|at| matched[*at] == 2 && self.keys[*at].len() >= 30).collect();
        self.first = long.first().copied().unwrap_or(0);
        self.last = long.last().copied().unwrap_or(0);
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for at in &long {
            *counts.entry(&self.keys[*at]).or_default() += 1;
        }
        let text = bits(&[3], &[Kind::Paragraph]);
        let quote = bits(&[3], &[Kind::PullQuote]);
        let furniture = bits(&ALL, &FURNITURE);
        let mut sets = vec![0; matched.len()];
        for at in self.first..=self.last.min(matched.len().saturating_sub(1)) {
            let again = counts.get(self.keys[at].as_str()).is_some_and(|count| *count > 1);
            sets[at] = match matched[at] {
                2 if again => text | quote | furniture,
                2 => text,
                1 if matched[at.saturating_sub(1)] == 2 || matched.get(at + 1) == Some(&2) => text | furniture,
                _ => 0,
            };
        }
        self.doc.allowed = sets;
    }

    fn headings(&mut self) {
        let neutral = self.strings(&self.gold["neutral_headings"]);
        for heading in self.sections("headings") {
            let found: Vec<usize> = (0..self.keys.len()).filter(|at| self.keys[*at] == heading).collect();
            let inside: Vec<usize> =
                found.iter().copied().filter(|at| *at + 4 > self.first && *at < self.last).collect();
            for at in &inside {
                let sure = inside.len() == 1;
                let furniture = if sure { 0 } else { bits(&ALL, &FURNITURE) };
                self.set(*at, bits(&[3], &[Kind::Heading]) | furniture);
                if *at < self.first {
                    self.first = *at;
                }
            }
        }
        let choice = bits(&[3], &[Kind::Heading, Kind::Paragraph, Kind::PullQuote]) | bits(&ALL, &FURNITURE);
        for at in self.first..self.last {
            if neutral.contains(&self.keys[at]) {
                self.set(at, choice);
            }
        }
    }

    fn captions(&mut self) {
        let furniture = bits(&ALL, &FURNITURE);
        let neutral = self.strings(&self.gold["neutral_captions"]);
        for at in 0..self.keys.len() {
            if !self.keys[at].is_empty()
                && neutral.contains(&self.keys[at])
                && self.doc.allowed[at] & bits(&[3], &[Kind::Paragraph]) == 0
            {
                self.set(at, furniture | bits(&ALL, &[Kind::Caption]));
            }
        }
        let golds = self.gold["captions"].as_array().cloned().unwrap_or_default();
        let mut pairs: Vec<(String, String)> = golds
            .iter()
            .map(|caption| (key(caption["text"].as_str().unwrap_or("")), key(caption["credit"].as_str().unwrap_or(""))))
            .collect();
        pairs.extend(
            self.extra.iter().flat_map(|extra| extra.captions.iter().map(|text| (text.clone(), String::new()))),
        );
        for (text, credit) in pairs.iter().filter(|(text, _)| !text.is_empty()) {
            for at in 0..self.keys.len() {
                let found = &self.keys[at];
                let same = found == text
                    || *found == format!("{text}{credit}")
                    || text.len() >= 12
                        && found.starts_with(text.as_str())
                        && found.len() <= text.len() + credit.len() + 25;
                if same && self.doc.allowed[at] & bits(&[3], &[Kind::Paragraph]) == 0 {
                    let sure = text.len() >= 16;
                    self.set(at, bits(&ALL, &[Kind::Caption]) | if sure { 0 } else { furniture });
                    let next = at + 1;
                    if next < self.keys.len()
                        && !credit.is_empty()
                        && self.keys[next].contains(credit.as_str())
                        && self.keys[next].len() <= credit.len() + 14
                    {
                        self.set(next, bits(&ALL, &[Kind::Credit]));
                    }
                }
            }
        }
    }

    fn people_and_dates(&mut self) {
        let authors = self.strings(&self.gold["authors"]);
        let furniture = bits(&ALL, &FURNITURE);
        let free = |set: u32| set & furniture != 0 && set & bits(&ALL, &[Kind::Caption, Kind::Heading]) == 0;
        let published: Vec<String> =
            self.gold["published"].as_str().map(|date| date[..10.min(date.len())].to_owned()).into_iter().collect();
        let (mut named, mut dated) = (false, false);
        for at in 0..self.keys.len() {
            if !free(self.doc.allowed[at]) || self.keys[at].is_empty() {
                continue;
            }
            let found = self.keys[at].clone();
            let own: usize = authors.iter().filter(|name| found.contains(name.as_str())).map(String::len).sum();
            let author = own > 0 && found.len() <= own + 60;
            let dates: Vec<String> = self.doc.view.dates[at].iter().map(PartialDate::to_string).collect();
            let date = dates.iter().any(|date| published.contains(date)) && found.len() <= 100;
            let part: &[u8] = if at < self.first {
                &[0, 2]
            } else if at > self.last {
                &[4]
            } else {
                &[3]
            };
            let near = at < self.first || !named && at > self.last;
            if author && near && at < self.first + 1000 {
                let sure = found.len() <= own + 8 && at < self.first;
                self.set(
                    at,
                    bits(part, &[Kind::Byline]) | if sure { 0 } else { furniture | bits(&[4], &[Kind::Note]) },
                );
                named |= at < self.first;
            } else if date && (at < self.first || !dated && at > self.last) {
                let sure = at < self.first && found.len() <= 40 && !dated;
                self.set(at, bits(part, &[Kind::Stamp]) | if sure { 0 } else { furniture });
                dated |= at < self.first;
            } else if !dates.is_empty() && at < self.first && found.len() <= 40 {
                self.set(at, self.doc.allowed[at] | bits(part, &[Kind::Stamp]));
            }
        }
    }

    fn dek_and_notes(&mut self) {
        let furniture = bits(&ALL, &FURNITURE);
        let mut deks = self.strings(&self.gold["dek"]);
        deks.extend(self.extra.iter().filter_map(|extra| extra.dek.clone()));
        let (notes, quotes) = self.extra.map(|extra| (extra.notes.clone(), extra.quotes.clone())).unwrap_or_default();
        for at in 0..self.keys.len() {
            let found = self.keys[at].clone();
            if found.len() < 4 {
                continue;
            }
            if at <= self.first && deks.iter().any(|dek| *dek == found || found.len() >= 20 && dek.contains(&found)) {
                let several = self.keys.iter().take(self.first).filter(|key| **key == found).count() > 1;
                self.set(at, bits(&[2], &[Kind::Dek]) | if several { furniture } else { 0 });
            }
            let noted = |note: &String| *note == found || found.len() >= 12 && note.contains(&found);
            if notes.iter().any(noted) && at > self.first {
                self.set(at, bits(&ALL, &[Kind::Note]));
            }
            for (quote, speaker) in &quotes {
                if *quote == found && at > self.first {
                    self.set(at, bits(&[3], &[Kind::PullQuote]));
                    let next = at + 1;
                    if next < self.keys.len()
                        && !speaker.is_empty()
                        && self.keys[next].contains(speaker.as_str())
                        && self.keys[next].len() < 90
                    {
                        self.set(next, bits(&[3], &[Kind::Attribution]));
                    }
                }
            }
        }
    }

    fn headline(&mut self) {
        let titles = [&self.gold["title"], &self.gold["shown_title"]].map(|title| key(title.as_str().unwrap_or("")));
        let furniture = bits(&ALL, &FURNITURE);
        let lines = |titles: &[String]| -> Vec<usize> {
            let is = |at: &usize| titles.iter().any(|title| !title.is_empty() && *title == self.keys[*at]);
            (0..self.first).filter(is).collect()
        };
        // Of two wordings the one nearer to the body is the article's, the other one a search engine's.
        let (one, two) = (lines(&titles[..1]), lines(&titles[1..]));
        let same = if two.last() > one.last() { two } else { one };
        let headline = bits(&[1], &[Kind::Headline]);
        for at in &same {
            self.set(*at, headline | if same.len() > 1 { furniture } else { 0 });
        }
        self.doc.headed = !same.is_empty();
        let kicker = self.extra.map(|extra| extra.kicker.clone());
        for at in 0..self.first {
            let nearest = same.iter().find(|headline| **headline > at && **headline <= at + 6);
            let allowed = self.doc.allowed[at];
            match &kicker {
                Some(Some(kicker)) if *kicker == self.keys[at] && nearest.is_some() => {
                    self.set(at, bits(&[0], &[Kind::Kicker]) | if same.len() > 1 { allowed } else { 0 });
                }
                _ if (kicker.is_none() || self.doc.mixed)
                    && nearest.is_some_and(|headline| *headline <= at + 3)
                    && self.keys[at].len() < 50
                    && allowed & furniture == furniture =>
                {
                    self.set(at, allowed | bits(&[0], &[Kind::Kicker]));
                }
                _ => {}
            }
        }
    }
}
