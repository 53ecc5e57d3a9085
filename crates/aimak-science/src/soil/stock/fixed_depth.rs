//! How much organic carbon lies in the soil down to a fixed depth?

use aimak_core::{SoilLayer, Withheld};

use super::profile::{CarbonLayer, CarbonProfile, Stock};

/// Stock of soil organic carbon down to a fixed depth.
///
/// # Formula
/// `S = Σ cᵢ·ρᵢ·tᵢ·(1 − gᵢ)` with carbon c (%), bulk density of the fine earth ρ (g/cm³), thickness t (cm) and the
/// volume fraction of coarse fragments g; 1 % · 1 g/cm³ · 1 cm = 1 t/ha. Layers that cross the depth are cut in
/// proportion.
///
/// # Range and edge cases
/// Never where soil was loosened or compacted between two dates: the same depth then holds another mass of soil; see
/// [`super::CarbonChange`].
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::soil::stock::FixedDepth;
/// let layer = |top_cm, bottom_cm, carbon, density, coarse| SoilLayer {
///     top_cm, bottom_cm, carbon_percent: Some(carbon), bulk_density_g_per_cm3: Some(density),
///     coarse_fraction: Some(coarse), ph: None, ..SoilLayer::default()
/// };
/// let soil = [layer(0.0, 10.0, 2.10, 1.18, 0.08), layer(10.0, 30.0, 1.55, 1.29, 0.12)];
/// let stock = |depth_cm| FixedDepth { depth_cm }.stock(&soil).unwrap().carbon_t_per_ha;
/// assert!((stock(30.0) - 57.9888).abs() < 5e-5);
/// assert!((stock(20.0) - 40.3932).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.3; Poeplau, Vos & Don (2017), SOIL 3:61–66, doi:10.5194/soil-3-61-2017 (variant M3 = M4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FixedDepth {
    /// The depth, cm.
    pub depth_cm: f64,
}

impl FixedDepth {
    /// The stock of a sampled profile, t/ha.
    ///
    /// # Errors
    /// Where the profile does not reach the depth complete and without a gap; see [`CarbonProfile::new`].
    pub fn stock(&self, sampled: &[SoilLayer]) -> Result<Stock, Withheld> {
        let profile = CarbonProfile::new(sampled, self.depth_cm)?;
        let inside =
            |layer: &CarbonLayer| (layer.bottom_cm.min(self.depth_cm) - layer.top_cm).max(0.0);
        let carbon = profile
            .layers
            .iter()
            .map(|layer| layer.carbon_t_per_ha_cm() * inside(layer))
            .sum();
        Ok(Stock {
            carbon_t_per_ha: carbon,
            flags: profile.flags,
        })
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::{Message, Reason};

    use super::*;

    fn layer(top_cm: f64, bottom_cm: f64) -> SoilLayer {
        SoilLayer {
            top_cm,
            bottom_cm,
            carbon_percent: Some(2.0),
            bulk_density_g_per_cm3: Some(1.0),
            coarse_fraction: Some(0.0),
            ph: None,
            ..SoilLayer::default()
        }
    }

    fn reason(layers: &[SoilLayer]) -> Reason {
        FixedDepth { depth_cm: 30.0 }
            .stock(layers)
            .unwrap_err()
            .reason
    }

    #[test]
    fn one_per_cent_one_gram_one_centimetre_is_one_tonne() {
        let soil = SoilLayer {
            carbon_percent: Some(1.0),
            ..layer(0.0, 1.0)
        };
        assert_eq!(
            FixedDepth { depth_cm: 1.0 }
                .stock(&[soil])
                .unwrap()
                .carbon_t_per_ha,
            1.0
        );
    }

    #[test]
    fn unfit_profiles_are_refused_each_with_its_reason() {
        assert_eq!(reason(&[]), Reason::NoData);
        assert_eq!(
            reason(&[layer(0.0, 10.0), layer(20.0, 30.0)]),
            Reason::GapAtDepth
        );
        assert_eq!(reason(&[layer(5.0, 30.0)]), Reason::GapAtDepth);
        assert_eq!(reason(&[layer(0.0, 20.0)]), Reason::GapAtDepth);
        let no_density = SoilLayer {
            bulk_density_g_per_cm3: None,
            ..layer(0.0, 30.0)
        };
        assert_eq!(reason(&[no_density]), Reason::BulkDensityMissing);
        let peat_of_stone = SoilLayer {
            carbon_percent: Some(140.0),
            ..layer(0.0, 30.0)
        };
        assert_eq!(reason(&[peat_of_stone]), Reason::OutOfRange);
    }

    #[test]
    fn an_incomplete_layer_below_the_depth_does_no_harm() {
        let deep = SoilLayer {
            carbon_percent: None,
            ..layer(30.0, 60.0)
        };
        assert_eq!(
            FixedDepth { depth_cm: 30.0 }
                .stock(&[layer(0.0, 30.0), deep])
                .unwrap()
                .carbon_t_per_ha,
            60.0
        );
    }

    #[test]
    fn missing_coarse_fragments_leave_a_flag() {
        let soil = SoilLayer {
            coarse_fraction: None,
            ..layer(0.0, 30.0)
        };
        let stock = FixedDepth { depth_cm: 30.0 }.stock(&[soil]).unwrap();
        assert_eq!(
            stock.flags,
            [Message::new("flag-coarse-fragments-assumed-zero")]
        );
        assert_eq!(
            stock.for_inventory().unwrap_err().reason,
            Reason::FactorMissing
        );
        let known = FixedDepth { depth_cm: 30.0 }
            .stock(&[layer(0.0, 30.0)])
            .unwrap();
        assert_eq!(known.for_inventory(), Ok(60.0));
    }
}
