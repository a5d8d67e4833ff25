//! Every word list keeps the list format: a head that says what it is for, entries sorted by code point, without
//! repeats, lower case unless the head says `Case counts`, the same number of columns in every row that has all.

use std::path::{Path, PathBuf};

struct List {
    name: String,
    head: String,
    /// Number of the line, and the line.
    entries: Vec<(usize, String)>,
}

fn lists() -> Vec<List> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&root)
        .expect("the lexicon folder is there")
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .flat_map(|folder| std::fs::read_dir(folder.path()).expect("is a folder").flatten().map(|file| file.path()))
        .filter(|file| file.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    files.iter().map(|file| list(&root, file)).collect()
}

fn list(root: &Path, file: &Path) -> List {
    let name = file.strip_prefix(root).expect("is inside").display().to_string();
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(!text.contains('\r') && text.ends_with('\n'), "{name}: line ends are \\n, at the end too");
    let is_head = |line: &str| line == "#" || line.starts_with("# ");
    let head: Vec<&str> = text.lines().take_while(|line| is_head(line)).collect();
    let rest = text.lines().enumerate().skip(head.len());
    let entries = rest.map(|(at, line)| (at + 1, line.to_owned())).collect();
    List { name, head: head.join("\n"), entries }
}

#[test]
fn every_list_has_a_head() {
    for list in lists() {
        assert!(list.head.len() > 20, "{}: the head says what the list is for, and what to keep out", list.name);
    }
}

#[test]
fn entries_are_sorted_and_unique() {
    for list in lists() {
        let kept = |line: &&(usize, String)| !line.1.starts_with("# ") && line.1 != "#" && !line.1.is_empty();
        let entries: Vec<_> = list.entries.iter().filter(kept).collect();
        for (before, line) in entries.iter().zip(entries.iter().skip(1)) {
            assert!(before.1 != line.1, "{}:{}: {:?} stands twice", list.name, line.0, line.1);
            assert!(before.1 < line.1, "{}:{}: {:?} stands behind {:?}", list.name, line.0, line.1, before.1);
        }
    }
}

#[test]
fn entries_are_lower_case_unless_case_counts() {
    for list in lists().into_iter().filter(|list| !list.head.contains("Case counts")) {
        for (number, line) in list.entries {
            // The first column is what is looked up; the others may hold names of classes and printed forms.
            let first = line.split(" | ").next().unwrap_or_default();
            assert!(line.starts_with('#') || first == first.to_lowercase(), "{}:{number}: {line:?}", list.name);
        }
    }
}

#[test]
fn entries_are_clean() {
    for list in lists() {
        for (number, line) in list.entries {
            let place = || format!("{}:{number}: {line:?}", list.name);
            assert!(line == line.trim() && !line.contains('\t') && !line.contains("  "), "{}: white space", place());
            assert!(!line.starts_with('|') && !line.ends_with(" |"), "{}: an empty column at an end", place());
        }
    }
}
