//! Which effect could this design show at all, when, and what would help most?

mod additions;
mod components;
mod enough;
mod fewest;
mod pilot;

use aimak_core::{Message, Reason, Withheld};
use statrs::distribution::{ContinuousCDF as _, StudentsT};

pub use self::{
    additions::{Addition, ExpectedEffect},
    components::{PlotVisits, VarianceComponents, true_spread_at_most},
    enough::{Enough, MOST_MORE},
    pilot::{Pilot, Seen},
};
use super::{
    randomisation::{LEVEL, least_p},
    staggered::{Coefficients, Design, Lot, Window},
};
use crate::methods::interval::{StandardError, t_quantile};

/// Aimaks that start together in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedCohort {
    /// How many waves lie before its start; one at least.
    pub waves_before: usize,
    /// How many aimaks.
    pub units: usize,
}

/// A plan of who is to be seen how often, with how much chance varies.
///
/// # Formula
/// The estimate is a sum of `c_t·y_t` over aimaks and waves with the weights c of the default estimator, so an aimak of a cohort adds
/// `c'Σc` to the variance: `Σ_ts = σ_u²·φ^|t−s| + [t = s]·σ_p²·(1 − ρ)/plots` (ρ only where plots are revisited; what is a plot's own
/// for good cancels). `SE² = Σ_cohorts n·c'Σc`, degrees of freedom after Welch–Satterthwaite over cohorts and comparison. The smallest
/// detectable effect is `(t(1 − α/2, df) + t(.80, df))·SE`, α 5 %, or 5 %/m for the strictest step of Holm among m questions.
///
/// # Units
/// Those of the outcome; waves, not years.
///
/// # Range and edge cases
/// Refused where randomisation of start dates could not reach 5 % (3 + 3 aimaks of one start), and as the estimator refuses. The central t stands for the
/// non-central one: the smallest detectable effect is some .02 % above the exact one for 14 + 14 aimaks.
///
/// # Example
/// ```
/// use aimak_science::effect::power::{Plan, PlannedCohort, VarianceComponents};
/// let chance = VarianceComponents { aimak_shock_sd: 0.5_f64.sqrt(), autocorrelation: 0.0, plot_sd: 0.0, revisit_correlation: 0.0 };
/// let cohorts = vec![PlannedCohort { waves_before: 1, units: 14 }];
/// let plan = Plan { cohorts, comparison: 14, waves: 2, plots: 30, revisited: false, chance };
/// // each change has variance ½ + ½: SE² = 2/14, df 26: (2.055529 + 0.855665)·0.377964
/// let error = plan.error().unwrap();
/// assert!((error.df - 26.0).abs() < 1e-9 && (error.se - (2.0_f64 / 14.0).sqrt()).abs() < 1e-12);
/// assert!((plan.smallest_detectable(1).unwrap() - 1.100328).abs() < 1e-5);
/// let three = Plan { cohorts: vec![PlannedCohort { waves_before: 1, units: 3 }], comparison: 3, ..plan };
/// assert!(three.error().is_err());
/// ```
///
/// # Reference
/// METHODS A.9, H.4; STATISTICS 6, rung 6.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Who starts when; at different waves each.
    pub cohorts: Vec<PlannedCohort>,
    /// Aimaks that never start.
    pub comparison: usize,
    /// Waves in all.
    pub waves: usize,
    /// Plots of an aimak in a wave.
    pub plots: usize,
    /// True where each wave sees the plots of the first.
    pub revisited: bool,
    /// How much chance varies.
    pub chance: VarianceComponents,
}

impl Plan {
    /// The expected standard error with its degrees of freedom.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` where the aimaks cannot carry a finding, `TOO_FEW_PLOTS` without plots, and as
    /// [`Staggered::of`](super::staggered::Staggered::of).
    pub fn error(&self) -> Result<StandardError, Withheld> {
        self.coefficients_and_error().map(|(_, error)| error)
    }

    /// The smallest effect that this plan shows with 80 % power, when it is the first of `questions` after Holm (1: it alone).
    ///
    /// # Errors
    /// As [`Self::error`].
    pub fn smallest_detectable(&self, questions: usize) -> Result<f64, Withheld> {
        let error = self.error()?;
        Ok(error.smallest_detectable_among(questions))
    }

    /// The chance that an effect of this size is found at 5 %.
    ///
    /// # Errors
    /// As [`Self::error`].
    pub fn power(&self, effect: f64) -> Result<f64, Withheld> {
        let error = self.error()?;
        let t =
            StudentsT::new(0.0, 1.0, error.df).expect("invariant: degrees of freedom are positive");
        let needed = t_quantile(1.0 - LEVEL / 2.0, error.df);
        // the far tail, a finding of the wrong sign, is no power
        Ok(if error.se > 0.0 {
            t.cdf(effect.abs() / error.se - needed)
        } else {
            f64::from(u8::from(effect != 0.0))
        })
    }

    fn coefficients_and_error(&self) -> Result<(Coefficients, StandardError), Withheld> {
        let lot = self.lot()?;
        let coefficients = Coefficients::of(&lot, Window::Post, Design::default())?;
        let parts: Vec<StandardError> = coefficients
            .pools
            .iter()
            .map(|pool| {
                let units: usize = pool.iter().map(|&label| lot.counts[label]).sum();
                let variance = pool.iter().map(|&label| {
                    lot.counts[label] as f64 * self.variance_of(&coefficients.by_label[label])
                });
                StandardError {
                    se: variance.sum::<f64>().sqrt(),
                    df: units as f64 - 1.0,
                }
            })
            .collect();
        let error = StandardError::satterthwaite(&parts);
        Ok((coefficients, error))
    }

    /// Cohorts that are seen before and after their start, in its order.
    fn cohorts_seen(&self) -> Vec<PlannedCohort> {
        let mut cohorts = self.cohorts.clone();
        cohorts.sort_unstable();
        cohorts.retain(|cohort| (1..self.waves).contains(&cohort.waves_before));
        cohorts
    }

    /// The lot of the plan, refused where it cannot reach 5 %.
    fn lot(&self) -> Result<Lot, Withheld> {
        let cohorts = self.cohorts_seen();
        let units: Vec<usize> = cohorts.iter().map(|cohort| cohort.units).collect();
        if self.plots == 0 {
            let detail = Message::new("detail-plots").with("n", 0_usize);
            return Err(Withheld::because(Reason::TooFewPlots).with(detail));
        }
        let least = least_p(&units, self.comparison);
        if least > LEVEL && !cohorts.is_empty() {
            let detail = Message::new("detail-arrangements").with("n", (1.0 / least).round());
            return Err(
                Withheld::because(Reason::TooFewClusters).with(detail.with("least-p", least))
            );
        }
        let mut counts = units;
        counts.extend([self.comparison, 0]);
        Ok(Lot {
            starts: cohorts.iter().map(|cohort| cohort.waves_before).collect(),
            begins: cohorts
                .iter()
                .map(|cohort| cohort.waves_before as i32)
                .collect(),
            counts,
            periods: (0..self.waves as i32).collect(),
        })
    }

    /// `c'Σc`.
    fn variance_of(&self, weights: &[f64]) -> f64 {
        let chance = &self.chance;
        let lasting = if self.revisited {
            chance.revisit_correlation
        } else {
            0.0
        };
        let plots = chance.plot_sd.powi(2) * (1.0 - lasting) / self.plots as f64;
        let mut variance = 0.0;
        for (t, one) in weights.iter().enumerate() {
            for (s, other) in weights.iter().enumerate() {
                let apart = t.abs_diff(s) as i32;
                let shock = chance.aimak_shock_sd.powi(2) * chance.autocorrelation.powi(apart);
                let own = if t == s { plots } else { 0.0 };
                variance += one * other * (shock + own);
            }
        }
        // rounding alone makes it negative
        variance.max(0.0)
    }
}

#[cfg(test)]
mod tests;
