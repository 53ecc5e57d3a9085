//! What does a row tell of climate, soil and management of a field?
//!
//! The one reader of these columns, whatever they are called: by fixed names in the table of `aimak soil-tier1`, by mapped ones in a project.

use std::collections::BTreeMap;

use aimak_core::{
    ClimateZone, Input, Management, ManagementRecord, ManureRecord, Message, SoilGroup,
    Undocumented, Withheld,
};
use aimak_science::soil::{
    texture::Texture,
    tier1::{Climatology, climate_zone, soil_group},
};

use super::{
    table::Table,
    tier1_words::{
        INPUTS, InputWord, LANDS, Land, Meanings, SOILS, TILLAGES, WRB_GROUPS, ZONES, words,
    },
    value::Measure,
};
use crate::{
    problem::{Problem, Severity},
    project::Column,
};

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

/// Keys without which a row tells nothing of management.
pub(crate) const NEEDED: [&str; 2] = [BEFORE[0], AFTER[0]];

/// Keys that may be absent: what they would tell is then not documented.
pub(crate) fn optional() -> impl Iterator<Item = &'static str> {
    let words = [
        ZONE, SOIL, WRB, RECORDED, DIVERTED, BEFORE[1], BEFORE[2], AFTER[1], AFTER[2],
    ];
    let climate = CLIMATE.map(|(key, _, _)| key);
    words.into_iter().chain(climate).chain(GRAINS)
}

/// Which column holds what; keys that nothing is mapped to are empty.
pub(super) struct RecordColumns(BTreeMap<&'static str, Column>);

impl RecordColumns {
    /// Columns called as their keys.
    pub fn fixed() -> Self {
        let named = |key: &'static str| (key, Column::Name(key.to_owned()));
        Self(NEEDED.into_iter().chain(optional()).map(named).collect())
    }

    /// Columns as a project file maps them.
    pub fn mapped(columns: &[(&'static str, &Column)]) -> Self {
        let owned = |(key, column): &(&'static str, &Column)| (*key, (*column).clone());
        Self(columns.iter().map(owned).collect())
    }

    fn of(&self, key: &str) -> Option<&Column> {
        self.0.get(key)
    }

    /// Reads a row; what is wrong with it is noted.
    pub fn record(&self, table: &mut Table<'_>, row: usize) -> ManagementRecord {
        let (zone, soil) = (self.zone(table, row), self.soil(table, row));
        let [recorded, diverted] = [RECORDED, DIVERTED].map(|key| table.flag(row, self.of(key)));
        let manure = ManureRecord::documented(recorded == Some(true), diverted);
        let [before, after] = [BEFORE, AFTER].map(|keys| {
            let managed = self.management(table, row, keys, &manure);
            managed.unwrap_or_else(|| Err(Undocumented::Management.withheld()))
        });
        ManagementRecord {
            zone: zone.unwrap_or_else(|| Err(Undocumented::ClimateZone.withheld())),
            soil: soil.ok_or_else(|| Undocumented::SoilGroup.withheld()),
            before,
            after,
        }
    }

    /// A word of a list; another one is noted.
    fn word<T: Copy>(
        &self,
        table: &mut Table<'_>,
        row: usize,
        key: &str,
        known: &Meanings<T>,
    ) -> Option<T> {
        let column = self.of(key)?;
        let text = table.text(row, Some(column))?;
        let found = known.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let expected = Message::new("expected-one-of").with("known", words(known).join(", "));
            let problem: Problem = table.problem(Severity::Error, "tier1-word", row, column.name());
            table.note(problem.found(text).expecting(expected));
        }
        found.map(|(_, meant)| *meant)
    }

    /// A number within its range; units a project file may declare are those of the same key elsewhere.
    fn number(
        &self,
        table: &mut Table<'_>,
        row: usize,
        key: &str,
        (low, high): (f64, f64),
        unit: &'static str,
    ) -> Option<f64> {
        let measure = Measure {
            low,
            high,
            unit,
            units: Measure::of_key(key).map_or(&[], |measure| measure.units),
        };
        table.number(row, self.of(key), &measure)
    }

    /// The zone by its name, or by the climate.
    fn zone(&self, table: &mut Table<'_>, row: usize) -> Option<Result<ClimateZone, Withheld>> {
        let named = self.word(table, row, ZONE, &ZONES);
        let figures = CLIMATE.map(|(key, range, unit)| self.number(table, row, key, range, unit));
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
        Some(climate_zone(&Climatology {
            mean_temperature_c,
            warmest_month_c,
            frost_days,
            precipitation_mm,
            potential_evapotranspiration_mm,
            elevation_m,
        }))
    }

    /// The soil group by its name, or by the name of the WRB and the texture.
    fn soil(&self, table: &mut Table<'_>, row: usize) -> Option<SoilGroup> {
        let named = self.word(table, row, SOIL, &SOILS);
        let [sand, clay] = GRAINS.map(|key| self.number(table, row, key, (0.0, 100.0), "%"));
        let known = WRB_GROUPS.map(|name| (name, name));
        let wrb = self.word(table, row, WRB, &known);
        if named.is_some() {
            return named;
        }
        let texture = sand
            .zip(clay)
            .and_then(|(sand, clay)| Texture::of_sheet(Some(sand), None, Some(clay)).ok());
        soil_group(wrb?, texture)
    }

    /// How the field was managed on a date; cropland needs tillage and input.
    fn management(
        &self,
        table: &mut Table<'_>,
        row: usize,
        [land, tillage, input]: [&'static str; 3],
        record: &Result<ManureRecord, Withheld>,
    ) -> Option<Result<Management, Withheld>> {
        let land = self.word(table, row, land, &LANDS);
        let tillage = self.word(table, row, tillage, &TILLAGES);
        let input = self.word(table, row, input, &INPUTS);
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
}
