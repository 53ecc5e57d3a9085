//! Rows of a panel, gathered by unit; plots are averaged by their weights.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use aimak_science::effect::panel::{Panel, Unit};

use super::{PanelColumns, PanelRead, Row};

/// Outcomes by plot, then period.
type Visits = Vec<Vec<Option<f64>>>;

/// The rows of a unit.
struct Gathered<'a> {
    id: &'a str,
    /// In the order of the file; never empty.
    rows: Vec<&'a Row>,
}

/// What the rows say.
pub(super) fn by_unit(rows: &[Row], columns: PanelColumns<'_>) -> PanelRead {
    let times: BTreeSet<i32> = rows.iter().map(|row| row.time).collect();
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
            .filter_map(|unit| Some((unit.id.to_owned(), unit.rows[0].place_m?)))
            .collect(),
        without_outcome: rows.iter().filter(|row| row.outcome.is_none()).count(),
    }
}

/// Units in the order of their names.
fn sorted(rows: &[Row]) -> Vec<Gathered<'_>> {
    let mut units: HashMap<&str, Vec<&Row>> = HashMap::new();
    for row in rows {
        units.entry(&row.unit).or_default().push(row);
    }
    let units = units.into_iter();
    let mut units: Vec<Gathered<'_>> = units.map(|(id, rows)| Gathered { id, rows }).collect();
    units.sort_unstable_by_key(|unit| unit.id);
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
            let at = rows.iter().filter(|row| row.time == period);
            mean(at.filter_map(|row| Some((row.plot.as_str(), row.weight, outcome(row)?))))
        });
        Unit {
            id: (*id).to_owned(),
            start: rows[0].start,
            stratum: rows[0].stratum.clone(),
            outcomes: means.collect(),
            covariates: rows[0].covariates[..covariates.len()].to_vec(),
        }
    };
    let units = units.iter().map(unit).collect();
    Panel::new(periods.to_vec(), covariates.to_vec(), units)
}

/// The mean of plots by their weights, in the order of their names, so that the order of rows does not matter.
fn mean<'a>(seen: impl Iterator<Item = (&'a str, f64, f64)>) -> Option<f64> {
    let mut seen: Vec<(&str, f64, f64)> = seen.collect();
    seen.sort_by(|one, other| one.0.cmp(other.0));
    let weight: f64 = seen.iter().map(|(_, weight, _)| weight).sum();
    let sum: f64 = seen.iter().map(|(_, weight, value)| weight * value).sum();
    match seen.as_slice() {
        // as written: 0.1 · 3 / 3 is not 0.1
        [(_, _, only)] => Some(*only),
        _ => (weight > 0.0).then(|| sum / weight),
    }
}

impl Gathered<'_> {
    /// Outcomes of the unit's plots, in the order of their names, in each period.
    fn visits(&self, periods: &[i32]) -> Visits {
        let mut plots: BTreeMap<&str, Vec<Option<f64>>> = BTreeMap::new();
        for row in &self.rows {
            let seen = plots.entry(&row.plot);
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
