//! Are the rasters of a project fit to be read, and what do they hold?

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_core::{Band, PartialDate, RasterLayer, RasterRole, Source};

use super::{BandFile, Decoding, GdalRasters, Pixels, dates, dem, file};
use crate::{
    digest,
    problem::Problem,
    project::{DatesFrom, RasterSpec},
};

/// What [`open`] found: the reader, its layers, their files, and what is wrong.
pub type Opened = (GdalRasters, Vec<RasterLayer>, Vec<Source>, Vec<Problem>);

/// Opens all layers of a project. A layer with a problem is left out; all problems are reported together.
pub fn open(specs: &[RasterSpec], base_dir: &Path, working_crs: &str) -> Opened {
    let mut rasters = GdalRasters {
        working_crs: working_crs.to_owned(),
        layers: BTreeMap::new(),
    };
    let (mut layers, mut sources, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for spec in specs {
        match layer(spec, base_dir, working_crs) {
            Ok((layer, pixels, files)) => {
                rasters.layers.insert(layer.id.clone(), pixels);
                layers.push(layer);
                sources.extend(files);
            }
            Err(found) => problems.extend(found),
        }
    }
    (rasters, layers, sources, problems)
}

/// One file of a layer: where it is, how people call it, its date if the name tells.
struct Listed {
    path: PathBuf,
    name: String,
    date: Option<PartialDate>,
}

/// Opens one layer.
fn layer(
    spec: &RasterSpec,
    base_dir: &Path,
    working_crs: &str,
) -> Result<(RasterLayer, Pixels, Vec<Source>), Vec<Problem>> {
    let listed = listed(spec, base_dir).map_err(|problem| vec![problem])?;
    let mut looked = Vec::new();
    let mut problems = Vec::new();
    for file in &listed {
        match file::look(&file.path, &file.name, spec.crs.as_deref()) {
            Ok(seen) => looked.push(seen),
            Err(found) => problems.extend(found),
        }
    }
    let Some(first) = looked.first() else {
        return Err(problems);
    };
    for (file, seen) in listed
        .iter()
        .zip(&looked)
        .filter(|(_, seen)| seen.grid != first.grid)
    {
        let found = format!(
            "{} × {}, {}",
            seen.grid.width, seen.grid.height, seen.grid.crs
        );
        problems.push(Problem::error("raster-grids-differ", &file.name).found(found));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let bands = bands(spec, &listed, &looked).map_err(|problem| vec![problem])?;
    let sources = sources(spec, &listed).map_err(|problem| vec![problem])?;
    let mut layer = RasterLayer {
        id: spec.id.clone(),
        role: spec.role,
        grid: first.grid.clone(),
        reprojected: false,
        bands: bands.iter().map(|(_, when)| Band { when: *when }).collect(),
        season_months: spec.season,
        sources: sources.iter().map(|source| source.id.clone()).collect(),
        block_rows: first.block_rows,
    };
    let decoding = Decoding {
        scale: spec.scale.or(first.scale).unwrap_or(1.0),
        offset: spec.offset.or(first.offset).unwrap_or(0.0),
        nodata: spec.nodata.or(first.nodata),
        valid_range: spec.valid_range,
        mask: spec
            .mask
            .as_ref()
            .map(|mask| (base_dir.join(&mask.file), mask.keep.clone())),
    };
    if spec.role == RasterRole::Elevation && first.grid.geographic {
        let (grid, raster) =
            dem::projected(&listed[0].path, &first.grid, decoding.nodata, working_crs).map_err(
                |cause| vec![Problem::error("raster-unreadable", &listed[0].name).found(cause)],
            )?;
        layer = RasterLayer {
            grid,
            reprojected: true,
            ..layer
        };
        return Ok((layer, Pixels::Memory(raster), sources));
    }
    let bands = bands.into_iter().map(|(file, _)| file).collect();
    Ok((layer, Pixels::Files { bands, decoding }, sources))
}

/// The files of a layer, in order of date.
fn listed(spec: &RasterSpec, base_dir: &Path) -> Result<Vec<Listed>, Problem> {
    let Some(pattern) = &spec.files else {
        let name = spec.file.clone().unwrap_or_default();
        return Ok(vec![Listed {
            path: base_dir.join(&name),
            name,
            date: None,
        }]);
    };
    let missing = |found: String| Problem::error("raster-no-files", pattern).found(found);
    let found = dates::files(base_dir, pattern).map_err(|error| missing(error.to_string()))?;
    if found.is_empty() {
        return Err(missing("0".to_owned()));
    }
    let shown = |path: &Path| {
        path.strip_prefix(base_dir)
            .unwrap_or(path)
            .display()
            .to_string()
    };
    Ok(found
        .into_iter()
        .map(|(path, date)| Listed {
            name: shown(&path),
            path,
            date: Some(date),
        })
        .collect())
}

/// The bands of a layer with their dates, in order of date.
fn bands(
    spec: &RasterSpec,
    listed: &[Listed],
    looked: &[file::RasterFile],
) -> Result<Vec<(BandFile, Option<PartialDate>)>, Problem> {
    let mut bands = Vec::new();
    for (file, seen) in listed.iter().zip(looked) {
        let wanted = if spec.bands.is_empty() {
            (1..=seen.bands).collect()
        } else {
            spec.bands.clone()
        };
        for band in wanted {
            if band == 0 || band > seen.bands {
                return Err(Problem::error("raster-no-band", &file.name)
                    .found(format!("{band} / {}", seen.bands)));
            }
            let described = || {
                seen.descriptions
                    .get(band - 1)
                    .and_then(|text| dates::in_description(text))
            };
            let date = match spec.dates_from {
                Some(DatesFrom::BandNames) => described(),
                Some(DatesFrom::FileNames) | None => file.date,
            };
            if spec.dates_from == Some(DatesFrom::BandNames) && date.is_none() {
                let found = seen.descriptions.get(band - 1).cloned().unwrap_or_default();
                return Err(Problem::error("raster-band-name", &file.name)
                    .found(format!("{band}: {found:?}")));
            }
            bands.push((
                BandFile {
                    path: file.path.clone(),
                    band,
                },
                date,
            ));
        }
    }
    if !spec.dates.is_empty() {
        if spec.dates.len() != bands.len() {
            let found = format!("{} ≠ {}", spec.dates.len(), bands.len());
            return Err(Problem::error("raster-dates", &listed[0].name).found(found));
        }
        bands
            .iter_mut()
            .zip(&spec.dates)
            .for_each(|((_, date), listed)| *date = Some(*listed));
    }
    bands.sort_by_key(|(_, date)| *date);
    Ok(bands)
}

/// The files of a layer as sources; a series counts its files.
fn sources(spec: &RasterSpec, listed: &[Listed]) -> Result<Vec<Source>, Problem> {
    let source = |(k, file): (usize, &Listed)| {
        let (sha256, bytes) = digest::sha256_file(&file.path).map_err(|error| {
            Problem::error("raster-unreadable", &file.name).found(error.to_string())
        })?;
        let id = if listed.len() == 1 {
            spec.id.clone()
        } else {
            format!("{}-{:03}", spec.id, k + 1)
        };
        let (path, licence, citation) = (
            file.name.clone(),
            spec.licence.clone(),
            spec.citation.clone(),
        );
        Ok(Source {
            id,
            path,
            sha256,
            bytes,
            licence,
            citation,
        })
    };
    listed.iter().enumerate().map(source).collect()
}
