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
