//! A file uses its own folder and lower layers only.

use std::path::{Path, PathBuf};

/// The layers, lowest first, in the order of the crate docs.
const LAYERS: [&str; 11] =
    ["text", "warnings", "lexicon", "ingest", "fields", "layout", "body", "statements", "record", "dump", "pipeline"];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|name| *name == module)
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a source folder").flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The modules that a file names after `crate::`, in lists with braces too; its tests and comments do not count.
fn used(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = lines.map(|line| format!("{line}\n")).collect();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let names = match rest.strip_prefix('{') {
            Some(list) => heads(list),
            None => vec![rest],
        };
        for name in names {
            let end = name.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(name.len());
            found.push(name[..end].to_owned());
        }
    }
    found
}

/// The first word of each entry of a list in braces.
fn heads(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(list[start..at].trim());
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

#[test]
fn a_file_uses_its_own_folder_and_lower_layers() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&source, &mut all);
    let mut wrong = Vec::new();
    for file in all {
        let inside = file.strip_prefix(&source).expect("is inside");
        let module = inside.iter().next().and_then(|name| name.to_str()).expect("has a name").trim_end_matches(".rs");
        if matches!(module, "bin" | "lib") || inside.ends_with("build.rs") {
            continue;
        }
        let own = layer(module).unwrap_or_else(|| panic!("{module} is in no layer"));
        for name in used(&std::fs::read_to_string(&file).expect("is read")) {
            if name != module && layer(&name).is_none_or(|other| other >= own) {
                wrong.push(format!("{} (layer {own}) uses {name} (layer {:?})", inside.display(), layer(&name)));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn paths_are_found() {
    let code = "use crate::text::{Span, chars};\nuse crate::{body, layout::{self, Role}};\n// crate::no\nfn f(a: crate::fields::Date) {}\n#[cfg(test)]\nuse crate::record;";
    assert_eq!(used(code), ["text", "body", "layout", "fields"]);
}
