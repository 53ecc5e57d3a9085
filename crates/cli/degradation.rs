//! `aimak degradation`: has land become worse, stayed as it was or become better by SDG 15.3.1?

mod layers;
mod table;

use std::collections::BTreeMap;

use aimak_core::{Grid, Message, RasterFault, RasterSource as _, Window};
use aimak_io::{
    problem::Problem,
    write::{MapSheet, Maps},
};
use aimak_science::degradation::{
    NOTE_PRODUCTIVITY_TAKES_A_DECADE, Variant,
    maps::{Degradation, PlacedZone, References, Sheet, Stopped, StripClasses, Walked, compared},
    one_out_all_out::MissingRule,
    windows::{Period, Years as Span},
};

use self::layers::Layers;
use crate::{
    Outcome, args, problems,
    progress::{self, Bars},
    stop::Stop,
    voice::Voice,
};

/// Areas of polygons.
const TABLE: &str = "polygons.csv";
/// 1 where all three sub-indicators are known, 0 where some decide for all; only with `--any-available`.
const COMPLETE: MapSheet = MapSheet {
    name: "sdg_complete",
    description: "1 all three sub-indicators known, 0 some of them missing",
};

/// Reads the layers, gathers what the best pixels reach, classifies strip by strip, writes maps and a table.
pub fn degradation(voice: &Voice, args: &args::Degradation) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let polygons = args.zones.read().map_err(|found| report(&found))?;
    let crs = polygons.as_ref().map(|polygons| polygons.crs.as_str());
    // without polygons nothing is projected, and any CRS does
    let layers = Layers::open(args, crs.unwrap_or("EPSG:4326")).map_err(|found| report(&found))?;
    let question = layers.question(args).map_err(|found| report(&found))?;
    say_yearly(voice, &layers);
    let bars = Bars::new(voice);
    let job = Job {
        args,
        question,
        grid: layers.grid(),
        bars,
    };
    let (references, mut faults) = job
        .question
        .references(&job.bars)
        .ok_or(crate::Failure::Interrupted)?;
    job.scale(&references).map_err(|p| report(&[p]))?;
    let zones = polygons.as_ref().map_or_else(Vec::new, |polygons| {
        let layer = job.question.productivity.layer;
        let on_grid = |shape| layers.source().to_grid(layer, shape);
        polygons.shapes.iter().map(on_grid).collect()
    });
    let mut maps = Maps::begin(&args.out, job.grid, &job.map_sheets(), &[TABLE])
        .map_err(|problem| report(&[problem]))?;
    let (walked, counts) = job
        .walk(&zones, &references, &mut maps)
        .map_err(|stop| stop.failure(voice))?;
    if let Some(polygons) = &polygons {
        let rows = table::rows(polygons, &walked.areas, &job.sheets());
        aimak_io::zonal::write_rows(&maps.path(TABLE), &rows).map_err(|p| report(&[p]))?;
    }
    job.bars.checkpoint()?;
    let about = job.about(&references, &counts);
    maps.finish(&about).map_err(|p| report(&[p]))?;
    job.say_done(voice, &about, &counts);
    faults.extend(walked.faults);
    damaged(voice, args, &faults)
}

fn say_yearly(voice: &Voice, layers: &Layers) {
    let (images, years) = layers.images_and_years();
    if images > years {
        let said = Message::new("cli-trend-yearly");
        voice.say(&said.with("images", images).with("years", years));
    }
}

/// Reports every block that could not be read once; a strip of it may have failed in both passes.
fn damaged(voice: &Voice, args: &args::Degradation, faults: &[RasterFault]) -> Outcome {
    let mut said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    said.sort();
    said.dedup();
    let problem = |fault| Problem::error("trend-block", &args.productivity).found(fault);
    let faults: Vec<Problem> = said.into_iter().map(problem).collect();
    problems::gaps(voice, &faults)
}

/// Cells of each code, map by map.
type Counts = BTreeMap<&'static str, BTreeMap<i8, usize>>;

struct Job<'a> {
    args: &'a args::Degradation,
    question: Degradation<'a>,
    grid: &'a Grid,
    bars: Bars<'a>,
}

impl Job<'_> {
    /// Trends.Earth compares slopes and means with NDVI of fixed size: values times 10,000 would pass for huge changes.
    fn scale(&self, references: &References) -> Result<(), Problem> {
        let mut units = references.reporting.units();
        let highest = units.find(|(_, reference)| reference.p90 > 1.0);
        match (self.args.variant, highest) {
            (Variant::TrendsEarth, Some((_, reference))) => {
                let problem = Problem::error("degradation-scale", &self.args.productivity);
                Err(problem.found(reference.p90.to_string()))
            }
            _ => Ok(()),
        }
    }

    /// The maps that can hold anything.
    fn sheets(&self) -> Vec<Sheet> {
        let question = &self.question;
        let (cover, carbon) = (
            question.land_cover.is_some(),
            question.soil_carbon.is_some(),
        );
        let productivity = cover || question.soil_units.is_some();
        let any = question.parameters.missing == MissingRule::AnyAvailable;
        let verdict = if any {
            productivity || carbon
        } else {
            cover && carbon
        };
        let possible = |sheet: &Sheet| match sheet {
            Sheet::Trend | Sheet::State => true,
            Sheet::Performance | Sheet::Productivity => productivity,
            Sheet::LandCover => cover,
            Sheet::SoilCarbon => carbon,
            Sheet::Sdg => verdict,
            Sheet::SdgBaseline | Sheet::Status => verdict && question.periods.baseline.is_some(),
        };
        Sheet::ALL.into_iter().filter(possible).collect()
    }

    /// True where a map tells whether the verdict is complete.
    fn tells_complete(&self) -> bool {
        self.question.parameters.missing == MissingRule::AnyAvailable
            && self.sheets().contains(&Sheet::Sdg)
    }

    fn map_sheets(&self) -> Vec<MapSheet> {
        let of = |sheet: Sheet| MapSheet {
            name: sheet.key(),
            description: description(sheet),
        };
        let mut sheets: Vec<MapSheet> = self.sheets().into_iter().map(of).collect();
        if self.tells_complete() {
            sheets.push(COMPLETE);
        }
        sheets
    }

    /// Classifies all strips, writes them and adds the areas up.
    fn walk(
        &self,
        zones: &[PlacedZone],
        references: &References,
        maps: &mut Maps,
    ) -> Result<(Walked, Counts), Stop> {
        let sheets = self.sheets();
        let mut counts: Counts = sheets.iter().map(|s| (s.key(), BTreeMap::new())).collect();
        let complete = self.tells_complete();
        let keep = |window: Window, strip: Option<&StripClasses>| {
            // a strip that cannot be read stays empty; the drafts hold "no value" there
            let Some(strip) = strip else {
                let nothing = || std::iter::repeat_n(None, window.width * window.height);
                return (0..sheets.len() + usize::from(complete))
                    .try_for_each(|place| maps.write(place, window, nothing()));
            };
            for (place, sheet) in sheets.iter().enumerate() {
                let codes = (0..strip.cells()).map(|cell| sheet.code(strip, cell));
                let known = counts.entry(sheet.key()).or_default();
                for code in codes.clone().flatten() {
                    *known.entry(code).or_default() += 1;
                }
                maps.write(place, window, codes.map(|code| code.map(f64::from)))?;
            }
            if complete {
                let of = |cell| {
                    let verdict = strip
                        .reporting(cell)
                        .verdict
                        .filter(|_| !strip.is_water(cell));
                    verdict.map(|verdict| f64::from(u8::from(verdict.complete)))
                };
                maps.write(sheets.len(), window, (0..strip.cells()).map(of))?;
            }
            Ok(())
        };
        let walked = self.question.walk(zones, references, &self.bars, keep);
        self.bars.finish();
        match walked {
            Ok(walked) => Ok((walked, counts)),
            Err(Stopped::Cancelled) => Err(Stop::Interrupted),
            Err(Stopped::NotKept(problem)) => Err(problem.into()),
        }
    }

    /// What the maps mean, for machines and for people who find them in ten years.
    fn about(&self, references: &References, counts: &Counts) -> serde_json::Value {
        let question = &self.question;
        let cover = question.land_cover.as_ref();
        let units = references.reporting.units().map(|(unit, reference)| {
            serde_json::json!({ "unit": unit, "p90": reference.p90, "pixels": reference.pixels })
        });
        serde_json::json!({
            "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
            "method": "SDG 15.3.1: trend, state and performance of productivity; land cover; soil carbon; one out, all out",
            "variant": question.parameters.id,
            "parameters": format!("{:?}", question.parameters),
            "missing_sub_indicator": format!("{:?}", question.parameters.missing),
            "layers": {
                "productivity": self.args.productivity,
                "land_cover": self.args.land_cover,
                "soil_carbon": self.args.soil_carbon,
                "soil_units": self.args.soil_units,
            },
            "value_of_a_year": "mean of the valid images of the year",
            "legend": cover.map(|cover| cover.rules.legend_id()),
            "matrix": cover.map(|cover| cover.rules.matrix().id()),
            "climate_of_the_carbon_model": self.args.climate.map(|zone| format!("{zone:?}")),
            "baseline": question.periods.baseline.as_ref().map(|period| self.period(period)),
            "reporting": self.period(&question.periods.reporting),
            "other_grids": "nearest neighbour by cell centre",
            "units_of_performance": units.collect::<Vec<_>>(),
            "cells": counts,
            "codes": self.sheets().iter().map(|sheet| (sheet.key(), sheet.classes())).collect::<BTreeMap<_, _>>(),
            "note": NOTE_PRODUCTIVITY_TAKES_A_DECADE,
        })
    }

    fn period(&self, period: &Period) -> serde_json::Value {
        let span = |span: Span| [span.first, span.last];
        let cover = self.question.land_cover.as_ref().map(|cover| cover.images);
        let maps = cover.and_then(|i| compared(i.layer, i.years, period.compared).ok());
        serde_json::json!({
            "trend_and_performance": span(period.windows.trend),
            "state_history": span(period.windows.history),
            "state_recent": span(period.windows.recent),
            "land_cover_and_carbon": span(period.compared),
            "land_cover_maps": maps,
        })
    }

    fn say_done(&self, voice: &Voice, about: &serde_json::Value, counts: &Counts) {
        if voice.json {
            voice.print_json(about);
        }
        let out = self.args.out.display().to_string();
        let variant = self.question.parameters.id;
        let said = Message::new("cli-degradation-done").with("out", out);
        voice.say(&said.with("variant", variant));
        let sheets = self.sheets();
        if let Some(codes) = counts.get(Sheet::Sdg.key()) {
            let known: usize = codes.values().sum();
            let of_all = known.max(1) as f64;
            let percent = |code| 100.0 * codes.get(&code).copied().unwrap_or(0) as f64 / of_all;
            voice.say(
                &Message::new("cli-degradation-share")
                    .with("degraded", percent(-1))
                    .with("improved", percent(1))
                    .with("cells", known)
                    .with("all", self.grid.width * self.grid.height),
            );
        }
        if !sheets.contains(&Sheet::Productivity) {
            voice.say(&Message::new("cli-degradation-no-units"));
        }
        if !sheets.contains(&Sheet::Sdg) {
            voice.say(&Message::new("cli-degradation-no-indicator"));
        }
        voice.say(&Message::new(NOTE_PRODUCTIVITY_TAKES_A_DECADE));
    }
}

/// What the band holds.
const fn description(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Trend => "trend of productivity: -1 degraded, 0 stable, 1 improved",
        Sheet::State => "state of productivity: -1 degraded, 0 stable, 1 improved",
        Sheet::Performance => "performance: -1 below half of the best of the unit, 0 not below",
        Sheet::Productivity => {
            "1 declining, 2 early decline, 3 stable but stressed, 4 stable, 5 improving"
        }
        Sheet::LandCover => "land cover: -1 degraded, 0 stable, 1 improved",
        Sheet::SoilCarbon => "soil carbon: -1 degraded, 0 stable, 1 improved",
        Sheet::Sdg => "SDG 15.3.1: -1 degraded, 0 stable, 1 improved; water has no value",
        Sheet::SdgBaseline => "SDG 15.3.1 in the baseline: -1 degraded, 0 stable, 1 improved",
        Sheet::Status => {
            "status: 1 persistent, 2 recent, 3 baseline degradation, 4 stability, \
             5 baseline, 6 recent, 7 persistent improvement"
        }
    }
}
