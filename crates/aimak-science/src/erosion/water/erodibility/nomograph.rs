//! What do texture, humus, structure and permeability together say about K?

use super::{FROM_US, Texture, UNIT, erodibility};
use crate::erosion::water::{Equation, Factor, Remark};

/// The nomograph was drawn for no more silt and very fine sand than this, per cent.
const MOST_SILT_PERCENT: f64 = 70.0;
/// More organic matter than this counts as this much, per cent.
const MOST_ORGANIC_MATTER_PERCENT: f64 = 4.0;

/// Structure class s of the topsoil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Structure {
    /// 1, very fine granular.
    VeryFineGranular = 1,
    /// 2, fine granular.
    FineGranular,
    /// 3, medium or coarse granular.
    CoarseGranular,
    /// 4, blocky, platy or massive.
    Massive,
}

/// Permeability class p of the profile: 1 is **rapid**, 6 very slow. Soil databases that count the other way must be turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permeability {
    /// 1, rapid: sand.
    Rapid = 1,
    /// 2, moderate to rapid: loamy sand, sandy loam.
    ModerateRapid,
    /// 3, moderate: loam, silt loam, silt.
    Moderate,
    /// 4, slow to moderate: sandy clay loam, clay loam.
    SlowModerate,
    /// 5, slow: silty clay loam, sandy clay.
    Slow,
    /// 6, very slow: silty clay, clay.
    VerySlow,
}

/// The equation of the nomograph, `K_NOMO`.
///
/// # Formula
/// `K = 0.1317·[2.1·10⁻⁴·M^1.14·(12 − OM) + 3.25(s − 2) + 2.5(p − 3)]/100`, `M = (silt + vfs)(100 − clay)`.
///
/// # Units
/// Texture, very fine sand and organic matter (not carbon) in mass per cent; K in t ha h ha⁻¹ MJ⁻¹ mm⁻¹.
///
/// # Range and edge cases
/// Holds up to 70 % silt and very fine sand; above, the value is remarked. Organic matter counts up to 4 %. Sand with good structure can
/// come out below zero, which is no erodibility: `None`.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::erodibility::{Nomograph, Permeability, Structure, Texture};
/// let nomograph = Nomograph { structure: Structure::CoarseGranular, permeability: Permeability::Moderate };
/// let texture = Texture::new(30.0, 48.0, 22.0).unwrap();
/// let k = nomograph.erodibility(texture, None, 1.8 * 1.724).unwrap();
/// assert!((k.value - 0.045192).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS B.2; Wischmeier & Smith (1978), USDA Agriculture Handbook 537.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nomograph {
    /// Structure of the topsoil.
    pub structure: Structure,
    /// Permeability of the profile.
    pub permeability: Permeability,
}

impl Nomograph {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "K_NOMO",
        formula: "0.1317·[2.1e−4·M^1.14·(12 − OM) + 3.25(s − 2) + 2.5(p − 3)]/100, M = (silt + vfs)(100 − clay)",
        unit: UNIT,
        holds: "silt and very fine sand up to 70 %, organic matter counted up to 4 %; structure and permeability described in the field",
        reference: "Wischmeier & Smith (1978), Predicting Rainfall Erosion Losses, USDA Agriculture Handbook 537",
    };

    /// K of a soil. Very fine sand that was not sieved is taken from sand and remarked.
    pub fn erodibility(
        self,
        texture: Texture,
        very_fine_sand_percent: Option<f64>,
        organic_matter_percent: f64,
    ) -> Option<Factor> {
        let very_fine = very_fine_sand_percent.unwrap_or_else(|| texture.very_fine_sand_percent());
        let possible = (0.0..=texture.sand_percent()).contains(&very_fine)
            && (0.0..=100.0).contains(&organic_matter_percent);
        let silty = texture.silt_percent() + very_fine;
        let grains = silty * (100.0 - texture.clay_percent());
        let humus = organic_matter_percent.min(MOST_ORGANIC_MATTER_PERCENT);
        let structure = f64::from(self.structure as u8);
        let permeability = f64::from(self.permeability as u8);
        let us = (2.1e-4 * grains.powf(1.14) * (12.0 - humus)
            + 3.25 * (structure - 2.0)
            + 2.5 * (permeability - 3.0))
            / 100.0;
        (possible && us > 0.0).then(|| {
            erodibility(FROM_US * us)
                .remarked(Remark::Extrapolated, silty > MOST_SILT_PERCENT)
                .remarked(
                    Remark::VeryFineSandFromSand,
                    very_fine_sand_percent.is_none(),
                )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn better_structure_and_slower_water() {
        // test_vectors.json: B.K.nomograph, s 2, p 4
        let texture = Texture::new(30.0, 48.0, 22.0).unwrap();
        assert!((texture.very_fine_sand_percent() - 16.62).abs() < 1e-9);
        let nomograph = Nomograph {
            structure: Structure::FineGranular,
            permeability: Permeability::SlowModerate,
        };
        let factor = nomograph.erodibility(texture, Some(16.62), 3.1032).unwrap();
        assert!((factor.value - 0.044_204).abs() < 5e-7);
        assert!(factor.remarks.is_empty());
        let rich = |om| nomograph.erodibility(texture, None, om).unwrap();
        assert_eq!(rich(4.0), rich(9.0));
        assert_eq!(rich(1.0).remarks, [Remark::VeryFineSandFromSand]);
        assert_eq!(nomograph.erodibility(texture, Some(31.0), 3.0), None);
    }

    #[test]
    fn silt_beyond_the_nomograph_is_remarked_and_sand_has_no_value() {
        let nomograph = Nomograph {
            structure: Structure::VeryFineGranular,
            permeability: Permeability::Rapid,
        };
        let loess = Texture::new(5.0, 80.0, 15.0).unwrap();
        let factor = nomograph.erodibility(loess, Some(2.0), 1.0).unwrap();
        assert_eq!(factor.remarks, [Remark::Extrapolated]);
        let sand = Texture::new(98.0, 1.0, 1.0).unwrap();
        assert_eq!(nomograph.erodibility(sand, Some(0.0), 1.0), None);
    }
}
