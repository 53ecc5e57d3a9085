//! How large is a cell on the ground?

use aimak_core::Grid;

/// Semi-major axis of WGS 84, m.
const EQUATORIAL_RADIUS_M: f64 = 6_378_137.0;
/// Flattening of WGS 84.
const FLATTENING: f64 = 1.0 / 298.257_223_563;

/// Ground area of a cell in each row of a grid, m².
///
/// On a projected grid it is width times height in its CRS. On a geographic grid it is the area of the ellipsoid (WGS 84)
/// between two meridians and two parallels, in closed form:
/// `A = b²·Δλ/2 · [q(φ₂) − q(φ₁)]`, `q(φ) = sin φ/(1 − e² sin² φ) + artanh(e sin φ)/e` (Snyder 1987, eq. 3-12).
///
/// ```
/// use aimak_core::Grid;
/// use aimak_science::zonal::row_areas_m2;
/// // the whole earth in one cell: 510 065 622 km² on WGS 84
/// let earth = Grid {
///     width: 1, height: 1, left: -180.0, top: 90.0, dx: 360.0, dy: 180.0, crs: "EPSG:4326".into(), geographic: true,
/// };
/// assert!((row_areas_m2(&earth)[0] / 1e6 - 510_065_621.7).abs() < 1.0);
/// ```
pub fn row_areas_m2(grid: &Grid) -> Vec<f64> {
    if !grid.geographic {
        return vec![grid.dx * grid.dy; grid.height];
    }
    let e2 = FLATTENING * (2.0 - FLATTENING);
    let e = e2.sqrt();
    let b = EQUATORIAL_RADIUS_M * (1.0 - FLATTENING);
    let q = |latitude: f64| {
        let sine = latitude.to_radians().sin();
        sine / (1.0 - e2 * sine * sine) + (e * sine).atanh() / e
    };
    let of_row = |row: usize| {
        let north = grid.top - row as f64 * grid.dy;
        b * b * grid.dx.to_radians() / 2.0 * (q(north) - q(north - grid.dy))
    };
    (0..grid.height).map(of_row).collect()
}
