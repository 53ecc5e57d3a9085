//! The tables of an effect.

use std::collections::BTreeMap;

use aimak_core::{EffectAnswer, EffectBalance, EffectCheck, EffectReport, EffectValue, Interval};
use aimak_io::{
    problem::Problem,
    read::panel::PanelRead,
    write::Tables,
    zonal::{Cells, Rows, write_rows},
};

use super::words::{PICTURES, SENTENCES};

const CELLS: &str = "att_gt.csv";
const PARTS: &str = "aggregates.csv";
const EVENT_STUDY: &str = "event_study.csv";
const CHECKS: &str = "checks.csv";
const SENSITIVITY: &str = "sensitivity.csv";
const BALANCE: &str = "balance.csv";
const UNITS: &str = "units.csv";

/// Every file the folder may hold.
pub fn names() -> Vec<&'static str> {
    let tables = [
        CELLS,
        PARTS,
        EVENT_STUDY,
        CHECKS,
        SENSITIVITY,
        BALANCE,
        UNITS,
        SENTENCES,
    ];
    tables.into_iter().chain(PICTURES).collect()
}

/// Writes all tables.
pub fn write(folder: &Tables, read: &PanelRead, told: &EffectReport) -> Result<(), Problem> {
    let tables = [
        (CELLS, cells(told)),
        (PARTS, parts(told)),
        (EVENT_STUDY, event_study(told)),
        (CHECKS, checks(told)),
        (SENSITIVITY, sensitivity(told)),
        (UNITS, units(read, told)),
    ];
    for (name, rows) in tables {
        write_rows(&folder.path(name), &rows)?;
    }
    if told.balance.is_empty() {
        return Ok(());
    }
    write_rows(&folder.path(BALANCE), &balance(told))
}

/// The error of the influence function, as did prints it: right for many units, too small for few.
const INFLUENCE: &str = "se_influence";

type Column = (&'static str, Cells);

fn whole<T>(rows: &[T], of: impl Fn(&T) -> Option<i32>) -> Cells {
    Cells::Whole(rows.iter().map(|row| of(row).map(i64::from)).collect())
}

fn words<T>(rows: &[T], of: impl Fn(&T) -> Option<String>) -> Cells {
    Cells::Words(rows.iter().map(of).collect())
}

/// Value, error, degrees of freedom, interval, p and numbers of units, or the reason why there are none.
fn answers<T>(rows: &[T], of: impl Fn(&T) -> &EffectAnswer) -> Vec<Column> {
    let number = |pick: &dyn Fn(&EffectValue) -> Option<f64>| {
        let cell = |row: &T| pick(of(row).as_ref().ok()?);
        Cells::Numbers(rows.iter().map(cell).collect())
    };
    let count = |pick: &dyn Fn(&EffectValue) -> usize| {
        let cell = |row: &T| i64::try_from(pick(of(row).as_ref().ok()?)).ok();
        Cells::Whole(rows.iter().map(cell).collect())
    };
    let kind = |value: &EffectValue| match value.interval {
        Interval::Between { kind, .. } => Some(kind.key()),
        Interval::Unavailable(_) => None,
    };
    vec![
        ("att", number(&|value| Some(value.value))),
        ("se", number(&|value| value.se)),
        ("df", number(&|value| value.df)),
        (
            "low",
            number(&|value| value.interval.bounds().map(|(lo, _)| lo)),
        ),
        (
            "high",
            number(&|value| value.interval.bounds().map(|(_, hi)| hi)),
        ),
        (
            "interval_kind",
            words(rows, |row| kind(of(row).as_ref().ok()?).map(str::to_owned)),
        ),
        ("p", number(&|value| value.p)),
        ("treated", count(&|value| value.treated)),
        ("comparison", count(&|value| value.comparison)),
        (
            "reason",
            words(rows, |row| {
                let refused = of(row).as_ref().err()?;
                Some(refused.reason.code().to_owned())
            }),
        ),
    ]
}

/// Effects by group and time.
fn cells(told: &EffectReport) -> Rows {
    let rows = &told.cells;
    let mut columns = vec![
        ("time", whole(rows, |cell| Some(cell.period))),
        ("base", whole(rows, |cell| cell.base)),
    ];
    columns.extend(answers(rows, |cell| &cell.effect));
    let influence = rows.iter().map(|cell| cell.influence_se);
    columns.push((INFLUENCE, Cells::Numbers(influence.collect())));
    Rows {
        field: "group".to_owned(),
        ids: rows.iter().map(|cell| cell.cohort.to_string()).collect(),
        columns,
    }
}

/// Effects put together; the band holds for all keys of a kind at once.
fn parts(told: &EffectReport) -> Rows {
    let rows: Vec<(EffectAnswer, &aimak_core::EffectPart)> = told
        .parts
        .iter()
        .map(|part| (Ok(part.effect.clone()), part))
        .collect();
    let band = |pick: fn((f64, f64)) -> f64| {
        Cells::Numbers(rows.iter().map(|(_, part)| part.band.map(pick)).collect())
    };
    let mut columns = vec![("key", whole(&rows, |(_, part)| part.key))];
    columns.extend(answers(&rows, |(answer, _)| answer));
    let influence = rows.iter().map(|(_, part)| part.influence_se);
    columns.push((INFLUENCE, Cells::Numbers(influence.collect())));
    columns.push(("band_low", band(|(lo, _)| lo)));
    columns.push(("band_high", band(|(_, hi)| hi)));
    Rows {
        field: "by".to_owned(),
        ids: rows.iter().map(|(_, part)| part.by.clone()).collect(),
        columns,
    }
}

/// Effects by periods since the start; below zero they are leads.
fn event_study(told: &EffectReport) -> Rows {
    let rows = &told.since_start;
    Rows {
        field: "since_start".to_owned(),
        ids: rows.iter().map(|point| point.since.to_string()).collect(),
        columns: answers(rows, |point| &point.effect),
    }
}

/// The effect, what the treated changed, and the effect found in other ways.
fn checks(told: &EffectReport) -> Rows {
    let first = [
        ("effect", &told.effect),
        ("described_change", &told.described),
    ];
    let others = told.checks.iter().map(|check| {
        let id = check.id.strip_prefix("check-").unwrap_or(&check.id);
        (id, &check.effect)
    });
    let rows: Vec<(&str, &EffectAnswer)> = first.into_iter().chain(others).collect();
    Rows {
        field: "check".to_owned(),
        ids: rows.iter().map(|(id, _)| id.replace('-', "_")).collect(),
        columns: answers(&rows, |(_, answer)| answer),
    }
}

/// Each covariate on both sides, before and after each matching.
fn balance(told: &EffectReport) -> Rows {
    let rows = &told.balance;
    let number =
        |pick: fn(&EffectBalance) -> Option<f64>| Cells::Numbers(rows.iter().map(pick).collect());
    let id = |row: &EffectBalance| {
        let id = row.check.strip_prefix("check-").unwrap_or(&row.check);
        id.replace('-', "_")
    };
    Rows {
        field: "check".to_owned(),
        ids: rows.iter().map(id).collect(),
        columns: vec![
            ("covariate", words(rows, |row| Some(row.covariate.clone()))),
            ("difference_before", number(|row| row.before)),
            ("difference_after", number(|row| row.after)),
            ("variance_ratio_before", number(|row| row.ratio_before)),
            ("variance_ratio_after", number(|row| row.ratio_after)),
        ],
    }
}

fn sensitivity(told: &EffectReport) -> Rows {
    let rows: Vec<&EffectCheck> = told
        .sensitivity
        .iter()
        .chain(&told.placebo_outcomes)
        .collect();
    let mut columns = vec![("of", words(&rows, |check| check.of.clone()))];
    columns.extend(answers(&rows, |check| &check.effect));
    let id = |id: &str| {
        let id = id.strip_prefix("sensitivity-").unwrap_or(id);
        id.replace('-', "_")
    };
    Rows {
        field: "sensitivity".to_owned(),
        ids: rows.iter().map(|check| id(&check.id)).collect(),
        columns,
    }
}

/// Who took part, and since when each is treated.
fn units(read: &PanelRead, told: &EffectReport) -> Rows {
    let rows = &told.units;
    let seen = |outcomes: &[Option<f64>]| outcomes.iter().flatten().count() as i32;
    let plots: &BTreeMap<String, Vec<usize>> = &read.plots;
    let of_plots = |pick: fn(&[usize]) -> Option<usize>| {
        let cell = |id: &String| i32::try_from(pick(plots.get(id)?)?).ok();
        whole(rows, move |unit| cell(&unit.id))
    };
    Rows {
        field: "unit".to_owned(),
        ids: rows.iter().map(|unit| unit.id.clone()).collect(),
        columns: vec![
            ("role", words(rows, |unit| Some(unit.role.key().to_owned()))),
            ("treated_from", whole(rows, |unit| unit.start)),
            (
                "stratum",
                words(rows, |unit| {
                    Some(unit.stratum.clone()).filter(|name| !name.is_empty())
                }),
            ),
            ("times_seen", whole(rows, |unit| Some(seen(&unit.outcomes)))),
            (
                "plots_fewest",
                of_plots(|counts| counts.iter().min().copied()),
            ),
            (
                "plots_most",
                of_plots(|counts| counts.iter().max().copied()),
            ),
        ],
    }
}
