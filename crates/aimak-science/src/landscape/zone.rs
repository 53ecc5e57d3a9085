//! Which landscape lies in a zone of a land-cover raster?

use aimak_core::{Message, RasterFault, RasterLayer, RasterSource, Reason, Window, Withheld};
use geo::MultiPolygon;
use ndarray::{Array2, s};

use super::map::{Landscape, MIN_VALID_SHARE};
use crate::zonal::{
    centres::centre_cells,
    coverage::{Coverage, area_in_cells, cell_window},
};

/// Rows read at once.
const ROWS: usize = 256;

/// Why a zone has no landscape.
#[derive(Clone, Debug, PartialEq)]
pub enum ZoneRefused {
    /// Too little of it is on the map.
    Withheld(Withheld),
    /// The raster could not be read there.
    Fault(RasterFault),
    /// A number that is no code of a class: 0 to 255.
    NoCode(f64),
}

impl From<RasterFault> for ZoneRefused {
    fn from(fault: RasterFault) -> Self {
        Self::Fault(fault)
    }
}

/// The landscape in a zone, given in the CRS of the layer, whose cells are square metres.
///
/// A cell belongs to the zone by its centre: a patch is made of whole cells, an edge lies between two of them, and a border
/// between neighbouring zones must not count a cell for both. (Areas of classes by exact fractions are `aimak zonal`'s.)
/// Memory is 4 bytes a cell of the zone's bounding window.
///
/// # Errors
/// Where less than 70 % of the zone is mapped, land beyond the raster included; where it cannot be read; where its numbers are
/// no codes.
pub fn landscape_of_zone(
    layer: &RasterLayer,
    source: &dyn RasterSource,
    shape: &MultiPolygon<f64>,
) -> Result<Landscape, ZoneRefused> {
    let grid = &layer.grid;
    let window = cell_window(grid, shape)
        .ok_or_else(|| ZoneRefused::Withheld(Withheld::because(Reason::OutsideRaster)))?;
    let zone = centre_cells(grid, shape, window);
    let (values, valid) = read(layer, source, window, &zone)?;
    let map = aimak_core::Raster { values, valid };
    let landscape = Landscape::cut(&map, &zone, grid.dx).map_err(ZoneRefused::Withheld)?;
    let wanted = zone.iter().filter(|inside| **inside).count() as f64;
    let mapped = landscape.total_cells() as f64 / wanted;
    let share = mapped
        * share_on_grid(
            &Coverage::of(grid, shape, window),
            area_in_cells(grid, shape),
        );
    if share < MIN_VALID_SHARE {
        let detail = Message::new("detail-valid-share").with("percent", 100.0 * share);
        let withheld = Withheld::because(Reason::ValidAreaBelow70).with(detail);
        return Err(ZoneRefused::Withheld(withheld));
    }
    Ok(landscape)
}

/// Share of a zone that lies on the raster.
fn share_on_grid(coverage: &Coverage, zone_cells: f64) -> f64 {
    let spans = (0..coverage.window.height).flat_map(|row| coverage.row(row));
    let covered: f64 = spans.map(|span| span.fraction * span.len as f64).sum();
    (covered / zone_cells).min(1.0)
}

/// Codes of the cells of a zone, strip by strip.
fn read(
    layer: &RasterLayer,
    source: &dyn RasterSource,
    window: Window,
    zone: &Array2<bool>,
) -> Result<(Array2<u8>, Array2<bool>), ZoneRefused> {
    let mut values = Array2::zeros(zone.dim());
    let mut valid = Array2::from_elem(zone.dim(), false);
    for first in (0..window.height).step_by(ROWS) {
        let height = ROWS.min(window.height - first);
        let strip = Window {
            row: window.row + first,
            height,
            ..window
        };
        let block = source.block(layer, 0, strip)?;
        let rows = s![first..first + height, ..];
        let cells = zone.slice(rows).into_iter().enumerate();
        let mut values = values.slice_mut(rows);
        let mut valid = valid.slice_mut(rows);
        for (place, inside) in cells {
            let Some(value) = block.value(place).filter(|_| *inside) else {
                continue;
            };
            let at = (place / window.width, place % window.width);
            values[at] = code(value).ok_or(ZoneRefused::NoCode(value))?;
            valid[at] = true;
        }
    }
    Ok((values, valid))
}

/// A number as a code.
fn code(value: f64) -> Option<u8> {
    let is_code = value.fract() == 0.0 && (0.0..=255.0).contains(&value);
    is_code.then_some(value as u8)
}

#[cfg(test)]
mod tests {
    use geo::Rect;

    use super::*;
    use crate::zonal::tests::{MemoryRaster, grid, layer};

    fn rectangle(left: f64, bottom: f64, right: f64, top: f64) -> MultiPolygon<f64> {
        Rect::new((left, bottom), (right, top)).to_polygon().into()
    }

    #[test]
    fn cells_belong_by_their_centres_and_land_beyond_counts() {
        let layer = layer(grid(0.0, 0.0, 600.0, 600.0, 1.0, 1.0));
        let codes = Array2::from_shape_fn((600, 600), |(row, col)| {
            ((row / 300) * 2 + col / 300) as f64
        });
        let source = MemoryRaster(codes);
        let landscape =
            landscape_of_zone(&layer, &source, &rectangle(0.4, 10.6, 20.6, 590.2)).unwrap();
        // centres from 0.5 to 20.5 and from 11.5 to 589.5
        assert_eq!(landscape.total_cells(), 21 * 579);
        assert_eq!(landscape.legend(), [0, 2]);
        let beyond = landscape_of_zone(&layer, &source, &rectangle(-80.0, 0.0, 100.0, 100.0));
        let Err(ZoneRefused::Withheld(withheld)) = beyond else {
            panic!("44 % lie beyond the raster")
        };
        assert_eq!(withheld.reason, Reason::ValidAreaBelow70);
        let off = landscape_of_zone(&layer, &source, &rectangle(700.0, 0.0, 800.0, 100.0));
        assert_eq!(
            off,
            Err(ZoneRefused::Withheld(Withheld::because(
                Reason::OutsideRaster
            )))
        );
    }

    #[test]
    fn numbers_that_are_no_codes_are_refused() {
        let layer = layer(grid(0.0, 0.0, 2.0, 2.0, 1.0, 1.0));
        let shape = rectangle(0.0, 0.0, 2.0, 2.0);
        for wrong in [0.5, 256.0, -1.0] {
            let source = MemoryRaster(Array2::from_elem((2, 2), wrong));
            let found = landscape_of_zone(&layer, &source, &shape);
            assert_eq!(found, Err(ZoneRefused::NoCode(wrong)));
        }
    }
}
