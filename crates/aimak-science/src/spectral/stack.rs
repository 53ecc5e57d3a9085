//! What did one window look like on each day?

use std::ops::Range;

use aimak_core::{Raster, Span};
use jiff::civil::Date;

use super::SceneFault;

/// The layers of one window, dated; the caller reads one window after another and so bounds the memory.
///
/// # Range and edge cases
/// Layers of one day are one observation, their mean: neighbouring scenes of one overpass overlap, and seeing a cloud's hole
/// twice does not make two looks. Order of the layers does not matter. A value that is no number is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    shape: (usize, usize),
    layers: Vec<Raster<f64>>,
    days: Vec<Day>,
}

/// A day, and which layers belong to it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Day {
    pub(super) date: Date,
    layers: Range<usize>,
}

impl Stack {
    /// A stack of dated layers of one shape.
    ///
    /// # Errors
    /// Where shapes differ or there is no layer.
    pub fn new(mut dated: Vec<(Date, Raster<f64>)>) -> Result<Self, SceneFault> {
        dated.sort_by_key(|(date, _)| *date);
        let shape = dated.first().ok_or(SceneFault::Empty)?.1.values.dim();
        for (_, layer) in &dated {
            SceneFault::unless_same(shape, layer.values.dim())?;
            SceneFault::unless_same(shape, layer.valid.dim())?;
        }
        let mut days: Vec<Day> = Vec::new();
        for (i, (date, _)) in dated.iter().enumerate() {
            match days.last_mut() {
                Some(day) if day.date == *date => day.layers.end = i + 1,
                _ => days.push(Day {
                    date: *date,
                    layers: i..i + 1,
                }),
            }
        }
        let layers = dated.into_iter().map(|(_, layer)| layer).collect();
        Ok(Self {
            shape,
            layers,
            days,
        })
    }

    /// Rows and columns.
    pub const fn shape(&self) -> (usize, usize) {
        self.shape
    }

    /// The days with a layer, in order of time.
    pub fn dates(&self) -> impl Iterator<Item = Date> {
        self.days.iter().map(|day| day.date)
    }

    /// The days inside a span.
    pub(super) fn days_in(&self, span: Span) -> &[Day] {
        let from = self.days.partition_point(|day| day.date < span.from);
        let to = self.days.partition_point(|day| day.date < span.to);
        &self.days[from..to.max(from)]
    }

    /// What a pixel looked like on a day.
    pub(super) fn observed(&self, day: &Day, row: usize, col: usize) -> Option<f64> {
        let layers = &self.layers[day.layers.clone()];
        let seen = |layer: &Raster<f64>| {
            let value = layer.get(row, col).copied();
            value.filter(|value| value.is_finite())
        };
        if let [layer] = layers {
            return seen(layer);
        }
        mean_of_a_day(layers.iter().filter_map(seen).collect())
    }
}

/// Mean of the values of one day; sorted first, so that the order of layers leaves no trace in the last digit.
pub(super) fn mean_of_a_day(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let n = values.len();
    (n > 0).then(|| values.iter().sum::<f64>() / n as f64)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use ndarray::array;

    use super::*;

    #[test]
    fn layers_of_a_day_are_one_observation() {
        let layer = |values, valid| Raster { values, valid };
        let stack = Stack::new(vec![
            (
                date(2019, 6, 9),
                layer(array![[0.5, f64::NAN]], array![[true, true]]),
            ),
            (
                date(2019, 6, 1),
                layer(array![[0.4, 0.9]], array![[true, false]]),
            ),
            (
                date(2019, 6, 1),
                layer(array![[0.2, 0.7]], array![[true, true]]),
            ),
        ])
        .unwrap();
        assert_eq!(
            stack.dates().collect::<Vec<_>>(),
            [date(2019, 6, 1), date(2019, 6, 9)]
        );
        let june = stack.days_in("2019-06".parse::<aimak_core::PartialDate>().unwrap().span());
        let seen: Vec<_> = june
            .iter()
            .map(|day| [0, 1].map(|col| stack.observed(day, 0, col)))
            .collect();
        assert!((seen[0][0].unwrap() - 0.3).abs() < 1e-15);
        assert_eq!(seen[0][1], Some(0.7));
        assert_eq!(seen[1], [Some(0.5), None]);
    }

    #[test]
    fn nothing_and_other_shapes_are_refused() {
        assert_eq!(Stack::new(Vec::new()), Err(SceneFault::Empty));
        let layer = |shape| Raster {
            values: ndarray::Array2::zeros(shape),
            valid: ndarray::Array2::from_elem(shape, true),
        };
        let day = date(2019, 6, 1);
        assert!(Stack::new(vec![(day, layer((1, 2))), (day, layer((2, 1)))]).is_err());
    }
}
