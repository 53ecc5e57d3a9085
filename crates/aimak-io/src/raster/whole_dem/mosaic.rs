//! How do several DEM files become one grid?

use std::path::Path;

use aimak_core::{Grid, Message, Progress, Raster, RasterFault, Window};
use ndarray::Array2;
use rayon::prelude::*;

use super::super::{BandFile, Rules, direct, file, open, read, same_crs};
use crate::problem::Problem;

/// Edges of files that are off by less than this share of a cell are those of one grid: headers are rounded.
const SAME_EDGE_CELLS: f64 = 0.01;
/// Rows of a window are read together up to this number: files of one row a block would be read in tiny bites.
const WINDOW_ROWS: usize = 64;

/// Files on one grid.
pub(super) struct Mosaic {
    /// From the westernmost and northernmost to the opposite cell of all files.
    pub grid: Grid,
    parts: Vec<Part>,
}

/// One file and where its first cell lies in the mosaic.
struct Part {
    file: BandFile,
    block: [usize; 2],
    row: usize,
    col: usize,
    height: usize,
    width: usize,
}

/// What the files hold.
pub(super) struct Read {
    pub heights: Raster<f32>,
    pub shared_cells: usize,
    pub faults: Vec<RasterFault>,
}

impl Mosaic {
    /// Looks at all files.
    pub(super) fn of(names: &[String]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut seen = Vec::new();
        for name in names {
            match look(name) {
                Ok(found) => seen.push(found),
                Err(found) => problems.extend(found),
            }
        }
        let Some(first) = seen.first().map(|(_, seen)| seen.grid.clone()) else {
            if problems.is_empty() {
                problems.push(Problem::error("dem-empty", "—").found("—"));
            }
            return Err(problems);
        };
        let others = seen
            .iter()
            .filter(|(_, seen)| !one_lattice(&first, &seen.grid));
        problems.extend(others.map(|(file, seen)| Problem {
            expected: Message::new("expected-dem-grids"),
            hint: Message::new("hint-dem-grids"),
            ..open::grids_differ(&file.name, &seen.grid)
        }));
        if !problems.is_empty() {
            return Err(problems);
        }
        let grid = union(&first, seen.iter().map(|(_, seen)| &seen.grid));
        let part = |(file, seen): (BandFile, file::RasterFile)| Part {
            row: ((grid.top - seen.grid.top) / grid.dy).round() as usize,
            col: ((seen.grid.left - grid.left) / grid.dx).round() as usize,
            height: seen.grid.height,
            width: seen.grid.width,
            block: [seen.block_rows, seen.block_cols],
            file,
        };
        let parts = seen.into_iter().map(part).collect();
        Ok(Self { grid, parts })
    }

    /// What people call it: its first file, and how many more there are.
    pub(super) fn name(&self) -> String {
        let first = &self.parts[0].file.name;
        match self.parts.len() {
            1 => first.clone(),
            files => format!("{first} (+ {})", files - 1),
        }
    }

    /// Reads all files; `None` where `progress` asked to stop.
    pub(super) fn read(&self, progress: &dyn Progress) -> Result<Option<Read>, Vec<Problem>> {
        let windows: Vec<(usize, Window)> = (0..self.parts.len())
            .flat_map(|part| self.parts[part].windows().map(move |window| (part, window)))
            .collect();
        progress.begin(Message::new("stage-dem-read"), windows.len());
        let mut laid = Laid::over(self);
        // a batch in flight, laid in order: which of two files comes first does not depend on threads
        for batch in windows.chunks(4 * rayon::current_num_threads()) {
            if progress.cancelled() {
                return Ok(None);
            }
            let read: Vec<_> = batch
                .par_iter()
                .map(|&(part, window)| self.parts[part].read(window))
                .collect();
            for (&(part, window), read) in batch.iter().zip(read) {
                match read {
                    Ok(heights) => laid.lay(part, window, &heights),
                    Err(fault) => laid.faults.push(fault),
                }
            }
            progress.advance(batch.len());
        }
        read::close_all();
        laid.finish().map(Some)
    }
}

/// Looks at one file; its first band holds the heights.
fn look(name: &str) -> Result<(BandFile, file::RasterFile), Vec<Problem>> {
    let path = Path::new(name);
    let seen = file::look(path, name, None).map_err(direct::without_project)?;
    let Some(facts) = seen.bands.first() else {
        let problem = Problem::error("raster-no-band", name).found("0");
        return Err(vec![problem]);
    };
    if !is_metres(&facts.unit) {
        return Err(vec![Problem::error("dem-unit", name).found(&facts.unit)]);
    }
    let file = BandFile {
        path: path.to_owned(),
        name: name.to_owned(),
        band: 1,
        scale: facts.scale.unwrap_or(1.0),
        offset: facts.offset.unwrap_or(0.0),
        nodata: facts.nodata,
        masked: facts.masked,
    };
    Ok((file, seen))
}

/// True for metres, and where the file does not tell: most do not.
fn is_metres(unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    ["", "m", "metre", "metres", "meter", "meters"].contains(&unit.as_str())
}

/// True where the cells of both are those of one endless grid.
fn one_lattice(a: &Grid, b: &Grid) -> bool {
    let same_size = |one: f64, other: f64, cells: usize| {
        (one - other).abs() * cells as f64 <= SAME_EDGE_CELLS * one
    };
    let whole = |cells: f64| (cells - cells.round()).abs() <= SAME_EDGE_CELLS;
    same_crs(&a.crs, &b.crs)
        && same_size(a.dx, b.dx, a.width.max(b.width))
        && same_size(a.dy, b.dy, a.height.max(b.height))
        && whole((b.left - a.left) / a.dx)
        && whole((b.top - a.top) / a.dy)
}

/// The grid around all.
fn union<'a>(first: &Grid, all: impl Iterator<Item = &'a Grid>) -> Grid {
    let (mut west, mut north, mut east, mut south) = (0.0, 0.0, 0.0_f64, 0.0_f64);
    for grid in all {
        let left = ((grid.left - first.left) / first.dx).round();
        let top = ((first.top - grid.top) / first.dy).round();
        west = left.min(west);
        north = top.min(north);
        east = east.max(left + grid.width as f64);
        south = south.max(top + grid.height as f64);
    }
    Grid {
        width: (east - west) as usize,
        height: (south - north) as usize,
        left: first.left + west * first.dx,
        top: first.top - north * first.dy,
        ..first.clone()
    }
}

impl Part {
    /// Whole blocks, several rows of them where they are flat.
    fn windows(&self) -> impl Iterator<Item = Window> + use<> {
        let (height, width) = (self.height, self.width);
        let [rows, cols] = self.block.map(|side| side.max(1));
        let rows = rows * (WINDOW_ROWS / rows).max(1);
        (0..height).step_by(rows).flat_map(move |row| {
            (0..width).step_by(cols).map(move |col| Window {
                col,
                row,
                width: cols.min(width - col),
                height: rows.min(height - row),
            })
        })
    }

    /// Heights of a window, NaN where there are none.
    fn read(&self, window: Window) -> Result<Vec<f64>, RasterFault> {
        let rules = Rules {
            valid_range: None,
            mask: None,
        };
        let block = read::block(&self.file, &rules, window).map_err(|error| RasterFault {
            layer: self.file.name.clone(),
            band: 0,
            window,
            cause: file::said(&error, &self.file.path, &self.file.name),
        })?;
        let mut heights = Vec::new();
        block.values_into(&mut heights);
        Ok(heights)
    }
}

/// Heights laid into the mosaic one window after the other.
struct Laid<'a> {
    mosaic: &'a Mosaic,
    heights: Raster<f32>,
    shared_cells: usize,
    faults: Vec<RasterFault>,
    /// By file: where it does not agree with those before it.
    disagreements: Vec<Option<Disagreement>>,
}

/// Two heights of one cell.
#[derive(Clone, Copy)]
struct Disagreement {
    /// The first such cell, row and column of the mosaic.
    place: [usize; 2],
    heights: [f32; 2],
    cells: usize,
    largest: f32,
}

impl<'a> Laid<'a> {
    fn over(mosaic: &'a Mosaic) -> Self {
        let shape = (mosaic.grid.height, mosaic.grid.width);
        Self {
            mosaic,
            heights: Raster {
                values: Array2::zeros(shape),
                valid: Array2::from_elem(shape, false),
            },
            shared_cells: 0,
            faults: Vec::new(),
            disagreements: vec![None; mosaic.parts.len()],
        }
    }

    fn lay(&mut self, part: usize, window: Window, heights: &[f64]) {
        let (top, left) = (
            self.mosaic.parts[part].row + window.row,
            self.mosaic.parts[part].col + window.col,
        );
        for (down, line) in heights.chunks_exact(window.width).enumerate() {
            for (right, &height) in line.iter().enumerate() {
                if height.is_finite() {
                    // no −0: it would be equal to 0 and have other bytes
                    self.set(part, [top + down, left + right], height as f32 + 0.0);
                }
            }
        }
    }

    fn set(&mut self, part: usize, place: [usize; 2], height: f32) {
        let before = self.heights.values[place];
        if !self.heights.valid[place] {
            self.heights.values[place] = height;
            self.heights.valid[place] = true;
        } else if before == height {
            self.shared_cells += 1;
        } else {
            let disagreement = self.disagreements[part].get_or_insert(Disagreement {
                place,
                heights: [before, height],
                cells: 0,
                largest: 0.0,
            });
            disagreement.cells += 1;
            disagreement.largest = disagreement.largest.max((before - height).abs());
        }
    }

    fn finish(self) -> Result<Read, Vec<Problem>> {
        let (mosaic, grid) = (self.mosaic, &self.mosaic.grid);
        let told = |(part, found): (&Part, &Option<Disagreement>)| {
            let found = (*found)?;
            let [row, col] = found.place;
            let centre = |cells: usize, cell: f64| (cells as f64 + 0.5) * cell;
            let words = Message::new("cause-dem-overlap")
                .with("x", format!("{:.6}", grid.left + centre(col, grid.dx)))
                .with("y", format!("{:.6}", grid.top - centre(row, grid.dy)))
                .with("before", f64::from(found.heights[0]))
                .with("here", f64::from(found.heights[1]))
                .with("cells", found.cells)
                .with("largest", f64::from(found.largest));
            Some(Problem::error("dem-overlap", &part.file.name).because([words]))
        };
        let problems: Vec<Problem> = mosaic
            .parts
            .iter()
            .zip(&self.disagreements)
            .filter_map(told)
            .collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Read {
            heights: self.heights,
            shared_cells: self.shared_cells,
            faults: self.faults,
        })
    }
}
