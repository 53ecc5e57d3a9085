//! What stands in one window of one file?

use std::{cell::RefCell, collections::BTreeMap, path::Path, path::PathBuf};

use aimak_core::{Raster, Window};
use gdal::Dataset;
use ndarray::{Array2, s};

use super::{BandFile, Decoding};

thread_local! {
    /// Files this worker has open.
    static OPEN: RefCell<BTreeMap<PathBuf, Dataset>> = const { RefCell::new(BTreeMap::new()) };
}

/// Files a worker keeps open; beyond it all are closed, so that long series do not exhaust the system.
const MAX_OPEN: usize = 64;

/// Values of a window, decoded and masked.
pub(super) fn window(
    file: &BandFile,
    decoding: &Decoding,
    window: Window,
) -> Result<Raster<f64>, String> {
    let stored = numbers(&file.path, file.band, window)?;
    let classes = match &decoding.mask {
        Some((path, keep)) => Some((numbers(path, 1, window)?, keep)),
        None => None,
    };
    let is_nodata =
        |value: f64| value.is_nan() || decoding.nodata.is_some_and(|nodata| same(value, nodata));
    let in_range = |value: f64| {
        decoding
            .valid_range
            .is_none_or(|[low, high]| (low..=high).contains(&value))
    };
    let values = stored.mapv(|value| value * decoding.scale + decoding.offset);
    let valid = Array2::from_shape_fn(stored.dim(), |cell| {
        let kept = classes
            .as_ref()
            .is_none_or(|(classes, keep)| keep.contains(&(classes[cell] as i64)));
        kept && !is_nodata(stored[cell]) && in_range(values[cell])
    });
    Ok(Raster { values, valid })
}

/// Stored nodata numbers of float rasters lose their last digits on the way through text headers.
fn same(value: f64, nodata: f64) -> bool {
    value == nodata || (value - nodata).abs() <= 1e-6 * nodata.abs()
}

/// Stored numbers of a window.
fn numbers(path: &Path, band: usize, window: Window) -> Result<Array2<f64>, String> {
    let said = |error: gdal::errors::GdalError| error.to_string();
    OPEN.with_borrow_mut(|open| {
        if !open.contains_key(path) {
            if open.len() >= MAX_OPEN {
                open.clear();
            }
            open.insert(path.to_owned(), Dataset::open(path).map_err(said)?);
        }
        let band = open[path].rasterband(band).map_err(said)?;
        let (at, size) = (
            (window.col as isize, window.row as isize),
            (window.width, window.height),
        );
        band.read_as::<f64>(at, size, size, None)
            .map_err(said)?
            .to_array()
            .map_err(said)
    })
}

/// A window of a raster in memory.
pub(super) fn cut(raster: &Raster<f64>, w: Window) -> Raster<f64> {
    let slice = s![w.row..w.row + w.height, w.col..w.col + w.width];
    Raster {
        values: raster.values.slice(slice).to_owned(),
        valid: raster.valid.slice(slice).to_owned(),
    }
}
