//! How steep is every cell, and how wide is it across the flow?

use aimak_core::Raster;
use rayon::prelude::*;

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
        let mut slopes = vec![0.0; lattice.cells()];
        let mut known = vec![false; lattice.cells()];
        let mut width = vec![0.0; lattice.cells()];
        let cols = lattice.cols.max(1);
        let rows = slopes.par_chunks_mut(cols).zip(known.par_chunks_mut(cols));
        let rows = rows.zip(width.par_chunks_mut(cols)).enumerate();
        rows.for_each(|(row, ((slopes, known), width))| {
            if row > 0 && row + 1 < lattice.rows {
                let window = Window::around(heights, lattice, row);
                window.find_known(known);
                window.find_slopes(size, known, slopes, width);
            }
        });
        Self {
            slope_percent: Raster {
                values: lattice.array(slopes),
                valid: lattice.array(known),
            },
            width,
        }
    }

    /// The same with slopes for the others too, guessed as InVEST does.
    pub(super) fn as_invest<T: Elevation>(dem: &Raster<T>, size: CellSize) -> Self {
        let mut grade = Self::of(dem, size);
        let slopes = &mut grade.slope_percent;
        let lattice = Lattice::of(dem.values.dim());
        let known = slopes.valid.iter().enumerate();
        let unknown: Vec<usize> = known
            .filter_map(|(cell, known)| (!known).then_some(cell))
            .collect();
        for place in unknown.into_iter().map(|cell| lattice.place(cell)) {
            if let Some(percent) = invest_slope_beside_gap(dem, place, size) {
                slopes.values[place] = percent as f32;
                slopes.valid[place] = true;
            }
        }
        grade
    }
}

/// Three rows, from north to south.
struct Window<'a, T> {
    heights: [&'a [T]; 3],
    known: [&'a [bool]; 3],
}

impl<'a, T: Elevation> Window<'a, T> {
    /// The rows around one inside the raster.
    fn around(cells: Cells<'a, T>, lattice: Lattice, row: usize) -> Self {
        let rows = [row - 1, row, row + 1].map(|row| row * lattice.cols..(row + 1) * lattice.cols);
        Self {
            heights: rows.clone().map(|row| &cells.values()[row]),
            known: rows.map(|row| &cells.valid()[row]),
        }
    }

    /// Which cells have a height, as their eight neighbours have.
    fn find_known(&self, known: &mut [bool]) {
        let [north, here, south] = self.known.map(|row| row.windows(3));
        let three = |row: &[bool]| row[0] & row[1] & row[2];
        for (known, ((north, here), south)) in
            inside(known).iter_mut().zip(north.zip(here).zip(south))
        {
            *known = three(north) & three(here) & three(south);
        }
    }

    /// Slopes and widths, found everywhere and kept where they are known: without a way out the loop is one of vectors.
    fn find_slopes(
        &self,
        size: CellSize,
        known: &mut [bool],
        slopes: &mut [f32],
        width: &mut [f32],
    ) {
        let [north, here, south] = self.heights.map(|row| row.windows(3));
        let found = inside(slopes)
            .iter_mut()
            .zip(inside(width))
            .zip(inside(known));
        for (((percent, width), known), ((north, here), south)) in
            found.zip(north.zip(here).zip(south))
        {
            let (east, north) = rise([north, here, south], size);
            // not `hypot`: no height is near the limits of a double
            let slope = (east * east + north * north).sqrt();
            let across = (east.abs() + north.abs()) / slope;
            let across = if slope > 0.0 { across as f32 } else { 1.0 };
            *percent = if *known { (100.0 * slope) as f32 } else { 0.0 };
            *width = if *known { across } else { 0.0 };
        }
    }
}

/// The cells of a row that have neighbours on both sides.
fn inside<V>(row: &mut [V]) -> &mut [V] {
    let last = row.len().max(2) - 1;
    &mut row[1..last]
}

/// Rise eastwards and northwards, m/m, of the middle of three rows of three.
fn rise<T: Elevation>(rows: [&[T]; 3], size: CellSize) -> (f64, f64) {
    let [[nw, n, ne], [w, _, e], [sw, s, se]] =
        rows.map(|row| -> [f64; 3] { [row[0].into(), row[1].into(), row[2].into()] });
    let east = ((ne + 2.0 * e + se) - (nw + 2.0 * w + sw)) / (8.0 * size.dx);
    let north = ((nw + 2.0 * n + ne) - (sw + 2.0 * s + se)) / (8.0 * size.dy);
    (east, north)
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
