//! `aimak trend`: where does a series of images rise or fall, how fast, and would chance alone do that?

mod cells;
mod zones;

use aimak_core::{Message, PartialDate, RasterFault};
use aimak_io::{problem::Problem, write::Maps, zonal::Direct};
use aimak_science::trend::{
    MINIMUM_YEARS,
    maps::{Images, Years},
    pixels::PixelwiseTrend,
    seasonal_maps::Months,
};

use self::cells::Counts;
use crate::{
    Outcome, args, dates, problems,
    progress::{self, Bars},
    voice::Voice,
};

/// Trends of polygons.
const TABLE: &str = "polygons.csv";

/// Reads the series, computes window by window, writes maps and a table; the folder appears only when it is whole.
pub fn trend(voice: &Voice, args: &args::Trend) -> Outcome {
    progress::catch_interrupts()?;
    let report = |found: &[Problem]| problems::report(voice, found);
    let polygons = args.zones.read().map_err(|found| report(&found))?;
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
    let months = args.seasonal.then(|| Months::of(&dates));
    let months = match months {
        Some(None) => {
            return Err(report(&[
                Problem::error("trend-months", &args.raster).found(words(&dates))
            ]));
        }
        months => months.flatten(),
    };
    if months.is_none() && years.images_of_fullest_year() > 1 {
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
        months,
        trend: PixelwiseTrend {
            test: args.test,
            minimum_years: args.min_years.unwrap_or(MINIMUM_YEARS),
            interval: args.interval,
        },
        bars: Bars::new(voice),
    };
    let maps =
        Maps::begin(&args.out, &layer.grid, &job.sheets(), &[TABLE]).map_err(|p| report(&[p]))?;
    let (counts, faults) = job.cells(&maps).map_err(|stop| stop.failure(voice))?;
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
    problems::gaps(voice, &faults)
}

/// Dates as a person reads them, the first few.
fn words(dates: &[Option<PartialDate>]) -> String {
    let all = dates.iter().take(6).flatten();
    all.map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

struct Job<'a> {
    args: &'a args::Trend,
    images: Images<'a>,
    /// With `--seasonal`.
    months: Option<Months>,
    trend: PixelwiseTrend,
    bars: Bars<'a>,
}

impl Job<'_> {
    /// What the maps mean, for machines and for people who find them in ten years.
    fn about(&self, counts: &Counts) -> serde_json::Value {
        let years = &self.images.years.years;
        serde_json::json!({
            "program": format!("aimak {}", env!("CARGO_PKG_VERSION")),
            "raster": self.args.raster,
            "bands": self.images.layer.bands.len(),
            "years": years,
            "value_of_a_year": match &self.months {
                Some(_) => "mean of the valid images of each month of the year",
                None => "mean of the valid images of the year",
            },
            "months": self.months.as_ref().map(Months::count),
            "test": match &self.months {
                Some(_) => "seasonal Kendall (Hirsch, Slack and Smith 1982)".to_owned(),
                None => format!("{:?}", self.trend.test),
            },
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
