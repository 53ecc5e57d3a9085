//! A DEM in degrees becomes one in metres, because slope needs both axes in the unit of the height.
//!
//! So does one in feet, and one in a projection that stretches the ground: in Web Mercator a metre at 42° N is only
//! three quarters of one, and every slope would come out a quarter too gentle.

use aimak_core::{Grid, Raster};
use geo::{
    BoundingRect as _, Coord, Distance as _, Euclidean, Geodesic, MapCoords as _, Point, Rect,
    line_measures::Densifiable as _,
};
use proj::Proj;

use super::resample;

/// Metres of one degree of latitude on a sphere of the Earth's mean radius.
const METRES_PER_DEGREE: f64 = 111_195.0;
/// The outline is projected at this many points of each edge, which a curved edge needs.
const POINTS_PER_EDGE: f64 = 32.0;

/// Said of a grid whose CRS has no place on the Earth.
const NOWHERE: &str = "no place on the Earth";

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
pub(super) fn ground_cell(grid: &Grid) -> Option<[f64; 2]> {
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
    let [width, height] = ground_cell(old).ok_or(NOWHERE)?;
    let outline = outline(old, crs)?;
    let cell = (width * height).sqrt();
    let cells = |length: f64| (length / cell).ceil() as usize;
    let grid = Grid {
        width: cells(outline.width()),
        height: cells(outline.height()),
        left: outline.min().x,
        top: outline.max().y,
        dx: cell,
        dy: cell,
        crs: crs.to_owned(),
        geographic: false,
    };
    let raster = resample::bilinear(raster, old, &grid)?;
    Ok((grid, raster))
}

/// The frame around the projected outline of a grid.
pub(super) fn outline(old: &Grid, crs: &str) -> Result<Rect, String> {
    let proj = Proj::new_known_crs(&old.crs, crs, None).map_err(|error| error.to_string())?;
    let frame = Rect::new((old.left, old.bottom()), (old.right(), old.top));
    let step = frame.width().max(frame.height()) / POINTS_PER_EDGE;
    let ring = frame.to_polygon().densify(&Euclidean, step);
    let projected = ring.try_map_coords(|c| proj.convert((c.x, c.y)).map(|(x, y)| Coord { x, y }));
    let projected = projected.map_err(|error: proj::ProjError| error.to_string())?;
    projected.bounding_rect().ok_or_else(|| NOWHERE.to_owned())
}
