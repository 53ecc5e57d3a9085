//! How much green did a growing season add up to?

use aimak_core::{Message, PartialDate, Raster, Reason, Span, Withheld};
use jiff::{ToSpan as _, civil::Date};
use ndarray::{Array2, Axis, Zip};

use super::{
    BeltSeasons, SceneFault, Season, Stack,
    stack::{Day, mean_of_a_day},
};

/// The green of one season.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Productivity {
    /// Area under NDVI above the soil floor, NDVI·days (INT).
    pub integral_days: f64,
    /// The same per day, from the first to the last observation.
    pub mean: f64,
    /// Days with an observation.
    pub observations: usize,
    /// First of them.
    pub first: Date,
    /// Last of them.
    pub last: Date,
}

/// Why a season has no number. Days count from the first day of the season, which is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductivityRefusal {
    /// No observation in the season, or no season at this place.
    NoData,
    /// A value, or the soil floor, is no NDVI.
    OutOfRange,
    /// The first or last observation is too far from the limits of the season.
    SeasonNotCovered {
        /// Day of the first.
        first: i64,
        /// Day of the last.
        last: i64,
    },
    /// Two neighbouring observations are too far apart.
    GapTooLong {
        /// Days between them.
        days: i64,
    },
}

impl ProductivityRefusal {
    /// Its reason code.
    pub const fn reason(self) -> Reason {
        match self {
            Self::NoData => Reason::NoData,
            Self::OutOfRange => Reason::OutOfRange,
            Self::SeasonNotCovered { .. } => Reason::SeasonNotCovered,
            Self::GapTooLong { .. } => Reason::GapTooLong,
        }
    }
}

/// Annual productivity: the integral of NDVI over the growing season.
///
/// # Formula
/// `INT = Σ (vᵢ + vᵢ₊₁)/2·(tᵢ₊₁ − tᵢ)` with `v = max(0, NDVI − floor)`, mean `INT/(tₙ − t₁)`.
///
/// # Units
/// NDVI·days; the mean is NDVI above the floor.
///
/// # Range and edge cases
/// Neighbouring observations are joined by a straight line where they lie at most 48 days apart, else the year is withheld
/// (`GAP_TOO_LONG`). Lines join values above the floor, so a date listed as missing and one not listed are the same. First and
/// last observation must lie within 16 days of the limits of the season (`SEASON_NOT_COVERED`). Observations of one day are
/// averaged, those outside the season ignored. On irrigated cropland a new crop changes it without any change of the land.
///
/// # Example
/// ```
/// use aimak_science::spectral::{AnnualProductivity, Season};
/// use jiff::{ToSpan, civil::date};
/// let ndvi = [0.15, 0.22, 0.41, 0.58, 0.55, 0.44, 0.30, 0.18];
/// let observations: Vec<_> = ndvi.iter().zip(0..).map(|(v, i)| (date(2019, 3, 1) + (32 * i).days(), *v)).collect();
/// let season = Season::new((3, 1), (10, 20)).unwrap(); // first observation day 60, last day 284
/// let above = AnnualProductivity::default().of_year(&observations, season, 2019).unwrap();
/// assert!((above.integral_days - 62.88).abs() < 1e-9);
/// let raw = AnnualProductivity { soil_floor: 0.0, ..Default::default() }.of_year(&observations, season, 2019).unwrap();
/// assert!((raw.integral_days - 85.28).abs() < 1e-9 && (raw.mean - 0.3807).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS D.3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnnualProductivity {
    /// NDVI of bare soil, which does not count.
    pub soil_floor: f64,
    /// Longest gap that a straight line may cross, days.
    pub longest_gap_days: i64,
    /// How far from the limits of the season the first and last observation may lie, days.
    pub limit_tolerance_days: i64,
}

impl Default for AnnualProductivity {
    fn default() -> Self {
        Self {
            soil_floor: 0.1,
            longest_gap_days: 48,
            limit_tolerance_days: 16,
        }
    }
}

/// Which season holds where.
#[derive(Clone, Copy, Debug)]
pub enum SeasonsAt<'a> {
    /// One season for the whole window.
    Everywhere(Season),
    /// By elevation; a pixel without elevation has no season.
    ByElevation {
        /// The belts.
        belts: &'a BeltSeasons,
        /// Elevation of the window, m.
        elevation_m: &'a Raster<f64>,
    },
}

impl SeasonsAt<'_> {
    fn of_pixel(&self, row: usize, col: usize) -> Option<Season> {
        match self {
            Self::Everywhere(season) => Some(*season),
            Self::ByElevation { belts, elevation_m } => belts.at(*elevation_m.get(row, col)?),
        }
    }
}

/// The green of one season in every pixel of a window.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductivityWindow {
    /// NDVI·days.
    pub integral_days: Raster<f64>,
    /// NDVI above the floor.
    pub mean: Raster<f64>,
    /// Why a pixel has none.
    pub refused: Array2<Option<ProductivityRefusal>>,
}

impl ProductivityWindow {
    /// A window of which nothing was seen.
    pub fn nothing(shape: (usize, usize)) -> Self {
        let none = || Raster {
            values: Array2::zeros(shape),
            valid: Array2::from_elem(shape, false),
        };
        Self {
            integral_days: none(),
            mean: none(),
            refused: Array2::from_elem(shape, Some(ProductivityRefusal::NoData)),
        }
    }
}

impl AnnualProductivity {
    /// The green of the season of one year, from dated NDVI.
    ///
    /// # Errors
    /// `NO_DATA`, `OUT_OF_RANGE`, `SEASON_NOT_COVERED`, `GAP_TOO_LONG`.
    pub fn of_year(
        &self,
        observations: &[(Date, f64)],
        season: Season,
        year: i16,
    ) -> Result<Productivity, Withheld> {
        let span = season.in_year(year);
        let mut inside: Vec<(Date, f64)> = observations
            .iter()
            .copied()
            .filter(|(date, _)| span.contains(*date))
            .collect();
        inside.sort_by_key(|(date, _)| *date);
        let days: Vec<(i64, f64)> = inside
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|day| {
                let values = day.iter().map(|(_, ndvi)| *ndvi).collect();
                Some((days_between(span.from, day[0].0), mean_of_a_day(values)?))
            })
            .collect();
        self.integrate(&days, days_between(span.from, span.to))
            .map_err(|refusal| self.withheld(refusal, span))
            .map(|sum| Productivity {
                integral_days: sum.integral_days,
                mean: sum.mean,
                observations: days.len(),
                first: span.from.saturating_add(sum.first.days()),
                last: span.from.saturating_add(sum.last.days()),
            })
    }

    /// The green of the season of one year in every pixel of a window.
    ///
    /// # Errors
    /// Where the elevation has another shape.
    pub fn of_window(
        &self,
        stack: &Stack,
        seasons: SeasonsAt<'_>,
        year: i16,
    ) -> Result<ProductivityWindow, SceneFault> {
        if let SeasonsAt::ByElevation { elevation_m, .. } = seasons {
            SceneFault::unless_same(stack.shape(), elevation_m.values.dim())?;
        }
        let mut sums = Array2::from_elem(stack.shape(), Err(ProductivityRefusal::NoData));
        Zip::indexed(sums.axis_iter_mut(Axis(0))).par_for_each(|row, mut sums| {
            let mut days = Vec::new();
            for (col, sum) in sums.iter_mut().enumerate() {
                if let Some(season) = seasons.of_pixel(row, col) {
                    let span = season.in_year(year);
                    observations(stack, stack.days_in(span), (row, col), &mut days, span);
                    *sum = self.integrate(&days, days_between(span.from, span.to));
                }
            }
        });
        let layer = |value: fn(&SeasonSum) -> f64| Raster {
            values: sums.map(|sum| sum.as_ref().map_or(0.0, value)),
            valid: sums.map(Result::is_ok),
        };
        Ok(ProductivityWindow {
            integral_days: layer(|sum| sum.integral_days),
            mean: layer(|sum| sum.mean),
            refused: sums.map(|sum| sum.err()),
        })
    }

    /// The sum over observations in order of time; days count from the first day of a season of so many days.
    fn integrate(
        &self,
        days: &[(i64, f64)],
        season_days: i64,
    ) -> Result<SeasonSum, ProductivityRefusal> {
        let ([(first, _), ..], [.., (last, _)]) = (days, days) else {
            return Err(ProductivityRefusal::NoData);
        };
        let no_ndvi = |ndvi: f64| !(-1.0..=1.0).contains(&ndvi);
        if no_ndvi(self.soil_floor) || days.iter().any(|(_, ndvi)| no_ndvi(*ndvi)) {
            return Err(ProductivityRefusal::OutOfRange);
        }
        let (first, last) = (*first, *last);
        let late = first.max(season_days - 1 - last);
        if late > self.limit_tolerance_days || first == last {
            return Err(ProductivityRefusal::SeasonNotCovered { first, last });
        }
        let longest = days.windows(2).map(|pair| pair[1].0 - pair[0].0).max();
        if let Some(days) = longest.filter(|gap| *gap > self.longest_gap_days) {
            return Err(ProductivityRefusal::GapTooLong { days });
        }
        let above = |ndvi: f64| (ndvi - self.soil_floor).max(0.0);
        let trapezoid = |pair: &[(i64, f64)]| {
            0.5 * (above(pair[0].1) + above(pair[1].1)) * (pair[1].0 - pair[0].0) as f64
        };
        let integral_days: f64 = days.windows(2).map(trapezoid).sum();
        Ok(SeasonSum {
            integral_days,
            mean: integral_days / (last - first) as f64,
            first,
            last,
        })
    }

    /// A refusal in words.
    fn withheld(&self, refusal: ProductivityRefusal, season: Span) -> Withheld {
        let day = |days: i64| PartialDate::Day(season.from.saturating_add(days.days()));
        let length = days_between(season.from, season.to);
        match refusal {
            ProductivityRefusal::NoData | ProductivityRefusal::OutOfRange => {
                Withheld::because(refusal.reason())
            }
            ProductivityRefusal::SeasonNotCovered { first, last } => {
                let detail = Message::new("detail-season-observed")
                    .with("first", day(first))
                    .with("last", day(last))
                    .with("from", day(0))
                    .with("to", day(length - 1));
                Withheld::because(refusal.reason()).with(detail)
            }
            ProductivityRefusal::GapTooLong { days } => {
                let detail = Message::new("detail-gap-days")
                    .with("n", days as f64)
                    .with("longest", self.longest_gap_days as f64);
                Withheld::because(refusal.reason()).with(detail)
            }
        }
    }
}

/// The sum over a season, with the days of its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
struct SeasonSum {
    integral_days: f64,
    mean: f64,
    first: i64,
    last: i64,
}

/// What a pixel looked like on its clear days of a season.
fn observations(
    stack: &Stack,
    clear: &[Day],
    (row, col): (usize, usize),
    days: &mut Vec<(i64, f64)>,
    season: Span,
) {
    days.clear();
    days.extend(clear.iter().filter_map(|day| {
        let ndvi = stack.observed(day, row, col)?;
        Some((days_between(season.from, day.date), ndvi))
    }));
}

/// Days from one date to another.
fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

#[cfg(test)]
mod tests;
