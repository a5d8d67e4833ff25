//! Invented paragraphs and the statements in them: `fixtures/statements/shapes.txt`.

use newscopy::statements::{Kind, Part, Passage, Place, find};
use newscopy::text::{Fragments, Span};

fn passages(text: &str) -> Vec<Passage> {
    let passage = |(at, line): (usize, &str)| {
        let (part, line) = line.strip_prefix("# ").map_or((Part::Body, line), |line| (Part::Headline, line));
        let place = (part == Part::Body).then_some(at);
        let text = Fragments::plain(line, Span::new(0, line.len()));
        Passage { part, section: place.map(|_| 0), paragraph: place, text, sentences: Vec::new() }
    };
    text.lines().enumerate().map(passage).collect()
}

fn shown(text: &str) -> Vec<String> {
    let passages = passages(text);
    let words = |place: &Place| place.stretch.of(passages[place.passage].text.text()).to_owned();
    let mut lines = Vec::new();
    for found in find(&passages, "en") {
        let kind = match found.kind {
            Kind::Direct => "direct",
            Kind::Indirect => "indirect",
            Kind::Mixed => "mixed",
        };
        let one = |place: &Option<Place>| place.as_ref().map_or_else(|| String::from("-"), words);
        let content: Vec<String> = found.content.iter().map(words).collect();
        lines.push(format!("{kind} | {} | {} | {}", one(&found.cue), one(&found.source), content.join(" … ")));
    }
    lines
}

#[test]
fn invented_paragraphs_give_their_statements() {
    let cases = include_str!("../fixtures/statements/shapes.txt");
    let mut wrong = Vec::new();
    for case in cases.split("\n= ").skip(1) {
        let (title, rest) = case.split_once('\n').expect("a case has a title");
        let (input, expected) = rest.split_once("---").expect("a case has an expectation");
        let expected: Vec<String> = expected.lines().filter(|line| !line.is_empty()).map(String::from).collect();
        let found = shown(input.trim());
        if found != expected {
            wrong.push(format!("{title}\n  expected {expected:#?}\n  found    {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reading_twice_gives_the_same_and_noise_is_no_trouble() {
    for text in ["\"\"\"''‘’“”—", "said said said : : :", "\"Go,\" he said, \"and 'stay' there", ""] {
        assert_eq!(find(&passages(text), "en"), find(&passages(text), "en"));
    }
    assert!(find(&passages("The mayor said it was late."), "xx").is_empty());
}

#[test]
fn descriptions_are_those_that_stand_with_the_name() {
    let cases = [
        ("Its director, Paul Reyes, said the pier was shut.", Some("Its director")),
        ("The mayor of Tarn, Otto Brandt, said the pier was shut.", Some("The mayor of Tarn")),
        // A relative clause, and an aside, describe nobody.
        ("Its director had asked Ada Lind, Paul Reyes, said nobody. Paul Reyes said the pier was shut.", None),
        ("In the morning, Paul Reyes said the pier was shut.", None),
    ];
    for (text, expected) in cases {
        let article = format!("Pier shut after storm\n\n{text}\n\nThe storm had come in the night and left by noon.\n");
        let source = newscopy::ingest::decode(article.as_bytes(), None).expect("it is text");
        let options = newscopy::Options { language: Some("en".to_owned()), ..newscopy::Options::default() };
        let record = newscopy::extract(&source, &options);
        let speaker = record.statements.last().and_then(|one| one.speaker.as_ref()).expect("somebody said it");
        assert_eq!(speaker.description.as_deref(), expected, "{text}");
    }
}
