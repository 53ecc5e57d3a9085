//! Which C has a field, by its crop and the way it is worked?

use crate::erosion::water::Equation;

/// Crops with a C of their own. Values recalled, to be checked before publication (METHODS appendix U 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crop {
    /// Wheat and barley, 0.20.
    Cereal,
    /// Maize, 0.38.
    Maize,
    /// Potatoes, 0.34.
    Potato,
    /// Sugar beet, 0.34.
    SugarBeet,
    /// Oilseed, 0.30.
    Oilseed,
    /// Pulses, beans among them, 0.32.
    Pulses,
    /// Vegetables, 0.36 (0.32–0.40).
    Vegetables,
    /// Bare fallow, 0.50.
    Fallow,
    /// Established alfalfa or sainfoin, 0.035 (0.02–0.05).
    PerennialLegume,
}

impl Crop {
    /// C under conventional tillage without residues.
    pub const fn cover(self) -> f64 {
        match self {
            Self::Cereal => 0.20,
            Self::Maize => 0.38,
            Self::Potato | Self::SugarBeet => 0.34,
            Self::Oilseed => 0.30,
            Self::Pulses => 0.32,
            Self::Vegetables => 0.36,
            Self::Fallow => 0.50,
            Self::PerennialLegume => 0.035,
        }
    }
}

/// How a field is tilled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tillage {
    /// Turned, 1.
    #[default]
    Conventional,
    /// Reduced, 0.35.
    Reduced,
    /// Not at all, 0.25.
    None,
}

/// C of a documented field, `C_ARABLE`.
///
/// # Formula
/// `C = C_crop·tillage·residues·cover crop`: tillage 1, 0.35, 0.25; residues 0.88 where 10 % or more of the ground stays covered;
/// a cover crop in winter 0.80.
///
/// # Range and edge cases
/// 0.006–0.5. For documented practice only. Values recalled from the source.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::cover::{ArableCover, Crop, Tillage};
/// let field = ArableCover { crop: Crop::Cereal, tillage: Tillage::Reduced, residues: true, cover_crop: false };
/// assert!((field.cover() - 0.20 * 0.35 * 0.88).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS B.4; Panagos et al. (2015), Land Use Policy 48:38–50.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArableCover {
    /// What grows.
    pub crop: Crop,
    /// How the field is tilled.
    pub tillage: Tillage,
    /// Residues cover 10 % of the ground or more.
    pub residues: bool,
    /// Something grows over winter.
    pub cover_crop: bool,
}

impl ArableCover {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "C_ARABLE",
        formula: "C_crop·tillage·residues·cover crop",
        unit: "1",
        holds: "practice documented in the field register; European values, recalled",
        reference: "Panagos et al. (2015), Land Use Policy 48:38–50, doi:10.1016/j.landusepol.2015.05.021",
    };

    /// C of the field.
    pub fn cover(&self) -> f64 {
        let tillage = match self.tillage {
            Tillage::Conventional => 1.0,
            Tillage::Reduced => 0.35,
            Tillage::None => 0.25,
        };
        let residues = if self.residues { 0.88 } else { 1.0 };
        let cover_crop = if self.cover_crop { 0.80 } else { 1.0 };
        self.crop.cover() * tillage * residues * cover_crop
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_protects() {
        let plain = ArableCover {
            crop: Crop::Maize,
            tillage: Tillage::Conventional,
            residues: false,
            cover_crop: false,
        };
        assert_eq!(plain.cover(), 0.38);
        let all = ArableCover {
            tillage: Tillage::None,
            residues: true,
            cover_crop: true,
            ..plain
        };
        assert!((all.cover() - 0.38 * 0.25 * 0.88 * 0.80).abs() < 1e-12);
    }
}
