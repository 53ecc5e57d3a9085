//! Did the soil lose or gain a tenth of its carbon?

use super::{ChangeClass, land_cover::LandCoverClass};

/// A tenth of the base counts, the bound included.
const TENTH: f64 = 0.10;
/// Stocks of 100 and 90 differ by a tenth, though not in binary.
const TOLERANCE: f64 = 1e-9;

/// Carbon of one place on two dates, t/ha to one depth or one soil mass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CarbonStocks {
    /// Stock at first, t/ha.
    pub base_t_per_ha: f64,
    /// Stock later, t/ha.
    pub later_t_per_ha: f64,
}

impl CarbonStocks {
    /// Change as a fraction of the base.
    ///
    /// # Formula
    /// `(SOC_t − SOC_0)/SOC_0`.
    ///
    /// # Range and edge cases
    /// −1 and above. `None` for a base of 0, a negative stock or no number.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::soil_carbon::CarbonStocks;
    /// let stocks = CarbonStocks { base_t_per_ha: 50.0, later_t_per_ha: 44.0 };
    /// assert!((stocks.relative_change().unwrap() + 0.12).abs() < 1e-12);
    /// assert_eq!(CarbonStocks { base_t_per_ha: 0.0, later_t_per_ha: 44.0 }.relative_change(), None);
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.3.
    pub fn relative_change(&self) -> Option<f64> {
        let (base, later) = (self.base_t_per_ha, self.later_t_per_ha);
        let possible = base > 0.0 && later >= 0.0 && base.is_finite() && later.is_finite();
        possible.then(|| (later - base) / base)
    }

    /// Degraded from a loss of 10 % on, improved from a gain of 10 % on.
    ///
    /// The bounds belong to the change, as in Trends.Earth; the UNCCD manual says "more than, for example, 10 %".
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::{ChangeClass, soil_carbon::CarbonStocks};
    /// let class = |later_t_per_ha| CarbonStocks { base_t_per_ha: 100.0, later_t_per_ha }.class();
    /// assert_eq!(class(90.0), Some(ChangeClass::Degraded));
    /// assert_eq!(class(91.0), Some(ChangeClass::Stable));
    /// assert_eq!(class(110.0), Some(ChangeClass::Improved));
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.3; UNCCD PRAIS 4 manual, SO1; Trends.Earth @ 35b2b7d `calc_deg_soc`.
    pub fn class(&self) -> Option<ChangeClass> {
        ChangeClass::beyond(self.relative_change()?, TENTH - TOLERANCE)
    }

    /// The class of modelled carbon; water on either date has no soil.
    pub fn class_on_land(
        &self,
        initial: LandCoverClass,
        last: LandCoverClass,
    ) -> Option<ChangeClass> {
        let soil = initial != LandCoverClass::Water && last != LandCoverClass::Water;
        self.class().filter(|_| soil)
    }

    /// The class of measured carbon: a tenth must also be larger than the design can detect.
    ///
    /// # Range and edge cases
    /// A change no larger than `mdd_t_per_ha` is stable, marked as not demonstrable; `None` as in [`Self::class`] and for
    /// a minimum detectable difference that is negative or no number.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::{ChangeClass, soil_carbon::{CarbonStocks, MeasuredChange}};
    /// let stocks = CarbonStocks { base_t_per_ha: 30.0, later_t_per_ha: 33.5 };
    /// assert_eq!(stocks.measured(3.0), Some(MeasuredChange::Demonstrated(ChangeClass::Improved)));
    /// // six t/ha between paired sites, 20 of them: 3.9632 t/ha are detectable (METHODS A.9)
    /// assert_eq!(stocks.measured(3.9632), Some(MeasuredChange::NotDemonstrable));
    /// ```
    ///
    /// # Reference
    /// METHODS D.5.3, A.9.
    pub fn measured(&self, mdd_t_per_ha: f64) -> Option<MeasuredChange> {
        let class = self.class().filter(|_| mdd_t_per_ha >= 0.0)?;
        let change_t_per_ha = (self.later_t_per_ha - self.base_t_per_ha).abs();
        Some(if change_t_per_ha > mdd_t_per_ha {
            MeasuredChange::Demonstrated(class)
        } else {
            MeasuredChange::NotDemonstrable
        })
    }
}

/// What measured carbon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasuredChange {
    /// The change is larger than the design's minimum detectable difference.
    Demonstrated(ChangeClass),
    /// It is not: "stable (not demonstrable)", which is no finding of stability.
    NotDemonstrable,
}

impl MeasuredChange {
    /// The class for one-out-all-out.
    pub const fn class(self) -> ChangeClass {
        match self {
            Self::Demonstrated(class) => class,
            Self::NotDemonstrable => ChangeClass::Stable,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::degradation::oracle;

    fn stocks(base_t_per_ha: f64, later_t_per_ha: f64) -> CarbonStocks {
        CarbonStocks {
            base_t_per_ha,
            later_t_per_ha,
        }
    }

    #[test]
    fn as_trends_earth() {
        for row in oracle::rows(include_str!("../../tests/oracle/te_soc.csv")) {
            let class = stocks(row[0].into(), row[1].into()).class();
            assert_eq!(class, oracle::class(row[2]), "{row:?}");
        }
    }

    #[test]
    fn water_has_no_soil() {
        let lost = stocks(50.0, 40.0);
        let (grass, water) = (LandCoverClass::Grassland, LandCoverClass::Water);
        assert_eq!(
            lost.class_on_land(grass, grass),
            Some(ChangeClass::Degraded)
        );
        assert_eq!(lost.class_on_land(water, grass), None);
        assert_eq!(lost.class_on_land(grass, water), None);
    }

    #[test]
    fn no_number_is_no_class() {
        assert_eq!(stocks(f64::NAN, 1.0).class(), None);
        assert_eq!(stocks(1.0, f64::INFINITY).class(), None);
        assert_eq!(stocks(50.0, 40.0).measured(f64::NAN), None);
        assert_eq!(stocks(50.0, 40.0).measured(-1.0), None);
    }

    proptest! {
        #[test]
        fn the_bounds_are_inclusive_for_any_base(base in 0.5..300.0_f64) {
            prop_assert_eq!(stocks(base, 0.9 * base).class(), Some(ChangeClass::Degraded));
            prop_assert_eq!(stocks(base, 1.1 * base).class(), Some(ChangeClass::Improved));
            prop_assert_eq!(stocks(base, 0.9001 * base).class(), Some(ChangeClass::Stable));
            prop_assert_eq!(stocks(base, 1.0999 * base).class(), Some(ChangeClass::Stable));
        }

        #[test]
        fn a_wider_detectable_difference_never_adds_a_change(base in 1.0..100.0_f64, later in 0.0..200.0_f64, mdd in 0.0..50.0_f64) {
            let measured = stocks(base, later).measured(mdd).unwrap();
            prop_assert!(measured.class() == ChangeClass::Stable || Some(measured.class()) == stocks(base, later).class());
        }
    }
}
