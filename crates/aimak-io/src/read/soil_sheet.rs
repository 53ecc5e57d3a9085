//! A laboratory sheet of soil layers without a project file: its columns have fixed names with the unit in them.

use std::path::Path;

use aimak_core::{SoilLayer, Withheld};
use aimak_science::soil::{
    carbon_reading::{CarbonReading, Carbonates, DeterminedCarbon, Recovery},
    content::{Content, MassUnit, Substance},
    texture::Texture,
};

use super::{sheet, table::Table};
use crate::problem::Problem;

/// How organic carbon was determined where a sheet has a column of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CarbonColumn {
    /// Dichromate; nobody said whether it was corrected for recovery.
    #[default]
    Dichromate,
    /// Dichromate, corrected by the laboratory.
    DichromateCorrected,
    /// Dry combustion, carbonates removed.
    DryCombustion,
}

/// A layer of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLayer {
    /// The profile it belongs to.
    pub profile: String,
    /// The layer; its carbon is that of `carbon`.
    pub layer: SoilLayer,
    /// Carbon and how it was found, or why there is none; `None` where nothing stands there.
    pub carbon: Option<Result<DeterminedCarbon, Withheld>>,
    /// Texture, where parts of it stand there.
    pub texture: Option<Result<Texture, Withheld>>,
    /// Humus by Tyurin, %.
    pub humus_percent: Option<f64>,
    /// Available P2O5 by Machigin, mg/kg.
    pub p2o5_mg_per_kg: Option<f64>,
    /// Available K2O by Machigin, mg/kg.
    pub k2o_mg_per_kg: Option<f64>,
    /// Total nitrogen, %.
    pub nitrogen_percent: Option<f64>,
}

const PROFILE: &str = "profile";
const NEEDED: [&str; 3] = [PROFILE, "top_cm", "bottom_cm"];
const HUMUS: &str = "humus_percent";
const CARBON_PERCENT: &str = "organic_carbon_percent";
const CARBON_G_PER_KG: &str = "organic_carbon_g_per_kg";
const MATTER: &str = "organic_matter_percent";
const TOTAL_CARBON: &str = "total_carbon_percent";
const CARBONATE: &str = "carbonate_percent";

/// Columns with their range and unit, in the order of [`Numbers`].
const NUMBERS: [(&str, (f64, f64), &str); 18] = [
    ("top_cm", (0.0, 1000.0), "cm"),
    ("bottom_cm", (0.0, 1000.0), "cm"),
    (HUMUS, (0.0, 100.0), "%"),
    (CARBON_PERCENT, (0.0, 58.0), "%"),
    (CARBON_G_PER_KG, (0.0, 580.0), "g/kg"),
    (MATTER, (0.0, 100.0), "%"),
    (TOTAL_CARBON, (0.0, 100.0), "%"),
    (CARBONATE, (0.0, 100.0), "%"),
    ("bulk_density_g_per_cm3", (0.1, 2.65), "g/cm³"),
    ("coarse_percent", (0.0, 100.0), "%"),
    ("ph", (0.0, 14.0), "pH"),
    ("sand_percent", (0.0, 100.0), "%"),
    ("silt_percent", (0.0, 100.0), "%"),
    ("clay_percent", (0.0, 100.0), "%"),
    ("p2o5_machigin_mg_per_kg", (0.0, 10_000.0), "mg/kg"),
    ("k2o_machigin_mg_per_kg", (0.0, 100_000.0), "mg/kg"),
    ("nitrogen_percent", (0.0, 10.0), "%"),
    ("ec_ds_per_m", (0.0, 200.0), "dS/m"),
];

/// The numbers of a row.
type Numbers = [Option<f64>; NUMBERS.len()];

/// Reads a sheet.
///
/// # Errors
/// Everything that is wrong with it.
pub fn soil_sheet(path: &Path, method: CarbonColumn) -> Result<Vec<SheetLayer>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let optional = NUMBERS.map(|(name, ..)| name);
    let problems = sheet::columns(&table, &NEEDED, &optional[2..]);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut layers = Vec::new();
    for row in table.rows() {
        let numbers = NUMBERS
            .map(|(column, range, unit)| sheet::number(&mut table, row, column, range, unit));
        let Some(profile) = sheet::filled(&mut table, row, PROFILE) else {
            continue;
        };
        let [Some(top_cm), Some(bottom_cm), ..] = numbers else {
            for (place, column) in NEEDED[1..].iter().enumerate() {
                if numbers[place].is_none() {
                    sheet::filled(&mut table, row, column);
                }
            }
            continue;
        };
        if bottom_cm <= top_cm {
            let found = format!("{top_cm}–{bottom_cm} cm");
            table.wrong(row, NEEDED[2], "layer-upside-down", &found);
            continue;
        }
        if several_carbons(&mut table, row, &numbers) {
            continue;
        }
        layers.push(layer(profile, &numbers, method));
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, layers)
}

/// True, and noted, where a row has carbon by several columns: which one is meant?
fn several_carbons(table: &mut Table<'_>, row: usize, numbers: &Numbers) -> bool {
    let filled: Vec<&str> = (2..7)
        .filter(|place| numbers[*place].is_some())
        .map(|place| NUMBERS[place].0)
        .collect();
    if filled.len() > 1 {
        table.wrong(row, filled[1], "carbon-twice", &filled.join(", "));
    }
    filled.len() > 1
}

fn layer(profile: String, numbers: &Numbers, method: CarbonColumn) -> SheetLayer {
    let [
        top_cm,
        bottom_cm,
        humus,
        carbon,
        carbon_g,
        matter,
        total,
        carbonate,
        density,
        coarse,
        ph,
        sand,
        silt,
        clay,
        p2o5,
        k2o,
        nitrogen,
        _ec,
    ] = *numbers;
    let reading = reading(
        [humus, carbon, carbon_g, matter, total],
        carbonate,
        ph,
        method,
    );
    let determined = reading.map(|reading| reading.and_then(CarbonReading::carbon));
    let texture = [sand, silt, clay].iter().any(Option::is_some);
    SheetLayer {
        profile,
        layer: SoilLayer {
            top_cm: top_cm.unwrap_or_default(),
            bottom_cm: bottom_cm.unwrap_or_default(),
            carbon_percent: determined
                .as_ref()
                .and_then(|found| Some(found.as_ref().ok()?.carbon.percent())),
            bulk_density_g_per_cm3: density,
            coarse_fraction: coarse.map(|percent| percent / 100.0),
            ph,
            ..SoilLayer::default()
        },
        carbon: determined,
        texture: texture.then(|| Texture::of_sheet(sand, silt, clay)),
        humus_percent: humus,
        p2o5_mg_per_kg: p2o5,
        k2o_mg_per_kg: k2o,
        nitrogen_percent: nitrogen,
    }
}

/// What the laboratory determined.
fn reading(
    [humus, carbon, carbon_g, matter, total]: [Option<f64>; 5],
    carbonate: Option<f64>,
    ph: Option<f64>,
    method: CarbonColumn,
) -> Option<Result<CarbonReading, Withheld>> {
    let organic = carbon
        .map(|percent| content(percent, MassUnit::Percent))
        .or(carbon_g.map(|grams| content(grams, MassUnit::GramPerKg)));
    let organic = organic.map(|carbon| {
        carbon.map(|carbon| match method {
            CarbonColumn::Dichromate => CarbonReading::Dichromate(carbon, Recovery::Unstated),
            CarbonColumn::DichromateCorrected => {
                CarbonReading::Dichromate(carbon, Recovery::Corrected)
            }
            CarbonColumn::DryCombustion => CarbonReading::OrganicByCombustion(carbon),
        })
    });
    let percent = MassUnit::Percent;
    humus
        .map(|humus| content(humus, percent).map(CarbonReading::Humus))
        .or(organic)
        .or(matter.map(|matter| content(matter, percent).map(CarbonReading::LossOnIgnition)))
        .or(total.map(|total| {
            let carbonates = Carbonates {
                content: carbonate.map(|value| content(value, percent)).transpose()?,
                ph,
                fizzes: None,
            };
            Ok(CarbonReading::TotalByCombustion(
                content(total, percent)?,
                carbonates,
            ))
        }))
}

fn content<S: Substance>(value: f64, unit: MassUnit) -> Result<Content<S>, Withheld> {
    Content::new(value, unit)
}
