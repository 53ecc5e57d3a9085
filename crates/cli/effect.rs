//! `aimak effect`: did the transition change it?

mod tables;
mod words;

use aimak_core::{EffectReport, Message, UnitRole};
use aimak_io::{
    problem::Problem,
    read::panel::{PanelColumns, PanelRead, panel},
    write::Tables,
};
use aimak_science::effect::{
    group_time::{Adjust, Base, Comparison, Design},
    ladder::{self, Asked, Placebo, Rain},
    staggered::Against,
    verdict::Declared,
    weather::Water,
};

use crate::{
    Outcome,
    args::{self, Adjusting, Control, CountedFrom, WaterOf},
    problems,
    progress::{self, Bars},
    voice::Voice,
};

/// Reads the panel, climbs the ladder, writes tables, pictures and sentences; the folder appears whole or not at all.
pub fn effect(voice: &Voice, args: &args::Effect) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let folder = Tables::begin(&args.out, &tables::names());
    let (folder, read) = match (folder, read(args)) {
        (Ok(folder), Ok(read)) => (folder, read),
        (folder, read) => {
            let mut found: Vec<Problem> = folder.err().into_iter().collect();
            found.extend(read.err().into_iter().flatten());
            return Err(report(&found));
        }
    };
    let bars = Bars::new(voice);
    let told = ladder::climb(&read.panel, &asked(args, &read)).report;
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

/// Columns that are read as further outcomes.
fn beside(args: &args::Effect) -> Vec<&str> {
    let placebos = args.placebo.iter().chain(&args.rain);
    placebos.map(String::as_str).collect()
}

/// The panel, or everything that is wrong with it.
fn read(args: &args::Effect) -> Result<PanelRead, Vec<Problem>> {
    let (place, mut wrong) = match place(args) {
        Ok(place) => (place, Vec::new()),
        Err(problem) => (None, vec![problem]),
    };
    wrong.extend(misused(args));
    let columns = PanelColumns {
        unit: &args.unit,
        time: &args.time,
        outcome: &args.outcome,
        beside: &beside(args),
        treated_from: Some(&args.treated_from),
        stratum: args.strata.as_deref(),
        covariates: &args.covariates,
        plot: args.plot.as_deref(),
        weight: args.weight.as_deref(),
        place,
    };
    let read = panel(&args.panel, columns).map_err(|found| wrong.extend(found));
    match read {
        Ok(read) if wrong.is_empty() => Ok(read),
        _ => Err(wrong),
    }
}

/// Options that cannot mean anything.
fn misused(args: &args::Effect) -> Vec<Problem> {
    let relevant = args
        .relevant
        .filter(|size| !(*size > 0.0 && size.is_finite()));
    let relevant = relevant
        .map(|size| Problem::error("effect-relevant", "--relevant").found(size.to_string()));
    let itself = |column: &&String| **column == args.outcome;
    let placebo = args.placebo.iter().find(itself);
    let placebo = placebo.map(|column| Problem::error("effect-placebo", "--placebo").found(column));
    let rain = args.rain.as_ref().filter(itself);
    let rain = rain.map(|column| Problem::error("effect-rain", "--rain").found(column));
    relevant.into_iter().chain(placebo).chain(rain).collect()
}

/// Outcomes that the transition cannot have changed.
fn placebos(args: &args::Effect, read: &PanelRead) -> Vec<Placebo> {
    let placebo = |outcome: &String| Placebo {
        outcome: outcome.clone(),
        panel: read.beside.get(outcome).cloned(),
    };
    args.placebo.iter().map(placebo).collect()
}

/// The rain of each unit and time.
fn rain(args: &args::Effect, read: &PanelRead) -> Option<Rain> {
    let panel = read.beside.get(args.rain.as_ref()?)?.clone();
    let water = match args.water {
        WaterOf::RainFed => Water::RainOnRainFed,
        WaterOf::Supply => Water::Supply,
    };
    Some(Rain { panel, water })
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
fn asked(args: &args::Effect, read: &PanelRead) -> Asked {
    let (against, comparison) = match args.control {
        Control::Never => (Against::NeverTreated, Comparison::NeverTreated),
        Control::NotYet => (Against::NotYetTreated, Comparison::NotYetTreated),
    };
    let adjust = match args.method {
        Adjusting::Dr => Adjust::DoublyRobust,
        Adjusting::Reg => Adjust::Regression,
        Adjusting::Ipw => Adjust::Weighting,
    };
    let base = match args.base {
        CountedFrom::Varying => Base::Varying,
        CountedFrom::Universal => Base::Universal,
    };
    Asked {
        against,
        cells: Design {
            comparison,
            adjust,
            base,
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
        placebos: placebos(args, read),
        rain: rain(args, read),
        places_m: read.places_m.clone(),
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
