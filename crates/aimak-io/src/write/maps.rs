//! A folder of maps on one grid, each a cloud-optimised `GeoTIFF`, and what they mean.

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
};

use aimak_core::{Grid, Window};
use gdal::{
    Dataset, DriverManager,
    errors::GdalError,
    raster::{Buffer, RasterCreationOptions},
    spatial_ref::SpatialRef,
};
use rayon::prelude::*;

use super::{Folder, folder::ABOUT};
use crate::problem::Problem;

/// One map of the folder: its name and what it shows, for its band description.
#[derive(Clone, Copy, Debug)]
pub struct MapSheet {
    /// Name, without ending.
    pub name: &'static str,
    /// What the band holds, with its unit.
    pub description: &'static str,
}

/// A map of several layers, for instance one for each date.
#[derive(Clone, Debug)]
pub struct MapStack {
    /// Name, without ending.
    pub name: String,
    /// What each band holds; a date where the bands are a series, so that it is found again.
    pub bands: Vec<String>,
}

impl From<&MapSheet> for MapStack {
    fn from(sheet: &MapSheet) -> Self {
        Self {
            name: sheet.name.to_owned(),
            bands: vec![sheet.description.to_owned()],
        }
    }
}

/// How finished maps are packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    /// DEFLATE: any program reads it, and it is small.
    #[default]
    Small,
    /// ZSTD at its fastest level: an eighth of the time for a tenth more bytes, read by GDAL since 2.3 and QGIS.
    Fast,
}

impl Packing {
    /// Options of the COG driver.
    const fn options(self) -> &'static [&'static str] {
        match self {
            Self::Small => &["COMPRESS=DEFLATE"],
            Self::Fast => &["COMPRESS=ZSTD", "LEVEL=1"],
        }
    }
}

/// Maps that are being written. Dropped before [`Maps::finish`], they vanish without a trace.
pub struct Maps {
    folder: Folder,
    name: String,
    stacks: Vec<MapStack>,
    packing: Packing,
    /// A dataset may move between threads but not be used by two at once.
    drafts: Vec<Mutex<Dataset>>,
}

impl Maps {
    /// Begins a folder of maps of one band. Cells without a value will hold NaN.
    ///
    /// # Errors
    /// Where something stands at `dir` that is no folder of these maps, or nothing can be written beside it.
    pub fn begin(
        dir: &Path,
        grid: &Grid,
        sheets: &[MapSheet],
        tables: &[&str],
    ) -> Result<Self, Problem> {
        Self::begin_stacks(
            dir,
            grid,
            sheets.iter().map(MapStack::from).collect(),
            tables,
        )
    }

    /// Begins a folder of maps, each of one band or more. Cells without a value will hold NaN.
    ///
    /// # Errors
    /// As [`Maps::begin`].
    pub fn begin_stacks(
        dir: &Path,
        grid: &Grid,
        stacks: Vec<MapStack>,
        tables: &[&str],
    ) -> Result<Self, Problem> {
        let files: Vec<String> = stacks
            .iter()
            .map(|stack| format!("{}.tif", stack.name))
            .collect();
        let mut names = vec![ABOUT];
        names.extend(files.iter().map(String::as_str));
        names.extend(tables);
        let folder = Folder::beside(dir, &names)?;
        let name = dir.display().to_string();
        let draft =
            |stack: &MapStack| draft(&folder.path(&draft_name(stack)), grid, stack).map(Mutex::new);
        let drafts = stacks.iter().map(draft).collect::<Result<Vec<_>, _>>();
        let drafts = drafts.map_err(|error| unwritable(&name, &error))?;
        Ok(Self {
            folder,
            name,
            stacks,
            packing: Packing::default(),
            drafts,
        })
    }

    /// The same maps, packed otherwise. Stacks of several bands stay as they are.
    #[must_use]
    pub fn packed(self, packing: Packing) -> Self {
        Self { packing, ..self }
    }

    /// Writes a window of one map; `None` is a cell without a value. Any thread may write, in any order.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(
        &self,
        sheet: usize,
        window: Window,
        values: impl Iterator<Item = Option<f64>>,
    ) -> Result<(), Problem> {
        self.write_band(sheet, 0, window, values)
    }

    /// Writes a window of one band (from 0) of a map; `None` is a cell without a value.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write_band(
        &self,
        stack: usize,
        band: usize,
        window: Window,
        values: impl Iterator<Item = Option<f64>>,
    ) -> Result<(), Problem> {
        let stored: Vec<f32> = values.map(|v| v.map_or(f32::NAN, |v| v as f32)).collect();
        let size = (window.width, window.height);
        let at = (window.col as isize, window.row as isize);
        let written = self.with(stack, |draft| {
            let mut band = draft.rasterband(band + 1)?;
            band.write(at, size, &mut Buffer::new(size, stored))
        });
        written.map_err(|error| unwritable(&self.name, &error))
    }

    /// What was written of a window of one map; NaN is a cell without a value.
    ///
    /// # Errors
    /// Where the disk does not give back what it took.
    pub fn read(&self, sheet: usize, window: Window) -> Result<Vec<f32>, Problem> {
        let size = (window.width, window.height);
        let at = (window.col as isize, window.row as isize);
        let read = self.with(sheet, |draft| {
            draft.rasterband(1)?.read_as::<f32>(at, size, size, None)
        });
        match read {
            Ok(buffer) => Ok(buffer.into_shape_and_vec().1),
            Err(error) => Err(unwritable(&self.name, &error)),
        }
    }

    fn with<T>(&self, stack: usize, work: impl FnOnce(&Dataset) -> T) -> T {
        let draft = self.drafts[stack].lock();
        work(&draft.unwrap_or_else(PoisonError::into_inner))
    }

    /// Where a further file of the folder can be written meanwhile.
    pub fn path(&self, file: &str) -> std::path::PathBuf {
        self.folder.path(file)
    }

    /// Makes cloud-optimised files of the drafts and puts the folder into place.
    ///
    /// # Errors
    /// Where the disk refuses; what stood in the place before is then still there.
    pub fn finish(self, about: &serde_json::Value) -> Result<(), Problem> {
        // each file by one thread alone: its bytes do not depend on how many there are
        let work = self.stacks.par_iter().zip(self.drafts);
        let made: Vec<Result<(), GdalError>> = work
            .map(|(stack, draft)| {
                let path = self.folder.path(&draft_name(stack));
                let place = self.folder.path(&format!("{}.tif", stack.name));
                let draft = draft.into_inner().unwrap_or_else(PoisonError::into_inner);
                match stack.bands.len() {
                    1 => draft
                        .close()
                        .and_then(|()| optimise(&path, &place, self.packing))?,
                    _ => optimise_stack(draft, &path, &place)?,
                }
                let _ = std::fs::remove_file(&path);
                Ok(())
            })
            .collect();
        for made in made {
            made.map_err(|error| unwritable(&self.name, &error))?;
        }
        self.folder.finish(about)
    }
}

fn draft_name(stack: &MapStack) -> String {
    format!("{}.draft.tif", stack.name)
}

fn unwritable(name: &str, error: &GdalError) -> Problem {
    Problem::error("folder-unwritable", name).found(error.to_string())
}

/// An empty map, tiled so that windows can be filled in; not compressed, because it is read once and removed.
fn draft(path: &Path, grid: &Grid, stack: &MapStack) -> Result<Dataset, GdalError> {
    let options =
        RasterCreationOptions::from_iter(["TILED=YES", "INTERLEAVE=BAND", "BIGTIFF=IF_SAFER"]);
    let driver = DriverManager::get_driver_by_name("GTiff")?;
    let mut dataset = driver.create_with_band_type_with_options::<f32, _>(
        path,
        grid.width,
        grid.height,
        stack.bands.len(),
        &options,
    )?;
    dataset.set_geo_transform(&[grid.left, grid.dx, 0.0, grid.top, 0.0, -grid.dy])?;
    dataset.set_spatial_ref(&SpatialRef::from_definition(&grid.crs)?)?;
    for (place, description) in stack.bands.iter().enumerate() {
        let mut band = dataset.rasterband(place + 1)?;
        band.set_no_data_value(Some(f64::NAN))?;
        gdal::Metadata::set_description(&mut band, description)?;
    }
    Ok(dataset)
}

/// A cloud-optimised copy of a finished draft.
pub(super) fn optimise(draft: &Path, place: &Path, packing: Packing) -> Result<(), GdalError> {
    let always = [
        "PREDICTOR=YES",
        "BLOCKSIZE=512",
        "OVERVIEW_RESAMPLING=NEAREST",
        "BIGTIFF=IF_SAFER",
    ];
    let options: RasterCreationOptions = always
        .into_iter()
        .chain(packing.options().iter().copied())
        .collect();
    let driver = DriverManager::get_driver_by_name("COG")?;
    Dataset::open(draft)?
        .create_copy(&driver, place, &options)?
        .close()
}

/// Cells of a tile along each side.
const TILE: usize = 512;

/// The same for several bands, one after the other in the file: the COG driver knows only bands side by side, and then
/// whoever reads one date decodes all of them. Tiles, overviews and the order of the directories are those of a
/// cloud-optimised file.
fn optimise_stack(mut draft: Dataset, path: &Path, place: &Path) -> Result<(), GdalError> {
    let (width, height) = draft.raster_size();
    let halvings = 1..width
        .max(height)
        .div_ceil(TILE)
        .next_power_of_two()
        .trailing_zeros()
        + 1;
    let factors: Vec<i32> = halvings.map(|k| 1 << k).collect();
    if !factors.is_empty() {
        draft.build_overviews("NEAREST", &factors, &[])?;
    }
    draft.close()?;
    let options = RasterCreationOptions::from_iter([
        "TILED=YES",
        "BLOCKXSIZE=512",
        "BLOCKYSIZE=512",
        "COMPRESS=DEFLATE",
        "PREDICTOR=3",
        "INTERLEAVE=BAND",
        "COPY_SRC_OVERVIEWS=YES",
        "BIGTIFF=IF_SAFER",
    ]);
    let driver = DriverManager::get_driver_by_name("GTiff")?;
    Dataset::open(path)?
        .create_copy(&driver, place, &options)?
        .close()
}

#[cfg(test)]
mod tests {
    use gdal::Metadata as _;

    use super::*;

    #[test]
    fn a_stack_keeps_its_dates_and_one_band_after_the_other() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("series");
        let grid = Grid {
            width: 1100,
            height: 600,
            left: 600_000.0,
            top: 4_700_000.0,
            dx: 10.0,
            dy: 10.0,
            crs: "EPSG:32642".to_owned(),
            geographic: false,
        };
        let stack = MapStack {
            name: "ndvi".to_owned(),
            bands: vec!["2019-06".to_owned(), "2019-07".to_owned()],
        };
        let maps = Maps::begin_stacks(&place, &grid, vec![stack], &[]).unwrap();
        for (band, value) in [(0, 0.25), (1, 0.5)] {
            for row in [0, 300] {
                let window = Window {
                    col: 0,
                    row,
                    width: 1100,
                    height: 300,
                };
                let cells = (0..1100 * 300).map(|cell| (cell > 0).then_some(value));
                maps.write_band(0, band, window, cells).unwrap();
            }
        }
        assert!(!place.exists(), "not before it is whole");
        maps.finish(&serde_json::json!({})).unwrap();
        let mut names: Vec<_> = std::fs::read_dir(&place)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        assert_eq!(names, ["about.json", "ndvi.tif"]);
        let dataset = Dataset::open(place.join("ndvi.tif")).unwrap();
        let interleave = dataset.metadata_item("INTERLEAVE", "IMAGE_STRUCTURE");
        assert_eq!(interleave.as_deref(), Some("BAND"));
        for (number, (date, value)) in [("2019-06", 0.25), ("2019-07", 0.5)].iter().enumerate() {
            let band = dataset.rasterband(number + 1).unwrap();
            assert_eq!(band.description().unwrap(), *date);
            assert_eq!(
                (band.block_size(), band.overview_count().unwrap()),
                ((512, 512), 2)
            );
            let cells = band.read_as::<f64>((0, 300), (2, 1), (2, 1), None).unwrap();
            assert!(cells.data()[0].is_nan() && cells.data()[1] == *value);
        }
    }
}
