//! How steep is a cell, seen from its eight neighbours?

use aimak_core::Raster;
use ndarray::{
    Array2, Axis,
    parallel::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator},
};

use super::elevation::Elevation;

/// Slope in per cent by Horn's third-order finite difference (Horn 1981, Proc. IEEE 69:14–47).
///
/// Formula, with the 3 × 3 window `a b c / d e f / g h i` from north-west to south-east:
/// `∂z/∂x = ((c + 2f + i) − (a + 2d + g)) / (8·dx)`, `∂z/∂y = ((a + 2b + c) − (g + 2h + i)) / (8·dy)`,
/// `slope = 100·√(∂z/∂x² + ∂z/∂y²)`.
///
/// Units: elevations, `dx` and `dy` in metres. The result is smaller than the input by one cell on every side.
/// A cell is valid only where it and all eight neighbours are: a guess at the border of the data would be a slope nobody
/// measured.
///
/// ```
/// use aimak_core::Raster;
/// use ndarray::array;
/// let dem = Raster {
///     values: array![[102.0, 101.0, 100.0], [101.0, 100.0, 98.0], [99.0, 97.0, 96.0]],
///     valid: ndarray::Array2::from_elem((3, 3), true),
/// };
/// let slope = aimak_science::terrain::slope_percent(&dem, 30.0, 30.0);
/// assert!((slope.values[(0, 0)] - 7.750_448).abs() < 5e-7);
/// ```
pub fn slope_percent<T: Elevation>(dem: &Raster<T>, dx: f64, dy: f64) -> Raster<f64> {
    horn(dem, dx, dy, |eastwards, northwards| {
        Some(100.0 * eastwards.hypot(northwards))
    })
}

/// What `of` makes of the rise eastwards and northwards, m/m, of every cell that has eight neighbours; row by row in parallel.
pub(super) fn horn<T: Elevation>(
    dem: &Raster<T>,
    dx: f64,
    dy: f64,
    of: impl Fn(f64, f64) -> Option<f64> + Sync,
) -> Raster<f64> {
    let (rows, cols) = dem.values.dim();
    let shape = (rows.saturating_sub(2), cols.saturating_sub(2));
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
        let [north, here, south] = [0, 1, 2].map(|below| {
            let line = dem.values.row(row + below);
            move |col: usize| -> f64 { line[col].into() }
        });
        let known = [0, 1, 2].map(|below| dem.valid.row(row + below));
        for col in 0..shape.1 {
            if !known
                .iter()
                .all(|line| line[col] && line[col + 1] && line[col + 2])
            {
                continue;
            }
            let eastwards = ((north(col + 2) + 2.0 * here(col + 2) + south(col + 2))
                - (north(col) + 2.0 * here(col) + south(col)))
                / (8.0 * dx);
            let northwards = ((north(col) + 2.0 * north(col + 1) + north(col + 2))
                - (south(col) + 2.0 * south(col + 1) + south(col + 2)))
                / (8.0 * dy);
            if let Some(found) = of(eastwards, northwards) {
                values[col] = found;
                valid[col] = true;
            }
        }
    });
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// An inclined plane has one slope everywhere, whichever way it faces.
        #[test]
        fn a_plane_has_its_own_slope(a in -2.0..2.0_f64, b in -2.0..2.0_f64, dx in 1.0..90.0_f64, dy in 1.0..90.0_f64) {
            let values = Array2::from_shape_fn((5, 6), |(row, col)| 500.0 + a * dx * col as f64 + b * dy * row as f64);
            let dem = Raster { valid: Array2::from_elem(values.dim(), true), values };
            let slope = slope_percent(&dem, dx, dy);
            prop_assert_eq!(slope.values.dim(), (3, 4));
            for value in &slope.values {
                prop_assert!((value - 100.0 * a.hypot(b)).abs() < 1e-8);
            }
        }
    }

    #[test]
    fn one_missing_cell_spoils_its_neighbours_only() {
        let mut dem = Raster {
            values: Array2::<f64>::zeros((7, 7)),
            valid: Array2::from_elem((7, 7), true),
        };
        dem.valid[(3, 3)] = false;
        let slope = slope_percent(&dem, 30.0, 30.0);
        assert_eq!(slope.valid.iter().filter(|&&valid| !valid).count(), 9);
    }
}
