//! Did the land lose less because it is farmed otherwise, or because it rained less?
//!
//! Loss is computed four times: rain of either period on land of either period. The effect of the land is the mean of both
//! orders (land first, rain first), likewise that of the climate; the two sum to the change. What they do to each other is shown as
//! the interaction and not hidden in one of them.

/// Losses of the same cells with the same equations, t ha⁻¹ yr⁻¹ or t yr⁻¹. R makes the climate; K, C and P make the land; LS
/// stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FourLosses {
    /// Land and climate of before.
    pub land_before_climate_before: f64,
    /// Land of after under the climate of before.
    pub land_after_climate_before: f64,
    /// Land of before under the climate of after.
    pub land_before_climate_after: f64,
    /// Land and climate of after.
    pub land_after_climate_after: f64,
}

impl FourLosses {
    /// The four losses by a function of land and climate; `None` where one is missing.
    ///
    /// ```
    /// use aimak_science::erosion::water::change::{Ages, FourLosses};
    /// let land = Ages { before: 0.02, after: 0.01 }; // K·LS·C·P
    /// let climate = Ages { before: 800.0, after: 1000.0 }; // R
    /// let split = FourLosses::of(land, climate, |land, r| Some(land * r)).unwrap().split();
    /// assert!((split.land + 9.0).abs() < 1e-12); // −0.01·(800 + 1000)/2
    /// assert!((split.climate - 3.0).abs() < 1e-12); // 200·(0.02 + 0.01)/2
    /// assert!((split.interaction + 2.0).abs() < 1e-12); // −0.01·200
    /// assert!((split.change + 6.0).abs() < 1e-12);
    /// ```
    pub fn of<L: Copy, C: Copy>(
        land: Ages<L>,
        climate: Ages<C>,
        loss: impl Fn(L, C) -> Option<f64>,
    ) -> Option<Self> {
        Some(Self {
            land_before_climate_before: loss(land.before, climate.before)?,
            land_after_climate_before: loss(land.after, climate.before)?,
            land_before_climate_after: loss(land.before, climate.after)?,
            land_after_climate_after: loss(land.after, climate.after)?,
        })
    }

    /// Adds the losses of another part of the area.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self {
            land_before_climate_before: self.land_before_climate_before
                + other.land_before_climate_before,
            land_after_climate_before: self.land_after_climate_before
                + other.land_after_climate_before,
            land_before_climate_after: self.land_before_climate_after
                + other.land_before_climate_after,
            land_after_climate_after: self.land_after_climate_after
                + other.land_after_climate_after,
        }
    }

    /// The change, split.
    ///
    /// # Formula
    /// `land = ½[(A_ab − A_bb) + (A_aa − A_ba)]`, `climate = ½[(A_ba − A_bb) + (A_aa − A_ab)]`,
    /// `interaction = A_aa − A_ab − A_ba + A_bb`; the first letter is the land, the second the climate.
    ///
    /// # Range and edge cases
    /// `land + climate = change` always; the interaction stands beside them and is in each with one half.
    ///
    /// # Reference
    /// The mean over both orders is the Shapley value of two players; Shorrocks (2013), J. Econ. Inequal. 11:99–126.
    pub fn split(&self) -> ChangeSplit {
        let land = Ages {
            before: self.land_after_climate_before - self.land_before_climate_before,
            after: self.land_after_climate_after - self.land_before_climate_after,
        };
        let climate_first = self.land_before_climate_after - self.land_before_climate_before;
        let climate_last = self.land_after_climate_after - self.land_after_climate_before;
        ChangeSplit {
            change: self.land_after_climate_after - self.land_before_climate_before,
            land: f64::midpoint(land.before, land.after),
            land_under_climate: land,
            climate: f64::midpoint(climate_first, climate_last),
            interaction: land.after - land.before,
        }
    }
}

/// Something before and after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ages<T> {
    /// Before.
    pub before: T,
    /// After.
    pub after: T,
}

/// A change of loss and what made it, in the unit of the losses; negative is less erosion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangeSplit {
    /// After minus before.
    pub change: f64,
    /// Made by the land: cover, practice, soil.
    pub land: f64,
    /// Made by the land, had the climate stayed as before, or been as after all along.
    pub land_under_climate: Ages<f64>,
    /// Made by the rain.
    pub climate: f64,
    /// How much more the land changes under the climate of after than under that of before.
    pub interaction: f64,
}

/// After over before under one climate, with its band from the uncertainty of C (and P); R, K and LS cancel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LossRatio {
    /// The ratio.
    pub ratio: f64,
    /// Its 95 % band of kind [`aimak_core::IntervalKind::Parameter`].
    pub band: (f64, f64),
}

/// The 97.5 % quantile of the standard normal distribution.
const Z_975: f64 = 1.959_963_984_540_054;

impl LossRatio {
    /// The ratio of two losses whose C (and P) have these CVs and correlate by `correlation`.
    ///
    /// # Formula
    /// `sd(ln ratio)² = σ_b² + σ_a² − 2ρσ_bσ_a`, `σ² = ln(1 + CV²)`; band `ratio·exp(±1.96·sd)`.
    ///
    /// # Range and edge cases
    /// `None` for a loss of before that is not positive, a loss of after below 0, a negative CV or a correlation outside −1 to 1.
    ///
    /// # Example
    /// ```
    /// use aimak_science::erosion::water::change::{Ages, LossRatio};
    /// let cv = Ages { before: 0.20, after: 0.20 };
    /// let ratio = LossRatio::new(Ages { before: 10.0, after: 8.0 }, cv, 0.5).unwrap();
    /// assert!((ratio.band.1 / ratio.ratio - 1.47426).abs() < 5e-6);
    /// assert!(!ratio.is_demonstrable());
    /// ```
    ///
    /// # Reference
    /// METHODS B.7.
    pub fn new(loss: Ages<f64>, cv: Ages<f64>, correlation: f64) -> Option<Self> {
        let possible = loss.before > 0.0
            && loss.after >= 0.0
            && cv.before >= 0.0
            && cv.after >= 0.0
            && (-1.0..=1.0).contains(&correlation);
        let ratio = loss.after / loss.before;
        let variance = |cv: f64| (1.0 + cv * cv).ln();
        let (before, after) = (variance(cv.before), variance(cv.after));
        let sd = (before + after - 2.0 * correlation * (before * after).sqrt())
            .max(0.0)
            .sqrt();
        let times = (Z_975 * sd).exp();
        (possible && ratio.is_finite() && times.is_finite()).then_some(Self {
            ratio,
            band: (ratio / times, ratio * times),
        })
    }

    /// False where the band holds 1: no demonstrable change.
    pub fn is_demonstrable(&self) -> bool {
        !(self.band.0..=self.band.1).contains(&1.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn losses(land: (f64, f64), climate: (f64, f64)) -> FourLosses {
        let land = Ages {
            before: land.0,
            after: land.1,
        };
        let climate = Ages {
            before: climate.0,
            after: climate.1,
        };
        FourLosses::of(land, climate, |land, climate| Some(land * climate)).unwrap()
    }

    #[test]
    fn a_missing_loss_has_no_split() {
        let ages = Ages {
            before: 1.0,
            after: 2.0,
        };
        let found = FourLosses::of(ages, ages, |land, climate| (land < climate).then_some(1.0));
        assert_eq!(found, None);
    }

    #[test]
    fn demonstrable_or_not() {
        let cv = Ages {
            before: 0.2,
            after: 0.2,
        };
        let ratio = |after| {
            LossRatio::new(
                Ages {
                    before: 10.0,
                    after,
                },
                cv,
                0.5,
            )
            .unwrap()
        };
        // 10/1.47426 = 6.783
        assert!(ratio(6.78).is_demonstrable() && !ratio(6.79).is_demonstrable());
        let zero = Ages {
            before: 0.0,
            after: 1.0,
        };
        assert_eq!(LossRatio::new(zero, cv, 0.5), None);
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_change(a in 0.0..1.0_f64, b in 0.0..1.0_f64, r in 1.0..3000.0_f64, s in 1.0..3000.0_f64) {
            let split = losses((a, b), (r, s)).split();
            prop_assert!((split.land + split.climate - split.change).abs() < 1e-9);
            prop_assert!((split.interaction - (b - a) * (s - r)).abs() < 1e-9);
            // time turned round changes every sign but that of the interaction
            let back = losses((b, a), (s, r)).split();
            prop_assert!((split.land + back.land).abs() < 1e-9);
            prop_assert!((split.climate + back.climate).abs() < 1e-9);
            prop_assert!((split.interaction - back.interaction).abs() < 1e-9);
        }

        #[test]
        fn under_one_climate_the_land_is_all(a in 0.0..1.0_f64, b in 0.0..1.0_f64, r in 1.0..3000.0_f64) {
            let split = losses((a, b), (r, r)).split();
            prop_assert_eq!((split.climate, split.interaction), (0.0, 0.0));
            prop_assert_eq!(split.land, split.change);
        }

        #[test]
        fn the_split_of_a_sum_is_the_sum_of_splits(a in 0.0..1.0_f64, b in 0.0..1.0_f64) {
            let (one, two) = (losses((a, b), (900.0, 800.0)), losses((b, a * a), (700.0, 950.0)));
            let (both, one, two) = (one.and(&two).split(), one.split(), two.split());
            prop_assert!((both.land - one.land - two.land).abs() < 1e-9);
        }
    }
}
