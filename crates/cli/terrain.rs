//! `aimak terrain`: where does water run, how much collects, and how steep is it?

mod maps;
mod water;

use aimak_core::{Message, Progress as _};
use aimak_io::{
    problem::Problem,
    raster::whole_dem::WholeDem,
    write::{Maps, Packing},
};
use aimak_science::terrain::{CellSize, Relief, fill};
use serde_json::json;

use self::water::Water;
use crate::{
    Failure, Outcome, args,
    dem::{self, Dem},
    problems,
    progress::{self, Bars},
    voice::Voice,
};

/// What the chain needs at its peak: heights before and after, relief, order, sums, labels.
const BYTES_PER_CELL: usize = 44;

/// Reads the DEM, fills it, routes its water, writes maps; the folder appears only when it is whole.
pub fn terrain(voice: &Voice, args: &args::Terrain) -> Outcome {
    progress::catch_interrupts()?;
    if !(args.streams > 0.0 && args.streams.is_finite()) {
        let problem = Problem::error("terrain-streams", "--streams");
        let problem = problem.found(args.streams.to_string());
        return Err(problems::report(voice, &[problem]));
    }
    let bars = Bars::new(voice);
    let dem = dem::read(voice, &bars, &args.dem, BYTES_PER_CELL)?;
    let begun = Maps::begin(&args.out, &dem.whole.grid, &maps::sheets(args.routing), &[]);
    let written = begun.map_err(|problem| problems::report(voice, &[problem]))?;
    let written = written.packed(Packing::Fast);
    let about_dem = dem::about(&args.dem, &dem);
    let faults = dem.whole.faults.clone();
    let (relief, hollows) = filled(dem, &bars)?;
    let water = Water::over(&relief, args, &bars)?;
    maps::write(&written, &relief, &water, &bars).map_err(|stop| stop.failure(voice))?;
    let about = json!({
        "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
        "dem": about_dem,
        "filling": "priority-flood (Barnes et al. 2014): hollows to their spill level, level; plateaus drain by both gradients of Barnes et al. 2014",
        "routing": maps::routing(args.routing),
        "slope": "Horn (1981); none beside a gap or the edge",
        "streams_from_cells": args.streams,
        "hollows": hollows,
        "water": water.figures(),
        "note": "water from beyond the edge of the DEM is not counted",
    });
    bars.begin(Message::new("stage-maps"), 0);
    bars.checkpoint()?;
    let finished = written.finish(&about);
    bars.finish();
    finished.map_err(|problem| problems::report(voice, &[problem]))?;
    if voice.json {
        voice.print_json(&about);
    }
    say_done(voice, args, &hollows, &water);
    problems::gaps(voice, &dem::unreadable(&args.dem, &faults))
}

/// What filling changed.
#[derive(serde::Serialize)]
struct Hollows {
    cells_with_height: usize,
    raised_cells: usize,
    deepest_m: f64,
}

/// The filled DEM with the way its plateaus drain.
fn filled(dem: Dem, bars: &Bars<'_>) -> Result<(Relief<f32>, Hollows), Failure> {
    let Dem { whole, sinks } = dem;
    let WholeDem { heights, grid, .. } = whole;
    let sinks = sinks.as_ref().map(|sinks| sinks.view());
    bars.begin(Message::new("stage-terrain-fill"), 0);
    let filled = fill(&heights, sinks);
    bars.checkpoint()?;
    let mut hollows = Hollows {
        cells_with_height: 0,
        raised_cells: 0,
        deepest_m: 0.0,
    };
    let cells = heights.values.iter().zip(&filled.values).zip(&filled.valid);
    for ((&before, &after), _) in cells.filter(|(_, valid)| **valid) {
        hollows.cells_with_height += 1;
        hollows.raised_cells += usize::from(after > before);
        hollows.deepest_m = hollows.deepest_m.max(f64::from(after - before));
    }
    drop(heights);
    bars.begin(Message::new("stage-terrain-plateaus"), 0);
    let size = CellSize {
        dx: grid.dx,
        dy: grid.dy,
    };
    let relief = Relief::of(filled, size, sinks);
    bars.checkpoint()?;
    Ok((relief, hollows))
}

fn say_done(voice: &Voice, args: &args::Terrain, hollows: &Hollows, water: &Water) {
    let figures = water.figures();
    voice.say(
        &Message::new("cli-terrain-done")
            .with("out", args.out.display().to_string())
            .with("cells", hollows.cells_with_height)
            .with("basins", figures.basins),
    );
    voice.say(
        &Message::new("cli-terrain-hollows")
            .with("raised", hollows.raised_cells)
            .with(
                "percent",
                100.0 * hollows.raised_cells as f64 / hollows.cells_with_height.max(1) as f64,
            )
            .with("deepest", hollows.deepest_m),
    );
    voice.say(
        &Message::new("cli-terrain-streams")
            .with("streams", figures.stream_cells)
            .with("threshold", args.streams)
            .with("largest", figures.largest_area_km2),
    );
    voice.say(&Message::new("cli-terrain-edge"));
}
