//! Long tables of what was found: a row for each plot and species.

use std::path::Path;

use aimak_science::diversity::{CoverScale, CoverShare, Individuals, Presence};

use super::{sheet, table::Table, value::Measure};
use crate::problem::Problem;

/// Names of the columns.
#[derive(Clone, Copy, Debug)]
pub struct CountColumns<'a> {
    /// What is compared: plot, year, land.
    pub by: &'a str,
    /// The species.
    pub species: &'a str,
    /// How much of it there was.
    pub count: &'a str,
    /// The plots within what is compared, where presence on plots is the sample.
    pub plot: Option<&'a str>,
    /// The time of the visit, where two are compared.
    pub time: Option<&'a str>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundRecord<A> {
    /// To what it belongs.
    pub by: String,
    /// On which plot; empty unless plots were asked for.
    pub plot: String,
    /// At which visit; empty unless times were asked for.
    pub time: String,
    /// The species; empty where a plot was searched in vain.
    pub species: String,
    /// How much.
    pub amount: A,
}

/// Most individuals of a species on a plot that are believed.
const MOST: f64 = 1e9;
/// A count is a number without a unit.
const COUNT: Measure = Measure {
    low: 0.0,
    high: MOST,
    unit: "1",
    units: &[],
};

/// Reads counts of individuals.
///
/// # Errors
/// Everything that is wrong with the table.
pub fn individuals(
    path: &Path,
    columns: CountColumns<'_>,
) -> Result<Vec<FoundRecord<Individuals>>, Vec<Problem>> {
    records(path, columns, |table, row| {
        let count = sheet::needed(table, row, columns.count, &COUNT)?;
        if count.fract() != 0.0 {
            table.wrong(row, columns.count, "count-not-whole", &count.to_string());
            return None;
        }
        Some(Individuals(count as u64))
    })
}

/// Reads presence: any amount above 0 is presence.
///
/// # Errors
/// Everything that is wrong with the table.
pub fn presence(
    path: &Path,
    columns: CountColumns<'_>,
) -> Result<Vec<FoundRecord<Presence>>, Vec<Problem>> {
    records(path, columns, |table, row| {
        let amount = sheet::needed(table, row, columns.count, &COUNT)?;
        Some(Presence(amount > 0.0))
    })
}

/// Reads cover by a scale.
///
/// # Errors
/// Everything that is wrong with the table, codes that the scale does not know among it.
pub fn cover(
    path: &Path,
    columns: CountColumns<'_>,
    scale: CoverScale,
) -> Result<Vec<FoundRecord<CoverShare>>, Vec<Problem>> {
    records(path, columns, |table, row| {
        let code = sheet::filled(table, row, columns.count)?;
        let share = scale.cover(&code).ok();
        if share.is_none() {
            table.wrong(row, columns.count, "cover-code", &code);
        }
        share
    })
}

/// What a holding has of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct HoldingRecord {
    /// To what it belongs.
    pub by: String,
    /// Its groups, the widest first, itself last.
    pub groups: Vec<String>,
    /// The crop, variety, breed.
    pub kind: String,
    /// Area or heads.
    pub amount: f64,
}

/// Reads holdings (farms, fields, herds) with the groups they lie in; amounts may be broken numbers, such as hectares.
///
/// # Errors
/// Everything that is wrong with the table.
pub fn holdings(
    path: &Path,
    by: &str,
    groups: &[String],
    kind: &str,
    amount: &str,
) -> Result<Vec<HoldingRecord>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let needed: Vec<&str> = [by, kind, amount]
        .into_iter()
        .chain(groups.iter().map(String::as_str))
        .collect();
    let problems = sheet::columns(&table, &needed, &[]);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut records = Vec::new();
    for row in table.rows() {
        let amount = sheet::needed(&mut table, row, amount, &COUNT);
        let (by, kind) = (
            sheet::filled(&mut table, row, by),
            sheet::filled(&mut table, row, kind),
        );
        let groups: Vec<Option<String>> = groups
            .iter()
            .map(|column| sheet::filled(&mut table, row, column))
            .collect();
        let groups: Option<Vec<String>> = groups.into_iter().collect();
        if let (Some(by), Some(groups), Some(kind), Some(amount)) = (by, groups, kind, amount) {
            records.push(HoldingRecord {
                by,
                groups,
                kind,
                amount,
            });
        }
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, records)
}

/// All rows, or everything that is wrong.
fn records<A>(
    path: &Path,
    columns: CountColumns<'_>,
    amount: impl Fn(&mut Table<'_>, usize) -> Option<A>,
) -> Result<Vec<FoundRecord<A>>, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let needed: Vec<&str> = [columns.by, columns.species, columns.count]
        .into_iter()
        .chain(columns.plot)
        .chain(columns.time)
        .collect();
    let problems = sheet::columns(&table, &needed, &[]);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut records = Vec::new();
    for row in table.rows() {
        let amount = amount(&mut table, row);
        let by = sheet::filled(&mut table, row, columns.by);
        let mut optional = |column: Option<&str>| match column {
            Some(column) => sheet::filled(&mut table, row, column),
            None => Some(String::new()),
        };
        let (plot, time) = (optional(columns.plot), optional(columns.time));
        let species = spaced_once(table.cell(row, columns.species, &[]).unwrap_or_default());
        if let (Some(by), Some(plot), Some(time), Some(amount)) = (by, plot, time, amount) {
            records.push(FoundRecord {
                by,
                plot,
                time,
                species,
                amount,
            });
        }
    }
    let empty = table.rows().is_empty();
    sheet::finish(table, empty, records)
}

/// A name with one blank between its words: a second blank must not make a second species.
fn spaced_once(name: &str) -> String {
    let uneven = |pair: &[u8]| pair == b"  ";
    let plain = !name.as_bytes().windows(2).any(uneven)
        && name.chars().all(|c| c == ' ' || !c.is_whitespace());
    if plain {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    const COLUMNS: CountColumns<'_> = CountColumns {
        by: "plot",
        species: "species",
        count: "count",
        plot: None,
        time: None,
    };

    fn file(text: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file
    }

    #[test]
    fn names_are_spaced_once_and_a_plot_searched_in_vain_is_kept() {
        let read = file("plot,species,count\nA,Poa  pratensis ,3\nB,,0\n");
        let records = individuals(read.path(), COLUMNS).unwrap();
        assert_eq!(records[0].species, "Poa pratensis");
        assert_eq!(
            (records[1].by.as_str(), records[1].amount),
            ("B", Individuals(0))
        );
    }

    #[test]
    fn everything_wrong_is_told() {
        let read = file("plot,species,count\nA,Poa,1.5\n,Poa,2\nB,Poa,-1\nB,Poa,\n");
        let problems = individuals(read.path(), COLUMNS).unwrap_err();
        let mut codes: Vec<_> = problems
            .iter()
            .map(|problem| (problem.row, problem.code))
            .collect();
        codes.sort();
        assert_eq!(
            codes,
            [
                (Some(2), "count-not-whole"),
                (Some(3), "empty-cell"),
                (Some(4), "out-of-range"),
                (Some(5), "empty-cell"),
            ]
        );
        let columns = CountColumns {
            count: "number",
            ..COLUMNS
        };
        assert_eq!(
            individuals(read.path(), columns).unwrap_err()[0].code,
            "no-field"
        );
    }

    #[test]
    fn cover_is_read_by_its_scale() {
        let read = file("plot,species,count\nA,Poa,+\nA,Rumex,3\nA,Carex,7\n");
        let problems = cover(read.path(), COLUMNS, CoverScale::BraunBlanquetTurboveg).unwrap_err();
        assert_eq!(
            (problems[0].code, problems[0].found.as_str()),
            ("cover-code", "7")
        );
    }
}
