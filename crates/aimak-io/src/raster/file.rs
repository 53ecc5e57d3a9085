//! What does a raster file say about itself?

use std::path::Path;

use aimak_core::{Grid, Message};
use gdal::{Dataset, Metadata as _, errors::GdalError, spatial_ref::SpatialRef};

use crate::problem::{Problem, cause};

/// Grids whose edges differ by less than this share of a cell are the same: headers are rounded.
const SAME_GRID_CELLS: f64 = 1e-3;

/// A file as far as a layer needs to know it.
pub(super) struct RasterFile {
    /// Its grid.
    pub grid: Grid,
    /// What it says about each band.
    pub bands: Vec<BandFacts>,
    /// Rows of a block.
    pub block_rows: usize,
    /// Columns of a block.
    pub block_cols: usize,
}

/// What a file says about one band.
pub(super) struct BandFacts {
    /// Its description.
    pub description: String,
    /// Its scale, if declared.
    pub scale: Option<f64>,
    /// Its offset, if declared.
    pub offset: Option<f64>,
    /// Its nodata number, if declared.
    pub nodata: Option<f64>,
    /// True where a mask or alpha band says which cells count.
    pub masked: bool,
    /// Its unit, empty if not declared.
    pub unit: String,
}

/// Looks at a file. `name` is its name for people, `crs` the CRS of the project file for files without one.
pub(super) fn look(path: &Path, name: &str, crs: Option<&str>) -> Result<RasterFile, Vec<Problem>> {
    let unreadable = |error: GdalError| {
        let missing = path.metadata().err().and_then(|error| cause(&error));
        // an address is no path on this disk
        let missing = missing.filter(|_| !name.contains("://") && !name.starts_with("/vsi"));
        let problem = Problem::error("raster-unreadable", name).found(said(&error, path, name));
        vec![problem.because(missing)]
    };
    let dataset = Dataset::open(path).map_err(unreadable)?;
    let bands = (1..=dataset.raster_count()).map(|k| facts(&dataset, k));
    let bands = bands.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    let (block_cols, block_rows) = dataset.rasterband(1).map_err(unreadable)?.block_size();
    let mut problems = Vec::new();
    let crs = crs_of(&dataset, name, crs).map_err(|problem| problems.push(problem));
    let affine = affine(&dataset, name).map_err(|problem| problems.push(problem));
    let (Ok((crs, geographic)), Ok([left, dx, top, dy])) = (crs, affine) else {
        return Err(problems);
    };
    let (width, height) = dataset.raster_size();
    let grid = Grid {
        width,
        height,
        left,
        top,
        dx,
        dy,
        crs,
        geographic,
    };
    Ok(RasterFile {
        grid,
        bands,
        block_rows,
        block_cols,
    })
}

fn facts(dataset: &Dataset, band: usize) -> Result<BandFacts, GdalError> {
    let band = dataset.rasterband(band)?;
    let flags = band.mask_flags()?;
    Ok(BandFacts {
        description: band.description().unwrap_or_default(),
        scale: band.scale(),
        offset: band.offset(),
        nodata: band.no_data_value(),
        masked: !flags.is_all_valid() && (!flags.is_nodata() || flags.is_per_dataset()),
        unit: band.unit(),
    })
}

/// What GDAL said, with the name people know instead of a path of this machine: findings repeat it.
pub(super) fn said(error: &GdalError, path: &Path, name: &str) -> String {
    let words = match error {
        GdalError::CplError { msg, .. } => msg.clone(),
        other => other.to_string(),
    };
    words.replace(&path.display().to_string(), name)
}

/// True where two grids have the same cells.
pub(super) fn same_grid(a: &Grid, b: &Grid) -> bool {
    let near = |one: f64, other: f64, cell: f64| (one - other).abs() <= SAME_GRID_CELLS * cell;
    (a.width, a.height, &a.crs) == (b.width, b.height, &b.crs)
        && near(a.left, b.left, a.dx)
        && near(a.top, b.top, a.dy)
        && near(a.right(), b.right(), a.dx)
        && near(a.bottom(), b.bottom(), a.dy)
}

/// The CRS as `EPSG:n` where it has a code, else as WKT; and whether it is in degrees. Never guessed.
fn crs_of(
    dataset: &Dataset,
    name: &str,
    declared: Option<&str>,
) -> Result<(String, bool), Problem> {
    let own = dataset.spatial_ref().ok();
    let declared = || declared.and_then(|crs| SpatialRef::from_definition(crs).ok());
    let Some(crs) = own.or_else(declared) else {
        return Err(no_crs(name));
    };
    let authority = match (crs.auth_name(), crs.auth_code()) {
        (Some(name), Ok(code)) => Some(format!("{name}:{code}")),
        _ => None,
    };
    let text = authority.or_else(|| crs.to_wkt().ok());
    let text = text.ok_or_else(|| no_crs(name))?;
    Ok((text, crs.is_geographic()))
}

/// A raster without CRS, and where one is declared.
fn no_crs(name: &str) -> Problem {
    let hint = Message::new("hint-raster-no-crs").with("heading", "[[rasters]]");
    Problem::error("raster-no-crs", name)
        .found("—")
        .hinting(hint)
}

/// Left edge, cell width, top edge, cell height; refuses rotated and south-up grids.
fn affine(dataset: &Dataset, name: &str) -> Result<[f64; 4], Problem> {
    let found = |transform: &[f64; 6]| format!("{transform:?}");
    let transform = dataset
        .geo_transform()
        .map_err(|error| Problem::error("raster-no-place", name).found(error.to_string()))?;
    let [left, dx, skew_x, top, skew_y, dy] = transform;
    if skew_x != 0.0 || skew_y != 0.0 {
        return Err(Problem::error("raster-rotated", name).found(found(&transform)));
    }
    if dx <= 0.0 || dy >= 0.0 {
        return Err(Problem::error("raster-south-up", name).found(found(&transform)));
    }
    Ok([left, dx, top, -dy])
}
