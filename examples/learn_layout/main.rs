//! Fits the weights of the role model from annotated articles.
//!
//! ```text
//! cargo run --release --example learn_layout -- STRUCTURE RECORDS… --plain ARTICLES --epochs 6 --decay 3e-3 --drop 0.65 \
//!     --rate 0.15 --least 3 --least-joint 3 --mixed 1 --seeds 6 --out src/layout/weights.tsv
//! cargo run --release --example learn_layout -- … --folds 5 --predictions cv.jsonl
//! cargo run --release --example learn_layout -- … --show NAME [--weights TABLE]
//! ```
//!
//! STRUCTURE is a folder of `<name>.gold.json` with `<name>.<rendering>.txt` beside each; RECORDS are folders of
//! `<name>.gold.json` with `<name>.txt` (kicker, notes, pull quotes); `--plain` one of articles that are body alone.
//!
//! The first form is how the shipped table is made. With `--predictions` every publisher's articles are read once with
//! weights fitted without them (`--folds` parts), and their records written there: the honest figures come from those.
//! `--keep STEM` writes each part's table, `--again STEM` reads those instead of fitting, `--statements` adds statements to
//! the records. `--show` prints each line of the renderings named: what the gold allows, what was chosen, what was seen, and
//! what spoke for a wrong kind.
//!
//! `--mixed N` makes N new pages of each article, set out among other pages' furniture; `--seeds N` is the mean of N fits;
//! `--drop` the share of features left out at each step, `--decay` and `--rate` are the optimiser's, `--least` and
//! `--least-joint` how many publishers must show a feature, `--bias KIND=TENTHS` adds to a kind. The same input gives the
//! same table.

#![allow(clippy::print_stderr, clippy::unwrap_used)] // a tool for us: it says what it does, and stops where it cannot

mod confusion;
mod crf;
mod gold;
mod lists;
mod marks;
mod mix;
mod rank;

use std::io::Write as _;
use std::path::PathBuf;

use newscopy::layout::states::{KIND_NAMES, STATES};
use newscopy::layout::{Decoder, Hints, Weights, read_with};
use newscopy::record::{Parts, assemble};

use crf::{How, Model};
use gold::Doc;

struct Args {
    structure: PathBuf,
    records: Vec<PathBuf>,
    plain: Option<PathBuf>,
    folds: usize,
    how: How,
    predictions: Option<PathBuf>,
    out: Option<PathBuf>,
    statements: bool,
    show: Option<String>,
    mixed: usize,
    bias: Vec<(usize, i32)>,
    keep: Option<String>,
    again: Option<String>,
    weights: Option<PathBuf>,
}

fn main() {
    let args = args();
    let mut docs = gold::load(&args.structure, &args.records);
    docs.extend(args.plain.iter().flat_map(|folder| gold::load_plain(folder)));
    eprintln!("{} renderings, {} units", docs.len(), docs.iter().map(|doc| doc.allowed.len()).sum::<usize>());
    if let Some(id) = &args.show {
        let table = args.weights.as_ref().map(|path| std::fs::read_to_string(path).unwrap());
        show(&docs, id, &table.map_or_else(|| Weights::shipped().clone(), |table| Weights::parse(&table)));
        return;
    }
    if let Some(path) = &args.predictions {
        let mut out = std::fs::File::create(path).unwrap();
        let publishers = publishers(&docs);
        let mut confused = confusion::Confusion::default();
        for fold in 0..args.folds {
            let held =
                |doc: &Doc| publishers.iter().position(|name| *name == doc.publisher).unwrap() % args.folds == fold;
            let train: Vec<&Doc> = docs.iter().filter(|doc| !held(doc)).collect();
            let kept = args.again.as_ref().map(|stem| std::fs::read_to_string(format!("{stem}.{fold}.tsv")).unwrap());
            let weights = kept.map_or_else(|| fit(&train, &args), |table| Weights::parse(&table));
            if let Some(stem) = &args.keep {
                std::fs::write(format!("{stem}.{fold}.tsv"), weights.table()).unwrap();
            }
            for doc in docs.iter().filter(|doc| held(doc) && doc.scored) {
                confused.count(doc, &weights);
            }
            for doc in docs.iter().filter(|doc| held(doc) && doc.scored) {
                writeln!(out, "{}", record(doc, &weights, args.statements)).unwrap();
            }
            eprintln!("fold {} of {}", fold + 1, args.folds);
        }
        eprintln!("{}", confused.table());
    }
    if let Some(path) = &args.out {
        let train: Vec<&Doc> = docs.iter().collect();
        std::fs::write(path, fit(&train, &args).table()).unwrap();
    }
}

/// Fits on these, and on new pages made of them: the mean of several fits, each with new pages of its own.
fn fit(docs: &[&Doc], args: &Args) -> Weights {
    let mut new: Vec<Doc> = Vec::new();
    let mut models = Vec::new();
    for seed in 0..args.how.seeds {
        let first = new.len();
        new.extend(mix::mix(docs, args.mixed, 99 + seed));
        let all: Vec<&Doc> = docs.iter().copied().chain(&new[first..]).collect();
        models.push(Model::fit(&all, &args.how, 17 + seed * 1_000_003));
    }
    let mut weights = Model::mean(models).weights();
    let all: Vec<&Doc> = docs.iter().copied().chain(&new).collect();
    rank::fit(&all, &args.how, &mut weights);
    for (kind, tenths) in &args.bias {
        for to in (0..STATES.len()).filter(|to| STATES[*to].1 as usize == *kind) {
            weights.steps.iter_mut().for_each(|row| row[to] += tenths);
            weights.first[to] += tenths;
        }
    }
    weights
}

/// Prints the units of a rendering: what the gold allows, what the shipped table chooses, what is seen of each.
fn show(docs: &[Doc], id: &str, weights: &Weights) {
    use newscopy::layout::states::name;
    let names = newscopy::layout::features::names();
    for doc in docs.iter().filter(|doc| doc.id.contains(id)) {
        eprintln!("== {}", doc.id);
        let chosen = Decoder::new(weights).states(doc.view.fired.units());
        for (at, fired) in doc.view.fired.units().enumerate() {
            let gold: Vec<String> =
                (0..STATES.len()).filter(|state| doc.allowed[at] >> state & 1 == 1).map(name).collect();
            let gold = if gold.len() > 4 { format!("{} …", gold[..4].join("|")) } else { gold.join("|") };
            let own = |name: &&String| name.starts_with("0.") && !name.contains(',');
            let seen: Vec<&str> =
                fired.iter().map(|feature| &names[*feature as usize]).filter(own).map(|name| &name[2..]).collect();
            let text: String = doc.view.texts[at].chars().take(70).collect();
            if doc.allowed[at] >> chosen[at] & 1 == 0 {
                // What spoke for the wrong kind against the gold's.
                let gold = (0..STATES.len())
                    .find(|state| doc.allowed[at] >> state & 1 == 1)
                    .map_or(0, |state| STATES[state].1 as usize);
                let chose = STATES[chosen[at]].1 as usize;
                let mut spoke: Vec<(i32, &str)> = fired
                    .iter()
                    .map(|feature| {
                        let row = &weights.features[*feature as usize];
                        (row[chose] - row[gold], names[*feature as usize].as_str())
                    })
                    .filter(|(more, _)| *more != 0)
                    .collect();
                spoke.sort();
                eprintln!("     wrong by {}: {:?}", spoke.iter().map(|(more, _)| more).sum::<i32>(), spoke);
            }
            eprintln!("{at:4} {:14} gold {gold:24} {text}\n        {}", name(chosen[at]), seen.join(" "));
        }
    }
}

/// One record as a JSON line; the article's own id.
fn record(doc: &Doc, weights: &Weights, with_statements: bool) -> String {
    let layout = read_with(&doc.text, &Hints::default(), &Decoder::new(weights));
    let body = newscopy::body::build(&layout);
    let statements = if with_statements {
        newscopy::statements::read(&layout, &body)
    } else {
        newscopy::statements::Statements::default()
    };
    let record = assemble(&Parts {
        id: Some(&doc.id),
        text: &doc.text,
        warnings: &[],
        layout: &layout,
        body: &body,
        statements: &statements,
        published: None,
        blocks: false,
    });
    serde_json::to_string(&record).unwrap()
}

/// Publishers in an order that spreads languages over the folds.
fn publishers(docs: &[Doc]) -> Vec<String> {
    let mut names: Vec<(String, String)> =
        docs.iter().map(|doc| (doc.language.clone(), doc.publisher.clone())).collect();
    names.sort();
    names.dedup();
    let mut kept = Vec::new();
    for (_, name) in names {
        if !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept
}

fn args() -> Args {
    let mut args = Args {
        structure: PathBuf::new(),
        records: Vec::new(),
        plain: None,
        folds: 6,
        how: How { epochs: 12, decay: 1e-3, drop: 0.3, rate: 0.2, least: [1, 1], seeds: 1 },
        predictions: None,
        out: None,
        statements: false,
        show: None,
        mixed: 0,
        bias: Vec::new(),
        keep: None,
        again: None,
        weights: None,
    };
    let mut given = std::env::args().skip(1);
    while let Some(arg) = given.next() {
        match arg.as_str() {
            "--folds" => args.folds = given.next().unwrap().parse().unwrap(),
            "--epochs" => args.how.epochs = given.next().unwrap().parse().unwrap(),
            "--decay" => args.how.decay = given.next().unwrap().parse().unwrap(),
            "--drop" => args.how.drop = given.next().unwrap().parse().unwrap(),
            "--rate" => args.how.rate = given.next().unwrap().parse().unwrap(),
            "--least" => args.how.least[0] = given.next().unwrap().parse().unwrap(),
            "--least-joint" => args.how.least[1] = given.next().unwrap().parse().unwrap(),
            "--seeds" => args.how.seeds = given.next().unwrap().parse().unwrap(),
            "--mixed" => args.mixed = given.next().unwrap().parse().unwrap(),
            "--keep" => args.keep = given.next(),
            "--again" => args.again = given.next(),
            "--weights" => args.weights = given.next().map(PathBuf::from),
            "--bias" => {
                let given = given.next().unwrap();
                let (kind, tenths) = given.split_once('=').unwrap();
                let kind = KIND_NAMES.iter().position(|name| *name == kind).unwrap();
                args.bias.push((kind, tenths.parse().unwrap()));
            }
            "--predictions" => args.predictions = given.next().map(PathBuf::from),
            "--plain" => args.plain = given.next().map(PathBuf::from),
            "--out" => args.out = given.next().map(PathBuf::from),
            "--show" => args.show = given.next(),
            "--statements" => args.statements = true,
            _ if args.structure.as_os_str().is_empty() => args.structure = arg.into(),
            _ => args.records.push(arg.into()),
        }
    }
    args
}
