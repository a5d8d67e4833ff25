//! The command.

use std::io::{Read, Write};

fn main() -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    match std::env::args().nth(1) {
        Some(path) => bytes = std::fs::read(path)?,
        None => {
            std::io::stdin().read_to_end(&mut bytes)?;
        }
    }
    let source = newscopy::ingest::decode(&bytes, None)?;
    let record = newscopy::extract(&source, &newscopy::Options::default());
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &record)?;
    writeln!(out)?;
    Ok(())
}
