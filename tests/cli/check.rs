//! `--check`: own snapshot tests.

use super::*;

#[test]
fn records_are_accepted_then_compared() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("sub/b.txt", ARTICLE.as_bytes())]);
    let first = run(folder.path(), &["--check", "."]);
    assert!(stdout(&first).contains("a.txt") && stdout(&first).contains("is not there"), "{}", stdout(&first));
    fails(&first, 1, &["0 records are right, 2 changed"]);
    fails(&run(folder.path(), &["--check", ".", "--accept"]), 0, &["2 records written"]);
    let again = run(folder.path(), &["--check", "."]);
    assert_eq!((status(&again), stdout(&again).as_str()), (0, ""));

    let record = std::fs::read_to_string(folder.path().join("sub/b.json")).expect("was written");
    assert!(record.contains("\"id\": \"sub/b.txt\""));
    let edited = record.replacen("\"headline\": \"Ferry runs again\"", "\"headline\": \"Ferry stops\"", 1);
    assert_ne!(record, edited);
    std::fs::write(folder.path().join("sub/b.json"), edited).expect("can be written");
    let changed = run(folder.path(), &["--check", "."]);
    let told = stdout(&changed);
    assert!(
        told.contains("sub/b.txt\n  headline\n      was  \"Ferry stops\"\n      is   \"Ferry runs again\""),
        "{told}"
    );
    assert!(!told.contains("a.txt\n"));
    fails(&changed, 1, &["1 records are right, 1 changed"]);
}

#[test]
fn what_cannot_be_compared_is_told() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("a.json", b"{"), ("b.txt", b"")]);
    let output = run(folder.path(), &["--check", "."]);
    assert!(stdout(&output).contains("is not JSON"));
    fails(&output, 1, &["b.txt: the input is empty", "1 changed, 1 could not be read"]);
    fails(&run(folder.path(), &["--check", "nowhere"]), 1, &["nowhere: No such file"]);
}

/// The whole record of every fixture, as it was last accepted: `extract --check --accept fixtures/articles` after a change.
#[test]
fn the_fixtures_are_as_accepted() {
    let output = run(Path::new(env!("CARGO_MANIFEST_DIR")), &["--check", "fixtures/articles"]);
    assert_eq!((status(&output), stdout(&output).as_str()), (0, ""));
}
