//! Samples of soil that were analysed by Tyurin and by dry combustion.

use std::path::Path;

use aimak_core::Withheld;
use aimak_science::soil::{
    carbon_reading::CarbonReading,
    content::{Content, MassUnit, OrganicCarbon, Substance},
};

use super::sheet;
use crate::problem::Problem;

/// Columns of samples analysed both ways; Tyurin as carbon or as humus.
const PAIRS: [(&str, (f64, f64)); 3] = [
    ("tyurin_carbon_percent", (0.0, 58.0)),
    ("humus_percent", (0.0, 100.0)),
    ("combustion_carbon_percent", (0.0, 58.0)),
];

/// Carbon by Tyurin and by dry combustion of the same sample.
pub type CarbonPair = (Content<OrganicCarbon>, Content<OrganicCarbon>);

/// Reads samples that were analysed by Tyurin and by dry combustion.
///
/// # Errors
/// Everything that is wrong with the table; a row with one figure only is one of it.
pub fn carbon_pairs(path: &Path) -> Result<Vec<CarbonPair>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let names = PAIRS.map(|(name, _)| name);
    let as_humus = !table.header().iter().any(|column| column == names[0]);
    let tyurin_column = usize::from(as_humus);
    let needed = [names[tyurin_column], names[2]];
    let problems = sheet::columns(&table, &needed, &[]);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut pairs = Vec::new();
    for row in table.rows() {
        let mut number = |(column, range)| {
            sheet::filled(&mut table, row, column)?;
            sheet::number(&mut table, row, column, range, "%")
        };
        let (tyurin, burnt) = (number(PAIRS[tyurin_column]), number(PAIRS[2]));
        let Some((tyurin, burnt)) = tyurin.zip(burnt) else {
            continue;
        };
        let tyurin = if as_humus {
            let humus = percent(tyurin).map(CarbonReading::Humus);
            humus
                .and_then(CarbonReading::carbon)
                .map(|found| found.carbon)
        } else {
            percent(tyurin)
        };
        pairs.extend(tyurin.ok().zip(percent(burnt).ok()));
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, pairs)
}

fn percent<S: Substance>(value: f64) -> Result<Content<S>, Withheld> {
    Content::new(value, MassUnit::Percent)
}
