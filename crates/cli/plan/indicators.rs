//! Several outcomes of one design: a line for each, and a picture.

use aimak_atlas::texts::Catalogue;
use aimak_core::{Lang, Message};
use aimak_io::{
    problem::Problem,
    write::Tables,
    zonal::{Cells, Rows, write_rows},
};
use serde_json::{Value, json};

use super::{
    asked::{Asked, MOST_OUTCOMES},
    forecast::{Added, Forecast, Visible},
    tables::added,
    words,
};

/// The table.
pub const INDICATORS: &str = "indicators.csv";

/// A question with its answer.
type Planned = (Asked, Forecast);

/// The pictures of an outcome are named by its place, because columns may be called what no file may.
fn picture(place: usize) -> String {
    format!("plan.{}", place + 1)
}

/// Every picture that may be there.
pub fn pictures() -> impl Iterator<Item = String> {
    (0..MOST_OUTCOMES)
        .flat_map(|place| Lang::ALL.map(|lang| format!("{}.{}.svg", picture(place), lang.code())))
}

/// Writes the table and the pictures.
pub fn write(folder: &Tables, planned: &[Planned]) -> Result<(), Problem> {
    write_rows(&folder.path(INDICATORS), &table(planned))?;
    for (place, (asked, forecast)) in planned.iter().enumerate() {
        words::pictures(folder, &picture(place), asked, forecast)?;
    }
    Ok(())
}

fn table(planned: &[Planned]) -> Rows {
    let number =
        |pick: &dyn Fn(&Planned) -> Option<f64>| Cells::Numbers(planned.iter().map(pick).collect());
    let with_waves = |one: &Planned| match one.1.visible {
        Some(Visible::With(waves)) => Some(waves),
        Some(Visible::Never) | None => None,
    };
    // so long after the first wave, as the sentences count
    let years = |one: &Planned| Some((with_waves(one)? - 1) as f64 * one.0.years_apart);
    let best = |one: &Planned| one.1.additions.first().map(|best| added(best.addition));
    let whole = |pick: &dyn Fn(&Planned) -> Option<usize>| {
        let cell = |one| i64::try_from(pick(one)?).ok();
        Cells::Whole(planned.iter().map(cell).collect())
    };
    let word = |pick: &dyn Fn(&Planned) -> Option<String>| {
        Cells::Words(planned.iter().map(pick).collect())
    };
    let ratio = |pick: fn(&Added) -> f64| move |one: &Planned| one.1.additions.first().map(pick);
    Rows {
        field: "indicator".to_owned(),
        ids: planned.iter().map(|(asked, _)| name(asked)).collect(),
        columns: vec![
            ("smallest_effect", number(&|one| Some(one.1.shown.smallest))),
            (
                "smallest_effect_in_family",
                number(&|one| Some(one.1.shown.smallest_in_family)),
            ),
            ("relevant", number(&|one| one.0.relevant)),
            ("effect_held_against", number(&|one| one.1.shown.goal)),
            ("power", number(&|one| one.1.shown.power)),
            ("waves_until_visible", whole(&with_waves)),
            ("years_until_visible", number(&years)),
            ("best_addition", word(&|one| Some(best(one)?.0.to_owned()))),
            ("best_added", whole(&|one| Some(best(one)?.1))),
            ("best_ratio", number(&ratio(|best| best.ratio))),
            (
                "aimak_sd",
                number(&|one| Some(one.0.plan.chance.aimak_shock_sd)),
            ),
            ("plot_sd", number(&|one| Some(one.0.plan.chance.plot_sd))),
        ],
    }
}

fn name(asked: &Asked) -> String {
    asked.name.clone().unwrap_or_default()
}

/// The design once, then a line for each outcome.
pub fn lines(planned: &[Planned], words: &Catalogue) -> Vec<String> {
    let design = planned.first();
    let design = design.map(|(asked, forecast)| words::design(asked, forecast, words));
    let each = planned
        .iter()
        .map(|(asked, forecast)| words::in_a_line(asked, forecast, words));
    let always = ["power-villages", "power-oblast"];
    let always = always.map(|id| words.message(&Message::new(id)));
    design.into_iter().chain(each).chain(always).collect()
}

/// Everything, as data.
pub fn about(planned: &[Planned]) -> Value {
    let of = |(asked, forecast): &Planned| words::about(asked, forecast);
    json!({
        "command": "plan",
        "indicators": planned.iter().map(of).collect::<Vec<_>>(),
    })
}
