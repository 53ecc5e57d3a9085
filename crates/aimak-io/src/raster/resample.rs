//! Which value does a raster have under the centres of the cells of another grid, in whatever CRS?
//!
//! GDAL's own bilinear warp is not used: where cells grow along one axis it widens its kernel and smooths the relief that
//! slope is made of. Interpolation between four neighbours keeps every plane as it is.

use aimak_core::{Grid, Raster};
use ndarray::{
    Array2, Axis,
    parallel::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator},
};
use proj::Proj;

/// Cells between places that are projected one by one; those between them lie on the straight line.
const STRIDE: usize = 16;
/// A line that misses the middle of its stretch by more than this share of a cell is no line: each of its cells is projected.
const STRAIGHT_CELLS: f64 = 0.01;

/// A number that can be interpolated.
pub trait Interpolated: Copy + Default + Into<f64> + Send + Sync {
    /// The number of this kind nearest to `value`.
    fn nearest_to(value: f64) -> Self;
}

impl Interpolated for f64 {
    fn nearest_to(value: f64) -> Self {
        value
    }
}

impl Interpolated for f32 {
    fn nearest_to(value: f64) -> Self {
        value as f32
    }
}

/// The values of `raster`, which lies on `grid`, at the cell centres of `onto`: linear between the four centres around a
/// place. A cell is missing where one of the four is. Places are right to a hundredth of a cell of `grid`.
///
/// # Errors
/// What PROJ said where it cannot go from one CRS to the other.
pub fn bilinear<T: Interpolated>(
    raster: &Raster<T>,
    grid: &Grid,
    onto: &Grid,
) -> Result<Raster<T>, String> {
    filled(grid, onto, |col, row| between(raster, col, row))
}

/// The values of `raster`, which lies on `grid`, of the cells under the cell centres of `onto`: for classes, which have no
/// mean.
///
/// # Errors
/// As [`bilinear`].
pub fn nearest<T: Copy + Default + Send + Sync>(
    raster: &Raster<T>,
    grid: &Grid,
    onto: &Grid,
) -> Result<Raster<T>, String> {
    filled(grid, onto, |col, row| {
        let inside = col >= 0.0 && row >= 0.0;
        inside
            .then(|| raster.get(row as usize, col as usize).copied())
            .flatten()
    })
}

/// `value` of every cell of `onto`; it is asked with the place of the cell's centre in `grid`: columns and rows from its upper
/// left corner.
fn filled<T: Copy + Default + Send + Sync>(
    grid: &Grid,
    onto: &Grid,
    value: impl Fn(f64, f64) -> Option<T> + Sync,
) -> Result<Raster<T>, String> {
    let shape = (onto.height, onto.width);
    let mut out = Raster {
        values: Array2::from_elem(shape, T::default()),
        valid: Array2::from_elem(shape, false),
    };
    let lines = out
        .values
        .axis_iter_mut(Axis(0))
        .into_par_iter()
        .zip(out.valid.axis_iter_mut(Axis(0)))
        .enumerate();
    lines.try_for_each_init(
        || Way::between(onto, grid),
        |way, (row, (mut values, mut valid))| {
            let way = way.as_ref().map_err(Clone::clone)?;
            for (col, place) in way.places(row).into_iter().enumerate() {
                // a place that cannot be projected is a place without a value
                if let Some(found) = place.and_then(|[x, y]| value(x, y)) {
                    values[col] = found;
                    valid[col] = true;
                }
            }
            Ok::<(), String>(())
        },
    )?;
    Ok(out)
}

/// The value at a place, linear between the centres of the four cells around it; `None` where one of them has none.
fn between<T: Interpolated>(raster: &Raster<T>, x: f64, y: f64) -> Option<T> {
    let (col, row) = (x - 0.5, y - 0.5);
    let (left, above) = (col.floor(), row.floor());
    if left < 0.0 || above < 0.0 {
        return None;
    }
    let (east, south) = (col - left, row - above);
    let at = |down: usize, right: usize| -> Option<f64> {
        let value = raster.get(above as usize + down, left as usize + right)?;
        Some((*value).into())
    };
    let upper = (1.0 - east) * at(0, 0)? + east * at(0, 1)?;
    let lower = (1.0 - east) * at(1, 0)? + east * at(1, 1)?;
    Some(T::nearest_to((1.0 - south) * upper + south * lower))
}

/// From the cells of one grid to places on another.
struct Way<'a> {
    from: &'a Grid,
    to: &'a Grid,
    /// `None` where both have one CRS.
    proj: Option<Proj>,
}

/// Column and row, from the upper left corner.
type Place = Option<[f64; 2]>;

impl<'a> Way<'a> {
    fn between(from: &'a Grid, to: &'a Grid) -> Result<Self, String> {
        let proj = (!super::same_crs(&from.crs, &to.crs))
            .then(|| Proj::new_known_crs(&from.crs, &to.crs, None))
            .transpose()
            .map_err(|error| error.to_string())?;
        Ok(Self { from, to, proj })
    }

    /// The place of one cell's centre.
    fn place(&self, row: usize, col: usize) -> Place {
        let x = self.from.left + self.from.dx * (col as f64 + 0.5);
        let y = self.from.top - self.from.dy * (row as f64 + 0.5);
        let (x, y) = match &self.proj {
            Some(proj) => proj.convert((x, y)).ok()?,
            None => (x, y),
        };
        Some([
            (x - self.to.left) / self.to.dx,
            (self.to.top - y) / self.to.dy,
        ])
    }

    /// The places of the centres of a row. Projecting each would take longer than all the rest.
    fn places(&self, row: usize) -> Vec<Place> {
        let width = self.from.width;
        if self.proj.is_none() {
            return (0..width).map(|col| self.place(row, col)).collect();
        }
        let mut places = Vec::with_capacity(width);
        let mut start = self.place(row, 0);
        for first in (0..width).step_by(STRIDE) {
            let length = STRIDE.min(width - 1 - first);
            let end = self.place(row, first + length);
            let middle = self.place(row, first + length / 2);
            match straight(start, middle, end, length) {
                Some(line) => places.extend((0..length).map(|step| Some(line(step)))),
                None => places.extend((0..length).map(|step| self.place(row, first + step))),
            }
            start = end;
        }
        places.truncate(width);
        if places.len() < width {
            places.push(start);
        }
        places
    }
}

/// The line from `start` to `end` in `length` steps, where it passes `middle`.
fn straight(
    start: Place,
    middle: Place,
    end: Place,
    length: usize,
) -> Option<impl Fn(usize) -> [f64; 2]> {
    let (start, middle, end) = (start?, middle?, end?);
    let line = move |step: usize| {
        let share = step as f64 / length.max(1) as f64;
        [0, 1].map(|axis| start[axis] + share * (end[axis] - start[axis]))
    };
    let at = line(length / 2);
    let passes = (0..2).all(|axis| (at[axis] - middle[axis]).abs() <= STRAIGHT_CELLS);
    passes.then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(crs: &str, [left, top]: [f64; 2], cell: f64, [width, height]: [usize; 2]) -> Grid {
        Grid {
            width,
            height,
            left,
            top,
            dx: cell,
            dy: cell,
            crs: crs.to_owned(),
            geographic: crs == "EPSG:4326",
        }
    }

    /// Places between nodes are those that were projected one by one.
    #[test]
    fn places_on_the_line_are_where_they_would_be() {
        for width in [1, 2, 16, 17, 18, 250] {
            let metres = grid("EPSG:32643", [430_000.0, 4_750_000.0], 26.0, [width, 3]);
            let degrees = grid("EPSG:4326", [74.0, 43.0], 1.0 / 3600.0, [2000, 2000]);
            let way = Way::between(&metres, &degrees).unwrap();
            let places = way.places(2);
            assert_eq!(places.len(), width);
            for (col, found) in places.iter().enumerate() {
                let (found, one_by_one) = (found.unwrap(), way.place(2, col).unwrap());
                for axis in 0..2 {
                    assert!((found[axis] - one_by_one[axis]).abs() < STRAIGHT_CELLS);
                }
            }
        }
    }

    #[test]
    fn classes_are_taken_and_numbers_interpolated() {
        let own = grid("EPSG:32643", [0.0, 40.0], 10.0, [4, 4]);
        let values = Array2::from_shape_fn((4, 4), |(row, col)| (10 * row + col) as f32);
        let mut raster = Raster {
            valid: Array2::from_elem((4, 4), true),
            values,
        };
        raster.valid[(3, 3)] = false;
        // centres at the corners of four cells, and outside
        let onto = grid("EPSG:32643", [5.0, 35.0], 10.0, [4, 3]);
        let smooth = bilinear(&raster, &own, &onto).unwrap();
        assert_eq!(smooth.get(0, 0), Some(&5.5));
        assert_eq!(smooth.get(1, 1), Some(&16.5));
        assert_eq!(smooth.get(2, 2), None, "one of the four is missing");
        assert_eq!(smooth.get(0, 3), None, "outside");
        let classes = nearest(&raster, &own, &onto).unwrap();
        assert_eq!(classes.get(0, 0), Some(&11.0));
        assert_eq!((classes.get(2, 2), classes.get(0, 3)), (None, None));
    }
}
