//! A panel: a row for each unit and time, or for each plot of a unit at a time.

mod gathered;
mod names;

use std::{
    collections::{BTreeMap, HashSet},
    path::Path,
};

use aimak_science::effect::panel::{Panel, Start};

use self::names::Names;
use super::{sheet, table::Table, value::Measure};
use crate::problem::Problem;

/// Names of the columns.
#[derive(Clone, Copy, Debug)]
pub struct PanelColumns<'a> {
    /// The unit: the aimak.
    pub unit: &'a str,
    /// The time: a year or the number of a wave.
    pub time: &'a str,
    /// The outcome.
    pub outcome: &'a str,
    /// Other outcomes of the same units and times, each a panel of its own.
    pub beside: &'a [&'a str],
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
    /// The same units and times with each of the other outcomes by the name of its column, without covariates.
    pub beside: BTreeMap<String, Panel>,
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

/// All rows.
#[derive(Default)]
struct Rows {
    all: Vec<Row>,
    names: RowNames,
}

/// Of which units and plots they are.
#[derive(Default)]
struct RowNames {
    units: Names,
    plots: Names,
}

/// One row.
struct Row {
    number: usize,
    unit: usize,
    /// 0 where rows are no plots.
    plot: usize,
    time: i32,
    start: Start,
    stratum: String,
    covariates: Vec<f64>,
    weight: f64,
    place_m: Option<[f64; 2]>,
    outcome: Option<f64>,
    beside: Vec<Option<f64>>,
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
        .chain(columns.beside.iter().copied())
        .chain(columns.covariates.iter().map(String::as_str))
        .collect();
    let absent = sheet::columns(&table, &needed, &[]);
    if !absent.is_empty() {
        return Err(absent);
    }
    let mut rows = Rows::default();
    let filled = table.rows();
    for row in &filled {
        rows.all.extend(rows.names.row(&mut table, *row, columns));
    }
    refuse_contradictions(&mut table, &rows, columns);
    let read = gathered::by_unit(&rows, columns);
    sheet::finish(table, filled.is_empty(), read)
}

impl RowNames {
    /// A row; what is wrong with it is noted.
    fn row(&mut self, table: &mut Table<'_>, row: usize, columns: PanelColumns<'_>) -> Option<Row> {
        let unit = named(&mut self.units, table, row, columns.unit);
        let time = whole(table, row, columns.time);
        let start = columns
            .treated_from
            .map_or(Some(Start::Never), |column| start(table, row, column));
        let stratum = columns.stratum.map_or(Some(String::new()), |column| {
            sheet::filled(table, row, column)
        });
        let plot = columns
            .plot
            .map_or(Some(0), |column| named(&mut self.plots, table, row, column));
        let weight = columns.weight.map_or(Some(1.0), |column| {
            sheet::needed(table, row, column, &WEIGHT)
        });
        let covariates: Option<Vec<f64>> = columns
            .covariates
            .iter()
            .map(|column| sheet::needed(table, row, column, &Measure::ANY))
            .collect::<Vec<_>>()
            .into_iter()
            .collect();
        let place_m = match columns.place {
            None => None,
            Some(place) => {
                let [x, y] = place.map(|column| sheet::needed(table, row, column, &Measure::ANY));
                Some([x?, y?])
            }
        };
        // an empty outcome is a missing observation, no mistake
        let outcome = table.number_in(row, columns.outcome, &Measure::ANY);
        let beside = columns.beside.iter();
        let beside = beside.map(|column| table.number_in(row, column, &Measure::ANY));
        let beside = beside.collect();
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
            beside,
        })
    }
}

/// The number of the name in a cell that must not be empty.
fn named(names: &mut Names, table: &mut Table<'_>, row: usize, column: &str) -> Option<usize> {
    if let Some(name) = table.cell(row, column, &[]) {
        return Some(names.number(name));
    }
    table.wrong(row, column, "empty-cell", "—");
    None
}

fn whole(table: &mut Table<'_>, row: usize, column: &str) -> Option<i32> {
    let number = sheet::needed(table, row, column, &TIME)?;
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
fn refuse_contradictions(table: &mut Table<'_>, rows: &Rows, columns: PanelColumns<'_>) {
    let mut seen: HashSet<(usize, usize, i32)> = HashSet::with_capacity(rows.all.len());
    let mut first: Vec<Option<&Row>> = vec![None; rows.names.units.len()];
    for row in &rows.all {
        let unit = rows.names.units.name(row.unit);
        if !seen.insert((row.unit, row.plot, row.time)) {
            let code = if columns.plot.is_some() {
                "panel-plot-twice"
            } else {
                "panel-unit-twice"
            };
            let plot = columns.plot.map(|_| rows.names.plots.name(row.plot));
            let found = format!("{unit} {} {}", plot.unwrap_or_default(), row.time);
            table.wrong(row.number, columns.unit, code, &found);
        }
        let known = first[row.unit].get_or_insert(row);
        if let Some(column) = columns.treated_from.filter(|_| known.start != row.start) {
            let found = format!("{unit}: {}", told(row.start));
            table.wrong(row.number, column, "panel-start-changes", &found);
        }
        if let Some([column, _]) = columns.place.filter(|_| known.place_m != row.place_m) {
            table.wrong(row.number, column, "panel-covariate-changes", unit);
        }
        if let Some(column) = columns.stratum.filter(|_| known.stratum != row.stratum) {
            let found = format!("{unit}: {}", row.stratum);
            table.wrong(row.number, column, "panel-stratum-changes", &found);
        }
        for (place, column) in columns.covariates.iter().enumerate() {
            if known.covariates[place] != row.covariates[place] {
                let found = format!("{unit}: {}", row.covariates[place]);
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

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn columns<'a>(plot: Option<&'a str>, weight: Option<&'a str>) -> PanelColumns<'a> {
        PanelColumns {
            unit: "aimak",
            time: "year",
            outcome: "soc",
            beside: &[],
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
    fn other_outcomes_have_the_same_units_and_times_and_their_own_gaps() {
        let file = file("aimak,year,since,soc,clay\nB,2020,0,1,30\nB,2021,0,,31\nA,2020,2021,2,\n");
        let columns = PanelColumns {
            beside: &["clay"],
            ..columns(None, None)
        };
        let read = panel(file.path(), columns).unwrap();
        let outcomes = |panel: &Panel| -> Vec<Vec<Option<f64>>> {
            let units = panel.units().iter();
            units.map(|unit| unit.outcomes.clone()).collect()
        };
        assert_eq!(
            outcomes(&read.panel),
            [[Some(2.0), None], [Some(1.0), None]]
        );
        let clay = &read.beside["clay"];
        assert_eq!(clay.periods(), [2020, 2021]);
        assert_eq!(outcomes(clay), [[None, None], [Some(30.0), Some(31.0)]]);
        assert_eq!(clay.units()[0].start, Start::In(2021));
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
