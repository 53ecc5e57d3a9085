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
            // as the samples store it: 0.1 is another number in single precision
            Valid::Except(nodata) => match self.samples {
                Samples::F32(_) => stored as f32 != *nodata as f32,
                _ => stored != *nodata,
            },
            Valid::Cells(cells) => cells[place],
        };
        (counts && !stored.is_nan()).then_some(stored * self.scale + self.offset)
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
