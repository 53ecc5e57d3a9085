//! Which layers of a sampled soil can a stock be computed from?

use aimak_core::{Message, Reason, SoilLayer, Withheld};

use crate::{methods::range::in_range, soil::organic_matter::VAN_BEMMELEN};

/// Depths closer than this are the same depth, cm.
const SAME_DEPTH_CM: f64 = 1e-6;
/// The remark of METHODS' `CF_ASSUMED_0`.
const STONES_ASSUMED_ABSENT: &str = "flag-coarse-fragments-assumed-zero";

/// A stock with the remarks that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stock {
    /// Organic carbon, t/ha.
    pub carbon_t_per_ha: f64,
    /// Remarks: coarse fragments assumed absent, unusual bulk density.
    pub flags: Vec<Message>,
}

impl Stock {
    /// The stock for a national inventory (NDC): never where stones were not recorded, because then it is too high.
    ///
    /// # Errors
    /// `FACTOR_MISSING`.
    pub fn for_inventory(&self) -> Result<f64, Withheld> {
        if self
            .flags
            .iter()
            .any(|flag| flag.id == STONES_ASSUMED_ABSENT)
        {
            return Err(
                Withheld::because(Reason::FactorMissing).with(Message::new(STONES_ASSUMED_ABSENT))
            );
        }
        Ok(self.carbon_t_per_ha)
    }
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
    /// Organic matter as measured, per cent by mass; `None` where it is to be taken from carbon.
    pub measured_organic_matter_percent: Option<f64>,
}

impl CarbonLayer {
    /// Thickness, cm.
    pub fn thickness_cm(&self) -> f64 {
        self.bottom_cm - self.top_cm
    }

    /// Organic matter, per cent by mass: as measured, else carbon times 1.724.
    pub fn organic_matter_percent(&self) -> f64 {
        self.measured_organic_matter_percent
            .unwrap_or(VAN_BEMMELEN * self.carbon_percent)
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

    /// The same profile with organic matter as measured, per cent by mass, layer by layer from the surface; where one is `None`,
    /// and below the last, it is taken from carbon.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` where organic matter is less than the carbon in it, or 100 % and more.
    pub fn with_organic_matter(mut self, percents: &[Option<f64>]) -> Result<Self, Withheld> {
        for (layer, percent) in self.layers.iter_mut().zip(percents) {
            if let Some(percent) = *percent {
                // the upper end is open: a layer needs mineral mass
                in_range(
                    "organic_matter_percent",
                    percent,
                    layer.carbon_percent,
                    100.0_f64.next_down(),
                )?;
            }
            layer.measured_organic_matter_percent = *percent;
        }
        Ok(self)
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
        remark(flags, STONES_ASSUMED_ABSENT);
    }
    if !(0.7..=1.8).contains(&density) {
        remark(flags, "flag-bulk-density-unusual");
    }
    Ok(CarbonLayer {
        top_cm: layer.top_cm,
        bottom_cm: layer.bottom_cm,
        carbon_percent,
        fine_earth_t_per_ha_cm: 100.0 * density * (1.0 - coarse),
        measured_organic_matter_percent: None,
    })
}

/// Adds a remark once.
fn remark(flags: &mut Vec<Message>, id: &str) {
    if flags.iter().all(|flag| flag.id != id) {
        flags.push(Message::new(id));
    }
}
