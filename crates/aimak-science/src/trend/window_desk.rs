//! What does a worker need to find the trends of one window?

use aimak_core::{RasterFault, Window};

use super::{
    maps::{Images, Worker},
    pixel_series::PixelSeries,
    pixel_stack::{Layer, PixelStack},
    pixels::{Nulls, PixelTrend, PixelwiseTrend},
};

/// What a worker needs for a window; it uses the same memory again for the next.
pub(super) struct Desk<'a> {
    series_of: &'a Images<'a>,
    trend: PixelwiseTrend,
    /// A value a cell for each year, NaN where there is none.
    years: Vec<Vec<f64>>,
    of_band: Vec<f64>,
    /// How many images a cell has in a year of several.
    images: Vec<f64>,
    all: Vec<bool>,
    /// Trends of the window that was asked for last, row by row.
    pub(super) trends: Vec<Option<PixelTrend>>,
    series: PixelSeries,
    nulls: Nulls,
}

impl<'a> Desk<'a> {
    pub(super) fn new(images: &'a Images<'a>, trend: PixelwiseTrend) -> Self {
        let years = images.years.years.len();
        Self {
            series_of: images,
            trend,
            years: vec![Vec::new(); years],
            of_band: Vec::new(),
            images: Vec::new(),
            all: Vec::new(),
            trends: Vec::new(),
            series: PixelSeries::default(),
            nulls: Nulls::up_to(years),
        }
    }

    /// Reads the years of a window and finds its trends.
    fn trends(&mut self, window: Window) -> Result<(), RasterFault> {
        let images = self.series_of;
        let cells = window.width * window.height;
        self.trends.clear();
        self.trends.resize(cells, None);
        for (year, bands) in images.years.bands.iter().enumerate() {
            self.read(images, window, year, bands)?;
        }
        // NaN says which values do not hold
        self.all.resize(cells, true);
        let layer = |values| Layer {
            values,
            valid: &self.all,
        };
        let layers = self.years.iter().map(Vec::as_slice).map(layer).collect();
        let stack = PixelStack::of_layers(&images.years.years, layers)
            .expect("invariant: years rise, and windows of one grid have one size");
        let trend = self.trend;
        trend.from(&stack, 0, &mut self.series, &self.nulls, &mut self.trends);
        Ok(())
    }

    /// Reads the mean of the bands of one year.
    fn read(
        &mut self,
        images: &Images<'_>,
        window: Window,
        year: usize,
        bands: &[usize],
    ) -> Result<(), RasterFault> {
        let read = |band: usize, values: &mut Vec<f64>| {
            let block = images.source.block(images.layer, band, window)?;
            block.values_into(values);
            Ok(())
        };
        let mean = &mut self.years[year];
        if let [only] = bands {
            return read(*only, mean);
        }
        for sums in [&mut *mean, &mut self.images] {
            sums.clear();
            sums.resize(window.width * window.height, 0.0);
        }
        for &band in bands {
            read(band, &mut self.of_band)?;
            let sums = mean.iter_mut().zip(&mut self.images);
            for ((sum, n), value) in sums.zip(&self.of_band) {
                if !value.is_nan() {
                    *sum += value;
                    *n += 1.0;
                }
            }
        }
        // a cell without an image is 0/0, which holds no value
        let sums = mean.iter_mut().zip(&self.images);
        sums.for_each(|(sum, n)| *sum /= n);
        Ok(())
    }
}

impl Worker for Desk<'_> {
    fn find(&mut self, window: Window) -> Result<(), RasterFault> {
        self.trends(window)
    }

    fn found(&self) -> &[Option<PixelTrend>] {
        &self.trends
    }
}
