//! Days with what was observed on them.

use std::collections::BTreeMap;

use aimak_core::Span;
use jiff::civil::Date;

use super::{
    Evaporation, Observation, PeriodLength, Quantity,
    day::{Day, Usual, knows_range},
    period::Kept,
};
use crate::erosion::wind::evapotranspiration::{Hargreaves, Thornthwaite};

/// Where and how the weather was observed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Site {
    /// Height of the wind instrument above ground, m.
    pub wind_height_m: f64,
    /// Elevation above the sea, m.
    pub elevation_m: f64,
    /// Wind at 2 m below which nothing moves, m s⁻¹.
    pub threshold_m_per_s: f64,
    /// The wind was not measured but comes from a reanalysis.
    pub reanalysis: bool,
}

/// A weather record, sorted by day.
#[derive(Clone, Debug)]
pub struct Record {
    pub(super) days: BTreeMap<Date, Day>,
    pub(super) usual: Usual,
}

impl Record {
    /// Sorts observations by day.
    pub fn of(observations: &[Observation]) -> Self {
        let mut days: BTreeMap<Date, Day> = BTreeMap::new();
        for row in observations {
            days.entry(row.time.date()).or_default().add(row);
        }
        let usual = Quantity::ALL.map(|quantity| usual(&days, quantity));
        Self { days, usual }
    }

    /// The periods it touches.
    pub fn periods(&self, length: PeriodLength) -> Vec<Span> {
        let ends = self.days.keys().next().zip(self.days.keys().next_back());
        ends.map_or_else(Vec::new, |(first, last)| length.spans(*first, *last))
    }

    /// How many observations of a quantity a day usually has; 0 was never observed.
    pub const fn usual(&self, quantity: Quantity) -> usize {
        self.usual[quantity as usize]
    }

    /// Where evapotranspiration comes from: measured, else from the range of temperature, else from the mean temperature of all
    /// twelve months; `None` where there is neither, or no latitude.
    pub fn evaporation(&self, latitude_degrees: Option<f64>) -> Option<Evaporation> {
        if self.usual(Quantity::Evapotranspiration) > 0 {
            return Some(Evaporation::Measured);
        }
        let latitude_degrees = latitude_degrees?;
        if knows_range(&self.usual) {
            return Some(Evaporation::Hargreaves(Hargreaves { latitude_degrees }));
        }
        let thornthwaite = Thornthwaite { latitude_degrees };
        let months = thornthwaite.evapotranspiration_mm_per_day(&self.monthly_temperatures()?)?;
        Some(Evaporation::Thornthwaite(months))
    }

    /// Mean temperature of each month of the year over all years; `None` unless every month has one.
    fn monthly_temperatures(&self) -> Option<[f64; 12]> {
        let mut months = [(0.0, 0_usize); 12];
        for span in self.periods(PeriodLength::Month) {
            let of_day = |_: Date, day: &Day| day.temperature(&self.usual);
            let Ok(kept) = Kept::of(self, span, Quantity::Temperature, of_day) else {
                continue;
            };
            let month = &mut months[PeriodLength::Month.place(span)];
            month.0 += kept.mean();
            month.1 += 1;
        }
        let complete = months.iter().all(|(_, n)| *n > 0);
        complete.then(|| months.map(|(sum, n)| sum / n as f64))
    }
}

/// The commonest number of observations a day among days that have any; of equally common ones the larger.
fn usual(days: &BTreeMap<Date, Day>, quantity: Quantity) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let observed = days.values().map(|day| day.count(quantity));
    for n in observed.filter(|n| *n > 0) {
        *counts.entry(n).or_default() += 1;
    }
    let commonest = counts.into_iter().max_by_key(|(_, days)| *days);
    commonest.map_or(0, |(n, _)| n)
}
