//! The figures of one profile.

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{Message, Reason, SoilLayer, Withheld};
use aimak_io::read::soil_sheet::SheetLayer;
use aimak_science::soil::{
    carbon_reading::CarbonMethod,
    equal_depth::DepthConcentration,
    scales::{HUMUS_DSTU, K2O_MACHIGIN, P2O5_MACHIGIN, PH_CIS, TOTAL_NITROGEN},
    stock::FixedDepth,
    texture::TextureClass,
};

/// What a sheet says of one profile.
pub struct Profile {
    /// Its name.
    pub id: String,
    /// Number of layers.
    pub layers: usize,
    /// How deep it was sampled, cm.
    pub reached_cm: f64,
    /// Organic carbon down to the depth, g/kg.
    pub carbon_g_per_kg: Result<f64, Withheld>,
    /// How it was determined; `None` without carbon.
    pub carbon_method: Option<&'static str>,
    /// Organic carbon down to the depth, t/ha.
    pub stock: Result<f64, Withheld>,
    /// Texture of the uppermost layer.
    pub texture: Option<&'static str>,
    /// pH of the uppermost layer.
    pub ph: Option<f64>,
    /// Classes of the uppermost layer.
    pub classes: Classes,
    /// What a reader must know, by its key.
    pub remarks: BTreeSet<String>,
}

/// Classes by the scales of METHODS A.6.
#[derive(Default)]
pub struct Classes {
    pub ph: Option<&'static str>,
    pub humus: Option<&'static str>,
    pub p2o5: Option<&'static str>,
    pub k2o: Option<&'static str>,
    pub nitrogen: Option<&'static str>,
}

impl Profile {
    /// All profiles of a sheet, in the order of their names.
    pub fn all(layers: Vec<SheetLayer>, depth_cm: f64) -> Vec<Self> {
        let mut by_profile: BTreeMap<String, Vec<SheetLayer>> = BTreeMap::new();
        for layer in layers {
            by_profile
                .entry(layer.profile.clone())
                .or_default()
                .push(layer);
        }
        by_profile
            .into_iter()
            .map(|(id, mut layers)| {
                layers.sort_by(|a, b| a.layer.top_cm.total_cmp(&b.layer.top_cm));
                Self::of(id, &layers, depth_cm)
            })
            .collect()
    }

    fn of(id: String, layers: &[SheetLayer], depth_cm: f64) -> Self {
        let mut remarks: BTreeSet<String> = BTreeSet::new();
        let sampled: Vec<SoilLayer> = layers.iter().map(|layer| layer.layer).collect();
        let method = method(layers);
        let carbon = method.clone().and_then(|_| {
            let found = DepthConcentration::of(&sampled, depth_cm)?;
            remarks.extend(found.remarks.iter().map(|remark| remark.key().to_owned()));
            Ok(found.carbon.g_per_kg())
        });
        let stock = method.clone().and_then(|_| {
            let found = FixedDepth { depth_cm }.stock(&sampled)?;
            remarks.extend(found.flags.iter().map(|flag: &Message| flag.id.clone()));
            Ok(found.carbon_t_per_ha)
        });
        let determined = layers
            .iter()
            .filter_map(|layer| layer.carbon.as_ref()?.as_ref().ok());
        for found in determined {
            remarks.extend(found.remarks.iter().map(|remark| remark.key().to_owned()));
        }
        let top = layers.first();
        let texture = top.and_then(|layer| layer.texture.as_ref()?.as_ref().ok().copied());
        Self {
            id,
            layers: layers.len(),
            reached_cm: sampled
                .iter()
                .map(|layer| layer.bottom_cm)
                .fold(0.0, f64::max),
            carbon_g_per_kg: carbon,
            carbon_method: method.ok().map(named),
            stock,
            texture: texture.map(|texture| TextureClass::of(texture).key()),
            ph: top.and_then(|layer| layer.layer.ph),
            classes: top.map(Classes::of).unwrap_or_default(),
            remarks,
        }
    }
}

/// The one method of all layers.
fn method(layers: &[SheetLayer]) -> Result<CarbonMethod, Withheld> {
    let mut methods = BTreeSet::new();
    for layer in layers {
        match &layer.carbon {
            None => {}
            Some(Ok(found)) => {
                methods.insert(found.method);
            }
            Some(Err(refused)) => return Err(refused.clone()),
        }
    }
    let mut methods = methods.into_iter();
    match (methods.next(), methods.next()) {
        (Some(method), None) => Ok(method),
        (None, _) => Err(Withheld::because(Reason::NoData)),
        (Some(_), Some(_)) => Err(Withheld::because(Reason::MethodMismatch)),
    }
}

/// The name of a method as files write it.
const fn named(method: CarbonMethod) -> &'static str {
    match method {
        CarbonMethod::TyurinHumus => "tyurin_humus",
        CarbonMethod::WalkleyBlack => "walkley_black",
        CarbonMethod::WalkleyBlackRecoveryUnstated => "walkley_black_recovery_unstated",
        CarbonMethod::DryCombustion => "dry_combustion",
        CarbonMethod::LossOnIgnition => "loss_on_ignition",
        CarbonMethod::TyurinCalibrated => "tyurin_calibrated",
    }
}

impl Classes {
    fn of(layer: &SheetLayer) -> Self {
        Self {
            ph: layer.layer.ph.and_then(|ph| PH_CIS.class(ph)),
            humus: layer
                .humus_percent
                .and_then(|humus| HUMUS_DSTU.class(humus)),
            p2o5: layer
                .p2o5_mg_per_kg
                .and_then(|p2o5| P2O5_MACHIGIN.class(p2o5)),
            k2o: layer.k2o_mg_per_kg.and_then(|k2o| K2O_MACHIGIN.class(k2o)),
            nitrogen: layer
                .nitrogen_percent
                .and_then(|nitrogen| TOTAL_NITROGEN.class(nitrogen)),
        }
    }
}
