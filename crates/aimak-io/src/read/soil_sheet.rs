//! A laboratory sheet of soil layers without a project file: its columns have fixed names with the unit in them.

use std::path::Path;

use aimak_core::{CarbonMethod, ConductivityMethod, SoilLayer, Withheld};
use aimak_science::soil::{
    carbon_reading::{CarbonReading, Carbonates, DeterminedCarbon, Recovery},
    content::{Content, MassUnit, Substance},
    remark::Remark,
    texture::{KachinskyGrains, Texture},
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
    /// Tyurin; the column holds its carbon and not humus.
    Tyurin,
}

/// How a sheet was determined, as its columns alone cannot tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SheetMethods {
    /// Organic carbon.
    pub carbon: CarbonColumn,
    /// Electrical conductivity; `None` where nobody said.
    pub conductivity: Option<ConductivityMethod>,
}

/// The texture of a layer by the limits of the USDA.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetTexture {
    /// Sand, silt and clay.
    pub texture: Texture,
    /// Remarks: a Kachinsky analysis is interpolated.
    pub remarks: Vec<Remark>,
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
    pub texture: Option<Result<SheetTexture, Withheld>>,
    /// Physical clay of Kachinsky, below 0.01 mm, %: written so or summed from its fractions.
    pub physical_clay_percent: Option<f64>,
    /// Exchangeable sodium, % of the exchange capacity.
    pub exchangeable_sodium_percent: Option<f64>,
    /// Exchangeable potassium, mg/kg.
    pub potassium_mg_per_kg: Option<f64>,
    /// Aggregates that withstand water, %.
    pub aggregates_percent: Option<f64>,
}

const PROFILE: &str = "profile";
const NEEDED: [&str; 3] = [PROFILE, "top_cm", "bottom_cm"];
/// Columns of carbon: a row has one of them.
const CARBON: [&str; 5] = [
    "humus_percent",
    "organic_carbon_percent",
    "organic_carbon_g_per_kg",
    "organic_matter_percent",
    "total_carbon_percent",
];
/// Parts by the limits of the USDA.
const USDA: [&str; 3] = ["sand_percent", "silt_percent", "clay_percent"];
/// Fractions of Kachinsky, the coarsest first: 0.25–1, 0.05–0.25, 0.01–0.05, 0.005–0.01, 0.001–0.005, below 0.001 mm.
const KACHINSKY: [&str; 6] = [
    "kachinsky_coarse_sand_percent",
    "kachinsky_fine_sand_percent",
    "kachinsky_coarse_silt_percent",
    "kachinsky_medium_silt_percent",
    "kachinsky_fine_silt_percent",
    "kachinsky_clay_percent",
];

/// A column with its range and unit.
type Column = (&'static str, (f64, f64), &'static str);

const fn percent(name: &'static str) -> Column {
    (name, (0.0, 100.0), "%")
}

/// Every column of numbers.
const NUMBERS: [Column; 29] = [
    ("top_cm", (0.0, 1000.0), "cm"),
    ("bottom_cm", (0.0, 1000.0), "cm"),
    percent(CARBON[0]),
    (CARBON[1], (0.0, 58.0), "%"),
    (CARBON[2], (0.0, 580.0), "g/kg"),
    percent(CARBON[3]),
    percent(CARBON[4]),
    percent("carbonate_percent"),
    ("bulk_density_g_per_cm3", (0.1, 2.65), "g/cm³"),
    percent("coarse_percent"),
    ("ph", (0.0, 14.0), "pH"),
    percent(USDA[0]),
    percent(USDA[1]),
    percent(USDA[2]),
    percent(KACHINSKY[0]),
    percent(KACHINSKY[1]),
    percent(KACHINSKY[2]),
    percent(KACHINSKY[3]),
    percent(KACHINSKY[4]),
    percent(KACHINSKY[5]),
    percent("grains_1_to_2_mm_percent"),
    percent("physical_clay_percent"),
    ("p2o5_machigin_mg_per_kg", (0.0, 10_000.0), "mg/kg"),
    ("k2o_machigin_mg_per_kg", (0.0, 100_000.0), "mg/kg"),
    ("potassium_mg_per_kg", (0.0, 100_000.0), "mg/kg"),
    ("nitrogen_percent", (0.0, 10.0), "%"),
    ("ec_ds_per_m", (0.0, 200.0), "dS/m"),
    percent("exchangeable_sodium_percent"),
    percent("aggregates_percent"),
];

/// The numbers of a row.
struct Numbers([Option<f64>; NUMBERS.len()]);

impl Numbers {
    fn of(table: &mut Table<'_>, row: usize) -> Self {
        let number = |(column, range, unit)| sheet::number(table, row, column, range, unit);
        Self(NUMBERS.map(number))
    }

    /// The number in a column.
    fn get(&self, column: &str) -> Option<f64> {
        let place = NUMBERS.iter().position(|(name, ..)| *name == column);
        place.and_then(|place| self.0[place])
    }

    /// Those of the columns in which something stands.
    fn filled(&self, columns: &[&'static str]) -> Vec<&'static str> {
        let filled = columns.iter().filter(|column| self.get(column).is_some());
        filled.copied().collect()
    }
}

/// Reads a sheet.
///
/// # Errors
/// Everything that is wrong with it.
pub fn soil_sheet(path: &Path, methods: SheetMethods) -> Result<Vec<SheetLayer>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let optional = NUMBERS.map(|(name, ..)| name);
    let problems = sheet::columns(&table, &NEEDED, &optional[2..]);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut layers = Vec::new();
    for row in table.rows() {
        let numbers = Numbers::of(&mut table, row);
        let Some(profile) = sheet::filled(&mut table, row, PROFILE) else {
            continue;
        };
        let depths = numbers.get(NEEDED[1]).zip(numbers.get(NEEDED[2]));
        let Some((top_cm, bottom_cm)) = depths else {
            for column in &NEEDED[1..] {
                if numbers.get(column).is_none() {
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
        if several(&mut table, row, &numbers) {
            continue;
        }
        layers.push(layer(profile, (top_cm, bottom_cm), &numbers, methods));
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, layers)
}

/// True, and noted, where a row has carbon by several columns or texture by both systems: which one is meant?
fn several(table: &mut Table<'_>, row: usize, numbers: &Numbers) -> bool {
    let carbon = numbers.filled(&CARBON);
    if let [_, second, ..] = carbon[..] {
        table.wrong(row, second, "carbon-twice", &carbon.join(", "));
    }
    let (usda, kachinsky) = (numbers.filled(&USDA), numbers.filled(&KACHINSKY));
    let both = usda.first().zip(kachinsky.first());
    if let Some((one, other)) = both {
        table.wrong(row, other, "texture-twice", &format!("{one}, {other}"));
    }
    carbon.len() > 1 || both.is_some()
}

fn layer(
    profile: String,
    (top_cm, bottom_cm): (f64, f64),
    numbers: &Numbers,
    methods: SheetMethods,
) -> SheetLayer {
    let carbon = reading(numbers, methods.carbon)
        .map(|reading| reading.and_then(CarbonReading::carbon))
        .map(|found| found.map(|found| of_tyurin(found, numbers, methods.carbon)));
    let known = carbon.as_ref().and_then(|found| found.as_ref().ok());
    let grains = kachinsky(numbers);
    let conductivity = numbers.get("ec_ds_per_m");
    let layer = SoilLayer {
        top_cm,
        bottom_cm,
        carbon_percent: known.map(|found| found.carbon.percent()),
        carbon_method: known.map(|found| found.method),
        humus_percent: numbers.get(CARBON[0]),
        bulk_density_g_per_cm3: numbers.get("bulk_density_g_per_cm3"),
        coarse_fraction: numbers.get("coarse_percent").map(|percent| percent / 100.0),
        ph: numbers.get("ph"),
        nitrogen_percent: numbers.get("nitrogen_percent"),
        p2o5_machigin_mg_per_kg: numbers.get("p2o5_machigin_mg_per_kg"),
        k2o_machigin_mg_per_kg: numbers.get("k2o_machigin_mg_per_kg"),
        conductivity_ds_per_m: conductivity,
        conductivity_method: conductivity.and(methods.conductivity),
        ..SoilLayer::default()
    };
    SheetLayer {
        profile,
        layer,
        texture: texture(numbers, grains.as_ref()),
        carbon,
        physical_clay_percent: numbers
            .get("physical_clay_percent")
            .or_else(|| grains?.physical_clay_percent().ok()),
        exchangeable_sodium_percent: numbers.get("exchangeable_sodium_percent"),
        potassium_mg_per_kg: numbers.get("potassium_mg_per_kg"),
        aggregates_percent: numbers.get("aggregates_percent"),
    }
}

/// Carbon by Tyurin is written as carbon in some sheets: it is what humus divided by 1.724 is.
fn of_tyurin(found: DeterminedCarbon, numbers: &Numbers, method: CarbonColumn) -> DeterminedCarbon {
    let written = numbers.get(CARBON[1]).or(numbers.get(CARBON[2]));
    match method {
        CarbonColumn::Tyurin if written.is_some() => DeterminedCarbon {
            method: CarbonMethod::TyurinHumus,
            ..found
        },
        _ => found,
    }
}

/// The fractions of Kachinsky, where any of them stands there.
fn kachinsky(numbers: &Numbers) -> Option<KachinskyGrains> {
    if numbers.filled(&KACHINSKY).is_empty() {
        return None;
    }
    let [
        sand_coarse,
        sand_fine,
        silt_coarse,
        silt_medium,
        silt_fine,
        clay,
    ] = KACHINSKY.map(|column| numbers.get(column));
    Some(KachinskyGrains {
        sand_coarse,
        sand_fine,
        silt_coarse,
        silt_medium,
        silt_fine,
        clay,
        grains_1_to_2_mm: numbers.get("grains_1_to_2_mm_percent"),
    })
}

/// Texture by the limits of the USDA, measured or interpolated.
fn texture(
    numbers: &Numbers,
    grains: Option<&KachinskyGrains>,
) -> Option<Result<SheetTexture, Withheld>> {
    if let Some(grains) = grains {
        return Some(grains.usda().map(|found| SheetTexture {
            texture: found.texture,
            remarks: found.remarks,
        }));
    }
    let [sand, silt, clay] = USDA.map(|column| numbers.get(column));
    if [sand, silt, clay].iter().all(Option::is_none) {
        return None;
    }
    let measured = |texture| SheetTexture {
        texture,
        remarks: Vec::new(),
    };
    Some(Texture::of_sheet(sand, silt, clay).map(measured))
}

/// What the laboratory determined.
fn reading(numbers: &Numbers, method: CarbonColumn) -> Option<Result<CarbonReading, Withheld>> {
    let [humus, carbon, carbon_g, matter, total] = CARBON.map(|column| numbers.get(column));
    let percent = MassUnit::Percent;
    let organic = carbon
        .map(|figure| content(figure, percent))
        .or(carbon_g.map(|grams| content(grams, MassUnit::GramPerKg)));
    let organic = organic.map(|carbon| {
        carbon.map(|carbon| match method {
            CarbonColumn::Dichromate => CarbonReading::Dichromate(carbon, Recovery::Unstated),
            CarbonColumn::DichromateCorrected => {
                CarbonReading::Dichromate(carbon, Recovery::Corrected)
            }
            CarbonColumn::DryCombustion | CarbonColumn::Tyurin => {
                CarbonReading::OrganicByCombustion(carbon)
            }
        })
    });
    humus
        .map(|humus| content(humus, percent).map(CarbonReading::Humus))
        .or(organic)
        .or(matter.map(|matter| content(matter, percent).map(CarbonReading::LossOnIgnition)))
        .or(total.map(|total| {
            let carbonate = numbers.get("carbonate_percent");
            let carbonates = Carbonates {
                content: carbonate.map(|value| content(value, percent)).transpose()?,
                ph: numbers.get("ph"),
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
