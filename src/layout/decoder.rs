//! Which state each unit is in, for the article as a whole: the sequence of states with the best sum (Viterbi).
//!
//! In: what the features of every unit add to each kind. Out: a state a unit. A linear chain: to what a unit adds comes what
//! each step from one state to the next adds, and the best sum over all units wins; of several with one sum, the one in the
//! earlier states. Linear in the units.
//!
//! Sums are whole numbers kept as floats: of two of these the greater is told in one instruction, several at once. Which state a
//! best sum comes from is looked for afterwards, along the best way alone.

use std::sync::LazyLock;

use super::Role;
use super::model::Rows;
use super::states::{Kind, STATES, allowed, begins, ends};
use super::weights::{COLUMNS, STEPS, Weights};

/// As many columns as states, filled up so that several are added and compared at once.
const WIDE: usize = 32;
/// Less than any sum that can be reached.
const NEVER: f32 = -1e9;
/// What a role that is known adds to its kinds: more than any features.
const KNOWN: f32 = 1e6;

type Row = [f32; WIDE];

/// Weights, laid out for reading.
#[derive(Clone, Debug)]
pub struct Decoder<'a> {
    weights: &'a Weights,
    features: Rows,
    /// From each state, what the step to each other adds; [`NEVER`] where there is none.
    steps: [Row; STEPS],
}

static SHIPPED: LazyLock<Decoder<'static>> = LazyLock::new(|| Decoder::new(Weights::shipped()));

impl<'a> Decoder<'a> {
    /// A decoder over these weights.
    #[must_use]
    pub fn new(weights: &'a Weights) -> Self {
        let mut steps = [[NEVER; WIDE]; STEPS];
        for (from, row) in steps.iter_mut().enumerate() {
            for (to, step) in row.iter_mut().enumerate().filter(|(to, _)| allowed(from, *to)) {
                *step = float(weights.steps[from][to]);
            }
        }
        Self { weights, features: Rows::of(weights), steps }
    }

    /// The decoder over the weights that the library comes with.
    #[must_use]
    pub fn shipped() -> &'static Decoder<'static> {
        &SHIPPED
    }

    /// The best states for units with these features.
    #[must_use]
    pub fn states<'u>(&self, units: impl Iterator<Item = &'u [u32]>) -> Vec<usize> {
        self.states_where(units, &[])
    }

    /// The best states where the roles of some units are known: those roles, wherever the order of an article allows.
    #[must_use]
    pub fn states_where<'u>(&self, units: impl Iterator<Item = &'u [u32]>, known: &[Option<Role>]) -> Vec<usize> {
        let mut all: Vec<Row> = Vec::new();
        let mut known = known.iter().copied().chain(std::iter::repeat(None));
        for adds in self.features.sums(units) {
            let mut sums = match all.last() {
                Some(before) => self.step(before),
                None => self.first(),
            };
            add(&mut sums, &adds, known.next().flatten());
            all.push(sums);
        }
        self.trace(&all)
    }

    fn first(&self) -> Row {
        let first = |state: usize| if begins(state) { float(self.weights.first[state]) } else { NEVER };
        std::array::from_fn(|state| if state < STEPS { first(state) } else { NEVER })
    }

    /// The best sums after one more step.
    fn step(&self, sums: &Row) -> Row {
        let mut all = [NEVER; WIDE];
        for (sum, steps) in sums.iter().zip(&self.steps) {
            for (best, step) in all.iter_mut().zip(steps) {
                let next = sum + step;
                *best = if *best > next { *best } else { next };
            }
        }
        all
    }

    /// The states of the best way, from the last one back.
    fn trace(&self, all: &[Row]) -> Vec<usize> {
        let mut states = vec![0; all.len()];
        let last = |state: usize| if ends(state) { float(self.weights.last[state]) } else { NEVER };
        let mut after: Option<usize> = None;
        for (state, sums) in states.iter_mut().zip(all).rev() {
            *state = best(sums, |state| after.map_or_else(|| last(state), |after| self.steps[state][after]));
            after = Some(*state);
        }
        states
    }
}

/// The state with the best sum and what it adds; of several the first.
fn best(sums: &Row, adds: impl Fn(usize) -> f32) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for (state, sum) in sums.iter().enumerate().take(STEPS) {
        let sum = sum + adds(state);
        if sum > best.1 {
            best = (state, sum);
        }
    }
    best.0
}

/// A weight as a float, which holds all of 16 bits as they are; one beyond them, which no fit makes, bars.
fn float(weight: i32) -> f32 {
    i16::try_from(weight).map_or(NEVER, f32::from)
}

/// The kinds that a role may have.
fn kinds(role: Role) -> &'static [Kind] {
    match role {
        Role::Kicker => &[Kind::Kicker],
        Role::Headline => &[Kind::Headline],
        Role::Dek => &[Kind::Dek],
        Role::Byline => &[Kind::Byline],
        Role::Published | Role::Updated => &[Kind::Stamp],
        Role::Caption | Role::Credit => &[Kind::Caption, Kind::Credit],
        Role::Heading => &[Kind::Heading],
        Role::Paragraph => &[Kind::Paragraph],
        Role::PullQuote => &[Kind::PullQuote, Kind::Attribution],
        Role::Note(_) => &[Kind::Note],
        Role::Dateline | Role::Furniture(_) => &[Kind::Before, Kind::Top, Kind::Inside, Kind::After],
    }
}

/// Adds what a unit adds; the best sum becomes 0, so that sums stay small.
fn add(sums: &mut Row, adds: &[i16; COLUMNS], known: Option<Role>) {
    let mut own = adds.map(f32::from);
    known.map_or(&[][..], kinds).iter().for_each(|kind| own[*kind as usize] += KNOWN);
    for (sum, (_, kind)) in sums.iter_mut().zip(&STATES) {
        *sum += own[*kind as usize];
    }
    let best = sums.iter().fold(NEVER, |best, sum| if *sum > best { *sum } else { best });
    for sum in sums {
        *sum -= best;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::features;

    /// Every step to every state asked, nothing left out.
    fn plainly(weights: &Weights, all: &[[i16; COLUMNS]]) -> Vec<usize> {
        let add = |state: usize, at: usize| i64::from(all[at][STATES[state].1 as usize]);
        let mut sums: Vec<Option<i64>> =
            (0..STEPS).map(|state| begins(state).then(|| i64::from(weights.first[state]) + add(state, 0))).collect();
        let mut back = Vec::new();
        for at in 1..all.len() {
            let best = |to: usize| {
                let steps = (0..STEPS).rev().filter(|from| allowed(*from, to));
                steps
                    .filter_map(|from| Some((sums[from]? + i64::from(weights.steps[from][to]), from)))
                    .max_by_key(|step| step.0)
            };
            let steps: Vec<_> = (0..STEPS).map(best).collect();
            sums = steps.iter().enumerate().map(|(to, step)| step.map(|step| step.0 + add(to, at))).collect();
            back.push(steps);
        }
        let last = (0..STEPS).rev().filter(|state| ends(*state));
        let last = last
            .filter_map(|state| Some((sums[state]? + i64::from(weights.last[state]), state)))
            .max_by_key(|end| end.0);
        let mut states = vec![last.map_or(0, |end| end.1)];
        for steps in back.iter().rev() {
            states.push(states.last().and_then(|state| steps[*state]).map_or(0, |step| step.1));
        }
        states.reverse();
        states
    }

    #[test]
    fn the_best_way_is_the_best_of_all() {
        let weights = Weights::shipped();
        let mut seed = 7_u64;
        let mut next = move |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap_or(0) % below
        };
        for length in (1..40).chain([300]) {
            let mut unit = || (0..next(30)).map(|_| u32::try_from(next(features::count())).unwrap_or(0)).collect();
            let units: Vec<Vec<u32>> = (0..length).map(|_| unit()).collect();
            let all = Rows::of(weights).sums(units.iter().map(Vec::as_slice));
            let states = Decoder::shipped().states(units.iter().map(Vec::as_slice));
            assert_eq!(states, plainly(weights, &all), "{length} units");
        }
    }
}
