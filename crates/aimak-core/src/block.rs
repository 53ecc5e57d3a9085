//! Pixels as they are stored: how a block reaches sums without being turned into numbers of another kind first.

use ndarray::Array2;

use crate::grid::{Raster, Window};

/// Stored numbers of a window, row by row from the top left.
#[derive(Clone, Debug, PartialEq)]
pub enum Samples {
    /// Bytes.
    U8(Vec<u8>),
    /// Whole numbers of 16 bits.
    I16(Vec<i16>),
    /// Whole numbers of 16 bits, not negative.
    U16(Vec<u16>),
    /// Whole numbers of 32 bits.
    I32(Vec<i32>),
    /// Whole numbers of 32 bits, not negative.
    U32(Vec<u32>),
    /// Single precision.
    F32(Vec<f32>),
    /// Double precision.
    F64(Vec<f64>),
}

/// Which cells of a block hold a value. A stored NaN never does.
#[derive(Clone, Debug, PartialEq)]
pub enum Valid {
    /// All of them.
    All,
    /// All that do not store this number.
    Except(f64),
    /// Those that are true, in the order of the samples.
    Cells(Vec<bool>),
}

/// A window of one band as stored. A value is `stored × scale + offset`.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Which cells.
    pub window: Window,
    /// Their stored numbers.
    pub samples: Samples,
    /// Which of them count.
    pub valid: Valid,
    /// Factor from stored numbers to values.
    pub scale: f64,
    /// Summand from stored numbers to values.
    pub offset: f64,
}

impl Block {
    /// The number stored at this place of the window, whether it counts or not.
    pub fn stored(&self, place: usize) -> f64 {
        match &self.samples {
            Samples::U8(samples) => f64::from(samples[place]),
            Samples::I16(samples) => f64::from(samples[place]),
            Samples::U16(samples) => f64::from(samples[place]),
            Samples::I32(samples) => f64::from(samples[place]),
            Samples::U32(samples) => f64::from(samples[place]),
            Samples::F32(samples) => f64::from(samples[place]),
            Samples::F64(samples) => samples[place],
        }
    }

    /// The value of the cell at this place of the window; `None` where it holds none.
    pub fn value(&self, place: usize) -> Option<f64> {
        let stored = self.stored(place);
        let counts = match &self.valid {
            Valid::All => true,
            Valid::Except(nodata) => stored != self.as_stored(*nodata),
            Valid::Cells(cells) => cells[place],
        };
        (counts && !stored.is_nan()).then_some(stored * self.scale + self.offset)
    }

    /// The values of all cells in order, NaN where a cell holds none; they take the place of what `values` held.
    ///
    /// As [`Block::value`] cell by cell, but what is stored and what counts is asked once, not for every cell.
    pub fn values_into(&self, values: &mut Vec<f64>) {
        match &self.samples {
            Samples::U8(stored) => self.convert(stored, values),
            Samples::I16(stored) => self.convert(stored, values),
            Samples::U16(stored) => self.convert(stored, values),
            Samples::I32(stored) => self.convert(stored, values),
            Samples::U32(stored) => self.convert(stored, values),
            Samples::F32(stored) => self.convert(stored, values),
            Samples::F64(stored) => self.convert(stored, values),
        }
    }

    fn convert<T: Copy + Into<f64>>(&self, stored: &[T], values: &mut Vec<f64>) {
        // a stored NaN stays one
        let value = |stored: &T| (*stored).into() * self.scale + self.offset;
        values.clear();
        match &self.valid {
            Valid::All => values.extend(stored.iter().map(value)),
            Valid::Except(nodata) => {
                let nodata = self.as_stored(*nodata);
                let held = |stored: &T| {
                    if (*stored).into() == nodata {
                        f64::NAN
                    } else {
                        value(stored)
                    }
                };
                values.extend(stored.iter().map(held));
            }
            Valid::Cells(cells) => {
                let held = |(stored, &counts): (&T, &bool)| {
                    if counts { value(stored) } else { f64::NAN }
                };
                values.extend(stored.iter().zip(cells).map(held));
            }
        }
    }

    /// A number as the samples store it: 0.1 is another number in single precision.
    fn as_stored(&self, number: f64) -> f64 {
        match self.samples {
            Samples::F32(_) => f64::from(number as f32),
            _ => number,
        }
    }

    /// The block in values.
    pub fn raster(&self) -> Raster<f64> {
        let shape = (self.window.height, self.window.width);
        let place = |(row, col): (usize, usize)| row * shape.1 + col;
        Raster {
            values: Array2::from_shape_fn(shape, |cell| {
                self.stored(place(cell)) * self.scale + self.offset
            }),
            valid: Array2::from_shape_fn(shape, |cell| self.value(place(cell)).is_some()),
        }
    }

    /// A block of values that were computed rather than read.
    pub fn of_raster(window: Window, raster: Raster<f64>) -> Self {
        let in_order = |values: Array2<f64>| values.iter().copied().collect();
        Self {
            window,
            samples: Samples::F64(in_order(raster.values)),
            valid: Valid::Cells(raster.valid.iter().copied().collect()),
            scale: 1.0,
            offset: 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_values_at_once_are_those_of_each_cell() {
        let nodata = 0.1;
        let singles = vec![0.1_f32, 0.2, f32::NAN, -3.0];
        let kinds = [
            Samples::F32(singles.clone()),
            Samples::F64(vec![0.1, 0.2, f64::NAN, -3.0]),
            Samples::I16(vec![1, 2, -3, 0]),
            Samples::U8(vec![0, 1, 255, 7]),
        ];
        let rules = [
            Valid::All,
            Valid::Except(nodata),
            Valid::Except(255.0),
            Valid::Cells(vec![true, false, true, true]),
        ];
        let mut values = vec![7.0; 9];
        for (samples, valid) in kinds
            .iter()
            .flat_map(|kind| rules.iter().map(move |rule| (kind, rule)))
        {
            let block = Block {
                window: Window {
                    col: 0,
                    row: 0,
                    width: 2,
                    height: 2,
                },
                samples: samples.clone(),
                valid: valid.clone(),
                scale: 0.5,
                offset: 1.0,
            };
            block.values_into(&mut values);
            let found: Vec<Option<f64>> = values
                .iter()
                .map(|value| (!value.is_nan()).then_some(*value))
                .collect();
            let each: Vec<Option<f64>> = (0..4).map(|place| block.value(place)).collect();
            assert_eq!(found, each, "{samples:?} {valid:?}");
        }
    }
}
