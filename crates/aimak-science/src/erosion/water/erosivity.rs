//! R: how strongly does the rain of a year attack bare soil?
//!
//! Measured EI30 and the raster of Panagos et al. (2017) are better than any equation here and need none: their values are
//! R as they stand. What follows serves where only monthly rain is known, and as a sensitivity run beside the raster, which has few
//! stations in Central Asia. CV 0.30 (METHODS B.7).

use super::{Equation, rainfall::MonthlyRain};

/// SI from US customary units: `R_SI = 17.02·R_US`.
pub const FROM_US: f64 = 17.02;

const UNIT: &str = "MJ mm ha⁻¹ h⁻¹ yr⁻¹";
const REFERENCE: &str =
    "Renard & Freimund (1994), J. Hydrol. 157:287–306, doi:10.1016/0022-1694(94)90110-4";

/// An equation for R from monthly rain.
pub trait Erosivity {
    /// Its card.
    fn equation(&self) -> Equation;

    /// R, MJ mm ha⁻¹ h⁻¹ yr⁻¹; 0 without rain.
    fn erosivity(&self, rain: &MonthlyRain) -> f64;
}

/// R from the rain of the year, `RF94_P`.
///
/// # Formula
/// `0.0483·P^1.610` for `P ≤ 850 mm`, else `587.8 − 1.219·P + 0.004105·P²`.
///
/// # Range and edge cases
/// Holds where rain is spread over the year as in the United States it was fitted to. It cannot see that the rain comes in May.
/// The two branches meet at 850 mm within 0.2 %.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{erosivity::{Erosivity, RenardFreimundAnnual}, rainfall::MonthlyRain};
/// let rain = MonthlyRain::new([25., 30., 48., 75., 65., 35., 20., 12., 16., 42., 42., 30.]).unwrap();
/// assert!((RenardFreimundAnnual.erosivity(&rain) - 870.775).abs() < 5e-4);
/// ```
///
/// # Reference
/// METHODS B.1; Renard & Freimund (1994).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RenardFreimundAnnual;

impl RenardFreimundAnnual {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "RF94_P",
        formula: "P ≤ 850: 0.0483·P^1.610; else 587.8 − 1.219·P + 0.004105·P²",
        unit: UNIT,
        holds: "annual rain, fitted to stations of the United States, the dry west partly excluded; blind to season and intensity",
        reference: REFERENCE,
    };
}

impl Erosivity for RenardFreimundAnnual {
    fn equation(&self) -> Equation {
        Self::EQUATION
    }

    fn erosivity(&self, rain: &MonthlyRain) -> f64 {
        let p = rain.annual_mm();
        if p <= 850.0 {
            0.0483 * p.powf(1.610)
        } else {
            587.8 - 1.219 * p + 0.004_105 * p * p
        }
    }
}

/// R from the modified Fournier index, `RF94_F`, the default.
///
/// # Formula
/// `0.7397·F^1.847` for `F < 55 mm`, else `95.77 − 6.081·F + 0.4770·F²`.
///
/// The factor printed as 0.07397 in some papers and scripts is ten times too small in SI: only with 0.7397 do the branches meet at
/// 55 mm.
///
/// # Range and edge cases
/// Fitted in the United States. It knows in which months the rain falls, not how hard: convective storms of May and June in
/// the foothills erode more than it says.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::{erosivity::{Erosivity, RenardFreimundFournier}, rainfall::MonthlyRain};
/// let rain = MonthlyRain::new([25., 30., 48., 75., 65., 35., 20., 12., 16., 42., 42., 30.]).unwrap();
/// assert!((RenardFreimundFournier.erosivity(&rain) - 862.736).abs() < 5e-4);
/// ```
///
/// # Reference
/// METHODS B.1; Renard & Freimund (1994); Arnoldus (1980).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RenardFreimundFournier;

impl RenardFreimundFournier {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "RF94_F",
        formula: "F < 55: 0.7397·F^1.847; else 95.77 − 6.081·F + 0.4770·F²",
        unit: UNIT,
        holds: "monthly rain, means of ten years or more, fitted to stations of the United States; blind to intensity",
        reference: REFERENCE,
    };
}

impl Erosivity for RenardFreimundFournier {
    fn equation(&self) -> Equation {
        Self::EQUATION
    }

    fn erosivity(&self, rain: &MonthlyRain) -> f64 {
        let f = rain.modified_fournier();
        if f < 55.0 {
            0.7397 * f.powf(1.847)
        } else {
            95.77 - 6.081 * f + 0.4770 * f * f
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same rain every month.
    fn even(annual_mm: f64) -> MonthlyRain {
        MonthlyRain::new([annual_mm / 12.0; 12]).unwrap()
    }

    #[test]
    fn worked_examples_of_methods_b1() {
        // test_vectors.json: B.R.kg_profiles, B.R.rain_only
        for (p, expected) in [
            (300.0, 470.02),
            (440.0, 870.77),
            (600.0, 1434.73),
            (900.0, 2815.75),
        ] {
            let found = RenardFreimundAnnual.erosivity(&even(p));
            assert!((found - expected).abs() < 6e-3, "{p} {found}");
        }
        let precipitation = [25., 30., 48., 75., 65., 35., 20., 12., 16., 42., 42., 30.];
        let temperature = [-4., -2., 5., 12., 17., 22., 25., 24., 18., 11., 4., -2.];
        let rain = MonthlyRain::of_precipitation(precipitation, temperature).unwrap();
        assert!((RenardFreimundAnnual.erosivity(&rain) - 616.332).abs() < 5e-4);
        // the sum falls and R rises, because what is left is concentrated
        assert!((RenardFreimundFournier.erosivity(&rain) - 1011.83).abs() < 5e-3);
    }

    #[test]
    fn the_branches_meet() {
        // test_vectors.json: B.R.continuity; F of even rain is P/12
        let meet = |equation: &dyn Erosivity, at: f64, expected: (f64, f64)| {
            let (low, high) = (
                equation.erosivity(&even(at - 1e-9)),
                equation.erosivity(&even(at + 1e-9)),
            );
            assert!(
                (low - expected.0).abs() < 6e-3 && (high - expected.1).abs() < 6e-3,
                "{low} {high}"
            );
        };
        meet(&RenardFreimundAnnual, 850.0, (2513.69, 2517.51));
        meet(&RenardFreimundFournier, 12.0 * 55.0, (1212.01, 1204.24));
    }

    #[test]
    fn without_rain_there_is_no_erosivity() {
        assert_eq!(RenardFreimundAnnual.erosivity(&even(0.0)), 0.0);
        assert_eq!(RenardFreimundFournier.erosivity(&even(0.0)), 0.0);
        assert!((50.0 * FROM_US - 851.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn more_rain_erodes_more(mm in prop::array::uniform12(0.0..150.0_f64), more in 1.1..2.0_f64) {
            let (less, more) = (MonthlyRain::new(mm).unwrap(), MonthlyRain::new(mm.map(|mm| mm * more + 1.0)).unwrap());
            for equation in [&RenardFreimundAnnual as &dyn Erosivity, &RenardFreimundFournier] {
                let (low, high) = (equation.erosivity(&less), equation.erosivity(&more));
                prop_assert!(low >= 0.0 && high >= 0.0);
                // the quadratic starts 0.65 % below the end of the power
                prop_assert!(high > 0.99 * low, "{} {} {}", equation.equation().id, low, high);
            }
        }
    }
}
