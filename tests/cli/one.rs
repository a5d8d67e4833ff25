//! One article, and what can be said and asked about it.

use super::*;

#[test]
fn standard_input_and_a_file_give_one_readable_record() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let piped = extract().write_stdin(ARTICLE).output().expect("the command runs");
    let named = run(folder.path(), &["a.txt"]);
    let dash = extract().arg("-").write_stdin(ARTICLE).output().expect("the command runs");
    assert_eq!((status(&piped), status(&named)), (0, 0));
    assert!(stdout(&piped).starts_with("{\n  \"schema_version\": 1,\n  \"id\": null,"));
    assert_eq!(stdout(&piped), stdout(&named).replace("\"a.txt\"", "null"));
    assert_eq!(stdout(&piped), stdout(&dash));
    assert_eq!(stderr(&piped) + &stderr(&named), "");
}

#[test]
fn shapes_can_be_chosen() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("b.txt", ARTICLE.as_bytes())]);
    assert_eq!(stdout(&run(folder.path(), &["--jsonl", "a.txt"])).lines().count(), 1);
    assert_eq!(stdout(&run(folder.path(), &["a.txt", "b.txt"])).lines().count(), 2);
    let pretty = stdout(&run(folder.path(), &["--pretty", "a.txt", "b.txt"]));
    assert_eq!(pretty.matches("\n  \"id\": ").count(), 2);
    fails(&run(folder.path(), &["--pretty", "--jsonl", "a.txt"]), 2, &["cannot be used with"]);
}

#[test]
fn what_is_known_is_told() {
    let output = extract().args(["--id", "x/1", "--language", "de"]).write_stdin(ARTICLE).output().expect("runs");
    let record: Value = serde_json::from_str(&stdout(&output)).expect("is JSON");
    assert_eq!((record["id"].as_str(), record["language"].as_str()), (Some("x/1"), Some("de")));
    let latin: Vec<u8> = ARTICLE.replace("Lindholm", "M\u{f8}n").chars().map(|found| found as u8).collect();
    let output = extract().args(["--encoding", "latin1", "--source"]).write_stdin(latin).output().expect("runs");
    let record: Value = serde_json::from_str(&stdout(&output)).expect("is JSON");
    assert!(record.to_string().contains("Møn"));
    assert_eq!(record["source"]["encoding"], "windows-1252");
    assert_eq!(record["source"]["bytes"], ARTICLE.len() - "Lindholm".len() + "Mon".len());
    assert_eq!(record["source"]["sha256"].as_str().map(str::len), Some(64));
}

#[test]
fn blocks_are_listed_when_asked_for() {
    let record: Value = serde_json::from_str(&stdout(
        &extract().arg("--blocks").write_stdin(ARTICLE).output().expect("the command runs"),
    ))
    .expect("is JSON");
    assert_eq!(record["blocks"].as_array().map(Vec::len), Some(3));
}

#[test]
fn unsure_statements_are_left_out() {
    let sure = extract().args(["--min-confidence", "1"]).write_stdin(ARTICLE).output().expect("runs");
    let record: Value = serde_json::from_str(&stdout(&sure)).expect("is JSON");
    for statement in record["statements"].as_array().expect("is a list") {
        assert_eq!(statement["confidence"], 1.0);
    }
}

#[test]
fn stages_are_shown_as_text() {
    for (stage, words) in [("layout", "language: "), ("body", "section 0"), ("statements", "The ferry to Lindholm")] {
        let output = extract().args(["--stage", stage]).write_stdin(ARTICLE).output().expect("runs");
        assert_eq!(status(&output), 0);
        assert!(stdout(&output).contains(words), "{stage}: {}", stdout(&output));
    }
    let folder = articles(2);
    let output = stdout(&run(folder.path(), &["--stage", "layout", "."]));
    assert!(output.starts_with("== 0000.txt\n") && output.contains("\n== 0001.txt\n"), "{output}");
}

#[test]
fn explain_tells_scores_and_features() {
    let output = extract().arg("--explain").write_stdin(ARTICLE).output().expect("runs");
    assert_eq!(status(&output), 0);
    assert!(stdout(&output).contains(" attributes: ") && stdout(&output).contains("source: "), "{}", stdout(&output));
    let both = extract().args(["--explain", "--stage", "body"]).write_stdin(ARTICLE).output().expect("runs");
    assert_eq!(status(&both), 2);
}

#[test]
fn help_version_and_schema() {
    let help = extract().arg("--help").output().expect("runs");
    assert!(status(&help) == 0 && stdout(&help).contains("extract articles/ -o records.jsonl"));
    assert!(stdout(&extract().arg("--version").output().expect("runs")).starts_with("extract "));
    let schema: Value =
        serde_json::from_str(&stdout(&extract().arg("--schema").output().expect("runs"))).expect("JSON");
    assert_eq!(schema["title"], "Record");
}

#[test]
fn wrong_usage_is_told() {
    let wrong: &[(&[&str], &str)] = &[
        (&["--published", "tomorrow"], "--published"),
        (&["--now", "noon"], "--now"),
        (&["--language", "English"], "--language"),
        (&["--encoding", "utf-99"], "utf-99"),
        (&["--max-bytes", "many"], "--max-bytes"),
        (&["--min-confidence", "2"], "--min-confidence"),
        (&["--split", "("], "--split"),
        (&["--resume"], "--output"),
        (&["--pass"], "--from jsonl"),
        (&["--accept"], "--check"),
        (&["--check"], "folder"),
        (&["--stage", "layout", "--jsonl"], "--stage"),
        (&["--no-such-thing"], "--no-such-thing"),
        (&["--from", "jsonl", "--split", "x"], "--split"),
        (&["--id", "x", "a.txt", "b.txt"], "--id"),
    ];
    for (arguments, said) in wrong {
        let output = extract().args(*arguments).write_stdin("").output().expect("runs");
        assert_eq!(stdout(&output), "", "{arguments:?}");
        fails(&output, 2, &[said]);
    }
}

#[test]
fn an_output_appears_whole_or_not_at_all() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("empty.txt", b"")]);
    let output = run(folder.path(), &["a.txt", "-o", "a.json"]);
    assert_eq!((status(&output), stdout(&output).as_str()), (0, ""));
    assert!(folder.path().join("a.json").exists() && !folder.path().join("a.json.part").exists());
    assert_eq!(status(&run(folder.path(), &["empty.txt", "-o", "b.json"])), 1);
    assert!(!folder.path().join("b.json").exists() && !folder.path().join("b.json.part").exists());
}
