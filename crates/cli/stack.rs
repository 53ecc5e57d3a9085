//! A dated stack of an index as a series of images.

use std::path::{Path, PathBuf};

use aimak_core::{PartialDate, RasterLayer};
use aimak_io::{problem::Problem, raster::GdalRasters, zonal::Direct};
use aimak_science::spectral::{Image, ImageMask, ImageValues};

use crate::dates;

/// The stack, opened.
pub struct Stack {
    /// Reads it.
    pub source: GdalRasters,
    /// Its bands, an image each.
    pub images: Vec<Image>,
    /// The files that are on this disk.
    pub files: Vec<PathBuf>,
}

/// Opens a stack whose bands have dates, or get those of the command line.
///
/// # Errors
/// Every problem of the files, or dates that are not known to the month at least.
pub fn open(name: &str, given: Option<&str>) -> Result<Stack, Vec<Problem>> {
    let raster = Direct {
        id: "values",
        name,
        band: None,
    };
    // nothing is projected here, and any CRS does
    let (source, layers) = aimak_io::zonal::direct(&[raster], "EPSG:4326")?;
    let layer = &layers[0];
    let dates = dates::of(given, layer).map_err(|problem| vec![problem])?;
    let day = |(band, when): (usize, &Option<PartialDate>)| {
        let unknown = || Problem::error("trend-dates", name).found(format!("{}: —", band + 1));
        let too_coarse =
            |when: PartialDate| Problem::error("stack-dates", name).found(when.to_string());
        let when = when.ok_or_else(unknown)?;
        Ok(image(
            layer,
            band,
            day_of(when).ok_or_else(|| too_coarse(when))?,
        ))
    };
    let images = dates.iter().enumerate().map(day).collect::<Result<_, _>>();
    let files = layer
        .sources
        .iter()
        .map(PathBuf::from)
        .filter(|path| Path::is_file(path));
    Ok(Stack {
        images: images.map_err(|problem| vec![problem])?,
        files: files.collect(),
        source,
    })
}

/// The day on which a layer stands in a series: the middle of a month; a year has none.
fn day_of(when: PartialDate) -> Option<PartialDate> {
    match when {
        PartialDate::Day(_) => Some(when),
        PartialDate::Month(..) => Some(PartialDate::Day(when.span().middle())),
        PartialDate::Year(_) => None,
    }
}

fn image(layer: &RasterLayer, band: usize, day: PartialDate) -> Image {
    Image {
        date: day.first_day(),
        sensor: None,
        // an image needs to know where it lies, not what the others are
        layer: RasterLayer {
            bands: Vec::new(),
            ..layer.clone()
        },
        values: ImageValues::Index(band),
        mask: ImageMask::None,
    }
}
