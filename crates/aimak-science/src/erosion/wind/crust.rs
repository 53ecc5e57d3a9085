//! How much of the soil does its crust hold?

use crate::erosion::Equation;

/// The card of [`soil_crust`].
pub const EQUATION: Equation = Equation {
    id: "RWEQ_SCF",
    formula: "SCF = 1/(1 + 0.0066·Cl² + 0.021·OM²)",
    unit: "1",
    holds: "clay 5.0–39.3, organic matter 0.32–4.74 %; a crust that has formed, and was not broken by tillage or hooves",
    reference: "Fryrear et al. (1998), Revised Wind Erosion Equation, USDA-ARS Technical Bulletin 1; limits recalled",
};

/// The soil crust factor, SCF.
///
/// # Formula
/// `SCF = 1/(1 + 0.0066·Cl² + 0.021·OM²)`.
///
/// Snippets in use write `1/1 + 0.0066·Cl² + 0.21·OM²`, which grows with clay: parentheses and a zero are missing.
///
/// # Units
/// Clay and organic matter in mass per cent; a fraction.
///
/// # Range and edge cases
/// Above 0, up to 1 for sand without humus. `None` outside 0–100 %.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::crust::soil_crust;
/// assert!((soil_crust(10.0, 2.0).unwrap() - 0.573_39).abs() < 5e-6);
/// assert_eq!(soil_crust(0.0, 0.0), Some(1.0));
/// ```
///
/// # Reference
/// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
pub fn soil_crust(clay_percent: f64, organic_matter_percent: f64) -> Option<f64> {
    let shares = [clay_percent, organic_matter_percent];
    let possible = shares.iter().all(|share| (0.0..=100.0).contains(share));
    let bound = 0.0066 * clay_percent.powi(2) + 0.021 * organic_matter_percent.powi(2);
    possible.then(|| 1.0 / (1.0 + bound))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn impossible_soils() {
        assert_eq!(soil_crust(-1.0, 2.0), None);
        assert_eq!(soil_crust(10.0, 101.0), None);
        assert_eq!(soil_crust(f64::NAN, 2.0), None);
    }

    proptest! {
        #[test]
        fn clay_and_humus_hold(clay in 0.0..90.0_f64, humus in 0.0..20.0_f64, more in 0.1..5.0_f64) {
            let factor = |clay, humus| soil_crust(clay, humus).unwrap();
            prop_assert!(factor(clay + more, humus) < factor(clay, humus));
            prop_assert!(factor(clay, humus + more) < factor(clay, humus));
            prop_assert!(factor(clay, humus) > 0.0 && factor(clay, humus) <= 1.0);
        }
    }
}
