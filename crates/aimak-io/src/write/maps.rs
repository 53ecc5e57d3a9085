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

use super::Folder;
use crate::problem::Problem;

/// One map of the folder: its name and what it shows, for its band description.
#[derive(Clone, Copy, Debug)]
pub struct MapSheet {
    /// Name, without ending.
    pub name: &'static str,
    /// What the band holds, with its unit.
    pub description: &'static str,
}

/// Maps that are being written. Dropped before [`Maps::finish`], they vanish without a trace.
pub struct Maps {
    folder: Folder,
    name: String,
    sheets: Vec<MapSheet>,
    /// A dataset may move between threads but not be used by two at once.
    drafts: Vec<Mutex<Dataset>>,
}

/// The file that tells what the maps mean.
const ABOUT: &str = "about.json";

impl Maps {
    /// Begins a folder of maps. Cells without a value will hold NaN.
    ///
    /// # Errors
    /// Where something stands at `dir` that is no folder of these maps, or nothing can be written beside it.
    pub fn begin(
        dir: &Path,
        grid: &Grid,
        sheets: &[MapSheet],
        tables: &[&str],
    ) -> Result<Self, Problem> {
        let files: Vec<String> = sheets
            .iter()
            .map(|sheet| format!("{}.tif", sheet.name))
            .collect();
        let mut names = vec![ABOUT];
        names.extend(files.iter().map(String::as_str));
        names.extend(tables);
        let folder = Folder::beside(dir, &names)?;
        let name = dir.display().to_string();
        let draft =
            |sheet: &MapSheet| draft(&folder.path(&draft_name(sheet)), grid, sheet).map(Mutex::new);
        let drafts = sheets.iter().map(draft).collect::<Result<Vec<_>, _>>();
        let drafts = drafts.map_err(|error| unwritable(&name, &error))?;
        Ok(Self {
            folder,
            name,
            sheets: sheets.to_vec(),
            drafts,
        })
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
        let stored: Vec<f32> = values.map(|v| v.map_or(f32::NAN, |v| v as f32)).collect();
        let size = (window.width, window.height);
        let at = (window.col as isize, window.row as isize);
        let written = self.with(sheet, |draft| {
            let mut band = draft.rasterband(1)?;
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

    fn with<T>(&self, sheet: usize, work: impl FnOnce(&Dataset) -> T) -> T {
        let draft = self.drafts[sheet].lock();
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
        let work = self.sheets.par_iter().zip(self.drafts);
        let made: Vec<Result<(), GdalError>> = work
            .map(|(sheet, draft)| {
                let path = self.folder.path(&draft_name(sheet));
                let draft = draft.into_inner().unwrap_or_else(PoisonError::into_inner);
                draft.close()?;
                optimise(&path, &self.folder.path(&format!("{}.tif", sheet.name)))?;
                let _ = std::fs::remove_file(&path);
                Ok(())
            })
            .collect();
        for made in made {
            made.map_err(|error| unwritable(&self.name, &error))?;
        }
        let mut json = serde_json::to_vec_pretty(about).expect("invariant: JSON serialises");
        json.push(b'\n');
        self.folder.write(ABOUT, &json)?;
        self.folder.put_in_place()
    }
}

fn draft_name(sheet: &MapSheet) -> String {
    format!("{}.draft.tif", sheet.name)
}

fn unwritable(name: &str, error: &GdalError) -> Problem {
    Problem::error("folder-unwritable", name).found(error.to_string())
}

/// An empty map, tiled so that windows can be filled in; not compressed, because it is read once and removed.
fn draft(path: &Path, grid: &Grid, sheet: &MapSheet) -> Result<Dataset, GdalError> {
    let options = RasterCreationOptions::from_iter(["TILED=YES", "BIGTIFF=IF_SAFER"]);
    let driver = DriverManager::get_driver_by_name("GTiff")?;
    let mut dataset = driver.create_with_band_type_with_options::<f32, _>(
        path,
        grid.width,
        grid.height,
        1,
        &options,
    )?;
    dataset.set_geo_transform(&[grid.left, grid.dx, 0.0, grid.top, 0.0, -grid.dy])?;
    dataset.set_spatial_ref(&SpatialRef::from_definition(&grid.crs)?)?;
    let mut band = dataset.rasterband(1)?;
    band.set_no_data_value(Some(f64::NAN))?;
    gdal::Metadata::set_description(&mut band, sheet.description)?;
    Ok(dataset)
}

/// A cloud-optimised copy of a finished draft.
pub(super) fn optimise(draft: &Path, place: &Path) -> Result<(), GdalError> {
    let options = RasterCreationOptions::from_iter([
        "COMPRESS=DEFLATE",
        "PREDICTOR=YES",
        "BLOCKSIZE=512",
        "OVERVIEW_RESAMPLING=NEAREST",
        "BIGTIFF=IF_SAFER",
    ]);
    let driver = DriverManager::get_driver_by_name("COG")?;
    Dataset::open(draft)?
        .create_copy(&driver, place, &options)?
        .close()
}
