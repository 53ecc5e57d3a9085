//! Are the files of these scenes fit to be read together, and where does each band lie?

use std::path::{Path, PathBuf};

use aimak_core::{Band, Grid, PartialDate, RasterLayer, RasterRole};
use aimak_science::spectral::{
    BandRole, Image, ImageMask, ImageValues, LandsatQuality, SceneClassification,
    index::SpectralIndex,
};
use rayon::prelude::*;
use serde::Serialize;

use super::found::{BandPlace, FoundMask, FoundScene, FoundValues};
use crate::{
    problem::Problem,
    raster::{GdalRasters, Lie, Placed, Seen, lie},
};

/// What is to be read of the scenes.
pub struct Wanted<'a> {
    /// The index that is to be computed.
    pub index: &'a SpectralIndex,
    /// True where near infrared should be Sentinel-2's narrow band if there is one: the one that can be harmonised.
    pub narrow_nir: bool,
    /// The grid; that of the first scene if none is given.
    pub grid: Option<Grid>,
    /// True where cells may lie across those of the grid: each then takes the number under its centre.
    pub nearest: bool,
}

/// A band that is read, and how.
#[derive(Clone, Debug, Serialize)]
pub struct BandUsed {
    /// Its role: `red`, `nir`, ..., `index`, `mask`.
    pub role: &'static str,
    /// Its file.
    #[serde(skip)]
    pub path: PathBuf,
    /// Its file, as people know it.
    pub file: String,
    /// Its number in the file.
    pub band: usize,
    /// Factor from stored numbers to values.
    pub scale: f64,
    /// Summand from stored numbers to values.
    pub offset: f64,
    /// Size of its cells, in units of the CRS.
    pub cell: f64,
}

/// Scenes that can be read.
pub struct Opened {
    /// Reads them.
    pub source: GdalRasters,
    /// The images, in the order of the scenes.
    pub images: Vec<Image>,
    /// Their bands.
    pub bands: Vec<Vec<BandUsed>>,
}

/// The grid of a raster file.
///
/// # Errors
/// Every problem of the file.
pub fn grid_of(path: &Path) -> Result<Grid, Vec<Problem>> {
    Ok(Seen::of(path, &path.display().to_string())?.grid)
}

/// One band of a raster, read onto a grid by the cell under each centre: for elevations that only choose a belt.
///
/// # Errors
/// Every problem of the file, or that it lies beside the grid or in another CRS.
pub fn onto(grid: &Grid, path: &Path) -> Result<(GdalRasters, RasterLayer), Vec<Problem>> {
    let place = BandPlace::single(path, crate::raster::Decoding::default());
    let band = seen("elevation", &place)?;
    let code = match lie(&band.grid, grid) {
        Lie::Aligned | Lie::Across => None,
        Lie::OtherCrs => Some("scene-grid"),
        Lie::Beside => Some("scene-beside"),
    };
    if let Some(code) = code {
        let found = format!("{} / {}", band.grid.crs, grid.crs);
        return Err(vec![Problem::error(code, &place.name).found(found)]);
    }
    let layer = layer("elevation", grid, vec![Band { when: None }], 1);
    let mut source = GdalRasters::empty(&grid.crs);
    source.put(&layer.id, vec![band.placed]);
    Ok((source, layer))
}

/// A layer of bands that are read onto a grid.
fn layer(id: &str, grid: &Grid, bands: Vec<Band>, block_rows: usize) -> RasterLayer {
    RasterLayer {
        id: id.to_owned(),
        role: RasterRole::Values,
        grid: grid.clone(),
        reprojected: false,
        bands,
        season_months: None,
        sources: Vec::new(),
        block_rows,
    }
}

/// Opens what is wanted of the scenes.
///
/// # Errors
/// Every problem of every file, together.
pub fn open(scenes: &[FoundScene], wanted: &Wanted<'_>) -> Result<Opened, Vec<Problem>> {
    let looked: Vec<Result<Looked, Vec<Problem>>> =
        scenes.par_iter().map(|scene| look(scene, wanted)).collect();
    let mut problems: Vec<Problem> = Vec::new();
    let mut ready = Vec::new();
    for looked in looked {
        match looked {
            Ok(looked) => ready.push(looked),
            Err(found) => problems.extend(found),
        }
    }
    let first = ready.first().map(Looked::finest);
    let Some(grid) = wanted.grid.clone().or(first) else {
        return Err(problems);
    };
    if problems.is_empty() {
        let unfit = ready.iter().zip(scenes);
        problems
            .extend(unfit.filter_map(|(looked, scene)| looked.fit(scene, &grid, wanted.nearest)));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut opened = Opened {
        source: GdalRasters::empty(&grid.crs),
        images: Vec::new(),
        bands: Vec::new(),
    };
    for (place, (looked, scene)) in ready.into_iter().zip(scenes).enumerate() {
        // a scene named twice by two products would share an id
        let id = format!("{place}: {}", scene.id);
        let image = looked.image(scene, &id, &grid);
        if image.halo().is_none() {
            problems.push(Problem::error("scene-buffer", &scene.id).found(grid.crs.clone()));
        }
        opened.bands.push(looked.used());
        opened.images.push(image);
        opened.source.put(
            &id,
            looked.bands.into_iter().map(|band| band.placed).collect(),
        );
    }
    if problems.is_empty() {
        Ok(opened)
    } else {
        Err(problems)
    }
}

/// A band whose file was looked at.
struct BandSeen {
    role: &'static str,
    path: PathBuf,
    file: String,
    band: usize,
    grid: Grid,
    block_rows: usize,
    placed: Placed,
}

/// The bands of one scene.
struct Looked {
    bands: Vec<BandSeen>,
    values: ImageValues,
    mask: ImageMask,
}

/// Looks at the files of one scene.
fn look(scene: &FoundScene, wanted: &Wanted<'_>) -> Result<Looked, Vec<Problem>> {
    let (mut bands, mut problems) = (Vec::new(), Vec::new());
    let mut take = |role: &'static str, place: &BandPlace| {
        match seen(role, place) {
            Ok(band) => bands.push(band),
            Err(found) => problems.extend(found),
        }
        // where a problem was found the number is never used
        bands.len().saturating_sub(1)
    };
    let mut lacking = Vec::new();
    let values = match &scene.values {
        FoundValues::Index(place) => ImageValues::Index(take("index", place)),
        FoundValues::Reflectance(_) => {
            let mut roles = Vec::new();
            for role in wanted.index.needs {
                match wanted.role_in(scene, *role) {
                    Some((role, place)) => roles.push((role, take(role.id(), place))),
                    None => lacking.push(Problem::error("scene-band", &scene.id).found(role.id())),
                }
            }
            ImageValues::Reflectance(roles)
        }
    };
    let mask = match &scene.mask {
        FoundMask::None => ImageMask::None,
        FoundMask::Landsat {
            sensor,
            qa_pixel,
            qa_radsat,
        } => ImageMask::Landsat {
            quality: LandsatQuality::of(*sensor).expect("invariant: only Landsat is found so"),
            qa_pixel: take("qa_pixel", qa_pixel),
            qa_radsat: qa_radsat.as_ref().map(|place| take("qa_radsat", place)),
        },
        FoundMask::SceneClassification(place) => ImageMask::SceneClassification {
            rule: SceneClassification::default(),
            scl: take("scl", place),
        },
        FoundMask::Classes(rule, place) => ImageMask::Classes {
            rule: rule.clone(),
            classes: take("mask", place),
        },
    };
    problems.extend(lacking);
    if problems.is_empty() {
        Ok(Looked {
            bands,
            values,
            mask,
        })
    } else {
        Err(problems)
    }
}

impl Wanted<'_> {
    /// The band of a scene that plays a role; of the two bands in the near infrared the wanted one, else the other.
    fn role_in<'s>(
        &self,
        scene: &'s FoundScene,
        role: BandRole,
    ) -> Option<(BandRole, &'s BandPlace)> {
        let of = |role: BandRole| scene.band(role).map(|place| (role, place));
        match (role, self.narrow_nir) {
            (BandRole::Nir, true) => of(BandRole::NirNarrow).or_else(|| of(BandRole::Nir)),
            (BandRole::Nir, false) => of(BandRole::Nir).or_else(|| of(BandRole::NirNarrow)),
            _ => of(role),
        }
    }
}

fn seen(role: &'static str, place: &BandPlace) -> Result<BandSeen, Vec<Problem>> {
    let seen = Seen::of(&place.path, &place.name)?;
    let placed = seen.band(&place.path, &place.name, place.band, place.decoding);
    Ok(BandSeen {
        role,
        path: place.path.clone(),
        file: place.name.clone(),
        band: place.band,
        placed: placed.map_err(|problem| vec![problem])?,
        grid: seen.grid,
        block_rows: seen.block_rows,
    })
}

impl Looked {
    /// The bands that are no masks.
    fn of_values(&self) -> impl Iterator<Item = &BandSeen> {
        let masks = ["scl", "mask", "qa_pixel", "qa_radsat"];
        self.bands
            .iter()
            .filter(move |band| !masks.contains(&band.role))
    }

    /// The grid of the smallest cells among the bands of values.
    fn finest(&self) -> Grid {
        let by_cell = |a: &&BandSeen, b: &&BandSeen| a.grid.dx.total_cmp(&b.grid.dx);
        let finest = self.of_values().min_by(by_cell);
        finest.expect("invariant: a scene has a band").grid.clone()
    }

    /// What keeps its bands from being read onto a grid.
    fn fit(&self, scene: &FoundScene, grid: &Grid, nearest: bool) -> Option<Problem> {
        let place = |grid: &Grid| {
            format!(
                "{} × {} ({}, {}; {})",
                grid.dx, grid.dy, grid.left, grid.top, grid.crs
            )
        };
        self.bands.iter().find_map(|band| {
            let code = match lie(&band.grid, grid) {
                Lie::Aligned => return None,
                Lie::Across if nearest => return None,
                Lie::Across | Lie::OtherCrs => "scene-grid",
                Lie::Beside => "scene-beside",
            };
            let found = format!("{} / {}", place(&band.grid), place(grid));
            Some(
                Problem::error(code, &scene.id)
                    .in_column(band.role)
                    .found(found),
            )
        })
    }

    fn image(&self, scene: &FoundScene, id: &str, grid: &Grid) -> Image {
        let when = Some(PartialDate::Day(scene.date));
        let bands = vec![Band { when }; self.bands.len()];
        let layer = layer(id, grid, bands, self.block_rows(grid));
        Image {
            date: scene.date,
            sensor: scene.sensor,
            layer,
            values: self.values.clone(),
            mask: self.mask.clone(),
        }
    }

    /// Rows of the grid that the highest block covers.
    fn block_rows(&self, grid: &Grid) -> usize {
        let rows =
            |band: &BandSeen| (band.block_rows as f64 * band.grid.dy / grid.dy).round() as usize;
        // larger cells of a mask make higher blocks; what is read most are the bands
        self.of_values()
            .map(rows)
            .max()
            .unwrap_or(1)
            .clamp(1, grid.height.max(1))
    }

    fn used(&self) -> Vec<BandUsed> {
        let of = |band: &BandSeen| {
            let (scale, offset) = band.placed.scale_offset();
            BandUsed {
                role: band.role,
                path: band.path.clone(),
                file: band.file.clone(),
                band: band.band,
                scale,
                offset,
                cell: band.grid.dx,
            }
        };
        self.bands.iter().map(of).collect()
    }
}
