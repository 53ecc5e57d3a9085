//! Rows of a panel, gathered by unit; plots are averaged by their weights.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use aimak_science::effect::panel::{Panel, Unit};

use super::{PanelColumns, PanelRead, Row};

/// Units in the order of their names, with their rows.
type Units<'a> = Vec<(&'a str, Vec<&'a Row>)>;

/// What the rows say.
pub(super) fn by_unit(rows: &[Row], columns: PanelColumns<'_>) -> PanelRead {
    let times: BTreeSet<i32> = rows.iter().map(|row| row.time).collect();
    let periods: Vec<i32> = times.into_iter().collect();
    let units = sorted(rows);
    let placed = units.iter();
    let placed = placed.filter_map(|(id, rows)| Some(((*id).to_owned(), rows[0].place_m?)));
    let beside = 0..columns.beside.len();
    let (plots, visits) = match columns.plot {
        None => (BTreeMap::new(), BTreeMap::new()),
        Some(_) => (plots(&units, &periods), visits(&units, &periods)),
    };
    PanelRead {
        panel: panel(&units, &periods, columns.covariates, |row| row.outcome),
        beside: beside
            .map(|place| panel(&units, &periods, &[], |row| row.beside[place]))
            .collect(),
        plots,
        visits,
        places_m: placed.collect(),
        without_outcome: rows.iter().filter(|row| row.outcome.is_none()).count(),
    }
}

fn sorted(rows: &[Row]) -> Units<'_> {
    let mut units: HashMap<&str, Vec<&Row>> = HashMap::new();
    for row in rows {
        units.entry(&row.unit).or_default().push(row);
    }
    let mut units: Units<'_> = units.into_iter().collect();
    units.sort_unstable_by_key(|(id, _)| *id);
    units
}

/// One outcome of all units; `covariates` are all or none.
fn panel(
    units: &Units<'_>,
    periods: &[i32],
    covariates: &[String],
    outcome: impl Fn(&Row) -> Option<f64>,
) -> Panel {
    let unit = |(id, rows): &(&str, Vec<&Row>)| {
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

/// How many plots of each unit have an outcome in each period.
fn plots(units: &Units<'_>, periods: &[i32]) -> BTreeMap<String, Vec<usize>> {
    let counted = |(id, rows): &(&str, Vec<&Row>)| {
        let measured = |row: &&&Row| row.outcome.is_some();
        let count = |period: &i32| {
            let at = rows.iter().filter(|row| row.time == *period);
            at.filter(measured).count()
        };
        ((*id).to_owned(), periods.iter().map(count).collect())
    };
    units.iter().map(counted).collect()
}

/// Outcomes of each unit's plots, in the order of their names, in each period.
fn visits(units: &Units<'_>, periods: &[i32]) -> BTreeMap<String, Vec<Vec<Option<f64>>>> {
    let by_plot = |rows: &[&Row]| {
        let mut plots: BTreeMap<&str, Vec<Option<f64>>> = BTreeMap::new();
        for row in rows {
            let seen = plots.entry(&row.plot);
            let seen = seen.or_insert_with(|| vec![None; periods.len()]);
            if let Ok(place) = periods.binary_search(&row.time) {
                seen[place] = row.outcome;
            }
        }
        plots.into_values().collect()
    };
    let units = units.iter();
    units
        .map(|(id, rows)| ((*id).to_owned(), by_plot(rows)))
        .collect()
}
