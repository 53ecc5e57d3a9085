//! Rows of a panel, gathered by unit; plots are averaged by their weights.

use std::collections::{BTreeMap, BTreeSet};

use aimak_science::effect::panel::{Panel, Unit};

use super::{PanelColumns, PanelRead, Row, Rows};

/// Outcomes by plot, then period.
type Visits = Vec<Vec<Option<f64>>>;

/// The rows of a unit.
struct Gathered<'a> {
    id: &'a str,
    /// Each with its plot, in the order of the plots' names, so that the order of the file does not matter; never empty.
    rows: Vec<(&'a str, &'a Row)>,
}

/// What the rows say.
pub(super) fn by_unit(rows: &Rows, columns: PanelColumns<'_>) -> PanelRead {
    let times: BTreeSet<i32> = rows.all.iter().map(|row| row.time).collect();
    let periods: Vec<i32> = times.into_iter().collect();
    let units = sorted(rows);
    let beside = columns.beside.iter().enumerate();
    let of_plots = units.iter().filter(|_| columns.plot.is_some());
    let visits: BTreeMap<String, Visits> = of_plots
        .map(|unit| (unit.id.to_owned(), unit.visits(&periods)))
        .collect();
    let placed = units.iter();
    PanelRead {
        panel: panel(&units, &periods, columns.covariates, |row| row.outcome),
        beside: beside
            .map(|(place, name)| {
                (
                    (*name).to_owned(),
                    panel(&units, &periods, &[], |row| row.beside[place]),
                )
            })
            .collect(),
        plots: visits
            .iter()
            .map(|(id, visits)| (id.clone(), counted(visits, periods.len())))
            .collect(),
        visits,
        places_m: placed
            .filter_map(|unit| Some((unit.id.to_owned(), unit.rows[0].1.place_m?)))
            .collect(),
        without_outcome: rows.all.iter().filter(|row| row.outcome.is_none()).count(),
    }
}

/// Units in the order of their names.
fn sorted(rows: &Rows) -> Vec<Gathered<'_>> {
    let names = &rows.names;
    let plot = |row: &Row| match names.plots.len() {
        0 => "",
        _ => names.plots.name(row.plot),
    };
    let unit = |number: usize| Gathered {
        id: names.units.name(number),
        rows: Vec::new(),
    };
    let mut units: Vec<Gathered<'_>> = (0..names.units.len()).map(unit).collect();
    for row in &rows.all {
        units[row.unit].rows.push((plot(row), row));
    }
    // a unit of which every row is wrong has none
    units.retain(|unit| !unit.rows.is_empty());
    units.sort_unstable_by_key(|unit| unit.id);
    for unit in &mut units {
        unit.rows.sort_by_key(|(plot, _)| *plot);
    }
    units
}

/// One outcome of all units; `covariates` are all or none.
fn panel(
    units: &[Gathered<'_>],
    periods: &[i32],
    covariates: &[String],
    outcome: impl Fn(&Row) -> Option<f64>,
) -> Panel {
    let unit = |Gathered { id, rows }: &Gathered<'_>| {
        let means = periods.iter().map(|&period| {
            let at = rows.iter().filter(|(_, row)| row.time == period);
            mean(at.filter_map(|(_, row)| Some((row.weight, outcome(row)?))))
        });
        let (_, first) = rows[0];
        Unit {
            id: (*id).to_owned(),
            start: first.start,
            stratum: first.stratum.clone(),
            outcomes: means.collect(),
            covariates: first.covariates[..covariates.len()].to_vec(),
        }
    };
    let units = units.iter().map(unit).collect();
    Panel::new(periods.to_vec(), covariates.to_vec(), units)
}

/// The mean of plots by their weights.
fn mean(seen: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let seen: Vec<(f64, f64)> = seen.collect();
    let weight: f64 = seen.iter().map(|(weight, _)| weight).sum();
    let sum: f64 = seen.iter().map(|(weight, value)| weight * value).sum();
    match seen.as_slice() {
        // as written: 0.1 · 3 / 3 is not 0.1
        [(_, only)] => Some(*only),
        _ => (weight > 0.0).then(|| sum / weight),
    }
}

impl Gathered<'_> {
    /// Outcomes of the unit's plots, in the order of their names, in each period.
    fn visits(&self, periods: &[i32]) -> Visits {
        let mut plots: BTreeMap<&str, Vec<Option<f64>>> = BTreeMap::new();
        for (plot, row) in &self.rows {
            let seen = plots.entry(plot);
            let seen = seen.or_insert_with(|| vec![None; periods.len()]);
            if let Ok(place) = periods.binary_search(&row.time) {
                seen[place] = row.outcome;
            }
        }
        plots.into_values().collect()
    }
}

/// How many plots have an outcome in each period.
fn counted(visits: &Visits, periods: usize) -> Vec<usize> {
    let count = |place: usize| visits.iter().filter(|plot| plot[place].is_some()).count();
    (0..periods).map(count).collect()
}
