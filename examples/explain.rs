//! Prints why the statements of an article are what they are: `cargo run --example explain -- FILE`.

use std::io::{Write, stdout};

fn main() -> std::io::Result<()> {
    let file = std::env::args().nth(1).expect("a file");
    let source = newscopy::ingest::decode(&std::fs::read(file)?, None).expect("text");
    let layout = newscopy::layout::read(&source.text, &newscopy::layout::Hints::default());
    let body = newscopy::body::build(&layout);
    let passages = newscopy::statements::passages(&layout, &body);
    let text = newscopy::statements::explain(&passages, layout.language.unwrap_or("en"));
    stdout().write_all(text.as_bytes())
}
