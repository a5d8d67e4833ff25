//! A linear-chain conditional random field whose gold may leave a choice of states for a unit.
//!
//! In: documents with their features and the states that the gold allows. Out: weights. The gradient of a document is
//! what the model expects within the gold's choices less what it expects without them; steps are scaled a feature
//! (Adagrad), weights decay. No randomness but a fixed shuffle.

use std::collections::BTreeSet;

use newscopy::layout::Weights;
use newscopy::layout::states::{KINDS, STATES, allowed, begins, ends};

use crate::gold::Doc;

const STEPS: usize = STATES.len();

/// How to fit.
pub(crate) struct How {
    pub epochs: usize,
    pub decay: f64,
    pub drop: f64,
    pub rate: f64,
    /// At how many publishers a feature must be seen to count, and a joint one.
    pub least: [usize; 2],
    /// How many fits, each in its own order, are taken the mean of.
    pub seeds: u64,
}

/// Chance that is the same every time.
pub(crate) struct Dice(pub u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32
    }

    pub(crate) fn falls(&mut self, share: f64) -> bool {
        share > 0.0 && f64::from(self.roll()) < share * f64::from(1u32 << 31)
    }
}

#[derive(Clone)]
pub(crate) struct Model {
    features: Vec<[f32; KINDS]>,
    seen: Vec<[f32; KINDS]>,
    steps: Vec<f64>,
    seen_steps: Vec<f64>,
}

/// Steps from state to state, then first, then last.
const EXTRA: usize = STEPS * STEPS + 2 * STEPS;

/// What is expected of a document: for each unit the share of each kind, and of all steps.
struct Expected {
    kinds: Vec<[f64; KINDS]>,
    steps: Vec<f64>,
}

impl Model {
    /// The mean of several fits.
    pub(crate) fn mean(models: Vec<Self>) -> Self {
        let count = models.len() as f64;
        let mut models = models.into_iter();
        let mut mean = models.next().unwrap();
        models.for_each(|model| mean.add(&model));
        mean.scale(1.0 / count);
        mean
    }

    /// Fits once, in an order of its own.
    pub(crate) fn fit(docs: &[&Doc], how: &How, seed: u64) -> Self {
        let known = known(docs, how.least);
        let count = newscopy::layout::features::count();
        let mut model = Self {
            features: vec![[0.0; KINDS]; count],
            seen: vec![[0.01; KINDS]; count],
            steps: vec![0.0; EXTRA],
            seen_steps: vec![0.01; EXTRA],
        };
        let mut order: Vec<usize> = (0..docs.len()).collect();
        let mut dice = Dice(seed);
        let mut sum: Option<Self> = None;
        for epoch in 0..how.epochs {
            for at in (1..order.len()).rev() {
                order.swap(at, dice.roll() as usize % (at + 1));
            }
            for at in &order {
                model.learn(docs[*at], how, &known, &mut dice);
            }
            // The mean of the later passes is steadier than the last.
            if epoch * 2 >= how.epochs {
                match &mut sum {
                    Some(sum) => sum.add(&model),
                    None => sum = Some(model.clone()),
                }
            }
        }
        let mut mean = sum.unwrap_or(model);
        mean.scale(1.0 / (how.epochs - how.epochs.div_ceil(2)).max(1) as f64);
        mean
    }

    fn add(&mut self, other: &Self) {
        for (row, more) in self.features.iter_mut().zip(&other.features) {
            row.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        }
        self.steps.iter_mut().zip(&other.steps).for_each(|(sum, more)| *sum += more);
    }

    fn scale(&mut self, by: f64) {
        self.features.iter_mut().flatten().for_each(|weight| *weight *= by as f32);
        self.steps.iter_mut().for_each(|weight| *weight *= by);
    }

    fn learn(&mut self, doc: &Doc, how: &How, known: &[bool], dice: &mut Dice) {
        // Features are left out by lot, so that no weight may lean on another (dropout).
        let units: Vec<Vec<u32>> = doc
            .view
            .fired
            .units()
            .map(|fired| fired.iter().copied().filter(|at| known[*at as usize] && !dice.falls(how.drop)).collect())
            .collect();
        let kept = (1.0 - how.drop) as f32;
        let adds: Vec<[f64; KINDS]> =
            units.iter().map(|fired| self.adds(fired).map(|sum| sum / f64::from(kept))).collect();
        if adds.is_empty() {
            return;
        }
        let chain = self.chain();
        let Some(gold) = expect(&adds, &chain, Some(doc)) else { return };
        let Some(free) = expect(&adds, &chain, None) else { return };
        for (fired, (gold, free)) in units.iter().zip(gold.kinds.iter().zip(&free.kinds)) {
            let mut slope = [0f32; KINDS];
            let mut any = 0f32;
            for kind in 0..KINDS {
                slope[kind] = ((gold[kind] - free[kind]) * doc.weight) as f32;
                any = any.max(slope[kind].abs());
            }
            if any < 1e-3 {
                continue;
            }
            for feature in fired {
                let (row, seen) = (&mut self.features[*feature as usize], &mut self.seen[*feature as usize]);
                for kind in 0..KINDS {
                    seen[kind] += slope[kind] * slope[kind];
                    row[kind] += how.rate as f32 * (slope[kind] - how.decay as f32 * row[kind]) / seen[kind].sqrt();
                }
            }
        }
        for at in 0..EXTRA {
            let slope = (gold.steps[at] - free.steps[at]) * doc.weight;
            if slope.abs() > 1e-4 {
                self.seen_steps[at] += slope * slope;
                self.steps[at] += how.rate * (slope - how.decay * self.steps[at]) / self.seen_steps[at].sqrt();
            }
        }
    }

    fn adds(&self, fired: &[u32]) -> [f64; KINDS] {
        let mut sums = [0f32; KINDS];
        for feature in fired {
            for (sum, weight) in sums.iter_mut().zip(&self.features[*feature as usize]) {
                *sum += weight;
            }
        }
        sums.map(f64::from)
    }

    /// The steps' factors.
    fn chain(&self) -> Vec<f64> {
        let mut chain: Vec<f64> = self.steps.iter().map(|step| step.exp()).collect();
        for from in 0..STEPS {
            for to in 0..STEPS {
                if !allowed(from, to) {
                    chain[from * STEPS + to] = 0.0;
                }
            }
            if !begins(from) {
                chain[STEPS * STEPS + from] = 0.0;
            }
            if !ends(from) {
                chain[STEPS * STEPS + STEPS + from] = 0.0;
            }
        }
        chain
    }

    /// Whole tenths.
    pub(crate) fn weights(&self) -> Weights {
        let mut weights = Weights::default();
        let tenths = |weight: f64| (weight * 10.0).round() as i32;
        for (row, fitted) in weights.features.to_mut().iter_mut().zip(&self.features) {
            for (cell, weight) in row.iter_mut().zip(fitted) {
                *cell = tenths(f64::from(*weight));
            }
        }
        for from in 0..STEPS {
            for to in 0..STEPS {
                weights.steps[from][to] = tenths(self.steps[from * STEPS + to]);
            }
            weights.first[from] = tenths(self.steps[STEPS * STEPS + from]);
            weights.last[from] = tenths(self.steps[STEPS * STEPS + STEPS + from]);
        }
        weights
    }
}

/// Which features enough publishers' articles show. What one house alone shows is its template, not a convention.
pub(crate) fn known(docs: &[&Doc], least: [usize; 2]) -> Vec<bool> {
    let names = newscopy::layout::features::names();
    let mut seen: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); names.len()];
    for doc in docs {
        for feature in doc.view.fired.units().flatten() {
            let publishers = &mut seen[*feature as usize];
            if publishers.len() < least[0].max(least[1]) {
                publishers.insert(&doc.publisher);
            }
        }
    }
    let enough = |(name, seen): (&String, &BTreeSet<&str>)| seen.len() >= least[usize::from(name.contains(','))];
    names.iter().zip(&seen).map(enough).collect()
}

/// Forward and backward over the document. `None` where no way leads through.
fn expect(adds: &[[f64; KINDS]], chain: &[f64], gold: Option<&Doc>) -> Option<Expected> {
    let length = adds.len();
    let factor = |at: usize| -> [f64; STEPS] {
        let top = adds[at].iter().copied().fold(f64::MIN, f64::max);
        let mut row = [0.0; STEPS];
        for (state, (_, kind)) in STATES.iter().enumerate() {
            let open = gold.is_none_or(|doc| doc.allowed[at] >> state & 1 == 1);
            row[state] = if open { (adds[at][*kind as usize] - top).max(-60.0).exp() } else { 0.0 };
        }
        row
    };
    // A gold headline above the body may not be passed over.
    let skips = |from: usize, to: usize| gold.is_some_and(|doc| doc.headed) && STATES[from].0 == 0 && STATES[to].0 == 3;
    let step = |from: usize, to: usize| if skips(from, to) { 0.0 } else { chain[from * STEPS + to] };
    let rows: Vec<[f64; STEPS]> = (0..length).map(factor).collect();
    let mut ahead = vec![[0.0; STEPS]; length];
    for at in 0..length {
        let mut sum = 0.0;
        for to in 0..STEPS {
            if rows[at][to] == 0.0 {
                continue;
            }
            let before = if at == 0 {
                chain[STEPS * STEPS + to]
            } else {
                (0..STEPS).map(|from| ahead[at - 1][from] * step(from, to)).sum()
            };
            ahead[at][to] = before * rows[at][to];
            sum += ahead[at][to];
        }
        if !(sum > 0.0 && sum.is_finite()) {
            return None;
        }
        ahead[at].iter_mut().for_each(|value| *value /= sum);
    }
    let mut made = Expected { kinds: vec![[0.0; KINDS]; length], steps: vec![0.0; EXTRA] };
    let mut back = [0.0; STEPS];
    back.copy_from_slice(&chain[STEPS * STEPS + STEPS..]);
    for at in (0..length).rev() {
        let total: f64 = (0..STEPS).map(|state| ahead[at][state] * back[state]).sum();
        if !(total > 0.0 && total.is_finite()) {
            return None;
        }
        for state in 0..STEPS {
            let share = ahead[at][state] * back[state] / total;
            made.kinds[at][STATES[state].1 as usize] += share;
            if at == 0 {
                made.steps[STEPS * STEPS + state] += share;
            }
            if at + 1 == length {
                made.steps[STEPS * STEPS + STEPS + state] += share;
            }
        }
        if at == 0 {
            break;
        }
        let mut next = [0.0; STEPS];
        let mut pairs = 0.0;
        let mut shares = Vec::with_capacity(200);
        for from in 0..STEPS {
            for to in 0..STEPS {
                let value = step(from, to) * rows[at][to] * back[to];
                next[from] += value;
                if value * ahead[at - 1][from] > 0.0 {
                    pairs += value * ahead[at - 1][from];
                    shares.push((from * STEPS + to, value * ahead[at - 1][from]));
                }
            }
        }
        for (at, share) in shares {
            made.steps[at] += share / pairs;
        }
        let top = next.iter().copied().fold(f64::MIN, f64::max);
        if top <= 0.0 {
            return None;
        }
        back = next.map(|value| value / top);
    }
    Some(made)
}
