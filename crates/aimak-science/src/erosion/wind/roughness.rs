//! How much wind do ridges and clods take?

use super::{Factor, Remark};
use crate::erosion::Equation;

/// The card of [`roughness`].
pub const EQUATION: Equation = Equation {
    id: "RWEQ_K",
    formula: "K' = exp(1.86·Kr − 2.41·Kr^0.934 − 0.127·Crr), Kr = 4·RH²/RS",
    unit: "1",
    holds: "Kr up to 18 cm; ridges across the wind",
    reference: "Fryrear et al. (1998), Revised Wind Erosion Equation, USDA-ARS Technical Bulletin 1; Kr recalled",
};

/// The equation falls with Kr up to here and rises after, cm: `(0.934·2.41/1.86)^(1/0.066)`.
const LOWEST_AT_CM: f64 = 18.0;

/// Roughness of the surface of a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surface {
    /// RH, height of the ridges, cm.
    pub ridge_height_cm: f64,
    /// RS, from ridge to ridge, cm.
    pub ridge_spacing_cm: f64,
    /// Crr, roughness by clods, measured with a chain, cm.
    pub chain_roughness_cm: f64,
}

impl Surface {
    /// The ridge roughness, Kr: `4·RH²/RS`, cm; 0 without ridges, `None` for ridges without spacing or a negative number.
    pub fn ridge_roughness_cm(&self) -> Option<f64> {
        if self.ridge_height_cm == 0.0 {
            return Some(0.0);
        }
        let ridges = 4.0 * self.ridge_height_cm.powi(2) / self.ridge_spacing_cm;
        let possible = self.ridge_height_cm > 0.0 && self.ridge_spacing_cm > 0.0;
        (possible && ridges.is_finite()).then_some(ridges)
    }
}

/// The soil roughness factor, K': 1 is smooth.
///
/// # Formula
/// `K' = exp(1.86·Kr − 2.41·Kr^0.934 − 0.127·Crr)`, `Kr = 4·RH²/RS`.
///
/// The cosine of the slope, which scripts in use put here, says nothing about roughness.
///
/// # Units
/// cm; a fraction.
///
/// # Range and edge cases
/// Up to 1. Beyond Kr of 18 cm the equation turns and would call higher ridges worse: the value is remarked. `None` for impossible
/// ridges or clods.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::roughness::{Surface, roughness};
/// // ridges of 5 cm every 2 m: Kr 0.5 cm
/// let surface = Surface { ridge_height_cm: 5.0, ridge_spacing_cm: 200.0, chain_roughness_cm: 0.4 };
/// assert_eq!(surface.ridge_roughness_cm(), Some(0.5));
/// assert!((roughness(&surface).unwrap().value - 0.682_35).abs() < 5e-6);
/// let smooth = Surface { ridge_height_cm: 0.0, ridge_spacing_cm: 0.0, chain_roughness_cm: 0.0 };
/// assert_eq!(roughness(&smooth).unwrap().value, 1.0);
/// ```
///
/// # Reference
/// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
pub fn roughness(surface: &Surface) -> Option<Factor> {
    let ridges = surface.ridge_roughness_cm()?;
    let clods = surface.chain_roughness_cm;
    let exponent = 1.86 * ridges - 2.41 * ridges.powf(0.934) - 0.127 * clods;
    (clods >= 0.0 && clods.is_finite()).then(|| {
        Factor::plain(exponent.exp().min(1.0))
            .remarked(Remark::RidgesExtrapolated, ridges > LOWEST_AT_CM)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(ridge_height_cm: f64, ridge_spacing_cm: f64, chain_roughness_cm: f64) -> Option<Factor> {
        roughness(&Surface {
            ridge_height_cm,
            ridge_spacing_cm,
            chain_roughness_cm,
        })
    }

    #[test]
    fn the_equation_turns_where_it_is_said_to() {
        let turn = (0.934 * 2.41 / 1.86_f64).powf(1.0 / 0.066);
        assert!((turn - LOWEST_AT_CM).abs() < 0.05, "{turn}");
        // 30 cm every 80 cm: Kr 45 cm
        let high = of(30.0, 80.0, 0.0).unwrap();
        assert_eq!(high.remarks, [Remark::RidgesExtrapolated]);
        assert!(of(18.0, 80.0, 0.0).unwrap().remarks.is_empty());
    }

    #[test]
    fn impossible_ridges() {
        for (height, spacing, clods) in [
            (5.0, 0.0, 0.0),
            (-5.0, 80.0, 0.0),
            (5.0, -80.0, 0.0),
            (5.0, 80.0, -1.0),
            (f64::NAN, 80.0, 1.0),
        ] {
            assert_eq!(of(height, spacing, clods), None);
        }
    }

    proptest! {
        #[test]
        fn ridges_and_clods_protect(height in 0.0..17.0_f64, more in 0.1..1.0_f64, clods in 0.0..20.0_f64) {
            let factor = |height, clods| of(height, 80.0, clods).unwrap().value;
            prop_assert!(factor(height + more, clods) < factor(height, clods));
            prop_assert!(factor(height, clods + more) < factor(height, clods));
            prop_assert!(factor(height, clods) <= 1.0);
        }
    }
}
