//! Rasters that are named on the command line instead of in a project file.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_core::{Band, Message, PartialDate, RasterLayer, RasterRole};

use super::{BandFile, GdalRasters, Pixels, Rules, dates, file, open};
use crate::problem::Problem;

/// A raster to be read as it is.
pub struct Direct<'a> {
    /// What it is called in a pass.
    pub id: &'a str,
    /// A file, an `http(s)` address, or a name GDAL knows (`NETCDF:"rain.nc":pr`).
    pub name: &'a str,
    /// The band, from 1; all bands if none is given.
    pub band: Option<usize>,
}

/// Opens rasters whose zones come in `zones_crs`. Scale, offset, nodata and masks are those of the files.
///
/// # Errors
/// Every problem of every raster, together.
pub fn direct(
    rasters: &[Direct<'_>],
    zones_crs: &str,
) -> Result<(GdalRasters, Vec<RasterLayer>), Vec<Problem>> {
    open::prepare();
    let mut source = GdalRasters {
        working_crs: zones_crs.to_owned(),
        layers: BTreeMap::new(),
    };
    let (mut layers, mut problems) = (Vec::new(), Vec::new());
    for raster in rasters {
        match layer(raster) {
            Ok((layer, pixels)) => {
                source.layers.insert(layer.id.clone(), pixels);
                layers.push(layer);
            }
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() {
        Ok((source, layers))
    } else {
        Err(problems)
    }
}

/// Here no project file could declare a CRS: the file itself must.
pub(super) fn without_project(mut problems: Vec<Problem>) -> Vec<Problem> {
    for problem in problems
        .iter_mut()
        .filter(|problem| problem.code == "raster-no-crs")
    {
        problem.hint = Message::new("hint-assign-crs");
    }
    problems
}

/// One raster as a layer; a pattern such as `ndvi_{year}.tif` is a series of files with one band each.
fn layer(raster: &Direct<'_>) -> Result<(RasterLayer, Pixels), Vec<Problem>> {
    let listed = listed(raster).map_err(|problem| vec![problem])?;
    let mut found: Vec<(BandFile, Band)> = Vec::new();
    let mut first: Option<file::RasterFile> = None;
    let mut problems = Vec::new();
    for (path, name, date) in &listed {
        let seen = match file::look(path, name, None) {
            Ok(seen) => seen,
            Err(wrong) => {
                problems.extend(without_project(wrong));
                continue;
            }
        };
        match bands(raster, path, name, &seen) {
            Ok(bands) => found.extend(bands.into_iter().map(|(file, band)| {
                let when = date.or(band.when);
                (file, Band { when })
            })),
            Err(problem) => problems.push(problem),
        }
        match &first {
            Some(first) if !file::same_grid(&first.grid, &seen.grid) => {
                problems.push(open::grids_differ(name, &seen.grid));
            }
            Some(_) => {}
            None => first = Some(seen),
        }
    }
    let Some(first) = first.filter(|_| problems.is_empty()) else {
        return Err(problems);
    };
    let (files, bands) = found.into_iter().unzip();
    let layer = RasterLayer {
        id: raster.id.to_owned(),
        role: RasterRole::Values,
        grid: first.grid,
        reprojected: false,
        bands,
        season_months: None,
        sources: listed.iter().map(|(_, name, _)| name.clone()).collect(),
        block_rows: first.block_rows,
    };
    let rules = Rules {
        valid_range: None,
        mask: None,
    };
    Ok((
        layer,
        Pixels::Files {
            bands: files,
            rules,
            block_cols: first.block_cols,
        },
    ))
}

/// Path, name and date of each file.
type Listed = Vec<(PathBuf, String, Option<PartialDate>)>;

fn listed(raster: &Direct<'_>) -> Result<Listed, Problem> {
    if !raster.name.contains("{year}") {
        return Ok(vec![(location(raster.name), raster.name.to_owned(), None)]);
    }
    let missing = |found: String| Problem::error("raster-no-files", raster.name).found(found);
    let files = dates::files(Path::new(""), raster.name).map_err(|e| missing(e.to_string()))?;
    if files.is_empty() {
        return Err(missing("0".to_owned()));
    }
    let of = |(path, date): (PathBuf, PartialDate)| {
        let name = path.display().to_string();
        (path, name, Some(date))
    };
    Ok(files.into_iter().map(of).collect())
}

/// The wanted bands of a file, with the dates their descriptions tell.
fn bands(
    raster: &Direct<'_>,
    path: &Path,
    name: &str,
    seen: &file::RasterFile,
) -> Result<Vec<(BandFile, Band)>, Problem> {
    let wanted: Vec<usize> = match raster.band {
        Some(band) => vec![band],
        None => (1..=seen.bands.len()).collect(),
    };
    let of = |band: usize| {
        let facts = band.checked_sub(1).and_then(|place| seen.bands.get(place));
        let no_band = || {
            let found = format!("{band} / {}", seen.bands.len());
            Problem::error("raster-no-band", name).found(found)
        };
        let facts = facts.ok_or_else(no_band)?;
        let file = BandFile {
            path: path.to_owned(),
            name: name.to_owned(),
            band,
            scale: facts.scale.unwrap_or(1.0),
            offset: facts.offset.unwrap_or(0.0),
            nodata: facts.nodata,
            masked: facts.masked,
        };
        let when = dates::in_description(&facts.description);
        Ok((file, Band { when }))
    };
    wanted.into_iter().map(of).collect()
}

/// Where GDAL finds a raster: an address is read by range requests.
fn location(name: &str) -> PathBuf {
    if name.starts_with("http://") || name.starts_with("https://") {
        PathBuf::from(format!("/vsicurl/{name}"))
    } else {
        PathBuf::from(name)
    }
}
