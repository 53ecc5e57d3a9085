//! How much organic carbon lies in the soil down to a fixed depth?

use aimak_core::{Message, Reason, SoilLayer, Withheld};

/// Depths closer than this are the same depth, cm.
const SAME_DEPTH_CM: f64 = 1e-6;

/// A stock with the remarks that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stock {
    /// Organic carbon, t/ha.
    pub carbon_t_per_ha: f64,
    /// Remarks: coarse fragments assumed absent, unusual bulk density.
    pub flags: Vec<Message>,
}

/// A layer whose carbon stock can be computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CarbonLayer {
    /// Upper limit, cm.
    pub top_cm: f64,
    /// Lower limit, cm.
    pub bottom_cm: f64,
    /// Organic carbon of the fine earth, per cent by mass.
    pub carbon_percent: f64,
    /// Fine earth per centimetre of depth, t/ha: `100·ρ·(1 − g)`.
    pub fine_earth_t_per_ha_cm: f64,
}

impl CarbonLayer {
    /// Thickness, cm.
    pub fn thickness_cm(&self) -> f64 {
        self.bottom_cm - self.top_cm
    }

    /// Organic carbon per centimetre of depth, t/ha.
    pub fn carbon_t_per_ha_cm(&self) -> f64 {
        self.fine_earth_t_per_ha_cm * self.carbon_percent / 100.0
    }
}

/// Layers from the surface down, without gaps, each with carbon and bulk density.
#[derive(Clone, Debug, PartialEq)]
pub struct CarbonProfile {
    /// The layers, top down.
    pub layers: Vec<CarbonLayer>,
    /// Remarks.
    pub flags: Vec<Message>,
}

impl CarbonProfile {
    /// The usable part of a sampled profile.
    ///
    /// It must reach from 0 cm to `needed_cm` without a gap, with carbon and bulk density in every layer on the way;
    /// below, the profile ends at the first gap or incomplete layer. Ranges (METHODS A.3): carbon 0–58 %, bulk density
    /// 0.2–2.0 g/cm³ (a remark outside 0.7–1.8), coarse fragments 0–0.95; none recorded counts as 0 with a remark.
    ///
    /// # Errors
    /// `GAP_AT_DEPTH`, `NO_DATA` (carbon), `BULK_DENSITY_MISSING` or `OUT_OF_RANGE`.
    pub fn new(sampled: &[SoilLayer], needed_cm: f64) -> Result<Self, Withheld> {
        let mut sampled: Vec<&SoilLayer> = sampled.iter().collect();
        sampled.sort_by(|a, b| a.top_cm.total_cmp(&b.top_cm));
        let mut profile = Self {
            layers: Vec::new(),
            flags: Vec::new(),
        };
        let mut depth_cm = 0.0;
        for layer in sampled {
            let deep_enough = depth_cm >= needed_cm - SAME_DEPTH_CM;
            let joined =
                (layer.top_cm - depth_cm).abs() <= SAME_DEPTH_CM && layer.bottom_cm > layer.top_cm;
            match (joined, complete(layer, &mut profile.flags)) {
                (true, Ok(layer)) => profile.layers.push(layer),
                _ if deep_enough => break,
                (false, _) => return Err(gap(depth_cm, needed_cm)),
                (true, Err(withheld)) => return Err(withheld),
            }
            depth_cm = layer.bottom_cm;
        }
        if profile.layers.is_empty() {
            return Err(Withheld::because(Reason::NoData));
        }
        if depth_cm < needed_cm - SAME_DEPTH_CM {
            Err(gap(depth_cm, needed_cm))
        } else {
            Ok(profile)
        }
    }

    /// Depth of the lowest layer's lower limit, cm.
    pub fn depth_cm(&self) -> f64 {
        self.layers.last().map_or(0.0, |layer| layer.bottom_cm)
    }
}

/// The refusal where layers end or break off above the depth asked for.
fn gap(depth_cm: f64, needed_cm: f64) -> Withheld {
    let detail = Message::new("detail-depth-reached")
        .with("reached", depth_cm)
        .with("needed", needed_cm);
    Withheld::because(Reason::GapAtDepth).with(detail)
}

/// The layer with its numbers checked; remarks go to `flags`.
fn complete(layer: &SoilLayer, flags: &mut Vec<Message>) -> Result<CarbonLayer, Withheld> {
    let carbon_percent = layer
        .carbon_percent
        .ok_or(Withheld::because(Reason::NoData))?;
    let density = layer
        .bulk_density_g_per_cm3
        .ok_or(Withheld::because(Reason::BulkDensityMissing))?;
    let coarse = layer.coarse_fraction.unwrap_or(0.0);
    in_range("carbon_percent", carbon_percent, 0.0, 58.0)?;
    in_range("bulk_density_g_per_cm3", density, 0.2, 2.0)?;
    in_range("coarse_fraction", coarse, 0.0, 0.95)?;
    if layer.coarse_fraction.is_none() {
        remark(flags, "flag-coarse-fragments-assumed-zero");
    }
    if !(0.7..=1.8).contains(&density) {
        remark(flags, "flag-bulk-density-unusual");
    }
    Ok(CarbonLayer {
        top_cm: layer.top_cm,
        bottom_cm: layer.bottom_cm,
        carbon_percent,
        fine_earth_t_per_ha_cm: 100.0 * density * (1.0 - coarse),
    })
}

/// Refuses a value outside its physical range.
pub(crate) fn in_range(
    field: &str,
    number: f64,
    lowest: f64,
    highest: f64,
) -> Result<(), Withheld> {
    if (lowest..=highest).contains(&number) {
        return Ok(());
    }
    let detail = Message::new("detail-out-of-range")
        .with("field", field)
        .with("found", number);
    Err(Withheld::because(Reason::OutOfRange)
        .with(detail.with("lowest", lowest).with("highest", highest)))
}

/// Adds a remark once.
fn remark(flags: &mut Vec<Message>, id: &str) {
    if flags.iter().all(|flag| flag.id != id) {
        flags.push(Message::new(id));
    }
}

/// Stock of soil organic carbon down to a fixed depth.
///
/// # Formula
/// `S = Σ cᵢ·ρᵢ·tᵢ·(1 − gᵢ)` with carbon c (%), bulk density of the fine earth ρ (g/cm³), thickness t (cm) and the
/// volume fraction of coarse fragments g; 1 % · 1 g/cm³ · 1 cm = 1 t/ha. Layers that cross the depth are cut in
/// proportion.
///
/// # Range and edge cases
/// Never where soil was loosened or compacted between two dates: the same depth then holds another mass of soil; see
/// [`crate::methods::equivalent_mass`].
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::methods::soil_stock::FixedDepth;
/// let layer = |top_cm, bottom_cm, carbon, density, coarse| SoilLayer {
///     top_cm, bottom_cm, carbon_percent: Some(carbon), bulk_density_g_per_cm3: Some(density),
///     coarse_fraction: Some(coarse), ph: None,
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
    use super::*;

    fn layer(top_cm: f64, bottom_cm: f64) -> SoilLayer {
        SoilLayer {
            top_cm,
            bottom_cm,
            carbon_percent: Some(2.0),
            bulk_density_g_per_cm3: Some(1.0),
            coarse_fraction: Some(0.0),
            ph: None,
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
    }
}
