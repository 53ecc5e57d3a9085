//! How often is the surface dry enough to be blown away?

use crate::erosion::Equation;

/// The card of [`soil_wetness`].
pub const EQUATION: Equation = Equation {
    id: "RWEQ_SOIL_WETNESS",
    formula: "SW = (ETp − (R + I)·Rd/Nd)/ETp, from 0 to 1",
    unit: "1",
    holds: "periods of 15 days or a month",
    reference: "Fryrear et al. (1998), Revised Wind Erosion Equation, USDA-ARS Technical Bulletin 1",
};

/// Water that fell or was given in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Water {
    /// R, mm.
    pub rain_mm: f64,
    /// I, mm.
    pub irrigation_mm: f64,
    /// Rd: days with rain or irrigation.
    pub wet_days: f64,
    /// Nd: days of the period.
    pub days: f64,
}

/// The soil wetness factor, SW: 1 is dry all the time.
///
/// # Formula
/// `SW = [ETp − (R + I)·Rd/Nd]/ETp`, not below 0 nor above 1.
///
/// Another code in use multiplies rain by the days and divides by nothing; this grouping is the published one.
///
/// # Units
/// mm in the period, days.
///
/// # Range and edge cases
/// 0 where nothing evaporates: then the surface stays as wet, or as frozen, as it is. `None` for a negative number, or more wet days
/// than days.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::wetness::{Water, soil_wetness};
/// let water = Water { rain_mm: 8.0, irrigation_mm: 0.0, wet_days: 4.0, days: 15.0 };
/// assert!((soil_wetness(30.0, &water).unwrap() - 0.928_89).abs() < 5e-6);
/// assert_eq!(soil_wetness(0.0, &water), Some(0.0));
/// ```
///
/// # Reference
/// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
pub fn soil_wetness(evapotranspiration_mm: f64, water: &Water) -> Option<f64> {
    let parts = [
        evapotranspiration_mm,
        water.rain_mm,
        water.irrigation_mm,
        water.wet_days,
    ];
    let possible = parts.iter().all(|part| *part >= 0.0 && part.is_finite())
        && water.days > 0.0
        && water.wet_days <= water.days;
    let wet = (water.rain_mm + water.irrigation_mm) * water.wet_days / water.days;
    let dry = if evapotranspiration_mm > 0.0 {
        ((evapotranspiration_mm - wet) / evapotranspiration_mm).clamp(0.0, 1.0)
    } else {
        0.0
    };
    possible.then_some(dry)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn impossible_water() {
        let water = Water {
            rain_mm: 8.0,
            irrigation_mm: 0.0,
            wet_days: 4.0,
            days: 15.0,
        };
        assert_eq!(soil_wetness(-1.0, &water), None);
        let negative = Water {
            rain_mm: -1.0,
            ..water
        };
        assert_eq!(soil_wetness(30.0, &negative), None);
        let more = Water {
            wet_days: 16.0,
            ..water
        };
        assert_eq!(soil_wetness(30.0, &more), None);
    }

    proptest! {
        #[test]
        fn water_protects_wherever_it_comes_from(
            etp in 0.1..100.0_f64, rain in 0.0..100.0_f64, more in 0.0..50.0_f64, wet_days in 0.0..15.0_f64,
        ) {
            let water = Water { rain_mm: rain, irrigation_mm: 0.0, wet_days, days: 15.0 };
            let factor = |water: Water| soil_wetness(etp, &water).unwrap();
            let rained = factor(Water { rain_mm: rain + more, ..water });
            let given = factor(Water { irrigation_mm: more, ..water });
            prop_assert!((rained - given).abs() < 1e-12);
            prop_assert!(rained <= factor(water));
            prop_assert!((0.0..=1.0).contains(&rained));
        }
    }
}
