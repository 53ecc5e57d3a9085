//! `aimak soil`: what does a laboratory sheet say about every profile?

mod calibration;
mod changes;
mod columns;
mod health;
mod profile;
mod spline;

use aimak_core::Message;
use aimak_io::{
    problem::Problem,
    read::soil_sheet::{SheetLayer, soil_sheet},
};
use aimak_science::soil::tyurin_calibration::TyurinCalibration;

use self::{
    health::Rules,
    profile::{Asked, Profile},
};
use crate::{Outcome, args, problems, voice::Voice};

/// Deepest profile that is asked about, cm.
const DEEPEST_CM: f64 = 300.0;
/// Strongest smoothing of the curve over depth.
const MOST_SMOOTHING: f64 = 1e3;

/// What was read.
struct Read {
    layers: Vec<SheetLayer>,
    /// Of the earlier date, where there is one.
    before: Option<Vec<SheetLayer>>,
    line: Option<TyurinCalibration>,
}

/// Reads the sheet, computes, writes a row for each profile; the table appears only when it is whole.
pub fn soil(voice: &Voice, args: &args::Soil) -> Outcome {
    let report = |found: &[Problem]| problems::report(voice, found);
    let Read {
        mut layers,
        mut before,
        line,
    } = read(args).map_err(|found| report(&found))?;
    if let Some(line) = &line {
        calibration::apply(&mut layers, line);
        if let Some(before) = &mut before {
            calibration::apply(before, line);
        }
    }
    let rules = args.health.map(|classes| Rules {
        classes,
        best_ph: args.best_ph,
    });
    let asked = Asked {
        depth_cm: args.depth,
        health: rules,
    };
    let profiles = Profile::all(layers, asked);
    let rows = columns::of_profiles(&profiles, args.health.is_some());
    aimak_io::zonal::write_rows(&args.out, &rows).map_err(|problem| report(&[problem]))?;
    if let Some(out) = &args.spline {
        let values = spline::values(&profiles, args.smoothing);
        let rows = columns::of_depths(&values);
        aimak_io::zonal::write_rows(out, &rows).map_err(|problem| report(&[problem]))?;
    }
    if let (Some(out), Some(before)) = (&args.changes, before) {
        let before = Profile::all(before, asked);
        let rows = changes::rows(&before, &profiles, args.depth);
        aimak_io::zonal::write_rows(out, &rows).map_err(|problem| report(&[problem]))?;
    }
    tell(voice, args, &profiles, line.as_ref());
    Ok(())
}

/// Says what was written and how it may be read.
fn tell(voice: &Voice, args: &args::Soil, profiles: &[Profile], line: Option<&TyurinCalibration>) {
    let with_stock = profiles
        .iter()
        .filter(|profile| profile.stock.is_ok())
        .count();
    if voice.json {
        voice.print_json(&serde_json::json!({
            "out": args.out, "profiles": profiles.len(), "with_stock": with_stock, "depth_cm": args.depth,
            "spline": args.spline, "calibration": line.map(calibration::json),
        }));
    }
    voice.say(
        &Message::new("cli-soil-done")
            .with("out", args.out.display().to_string())
            .with("profiles", profiles.len())
            .with("stocks", with_stock)
            .with("depth", args.depth),
    );
    if let Some(out) = &args.spline {
        let out = out.display().to_string();
        voice.say(&Message::new("cli-soil-spline").with("out", out));
    }
    if let Some(out) = &args.changes {
        let out = out.display().to_string();
        voice.say(&Message::new("cli-soil-changes").with("out", out));
    }
    if let Some(line) = line {
        voice.say(&calibration::told(line));
    }
    voice.say(&Message::new("cli-soil-note"));
    if args.health.is_some() {
        voice.say(&Message::new("cli-soil-health-note"));
    }
}

/// The layers and the line, or everything that is wrong with the command line and the tables.
fn read(args: &args::Soil) -> Result<Read, Vec<Problem>> {
    let mut found: Vec<Problem> = [Some(&args.out), args.spline.as_ref(), args.changes.as_ref()]
        .into_iter()
        .flatten()
        .filter_map(|out| aimak_io::zonal::rows_writable(out).err())
        .collect();
    if !(args.depth > 0.0 && args.depth <= DEEPEST_CM) {
        found.push(Problem::error("soil-depth", "--depth").found(args.depth.to_string()));
    }
    if !(0.0..=MOST_SMOOTHING).contains(&args.smoothing) {
        let problem = Problem::error("soil-smoothing", "--smoothing");
        found.push(problem.found(args.smoothing.to_string()));
    }
    if let Some(best) = args.best_ph.filter(|best| !(2.0..=11.0).contains(best)) {
        found.push(Problem::error("soil-best-ph", "--best-ph").found(best.to_string()));
    }
    let mut keep = |read: Result<_, Vec<Problem>>| read.map_err(|more| found.extend(more)).ok();
    let layers = keep(soil_sheet(&args.layers, args.methods()));
    let before = args.before.as_deref();
    let before = before.and_then(|sheet| keep(soil_sheet(sheet, args.methods_before())));
    let line = match args.calibrate.as_deref().map(calibration::line) {
        None => None,
        Some(Ok(line)) => Some(line),
        Some(Err(more)) => {
            found.extend(more);
            None
        }
    };
    match layers {
        Some(layers) if found.is_empty() => Ok(Read {
            layers,
            before,
            line,
        }),
        _ => Err(found),
    }
}
