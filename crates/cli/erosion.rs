//! `aimak erosion`: how much soil does water carry off, and how much of it arrives in a stream?

mod about;
mod factors;
mod maps;
mod settings;
mod table;

use aimak_core::{Message, Progress as _};
use aimak_io::{
    problem::Problem,
    write::{Maps, Packing},
    zonal::Polygons,
};
use aimak_science::{
    erosion::water::{
        chain::{Layers, Unanswered, WaterErosion},
        uncertainty::UncertainFactor,
        watersheds::Watersheds,
    },
    terrain::CellSize,
};

use self::{factors::Factors, settings::Settings, table::Sums};
use crate::{
    Outcome, args,
    dem::{self, Dem},
    problems,
    progress::{self, Bars},
    stop::Stop,
    voice::Voice,
};

/// What the chain needs at its peak with four factors as grids.
const BYTES_PER_CELL: usize = 120;
/// The table of sums, beside the maps.
const TABLE: &str = "watersheds.csv";
/// Name of the column and of its only row where no watersheds are given.
const WHOLE: (&str, &str) = ("area", "whole_dem");

/// Reads DEM and factors, follows water and sediment, writes maps and sums; the folder appears only when it is whole.
pub fn erosion(voice: &Voice, args: &args::Erosion) -> Outcome {
    progress::catch_interrupts()?;
    let bars = Bars::new(voice);
    let report = |found: &[Problem]| problems::report(voice, found);
    let (settings, areas) = asked(args).map_err(|found| report(&found))?;
    let dem = dem::read(voice, &bars, &args.dem, BYTES_PER_CELL)?;
    let read = Factors::read(args, &dem.whole, &bars);
    bars.finish();
    bars.checkpoint()?;
    let factors = read.map_err(|found| report(&found))?;
    factors.say(voice);
    let begun = Maps::begin(&args.out, &dem.whole.grid, &maps::SHEETS, &[TABLE]);
    let written = begun.map_err(|problem| report(&[problem]))?;
    let job = Job {
        args,
        settings,
        dem,
        factors,
        bars,
    };
    let layers = job.layers().map_err(|stop| stop.failure(voice))?;
    let sums = job.sums(&layers, areas);
    let sums = sums.map_err(|stop| stop.failure(voice))?;
    job.write(written.packed(Packing::Fast), &layers, &sums)
        .map_err(|stop| stop.failure(voice))?;
    if voice.json {
        voice.print_json(&job.about(&sums));
    }
    say_done(voice, args, &sums);
    let mut gaps = job.factors.gaps();
    gaps.extend(dem::unreadable(&args.dem, &job.dem.whole.faults));
    problems::gaps(voice, &gaps)
}

/// The settings and the areas, or everything that is wrong with the command line; no raster is read yet.
fn asked(args: &args::Erosion) -> Result<(Settings, Option<Polygons>), Vec<Problem>> {
    let settings = Settings::of(args);
    let areas = args.areas();
    match (settings, areas) {
        (Ok(settings), Ok(areas)) => Ok((settings, areas)),
        (settings, areas) => {
            let mut found = settings.err().unwrap_or_default();
            found.extend(areas.err().unwrap_or_default());
            Err(found)
        }
    }
}

/// One run of the command.
struct Job<'a> {
    args: &'a args::Erosion,
    settings: Settings,
    dem: Dem,
    factors: Factors,
    bars: Bars<'a>,
}

impl Job<'_> {
    /// The layers of the chain.
    fn layers(&self) -> Result<Layers, Stop> {
        let Dem { whole, sinks } = &self.dem;
        let question = WaterErosion {
            dem: &whole.heights,
            size: CellSize {
                dx: whole.grid.dx,
                dy: whole.grid.dy,
            },
            sinks: sinks.as_ref(),
            factors: self.factors.maps(),
            rules: self.settings.rules,
            routes: self.settings.routes,
            stream_cells: self.args.streams,
            delivery: self.settings.delivery,
        };
        let layers = question.layers(&self.bars);
        self.bars.finish();
        layers.map_err(|unanswered| self.why_not(unanswered))
    }

    /// Why there are no layers, as a problem of the DEM.
    fn why_not(&self, unanswered: Unanswered) -> Stop {
        let name = self.args.dem.files.first().map_or("", String::as_str);
        let grid = &self.dem.whole.grid;
        let problem = match unanswered {
            Unanswered::Stopped => return Stop::Interrupted,
            Unanswered::NotSquare => Problem::error("erosion-not-square", name)
                .found(format!("{} × {}", grid.dx, grid.dy)),
            Unanswered::NoStreams { most_cells } => {
                Problem::error("erosion-no-streams", name).found(format!("{most_cells:.0}"))
            }
            // shapes and routes were looked at before
            Unanswered::NoCells | Unanswered::OtherShape | Unanswered::NoSuchRoutes => {
                Problem::error("erosion-no-cells", name).found("—")
            }
        };
        problem.into()
    }

    /// The sums of every area.
    fn sums(&self, layers: &Layers, areas: Option<Polygons>) -> Result<Sums, Stop> {
        let watersheds = Watersheds {
            layers,
            grid: &self.dem.whole.grid,
            surfaces: self.factors.surfaces.as_ref(),
        };
        let sums = Sums::of(&watersheds, areas, &self.bars)?;
        self.bars.finish();
        Ok(sums.with_intervals(self.args.seed, self.uncertain(), self.settings.delivery))
    }

    /// Factors that may be off; P where practices are claimed at all.
    fn uncertain(&self) -> &'static [UncertainFactor] {
        let all = &UncertainFactor::DEFAULTS;
        if self.factors.has_practice() {
            all
        } else {
            &all[..all.len() - 1]
        }
    }

    /// Writes maps, table and description.
    fn write(&self, written: Maps, layers: &Layers, sums: &Sums) -> Result<(), Stop> {
        maps::write(&written, layers, &self.bars)?;
        aimak_io::zonal::write_rows(&written.path(TABLE), &sums.rows())?;
        self.bars.begin(Message::new("stage-maps-packing"), 0);
        if self.bars.cancelled() {
            return Err(Stop::Interrupted);
        }
        let finished = written.finish(&self.about(sums));
        self.bars.finish();
        finished.map_err(Stop::from)
    }
}

fn say_done(voice: &Voice, args: &args::Erosion, sums: &Sums) {
    let whole = &sums.whole;
    let mean = whole.counted.mean_t_per_ha_yr().unwrap_or_default();
    voice.say(
        &Message::new("cli-erosion-done")
            .with("out", args.out.display().to_string())
            .with("mean", mean)
            .with("counted", whole.counted.area_ha)
            .with("export", whole.counted.export_t_per_yr),
    );
    voice.say(
        &Message::new("cli-erosion-left-out")
            .with("steep", whole.steep.area_ha)
            .with(
                "masked",
                whole.masked_ha.values().fold(0.0, |sum, ha| sum + ha),
            )
            .with("missing", whole.missing_ha),
    );
    let at_edge = sums.at_edge();
    if at_edge > 0 {
        voice.say(&Message::new("cli-erosion-edge").with("n", at_edge));
    }
    if args.ls == args::Method::Invest {
        voice.say(&Message::new("cli-erosion-invest"));
    }
    voice.say(&Message::new("cli-erosion-caveat"));
}
