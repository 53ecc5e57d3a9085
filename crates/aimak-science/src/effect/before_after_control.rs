//! By how much more did the treated units change than those beside them?

use aimak_core::Withheld;

use crate::methods::interval::{StandardError, mean};

use super::{
    p_value::two_sided,
    panel::Balanced,
    unit_change::{Sides, UnitChange},
};

/// Before–after–control–impact at one date: the change of the treated less the change of those never treated.
///
/// # Formula
/// `Δ = mean(dᵢ, treated) − mean(dᵢ, comparison)`, dᵢ the mean of a unit's periods from the start on less the mean of those before;
/// `SE² = s²_T/n_T + s²_C/n_C`, degrees of freedom after Welch–Satterthwaite. Each side keeps its own spread: a pooled one is wrong
/// where they differ.
///
/// # Units
/// Those of the outcome.
///
/// # Range and edge cases
/// Withheld for fewer than two units on a side. See [`PermutationFloor`] for whether the lot could speak at all. Without an effect
/// (1,500 panels of 8 years a cell, errors of AR 0.5) p is below 5 % in 5.5 % of them with 4 treated of 13 units, 5.4 % with 3 of 9, 4.9 %
/// with 5 of 14 that vary twice as much, but 8.9 % with 2 of 12: two treated units make the interval too short.
///
/// # Example
/// ```
/// use aimak_science::effect::before_after_control::BeforeAfterControl;
/// let treated = [0.4, 0.2, 0.5, 0.1, 0.3, 0.35];
/// let comparison = [0.1, 0.0, 0.2, 0.15, 0.05, 0.1];
/// let found = BeforeAfterControl::of_changes(&treated, &comparison).unwrap();
/// assert!((found.difference - 0.208333).abs() < 5e-7 && (found.error.se - 0.065085).abs() < 5e-7);
/// assert!((found.error.df - 7.310413).abs() < 5e-7 && (found.p() - 0.01419).abs() < 5e-6);
/// let (lo, hi) = found.error.limits(found.difference);
/// assert!((lo - 0.055746).abs() < 5e-7 && (hi - 0.360921).abs() < 5e-7);
/// // what before–after alone would have claimed
/// assert!((found.treated_change - 0.308333).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS H.4; Stewart-Oaten, Murdoch & Parker (1986), Ecology 67:929–940; Welch (1947), Biometrika 34:28–35.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BeforeAfterControl {
    /// Change of the treated less change of the comparison.
    pub difference: f64,
    /// Its standard error.
    pub error: StandardError,
    /// Change of the treated alone: printed beside the difference, as what lies between them would have been claimed wrongly.
    pub treated_change: f64,
    /// Change of the comparison.
    pub comparison_change: f64,
    /// Treated units.
    pub treated: usize,
    /// Comparison units.
    pub comparison: usize,
}

impl BeforeAfterControl {
    /// Fewest units of a side.
    pub const LEAST: usize = 2;

    /// From the changes of the units of both sides.
    ///
    /// # Errors
    /// `NO_COMPARISON` without comparison units; `TOO_FEW_CLUSTERS` for fewer than two on a side.
    pub fn of_changes(treated: &[f64], comparison: &[f64]) -> Result<Self, Withheld> {
        let side = |changes| mean(changes).zip(StandardError::of_mean(changes));
        let (Some((treated_change, treated_error)), Some((comparison_change, comparison_error))) =
            (side(treated), side(comparison))
        else {
            return Err(Sides::too_few(treated.len(), comparison.len(), Self::LEAST));
        };
        Ok(Self {
            difference: treated_change - comparison_change,
            error: treated_error.and(comparison_error),
            treated_change,
            comparison_change,
            treated: treated.len(),
            comparison: comparison.len(),
        })
    }

    /// The units that began in `start` beside those never treated.
    ///
    /// # Errors
    /// As [`Self::of_changes`]; `TOO_FEW_YEARS` where a period before or after is missing.
    pub fn of(panel: &Balanced, start: i32) -> Result<Self, Withheld> {
        let sides = Sides::at(panel, start, Self::LEAST)?;
        let changes = |units: &[usize]| -> Vec<f64> {
            let about = units
                .iter()
                .filter_map(|&unit| UnitChange::about(panel, unit, start));
            about.map(|change| change.difference()).collect()
        };
        Self::of_changes(&changes(&sides.treated), &changes(&sides.comparison))
    }

    /// Two-sided p by Student's t.
    pub fn p(&self) -> f64 {
        two_sided(self.difference, self.error)
    }

    /// Smallest difference that this many units with this spread would show with 80 % power.
    pub fn smallest_detectable(&self) -> f64 {
        self.error.smallest_detectable()
    }

    /// What a permutation of the units could say at most.
    pub fn permutation_floor(&self) -> PermutationFloor {
        PermutationFloor::of(self.treated, self.comparison)
    }
}

/// The smallest p that exchanging the treated units can give.
///
/// # Formula
/// One-sided `1/C(N, a)` with a treated of N; two-sided twice that.
///
/// # Example
/// ```
/// use aimak_science::effect::before_after_control::PermutationFloor;
/// let three = PermutationFloor::of(3, 3);
/// assert_eq!((three.one_sided, three.two_sided), (0.05, 0.10));
/// assert!(!three.reaches(0.05) && !PermutationFloor::of(3, 4).reaches(0.05));
/// assert!(PermutationFloor::of(4, 4).reaches(0.05) && PermutationFloor::of(3, 5).reaches(0.05));
/// ```
///
/// # Reference
/// METHODS H.4 and H, amendment 4.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PermutationFloor {
    /// Smallest one-sided p.
    pub one_sided: f64,
    /// Smallest two-sided p.
    pub two_sided: f64,
}

impl PermutationFloor {
    /// For so many treated and comparison units.
    pub fn of(treated: usize, comparison: usize) -> Self {
        let orders: f64 = (1..=treated.min(comparison))
            .map(|i| (treated.max(comparison) + i) as f64 / i as f64)
            .product();
        Self {
            one_sided: 1.0 / orders.round(),
            two_sided: (2.0 / orders.round()).min(1.0),
        }
    }

    /// True where a two-sided test at `level` could reject at all.
    pub fn reaches(&self, level: f64) -> bool {
        self.two_sided <= level
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::Reason;
    use proptest::prelude::*;

    use super::{
        super::{panel::Start, unit_change::panel_of},
        *,
    };

    #[test]
    fn the_toy_of_methods_and_who_is_on_neither_side() {
        let panel = panel_of(
            &[2015, 2020],
            &[
                (Start::In(2018), &[1.7, 2.0], &[]),
                (Start::In(2018), &[1.9, 2.2], &[]),
                (Start::Never, &[1.8, 1.9], &[]),
                (Start::Never, &[1.9, 2.0], &[]),
                (Start::In(2020), &[0.0, 9.0], &[]),
                (Start::In(2025), &[0.0, 9.0], &[]),
            ],
        );
        let found = BeforeAfterControl::of(&panel, 2018).unwrap();
        assert!((found.treated_change - 0.3).abs() < 1e-12);
        assert!((found.difference - 0.2).abs() < 1e-12);
        assert_eq!((found.treated, found.comparison), (2, 2));
        assert_eq!(
            BeforeAfterControl::of(&panel, 2020).unwrap_err().reason,
            Reason::TooFewClusters
        );
    }

    #[test]
    fn refusals_say_which_side_is_missing() {
        let reason = |treated: &[f64], comparison: &[f64]| {
            BeforeAfterControl::of_changes(treated, comparison)
                .unwrap_err()
                .reason
        };
        assert_eq!(reason(&[1.0, 2.0], &[]), Reason::NoComparison);
        assert_eq!(reason(&[1.0, 2.0], &[1.0]), Reason::TooFewClusters);
        assert_eq!(reason(&[1.0], &[1.0, 2.0]), Reason::TooFewClusters);
    }

    #[test]
    fn floors_of_methods() {
        for (treated, comparison, floor) in [(4, 4, 0.0143), (5, 5, 0.0040), (2, 8, 0.0222)] {
            assert!((PermutationFloor::of(treated, comparison).one_sided - floor).abs() < 5e-5);
        }
    }

    proptest! {
        #[test]
        fn what_both_sides_share_cancels_and_sides_can_be_swapped(
            treated in prop::collection::vec(-5.0..5.0_f64, 2..8),
            comparison in prop::collection::vec(-5.0..5.0_f64, 2..8),
            common in -9.0..9.0_f64,
        ) {
            let found = BeforeAfterControl::of_changes(&treated, &comparison).unwrap();
            let lift = |changes: &[f64]| changes.iter().map(|change| change + common).collect::<Vec<_>>();
            let lifted = BeforeAfterControl::of_changes(&lift(&treated), &lift(&comparison)).unwrap();
            prop_assert!((found.difference - lifted.difference).abs() < 1e-9 && (found.error.se - lifted.error.se).abs() < 1e-9);
            let swapped = BeforeAfterControl::of_changes(&comparison, &treated).unwrap();
            prop_assert!((found.difference + swapped.difference).abs() < 1e-12 && (found.p() - swapped.p()).abs() < 1e-9);
            prop_assert!((0.0..=1.0).contains(&found.p()));
        }
    }
}
