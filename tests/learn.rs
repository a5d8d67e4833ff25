//! The learner of the statement tables, from annotated articles to the table: the same modules as `examples/learn`, on
//! articles invented here.
#![allow(dead_code, clippy::print_stderr)] // the example's modules serve a tool, too

#[path = "../examples/learn/decisions.rs"]
mod decisions;
#[path = "../examples/learn/fit.rs"]
mod fit;
#[path = "../examples/learn/gold.rs"]
mod gold;
#[path = "../examples/learn/run.rs"]
mod run;
#[path = "../examples/learn/score.rs"]
mod score;
#[path = "../examples/learn/tables.rs"]
mod tables;
#[path = "../examples/learn/view.rs"]
mod view;

use std::path::{Path, PathBuf};

use newscopy::statements::learning::{Pack, parse};
use serde_json::{Value, json};

/// Paragraphs with annotations: `[s Ada Reed] [c said] [t the bridge would open]`; a content ends its annotation.
const PARAGRAPHS: &[&str] = &[
    "[s The mayor] [c said] [t the bridge would open in May].",
    "[t \"The bridge is safe,\"] [s Ada Reed] [c said] on Monday.",
    "[s Bold] [c told] reporters that [t the mill was sold twice].",
    "[t The mill will open in June], [c according to] [s the council].",
    "The council met on Monday and sold the mill.",
    "[s She] [c added]: [t \"Nobody asked the people who live here.\"]",
];

/// Writes an article made of the paragraphs, begun at another one each time.
fn write(folder: &Path, number: usize) {
    let (mut text, mut found) = (format!("Bridge {number} opens\n\n"), Vec::new());
    for at in 0..PARAGRAPHS.len() {
        let mut open = json!({"content": [], "cue": [], "source": [], "reporting": true});
        let mut rest = PARAGRAPHS[(at + number) % PARAGRAPHS.len()];
        while let Some((plain, tail)) = rest.split_once('[') {
            text.push_str(plain);
            let (inner, tail) = tail.split_once(']').expect("an annotation ends");
            let (role, words) = inner.split_once(' ').expect("an annotation has words");
            let start = text.chars().count();
            text.push_str(words);
            let role = match role {
                "s" => "source",
                "c" => "cue",
                _ => "content",
            };
            open[role] = json!([[start, text.chars().count()]]);
            rest = tail;
        }
        text.push_str(rest);
        text.push_str("\n\n");
        if open["cue"].as_array().is_some_and(|cue| !cue.is_empty()) {
            found.push(open);
        }
    }
    let gold: Value = json!({ "attributions": found });
    std::fs::write(folder.join(format!("P{}_{number}.txt", number % 5)), text).expect("the folder takes it");
    std::fs::write(folder.join(format!("P{}_{number}.gold.json", number % 5)), gold.to_string()).expect("it does");
}

fn invented() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("learn");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    (0..12).for_each(|number| write(&folder, number));
    folder
}

#[test]
fn two_fits_of_the_same_articles_give_the_same_tables() {
    let folder = invented();
    let penalty = fit::Penalty { l1: 0.5, l2: 0.1, least: 3.0 };
    let fitted = || {
        let documents = gold::folder(&folder, 2.0);
        let pack = Pack::read("en").expect("English is listed");
        let set = run::Set::new(&documents, &pack);
        (run::weights(&set, &pack, penalty, 2.0, true), run::cues(&set, &pack), run::confidence(&set, &pack, penalty))
    };
    let (first, second) = (fitted(), fitted());
    assert_eq!(first, second);
    let pack = Pack::of("en").expect("English is listed");
    let rows: Vec<Vec<&str>> =
        first.0.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    for question in ["cue", "source", "direction", "start", "end"] {
        assert!(rows.iter().any(|row| row[0] == question), "nothing was learned of {question}:\n{}", first.0);
    }
    assert!(rows.iter().all(|row| parse(pack, row[0], row[1]).is_some()), "{}", first.0);
    // All that these articles call said is said: the cue is worth something, the mill that was sold is not.
    assert!(first.1.lines().any(|line| line.starts_with("said | say | SAY | 9")), "{}", first.1);
}
