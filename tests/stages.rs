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

/// Properties before snapshots: a dump shows every word of the input, whatever the stages make of it.
#[test]
fn the_layout_shows_every_word() {
    for article in shown() {
        let dumped = stages(&article.text).layout;
        let mut seen = dumped.split_whitespace();
        for word in article.text.split_whitespace() {
            let word = word.trim_matches(|found: char| !found.is_alphanumeric());
            let stands = |shown: &str| shown.contains(word);
            assert!(word.is_empty() || seen.any(stands), "{}: {word:?} is not shown in its place", article.name);
        }
    }
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
