//! The article that this project began with: its whole record, written down by reading, field by field.

mod support;

use newscopy::Record;
use newscopy::record::{Part, Placement, Statement};
use std::collections::BTreeMap;
use std::fmt::Debug;
use support::seed::{FIRST_STEP, statements};
use support::{articles, known_failures, letters, record};

/// What is wrong: the field, and what it is and should be.
#[derive(Default)]
struct Wrong(BTreeMap<String, String>);

impl Wrong {
    fn check<T: PartialEq + Debug>(&mut self, field: &str, is: T, should: T) {
        if is != should {
            self.0.insert(field.to_owned(), format!("is {is:?}, should be {should:?}"));
        }
    }
}

#[test]
fn the_seed_is_right_in_every_field() {
    let seed = articles("seeds").into_iter().next().expect("the seed is there");
    let record = record(&seed.text);
    let mut wrong = Wrong::default();
    head(&mut wrong, &record);
    captions(&mut wrong, &record);
    sections(&mut wrong, &record);
    display_quotes_and_page(&mut wrong, &record);
    said(&mut wrong, &record, &seed.text);
    speakers(&mut wrong, &record);
    known_failures("fixtures/known_failures/seeds.txt", &wrong.0);
}

fn head(wrong: &mut Wrong, record: &Record) {
    wrong.check("language", record.language.as_deref(), Some("en"));
    wrong.check("kicker", record.kicker.as_deref(), Some("Diplomacy"));
    wrong.check("headline", record.headline.as_deref(), Some("Azerbaijan sheds Russian influence after plane crash"));
    let dek = format!("'{FIRST_STEP}' one observer said.");
    wrong.check("dek", record.dek.as_deref(), Some(dek.as_str()));
    let byline = record.byline.as_ref();
    wrong.check("byline.text", byline.map(|byline| byline.text.as_str()), Some("By Sultan Musayev |"));
    let authors: Vec<_> = byline.map(|byline| byline.authors.clone()).unwrap_or_default();
    let authors: Vec<_> =
        authors.iter().map(|author| (author.name.as_str(), &author.role, &author.affiliation)).collect();
    wrong.check("byline.authors", authors, vec![("Sultan Musayev", &None, &None)]);
    wrong.check("byline.agency", byline.and_then(|byline| byline.agency.as_deref()), None);
    wrong.check("published", record.published.as_deref(), None);
    wrong.check("updated", record.updated.as_deref(), None);
    let dateline = record.dateline.as_ref();
    wrong.check("dateline.text", dateline.map(|dateline| dateline.text.as_str()), Some("ALMATY"));
    let places = dateline.map(|dateline| dateline.places.clone()).unwrap_or_default();
    wrong.check("dateline.places", places, vec!["Almaty".to_owned()]);
    let rest = dateline.map(|dateline| (dateline.region.clone(), dateline.date.clone(), dateline.agency.clone()));
    wrong.check("dateline.rest", rest, Some((None, None, None)));
}

fn captions(wrong: &mut Wrong, record: &Record) {
    let should = [
        (
            "Russian President Vladimir Putin and Azerbaijani President Ilham Aliyev attend a meeting in Moscow on April 22 with former and current railroad workers to mark the 50th anniversary of Baikal-Amur Mainline (BAM) construction.",
            "Gavriil Grigorov/Pool/AFP",
            vec!["Gavriil Grigorov"],
            vec!["Pool"],
        ),
        (
            "Airport ground staff and medics assist Azerbaijanis who survived the crash of the Azerbaijan Airlines passenger jet near Aktau, Kazakhstan, upon arrival at Baku's Heydar Aliyev International Airport on December 26.",
            "AFP",
            vec![],
            vec![],
        ),
        (
            "Ukrainian protesters throw stones and eggs at the windows of the Rossotrudnichestvo building in Kyiv on February 18, 2018.",
            "Genya Savilov/AFP",
            vec!["Genya Savilov"],
            vec![],
        ),
    ];
    wrong.check("captions", record.captions.len(), should.len());
    for (number, (caption, (text, credit, names, qualifiers))) in record.captions.iter().zip(should).enumerate() {
        let field = |name: &str| format!("captions[{number}].{name}");
        wrong.check(&field("text"), caption.text.as_str(), text);
        wrong.check(&field("occurrences"), caption.occurrences, 2);
        let is = caption.credit.as_ref();
        wrong.check(&field("credit"), is.map(|is| is.text.as_str()), Some(credit));
        let list = |list: Option<&Vec<String>>| list.cloned().unwrap_or_default();
        wrong.check(
            &field("names"),
            list(is.map(|is| &is.names)),
            names.iter().map(|name| (*name).to_owned()).collect(),
        );
        wrong.check(&field("agencies"), list(is.map(|is| &is.agencies)), vec!["AFP".to_owned()]);
        wrong.check(
            &field("qualifiers"),
            list(is.map(|is| &is.qualifiers)),
            qualifiers.iter().map(|name| (*name).to_owned()).collect(),
        );
    }
}

fn sections(wrong: &mut Wrong, record: &Record) {
    let is: Vec<_> =
        record.sections.iter().map(|section| (section.heading.as_deref(), section.paragraphs.len())).collect();
    let should = vec![
        (None, 8),
        (Some("Promoting the Kremlin's agenda"), 8),
        (Some("Disillusioned with Moscow"), 10),
        (Some("'Toxic and dangerous neighbor'"), 9),
    ];
    wrong.check("sections", is, should);
    let paragraphs = record.sections.iter().flat_map(|section| &section.paragraphs);
    let first = record.sections.first().and_then(|section| section.paragraphs.first()).map(String::as_str);
    wrong.check(
        "first paragraph",
        first,
        Some("Russia's influence in Azerbaijan is quickly slipping away, observers say."),
    );
    let strays: Vec<_> = paragraphs
        .filter(|text| text.contains("AFP]") || text.contains("Captcha") || text.contains("Do you like"))
        .collect();
    wrong.check("strays", strays, vec![]);
}

fn display_quotes_and_page(wrong: &mut Wrong, record: &Record) {
    let is: Vec<_> =
        record.pull_quotes.iter().map(|quote| (letters(&quote.text), quote.placement, quote.statement)).collect();
    let should = vec![
        (letters(FIRST_STEP), Placement::Dek, Some(10)),
        (letters("Toxic and dangerous neighbor"), Placement::Heading, Some(20)),
    ];
    wrong.check("pull_quotes", is, should);
    let furniture: Vec<_> = record.furniture.iter().map(|piece| (piece.kind.as_str(), piece.text.as_str())).collect();
    wrong.check("furniture", furniture, vec![("prompt", "Do you like this article?"), ("form", "Captcha *")]);
    wrong.check("notes", record.notes.len(), 0);
    wrong.check("warnings", record.warnings.len(), 0);
}

fn said(wrong: &mut Wrong, record: &Record, text: &str) {
    let should = statements();
    wrong.check("statements", record.statements.len(), should.len());
    let points: Vec<char> = text.chars().collect();
    for (number, should) in should.iter().enumerate() {
        let Some(is) = record.statements.iter().find(|is| is.text == should.text && place(is) == should.place) else {
            wrong.check(&format!("statement {number}"), "missing", should.text);
            continue;
        };
        let field = |name: &str| format!("statement {number}.{name}");
        let from: Vec<String> = is.spans.iter().map(|span| points[span.0..span.1].iter().collect()).collect();
        wrong.check(&field("spans"), from.join(" "), should.text.to_owned());
        wrong.check(&field("kind"), is.kind, should.kind);
        let speaker = is.speaker.as_ref();
        wrong.check(&field("name"), speaker.and_then(|speaker| speaker.name.as_deref()), Some(should.speaker.0));
        wrong.check(&field("mention"), speaker.and_then(|speaker| speaker.mention.as_deref()), should.speaker.1);
        wrong.check(
            &field("description"),
            speaker.and_then(|speaker| speaker.description.as_deref()),
            should.speaker.2,
        );
        wrong.check(&field("speaker kind"), speaker.map(|speaker| speaker.kind), Some(should.speaker.3));
        wrong.check(&field("cue"), is.cue.as_ref().map(|cue| cue.text.as_str()), should.cue);
        wrong.check(&field("addressee"), is.addressee.as_deref(), should.addressee);
        wrong.check(&field("when"), is.when.as_ref().map(|when| when.date.as_str()), should.when);
        let part = if should.place.is_some() { Part::Body } else { Part::Dek };
        wrong.check(&field("part"), is.part, part);
        wrong.check(&field("repeats"), is.repeats, should.repeats);
    }
}

fn place(is: &Statement) -> Option<(usize, usize)> {
    Some((is.section?, is.paragraph?))
}

fn speakers(wrong: &mut Wrong, record: &Record) {
    let mut should: Vec<(String, Vec<usize>)> = Vec::new();
    for (number, said) in statements().iter().enumerate() {
        match should.iter_mut().find(|(name, _)| name == said.speaker.0) {
            Some((_, list)) => list.push(number),
            None => should.push((said.speaker.0.to_owned(), vec![number])),
        }
    }
    let is = record.speakers.iter().map(|entry| (entry.name.clone(), entry.statements.clone())).collect();
    wrong.check("speakers", is, should);
}
