//! `aimak trend`: where does a series of images rise or fall, how fast, and would chance alone do that?

use aimak_core::{Message, Progress as _, RasterFault};
use aimak_io::{
    problem::Problem,
    write::{MapSheet, Maps},
    zonal::{Direct, Polygons},
};
use aimak_science::{
    trend::{
        MINIMUM_YEARS,
        false_discovery::Adjustment,
        maps::{Images, Years, of_series},
        pixels::{PixelTrend, PixelwiseTrend},
    },
    zonal::{Question, Statistic, table},
};

use crate::{
    Outcome, args, dates, problems,
    progress::{self, Bars},
    stop::Stop,
    voice::Voice,
};

/// The maps every run writes, in this order.
const SHEETS: [MapSheet; 4] = [
    MapSheet {
        name: "slope",
        description: "Theil-Sen slope, unit of the images per year",
    },
    MapSheet {
        name: "p",
        description: "Mann-Kendall p, two-sided, not adjusted",
    },
    MapSheet {
        name: "tau",
        description: "Kendall tau-a",
    },
    MapSheet {
        name: "n",
        description: "valid years",
    },
];
/// Beside them where false discoveries are to be bounded.
const ADJUSTED: [MapSheet; 2] = [
    MapSheet {
        name: "q",
        description: "p adjusted over all cells after Benjamini and Hochberg",
    },
    MapSheet {
        name: "direction",
        description: "-1 falling, 0 not shown, 1 rising, at the level of --fdr",
    },
];
/// Beside them where intervals are asked for.
const INTERVAL: [MapSheet; 2] = [
    MapSheet {
        name: "slope_low",
        description: "lower end of the 95 % interval of the slope (Gilbert)",
    },
    MapSheet {
        name: "slope_high",
        description: "upper end of the 95 % interval of the slope (Gilbert)",
    },
];
/// Trends of polygons.
const TABLE: &str = "polygons.csv";

/// Reads the series, computes strip by strip, writes maps and a table; the folder appears only when it is whole.
pub fn trend(voice: &Voice, args: &args::Trend) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let polygons = polygons(args).map_err(|found| report(&found))?;
    let zones_crs = polygons.as_ref().map(|polygons| polygons.crs.as_str());
    let raster = Direct {
        id: "values",
        name: &args.raster,
        band: None,
    };
    // without polygons nothing is projected, and any CRS does
    let opened = aimak_io::zonal::direct(&[raster], zones_crs.unwrap_or("EPSG:4326"));
    let (source, layers) = opened.map_err(|found| report(&found))?;
    let layer = &layers[0];
    let dates = dates::of(args.dates.as_deref(), layer).map_err(|p| report(&[p]))?;
    let no_dates = || report(&[Problem::error("trend-dates", &args.raster).found("—")]);
    let years = Years::of(&dates).ok_or_else(no_dates)?;
    if years.images_of_fullest_year() > 1 {
        voice.say(
            &Message::new("cli-trend-yearly")
                .with("images", layer.bands.len())
                .with("years", years.years.len()),
        );
    }
    let job = Job {
        args,
        images: Images {
            layer,
            source: &source,
            years: &years,
        },
        trend: PixelwiseTrend {
            test: args.test,
            minimum_years: args.min_years.unwrap_or(MINIMUM_YEARS),
            interval: args.interval,
        },
        bars: Bars::new(voice),
    };
    let mut maps =
        Maps::begin(&args.out, &layer.grid, &job.sheets(), &[TABLE]).map_err(|p| report(&[p]))?;
    let (counts, faults) = job.cells(&mut maps).map_err(|stop| stop.failure(voice))?;
    if let Some(polygons) = &polygons {
        job.polygons(polygons, &maps)
            .map_err(|stop| stop.failure(voice))?;
    }
    job.bars.checkpoint()?;
    maps.finish(&job.about(&counts)).map_err(|p| report(&[p]))?;
    job.say_done(voice, &counts);
    let damaged =
        |fault: &RasterFault| Problem::error("trend-block", &args.raster).found(fault.to_string());
    let faults: Vec<Problem> = faults.iter().map(damaged).collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(report(&faults))
    }
}

fn polygons(args: &args::Trend) -> Result<Option<Polygons>, Vec<Problem>> {
    let Some(path) = &args.polygons else {
        return Ok(None);
    };
    let (polygons, _) =
        aimak_io::zonal::polygons(path, None, args.id.as_deref(), args.skip_invalid)?;
    Ok(Some(polygons))
}

/// How many cells do what.
#[derive(Default, serde::Serialize)]
struct Counts {
    cells: usize,
    with_trend: usize,
    /// With `--fdr`: cells that rise and fall at its level.
    rising: Option<usize>,
    falling: Option<usize>,
}

struct Job<'a> {
    args: &'a args::Trend,
    images: Images<'a>,
    trend: PixelwiseTrend,
    bars: Bars<'a>,
}

impl Job<'_> {
    fn sheets(&self) -> Vec<MapSheet> {
        let mut sheets = SHEETS.to_vec();
        if self.args.interval {
            sheets.extend(INTERVAL);
        }
        if self.args.fdr.is_some() {
            sheets.extend(ADJUSTED);
        }
        sheets
    }

    /// Trends of all cells. A strip that cannot be read stays empty and is reported; the rest is not lost.
    fn cells(&self, maps: &mut Maps) -> Result<(Counts, Vec<RasterFault>), Stop> {
        let strips = self.images.strips();
        let stage = Message::new("stage-pixels").with("layer", self.args.raster.as_str());
        self.bars.begin(stage, strips.len());
        let (mut counts, mut faults) = (Counts::default(), Vec::new());
        let mut all: Vec<(Option<f64>, bool)> = Vec::new();
        for window in strips {
            if self.bars.cancelled() {
                return Err(Stop::Interrupted);
            }
            let cells = window.width * window.height;
            let trends = self
                .images
                .trends(window, &self.trend)
                .unwrap_or_else(|fault| {
                    faults.push(fault);
                    vec![None; cells]
                });
            counts.cells += cells;
            counts.with_trend += trends.iter().flatten().count();
            let of = |ask: fn(&PixelTrend) -> f64| trends.iter().map(move |t| t.as_ref().map(ask));
            maps.write(0, window, of(|t| t.slope_per_year))?;
            maps.write(1, window, of(|t| t.p))?;
            maps.write(2, window, of(|t| t.tau_a))?;
            maps.write(3, window, of(|t| f64::from(t.n)))?;
            if self.args.interval {
                let end = |ask: fn(&PixelTrend) -> Option<f64>| {
                    trends.iter().map(move |t| t.as_ref().and_then(ask))
                };
                maps.write(4, window, end(|t| Some(t.interval?.low_per_year)))?;
                maps.write(5, window, end(|t| Some(t.interval?.high_per_year)))?;
            }
            if self.args.fdr.is_some() {
                all.extend(
                    trends
                        .iter()
                        .map(|t| (t.map(|t| t.p), t.is_some_and(|t| t.slope_per_year > 0.0))),
                );
            }
            self.bars.advance(1);
        }
        self.bars.finish();
        if let Some(level) = self.args.fdr {
            self.adjusted(&all, level, maps, &mut counts)?;
        }
        Ok((counts, faults))
    }

    /// Adjusts p over all cells: a share of significant cells without it would count chance too.
    fn adjusted(
        &self,
        all: &[(Option<f64>, bool)],
        level: f64,
        maps: &mut Maps,
        counts: &mut Counts,
    ) -> Result<(), Stop> {
        let p: Vec<Option<f64>> = all.iter().map(|(p, _)| *p).collect();
        let q = Adjustment::BenjaminiHochberg
            .adjusted(&p)
            .expect("invariant: p lies between 0 and 1");
        let first = self.sheets().len() - ADJUSTED.len();
        let width = self.images.layer.grid.width;
        let direction = |place: usize| {
            q[place].map(|q| match (q <= level, all[place].1) {
                (false, _) => 0.0,
                (true, true) => 1.0,
                (true, false) => -1.0,
            })
        };
        for window in self.images.strips() {
            let places = window.row * width..(window.row + window.height) * width;
            maps.write(first, window, q[places.clone()].iter().copied())?;
            maps.write(first + 1, window, places.map(direction))?;
        }
        let count = |wanted: f64| {
            (0..q.len())
                .filter(|&place| direction(place) == Some(wanted))
                .count()
        };
        (counts.rising, counts.falling) = (Some(count(1.0)), Some(count(-1.0)));
        Ok(())
    }

    /// Trends of the means of polygons.
    fn polygons(&self, polygons: &Polygons, maps: &Maps) -> Result<(), Stop> {
        let question = Question {
            layer: self.images.layer,
            source: self.images.source,
            statistics: &[Statistic::Mean],
            weights: None,
        };
        let answer = table(&question, &polygons.shapes, &self.bars).ok_or(Stop::Interrupted)?;
        self.bars.finish();
        let names = [
            "n",
            "slope_per_year",
            "slope_low",
            "slope_high",
            "s",
            "tau",
            "z",
            "p",
        ];
        let mut columns: Vec<(String, Vec<Option<f64>>)> = names
            .iter()
            .map(|name| ((*name).to_owned(), Vec::new()))
            .collect();
        for zone in 0..polygons.ids.len() {
            let of_band: Vec<Option<f64>> = answer
                .columns
                .iter()
                .map(|(_, values)| values[zone])
                .collect();
            let values = self.images.years.means(&of_band);
            let found = of_series(
                self.images.years,
                &values,
                self.trend.test,
                self.trend.minimum_years,
            )
            .ok();
            let row = found.as_ref().map(|found| {
                let (test, line) = (&found.test, &found.line);
                [
                    Some(test.n as f64),
                    Some(line.slope_per_year),
                    line.interval.map(|interval| interval.low_per_year),
                    line.interval.map(|interval| interval.high_per_year),
                    Some(test.s as f64),
                    Some(test.tau_a),
                    Some(test.z),
                    Some(test.p),
                ]
            });
            let row = row.unwrap_or_default();
            columns
                .iter_mut()
                .zip(row)
                .for_each(|((_, column), value)| column.push(value));
        }
        aimak_io::zonal::write(&maps.path(TABLE), polygons, &columns).map_err(Stop::from)
    }

    /// What the maps mean, for machines and for people who find them in ten years.
    fn about(&self, counts: &Counts) -> serde_json::Value {
        let years = &self.images.years.years;
        serde_json::json!({
            "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
            "raster": self.args.raster,
            "bands": self.images.layer.bands.len(),
            "years": years,
            "value_of_a_year": "mean of the valid images of the year",
            "test": format!("{:?}", self.trend.test),
            "minimum_years": self.trend.minimum_years,
            "slope": "Theil-Sen on real years; interval after Gilbert (1987), 95 %, where asked for",
            "fdr_level": self.args.fdr,
            "counts": counts,
        })
    }

    fn say_done(&self, voice: &Voice, counts: &Counts) {
        if voice.json {
            voice.print_json(&self.about(counts));
        }
        voice.say(
            &Message::new("cli-trend-done")
                .with("out", self.args.out.display().to_string())
                .with("cells", counts.with_trend)
                .with("all", counts.cells),
        );
        if let (Some(level), Some(rising), Some(falling)) =
            (self.args.fdr, counts.rising, counts.falling)
        {
            let of_all = counts.with_trend.max(1) as f64;
            voice.say(
                &Message::new("cli-trend-share")
                    .with("rising", 100.0 * rising as f64 / of_all)
                    .with("falling", 100.0 * falling as f64 / of_all)
                    .with("level", level),
            );
        }
    }
}
