//! The six maps of the chain.

use aimak_core::{Raster, Window};
use aimak_io::write::{MapSheet, Maps};
use aimak_science::erosion::water::chain::Layers;
use rayon::prelude::*;

use crate::{progress::Bars, stop::Stop, strips};

/// Cells of a map handed over at once, at most, unless one row holds more.
const CELLS_AT_ONCE: usize = 1 << 21;

/// What every run writes, in this order.
pub const SHEETS: [MapSheet; 6] = [
    sheet("ls", "LS, length and steepness, 1"),
    sheet(
        "soil_loss",
        "soil loss A = R K LS C P, t/ha/yr, also on slopes above 50 % which totals leave out",
    ),
    sheet("ic", "IC, index of connectivity, 1"),
    sheet(
        "sdr",
        "SDR, share of the loss that reaches a stream; 1 on streams",
    ),
    sheet("export", "sediment that reaches a stream, t/ha/yr"),
    sheet("deposition", "sediment from above that stays, t/ha/yr"),
];

const fn sheet(name: &'static str, description: &'static str) -> MapSheet {
    MapSheet { name, description }
}

/// Writes all maps, strip by strip, the maps side by side.
pub fn write(maps: &Maps, layers: &Layers, bars: &Bars<'_>) -> Result<(), Stop> {
    let of_sheet: [&Raster<f32>; SHEETS.len()] = [
        &layers.ls,
        &layers.soil_loss,
        &layers.connectivity,
        &layers.delivery_ratio,
        &layers.export,
        &layers.deposition,
    ];
    strips::write(layers.ls.values.dim(), CELLS_AT_ONCE, bars, |window| {
        let strip = |(sheet, raster): (usize, &&Raster<f32>)| {
            maps.write(sheet, window, cells(raster, window))
        };
        of_sheet.par_iter().enumerate().try_for_each(strip)?;
        Ok(())
    })
}

/// The cells of whole rows, one after the other.
fn cells(raster: &Raster<f32>, window: Window) -> impl Iterator<Item = Option<f64>> + '_ {
    let rows = window.row * window.width..(window.row + window.height) * window.width;
    let contiguous = "invariant: layers are stored row by row";
    let values = &raster.values.as_slice().expect(contiguous)[rows.clone()];
    let valid = &raster.valid.as_slice().expect(contiguous)[rows];
    let cells = values.iter().zip(valid);
    cells.map(|(value, valid)| valid.then(|| (*value).into()))
}
