//! The five factors of the index, and what they make together.

use crate::erosion::Equation;

/// The card of [`IndexFactors::index`].
pub const EQUATION: Equation = Equation {
    id: "ILSWE",
    formula: "ILSWE = CE'·EF'·SCF'·VC'·SR'; CE' = min(CE/100, 1), VC' = 1 − min(FVC/0.6, 1)",
    unit: "1, a rank",
    holds: "ranking of places where hourly wind, roughness or cover are unknown; no tonnes. Memberships are our own",
    reference: "Borrelli et al. (2016), Land Degrad. Dev. 27:1093–1105, doi:10.1002/ldr.2318",
};

/// Ground is protected wholly from this vegetation cover on.
const FULL_COVER: f64 = 0.6;
/// The climate is as erosive as it counts from this CE on.
const FULL_EROSIVITY: f64 = 100.0;

/// What the surface is, for its roughness SR'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LandSurface {
    /// Bare or fallow, 1.
    Bare,
    /// Sparse vegetation, 0.8.
    Sparse,
    /// Annual crops, 0.7.
    Crops,
    /// Grass, 0.5.
    Grass,
    /// Shrubs and orchards, 0.3.
    Shrubs,
    /// Forest, 0.
    Forest,
    /// Water, 0.
    Water,
}

impl LandSurface {
    /// Names in tables.
    pub const NAMED: [(&'static str, Self); 7] = [
        ("bare", Self::Bare),
        ("sparse", Self::Sparse),
        ("crops", Self::Crops),
        ("grass", Self::Grass),
        ("shrubs", Self::Shrubs),
        ("forest", Self::Forest),
        ("water", Self::Water),
    ];

    /// SR'.
    pub const fn roughness(self) -> f64 {
        match self {
            Self::Bare => 1.0,
            Self::Sparse => 0.8,
            Self::Crops => 0.7,
            Self::Grass => 0.5,
            Self::Shrubs => 0.3,
            Self::Forest | Self::Water => 0.0,
        }
    }
}

/// VC': what vegetation leaves open, `1 − min(FVC/0.6, 1)`; `None` for a cover outside 0–1.
///
/// ```
/// use aimak_science::erosion::wind::index::vegetation_cover;
/// assert_eq!((vegetation_cover(0.0), vegetation_cover(0.6), vegetation_cover(0.9)), (Some(1.0), Some(0.0), Some(0.0)));
/// assert_eq!(vegetation_cover(35.0), None);
/// ```
pub fn vegetation_cover(fraction: f64) -> Option<f64> {
    let possible = (0.0..=1.0).contains(&fraction);
    possible.then(|| 1.0 - (fraction / FULL_COVER).min(1.0))
}

/// The factors of the index, each 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndexFactors {
    /// CE'.
    pub climate: f64,
    /// EF'.
    pub erodible_fraction: f64,
    /// SCF'.
    pub crust: f64,
    /// VC'.
    pub vegetation: f64,
    /// SR'.
    pub surface: f64,
}

impl IndexFactors {
    /// CE' of a climatic erosivity, `min(CE/100, 1)`.
    pub const fn climate_of(erosivity: f64) -> f64 {
        (erosivity / FULL_EROSIVITY).min(1.0)
    }

    /// The index.
    ///
    /// # Formula
    /// `ILSWE = CE'·EF'·SCF'·VC'·SR'`.
    ///
    /// # Range and edge cases
    /// 0–1; `None` where a factor is outside.
    ///
    /// # Example
    /// ```
    /// use aimak_science::erosion::wind::index::{IndexFactors, LandSurface, Susceptibility, vegetation_cover};
    /// let factors = IndexFactors {
    ///     climate: IndexFactors::climate_of(29.430_797),
    ///     erodible_fraction: 0.457_05,
    ///     crust: 0.573_394_5,
    ///     vegetation: vegetation_cover(0.35).unwrap(),
    ///     surface: LandSurface::Crops.roughness(),
    /// };
    /// let index = factors.index().unwrap();
    /// assert!((index.product() - 0.022_496).abs() < 5e-7);
    /// assert!((index.geometric_mean() - 0.468_189).abs() < 5e-7);
    /// assert_eq!(index.susceptibility(), Susceptibility::Moderate);
    /// ```
    ///
    /// # Reference
    /// METHODS C.2; Borrelli et al. (2016), Land Degrad. Dev. 27:1093–1105.
    pub fn index(&self) -> Option<WindErosionIndex> {
        let factors = [
            self.climate,
            self.erodible_fraction,
            self.crust,
            self.vegetation,
            self.surface,
        ];
        let possible = factors.iter().all(|factor| (0.0..=1.0).contains(factor));
        possible.then(|| WindErosionIndex(factors.iter().product()))
    }
}

/// Susceptibility to erosion by wind: a rank, no amount. A type of its own, so that nobody adds it to a loss.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct WindErosionIndex(f64);

impl WindErosionIndex {
    /// The product of the five factors. Products of fractions pile up near 0.
    pub const fn product(self) -> f64 {
        self.0
    }

    /// The geometric mean of the factors, which does not.
    pub fn geometric_mean(self) -> f64 {
        self.0.powf(0.2)
    }

    /// Its class, by the geometric mean.
    pub fn susceptibility(self) -> Susceptibility {
        match self.geometric_mean() {
            mean if mean < 0.2 => Susceptibility::VeryLow,
            mean if mean < 0.4 => Susceptibility::Low,
            mean if mean < 0.6 => Susceptibility::Moderate,
            mean if mean < 0.8 => Susceptibility::High,
            _ => Susceptibility::VeryHigh,
        }
    }
}

/// Classes of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Susceptibility {
    /// Below 0.2.
    VeryLow,
    /// Below 0.4.
    Low,
    /// Below 0.6.
    Moderate,
    /// Below 0.8.
    High,
    /// 0.8 and above.
    VeryHigh,
}

impl Susceptibility {
    /// Its name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::VeryLow => "very_low",
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::VeryHigh => "very_high",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WORST: IndexFactors = IndexFactors {
        climate: 1.0,
        erodible_fraction: 1.0,
        crust: 1.0,
        vegetation: 1.0,
        surface: 1.0,
    };

    #[test]
    fn ends_and_nonsense() {
        let worst = WORST.index().unwrap();
        assert_eq!(
            (worst.product(), worst.susceptibility()),
            (1.0, Susceptibility::VeryHigh)
        );
        let forest = IndexFactors {
            surface: LandSurface::Forest.roughness(),
            ..WORST
        };
        assert_eq!(
            forest.index().unwrap().susceptibility(),
            Susceptibility::VeryLow
        );
        assert_eq!(
            IndexFactors {
                crust: 1.1,
                ..WORST
            }
            .index(),
            None
        );
        assert_eq!(
            IndexFactors {
                climate: f64::NAN,
                ..WORST
            }
            .index(),
            None
        );
        assert_eq!(IndexFactors::climate_of(250.0), 1.0);
    }

    #[test]
    fn limits_of_the_classes() {
        let of = |mean: f64| WindErosionIndex(mean.powi(5)).susceptibility().key();
        let found = [0.19, 0.21, 0.41, 0.61, 0.81].map(of);
        assert_eq!(found, ["very_low", "low", "moderate", "high", "very_high"]);
    }

    proptest! {
        #[test]
        fn cover_and_smooth_air_lower_it(fraction in 0.0..0.5_f64, more in 0.01..0.1_f64, erosivity in 1.0..90.0_f64) {
            let of = |fraction, erosivity| {
                let vegetation = vegetation_cover(fraction).unwrap();
                IndexFactors { vegetation, climate: IndexFactors::climate_of(erosivity), ..WORST }.index().unwrap()
            };
            prop_assert!(of(fraction + more, erosivity) < of(fraction, erosivity));
            prop_assert!(of(fraction, erosivity + 1.0) > of(fraction, erosivity));
        }
    }
}
