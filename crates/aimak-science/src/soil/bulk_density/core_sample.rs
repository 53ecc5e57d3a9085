//! What does a core of known volume say about fine earth and stones?

use aimak_core::Withheld;

use crate::methods::range::in_range;

/// Density of stones where it was not measured.
pub const STONE_DENSITY_G_PER_CM3: f64 = 2.6;

/// A dried core of known volume, sieved at 2 mm.
///
/// # Formula
/// Stones `g = (m_cf/ρ_cf)/V`; fine earth `ρ = m_fine/(V − m_cf/ρ_cf)`; fine earth per area `FSS = 100·m_fine/V·t` in t/ha;
/// carbon `c·FSS/100`. The last (M4) equals `100·ρ·(1 − g)·t·c/100` (M3). Leaving the stones in the mass (M1) or out of the volume
/// only (M2) is wrong on stony ground, and not offered.
///
/// # Units
/// g, cm³, g/cm³, cm, t/ha; g is a volume fraction.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` where mass or volume is not positive, stones fill more than 95 % of the core, or fine earth is not 0.2–2.0 g/cm³.
///
/// # Example
/// ```
/// use aimak_science::soil::bulk_density::CoreSample;
/// let core = CoreSample::new(310.0, 80.0, 350.0).unwrap();
/// assert!((core.stone_fraction() - 0.087_912).abs() < 5e-7);
/// assert!((core.fine_earth_t_per_ha(30.0) / 100.0 - 26.571_429).abs() < 5e-7);
/// let carbon = core.carbon_t_per_ha(1.8, 30.0);
/// assert!((carbon - 47.828_571).abs() < 5e-7);
/// let by_density = 1.8 * core.fine_earth_density_g_per_cm3() * 30.0 * (1.0 - core.stone_fraction());
/// assert!((carbon - by_density).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS A.3; Poeplau, Vos & Don (2017), SOIL 3:61–66, doi:10.5194/soil-3-61-2017.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoreSample {
    fine_earth_g: f64,
    stones_g: f64,
    volume_cm3: f64,
    stone_density_g_per_cm3: f64,
}

impl CoreSample {
    /// A core with stones of 2.6 g/cm³.
    pub fn new(fine_earth_g: f64, stones_g: f64, volume_cm3: f64) -> Result<Self, Withheld> {
        Self::with_stones_of(fine_earth_g, stones_g, volume_cm3, STONE_DENSITY_G_PER_CM3)
    }

    /// A core whose stones have a density that was measured.
    pub fn with_stones_of(
        fine_earth_g: f64,
        stones_g: f64,
        volume_cm3: f64,
        stone_density_g_per_cm3: f64,
    ) -> Result<Self, Withheld> {
        in_range("volume_cm3", volume_cm3, f64::MIN_POSITIVE, 1e7)?;
        in_range("stones_g", stones_g, 0.0, 1e8)?;
        in_range("stone_density_g_per_cm3", stone_density_g_per_cm3, 1.0, 5.0)?;
        let core = Self {
            fine_earth_g,
            stones_g,
            volume_cm3,
            stone_density_g_per_cm3,
        };
        in_range("coarse_fraction", core.stone_fraction(), 0.0, 0.95)?;
        let density = core.fine_earth_density_g_per_cm3();
        in_range("bulk_density_g_per_cm3", density, 0.2, 2.0)?;
        Ok(core)
    }

    /// Volume of the stones, cm³.
    fn stone_volume_cm3(&self) -> f64 {
        self.stones_g / self.stone_density_g_per_cm3
    }

    /// Volume fraction of stones.
    pub fn stone_fraction(&self) -> f64 {
        self.stone_volume_cm3() / self.volume_cm3
    }

    /// Bulk density of the fine earth, g/cm³.
    pub fn fine_earth_density_g_per_cm3(&self) -> f64 {
        self.fine_earth_g / (self.volume_cm3 - self.stone_volume_cm3())
    }

    /// Bulk density of all of it, g/cm³.
    pub fn total_density_g_per_cm3(&self) -> f64 {
        (self.fine_earth_g + self.stones_g) / self.volume_cm3
    }

    /// Fine earth in a layer of this thickness, t/ha.
    pub fn fine_earth_t_per_ha(&self, thickness_cm: f64) -> f64 {
        100.0 * self.fine_earth_g / self.volume_cm3 * thickness_cm
    }

    /// Organic carbon in a layer of this thickness, t/ha.
    pub fn carbon_t_per_ha(&self, carbon_percent: f64, thickness_cm: f64) -> f64 {
        carbon_percent / 100.0 * self.fine_earth_t_per_ha(thickness_cm)
    }
}

/// Volume fraction of stones from their mass fraction.
///
/// # Formula
/// `g = w·ρ_total/ρ_cf`.
///
/// # Range and edge cases
/// `OUT_OF_RANGE` outside w 0–1, density 0.2–2.6 g/cm³ or where g exceeds 0.95.
///
/// # Example
/// ```
/// use aimak_science::soil::bulk_density::stone_volume_fraction;
/// // the core above: 80 g of 390 g are stones, 390 g in 350 cm³
/// let fraction = stone_volume_fraction(80.0 / 390.0, 390.0 / 350.0).unwrap();
/// assert!((fraction - 0.087_912).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS A.3.
pub fn stone_volume_fraction(
    mass_fraction: f64,
    total_density_g_per_cm3: f64,
) -> Result<f64, Withheld> {
    in_range("stone_mass_fraction", mass_fraction, 0.0, 1.0)?;
    let heaviest = STONE_DENSITY_G_PER_CM3;
    in_range(
        "total_density_g_per_cm3",
        total_density_g_per_cm3,
        0.2,
        heaviest,
    )?;
    let fraction = mass_fraction * total_density_g_per_cm3 / STONE_DENSITY_G_PER_CM3;
    in_range("coarse_fraction", fraction, 0.0, 0.95)?;
    Ok(fraction)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cores_that_cannot_be_are_refused() {
        assert!(CoreSample::new(310.0, 80.0, 0.0).is_err());
        assert!(CoreSample::new(0.0, 80.0, 350.0).is_err());
        assert!(CoreSample::new(310.0, -1.0, 350.0).is_err());
        assert!(CoreSample::new(310.0, 900.0, 350.0).is_err());
        assert!(CoreSample::new(f64::NAN, 80.0, 350.0).is_err());
    }

    proptest! {
        #[test]
        fn both_right_ways_agree(fine in 100.0..400.0_f64, stones in 0.0..200.0_f64, carbon in 0.0..10.0_f64) {
            let core = CoreSample::new(fine, stones, 350.0);
            prop_assume!(core.is_ok());
            let core = core.unwrap();
            let m3 = carbon * core.fine_earth_density_g_per_cm3() * 30.0 * (1.0 - core.stone_fraction());
            prop_assert!((core.carbon_t_per_ha(carbon, 30.0) - m3).abs() < 1e-9);
            let fraction = stone_volume_fraction(stones / (fine + stones), core.total_density_g_per_cm3()).unwrap();
            prop_assert!((fraction - core.stone_fraction()).abs() < 1e-12);
        }
    }
}
