//! Scenes of Landsat Collection 2 Level 2, by the names and metadata of USGS.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_science::spectral::{BandRole, Calibration, DigitalNumber, Sensor};
use jiff::civil::Date;

use super::{
    found::{BandPlace, FoundMask, FoundScene, FoundValues},
    metadata::Metadata,
    walk::name_and_ending,
};
use crate::{problem::Problem, raster::Decoding};

/// Files of one product: by what follows its name (`SR_B4`, `QA_PIXEL`, `QA_RADSAT`), and its metadata.
#[derive(Default)]
struct Product {
    layers: BTreeMap<String, PathBuf>,
    metadata: Vec<PathBuf>,
}

/// Where the factors of surface reflectance stand. The same keys stand in another group for the level below.
const FACTORS: &str = "LEVEL2_SURFACE_REFLECTANCE_PARAMETERS";

/// Finds the scenes among the files.
pub(super) fn find(files: &[PathBuf], found: &mut Vec<FoundScene>, problems: &mut Vec<Problem>) {
    let mut products: BTreeMap<(PathBuf, String), Product> = BTreeMap::new();
    for path in files {
        let Some((stem, ending)) = name_and_ending(path) else {
            continue;
        };
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let Some((product, layer)) = split(stem) else {
            continue;
        };
        let place = products.entry((folder, product.to_owned())).or_default();
        match (layer, ending.as_str()) {
            ("MTL", "txt" | "json" | "xml") => place.metadata.push(path.clone()),
            (_, "tif" | "tiff") => drop(place.layers.insert(layer.to_owned(), path.clone())),
            _ => {}
        }
    }
    for ((folder, name), product) in products {
        if product.layers.is_empty() {
            continue;
        }
        match scene(&folder, &name, &product, problems) {
            Ok(scene) => found.push(scene),
            Err(problem) => problems.push(problem),
        }
    }
}

/// Name of the product and of the layer: `LC08_L2SP_152031_20190601_20200828_02_T1` and `SR_B4`.
fn split(stem: &str) -> Option<(&str, &str)> {
    let sensor = stem
        .strip_prefix('L')
        .is_some_and(|rest| rest.starts_with(['C', 'E', 'O', 'T']));
    let underscores: Vec<usize> = stem.match_indices('_').map(|(place, _)| place).collect();
    let end = *underscores.get(6).filter(|_| sensor)?;
    let (product, layer) = (&stem[..end], &stem[end + 1..]);
    product.split('_').nth(3).filter(|date| date.len() == 8)?;
    Some((product, layer))
}

/// One scene, or what keeps it from being one.
fn scene(
    folder: &Path,
    name: &str,
    product: &Product,
    problems: &mut Vec<Problem>,
) -> Result<FoundScene, Problem> {
    let place = folder.join(name).display().to_string();
    let parts: Vec<&str> = name.split('_').collect();
    let level = parts[1];
    if !level.starts_with("L2S") || parts[5] != "02" {
        return Err(Problem::error("scene-level", &place).found(format!("{level}, {}", parts[5])));
    }
    let unknown = || Problem::error("scene-metadata", &place);
    let sensor = Sensor::of_product(name).ok_or_else(|| unknown().found(parts[0]))?;
    let said = metadata(product).map_err(|(path, cause)| {
        Problem::error("scene-metadata", &path.display().to_string()).found(cause)
    })?;
    let date = said.as_ref().and_then(|said| said.any("DATE_ACQUIRED"));
    let date = date.and_then(|date| date.parse::<Date>().ok());
    let date = date.or_else(|| compact_day(parts[3]));
    let date = date.ok_or_else(|| unknown().found(parts[3]))?;
    let mut bands = Vec::new();
    for role in BandRole::ALL {
        let Some(band) = sensor.band(role) else {
            continue;
        };
        let Some(path) = product.layers.get(&format!("SR_{band}")) else {
            continue;
        };
        let number = band.trim_start_matches('B');
        let calibration =
            calibration(said.as_ref(), number).map_err(|found| unknown().found(found))?;
        bands.push((role, BandPlace::single(path, decoding(calibration))));
    }
    let lacking = |layer: &str| Problem::error("scene-band", &place).found(layer);
    let qa_pixel = product
        .layers
        .get("QA_PIXEL")
        .ok_or_else(|| lacking("QA_PIXEL"))?;
    let qa_radsat = product.layers.get("QA_RADSAT");
    if qa_radsat.is_none() {
        problems.push(Problem::warning("scene-saturation", &place).found("QA_RADSAT"));
    }
    Ok(FoundScene {
        id: name.to_owned(),
        date,
        sensor: Some(sensor),
        calibration: if said.is_some() {
            "MTL, LEVEL2_SURFACE_REFLECTANCE_PARAMETERS"
        } else {
            "constants of Landsat Collection 2 Level 2"
        },
        metadata: product.metadata.first().cloned(),
        values: FoundValues::Reflectance(bands),
        mask: FoundMask::Landsat {
            sensor,
            qa_pixel: BandPlace::codes(qa_pixel),
            qa_radsat: qa_radsat.map(|path| BandPlace::codes(path)),
        },
        // processed again, or sorted into another tier, it is the same scene
        key: format!("{} {} {}", parts[0], parts[2], parts[3]),
    })
}

/// The metadata, where there are any.
fn metadata(product: &Product) -> Result<Option<Metadata>, (PathBuf, String)> {
    let Some(path) = product.metadata.first() else {
        return Ok(None);
    };
    Metadata::read(path)
        .map(Some)
        .map_err(|cause| (path.clone(), cause))
}

/// Scale and offset of a band as the metadata tell them. Without metadata those of the collection: they are the same for all
/// bands and dates of Collection 2 Level 2, and the name of the product says that it is one.
fn calibration(said: Option<&Metadata>, band: &str) -> Result<Calibration, String> {
    let Some(said) = said else {
        return Ok(Calibration::LANDSAT_COLLECTION_2);
    };
    let number = |kind: &str| {
        let key = format!("REFLECTANCE_{kind}_BAND_{band}");
        let text = said
            .get(FACTORS, &key)
            .ok_or_else(|| format!("{FACTORS}: {key} = —"))?;
        text.parse::<f64>().map_err(|_| format!("{key} = {text}"))
    };
    let (scale, offset) = (number("MULT")?, number("ADD")?);
    Calibration::of_metadata(scale, offset, DigitalNumber(0))
        .ok_or_else(|| format!("{scale}, {offset}"))
}

/// A calibration as the reader applies it.
pub(super) fn decoding(calibration: Calibration) -> Decoding {
    Decoding {
        scale_offset: Some((calibration.scale(), calibration.offset())),
        nodata: Some(f64::from(calibration.fill().0)),
    }
}

/// `20190601`.
pub(super) fn compact_day(text: &str) -> Option<Date> {
    let number = |part: std::ops::Range<usize>| text.get(part);
    Date::new(
        number(0..4)?.parse().ok()?,
        number(4..6)?.parse().ok()?,
        number(6..8)?.parse().ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_product_and_layer() {
        let name = "LC08_L2SP_152031_20190601_20200828_02_T1";
        assert_eq!(split(&format!("{name}_SR_B4")), Some((name, "SR_B4")));
        assert_eq!(split(&format!("{name}_QA_PIXEL")), Some((name, "QA_PIXEL")));
        assert_eq!(split("T42TWL_20190601T060641_B04_10m"), None);
        assert_eq!(split("LULC"), None);
        assert_eq!(compact_day("20190601"), Some(jiff::civil::date(2019, 6, 1)));
        assert_eq!(compact_day("20191301"), None);
    }

    #[test]
    fn factors_of_the_level_below_are_not_taken() {
        let lower = "GROUP = LEVEL1_RADIOMETRIC_RESCALING\nREFLECTANCE_MULT_BAND_4 = 2.0000E-05\nREFLECTANCE_ADD_BAND_4 = -0.100000\nEND_GROUP = LEVEL1_RADIOMETRIC_RESCALING\n";
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x_MTL.txt");
        std::fs::write(&path, lower).unwrap();
        let said = Metadata::read(&path).unwrap();
        assert!(calibration(Some(&said), "4").is_err());
        assert_eq!(
            calibration(None, "4"),
            Ok(Calibration::LANDSAT_COLLECTION_2)
        );
    }
}
