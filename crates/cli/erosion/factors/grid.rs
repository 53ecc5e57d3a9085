//! A factor as a number or a raster, within the range it can have.

use aimak_core::{Grid, Message, Raster};
use aimak_io::{
    problem::Problem,
    raster::onto_grid::{OntoGrid, Sampling, onto_grid},
};

use super::{Factor, Origin, Values};
use crate::progress::Bars;

/// What a factor can be.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The option that gives it.
    option: &'static str,
    low: f32,
    high: f32,
    /// Words for both.
    expected: &'static str,
}

impl Range {
    /// R: no place on Earth has more than some 50,000.
    pub const EROSIVITY: Self = Self {
        option: "--erosivity",
        low: 0.0,
        high: 100_000.0,
        expected: "expected-erosivity",
    };
    /// K in SI; a value in US units is 7.6 times as large and at most 0.7.
    pub const ERODIBILITY: Self = Self {
        option: "--erodibility",
        low: 0.0,
        high: 0.2,
        expected: "expected-erodibility",
    };
    /// C.
    pub const COVER: Self = Self {
        option: "--cover",
        low: 0.0,
        high: 1.0,
        expected: "expected-cover",
    };
    /// NDVI, from which C follows.
    pub const NDVI: Self = Self {
        option: "--cover",
        low: -1.0,
        high: 1.0,
        expected: "expected-ndvi",
    };
    /// P.
    pub const PRACTICE: Self = Self {
        option: "--practice",
        low: 0.0,
        high: 1.0,
        expected: "expected-practice",
    };

    /// A factor by a number, or by a raster on the cells of a grid.
    ///
    /// # Errors
    /// A number outside the range, every problem of the raster, cells outside the range.
    pub fn factor(self, text: &str, onto: &Grid, bars: &Bars<'_>) -> Result<Factor, Vec<Problem>> {
        match text.parse::<f64>() {
            Ok(number) if self.holds(number as f32) => Ok(Factor::number(number)),
            Ok(_) => Err(vec![self.wrong(self.option, text)]),
            Err(_) => {
                let read = raster(text, onto, Sampling::Bilinear, bars)?;
                self.check(text, &read.values)?;
                Ok(Factor {
                    origin: origin(text, &read, Sampling::Bilinear),
                    values: Values::Grid(read.values),
                    faults: read.faults,
                })
            }
        }
    }

    fn holds(self, value: f32) -> bool {
        (self.low..=self.high).contains(&value)
    }

    fn wrong(self, place: &str, found: &str) -> Problem {
        Problem::error("erosion-factor", place)
            .found(found)
            .expecting(Message::new(self.expected))
    }

    /// Refuses a raster with impossible cells: they tell of another unit or of a nodata number that is not declared.
    pub fn check(self, name: &str, raster: &Raster<f32>) -> Result<(), Vec<Problem>> {
        let cells = raster.values.iter().zip(&raster.valid);
        let mut outside = cells.filter(|(value, valid)| **valid && !self.holds(**value));
        let Some((first, _)) = outside.next() else {
            return Ok(());
        };
        let cells = 1 + outside.count();
        let cause = Message::new("cause-cells-outside")
            .with("cells", cells)
            .with("first", f64::from(*first));
        let problem = self.wrong(name, &first.to_string()).in_column(self.option);
        Err(vec![problem.because([cause])])
    }
}

/// A raster on the cells of a grid.
pub fn raster(
    name: &str,
    onto: &Grid,
    sampling: Sampling,
    bars: &Bars<'_>,
) -> Result<OntoGrid, Vec<Problem>> {
    // `None` is an interruption, which the command sees next
    onto_grid(name, onto, sampling, bars)?.ok_or_else(Vec::new)
}

/// Where a raster came from.
pub fn origin(name: &str, read: &OntoGrid, sampling: Sampling) -> Origin {
    let way = match sampling {
        Sampling::Bilinear => "bilinear",
        Sampling::Nearest => "nearest",
    };
    Origin {
        file: Some(name.to_owned()),
        resampled: read.resampled.then_some(way),
        own_cell: Some([read.own.dx, read.own.dy]),
        ..Origin::default()
    }
}
