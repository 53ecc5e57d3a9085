//! `aimak productivity`: how much green did each growing season add up to?

use std::collections::BTreeMap;

use aimak_atlas::texts::keyed_id;
use aimak_core::{
    Message, Progress as _, RasterFault, RasterLayer, RasterSource as _, Reason, Window,
};
use aimak_io::{
    problem::Problem,
    raster::GdalRasters,
    scenes,
    write::{MapStack, Maps},
};
use aimak_science::spectral::{
    AnnualProductivity, BeltSeasons, Composing, Every, Harmonisation, MedianComposite, Period,
    ProductivityRefusal, ProductivityWindow, SeasonsAt, index,
};
use serde_json::{Value, json};

use crate::{
    Outcome, args,
    composite::{files, gaps},
    digests::{self, Digests},
    problems,
    progress::{self, Bars},
    stack::{self, Stack},
    stop::Stop,
    voice::Voice,
};

/// Why a cell of a year has no number, in the order of their numbers in `refused.tif`, from 1.
const REASONS: [Reason; 4] = [
    Reason::NoData,
    Reason::OutOfRange,
    Reason::SeasonNotCovered,
    Reason::GapTooLong,
];

/// Reads the series, sums up each season, writes a band for each year; the folder appears only when it is whole.
pub fn productivity(voice: &Voice, args: &args::Productivity) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let belts = belts(args).map_err(|problem| report(&[problem]))?;
    let stack = stack::open(&args.raster, args.dates.as_deref()).map_err(|found| report(&found))?;
    let grid = &stack.images[0].layer.grid;
    let dem = args.dem.as_deref().map(|path| scenes::onto(grid, path));
    let dem = dem.transpose().map_err(|found| report(&found))?;
    let dates: Vec<_> = stack.images.iter().map(|image| image.date).collect();
    let years = Every::Season(belts.widest()).periods(&dates);
    if years.is_empty() {
        let season = Problem::error("composite-empty", "--season").found(args.season.to_string());
        return Err(report(&[season]));
    }
    let bars = Bars::new(voice);
    let stop = |stop: Stop| stop.failure(voice);
    let read = stack.files.iter().cloned().chain(args.dem.clone());
    let digests = digests::of(read, &bars).map_err(stop)?;
    let job = Job {
        args,
        stack: &stack,
        harmonisations: vec![Harmonisation::None; stack.images.len()],
        annual: annual(args),
        belts,
        dem: dem.as_ref(),
        years,
        bars,
    };
    let mut maps =
        Maps::begin_stacks(&args.out, grid, job.stacks(), &[]).map_err(|p| report(&[p]))?;
    let told = job.sum(&mut maps).map_err(stop)?;
    job.bars.checkpoint()?;
    let about = job.about(&told, &digests);
    maps.finish(&about).map_err(|p| report(&[p]))?;
    if voice.json {
        voice.print_json(&about);
    }
    job.say_done(voice, &told);
    gaps(voice, &told.faults)
}

/// The rule with what the command line says of it.
fn annual(args: &args::Productivity) -> AnnualProductivity {
    let usual = AnnualProductivity::default();
    AnnualProductivity {
        soil_floor: args.floor.unwrap_or(usual.soil_floor),
        longest_gap_days: args.max_gap.map_or(usual.longest_gap_days, i64::from),
        limit_tolerance_days: args.edge.map_or(usual.limit_tolerance_days, i64::from),
    }
}

/// The season everywhere; with elevations that of the lowest belt, and those above.
fn belts(args: &args::Productivity) -> Result<BeltSeasons, Problem> {
    let usual: Vec<_> = BeltSeasons::default()
        .belts()
        .filter_map(|(above, season)| Some((above?, season)))
        .collect();
    let mut above: Vec<_> = args
        .belts
        .iter()
        .map(|belt| (belt.above_m, belt.season))
        .collect();
    above.sort_by(|a, b| a.0.total_cmp(&b.0));
    if above.is_empty() && args.dem.is_some() {
        above = usual;
    }
    let listed: Vec<String> = above
        .iter()
        .map(|(above, season)| format!("{above}={season}"))
        .collect();
    let belts = BeltSeasons::new(args.season, above);
    belts.ok_or_else(|| Problem::error("productivity-belts", "--belts").found(listed.join(",")))
}

/// What came of it.
#[derive(Default)]
struct Told {
    /// Cells with a number, by year.
    cells: Vec<u64>,
    /// Cells without, by year and reason.
    refused: Vec<BTreeMap<&'static str, u64>>,
    faults: Vec<RasterFault>,
}

struct Job<'a> {
    args: &'a args::Productivity,
    stack: &'a Stack,
    harmonisations: Vec<Harmonisation>,
    annual: AnnualProductivity,
    belts: BeltSeasons,
    dem: Option<&'a (GdalRasters, RasterLayer)>,
    years: Vec<Period>,
    bars: Bars<'a>,
}

impl Job<'_> {
    fn stacks(&self) -> Vec<MapStack> {
        let bands: Vec<String> = self
            .years
            .iter()
            .map(|year| year.when.to_string())
            .collect();
        let stack = |name: &str| MapStack {
            name: name.to_owned(),
            bands: bands.clone(),
        };
        vec![stack("productivity"), stack("refused")]
    }

    fn composing(&self) -> Composing<'_> {
        Composing {
            images: &self.stack.images,
            source: &self.stack.source,
            index: index::by_id("ndvi").expect("invariant: there is an NDVI"),
            harmonisations: &self.harmonisations,
            median: MedianComposite::default(),
        }
    }

    /// Sums up all windows of all years.
    fn sum(&self, maps: &mut Maps) -> Result<Told, Stop> {
        let composing = self.composing();
        let windows = composing.windows(&self.years);
        let years = self.years.len();
        let mut told = Told {
            cells: vec![0; years],
            refused: vec![BTreeMap::new(); years],
            faults: Vec::new(),
        };
        let stage = Message::new("stage-pixels").with("layer", self.args.raster.as_str());
        self.bars.begin(stage, windows.len() * years);
        for window in windows {
            for band in 0..years {
                if self.bars.cancelled() {
                    return Err(Stop::Interrupted);
                }
                let summed = self.of(&composing, band, window, &mut told.faults);
                told.note(band, &summed);
                let integral = &summed.integral_days;
                let cells = integral.values.iter().zip(&integral.valid);
                maps.write_band(
                    0,
                    band,
                    window,
                    cells.map(|(sum, valid)| valid.then_some(*sum)),
                )?;
                let refused = summed
                    .refused
                    .iter()
                    .map(|refusal| Some(f64::from(number(*refusal))));
                maps.write_band(1, band, window, refused)?;
                self.bars.advance(1);
            }
        }
        self.bars.finish();
        Ok(told)
    }

    /// One year of one window.
    fn of(
        &self,
        composing: &Composing<'_>,
        band: usize,
        window: Window,
        faults: &mut Vec<RasterFault>,
    ) -> ProductivityWindow {
        let shape = (window.height, window.width);
        let looked = composing.look(&self.years[band], window);
        faults.extend(looked.faults);
        let elevation = self
            .dem
            .map(|(source, layer)| source.read(layer, 0, window));
        let elevation = match elevation.transpose() {
            Ok(elevation) => elevation,
            Err(fault) => {
                faults.push(fault);
                return ProductivityWindow::nothing(shape);
            }
        };
        let seasons = match &elevation {
            Some(elevation_m) => SeasonsAt::ByElevation {
                belts: &self.belts,
                elevation_m,
            },
            None => SeasonsAt::Everywhere(self.args.season),
        };
        let year = self.years[band].when.year();
        let Some(stack) = &looked.stack else {
            return ProductivityWindow::nothing(shape);
        };
        let summed = self.annual.of_window(stack, seasons, year);
        summed.expect("invariant: windows of one grid have one shape")
    }

    /// What the maps mean.
    fn about(&self, told: &Told, digests: &Digests) -> Value {
        let rule = &self.annual;
        let belts: Vec<Value> = self
            .belts
            .belts()
            .map(|(above, season)| json!({ "above_m": above, "season": season.to_string() }))
            .collect();
        let year = |band: usize| {
            let period = &self.years[band];
            json!({
                "year": period.when, "images": period.members.len(),
                "cells": told.cells[band], "refused": told.refused[band],
            })
        };
        let codes: BTreeMap<String, &str> = REASONS
            .iter()
            .zip(1..)
            .map(|(reason, number): (_, u8)| (number.to_string(), reason.code()))
            .collect();
        json!({
            "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
            "raster": self.args.raster,
            "files": files(digests),
            "value": "Σ (vᵢ + vᵢ₊₁)/2·(tᵢ₊₁ − tᵢ) with v = max(0, NDVI − floor), NDVI·days; observations of one day are averaged",
            "soil_floor": rule.soil_floor,
            "longest_gap_days": rule.longest_gap_days,
            "limit_tolerance_days": rule.limit_tolerance_days,
            "month_stands_for": "its middle day",
            "seasons": belts,
            "dem": self.args.dem,
            "elevation": self.dem.map(|_| "of the DEM's cell under each centre (nearest); it only chooses the season"),
            "refused_codes": codes,
            "years": (0..self.years.len()).map(year).collect::<Vec<_>>(),
            "unreadable": told.faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    }

    fn say_done(&self, voice: &Voice, told: &Told) {
        let grid = &self.stack.images[0].layer.grid;
        let all = grid.width * grid.height * self.years.len();
        voice.say(
            &Message::new("cli-productivity-done")
                .with("out", self.args.out.display().to_string())
                .with("years", self.years.len())
                .with("cells", told.cells.iter().sum::<u64>() as usize)
                .with("all", all),
        );
        for reason in REASONS {
            let refused = told
                .refused
                .iter()
                .filter_map(|year| year.get(reason.code()))
                .sum::<u64>();
            if refused > 0 {
                let words = voice.text(&keyed_id("reason", reason.code()));
                voice.say(
                    &Message::new("cli-productivity-refused")
                        .with("cells", refused as usize)
                        .with("reason", words)
                        .with("code", reason.code()),
                );
            }
        }
    }
}

impl Told {
    /// Counts one window of one year.
    fn note(&mut self, band: usize, summed: &ProductivityWindow) {
        for refusal in &summed.refused {
            match refusal {
                None => self.cells[band] += 1,
                Some(refusal) => {
                    let cells = self.refused[band].entry(refusal.reason().code());
                    *cells.or_default() += 1;
                }
            }
        }
    }
}

/// The number of a refusal in `refused.tif`; 0 where there is none.
fn number(refusal: Option<ProductivityRefusal>) -> u8 {
    let place = |refusal: ProductivityRefusal| {
        REASONS
            .iter()
            .position(|reason| *reason == refusal.reason())
    };
    refusal.and_then(place).map_or(0, |place| place as u8 + 1)
}
