//! Where does a series of images rise or fall, cell by cell and polygon by polygon?

use aimak_core::{PartialDate, RasterFault, RasterLayer, RasterSource, Window};
use rayon::prelude::*;

use super::{
    mann_kendall::{MannKendall, MannKendallResult},
    pixel_stack::{Layer, PixelStack},
    pixels::{PixelTrend, PixelwiseTrend},
    series::Series,
    theil_sen::{SenLine, TheilSen},
};

/// Numbers held at once while a strip is computed, at most.
const NUMBERS_AT_ONCE: usize = 8 << 20;

/// Bands gathered into years: one value a year, the mean of the year's valid images.
///
/// Several images of one year are no independent witnesses of a trend; their mean is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// The years, rising.
    pub years: Vec<f64>,
    /// The bands of each year.
    bands: Vec<Vec<usize>>,
}

impl Years {
    /// Years of dated bands. `None` where a band has no date.
    ///
    /// ```
    /// use aimak_core::PartialDate;
    /// use aimak_science::trend::maps::Years;
    /// let dates = ["2001", "2002-05", "2002-07"].map(|date| date.parse::<PartialDate>().ok());
    /// let years = Years::of(&dates).unwrap();
    /// assert_eq!(years.years, [2001.0, 2002.0]);
    /// assert_eq!(years.images_of_fullest_year(), 2);
    /// ```
    pub fn of(dates: &[Option<PartialDate>]) -> Option<Self> {
        let mut all: std::collections::BTreeMap<i16, Vec<usize>> =
            std::collections::BTreeMap::new();
        for (band, date) in dates.iter().enumerate() {
            all.entry((*date)?.year()).or_default().push(band);
        }
        Some(Self::of_bands(all))
    }

    /// Bands by year.
    pub fn of_bands(bands: std::collections::BTreeMap<i16, Vec<usize>>) -> Self {
        let all = bands.into_iter();
        let (years, bands) = all.map(|(year, bands)| (f64::from(year), bands)).unzip();
        Self { years, bands }
    }

    /// How many images the fullest year has.
    pub fn images_of_fullest_year(&self) -> usize {
        self.bands.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The only band of a year; `None` where the year has none or several.
    pub fn only_band(&self, year: i32) -> Option<usize> {
        let place = self.years.iter().position(|y| *y == f64::from(year))?;
        match self.bands[place].as_slice() {
            [band] => Some(*band),
            _ => None,
        }
    }

    /// The years as whole numbers.
    pub fn whole(&self) -> Vec<i32> {
        self.years.iter().map(|year| *year as i32).collect()
    }

    /// Yearly means of one value a band.
    pub fn means(&self, of_band: &[Option<f64>]) -> Vec<Option<f64>> {
        let mean = |bands: &Vec<usize>| {
            let valid: Vec<f64> = bands.iter().filter_map(|&band| of_band[band]).collect();
            (!valid.is_empty()).then(|| valid.iter().sum::<f64>() / valid.len() as f64)
        };
        self.bands.iter().map(mean).collect()
    }
}

/// A series of images whose trend is asked for.
#[derive(Clone, Copy)]
pub struct Images<'a> {
    /// The layer.
    pub layer: &'a RasterLayer,
    /// Reads it.
    pub source: &'a dyn RasterSource,
    /// Its bands by year.
    pub years: &'a Years,
}

/// Yearly values of a window: all cells of the first year, then all of the second.
#[derive(Clone, Debug, PartialEq)]
pub struct YearlyValues {
    /// Values, meaningless where not valid.
    pub values: Vec<f64>,
    /// Which values hold.
    pub valid: Vec<bool>,
}

impl Images<'_> {
    /// Windows of whole rows that are computed one after the other; together they are the grid.
    pub fn strips(&self) -> Vec<Window> {
        let grid = &self.layer.grid;
        let numbers_a_row = (grid.width * self.layer.bands.len()).max(1);
        let affordable = (NUMBERS_AT_ONCE / numbers_a_row).max(1);
        // whole blocks, so that none is decoded twice
        let block = self.layer.block_rows.max(1);
        let rows = if affordable > block {
            affordable / block * block
        } else {
            affordable
        };
        let strip = |row: usize| Window {
            col: 0,
            row,
            width: grid.width,
            height: rows.min(grid.height - row),
        };
        (0..grid.height).step_by(rows).map(strip).collect()
    }

    /// The trend of every cell of a window, row by row.
    ///
    /// # Errors
    /// The first band that cannot be read there.
    pub fn trends(
        &self,
        window: Window,
        trend: &PixelwiseTrend,
    ) -> Result<Vec<Option<PixelTrend>>, RasterFault> {
        let read = self.yearly(window)?;
        let cells = (window.width * window.height).max(1);
        let years = read.values.chunks(cells).zip(read.valid.chunks(cells));
        let layers = years
            .map(|(values, valid)| Layer { values, valid })
            .collect();
        let stack = PixelStack::of_layers(&self.years.years, layers)
            .expect("invariant: years rise, and windows of one grid have one size");
        Ok(trend.of(&stack))
    }

    /// Means of the images of every year in a window.
    ///
    /// # Errors
    /// The first band that cannot be read there.
    pub fn yearly(&self, window: Window) -> Result<YearlyValues, RasterFault> {
        let cells = window.width * window.height;
        let mut read = YearlyValues {
            values: vec![0.0; cells * self.years.bands.len()],
            valid: vec![false; cells * self.years.bands.len()],
        };
        let places = read
            .values
            .par_chunks_mut(cells.max(1))
            .zip(read.valid.par_chunks_mut(cells.max(1)));
        self.years
            .bands
            .par_iter()
            .zip(places)
            .try_for_each(|(bands, (values, valid))| self.year(bands, window, values, valid))?;
        Ok(read)
    }

    /// The mean of the bands of one year; `values` come as zeros.
    fn year(
        &self,
        bands: &[usize],
        window: Window,
        values: &mut [f64],
        valid: &mut [bool],
    ) -> Result<(), RasterFault> {
        let mut n = vec![0_u32; values.len()];
        for &band in bands {
            let block = self.source.block(self.layer, band, window)?;
            for (place, (sum, n)) in values.iter_mut().zip(&mut n).enumerate() {
                if let Some(value) = block.value(place) {
                    *sum += value;
                    *n += 1;
                }
            }
        }
        for ((sum, valid), &n) in values.iter_mut().zip(valid).zip(&n) {
            *sum /= f64::from(n.max(1));
            *valid = n > 0;
        }
        Ok(())
    }
}

/// The trend of one series of yearly values, with the interval of its slope.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesTrend {
    /// The test.
    pub test: MannKendallResult,
    /// The line.
    pub line: SenLine,
}

/// The trend of yearly values.
///
/// # Errors
/// Withheld with its reason, for instance where fewer than `minimum_years` years hold a value.
pub fn of_series(
    years: &Years,
    values: &[Option<f64>],
    test: MannKendall,
    minimum_years: usize,
) -> Result<SeriesTrend, aimak_core::Withheld> {
    let observations: Vec<(f64, Option<f64>)> = years
        .years
        .iter()
        .copied()
        .zip(values.iter().copied())
        .collect();
    let series = Series::new(&observations)?;
    series.at_least(minimum_years)?;
    let test = test.test(&series)?;
    let line = TheilSen::RealTime.line_with_variance(&series, test.variance)?;
    Ok(SeriesTrend { test, line })
}
