//! Are the rasters of a project fit to be read, and what do they hold?

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Once,
};

use aimak_core::{Band, Grid, PartialDate, RasterLayer, RasterRole, Source};

use super::{BandFile, GdalRasters, Mask, Pixels, Rules, dates, dem, file, read};
use crate::{
    digest,
    problem::Problem,
    project::{DatesFrom, MaskSpec, RasterSpec},
};

/// What [`open`] found: the reader, its layers, their files, and what is wrong.
pub type Opened = (GdalRasters, Vec<RasterLayer>, Vec<Source>, Vec<Problem>);

/// Options of GDAL that hold for the whole process.
///
/// Blocks are read once, in order: a large cache of decoded blocks would only cost memory.
const OPTIONS: [(&str, &str); 2] = [("GDAL_CACHEMAX", "64"), ("GDAL_HTTP_MAX_RETRY", "2")];

/// Settles once how GDAL behaves in this process.
pub(crate) fn prepare() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // GDAL would write to standard error on its own; whatever matters is said as a problem or a fault
        gdal::config::set_error_handler(|_, _, message| tracing::debug!("GDAL: {message}"));
        for (option, value) in OPTIONS {
            // what a person set goes first
            if std::env::var_os(option).is_none() {
                let _ = gdal::config::set_config_option(option, value);
            }
        }
    });
}

/// Opens all layers of a project. A layer with a problem is left out; all problems are reported together.
pub fn open(specs: &[RasterSpec], base_dir: &Path, working_crs: &str) -> Opened {
    prepare();
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
            Ok(seen) => looked.push((file, seen)),
            Err(found) => problems.extend(found),
        }
    }
    let Some((_, first)) = looked.first() else {
        return Err(problems);
    };
    problems.extend(unequal(&looked, &first.grid));
    problems.extend(
        spec.mask
            .iter()
            .flat_map(|mask| unfit_mask(spec, mask, base_dir, &first.grid)),
    );
    if !problems.is_empty() {
        return Err(problems);
    }
    let bands = bands(spec, &looked).map_err(|problem| vec![problem])?;
    let sources = sources(spec, &listed, base_dir).map_err(|problem| vec![problem])?;
    let layer = RasterLayer {
        id: spec.id.clone(),
        role: spec.role,
        grid: first.grid.clone(),
        reprojected: false,
        bands: bands.iter().map(|(_, when)| Band { when: *when }).collect(),
        season_months: spec.season,
        sources: sources.iter().map(|source| source.id.clone()).collect(),
        block_rows: first.block_rows,
    };
    let mask = spec.mask.as_ref();
    let mask = mask.map(|mask| Mask {
        path: base_dir.join(&mask.file),
        keep: mask.keep.clone(),
    });
    let rules = Rules {
        valid_range: spec.valid_range,
        mask,
    };
    let bands: Vec<BandFile> = bands.into_iter().map(|(file, _)| file).collect();
    if spec.role == RasterRole::Elevation && !dem::has_true_metres(&first.grid) {
        let (layer, pixels) =
            in_metres(layer, &bands[0], &rules, working_crs).map_err(|problem| vec![problem])?;
        return Ok((layer, pixels, sources));
    }
    let block_cols = first.block_cols;
    let pixels = Pixels::Files {
        bands,
        rules,
        block_cols,
    };
    Ok((layer, pixels, sources))
}

/// A DEM on a grid that is in metres on the ground. Only its first band is elevation.
fn in_metres(
    layer: RasterLayer,
    file: &BandFile,
    rules: &Rules,
    working_crs: &str,
) -> Result<(RasterLayer, Pixels), Problem> {
    let unreadable = |cause: String| Problem::error("raster-unreadable", &file.name).found(cause);
    let whole = read::window(file, rules, layer.grid.whole())
        .map_err(|error| unreadable(file::said(&error, &file.path, &file.name)))?;
    let (grid, raster) = dem::projected(&whole, &layer.grid, working_crs).map_err(unreadable)?;
    let bands = layer.bands.into_iter().take(1).collect();
    Ok((
        RasterLayer {
            grid,
            bands,
            reprojected: true,
            ..layer
        },
        Pixels::Memory(raster),
    ))
}

/// Files of a layer on another grid than the first.
fn unequal(looked: &[(&Listed, file::RasterFile)], grid: &Grid) -> Vec<Problem> {
    let other = looked
        .iter()
        .filter(|(_, seen)| !file::same_grid(&seen.grid, grid));
    other
        .map(|(file, seen)| grids_differ(&file.name, &seen.grid))
        .collect()
}

pub(super) fn grids_differ(name: &str, grid: &Grid) -> Problem {
    let found = format!(
        "{} × {}, {} … {}, {} … {} ({})",
        grid.width,
        grid.height,
        grid.left,
        grid.right(),
        grid.bottom(),
        grid.top,
        grid.crs
    );
    Problem::error("raster-grids-differ", name).found(found)
}

/// What is wrong with a mask: it must be readable and have the cells of its layer.
fn unfit_mask(spec: &RasterSpec, mask: &MaskSpec, base_dir: &Path, grid: &Grid) -> Vec<Problem> {
    match file::look(&base_dir.join(&mask.file), &mask.file, spec.crs.as_deref()) {
        Ok(seen) if file::same_grid(&seen.grid, grid) => Vec::new(),
        Ok(seen) => vec![grids_differ(&mask.file, &seen.grid)],
        Err(found) => found,
    }
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
    looked: &[(&Listed, file::RasterFile)],
) -> Result<Vec<(BandFile, Option<PartialDate>)>, Problem> {
    let mut bands = Vec::new();
    for (file, seen) in looked {
        let wanted: Vec<usize> = if spec.bands.is_empty() {
            (1..=seen.bands.len()).collect()
        } else {
            spec.bands.clone()
        };
        // one date for several bands: which of them is meant?
        if file.date.is_some() && wanted.len() > 1 && !dated_by_band(spec) {
            let found = format!("{} > 1", wanted.len());
            return Err(Problem::error("raster-dates", &file.name).found(found));
        }
        for band in wanted {
            let Some(facts) = band.checked_sub(1).and_then(|place| seen.bands.get(place)) else {
                let found = format!("{band} / {}", seen.bands.len());
                return Err(Problem::error("raster-no-band", &file.name).found(found));
            };
            let date = date(spec, file, band, &facts.description)?;
            bands.push((band_file(spec, file, band, facts), date));
        }
    }
    let dates = |found: String| Problem::error("raster-dates", &looked[0].0.name).found(found);
    if !spec.dates.is_empty() {
        if spec.dates.len() != bands.len() {
            return Err(dates(format!("{} ≠ {}", spec.dates.len(), bands.len())));
        }
        bands
            .iter_mut()
            .zip(&spec.dates)
            .for_each(|((_, date), listed)| *date = Some(*listed));
    }
    // a series without dates would silently count for no period
    let dated = bands.iter().filter(|(_, date)| date.is_some()).count();
    if spec.role != RasterRole::Elevation && dated < bands.len() {
        return Err(dates(format!("{dated} ≠ {}", bands.len())));
    }
    bands.sort_by_key(|(_, date)| date.map(dates::in_time));
    Ok(bands)
}

/// True where dates are those of bands, not of files.
fn dated_by_band(spec: &RasterSpec) -> bool {
    !spec.dates.is_empty() || spec.dates_from == Some(DatesFrom::BandNames)
}

/// When a band was taken, as far as its description or the name of its file tells.
fn date(
    spec: &RasterSpec,
    file: &Listed,
    band: usize,
    description: &str,
) -> Result<Option<PartialDate>, Problem> {
    match spec.dates_from {
        Some(DatesFrom::BandNames) => {
            let unnamed = || {
                Problem::error("raster-band-name", &file.name)
                    .found(format!("{band}: {description:?}"))
            };
            dates::in_description(description)
                .map(Some)
                .ok_or_else(unnamed)
        }
        Some(DatesFrom::FileNames) | None => Ok(file.date),
    }
}

/// How a band is read: what the project file says goes before what the file says, and neither is applied twice.
fn band_file(spec: &RasterSpec, file: &Listed, band: usize, facts: &file::BandFacts) -> BandFile {
    BandFile {
        path: file.path.clone(),
        name: file.name.clone(),
        band,
        scale: spec.scale.or(facts.scale).unwrap_or(1.0),
        offset: spec.offset.or(facts.offset).unwrap_or(0.0),
        nodata: spec.nodata.or(facts.nodata),
        masked: facts.masked,
    }
}

/// The files of a layer as sources; a series counts its files, a mask comes last.
fn sources(spec: &RasterSpec, listed: &[Listed], base_dir: &Path) -> Result<Vec<Source>, Problem> {
    let source = |id: String, path: &Path, name: &str| {
        let (sha256, bytes) = digest::sha256_file(path)
            .map_err(|error| Problem::error("raster-unreadable", name).because_of(&error))?;
        let (licence, citation) = (spec.licence.clone(), spec.citation.clone());
        Ok(Source {
            id,
            path: name.to_owned(),
            sha256,
            bytes,
            licence,
            citation,
        })
    };
    let id = |place: usize| {
        if listed.len() == 1 {
            spec.id.clone()
        } else {
            format!("{}-{:03}", spec.id, place + 1)
        }
    };
    let files = listed
        .iter()
        .enumerate()
        .map(|(place, file)| source(id(place), &file.path, &file.name));
    let mask = spec.mask.iter().map(|mask| {
        source(
            format!("{}-mask", spec.id),
            &base_dir.join(&mask.file),
            &mask.file,
        )
    });
    files.chain(mask).collect()
}
