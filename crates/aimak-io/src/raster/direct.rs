//! Rasters that are named on the command line instead of in a project file.

use std::{collections::BTreeMap, path::PathBuf};

use aimak_core::{Band, Message, RasterLayer, RasterRole};

use super::{BandFile, GdalRasters, Pixels, Rules, file, open};
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
fn without_project(mut problems: Vec<Problem>) -> Vec<Problem> {
    for problem in problems
        .iter_mut()
        .filter(|problem| problem.code == "raster-no-crs")
    {
        problem.hint = Message::new("hint-assign-crs");
    }
    problems
}

/// One raster as a layer.
fn layer(raster: &Direct<'_>) -> Result<(RasterLayer, Pixels), Vec<Problem>> {
    let path = location(raster.name);
    let seen = file::look(&path, raster.name, None).map_err(without_project)?;
    let wanted: Vec<usize> = match raster.band {
        Some(band) => vec![band],
        None => (1..=seen.bands.len()).collect(),
    };
    let mut bands = Vec::new();
    for band in wanted {
        let Some(facts) = band.checked_sub(1).and_then(|place| seen.bands.get(place)) else {
            let found = format!("{band} / {}", seen.bands.len());
            return Err(vec![
                Problem::error("raster-no-band", raster.name).found(found),
            ]);
        };
        bands.push(BandFile {
            path: path.clone(),
            name: raster.name.to_owned(),
            band,
            scale: facts.scale.unwrap_or(1.0),
            offset: facts.offset.unwrap_or(0.0),
            nodata: facts.nodata,
            masked: facts.masked,
        });
    }
    let layer = RasterLayer {
        id: raster.id.to_owned(),
        role: RasterRole::Values,
        grid: seen.grid,
        reprojected: false,
        bands: bands.iter().map(|_| Band { when: None }).collect(),
        season_months: None,
        sources: Vec::new(),
        block_rows: seen.block_rows,
    };
    let rules = Rules {
        valid_range: None,
        mask: None,
    };
    Ok((layer, Pixels::Files { bands, rules }))
}

/// Where GDAL finds a raster: an address is read by range requests.
fn location(name: &str) -> PathBuf {
    if name.starts_with("http://") || name.starts_with("https://") {
        PathBuf::from(format!("/vsicurl/{name}"))
    } else {
        PathBuf::from(name)
    }
}
