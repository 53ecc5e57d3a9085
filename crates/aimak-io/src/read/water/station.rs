//! The weather of a station: one row for each month or day.

use std::{collections::BTreeSet, path::Path};

use aimak_core::{InputUse, PartialDate, Weather};

use super::super::{dates, sheet, value};
use crate::problem::Problem;

const DATE: &str = "date";
const PRECIPITATION: &str = "precipitation_mm";
const TEMPERATURE: &str = "temperature_c";

/// Reads the table of a station. A row without precipitation or temperature is a gap, and its year does not count.
///
/// # Errors
/// Everything that is wrong with it.
pub fn station(path: &Path) -> Result<Vec<Weather>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let problems = sheet::columns(&table, &[DATE, PRECIPITATION, TEMPERATURE], &[]);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut seen = BTreeSet::new();
    let mut weather = Vec::new();
    for row in table.rows() {
        let of = |measure: &value::Measure| (measure.low, measure.high);
        let (rain, warmth) = (of(&value::PRECIPITATION), of(&value::TEMPERATURE));
        let mm = sheet::number(&mut table, row, PRECIPITATION, rain, "mm");
        let celsius = sheet::number(&mut table, row, TEMPERATURE, warmth, "°C");
        let Some(text) = sheet::filled(&mut table, row, DATE) else {
            continue;
        };
        let Some(when) = dates::date(&text) else {
            table.wrong(row, DATE, "not-a-date", &text);
            continue;
        };
        if matches!(when, PartialDate::Year(_)) {
            table.wrong(row, DATE, "weather-of-a-year", &text);
        } else if !seen.insert(when) {
            table.wrong(row, DATE, "weather-twice", &text);
        } else if let Some((precipitation_mm, temperature_c)) = mm.zip(celsius) {
            weather.push(Weather {
                aimak: None,
                when,
                precipitation_mm,
                temperature_c,
                row: InputUse {
                    source: "station".to_owned(),
                    used: 1,
                },
            });
        }
    }
    weather.sort_by_key(|row| row.when);
    let empty = seen.is_empty();
    sheet::finish(table, empty, weather)
}
