//! The weather: one row for each hour or day.

use std::{collections::BTreeSet, path::Path};

use aimak_science::erosion::wind::weather::{Observation, Quantity};

use super::super::{dates, sheet};
use crate::problem::Problem;

/// Columns of which one must be there.
const TIME: [&str; 2] = ["time", "date"];
/// Quantities without which there is neither loss nor index.
const NEEDED: [Quantity; 2] = [Quantity::Wind, Quantity::Rain];

/// Reads a weather table.
///
/// # Errors
/// Everything that is wrong with it.
pub fn weather(path: &Path) -> Result<Vec<Observation>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let dated = table.header().iter().any(|name| name == TIME[1]);
    let timed = table.header().iter().any(|name| name == TIME[0]);
    let time = TIME[usize::from(dated && !timed)];
    let mut needed = NEEDED.map(Quantity::column).to_vec();
    needed.push(time);
    let optional = Quantity::ALL.map(Quantity::column);
    let problems = sheet::columns(&table, &needed, &optional);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for row in table.rows() {
        let values = Quantity::ALL.map(|quantity| {
            let (column, unit) = (quantity.column(), quantity.unit());
            sheet::number(&mut table, row, column, quantity.range(), unit)
        });
        let Some(text) = sheet::filled(&mut table, row, time) else {
            continue;
        };
        let Some(moment) = dates::moment(&text) else {
            table.wrong(row, time, "wind-time", &text);
            continue;
        };
        if !seen.insert(moment) {
            table.wrong(row, time, "wind-time-twice", &text);
        }
        rows.push(Observation {
            time: moment,
            values,
        });
    }
    let empty = rows.is_empty();
    sheet::finish(table, empty, rows)
}
