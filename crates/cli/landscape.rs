//! `aimak landscape`: how is the land patterned, and how different are the pixels around a pixel?

mod metrics;
mod rao;

use aimak_core::RasterLayer;
use aimak_io::{problem::Problem, raster::GdalRasters, zonal::Direct};

use crate::{Outcome, args, problems, progress, voice::Voice};

/// Metrics of patches and classes by polygon, or a map of Rao's Q.
pub fn landscape(voice: &Voice, args: &args::Landscape) -> Outcome {
    progress::catch_interrupts()?;
    let polygons = args
        .zones
        .read()
        .map_err(|found| problems::report(voice, &found))?;
    match (&args.land_cover, polygons) {
        (Some(land_cover), Some(polygons)) => metrics::table(voice, args, land_cover, &polygons),
        (_, polygons) => rao::map(voice, args, polygons.as_ref()),
    }
}

/// Opens one band of a raster.
fn open(
    name: &str,
    band: usize,
    zones_crs: &str,
) -> Result<(GdalRasters, RasterLayer), Vec<Problem>> {
    let raster = Direct {
        id: "values",
        name,
        band: Some(band),
    };
    let (source, mut layers) = aimak_io::zonal::direct(&[raster], zones_crs)?;
    Ok((source, layers.remove(0)))
}
