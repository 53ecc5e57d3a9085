//! What a laboratory found in a layer of soil, and by which method.

use serde::{Deserialize, Serialize};

/// How carbon was determined. Two dates are comparable by one method only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarbonMethod {
    /// Humus by Tyurin (dichromate, heated), divided by 1.724.
    TyurinHumus,
    /// Dichromate after Walkley and Black, corrected for recovery, by the laboratory or here.
    WalkleyBlack,
    /// Dichromate after Walkley and Black; nobody said whether it was corrected.
    WalkleyBlackRecoveryUnstated,
    /// Dry combustion, free of carbonates.
    DryCombustion,
    /// Loss on ignition, divided by 2.
    LossOnIgnition,
    /// Tyurin brought to dry combustion by samples analysed both ways.
    TyurinCalibrated,
}

impl CarbonMethod {
    /// Every method, for tests that each has its words.
    pub const ALL: [Self; 6] = [
        Self::TyurinHumus,
        Self::WalkleyBlack,
        Self::WalkleyBlackRecoveryUnstated,
        Self::DryCombustion,
        Self::LossOnIgnition,
        Self::TyurinCalibrated,
    ];

    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TyurinHumus => "tyurin_humus",
            Self::WalkleyBlack => "walkley_black",
            Self::WalkleyBlackRecoveryUnstated => "walkley_black_recovery_unstated",
            Self::DryCombustion => "dry_combustion",
            Self::LossOnIgnition => "loss_on_ignition",
            Self::TyurinCalibrated => "tyurin_calibrated",
        }
    }
}

/// In what electrical conductivity was measured. The two differ several times over, by a factor that depends on texture.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ConductivityMethod {
    /// The extract of a saturated paste (`ECe`): classes of salinity are defined for it.
    SaturatedPaste,
    /// A suspension of one part of soil in five of water (EC 1:5): no class without a stated conversion.
    OneToFive,
}

impl ConductivityMethod {
    /// Both, for tests that each has its words.
    pub const ALL: [Self; 2] = [Self::SaturatedPaste, Self::OneToFive];

    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SaturatedPaste => "saturated_paste",
            Self::OneToFive => "one_to_five",
        }
    }
}

/// One soil layer as sampled; METHODS A.3 gives the ranges. What was not determined is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SoilLayer {
    /// Upper limit, cm below the surface.
    pub top_cm: f64,
    /// Lower limit, cm.
    pub bottom_cm: f64,
    /// Soil organic carbon, per cent of fine earth by mass.
    pub carbon_percent: Option<f64>,
    /// How carbon was determined; `None` where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carbon_method: Option<CarbonMethod>,
    /// Bulk density of the fine earth, g/cm³.
    pub bulk_density_g_per_cm3: Option<f64>,
    /// Coarse fragments over 2 mm, volume fraction 0–1; `None` means not recorded.
    pub coarse_fraction: Option<f64>,
    /// pH in water.
    pub ph: Option<f64>,
    /// Humus by Tyurin as the laboratory wrote it, per cent of fine earth by mass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub humus_percent: Option<f64>,
    /// Nitrogen of all forms, per cent of fine earth by mass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nitrogen_percent: Option<f64>,
    /// Available phosphorus by Machigin as P2O5, mg/kg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p2o5_machigin_mg_per_kg: Option<f64>,
    /// Available potassium by Machigin as K2O, mg/kg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub k2o_machigin_mg_per_kg: Option<f64>,
    /// Available phosphorus by Olsen as the element, mg/kg: another quantity than P2O5 by Machigin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_olsen_mg_per_kg: Option<f64>,
    /// Electrical conductivity at 25 °C, dS/m.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conductivity_ds_per_m: Option<f64>,
    /// In what it was measured; given wherever conductivity is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conductivity_method: Option<ConductivityMethod>,
}

impl SoilLayer {
    /// True where a laboratory or a core gave at least one figure; depth and stones alone are none.
    pub const fn has_figures(&self) -> bool {
        self.carbon_percent.is_some()
            || self.bulk_density_g_per_cm3.is_some()
            || self.ph.is_some()
            || self.humus_percent.is_some()
            || self.nitrogen_percent.is_some()
            || self.p2o5_machigin_mg_per_kg.is_some()
            || self.k2o_machigin_mg_per_kg.is_some()
            || self.p_olsen_mg_per_kg.is_some()
            || self.conductivity_ds_per_m.is_some()
    }
}
