//! A panel: a row for each unit and time, or for each plot of a unit at a time.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use aimak_science::effect::panel::{Panel, Start, Unit};

use super::{sheet, table::Table, value::Measure};
use crate::{problem::Problem, project::Column};

/// Names of the columns.
#[derive(Clone, Copy, Debug)]
pub struct PanelColumns<'a> {
    /// The unit: the aimak.
    pub unit: &'a str,
    /// The time: a year or the number of a wave.
    pub time: &'a str,
    /// The outcome.
    pub outcome: &'a str,
    /// The first time that is treated; 0, empty or `never` for units that are not. `None` where none is.
    pub treated_from: Option<&'a str>,
    /// The group within which start dates could have been exchanged.
    pub stratum: Option<&'a str>,
    /// What is known of a unit and does not change with time.
    pub covariates: &'a [String],
    /// The plot, where rows are plots; they are averaged.
    pub plot: Option<&'a str>,
    /// The weight of a plot in the mean of its unit.
    pub weight: Option<&'a str>,
    /// Where the unit lies: easting and northing, metres of a plane.
    pub place: Option<[&'a str; 2]>,
}

/// A panel as read.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelRead {
    /// The panel.
    pub panel: Panel,
    /// Plots of each unit in each period, where rows are plots.
    pub plots: BTreeMap<String, Vec<usize>>,
    /// Outcomes of the plots of each unit by plot, then period, where rows are plots.
    pub visits: BTreeMap<String, Vec<Vec<Option<f64>>>>,
    /// Where each unit lies, m; empty where nobody asked.
    pub places_m: BTreeMap<String, [f64; 2]>,
    /// Rows whose outcome is missing.
    pub without_outcome: usize,
}

/// Words for "never treated" besides 0 and an empty cell.
const NEVER: [&str; 3] = ["never", "Inf", "inf"];

/// A year or the number of a wave.
const TIME: Measure = Measure::plain(-99_999.0, 99_999.0);
const WEIGHT: Measure = Measure::plain(f64::MIN_POSITIVE, 1e300);

/// One row.
struct Row {
    number: usize,
    unit: String,
    time: i32,
    start: Start,
    stratum: String,
    covariates: Vec<f64>,
    plot: String,
    weight: f64,
    place_m: Option<[f64; 2]>,
    outcome: Option<f64>,
}

/// Reads a panel.
///
/// # Errors
/// Everything that is wrong with it: columns that are not there, cells that are no numbers, units whose start, stratum or
/// covariates change from row to row, units (or plots) with two rows of one time.
pub fn panel(path: &Path, columns: PanelColumns<'_>) -> Result<PanelRead, Vec<Problem>> {
    let spec = sheet::spec(path);
    let mut table = sheet::open(&spec)?;
    let needed = [columns.unit, columns.time, columns.outcome];
    let needed: Vec<&str> = needed
        .into_iter()
        .chain(columns.treated_from)
        .chain(columns.stratum)
        .chain(columns.plot)
        .chain(columns.weight)
        .chain(columns.place.into_iter().flatten())
        .chain(columns.covariates.iter().map(String::as_str))
        .collect();
    let absent = sheet::columns(&table, &needed, &[]);
    if !absent.is_empty() {
        return Err(absent);
    }
    let rows: Vec<Row> = table
        .rows()
        .into_iter()
        .filter_map(|row| read_row(&mut table, row, columns))
        .collect();
    refuse_contradictions(&mut table, &rows, columns);
    let empty = table.rows().is_empty();
    let read = gathered(&rows, columns);
    sheet::finish(table, empty, read)
}

fn read_row(table: &mut Table<'_>, row: usize, columns: PanelColumns<'_>) -> Option<Row> {
    let unit = sheet::filled(table, row, columns.unit);
    let time = whole(table, row, columns.time);
    let start = columns
        .treated_from
        .map_or(Some(Start::Never), |column| start(table, row, column));
    let stratum = columns.stratum.map_or(Some(String::new()), |column| {
        sheet::filled(table, row, column)
    });
    let plot = columns.plot.map_or(Some(String::new()), |column| {
        sheet::filled(table, row, column)
    });
    let weight = columns
        .weight
        .map_or(Some(1.0), |column| needed(table, row, column, &WEIGHT));
    let covariates: Option<Vec<f64>> = columns
        .covariates
        .iter()
        .map(|column| needed(table, row, column, &Measure::ANY))
        .collect::<Vec<_>>()
        .into_iter()
        .collect();
    let place_m = match columns.place {
        None => None,
        Some(place) => {
            let [x, y] = place.map(|column| needed(table, row, column, &Measure::ANY));
            Some([x?, y?])
        }
    };
    // an empty outcome is a missing observation, no mistake
    let outcome = table.number(
        row,
        Some(&Column::Name(columns.outcome.to_owned())),
        &Measure::ANY,
    );
    Some(Row {
        number: row,
        unit: unit?,
        time: time?,
        start: start?,
        stratum: stratum?,
        covariates: covariates?,
        plot: plot?,
        weight: weight?,
        place_m,
        outcome,
    })
}

/// A number that must be there.
fn needed(table: &mut Table<'_>, row: usize, column: &str, measure: &Measure) -> Option<f64> {
    sheet::needed(table, row, &Column::Name(column.to_owned()), measure)
}

fn whole(table: &mut Table<'_>, row: usize, column: &str) -> Option<i32> {
    let number = needed(table, row, column, &TIME)?;
    if number.fract() != 0.0 {
        table.wrong(row, column, "panel-time", &number.to_string());
        return None;
    }
    Some(number as i32)
}

fn start(table: &mut Table<'_>, row: usize, column: &str) -> Option<Start> {
    match table.cell(row, column, &[]) {
        None => return Some(Start::Never),
        Some(word) if NEVER.contains(&word) => return Some(Start::Never),
        Some(_) => {}
    }
    let first = whole(table, row, column)?;
    Some(if first == 0 {
        Start::Never
    } else {
        Start::In(first)
    })
}

/// Notes what cannot be: two rows of one unit and time, and units that change what cannot change.
fn refuse_contradictions(table: &mut Table<'_>, rows: &[Row], columns: PanelColumns<'_>) {
    let mut seen: BTreeSet<(&str, &str, i32)> = BTreeSet::new();
    let mut first: BTreeMap<&str, &Row> = BTreeMap::new();
    for row in rows {
        if !seen.insert((&row.unit, &row.plot, row.time)) {
            let code = if columns.plot.is_some() {
                "panel-plot-twice"
            } else {
                "panel-unit-twice"
            };
            let found = format!("{} {} {}", row.unit, row.plot, row.time);
            table.wrong(row.number, columns.unit, code, found.trim());
        }
        let known = first.entry(&row.unit).or_insert(row);
        if let Some(column) = columns.treated_from.filter(|_| known.start != row.start) {
            let found = format!("{}: {}", row.unit, told(row.start));
            table.wrong(row.number, column, "panel-start-changes", &found);
        }
        if let Some([column, _]) = columns.place.filter(|_| known.place_m != row.place_m) {
            table.wrong(row.number, column, "panel-covariate-changes", &row.unit);
        }
        if let Some(column) = columns.stratum.filter(|_| known.stratum != row.stratum) {
            let found = format!("{}: {}", row.unit, row.stratum);
            table.wrong(row.number, column, "panel-stratum-changes", &found);
        }
        for (place, column) in columns.covariates.iter().enumerate() {
            if known.covariates[place] != row.covariates[place] {
                let found = format!("{}: {}", row.unit, row.covariates[place]);
                table.wrong(row.number, column, "panel-covariate-changes", &found);
            }
        }
    }
}

fn told(start: Start) -> String {
    match start {
        Start::In(first) => first.to_string(),
        Start::Never => "never".to_owned(),
    }
}

/// Rows gathered by unit; the mean of plots by their weights.
fn gathered(rows: &[Row], columns: PanelColumns<'_>) -> PanelRead {
    let times: BTreeSet<i32> = rows.iter().map(|row| row.time).collect();
    let periods: Vec<i32> = times.into_iter().collect();
    let mut units: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        units.entry(&row.unit).or_default().push(row);
    }
    let placed = rows
        .iter()
        .filter_map(|row| Some((row.unit.clone(), row.place_m?)));
    let places_m = placed.collect();
    let (mut plots, mut visits) = (BTreeMap::new(), BTreeMap::new());
    let mut gathered = Vec::new();
    for (id, rows) in units {
        let seen = |period: i32| rows.iter().copied().filter(move |row| row.time == period);
        let outcomes = periods.iter().map(|period| mean(seen(*period)));
        if columns.plot.is_some() {
            let counted = |period: &i32| seen(*period).filter(|row| row.outcome.is_some()).count();
            plots.insert(id.to_owned(), periods.iter().map(counted).collect());
            visits.insert(id.to_owned(), by_plot(&rows, &periods));
        }
        gathered.push(Unit {
            id: id.to_owned(),
            start: rows[0].start,
            stratum: rows[0].stratum.clone(),
            outcomes: outcomes.collect(),
            covariates: rows[0].covariates.clone(),
        });
    }
    PanelRead {
        panel: Panel::new(periods, columns.covariates.to_vec(), gathered),
        plots,
        visits,
        places_m,
        without_outcome: rows.iter().filter(|row| row.outcome.is_none()).count(),
    }
}

/// Outcomes of a unit's plots, in the order of their names, in each period.
fn by_plot(rows: &[&Row], periods: &[i32]) -> Vec<Vec<Option<f64>>> {
    let mut plots: BTreeMap<&str, Vec<Option<f64>>> = BTreeMap::new();
    for row in rows {
        let seen = plots.entry(&row.plot);
        let seen = seen.or_insert_with(|| vec![None; periods.len()]);
        if let Ok(place) = periods.binary_search(&row.time) {
            seen[place] = row.outcome;
        }
    }
    plots.into_values().collect()
}

/// The weighted mean of the rows that have an outcome, in the order of their plots, so that the order of rows does not matter.
fn mean<'a>(rows: impl Iterator<Item = &'a Row>) -> Option<f64> {
    let mut seen: Vec<(&str, f64, f64)> = rows
        .filter_map(|row| Some((row.plot.as_str(), row.weight, row.outcome?)))
        .collect();
    seen.sort_by(|one, other| one.0.cmp(other.0));
    let weight: f64 = seen.iter().map(|(_, weight, _)| weight).sum();
    let sum: f64 = seen.iter().map(|(_, weight, value)| weight * value).sum();
    match seen.as_slice() {
        // as written: 0.1 · 3 / 3 is not 0.1
        [(_, _, only)] => Some(*only),
        _ => (weight > 0.0).then(|| sum / weight),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn columns<'a>(plot: Option<&'a str>, weight: Option<&'a str>) -> PanelColumns<'a> {
        PanelColumns {
            unit: "aimak",
            time: "year",
            outcome: "soc",
            treated_from: Some("since"),
            stratum: None,
            covariates: &[],
            plot,
            weight,
            place: None,
        }
    }

    fn file(text: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file
    }

    #[test]
    fn plots_are_averaged_by_their_weights_and_gaps_stay_gaps() {
        let file = file(
            "aimak,year,since,plot,w,soc\nA,2020,2021,p1,1,10\nA,2020,2021,p2,3,\"14,0\"\nA,2021,2021,p1,1,12\n\
             B,2020,0,q,1,5\nB,2021,,q,1,\n",
        );
        let read = panel(file.path(), columns(Some("plot"), Some("w"))).unwrap();
        let [a, b] = read.panel.units() else { panic!() };
        assert_eq!(a.outcomes, [Some(13.0), Some(12.0)]); // (10 + 3·14)/4
        assert_eq!((a.start, b.start), (Start::In(2021), Start::Never));
        assert_eq!(b.outcomes, [Some(5.0), None]);
        assert_eq!(read.plots["A"], [2, 1]);
        assert_eq!(
            read.visits["A"],
            [[Some(10.0), Some(12.0)], [Some(14.0), None]]
        );
        assert_eq!(read.visits["B"], [[Some(5.0), None]]);
        assert_eq!(read.without_outcome, 1);
    }

    #[test]
    fn everything_that_cannot_be_is_told_with_its_row() {
        let file = file(
            "aimak,year,since,soc\nA,2020,2021,1\nA,2020,2021,2\nA,2021,2022,3\nB,2020.5,0,1\nB,2021,soon,1\nB,2022,0,x\n",
        );
        let mut problems: Vec<_> = panel(file.path(), columns(None, None))
            .unwrap_err()
            .iter()
            .map(|problem| (problem.row, problem.code))
            .collect();
        problems.sort();
        assert_eq!(
            problems,
            [
                (Some(3), "panel-unit-twice"),
                (Some(4), "panel-start-changes"),
                (Some(5), "panel-time"),
                (Some(6), "not-a-number"),
                (Some(7), "not-a-number"),
            ]
        );
    }
}
