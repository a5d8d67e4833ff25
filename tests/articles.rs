//! Invented articles in the conventions of the world's newsrooms and scrapers: first what holds for every record, then
//! what an editor knows to be right, then the whole record as it was last seen.

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use support::{Article, articles, json, record};

const FOLDERS: [&str; 2] = ["fixtures/articles", "seeds"];

fn every_article() -> Vec<Article> {
    FOLDERS.iter().flat_map(|folder| articles(folder)).collect()
}

#[test]
fn properties_hold() {
    for article in every_article() {
        support::properties::hold(&article.name, &article.text, &record(&article.text));
    }
}

#[test]
fn the_same_bytes_twice_and_on_eight_threads() {
    let articles = every_article();
    let once: Vec<String> = articles.iter().map(|article| json(&record(&article.text))).collect();
    std::thread::scope(|scope| {
        let run = |shift: usize| {
            let (articles, once) = (&articles, &once);
            scope.spawn(move || {
                for number in 0..articles.len() {
                    let index = (number + shift * 3) % articles.len();
                    assert_eq!(json(&record(&articles[index].text)), once[index], "{}", articles[index].name);
                }
            })
        };
        let threads: Vec<_> = (0..8).map(run).collect();
        threads.into_iter().for_each(|thread| thread.join().expect("the same record"));
    });
}

/// Every prefix of the head, where most decisions fall; then one in seventeen, at other places in each article.
#[test]
fn no_prefix_panics() {
    for (number, article) in every_article().iter().enumerate() {
        for (count, (end, _)) in article.text.char_indices().enumerate() {
            if count < 160 || count % 17 == number % 17 {
                let part = &article.text[..end];
                let read = std::panic::catch_unwind(|| record(part));
                assert!(read.is_ok(), "{}: the first {end} bytes", article.name);
            }
        }
    }
}

#[test]
fn an_editor_agrees() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let mut wrong = BTreeMap::new();

    for article in articles("fixtures/articles") {
        let file = folder.join(format!("{}.expect.json", article.name));
        let expected = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let expected = serde_json::from_str(&expected).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let differences = support::expect::differences(&expected, &record(&article.text));
        wrong.extend(differences.into_iter().map(|(field, what)| (format!("{} {field}", article.name), what)));
    }
    support::known_failures("fixtures/known_failures/articles.txt", &wrong);
}
