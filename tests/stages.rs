//! Each stage shown as text, as it was last seen: the first dump that changes names the part that changed.
//!
//! `INSTA_UPDATE=always cargo test --test stages` takes the dumps of today over, to be read before they are committed.

mod support;

use newscopy::{body, dump, layout, statements};
use support::{Article, articles};

/// Articles that between them show every role: a wire story, an interview, Markdown, a page with its furniture.
fn shown() -> Vec<Article> {
    let mut all = articles("fixtures/articles");
    all.extend(articles("seeds").into_iter().map(|article| Article { name: "seed".to_owned(), ..article }));
    all
}

struct Stages {
    layout: String,
    body: String,
    statements: String,
}

fn stages(text: &str) -> Stages {
    let page = layout::read(text, &layout::Hints::default());
    let built = body::build(&page);
    Stages {
        layout: dump::layout(text, &page),
        body: dump::body(&built),
        statements: dump::statements(&statements::read(&page, &built)),
    }
}

/// Properties before snapshots: a dump shows every letter of the input in its place, whatever the stages make of it.
#[test]
fn the_layout_shows_every_letter() {
    const LABELS: usize = 24;
    let letters = |text: &str| text.chars().filter(|found| found.is_alphanumeric()).collect::<String>();
    for article in shown() {
        let dumped = stages(&article.text).layout;
        // Above the first blank line stands the language.
        let blocks = dumped.split_once("\n\n").map_or("", |(_, blocks)| blocks);
        let shown: String = blocks.lines().map(|line| line.chars().skip(LABELS).collect::<String>()).collect();
        assert_eq!(letters(&shown), letters(&article.text), "{}", article.name);
    }
}

/// The lines show every line with the state that it was taken for, and under it what was seen.
#[test]
fn the_lines_show_what_was_seen() {
    let text = "Ferry leaves late\n\nBy Ada Brook\n\nThe ferry left the old harbour two hours late on Monday, the mayor said.\n";
    let shown = dump::lines(&layout::told(text, &layout::Hints::default()));
    let lines: Vec<&str> = shown.lines().collect();
    assert!(lines[0].starts_with("1.headline") && lines[0].ends_with("Ferry leaves late"), "{shown}");
    assert!(shown.contains("byline=1") && shown.contains("stop=1"), "{shown}");
    let letters = |text: &str| text.chars().filter(|found| found.is_alphanumeric()).count();
    assert!(letters(&shown) > letters(text));
}

#[test]
fn stages_are_as_last_seen() {
    for article in shown() {
        let Stages { layout, body, statements } = stages(&article.text);
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("{}.layout", article.name), layout);
            insta::assert_snapshot!(format!("{}.body", article.name), body);
            insta::assert_snapshot!(format!("{}.statements", article.name), statements);
        });
    }
}
