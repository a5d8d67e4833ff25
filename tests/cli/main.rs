//! The command as a person or a script meets it: arguments, pipes, files, exit status and messages.

mod bad_input;
mod batch;
mod check;
mod filter;
mod one;
mod resume;

use assert_cmd::Command;
use serde_json::Value;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const ARTICLE: &str = "Ferry runs again\n\nThe ferry to Lindholm runs again on Monday, the harbour master said.\n\n\
                       It had been out of service since March.\n";

fn extract() -> Command {
    Command::new(env!("CARGO_BIN_EXE_extract"))
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    extract().current_dir(folder).args(arguments).output().expect("the command runs")
}

fn filter(arguments: &[&str], input: impl Into<Vec<u8>>) -> Output {
    extract().arg("--from").arg("jsonl").args(arguments).write_stdin(input).output().expect("the command runs")
}

/// A folder with these files; folders on the way are made.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("has a parent")).expect("a folder can be made");
        std::fs::write(path, bytes).expect("a file can be written");
    }
    folder
}

fn articles(count: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for number in 0..count {
        let text = ARTICLE.replace("Monday", &format!("day {number}"));
        std::fs::write(folder.path().join(format!("{number:04}.txt")), text).expect("a file can be written");
    }
    folder
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("records are UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("ends by itself")
}

fn records(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn ids(text: &str) -> Vec<String> {
    records(text).iter().map(|record| record["id"].as_str().unwrap_or("null").to_owned()).collect()
}

/// The command failed with this status, and said all of these.
fn fails(output: &Output, code: i32, said: &[&str]) {
    let message = stderr(output);
    assert_eq!(status(output), code, "{message}");
    for words in said {
        assert!(message.contains(words), "{words:?} is not in {message:?}");
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written")
}
