//! What do texture and carbon alone say about K?

use super::{FROM_US, Texture, UNIT, erodibility};
use crate::erosion::water::{Equation, Factor};

/// K of the model EPIC, `K_EPIC`, the default where only texture and organic carbon are known.
///
/// # Formula
/// `K = 0.1317·f₁·f₂·f₃·f₄` with `f₁ = 0.2 + 0.3·exp(−0.0256·sand·(1 − silt/100))`, `f₂ = (silt/(clay + silt))^0.3`,
/// `f₃ = 1 − 0.25·OC/(OC + exp(3.72 − 2.95·OC))`, `f₄ = 1 − 0.7·SN/(SN + exp(−5.51 + 22.9·SN))`, `SN = 1 − sand/100`.
///
/// The carbon term holds organic carbon; a package in use puts clay there.
///
/// # Units
/// Texture and organic carbon in mass per cent; K in t ha h ha⁻¹ MJ⁻¹ mm⁻¹.
///
/// # Range and edge cases
/// 0 to 0.066. Pure sand has neither silt nor clay: `f₂` is 0 there. `None` for carbon outside 0–100 %.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::erodibility::{Epic, Texture};
/// let texture = Texture::new(30.0, 48.0, 22.0).unwrap();
/// assert!((Epic.erodibility(texture, 1.8).unwrap().value - 0.03659).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS B.2; Williams (1995), The EPIC model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Epic;

impl Epic {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "K_EPIC",
        formula: "0.1317·f(sand, silt)·f(silt, clay)·f(OC)·f(sand)",
        unit: UNIT,
        holds: "mineral soils with texture and organic carbon; sees neither structure nor permeability",
        reference: "Williams (1995), in Singh (ed.), Computer Models of Watershed Hydrology, 909–1000",
    };

    /// K of a soil.
    pub fn erodibility(self, texture: Texture, organic_carbon_percent: f64) -> Option<Factor> {
        let possible = (0.0..=100.0).contains(&organic_carbon_percent);
        let terms = Self::terms(texture, organic_carbon_percent);
        possible.then(|| erodibility(FROM_US * terms.iter().product::<f64>()))
    }

    /// How K answers to carbon: ∂K/∂OC, per per cent of organic carbon; negative or zero.
    ///
    /// It goes through `f₃` only, so it says how much of a gain in carbon this equation can see.
    pub fn derivative_by_carbon(self, texture: Texture, organic_carbon_percent: f64) -> f64 {
        let [coarse, fine, _, sandy] = Self::terms(texture, organic_carbon_percent);
        let oc = organic_carbon_percent;
        let e = (3.72 - 2.95 * oc).exp();
        // d/dOC of OC/(OC + e), where de/dOC = −2.95·e
        let rise = e * (1.0 + 2.95 * oc) / (oc + e).powi(2);
        -0.25 * rise * FROM_US * coarse * fine * sandy
    }

    /// `f₁` coarse sand, `f₂` clay and silt, `f₃` carbon, `f₄` very sandy soils.
    fn terms(texture: Texture, oc: f64) -> [f64; 4] {
        let (sand, silt, clay) = (
            texture.sand_percent(),
            texture.silt_percent(),
            texture.clay_percent(),
        );
        let fine = clay + silt;
        let not_sand = 1.0 - sand / 100.0;
        [
            0.2 + 0.3 * (-0.0256 * sand * (1.0 - silt / 100.0)).exp(),
            if fine > 0.0 {
                (silt / fine).powf(0.3)
            } else {
                0.0
            },
            1.0 - 0.25 * oc / (oc + (3.72 - 2.95 * oc).exp()),
            1.0 - 0.7 * not_sand / (not_sand + (-5.51 + 22.9 * not_sand).exp()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_of_the_worked_example() {
        // test_vectors.json: B.K.epic
        let texture = Texture::new(30.0, 48.0, 22.0).unwrap();
        let expected = [0.401_225, 0.892_983, 0.775_441, 0.999_987];
        for (term, expected) in Epic::terms(texture, 1.8).iter().zip(expected) {
            assert!((term - expected).abs() < 5e-7, "{term}");
        }
    }

    #[test]
    fn the_derivative_is_the_limit_of_differences() {
        let texture = Texture::new(30.0, 48.0, 22.0).unwrap();
        let k = |oc| Epic.erodibility(texture, oc).unwrap().value;
        for oc in [0.2, 0.9, 1.8, 3.0] {
            let difference = (k(oc + 1e-5) - k(oc - 1e-5)) / 2e-5;
            let derivative = Epic.derivative_by_carbon(texture, oc);
            assert!((derivative - difference).abs() < 1e-8, "{oc}");
            assert!(derivative < 0.0);
        }
        assert_eq!(Epic.erodibility(texture, -0.1), None);
    }
}
