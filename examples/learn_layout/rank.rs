//! Which unit of a page is the article's title: one question a page, so a column of its own.
//!
//! In: documents with their gold. Out: the column `title` of the table: a softmax over all units of a page, whose sum of
//! weights should be highest at a unit that the gold calls the headline.

use newscopy::layout::Weights;
use newscopy::layout::model::TITLE;
use newscopy::layout::states::Kind;

use crate::crf::{Dice, How, known};
use crate::gold::Doc;
use crate::marks::bits;

const EPOCHS: usize = 12;
/// How much the answer weighs beside the chain's own, found by cross-validation.
const SCALE: f64 = 4.0;

/// Fits the column.
pub(crate) fn fit(docs: &[&Doc], how: &How, weights: &mut Weights) {
    let count = newscopy::layout::features::count();
    let mut known = known(docs, how.least);
    for (known, name) in known.iter_mut().zip(newscopy::layout::features::names()) {
        *known &= !name.contains(',');
    }
    let headline = bits(&[1], &[Kind::Headline]);
    let headed: Vec<&&Doc> = docs.iter().filter(|doc| doc.headed).collect();
    let (mut row, mut seen, mut mean) = (vec![0f64; count], vec![0.01f64; count], vec![0f64; count]);
    let mut dice = Dice(41);
    let mut order: Vec<usize> = (0..headed.len()).collect();
    for epoch in 0..EPOCHS {
        for at in (1..order.len()).rev() {
            order.swap(at, dice.roll() as usize % (at + 1));
        }
        for at in &order {
            let doc = headed[*at];
            let units: Vec<Vec<u32>> = doc
                .view
                .fired
                .units()
                .map(|fired| fired.iter().copied().filter(|at| known[*at as usize] && !dice.falls(how.drop)).collect())
                .collect();
            let kept = 1.0 - how.drop;
            let sums: Vec<f64> =
                units.iter().map(|fired| fired.iter().map(|at| row[*at as usize]).sum::<f64>() / kept).collect();
            let gold: Vec<bool> = doc.allowed.iter().map(|set| set & headline != 0).collect();
            let top = sums.iter().copied().fold(f64::MIN, f64::max);
            let shares: Vec<f64> = sums.iter().map(|sum| (sum - top).max(-60.0).exp()).collect();
            let all: f64 = shares.iter().sum();
            let right: f64 = shares.iter().zip(&gold).filter(|(_, gold)| **gold).map(|(share, _)| share).sum();
            if right <= 0.0 {
                continue;
            }
            for ((fired, share), gold) in units.iter().zip(&shares).zip(&gold) {
                let slope = (if *gold { share / right } else { 0.0 } - share / all) * doc.weight;
                if slope.abs() < 1e-3 {
                    continue;
                }
                for feature in fired {
                    let at = *feature as usize;
                    seen[at] += slope * slope;
                    row[at] += how.rate * (slope - how.decay * row[at]) / seen[at].sqrt();
                }
            }
        }
        if epoch * 2 >= EPOCHS {
            mean.iter_mut().zip(&row).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let passes = EPOCHS - EPOCHS.div_ceil(2);
    for (cells, sum) in weights.features.to_mut().iter_mut().zip(&mean) {
        cells[TITLE] = (sum / passes as f64 * 10.0 * SCALE).round() as i32;
    }
}
