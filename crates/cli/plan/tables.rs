//! The tables of a plan.

use aimak_io::{
    problem::Problem,
    write::Tables,
    zonal::{Cells, Rows, write_rows},
};
use aimak_science::effect::power::{Addition, Plan};

use super::{
    asked::Asked,
    forecast::{Added, Forecast, Shown},
    indicators::{self, INDICATORS},
    words::PICTURES,
};

const GRID: &str = "plan.csv";
const ADDITIONS: &str = "additions.csv";

/// Every file the folder may hold.
pub fn names() -> Vec<String> {
    let one = [GRID, ADDITIONS, INDICATORS].into_iter().chain(PICTURES);
    one.map(str::to_owned)
        .chain(indicators::pictures())
        .collect()
}

/// Writes both.
pub fn write(folder: &Tables, asked: &Asked, forecast: &Forecast) -> Result<(), Problem> {
    write_rows(&folder.path(GRID), &grid(asked, forecast))?;
    write_rows(&folder.path(ADDITIONS), &additions(asked, forecast))
}

type Column = (&'static str, Cells);

/// Plot visits of a design: what it costs, roughly.
pub fn visits(plan: &Plan) -> usize {
    let treated: usize = plan.cohorts.iter().map(|cohort| cohort.units).sum();
    (treated + plan.comparison) * plan.plots * plan.waves
}

fn whole(numbers: impl Iterator<Item = usize>) -> Cells {
    Cells::Whole(numbers.map(|n| i64::try_from(n).ok()).collect())
}

/// What designs show; empty where one is refused or nothing is held against it.
fn shown(rows: &[Option<&Shown>]) -> Vec<Column> {
    let number = |pick: &dyn Fn(&Shown) -> Option<f64>| {
        Cells::Numbers(rows.iter().map(|row| pick((*row)?)).collect())
    };
    vec![
        ("se", number(&|shown| Some(shown.error.se))),
        ("df", number(&|shown| Some(shown.error.df))),
        ("smallest_effect", number(&|shown| Some(shown.smallest))),
        (
            "smallest_effect_in_family",
            number(&|shown| Some(shown.smallest_in_family)),
        ),
        ("effect_held_against", number(&|shown| shown.goal)),
        ("power", number(&|shown| shown.power)),
    ]
}

/// The smallest effect by plots, comparison aimaks and waves.
fn grid(asked: &Asked, forecast: &Forecast) -> Rows {
    let rows = &forecast.grid;
    let planned = |plan: &Plan| if *plan == asked.plan { "yes" } else { "no" };
    let mut columns = vec![
        (
            "comparison",
            whole(rows.iter().map(|row| row.plan.comparison)),
        ),
        ("waves", whole(rows.iter().map(|row| row.plan.waves))),
        (
            "planned",
            Cells::Words(
                rows.iter()
                    .map(|row| Some(planned(&row.plan).to_owned()))
                    .collect(),
            ),
        ),
        (
            "plot_visits",
            whole(rows.iter().map(|row| visits(&row.plan))),
        ),
    ];
    let found: Vec<Option<&Shown>> = rows.iter().map(|row| row.shown.as_ref().ok()).collect();
    columns.extend(shown(&found));
    let reason = rows.iter().map(|row| {
        let refused = row.shown.as_ref().err()?;
        Some(refused.reason.code().to_owned())
    });
    columns.push(("reason", Cells::Words(reason.collect())));
    Rows {
        field: "plots".to_owned(),
        ids: rows.iter().map(|row| row.plan.plots.to_string()).collect(),
        columns,
    }
}

/// The name of what is added, and how much.
pub const fn added(addition: Addition) -> (&'static str, usize) {
    match addition {
        Addition::Plots(n) => ("plots", n),
        Addition::Comparison(n) => ("comparison", n),
        Addition::Treated(n) => ("treated", n),
        Addition::Waves(n) => ("waves", n),
    }
}

/// What more of something leaves of the smallest effect.
fn additions(asked: &Asked, forecast: &Forecast) -> Rows {
    let rows = &forecast.additions;
    let number = |pick: &dyn Fn(&Added) -> f64| {
        Cells::Numbers(rows.iter().map(|row| Some(pick(row))).collect())
    };
    let now = visits(&asked.plan);
    let mut columns = vec![
        ("added", whole(rows.iter().map(|row| added(row.addition).1))),
        ("more_work", number(&|row| row.more)),
        (
            "more_plot_visits",
            whole(rows.iter().map(|row| visits(&row.plan) - now)),
        ),
        ("ratio", number(&|row| row.ratio)),
        ("ratio_to_effect", number(&|row| row.ratio_to_goal)),
    ];
    let found: Vec<Option<&Shown>> = rows.iter().map(|row| Some(&row.shown)).collect();
    columns.extend(shown(&found));
    Rows {
        field: "addition".to_owned(),
        ids: rows
            .iter()
            .map(|row| added(row.addition).0.to_owned())
            .collect(),
        columns,
    }
}
