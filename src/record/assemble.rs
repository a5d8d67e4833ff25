//! From stages to the contract: bytes become code points, stretches become strings. Nothing is decided here.
//!
//! In: what each stage found. Out: the [`Record`].

use super::{
    Author, Block, Byline, Caption, Credit, Cue, Dateline, Furniture, Note, Part, Placement, PullQuote, Range, Record,
    SCHEMA_VERSION, Section, Speaker, SpeakerEntry, SpeakerKind, Statement, StatementKind, Warning, When,
};
use crate::body::Body;
use crate::fields::PartialDate;
use crate::layout::{BylinePart, CaptionPart, FurnitureKind, Layout, Moment, NoteKind, Role};
use crate::statements::{self, Place, Statements};
use crate::text::{CodePoints, Fragments, Span};
use crate::warnings;

/// What each stage found.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The caller's name for the article.
    pub id: Option<&'a str>,
    /// The decoded input.
    pub text: &'a str,
    /// What ingest doubted.
    pub warnings: &'a [warnings::Warning],
    /// The page.
    pub layout: &'a Layout,
    /// The body.
    pub body: &'a Body,
    /// Who said what.
    pub statements: &'a Statements,
    /// The year that a partial date is made whole from: the article's own, or the caller's.
    pub published: Option<PartialDate>,
    /// Whether the record lists every block.
    pub blocks: bool,
}

/// Makes the record.
#[must_use]
pub fn assemble(parts: &Parts<'_>) -> Record {
    let points = CodePoints::new(parts.text);
    let (layout, body) = (parts.layout, parts.body);
    Record {
        schema_version: SCHEMA_VERSION,
        id: parts.id.map(str::to_owned),
        language: layout.language.map(str::to_owned),
        kicker: layout.kicker.as_ref().map(string),
        headline: layout.headline.as_ref().map(string),
        dek: dek(body),
        byline: layout.byline.as_ref().map(byline),
        published: layout.published.map(moment),
        updated: layout.updated.map(moment),
        stamps: layout.stamps.iter().map(string).collect(),
        dateline: body.dateline.as_ref().map(|(found, printed)| Dateline {
            text: string(printed),
            places: found.places.clone(),
            region: found.region.clone(),
            date: found.date.map(|date| whole(date, parts.published).to_string()),
            agency: found.agency.clone(),
        }),
        captions: layout.captions.iter().map(caption).collect(),
        sections: body
            .sections
            .iter()
            .map(|section| Section {
                heading: section.heading.as_ref().map(string),
                paragraphs: section.paragraphs.iter().map(|paragraph| string(&paragraph.text)).collect(),
            })
            .collect(),
        pull_quotes: parts.statements.pull_quotes.iter().map(pull_quote).collect(),
        statements: parts.statements.statements.iter().map(|found| statement(found, parts, &points)).collect(),
        speakers: parts
            .statements
            .speakers
            .iter()
            .map(|entry| SpeakerEntry {
                name: entry.name.clone(),
                kind: speaker_kind(entry.kind),
                description: entry.description.clone(),
                statements: entry.statements.clone(),
            })
            .collect(),
        notes: layout
            .notes
            .iter()
            .map(|(kind, text)| Note { kind: note_name(*kind).to_owned(), text: string(text) })
            .collect(),
        furniture: layout
            .furniture
            .iter()
            .map(|(kind, text)| Furniture { kind: furniture_name(*kind).to_owned(), text: string(text) })
            .collect(),
        warnings: doubts(parts, &points),
        blocks: parts.blocks.then(|| {
            layout
                .blocks
                .iter()
                .map(|block| Block { role: role_name(block.role), span: range(block.span, &points) })
                .collect()
        }),
        source: None,
    }
}

fn string(text: &Fragments) -> String {
    text.text().to_owned()
}

fn range(span: Span, points: &CodePoints<'_>) -> Range {
    (points.at(span.start), points.at(span.end))
}

fn byline(part: &BylinePart) -> Byline {
    let author = |author: &crate::fields::Author| Author {
        name: author.name.clone(),
        role: author.role.clone(),
        affiliation: author.affiliation.clone(),
    };
    Byline { text: string(&part.text), authors: part.authors.iter().map(author).collect(), agency: part.agency.clone() }
}

/// The lines of the dek as one text; `None` where nothing but a dateline stood in it.
fn dek(body: &Body) -> Option<String> {
    let lines: Vec<String> = body.dek.iter().map(string).filter(|text| !text.is_empty()).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// `YYYY-MM-DD`; RFC 3339 where time and zone are known.
fn moment(moment: Moment) -> String {
    let (Some((hour, minute, second)), Some(zone)) = (moment.time, moment.zone) else {
        return moment.date.to_string();
    };
    let sign = if zone < 0 { '-' } else { '+' };
    let zone = if zone == 0 { "Z".to_owned() } else { format!("{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60) };
    format!("{}T{hour:02}:{minute:02}:{second:02}{zone}", moment.date)
}

/// A partial date with the year of the article's own date, where it has none.
fn whole(date: PartialDate, published: Option<PartialDate>) -> PartialDate {
    let year = published.and_then(|published| Some((published.year?, published.month?, published.day?)));
    match (date.year, date.month, year) {
        // A day later in the year than the article's own date was the year before.
        (None, Some(month), Some((year, at_month, at_day))) => {
            let later = (month, date.day.unwrap_or(1)) > (at_month, at_day);
            PartialDate { year: Some(if later { year - 1 } else { year }), ..date }
        }
        _ => date,
    }
}

fn caption(part: &CaptionPart) -> Caption {
    let credit = part.credit.as_ref().map(|credit| Credit {
        text: string(&credit.text),
        label: credit.label.clone(),
        names: credit.names.clone(),
        agencies: credit.agencies.clone(),
        qualifiers: credit.qualifiers.clone(),
    });
    Caption { text: string(&part.text), credit, occurrences: part.occurrences }
}

fn pull_quote(quote: &statements::PullQuote) -> PullQuote {
    let placement = match quote.placement {
        statements::Placement::Dek => Placement::Dek,
        statements::Placement::Heading => Placement::Heading,
        statements::Placement::Body => Placement::Body,
    };
    PullQuote {
        text: quote.text.clone(),
        placement,
        attribution: quote.attribution.clone(),
        statement: quote.statement,
    }
}

fn statement(statement: &statements::Statement, parts: &Parts<'_>, points: &CodePoints<'_>) -> Statement {
    let passages = &parts.statements.passages;
    let found = &statement.found;
    let printed = |place: Place| place.stretch.of(passages[place.passage].text.text()).to_owned();
    let at = |place: Place| range(passages[place.passage].text.span_of(place.stretch), points);
    let home = found.content.first().map(|place| &passages[place.passage]);
    let spans = found.content.iter().flat_map(|place| passages[place.passage].text.spans_of(place.stretch));
    Statement {
        kind: match found.kind {
            statements::Kind::Direct => StatementKind::Direct,
            statements::Kind::Indirect => StatementKind::Indirect,
            statements::Kind::Mixed => StatementKind::Mixed,
        },
        text: found.content.iter().map(|place| printed(*place)).collect::<Vec<_>>().join(" "),
        spans: spans.map(|span| range(span, points)).collect(),
        speaker: statement.speaker.as_ref().map(|speaker| Speaker {
            name: speaker.name.clone(),
            mention: speaker.mention.map(printed),
            span: speaker.mention.map(at),
            description: speaker.description.clone(),
            kind: speaker_kind(speaker.kind),
        }),
        cue: found.cue.map(|place| Cue { text: printed(place), span: at(place) }),
        addressee: statement.addressee.clone(),
        when: statement.when.map(|date| When { date: whole(date, parts.published).to_string() }),
        part: match home.map(|passage| passage.part) {
            Some(statements::Part::Headline) => Part::Headline,
            Some(statements::Part::Dek) => Part::Dek,
            Some(statements::Part::PullQuote(_)) => Part::PullQuote,
            Some(statements::Part::Heading | statements::Part::Body) | None => Part::Body,
        },
        section: home.and_then(|passage| passage.section),
        paragraph: home.and_then(|passage| passage.paragraph),
        repeats: statement.repeats,
        confidence: f64::from(found.confidence) / 100.0,
    }
}

fn speaker_kind(kind: statements::SpeakerKind) -> SpeakerKind {
    match kind {
        statements::SpeakerKind::Person => SpeakerKind::Person,
        statements::SpeakerKind::Organization => SpeakerKind::Organization,
        statements::SpeakerKind::Group => SpeakerKind::Group,
        statements::SpeakerKind::Document => SpeakerKind::Document,
        statements::SpeakerKind::Unnamed => SpeakerKind::Unnamed,
    }
}

fn doubts(parts: &Parts<'_>, points: &CodePoints<'_>) -> Vec<Warning> {
    let all = parts.warnings.iter().chain(&parts.layout.warnings).chain(&parts.statements.warnings);
    let mut doubts: Vec<_> = all.map(|doubt| (doubt.span, doubt.code)).collect();
    doubts.sort_unstable();
    doubts.dedup();
    let warning = |(span, code): (Option<Span>, warnings::Code)| Warning {
        code: code.name().to_owned(),
        span: span.map(|span| range(span, points)),
    };
    doubts.into_iter().map(warning).collect()
}

/// The name of a role in [`Record::blocks`] and in stage dumps.
#[must_use]
pub fn role_name(role: Role) -> String {
    match role {
        Role::Kicker => "kicker".to_owned(),
        Role::Headline => "headline".to_owned(),
        Role::Dek => "dek".to_owned(),
        Role::Byline => "byline".to_owned(),
        Role::Published => "published".to_owned(),
        Role::Updated => "updated".to_owned(),
        Role::Dateline => "dateline".to_owned(),
        Role::Caption => "caption".to_owned(),
        Role::Credit => "credit".to_owned(),
        Role::Heading => "heading".to_owned(),
        Role::Paragraph => "paragraph".to_owned(),
        Role::PullQuote => "pull_quote".to_owned(),
        Role::Note(kind) => format!("note:{}", note_name(kind)),
        Role::Furniture(kind) => format!("furniture:{}", furniture_name(kind)),
    }
}

fn note_name(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Signoff => "signoff",
        NoteKind::Correction => "correction",
        NoteKind::Editor => "editor",
        NoteKind::Bio => "bio",
        NoteKind::Source => "source",
    }
}

fn furniture_name(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Navigation => "navigation",
        FurnitureKind::Share => "share",
        FurnitureKind::Advertisement => "advertisement",
        FurnitureKind::Newsletter => "newsletter",
        FurnitureKind::Related => "related",
        FurnitureKind::Comments => "comments",
        FurnitureKind::Tags => "tags",
        FurnitureKind::Media => "media",
        FurnitureKind::Form => "form",
        FurnitureKind::Prompt => "prompt",
        FurnitureKind::Legal => "legal",
        FurnitureKind::Alt => "alt",
        FurnitureKind::Other => "other",
    }
}
