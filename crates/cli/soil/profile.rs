//! The figures of one profile.

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{CarbonMethod, ConductivityMethod, Message, Reason, SoilLayer, Withheld};
use aimak_io::read::soil_sheet::SheetLayer;
use aimak_science::soil::{
    equal_depth::DepthConcentration,
    remark::Remark,
    scales::{
        HUMUS_DSTU, K2O_MACHIGIN, KACHINSKY_STEPPE, P2O5_MACHIGIN, PH_CIS, PH_USDA,
        PasteConductivity, SALT_ECE, Salinity, Scale, Standing, TOTAL_NITROGEN,
    },
    stock::FixedDepth,
    stock_error::StockError,
    texture::TextureClass,
};

use super::health::{Health, Rules};

/// What a sheet says of one profile.
pub struct Profile {
    /// Its name.
    pub id: String,
    /// Its layers, top down.
    pub layers: Vec<SheetLayer>,
    /// Organic carbon down to the depth, g/kg.
    pub carbon_g_per_kg: Result<f64, Withheld>,
    /// How it was determined; `None` without carbon.
    pub carbon_method: Option<CarbonMethod>,
    /// Organic carbon down to the depth, t/ha, with the error of its measurement.
    pub stock: Result<StockError, Withheld>,
    /// Texture of the uppermost layer.
    pub texture: Option<&'static str>,
    /// Classes of the uppermost layer.
    pub classes: Classes,
    /// Scores of the uppermost layer, where they were asked for.
    pub health: Option<Health>,
    /// What a reader must know, by its key.
    pub remarks: BTreeSet<String>,
}

/// Classes by the scales of METHODS A.6.
#[derive(Default)]
pub struct Classes {
    pub ph_cis: Option<&'static str>,
    pub ph_usda: Option<&'static str>,
    pub humus: Option<&'static str>,
    pub p2o5: Option<&'static str>,
    pub k2o: Option<&'static str>,
    pub nitrogen: Option<&'static str>,
    pub kachinsky: Option<&'static str>,
    pub salinity: Option<Result<&'static str, Withheld>>,
}

/// What is asked of every profile.
#[derive(Clone, Copy)]
pub struct Asked {
    /// Depth of concentration and stock, cm.
    pub depth_cm: f64,
    /// How scores are found, where they are.
    pub health: Option<Rules>,
}

impl Profile {
    /// All profiles of a sheet, in the order of their names.
    pub fn all(layers: Vec<SheetLayer>, asked: Asked) -> Vec<Self> {
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
                Self::of(id, layers, asked)
            })
            .collect()
    }

    fn of(id: String, layers: Vec<SheetLayer>, asked: Asked) -> Self {
        let mut remarks: BTreeSet<String> = BTreeSet::new();
        let mut remark = |found: &[Remark]| {
            remarks.extend(found.iter().map(|remark| remark.key().to_owned()));
        };
        let sampled: Vec<SoilLayer> = layers.iter().map(|layer| layer.layer).collect();
        let method = method(&layers);
        let carbon = method.clone().and_then(|_| {
            let found = DepthConcentration::of(&sampled, asked.depth_cm)?;
            remark(&found.remarks);
            Ok(found.carbon.g_per_kg())
        });
        for layer in &layers {
            if let Some(Ok(found)) = &layer.carbon {
                remark(&found.remarks);
            }
        }
        let top = layers.first();
        let texture = top.and_then(|layer| layer.texture.as_ref()?.as_ref().ok());
        if let Some(found) = texture {
            remark(&found.remarks);
        }
        let texture = texture.map(|found| TextureClass::of(found.texture).key());
        let health = top.and_then(|top| asked.health.map(|rules| rules.scores(top)));
        if let Some(found) = &health {
            remark(&found.remarks);
        }
        let stock = method.clone().and_then(|_| {
            let depth_cm = asked.depth_cm;
            let found = FixedDepth { depth_cm }.stock(&sampled)?;
            remarks.extend(found.flags.iter().map(|flag: &Message| flag.id.clone()));
            FixedDepth { depth_cm }.with_error(&sampled)
        });
        let classes = top.map(Classes::of).unwrap_or_default();
        if classes.rest_on_recalled_limits() {
            remarks.insert("flag-class-limits-recalled".to_owned());
        }
        Self {
            id,
            carbon_g_per_kg: carbon,
            carbon_method: method.ok(),
            stock,
            texture,
            classes,
            health,
            remarks,
            layers,
        }
    }

    /// How deep it was sampled, cm.
    pub fn reached_cm(&self) -> f64 {
        let bottoms = self.layers.iter().map(|layer| layer.layer.bottom_cm);
        bottoms.fold(0.0, f64::max)
    }

    /// The uppermost layer.
    pub fn top(&self) -> Option<&SoilLayer> {
        self.layers.first().map(|layer| &layer.layer)
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

impl Classes {
    /// True where a class is told whose limits nobody has looked up yet.
    fn rest_on_recalled_limits(&self) -> bool {
        let told = [
            (self.humus, &HUMUS_DSTU),
            (self.p2o5, &P2O5_MACHIGIN),
            (self.k2o, &K2O_MACHIGIN),
            (self.nitrogen, &TOTAL_NITROGEN),
            (self.kachinsky, &KACHINSKY_STEPPE),
        ];
        let recalled = |(class, scale): &(Option<_>, &Scale)| {
            class.is_some() && scale.standing == Standing::Recalled
        };
        told.iter().any(recalled)
    }

    fn of(sheet: &SheetLayer) -> Self {
        let layer = &sheet.layer;
        Self {
            ph_cis: layer.ph.and_then(|ph| PH_CIS.class(ph)),
            ph_usda: layer.ph.and_then(|ph| PH_USDA.class(ph)),
            humus: layer
                .humus_percent
                .and_then(|humus| HUMUS_DSTU.class(humus)),
            p2o5: layer
                .p2o5_machigin_mg_per_kg
                .and_then(|p2o5| P2O5_MACHIGIN.class(p2o5)),
            k2o: layer
                .k2o_machigin_mg_per_kg
                .and_then(|k2o| K2O_MACHIGIN.class(k2o)),
            nitrogen: layer
                .nitrogen_percent
                .and_then(|nitrogen| TOTAL_NITROGEN.class(nitrogen)),
            kachinsky: sheet
                .physical_clay_percent
                .and_then(|clay| KACHINSKY_STEPPE.class(clay)),
            salinity: layer
                .conductivity_ds_per_m
                .map(|ec| salinity(ec, layer.conductivity_method, sheet)),
        }
    }
}

/// The class of salinity: by salt and sodium where both are known, else by salt alone.
///
/// # Errors
/// `METHOD_UNKNOWN` where nobody said in what conductivity was measured; `METHOD_MISMATCH` for a suspension, which has no classes.
fn salinity(
    ec_ds_per_m: f64,
    method: Option<ConductivityMethod>,
    sheet: &SheetLayer,
) -> Result<&'static str, Withheld> {
    match method {
        None => Err(Withheld::because(Reason::MethodUnknown)),
        Some(ConductivityMethod::OneToFive) => Err(Withheld::because(Reason::MethodMismatch)),
        Some(ConductivityMethod::SaturatedPaste) => {
            let paste = PasteConductivity::new(ec_ds_per_m)?;
            if sheet.exchangeable_sodium_percent.is_some() {
                return Salinity::of(paste, sheet.exchangeable_sodium_percent).map(Salinity::key);
            }
            let class = SALT_ECE.class(paste.ds_per_m());
            class.ok_or(Withheld::because(Reason::OutOfRange))
        }
    }
}
