//! Which cell of a file lies under this cell of another grid?
//!
//! Images of a series share one grid, though some bands have larger cells (Sentinel-2: classes of 20 m under bands of 10 m)
//! and some images begin elsewhere. Each cell takes the number of the file's cell under its centre: classes and bits cannot
//! be averaged, and a reflectance stays what was measured. Cells beside the file hold nothing.

use std::path::Path;

use aimak_core::{Block, Grid, RasterFault, RasterLayer, Samples, Valid, Window};
use gdal::errors::GdalError;

use super::{BandFile, Rules, file, read};
use crate::problem::Problem;

/// Cell edges that are off by less than this share of a cell coincide.
const SAME_EDGE_CELLS: f64 = 1e-3;

/// A band of a file that is read onto another grid.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed {
    file: BandFile,
    grid: Grid,
}

/// A raster file as far as a series of images needs to know it.
pub(crate) struct Seen {
    pub grid: Grid,
    pub block_rows: usize,
    bands: Vec<file::BandFacts>,
}

/// How stored numbers become values, where somebody else than the file says so; `None` asks the file.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Decoding {
    pub scale_offset: Option<(f64, f64)>,
    pub nodata: Option<f64>,
}

impl Seen {
    /// Looks at a file whose CRS it must declare itself.
    pub(crate) fn of(path: &Path, name: &str) -> Result<Self, Vec<Problem>> {
        super::open::prepare();
        let seen = file::look(path, name, None).map_err(super::direct::without_project)?;
        Ok(Self {
            grid: seen.grid,
            block_rows: seen.block_rows,
            bands: seen.bands,
        })
    }

    /// A band (from 1) of this file. Scale and offset come from one place, never from two: where the metadata of a product
    /// tell them, what the file itself declares is not applied as well.
    pub(crate) fn band(
        &self,
        path: &Path,
        name: &str,
        band: usize,
        decoding: Decoding,
    ) -> Result<Placed, Problem> {
        let facts = band.checked_sub(1).and_then(|place| self.bands.get(place));
        let no_band = || {
            let found = format!("{band} / {}", self.bands.len());
            Problem::error("raster-no-band", name).found(found)
        };
        let facts = facts.ok_or_else(no_band)?;
        let own = (facts.scale.unwrap_or(1.0), facts.offset.unwrap_or(0.0));
        let (scale, offset) = decoding.scale_offset.unwrap_or(own);
        let file = BandFile {
            path: path.to_owned(),
            name: name.to_owned(),
            band,
            scale,
            offset,
            nodata: decoding.nodata.or(facts.nodata),
            masked: facts.masked,
        };
        Ok(Placed {
            file,
            grid: self.grid.clone(),
        })
    }
}

impl Placed {
    /// Scale and offset that are applied.
    pub(crate) fn scale_offset(&self) -> (f64, f64) {
        (self.file.scale, self.file.offset)
    }

    /// The cells of a window of `onto`.
    fn block(&self, onto: &Grid, window: Window) -> Result<Block, GdalError> {
        let cols = under(
            onto.left,
            onto.dx,
            window.col..window.col + window.width,
            |x| ((x - self.grid.left) / self.grid.dx, self.grid.width),
        );
        let rows = under(
            -onto.top,
            onto.dy,
            window.row..window.row + window.height,
            |y| ((y + self.grid.top) / self.grid.dy, self.grid.height),
        );
        let (Some(across), Some(down)) = (span(&cols), span(&rows)) else {
            return Ok(nothing(window));
        };
        let part = Window {
            col: across.0,
            row: down.0,
            width: across.1 - across.0 + 1,
            height: down.1 - down.0 + 1,
        };
        let rules = Rules {
            valid_range: None,
            mask: None,
        };
        let read = read::block(&self.file, &rules, part)?;
        let same = part.width == window.width
            && part.height == window.height
            && cols.iter().chain(&rows).all(Option::is_some);
        if same && one_by_one(&cols) && one_by_one(&rows) {
            return Ok(Block { window, ..read });
        }
        let place = |row: &Option<usize>, col: &Option<usize>| {
            Some((((*row)? - part.row) * part.width) + ((*col)? - part.col))
        };
        let places: Vec<Option<usize>> = rows
            .iter()
            .flat_map(|row| cols.iter().map(move |col| place(row, col)))
            .collect();
        Ok(picked(&read, window, &places))
    }

    /// The same, or the fault that names the file.
    pub(super) fn read(&self, layer: &RasterLayer, window: Window) -> Result<Block, RasterFault> {
        self.block(&layer.grid, window)
            .map_err(|error| RasterFault {
                layer: self.file.name.clone(),
                band: self.file.band - 1,
                window,
                cause: file::said(&error, &self.file.path, &self.file.name),
            })
    }
}

/// For each cell of a line the cell of the file under its centre; `at` tells where a coordinate lies in the file, in cells,
/// and how many there are.
fn under(
    edge: f64,
    size: f64,
    cells: std::ops::Range<usize>,
    at: impl Fn(f64) -> (f64, usize),
) -> Vec<Option<usize>> {
    let of = |cell: usize| {
        let (place, count) = at(edge + (cell as f64 + 0.5) * size);
        let inside = place >= 0.0 && place < count as f64;
        inside.then_some(place as usize)
    };
    cells.map(of).collect()
}

/// First and last cell of a line.
fn span(cells: &[Option<usize>]) -> Option<(usize, usize)> {
    let known = || cells.iter().flatten().copied();
    Some((known().min()?, known().max()?))
}

/// True where each cell is the one after the last.
fn one_by_one(cells: &[Option<usize>]) -> bool {
    cells
        .windows(2)
        .all(|pair| pair[0].map(|cell| cell + 1) == pair[1])
}

/// A block in which no cell holds a value.
fn nothing(window: Window) -> Block {
    let cells = window.width * window.height;
    Block {
        window,
        samples: Samples::U8(vec![0; cells]),
        valid: Valid::Cells(vec![false; cells]),
        scale: 1.0,
        offset: 0.0,
    }
}

/// The cells of a block at these places.
fn picked(read: &Block, window: Window, places: &[Option<usize>]) -> Block {
    fn pick<T: Copy + Default>(samples: &[T], places: &[Option<usize>]) -> Vec<T> {
        let of = |place: &Option<usize>| place.map_or_else(T::default, |place| samples[place]);
        places.iter().map(of).collect()
    }
    let samples = match &read.samples {
        Samples::U8(samples) => Samples::U8(pick(samples, places)),
        Samples::I16(samples) => Samples::I16(pick(samples, places)),
        Samples::U16(samples) => Samples::U16(pick(samples, places)),
        Samples::I32(samples) => Samples::I32(pick(samples, places)),
        Samples::U32(samples) => Samples::U32(pick(samples, places)),
        Samples::F32(samples) => Samples::F32(pick(samples, places)),
        Samples::F64(samples) => Samples::F64(pick(samples, places)),
    };
    let holds = |place: &Option<usize>| place.is_some_and(|place| read.value(place).is_some());
    Block {
        window,
        samples,
        valid: Valid::Cells(places.iter().map(holds).collect()),
        scale: read.scale,
        offset: read.offset,
    }
}

/// How the cells of a file lie to those of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lie {
    /// In another CRS.
    OtherCrs,
    /// No cell in common.
    Beside,
    /// Every cell of the grid lies in one cell of the file, edge on edge.
    Aligned,
    /// Edges cross.
    Across,
}

/// How the cells of `file` lie to those of `grid`.
pub(crate) fn lie(file: &Grid, grid: &Grid) -> Lie {
    if file.crs != grid.crs {
        return Lie::OtherCrs;
    }
    let meet = file.left < grid.right()
        && grid.left < file.right()
        && file.bottom() < grid.top
        && grid.bottom() < file.top;
    let whole = |cells: f64| (cells - cells.round()).abs() < SAME_EDGE_CELLS;
    let times = |large: f64, small: f64| whole(large / small) && large / small > 0.5;
    let aligned = times(file.dx, grid.dx)
        && times(file.dy, grid.dy)
        && [file.left, file.right()]
            .map(|x| (x - grid.left) / grid.dx)
            .into_iter()
            .all(whole)
        && [file.top, file.bottom()]
            .map(|y| (y - grid.top) / grid.dy)
            .into_iter()
            .all(whole);
    match (meet, aligned) {
        (false, _) => Lie::Beside,
        (true, true) => Lie::Aligned,
        (true, false) => Lie::Across,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(left: f64, top: f64, cell: f64) -> Grid {
        Grid {
            width: 10,
            height: 10,
            left,
            top,
            dx: cell,
            dy: cell,
            crs: "EPSG:32642".to_owned(),
            geographic: false,
        }
    }

    #[test]
    fn larger_cells_lie_under_several() {
        let in_file = |x: f64| ((x - 100.0) / 20.0, 10);
        // cells of 10 m from 90: the first lies beside the file
        let cols = under(90.0, 10.0, 0..6, in_file);
        assert_eq!(cols, [None, Some(0), Some(0), Some(1), Some(1), Some(2)]);
        assert_eq!(span(&cols), Some((0, 2)));
        assert!(!one_by_one(&cols) && one_by_one(&[Some(3), Some(4)]));
    }

    #[test]
    fn grids_lie_to_each_other() {
        let ours = grid(600_000.0, 4_700_000.0, 10.0);
        let lies = |other: &Grid| lie(other, &ours);
        assert_eq!(lies(&grid(600_000.0, 4_700_000.0, 20.0)), Lie::Aligned);
        assert_eq!(lies(&grid(600_030.0, 4_699_990.0, 10.0)), Lie::Aligned);
        assert_eq!(lies(&grid(600_005.0, 4_700_000.0, 10.0)), Lie::Across);
        assert_eq!(lies(&grid(600_000.0, 4_700_000.0, 5.0)), Lie::Across);
        assert_eq!(lies(&grid(600_100.0, 4_700_000.0, 10.0)), Lie::Beside);
        let zone = Grid {
            crs: "EPSG:32643".to_owned(),
            ..ours.clone()
        };
        assert_eq!(lies(&zone), Lie::OtherCrs);
    }
}
