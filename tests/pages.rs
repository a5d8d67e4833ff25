//! Invented pages in many newsrooms' conventions, with a role written before every line: `fixtures/pages`.
//!
//! A page has a head (`lang: en` …), a line `----`, and then `tag|line` for every line; `tag+` goes on the line above, a blank line is
//! blank. `read` holds those that rules may be written from, `kept` those that nobody reads while writing rules: what is gained
//! on the first and not on the second is no convention. Counted is the share of lines with the right role.

use std::path::Path;

use newscopy::layout::{Hints, Role, read};

/// The tag and the text of every line of a page.
fn rows(page: &str) -> Vec<(&str, &str)> {
    let (_, body) = page.split_once("\n----\n").expect("a page has a head");
    body.lines().map(|line| line.split_once('|').unwrap_or(("", ""))).collect()
}

/// What a role is called in the pages; a credit and its caption count as one.
fn tag(role: Role) -> &'static str {
    match role {
        Role::Kicker => "kicker",
        Role::Headline => "headline",
        Role::Dek => "dek",
        Role::Byline => "byline",
        Role::Published | Role::Updated => "stamp",
        Role::Caption | Role::Credit => "caption",
        Role::Heading => "heading",
        Role::Paragraph | Role::Dateline => "para",
        Role::PullQuote => "pull",
        Role::Note(_) => "note",
        Role::Furniture(_) => "furn",
    }
}

/// How many lines of a page have the right role, and how many it has.
fn right(page: &str) -> (usize, usize) {
    let rows = rows(page);
    let text: String = rows.iter().map(|(_, line)| format!("{line}\n")).collect();
    let blocks = read(&text, &Hints::default()).blocks;
    let (mut start, mut hits, mut all) = (0, 0, 0);
    for (wanted, line) in rows {
        let end = start + line.len();
        if !wanted.is_empty() {
            let wanted = match wanted.trim_end_matches('+') {
                "credit" => "caption",
                "alt" => "furn",
                other => other,
            };
            let found = blocks.iter().rfind(|block| block.span.start < end && block.span.end > start);
            hits += usize::from(found.is_some_and(|block| tag(block.role) == wanted));
            all += 1;
        }
        start = end + 1;
    }
    (hits, all)
}

/// Of ten thousand lines of a folder so many have the right role.
fn share(folder: &str) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pages").join(folder);
    let entries = std::fs::read_dir(folder).expect("is there");
    let paths = entries.map(|entry| entry.expect("is readable").path());
    let counts = paths.map(|path| right(&std::fs::read_to_string(path).expect("is text")));
    let (hits, all) = counts.fold((0, 0), |sum, page| (sum.0 + page.0, sum.1 + page.1));
    assert!(all > 1000, "{all} lines");
    hits * 10_000 / all
}

#[test]
fn roles_of_pages_that_rules_are_written_from() {
    let share = share("read");
    assert!(share >= 8_760, "{share} of 10,000");
}

#[test]
fn roles_of_pages_that_are_kept_apart() {
    let share = share("kept");
    assert!(share >= 8_625, "{share} of 10,000");
}

#[test]
fn a_wrong_role_counts() {
    let page = |tag: &str| format!("lang: en\n----\n{tag}|Ferry back\n\npara|“It is back,” said Ann Lee. “At last.”\n");
    assert_eq!(right(&page("headline")), (2, 2));
    assert_eq!(right(&page("furn")), (1, 2));
}
