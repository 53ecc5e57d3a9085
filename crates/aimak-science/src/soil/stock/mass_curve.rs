//! How much carbon lies above how much soil?

use aimak_core::{Message, Reason, SoilLayer, Withheld};

use super::{
    knots::{segment, straight},
    profile::{CarbonLayer, CarbonProfile},
};

/// Which mass is cumulated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SoilMass {
    /// Fine earth without its organic matter: added organic matter must not dilute its own reference. The default.
    #[default]
    Mineral,
    /// All fine earth, as Wendt & Hauser (2013); for the variant `ESM_LIN_TOTAL`.
    FineEarth,
}

/// Cumulative carbon over cumulative soil mass of a profile, knot by knot from the surface.
///
/// # Formula
/// Per layer `M = 100·ρ·t·(1−g)·(1 − SOM/100)` and `C = 100·ρ·t·(1−g)·c/100`, both t/ha, cumulated from (0, 0), with
/// `SOM = 1.724·c` where organic matter was not measured. The variant [`SoilMass::FineEarth`] leaves organic matter in.
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::soil::stock::MassCurve;
/// let layer = |top_cm, bottom_cm, carbon, density, coarse| SoilLayer {
///     top_cm, bottom_cm, carbon_percent: Some(carbon), bulk_density_g_per_cm3: Some(density),
///     coarse_fraction: Some(coarse), ph: None, ..SoilLayer::default()
/// };
/// let soil = [layer(0., 10., 2.10, 1.18, 0.08), layer(10., 30., 1.55, 1.29, 0.12), layer(30., 50., 0.90, 1.38, 0.15)];
/// let curve = MassCurve::new(&soil, 30.0).unwrap();
/// for (mass, expected) in curve.mass_t_per_ha().iter().zip([0.0, 1046.2969, 3256.0273, 5565.6268]) {
///     assert!((mass - expected).abs() < 5e-5);
/// }
/// for (carbon, expected) in curve.carbon_t_per_ha().iter().zip([0.0, 22.7976, 57.9888, 79.1028]) {
///     assert!((carbon - expected).abs() < 5e-5);
/// }
/// ```
///
/// # Reference
/// METHODS A.4.
#[derive(Clone, Debug, PartialEq)]
pub struct MassCurve {
    kind: SoilMass,
    depth_cm: Vec<f64>,
    mass_t_per_ha: Vec<f64>,
    carbon_t_per_ha: Vec<f64>,
    flags: Vec<Message>,
}

impl MassCurve {
    /// The curve over mineral mass of a profile sampled at least to `target_cm`.
    ///
    /// # Errors
    /// Where the profile has gaps or lacks numbers; see [`CarbonProfile::new`].
    pub fn new(sampled: &[SoilLayer], target_cm: f64) -> Result<Self, Withheld> {
        Self::of(&CarbonProfile::new(sampled, target_cm)?, SoilMass::Mineral)
    }

    /// The curve of a profile over a mass of this kind.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` where a layer has no mass of this kind (organic matter of 100 %).
    pub fn of(profile: &CarbonProfile, kind: SoilMass) -> Result<Self, Withheld> {
        let (mut depths, mut masses, mut carbons) = (vec![0.0], vec![0.0], vec![0.0]);
        let (mut mass, mut carbon) = (0.0, 0.0);
        for layer in &profile.layers {
            let fine_earth = layer.fine_earth_t_per_ha_cm * layer.thickness_cm();
            mass += fine_earth * share(kind, layer);
            carbon += fine_earth * layer.carbon_percent / 100.0;
            depths.push(layer.bottom_cm);
            masses.push(mass);
            carbons.push(carbon);
        }
        if masses.windows(2).any(|pair| pair[1] <= pair[0]) {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        Ok(Self {
            kind,
            depth_cm: depths,
            mass_t_per_ha: masses,
            carbon_t_per_ha: carbons,
            flags: profile.flags.clone(),
        })
    }

    /// Which mass it cumulates.
    pub const fn kind(&self) -> SoilMass {
        self.kind
    }

    /// Number of layers.
    pub fn layers(&self) -> usize {
        self.depth_cm.len() - 1
    }

    /// Depth of sampling, cm.
    pub fn depth_cm(&self) -> f64 {
        self.depth_cm.last().copied().unwrap_or(0.0)
    }

    /// Cumulative mass at the knots, t/ha.
    pub fn mass_t_per_ha(&self) -> &[f64] {
        &self.mass_t_per_ha
    }

    /// Cumulative carbon at the knots, t/ha.
    pub fn carbon_t_per_ha(&self) -> &[f64] {
        &self.carbon_t_per_ha
    }

    /// Remarks of the profile.
    pub fn flags(&self) -> &[Message] {
        &self.flags
    }

    /// Cumulative mass at a depth inside the profile, t/ha (mass is even within a layer).
    pub fn mass_at_t_per_ha(&self, depth_cm: f64) -> f64 {
        let upper = segment(&self.depth_cm, depth_cm);
        straight(&self.depth_cm, &self.mass_t_per_ha, upper, depth_cm)
    }

    /// Refuses a reference mass below the sampled soil: nothing is extrapolated.
    pub(super) fn reaches(&self, mass_t_per_ha: f64) -> Result<(), Withheld> {
        let sampled = self.mass_t_per_ha.last().copied().unwrap_or(0.0);
        if mass_t_per_ha <= sampled {
            return Ok(());
        }
        let detail = Message::new("detail-mass-reached")
            .with("reached", sampled)
            .with("needed", mass_t_per_ha);
        Err(Withheld::because(Reason::EsmNeedsDeeperSample).with(detail))
    }
}

/// The share of the fine earth that counts as mass.
fn share(kind: SoilMass, layer: &CarbonLayer) -> f64 {
    match kind {
        SoilMass::Mineral => 1.0 - layer.organic_matter_percent() / 100.0,
        SoilMass::FineEarth => 1.0,
    }
}
