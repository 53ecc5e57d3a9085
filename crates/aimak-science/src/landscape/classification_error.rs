//! Could the change be an error of the map?

use aimak_core::{AimakCode, Interval, IntervalKind, Reason, Withheld};
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{
    confusion::{ConfusionMatrix, TrueClasses},
    map::Landscape,
    patches::{Connectivity, Patches},
    pattern::Pattern,
};
use crate::methods::{
    interval::{LEVEL, mean},
    quantile::quantile,
    replicates::REPLICATES,
};

/// What is wrong together when the map is wrong. Neither is the truth; where the two disagree, say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorUnit {
    /// Each cell on its own. Right for shares; it scatters salt and pepper, so patches and edges come out far too many.
    Cell,
    /// Whole patches (8-neighbour). Errors of fields and stands; shares vary more than errors of cells would make them.
    Patch,
}

/// Simulation of classification error: maps that could be true, given the mapped one and its reference points.
///
/// # Formula
/// For each of 200 replicates, the reference points are redrawn within each mapped class, then the class of each unit is drawn
/// from the row of its mapped class, and the metric is computed anew. Both dates use the same redrawn points: they are maps
/// of one product. The interval holds the middle 95 % of the replicates (quantiles of type 7).
///
/// # Range and edge cases
/// The interval belongs to `adjusted`, the mean of the replicates, which unlike `mapped` allows for what the map confuses.
/// Random numbers are named by (seed, aimak, indicator, replicate, date, row), so neither threads nor other aimaks
/// show. Errors at the two dates are drawn independently of each other; errors that persist make the interval too wide.
///
/// # Example
/// ```
/// use aimak_core::{AimakCode, Raster};
/// use aimak_science::landscape::{Landscape, classification_error::{ErrorSimulation, ErrorUnit}, confusion::ConfusionMatrix,
///     shares::share_percent};
/// use ndarray::Array2;
/// let landscape = |grass_rows| {
///     let values = Array2::from_shape_fn((10, 10), |(row, _)| if row < grass_rows { 30u8 } else { 40 });
///     Landscape::whole(&Raster { valid: Array2::from_elem((10, 10), true), values }, 10.0).unwrap()
/// };
/// let matrix = ConfusionMatrix::new(&[30, 40], &[vec![50, 0], vec![0, 50]]).unwrap(); // a map without error
/// let aimak = AimakCode("A01".into());
/// let simulation = ErrorSimulation { seed: 1, aimak: &aimak, indicator: "grass_share", matrix: &matrix, unit: ErrorUnit::Cell };
/// let change = simulation.change(&landscape(3), &landscape(5), |p| Ok(share_percent(p.landscape(), &[30])), Default::default());
/// let change = change.unwrap();
/// assert_eq!((change.mapped, change.adjusted, change.interval.bounds()), (20.0, 20.0, Some((20.0, 20.0))));
/// ```
///
/// # Reference
/// METHODS E.7 (decision D); Hess & Bay (1997), Landsc. Ecol. 12:309–320; Olofsson et al. (2014), Remote Sens. Environ.
/// 148:42–57.
#[derive(Clone, Copy, Debug)]
pub struct ErrorSimulation<'a> {
    /// Seed of the project.
    pub seed: u64,
    /// The aimak.
    pub aimak: &'a AimakCode,
    /// Id of what is measured.
    pub indicator: &'a str,
    /// Accuracy of the map.
    pub matrix: &'a ConfusionMatrix,
    /// What is wrong together.
    pub unit: ErrorUnit,
}

/// A value or change under classification error.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    /// As the maps have it.
    pub mapped: f64,
    /// Mean of the maps that could be true.
    pub adjusted: f64,
    /// Middle 95 % of the maps that could be true.
    pub interval: Interval,
}

/// The dates, as they name random numbers.
const BEFORE: &str = "before";
const AFTER: &str = "after";

impl ErrorSimulation<'_> {
    /// The change of a metric from one date to the other.
    ///
    /// # Errors
    /// `METHOD_MISMATCH` where the maps differ in cell size or extent or hold classes without reference points; the metric's
    /// own reason where a map or more than a tenth of the replicates gives no value.
    pub fn change(
        &self,
        before: &Landscape,
        after: &Landscape,
        metric: impl Fn(&Pattern) -> Result<f64, Withheld> + Sync,
        rules: super::Rules,
    ) -> Result<Simulated, Withheld> {
        if before.cell_m() != after.cell_m() || before.dim() != after.dim() {
            return Err(Withheld::because(Reason::MethodMismatch));
        }
        self.simulate(
            &[(before, BEFORE, -1.0), (after, AFTER, 1.0)],
            |landscape| metric(&Pattern::new(landscape, rules)),
        )
    }

    /// The value of a metric at one date.
    ///
    /// # Errors
    /// As [`ErrorSimulation::change`].
    pub fn value(
        &self,
        landscape: &Landscape,
        metric: impl Fn(&Pattern) -> Result<f64, Withheld> + Sync,
        rules: super::Rules,
    ) -> Result<Simulated, Withheld> {
        self.simulate(&[(landscape, BEFORE, 1.0)], |landscape| {
            metric(&Pattern::new(landscape, rules))
        })
    }

    /// The signed sum of the metric over some maps, as mapped and simulated.
    fn simulate(
        &self,
        maps: &[(&Landscape, &str, f64)],
        metric: impl Fn(&Landscape) -> Result<f64, Withheld> + Sync,
    ) -> Result<Simulated, Withheld> {
        if maps
            .iter()
            .any(|(map, ..)| !self.matrix.covers(map.legend()))
        {
            return Err(Withheld::because(Reason::MethodMismatch));
        }
        let mut mapped = 0.0;
        for (map, _, sign) in maps {
            mapped += sign * metric(map)?;
        }
        let replicate = |k: usize| {
            let truth = self.matrix.redrawn(&mut self.random(k, "points", 0));
            let mut sum = 0.0;
            for (map, date, sign) in maps {
                sum += sign * metric(&self.redrawn(map, &truth, k, date)?)?;
            }
            Ok(sum)
        };
        let replicates: Vec<Result<f64, Withheld>> =
            (0..REPLICATES).into_par_iter().map(replicate).collect();
        summary(mapped, replicates)
    }

    /// A map that could be true.
    fn redrawn(
        &self,
        map: &Landscape,
        truth: &TrueClasses,
        k: usize,
        date: &str,
    ) -> Result<Landscape, Withheld> {
        let classes = match self.unit {
            ErrorUnit::Cell => self.redrawn_cells(map, truth, k, date),
            ErrorUnit::Patch => self.redrawn_patches(map, truth, k, date),
        };
        let (codes, outside) = (map.codes(), map.outside());
        Landscape::of_cells(map.dim(), map.cell_m(), |cell| {
            (codes[cell] != outside).then(|| classes[cell])
        })
    }

    fn redrawn_cells(&self, map: &Landscape, truth: &TrueClasses, k: usize, date: &str) -> Vec<u8> {
        let (cols, outside) = (map.dim().1, map.outside());
        let mut classes = vec![0; map.codes().len()];
        let rows = classes
            .par_chunks_mut(cols)
            .zip(map.codes().par_chunks(cols));
        rows.enumerate().for_each(|(row, (classes, codes))| {
            let mut random = self.random(k, date, row);
            for (class, code) in classes.iter_mut().zip(codes) {
                if *code != outside {
                    *class = truth.draw(map.legend()[usize::from(*code)], &mut random);
                }
            }
        });
        classes
    }

    fn redrawn_patches(
        &self,
        map: &Landscape,
        truth: &TrueClasses,
        k: usize,
        date: &str,
    ) -> Vec<u8> {
        let patches = Patches::find(map, Connectivity::Eight);
        let mut random = self.random(k, date, 0);
        let mapped = patches
            .codes()
            .iter()
            .map(|code| map.legend()[usize::from(*code)]);
        let drawn: Vec<u8> = mapped.map(|class| truth.draw(class, &mut random)).collect();
        let cols = map.dim().1;
        let mut classes = vec![0; map.codes().len()];
        for (row, classes) in classes.chunks_exact_mut(cols).enumerate() {
            for run in patches.row(row) {
                classes[run.start as usize..run.end as usize].fill(drawn[run.patch as usize]);
            }
        }
        classes
    }

    /// Random numbers by name: SHA-256 of (seed, aimak, indicator, k, part, row), each text with its length.
    fn random(&self, k: usize, part: &str, row: usize) -> ChaCha8Rng {
        let mut hash = Sha256::new();
        hash.update(self.seed.to_le_bytes());
        for text in [&self.aimak.0, self.indicator, part] {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text.as_bytes());
        }
        hash.update((k as u64).to_le_bytes());
        hash.update((row as u64).to_le_bytes());
        ChaCha8Rng::from_seed(hash.finalize().into())
    }
}

/// Mean and middle 95 % of the replicates; refused, with their reason, where more than a tenth of them gave no value.
fn summary(mapped: f64, replicates: Vec<Result<f64, Withheld>>) -> Result<Simulated, Withheld> {
    let all = replicates.len();
    let (mut given, mut refusal) = (Vec::with_capacity(all), None);
    for replicate in replicates {
        match replicate {
            Ok(value) => given.push(value),
            Err(withheld) => refusal = Some(withheld),
        }
    }
    let refusal = || refusal.unwrap_or(Withheld::because(Reason::NoData));
    if given.len() * 10 < all * 9 {
        return Err(refusal());
    }
    let tail = (1.0 - LEVEL) / 2.0;
    let bounds = quantile(&given, tail).zip(quantile(&given, 1.0 - tail));
    let Some(((lo, hi), adjusted)) = bounds.zip(mean(&given)) else {
        return Err(refusal());
    };
    Ok(Simulated {
        mapped,
        adjusted,
        interval: Interval::Between {
            lo,
            hi,
            level: LEVEL,
            kind: IntervalKind::Parameter,
        },
    })
}

#[cfg(test)]
mod tests;
