//! Scenes of Sentinel-2 Level 2A: SAFE products, their granules, or single files with the item of a catalogue.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use aimak_science::spectral::{BandRole, Sensor};

use super::{
    found::{BandPlace, FoundMask, FoundScene, FoundValues},
    landsat::{compact_day, decoding},
    product::Product,
    walk::name_and_ending,
};
use crate::problem::Problem;

/// Endings of band files.
const ENDINGS: [&str; 4] = ["jp2", "tif", "tiff", "jpg2"];
/// Folders between a band and the metadata of its product: `GRANULE/L2A_…/IMG_DATA/R10m`.
const LEVELS: usize = 5;
/// Name of the scene classification.
const SCL: &str = "SCL";

/// What a file name of a band says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct BandName {
    /// `T42TWL`; empty where the file is only called `B04.tif`.
    tile: String,
    /// `20190601T060641`.
    taken: String,
    /// `B4`, `B8A`, `SCL`.
    band: String,
    /// Cell size, m; 0 where the name does not tell.
    metres: u32,
}

/// Finds the scenes among the files.
pub(super) fn find(files: &[PathBuf], found: &mut Vec<FoundScene>, problems: &mut Vec<Problem>) {
    let mut granules: BTreeMap<(PathBuf, String, String), Vec<(BandName, PathBuf)>> =
        BTreeMap::new();
    for path in files {
        let Some(name) = name_and_ending(path)
            .filter(|(_, ending)| ENDINGS.contains(&ending.as_str()))
            .and_then(|(stem, _)| parse(stem))
        else {
            continue;
        };
        let key = (root(path), name.tile.clone(), name.taken.clone());
        granules.entry(key).or_default().push((name, path.clone()));
    }
    for ((root, tile, taken), mut layers) in granules {
        // the finest first
        layers.sort_by_key(|(name, path)| (name.band.clone(), name.metres, path.clone()));
        match scene(&root, &tile, &taken, &layers) {
            Ok(scene) => found.extend(scene),
            Err(problem) => problems.push(problem),
        }
    }
}

/// Reads `T42TWL_20190601T060641_B04_10m`, `L2A_T42TWL_…_SCL_20m` or `B04`.
fn parse(stem: &str) -> Option<BandName> {
    let mut words: Vec<&str> = stem.split('_').collect();
    if words.first() == Some(&"L2A") {
        words.remove(0);
    }
    let metres = words
        .last()?
        .strip_suffix('m')
        .and_then(|metres| metres.parse().ok());
    if metres.is_some() {
        words.pop();
    }
    let band = band(words.pop()?)?;
    let (tile, taken) = match words.as_slice() {
        [] => ("", ""),
        [tile, taken] if is_tile(tile) && is_moment(taken) => (*tile, *taken),
        _ => return None,
    };
    Some(BandName {
        tile: tile.to_owned(),
        taken: taken.to_owned(),
        band,
        metres: metres.unwrap_or(0),
    })
}

/// `B4` of `B04`; `None` for what is no band of reflectance and no classification.
fn band(word: &str) -> Option<String> {
    if word == SCL {
        return Some(SCL.to_owned());
    }
    let number = word.strip_prefix('B')?.trim_start_matches('0');
    let known = BandRole::ALL
        .iter()
        .filter_map(|role| Sensor::Sentinel2A.band(*role));
    let band = format!("B{number}");
    known.into_iter().any(|known| known == band).then_some(band)
}

fn is_tile(word: &str) -> bool {
    word.len() == 6 && word.starts_with('T') && word[1..3].bytes().all(|byte| byte.is_ascii_digit())
}

fn is_moment(word: &str) -> bool {
    let (day, time) = word.split_once('T').unwrap_or_default();
    day.len() == 8 && time.len() == 6
}

/// The folder whose metadata speak of a band: that of the product if it is above, else the band's own.
fn root(path: &Path) -> PathBuf {
    let above = |path: &Path| {
        let of_product = |folder: &&Path| {
            let ending = folder.extension();
            let safe = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("safe"));
            safe || Product::file(folder).is_some()
        };
        let mut folders = path.ancestors().skip(1).take(LEVELS);
        folders.find(of_product).map(Path::to_owned)
    };
    // somebody may stand inside the product and name `.`
    let whole = || above(&std::path::absolute(path).ok()?);
    let own = || path.parent().unwrap_or(Path::new("")).to_owned();
    above(path).or_else(whole).unwrap_or_else(own)
}

/// One scene; nothing where the files are somebody else's `B04.tif`.
fn scene(
    root: &Path,
    tile: &str,
    taken: &str,
    layers: &[(BandName, PathBuf)],
) -> Result<Option<FoundScene>, Problem> {
    let place = root.display().to_string();
    let Some(product) = Product::of(root)? else {
        // without a product around it, `B04.tif` alone says nothing about what it is
        return match tile {
            "" => Ok(None),
            _ => Err(Problem::error("scene-metadata", &place).found("MTD_MSIL2A.xml = —")),
        };
    };
    let unknown = |found: &str| Problem::error("scene-metadata", &place).found(found);
    let date = compact_day(taken).or(product.date);
    let date = date.ok_or_else(|| unknown("date = —"))?;
    let layer = |band: &str| layers.iter().find(|(name, _)| name.band == band);
    let mut bands = Vec::new();
    for role in BandRole::ALL {
        let Some((_, path)) = product.sensor.band(role).and_then(&layer) else {
            continue;
        };
        let calibration = product.calibration(role).map_err(|found| unknown(&found))?;
        bands.push((role, BandPlace::single(path, decoding(calibration))));
    }
    let (_, scl) = layer(SCL).ok_or_else(|| Problem::error("scene-band", &place).found(SCL))?;
    let mut id = product.id.clone();
    if !id.contains(tile) {
        id = format!("{id}_{tile}");
    }
    let key = match tile {
        "" => id.clone(),
        _ => format!("{} {taken} {tile}", product.sensor.id()),
    };
    Ok(Some(FoundScene {
        id,
        date,
        sensor: Some(product.sensor),
        calibration: product.calibrated_by,
        metadata: Some(product.metadata),
        values: FoundValues::Reflectance(bands),
        mask: FoundMask::SceneClassification(BandPlace::codes(scl)),
        key,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_bands() {
        let name = |stem: &str| {
            parse(stem)
                .map(|name| format!("{} {} {} {}", name.tile, name.taken, name.band, name.metres))
        };
        let of = |text: &str| Some(text.to_owned());
        assert_eq!(
            name("T42TWL_20190601T060641_B04_10m"),
            of("T42TWL 20190601T060641 B4 10")
        );
        assert_eq!(
            name("L2A_T42TWL_20170601T060641_SCL_20m"),
            of("T42TWL 20170601T060641 SCL 20")
        );
        assert_eq!(
            name("T42TWL_20190601T060641_B8A"),
            of("T42TWL 20190601T060641 B8A 0")
        );
        assert_eq!(name("B12"), of("  B12 0"));
        for other in [
            "T42TWL_20190601T060641_TCI_10m",
            "T42TWL_20190601T060641_B01_60m",
            "MSK_CLDPRB_20m",
            "B4_copy_of_mine",
        ] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
