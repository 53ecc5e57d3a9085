//! How large is the weighted difference, and how far does it vary with who was drawn?

use aimak_core::Withheld;

use super::{
    design::{Against, Coefficients, Design, Lot},
    window::Window,
};
use crate::{
    effect::panel::{Balanced, Start},
    methods::interval::StandardError,
};

/// What each unit would give to the estimate under each label: made once, and then any lot is a sum.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::effect) struct Contrast {
    pub lot: Lot,
    pub coefficients: Coefficients,
    /// The label of each unit as it was.
    pub labels: Vec<usize>,
    /// By label, then unit.
    scores: Vec<Vec<f64>>,
    /// The pool of each label.
    pool_of: Vec<Option<usize>>,
    /// Labels that share a pool with another: they are taken from the comparison's mean before they are pooled.
    centred: Vec<usize>,
}

/// Sums that are used again from one lot to the next.
#[derive(Clone, Debug, Default)]
pub(in crate::effect) struct Sums {
    centres: Vec<f64>,
    means: Vec<f64>,
    counts: Vec<f64>,
    squares: Vec<f64>,
}

impl Contrast {
    pub fn of(panel: &Balanced, window: Window, design: Design) -> Result<Self, Withheld> {
        let (lot, labels) = lot(panel, design);
        let coefficients = Coefficients::of(&lot, window, design)?;
        let score = |weights: &Vec<f64>| -> Vec<f64> {
            let unit = |unit| -> f64 {
                let outcomes = panel.outcomes(unit);
                weights.iter().zip(outcomes).map(|(c, y)| c * y).sum()
            };
            (0..panel.len()).map(unit).collect()
        };
        let scores = coefficients.by_label.iter().map(score).collect();
        let mut pool_of = vec![None; lot.counts.len()];
        for (pool, members) in coefficients.pools.iter().enumerate() {
            for &label in members {
                pool_of[label] = Some(pool);
            }
        }
        let shared = coefficients.pools.iter().filter(|pool| pool.len() > 1);
        let centred = shared.flatten().copied().collect();
        Ok(Self {
            lot,
            coefficients,
            labels,
            scores,
            pool_of,
            centred,
        })
    }

    /// The value of a lot with as many units of each label, and the squared standard error.
    pub fn value_and_variance(&self, labels: &[usize], sums: &mut Sums) -> (f64, f64) {
        let value = self.moments(labels, sums);
        let pools = sums.counts.iter().zip(&sums.squares);
        (value, pools.map(|(&n, squares)| term(n, *squares)).sum())
    }

    /// The standard error of a lot, degrees of freedom after Welch and Satterthwaite over the pools.
    pub fn estimate(&self, labels: &[usize]) -> (f64, StandardError) {
        let (value, parts) = self.parts(labels);
        (value, StandardError::satterthwaite(&parts))
    }

    /// What each pool adds to the standard error of a lot.
    pub fn parts(&self, labels: &[usize]) -> (f64, Vec<StandardError>) {
        let mut sums = Sums::default();
        let value = self.moments(labels, &mut sums);
        let pools = sums.counts.iter().zip(&sums.squares);
        let parts = pools.map(|(&n, &squares)| StandardError {
            se: term(n, squares).sqrt(),
            df: n - 1.0,
        });
        (value, parts.collect())
    }

    /// The sum of scores; counts and squared deviations of the pools are left in `sums`.
    fn moments(&self, labels: &[usize], sums: &mut Sums) -> f64 {
        let pools = self.coefficients.pools.len();
        for list in [&mut sums.means, &mut sums.counts, &mut sums.squares] {
            list.clear();
            list.resize(pools, 0.0);
        }
        self.centre(labels, sums);
        let mut value = 0.0;
        for (unit, &label) in labels.iter().enumerate() {
            let score = self.scores[label][unit];
            value += score;
            if let Some(pool) = self.pool_of[label] {
                sums.means[pool] += score - sums.centres[label];
                sums.counts[pool] += 1.0;
            }
        }
        for (mean, n) in sums.means.iter_mut().zip(&sums.counts) {
            *mean /= n;
        }
        for (unit, &label) in labels.iter().enumerate() {
            if let Some(pool) = self.pool_of[label] {
                let off = self.scores[label][unit] - sums.centres[label] - sums.means[pool];
                sums.squares[pool] += off * off;
            }
        }
        value
    }

    /// What the comparison did over the periods of a pooled label: cohorts of different dates differ by it without any effect.
    fn centre(&self, labels: &[usize], sums: &mut Sums) {
        sums.centres.clear();
        sums.centres.resize(self.scores.len(), 0.0);
        let never = self.lot.never();
        let n = self.lot.counts[never] as f64;
        for &label in &self.centred {
            let units = labels.iter().zip(&self.scores[label]);
            let compared = units.filter(|(label, _)| **label == never);
            sums.centres[label] = compared.map(|(_, score)| score).sum::<f64>() / n;
        }
    }
}

/// `n·s²`, the variance of a sum of n scores.
fn term(n: f64, squares: f64) -> f64 {
    n * squares / (n - 1.0)
}

/// The lot of a panel and the label of each unit. A start between two periods counts from the later one.
fn lot(panel: &Balanced, design: Design) -> (Lot, Vec<usize>) {
    let periods = panel.periods();
    let place = |start: Start| match start {
        Start::Never => None,
        Start::In(start) => Some(periods.partition_point(|&period| period < start)),
    };
    let places: Vec<Option<usize>> = panel.starts().iter().map(|&start| place(start)).collect();
    let within = |place: &usize| (1..periods.len()).contains(place);
    let mut starts: Vec<usize> = places.iter().flatten().copied().filter(within).collect();
    starts.sort_unstable();
    starts.dedup();
    let never = starts.len();
    let last = periods.last().copied().unwrap_or(0);
    // who may anticipate a start after the panel's end within it is no comparison at all: which of its periods are clean is no one label
    let anticipates =
        |start: Start| start.treats(last.saturating_add_unsigned(design.anticipation));
    let label = |(place, start): (Option<usize>, Start)| match place {
        None => never,
        // treated in all periods: there is no "before"
        Some(0) => never + 1,
        Some(place) => starts
            .binary_search(&place)
            .unwrap_or(match design.against {
                Against::NotYetTreated if !anticipates(start) => never,
                // who starts after the panel's end may change ahead of it, and is no comparison that never is treated
                _ => never + 1,
            }),
    };
    let both = places.into_iter().zip(panel.starts().iter().copied());
    let labels: Vec<usize> = both.map(label).collect();
    let begins = |label: usize| {
        let own = labels
            .iter()
            .zip(panel.starts())
            .filter(|(own, _)| **own == label);
        let times = own.filter_map(|(_, start)| match start {
            Start::In(start) => Some(*start),
            Start::Never => None,
        });
        times
            .min()
            .expect("invariant: a cohort has units that begin")
    };
    let mut counts = vec![0; never + 2];
    for &label in &labels {
        counts[label] += 1;
    }
    let lot = Lot {
        begins: (0..never).map(begins).collect(),
        starts,
        counts,
        periods: periods.to_vec(),
    };
    (lot, labels)
}
