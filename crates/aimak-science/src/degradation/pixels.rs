//! What does every pixel of a map say?

use aimak_core::{Message, Reason, Withheld};
use rayon::prelude::*;

use super::{
    ChangeClass, ParameterSet,
    kendall::TrendScore,
    one_out_all_out::{SubIndicators, Verdict},
    performance::{PerformanceClass, PerformanceReference},
    productivity::ProductivityClass,
    state::StateYears,
    windows::Windows,
};

/// Pixels that one task takes, fixed.
const CHUNK: usize = 4096;

/// Annual productivity of many pixels with its validity.
#[derive(Clone, Copy, Debug)]
pub struct ProductivityStack<'a> {
    years: &'a [i32],
    values: &'a [f64],
    valid: &'a [bool],
    pixels: usize,
}

/// Why layers do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StackFault {
    /// Years must rise strictly.
    YearsNotRising,
    /// A layer has another length than the years or pixels ask for.
    Length {
        /// Which layer.
        layer: &'static str,
        /// Its length.
        found: usize,
        /// The length that fits.
        expected: usize,
    },
}

impl<'a> ProductivityStack<'a> {
    /// A stack of `pixels` pixels: all pixels of the first year, then all of the second, as bands come from a raster.
    ///
    /// # Errors
    /// Years out of order, or lengths that do not fit.
    pub fn new(
        years: &'a [i32],
        pixels: usize,
        values: &'a [f64],
        valid: &'a [bool],
    ) -> Result<Self, StackFault> {
        if years.windows(2).any(|pair| pair[1] <= pair[0]) {
            return Err(StackFault::YearsNotRising);
        }
        fits("values", values.len(), years.len() * pixels)?;
        fits("valid", valid.len(), years.len() * pixels)?;
        Ok(Self {
            years,
            values,
            valid,
            pixels,
        })
    }

    /// Refuses a stack that lacks years of the trend window. Gaps of single pixels are the kernel's business.
    ///
    /// # Errors
    /// `TOO_FEW_YEARS` with the number of years there and needed.
    pub fn covers(&self, windows: &Windows) -> Result<(), Withheld> {
        let held = self
            .years
            .iter()
            .filter(|year| windows.trend.contains(**year));
        let (n, needed) = (held.count(), windows.trend.count());
        if n == needed {
            return Ok(());
        }
        let detail = Message::new("detail-years")
            .with("n", n)
            .with("needed", needed);
        Err(Withheld::because(Reason::TooFewYears).with(detail))
    }

    /// Sorts the valid years of a pixel into the windows.
    fn read(&self, pixel: usize, windows: &Windows, series: &mut Series) {
        series.clear();
        for (band, year) in self.years.iter().enumerate() {
            let place = band * self.pixels + pixel;
            let value = self.values[place];
            // a NaN under a "valid" mask is missing as well
            if !self.valid[place] || !value.is_finite() {
                continue;
            }
            if windows.trend.contains(*year) {
                series.years.push(f64::from(*year));
                series.trend.push(value);
            }
            if windows.history.contains(*year) {
                series.history.push(value);
            }
            if windows.recent.contains(*year) {
                series.recent.push(value);
            }
        }
    }
}

fn fits(layer: &'static str, found: usize, expected: usize) -> Result<(), StackFault> {
    let fault = StackFault::Length {
        layer,
        found,
        expected,
    };
    if found == expected {
        Ok(())
    } else {
        Err(fault)
    }
}

/// The valid years of one pixel; one per task, filled anew for every pixel.
#[derive(Default)]
struct Series {
    years: Vec<f64>,
    trend: Vec<f64>,
    history: Vec<f64>,
    recent: Vec<f64>,
}

impl Series {
    fn clear(&mut self) {
        self.years.clear();
        self.trend.clear();
        self.history.clear();
        self.recent.clear();
    }

    fn trend_class(&self, parameters: &ParameterSet) -> Option<ChangeClass> {
        let enough = self.trend.len() >= parameters.least_years.trend;
        let score = TrendScore::of(&self.years, &self.trend).filter(|_| enough)?;
        parameters.trend.class(&score)
    }

    fn state_class(&self, parameters: &ParameterSet) -> Option<ChangeClass> {
        let least = parameters.least_years;
        if self.history.len() < least.history || self.recent.len() < least.recent {
            return None;
        }
        parameters.state.class(&StateYears {
            history: &self.history,
            recent: &self.recent,
        })
    }

    fn mean(&self, parameters: &ParameterSet) -> Option<f64> {
        let n = self.trend.len();
        let enough = n >= parameters.least_years.trend.max(1);
        enough.then(|| self.trend.iter().sum::<f64>() / n as f64)
    }
}

/// The layers of a map, pixel by pixel in one order.
#[derive(Clone, Copy, Debug)]
pub struct PixelLayers<'a> {
    /// Annual productivity.
    pub productivity: ProductivityStack<'a>,
    /// The years to compare.
    pub windows: Windows,
    /// Unit (soil type × land cover) of each pixel.
    pub units: &'a [Option<u32>],
    /// What the best of each unit reach, from the pixels of the whole country.
    pub reference: &'a PerformanceReference,
    /// Land-cover class of each pixel, from a [`super::transition_matrix::TransitionMatrix`].
    pub land_cover: &'a [Option<ChangeClass>],
    /// Soil-carbon class of each pixel.
    pub soil_carbon: &'a [Option<ChangeClass>],
}

/// All classes of a pixel, from the metrics to the indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PixelClasses {
    /// Trend of productivity.
    pub trend: Option<ChangeClass>,
    /// State of productivity.
    pub state: Option<ChangeClass>,
    /// Performance within the unit.
    pub performance: Option<PerformanceClass>,
    /// The three together, five classes.
    pub productivity: Option<ProductivityClass>,
    /// Land cover, as given.
    pub land_cover: Option<ChangeClass>,
    /// Soil carbon, as given.
    pub soil_carbon: Option<ChangeClass>,
    /// One-out-all-out.
    pub verdict: Option<Verdict>,
}

/// Mean productivity of every pixel over the trend window: what a [`PerformanceReference`] is built from.
pub fn mean_productivity(
    stack: &ProductivityStack<'_>,
    windows: &Windows,
    parameters: &ParameterSet,
) -> Vec<Option<f64>> {
    let mut means = vec![None; stack.pixels];
    fill(&mut means, |pixel, series| {
        stack.read(pixel, windows, series);
        series.mean(parameters)
    });
    means
}

/// The classes of every pixel.
///
/// # Range and edge cases
/// A pixel with too few valid years, without a unit, or in a unit with too few pixels has no productivity; what that makes of
/// the indicator the parameter set says. The result is the same for any number of threads.
///
/// # Errors
/// Layers of different lengths.
///
/// # Example
/// ```
/// use aimak_science::degradation::{ChangeClass, Variant, performance::PerformanceReference, productivity::ProductivityClass};
/// use aimak_science::degradation::{pixels::{PixelLayers, ProductivityStack, classify}, windows::Windows};
/// // METHODS D.5.1: thirteen years, then three; every pixel of a large unit has the same mean
/// let years: Vec<i32> = (2008..2024).collect();
/// let ndvi = [0.30, 0.31, 0.29, 0.33, 0.32, 0.30, 0.34, 0.31, 0.28, 0.32, 0.33, 0.30, 0.31, 0.285, 0.290, 0.288];
/// let reference = PerformanceReference::from_pixels((0..100).map(|_| (Some(1), Some(0.31))));
/// let layers = PixelLayers {
///     productivity: ProductivityStack::new(&years, 1, &ndvi, &[true; 16]).unwrap(),
///     windows: Windows::ending(2023), units: &[Some(1)], reference: &reference,
///     land_cover: &[Some(ChangeClass::Stable)], soil_carbon: &[Some(ChangeClass::Stable)],
/// };
/// let pixel = classify(&layers, &Variant::Default.parameters()).unwrap()[0];
/// assert_eq!((pixel.trend, pixel.state), (Some(ChangeClass::Stable), Some(ChangeClass::Degraded)));
/// assert_eq!(pixel.productivity, Some(ProductivityClass::EarlyDecline));
/// assert_eq!(pixel.verdict.unwrap().class, ChangeClass::Degraded);
/// ```
///
/// # Reference
/// METHODS D.5.
pub fn classify(
    layers: &PixelLayers<'_>,
    parameters: &ParameterSet,
) -> Result<Vec<PixelClasses>, StackFault> {
    let pixels = layers.productivity.pixels;
    fits("units", layers.units.len(), pixels)?;
    fits("land_cover", layers.land_cover.len(), pixels)?;
    fits("soil_carbon", layers.soil_carbon.len(), pixels)?;
    let mut classes = vec![PixelClasses::default(); pixels];
    fill(&mut classes, |pixel, series| {
        layers.productivity.read(pixel, &layers.windows, series);
        layers.classes(pixel, series, parameters)
    });
    Ok(classes)
}

/// Fills a map in parallel, chunk by chunk.
fn fill<T: Send>(map: &mut [T], of_pixel: impl Fn(usize, &mut Series) -> T + Sync) {
    let of_chunk = |(chunk, places): (usize, &mut [T])| {
        let mut series = Series::default();
        for (pixel, place) in (chunk * CHUNK..).zip(places) {
            *place = of_pixel(pixel, &mut series);
        }
    };
    map.par_chunks_mut(CHUNK).enumerate().for_each(of_chunk);
}

impl PixelLayers<'_> {
    fn classes(&self, pixel: usize, series: &Series, parameters: &ParameterSet) -> PixelClasses {
        let unit = self.units[pixel].and_then(|unit| self.reference.unit(unit));
        let mean = series.mean(parameters);
        let (trend, state) = (
            series.trend_class(parameters),
            series.state_class(parameters),
        );
        let performance = mean
            .zip(unit)
            .and_then(|(mean, unit)| parameters.performance.class(mean, unit));
        let productivity = ProductivityClass::combine(trend, state, performance);
        let parts = SubIndicators {
            productivity: productivity.map(ProductivityClass::change),
            land_cover: self.land_cover[pixel],
            soil_carbon: self.soil_carbon[pixel],
        };
        PixelClasses {
            trend,
            state,
            performance,
            productivity,
            land_cover: parts.land_cover,
            soil_carbon: parts.soil_carbon,
            verdict: parts.verdict(parameters.missing),
        }
    }
}

#[cfg(test)]
mod tests;
