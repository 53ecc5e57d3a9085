//! Pairs of neighbouring fields: a row for each field, or for each plot of a field.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use aimak_science::effect::field_pairs::FieldPair;

use super::{sheet, table::Table, value::Measure};
use crate::{problem::Problem, project::Column};

/// Names of the columns.
#[derive(Clone, Copy, Debug)]
pub struct PairColumns<'a> {
    /// The pair.
    pub pair: &'a str,
    /// Yes on the organic field, no on the other.
    pub organic: &'a str,
    /// The outcome.
    pub outcome: &'a str,
    /// The aimak in which the pair lies.
    pub aimak: Option<&'a str>,
}

/// Pairs as read.
#[derive(Clone, Debug, PartialEq)]
pub struct PairsRead {
    /// Pairs whose two fields were measured, by name.
    pub pairs: Vec<FieldPair>,
    /// Names of pairs of which one field was not.
    pub incomplete: Vec<String>,
}

/// One row.
struct Row {
    number: usize,
    pair: String,
    aimak: String,
    organic: bool,
    outcome: Option<f64>,
}

/// Reads pairs; several rows of one field are averaged.
///
/// # Errors
/// Everything that is wrong with it: columns that are not there, cells that are no numbers or neither yes nor no, pairs that lie in two
/// aimaks.
pub fn field_pairs(path: &Path, columns: PairColumns<'_>) -> Result<PairsRead, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let needed = [columns.pair, columns.organic, columns.outcome];
    let needed: Vec<&str> = needed.into_iter().chain(columns.aimak).collect();
    let absent = sheet::columns(&table, &needed, &[]);
    if !absent.is_empty() {
        return Err(absent);
    }
    let rows: Vec<Row> = table
        .rows()
        .into_iter()
        .filter_map(|row| read_row(&mut table, row, columns))
        .collect();
    refuse_two_aimaks(&mut table, &rows, columns);
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, gathered(&rows))
}

fn read_row(table: &mut Table<'_>, row: usize, columns: PairColumns<'_>) -> Option<Row> {
    let pair = sheet::filled(table, row, columns.pair);
    let aimak = columns.aimak.map_or(Some(String::new()), |column| {
        sheet::filled(table, row, column)
    });
    let organic = Column::Name(columns.organic.to_owned());
    let filled = sheet::filled(table, row, columns.organic);
    let organic = filled.and_then(|_| table.flag(row, Some(&organic)));
    // an empty outcome is a field not measured, no mistake
    let outcome = table.number_in(row, columns.outcome, &Measure::ANY);
    Some(Row {
        number: row,
        pair: pair?,
        aimak: aimak?,
        organic: organic?,
        outcome,
    })
}

/// Notes pairs that lie in two aimaks: their fields are no neighbours.
fn refuse_two_aimaks(table: &mut Table<'_>, rows: &[Row], columns: PairColumns<'_>) {
    let Some(column) = columns.aimak else { return };
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for row in rows {
        if *first.entry(&row.pair).or_insert(&row.aimak) != row.aimak {
            let found = format!("{}: {}", row.pair, row.aimak);
            table.wrong(row.number, column, "pairs-aimak-changes", &found);
        }
    }
}

fn gathered(rows: &[Row]) -> PairsRead {
    let names: BTreeSet<&str> = rows.iter().map(|row| row.pair.as_str()).collect();
    let (mut pairs, mut incomplete) = (Vec::new(), Vec::new());
    for name in names {
        let own: Vec<&Row> = rows.iter().filter(|row| row.pair == name).collect();
        match (mean(&own, true), mean(&own, false)) {
            (Some(organic), Some(comparison)) => pairs.push(FieldPair {
                pair: name.to_owned(),
                aimak: own[0].aimak.clone(),
                organic,
                comparison,
            }),
            _ => incomplete.push(name.to_owned()),
        }
    }
    PairsRead { pairs, incomplete }
}

/// The mean of what was measured on one side, smallest first, so that the order of rows does not matter.
fn mean(rows: &[&Row], organic: bool) -> Option<f64> {
    let own = rows.iter().filter(|row| row.organic == organic);
    let mut values: Vec<f64> = own.filter_map(|row| row.outcome).collect();
    values.sort_by(f64::total_cmp);
    match values.as_slice() {
        [] => None,
        // as written: 0.1 · 3 / 3 is not 0.1
        [only] => Some(*only),
        _ => Some(values.iter().sum::<f64>() / values.len() as f64),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    const COLUMNS: PairColumns<'_> = PairColumns {
        pair: "pair",
        organic: "organic",
        outcome: "soc",
        aimak: Some("aimak"),
    };

    fn read(text: &str) -> Result<PairsRead, Vec<Problem>> {
        let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        field_pairs(file.path(), COLUMNS)
    }

    #[test]
    fn plots_of_a_field_are_averaged_and_half_a_pair_is_named() {
        let read = read(
            "pair,aimak,organic,soc\n1,A,yes,10\n1,A,yes,14\n1,A,no,9\n2,B,1,7\n2,B,0,\n3,B,да,5\n3,B,нет,6\n",
        )
        .unwrap();
        let told: Vec<(&str, f64, f64)> = read
            .pairs
            .iter()
            .map(|pair| (pair.pair.as_str(), pair.organic, pair.comparison))
            .collect();
        assert_eq!(told, [("1", 12.0, 9.0), ("3", 5.0, 6.0)]);
        assert_eq!(read.incomplete, ["2"]);
    }

    #[test]
    fn neighbours_lie_in_one_aimak_and_are_organic_or_not() {
        let wrong =
            read("pair,aimak,organic,soc\n1,A,yes,10\n1,B,no,9\n2,B,perhaps,7\n").unwrap_err();
        let codes: Vec<&str> = wrong.iter().map(|problem| problem.code).collect();
        // by row
        assert_eq!(codes, ["pairs-aimak-changes", "not-yes-or-no"]);
    }
}
