//! Records of weather stations.

use std::collections::BTreeSet;

use aimak_core::{AimakCode, InputUse, PartialDate, Weather};

use super::{
    places::Places,
    table::Table,
    value::{PRECIPITATION, TEMPERATURE},
};
use crate::project::Column;

/// Reads the rows of a table of weather: a month or a day each, once for every station.
pub(super) fn rows(table: &mut Table, places: &Places) -> Vec<Weather> {
    let columns = &table.spec.columns;
    let date_column = columns.date.as_ref().map_or("", Column::name);
    let mut seen: BTreeSet<(Option<AimakCode>, PartialDate)> = BTreeSet::new();
    let mut weather = Vec::new();
    for row in table.rows() {
        let mm = table.number(row, columns.precipitation_mm.as_ref(), &PRECIPITATION);
        let celsius = table.number(row, columns.temperature_c.as_ref(), &TEMPERATURE);
        let aimak = places.named(table, row, columns.aimak.as_ref());
        let Some(when) = table.date(row, columns.date.as_ref()) else {
            if table.text(row, columns.date.as_ref()).is_none() {
                table.wrong(row, date_column, "empty-cell", "∅");
            }
            continue;
        };
        if matches!(when, PartialDate::Year(_)) {
            table.wrong(row, date_column, "weather-of-a-year", &when.to_string());
            continue;
        }
        if !seen.insert((aimak.clone(), when)) {
            table.wrong(row, date_column, "weather-twice", &when.to_string());
            continue;
        }
        // a gap is no dry month: the year it belongs to does not count
        let Some((precipitation_mm, temperature_c)) = mm.zip(celsius) else {
            continue;
        };
        weather.push(Weather {
            aimak,
            when,
            precipitation_mm,
            temperature_c,
            row: InputUse {
                source: table.spec.id.clone(),
                used: 1,
            },
        });
    }
    weather.sort_by(|a, b| (&a.aimak, a.when).cmp(&(&b.aimak, b.when)));
    weather
}
