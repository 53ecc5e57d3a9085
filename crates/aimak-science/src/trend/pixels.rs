//! How do a million pixels rise or fall, each by itself?

use std::sync::OnceLock;

use rayon::prelude::*;

use super::{
    MINIMUM_YEARS,
    concordance::{Concordance, standard_score, tie_sizes, two_sided_p},
    exact_null::ExactNull,
    mann_kendall::{MannKendall, Null},
    pixel_series::PixelSeries,
    pixel_stack::PixelStack,
    series::Series,
    theil_sen::SlopeInterval,
};

/// Pixels per task; fixed, though no result depends on it.
const CHUNK: usize = 2048;

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

/// Exact distributions of series without ties, made once they are asked for.
#[derive(Debug)]
pub(super) struct Nulls(Vec<OnceLock<ExactNull>>);

impl Nulls {
    /// For series of up to `years` values.
    pub(super) fn up_to(years: usize) -> Self {
        Self((0..=years).map(|_| OnceLock::new()).collect())
    }

    fn without_ties(&self, n: usize) -> &ExactNull {
        self.0[n].get_or_init(|| ExactNull::without_ties(n))
    }
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
/// use aimak_science::trend::{pixel_stack::{Layer, PixelStack}, pixels::PixelwiseTrend};
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
        let nulls = Nulls::up_to(stack.years().len());
        let mut trends = vec![None; stack.pixels()];
        let chunks = trends.par_chunks_mut(CHUNK).enumerate();
        chunks.for_each_init(PixelSeries::default, |series, (chunk, trends)| {
            self.from(stack, chunk * CHUNK, series, &nulls, trends);
        });
        trends
    }

    /// The trends of as many pixels as `trends` has room for, from pixel `first` on, on this thread alone.
    pub(super) fn from<T>(
        &self,
        stack: &PixelStack<T>,
        first: usize,
        series: &mut PixelSeries,
        nulls: &Nulls,
        trends: &mut [Option<PixelTrend>],
    ) where
        T: Copy + Into<f64>,
    {
        for (trend, pixel) in trends.iter_mut().zip(first..) {
            series.gather(stack, pixel);
            *trend = self.of_pixel(series, nulls, || stack.observations(pixel));
        }
    }

    fn of_pixel(
        &self,
        series: &mut PixelSeries,
        nulls: &Nulls,
        observations: impl FnOnce() -> Vec<(f64, Option<f64>)>,
    ) -> Option<PixelTrend> {
        let n = series.values().len();
        if n < self.minimum_years.max(self.test.minimum_years()) {
            return None;
        }
        let pairs = series.compare_pairs();
        let slope_per_year = series.median_slope();
        let (variance, z, p) = self.significance(series, &pairs, nulls, observations)?;
        Some(PixelTrend {
            n: n as u32,
            s: pairs.s() as i32,
            tau_a: pairs.tau_a().unwrap_or(0.0),
            z,
            p,
            slope_per_year,
            interval: if self.interval {
                series.interval(variance)
            } else {
                None
            },
        })
    }

    /// Variance, score and p.
    fn significance(
        &self,
        series: &PixelSeries,
        pairs: &Concordance,
        nulls: &Nulls,
        observations: impl FnOnce() -> Vec<(f64, Option<f64>)>,
    ) -> Option<(f64, f64, f64)> {
        if matches!(
            self.test,
            MannKendall::HamedRao { .. } | MannKendall::HamedRaoAllLags
        ) {
            let observed = Series::new(&observations()).ok()?;
            return self
                .test
                .test(&observed)
                .ok()
                .map(|found| (found.variance, found.z, found.p));
        }
        let variance = pairs.variance();
        let z = standard_score(pairs.s(), variance);
        let p = match self.test.null(pairs) {
            Null::Normal => two_sided_p(z),
            Null::Exact if pairs.tie_term == 0 => {
                nulls.without_ties(pairs.n).two_sided_p(pairs.s())
            }
            Null::Exact => ExactNull::with_ties(&tie_sizes(series.values())).two_sided_p(pairs.s()),
        };
        Some((variance, z, p))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::trend::{pixel_stack::Layer, theil_sen::TheilSen};

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
        let line = TheilSen::RealTime
            .line_with_variance(&series, found.variance)
            .unwrap();
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
    fn bits(trend: Option<&PixelTrend>) -> Option<Vec<u64>> {
        trend.map(|trend| {
            let limits = trend
                .interval
                .map_or(vec![], |i| vec![i.low_per_year, i.high_per_year]);
            let numbers = [trend.tau_a, trend.z, trend.p, trend.slope_per_year];
            let whole = [u64::from(trend.n), trend.s as u64];
            whole
                .into_iter()
                .chain(numbers.into_iter().chain(limits).map(f64::to_bits))
                .collect()
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
                let expected: Vec<_> = pixels.iter().map(|pixel| bits(plain(&map, &years, pixel).as_ref())).collect();
                prop_assert_eq!(&map.of(&by_pixel).iter().map(|trend| bits(trend.as_ref())).collect::<Vec<_>>(), &expected);
                prop_assert_eq!(&map.of(&by_layer).iter().map(|trend| bits(trend.as_ref())).collect::<Vec<_>>(), &expected);
            }
        }
    }

    #[test]
    fn any_number_of_threads_gives_the_same() {
        let years: Vec<f64> = (2000..2012).map(f64::from).collect();
        // more pixels than two chunks hold; a fixed scramble, neither sorted nor tied throughout
        let values: Vec<f32> = (0_u32..12 * 5000)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 18) as f32)
            .collect();
        let valid: Vec<bool> = (0..values.len()).map(|i| i % 7 != 3).collect();
        let stack = PixelStack::of_series(
            &years,
            Layer {
                values: &values,
                valid: &valid,
            },
        )
        .unwrap();
        let map = PixelwiseTrend {
            interval: true,
            ..PixelwiseTrend::default()
        };
        let with_threads = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| map.of(&stack))
                .iter()
                .map(|trend| bits(trend.as_ref()))
                .collect::<Vec<_>>()
        };
        let one = with_threads(1);
        assert_eq!(one.iter().flatten().count(), 5000);
        assert_eq!(one, with_threads(3));
    }

    #[test]
    fn values_that_are_not_finite_do_not_hold() {
        let years: Vec<f64> = (0..9).map(f64::from).collect();
        let series = [0.1, f64::NAN, 0.2, 0.3, f64::INFINITY, 0.4, 0.5, 0.6, 0.7];
        let valid = [true; 9];
        let stack = PixelStack::of_series(
            &years,
            Layer {
                values: &series,
                valid: &valid,
            },
        )
        .unwrap();
        assert_eq!(PixelwiseTrend::default().of(&stack), [None]);
        let five = PixelwiseTrend {
            minimum_years: 5,
            ..PixelwiseTrend::default()
        };
        assert_eq!(five.of(&stack)[0].unwrap().n, 7);
    }
}
