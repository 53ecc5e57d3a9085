//! A DEM in degrees becomes one in metres, because slope needs both axes in the unit of the height.
//!
//! So does one in feet, and one in a projection that stretches the ground: in Web Mercator a metre at 42° N is only
//! three quarters of one, and every slope would come out a quarter too gentle.
//!
//! GDAL's own bilinear warp is not used: where cells grow along one axis it widens its kernel and smooths the relief that
//! slope is made of. Interpolation between four neighbours keeps every plane as it is.

use aimak_core::{Grid, Raster};
use geo::{
    Coord, Distance as _, Euclidean, Geodesic, Point, Rect, line_measures::Densifiable as _,
};
use ndarray::Array2;
use proj::Proj;
use rayon::prelude::*;

/// Metres of one degree of latitude on a sphere of the Earth's mean radius.
const METRES_PER_DEGREE: f64 = 111_195.0;
/// The outline is projected at this many points of each edge, which a curved edge needs.
const POINTS_PER_EDGE: f64 = 32.0;

/// A grid whose cells differ from their size on the ground by no more than this share is in metres.
const STRETCH: f64 = 0.02;

/// True where the cells of a grid are as large on the ground as the grid says, at its centre.
///
/// A CRS that has no place on the Earth is left as it is: nothing of the project can be brought onto it, which is noticed
/// elsewhere.
pub(super) fn has_true_metres(grid: &Grid) -> bool {
    let near = |ground: f64, cell: f64| (ground / cell - 1.0).abs() <= STRETCH;
    let on_ground = ground_cell(grid);
    !grid.geographic && on_ground.is_none_or(|[x, y]| near(x, grid.dx) && near(y, grid.dy))
}

/// Width and height of the middle cell on the ground, m.
fn ground_cell(grid: &Grid) -> Option<[f64; 2]> {
    let (x, y) = (
        f64::midpoint(grid.left, grid.right()),
        f64::midpoint(grid.top, grid.bottom()),
    );
    if grid.geographic {
        let height = METRES_PER_DEGREE * grid.dy;
        return Some([METRES_PER_DEGREE * grid.dx * y.to_radians().cos(), height]);
    }
    let degrees = Proj::new_known_crs(&grid.crs, "EPSG:4326", None).ok()?;
    let place = |x: f64, y: f64| degrees.convert((x, y)).ok().map(Point::from);
    let length = |from: Option<Point>, to: Option<Point>| Some(Geodesic.distance(from?, to?));
    let (right, down) = (grid.dx / 2.0, grid.dy / 2.0);
    Some([
        length(place(x - right, y), place(x + right, y))?,
        length(place(x, y - down), place(x, y + down))?,
    ])
}

/// Elevations on a grid that is not in metres, projected bilinearly to `crs`.
///
/// The new cells are square and as large as the old ones are on the ground at the middle of the DEM (geometric mean of both
/// sides), so that neither relief nor precision is invented. The whole DEM is held in memory.
pub(super) fn projected(
    raster: &Raster<f64>,
    old: &Grid,
    crs: &str,
) -> Result<(Grid, Raster<f64>), String> {
    let grid = target(old, crs)?;
    let back = || Proj::new_known_crs(crs, &old.crs, None).map_err(|error| error.to_string());
    let rows = (0..grid.height)
        .into_par_iter()
        .map_init(back, |back, row| {
            let back = back.as_ref().map_err(Clone::clone)?;
            let y = grid.top - grid.dy * (row as f64 + 0.5);
            let cell = |col: usize| {
                let x = grid.left + grid.dx * (col as f64 + 0.5);
                // a place without a longitude is a place without an elevation
                let (longitude, latitude) = back.convert((x, y)).ok()?;
                between(raster, old, longitude, latitude)
            };
            Ok((0..grid.width).map(cell).collect::<Vec<Option<f64>>>())
        });
    let cells = rows.collect::<Result<Vec<_>, String>>()?.concat();
    let cells = Array2::from_shape_vec((grid.height, grid.width), cells)
        .map_err(|error| error.to_string())?;
    let raster = Raster {
        values: cells.mapv(|cell| cell.unwrap_or(0.0)),
        valid: cells.mapv(|cell| cell.is_some()),
    };
    Ok((grid, raster))
}

/// The value at a place, linear between the centres of the four cells around it; `None` where one of them has none.
fn between(raster: &Raster<f64>, grid: &Grid, x: f64, y: f64) -> Option<f64> {
    let (col, row) = (
        (x - grid.left) / grid.dx - 0.5,
        (grid.top - y) / grid.dy - 0.5,
    );
    let (left, above) = (col.floor(), row.floor());
    if left < 0.0 || above < 0.0 {
        return None;
    }
    let (east, south) = (col - left, row - above);
    let at = |down: usize, right: usize| raster.get(above as usize + down, left as usize + right);
    let upper = (1.0 - east) * at(0, 0)? + east * at(0, 1)?;
    let lower = (1.0 - east) * at(1, 0)? + east * at(1, 1)?;
    Some((1.0 - south) * upper + south * lower)
}

/// Square cells over the projected outline of the old grid.
fn target(old: &Grid, crs: &str) -> Result<Grid, String> {
    let proj = Proj::new_known_crs(&old.crs, crs, None).map_err(|error| error.to_string())?;
    let [width, height] = ground_cell(old).ok_or("no place on the Earth")?;
    let cell = (width * height).sqrt();
    let frame = Rect::new((old.left, old.bottom()), (old.right(), old.top));
    let step = frame.width().max(frame.height()) / POINTS_PER_EDGE;
    let outline = frame.to_polygon().densify(&Euclidean, step);
    let (mut low, mut high) = (
        Coord {
            x: f64::MAX,
            y: f64::MAX,
        },
        Coord {
            x: f64::MIN,
            y: f64::MIN,
        },
    );
    for point in outline.exterior() {
        let (x, y) = proj
            .convert((point.x, point.y))
            .map_err(|error| error.to_string())?;
        low = Coord {
            x: low.x.min(x),
            y: low.y.min(y),
        };
        high = Coord {
            x: high.x.max(x),
            y: high.y.max(y),
        };
    }
    let cells = |from: f64, to: f64| ((to - from) / cell).ceil() as usize;
    Ok(Grid {
        width: cells(low.x, high.x),
        height: cells(low.y, high.y),
        left: low.x,
        top: high.y,
        dx: cell,
        dy: cell,
        crs: crs.to_owned(),
        geographic: false,
    })
}
