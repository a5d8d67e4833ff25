//! German statements: one case a form, with near-misses, in `fixtures/german/statements.txt`.
//!
//! A case is `= title`, the paragraph, `---`, then a line a statement: `kind | name | cue | text`, `-` for none.

mod support;

use newscopy::ingest::Source;
use newscopy::record::StatementKind;
use newscopy::{Options, extract};
use support::words;

/// A head and a last paragraph in German, so that the paragraph in between is one of an article.
const BEFORE: &str = "Ein Ort am Fluss und seine Sorgen\n\nEs ist ruhig in dem Ort an dem Fluss, und das ist es auch in den anderen Orten der Gegend, wenn die Sonne scheint.\n\n";
const AFTER: &str =
    "\n\nDer Fluss ist lang und das Tal ist breit, und in den Wäldern rund um den Ort stehen viele alte Bäume.\n";

#[test]
fn every_form_and_its_near_miss() {
    let file = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/german/statements.txt"))
        .expect("is there");
    let mut wrong = String::new();
    for case in file.split("\n= ").map(|case| case.trim_start_matches("= ")) {
        let (title, rest) = case.split_once('\n').expect("a title");
        let (text, should) = rest.split_once("\n---").expect("an expectation");
        let text = format!("{BEFORE}{text}{AFTER}");
        let source = Source { bytes: text.len(), text, encoding: "UTF-8", ..Source::default() };
        let record = extract(&source, &Options { language: Some("de".to_owned()), ..Options::default() });
        let line = |statement: &newscopy::record::Statement| {
            let kind = match statement.kind {
                StatementKind::Direct => "direct",
                StatementKind::Indirect => "indirect",
                StatementKind::Mixed => "mixed",
            };
            let name = statement.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()).unwrap_or("-");
            let cue = statement.cue.as_ref().map_or("-", |cue| cue.text.as_str());
            format!("{kind} | {name} | {cue} | {}", words(&statement.text).join(" "))
        };
        let is: Vec<String> = record.statements.iter().map(line).collect();
        let should: Vec<String> = should
            .trim()
            .lines()
            .map(|line| {
                let (head, text) = line.rsplit_once(" | ").expect("four columns");
                format!("{head} | {}", words(text).join(" "))
            })
            .collect();
        if is != should {
            wrong.push_str(&format!("{title}\n  is     {is:#?}\n  should {should:#?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
