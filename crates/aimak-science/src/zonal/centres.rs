//! Which cells have their centre inside a polygon?

use aimak_core::{Grid, Window};
use geo::MultiPolygon;
use ndarray::{Array2, s};

/// The cells of `window` whose centre lies in `shape`, `[row, column]`; `shape` is in the CRS of `grid`.
///
/// For what needs whole cells: patches and their edges. A centre on a shared border belongs to exactly one of the two
/// polygons (that on the right, or below), so neighbours share no cell and leave none out.
///
/// # Formula
/// Each row of centres is a line; edges that cross it, sorted, are entries and exits by turns.
///
/// # Example
/// ```
/// use aimak_core::Grid;
/// use aimak_science::zonal::centres::centre_cells;
/// use geo::{MultiPolygon, polygon};
/// let grid = Grid {
///     width: 3, height: 2, left: 0.0, top: 2.0, dx: 1.0, dy: 1.0, crs: "EPSG:32643".into(), geographic: false,
/// };
/// let shape: MultiPolygon<f64> =
///     polygon![(x: 0.5, y: 0.0), (x: 2.5, y: 0.0), (x: 2.5, y: 1.4), (x: 0.5, y: 1.4)].into();
/// let cells = centre_cells(&grid, &shape, grid.whole());
/// assert_eq!(cells, ndarray::array![[false, false, false], [true, true, false]]);
/// ```
pub fn centre_cells(grid: &Grid, shape: &MultiPolygon<f64>, window: Window) -> Array2<bool> {
    let mut inside = Array2::from_elem((window.height, window.width), false);
    let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); window.height];
    let rings = shape
        .iter()
        .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    for edge in rings.flat_map(geo::LineString::lines) {
        // in cells from the upper left corner of the window; centres lie at halves
        let place = |x: f64, y: f64| {
            let col = (x - grid.left) / grid.dx - window.col as f64;
            let row = (grid.top - y) / grid.dy - window.row as f64;
            (col, row)
        };
        let ends = (
            place(edge.start.x, edge.start.y),
            place(edge.end.x, edge.end.y),
        );
        cross(ends, &mut crossings);
    }
    for (row, mut crossings) in crossings.into_iter().enumerate() {
        crossings.sort_by(f64::total_cmp);
        for pair in crossings.chunks_exact(2) {
            let (first, end) = (first_centre(pair[0]), first_centre(pair[1]));
            let end = end.min(window.width);
            if first < end {
                inside.slice_mut(s![row, first..end]).fill(true);
            }
        }
    }
    inside
}

/// Adds where an edge crosses the lines of centres; it holds its upper end and not its lower one.
fn cross((from, to): ((f64, f64), (f64, f64)), crossings: &mut [Vec<f64>]) {
    // the same arithmetic for both directions, so that neighbours agree on their border
    let (upper, lower) = if (from.1, from.0) <= (to.1, to.0) {
        (from, to)
    } else {
        (to, from)
    };
    let first = first_centre(upper.1);
    let end = first_centre(lower.1).min(crossings.len());
    for (row, crossings) in crossings.iter_mut().enumerate().take(end).skip(first) {
        let share = (row as f64 + 0.5 - upper.1) / (lower.1 - upper.1);
        crossings.push(upper.0 + share * (lower.0 - upper.0));
    }
}

/// The first cell whose centre is not left of (or above) a place.
fn first_centre(place: f64) -> usize {
    (place - 0.5).ceil().max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use geo::{Contains as _, Coord, LineString, Point, Polygon};
    use proptest::prelude::*;

    use super::*;
    use crate::zonal::tests::grid;

    fn polygon(points: &[(f64, f64)]) -> Polygon<f64> {
        Polygon::new(LineString::from(points.to_vec()), Vec::new())
    }

    #[test]
    fn a_hole_is_outside_and_windows_do_not_show() {
        let grid = grid(0.0, 0.0, 8.0, 8.0, 1.0, 1.0);
        let ring = |from: f64, to: f64| {
            LineString::from(vec![
                (from, from),
                (to, from),
                (to, to),
                (from, to),
                (from, from),
            ])
        };
        let shape = MultiPolygon::from(Polygon::new(ring(1.0, 7.0), vec![ring(3.0, 5.0)]));
        let whole = centre_cells(&grid, &shape, grid.whole());
        assert_eq!(whole.iter().filter(|inside| **inside).count(), 36 - 4);
        let window = Window {
            col: 2,
            row: 3,
            width: 4,
            height: 3,
        };
        let part = centre_cells(&grid, &shape, window);
        assert_eq!(part, whole.slice(s![3..6, 2..6]));
    }

    proptest! {
        #[test]
        fn as_geo_says_of_every_centre(points in prop::collection::vec((0.0..10.0_f64, 0.0..10.0_f64), 3..4)) {
            let grid = grid(0.0, 0.0, 10.0, 10.0, 1.0, 1.0);
            let triangle = polygon(&points);
            let found = centre_cells(&grid, &triangle.clone().into(), grid.whole());
            for ((row, col), inside) in found.indexed_iter() {
                let centre = Point::new(col as f64 + 0.5, 9.5 - row as f64);
                prop_assert_eq!(*inside, triangle.contains(&centre), "{:?}", centre);
            }
        }

        #[test]
        fn neighbours_share_no_cell_and_leave_none_out(cut in prop::collection::vec(0_u8..=20, 2)) {
            // a border through cells and through centres: halves of cells
            let grid = grid(0.0, 0.0, 10.0, 10.0, 1.0, 1.0);
            let (south, north) = (f64::from(cut[0]) / 2.0, f64::from(cut[1]) / 2.0);
            let west = polygon(&[(0.0, 0.0), (south, 0.0), (north, 10.0), (0.0, 10.0)]);
            let mut east: Vec<Coord<f64>> = polygon(&[(10.0, 0.0), (south, 0.0), (north, 10.0), (10.0, 10.0)]).exterior().0.clone();
            east.reverse();
            let east = Polygon::new(LineString(east), Vec::new());
            let [west, east] = [west, east].map(|shape| centre_cells(&grid, &shape.into(), grid.whole()));
            for (west, east) in west.iter().zip(&east) {
                prop_assert!(west != east);
            }
        }
    }
}
