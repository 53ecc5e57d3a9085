//! What does a pixel look like in the middle of its clear days?

use std::collections::BTreeSet;

use aimak_core::{PartialDate, Raster, Span};
use jiff::civil::Date;
use ndarray::{Array2, Axis, Zip};

use super::{Season, Stack, stack::Day};

/// The median of each pixel over a span, and how many days it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Composite {
    /// The days it speaks of.
    pub span: Span,
    /// The medians; invalid where too few days were clear.
    pub median: Raster<f64>,
    /// Clear days of each pixel, also where they are too few.
    pub count: Array2<u16>,
}

impl Composite {
    /// A composite of no image.
    pub(super) fn nothing(span: Span, shape: (usize, usize)) -> Self {
        let median = Raster {
            values: Array2::zeros(shape),
            valid: Array2::from_elem(shape, false),
        };
        Self {
            span,
            median,
            count: Array2::zeros(shape),
        }
    }

    /// The day in the middle of the span, on which the composite stands in a series.
    pub fn middle(&self) -> Date {
        self.span.middle()
    }
}

/// Median composites: one value for a month or a season from all its clear days.
///
/// # Formula
/// The middle of the sorted values of a pixel; the mean of the two middle ones where their number is even.
///
/// # Units
/// Those of the layers. For an index, compute it date by date first: the index of median bands mixes dates.
///
/// # Range and edge cases
/// With fewer clear days than `min_observations` (2) the pixel is missing: a single look cannot outvote a missed cloud. Layers
/// of one day count once. Months and seasons without any layer are left out.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::spectral::{MedianComposite, Stack};
/// use jiff::civil::date;
/// use ndarray::array;
/// let layer = |ndvi: f64, clear: bool| Raster { values: array![[ndvi, 0.2]], valid: array![[true, clear]] };
/// let stack = Stack::new(vec![
///     (date(2019, 6, 2), layer(0.61, true)), (date(2019, 6, 12), layer(0.05, false)), (date(2019, 6, 27), layer(0.64, false)),
/// ]).unwrap();
/// let june = &MedianComposite::default().monthly(&stack)[0];
/// assert_eq!((june.median.get(0, 0), june.count[(0, 0)]), (Some(&0.61), 3)); // the missed cloud is outvoted
/// assert_eq!((june.median.get(0, 1), june.count[(0, 1)]), (None, 1));
/// ```
///
/// # Reference
/// METHODS D.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MedianComposite {
    /// Fewest clear days that give a value.
    pub min_observations: u16,
}

impl Default for MedianComposite {
    fn default() -> Self {
        Self {
            min_observations: 2,
        }
    }
}

impl MedianComposite {
    /// One composite for each month with a layer, in order of time.
    pub fn monthly(self, stack: &Stack) -> Vec<Composite> {
        let months: BTreeSet<(i16, i8)> = stack
            .dates()
            .map(|date| (date.year(), date.month()))
            .collect();
        months
            .into_iter()
            .map(|(year, month)| self.over(stack, PartialDate::Month(year, month).span()))
            .collect()
    }

    /// One composite of the season for each year with a layer in it, in order of time.
    pub fn seasonal(self, stack: &Stack, season: Season) -> Vec<Composite> {
        let years: BTreeSet<i16> = stack
            .dates()
            .filter(|date| season.in_year(date.year()).contains(*date))
            .map(Date::year)
            .collect();
        years
            .into_iter()
            .map(|year| self.over(stack, season.in_year(year)))
            .collect()
    }

    /// One composite of a span.
    pub fn over(self, stack: &Stack, span: Span) -> Composite {
        let days = stack.days_in(span);
        let Composite {
            mut median,
            mut count,
            ..
        } = Composite::nothing(span, stack.shape());
        Zip::indexed(median.values.axis_iter_mut(Axis(0)))
            .and(median.valid.axis_iter_mut(Axis(0)))
            .and(count.axis_iter_mut(Axis(0)))
            .par_for_each(|row, mut values, mut valid, mut count| {
                let mut clear = Vec::with_capacity(days.len());
                for col in 0..stack.shape().1 {
                    observations(stack, days, (row, col), &mut clear);
                    count[col] = u16::try_from(clear.len()).unwrap_or(u16::MAX);
                    let enough = count[col] >= self.min_observations;
                    if let Some(value) = middle(&mut clear).filter(|_| enough) {
                        (values[col], valid[col]) = (value, true);
                    }
                }
            });
        Composite {
            span,
            median,
            count,
        }
    }
}

/// What a pixel looked like on its clear days.
fn observations(stack: &Stack, days: &[Day], (row, col): (usize, usize), clear: &mut Vec<f64>) {
    clear.clear();
    clear.extend(days.iter().filter_map(|day| stack.observed(day, row, col)));
}

/// The median; sorts the values.
fn middle(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let half = values.len() / 2;
    let upper = *values.get(half)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    Some(0.5 * (values[half - 1] + upper))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::methods::quantile::quantile;

    fn pixel(value: f64) -> Raster<f64> {
        Raster {
            values: Array2::from_elem((1, 1), value),
            valid: Array2::from_elem((1, 1), value.is_finite()),
        }
    }

    #[test]
    fn medians_and_counts_as_numpy() {
        let table = include_str!("../../tests/oracle/median_composite.csv");
        let rows = crate::spectral::oracle_rows(table);
        assert_eq!(rows.len(), 24);
        for row in rows {
            let layers = row[0]
                .split(' ')
                .enumerate()
                .map(|(i, value)| (date(2019, 6, 1 + i as i8), pixel(value.parse().unwrap())));
            let stack = Stack::new(layers.collect()).unwrap();
            let june = &MedianComposite::default().monthly(&stack)[0];
            assert_eq!(june.count[(0, 0)].to_string(), row[1]);
            let expected = (!row[2].is_empty()).then(|| row[2].parse::<f64>().unwrap());
            assert_eq!(june.median.get(0, 0).copied(), expected, "{row:?}");
        }
    }

    #[test]
    fn months_and_seasons_take_their_own_days() {
        let dates = [
            date(2018, 7, 1),
            date(2019, 3, 31),
            date(2019, 4, 1),
            date(2019, 4, 30),
            date(2019, 10, 31),
            date(2019, 11, 1),
        ];
        let layers = dates
            .iter()
            .zip(1..)
            .map(|(date, i)| (*date, pixel(f64::from(i))));
        let stack = Stack::new(layers.collect()).unwrap();
        let one = MedianComposite {
            min_observations: 1,
        };
        let value = |composite: &Composite| {
            (
                composite.span.from.to_string(),
                composite.median.get(0, 0).copied(),
            )
        };
        let months: Vec<_> = one.monthly(&stack).iter().map(value).collect();
        assert_eq!(months.len(), 5);
        assert_eq!(months[2], ("2019-04-01".to_owned(), Some(3.5)));
        let seasons: Vec<_> = one
            .seasonal(&stack, Season::LOWLAND)
            .iter()
            .map(value)
            .collect();
        assert_eq!(
            seasons,
            [
                ("2018-04-01".to_owned(), Some(1.0)),
                ("2019-04-01".to_owned(), Some(4.0))
            ]
        );
        let april = one.monthly(&stack).swap_remove(2);
        assert_eq!(april.middle(), date(2019, 4, 16));
        assert_eq!(
            one.over(&stack, PartialDate::Year(2010).span()).count[(0, 0)],
            0
        );
    }

    #[test]
    fn threads_leave_no_trace() {
        let layer = |k: usize| Raster {
            values: Array2::from_shape_fn((37, 23), |(r, c)| {
                ((r * 31 + c * 17 + k * 97) % 101) as f64 / 103.0
            }),
            valid: Array2::from_shape_fn((37, 23), |(r, c)| !(r + 2 * c + 3 * k).is_multiple_of(5)),
        };
        let layers: Vec<_> = (0..20)
            .map(|k| (date(2019, 5, 1 + (k * 7 % 13) as i8), layer(k)))
            .collect();
        let run = |threads, layers: Vec<_>| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| MedianComposite::default().monthly(&Stack::new(layers).unwrap()))
        };
        let bits = |composites: &[Composite]| -> Vec<u64> {
            composites
                .iter()
                .flat_map(|one| one.median.values.iter().map(|value| value.to_bits()))
                .collect()
        };
        let one = run(1, layers.clone());
        let four = run(4, layers.iter().rev().cloned().collect());
        assert_eq!(bits(&one), bits(&four));
        assert_eq!(one, four);
    }

    proptest! {
        #[test]
        fn the_median_is_the_middle_quantile(values in prop::collection::vec(-1.0..1.0_f64, 1..25), turn in 0_usize..25) {
            let expected = quantile(&values, 0.5).unwrap();
            let mut turned = values.clone();
            turned.rotate_left(turn % values.len());
            let median = middle(&mut turned).unwrap();
            prop_assert!((median - expected).abs() < 1e-15);
            prop_assert_eq!(Some(median), middle(&mut values.clone()));
        }
    }
}
