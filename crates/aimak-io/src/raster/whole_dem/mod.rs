//! How does a whole DEM come into memory, ready for water to run over it?
//!
//! Water knows no blocks: filling and routing need all heights at once, on square cells in metres. Files that lie side by side
//! or overlap become one grid; a DEM in degrees, or in a CRS that stretches the ground, is projected.

mod memory;
mod metres;
mod mosaic;
#[cfg(test)]
mod tests;

use aimak_core::{Grid, Progress, Raster, RasterFault};

use self::{metres::Target, mosaic::Mosaic};
use super::{open, resample};
use crate::problem::Problem;

/// Which DEM is wanted, and what for.
#[derive(Clone, Copy, Debug)]
pub struct DemOrder<'a> {
    /// One file, or several that lie side by side or overlap.
    pub names: &'a [String],
    /// CRS to project to, as authority code or WKT; without one the DEM stays as it is where it is in metres, and goes to the
    /// UTM zone of its centre where it is not.
    pub crs: Option<&'a str>,
    /// Bytes that whoever asks will need for every cell, its height included.
    pub bytes_per_cell: usize,
}

/// A DEM in memory.
#[derive(Clone, Debug)]
pub struct WholeDem {
    /// Heights above sea level, m. Never NaN where valid, and never −0.
    pub heights: Raster<f32>,
    /// Where the cells lie; in metres.
    pub grid: Grid,
    /// Number of files.
    pub files: usize,
    /// Cells that several files hold, with one height.
    pub shared_cells: usize,
    /// How it was projected, if it was.
    pub projection: Option<Projection>,
    /// Blocks that could not be read; their cells are missing.
    pub faults: Vec<RasterFault>,
}

/// That a DEM was projected, bilinearly, to square cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// CRS of the files.
    pub from: String,
    /// Width and height of a cell of the files at the middle of the DEM, m on the ground.
    pub own_cell_m: [f64; 2],
    /// CRS it has now.
    pub to: String,
    /// Side of a cell now, m.
    pub cell_m: f64,
}

/// Reads a DEM. `None` where `progress` asked to stop.
///
/// Heights of files that overlap must be equal; cells must be the same everywhere. Memory is estimated before anything is read.
///
/// # Errors
/// All problems of all files, as far as one does not hide another: unreadable files, other cells, other heights in an overlap,
/// heights in another unit than metres, a CRS that is not in metres, a DEM that does not fit into memory, no height at all.
pub fn read(
    order: DemOrder<'_>,
    progress: &dyn Progress,
) -> Result<Option<WholeDem>, Vec<Problem>> {
    open::prepare();
    let mosaic = Mosaic::of(order.names)?;
    let one = |problem: Problem| vec![problem];
    let name = mosaic.name();
    let target = metres::target(&mosaic.grid, order.crs, &name).map_err(one)?;
    memory::fits(&mosaic.grid, target.as_ref(), order.bytes_per_cell, &name).map_err(one)?;
    let Some(read) = mosaic.read(progress)? else {
        return Ok(None);
    };
    if !read.heights.valid.iter().any(|&valid| valid) {
        return Err(one(Problem::error("dem-empty", &name).found("—")));
    }
    let whole = WholeDem {
        heights: read.heights,
        grid: mosaic.grid,
        files: order.names.len(),
        shared_cells: read.shared_cells,
        projection: None,
        faults: read.faults,
    };
    match target {
        Some(target) => projected(whole, target, progress)
            .map_err(|cause| one(Problem::error("dem-crs", &name).found(cause))),
        None => Ok(Some(whole)),
    }
}

fn projected(
    whole: WholeDem,
    target: Target,
    progress: &dyn Progress,
) -> Result<Option<WholeDem>, String> {
    if progress.cancelled() {
        return Ok(None);
    }
    progress.begin(aimak_core::Message::new("stage-dem-project"), 0);
    let heights = resample::bilinear(&whole.heights, &whole.grid, &target.grid)?;
    Ok(Some(WholeDem {
        heights,
        projection: Some(Projection {
            from: whole.grid.crs,
            own_cell_m: target.own_cell_m,
            to: target.grid.crs.clone(),
            cell_m: target.grid.dx,
        }),
        grid: target.grid,
        ..whole
    }))
}
