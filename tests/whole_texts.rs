//! What holds for every record holds for texts that nobody would write: fixtures with lines dropped, doubled, swapped, glued and
//! cut, other line ends, and strings of any characters, right-to-left, combining and without width among them.

mod support;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::{articles, json, properties, record};

/// What is done to an article: each move takes two numbers for where.
#[derive(Clone, Copy, Debug)]
enum Move {
    Drop,
    Double,
    Swap,
    Glue,
    Cut,
    Indent,
    Quote,
    Insert(&'static str),
}

const ODD: [&str; 9] = ["\u{200B}", "\u{202E}", "e\u{301}", "\u{FEFF}", "“", "”", "\u{200D}", "ﷺ", "&nbsp;&#x1F600;"];

fn moves() -> impl Strategy<Value = Vec<(Move, usize, usize)>> {
    let plain = prop::sample::select(vec![
        Move::Drop,
        Move::Double,
        Move::Swap,
        Move::Glue,
        Move::Cut,
        Move::Indent,
        Move::Quote,
    ]);
    let odd = prop::sample::select(ODD.to_vec()).prop_map(Move::Insert);
    prop::collection::vec((prop_oneof![4 => plain, 1 => odd], any::<usize>(), any::<usize>()), 0..12)
}

fn moved(text: &str, moves: &[(Move, usize, usize)], line_end: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (made, first, second) in moves {
        if lines.is_empty() {
            break;
        }
        let (at, other) = (first % lines.len(), second % lines.len());
        match made {
            Move::Drop => drop(lines.remove(at)),
            Move::Double => lines.insert(other, lines[at].clone()),
            Move::Swap => lines.swap(at, other),
            Move::Glue => {
                let next = if at + 1 < lines.len() { lines.remove(at + 1) } else { String::new() };
                lines[at].push_str(&next);
            }
            Move::Cut => {
                let cut = place(&lines[at], *second);
                let rest = lines[at].split_off(cut);
                lines.insert(at + 1, rest);
            }
            Move::Indent => lines[at].insert_str(0, "        "),
            Move::Quote => lines[at].insert(0, '“'),
            Move::Insert(odd) => {
                let place = place(&lines[at], *second);
                lines[at].insert_str(place, odd);
            }
        }
    }
    lines.join(line_end)
}

/// A character border of the line.
fn place(line: &str, number: usize) -> usize {
    let borders: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
    borders[number % borders.len()]
}

/// The same cases every time; `NEWSCOPY_CASES=6000 PROPTEST_RNG_SEED=7` tries more and others.
fn config() -> ProptestConfig {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    ProptestConfig {
        cases: number("NEWSCOPY_CASES").map_or(192, |cases| u32::try_from(cases).unwrap_or(u32::MAX)),
        rng_seed: RngSeed::Fixed(number("PROPTEST_RNG_SEED").unwrap_or(1)),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn articles_out_of_shape(number in any::<usize>(), moves in moves(), line_end in prop::sample::select(vec!["\n", "\r\n", "\r"])) {
        let articles = articles("fixtures/articles");
        let text = moved(&articles[number % articles.len()].text, &moves, line_end);
        let made = record(&text);
        properties::hold("moved", &text, &made);
        prop_assert_eq!(json(&made), json(&record(&text)));
    }

    #[test]
    fn any_characters(text in "\\PC{0,80}(\n{1,2}[\\PC\u{5D0}-\u{5EA}\u{600}-\u{6FF}\u{300}-\u{36F}\u{200B}-\u{200F}\"“”‘’«»:.,]{0,120}){0,12}") {
        let made = record(&text);
        properties::hold("any", &text, &made);
        prop_assert_eq!(json(&made), json(&record(&text)));
    }
}

/// Ten times the text takes about ten times as long: each shape at two sizes, best of three, with room for a noisy machine.
/// A quadratic step would take a hundred times as long.
#[test]
fn time_grows_with_the_text() {
    type Shape = (&'static str, fn(usize) -> String);
    let shapes: [Shape; 13] = [
        ("one long line", |size| "word ".repeat(size / 5)),
        ("blank lines", |size| "\n".repeat(size)),
        ("short lines, all the same", |size| "Read more\n".repeat(size / 10)),
        ("short lines, all different", |size| (0..size / 10).map(|number| format!("Item {number}\n")).collect()),
        ("opening marks", |size| "“‘(\"[".repeat(size / 11)),
        ("cues without end", |size| "he said that Ann Lee told him, ".repeat(size / 31)),
        ("cues without end in German", |size| {
            "warnte die Stadt, ohne den Rat zu nennen, und sagte er, ".repeat(size / 56)
        }),
        ("an office without end in German", |size| {
            "Bürgermeister Jens Lund sagte, es sei spät. Der Fahrer sagte, es sei früh. ".repeat(size / 76)
        }),
        ("names on every line", |size| {
            (0..size / 60).map(|n| format!("“It is so,” Ann Lee{n} said. She told Bo Ray it was.\n\n")).collect()
        }),
        ("paragraphs run together", |size| {
            "The Ferry And The HarbourThe crew left two hours late, the mayor of the old town said.".repeat(size / 86)
        }),
        ("text cut at its links", |size| "Auch bei\nAda Brook\n, die „am Kai“\nstand, und der".repeat(size / 46)),
        ("fields without end", |size| {
            (0..size / 60)
                .map(|n| format!("Length: {n}\nLoad-Date: x\nByline: Ann Lee{n}\nLanguage: en\nGraphic: it\n"))
                .collect()
        }),
        ("a name on every line", |size| "By\nAnna Brook\n\nPeter Dorn\n".repeat(size / 26)),
    ];
    for (name, make) in shapes {
        let time = |size: usize| {
            let text = make(size);
            let run = || {
                let start = std::time::Instant::now();
                record(&text);
                start.elapsed()
            };
            (0..3).map(|_| run()).min().unwrap_or_default().as_secs_f64()
        };
        let (small, large) = (time(60_000), time(600_000));
        assert!(large < 40.0 * small.max(0.002), "{name}: {small:.4} s, and {large:.4} s for ten times the text");
    }
}
