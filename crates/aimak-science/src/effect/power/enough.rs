//! How many more aimaks would make an effect that matters visible?

use crate::{effect::staggered::Staggered, methods::interval::StandardError};

/// Most further aimaks of a kind that anybody could observe.
pub const MOST_MORE: usize = 40;

/// What would bring the smallest detectable effect down to the one that matters.
///
/// # Formula
/// The error of the default is a sum of parts, each of a pool of n units: `SE² = Σ se_p²`. With k more units of the same spread a part is
/// `se_p²·n/(n + k)` with `n + k − 1` degrees of freedom; further treated units are shared among the starts as those at hand. Sought is the
/// least k with `(t(.975, df) + t(.80, df))·SE ≤ relevant`.
///
/// # Range and edge cases
/// What is planned with is the spread of the panel itself, which few units know badly. Nothing is said against units not yet treated: there
/// one unit is on both sides.
///
/// # Example
/// ```
/// use aimak_science::{effect::power::{Enough, MOST_MORE}, methods::interval::StandardError};
/// let side = |n: f64| StandardError { se: (0.5 / n).sqrt(), df: n - 1.0 };
/// // 10 and 10: SE² .1, df 18, smallest effect .9370; with 2 more for comparison .0917 and .8959
/// assert_eq!(Enough::of_parts(&[side(10.0)], side(10.0), 0.9), Some(Enough::Comparison(2)));
/// assert_eq!(Enough::of_parts(&[side(10.0)], side(10.0), 1.0), None);
/// // beside 10 organic aimaks any number of others leaves SE² above .05: more of both kinds are needed
/// assert_eq!(Enough::of_parts(&[side(10.0)], side(10.0), 0.6), Some(Enough::Both(13)));
/// assert_eq!(Enough::of_parts(&[side(10.0)], side(10.0), 0.1), Some(Enough::Nothing));
/// ```
///
/// # Reference
/// METHODS A.9; STATISTICS 6, rung 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enough {
    /// So many more comparison units.
    Comparison(usize),
    /// So many more of each kind.
    Both(usize),
    /// Not [`MOST_MORE`] of each kind.
    Nothing,
}

impl Enough {
    /// For an effect against units never treated; `None` where what matters is visible already.
    pub fn of(effect: &Staggered, relevant: f64) -> Option<Self> {
        let (comparison, treated) = effect.parts.split_last()?;
        Self::of_parts(treated, *comparison, relevant)
    }

    /// From what each pool of treated units and the comparison add to the error.
    pub fn of_parts(
        treated: &[StandardError],
        comparison: StandardError,
        relevant: f64,
    ) -> Option<Self> {
        let organic: f64 = treated.iter().map(|part| part.df + 1.0).sum();
        let sees = |more_treated: usize, more_comparison: usize| {
            let share = (organic + more_treated as f64) / organic;
            let mut parts: Vec<StandardError> = treated
                .iter()
                .map(|part| with_more(*part, share * (part.df + 1.0)))
                .collect();
            let n = comparison.df + 1.0 + more_comparison as f64;
            parts.push(with_more(comparison, n));
            StandardError::satterthwaite(&parts).smallest_detectable() <= relevant
        };
        if sees(0, 0) {
            return None;
        }
        let least = |sees: &dyn Fn(usize) -> bool| (1..=MOST_MORE).find(|&more| sees(more));
        Some(least(&|more| sees(0, more)).map_or_else(
            || least(&|more| sees(more, more)).map_or(Self::Nothing, Self::Both),
            Self::Comparison,
        ))
    }
}

/// The part of a pool that has n units instead.
fn with_more(part: StandardError, n: f64) -> StandardError {
    StandardError {
        se: part.se * ((part.df + 1.0) / n).sqrt(),
        df: n - 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::super::{panel::Start, trial::Setting},
        *,
    };

    /// What is said of the spread of one half of a world holds about for the whole of it.
    #[test]
    fn a_world_with_as_many_more_sees_what_was_told() {
        let small = Setting {
            treated: 14,
            comparison: 6,
            ..Setting::default()
        };
        let mut met = 0;
        for run in 0..40 {
            let effect = Staggered::of(&small.panel(1, run)).unwrap();
            let relevant = 0.9 * effect.error.smallest_detectable();
            let Some(Enough::Comparison(more)) = Enough::of(&effect, relevant) else {
                continue;
            };
            let larger = Setting {
                comparison: 6 + more,
                ..small.clone()
            };
            let truth: f64 = (0..40)
                .map(|run| {
                    Staggered::of(&larger.panel(2, run))
                        .unwrap()
                        .error
                        .smallest_detectable()
                })
                .sum::<f64>()
                / 40.0;
            met += usize::from((truth / relevant - 1.0).abs() < 0.35);
        }
        assert!(met >= 20, "{met} of 40");
    }

    #[test]
    fn parts_are_the_starts_in_order_and_the_comparison_last() {
        let panel = Setting::default().panel(1, 0);
        let effect = Staggered::of(&panel).unwrap();
        let never = panel
            .starts()
            .iter()
            .filter(|start| **start == Start::Never);
        assert_eq!(effect.parts.len(), 4);
        assert_eq!(effect.parts[3].df + 1.0, never.count() as f64);
    }
}
