//! `aimak effect`: did the transition change it?

mod tables;
mod words;

use std::collections::BTreeMap;

use aimak_core::{EffectReport, Message, UnitRole};
use aimak_io::{
    problem::Problem,
    read::panel::{PanelColumns, PanelRead, panel},
    write::Tables,
};
use aimak_science::effect::{
    group_time::{Adjust, Comparison, Design},
    ladder::{self, Asked, Placebo, Rain},
    panel::Panel,
    staggered::Against,
    verdict::Declared,
    weather::Water,
};

use crate::{
    Outcome,
    args::{self, Adjusting, Control, WaterOf},
    problems,
    progress::{self, Bars},
    voice::Voice,
};

/// Reads the panel, climbs the ladder, writes tables, pictures and sentences; the folder appears whole or not at all.
pub fn effect(voice: &Voice, args: &args::Effect) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let folder = Tables::begin(&args.out, &tables::names());
    let read = read(args).and_then(|read| Ok((read, placebos(args)?, rain(args)?)));
    let (folder, (read, placebos, rain)) = match (folder, read) {
        (Ok(folder), Ok(read)) => (folder, read),
        (folder, read) => {
            let mut found: Vec<Problem> = folder.err().into_iter().collect();
            found.extend(read.err().into_iter().flatten());
            return Err(report(&found));
        }
    };
    let bars = Bars::new(voice);
    let mut asked = asked(args, read.places_m.clone());
    asked.placebos = placebos;
    asked.rain = rain;
    let told = ladder::climb(&read.panel, &asked).report;
    bars.checkpoint()?;
    let name = (
        args.name.as_deref().unwrap_or(&args.outcome),
        args.called.key(),
    );
    tables::write(&folder, &read, &told).map_err(|problem| report(&[problem]))?;
    words::write(&folder, &told, name).map_err(|problem| report(&[problem]))?;
    folder
        .finish(&words::about(&told, args))
        .map_err(|problem| report(&[problem]))?;
    tell(voice, args, &told, name);
    Ok(())
}

/// The columns of an outcome.
fn columns<'a>(args: &'a args::Effect, outcome: &'a str) -> PanelColumns<'a> {
    PanelColumns {
        unit: &args.unit,
        time: &args.time,
        outcome,
        treated_from: Some(&args.treated_from),
        stratum: args.strata.as_deref(),
        covariates: &[],
        plot: args.plot.as_deref(),
        weight: args.weight.as_deref(),
        place: None,
    }
}

/// The same units with another column as their outcome, which is not the outcome itself.
fn beside(
    args: &args::Effect,
    column: &str,
    (code, option): (&'static str, &str),
) -> Result<Panel, Vec<Problem>> {
    if *column == args.outcome {
        return Err(vec![Problem::error(code, option).found(column)]);
    }
    Ok(panel(&args.panel, columns(args, column))?.panel)
}

/// Outcomes that the transition cannot have changed.
fn placebos(args: &args::Effect) -> Result<Vec<Placebo>, Vec<Problem>> {
    let one = |outcome: &String| {
        let panel = beside(args, outcome, ("effect-placebo", "--placebo"))?;
        Ok(Placebo {
            outcome: outcome.clone(),
            panel: Some(panel),
        })
    };
    args.placebo.iter().map(one).collect()
}

/// The rain of each unit and time.
fn rain(args: &args::Effect) -> Result<Option<Rain>, Vec<Problem>> {
    let water = match args.water {
        WaterOf::RainFed => Water::RainOnRainFed,
        WaterOf::Supply => Water::Supply,
    };
    let Some(column) = &args.rain else {
        return Ok(None);
    };
    let panel = beside(args, column, ("effect-rain", "--rain"))?;
    Ok(Some(Rain { panel, water }))
}

/// The panel, or everything that is wrong with it.
fn read(args: &args::Effect) -> Result<PanelRead, Vec<Problem>> {
    let columns = PanelColumns {
        covariates: &args.covariates,
        place: place(args).map_err(|problem| vec![problem])?,
        ..columns(args, &args.outcome)
    };
    let mut wrong: Vec<Problem> = Vec::new();
    if let Some(relevant) = args
        .relevant
        .filter(|size| !(*size > 0.0 && size.is_finite()))
    {
        wrong.push(Problem::error("effect-relevant", "--relevant").found(relevant.to_string()));
    }
    let read = panel(&args.panel, columns).map_err(|found| wrong.extend(found));
    match read {
        Ok(read) if wrong.is_empty() => Ok(read),
        _ => Err(wrong),
    }
}

/// The columns of easting and northing, where somebody names them.
fn place(args: &args::Effect) -> Result<Option<[&str; 2]>, Problem> {
    match args.place.as_slice() {
        [] => Ok(None),
        [x, y] => Ok(Some([x, y])),
        others => Err(Problem::error("effect-place", "--place").found(others.join(","))),
    }
}

/// What is asked of the panel.
fn asked(args: &args::Effect, places_m: BTreeMap<String, [f64; 2]>) -> Asked {
    let (against, comparison) = match args.control {
        Control::Never => (Against::NeverTreated, Comparison::NeverTreated),
        Control::NotYet => (Against::NotYetTreated, Comparison::NotYetTreated),
    };
    let adjust = match args.method {
        Adjusting::Dr => Adjust::DoublyRobust,
        Adjusting::Reg => Adjust::Regression,
        Adjusting::Ipw => Adjust::Weighting,
    };
    Asked {
        against,
        cells: Design {
            comparison,
            adjust,
            covariates: (0..args.covariates.len()).collect(),
            anticipation: args.anticipation,
            ..Design::default()
        },
        permutations: args.permutations as usize,
        draws: args.draws as usize,
        relevant: args.relevant,
        family: args.family as usize,
        declared: Declared {
            randomised: args.randomised,
            registered: args.registered.is_some(),
        },
        weaknesses: weaknesses(args),
        places_m,
        ..Asked::new(&args.outcome, args.seed)
    }
}

/// What takes confidence away and no number shows.
fn weaknesses(args: &args::Effect) -> Vec<Message> {
    let declared = [
        (args.proxy, "grade-proxy"),
        (args.method_break, "grade-method-break"),
        (args.weather, "grade-weather"),
    ];
    let declared = declared.into_iter().filter(|(given, _)| *given);
    declared.map(|(_, step)| Message::new(step)).collect()
}

/// Says what was found, what it rests on and who was left out.
fn tell(voice: &Voice, args: &args::Effect, told: &EffectReport, name: words::Named<'_>) {
    if voice.json {
        voice.print_json(&words::about(told, args));
    }
    for line in words::lines(told, voice.catalogue(), name) {
        voice.say(&Message::new("cli-line").with("words", line));
    }
    let (always, incomplete) = (
        told.count(UnitRole::AlwaysTreated),
        told.count(UnitRole::Incomplete),
    );
    if always + incomplete > 0 {
        voice.say(
            &Message::new("cli-effect-left-out")
                .with("always", always)
                .with("incomplete", incomplete),
        );
    }
    let out = args.out.display().to_string();
    voice.say(&Message::new("cli-effect-done").with("out", out));
}
