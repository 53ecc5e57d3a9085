//! How much of a cell lies in an aimak?

use aimak_core::Aimak;
use geo::{Area as _, BooleanOps as _, Coord, LineString, MultiPolygon, Polygon};
use proj::Proj;

use super::publish::Cell;

/// Points on each edge of a cell: parallels are no straight lines in the working CRS.
const ALONG: usize = 8;

/// The share of a cell that lies in the aimak, 0 to 1; nothing where it cannot be projected, so that nothing is told by mistake.
pub(super) fn share(cell: &Cell, aimak: &Aimak, proj: &Proj) -> f64 {
    let Some(shape) = shape(cell, proj) else {
        return 0.0;
    };
    let whole = shape.unsigned_area();
    let inside = aimak.outline.intersection(&MultiPolygon(vec![shape]));
    if whole > 0.0 {
        inside.unsigned_area() / whole
    } else {
        0.0
    }
}

/// The cell in the working CRS.
fn shape(cell: &Cell, proj: &Proj) -> Option<Polygon<f64>> {
    let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
    let mut ring = Vec::new();
    for (corner, (x, y)) in corners.iter().enumerate() {
        let (to_x, to_y) = corners[(corner + 1) % corners.len()];
        for step in 0..ALONG {
            let part = step as f64 / ALONG as f64;
            let at = |from: f64, to: f64| (from + (to - from) * part) * cell.size_degrees;
            let degrees = (cell.west + at(*x, to_x), cell.south + at(*y, to_y));
            let (x, y) = proj.convert(degrees).ok()?;
            ring.push(Coord { x, y });
        }
    }
    Some(Polygon::new(LineString(ring), Vec::new()))
}
