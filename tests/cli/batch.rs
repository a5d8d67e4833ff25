//! Folders and files of many articles.

use super::*;

#[test]
fn articles_come_in_the_order_of_their_paths() {
    let text = ARTICLE.as_bytes();
    let folder = folder(&[
        ("b.txt", text),
        ("a/z.txt", text),
        ("a/.hidden.txt", text),
        (".dir/x.txt", text),
        ("a.txt", text),
        ("a/notes.md", text),
        (".gitignore", b"*.txt"),
    ]);
    let output = run(folder.path(), &["."]);
    assert_eq!(status(&output), 0);
    assert_eq!(ids(&stdout(&output)), [".dir/x.txt", "a/.hidden.txt", "a/z.txt", "a.txt", "b.txt"]);
    assert!(stderr(&output).starts_with("extract: 5 articles, "), "{}", stderr(&output));
    let output = run(folder.path(), &[".", "--glob", "*.md", "--glob", "/b.*", "-q"]);
    assert_eq!(
        (ids(&stdout(&output)), stderr(&output)),
        (vec!["a/notes.md".to_owned(), "b.txt".to_owned()], String::new())
    );
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let folder = articles(300);
    let one = run(folder.path(), &[".", "--threads", "1"]);
    let eight = run(folder.path(), &[".", "--threads", "8"]);
    assert_eq!(records(&stdout(&one)).len(), 300);
    assert!(one.stdout == eight.stdout);
    assert!(ids(&stdout(&eight)).is_sorted());
}

#[test]
fn outputs_are_compressed_by_their_name() {
    let folder = articles(20);
    let plain = run(folder.path(), &["."]);
    for name in ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"] {
        assert_eq!(status(&run(folder.path(), &[".", "-o", name])), 0);
    }
    let read = |name| std::fs::read(folder.path().join(name)).expect("is there");
    assert!(read("out.jsonl") == plain.stdout);
    assert!(zstd::decode_all(read("out.jsonl.zst").as_slice()).expect("is whole") == plain.stdout);
    let mut unpacked = Vec::new();
    let gzip = read("out.jsonl.gz");
    std::io::Read::read_to_end(&mut flate2::read::MultiGzDecoder::new(gzip.as_slice()), &mut unpacked)
        .expect("is whole");
    assert!(unpacked == plain.stdout);
}

#[test]
fn many_articles_in_one_file() {
    let file = format!("Document 11 of 12\r\n{ARTICLE}Document 12 of 12\r\n{ARTICLE}");
    let folder = folder(&[("export.txt", file.as_bytes())]);
    let output = run(folder.path(), &["--split", r"^Document (\d+) of \d+$", "export.txt"]);
    assert_eq!(ids(&stdout(&output)), ["export.txt#11", "export.txt#12"]);
    let output = extract().args(["--split", "^Document "]).write_stdin(file).output().expect("runs");
    assert_eq!(ids(&stdout(&output)), ["1", "2"]);
    assert_eq!(records(&stdout(&output))[0]["sections"], records(&stdout(&output))[1]["sections"]);
}

#[test]
fn many_articles_in_one_file_of_utf_16() {
    let file = format!("Document 11 of 12\r\n{ARTICLE}Document 12 of 12\r\n{ARTICLE}");
    let wide: Vec<u8> = file.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xFE, 0xFF].into_iter().chain(file.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let split = ["--split", r"^Document (\d+) of"];
    let expected = stdout(&extract().args(split).write_stdin(file).output().expect("runs"));
    assert_eq!(ids(&expected), ["11", "12"]);
    for bytes in [wide, marked] {
        assert_eq!(stdout(&extract().args(split).write_stdin(bytes).output().expect("runs")), expected);
    }
}

#[test]
fn one_line_at_the_end_and_no_bar_where_nobody_watches() {
    let folder = articles(3);
    let output = run(folder.path(), &["."]);
    let said = stderr(&output);
    assert!(said.starts_with("extract: 3 articles, ") && said.lines().count() == 1, "{said}");
    assert!(!said.contains(['\r', '\u{1b}']), "{said}");
    assert_eq!(stderr(&run(folder.path(), &[".", "--quiet"])), "");
}

/// `script` lends the command a terminal; where there is none the test says nothing.
#[cfg(target_os = "linux")]
#[test]
fn a_bar_on_a_terminal() {
    let folder = articles(300);
    let shown = |more: &str| {
        let command = format!("{} . {more} -o out.jsonl", env!("CARGO_BIN_EXE_extract"));
        let mut script = std::process::Command::new("script");
        let ran = script.args(["-qec", &command, "/dev/null"]).current_dir(folder.path()).output();
        ran.map(|output| stdout(&output)).ok()
    };
    let Some(shown_all) = shown("") else { return };
    assert!(shown_all.contains('\u{1b}') && shown_all.contains("extract: 300 articles, "), "{shown_all:?}");
    assert_eq!(shown("--quiet").as_deref(), Some(""));
}
