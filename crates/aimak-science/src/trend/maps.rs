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
        let (years, bands) = all
            .into_iter()
            .map(|(year, bands)| (f64::from(year), bands))
            .unzip();
        Some(Self { years, bands })
    }

    /// How many images the fullest year has.
    pub fn images_of_fullest_year(&self) -> usize {
        self.bands.iter().map(Vec::len).max().unwrap_or(0)
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
pub struct Images<'a> {
    /// The layer.
    pub layer: &'a RasterLayer,
    /// Reads it.
    pub source: &'a dyn RasterSource,
    /// Its bands by year.
    pub years: &'a Years,
}

/// One year of a window.
struct YearOfWindow {
    values: Vec<f64>,
    valid: Vec<bool>,
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
        let years: Vec<YearOfWindow> = self
            .years
            .bands
            .par_iter()
            .map(|bands| self.year(bands, window))
            .collect::<Result<_, _>>()?;
        let layers = years
            .iter()
            .map(|year| Layer {
                values: year.values.as_slice(),
                valid: year.valid.as_slice(),
            })
            .collect();
        let stack = PixelStack::of_layers(&self.years.years, layers)
            .expect("invariant: years rise, and windows of one grid have one size");
        Ok(trend.of(&stack))
    }

    /// The mean of the bands of one year.
    fn year(&self, bands: &[usize], window: Window) -> Result<YearOfWindow, RasterFault> {
        let cells = window.width * window.height;
        let (mut values, mut n) = (vec![0.0; cells], vec![0_u32; cells]);
        for &band in bands {
            let block = self.source.block(self.layer, band, window)?;
            for (place, (sum, n)) in values.iter_mut().zip(&mut n).enumerate() {
                if let Some(value) = block.value(place) {
                    *sum += value;
                    *n += 1;
                }
            }
        }
        for (sum, &n) in values.iter_mut().zip(&n) {
            *sum /= f64::from(n.max(1));
        }
        let valid = n.into_iter().map(|n| n > 0).collect();
        Ok(YearOfWindow { values, valid })
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
