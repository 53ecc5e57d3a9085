//! A table of fields for the default method of the IPCC: climate, soil, and how each was managed before and after.

use std::path::Path;

use aimak_core::Withheld;
use aimak_science::soil::{
    texture::Texture,
    tier1::{
        ClimateZone, Climatology, CroplandUse, GrasslandCondition, Input, Management, ManureRecord,
        SoilGroup, Tillage,
    },
};

use super::{sheet, table::Table, value};
use crate::problem::Problem;

/// A field of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Tier1Field {
    /// Its name.
    pub id: String,
    /// Its climate zone; `None` where nobody gave it or its figures.
    pub zone: Option<Result<ClimateZone, Withheld>>,
    /// Its soil group; `None` where nobody gave it.
    pub soil: Option<SoilGroup>,
    /// How it was managed before; `None` where that is not documented.
    pub before: Option<Result<Management, Withheld>>,
    /// How it is managed after.
    pub after: Option<Result<Management, Withheld>>,
}

const ID: &str = "id";
const ZONE: &str = "climate_zone";
const SOIL: &str = "soil_group";
const WRB: &str = "wrb_group";
const RECORDED: &str = "manure_recorded";
const DIVERTED: &str = "manure_diverted";
const BEFORE: [&str; 3] = ["land_before", "tillage_before", "input_before"];
const AFTER: [&str; 3] = ["land_after", "tillage_after", "input_after"];
/// Figures of a climate, in the order of [`Climatology`].
const CLIMATE: [(&str, (f64, f64), &str); 6] = [
    ("mean_temperature_c", (-60.0, 40.0), "°C"),
    ("warmest_month_c", (-60.0, 60.0), "°C"),
    ("frost_days", (0.0, 366.0), "d"),
    ("precipitation_mm", (0.0, 15_000.0), "mm"),
    ("potential_evapotranspiration_mm", (0.0, 5_000.0), "mm"),
    ("elevation_m", (-500.0, 9_000.0), "m"),
];
const GRAINS: [&str; 2] = ["sand_percent", "clay_percent"];

const ZONES: [(&str, ClimateZone); 12] = [
    ("tropical_montane", ClimateZone::TropicalMontane),
    ("tropical_wet", ClimateZone::TropicalWet),
    ("tropical_moist", ClimateZone::TropicalMoist),
    ("tropical_dry", ClimateZone::TropicalDry),
    ("warm_temperate_moist", ClimateZone::WarmTemperateMoist),
    ("warm_temperate_dry", ClimateZone::WarmTemperateDry),
    ("cool_temperate_moist", ClimateZone::CoolTemperateMoist),
    ("cool_temperate_dry", ClimateZone::CoolTemperateDry),
    ("boreal_moist", ClimateZone::BorealMoist),
    ("boreal_dry", ClimateZone::BorealDry),
    ("polar_moist", ClimateZone::PolarMoist),
    ("polar_dry", ClimateZone::PolarDry),
];
const SOILS: [(&str, SoilGroup); 6] = [
    ("high_activity_clay", SoilGroup::HighActivityClay),
    ("low_activity_clay", SoilGroup::LowActivityClay),
    ("sandy", SoilGroup::Sandy),
    ("spodic", SoilGroup::Spodic),
    ("volcanic", SoilGroup::Volcanic),
    ("wetland", SoilGroup::Wetland),
];
/// Names of the WRB that [`SoilGroup::of`] knows.
const WRB_GROUPS: [&str; 15] = [
    "Chernozem",
    "Kastanozem",
    "Phaeozem",
    "Calcisol",
    "Cambisol",
    "Luvisol",
    "Vertisol",
    "Solonetz",
    "Acrisol",
    "Lixisol",
    "Ferralsol",
    "Nitisol",
    "Podzol",
    "Andosol",
    "Gleysol",
];

/// What land is used for.
#[derive(Clone, Copy)]
enum Land {
    Native,
    Crops(CroplandUse),
    Grass(GrasslandCondition),
}

const LANDS: [(&str, Land); 10] = [
    ("native", Land::Native),
    ("annual_crops", Land::Crops(CroplandUse::LongTermAnnual)),
    ("perennial_crops", Land::Crops(CroplandUse::Perennial)),
    ("set_aside", Land::Crops(CroplandUse::SetAside)),
    ("paddy", Land::Crops(CroplandUse::Paddy)),
    ("grassland", Land::Grass(GrasslandCondition::Nominal)),
    (
        "grassland_grazed_hard",
        Land::Grass(GrasslandCondition::HighIntensityGrazing),
    ),
    (
        "grassland_degraded",
        Land::Grass(GrasslandCondition::SeverelyDegraded),
    ),
    (
        "grassland_improved",
        Land::Grass(GrasslandCondition::Improved { high_input: false }),
    ),
    (
        "grassland_improved_high_input",
        Land::Grass(GrasslandCondition::Improved { high_input: true }),
    ),
];
const TILLAGES: [(&str, Tillage); 3] = [
    ("full", Tillage::Full),
    ("reduced", Tillage::Reduced),
    ("none", Tillage::None),
];

/// What comes back to the soil, before anybody asked for records of manure.
#[derive(Clone, Copy)]
enum InputWord {
    Low,
    Medium,
    High,
    HighWithManure,
}

const INPUTS: [(&str, InputWord); 4] = [
    ("low", InputWord::Low),
    ("medium", InputWord::Medium),
    ("high", InputWord::High),
    ("high_with_manure", InputWord::HighWithManure),
];

/// The word of a climate zone.
pub fn zone_key(zone: ClimateZone) -> &'static str {
    key_of(&ZONES, &zone)
}

/// The word of a soil group.
pub fn soil_key(soil: SoilGroup) -> &'static str {
    key_of(&SOILS, &soil)
}

fn key_of<T: PartialEq>(known: &[(&'static str, T)], wanted: &T) -> &'static str {
    let found = known.iter().find(|(_, meant)| meant == wanted);
    found.map_or("", |(word, _)| word)
}

/// Reads the table.
///
/// # Errors
/// Everything that is wrong with it. What is missing is no error: the answer is then withheld.
pub fn tier1_fields(path: &Path) -> Result<Vec<Tier1Field>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let needed = [ID, BEFORE[0], AFTER[0]];
    let optional = [
        ZONE, SOIL, WRB, RECORDED, DIVERTED, BEFORE[1], BEFORE[2], AFTER[1], AFTER[2],
    ];
    let problems = sheet::columns(&table, &needed, &optional);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut fields = Vec::new();
    for row in table.rows() {
        let id = sheet::filled(&mut table, row, ID);
        let zone = zone(&mut table, row);
        let soil = soil(&mut table, row);
        let record = ManureRecord::documented(
            flag(&mut table, row, RECORDED) == Some(true),
            flag(&mut table, row, DIVERTED),
        );
        let before = management(&mut table, row, BEFORE, &record);
        let after = management(&mut table, row, AFTER, &record);
        if let Some(id) = id {
            fields.push(Tier1Field {
                id,
                zone,
                soil,
                before,
                after,
            });
        }
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, fields)
}

/// A word of a list; another one is noted.
fn word<T: Copy>(
    table: &mut Table<'_>,
    row: usize,
    column: &'static str,
    known: &[(&'static str, T)],
) -> Option<T> {
    let text = table.cell(row, column, &[])?.to_owned();
    let found = known.iter().find(|(word, _)| *word == text);
    if found.is_none() {
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let expected = aimak_core::Message::new("expected-one-of").with("known", words.join(", "));
        let problem = table.problem(crate::problem::Severity::Error, "tier1-word", row, column);
        table.note(problem.found(text).expecting(expected));
    }
    found.map(|(_, meant)| *meant)
}

/// Yes or no; another word is noted.
fn flag(table: &mut Table<'_>, row: usize, column: &'static str) -> Option<bool> {
    let text = table.cell(row, column, &[])?.to_owned();
    let flag = value::flag(&text);
    if flag.is_none() {
        table.wrong(row, column, "not-yes-or-no", &text);
    }
    flag
}

/// The zone by its name, or by the climate.
fn zone(table: &mut Table<'_>, row: usize) -> Option<Result<ClimateZone, Withheld>> {
    let named = word(table, row, ZONE, &ZONES);
    let figures =
        CLIMATE.map(|(column, range, unit)| sheet::number(table, row, column, range, unit));
    if let Some(named) = named {
        return Some(Ok(named));
    }
    let [
        Some(mean_temperature_c),
        Some(warmest_month_c),
        Some(frost_days),
        Some(precipitation_mm),
        Some(potential_evapotranspiration_mm),
        Some(elevation_m),
    ] = figures
    else {
        return None;
    };
    Some(ClimateZone::of(&Climatology {
        mean_temperature_c,
        warmest_month_c,
        frost_days,
        precipitation_mm,
        potential_evapotranspiration_mm,
        elevation_m,
    }))
}

/// The soil group by its name, or by the name of the WRB and the texture.
fn soil(table: &mut Table<'_>, row: usize) -> Option<SoilGroup> {
    let named = word(table, row, SOIL, &SOILS);
    let [sand, clay] = GRAINS.map(|column| sheet::number(table, row, column, (0.0, 100.0), "%"));
    let known = WRB_GROUPS.map(|name| (name, name));
    let wrb = word(table, row, WRB, &known);
    if named.is_some() {
        return named;
    }
    let texture = sand
        .zip(clay)
        .and_then(|(sand, clay)| Texture::of_sheet(Some(sand), None, Some(clay)).ok());
    SoilGroup::of(wrb?, texture)
}

/// How the field was managed on a date; cropland needs tillage and input.
fn management(
    table: &mut Table<'_>,
    row: usize,
    [land, tillage, input]: [&'static str; 3],
    record: &Result<ManureRecord, Withheld>,
) -> Option<Result<Management, Withheld>> {
    let land = word(table, row, land, &LANDS);
    let tillage = word(table, row, tillage, &TILLAGES);
    let input = word(table, row, input, &INPUTS);
    match land? {
        Land::Native => Some(Ok(Management::Native)),
        Land::Grass(condition) => Some(Ok(Management::Grassland(condition))),
        Land::Crops(land) => {
            let (tillage, input) = tillage.zip(input)?;
            let input = match input {
                InputWord::Low => Ok(Input::Low),
                InputWord::Medium => Ok(Input::Medium),
                InputWord::High => Ok(Input::HighWithoutManure),
                InputWord::HighWithManure => record.clone().map(Input::HighWithManure),
            };
            Some(input.map(|input| Management::Cropland {
                land,
                tillage,
                input,
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_wrb_has_a_group() {
        for name in WRB_GROUPS {
            assert!(SoilGroup::of(name, None).is_some(), "{name}");
        }
        assert_eq!(
            zone_key(ClimateZone::CoolTemperateDry),
            "cool_temperate_dry"
        );
        assert_eq!(soil_key(SoilGroup::Sandy), "sandy");
    }
}
