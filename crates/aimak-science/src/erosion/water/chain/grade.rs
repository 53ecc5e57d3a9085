//! How steep is every cell, and how wide is it across the flow?

use aimak_core::Raster;

use crate::terrain::{CellSize, Cells, Elevation, Lattice, invest_slope_beside_gap};

/// Slopes by Horn's differences (see [`crate::terrain::slope_percent`]) on the grid of the DEM; cells without eight neighbours
/// have none.
pub(in crate::erosion::water) struct Grade {
    /// Per cent.
    pub slope_percent: Raster<f32>,
    /// `|sin α| + |cos α|` of the aspect α; 1 on level ground.
    pub width: Vec<f32>,
}

impl Grade {
    /// The slopes of a DEM.
    pub(in crate::erosion::water) fn of<T: Elevation>(dem: &Raster<T>, size: CellSize) -> Self {
        let lattice = Lattice::of(dem.values.dim());
        let heights = Cells::of(dem);
        let both = lattice.raster(|cell| {
            let (east, north) = rise(lattice, heights, size, cell)?;
            // not `hypot`: no height is near the limits of a double
            let slope = (east * east + north * north).sqrt();
            let width = if slope > 0.0 {
                (east.abs() + north.abs()) / slope
            } else {
                1.0
            };
            Some(((100.0 * slope) as f32, width as f32))
        });
        Self {
            slope_percent: Raster {
                values: both.values.mapv(|(percent, _)| percent),
                valid: both.valid,
            },
            width: both.values.into_iter().map(|(_, width)| width).collect(),
        }
    }

    /// The same with slopes for the others too, guessed as InVEST does.
    pub(super) fn as_invest<T: Elevation>(dem: &Raster<T>, size: CellSize) -> Self {
        let mut grade = Self::of(dem, size);
        let slopes = &mut grade.slope_percent;
        for (place, known) in slopes
            .valid
            .indexed_iter_mut()
            .filter(|(_, known)| !**known)
        {
            if let Some(percent) = invest_slope_beside_gap(dem, place, size) {
                (slopes.values[place], *known) = (percent as f32, true);
            }
        }
        grade
    }
}

/// Rise eastwards and northwards, m/m, of a cell with eight neighbours.
fn rise<T: Elevation>(
    lattice: Lattice,
    heights: Cells<'_, T>,
    size: CellSize,
    cell: usize,
) -> Option<(f64, f64)> {
    if lattice.at_border(cell) {
        return None;
    }
    heights.get(cell)?;
    let at =
        |direction| -> Option<f64> { heights.get(lattice.step(cell, direction)).map(Into::into) };
    let [e, ne, n, nw] = [at(0)?, at(1)?, at(2)?, at(3)?];
    let [w, sw, s, se] = [at(4)?, at(5)?, at(6)?, at(7)?];
    let east = ((ne + 2.0 * e + se) - (nw + 2.0 * w + sw)) / (8.0 * size.dx);
    let north = ((nw + 2.0 * n + ne) - (sw + 2.0 * s + se)) / (8.0 * size.dy);
    Some((east, north))
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;

    use super::*;
    use crate::terrain::{aspect_degrees, slope_percent};

    #[test]
    fn slopes_and_aspects_are_those_of_the_terrain() {
        let height = |(row, col): (usize, usize)| ((row * 7 + col * 13) % 11) as f64;
        let mut valid = Array2::from_elem((9, 12), true);
        valid[(3, 4)] = false;
        let dem = Raster {
            values: Array2::from_shape_fn((9, 12), height),
            valid,
        };
        let grade = Grade::of(&dem, CellSize { dx: 20.0, dy: 30.0 });
        let slope = slope_percent(&dem, 20.0, 30.0);
        let aspect = aspect_degrees(&dem, 20.0, 30.0);
        for ((row, col), valid) in slope.valid.indexed_iter() {
            let cell = (row + 1, col + 1);
            assert_eq!(grade.slope_percent.valid[cell], *valid);
            if let Some(slope) = slope.get(row, col) {
                assert!(
                    (f64::from(grade.slope_percent.values[cell]) - slope).abs() <= 1e-6 * slope
                );
            }
            if let Some(aspect) = aspect.get(row, col) {
                let width = aspect.to_radians().sin().abs() + aspect.to_radians().cos().abs();
                let found = grade.width[cell.0 * 12 + cell.1];
                assert!((f64::from(found) - width).abs() < 1e-6);
            }
        }
        assert_eq!(grade.slope_percent.get(0, 5), None);
    }
}
