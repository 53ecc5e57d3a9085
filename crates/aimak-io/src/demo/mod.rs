//! How does the invented region become files that anybody could have sent?
mod raster;
mod tables;
#[cfg(test)]
mod tests;
mod vector;

use std::path::Path;

use aimak_science::simulate::Region;

use crate::{problem::Problem, write::Folder};

/// The project file, written to teach its own format.
const PROJECT: &str = include_str!("../../../../data/demo/monitoring.toml");

/// All files of the demo folder.
const FILES: [&str; 15] = [
    "truth.json",
    "monitoring.toml",
    "boundaries.geojson",
    "parcels.geojson",
    "plots.csv",
    "soil.csv",
    "species.csv",
    "crop_varieties.csv",
    "survey_answers.csv",
    "programme.csv",
    "weather.csv",
    "dem.tif",
    "ndvi.tif",
    "land_cover.tif",
    "soil_carbon.tif",
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
