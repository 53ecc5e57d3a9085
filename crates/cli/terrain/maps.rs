//! The maps of a terrain.

use aimak_core::{Raster, Window};
use aimak_io::{
    problem::Problem,
    write::{MapSheet, Maps},
};
use aimak_science::terrain::{NO_WATERSHED, Relief, aspect_degrees, slope_percent};
use ndarray::{Array2, s};

use super::water::Water;
use crate::{args::Flow, progress::Bars, stop::Stop, strips};

/// Cells written at once, at most, unless one row holds more.
const CELLS_AT_ONCE: usize = 1 << 20;

/// What every run writes, in this order; flow stands second.
pub fn sheets(flow: Flow) -> [MapSheet; 7] {
    let sheet = |name, description| MapSheet { name, description };
    [
        sheet("filled", "height with hollows filled, m above sea level"),
        sheet("flow", routing(flow)),
        sheet(
            "accumulation",
            "contributing area, own cell included, m2 (cells times cell area)",
        ),
        sheet("slope", "slope, Horn, per cent"),
        sheet(
            "aspect",
            "direction of steepest descent, degrees clockwise from north; none on level ground",
        ),
        sheet("streams", "1 stream, 0 none"),
        sheet(
            "watersheds",
            "number of the basin by steepest descent (D8), from 1, row by row of its outlet",
        ),
    ]
}

/// How the directions of a routing are coded.
pub const fn routing(flow: Flow) -> &'static str {
    match flow {
        Flow::Single => {
            "D8 direction: 0 E, 1 NE, 2 N, 3 NW, 4 W, 5 SW, 6 S, 7 SE; -1 water leaves or ends"
        }
        Flow::Multiple => {
            "multiple flow (Freeman 1991, p = 1.1), direction of the largest share: 0 E, 1 NE, 2 N, 3 NW, 4 W, 5 SW, 6 S, 7 SE; -1 water leaves or ends"
        }
        Flow::Infinite => {
            "D-infinity (Tarboton 1997) angle, degrees counter-clockwise from east; -1 water leaves or ends"
        }
    }
}

/// Writes all maps strip by strip.
pub fn write(
    maps: &Maps,
    relief: &Relief<f32>,
    water: &Water,
    bars: &Bars<'_>,
) -> Result<(), Stop> {
    let shape = relief.dem().values.dim();
    strips::write(shape, CELLS_AT_ONCE, bars, |window| {
        strip(maps, window, relief, water).map_err(Stop::from)
    })
}

fn strip(maps: &Maps, window: Window, relief: &Relief<f32>, water: &Water) -> Result<(), Problem> {
    let dem = relief.dem();
    let size = relief.size();
    let wide = s![
        window.row.saturating_sub(1)..(window.row + window.height + 1).min(dem.values.nrows()),
        ..
    ];
    let around = Raster {
        values: dem.values.slice(wide).to_owned(),
        valid: dem.valid.slice(wide).to_owned(),
    };
    let slope = slope_percent(&around, size.dx, size.dy);
    let aspect = aspect_degrees(&around, size.dx, size.dy);
    let known = |cell: [usize; 2]| dem.valid[cell];
    let maps_of = [
        map(window, |cell| known(cell).then(|| dem.values[cell].into())),
        map(window, |cell| known(cell).then(|| water.flow[cell].into())),
        map(window, |cell| {
            known(cell).then(|| water.area_m2.values[cell])
        }),
        map(window, |cell| inner(&slope, window, cell)),
        map(window, |cell| inner(&aspect, window, cell)),
        map(window, |cell| {
            known(cell).then(|| u8::from(water.streams[cell]).into())
        }),
        map(window, |cell| {
            let basin = water.basins[cell];
            (basin != NO_WATERSHED).then(|| basin.into())
        }),
    ];
    for (sheet, values) in maps_of.into_iter().enumerate() {
        maps.write(sheet, window, values.into_iter())?;
    }
    Ok(())
}

/// The values of a window.
fn map(window: Window, value: impl Fn([usize; 2]) -> Option<f64>) -> Array2<Option<f64>> {
    Array2::from_shape_fn((window.height, window.width), |(row, col)| {
        value([window.row + row, window.col + col])
    })
}

/// The value of a map that has no first and last row and column; the first strip begins with such a row.
fn inner(map: &Raster<f64>, window: Window, [row, col]: [usize; 2]) -> Option<f64> {
    let first_row = window.row.max(1);
    map.get(row.checked_sub(first_row)?, col.checked_sub(1)?)
        .copied()
}
