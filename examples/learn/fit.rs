//! Fits the weights of one question: softmax over the candidates of each decision, l1 and l2.
//!
//! Cyclic coordinate descent with the Newton step of the one-weight problem, held to a trust region (as Genkin, Lewis and
//! Madigan do for logistic regression). Features are yes or no, so the decision's part of the step needs only the share
//! of its probability that lies on candidates with the feature. It needs no line search and gives exact noughts; the
//! order of features is the order of their keys, so two runs give the same weights.

use crate::decisions::Group;

/// How hard weights are held down.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Penalty {
    pub l1: f64,
    pub l2: f64,
    /// Features seen less often are left out.
    pub least: f64,
}

const SWEEPS: usize = 60;
const ENOUGH: f64 = 0.004;

struct Problem {
    /// Features by their place: key, and the candidates that have it.
    columns: Vec<(u64, Vec<u32>)>,
    /// First candidate of each decision, and one past the last.
    starts: Vec<u32>,
    of: Vec<u32>,
    right: Vec<bool>,
    weight: Vec<f64>,
}

fn problem(groups: &[Group], least: f64) -> Problem {
    let mut pairs: Vec<(u64, u32)> = Vec::new();
    let (mut starts, mut of, mut right, mut weight) = (vec![0], Vec::new(), Vec::new(), Vec::new());
    for (number, group) in groups.iter().enumerate() {
        for (at, candidate) in group.candidates.iter().enumerate() {
            let index = of.len() as u32;
            pairs.extend(candidate.iter().map(|key| (*key, index)));
            of.push(number as u32);
            right.push(at == group.right);
        }
        starts.push(of.len() as u32);
        weight.push(group.weight);
    }
    pairs.sort_unstable();
    let mut columns = Vec::new();
    for column in pairs.chunk_by(|left, right| left.0 == right.0) {
        let seen: f64 = column.iter().map(|(_, at)| weight[of[*at as usize] as usize].min(1.0)).sum();
        if seen >= least {
            columns.push((column[0].0, column.iter().map(|(_, at)| *at).collect()));
        }
    }
    Problem { columns, starts, of, right, weight }
}

/// The weights that are not nought, by key.
pub(crate) fn fit(groups: &[Group], penalty: Penalty) -> Vec<(u64, f64)> {
    let problem = problem(groups, penalty.least);
    let count = problem.of.len();
    let mut raised = vec![1.0f64; count];
    let mut sums: Vec<f64> = problem.starts.windows(2).map(|pair| f64::from(pair[1] - pair[0])).collect();
    let mut weights = vec![0.0f64; problem.columns.len()];
    let mut trust = vec![1.0f64; problem.columns.len()];
    let mut quiet = vec![0u32; problem.columns.len()];
    for sweep in 0..SWEEPS {
        let mut largest = 0.0f64;
        for (index, (_, column)) in problem.columns.iter().enumerate() {
            // A weight that stayed at nought is looked at every eighth sweep only.
            if quiet[index] >= 2 && sweep % 8 != 0 {
                continue;
            }
            let step =
                step(&problem, column, &raised, &sums, weights[index], penalty).clamp(-trust[index], trust[index]);
            quiet[index] = if step == 0.0 && weights[index] == 0.0 { quiet[index] + 1 } else { 0 };
            if step == 0.0 {
                continue;
            }
            trust[index] = (2.0 * step.abs()).max(trust[index] / 2.0);
            weights[index] += step;
            let factor = step.exp();
            for at in column {
                let at = *at as usize;
                let more = raised[at] * (factor - 1.0);
                raised[at] += more;
                sums[problem.of[at] as usize] += more;
            }
            largest = largest.max(step.abs());
        }
        if sweep % 8 == 0 {
            for (number, pair) in problem.starts.windows(2).enumerate() {
                sums[number] = raised[pair[0] as usize..pair[1] as usize].iter().sum();
            }
        }
        if largest < ENOUGH && sweep % 8 == 0 && sweep > 0 {
            break;
        }
    }
    let pairs = problem.columns.iter().zip(&weights).filter(|(_, weight)| **weight != 0.0);
    pairs.map(|((key, _), weight)| (*key, *weight)).collect()
}

/// The step of one weight.
fn step(problem: &Problem, column: &[u32], raised: &[f64], sums: &[f64], weight: f64, penalty: Penalty) -> f64 {
    let (mut slope, mut bend) = (penalty.l2 * weight, penalty.l2);
    let mut at = 0;
    while at < column.len() {
        let group = problem.of[column[at] as usize];
        let (mut mass, mut right) = (0.0, false);
        while at < column.len() && problem.of[column[at] as usize] == group {
            mass += raised[column[at] as usize];
            right |= problem.right[column[at] as usize];
            at += 1;
        }
        let share = mass / sums[group as usize];
        let counts = problem.weight[group as usize];
        slope += counts * (share - f64::from(u8::from(right)));
        bend += counts * (share * (1.0 - share)).max(1e-6);
    }
    if slope + penalty.l1 < bend * weight {
        -(slope + penalty.l1) / bend
    } else if slope - penalty.l1 > bend * weight {
        -(slope - penalty.l1) / bend
    } else {
        -weight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_runs_give_the_same_weights_and_the_right_signs() {
        let group = |right: usize| Group { candidates: vec![vec![1, 3], vec![2, 3]], right, weight: 1.0 };
        let groups: Vec<Group> = (0..40).map(|at| group(usize::from(at % 8 == 0))).collect();
        let penalty = Penalty { l1: 0.5, l2: 0.1, least: 5.0 };
        let weights = fit(&groups, penalty);
        assert_eq!(weights, fit(&groups, penalty));
        let of = |key: u64| weights.iter().find(|(own, _)| *own == key).map_or(0.0, |(_, weight)| *weight);
        assert!(of(1) - of(2) > 1.0, "{weights:?}");
        // What all candidates have tells nothing.
        assert!(of(3).abs() < 0.01, "{weights:?}");
    }
}
