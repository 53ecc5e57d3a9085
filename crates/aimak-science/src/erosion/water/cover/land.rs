//! Which C has a kind of land, as densely covered as it is?

use crate::erosion::water::Equation;

/// Kinds of land with a range of C.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LandUse {
    /// Vineyards.
    Vineyard,
    /// Fruit trees and berries.
    Orchard,
    /// Olive groves.
    Olive,
    /// Pasture.
    Pasture,
    /// Annual with permanent crops.
    AnnualWithPermanent,
    /// Complex cultivation patterns.
    ComplexCultivation,
    /// Agriculture with much natural vegetation.
    AgricultureWithNature,
    /// Agroforestry.
    Agroforestry,
    /// Forest.
    Forest,
    /// Natural grassland.
    NaturalGrassland,
    /// Moors and shrubs.
    Shrub,
    /// Transitional woodland and shrub.
    WoodlandShrub,
    /// Sparse vegetation.
    SparseVegetation,
    /// Burnt areas.
    Burnt,
    /// Moss and lichen.
    MossAndLichen,
}

impl LandUse {
    /// The range of C: fully covered and as bare as the kind of land gets.
    pub const fn range(self) -> CoverRange {
        let (lowest, highest) = match self {
            Self::Vineyard => (0.15, 0.45),
            Self::Orchard | Self::Olive => (0.10, 0.30),
            Self::Pasture => (0.05, 0.15),
            Self::AnnualWithPermanent => (0.07, 0.35),
            Self::ComplexCultivation => (0.07, 0.20),
            Self::AgricultureWithNature => (0.05, 0.20),
            Self::Agroforestry => (0.03, 0.13),
            Self::Forest => (0.0001, 0.003),
            Self::NaturalGrassland => (0.01, 0.08),
            Self::Shrub | Self::MossAndLichen => (0.01, 0.10),
            Self::WoodlandShrub => (0.003, 0.05),
            Self::SparseVegetation => (0.10, 0.45),
            Self::Burnt => (0.10, 0.55),
        };
        CoverRange { lowest, highest }
    }

    /// The kind of land of a class of ESA WorldCover; `None` for built-up land, snow and ice, water and wetlands, which lose
    /// no soil by RUSLE.
    ///
    /// Bare rock is not a class there: class 60 holds it together with sparse vegetation and bare soil.
    pub const fn of_worldcover(code: u8) -> Option<Self> {
        match code {
            10 => Some(Self::Forest),
            20 => Some(Self::WoodlandShrub),
            30 => Some(Self::NaturalGrassland),
            40 => Some(Self::AnnualWithPermanent),
            60 => Some(Self::SparseVegetation),
            100 => Some(Self::MossAndLichen),
            _ => None,
        }
    }
}

/// C between a fully covered and a bare state, `C_LAND_FVC`.
///
/// # Formula
/// `C = C_min + (C_max − C_min)·(1 − F)` with the vegetation cover F.
///
/// # Units
/// F as a fraction 0–1.
///
/// # Range and edge cases
/// `C_min` to `C_max`; `None` for F outside 0–1. Ranges are European.
///
/// # Example
/// ```
/// use aimak_science::erosion::water::cover::LandUse;
/// let c = LandUse::NaturalGrassland.range().cover(0.4).unwrap();
/// assert!((c - 0.052).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS B.4; Panagos et al. (2015), Land Use Policy 48:38–50, doi:10.1016/j.landusepol.2015.05.021.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoverRange {
    /// `C_min`, at full cover.
    lowest: f64,
    /// `C_max`, without cover.
    highest: f64,
}

impl CoverRange {
    /// Its card.
    pub const EQUATION: Equation = Equation {
        id: "C_LAND_FVC",
        formula: "C_min + (C_max − C_min)·(1 − F)",
        unit: "1",
        holds: "land cover and vegetation cover F; European ranges",
        reference: "Panagos et al. (2015), Land Use Policy 48:38–50, doi:10.1016/j.landusepol.2015.05.021",
    };

    /// A range of one's own; `None` unless `0 ≤ lowest ≤ highest ≤ 1`.
    pub fn new(lowest: f64, highest: f64) -> Option<Self> {
        let possible = 0.0 <= lowest && lowest <= highest && highest <= 1.0;
        possible.then_some(Self { lowest, highest })
    }

    /// C at a vegetation cover.
    pub fn cover(&self, vegetation_cover: f64) -> Option<f64> {
        let possible = (0.0..=1.0).contains(&vegetation_cover);
        possible.then_some(self.lowest + (self.highest - self.lowest) * (1.0 - vegetation_cover))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_the_range_and_land_without_soil() {
        let range = LandUse::Pasture.range();
        assert!((range.cover(1.0).unwrap() - 0.05).abs() < 1e-12);
        assert!((range.cover(0.0).unwrap() - 0.15).abs() < 1e-12);
        assert_eq!((range.cover(1.1), range.cover(f64::NAN)), (None, None));
        assert_eq!(CoverRange::new(0.4, 0.3), None);
        for no_soil in [50, 70, 80, 90, 95] {
            assert_eq!(LandUse::of_worldcover(no_soil), None);
        }
        assert_eq!(LandUse::of_worldcover(30), Some(LandUse::NaturalGrassland));
    }
}
