//! How often does an analysis say "effect", and how far are its values from the truth?

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::Setting;
use crate::{
    effect::{
        aggregate,
        group_time::{self, GroupTime},
        influence::Effect,
        panel::Balanced,
        randomisation::{Exchange, Randomisation},
        staggered::{Design, Staggered, Window},
    },
    methods::interval::variance,
};

/// The level of every test here, and the normal quantile that belongs to it.
const LEVEL: f64 = 0.05;
const NORMAL_QUANTILE: f64 = 1.959_963_984_540_054;

/// A way to come to "there is an effect".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Analysis {
    /// The default: Welch's t.
    Welch(Design),
    /// Randomisation of start dates, studentised, with this many draws.
    Randomised {
        /// The estimate.
        design: Design,
        /// Between whom dates are exchanged.
        exchange: Exchange,
        /// How many lots are drawn where not all are gone through.
        draws: usize,
    },
    /// The influence function with normal quantiles: what is to be warned of.
    InfluenceNormal,
}

/// How often out of how many, with its Monte Carlo error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Runs that said "effect".
    pub rejected: usize,
    /// Runs with an answer.
    pub of: usize,
    /// Runs without one.
    pub withheld: usize,
}

/// Values of many runs beside what was put in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Mean of the values.
    pub mean: f64,
    /// Their standard deviation over runs: the true standard error.
    pub sd: f64,
    /// Mean of the standard errors stated.
    pub mean_se: f64,
    /// Share of 95 % intervals that hold the true mean effect.
    pub coverage: Rate,
}

impl Rate {
    /// The share of runs with an answer; `None` where none had one.
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| self.rejected as f64 / self.of as f64)
    }

    /// Standard error of the share, from the number of runs.
    pub fn monte_carlo_error(self) -> Option<f64> {
        let share = self.share()?;
        Some((share * (1.0 - share) / self.of as f64).sqrt())
    }

    /// Counts answers.
    fn of(answers: &[Option<bool>]) -> Self {
        let of = answers.iter().flatten().count();
        Self {
            rejected: answers
                .iter()
                .filter(|answer| **answer == Some(true))
                .count(),
            of,
            withheld: answers.len() - of,
        }
    }
}

impl Setting {
    /// How often an analysis says "effect": its size where the setting has none, its power where it has one.
    ///
    /// All analyses of a setting see the same panels. Runs are independent of each other and of threads.
    pub fn rejections(&self, analysis: Analysis, seed: u64, runs: usize) -> Rate {
        let answers: Vec<Option<bool>> = (0..runs)
            .into_par_iter()
            .map(|run| analysis.rejects(&self.panel(seed, run), seed, run))
            .collect();
        Rate::of(&answers)
    }

    /// What the estimates of a design are like.
    pub fn spread(&self, design: Design, seed: u64, runs: usize) -> Option<Spread> {
        let found: Vec<Option<Staggered>> = (0..runs)
            .into_par_iter()
            .map(|run| Staggered::under(&self.panel(seed, run), Window::Post, design).ok())
            .collect();
        let values: Vec<f64> = found.iter().flatten().map(|effect| effect.value).collect();
        let errors: f64 = found.iter().flatten().map(|effect| effect.error.se).sum();
        let n = values.len() as f64;
        let holds = |effect: &Staggered| {
            let (lo, hi) = effect.error.limits(effect.value);
            lo <= self.effect && self.effect <= hi
        };
        let covered: Vec<Option<bool>> = found
            .iter()
            .map(|effect| effect.as_ref().map(holds))
            .collect();
        Some(Spread {
            mean: values.iter().sum::<f64>() / n,
            sd: variance(&values)?.sqrt(),
            mean_se: errors / n,
            coverage: Rate::of(&covered),
        })
    }
}

impl Analysis {
    /// What it says of a panel; `None` where it refuses.
    fn rejects(self, panel: &Balanced, seed: u64, run: usize) -> Option<bool> {
        match self {
            Self::Welch(design) => {
                let effect = Staggered::under(panel, Window::Post, design).ok()?;
                Some(effect.p() <= LEVEL)
            }
            Self::Randomised {
                design,
                exchange,
                draws,
            } => {
                let test = Randomisation {
                    design,
                    exchange,
                    draws,
                    ..Randomisation::new(seed, &format!("run {run}"))
                };
                Some(test.test(panel).ok()?.p <= LEVEL)
            }
            Self::InfluenceNormal => {
                let effect = large_sample(panel)?;
                Some(effect.att.abs() > NORMAL_QUANTILE * effect.se()?)
            }
        }
    }
}

/// The effect with the error of its influence function, as did computes it: right for many units, too small for few.
///
/// Here to be compared with and warned of: with few units it rejects a true null 7 to 11 % of the time (STATISTICS 6), because its
/// variances have divisor n and its quantiles are normal. `None` without cells.
pub fn large_sample(panel: &Balanced) -> Option<Effect> {
    let design = group_time::Design {
        least_treated: 1,
        least_comparison: 1,
        ..group_time::Design::default()
    };
    aggregate::overall(&GroupTime::of(panel, &design).ok()?).ok()
}
