//! `--from jsonl`: one line in, one line out, in order, whatever happens.

use super::*;

fn line(id: &str) -> String {
    format!("{}\n", serde_json::json!({"id": id, "text": ARTICLE, "n": 1}))
}

#[test]
fn one_line_in_one_line_out() {
    let many: String = (0..300).map(|number| line(&number.to_string())).collect();
    let output = filter(&[], many);
    assert_eq!(status(&output), 0);
    assert_eq!(ids(&stdout(&output)), (0..300).map(|number| number.to_string()).collect::<Vec<_>>());
    assert_eq!(stdout(&filter(&[], "")), "");
}

#[test]
fn bad_lines_give_error_lines_in_their_place() {
    let input = [
        line("a").as_bytes(),
        b"no json\n{\"id\": \"b\"}\n\n{\"id\": \"\xFF\", \"text\": \"x\"}\n",
        b"{\"id\": \"e\", \"text\": \" \"}\n",
        line("f").trim_end().as_bytes(),
    ]
    .concat();
    let output = filter(&[], input.clone());
    fails(&output, 1, &["standard input, line 2: the line is not a JSON object", "line 3: the line has no text"]);
    let found = records(&stdout(&output));
    let codes: Vec<_> = found.iter().map(|record| record["error"]["code"].as_str().unwrap_or("good")).collect();
    assert_eq!(codes, ["good", "bad_json", "no_text", "bad_json", "bad_json", "empty", "good"]);
    assert_eq!(ids(&stdout(&output)), ["a", "null", "b", "null", "null", "e", "f"]);
    assert!(found[1]["error"]["message"].is_string());
    let calm = filter(&["--keep-going", "--quiet"], input);
    assert_eq!((status(&calm), stdout(&calm), stderr(&calm)), (0, stdout(&output), String::new()));
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let input = format!("{}{{\"id\": \"long\", \"text\": \"{}\"}}\n{}", line("a"), "x".repeat(1 << 20), line("b"));
    let output = filter(&["--max-bytes", "1K"], input);
    let found = records(&stdout(&output));
    assert_eq!(found[1]["error"]["code"], "too_large");
    assert_eq!(ids(&stdout(&output)), ["a", "null", "b"]);
    fails(&output, 1, &["line 2: more than 1024 bytes"]);
}

#[test]
fn fields_have_other_names_and_are_kept() {
    let input = format!("{}\n", serde_json::json!({"url": "u", "body": ARTICLE, "z": [1.50, null], "a": {"b": "ü"}}));
    let output = filter(&["--id-field", "url", "--text-field", "body", "--pass"], input.clone());
    let record = &records(&stdout(&output))[0];
    assert_eq!(record["id"], "u");
    assert!(stdout(&output).ends_with("\"pass\":{\"a\":{\"b\":\"ü\"},\"z\":[1.5,null]}}\n"), "{}", stdout(&output));
    let bare = records(&stdout(&filter(&["--id-field", "url", "--text-field", "body"], input)));
    assert_eq!(bare[0].get("pass"), None);
    let failed = records(&stdout(&filter(&["--pass"], "{\"id\": 1, \"k\": 2}\n")));
    assert_eq!(failed[0]["pass"]["k"], 2);
}

#[test]
fn files_and_folders_of_lines() {
    let folder =
        folder(&[("a.jsonl", line("1").as_bytes()), ("b.jsonl.gz", &gzip(line("2").as_bytes())), ("c.txt", b"x")]);
    let output = run(folder.path(), &["--from", "jsonl", "."]);
    assert_eq!((status(&output), ids(&stdout(&output))), (0, vec!["1".to_owned(), "2".to_owned()]));
    assert_eq!(ids(&stdout(&run(folder.path(), &["--from", "jsonl", "b.jsonl.gz"]))), ["2"]);
}

/// A co-process: each line is answered before the next is asked.
#[test]
fn a_slow_input_is_answered_line_by_line() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_extract"))
        .args(["--from", "jsonl", "--quiet"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut input = child.stdin.take().expect("is piped");
    let mut output = BufReader::new(child.stdout.take().expect("is piped"));
    for id in ["a", "b", "c"] {
        input.write_all(line(id).as_bytes()).expect("it reads");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("it answers");
        assert_eq!(ids(&answer), [id]);
    }
    drop(input);
    assert!(child.wait().expect("it ends").success());
}
