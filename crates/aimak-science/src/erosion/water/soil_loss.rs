//! A: how much soil does a hectare lose in a year?

/// Soil loss in SI from tons per acre: `A_SI = 2.242·A_US`.
pub const FROM_US: f64 = 2.242;

/// The five factors of one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factors {
    /// R, MJ mm ha⁻¹ h⁻¹ yr⁻¹.
    pub erosivity: f64,
    /// K, t ha h ha⁻¹ MJ⁻¹ mm⁻¹.
    pub erodibility: f64,
    /// LS.
    pub slope_length_and_steepness: f64,
    /// C.
    pub cover: f64,
    /// P; 1 where no practice is documented.
    pub practice: f64,
}

impl Factors {
    /// A, t ha⁻¹ yr⁻¹: the long-term mean of sheet and rill erosion.
    ///
    /// # Formula
    /// `A = R·K·L·S·C·P`.
    ///
    /// # Range and edge cases
    /// 0 and above. `None` where a factor is negative or no number, or C or P is above 1.
    ///
    /// # Example
    /// ```
    /// use aimak_science::erosion::water::Factors;
    /// let factors = Factors {
    ///     erosivity: 870.774_94,
    ///     erodibility: 0.036_590_3,
    ///     slope_length_and_steepness: 13.690_98,
    ///     cover: 0.135_335,
    ///     practice: 1.0,
    /// };
    /// assert!((factors.soil_loss().unwrap() - 59.0352).abs() < 2e-3);
    /// ```
    ///
    /// # Reference
    /// METHODS B; Renard et al. (1997), USDA Agriculture Handbook 703.
    pub fn soil_loss(&self) -> Option<f64> {
        let bare = self.potential_soil_loss()?;
        let shares = [self.cover, self.practice];
        let possible = shares.iter().all(|share| (0.0..=1.0).contains(share));
        possible.then_some(bare * self.cover * self.practice)
    }

    /// Loss from bare soil without any practice, t ha⁻¹ yr⁻¹: `R·K·LS` (RKLS of InVEST).
    pub fn potential_soil_loss(&self) -> Option<f64> {
        let parts = [
            self.erosivity,
            self.erodibility,
            self.slope_length_and_steepness,
        ];
        let possible = parts.iter().all(|part| part.is_finite() && *part >= 0.0);
        possible.then(|| parts.iter().product())
    }

    /// Loss that cover and practice prevent, t ha⁻¹ yr⁻¹: `RKLS − A`.
    pub fn avoided_soil_loss(&self) -> Option<f64> {
        Some(self.potential_soil_loss()? - self.soil_loss()?)
    }
}

/// What the surface of a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Surface {
    /// Soil, which can be lost.
    #[default]
    Soil,
    /// Lakes, rivers, wetlands.
    Water,
    /// Bare rock.
    Rock,
    /// Glaciers and lasting snow.
    Ice,
    /// Houses and roads.
    Settlement,
}

impl Surface {
    /// The surface of a class of ESA WorldCover; `None` for an unknown class. Rock is not told from bare soil there.
    pub const fn of_worldcover(code: u8) -> Option<Self> {
        match code {
            10 | 20 | 30 | 40 | 60 | 100 => Some(Self::Soil),
            50 => Some(Self::Settlement),
            70 => Some(Self::Ice),
            80 | 90 | 95 => Some(Self::Water),
            _ => None,
        }
    }
}

/// Upper limits of the classes of maps, t ha⁻¹ yr⁻¹; the last class is open.
pub const CLASS_LIMITS: [f64; 6] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0];

/// The class of a loss, 0 (below 1) to 6 (50 and above).
///
/// ```
/// use aimak_science::erosion::water::soil_loss::class;
/// assert_eq!([0.5, 1.0, 4.9, 10.0, 19.9, 50.0, 400.0].map(class), [0, 1, 2, 4, 4, 6, 6]);
/// ```
pub fn class(loss_t_per_ha_yr: f64) -> usize {
    CLASS_LIMITS.partition_point(|limit| *limit <= loss_t_per_ha_yr)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::erosion::water::{
        Slope,
        cover::{CoverFromNdvi as _, VanDerKnijff},
        erodibility::{Epic, Texture},
        erosivity::{Erosivity as _, RenardFreimundAnnual},
        rainfall::MonthlyRain,
        topography::{DesmetGovers, McCoolSteepness, TerrainCell, slope_length_and_steepness},
    };

    fn worked_example() -> Factors {
        let precipitation = [25., 30., 48., 75., 65., 35., 20., 12., 16., 42., 42., 30.];
        let cell = TerrainCell {
            slope: Slope::from_percent(20.0).unwrap(),
            contributing_area_m2: 3600.0,
            aspect_radians: 0.0,
            cell_size_m: 30.0,
        };
        let texture = Texture::new(30.0, 48.0, 22.0).unwrap();
        let length = DesmetGovers::default();
        Factors {
            erosivity: RenardFreimundAnnual.erosivity(&MonthlyRain::new(precipitation).unwrap()),
            erodibility: Epic.erodibility(texture, 1.8).unwrap().value,
            slope_length_and_steepness: slope_length_and_steepness(
                &length,
                &McCoolSteepness,
                &cell,
            )
            .unwrap()
            .value,
            cover: VanDerKnijff.cover(0.5).unwrap(),
            practice: 1.0,
        }
    }

    #[test]
    fn the_whole_example_of_methods_b7() {
        // test_vectors.json: B.A.example; four cells (120 m) stay below the cap of 122 m
        assert!((worked_example().soil_loss().unwrap() - 59.0352).abs() < 5e-5);
        assert!((11.2 / FROM_US - 5.0).abs() < 0.005);
    }

    #[test]
    fn classes_of_worldcover_that_are_no_soil() {
        let surfaces = [50, 70, 80, 90].map(|code| Surface::of_worldcover(code).unwrap());
        assert!(surfaces.iter().all(|surface| *surface != Surface::Soil));
        assert_eq!(Surface::of_worldcover(10), Some(Surface::Soil));
        assert_eq!(Surface::of_worldcover(11), None);
    }

    proptest! {
        #[test]
        fn loss_is_linear_in_every_factor(times in 0.1..1.0_f64) {
            let whole = worked_example();
            let parts = [
                Factors { erosivity: whole.erosivity * times, ..whole },
                Factors { erodibility: whole.erodibility * times, ..whole },
                Factors { slope_length_and_steepness: whole.slope_length_and_steepness * times, ..whole },
                Factors { cover: whole.cover * times, ..whole },
                Factors { practice: whole.practice * times, ..whole },
            ];
            for part in parts {
                let (part, whole) = (part.soil_loss().unwrap(), whole.soil_loss().unwrap());
                prop_assert!((part - times * whole).abs() < 1e-12 * whole);
            }
            let avoided = whole.avoided_soil_loss().unwrap() + whole.soil_loss().unwrap();
            prop_assert!((avoided - whole.potential_soil_loss().unwrap()).abs() < 1e-9);
        }

        #[test]
        fn impossible_factors_have_no_loss(below in -10.0..-1e-6_f64) {
            let whole = worked_example();
            let negative = Factors { erodibility: below, ..whole };
            let beyond = Factors { cover: 1.0 - below, ..whole };
            prop_assert_eq!((negative.soil_loss(), beyond.soil_loss()), (None, None));
        }
    }
}
