//! By which methods did the laboratory work, and do the columns of a soil table agree with that?

use aimak_core::Message;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Column, Columns, TableKind, TableSpec};
use crate::problem::Problem;

/// How carbon was determined, as the project file states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CarbonStated {
    /// Tyurin (dichromate, heated): `humus_percent` holds humus, `carbon_percent` its carbon.
    TyurinHumus,
    /// Walkley and Black, corrected for recovery by the laboratory.
    WalkleyBlack,
    /// Walkley and Black; the laboratory states that it did not correct. Multiplied here by 1.30.
    WalkleyBlackUncorrected,
    /// Walkley and Black; nobody said whether it was corrected. Taken as it is, with a remark.
    WalkleyBlackRecoveryUnstated,
    /// Dry combustion, carbonates removed before.
    DryCombustion,
    /// Loss on ignition: `organic_matter_percent` holds what was lost, `carbon_percent` its carbon.
    LossOnIgnition,
    /// Dry combustion of the whole soil: `total_carbon_percent` with `carbonate_percent`.
    TotalCombustion,
}

impl CarbonStated {
    /// The key in the project file.
    const fn key(self) -> &'static str {
        match self {
            Self::TyurinHumus => "tyurin_humus",
            Self::WalkleyBlack => "walkley_black",
            Self::WalkleyBlackUncorrected => "walkley_black_uncorrected",
            Self::WalkleyBlackRecoveryUnstated => "walkley_black_recovery_unstated",
            Self::DryCombustion => "dry_combustion",
            Self::LossOnIgnition => "loss_on_ignition",
            Self::TotalCombustion => "total_combustion",
        }
    }

    /// The keys of the columns in which such carbon may stand.
    const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::TyurinHumus => &["humus_percent", "carbon_percent"],
            Self::WalkleyBlack
            | Self::WalkleyBlackUncorrected
            | Self::WalkleyBlackRecoveryUnstated
            | Self::DryCombustion => &["carbon_percent"],
            Self::LossOnIgnition => &["organic_matter_percent", "carbon_percent"],
            Self::TotalCombustion => &["total_carbon_percent"],
        }
    }
}

/// In which extract phosphorus and potassium were determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NutrientMethod {
    /// Machigin, 1 % ammonium carbonate: the method of the CIS for calcareous soils.
    Machigin,
    /// Olsen, sodium bicarbonate: phosphorus only.
    Olsen,
}

/// Columns of a laboratory, and the methods that must be stated with them.
pub(super) fn check(table: &TableSpec, file: &str, problems: &mut Vec<Problem>) {
    if table.kind != TableKind::SoilLayers {
        return;
    }
    let mapped = table.columns.mapped();
    let path = |key: &str| format!("tables[{}].{key}", table.id);
    if let Some(stated) = table.carbon_method {
        let known = stated.columns();
        let fits = mapped.iter().any(|(key, _)| known.contains(key));
        // carbon without any column of it is a statement about nothing
        if !fits || contradicted(stated, &table.columns) {
            let expected = Message::new("expected-carbon-method-column")
                .with("method", stated.key())
                .with("columns", known.join(", "));
            problems.push(
                Problem::error("carbon-method-column", file)
                    .in_column(&path("carbon_method"))
                    .found(carbon_columns(&table.columns))
                    .expecting(expected),
            );
        }
    }
    let phosphorus = [&table.columns.p2o5_mg_per_kg, &table.columns.p_mg_per_kg];
    let potassium = [&table.columns.k2o_mg_per_kg, &table.columns.k_mg_per_kg];
    let named = |columns: [&Option<Column>; 2]| -> Vec<String> {
        let names = columns.into_iter().flatten();
        names.map(|column| column.name().to_owned()).collect()
    };
    let (phosphorus, potassium) = (named(phosphorus), named(potassium));
    match table.nutrient_method {
        None if !phosphorus.is_empty() || !potassium.is_empty() => problems.push(
            Problem::error("nutrient-method-missing", file)
                .in_column(&path("nutrient_method"))
                .found([phosphorus, potassium].concat().join(", ")),
        ),
        Some(NutrientMethod::Olsen) if !potassium.is_empty() => problems.push(
            Problem::error("nutrient-method-olsen", file)
                .in_column(&path("nutrient_method"))
                .found(potassium.join(", ")),
        ),
        _ => {}
    }
    if let Some(column) = table.columns.ec_ds_per_m.as_ref()
        && table.ec_method.is_none()
    {
        problems.push(
            Problem::error("ec-method-missing", file)
                .in_column(&path("ec_method"))
                .found(column.name()),
        );
    }
}

/// True where `carbon_percent` is mapped and the method stated cannot be that of its figures.
const fn contradicted(stated: CarbonStated, columns: &Columns) -> bool {
    matches!(stated, CarbonStated::TotalCombustion) && columns.carbon_percent.is_some()
}

/// The columns of carbon that are mapped, for the message.
fn carbon_columns(columns: &Columns) -> String {
    const CARBON: [&str; 4] = [
        "carbon_percent",
        "humus_percent",
        "organic_matter_percent",
        "total_carbon_percent",
    ];
    let mapped = columns.mapped();
    let keys = mapped.iter().map(|(key, _)| *key);
    let found: Vec<&str> = keys.filter(|key| CARBON.contains(key)).collect();
    if found.is_empty() {
        return "—".to_owned();
    }
    found.join(", ")
}
