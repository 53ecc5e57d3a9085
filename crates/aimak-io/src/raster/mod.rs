//! How do pixels come out of files?
//!
//! [`open`] looks at every file of every layer once, reports what is wrong with any of them, and returns the layers that
//! science may ask for. [`GdalRasters`] then reads windows, in parallel: each worker keeps its own open files, because a
//! GDAL dataset may move between threads but not be shared by two.
mod dates;
mod dem;
mod direct;
mod file;
pub mod onto_grid;
mod open;
mod placed;
mod read;
pub mod resample;
#[cfg(test)]
mod tests;
pub mod whole_dem;

use std::{cell::RefCell, collections::BTreeMap, path::PathBuf};

use aimak_core::{Block, Grid, Raster, RasterFault, RasterLayer, RasterSource, Window};
use gdal::{errors::GdalError, spatial_ref::SpatialRef};
use geo::{Euclidean, MapCoords as _, MultiPolygon, line_measures::Densifiable as _};
use proj::Proj;

pub use direct::{Direct, direct};
pub(crate) use open::prepare;
pub use open::{Opened, open};
pub(crate) use placed::{Decoding, Lie, Placed, Seen, lie};

/// Whether two names (authority codes or WKT) mean one coordinate system: files without a code tell theirs in many words.
pub fn same_crs(a: &str, b: &str) -> bool {
    let known = |text: &str| SpatialRef::from_definition(text).ok();
    a == b || known(a).zip(known(b)).is_some_and(|(a, b)| a == b)
}

/// One band of a layer: where it is, and how its stored numbers become values.
#[derive(Clone, Debug, PartialEq)]
struct BandFile {
    path: PathBuf,
    /// The file as people know it.
    name: String,
    /// From 1.
    band: usize,
    scale: f64,
    offset: f64,
    nodata: Option<f64>,
    /// True where the file carries a mask of its own beside a nodata number (a mask or alpha band).
    masked: bool,
}

/// Which values of a layer count, beside nodata.
#[derive(Clone, Debug, PartialEq)]
struct Rules {
    valid_range: Option<[f64; 2]>,
    mask: Option<Mask>,
}

/// Classes on the grid of a layer.
#[derive(Clone, Debug, PartialEq)]
struct Mask {
    path: PathBuf,
    keep: Vec<i64>,
}

/// Where the pixels of a layer are.
#[derive(Clone, Debug)]
enum Pixels {
    /// In files, read window by window.
    Files {
        bands: Vec<BandFile>,
        rules: Rules,
        block_cols: usize,
    },
    /// In files of other grids, read window by window onto the grid of the layer.
    Placed(Vec<Placed>),
    /// In memory: a geographic DEM after its projection.
    Memory(Raster<f64>),
}

/// The rasters of a project, read through GDAL.
#[derive(Debug)]
pub struct GdalRasters {
    working_crs: String,
    layers: BTreeMap<String, Pixels>,
}

/// Edges longer than this many cells are divided before they are projected: a straight edge in one CRS is a curve in the
/// other.
const DENSIFY_CELLS: f64 = 4.0;

impl GdalRasters {
    /// A reader of layers that are put in one by one.
    pub(crate) fn empty(working_crs: &str) -> Self {
        Self {
            working_crs: working_crs.to_owned(),
            layers: BTreeMap::new(),
        }
    }

    /// Puts in a layer whose bands lie in files of other grids.
    pub(crate) fn put(&mut self, id: &str, bands: Vec<Placed>) {
        self.layers.insert(id.to_owned(), Pixels::Placed(bands));
    }

    /// Reads a window of a band one way or the other: from memory, or from its file.
    fn from<T>(
        &self,
        layer: &RasterLayer,
        band: usize,
        window: Window,
        memory: impl FnOnce(Raster<f64>) -> T,
        placed: impl FnOnce(Block) -> T,
        read: impl FnOnce(&BandFile, &Rules) -> Result<T, GdalError>,
    ) -> Result<T, RasterFault> {
        let fault = |cause: String| RasterFault {
            layer: layer.id.clone(),
            band,
            window,
            cause,
        };
        match self.layers.get(&layer.id) {
            Some(Pixels::Memory(raster)) => read::cut(raster, window)
                .map(memory)
                .ok_or_else(|| fault("window outside the raster".to_owned())),
            Some(Pixels::Files { bands, rules, .. }) => {
                let file = bands
                    .get(band)
                    .ok_or_else(|| fault("no such band".to_owned()))?;
                read(file, rules).map_err(|error| fault(file::said(&error, &file.path, &file.name)))
            }
            Some(Pixels::Placed(bands)) => {
                let band = bands
                    .get(band)
                    .ok_or_else(|| fault("no such band".to_owned()))?;
                band.read(layer, window).map(placed)
            }
            None => Err(fault("no such layer".to_owned())),
        }
    }
}

impl RasterSource for GdalRasters {
    fn read(
        &self,
        layer: &RasterLayer,
        band: usize,
        window: Window,
    ) -> Result<Raster<f64>, RasterFault> {
        let memory = |raster| raster;
        let placed = |block: Block| block.raster();
        self.from(layer, band, window, memory, placed, |file, rules| {
            read::window(file, rules, window)
        })
    }

    fn block(
        &self,
        layer: &RasterLayer,
        band: usize,
        window: Window,
    ) -> Result<Block, RasterFault> {
        let memory = |raster| Block::of_raster(window, raster);
        let placed = |block| block;
        self.from(layer, band, window, memory, placed, |file, rules| {
            read::block(file, rules, window)
        })
    }

    fn block_cols(&self, layer: &RasterLayer) -> usize {
        match self.layers.get(&layer.id) {
            Some(Pixels::Files { block_cols, .. }) => *block_cols,
            _ => layer.grid.width,
        }
    }

    fn to_grid(
        &self,
        layer: &RasterLayer,
        shape: &MultiPolygon<f64>,
    ) -> Result<MultiPolygon<f64>, RasterFault> {
        if layer.grid.crs == self.working_crs {
            return Ok(shape.clone());
        }
        let window = layer.grid.whole();
        let fault = |cause: String| RasterFault {
            layer: layer.id.clone(),
            band: 0,
            window,
            cause,
        };
        project(shape, &self.working_crs, &layer.grid).map_err(fault)
    }
}

thread_local! {
    /// A transformation is expensive to make and must not be shared between threads.
    static TRANSFORMS: RefCell<BTreeMap<(String, String), Transform>> = const { RefCell::new(BTreeMap::new()) };
}

/// A metre on the ground in degrees, about.
const DEGREES_PER_METRE: f64 = 1.0 / 111_000.0;

/// A transformation and whether it starts from degrees.
struct Transform {
    proj: Proj,
    from_degrees: bool,
}

impl Transform {
    fn new(from: &str, to: &str) -> Result<Self, String> {
        let reference = SpatialRef::from_definition(from).map_err(|error| error.to_string())?;
        Ok(Self {
            proj: Proj::new_known_crs(from, to, None).map_err(|error| error.to_string())?,
            from_degrees: reference.is_geographic(),
        })
    }

    /// The longest edge that need not be divided, in units of the CRS it starts from.
    fn longest_edge(&self, grid: &Grid) -> f64 {
        let cells = DENSIFY_CELLS * grid.dx.max(grid.dy);
        match (self.from_degrees, grid.geographic) {
            (true, false) => cells * DEGREES_PER_METRE,
            (false, true) => cells / DEGREES_PER_METRE,
            _ => cells,
        }
    }
}

/// A shape in the CRS of a grid, long edges divided before.
///
/// # Errors
/// What PROJ said where it cannot be projected.
pub fn project(
    shape: &MultiPolygon<f64>,
    from: &str,
    grid: &Grid,
) -> Result<MultiPolygon<f64>, String> {
    TRANSFORMS.with_borrow_mut(|transforms| {
        let key = (from.to_owned(), grid.crs.clone());
        if !transforms.contains_key(&key) {
            transforms.insert(key.clone(), Transform::new(&key.0, &key.1)?);
        }
        let transform = &transforms[&key];
        let proj = &transform.proj;
        let dense = shape.densify(&Euclidean, transform.longest_edge(grid));
        dense.try_map_coords(|c| {
            let (x, y) = proj
                .convert((c.x, c.y))
                .map_err(|error| error.to_string())?;
            Ok(geo::Coord { x, y })
        })
    })
}
