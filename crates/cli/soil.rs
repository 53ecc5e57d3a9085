//! `aimak soil`: what does a laboratory sheet say about every profile?

mod profile;

use aimak_core::Message;
use aimak_io::{
    problem::Problem,
    read::soil_sheet::{SheetLayer, soil_sheet},
    zonal::{Cells, Rows},
};

use self::profile::Profile;
use crate::{Outcome, args, problems, voice::Voice};

/// Deepest profile that is asked about, cm.
const DEEPEST_CM: f64 = 300.0;

/// Reads the sheet, computes, writes a row for each profile; the table appears only when it is whole.
pub fn soil(voice: &Voice, args: &args::Soil) -> Outcome {
    let report = |found: &[Problem]| problems::report(voice, found);
    let layers = read(args).map_err(|found| report(&found))?;
    let profiles = Profile::all(layers, args.depth);
    let rows = rows(&profiles);
    aimak_io::zonal::write_rows(&args.out, &rows).map_err(|problem| report(&[problem]))?;
    let with_stock = profiles
        .iter()
        .filter(|profile| profile.stock.is_ok())
        .count();
    if voice.json {
        voice.print_json(&serde_json::json!({
            "out": args.out, "profiles": profiles.len(), "with_stock": with_stock, "depth_cm": args.depth,
        }));
    }
    voice.say(
        &Message::new("cli-soil-done")
            .with("out", args.out.display().to_string())
            .with("profiles", profiles.len())
            .with("stocks", with_stock)
            .with("depth", args.depth),
    );
    voice.say(&Message::new("cli-soil-note"));
    Ok(())
}

/// The layers, or everything that is wrong with the command line and the sheet.
fn read(args: &args::Soil) -> Result<Vec<SheetLayer>, Vec<Problem>> {
    let mut found: Vec<Problem> = aimak_io::zonal::rows_writable(&args.out)
        .err()
        .into_iter()
        .collect();
    if !(args.depth > 0.0 && args.depth <= DEEPEST_CM) {
        found.push(Problem::error("soil-depth", "--depth").found(args.depth.to_string()));
    }
    match soil_sheet(&args.layers, args.carbon) {
        Ok(layers) if found.is_empty() => Ok(layers),
        Ok(_) => Err(found),
        Err(problems) => {
            found.extend(problems);
            Err(found)
        }
    }
}

/// The table of profiles.
fn rows(profiles: &[Profile]) -> Rows {
    let numbers =
        |of: &dyn Fn(&Profile) -> Option<f64>| Cells::Numbers(profiles.iter().map(of).collect());
    let words = |of: &dyn Fn(&Profile) -> Option<&'static str>| {
        let word = |profile| of(profile).map(str::to_owned);
        Cells::Words(profiles.iter().map(word).collect())
    };
    let reason = |refused: Option<&aimak_core::Withheld>| refused.map(|found| found.reason.code());
    let remarks = |profile: &Profile| {
        let all: Vec<&str> = profile.remarks.iter().map(String::as_str).collect();
        Some(all.join(" ")).filter(|all| !all.is_empty())
    };
    Rows {
        field: "profile".to_owned(),
        ids: profiles.iter().map(|profile| profile.id.clone()).collect(),
        columns: vec![
            (
                "layers",
                Cells::Whole(
                    profiles
                        .iter()
                        .map(|profile| i64::try_from(profile.layers).ok())
                        .collect(),
                ),
            ),
            ("reached_cm", numbers(&|profile| Some(profile.reached_cm))),
            (
                "carbon_g_per_kg",
                numbers(&|profile| profile.carbon_g_per_kg.as_ref().ok().copied()),
            ),
            ("carbon_method", words(&|profile| profile.carbon_method)),
            (
                "carbon_reason",
                words(&|profile| reason(profile.carbon_g_per_kg.as_ref().err())),
            ),
            (
                "soc_stock_t_per_ha",
                numbers(&|profile| profile.stock.as_ref().ok().copied()),
            ),
            (
                "soc_stock_reason",
                words(&|profile| reason(profile.stock.as_ref().err())),
            ),
            ("texture_class", words(&|profile| profile.texture)),
            ("ph", numbers(&|profile| profile.ph)),
            ("ph_class", words(&|profile| profile.classes.ph)),
            ("humus_class", words(&|profile| profile.classes.humus)),
            ("p2o5_class", words(&|profile| profile.classes.p2o5)),
            ("k2o_class", words(&|profile| profile.classes.k2o)),
            ("nitrogen_class", words(&|profile| profile.classes.nitrogen)),
            (
                "remarks",
                Cells::Words(profiles.iter().map(remarks).collect()),
            ),
        ],
    }
}
