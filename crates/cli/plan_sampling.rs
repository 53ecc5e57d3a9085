//! `aimak plan-sampling`: how many plots does it take to see a change?

use std::collections::BTreeMap;

use aimak_core::{Message, Withheld};
use aimak_io::{
    problem::Problem,
    read::pilot::{Pilot, PilotColumns, pilot},
    zonal::{Cells, Rows, rows_writable, write_rows},
};
use aimak_science::{
    methods::interval::{StandardError, variance},
    soil::detection::{
        Detection, PlannedStratum, sd_of_differences, stratified_error, whole_allocation,
    },
};
use serde_json::json;

use crate::{Outcome, args, problems, voice::Voice};

/// Numbers of plots that are told besides the one that is enough.
const TOLD: [usize; 12] = [5, 8, 10, 12, 15, 20, 30, 40, 60, 80, 120, 200];
/// Nobody samples more; a change that needs more is too small.
const MOST: usize = 100_000;
/// A plan of one stratum.
const WHOLE: &str = "";

/// A stratum as the pilot or the command line knows it.
struct Stratum {
    name: String,
    share: f64,
    /// Spread of plots at one time.
    sd: f64,
    /// Spread of changes of one plot, where it is known.
    sd_change: Option<f64>,
}

/// Which plots are visited the second time.
#[derive(Clone, Copy, PartialEq)]
enum Visits {
    /// The same.
    Paired,
    /// Others.
    Independent,
}

/// Plans, writes the table, tells the numbers and what they rest on.
pub fn plan_sampling(voice: &Voice, args: &args::PlanSampling) -> Outcome {
    let planned = plan(args).map_err(|found| problems::report(voice, &found))?;
    let written = write_rows(&args.out, &rows(&planned));
    written.map_err(|problem| problems::report(voice, &[problem]))?;
    if voice.json {
        voice.print_json(&json!({
            "out": args.out, "change": args.change, "pilot_plots": planned.pilot_plots,
            "plans": planned.plans.iter().map(|plan| json!({
                "visits": plan.visits.key(), "plots": plan.plots,
                "strata": planned.strata.iter().zip(&plan.allocation).map(|(stratum, plots)| {
                    json!({ "stratum": stratum.name, "plots": plots })
                }).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        }));
    }
    say(voice, args, &planned);
    Ok(())
}

/// How many plots one design takes.
struct Plan {
    visits: Visits,
    plots: usize,
    allocation: Vec<usize>,
    /// Plots and the smallest change they show.
    table: Vec<(usize, f64)>,
}

struct Planned {
    strata: Vec<Stratum>,
    pilot_plots: Option<usize>,
    plans: Vec<Plan>,
}

fn plan(args: &args::PlanSampling) -> Result<Planned, Vec<Problem>> {
    rows_writable(&args.out).map_err(|problem| vec![problem])?;
    let (strata, pilot_plots) = spread(args)?;
    let paired = strata.iter().all(|stratum| stratum.sd_change.is_some());
    let visits = paired.then_some(Visits::Paired);
    let plans = visits
        .into_iter()
        .chain([Visits::Independent])
        .map(|visits| visits.plan(&strata, args.change))
        .collect::<Option<Vec<_>>>();
    let plans = plans.ok_or_else(|| {
        let found = args.change.to_string();
        vec![Problem::error("plan-number", "--change").found(found)]
    })?;
    Ok(Planned {
        strata,
        pilot_plots,
        plans,
    })
}

/// Strata with their spread, and the plots of the pilot.
fn spread(args: &args::PlanSampling) -> Result<(Vec<Stratum>, Option<usize>), Vec<Problem>> {
    match (&args.pilot, args.sd) {
        (Some(path), _) => {
            let columns = PilotColumns {
                value: &args.value,
                after: args.after.as_deref(),
                stratum: args.stratum.as_deref(),
            };
            let pilot = pilot(path, columns)?;
            let plots = pilot.values().map(|stratum| stratum.values.len()).sum();
            of_pilot(args, pilot).map(|strata| (strata, Some(plots)))
        }
        (None, Some(sd)) if sd > 0.0 && sd.is_finite() => {
            let stratum = Stratum {
                name: WHOLE.to_owned(),
                share: 1.0,
                sd,
                sd_change: of_correlation(args, sd)?,
            };
            Ok((vec![stratum], None))
        }
        (None, sd) => {
            let found = sd.map_or_else(|| "—".to_owned(), |sd| sd.to_string());
            Err(vec![Problem::error("plan-spread", "--sd").found(found)])
        }
    }
}

/// Spread of changes by the correlation of visits.
fn of_correlation(args: &args::PlanSampling, sd: f64) -> Result<Option<f64>, Vec<Problem>> {
    let spread = |correlation| sd_of_differences(sd, sd, correlation);
    args.correlation.map(spread).transpose().map_err(|_| {
        let found = args.correlation.unwrap_or_default().to_string();
        vec![Problem::error("plan-number", "--correlation").found(found)]
    })
}

/// Strata of a pilot. Without areas all plots are one stratum: their shares of the pilot are no shares of the land.
fn of_pilot(
    args: &args::PlanSampling,
    pilot: BTreeMap<String, Pilot>,
) -> Result<Vec<Stratum>, Vec<Problem>> {
    let pilot = if args.areas.is_empty() {
        BTreeMap::from([(WHOLE.to_owned(), together(pilot))])
    } else {
        pilot
    };
    let shares = shares(args, &pilot)?;
    let file = args.pilot.as_ref().map(|path| path.display().to_string());
    let file = file.unwrap_or_default();
    let mut strata = Vec::new();
    for ((name, plots), share) in pilot.into_iter().zip(shares) {
        let sd = |values: &[f64]| variance(values).map(f64::sqrt);
        let Some(spread) = sd(&plots.values).filter(|sd| *sd > 0.0) else {
            let found = format!("{name}: n = {}", plots.values.len());
            return Err(vec![Problem::error("plan-spread", &file).found(found)]);
        };
        let sd_change = match args.after {
            Some(_) => sd(&plots.differences),
            None => of_correlation(args, spread)?,
        };
        strata.push(Stratum {
            name,
            share,
            sd: spread,
            sd_change,
        });
    }
    Ok(strata)
}

fn together(pilot: BTreeMap<String, Pilot>) -> Pilot {
    let mut all = Pilot::default();
    for stratum in pilot.into_values() {
        all.values.extend(stratum.values);
        all.differences.extend(stratum.differences);
    }
    all
}

/// Shares of the area in the order of the strata.
fn shares(
    args: &args::PlanSampling,
    pilot: &BTreeMap<String, Pilot>,
) -> Result<Vec<f64>, Vec<Problem>> {
    if args.areas.is_empty() {
        return Ok(vec![1.0]);
    }
    let areas: BTreeMap<&str, f64> = args
        .areas
        .iter()
        .map(|(name, area)| (name.as_str(), *area))
        .collect();
    let agree = areas.len() == args.areas.len() && areas.keys().eq(pilot.keys());
    if !agree {
        let names: Vec<&str> = pilot.keys().map(String::as_str).collect();
        let found = format!(
            "{} / {}",
            areas.keys().copied().collect::<Vec<_>>().join(", "),
            names.join(", ")
        );
        return Err(vec![Problem::error("plan-areas", "--areas").found(found)]);
    }
    let sum: f64 = areas.values().sum();
    Ok(areas.into_values().map(|area| area / sum).collect())
}

impl Visits {
    const fn key(self) -> &'static str {
        match self {
            Self::Paired => "paired",
            Self::Independent => "independent",
        }
    }

    /// The strata without plots, with the spread that matters here.
    fn planned(self, strata: &[Stratum]) -> Vec<PlannedStratum> {
        let sd = |stratum: &Stratum| match self {
            Self::Paired => stratum.sd_change.unwrap_or(stratum.sd),
            Self::Independent => stratum.sd,
        };
        let planned = |stratum: &Stratum| PlannedStratum {
            share: stratum.share,
            sd: sd(stratum),
            n: 0,
        };
        strata.iter().map(planned).collect()
    }

    /// The smallest change so many plots show, spread over strata by area and spread, and where they lie.
    fn smallest(
        self,
        strata: &[PlannedStratum],
        plots: usize,
    ) -> Result<(f64, Vec<usize>), Withheld> {
        let allocation = whole_allocation(strata, plots)?;
        let placed: Vec<PlannedStratum> = strata
            .iter()
            .zip(&allocation)
            .map(|(stratum, n)| PlannedStratum { n: *n, ..*stratum })
            .collect();
        let error: StandardError = stratified_error(&placed)?;
        let error = match self {
            Self::Paired => error,
            // two independent means
            Self::Independent => error.and(error),
        };
        Ok((Detection::default().smallest(error), allocation))
    }

    /// The fewest plots that show the change; `None` where it is no change or takes too many.
    fn plan(self, strata: &[Stratum], change: f64) -> Option<Plan> {
        if !(change > 0.0 && change.is_finite()) {
            return None;
        }
        let planned = self.planned(strata);
        let shown = |plots| self.smallest(&planned, plots).ok();
        let fewest = 2 * strata.len();
        let (plots, allocation) = (fewest..=MOST).find_map(|plots| {
            let (smallest, allocation) = shown(plots)?;
            (smallest <= change).then_some((plots, allocation))
        })?;
        let mut told: Vec<usize> = TOLD.into_iter().filter(|n| *n >= fewest).collect();
        told.push(plots);
        told.sort_unstable();
        told.dedup();
        let table = told
            .into_iter()
            .filter_map(|plots| Some((plots, shown(plots)?.0)))
            .collect();
        Some(Plan {
            visits: self,
            plots,
            allocation,
            table,
        })
    }
}

/// A row for each design and number of plots.
fn rows(planned: &Planned) -> Rows {
    let all = planned
        .plans
        .iter()
        .flat_map(|plan| plan.table.iter().map(move |row| (plan, row)));
    let mut rows = Rows {
        field: "visits".to_owned(),
        ids: Vec::new(),
        columns: Vec::new(),
    };
    let (mut plots, mut smallest, mut enough) = (Vec::new(), Vec::new(), Vec::new());
    for (plan, (n, change)) in all {
        rows.ids.push(plan.visits.key().to_owned());
        plots.push(Some(*n as i64));
        smallest.push(Some(*change));
        let word = if *n >= plan.plots { "yes" } else { "no" };
        enough.push(Some(word.to_owned()));
    }
    rows.columns = vec![
        ("plots", Cells::Whole(plots)),
        ("smallest_change", Cells::Numbers(smallest)),
        ("enough", Cells::Words(enough)),
    ];
    rows
}

fn say(voice: &Voice, args: &args::PlanSampling, planned: &Planned) {
    for plan in &planned.plans {
        let id = format!("cli-plan-{}", plan.visits.key());
        voice.say(
            &Message::new(&id)
                .with("n", plan.plots)
                .with("change", args.change),
        );
        let by_area = by_area(&planned.strata, plan.plots);
        for ((stratum, neyman), proportional) in
            planned.strata.iter().zip(&plan.allocation).zip(by_area)
        {
            if stratum.name != WHOLE {
                voice.say(
                    &Message::new("cli-plan-stratum")
                        .with("stratum", stratum.name.as_str())
                        .with("neyman", *neyman)
                        .with("proportional", proportional),
                );
            }
        }
    }
    voice.say(&match planned.pilot_plots {
        Some(n) => Message::new("cli-plan-pilot").with("n", n),
        None => Message::new("cli-plan-guess"),
    });
    voice.say(&Message::new("cli-plan-villages"));
}

/// As many plots by area alone: strata that vary alike are allocated so.
fn by_area(strata: &[Stratum], plots: usize) -> Vec<usize> {
    let alike: Vec<PlannedStratum> = strata
        .iter()
        .map(|stratum| PlannedStratum {
            share: stratum.share,
            sd: 1.0,
            n: 0,
        })
        .collect();
    whole_allocation(&alike, plots).unwrap_or_default()
}
