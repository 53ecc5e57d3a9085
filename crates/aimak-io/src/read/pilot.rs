//! Pilot tables: a row for each plot that was measured to learn how much plots differ.

use std::{collections::BTreeMap, path::Path};

use super::{sheet, value::Measure};
use crate::problem::Problem;

/// Any number at all.
const ANY: Measure = Measure {
    low: f64::MIN,
    high: f64::MAX,
    unit: "",
    units: &[],
};

/// Which columns hold what.
#[derive(Clone, Copy, Debug)]
pub struct PilotColumns<'a> {
    /// Values.
    pub value: &'a str,
    /// Values of a second visit to the same plots.
    pub after: Option<&'a str>,
    /// Strata.
    pub stratum: Option<&'a str>,
}

/// What a stratum showed, in the order of the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pilot {
    /// Values of the first visit.
    pub values: Vec<f64>,
    /// Second less first visit, of the plots that have both.
    pub differences: Vec<f64>,
}

/// Reads a pilot table by stratum; all plots stand under an empty name where no stratum is asked for.
///
/// # Errors
/// Everything that is wrong with it: columns that are not there, empty cells, cells that are no numbers.
pub fn pilot(
    path: &Path,
    columns: PilotColumns<'_>,
) -> Result<BTreeMap<String, Pilot>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let needed: Vec<&str> = std::iter::once(columns.value)
        .chain(columns.after)
        .chain(columns.stratum)
        .collect();
    let missing = sheet::columns(&table, &needed, &[]);
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut strata: BTreeMap<String, Pilot> = BTreeMap::new();
    for row in table.rows() {
        let stratum = match columns.stratum {
            Some(column) => sheet::filled(&mut table, row, column),
            None => Some(String::new()),
        };
        sheet::filled(&mut table, row, columns.value);
        let value = table.number_in(row, columns.value, &ANY);
        let after = columns
            .after
            .and_then(|column| table.number_in(row, column, &ANY));
        let (Some(stratum), Some(value)) = (stratum, value) else {
            continue;
        };
        let pilot = strata.entry(stratum).or_default();
        pilot.values.push(value);
        // a plot that was not found again says nothing about the change, and still how plots differ
        pilot.differences.extend(after.map(|after| after - value));
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, strata)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    const COLUMNS: PilotColumns<'_> = PilotColumns {
        value: "soc",
        after: Some("later"),
        stratum: Some("land"),
    };

    fn read(text: &str) -> Result<BTreeMap<String, Pilot>, Vec<Problem>> {
        let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        pilot(file.path(), COLUMNS)
    }

    #[test]
    fn a_plot_not_found_again_still_tells_how_plots_differ() {
        let strata =
            read("land,soc,later\nfield,40,42\npasture,60,\nfield,44,43\npasture,-1,1\n").unwrap();
        assert_eq!(strata["field"].values, [40.0, 44.0]);
        assert_eq!(strata["field"].differences, [2.0, -1.0]);
        assert_eq!(strata["pasture"].values, [60.0, -1.0]);
        assert_eq!(strata["pasture"].differences, [2.0]);
    }

    #[test]
    fn everything_wrong_is_told() {
        let found = read("land,soc,later\n,40,42\nfield,much,\nfield,,3\n").unwrap_err();
        let mut codes: Vec<_> = found.iter().map(|found| (found.row, found.code)).collect();
        codes.sort();
        assert_eq!(
            codes,
            [
                (Some(2), "empty-cell"),
                (Some(3), "not-a-number"),
                (Some(4), "empty-cell")
            ]
        );
        assert_eq!(read("land,soc\nfield,3\n").unwrap_err()[0].code, "no-field");
    }
}
