//! How fast does it rise or fall, when single odd years may not decide?

use aimak_core::Withheld;

use super::{MINIMUM_YEARS_EXACT, NORMAL_975, concordance::Concordance, series::Series};

/// The median slope of Theil and Sen, by what counts as distance between two values.
///
/// # Formula
/// Median of `(x_j − x_i)/(t_j − t_i)` over all pairs i < j. The line runs through the median time and the median value.
///
/// # Units
/// Unit of the values per year ([`Self::RealTime`]) or per place of the list ([`Self::IndexDistance`]).
///
/// # Range and edge cases
/// Fewer than 5 valid years give `SERIES_TOO_SHORT`; about 29 % of the values may be wild before the median breaks. The interval is
/// `None` for a constant series and where the variance asks for order statistics beyond the extremes.
///
/// # Example
/// ```
/// use aimak_science::trend::{series::Series, theil_sen::TheilSen};
/// let ndvi = [0.412, 0.405, 0.421, 0.418, 0.430, 0.426, 0.441, 0.437, 0.437, 0.452];
/// let observations: Vec<_> = (2015..2025).map(f64::from).zip(ndvi.map(Some)).collect();
/// let line = TheilSen::RealTime.line(&Series::new(&observations).unwrap()).unwrap();
/// assert!((line.slope_per_year - 0.0045).abs() < 1e-12);
/// assert!((line.at(2015.0) - 0.40775).abs() < 1e-12);
/// let interval = line.interval.unwrap();
/// assert!((interval.low_per_year - 0.002745).abs() < 5e-7 && (interval.high_per_year - 0.005753).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.4; Theil (1950); Sen (1968), J. Am. Stat. Assoc. 63:1379–1389; Gilbert (1987), Statistical Methods for
/// Environmental Pollution Monitoring, ch. 16; Conover (1980) for the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TheilSen {
    /// Distance in years: gaps and uneven dates count as long as they are.
    #[default]
    RealTime,
    /// Distance in places of the list, missing ones counted, as pyMannKendall; years are not looked at.
    IndexDistance,
}

/// A line through a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SenLine {
    /// Number of valid values.
    pub n: usize,
    /// Slope, unit of the values per year (or place).
    pub slope_per_year: f64,
    /// 95 % interval of the slope; order statistics around the median.
    pub interval: Option<SlopeInterval>,
    /// The first year (or place 0) of the list the series came from.
    pub origin: f64,
    /// Height of the line at the origin.
    pub value_at_origin: f64,
}

/// 95 % interval of a slope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SlopeInterval {
    /// Lower limit.
    pub low_per_year: f64,
    /// Upper limit.
    pub high_per_year: f64,
}

impl SenLine {
    /// Height of the line at a time.
    pub fn at(&self, time: f64) -> f64 {
        self.value_at_origin + self.slope_per_year * (time - self.origin)
    }
}

impl TheilSen {
    /// The line with the interval that holds without serial correlation.
    ///
    /// # Errors
    /// `SERIES_TOO_SHORT` below 5 valid years.
    pub fn line(self, series: &Series) -> Result<SenLine, Withheld> {
        self.line_with_variance(series, Concordance::of(series.values()).variance())
    }

    /// The line with the interval for a variance of S, such as one corrected for serial correlation.
    ///
    /// # Errors
    /// `SERIES_TOO_SHORT` below 5 valid years.
    pub fn line_with_variance(self, series: &Series, variance: f64) -> Result<SenLine, Withheld> {
        series.at_least(MINIMUM_YEARS_EXACT)?;
        let (times, origin) = self.times(series);
        let slopes = SenSlopes::of(times, series.values());
        let slope_per_year = slopes.median().unwrap_or(0.0);
        let since_origin: Vec<f64> = times.iter().map(|time| time - origin).collect();
        let middle = |sample: &[f64]| median(sample).unwrap_or(0.0);
        Ok(SenLine {
            n: series.len(),
            slope_per_year,
            interval: slopes.interval(variance),
            origin,
            value_at_origin: middle(series.values()) - slope_per_year * middle(&since_origin),
        })
    }

    /// The slope alone.
    ///
    /// # Errors
    /// `SERIES_TOO_SHORT` below 5 valid years.
    pub fn slope(self, series: &Series) -> Result<f64, Withheld> {
        series.at_least(MINIMUM_YEARS_EXACT)?;
        let slopes = SenSlopes::of(self.times(series).0, series.values());
        Ok(slopes.median().unwrap_or(0.0))
    }

    /// Times of the values and the origin they are counted from.
    fn times(self, series: &Series) -> (&[f64], f64) {
        match self {
            Self::RealTime => (series.years(), series.first_year()),
            Self::IndexDistance => (series.positions(), 0.0),
        }
    }
}

/// The slopes of all pairs, sorted.
#[derive(Clone, Debug, PartialEq)]
pub struct SenSlopes {
    sorted: Vec<f64>,
}

impl SenSlopes {
    /// Slopes between all pairs of values; times strictly rise.
    pub fn of(times: &[f64], values: &[f64]) -> Self {
        let n = values.len();
        let mut sorted = Vec::with_capacity(n * n.saturating_sub(1) / 2);
        for i in 0..n {
            for j in i + 1..n {
                sorted.push((values[j] - values[i]) / (times[j] - times[i]));
            }
        }
        sorted.sort_unstable_by(f64::total_cmp);
        Self { sorted }
    }

    /// The slopes of several series thrown together.
    #[must_use]
    pub fn joined(parts: &[Self]) -> Self {
        let mut sorted: Vec<f64> = parts
            .iter()
            .flat_map(|part| &part.sorted)
            .copied()
            .collect();
        sorted.sort_unstable_by(f64::total_cmp);
        Self { sorted }
    }

    /// The slopes in rising order.
    pub fn sorted(&self) -> &[f64] {
        &self.sorted
    }

    /// The median slope; `None` without a pair.
    pub fn median(&self) -> Option<f64> {
        middle_of_sorted(&self.sorted)
    }

    /// Gilbert's 95 % interval for a variance of S; see [`interval_ranks`].
    pub fn interval(&self, variance: f64) -> Option<SlopeInterval> {
        let (low, high) = interval_ranks(self.sorted.len(), variance)?;
        let at = |rank: Rank| rank.between(self.sorted[rank.below], self.sorted[rank.above]);
        Some(SlopeInterval {
            low_per_year: at(low),
            high_per_year: at(high),
        })
    }
}

/// A place between two order statistics.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rank {
    /// Order statistic below, from 0.
    pub below: usize,
    /// Order statistic above, the same or the next.
    pub above: usize,
    share: f64,
}

impl Rank {
    /// The straight line between both.
    pub fn between(self, below: f64, above: f64) -> f64 {
        below + (above - below) * self.share
    }
}

/// Ranks of the limits: `(N′ − C)/2` and `(N′ + C)/2 + 1`, counted from 1, with `C = 1.96·√Var`.
///
/// A rank less than half a place beyond the extremes takes the extreme (five years without ties: rank 0.999); farther out the
/// slopes do not reach the level, and there is no interval. Variance 0 knows no spread: no interval either.
pub(crate) fn interval_ranks(slopes: usize, variance: f64) -> Option<(Rank, Rank)> {
    let half_width = NORMAL_975 * variance.sqrt() / 2.0;
    let lowest = slopes as f64 / 2.0 - half_width;
    if variance <= 0.0 || lowest < 0.5 {
        return None;
    }
    let at = |rank: f64| {
        let place = rank.clamp(1.0, slopes as f64) - 1.0;
        let below = place.floor() as usize;
        Rank {
            below,
            above: (below + 1).min(slopes - 1),
            share: place - place.floor(),
        }
    };
    Some((at(lowest), at(slopes as f64 / 2.0 + half_width + 1.0)))
}

/// The median; `None` for nothing.
pub(crate) fn median(sample: &[f64]) -> Option<f64> {
    let mut sorted = sample.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    middle_of_sorted(&sorted)
}

fn middle_of_sorted(sorted: &[f64]) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    Some(midpoint(sorted[last / 2], sorted[sorted.len() / 2]))
}

/// The mean of the two middle order statistics; a negative zero becomes zero.
pub(crate) fn midpoint(below: f64, above: f64) -> f64 {
    f64::midpoint(below, above) + 0.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dated(observations: &[(f64, f64)]) -> Series {
        let some: Vec<_> = observations
            .iter()
            .map(|(year, value)| (*year, Some(*value)))
            .collect();
        Series::new(&some).unwrap()
    }

    #[test]
    fn a_gap_counts_as_long_as_it_is() {
        // by hand: a line of 1 per year seen in 2000–2003 and 2010
        let series = dated(&[
            (2000.0, 0.0),
            (2001.0, 1.0),
            (2002.0, 2.0),
            (2003.0, 3.0),
            (2010.0, 10.0),
        ]);
        assert_eq!(TheilSen::RealTime.slope(&series).unwrap(), 1.0);
        // places 0 to 4: slopes 1 six times, 10/4, 9/3, 8/2, 7/1 → median 1, mean step larger
        let by_place = SenSlopes::of(series.positions(), series.values());
        assert_eq!(by_place.sorted()[6..], [2.5, 3.0, 4.0, 7.0]);
        let line = TheilSen::RealTime.line(&series).unwrap();
        assert_eq!((line.value_at_origin, line.at(2020.0)), (0.0, 20.0));
    }

    #[test]
    fn ranks_of_the_worked_example() {
        // METHODS D.4: 45 slopes, variance 124 → ranks 11.587382 and 34.412618
        let (low, high) = interval_ranks(45, 124.0).unwrap();
        assert_eq!(
            (low.below, low.above, high.below, high.above),
            (10, 11, 33, 34)
        );
        assert!((low.share - 0.587_382).abs() < 1e-6 && (high.share - 0.412_618).abs() < 1e-6);
    }

    #[test]
    fn no_interval_without_spread_or_beyond_the_extremes() {
        assert_eq!(interval_ranks(28, 0.0), None);
        assert_eq!(interval_ranks(28, 4.0 * 65.333), None);
        // five years: rank 0.999 is the smallest slope
        assert_eq!(interval_ranks(10, 50.0 / 3.0).unwrap().0.below, 0);
        let short = dated(&[(1.0, 1.0), (2.0, 2.0), (3.0, 3.0), (4.0, 4.0)]);
        assert_eq!(
            TheilSen::RealTime.line(&short).unwrap_err().reason,
            aimak_core::Reason::SeriesTooShort
        );
    }

    proptest! {
        #[test]
        fn slopes_follow_units_and_shifts(values in prop::collection::vec(-100_i32..100, 5..25), add in -50_i32..50) {
            let years = |i: usize| 2000.0 + i as f64;
            let plain: Vec<_> = values.iter().enumerate().map(|(i, x)| (years(i), f64::from(*x))).collect();
            let moved: Vec<_> = plain.iter().map(|(year, x)| (year + 16.0, 4.0 * (x + f64::from(add)))).collect();
            let flipped: Vec<_> = plain.iter().map(|(year, x)| (*year, -x)).collect();
            let (plain, moved, flipped) = (dated(&plain), dated(&moved), dated(&flipped));
            let line = |series| TheilSen::RealTime.line(series).unwrap();
            prop_assert_eq!(line(&moved).slope_per_year, 4.0 * line(&plain).slope_per_year);
            prop_assert_eq!(line(&flipped).slope_per_year, -line(&plain).slope_per_year);
            if let Some(interval) = line(&plain).interval {
                prop_assert!(interval.low_per_year <= line(&plain).slope_per_year);
                prop_assert!(interval.high_per_year >= line(&plain).slope_per_year);
            }
        }

        #[test]
        fn yearly_places_are_years(values in prop::collection::vec(prop::option::of(0.0..1.0_f64), 12..25)) {
            let series = Series::yearly(&values).unwrap();
            prop_assert_eq!(TheilSen::RealTime.slope(&series), TheilSen::IndexDistance.slope(&series));
        }
    }
}
