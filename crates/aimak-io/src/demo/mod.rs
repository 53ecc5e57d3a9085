//! How does the invented region become files that anybody could have sent?
mod basemap;
pub mod camera;
mod landscape;
mod passports;
mod raster;
mod tables;
#[cfg(test)]
mod tests;
mod vector;

use std::path::Path;

pub use passports::PLANTED;

use aimak_science::simulate::Region;

use crate::{problem::Problem, write::Folder};

/// The project file, written to teach its own format.
const PROJECT: &str = include_str!("../../../../data/demo/monitoring.toml");

/// All files of the demo folder.
const FILES: [&str; 29] = [
    "truth.json",
    "monitoring.toml",
    "boundaries.geojson",
    "parcels.geojson",
    "plots.csv",
    "soil.csv",
    "species.csv",
    "species_list.csv",
    "crop_varieties.csv",
    "managed_fields.csv",
    "survey_answers.csv",
    "programme.csv",
    "weather.csv",
    "dem.tif",
    "ndvi.tif",
    "land_cover.tif",
    "soil_carbon.tif",
    basemap::FILES[0],
    basemap::FILES[1],
    basemap::FILES[2],
    basemap::FILES[3],
    passports::FILES[0],
    passports::FILES[1],
    passports::FILES[2],
    passports::FILES[3],
    passports::FILES[4],
    passports::FILES[5],
    passports::FILES[6],
    passports::FILES[7],
];

/// Writes `dir/monitoring.toml` and everything it names, and `truth.json` with the true effects.
///
/// # Errors
/// Where `dir` holds something that is not a demo region, or cannot be written.
pub fn write(dir: &Path, region: &Region) -> Result<(), Problem> {
    let folder = Folder::beside(dir, &FILES)?;
    let project = PROJECT.replace("@SEED@", &region.seed.to_string());
    folder.write("monitoring.toml", project.as_bytes())?;
    folder.write("boundaries.geojson", vector::boundaries(region)?.as_bytes())?;
    folder.write("parcels.geojson", vector::parcels(region)?.as_bytes())?;
    for (name, text) in tables::all(region) {
        folder.write(name, text.as_bytes())?;
    }
    for (name, text) in basemap::all(region)? {
        folder.write(name, text.as_bytes())?;
    }
    passports::write(&folder, region)?;
    for (name, write) in raster::ALL {
        write(&folder.path(name), region).map_err(|cause| failed(name, &cause))?;
    }
    let mut truth =
        serde_json::to_vec_pretty(&region.truth).expect("invariant: the truth serialises");
    truth.push(b'\n');
    folder.write("truth.json", &truth)?;
    folder.put_in_place()
}

fn failed(file: &str, cause: &str) -> Problem {
    Problem::error("folder-unwritable", file).found(cause)
}
