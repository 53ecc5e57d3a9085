//! A map of Rao's Q and its means by polygon.

use aimak_core::{Message, Progress as _, RasterFault, RasterLayer, RasterSource as _, Window};
use aimak_io::{
    problem::Problem,
    write::{MapSheet, Maps},
    zonal::Polygons,
};
use aimak_science::{
    landscape::{rao, rao_layer::RaoLayer},
    zonal::{Question, Statistic, table},
};

use crate::{Outcome, args, problems, progress::Bars, stop::Stop, voice::Voice};

/// Cells computed at once, at most, unless one row holds more.
const CELLS_AT_ONCE: usize = 4 << 20;
/// Means of polygons.
const TABLE: &str = "polygons.csv";
const SHEET: MapSheet = MapSheet {
    name: "rao",
    description: "Rao's quadratic entropy in a moving window, unit of the values",
};

/// Computes the map strip by strip and the means of polygons; the folder appears only when it is whole.
pub fn map(voice: &Voice, args: &args::Landscape, polygons: Option<&Polygons>) -> Outcome {
    let report = |found: &[Problem]| problems::report(voice, found);
    let window = asked(args).map_err(|found| report(&found))?;
    let name = args.raster.as_deref().unwrap_or_default();
    // without polygons nothing is projected, and any CRS does
    let crs = polygons.map_or("EPSG:4326", |polygons| polygons.crs.as_str());
    let opened = super::open(name, args.band, crs);
    let (source, layer) = opened.map_err(|found| report(&found))?;
    let q = RaoLayer {
        source: &source,
        window,
        step: args.step,
    };
    let bars = Bars::new(voice);
    let begun = Maps::begin(&args.out, &layer.grid, &[SHEET], &[TABLE]);
    let mut maps = begun.map_err(|problem| report(&[problem]))?;
    let found = cells(&layer, &q, &bars, &mut maps).map_err(|stop| stop.failure(voice))?;
    if let Some(polygons) = polygons {
        means(&layer, &q, polygons, &bars, &maps).map_err(|stop| stop.failure(voice))?;
    }
    bars.checkpoint()?;
    let about = serde_json::json!({
        "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
        "raster": name,
        "band": args.band,
        "side_cells": window.side(),
        "step": args.step,
        "least_valid_share_of_window": 0.6,
        "cells": found.cells,
        "polygons": "mean of Q over the cells by exact coverage, and how many cells that is",
        "note": NOTE,
    });
    maps.finish(&about).map_err(|problem| report(&[problem]))?;
    say_done(voice, args, &about, found.cells);
    let damaged =
        |fault: &RasterFault| Problem::error("trend-block", name).found(fault.to_string());
    let faults: Vec<Problem> = found.faults.iter().map(damaged).collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(report(&faults))
    }
}

/// What Q is not.
const NOTE: &str = "note-rao-is-a-proxy";

/// The moving window, or what is wrong with the request.
fn asked(args: &args::Landscape) -> Result<rao::Window, Vec<Problem>> {
    let mut found = Vec::new();
    let side = args.rao.unwrap_or_default();
    let window = rao::Window::of_side(side);
    if window.is_err() {
        found.push(Problem::error("rao-side", "--rao").found(side.to_string()));
    }
    if !(args.step > 0.0 && args.step.is_finite()) {
        found.push(Problem::error("rao-step", "--step").found(args.step.to_string()));
    }
    match window {
        Ok(window) if found.is_empty() => Ok(window),
        _ => Err(found),
    }
}

/// What the map holds.
#[derive(Default)]
struct Found {
    cells: usize,
    faults: Vec<RasterFault>,
}

/// All strips; one that cannot be read stays empty and is told.
fn cells(
    layer: &RasterLayer,
    q: &RaoLayer<'_>,
    bars: &Bars<'_>,
    maps: &mut Maps,
) -> Result<Found, Stop> {
    let grid = &layer.grid;
    let rows = (CELLS_AT_ONCE / grid.width.max(1)).max(1);
    let starts = (0..grid.height).step_by(rows);
    bars.begin(
        Message::new("stage-pixels").with("layer", SHEET.name),
        starts.len(),
    );
    let mut found = Found::default();
    for row in starts {
        if bars.cancelled() {
            return Err(Stop::Interrupted);
        }
        let window = Window {
            row,
            height: rows.min(grid.height - row),
            ..grid.whole()
        };
        match q.read(layer, 0, window) {
            Ok(strip) => {
                found.cells += strip.valid.iter().filter(|valid| **valid).count();
                let values = strip.values.iter().zip(&strip.valid);
                let values = values.map(|(value, valid)| valid.then_some(*value));
                maps.write(0, window, values)?;
            }
            Err(fault) => {
                let nothing = std::iter::repeat_n(None, window.width * window.height);
                maps.write(0, window, nothing)?;
                found.faults.push(fault);
            }
        }
        bars.advance(1);
    }
    bars.finish();
    Ok(found)
}

/// Means of Q by polygon, computed where the polygons are rather than read back from the map, which is in single precision.
fn means(
    layer: &RasterLayer,
    q: &RaoLayer<'_>,
    polygons: &Polygons,
    bars: &Bars<'_>,
    maps: &Maps,
) -> Result<(), Stop> {
    let question = Question {
        layer,
        source: q,
        statistics: &[Statistic::Mean, Statistic::Count],
        weights: None,
    };
    let answer = table(&question, &polygons.shapes, bars).ok_or(Stop::Interrupted)?;
    bars.finish();
    let columns: Vec<(String, Vec<Option<f64>>)> = answer
        .columns
        .into_iter()
        .map(|(name, values)| (format!("rao_{name}"), values))
        .collect();
    aimak_io::zonal::write(&maps.path(TABLE), polygons, &columns).map_err(Stop::from)
}

fn say_done(voice: &Voice, args: &args::Landscape, about: &serde_json::Value, cells: usize) {
    if voice.json {
        voice.print_json(about);
    }
    let said = Message::new("cli-rao-done").with("out", args.out.display().to_string());
    voice.say(&said.with("cells", cells));
    voice.say(&Message::new(NOTE));
}
