//! The trends of cells, as maps.

use std::{
    cmp::Ordering,
    sync::{Mutex, PoisonError},
};

use aimak_core::{Message, Progress as _, RasterFault, Window};
use aimak_io::{
    problem::Problem,
    write::{MapSheet, Maps},
};
use aimak_science::trend::{false_discovery::CountedP, pixels::PixelTrend};

use super::Job;
use crate::stop::Stop;

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
/// Places of p and tau among the sheets.
const P: usize = 1;
const TAU: usize = 2;

/// How many cells do what.
#[derive(Default, serde::Serialize)]
pub(super) struct Counts {
    pub cells: usize,
    pub with_trend: usize,
    /// With `--fdr`: cells that rise and fall at its level.
    pub rising: Option<usize>,
    pub falling: Option<usize>,
}

/// What has been seen of the cells so far.
#[derive(Default)]
struct Seen {
    counts: Counts,
    p: CountedP,
}

impl Job<'_> {
    /// The maps of this run, in their order.
    pub(super) fn sheets(&self) -> Vec<MapSheet> {
        let mut sheets = SHEETS.to_vec();
        if self.args.interval {
            sheets.extend(INTERVAL);
        }
        if self.args.fdr.is_some() {
            sheets.extend(ADJUSTED);
        }
        sheets
    }

    /// Trends of all cells. A window that cannot be read stays empty and is reported; the rest is not lost.
    pub(super) fn cells(&self, maps: &Maps) -> Result<(Counts, Vec<RasterFault>), Stop> {
        let stage = Message::new("stage-pixels").with("layer", self.args.raster.as_str());
        self.bars.begin(stage, self.windows().len());
        let seen = Mutex::new(Seen::default());
        let take = |window: Window, trends: &[Option<PixelTrend>]| {
            self.write(maps, window, trends)?;
            let here = self.seen(trends);
            let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.counts.cells += here.counts.cells;
            seen.counts.with_trend += here.counts.with_trend;
            seen.p.merge(here.p);
            Ok::<_, Problem>(())
        };
        let faults = match &self.months {
            Some(months) => self.images.trends_of_months(months, &self.bars, take)?,
            None => self.images.trends(&self.trend, &self.bars, take)?,
        };
        self.bars.finish();
        if self.bars.cancelled() {
            return Err(Stop::Interrupted);
        }
        let seen = seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut counts = seen.counts;
        if let Some(level) = self.args.fdr {
            self.adjust(&seen.p, level, maps, &mut counts)?;
        }
        Ok((counts, faults))
    }

    /// The windows the cells are computed by.
    fn windows(&self) -> Vec<Window> {
        match &self.months {
            Some(_) => self.images.windows_of_months(),
            None => self.images.windows(),
        }
    }

    fn write(
        &self,
        maps: &Maps,
        window: Window,
        trends: &[Option<PixelTrend>],
    ) -> Result<(), Problem> {
        let of = |ask: fn(&PixelTrend) -> f64| trends.iter().map(move |t| t.as_ref().map(ask));
        maps.write(0, window, of(|t| t.slope_per_year))?;
        maps.write(P, window, of(|t| t.p))?;
        maps.write(TAU, window, of(|t| t.tau_a))?;
        maps.write(3, window, of(|t| f64::from(t.n)))?;
        if self.args.interval {
            let end = |ask: fn(&PixelTrend) -> Option<f64>| {
                trends.iter().map(move |t| t.as_ref().and_then(ask))
            };
            maps.write(4, window, end(|t| Some(t.interval?.low_per_year)))?;
            maps.write(5, window, end(|t| Some(t.interval?.high_per_year)))?;
        }
        Ok(())
    }

    /// Counts a window; p only where it will be adjusted.
    fn seen(&self, trends: &[Option<PixelTrend>]) -> Seen {
        let mut seen = Seen::default();
        seen.counts.cells = trends.len();
        seen.counts.with_trend = trends.iter().flatten().count();
        if self.args.fdr.is_some() {
            let p = trends.iter().flatten().map(|trend| trend.p as f32);
            p.for_each(|p| seen.p.add(p));
        }
        seen
    }

    /// Adjusts p over all cells: a share of significant cells without it would count chance too.
    ///
    /// p and tau come back from the maps, so that no list of all cells is kept.
    fn adjust(
        &self,
        p: &CountedP,
        level: f64,
        maps: &Maps,
        counts: &mut Counts,
    ) -> Result<(), Stop> {
        let adjusted = p.adjusted();
        let first = self.sheets().len() - ADJUSTED.len();
        let (mut rising, mut falling) = (0, 0);
        for window in self.windows() {
            if self.bars.cancelled() {
                return Err(Stop::Interrupted);
            }
            let (p, tau) = (maps.read(P, window)?, maps.read(TAU, window)?);
            let q: Vec<Option<f64>> = p.iter().map(|p| adjusted.of(*p)).collect();
            // tau, not the slope: a trend that stands has a direction even where most pairs are tied
            let direction = |(q, tau): (&Option<f64>, &f32)| {
                q.map(|q| match tau.partial_cmp(&0.0) {
                    Some(Ordering::Greater) if q <= level => 1.0,
                    Some(Ordering::Less) if q <= level => -1.0,
                    _ => 0.0,
                })
            };
            let directions: Vec<Option<f64>> = q.iter().zip(&tau).map(direction).collect();
            let count = |wanted: f64| directions.iter().filter(|d| **d == Some(wanted)).count();
            rising += count(1.0);
            falling += count(-1.0);
            maps.write(first, window, q.into_iter())?;
            maps.write(first + 1, window, directions.into_iter())?;
        }
        (counts.rising, counts.falling) = (Some(rising), Some(falling));
        Ok(())
    }
}
