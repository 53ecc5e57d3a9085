//! How large is the weighted difference, and how far does it vary with who was drawn?

use std::collections::BTreeMap;

use aimak_core::Withheld;

use super::{
    design::{Against, Coefficients, Design, Lot},
    window::Window,
};
use crate::{
    effect::panel::{Balanced, Start},
    methods::interval::StandardError,
};

/// What a lot makes of a panel: how much each period of a unit weighs, and whose units share a variance.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::effect) struct Frame {
    pub lot: Lot,
    pub coefficients: Coefficients,
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

impl Frame {
    pub fn of(lot: Lot, window: Window, design: Design) -> Result<Self, Withheld> {
        let coefficients = Coefficients::of(&lot, window, design)?;
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
            pool_of,
            centred,
        })
    }

    /// The label of units that take no part; their score is nil.
    pub fn outside(&self) -> usize {
        self.lot.never() + 1
    }

    /// What a unit with these outcomes gives to the estimate under a label.
    fn score(&self, label: usize, outcomes: &[f64]) -> f64 {
        let weights = self.coefficients.by_label[label].iter();
        weights.zip(outcomes).map(|(c, y)| c * y).sum()
    }

    /// The value, and what each pool adds to its standard error.
    fn parts(
        &self,
        labels: &[usize],
        score: impl Fn(usize, usize) -> f64,
        sums: &mut Sums,
    ) -> (f64, Vec<StandardError>) {
        let value = self.moments(labels, score, sums);
        let pools = sums.counts.iter().zip(&sums.squares);
        let parts = pools.map(|(&n, &squares)| StandardError {
            se: term(n, squares).sqrt(),
            df: n - 1.0,
        });
        (value, parts.collect())
    }

    /// The sum of scores, asked for by label and unit; counts and squared deviations of the pools are left in `sums`.
    fn moments(
        &self,
        labels: &[usize],
        score: impl Fn(usize, usize) -> f64,
        sums: &mut Sums,
    ) -> f64 {
        let pools = self.coefficients.pools.len();
        for list in [&mut sums.means, &mut sums.counts, &mut sums.squares] {
            list.clear();
            list.resize(pools, 0.0);
        }
        self.centre(labels, &score, sums);
        let mut value = 0.0;
        for (unit, &label) in labels.iter().enumerate() {
            let score = score(label, unit);
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
                let off = score(label, unit) - sums.centres[label] - sums.means[pool];
                sums.squares[pool] += off * off;
            }
        }
        value
    }

    /// What the comparison did over the periods of a pooled label: cohorts of different dates differ by it without any effect.
    fn centre(&self, labels: &[usize], score: &impl Fn(usize, usize) -> f64, sums: &mut Sums) {
        sums.centres.clear();
        sums.centres.resize(self.lot.counts.len(), 0.0);
        let never = self.lot.never();
        let n = self.lot.counts[never] as f64;
        for &pooled in &self.centred {
            let units = labels.iter().enumerate();
            let compared = units.filter(|(_, label)| **label == never);
            sums.centres[pooled] = compared.map(|(unit, _)| score(pooled, unit)).sum::<f64>() / n;
        }
    }
}

/// What each unit would give to the estimate under each label: made once, and then any lot is a sum.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::effect) struct Contrast {
    pub frame: Frame,
    /// The label of each unit as it was.
    pub labels: Vec<usize>,
    /// By label, then unit.
    scores: Vec<Vec<f64>>,
}

impl Contrast {
    pub fn of(panel: &Balanced, window: Window, design: Design) -> Result<Self, Withheld> {
        let (lot, labels) = lot(panel, design);
        let frame = Frame::of(lot, window, design)?;
        let scores = |label| -> Vec<f64> {
            let unit = |unit| frame.score(label, panel.outcomes(unit));
            (0..panel.len()).map(unit).collect()
        };
        let scores = (0..frame.lot.counts.len()).map(scores).collect();
        Ok(Self {
            frame,
            labels,
            scores,
        })
    }

    /// The value of a lot with as many units of each label, and the squared standard error.
    pub fn value_and_variance(&self, labels: &[usize], sums: &mut Sums) -> (f64, f64) {
        let score = |label: usize, unit: usize| self.scores[label][unit];
        let value = self.frame.moments(labels, score, sums);
        let pools = sums.counts.iter().zip(&sums.squares);
        (value, pools.map(|(&n, squares)| term(n, *squares)).sum())
    }
}

/// The lot that happened, with what each unit gives to the estimate under its own label.
pub(in crate::effect) struct Seen<'a> {
    pub frame: Frame,
    panel: &'a Balanced,
    labels: Vec<usize>,
    own: Vec<f64>,
}

impl<'a> Seen<'a> {
    pub fn of(panel: &'a Balanced, window: Window, design: Design) -> Result<Self, Withheld> {
        let (lot, labels) = lot(panel, design);
        Ok(Self::under(Frame::of(lot, window, design)?, panel, labels))
    }

    fn under(frame: Frame, panel: &'a Balanced, labels: Vec<usize>) -> Self {
        let own = labels.iter().enumerate();
        let own = own.map(|(unit, &label)| frame.score(label, panel.outcomes(unit)));
        Self {
            own: own.collect(),
            frame,
            panel,
            labels,
        }
    }

    /// The value and its standard error, degrees of freedom after Welch and Satterthwaite over the pools.
    pub fn estimate(&self) -> (f64, StandardError) {
        let (value, parts) = self.parts(&mut Sums::default());
        (value, StandardError::satterthwaite(&parts))
    }

    /// The value, and what each pool adds to its standard error.
    pub fn parts(&self, sums: &mut Sums) -> (f64, Vec<StandardError>) {
        let score = |label: usize, unit: usize| {
            if label == self.labels[unit] {
                self.own[unit]
            } else {
                self.frame.score(label, self.panel.outcomes(unit))
            }
        };
        self.frame.parts(&self.labels, score, sums)
    }
}

/// What is read of the value and the parts of its error without each unit in turn, and of the frame they have in common.
///
/// Units of one start leave the same lot behind, whoever of them is left out: weights are found once for all of them, and a thousand
/// units cost a thousand sums, not a thousand panels.
pub(in crate::effect) fn without_each<T>(
    panel: &Balanced,
    (window, design): (Window, Design),
    read: impl Fn(&Frame, (f64, Vec<StandardError>)) -> T,
) -> Vec<Result<T, Withheld>> {
    let mut of_start: BTreeMap<Start, Vec<usize>> = BTreeMap::new();
    for (unit, &start) in panel.starts().iter().enumerate() {
        of_start.entry(start).or_default().push(unit);
    }
    let mut sums = Sums::default();
    let mut found: Vec<(usize, Result<T, Withheld>)> = Vec::with_capacity(panel.len());
    for units in of_start.into_values() {
        let (lot, mut labels) = lot(&panel.only(|unit| unit != units[0]), design);
        let outside = lot.never() + 1;
        // the first is back in the place from which it was taken; nobody is left under its label where it was alone
        let own = units.get(1).map_or(outside, |&next| labels[next - 1]);
        labels.insert(units[0], own);
        let frame = match Frame::of(lot, window, design) {
            Ok(frame) => frame,
            Err(withheld) => {
                found.extend(units.into_iter().map(|unit| (unit, Err(withheld.clone()))));
                continue;
            }
        };
        let mut seen = Seen::under(frame, panel, labels);
        for unit in units {
            let kept = (seen.labels[unit], seen.own[unit]);
            (seen.labels[unit], seen.own[unit]) = (seen.frame.outside(), 0.0);
            found.push((unit, Ok(read(&seen.frame, seen.parts(&mut sums)))));
            (seen.labels[unit], seen.own[unit]) = kept;
        }
    }
    found.sort_by_key(|(unit, _)| *unit);
    found.into_iter().map(|(_, without)| without).collect()
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
