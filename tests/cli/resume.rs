//! `--resume`: a part as a kill leaves it, and the same bytes in the end.

use super::*;

const NAMES: [&str; 3] = ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"];

/// A folder of articles with some that cannot be read; they leave no record.
fn source() -> TempDir {
    let folder = articles(60);
    for number in [0, 7, 58] {
        std::fs::write(folder.path().join(format!("{number:04}.txt")), "").expect("a file can be written");
    }
    folder
}

fn whole(folder: &Path, name: &str) -> Vec<u8> {
    assert_eq!(status(&run(folder, &[".", "-o", name])), 1);
    let path = folder.join(name);
    let bytes = std::fs::read(&path).expect("is there");
    std::fs::remove_file(path).expect("can be removed");
    bytes
}

#[test]
fn any_part_leads_to_the_same_bytes() {
    let folder = source();
    for name in NAMES {
        let expected = whole(folder.path(), name);
        let part = folder.path().join(format!("{name}.part"));
        for cut in [0, 1, expected.len() / 3, expected.len() / 2, expected.len() - 1, expected.len()] {
            std::fs::write(&part, expected.get(..cut).expect("is shorter")).expect("a file can be written");
            let output = run(folder.path(), &[".", "-o", name, "--resume"]);
            fails(&output, 1, &["0000.txt: the input is empty", "0007.txt", "0058.txt", "3 could not be read"]);
            let found = std::fs::read(folder.path().join(name)).expect("is there");
            assert!(found == expected, "{name} cut at {cut}");
            std::fs::remove_file(folder.path().join(name)).expect("can be removed");
        }
    }
}

#[test]
fn records_that_are_whole_are_not_made_again() {
    let folder = articles(40);
    assert_eq!(status(&run(folder.path(), &[".", "-o", "out.jsonl"])), 0);
    let out = folder.path().join("out.jsonl");
    let marked = std::fs::read_to_string(&out).expect("is there").replace("day 3,", "another day,");
    std::fs::write(folder.path().join("out.jsonl.part"), marked).expect("can be written");
    let output = run(folder.path(), &[".", "-o", "out.jsonl", "--resume"]);
    assert!(stderr(&output).contains("40 of them kept"), "{}", stderr(&output));
    assert!(std::fs::read_to_string(&out).expect("is there").contains("another day,"));
}

#[test]
fn a_whole_output_is_left_alone() {
    let folder = articles(3);
    std::fs::write(folder.path().join("out.jsonl"), "mine").expect("can be written");
    let output = run(folder.path(), &[".", "-o", "out.jsonl", "--resume"]);
    assert_eq!(status(&output), 0);
    assert!(stderr(&output).contains("whole already"));
    assert_eq!(std::fs::read_to_string(folder.path().join("out.jsonl")).expect("is there"), "mine");
}

#[test]
fn an_output_of_other_articles_is_refused() {
    let folder = articles(5);
    std::fs::write(folder.path().join("out.jsonl.part"), "{\"id\":\"other.txt\"}\n").expect("can be written");
    fails(&run(folder.path(), &[".", "-o", "out.jsonl", "--resume"]), 1, &["start again without --resume"]);
    std::fs::write(folder.path().join("out.jsonl.part"), "{damaged\n").expect("can be written");
    fails(&run(folder.path(), &[".", "-o", "out.jsonl", "--resume"]), 1, &["damaged"]);
}

#[test]
fn lines_are_gone_on_with_too() {
    let mut lines: Vec<String> =
        (0..30).map(|id| serde_json::json!({"id": id % 3, "text": ARTICLE}).to_string()).collect();
    lines[4] = "bad".to_owned();
    let folder = folder(&[("in.jsonl", (lines.join("\n") + "\n").as_bytes())]);
    let arguments = ["--from", "jsonl", "in.jsonl", "-o", "out.jsonl", "--resume"];
    assert_eq!(status(&run(folder.path(), &arguments)), 1);
    let out = folder.path().join("out.jsonl");
    let expected = std::fs::read(&out).expect("is there");
    std::fs::remove_file(&out).expect("can be removed");
    std::fs::write(folder.path().join("out.jsonl.part"), &expected[..expected.len() * 2 / 3]).expect("can be written");
    fails(&run(folder.path(), &arguments), 1, &["in.jsonl, line 5: the line is not a JSON object"]);
    assert!(std::fs::read(&out).expect("is there") == expected);
}

/// The real thing: killed at any moment, over and over.
#[cfg(unix)]
#[test]
fn killed_and_resumed() {
    let folder = articles(400);
    let expected = run(folder.path(), &["."]).stdout;
    let (part, out) = (folder.path().join("out.jsonl.part"), folder.path().join("out.jsonl"));
    for wait in [5, 20, 40, 60] {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_extract"))
            .current_dir(folder.path())
            .args([".", "-o", "out.jsonl", "--resume", "--quiet", "--threads", "1"])
            .spawn()
            .expect("the command runs");
        std::thread::sleep(std::time::Duration::from_millis(wait));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        assert!(part.exists() || out.exists() || wait < 10);
    }
    assert_eq!(status(&run(folder.path(), &[".", "-o", "out.jsonl", "--resume"])), 0);
    assert!(std::fs::read(out).expect("is there") == expected);
}
