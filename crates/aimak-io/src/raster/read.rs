//! What stands in one window of one file?

use std::{
    cell::RefCell,
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_core::{Raster, Window};
use gdal::{Dataset, errors::GdalError, raster::RasterBand};
use ndarray::{Array2, s};

use super::{BandFile, Rules};

thread_local! {
    /// Files this worker has open.
    static OPEN: RefCell<BTreeMap<PathBuf, Dataset>> = const { RefCell::new(BTreeMap::new()) };
}

/// Files a worker keeps open; beyond it all are closed, so that long series do not exhaust the system.
const MAX_OPEN: usize = 64;
/// Nodata numbers beyond this are "the lowest float", often cut short when written as text.
const LOWEST_FLOATS: f64 = 1e30;

/// Values of a window, decoded and masked.
pub(super) fn window(
    file: &BandFile,
    rules: &Rules,
    window: Window,
) -> Result<Raster<f64>, GdalError> {
    let stored = with_band(&file.path, file.band, |band| numbers(band, window))?;
    let opaque = file.masked.then(|| {
        with_band(&file.path, file.band, |band| {
            numbers(&band.open_mask_band()?, window)
        })
    });
    let opaque = opaque.transpose()?;
    let classes = rules.mask.as_ref().map(|mask| {
        let classes = with_band(&mask.path, 1, |band| numbers(band, window))?;
        Ok::<_, GdalError>((classes, &mask.keep))
    });
    let classes = classes.transpose()?;
    let is_nodata =
        |value: f64| value.is_nan() || file.nodata.is_some_and(|nodata| same(value, nodata));
    let in_range = |value: f64| {
        rules
            .valid_range
            .is_none_or(|[low, high]| (low..=high).contains(&value))
    };
    let values = stored.mapv(|value| value * file.scale + file.offset);
    let valid = Array2::from_shape_fn(stored.dim(), |cell| {
        let kept = classes
            .as_ref()
            .is_none_or(|(classes, keep)| keep.iter().any(|class| classes[cell] == *class as f64));
        let shown = opaque.as_ref().is_none_or(|opaque| opaque[cell] > 0.0);
        kept && shown && !is_nodata(stored[cell]) && in_range(values[cell])
    });
    Ok(Raster { values, valid })
}

/// True where a stored number is the nodata number: exactly, or as far as a 32-bit float can tell, or, for the lowest
/// floats, as far as their text form can.
fn same(value: f64, nodata: f64) -> bool {
    let close = nodata.abs() > LOWEST_FLOATS && (value - nodata).abs() <= 1e-6 * nodata.abs();
    value == nodata || value as f32 == nodata as f32 || close
}

/// Stored numbers of a window.
fn numbers(band: &RasterBand<'_>, window: Window) -> Result<Array2<f64>, GdalError> {
    let (at, size) = (
        (window.col as isize, window.row as isize),
        (window.width, window.height),
    );
    band.read_as::<f64>(at, size, size, None)?.to_array()
}

/// A band of a file that this worker has open, or opens now.
fn with_band<T>(
    path: &Path,
    band: usize,
    read: impl FnOnce(&RasterBand<'_>) -> Result<T, GdalError>,
) -> Result<T, GdalError> {
    OPEN.with_borrow_mut(|open| {
        if !open.contains_key(path) {
            if open.len() >= MAX_OPEN {
                open.clear();
            }
            open.insert(path.to_owned(), Dataset::open(path)?);
        }
        read(&open[path].rasterband(band)?)
    })
}

/// A window of a raster in memory; `None` where it does not lie inside.
pub(super) fn cut(raster: &Raster<f64>, w: Window) -> Option<Raster<f64>> {
    let (rows, columns) = raster.values.dim();
    let slice = s![w.row..w.row + w.height, w.col..w.col + w.width];
    (w.row + w.height <= rows && w.col + w.width <= columns).then(|| Raster {
        values: raster.values.slice(slice).to_owned(),
        valid: raster.valid.slice(slice).to_owned(),
    })
}
