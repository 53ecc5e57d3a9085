//! What the layers would have shown at the standard depths.

use aimak_core::{Reason, Withheld};
use aimak_io::read::soil_sheet::SheetLayer;
use aimak_science::soil::depth_spline::{DepthLayer, DepthMean, MassPreservingSpline};

use super::profile::Profile;

/// Standard depths of `GlobalSoilMap` down to one metre, cm.
const DEPTHS_CM: [(f64, f64); 5] = [
    (0.0, 5.0),
    (5.0, 15.0),
    (15.0, 30.0),
    (30.0, 60.0),
    (60.0, 100.0),
];

/// A figure of a layer over which the curve is drawn.
type Figure = fn(&SheetLayer) -> Option<f64>;

/// Properties with their names in the table. What the curve keeps is value times thickness: carbon by volume keeps its stock.
const PROPERTIES: [(&str, Figure); 4] = [
    ("carbon_g_per_kg", |layer| {
        Some(10.0 * layer.layer.carbon_percent?)
    }),
    // 1 % · 1 g/cm³ = 10 kg/m³ of fine earth, less what stones take up
    ("carbon_kg_per_m3", |layer| {
        let by_mass = layer.layer.carbon_percent? * layer.layer.bulk_density_g_per_cm3?;
        Some(10.0 * by_mass * (1.0 - layer.layer.coarse_fraction?))
    }),
    ("ph", |layer| layer.layer.ph),
    ("clay_percent", |layer| {
        let texture = layer.texture.as_ref()?.as_ref().ok()?;
        Some(texture.texture.clay_percent())
    }),
];

/// A property of a profile between two depths.
pub struct DepthValue {
    /// The profile.
    pub profile: String,
    /// The property.
    pub property: &'static str,
    /// Upper limit, cm.
    pub top_cm: f64,
    /// Lower limit, cm.
    pub bottom_cm: f64,
    /// The mean, or why there is none.
    pub mean: Result<DepthMean, Withheld>,
}

/// Every property of every profile at the standard depths; a property that no layer has is left out.
pub fn values(profiles: &[Profile], smoothing: f64) -> Vec<DepthValue> {
    let mut values = Vec::new();
    for profile in profiles {
        for (property, figure) in PROPERTIES {
            let layers = drawn(profile, property, figure);
            if matches!(&layers, Ok(layers) if layers.is_empty()) {
                continue;
            }
            let curve = layers.and_then(|layers| MassPreservingSpline::new(&layers, smoothing));
            values.extend(DEPTHS_CM.map(|(top_cm, bottom_cm)| {
                DepthValue {
                    profile: profile.id.clone(),
                    property,
                    top_cm,
                    bottom_cm,
                    mean: curve
                        .clone()
                        .and_then(|curve| curve.mean(top_cm, bottom_cm)),
                }
            }));
        }
    }
    values
}

/// The layers that have the figure. Carbon of several methods gives no curve.
fn drawn(profile: &Profile, property: &str, figure: Figure) -> Result<Vec<DepthLayer>, Withheld> {
    let layers: Vec<DepthLayer> = profile
        .layers
        .iter()
        .filter_map(|layer| {
            Some(DepthLayer {
                top_cm: layer.layer.top_cm,
                bottom_cm: layer.layer.bottom_cm,
                value: figure(layer)?,
            })
        })
        .collect();
    if property.starts_with("carbon") && !layers.is_empty() && profile.carbon_method.is_none() {
        return Err(Withheld::because(Reason::MethodMismatch));
    }
    Ok(layers)
}
