//! How fast each stage is, and the whole, in bytes of article text a second.
//!
//! Two inputs: the seed, one article of ordinary length, and every invented article one after the other, which shows
//! the conventions of many newsrooms.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newscopy::ingest::{Fields, Source, decode, json_line};
use newscopy::{Options, body, extract, layout, statements};

fn texts(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files
        .retain(|file| file.extension().is_some_and(|ending| ending == "txt") && !file.ends_with("known_failures.txt"));
    files.sort();
    files.iter().map(|file| std::fs::read(file).expect("an article can be read")).collect()
}

fn bench(criterion: &mut Criterion, name: &str, inputs: &[Vec<u8>]) {
    let sources: Vec<Source> = inputs.iter().map(|bytes| decode(bytes, None).expect("is text")).collect();
    let lines: Vec<String> =
        sources.iter().map(|source| serde_json::json!({"id": "a", "text": source.text}).to_string()).collect();
    let pages: Vec<_> = sources.iter().map(|source| layout::read(&source.text, &layout::Hints::default())).collect();
    let bodies: Vec<_> = pages.iter().map(body::build).collect();
    let records: Vec<_> = sources.iter().map(|source| extract(source, &Options::default())).collect();
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(inputs.iter().map(|bytes| bytes.len() as u64).sum()));
    group.bench_function("decode", |b| b.iter(|| inputs.iter().for_each(|bytes| drop(black_box(decode(bytes, None))))));
    group.bench_function("json in", |b| {
        b.iter(|| lines.iter().for_each(|line| drop(black_box(json_line(line.as_bytes(), &Fields::default())))))
    });
    group.bench_function("layout", |b| {
        let hints = layout::Hints::default();
        b.iter(|| sources.iter().for_each(|source| drop(black_box(layout::read(&source.text, &hints)))))
    });
    group.bench_function("body", |b| b.iter(|| pages.iter().for_each(|page| drop(black_box(body::build(page))))));
    group.bench_function("statements", |b| {
        b.iter(|| pages.iter().zip(&bodies).for_each(|(page, body)| drop(black_box(statements::read(page, body)))))
    });
    group.bench_function("json out", |b| {
        b.iter(|| records.iter().for_each(|record| drop(black_box(serde_json::to_vec(record)))))
    });
    group.bench_function("whole", |b| {
        b.iter(|| {
            for line in &lines {
                let source = json_line(line.as_bytes(), &Fields::default()).source.expect("is text");
                drop(black_box(serde_json::to_vec(&extract(&source, &Options::default()))));
            }
        })
    });
    group.finish();
}

fn seed(criterion: &mut Criterion) {
    bench(criterion, "seed", &texts("seeds"));
}

fn fixtures(criterion: &mut Criterion) {
    bench(criterion, "fixtures", &texts("fixtures/articles"));
}

/// The command from its start to its end: for its version, where nothing is read, and for one article.
fn start(criterion: &mut Criterion) {
    let article = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/000_43dededddda231e6.txt");
    // There is none in a library without its command.
    let Some(binary) = option_env!("CARGO_BIN_EXE_extract") else { return };
    let mut group = criterion.benchmark_group("start");
    for (name, argument) in [("version", Path::new("--version")), ("one article", article.as_path())] {
        group.bench_function(name, |b| {
            b.iter(|| {
                let mut command = Command::new(binary);
                command.arg(argument).stdout(Stdio::null()).status().expect("the command runs")
            })
        });
    }
    group.finish();
}

criterion_group!(benches, seed, fixtures, start);
criterion_main!(benches);
