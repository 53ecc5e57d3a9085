//! P: given, or of a practice by the slope of every cell.

use aimak_core::{Grid, Raster};
use aimak_io::problem::Problem;
use aimak_science::{
    erosion::water::{
        Equation, Slope,
        practice::{HandbookPractice, ShinPractice},
    },
    terrain::slope_percent,
};
use ndarray::Array2;

use super::{Factor, Origin, Values, grid::Range};
use crate::progress::Bars;

/// A practice with a table of P by slope.
#[derive(Clone, Copy)]
enum Practice {
    Handbook(HandbookPractice),
    Shin(ShinPractice),
}

/// Practices by name.
const PRACTICES: [(&str, Practice); 5] = [
    (
        "contouring",
        Practice::Handbook(HandbookPractice::Contouring),
    ),
    (
        "strip-cropping",
        Practice::Handbook(HandbookPractice::StripCropping),
    ),
    ("shin-contouring", Practice::Shin(ShinPractice::Contouring)),
    (
        "shin-strip-cropping",
        Practice::Shin(ShinPractice::StripCropping),
    ),
    ("shin-terracing", Practice::Shin(ShinPractice::Terracing)),
];

/// P by a number, a raster, or the name of a practice. Slopes are those of the DEM, their length is the longest slope allowed.
///
/// # Errors
/// Every problem of it.
pub fn practice(
    text: &str,
    (heights, length_m): (&Raster<f32>, f64),
    onto: &Grid,
    bars: &Bars<'_>,
) -> Result<Factor, Vec<Problem>> {
    let Some((_, practice)) = PRACTICES.iter().find(|(name, _)| *name == text) else {
        return Range::PRACTICE.factor(text, onto, bars);
    };
    Ok(Factor {
        values: Values::Grid(by_slope(*practice, heights, length_m, onto)),
        origin: Origin {
            by: Some(practice.equation().id.to_owned()),
            parts: Some(text.to_owned()),
            ..Origin::default()
        },
        faults: Vec::new(),
    })
}

impl Practice {
    const fn equation(self) -> Equation {
        match self {
            Self::Handbook(_) => HandbookPractice::EQUATION,
            Self::Shin(_) => ShinPractice::EQUATION,
        }
    }

    /// P on a slope; 1 where the table grants nothing.
    fn of(self, slope: Slope, length_m: f64) -> f64 {
        match self {
            Self::Handbook(practice) => practice.practice(slope, length_m).unwrap_or(1.0),
            Self::Shin(practice) => practice.practice(slope),
        }
    }
}

/// P of every cell; 1 at the edge and beside gaps, where there is no slope and no loss either.
fn by_slope(practice: Practice, heights: &Raster<f32>, length_m: f64, grid: &Grid) -> Raster<f32> {
    let slopes = slope_percent(heights, grid.dx, grid.dy);
    let mut values = Array2::from_elem(heights.values.dim(), 1.0_f32);
    for ((row, col), percent) in slopes.values.indexed_iter() {
        let slope = Slope::from_percent(*percent).filter(|_| slopes.valid[(row, col)]);
        if let Some(slope) = slope {
            values[(row + 1, col + 1)] = practice.of(slope, length_m) as f32;
        }
    }
    Raster {
        valid: heights.valid.clone(),
        values,
    }
}
