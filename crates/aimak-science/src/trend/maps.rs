//! Where does a series of images rise or fall, cell by cell and polygon by polygon?

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use aimak_core::{PartialDate, Progress, RasterFault, RasterLayer, RasterSource, Window};

use super::{
    mann_kendall::{MannKendall, MannKendallResult},
    pixels::{PixelTrend, PixelwiseTrend},
    seasonal_maps::{Months, MonthsDesk},
    series::Series,
    theil_sen::{SenLine, TheilSen},
    window_desk::Desk,
};

/// Numbers a worker holds at once: enough to be busy, few enough to stay near the processor.
const NUMBERS_WANTED: usize = 2 << 20;
/// Where a single block holds more of them: at most so many.
const NUMBERS_AT_MOST: usize = 8 << 20;

/// Bands gathered into years: one value a year, the mean of the year's valid images.
///
/// Several images of one year are no independent witnesses of a trend; their mean is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// The years, rising.
    pub years: Vec<f64>,
    /// The bands of each year.
    pub(super) bands: Vec<Vec<usize>>,
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

    /// The bands of a year; none where it has no image.
    pub fn bands_of(&self, year: i32) -> &[usize] {
        let place = self.years.iter().position(|y| *y == f64::from(year));
        place.map_or(&[], |place| self.bands[place].as_slice())
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

impl Images<'_> {
    /// Windows of whole blocks that are computed one by one; together they are the grid.
    pub fn windows(&self) -> Vec<Window> {
        self.windows_of(self.years.years.len())
    }

    /// The same where months are compared, and every band is held by itself.
    pub fn windows_of_months(&self) -> Vec<Window> {
        self.windows_of(self.layer.bands.len())
    }

    /// Windows of which a worker can hold so many numbers a cell.
    fn windows_of(&self, numbers: usize) -> Vec<Window> {
        let grid = &self.layer.grid;
        let block_rows = self.layer.block_rows.clamp(1, grid.height.max(1));
        let block_cols = self
            .source
            .block_cols(self.layer)
            .clamp(1, grid.width.max(1));
        let years = numbers.max(1);
        let blocks = NUMBERS_WANTED / years / (block_rows * block_cols);
        let across = grid.width.div_ceil(block_cols).max(1);
        let (rows, cols) = match blocks {
            // rather a block decoded twice than memory without bound
            0 => {
                let affordable = NUMBERS_AT_MOST / years / block_cols;
                (affordable.clamp(1, block_rows), block_cols)
            }
            _ if blocks < across => (block_rows, blocks * block_cols),
            _ => (blocks / across * block_rows, grid.width),
        };
        let window = |row: usize, col: usize| Window {
            col,
            row,
            width: cols.min(grid.width - col),
            height: rows.min(grid.height - row),
        };
        (0..grid.height)
            .step_by(rows)
            .flat_map(|row| {
                (0..grid.width)
                    .step_by(cols)
                    .map(move |col| window(row, col))
            })
            .collect()
    }

    /// The trend of every cell of one window, row by row.
    ///
    /// # Errors
    /// The first band that cannot be read there.
    pub fn trends_in(
        &self,
        window: Window,
        trend: &PixelwiseTrend,
    ) -> Result<Vec<Option<PixelTrend>>, RasterFault> {
        let mut desk = Desk::new(self, *trend);
        desk.find(window)?;
        Ok(desk.trends)
    }

    /// The trend of every cell, window by window on all threads; `take` gets the cells of a window row by row, the windows in
    /// no particular order. A window that cannot be read has no trends and is told as the first band that is damaged there.
    /// `progress` hears of every window and may end the work early.
    ///
    /// # Errors
    /// An error of `take`, which ends the work.
    pub fn trends<E: Send>(
        &self,
        trend: &PixelwiseTrend,
        progress: &dyn Progress,
        take: impl Fn(Window, &[Option<PixelTrend>]) -> Result<(), E> + Sync,
    ) -> Result<Vec<RasterFault>, E> {
        walk(&self.windows(), || Desk::new(self, *trend), progress, take)
    }

    /// The same where every month is compared with itself only.
    ///
    /// # Errors
    /// As [`Self::trends`].
    pub fn trends_of_months<E: Send>(
        &self,
        months: &Months,
        progress: &dyn Progress,
        take: impl Fn(Window, &[Option<PixelTrend>]) -> Result<(), E> + Sync,
    ) -> Result<Vec<RasterFault>, E> {
        let desk = || MonthsDesk {
            images: self,
            months,
            bands: Vec::new(),
            trends: Vec::new(),
        };
        walk(&self.windows_of_months(), desk, progress, take)
    }
}

/// Finds the trends of one window after the other in memory of its own.
pub(super) trait Worker {
    /// Looks at a window. Where it cannot be read no cell has a trend.
    fn find(&mut self, window: Window) -> Result<(), RasterFault>;

    /// What it found last, row by row.
    fn found(&self) -> &[Option<PixelTrend>];
}

/// All windows on all threads, a worker each.
fn walk<W: Worker, E: Send>(
    windows: &[Window],
    desk: impl Fn() -> W + Sync,
    progress: &dyn Progress,
    take: impl Fn(Window, &[Option<PixelTrend>]) -> Result<(), E> + Sync,
) -> Result<Vec<RasterFault>, E> {
    let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let of_workers = rayon::broadcast(|_| {
        let mut desk = desk();
        let mut faults = Vec::new();
        while let Some(window) = windows.get(next.fetch_add(1, Ordering::Relaxed)) {
            if progress.cancelled() || failed.load(Ordering::Relaxed) {
                break;
            }
            faults.extend(desk.find(*window).err());
            take(*window, desk.found()).inspect_err(|_| failed.store(true, Ordering::Relaxed))?;
            progress.advance(1);
        }
        Ok(faults)
    });
    let of_workers: Vec<Vec<RasterFault>> = of_workers.into_iter().collect::<Result<_, E>>()?;
    let mut faults = of_workers.concat();
    faults.sort_by_key(|fault| (fault.window.row, fault.window.col));
    Ok(faults)
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

#[cfg(test)]
#[path = "maps_tests.rs"]
mod tests;
