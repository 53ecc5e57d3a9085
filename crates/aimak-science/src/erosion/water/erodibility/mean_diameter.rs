//! What does the mean size of the grains say about K, where carbon is unknown?

use super::{Texture, UNIT, erodibility};
use crate::erosion::water::{Equation, Factor};

/// K from the geometric mean diameter, `K_DG`.
///
/// # Formula
/// `K = 0.0034 + 0.0405·exp(−½((log₁₀ Dg + 1.659)/0.7101)²)`, `Dg = exp(0.01·Σ fᵢ ln mᵢ)` with mean diameters of
/// 1.025 mm (sand), 0.026 mm (silt) and 0.001 mm (clay).
///
/// # Units
/// Texture in mass per cent; K in t ha h ha⁻¹ MJ⁻¹ mm⁻¹, as published in SI.
///
/// # Range and edge cases
/// 0.0034–0.0439. Holds where organic carbon is unknown; it cannot see a gain of carbon. With 0.00125 mm for clay, as a package in
/// use has it, K is 1 % lower.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::erodibility::{MeanDiameter, Texture};
/// let texture = Texture::new(30.0, 48.0, 22.0).unwrap();
/// assert!((MeanDiameter.erodibility(texture).value - 0.041626).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS B.2; Renard et al. (1997), USDA Agriculture Handbook 703.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeanDiameter;

impl MeanDiameter {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "K_DG",
        formula: "0.0034 + 0.0405·exp(−½((log₁₀ Dg + 1.659)/0.7101)²)",
        unit: UNIT,
        holds: "texture known, organic carbon unknown; world data set of soils with less than 10 % stones",
        reference: "Renard et al. (1997), Predicting Soil Erosion by Water, USDA Agriculture Handbook 703",
    };

    /// K of a soil.
    pub fn erodibility(self, texture: Texture) -> Factor {
        let offset = (geometric_mean_diameter_mm(texture).log10() + 1.659) / 0.7101;
        erodibility(0.0034 + 0.0405 * (-0.5 * offset * offset).exp())
    }
}

/// Dg, mm.
fn geometric_mean_diameter_mm(texture: Texture) -> f64 {
    let logs = texture.sand_percent() * 1.025_f64.ln()
        + texture.silt_percent() * 0.026_f64.ln()
        + texture.clay_percent() * 0.001_f64.ln();
    (0.01 * logs).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diameter_of_the_worked_example() {
        let texture = Texture::new(30.0, 48.0, 22.0).unwrap();
        assert!((geometric_mean_diameter_mm(texture) - 0.03823).abs() < 5e-6);
    }
}
