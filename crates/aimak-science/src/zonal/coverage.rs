//! Which fraction of each cell does a polygon cover?
//!
//! Each edge is cut at cell borders, and each piece adds a signed area to the cell it runs through and a signed height to
//! the cells to its right; running sums along a row give the fractions. Exact up to rounding, with no sampling of the
//! cell: the same numbers as exactextract, by another route (theirs walks from cell to cell). Holes and further parts
//! enter with their own sign, so one pass serves all rings. Only cells that an edge touches are stored: between them
//! coverage is constant, and whole stretches of a row can be counted at once.
//!
//! Each row is summed from edges alone, so a window that begins elsewhere gives the same bits. Where parts of a polygon
//! overlap, a cell counts once.

use std::ops::Range;

use aimak_core::{Grid, Window};
use geo::{BoundingRect as _, Coord, LineString, MultiPolygon};
use ndarray::{Array2, s};

/// Fractions closer to 0 or 1 than this are 0 or 1: what is left of rounding in sums of a few hundred pieces.
const ROUNDING: f64 = 1e-12;

/// Neighbouring cells of one row that are covered alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// First column, counted from the left edge of the window.
    pub col: usize,
    /// Number of cells.
    pub len: usize,
    /// Covered fraction of each of them, over 0 and at most 1.
    pub fraction: f64,
}

/// The cells of a window that a polygon covers, row by row from the left.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The window the rows and columns count from.
    pub window: Window,
    spans: Vec<Span>,
    /// Where the spans of each row end.
    ends: Vec<usize>,
}

impl Coverage {
    /// Coverage of the cells of `window` by `shape`, which is in the CRS of `grid`.
    ///
    /// ```
    /// use aimak_core::Grid;
    /// use aimak_science::zonal::coverage::{Coverage, Span};
    /// use geo::{MultiPolygon, polygon};
    /// let grid = Grid {
    ///     width: 4, height: 3, left: 0.0, top: 3.0, dx: 1.0, dy: 1.0, crs: "EPSG:32643".into(), geographic: false,
    /// };
    /// let shape: MultiPolygon<f64> =
    ///     polygon![(x: 0.5, y: 0.5), (x: 3.0, y: 0.5), (x: 3.0, y: 2.5), (x: 0.5, y: 2.5)].into();
    /// let coverage = Coverage::of(&grid, &shape, grid.whole());
    /// let middle = coverage.row(1);
    /// assert_eq!(middle[0], Span { col: 0, len: 1, fraction: 0.5 });
    /// assert_eq!(middle[1], Span { col: 1, len: 2, fraction: 1.0 });
    /// ```
    pub fn of(grid: &Grid, shape: &MultiPolygon<f64>, window: Window) -> Self {
        let mut tracer = Tracer {
            window,
            pieces: Vec::new(),
        };
        for polygon in shape {
            tracer.add_ring(grid, polygon.exterior(), true);
            for hole in polygon.interiors() {
                tracer.add_ring(grid, hole, false);
            }
        }
        tracer.coverage()
    }

    /// The covered cells of a row of the window.
    pub fn row(&self, row: usize) -> &[Span] {
        let range: Range<usize> = match row.checked_sub(1) {
            Some(above) => self.ends[above]..self.ends[row],
            None => 0..self.ends[0],
        };
        &self.spans[range]
    }
}

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
    let coverage = Coverage::of(grid, shape, window);
    let mut fractions = Array2::zeros((window.height, window.width));
    for row in 0..window.height {
        for span in coverage.row(row) {
            fractions
                .slice_mut(s![row, span.col..span.col + span.len])
                .fill(span.fraction);
        }
    }
    fractions
}

/// Area of `shape` in cells of `grid`, on the grid or off it.
pub fn area_in_cells(grid: &Grid, shape: &MultiPolygon<f64>) -> f64 {
    use geo::Area as _;
    shape.unsigned_area() / (grid.dx * grid.dy)
}

/// A signed area that an edge adds to a cell and to all cells to its right.
#[derive(Clone, Copy)]
struct Piece {
    row: u32,
    col: u32,
    area: f64,
}

/// Follows edges through the cells of a window.
struct Tracer {
    window: Window,
    pieces: Vec<Piece>,
}

impl Tracer {
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
            return self.push(row, 0, rise);
        }
        if low >= width {
            return;
        }
        if low < 0.0 {
            self.push(row, 0, share(low, 0.0));
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
        self.push(row, col, rise * (1.0 - beside));
        self.push(row, col + 1, rise * beside);
    }

    fn push(&mut self, row: usize, col: usize, area: f64) {
        let (row, col) = (row as u32, col as u32);
        self.pieces.push(Piece { row, col, area });
    }

    /// Sums each row from left to right; what rounding left of 0 and 1 is removed.
    fn coverage(mut self) -> Coverage {
        // stable: pieces of one cell are added in the order of the edges, whatever the window
        self.pieces
            .sort_by_key(|piece| (u64::from(piece.row) << 32) | u64::from(piece.col));
        let mut coverage = Coverage {
            window: self.window,
            spans: Vec::with_capacity(self.pieces.len()),
            ends: Vec::with_capacity(self.window.height),
        };
        let mut rest = self.pieces.as_slice();
        for row in 0..self.window.height as u32 {
            let here = rest.iter().take_while(|piece| piece.row == row).count();
            let (pieces, below) = rest.split_at(here);
            spans_of_row(pieces, self.window.width, &mut coverage.spans);
            coverage.ends.push(coverage.spans.len());
            rest = below;
        }
        coverage
    }
}

/// The spans of one row from its pieces, sorted by column.
fn spans_of_row(pieces: &[Piece], width: usize, spans: &mut Vec<Span>) {
    let first = spans.len();
    let mut covered = 0.0;
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        covered += piece.area;
        let col = piece.col as usize;
        let next = pieces.peek().map_or(width, |next| next.col as usize);
        let fraction = snapped(covered);
        if fraction > 0.0 && next > col {
            match spans[first..].last_mut() {
                // neighbours covered in full are one stretch, whatever edges touch their borders
                Some(last)
                    if fraction == 1.0 && last.fraction == 1.0 && last.col + last.len == col =>
                {
                    last.len += next - col;
                }
                _ => spans.push(Span {
                    col,
                    len: next - col,
                    fraction,
                }),
            }
        }
    }
}

/// A sum of areas as a fraction.
fn snapped(covered: f64) -> f64 {
    if covered < ROUNDING {
        0.0
    } else if covered > 1.0 - ROUNDING {
        1.0
    } else {
        covered
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
