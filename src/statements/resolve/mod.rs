//! Who speaks: every mention of a speaker traced to the fullest name that the article gives.
//!
//! In: the passages, the attributions found in them, the page. Out: [`Statements`]: each with its speaker, hearer and
//! day, the speakers joined, the display quotes linked. Names are read once (`names`, `runs`), those that are one joined
//! (`entities`), each mention read (`phrase`) and traced (`choose`); a statement without a mention goes on the
//! speaker before it (`carry`).

mod addressee;
mod apposed;
mod beside;
mod bounds;
mod carry;
#[cfg(test)]
mod cases;
mod choose;
mod cut;
mod entities;
mod entity;
mod foretold;
mod groups;
mod heads;
mod link;
mod names;
mod nouns;
mod phrase;
mod runs;
mod speakers;
mod titles;
mod tokens;
mod votes;
mod when;
mod words;

use choose::{Answer, Article, Mention};
use phrase::Reading;
use tokens::{Line, Text};

use super::{Found, Kind, Part, Passage, Place, Speaker, SpeakerKind, Statement, Statements, pull_quotes, repeats};
use crate::body::Body;
use crate::layout::Layout;
use crate::warnings::{Code, Warning};

/// Who speaks in a statement, and who is told.
pub type Told = (Option<Speaker>, Option<String>);

/// Traces the speakers of an article; `told` has those of each statement where its language's finder knows them already.
#[must_use]
pub fn resolve(passages: Vec<Passage>, found: Vec<Found>, told: Vec<Told>, layout: &Layout, body: &Body) -> Statements {
    let language = layout.language.unwrap_or("");
    let mut warnings = Vec::new();
    let displayed = pull_quotes::all_displayed(&passages);
    let again = !displayed.is_empty() || !found.iter().all(|found| repeats::in_body(&passages, found));
    let said = if again { repeats::Said::read(&passages, &found) } else { repeats::Said::default() };
    let mut repeated = said.repeats();
    repeated.resize(found.len(), None);
    let mut statements = match words::table(language) {
        Some(table) if !found.is_empty() => trace(&passages, found, layout, body, table, &repeated, &mut warnings),
        _ if !told.is_empty() => {
            let parts = found.into_iter().zip(told);
            parts.map(|(found, (speaker, addressee))| Statement { speaker, addressee, ..bare(found) }).collect()
        }
        _ => found.into_iter().map(unread).collect(),
    };
    for (statement, fuller) in statements.iter_mut().zip(&repeated) {
        statement.repeats = *fuller;
    }
    when::fill(&passages, &mut statements, language);
    let pull_quotes = pull_quotes::pull_quotes(&passages, &statements, body, &displayed, &said);
    let speakers = speakers::join(&statements);
    Statements { passages, statements, speakers, pull_quotes, warnings }
}

/// A statement of which nothing but the attribution is known.
fn bare(found: Found) -> Statement {
    Statement { found, speaker: None, addressee: None, when: None, repeats: None }
}

/// A statement in a language whose mentions nobody reads: the mention as printed, without a name.
fn unread(found: Found) -> Statement {
    let mention = found.source;
    let speaker = mention.map(|mention| Speaker {
        name: None,
        mention: Some(mention),
        description: None,
        kind: SpeakerKind::Unnamed,
    });
    Statement { speaker, ..bare(found) }
}

/// Traces every statement: those of the body in order, then those of headline, dek, headings and display quotes, which
/// name whom the body introduces.
fn trace(
    passages: &[Passage],
    found: Vec<Found>,
    layout: &Layout,
    body: &Body,
    table: &words::Table,
    repeated: &[Option<usize>],
    warnings: &mut Vec<Warning>,
) -> Vec<Statement> {
    let mut article = read(passages, &found, layout, body, table);
    let mut found = found;
    bounds::shorten(&article.text, &article.names, &mut found);
    article.note_speakers(&found);
    let mut answers = Answers { passages, who: vec![None; found.len()], warnings: Vec::new() };
    let in_body = |found: &Found| {
        home(found).and_then(|place| passages.get(place.passage)).is_some_and(|passage| passage.part == Part::Body)
    };
    let order: Vec<usize> = carry::order(&found);
    for index in order.iter().copied().filter(|index| found.get(*index).is_some_and(in_body)) {
        let answer = article.mention(&found, index);
        answers.keep(&mut article, &found, index, answer);
    }
    carry::fill_body(&article, &found, &order, passages, &mut answers.who);
    for index in order.iter().copied().filter(|index| found.get(*index).is_some_and(|found| !in_body(found))) {
        let told = repeated.get(index).copied().flatten().and_then(|fuller| answers.who.get(fuller).copied().flatten());
        let told = found.get(index).and_then(|found| article.signed(found, passages, body)).or(told);
        let told = told.or_else(|| carry::next_speaker(&article, &found, &order, index, &answers.who));
        let answer = article.outside(&found, index, told);
        answers.keep(&mut article, &found, index, answer);
    }
    let hearers = addressee::hearers(&article, &found);
    let speaker = |(found, who): (&Found, &Option<u32>)| speakers::speaker(&article, found, *who);
    let made: Vec<Option<Speaker>> = found.iter().zip(&answers.who).map(speaker).collect();
    warnings.append(&mut answers.warnings);
    let parts = found.into_iter().zip(made).zip(hearers);
    parts.map(|((found, speaker), addressee)| Statement { speaker, addressee, ..bare(found) }).collect()
}

/// Reads the names of passages and captions.
fn read<'a>(
    passages: &'a [Passage],
    found: &[Found],
    layout: &'a Layout,
    body: &'a Body,
    table: &words::Table,
) -> Article<'a> {
    let mut lines: Vec<Line<'a>> =
        passages.iter().map(|passage| Line { text: passage.text.text(), sentences: &passage.sentences }).collect();
    lines.extend(
        body.pull_quotes
            .iter()
            .filter_map(|quote| quote.attribution.as_ref())
            .map(|line| Line { text: line.text(), sentences: &[] }),
    );
    lines.extend(layout.captions.iter().map(|caption| Line { text: caption.text.text(), sentences: &[] }));
    let mut text = Text::new(lines, table);
    text.mark(found);
    let names = names::names(&text);
    let entities = entities::Entities::new(&text, &names);
    let captions = text.first(passages.len());
    let mut named = Vec::with_capacity(names.len());
    let mut sentence = u32::MAX;
    for (index, (name, who)) in names.iter().zip(&entities.who).enumerate() {
        let (Some(who), Some(token)) = (who, text.get(name.name.start)) else { continue };
        if name.name.start >= captions {
            break;
        }
        // `Former Rovers striker Ann Orlova`: the club only describes her.
        let describes = names.get(index + 1).and_then(|next| next.described.as_ref());
        let inner = describes.is_some_and(|run| run.contains(&name.name.start));
        // `Asked by Ann Orlova, he said`: she is no subject.
        let subject = !inner && token.sentence != sentence && !beside::is_object(&text, &names, name.whole.start);
        named.push(Mention { at: name.name.start, until: name.name.start, who: *who, spoke: false, subject });
        sentence = if subject { token.sentence } else { sentence };
    }
    let opening = passages.iter().position(|passage| passage.part == Part::Body).unwrap_or(0);
    Article { text, opening, names, entities, named, spoken: Vec::new() }
}

/// Where a statement stands.
fn home(found: &Found) -> Option<Place> {
    found.content.first().or(found.source.as_ref()).copied()
}

/// Who said each statement, as far as told, and the doubts met.
struct Answers<'a> {
    passages: &'a [Passage],
    who: Vec<Option<u32>>,
    warnings: Vec<Warning>,
}

impl Answers<'_> {
    /// Keeps the answer for a statement; a statement of the body makes its speaker one whom a pronoun can mean.
    fn keep(&mut self, article: &mut Article<'_>, found: &[Found], index: usize, answer: Answer) {
        let Some(place) = found.get(index).and_then(|found| found.source) else {
            // What a headline or heading quotes is of whom the body says it.
            if let (Answer::Who(entity), Some(slot)) = (answer, self.who.get_mut(index)) {
                *slot = Some(entity);
            }
            found.get(index).into_iter().for_each(|found| article.go_on(found));
            return;
        };
        let passage = self.passages.get(place.passage);
        match answer {
            Answer::Who(entity) => {
                if let Some(slot) = self.who.get_mut(index) {
                    *slot = Some(entity);
                }
                let at = article.text.run(place).start;
                let body = passage.is_some_and(|passage| passage.part == Part::Body);
                if body && article.spoken.last().is_none_or(|last| last.at <= at) {
                    let last = found.get(index).and_then(|found| found.content.last());
                    let until = last.map_or(at, |place| article.text.run(*place).end.saturating_sub(1)).max(at);
                    article.spoken.push(Mention { at, until, who: entity, spoke: true, subject: true });
                }
            }
            Answer::Ambiguous => {
                let span = passage.map(|passage| passage.text.span_of(place.stretch));
                self.warnings.push(Warning { code: Code::AmbiguousSpeaker, span });
            }
            Answer::Nobody => {}
        }
    }
}

impl Article<'_> {
    /// A quotation that stands alone goes on what was said right before it.
    fn go_on(&mut self, found: &Found) {
        let Some(place) = found.content.last().filter(|_| found.cue.is_none()) else { return };
        let run = self.text.run(*place);
        let last = self.spoken.last().map_or(0, |last| last.until);
        let near = self.text.passage(last) + 1 >= self.text.passage(run.start);
        if let Some(last) = self.spoken.last_mut().filter(|last| near && last.until < run.end) {
            last.until = run.end - 1;
        }
    }

    /// Who the line below a display quote names.
    fn signed(&self, found: &Found, passages: &[Passage], body: &Body) -> Option<u32> {
        let Part::PullQuote(at) = passages.get(home(found)?.passage)?.part else { return None };
        body.pull_quotes.get(at)?.attribution.as_ref()?;
        let lines = body.pull_quotes.iter().take(at).filter(|quote| quote.attribution.is_some()).count();
        let line = passages.len() + lines;
        let names = phrase::within(&self.names, &(self.text.first(line)..self.text.first(line + 1)));
        names.filter_map(|index| self.entities.who.get(index).copied().flatten()).next()
    }

    /// A name that could be a person's and that speaks is more likely one.
    fn note_speakers(&mut self, found: &[Found]) {
        for place in found.iter().filter_map(|found| found.source) {
            let run = self.text.run(place);
            for index in phrase::within(&self.names, &run) {
                let likely = self
                    .names
                    .get(index)
                    .is_some_and(|name| name.sort == names::Sort::Likely && name.whole.end == run.end);
                let who = self.entities.who.get(index).copied().flatten();
                if let Some(entity) = who.filter(|_| likely).and_then(|who| self.entities.list.get_mut(who as usize)) {
                    entity.person += 2;
                }
            }
        }
    }
    /// Who the mention of a statement of the body means.
    fn mention(&mut self, found: &[Found], index: usize) -> Answer {
        let Some(place) = found.get(index).and_then(|found| found.source) else { return Answer::Nobody };
        let run = self.text.run(place);
        match phrase::read(&self.text, &self.names, &self.entities.who, run.clone()) {
            Reading::Pronoun(gender) => self.pronoun(run.start, gender, &self.told_of(found.get(index))),
            reading => self.who(&reading, &run),
        }
    }

    /// Who is named in the words of a statement: `he said Orlova left` is not Orlova. In quotation marks anybody may be.
    fn told_of(&self, found: Option<&Found>) -> Vec<u32> {
        const MOST: usize = 12;
        let runs = found
            .filter(|found| found.kind != Kind::Direct)
            .into_iter()
            .flat_map(|found| &found.content)
            .map(|place| self.text.run(*place));
        let named = runs.flat_map(|run| phrase::within(&self.names, &run));
        named.filter_map(|index| self.entities.who.get(index).copied().flatten()).take(MOST).collect()
    }

    /// Who the mention of a headline, dek, heading or display quote means; `told` is whoever says its words in the body.
    fn outside(&mut self, found: &[Found], index: usize, told: Option<u32>) -> Answer {
        let Some(place) = found.get(index).and_then(|found| found.source) else {
            return told.map_or(Answer::Nobody, Answer::Who);
        };
        let run = self.text.run(place);
        match phrase::read(&self.text, &self.names, &self.entities.who, run.clone()) {
            Reading::Noun(noun) => self.foretold(&noun, &run),
            Reading::Pronoun(_) | Reading::Thing | Reading::They if told.is_some() => {
                told.map_or(Answer::Nobody, Answer::Who)
            }
            reading => self.who(&reading, &run),
        }
    }
}
