//! What stands in one window of one file?

use std::{
    cell::RefCell,
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_core::{Block, Raster, Samples, Valid, Window};
use gdal::{
    Dataset,
    errors::GdalError,
    raster::{GdalDataType, GdalType, RasterBand},
};
use ndarray::s;

use super::{BandFile, Rules};

thread_local! {
    /// Files this worker has open.
    static OPEN: RefCell<BTreeMap<PathBuf, Dataset>> = const { RefCell::new(BTreeMap::new()) };
}

/// Files a worker keeps open; beyond it all are closed, so that long series do not exhaust the system.
const MAX_OPEN: usize = 64;
/// Nodata numbers beyond this are "the lowest float", often cut short when written as text.
const LOWEST_FLOATS: f64 = 1e30;

/// Closes the files that workers have open, with the decoded blocks GDAL keeps of them: for rasters that were read whole.
pub(super) fn close_all() {
    rayon::broadcast(|_| OPEN.with_borrow_mut(BTreeMap::clear));
    OPEN.with_borrow_mut(BTreeMap::clear);
}

/// Values of a window, decoded and masked.
pub(super) fn window(
    file: &BandFile,
    rules: &Rules,
    window: Window,
) -> Result<Raster<f64>, GdalError> {
    Ok(block(file, rules, window)?.raster())
}

/// A window as it is stored, and which of its cells count.
pub(super) fn block(file: &BandFile, rules: &Rules, window: Window) -> Result<Block, GdalError> {
    let samples = with_band(&file.path, file.band, |band| samples(band, window))?;
    let mut block = Block {
        window,
        samples,
        valid: Valid::All,
        scale: file.scale,
        offset: file.offset,
    };
    block.valid = match file.nodata {
        None if no_further_rule(file, rules) => Valid::All,
        Some(nodata) if no_further_rule(file, rules) && is_exact(nodata, &block.samples) => {
            Valid::Except(nodata)
        }
        _ => Valid::Cells(by_rules(file, rules, &block)?),
    };
    Ok(block)
}

/// True where nodata alone says which cells count.
fn no_further_rule(file: &BandFile, rules: &Rules) -> bool {
    !file.masked && rules.mask.is_none() && rules.valid_range.is_none()
}

/// True where a nodata number can be compared as it is; the others are near what is stored, not equal to it.
fn is_exact(nodata: f64, samples: &Samples) -> bool {
    match samples {
        Samples::F64(_) => false,
        Samples::F32(_) => nodata.abs() <= LOWEST_FLOATS,
        _ => true,
    }
}

/// Which cells of a block count, by every rule there is.
fn by_rules(file: &BandFile, rules: &Rules, block: &Block) -> Result<Vec<bool>, GdalError> {
    let window = block.window;
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
    let counts = |place: usize| {
        let stored = block.stored(place);
        let value = stored * file.scale + file.offset;
        let kept = classes
            .as_ref()
            .is_none_or(|(classes, keep)| keep.iter().any(|class| classes[place] == *class as f64));
        let shown = opaque.as_ref().is_none_or(|opaque| opaque[place] > 0.0);
        let nodata = stored.is_nan() || file.nodata.is_some_and(|nodata| same(stored, nodata));
        let in_range = rules
            .valid_range
            .is_none_or(|[low, high]| (low..=high).contains(&value));
        kept && shown && !nodata && in_range
    };
    Ok((0..window.width * window.height).map(counts).collect())
}

/// True where a stored number is the nodata number: exactly, or as far as a 32-bit float can tell, or, for the lowest
/// floats, as far as their text form can.
fn same(value: f64, nodata: f64) -> bool {
    let close = nodata.abs() > LOWEST_FLOATS && (value - nodata).abs() <= 1e-6 * nodata.abs();
    value == nodata || value as f32 == nodata as f32 || close
}

/// Stored numbers of a window, in the kind they are stored in.
fn samples(band: &RasterBand<'_>, window: Window) -> Result<Samples, GdalError> {
    Ok(match band.band_type() {
        GdalDataType::UInt8 => Samples::U8(read(band, window)?),
        GdalDataType::Int16 => Samples::I16(read(band, window)?),
        GdalDataType::UInt16 => Samples::U16(read(band, window)?),
        GdalDataType::Int32 => Samples::I32(read(band, window)?),
        GdalDataType::UInt32 => Samples::U32(read(band, window)?),
        GdalDataType::Float32 => Samples::F32(read(band, window)?),
        _ => Samples::F64(read(band, window)?),
    })
}

/// Numbers of a window in double precision.
fn numbers(band: &RasterBand<'_>, window: Window) -> Result<Vec<f64>, GdalError> {
    read(band, window)
}

/// Numbers of a window, row by row.
fn read<T: Copy + GdalType>(band: &RasterBand<'_>, window: Window) -> Result<Vec<T>, GdalError> {
    let (at, size) = (
        (window.col as isize, window.row as isize),
        (window.width, window.height),
    );
    Ok(band
        .read_as::<T>(at, size, size, None)?
        .into_shape_and_vec()
        .1)
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
