//! `aimak diversity`: how many kinds are there, how evenly, and how different are places?

mod curve;
mod figures;
mod found;
mod matrix;
mod nested;
mod partition;
mod sites;
mod turnover;

use aimak_core::{Message, Progress as _};
use aimak_io::problem::Problem;
use aimak_science::diversity::comparison::common_coverage;

use self::{found::Found, sites::Site, turnover::Turnover};
use crate::{
    Outcome,
    args::{self, Target},
    problems,
    progress::{self, Bars},
    voice::Voice,
};

/// Reads the table, computes, writes the figures and what else was asked for; each file appears only when it is whole.
pub fn diversity(voice: &Voice, args: &args::Diversity) -> Outcome {
    progress::catch_interrupts()?;
    if !args.nested.is_empty() {
        return nested::nested(voice, args);
    }
    let report = |found: &[Problem]| problems::report(voice, found);
    let Input {
        found,
        sites,
        turnover,
    } = read(args).map_err(|found| report(&found))?;
    if found.joined() > 0 {
        voice.say(&Message::new("cli-diversity-joined").with("n", found.joined()));
    }
    let bars = Bars::new(voice);
    bars.begin(Message::new("stage-diversity"), found.assemblages().len());
    let target = target(args, &found).map_err(|problem| report(&[*problem]))?;
    let rows = figures::rows(args, &found, target, &bars);
    bars.finish();
    bars.checkpoint()?;
    let written = aimak_io::zonal::write_rows(&args.out, &rows);
    let written = written.and_then(|()| curve::write(args, &found, &bars));
    let written = written.and_then(|()| matrix::write(args, &found));
    let written = written.and_then(|()| partition::write(args, &sites));
    let written = written.and_then(|()| partition::write_multi_site(args, &sites));
    let written = written.and_then(|()| turnover::write(args, turnover.as_ref()));
    written.map_err(|problem| report(&[problem]))?;
    bars.checkpoint()?;
    say_done(voice, args, &found, target, turnover.as_ref());
    Ok(())
}

/// What was read.
struct Input {
    found: Found,
    /// What was found on the plots of each of what is compared, where plots are compared with each other.
    sites: Vec<Site>,
    turnover: Option<Turnover>,
}

/// The records, or everything that is wrong with the command line and the table.
fn read(args: &args::Diversity) -> Result<Input, Vec<Problem>> {
    let mut wrong: Vec<Problem> = Vec::new();
    for order in args.q.iter().filter(|q| !(q.is_finite() && **q >= 0.0)) {
        wrong.push(Problem::error("diversity-order", "--q").found(order.to_string()));
    }
    let files = [
        Some(&args.out),
        args.curve.as_ref(),
        args.partition.as_ref(),
        args.multi_site.as_ref(),
        args.turnover.as_ref(),
    ];
    let tables = files.into_iter().flatten();
    wrong.extend(tables.filter_map(|path| aimak_io::zonal::rows_writable(path).err()));
    let sampled = args.cover.is_none();
    let needs_sample = [
        ("--coverage", args.coverage.is_some()),
        ("--curve", args.curve.is_some()),
    ];
    for (option, _) in needs_sample.iter().filter(|(_, asked)| *asked && !sampled) {
        wrong.push(Problem::error("diversity-cover-sample", option).found("--cover"));
    }
    let found = Found::read(args).map_err(|problems| wrong.extend(problems));
    let sites = sites::read(args);
    let turnover = turnover::read(args);
    // the same rows are read for each of them: what is wrong with a row is told once
    let mut add = |problems: Vec<Problem>| {
        for problem in problems {
            if !wrong.contains(&problem) {
                wrong.push(problem);
            }
        }
    };
    let sites = sites.map_err(&mut add);
    let turnover = turnover.map_err(&mut add);
    match (found, sites, turnover) {
        (Ok(found), Ok(sites), Ok(turnover)) if wrong.is_empty() => Ok(Input {
            found,
            sites,
            turnover,
        }),
        _ => Err(wrong),
    }
}

/// The coverage to compare at, where one is asked for.
fn target(args: &args::Diversity, found: &Found) -> Result<Option<f64>, Box<Problem>> {
    match args.coverage {
        None => Ok(None),
        Some(Target::Share(share)) => Ok(Some(share)),
        Some(Target::Common) => {
            let samples: Vec<_> = found
                .assemblages()
                .iter()
                .filter_map(|assemblage| assemblage.sample.as_ref())
                .collect();
            common_coverage(&samples).map(Some).map_err(|withheld| {
                let name = args.counts.display().to_string();
                Box::new(
                    Problem::error("diversity-no-common-coverage", &name).because(withheld.details),
                )
            })
        }
    }
}

fn say_done(
    voice: &Voice,
    args: &args::Diversity,
    found: &Found,
    target: Option<f64>,
    turnover: Option<&Turnover>,
) {
    let n = found.assemblages().len();
    if voice.json {
        voice.print_json(&serde_json::json!({
            "out": args.out, "rows": n, "coverage": target, "curve": args.curve, "matrix": args.matrix,
            "partition": args.partition, "multi_site": args.multi_site,
            "turnover": turnover.map(Turnover::json),
        }));
    }
    voice.say(
        &Message::new("cli-diversity-done")
            .with("out", args.out.display().to_string())
            .with("rows", n),
    );
    if let Some(coverage) = target {
        voice.say(&Message::new("cli-diversity-coverage").with("percent", 100.0 * coverage));
    }
    if args.partition.is_some() {
        voice.say(&Message::new("cli-diversity-partition-note"));
    }
    if args.multi_site.is_some() {
        voice.say(&Message::new("cli-diversity-multi-site-note"));
    }
    for message in turnover.map(Turnover::told).unwrap_or_default() {
        voice.say(&message);
    }
    voice.say(&Message::new(if args.cover.is_some() {
        "cli-diversity-cover-note"
    } else {
        "cli-diversity-note"
    }));
}
