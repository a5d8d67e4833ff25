//! The article printed again in one line, as pages do for a voice that reads it out.
//!
//! In: the units. Out: which of them hold several others word for word, one behind the other, and little else. A paragraph that
//! quotes another is none.

use rustc_hash::FxHashMap;

use crate::layout::split::Unit;

/// Bytes from which a line may be a copy.
const LONG: usize = 1500;
/// Bytes of the shortest unit that is looked for, and how much of its beginning finds it.
const SHORT: usize = 60;
const BEGINNING: usize = 32;
/// How many units a copy holds.
const LEAST: usize = 4;

/// The units that are copies of others.
pub(super) fn find(units: &[Unit]) -> Vec<usize> {
    let long = |at: &usize| units[*at].line.text.text().len() >= LONG;
    let long: Vec<usize> = (0..units.len()).filter(long).collect();
    if long.is_empty() {
        return long;
    }
    let texts = units.iter().map(|unit| unit.line.text.text()).filter(|text| (SHORT..LONG).contains(&text.len()));
    let begun: FxHashMap<&[u8], &str> =
        texts.filter_map(|text| Some((text.as_bytes().get(..BEGINNING)?, text))).collect();
    long.into_iter().filter(|at| is_copy(units[*at].line.text.text(), &begun)).collect()
}

fn is_copy(text: &str, begun: &FxHashMap<&[u8], &str>) -> bool {
    let (mut at, mut held, mut covered) = (0, 0, 0);
    while let Some(rest) = text.as_bytes().get(at..).filter(|rest| rest.len() >= BEGINNING) {
        match rest.get(..BEGINNING).and_then(|beginning| begun.get(beginning)) {
            Some(unit) if rest.starts_with(unit.as_bytes()) => {
                held += 1;
                covered += unit.len();
                at += unit.len();
            }
            // On to the next word.
            _ => at += memchr::memchr(b' ', rest).map_or(rest.len(), |space| space + 1),
        }
        while text.as_bytes().get(at) == Some(&b' ') {
            at += 1;
        }
    }
    held >= LEAST && covered * 2 >= text.len()
}

#[cfg(test)]
mod tests {
    use crate::layout::{Hints, Item, read};

    #[test]
    fn an_article_said_again_in_one_line_is_none() {
        let text = [
            "The ferry left the old harbour two hours late on Monday, the mayor said, because of the fog that came in at dawn. Those on board were given tea and bread, and were told to wait below.",
            "The crew had asked the town for a new engine in the spring, and was told that there was no money left for it. In the autumn it asked again, and got a letter of three lines that nobody signed.",
            "“Nobody told us anything at all,” said Cy Dorn, who sat on the steps with his bags and his dog from six to eight. He missed his train to Old Haven, and with it the last day of the fair.",
            "A second boat was to follow at noon. It lay in the docks of Port Elin until the evening, with a broken pump. What is to become of it will be told next week, when the owners meet.",
            "Nobody has been hurt so far, the harbour office said, but it counts all of those who fall from the wet steps. Last winter there were nine, two of them in a single night of frost.",
            "All of it was said before in the council, by the mayor and by the captain, who asked for more time to answer. They are to speak again in May, at the school, since the hall is being painted.",
            "Tickets that were bought for the late boat stay good until the summer. Whoever wants the fare back has to write to the office, with a copy of the ticket and the number of an account.",
            "Fog comes in on forty days of the year, as the men at the lighthouse have counted. It was worse when they were boys, they say, and went to school by the bell of the old church.",
            "The town has run the line for a hundred years, at a loss in most of them. There are some who would sell it; none of them has said so aloud, nor does anyone know who would buy it.",
        ];
        let page = |last: &str| format!("Ferry leaves late\n\n{}\n\n{last}\n", text.join("\n\n"));
        let paragraphs = |last: &str| {
            let body = read(&page(last), &Hints::default()).body;
            body.iter().filter(|item| matches!(item, Item::Paragraph(_))).count()
        };
        assert_eq!(paragraphs(&text.join(" ")), 9);
        // The near miss: as long, and none of them word for word.
        let turned: Vec<&str> = text.iter().flat_map(|line| line.split(' ').rev()).collect();
        assert_eq!(paragraphs(&turned.join(" ")), 10);
    }
}
