//! Input that is no article, or no text, or not there: a message that names it and says why, and all else is read.

use std::io::Write;

use super::*;

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_read() {
    let folder = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("b_empty.txt", b""),
        ("c_blank.txt", b" \r\n\t\n"),
        ("d_zeros.txt", &[0; 100]),
        ("e_picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0"),
        ("z.txt", ARTICLE.as_bytes()),
    ]);
    let output = run(folder.path(), &["."]);
    assert_eq!(ids(&stdout(&output)), ["a.txt", "z.txt"]);
    let said =
        ["b_empty.txt: the input is empty", "c_blank.txt: the input is empty", "d_zeros.txt: the input is not text"];
    fails(&output, 1, &said);
    fails(&output, 1, &["e_picture.txt: the input is not text", "6 articles", "4 could not be read"]);
}

#[test]
fn a_missing_file_among_good_ones() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("b.txt", ARTICLE.as_bytes())]);
    let output = run(folder.path(), &["a.txt", "nowhere.txt", "b.txt", "--quiet"]);
    assert_eq!(ids(&stdout(&output)), ["a.txt", "b.txt"]);
    fails(&output, 1, &["nowhere.txt: No such file"]);
    assert_eq!(stderr(&output).lines().count(), 1);
}

#[test]
fn a_folder_without_articles() {
    let folder = folder(&[("notes.md", b"x"), ("sub/notes.md", b"x")]);
    let output = run(folder.path(), &["sub"]);
    assert_eq!(stdout(&output), "");
    fails(&output, 1, &["sub: no articles in this folder", "*.txt"]);
}

#[test]
fn encodings_are_understood() {
    let wide: Vec<u8> = ARTICLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xFE, 0xFF].into_iter().chain(ARTICLE.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let with_mark = [b"\xEF\xBB\xBF", ARTICLE.as_bytes()].concat();
    let expected = stdout(&extract().write_stdin(ARTICLE).output().expect("runs"));
    for bytes in [wide, marked, with_mark] {
        assert_eq!(stdout(&extract().write_stdin(bytes).output().expect("runs")), expected);
    }
    let broken = [ARTICLE.as_bytes(), "Die Fähre fährt übers schöne Meer \u{fffd}".as_bytes(), b"\xFF."].concat();
    let record = stdout(&extract().write_stdin(broken).output().expect("runs"));
    assert!(record.contains("replaced_characters"), "{record}");
}

#[test]
fn a_closed_pipe_is_a_calm_success() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let folder = articles(400);
    let mut child = Command::new(env!("CARGO_BIN_EXE_extract"))
        .arg(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut first = [0; 1];
    child.stdout.take().expect("is piped").read_exact(&mut first).expect("something comes");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}

#[test]
fn an_output_that_cannot_be_written() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("sub/b.txt", b"x")]);
    fails(
        &run(folder.path(), &["a.txt", "-o", "no/such/folder/out.json"]),
        2,
        &["no/such/folder/out.json", "No such file"],
    );
    fails(&run(folder.path(), &["a.txt", "-o", "sub"]), 2, &["cannot write sub", "folder"]);
    #[cfg(target_os = "linux")]
    fails(&run(folder.path(), &["a.txt", "a.txt", "-o", "/dev/full"]), 1, &["No space left"]);
}

#[test]
fn too_large_is_a_named_failure() {
    let bomb = gzip(&vec![b'a'; 1 << 22]);
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("b.txt", &[b'x'; 5000]), ("bomb.txt.gz", &bomb)]);
    let output = run(folder.path(), &[".", "--max-bytes", "4K"]);
    assert_eq!(ids(&stdout(&output)), ["a.txt"]);
    fails(&output, 1, &["b.txt: more than 4096 bytes", "bomb.txt.gz: more than 4096 bytes", "--max-bytes"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_that_never_ends() {
    let endless = std::fs::File::open("/dev/zero").expect("is there");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_extract"));
    let output = command.args(["--max-bytes", "1M"]).stdin(endless).output().expect("the command runs");
    fails(&output, 1, &["standard input: more than 1048576 bytes"]);
}

/// A line of 1 GB is an error line; the next one is read.
#[test]
fn a_line_that_hardly_ends() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_extract"));
    command.args(["--from", "jsonl", "--keep-going", "--quiet"]);
    let piped = std::process::Stdio::piped;
    let mut filter = command.stdin(piped()).stdout(piped()).spawn().expect("the command runs");
    let mut input = filter.stdin.take().expect("is piped");
    let writer = std::thread::spawn(move || {
        let piece = vec![b'a'; 1_000_000];
        (0..1_000).for_each(|_| input.write_all(&piece).expect("is read to its end"));
        input.write_all(b"\n{\"id\": \"b\", \"text\": \"Ferry back\"}\n").expect("is read to its end");
    });
    let output = filter.wait_with_output().expect("ends");
    writer.join().expect("wrote all");
    let lines = stdout(&output);
    assert!(output.status.success() && lines.lines().count() == 2, "{lines}");
    assert!(lines.starts_with(r#"{"id":null,"error":{"code":"too_large""#), "{lines}");
    assert!(lines.contains(r#""id":"b""#), "{lines}");
}

#[test]
fn compressed_articles_and_damaged_ones() {
    let packed = gzip(ARTICLE.as_bytes());
    let torn = packed.get(..packed.len() - 12).expect("is longer");
    let zstd = zstd::encode_all(ARTICLE.as_bytes(), 1).expect("is packed");
    let folder = folder(&[("a.txt.gz", &packed), ("b.txt.zst", &zstd), ("torn.txt.gz", torn)]);
    let output = run(folder.path(), &["."]);
    assert_eq!(ids(&stdout(&output)), ["a.txt.gz", "b.txt.zst"]);
    fails(&output, 1, &["torn.txt.gz: "]);
}

#[cfg(unix)]
#[test]
fn loops_pipes_and_closed_folders() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("sub/b.txt", ARTICLE.as_bytes()), ("shut/c.txt", b"x")]);
    symlink(folder.path(), folder.path().join("sub/up")).expect("a link can be made");
    symlink("nowhere", folder.path().join("dangling.txt")).expect("a link can be made");
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe.txt")).status();
    let shut = folder.path().join("shut");
    std::fs::set_permissions(&shut, PermissionsExt::from_mode(0o000)).expect("can be shut");
    let is_shut = std::fs::read_dir(&shut).is_err();
    let output = run(folder.path(), &["."]);
    std::fs::set_permissions(&shut, PermissionsExt::from_mode(0o755)).expect("can be opened");
    assert!(ids(&stdout(&output)).starts_with(&["a.txt".to_owned()]));
    assert!(ids(&stdout(&output)).contains(&"sub/b.txt".to_owned()));
    fails(&output, 1, &["sub/up: a link back to", "dangling.txt: "]);
    if made.is_ok_and(|status| status.success()) {
        fails(&output, 1, &["pipe.txt: a pipe, socket or device"]);
    }
    // Whoever may read everything is not kept out.
    if is_shut {
        fails(&output, 1, &["shut: "]);
    }
}

/// Files are opened when their turn comes: the first article is a pipe that waits until the others have changed.
#[cfg(unix)]
#[test]
fn files_that_change_or_go_while_others_are_read() {
    use std::process::{Command, Stdio};
    let folder = folder(&[("b.txt", b"x"), ("c.txt", ARTICLE.as_bytes()), ("d.txt", ARTICLE.as_bytes())]);
    let pipe = folder.path().join("a.txt");
    if !Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
        return;
    }
    let child = Command::new(env!("CARGO_BIN_EXE_extract"))
        .args(["--threads", "1", "a.txt", "b.txt", "c.txt", "d.txt"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    // Opening waits until the command has the other end.
    let mut writer = std::fs::OpenOptions::new().write(true).open(&pipe).expect("is read");
    std::fs::write(folder.path().join("b.txt"), ARTICLE).expect("can be written");
    std::fs::write(folder.path().join("c.txt"), &ARTICLE[..40]).expect("can be written");
    std::fs::remove_file(folder.path().join("d.txt")).expect("can be removed");
    std::io::Write::write_all(&mut writer, ARTICLE.as_bytes()).expect("is read");
    drop(writer);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(ids(&stdout(&output)), ["a.txt", "b.txt", "c.txt"]);
    let found = records(&stdout(&output));
    assert_eq!(found[0]["sections"], found[1]["sections"]);
    assert_ne!(found[0]["sections"], found[2]["sections"]);
    fails(&output, 1, &["d.txt: No such file"]);
}
