//! How does a release folder come into place: whole, or not at all?
mod basemap;
mod borders;
mod cell_maps;
mod cell_tags;
mod columns;
mod effects;
mod exclusions;
mod findings;
mod folder;
mod geopackage;
mod log;
mod maps;
mod outlines;
mod picture;
mod relief;
mod tables;
#[cfg(test)]
mod tests;
mod withdraw;

use std::path::Path;

use aimak_core::{
    Asset, Backdrop, BaseMap, CellMap, MapLayer, Progress, Release, release::RELEASE_SCHEMA,
};
use polars::prelude::{DataFrame, PolarsError};

use crate::{digest, problem::Problem, read::Loaded};
use outlines::Outlines;

#[cfg(test)]
pub(crate) use basemap::geojson as basemap_geojson;
pub(crate) use folder::Folder;
pub use maps::{MapSheet, MapStack, Maps, Packing};
pub use tables::Tables;
pub use withdraw::{CleanedRelease, shows_passport, withdraw};

/// The file that makes a folder a release.
const RELEASE_FILE: &str = "release.json";
/// Rivers, lakes, roads, places.
const BASEMAP_FILE: &str = "basemap.geojson";
/// Heights.
const RELIEF_FILE: &str = "relief.png";
/// The files a release folder may have, whatever its maps.
const FILES: [&str; 9] = [
    RELEASE_FILE,
    "effects.csv",
    "effects.parquet",
    "exclusions.csv",
    "findings.csv",
    "findings.gpkg",
    "findings.parquet",
    "log.txt",
    "outlines.geojson",
];

/// Writes the release of `draft` to `dir` and returns it with its assets.
///
/// Everything is written beside `dir` and renamed into place; until then the last good release stays. The files are
/// `release.json`, `outlines.geojson` (WGS 84), `exclusions.csv`, `findings.csv`, `findings.parquet`, `findings.gpkg`, `effects.csv` and
/// `effects.parquet` (where effects were looked for), `log.txt`, and for each map
/// `<indicator>.tif` and `<indicator>.png`; `basemap.geojson` and `relief.png` where the project has them; the same draft always gives the same bytes. Plots, their ids and their coordinates are in none of them.
///
/// # Errors
/// Where `dir` holds something that is no release, or cannot be written, or `progress` asked to stop.
pub fn release(
    dir: &Path,
    draft: &Release,
    loaded: &Loaded,
    cell_maps: &[Box<dyn CellMap + '_>],
    progress: &dyn Progress,
) -> Result<Release, Unwritten> {
    let folder = release_folder(dir)?;
    let maps = maps_of(&folder, draft, loaded, cell_maps, progress)?;
    let mut assets = map_assets(&folder, &maps)?;
    let outlines = outlines::simplified(&loaded.outlines_wgs84);
    assets.extend(tables_of(&folder, draft, &outlines)?);
    assets.extend([
        asset(
            &folder,
            "outlines.geojson",
            "outlines",
            outlines::geojson(&draft.aimaks, &outlines).as_bytes(),
        )?,
        asset(
            &folder,
            "exclusions.csv",
            "exclusions_csv",
            exclusions::csv(draft).as_bytes(),
        )?,
        asset(
            &folder,
            "log.txt",
            "log",
            log::text(draft, &loaded.remarks, &loaded.passports.tables).as_bytes(),
        )?,
    ]);
    let backdrop = backdrop(&folder, loaded, progress, &mut assets)?;
    for (path, bytes) in &loaded.passports.photos {
        assets.push(asset(&folder, path, "passport_photo", bytes)?);
    }
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    let release = Release {
        assets,
        maps,
        backdrop,
        ..draft.clone()
    };
    let mut json = serde_json::to_vec_pretty(&release).expect("invariant: a release serialises");
    json.push(b'\n');
    folder.write(RELEASE_FILE, &json)?;
    folder.put_in_place()?;
    Ok(release)
}

/// The folder of a release. One that stands there may be replaced with all that its own list of files names: which maps
/// there are depends on the project.
fn release_folder(dir: &Path) -> Result<Folder, Problem> {
    let listed = std::fs::read(dir.join(RELEASE_FILE)).ok();
    let listed = listed.and_then(|bytes| serde_json::from_slice::<Listed>(&bytes).ok());
    let assets = listed.map_or_else(Vec::new, |listed| listed.assets);
    let files: Vec<&str> = FILES
        .into_iter()
        .chain(assets.iter().map(|asset| asset.path.as_str()))
        .collect();
    Folder::beside(dir, &files)
}

/// The list of files that every version of a release has.
#[derive(serde::Deserialize)]
struct Listed {
    assets: Vec<ListedAsset>,
}

#[derive(serde::Deserialize)]
struct ListedAsset {
    path: String,
}

/// Findings and effects as tables, and both with the outlines for a GIS.
fn tables_of(folder: &Folder, draft: &Release, outlines: &Outlines) -> Result<Vec<Asset>, Problem> {
    let made = |name: &'static str, frame: Result<DataFrame, PolarsError>| {
        let frame = frame.map_err(|error| columns::failed(name, &error))?;
        Ok::<_, Problem>((name, frame))
    };
    let mut tables = vec![made("findings", findings::frame(draft))?];
    if !draft.effects.is_empty() {
        tables.push(made("effects", effects::frame(draft))?);
    }
    let mut assets = Vec::new();
    for (name, frame) in &mut tables {
        let encoded = columns::encoded(name, frame)?;
        for (format, bytes) in [("csv", &encoded.csv), ("parquet", &encoded.parquet)] {
            let (path, kind) = (format!("{name}.{format}"), format!("{name}_{format}"));
            assets.push(asset(folder, &path, &kind, bytes)?);
        }
    }
    let tables: Vec<_> = tables.iter().map(|(name, frame)| (*name, frame)).collect();
    let (path, kind) = ("findings.gpkg", "findings_gpkg");
    geopackage::write(&folder.path(path), draft, outlines, &tables)
        .map_err(|error| unwritable(path, &error))?;
    assets.push(on_disk(folder, path, kind)?);
    Ok(assets)
}

/// Computes and writes the maps.
fn maps_of(
    folder: &Folder,
    draft: &Release,
    loaded: &Loaded,
    cell_maps: &[Box<dyn CellMap + '_>],
    progress: &dyn Progress,
) -> Result<Vec<MapLayer>, Unwritten> {
    let outlines: Vec<_> = loaded
        .outlines_wgs84
        .iter()
        .map(|(_, outline)| outline)
        .collect();
    let written = cell_maps
        .iter()
        .map(|map| cell_maps::write(folder, draft, map.as_ref(), &outlines, progress));
    let written: Result<Vec<Option<MapLayer>>, Unwritten> = written.collect();
    Ok(written?.into_iter().flatten().collect())
}

/// Base map and relief, as far as the project has them.
fn backdrop(
    folder: &Folder,
    loaded: &Loaded,
    progress: &dyn Progress,
    assets: &mut Vec<Asset>,
) -> Result<Backdrop, Unwritten> {
    let mut backdrop = Backdrop::default();
    let basemap = &loaded.basemap;
    if !basemap.features.is_empty() {
        let text = basemap::geojson(basemap);
        assets.push(asset(folder, BASEMAP_FILE, "basemap", text.as_bytes())?);
        backdrop.base = Some(BaseMap {
            file: BASEMAP_FILE.to_owned(),
            sources: basemap.sources.clone(),
        });
    }
    if let Some(relief) = relief::of(loaded, progress)? {
        assets.push(asset(folder, RELIEF_FILE, "relief", &relief.png)?);
        backdrop.relief = Some(relief.about(RELIEF_FILE));
    }
    Ok(backdrop)
}

/// The files of the maps.
fn map_assets(folder: &Folder, maps: &[MapLayer]) -> Result<Vec<Asset>, Problem> {
    let files = maps
        .iter()
        .flat_map(|map| [(&map.raster, "map_raster"), (&map.picture, "map_picture")]);
    files
        .map(|(path, kind)| on_disk(folder, path, kind))
        .collect()
}

/// Describes a file that GDAL wrote into the folder.
fn on_disk(folder: &Folder, path: &str, kind: &str) -> Result<Asset, Problem> {
    let bytes = std::fs::read(folder.path(path)).map_err(|error| unwritable(path, &error))?;
    Ok(described(path, kind, &bytes))
}

fn unwritable(path: &str, error: &dyn std::error::Error) -> Problem {
    Problem::error("folder-unwritable", path).found(error.to_string())
}

/// Writes one asset and describes it.
fn asset(folder: &Folder, path: &str, kind: &str, bytes: &[u8]) -> Result<Asset, Problem> {
    folder.write(path, bytes)?;
    Ok(described(path, kind, bytes))
}

/// A file of the folder, described.
fn described(path: &str, kind: &str, bytes: &[u8]) -> Asset {
    Asset {
        path: path.to_owned(),
        sha256: digest::sha256_bytes(bytes),
        bytes: bytes.len() as u64,
        kind: kind.to_owned(),
    }
}

/// Why no release was written.
#[derive(Debug)]
pub enum Unwritten {
    /// Somebody asked to stop.
    Interrupted,
    /// Something stands in the way.
    Problem(Box<Problem>),
}

impl From<Problem> for Unwritten {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

/// Reads the release in `dir`.
///
/// # Errors
/// Where there is none, or one of another version of the contract.
pub fn read_release(dir: &Path) -> Result<Release, Problem> {
    let file = dir.join(RELEASE_FILE);
    let problem =
        |found: String| Problem::error("no-release", &file.display().to_string()).found(found);
    let bytes = std::fs::read(&file).map_err(|error| problem(error.to_string()))?;
    // the version first: of another one, the rest may look different
    let Version { schema } =
        serde_json::from_slice(&bytes).map_err(|error| problem(error.to_string()))?;
    if schema != RELEASE_SCHEMA {
        return Err(problem(schema));
    }
    serde_json::from_slice(&bytes).map_err(|error| problem(error.to_string()))
}

/// The part of a release that every version has.
#[derive(serde::Deserialize)]
struct Version {
    schema: String,
}
