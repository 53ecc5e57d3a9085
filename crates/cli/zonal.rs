//! `aimak zonal`: what do the pixels inside each polygon say?

use std::collections::BTreeMap;

use aimak_core::{Message, RasterLayer};
use aimak_io::{
    problem::{Problem, nearest},
    zonal::{Direct, Polygons},
};
use aimak_science::zonal::{Nested, Question, Statistic, ZonalTable, table};

use crate::{Failure, Outcome, args, crs, problems, progress, voice::Voice};

/// Reads polygons and rasters, computes, writes the table; it appears only when it is whole.
pub fn zonal(voice: &Voice, args: &args::Zonal) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let statistics = asked(args).map_err(|found| report(&found))?;
    let polygons = aimak_io::zonal::polygons(
        &args.polygons,
        args.layer.as_deref(),
        args.id.as_deref(),
        args.skip_invalid,
    );
    let (polygons, remarks) = polygons.map_err(|found| report(&found))?;
    problems::show(voice, &remarks);
    let mut rasters = vec![Direct {
        id: "values",
        name: &args.raster,
        band: args.band,
    }];
    rasters.extend(args.weights.iter().map(|weights| Direct {
        id: "weights",
        name: weights,
        band: Some(1),
    }));
    let opened = aimak_io::zonal::direct(&rasters, &polygons.crs);
    let (source, layers) = opened.map_err(|found| report(&found))?;
    say_projected(voice, &polygons, &layers[0]);

    let nested = layers.get(1).map(|weights| nest(args, &layers[0], weights));
    let nested = nested.transpose().map_err(|problem| report(&[problem]))?;
    let question = Question {
        layer: &layers[0],
        source: &source,
        statistics: &statistics,
        weights: layers.get(1).zip(nested.as_ref()),
    };
    let bars = progress::Bars::new(voice);
    let answer = table(&question, &polygons.shapes, &bars);
    bars.finish();
    let answer = answer.ok_or(Failure::Interrupted)?;
    bars.checkpoint()?;
    aimak_io::zonal::write(&args.out, &polygons, &answer.columns)
        .map_err(|problem| report(&[problem]))?;
    finish(voice, args, &polygons, &answer)
}

/// The figures asked for, or what is wrong with the request; nothing is read yet.
fn asked(args: &args::Zonal) -> Result<Vec<Statistic>, Vec<Problem>> {
    let mut found = Vec::new();
    let mut statistics: Vec<Statistic> = Vec::new();
    let known = || Statistic::NAMED.iter().map(|(name, _)| *name);
    for word in &args.stats {
        match word.trim().parse::<Statistic>() {
            Ok(statistic) if statistic.needs_weights() && args.weights.is_none() => {
                found.push(Problem::error("weights-missing", "--weights").found(word.as_str()));
            }
            Ok(statistic) if statistics.contains(&statistic) => {}
            Ok(statistic) => statistics.push(statistic),
            Err(_) => {
                let names = known()
                    .chain(["quantile=0.9"])
                    .collect::<Vec<_>>()
                    .join(", ");
                let problem = Problem::error("unknown-statistic", "--stats")
                    .found(word.as_str())
                    .expecting(Message::new("expected-one-of").with("known", names));
                found.push(match nearest(word, known()) {
                    Some(name) => {
                        problem.hinting(Message::new("hint-did-you-mean").with("word", name))
                    }
                    None => problem,
                });
            }
        }
    }
    found.extend(aimak_io::zonal::writable(&args.out).err());
    if found.is_empty() {
        Ok(statistics)
    } else {
        Err(found)
    }
}

/// How the cells of values and weights nest.
fn nest(
    args: &args::Zonal,
    values: &RasterLayer,
    weights: &RasterLayer,
) -> Result<Nested, Problem> {
    Nested::of(&values.grid, &weights.grid).ok_or_else(|| {
        let of = |layer: &RasterLayer| {
            let grid = &layer.grid;
            format!(
                "{} × {} ({}, {}; {})",
                grid.dx, grid.dy, grid.left, grid.top, grid.crs
            )
        };
        let name = args.weights.as_deref().unwrap_or_default();
        Problem::error("grids-do-not-nest", name).found(format!("{} / {}", of(values), of(weights)))
    })
}

/// Says that polygons were projected; their edges are then curves, and were divided before.
fn say_projected(voice: &Voice, polygons: &Polygons, layer: &RasterLayer) {
    if polygons.crs != layer.grid.crs {
        let (from, to) = (crs::short(&polygons.crs), crs::short(&layer.grid.crs));
        voice.say(
            &Message::new("cli-zonal-projected")
                .with("from", from)
                .with("to", to),
        );
    }
}

/// Tells what was written, and which polygons have no figures because the raster is damaged there.
fn finish(voice: &Voice, args: &args::Zonal, polygons: &Polygons, answer: &ZonalTable) -> Outcome {
    let faults = damaged(&args.raster, polygons, answer);
    let names: Vec<&str> = answer
        .columns
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    if voice.json {
        voice.print_json(&serde_json::json!({
            "out": args.out, "polygons": polygons.ids.len(), "columns": names,
            "damaged": answer.faults.iter().map(|(zone, _)| &polygons.ids[*zone]).collect::<Vec<_>>(),
        }));
    }
    voice.say(
        &Message::new("cli-zonal-done")
            .with("out", args.out.display().to_string())
            .with("polygons", polygons.ids.len())
            .with("columns", names.len()),
    );
    problems::gaps(voice, &faults)
}

/// Polygons listed by name for one damaged part of a raster; the rest is counted.
const LISTED: usize = 5;

/// One problem for each band that could not be read as a whole, with the polygons that miss figures of it.
fn damaged(raster: &str, polygons: &Polygons, answer: &ZonalTable) -> Vec<Problem> {
    let mut by_band: BTreeMap<usize, (&aimak_core::RasterFault, Vec<&str>)> = BTreeMap::new();
    for (zone, fault) in &answer.faults {
        let (_, zones) = by_band.entry(fault.band).or_insert((fault, Vec::new()));
        zones.push(&polygons.ids[*zone]);
    }
    let problem = |(fault, zones): (&aimak_core::RasterFault, Vec<&str>)| {
        let mut named = zones[..zones.len().min(LISTED)].join(", ");
        if zones.len() > LISTED {
            named = format!("{named} … (+{})", zones.len() - LISTED);
        }
        Problem::error("raster-block", raster)
            .at_feature(&named)
            .found(fault.to_string())
    };
    by_band.into_values().map(problem).collect()
}
