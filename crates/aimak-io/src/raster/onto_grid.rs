//! What does another raster say about the cells of this grid?
//!
//! Factors of a model come on grids of their own, of any cell size and in any CRS. Only the part around the grid is read: the
//! raster may cover the world.

use aimak_core::{Grid, Message, Progress, Raster, RasterFault, RasterLayer, RasterSource, Window};
use geo::Rect;
use ndarray::Array2;
use rayon::prelude::*;

use super::{Direct, GdalRasters, dem, direct, file, resample};
use crate::problem::Problem;

/// How cells get a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampling {
    /// Linear between the four centres around: for what has a mean.
    Bilinear,
    /// That of the cell under the centre: for classes.
    Nearest,
}

/// A raster on the cells of a grid.
#[derive(Clone, Debug)]
pub struct OntoGrid {
    /// Its values; what lies beyond it is missing.
    pub values: Raster<f32>,
    /// Its own grid.
    pub own: Grid,
    /// False where the cells are the same, so that nothing was computed.
    pub resampled: bool,
    /// Blocks that could not be read; their cells are missing.
    pub faults: Vec<RasterFault>,
}

/// Rows that are read at once.
const STRIP_ROWS: usize = 256;
/// Cells around the part that is wanted: neighbours of its outermost centres.
const MARGIN_CELLS: f64 = 2.0;

/// Reads the first band of a raster onto a grid. `None` where `progress` asked to stop.
///
/// # Errors
/// A raster that cannot be opened, has several bands, or does not meet the grid; a CRS that cannot be reached.
pub fn onto_grid(
    name: &str,
    onto: &Grid,
    sampling: Sampling,
    progress: &dyn Progress,
) -> Result<Option<OntoGrid>, Vec<Problem>> {
    let raster = Direct {
        id: "values",
        name,
        band: None,
    };
    let (source, layers) = direct(&[raster], &onto.crs)?;
    let layer = &layers[0];
    if layer.bands.len() != 1 {
        let bands = Problem::error("raster-one-band", name).found(layer.bands.len().to_string());
        return Err(vec![bands]);
    }
    let wrong = |cause: String| vec![Problem::error("raster-onto-grid", name).found(cause)];
    let outline = outline(onto, &layer.grid).map_err(wrong)?;
    let Some(window) = window(&layer.grid, outline) else {
        let beside = super::open::grids_differ(name, &layer.grid).found;
        return Err(vec![
            Problem::error("raster-beside-grid", name).found(beside),
        ]);
    };
    let stage = Message::new("stage-pixels").with("layer", name);
    progress.begin(stage, window.height.div_ceil(STRIP_ROWS));
    let (values, faults) = read(&source, layer, window, progress);
    super::read::close_all();
    if progress.cancelled() {
        return Ok(None);
    }
    let own = layer.grid.window(window);
    let resampled = !file::same_grid(&own, onto);
    let values = match (resampled, sampling) {
        (false, _) => values,
        (true, Sampling::Bilinear) => resample::bilinear(&values, &own, onto).map_err(wrong)?,
        (true, Sampling::Nearest) => resample::nearest(&values, &own, onto).map_err(wrong)?,
    };
    if !values.valid.iter().any(|valid| *valid) {
        return Err(vec![Problem::error("raster-empty-here", name).found("—")]);
    }
    Ok(Some(OntoGrid {
        values,
        own: layer.grid.clone(),
        resampled,
        faults,
    }))
}

/// The frame of a grid in the CRS of another.
fn outline(grid: &Grid, of: &Grid) -> Result<Rect, String> {
    if super::same_crs(&grid.crs, &of.crs) {
        return Ok(Rect::new(
            (grid.left, grid.bottom()),
            (grid.right(), grid.top),
        ));
    }
    dem::outline(grid, &of.crs)
}

/// The cells of a grid in a frame, and some around it; `None` where they do not meet.
fn window(grid: &Grid, frame: Rect) -> Option<Window> {
    let cells = |low: f64, high: f64, count: usize, margin: f64| {
        let first = (low - margin).floor().max(0.0);
        let end = (high + margin).ceil().min(count as f64);
        (low < count as f64 && high > 0.0 && end > first)
            .then_some((first as usize, (end - first) as usize))
    };
    let same = |edge: f64| (edge - edge.round()).abs() < 1e-3;
    let x = [frame.min().x, frame.max().x].map(|x| (x - grid.left) / grid.dx);
    let y = [frame.max().y, frame.min().y].map(|y| (grid.top - y) / grid.dy);
    // edges that coincide need no neighbours, so that a raster on the grid itself stays as it is
    let (x, y, margin) = if x.into_iter().chain(y).all(same) {
        (x.map(f64::round), y.map(f64::round), 0.0)
    } else {
        (x, y, MARGIN_CELLS)
    };
    let (col, width) = cells(x[0], x[1], grid.width, margin)?;
    let (row, height) = cells(y[0], y[1], grid.height, margin)?;
    Some(Window {
        col,
        row,
        width,
        height,
    })
}

/// A window, strip by strip.
fn read(
    source: &GdalRasters,
    layer: &RasterLayer,
    window: Window,
    progress: &dyn Progress,
) -> (Raster<f32>, Vec<RasterFault>) {
    let mut values = vec![0.0_f32; window.width * window.height];
    let mut valid = vec![false; values.len()];
    let cells = window.width * STRIP_ROWS;
    let strips = values
        .par_chunks_mut(cells)
        .zip(valid.par_chunks_mut(cells));
    let faults = strips.enumerate().filter_map(|(strip, (values, valid))| {
        if progress.cancelled() {
            return None;
        }
        let part = Window {
            row: window.row + strip * STRIP_ROWS,
            height: values.len() / window.width,
            ..window
        };
        progress.advance(1);
        let block = match source.block(layer, 0, part) {
            Ok(block) => block,
            Err(fault) => return Some(fault),
        };
        let mut stored = Vec::new();
        block.values_into(&mut stored);
        for ((value, known), stored) in values.iter_mut().zip(valid).zip(stored) {
            if stored.is_finite() {
                (*value, *known) = (stored as f32, true);
            }
        }
        None
    });
    let faults = faults.collect();
    let shape = (window.height, window.width);
    let whole = "invariant: strips of the window";
    let raster = Raster {
        values: Array2::from_shape_vec(shape, values).expect(whole),
        valid: Array2::from_shape_vec(shape, valid).expect(whole),
    };
    (raster, faults)
}
