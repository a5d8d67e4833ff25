//! Which state each unit is in, for the article as a whole: the sequence of states with the best sum (Viterbi).
//!
//! In: what the features of every unit add to each kind. Out: a state a unit. A linear chain: to what a unit adds comes what
//! each step from one state to the next adds, and the best sum over all units wins; of several with one sum, the one in the
//! earlier states. Linear in the units.
//!
//! At most units two thirds of the states are so far behind another that no step could make up for it. Those are not
//! followed, which changes the time and nothing else.
//!
//! Sums are kept 32 times over: the digits below hold the state that a sum comes from, so that one comparison finds both.

use std::sync::LazyLock;

use super::Role;
use super::states::{Kind, STATES, allowed, begins, ends};
use super::weights::{COLUMNS, STEPS, Weights};

/// As many columns as states, filled up so that several are added and compared at once.
const WIDE: usize = 32;
/// What sums are multiplied by.
const SCALE: i32 = 32;
/// The digits below a sum.
const BELOW: i32 = SCALE - 1;
/// Less than any sum that can be reached, and so far from the end of the numbers that sums with it stay in them.
const NEVER: i32 = i32::MIN / 4;
/// What a role that is known adds to its kinds: more than any features.
const KNOWN: i32 = 1_000_000;
/// How many parts of an article the states stand for.
const PARTS: usize = STATES[STEPS - 1].0 as usize + 1;

type Row = [i32; WIDE];

/// Weights, and what follows from their steps alone.
#[derive(Clone, Debug)]
pub struct Decoder<'a> {
    weights: &'a Weights,
    /// From each state, what the step to each other adds, with the state itself in the digits below; [`NEVER`] where there
    /// is none.
    steps: [Row; STEPS],
    /// For each state and each other one: by how much the first has to lead so that the other needs no following whatever
    /// comes; no lead is enough where the other one leads to where the first does not.
    leads: [Row; STEPS],
}

static SHIPPED: LazyLock<Decoder<'static>> = LazyLock::new(|| Decoder::new(Weights::shipped()));

impl<'a> Decoder<'a> {
    /// A decoder over these weights.
    #[must_use]
    pub fn new(weights: &'a Weights) -> Self {
        let mut steps = [[NEVER; WIDE]; STEPS];
        for (from, row) in steps.iter_mut().enumerate() {
            for (to, step) in row.iter_mut().enumerate().filter(|(to, _)| allowed(from, *to)) {
                *step = weights.steps[from][to] * SCALE;
            }
        }
        let leads = std::array::from_fn(|own| std::array::from_fn(|other| lead(&steps[own], steps.get(other))));
        for (from, row) in (0..SCALE).zip(&mut steps) {
            row.iter_mut().for_each(|step| *step += BELOW - from);
        }
        Self { weights, steps, leads }
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
        let mut all = self.weights.sums(units);
        for (adds, role) in all.iter_mut().zip(known).filter_map(|(adds, role)| Some((adds, (*role)?))) {
            kinds(role).iter().for_each(|kind| adds[*kind as usize] += KNOWN);
        }
        let Some((first, rest)) = all.split_first() else { return Vec::new() };
        let mut sums = [NEVER; WIDE];
        for (state, sum) in sums.iter_mut().enumerate().filter(|(state, _)| begins(*state)) {
            *sum = self.weights.first[state] * SCALE;
        }
        add(&mut sums, first);
        let mut back: Vec<[u8; WIDE]> = Vec::with_capacity(rest.len());
        for adds in rest {
            let best = self.step(&sums);
            back.push(best.map(|sum| sum.to_le_bytes()[0]));
            sums = best.map(|sum| sum & !BELOW);
            add(&mut sums, adds);
        }
        self.trace(&back, &sums)
    }

    /// The best sums after one more step, with the states that they come from in the digits below.
    fn step(&self, sums: &Row) -> Row {
        let mut best = [NEVER; WIDE];
        for from in self.followed(sums) {
            let sum = sums[from];
            for (best, step) in best.iter_mut().zip(&self.steps[from]) {
                *best = (*best).max(sum + step);
            }
        }
        best
    }

    /// The states that are not so far behind the leading one of a part of the article that they need no following.
    fn followed(&self, sums: &Row) -> impl Iterator<Item = usize> {
        // What each is ahead of where it would need no following, by the leader that it is least ahead of.
        let mut ahead = [0; WIDE];
        for leader in leaders(sums) {
            let best = sums[leader];
            for ((ahead, sum), lead) in ahead.iter_mut().zip(sums).zip(&self.leads[leader]) {
                *ahead = (*ahead).min(sum + lead - best);
            }
        }
        (0..STEPS).filter(move |state| ahead[*state] >= 0)
    }

    fn trace(&self, back: &[[u8; WIDE]], sums: &Row) -> Vec<usize> {
        let last = |state: &usize| if ends(*state) { sums[*state] + self.weights.last[*state] * SCALE } else { NEVER };
        let mut state = (0..STEPS).rev().max_by_key(last).unwrap_or(0);
        let mut states = vec![state; back.len() + 1];
        for (before, from) in states.iter_mut().zip(back).rev() {
            state = WIDE - 1 - usize::from(from[state]) % WIDE;
            *before = state;
        }
        states
    }
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

/// By how much a state with these steps has to lead one with those others.
fn lead(own: &Row, other: Option<&Row>) -> i32 {
    let needed = |(other, own): (&i32, &i32)| if *other == NEVER { NEVER } else { other - own };
    other.and_then(|other| other.iter().zip(own).map(needed).max()).map_or(NEVER, |lead| lead.min(-NEVER))
}

/// The state with the best sum in each part of the article.
fn leaders(sums: &Row) -> [usize; PARTS] {
    let mut leaders = [0; PARTS];
    for (state, (part, _)) in STATES.iter().enumerate() {
        let leader = &mut leaders[usize::from(*part)];
        if STATES[*leader].0 != *part || sums[state] > sums[*leader] {
            *leader = state;
        }
    }
    leaders
}

/// Adds what a unit adds to the kind of each state; then takes the best sum from all, so that they stay in the numbers however
/// long the article is.
fn add(sums: &mut Row, adds: &[i32; COLUMNS]) {
    for (sum, (_, kind)) in sums.iter_mut().zip(&STATES) {
        *sum += adds[*kind as usize] * SCALE;
    }
    let best = sums.iter().copied().max().unwrap_or(0);
    for sum in sums {
        *sum = (*sum - best).max(NEVER);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::features;

    /// Every step to every state asked, nothing left out.
    fn plainly(weights: &Weights, all: &[[i32; COLUMNS]]) -> Vec<usize> {
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
    fn what_is_not_followed_is_never_the_best() {
        let weights = Weights::shipped();
        let mut seed = 7_u64;
        let mut next = move |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap_or(0) % below
        };
        for length in (1..40).chain([300]) {
            let mut unit = || (0..next(30)).map(|_| u32::try_from(next(features::count())).unwrap_or(0)).collect();
            let units: Vec<Vec<u32>> = (0..length).map(|_| unit()).collect();
            let all = weights.sums(units.iter().map(Vec::as_slice));
            let states = Decoder::shipped().states(units.iter().map(Vec::as_slice));
            assert_eq!(states, plainly(weights, &all), "{length} units");
        }
    }
}
