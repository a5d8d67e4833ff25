//! Any file of several articles: each line that is no border is in one article, in order, and none is longer than allowed.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use regex::bytes::Regex;

#[path = "../../src/bin/extract/lines.rs"]
#[allow(unreachable_pub)]
mod lines;
use lines::{Articles, Piece};

static BORDER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^=+ ?(\w*)$").expect("is a regex"));

fn articles(file: &[u8], most: u64) -> Vec<Piece> {
    let reader = Box::new(std::io::Cursor::new(file.to_vec()));
    let mut articles = Articles::new(reader, BORDER.clone(), most);
    std::iter::from_fn(|| articles.next().expect("memory can be read")).map(|(_, piece)| piece).collect()
}

fuzz_target!(|input: &[u8]| {
    let Some((most, file)) = input.split_first() else { return };
    let is_border = |line: &&[u8]| {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        BORDER.is_match(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line))
    };
    let rest: Vec<&[u8]> = file.split_inclusive(|byte| *byte == b'\n').filter(|line| !is_border(line)).collect();
    let visible =
        |bytes: &[u8]| -> Vec<u8> { bytes.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect() };
    let whole = |piece: &Piece| match piece {
        Piece::Whole(bytes) => bytes.clone(),
        Piece::TooLong => panic!("nothing is too long here"),
    };
    let all: Vec<u8> = articles(file, u64::MAX / 2).iter().flat_map(whole).collect();
    assert_eq!(visible(&all), visible(&rest.concat()));
    for piece in articles(file, u64::from(*most)) {
        assert!(
            !matches!(piece, Piece::Whole(bytes) if bytes.len() > usize::from(*most) || bytes.trim_ascii().is_empty())
        );
    }
});
