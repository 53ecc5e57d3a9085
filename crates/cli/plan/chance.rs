//! How much chance varies: as stated, or as a pilot shows.

use aimak_core::{Message, Reason, Withheld};
use aimak_io::{
    problem::Problem,
    read::panel::{PanelColumns, panel},
};
use aimak_science::effect::{
    panel::Start,
    power::{Pilot, Seen, VarianceComponents},
};

use crate::args;

/// The science keeps the correlation of a pilot below it too: above it a shock is a level.
const MOST_ALIKE: f64 = 0.95;

/// Where the spread comes from.
pub enum Source {
    /// Somebody said so.
    Stated {
        /// The components.
        chance: VarianceComponents,
        /// Whether the correlation of a plot with itself is among them.
        revisits: bool,
    },
    /// Plots that were seen already.
    Seen {
        /// What they show.
        pilot: Pilot,
        /// Aimaks that were treated already, left out: an effect is no chance.
        treated: usize,
    },
}

impl Source {
    /// The components.
    pub const fn chance(&self) -> VarianceComponents {
        match self {
            Self::Stated { chance, .. } => *chance,
            Self::Seen { pilot, .. } => pilot.chance,
        }
    }

    /// Plots of an aimak in a wave, where they are known.
    pub fn plots(&self) -> Option<usize> {
        match self {
            Self::Stated { .. } => None,
            Self::Seen { pilot, .. } => Some(pilot.plots.round() as usize),
        }
    }

    /// Whether it is known how alike a plot stays to itself.
    pub const fn knows_revisits(&self) -> bool {
        match self {
            Self::Stated { revisits, .. } => *revisits,
            Self::Seen { pilot, .. } => pilot.revisited,
        }
    }
}

/// The spread.
pub fn source(args: &args::Plan, outcome: Option<&str>) -> Result<Source, Vec<Problem>> {
    match (&args.pilot, &args.unit, &args.plot, &args.time, outcome) {
        (Some(path), Some(unit), Some(plot), Some(time), Some(outcome)) => {
            let columns = PanelColumns {
                unit,
                time,
                outcome,
                beside: &[],
                treated_from: args.treated_from.as_deref(),
                stratum: None,
                covariates: &[],
                plot: Some(plot),
                weight: None,
                place: None,
            };
            let read = panel(path, columns)?;
            let last = read.panel.periods().last().copied().unwrap_or_default();
            let untreated = |start: Start| !matches!(start, Start::In(first) if first <= last);
            let units = read.panel.units();
            let seen: Vec<Seen> = units
                .iter()
                .filter(|unit| untreated(unit.start))
                .filter_map(|unit| read.visits.get(&unit.id).cloned())
                .collect();
            let treated = units.len() - seen.len();
            let refused =
                |withheld: &Withheld| vec![too_small(&path.display().to_string(), withheld)];
            let pilot = Pilot::of(&seen).map_err(|withheld| refused(&withheld))?;
            // where nothing varies anything could be seen: that is no pilot
            let lasting = pilot.chance.revisit_correlation >= 1.0;
            if pilot.chance.aimak_shock_sd == 0.0 && (pilot.chance.plot_sd == 0.0 || lasting) {
                let nothing = Withheld::because(Reason::TooFewClusters);
                return Err(refused(&nothing.with(Message::new("detail-no-spread"))));
            }
            Ok(Source::Seen { pilot, treated })
        }
        _ => stated(args),
    }
}

fn too_small(file: &str, withheld: &Withheld) -> Problem {
    Problem::error("plan-pilot", file).because(withheld.details.iter().cloned())
}

fn stated(args: &args::Plan) -> Result<Source, Vec<Problem>> {
    let mut wrong = Vec::new();
    let mut within = |flag: &'static str, code: &'static str, value: Option<f64>, highest: f64| {
        let value = value.unwrap_or(0.0);
        if !(0.0..=highest).contains(&value) {
            wrong.push(Problem::error(code, flag).found(value.to_string()));
        }
        value
    };
    let chance = VarianceComponents {
        aimak_shock_sd: within("--aimak-sd", "plan-sd", args.aimak_sd, 1e100),
        plot_sd: within("--plot-sd", "plan-sd", args.plot_sd, 1e100),
        autocorrelation: within(
            "--autocorrelation",
            "plan-correlation",
            args.autocorrelation,
            MOST_ALIKE,
        ),
        revisit_correlation: within(
            "--revisit-correlation",
            "plan-correlation",
            args.revisit_correlation,
            MOST_ALIKE,
        ),
    };
    if wrong.is_empty() && chance.aimak_shock_sd == 0.0 && chance.plot_sd == 0.0 {
        let nothing = Problem::error("plan-sd", "--aimak-sd, --plot-sd");
        wrong.push(nothing.found("0, 0"));
    }
    if wrong.is_empty() {
        let revisits = args.revisit_correlation.is_some();
        Ok(Source::Stated { chance, revisits })
    } else {
        Err(wrong)
    }
}
