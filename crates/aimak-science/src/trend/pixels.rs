//! How do a million pixels rise or fall, each by itself?

use std::sync::OnceLock;

use aimak_core::{Reason, Withheld};
use rayon::prelude::*;

use super::{
    MINIMUM_YEARS,
    concordance::{Concordance, standard_score, tie_sizes, tie_term, two_sided_p},
    exact_null::ExactNull,
    mann_kendall::{MannKendall, Null},
    order_statistic::Selector,
    series::Series,
    theil_sen::{Rank, SlopeInterval, interval_ranks, midpoint},
};

/// Pixels per task; fixed, though no result depends on it.
const CHUNK: usize = 2048;

/// One raster of a stack: values and which of them hold.
#[derive(Clone, Copy, Debug)]
pub struct Layer<'a, T> {
    /// Values, meaningless where not valid.
    pub values: &'a [T],
    /// Which values hold.
    pub valid: &'a [bool],
}

/// Values of many pixels at common times.
#[derive(Clone, Debug)]
pub struct PixelStack<'a, T> {
    years: &'a [f64],
    pixels: usize,
    layout: Layout<'a, T>,
}

#[derive(Clone, Debug)]
enum Layout<'a, T> {
    TimeByPixel(Vec<Layer<'a, T>>),
    PixelByTime(Layer<'a, T>),
}

impl<'a, T: Copy + Into<f64>> PixelStack<'a, T> {
    /// One layer per year, all of the same pixels.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` where years do not strictly rise, or lengths differ.
    pub fn of_layers(years: &'a [f64], layers: Vec<Layer<'a, T>>) -> Result<Self, Withheld> {
        let pixels = layers.first().map_or(0, |layer| layer.values.len());
        let even = |layer: &Layer<T>| layer.values.len() == pixels && layer.valid.len() == pixels;
        if layers.len() != years.len() || !layers.iter().all(even) {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        rising(years)?;
        Ok(Self {
            years,
            pixels,
            layout: Layout::TimeByPixel(layers),
        })
    }

    /// The whole series of the first pixel, then of the second, and so on.
    ///
    /// # Errors
    /// As [`Self::of_layers`].
    pub fn of_series(years: &'a [f64], series: Layer<'a, T>) -> Result<Self, Withheld> {
        rising(years)?;
        let whole = !years.is_empty() && series.values.len().is_multiple_of(years.len());
        if !whole || series.valid.len() != series.values.len() {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        Ok(Self {
            years,
            pixels: series.values.len() / years.len(),
            layout: Layout::PixelByTime(series),
        })
    }

    /// Number of pixels.
    pub fn pixels(&self) -> usize {
        self.pixels
    }

    /// Value of a pixel at the year of a position; a value that is not finite does not hold, whatever the mask says.
    fn value(&self, pixel: usize, position: usize) -> Option<f64> {
        let (layer, cell) = match &self.layout {
            Layout::TimeByPixel(layers) => (&layers[position], pixel),
            Layout::PixelByTime(series) => (series, pixel * self.years.len() + position),
        };
        let value: f64 = layer.values[cell].into();
        (layer.valid[cell] && value.is_finite()).then_some(value)
    }
}

fn rising(years: &[f64]) -> Result<(), Withheld> {
    let rising = years.windows(2).all(|pair| pair[0] < pair[1]);
    if rising && years.iter().all(|year| year.is_finite()) {
        Ok(())
    } else {
        Err(Withheld::because(Reason::OutOfRange))
    }
}

/// What a pixel does over the years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PixelTrend {
    /// Number of valid years.
    pub n: u32,
    /// S of Mann and Kendall.
    pub s: i32,
    /// Kendall's tau-a, −1 to 1.
    pub tau_a: f64,
    /// S in standard deviations.
    pub z: f64,
    /// Two-sided p, 0–1; adjust it before counting pixels ([`super::false_discovery`]).
    pub p: f64,
    /// Slope of Theil and Sen, unit of the values per year.
    pub slope_per_year: f64,
    /// Gilbert's 95 % interval of the slope, where asked for and where there is one.
    pub interval: Option<SlopeInterval>,
}

/// Mann–Kendall and Theil–Sen for every pixel of a stack.
///
/// # Formula
/// As [`MannKendall`] and [`super::theil_sen::TheilSen::RealTime`], bit for bit; only faster.
///
/// # Units
/// Unit of the values per year.
///
/// # Range and edge cases
/// A pixel with fewer than [`Self::minimum_years`] valid years has no trend (`None`). Results do not depend on the layout or the
/// number of threads.
///
/// # Example
/// ```
/// use aimak_science::trend::pixels::{Layer, PixelStack, PixelwiseTrend};
/// let years: Vec<f64> = (2015..2025).map(f64::from).collect();
/// let ndvi = [0.412, 0.405, 0.421, 0.418, 0.430, 0.426, 0.441, 0.437, 0.437, 0.452];
/// let stack = PixelStack::of_series(&years, Layer { values: &ndvi, valid: &[true; 10] }).unwrap();
/// let trend = PixelwiseTrend::default().of(&stack)[0].unwrap();
/// assert_eq!((trend.n, trend.s), (10, 34));
/// assert!((trend.slope_per_year - 0.0045).abs() < 1e-12 && (trend.p - 0.003042).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PixelwiseTrend {
    /// The test.
    pub test: MannKendall,
    /// Fewest valid years of a pixel; never below what the test itself needs.
    pub minimum_years: usize,
    /// Whether to find the interval of the slope too.
    pub interval: bool,
}

impl Default for PixelwiseTrend {
    fn default() -> Self {
        Self {
            test: MannKendall::Standard,
            minimum_years: MINIMUM_YEARS,
            interval: false,
        }
    }
}

impl PixelwiseTrend {
    /// The trend of every pixel, in order of the pixels.
    pub fn of<T>(&self, stack: &PixelStack<T>) -> Vec<Option<PixelTrend>>
    where
        T: Copy + Into<f64> + Sync,
    {
        let nulls: Vec<OnceLock<ExactNull>> =
            (0..=stack.years.len()).map(|_| OnceLock::new()).collect();
        let mut trends = vec![None; stack.pixels];
        let chunks = trends.par_chunks_mut(CHUNK).enumerate();
        chunks.for_each_init(Scratch::default, |scratch, (chunk, trends)| {
            for (i, trend) in trends.iter_mut().enumerate() {
                scratch.gather(stack, chunk * CHUNK + i);
                *trend = self.of_pixel(scratch, &nulls);
            }
        });
        trends
    }

    fn of_pixel(&self, scratch: &mut Scratch, nulls: &[OnceLock<ExactNull>]) -> Option<PixelTrend> {
        let n = scratch.values.len();
        if n < self.minimum_years.max(self.test.minimum_years()) {
            return None;
        }
        let pairs = scratch.compare_pairs();
        let slope_per_year = scratch.median_slope();
        let (variance, z, p) = self.significance(scratch, &pairs, nulls)?;
        Some(PixelTrend {
            n: n as u32,
            s: pairs.s() as i32,
            tau_a: pairs.tau_a().unwrap_or(0.0),
            z,
            p,
            slope_per_year,
            interval: if self.interval { scratch.interval(variance) } else { None },
        })
    }

    /// Variance, score and p.
    fn significance(
        &self,
        scratch: &Scratch,
        pairs: &Concordance,
        nulls: &[OnceLock<ExactNull>],
    ) -> Option<(f64, f64, f64)> {
        if matches!(self.test, MannKendall::HamedRao { .. } | MannKendall::HamedRaoAllLags) {
            let series = Series::new(&scratch.observations).ok()?;
            return self.test.test(&series).ok().map(|found| (found.variance, found.z, found.p));
        }
        let variance = pairs.variance();
        let z = standard_score(pairs.s(), variance);
        let p = match self.test.null(pairs) {
            Null::Normal => two_sided_p(z),
            Null::Exact if pairs.tie_term == 0 => nulls[pairs.n]
                .get_or_init(|| ExactNull::without_ties(pairs.n))
                .two_sided_p(pairs.s()),
            Null::Exact => ExactNull::with_ties(&tie_sizes(&scratch.values)).two_sided_p(pairs.s()),
        };
        Some((variance, z, p))
    }
}

/// Memory one thread uses again for every pixel.
#[derive(Default)]
struct Scratch {
    observations: Vec<(f64, Option<f64>)>,
    years: Vec<f64>,
    values: Vec<f64>,
    slopes: Vec<f64>,
    selector: Selector,
}

impl Scratch {
    /// Takes in the valid values of a pixel.
    fn gather<T: Copy + Into<f64>>(&mut self, stack: &PixelStack<T>, pixel: usize) {
        self.observations.clear();
        self.years.clear();
        self.values.clear();
        for (position, year) in stack.years.iter().enumerate() {
            let value = stack.value(pixel, position);
            self.observations.push((*year, value));
            if let Some(value) = value {
                self.years.push(*year);
                self.values.push(value);
            }
        }
    }

    /// Slopes and directions of all pairs in one pass.
    fn compare_pairs(&mut self) -> Concordance {
        let n = self.values.len();
        self.slopes.resize(n * (n - 1) / 2, 0.0);
        let (mut rising, mut falling) = (0_u64, 0_u64);
        let mut rest = &mut self.slopes[..];
        for i in 0..n {
            let (row, after) = rest.split_at_mut(n - 1 - i);
            rest = after;
            let (year, value) = (self.years[i], self.values[i]);
            let later = self.years[i + 1..].iter().zip(&self.values[i + 1..]);
            for (slope, (later_year, later_value)) in row.iter_mut().zip(later) {
                *slope = (later_value - value) / (later_year - year);
                rising += u64::from(*later_value > value);
                falling += u64::from(*later_value < value);
            }
        }
        let (rising, falling) = (rising as usize, falling as usize);
        let tied = rising + falling < self.slopes.len();
        Concordance {
            n,
            rising,
            falling,
            tie_term: if tied { tie_term(&tie_sizes(&self.values)) } else { 0 },
        }
    }

    fn median_slope(&mut self) -> f64 {
        let (below, above) = ((self.slopes.len() - 1) / 2, self.slopes.len() / 2);
        let (below, above) = self.selector.pair(&self.slopes, below, above);
        midpoint(below, above)
    }

    fn interval(&mut self, variance: f64) -> Option<SlopeInterval> {
        let (low, high) = interval_ranks(self.slopes.len(), variance)?;
        let mut at = |rank: Rank| {
            let (below, above) = self.selector.pair(&self.slopes, rank.below, rank.above);
            rank.between(below, above)
        };
        Some(SlopeInterval {
            low_per_year: at(low),
            high_per_year: at(high),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::trend::theil_sen::TheilSen;

    const TESTS: [MannKendall; 5] = [
        MannKendall::Standard,
        MannKendall::Normal,
        MannKendall::Exact,
        MannKendall::HAMED_RAO,
        MannKendall::HamedRaoAllLags,
    ];

    /// The plain functions, one series at a time.
    fn plain(map: &PixelwiseTrend, years: &[f64], values: &[Option<f64>]) -> Option<PixelTrend> {
        let observations: Vec<_> = years.iter().copied().zip(values.iter().copied()).collect();
        let series = Series::new(&observations).unwrap();
        series.at_least(map.minimum_years).ok()?;
        let found = map.test.test(&series).ok()?;
        let line = TheilSen::RealTime.line_with_variance(&series, found.variance).unwrap();
        Some(PixelTrend {
            n: found.n as u32,
            s: found.s as i32,
            tau_a: found.tau_a,
            z: found.z,
            p: found.p,
            slope_per_year: line.slope_per_year,
            interval: line.interval.filter(|_| map.interval),
        })
    }

    /// Bits, so that −0 and 0 differ too.
    fn bits(trend: &Option<PixelTrend>) -> Option<Vec<u64>> {
        trend.as_ref().map(|trend| {
            let limits = trend.interval.map_or(vec![], |i| vec![i.low_per_year, i.high_per_year]);
            let numbers = [trend.tau_a, trend.z, trend.p, trend.slope_per_year];
            let whole = [u64::from(trend.n), trend.s as u64];
            whole.into_iter().chain(numbers.into_iter().chain(limits).map(f64::to_bits)).collect()
        })
    }

    fn value() -> impl Strategy<Value = Option<f64>> {
        prop_oneof![
            6 => (0.0..1.0_f64).prop_map(Some),
            3 => (0_i32..8).prop_map(|step| Some(f64::from(step) / 8.0)),
            1 => Just(None),
        ]
    }

    proptest! {
        #[test]
        fn as_the_plain_functions_bit_for_bit(
            steps in prop::collection::vec(1_u32..4, 4..30),
            pixels in prop::collection::vec(prop::collection::vec(value(), 30), 1..6),
            minimum_years in 5usize..9,
            interval: bool,
        ) {
            let mut year = 1999.0;
            let years: Vec<f64> = steps.iter().map(|step| { year += f64::from(*step) / 2.0; year }).collect();
            let pixels: Vec<_> = pixels.iter().map(|pixel| &pixel[..years.len()]).collect();
            let flat = || pixels.iter().flat_map(|pixel| pixel.iter());
            let values: Vec<f64> = flat().map(|value| value.unwrap_or(-32768.0)).collect();
            let valid: Vec<bool> = flat().map(Option::is_some).collect();
            let by_pixel = PixelStack::of_series(&years, Layer { values: &values, valid: &valid }).unwrap();
            let layer = |t: usize| -> (Vec<f64>, Vec<bool>) {
                let cells = (0..pixels.len()).map(|pixel| pixel * years.len() + t);
                cells.map(|cell| (values[cell], valid[cell])).unzip()
            };
            let layers: Vec<_> = (0..years.len()).map(layer).collect();
            let layers = layers.iter().map(|(values, valid)| Layer { values, valid }).collect();
            let by_layer = PixelStack::of_layers(&years, layers).unwrap();
            for test in TESTS {
                let map = PixelwiseTrend { test, minimum_years, interval };
                let expected: Vec<_> = pixels.iter().map(|pixel| bits(&plain(&map, &years, pixel))).collect();
                prop_assert_eq!(&map.of(&by_pixel).iter().map(bits).collect::<Vec<_>>(), &expected);
                prop_assert_eq!(&map.of(&by_layer).iter().map(bits).collect::<Vec<_>>(), &expected);
            }
        }
    }

    #[test]
    fn unfit_stacks_are_refused_and_unfit_values_left_out() {
        let years = [1.0, 2.0, 3.0];
        let layer = |values, valid| Layer { values, valid };
        let (values, valid) = ([1.0_f64; 6], [true; 6]);
        assert!(PixelStack::of_series(&years, layer(&values[..4], &valid[..4])).is_err());
        assert!(PixelStack::of_series(&years, layer(&values, &valid[..5])).is_err());
        assert!(PixelStack::of_series(&[1.0, 1.0, 2.0], layer(&values, &valid)).is_err());
        assert!(PixelStack::of_layers(&years, vec![layer(&values, &valid); 2]).is_err());
        assert_eq!(PixelStack::of_layers(&years, vec![layer(&values, &valid); 3]).unwrap().pixels(), 6);
        let years: Vec<f64> = (0..9).map(f64::from).collect();
        let series = [0.1, f64::NAN, 0.2, 0.3, f64::INFINITY, 0.4, 0.5, 0.6, 0.7];
        let stack = PixelStack::of_series(&years, layer(&series, &[true; 9])).unwrap();
        assert_eq!(PixelwiseTrend::default().of(&stack), [None]);
        let five = PixelwiseTrend { minimum_years: 5, ..PixelwiseTrend::default() };
        assert_eq!(five.of(&stack)[0].unwrap().n, 7);
    }
}
