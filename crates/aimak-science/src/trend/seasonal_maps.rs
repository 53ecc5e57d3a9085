//! Where does a series of images rise or fall, when every month is only compared with itself?

use std::collections::BTreeMap;

use aimak_core::{PartialDate, RasterFault, Window, Withheld};

use super::{
    maps::{Images, Worker, Years},
    pixels::PixelTrend,
    seasonal::SeasonalKendall,
    series::Series,
};

/// Bands gathered into calendar months, each by year: one value a month, the mean of the month's valid images.
#[derive(Clone, Debug, PartialEq)]
pub struct Months(Vec<Years>);

impl Months {
    /// Months of dated bands. `None` where a band has no month.
    ///
    /// ```
    /// use aimak_core::PartialDate;
    /// use aimak_science::trend::seasonal_maps::Months;
    /// let dates = |days: &[&str]| days.iter().map(|day| day.parse::<PartialDate>().ok()).collect::<Vec<_>>();
    /// assert_eq!(Months::of(&dates(&["2001-05", "2001-06-03", "2002-05-20"])).unwrap().count(), 2);
    /// assert_eq!(Months::of(&dates(&["2001-05", "2002"])), None);
    /// ```
    pub fn of(dates: &[Option<PartialDate>]) -> Option<Self> {
        let mut months: BTreeMap<i8, BTreeMap<i16, Vec<usize>>> = BTreeMap::new();
        for (band, date) in dates.iter().enumerate() {
            let month = match (*date)? {
                PartialDate::Year(_) => return None,
                PartialDate::Month(_, month) => month,
                PartialDate::Day(day) => day.month(),
            };
            let years = months.entry(month).or_default();
            years.entry((*date)?.year()).or_default().push(band);
        }
        Some(Self(months.into_values().map(Years::of_bands).collect()))
    }

    /// How many months of the year have images.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The trend of one value a band.
    ///
    /// # Errors
    /// As [`SeasonalKendall::of_seasons`].
    pub fn trend(&self, of_band: &[Option<f64>]) -> Result<SeasonalKendall, Withheld> {
        let series = |years: &Years| {
            let values = years.means(of_band);
            let dated: Vec<(f64, Option<f64>)> = years.years.iter().copied().zip(values).collect();
            Series::new(&dated)
        };
        let all: Result<Vec<Series>, Withheld> = self.0.iter().map(series).collect();
        SeasonalKendall::of_seasons(&all?)
    }
}

/// What a worker needs for a window: every band of it, and room for one cell.
pub(super) struct MonthsDesk<'a> {
    pub images: &'a Images<'a>,
    pub months: &'a Months,
    pub bands: Vec<Vec<f64>>,
    pub trends: Vec<Option<PixelTrend>>,
}

impl Worker for MonthsDesk<'_> {
    fn find(&mut self, window: Window) -> Result<(), RasterFault> {
        let cells = window.width * window.height;
        self.trends.clear();
        self.trends.resize(cells, None);
        self.bands.resize(self.images.layer.bands.len(), Vec::new());
        for (band, values) in self.bands.iter_mut().enumerate() {
            let block = self.images.source.block(self.images.layer, band, window)?;
            block.values_into(values);
        }
        let mut of_band = vec![None; self.bands.len()];
        for (cell, trend) in self.trends.iter_mut().enumerate() {
            for (value, band) in of_band.iter_mut().zip(&self.bands) {
                *value = Some(band[cell]).filter(|value| !value.is_nan());
            }
            *trend = self.months.trend(&of_band).ok().map(of_pixel);
        }
        Ok(())
    }

    fn found(&self) -> &[Option<PixelTrend>] {
        &self.trends
    }
}

/// The same numbers as a pixel of a yearly series has.
fn of_pixel(found: SeasonalKendall) -> PixelTrend {
    PixelTrend {
        n: found.n as u32,
        s: found.s as i32,
        tau_a: found.tau_a,
        z: found.z,
        p: found.p,
        slope_per_year: found.slope_per_year,
        interval: found.interval,
    }
}
