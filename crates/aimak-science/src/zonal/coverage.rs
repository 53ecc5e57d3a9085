//! Which part of every cell does a polygon cover?
//!
//! An exact accumulation: every edge is cut at the borders of rows and columns, and each piece adds the area to its right.
//! A piece that rises by `h` inside a cell at mean distance `u` from the cell's left side covers `h·(1 − u)` of that
//! cell and `h` of every cell further right, so the pieces are summed once, from left to right. Exterior rings count
//! positive, holes negative. The work grows with the edges and the cells of the bounding box, never with their product.
//!
//! Rows are independent: the fractions of a row do not depend, not even in the last bit, on which other rows are asked
//! for. Deciding cells by their centre would be shorter and is the usual rule of the peers; it loses every plot smaller than
//! a pixel and shifts all others.

use aimak_core::{Grid, Window};
use geo::{BoundingRect as _, Coord, LineString, MultiPolygon};
use ndarray::Array2;

/// Fractions closer to 0 or 1 than this are 0 or 1: what is left of rounding in sums of a few hundred pieces.
const ROUNDING: f64 = 1e-12;

/// The cells that `shape` can touch, or `None` where it lies off the grid. `shape` is in the CRS of the grid.
pub fn cell_window(grid: &Grid, shape: &MultiPolygon<f64>) -> Option<Window> {
    let bounds = shape.bounding_rect()?;
    let columns = cell_range(
        (bounds.min().x - grid.left) / grid.dx,
        (bounds.max().x - grid.left) / grid.dx,
        grid.width,
    )?;
    let rows = cell_range(
        (grid.top - bounds.max().y) / grid.dy,
        (grid.top - bounds.min().y) / grid.dy,
        grid.height,
    )?;
    Some(Window {
        col: columns.0,
        row: rows.0,
        width: columns.1,
        height: rows.1,
    })
}

/// First cell and number of cells between `low` and `high`, clipped to `0..count`.
fn cell_range(low: f64, high: f64, count: usize) -> Option<(usize, usize)> {
    let first = low.floor().max(0.0);
    let end = high.ceil().min(count as f64);
    (end > first).then_some((first as usize, (end - first) as usize))
}

/// The fraction of each cell of `window` that `shape` covers, `[row, column]`, each in 0–1.
///
/// ```
/// use aimak_core::Grid;
/// use geo::{MultiPolygon, polygon};
/// let grid = Grid {
///     width: 3, height: 3, left: 0.0, top: 3.0, dx: 1.0, dy: 1.0, crs: "EPSG:32643".into(), geographic: false,
/// };
/// let square: MultiPolygon<f64> =
///     polygon![(x: 0.5, y: 0.5), (x: 2.5, y: 0.5), (x: 2.5, y: 2.5), (x: 0.5, y: 2.5)].into();
/// let fractions = aimak_science::zonal::coverage::fractions(&grid, &square, grid.whole());
/// assert_eq!(fractions[(0, 0)], 0.25);
/// assert_eq!(fractions[(1, 1)], 1.0);
/// ```
pub fn fractions(grid: &Grid, shape: &MultiPolygon<f64>, window: Window) -> Array2<f64> {
    let mut buffer = Buffer::new(window);
    for polygon in shape {
        buffer.add_ring(grid, polygon.exterior(), true);
        for hole in polygon.interiors() {
            buffer.add_ring(grid, hole, false);
        }
    }
    buffer.fractions()
}

/// Area of `shape` in cells of `grid`, on the grid or off it.
pub fn area_in_cells(grid: &Grid, shape: &MultiPolygon<f64>) -> f64 {
    use geo::Area as _;
    shape.unsigned_area() / (grid.dx * grid.dy)
}

/// Sums of signed areas, one column wider than the window.
struct Buffer {
    window: Window,
    sums: Array2<f64>,
}

impl Buffer {
    fn new(window: Window) -> Self {
        Self {
            window,
            sums: Array2::zeros((window.height, window.width + 1)),
        }
    }

    /// Adds a ring; its own direction does not matter.
    fn add_ring(&mut self, grid: &Grid, ring: &LineString<f64>, exterior: bool) {
        let to_cells = |c: &Coord<f64>| Coord {
            x: (c.x - grid.left) / grid.dx,
            y: (grid.top - c.y) / grid.dy,
        };
        let points: Vec<Coord<f64>> = ring.coords().map(to_cells).collect();
        let sign = if (signed_area(&points) > 0.0) == exterior {
            1.0
        } else {
            -1.0
        };
        for edge in points.windows(2) {
            self.add_edge(edge[0], edge[1], sign);
        }
    }

    /// Cuts an edge at the borders of the rows it crosses.
    fn add_edge(&mut self, from: Coord<f64>, to: Coord<f64>, sign: f64) {
        if from.y == to.y {
            return;
        }
        // downward edges of a ring with positive area (y runs south) have the interior on their left
        let sign = if to.y > from.y { -sign } else { sign };
        let (upper, lower) = if from.y < to.y {
            (from, to)
        } else {
            (to, from)
        };
        let top = self.window.row as f64;
        let first = upper.y.floor().max(top);
        let end = lower.y.ceil().min(top + self.window.height as f64);
        if end <= first {
            return;
        }
        let slope = (lower.x - upper.x) / (lower.y - upper.y);
        let x_at = |y: f64| {
            if y == upper.y {
                upper.x
            } else if y == lower.y {
                lower.x
            } else {
                upper.x + (y - upper.y) * slope
            }
        };
        for row in first as usize..end as usize {
            let (y0, y1) = (upper.y.max(row as f64), lower.y.min(row as f64 + 1.0));
            if y1 > y0 {
                self.add_piece(row - self.window.row, x_at(y0), x_at(y1), sign * (y1 - y0));
            }
        }
    }

    /// Clips a piece of one row to the columns: left of the window it covers whole rows, right of it nothing.
    fn add_piece(&mut self, row: usize, x0: f64, x1: f64, rise: f64) {
        let (left, width) = (self.window.col as f64, self.window.width as f64);
        let (x0, x1) = (x0 - left, x1 - left);
        let (low, high) = (x0.min(x1), x0.max(x1));
        let share = |from: f64, to: f64| {
            if high > low {
                rise * (to - from) / (high - low)
            } else {
                rise
            }
        };
        if high <= 0.0 {
            self.sums[(row, 0)] += rise;
            return;
        }
        if low >= width {
            return;
        }
        if low < 0.0 {
            self.sums[(row, 0)] += share(low, 0.0);
        }
        let (from, to) = (low.max(0.0), high.min(width));
        if from.floor() == to.floor() || from == to || to == from.floor() + 1.0 {
            self.add_in_cell(row, from.floor() as usize, from, to, share(from, to));
            return;
        }
        let mut start = from;
        while start < to {
            let end = (start.floor() + 1.0).min(to);
            self.add_in_cell(row, start.floor() as usize, start, end, share(start, end));
            start = end;
        }
    }

    /// A piece inside one cell: it covers the part of the cell to its right, and all of the cells further right.
    fn add_in_cell(&mut self, row: usize, col: usize, from: f64, to: f64, rise: f64) {
        if col >= self.window.width {
            return;
        }
        let beside = f64::midpoint(from, to) - col as f64;
        self.sums[(row, col)] += rise * (1.0 - beside);
        self.sums[(row, col + 1)] += rise * beside;
    }

    /// Sums from left to right; what rounding left of 0 and 1 is removed.
    fn fractions(self) -> Array2<f64> {
        let mut fractions = Array2::zeros((self.window.height, self.window.width));
        for (sums, mut row) in self.sums.outer_iter().zip(fractions.outer_iter_mut()) {
            let mut sum = 0.0;
            for (fraction, piece) in row.iter_mut().zip(sums) {
                sum += piece;
                *fraction = if sum < ROUNDING {
                    0.0
                } else if sum > 1.0 - ROUNDING {
                    1.0
                } else {
                    sum
                };
            }
        }
        fractions
    }
}

/// Twice the signed area of a closed ring, relative to its first point to keep the digits of small rings.
fn signed_area(points: &[Coord<f64>]) -> f64 {
    let Some(&origin) = points.first() else {
        return 0.0;
    };
    points
        .windows(2)
        .map(|p| {
            (p[0].x - origin.x) * (p[1].y - origin.y) - (p[1].x - origin.x) * (p[0].y - origin.y)
        })
        .sum()
}
