//! How steep is a cell for `InVEST`, also beside a gap?

use aimak_core::Raster;
use ndarray::{
    Array2, Axis,
    parallel::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator},
};

use super::super::{elevation::Elevation, neighbours::CellSize};

/// Slope in per cent as `pygeoprocessing` finds it: Horn's differences where all neighbours are known (see
/// [`super::super::slope_percent`]), and a guess from those that are known elsewhere. Same shape as the DEM; a cell has a slope
/// wherever it has a height.
///
/// Each of the three lines across a cell (weights 1, 2, 1) gives a rise over a distance in cells: from end to end over 2; with
/// one end missing, from the middle to the other over 1; with the middle missing too, from the cell itself to that end, times
/// √2, over 1. `∂z = Σ weight·rise / (Σ weight·distance · cell size)`, 0 where no line gives anything.
pub fn invest_slope_percent<T: Elevation>(dem: &Raster<T>, size: CellSize) -> Raster<f64> {
    let shape = dem.values.dim();
    let mut out = Raster {
        values: Array2::zeros(shape),
        valid: Array2::from_elem(shape, false),
    };
    let lines = out
        .values
        .axis_iter_mut(Axis(0))
        .into_par_iter()
        .zip(out.valid.axis_iter_mut(Axis(0)))
        .enumerate();
    lines.for_each(|(row, (mut values, mut valid))| {
        for col in 0..shape.1 {
            if let Some(percent) = invest_slope_beside_gap(dem, (row, col), size) {
                values[col] = percent;
                valid[col] = true;
            }
        }
    });
    out
}

/// The slope of one cell (row, column), as [`invest_slope_percent`]; `None` without a height.
pub fn invest_slope_beside_gap<T: Elevation>(
    dem: &Raster<T>,
    (row, col): (usize, usize),
    size: CellSize,
) -> Option<f64> {
    let window = window(dem, row, col);
    Some(percent(&window, window[1][1]?, size))
}

type Window = [[Option<f64>; 3]; 3];

fn window<T: Elevation>(dem: &Raster<T>, row: usize, col: usize) -> Window {
    std::array::from_fn(|down| {
        std::array::from_fn(|right| {
            let (row, col) = ((row + down).checked_sub(1)?, (col + right).checked_sub(1)?);
            let height = dem.get(row, col).filter(|height| height.is_height())?;
            Some((*height).into())
        })
    })
}

fn percent(window: &Window, here: f64, size: CellSize) -> f64 {
    let across = |line: usize| window[line];
    let along = |line: usize| [window[0][line], window[1][line], window[2][line]];
    let eastwards = fall([0, 1, 2].map(across), here, size.dx);
    let southwards = fall([0, 1, 2].map(along), here, size.dy);
    100.0 * eastwards.hypot(southwards)
}

/// How far it falls along three lines, m/m.
fn fall(lines: [[Option<f64>; 3]; 3], here: f64, cell: f64) -> f64 {
    let (mut drop, mut distance) = (0.0, 0.0);
    for ([start, middle, end], weight) in lines.into_iter().zip([1.0, 2.0, 1.0]) {
        let (over, steps) = match (start, middle, end) {
            (Some(start), _, Some(end)) => (start - end, 2.0),
            (Some(start), Some(middle), None) => (start - middle, 1.0),
            (None, Some(middle), Some(end)) => (middle - end, 1.0),
            (Some(start), None, None) => ((start - here) * std::f64::consts::SQRT_2, 1.0),
            (None, None, Some(end)) => ((here - end) * std::f64::consts::SQRT_2, 1.0),
            (None, _, None) => continue,
        };
        drop += weight * over;
        distance += weight * steps;
    }
    if distance > 0.0 {
        drop / (distance * cell)
    } else {
        0.0
    }
}
