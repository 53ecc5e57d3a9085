//! What did the treated change, beyond the untreated, when they did not all begin at once?

mod contrast;
mod design;
mod pools;
mod window;

use aimak_core::{Reason, Withheld};

pub(in crate::effect) use self::{
    contrast::{Contrast, Frame, Seen, Sums},
    design::{Coefficients, Lot},
};
pub use self::{
    design::{Against, Design, Weighting},
    window::Window,
};
use super::{p_value::two_sided, panel::Balanced};
use crate::methods::interval::StandardError;

/// The mean effect on the treated, with the interval of Welch.
///
/// # Formula
/// For a unit i and a cohort g, `D_i^g = Σ over t ≥ g of y_it − (T − g + 1)·y_i,g−1`. With `w_g = n_g / Σ_k n_k·(T − k + 1)`:
/// `value = Σ_g w_g·mean over g of D^g − mean over the comparison of Z`, `Z_i = Σ_g w_g·D_i^g`;
/// `SE² = Σ_g w_g²·s_g²/n_g + s²(Z)/n_C`, all s² with divisor n − 1, degrees of freedom after Welch–Satterthwaite over the same terms.
///
/// Of other designs and windows ([`Design`], [`Window`]) the same is taken: each is a sum over units of what their periods weigh,
/// and the units of one start are one sample.
///
/// # Units
/// Those of the outcome, a period's worth: the mean over treated periods, not their sum.
///
/// # Range and edge cases
/// Two treated and two comparison units at least. A cohort of one unit has no variance of its own: it shares that of the cohort
/// nearest in time, each cohort taken from the comparison first ([`Staggered::pooled`] says which). The value stays as it is; where
/// effects of the two differ, the interval grows. Units that start after the last period are neither treated nor, unless
/// those not yet treated are compared with, comparison.
///
/// Against those not yet treated a unit is compared with until it starts and treated from then on; both enter its one sum, so the
/// standard error knows that they are the same unit.
///
/// # Example
/// ```
/// use aimak_science::effect::{panel::{Panel, Start, Unit}, staggered::Staggered};
/// let unit = |id: &str, start, outcomes: [f64; 3]| Unit {
///     id: id.to_owned(), start, stratum: String::new(), covariates: vec![], outcomes: outcomes.map(Some).to_vec(),
/// };
/// let panel = Panel::new(vec![2020, 2021, 2022], vec![], vec![
///     unit("a", Start::In(2021), [1.0, 3.0, 3.0]), // D = 3 + 3 − 2·1 = 4
///     unit("b", Start::In(2021), [2.0, 3.0, 3.0]), // 2
///     unit("c", Start::Never, [1.0, 1.0, 3.0]),    // 2
///     unit("d", Start::Never, [5.0, 5.0, 5.0]),    // 0
/// ]);
/// // w = 1/2: value (3 − 1)/2 = 1; each s² is 2, SE² = (2/2 + 2/2)/4 = 1/2, df 2
/// let effect = Staggered::of(&panel.balanced().0).unwrap();
/// assert!((effect.value - 1.0).abs() < 1e-12);
/// assert!((effect.error.se - 0.5_f64.sqrt()).abs() < 1e-12 && (effect.error.df - 2.0).abs() < 1e-12);
/// ```
///
/// # Reference
/// STATISTICS 6; Callaway & Sant'Anna (2021), J. Econom. 225:200–230; Welch (1947), Biometrika 34:28–35.
#[derive(Clone, Debug, PartialEq)]
pub struct Staggered {
    /// The effect.
    pub value: f64,
    /// Its standard error with degrees of freedom; limits and the smallest detectable effect are asked of it.
    pub error: StandardError,
    /// What the units of each pool add to it: those that began, by start, then those never treated where they are compared with.
    pub parts: Vec<StandardError>,
    /// How many treated units stand behind it.
    pub treated: usize,
    /// How many units they are compared with.
    pub comparison: usize,
    /// The cohorts in it.
    pub cohorts: Vec<Cohort>,
    /// Starts of cohorts that share a variance, because one of them has a single unit.
    pub pooled: Vec<Vec<i32>>,
}

/// Units that start together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// The first treated period.
    pub start: i32,
    /// How many.
    pub units: usize,
}

impl Staggered {
    /// The effect in the treated periods, against units never treated.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` and `NO_COMPARISON` with the number of units; `TOO_FEW_YEARS` where no cohort has the periods.
    pub fn of(panel: &Balanced) -> Result<Self, Withheld> {
        Self::under(panel, Window::Post, Design::default())
    }

    /// The same of other periods or by another design.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn under(panel: &Balanced, window: Window, design: Design) -> Result<Self, Withheld> {
        let seen = Seen::of(panel, window, design)?;
        Ok(Self::read(&seen.frame, seen.parts(&mut Sums::default())))
    }

    /// The same without each unit in turn, in the order of the panel.
    ///
    /// # Errors
    /// As [`Self::of`], in the place of each.
    pub fn without_each(
        panel: &Balanced,
        window: Window,
        design: Design,
    ) -> Vec<Result<Self, Withheld>> {
        contrast::without_each(panel, (window, design), Self::read)
    }

    /// The effect by periods since the start, ascending, for the picture: before it they should be about nil.
    ///
    /// Each is the mean over the units that were seen then (METHODS H.4), against the base; that
    /// period itself is nil by making and left out. Different exposures have different cohorts behind them: a rise from one to the next may
    /// be a change of cohorts.
    pub fn by_exposure(panel: &Balanced, design: Design) -> Vec<(i32, Result<Self, Withheld>)> {
        let periods = panel.periods().len() as i32;
        let starts = panel.cohorts().into_keys();
        let places: Vec<i32> = starts
            .map(|start| panel.periods().partition_point(|&period| period < start) as i32)
            .collect();
        let (Some(&first), Some(&last)) = (places.first(), places.last()) else {
            return Vec::new();
        };
        let base_alone = |effect: &Result<Self, Withheld>| matches!(effect, Err(withheld) if withheld.reason == Reason::TooFewYears);
        (-last..periods - first)
            .map(|exposure| {
                let effect = Self::under(panel, Window::Exposure(exposure), design);
                (exposure, effect)
            })
            .filter(|(_, effect)| !base_alone(effect))
            .collect()
    }

    /// Value over standard error; nil where both are, as in a panel without any change.
    pub fn statistic(&self) -> f64 {
        studentised(self.value, self.error.se * self.error.se)
    }

    /// Two-sided p by Student's t.
    pub fn p(&self) -> f64 {
        two_sided(self.value, self.error)
    }

    fn read(frame: &Frame, (value, parts): (f64, Vec<StandardError>)) -> Self {
        let Coefficients {
            treated,
            comparison,
            pools,
            ..
        } = &frame.coefficients;
        let lot = &frame.lot;
        let start = |&label: &usize| lot.periods[lot.starts[label]];
        let units = |labels: &[usize]| labels.iter().map(|&label| lot.counts[label]).sum();
        Self {
            value,
            error: StandardError::satterthwaite(&parts),
            parts,
            treated: units(treated),
            comparison: units(comparison),
            cohorts: treated
                .iter()
                .map(|label| Cohort {
                    start: start(label),
                    units: lot.counts[*label],
                })
                .collect(),
            pooled: pools
                .iter()
                .filter(|pool| pool.len() > 1)
                .map(|pool| pool.iter().map(start).collect())
                .collect(),
        }
    }
}

/// `value / SE`, nil where both are.
pub(in crate::effect) fn studentised(value: f64, variance: f64) -> f64 {
    if value == 0.0 {
        0.0
    } else {
        value / variance.sqrt()
    }
}

#[cfg(test)]
mod tests;
