//! What do the metadata of a Sentinel-2 product say about its numbers?

use std::path::{Path, PathBuf};

use aimak_science::spectral::{BandRole, Calibration, DigitalNumber, Sensor};
use jiff::civil::Date;
use serde_json::Value;

use super::{metadata::Metadata, walk::name_and_ending};
use crate::problem::Problem;

/// The product's own metadata.
const OWN: &str = "MTD_MSIL2A.xml";
/// Keys of the number that stands for reflectance 1, newest first.
const QUANTIFICATION: [&str; 3] = [
    "BOA_QUANTIFICATION_VALUE",
    "L2A_BOA_QUANTIFICATION_VALUE",
    "QUANTIFICATION_VALUE",
];
/// First processing baseline whose numbers carry an offset.
const OFFSET_SINCE: f64 = 4.0;

/// How stored numbers become reflectance: the same for all bands, or by band.
enum Numbers {
    /// `(DN + offset) / quantification`; offsets by number of the band in the metadata, none before baseline 04.00.
    Product {
        quantification: f64,
        offsets: Vec<(usize, f64)>,
    },
    /// `DN · scale + offset` of the assets of a catalogue's item, by name.
    Item(Vec<(String, f64, f64)>),
}

/// A Sentinel-2 product as its metadata describe it.
pub(super) struct Product {
    pub id: String,
    pub sensor: Sensor,
    pub date: Option<Date>,
    /// Where scale and offset come from.
    pub calibrated_by: &'static str,
    /// The file that tells them.
    pub metadata: PathBuf,
    numbers: Numbers,
}

impl Product {
    /// The product metadata in a folder.
    pub(super) fn file(folder: &Path) -> Option<PathBuf> {
        Some(folder.join(OWN)).filter(|path| path.is_file())
    }

    /// The product whose metadata lie in a folder; `None` where there are none.
    ///
    /// # Errors
    /// Where they are of another level, cannot be read, or do not say what the numbers mean.
    pub(super) fn of(folder: &Path) -> Result<Option<Self>, Problem> {
        let lower = folder.join("MTD_MSIL1C.xml");
        if lower.is_file() {
            let place = folder.display().to_string();
            return Err(Problem::error("scene-level", &place).found("MSIL1C"));
        }
        if let Some(path) = Self::file(folder) {
            let said = Metadata::read(&path).and_then(|said| Self::of_metadata(&said, folder));
            let wrong = |cause: String| {
                Problem::error("scene-metadata", &path.display().to_string()).found(cause)
            };
            return said.map(Some).map_err(wrong);
        }
        Self::of_item(folder)
    }

    fn of_metadata(said: &Metadata, folder: &Path) -> Result<Self, String> {
        let uri = said
            .any("PRODUCT_URI")
            .or_else(|| folder.file_name()?.to_str());
        let id = uri.unwrap_or_default().trim_end_matches(".SAFE").to_owned();
        let craft = said.any("SPACECRAFT_NAME");
        let sensor = craft
            .and_then(Sensor::of_id)
            .or_else(|| Sensor::of_product(&id));
        let sensor = sensor.ok_or_else(|| format!("SPACECRAFT_NAME = {}", craft.unwrap_or("—")))?;
        let quantification = QUANTIFICATION.into_iter().find_map(|key| said.any(key));
        let quantification = quantification.and_then(|text| text.parse().ok());
        let quantification = quantification
            .filter(|number: &f64| *number > 0.0)
            .ok_or_else(|| format!("{} = —", QUANTIFICATION[0]))?;
        let offset = |(band, text): (&str, &str)| {
            let number = band.parse().ok().zip(text.parse().ok());
            number.ok_or_else(|| format!("BOA_ADD_OFFSET {band} = {text}"))
        };
        let offsets: Vec<(usize, f64)> = said
            .all("BOA_ADD_OFFSET")
            .map(offset)
            .collect::<Result<_, _>>()?;
        let baseline = said
            .any("PROCESSING_BASELINE")
            .and_then(|text| text.parse::<f64>().ok());
        if let Some(baseline) =
            baseline.filter(|baseline| *baseline >= OFFSET_SINCE && offsets.is_empty())
        {
            return Err(format!(
                "PROCESSING_BASELINE = {baseline:05.2}, BOA_ADD_OFFSET = —"
            ));
        }
        Ok(Self {
            id,
            sensor,
            date: None,
            calibrated_by: OWN,
            metadata: folder.join(OWN),
            numbers: Numbers::Product {
                quantification,
                offsets,
            },
        })
    }

    /// The item of a catalogue (STAC) beside the bands.
    fn of_item(folder: &Path) -> Result<Option<Self>, Problem> {
        let Ok(entries) = std::fs::read_dir(folder) else {
            return Ok(None);
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| name_and_ending(path).is_some_and(|(_, ending)| ending == "json"));
        paths.sort();
        let read = |path: &PathBuf| {
            let text = std::fs::read_to_string(path).ok()?;
            let item: Value = serde_json::from_str(&text).ok()?;
            let platform = item["properties"]["platform"].as_str()?;
            let sensor = Sensor::of_id(platform)?;
            Some((path.clone(), sensor, item))
        };
        let Some((path, sensor, item)) = paths.iter().find_map(read) else {
            return Ok(None);
        };
        let name = path.display().to_string();
        let wrong = |found: &str| Problem::error("scene-metadata", &name).found(found);
        let id = item["id"]
            .as_str()
            .ok_or_else(|| wrong("id = —"))?
            .to_owned();
        let date = item["properties"]["datetime"].as_str();
        let date = date.and_then(|text| text.get(..10)?.parse().ok());
        let factors = assets(&item).ok_or_else(|| wrong("raster:bands = —"))?;
        Ok(Some(Self {
            id,
            sensor,
            date,
            calibrated_by: "STAC item, raster:bands",
            metadata: path,
            numbers: Numbers::Item(factors),
        }))
    }

    /// How the numbers of a band become reflectance.
    ///
    /// # Errors
    /// What the metadata do not say.
    pub(super) fn calibration(&self, role: BandRole) -> Result<Calibration, String> {
        let (scale, offset) = match &self.numbers {
            Numbers::Product {
                offsets,
                quantification,
            } if offsets.is_empty() => (1.0 / quantification, 0.0),
            Numbers::Product {
                offsets,
                quantification,
            } => {
                let number = number(role);
                let offset = offsets.iter().find(|(band, _)| *band == number);
                let (_, offset) = offset.ok_or_else(|| format!("BOA_ADD_OFFSET {number} = —"))?;
                (1.0 / quantification, offset / quantification)
            }
            Numbers::Item(factors) => {
                let asset = asset(role);
                let of = factors.iter().find(|(name, ..)| name == asset);
                let (_, scale, offset) = of.ok_or_else(|| format!("{asset}: raster:bands = —"))?;
                (*scale, *offset)
            }
        };
        let made = Calibration::of_metadata(scale, offset, DigitalNumber(0));
        made.ok_or_else(|| format!("{scale}, {offset}"))
    }
}

/// Scale and offset of the assets of an item. Some catalogues have taken the offset out of the numbers and still list it:
/// `earthsearch:boa_offset_applied` says so, and it is then not taken out again.
fn assets(item: &Value) -> Option<Vec<(String, f64, f64)>> {
    let applied = item["properties"]["earthsearch:boa_offset_applied"] == Value::Bool(true);
    let of = |(name, asset): (&String, &Value)| {
        let band = &asset["raster:bands"][0];
        let scale = band["scale"].as_f64()?;
        let offset = band["offset"].as_f64().filter(|_| !applied).unwrap_or(0.0);
        Some((name.clone(), scale, offset))
    };
    let found: Vec<_> = item["assets"].as_object()?.iter().filter_map(of).collect();
    (!found.is_empty()).then_some(found)
}

/// Number of a band in the product's metadata: B1 is 0, B8A is 8, B9 is 9.
const fn number(role: BandRole) -> usize {
    match role {
        BandRole::Blue => 1,
        BandRole::Green => 2,
        BandRole::Red => 3,
        BandRole::Nir => 7,
        BandRole::NirNarrow => 8,
        BandRole::Swir1 => 11,
        BandRole::Swir2 => 12,
    }
}

/// Name of a band among the assets of an item.
const fn asset(role: BandRole) -> &'static str {
    match role {
        BandRole::Blue => "blue",
        BandRole::Green => "green",
        BandRole::Red => "red",
        BandRole::Nir => "nir",
        BandRole::NirNarrow => "nir08",
        BandRole::Swir1 => "swir16",
        BandRole::Swir2 => "swir22",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn xml(baseline: &str, offsets: &str) -> String {
        format!(
            "<n1:Level-2A_User_Product xmlns:n1=\"x\"><n1:General_Info><Product_Info><PRODUCT_URI>S2B_MSIL2A_20190601T060641_N0500_R134_T42TWL_20230601T000000.SAFE</PRODUCT_URI><PROCESSING_BASELINE>{baseline}</PROCESSING_BASELINE><Datatake datatakeIdentifier=\"a\"><SPACECRAFT_NAME>Sentinel-2B</SPACECRAFT_NAME></Datatake></Product_Info><Product_Image_Characteristics><QUANTIFICATION_VALUES_LIST><BOA_QUANTIFICATION_VALUE unit=\"none\">10000</BOA_QUANTIFICATION_VALUE></QUANTIFICATION_VALUES_LIST>{offsets}</Product_Image_Characteristics></n1:General_Info></n1:Level-2A_User_Product>"
        )
    }

    fn product(baseline: &str, offsets: &str) -> Result<Option<Product>, Problem> {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join(OWN), xml(baseline, offsets)).unwrap();
        Product::of(dir.path())
    }

    #[test]
    fn an_old_date_of_a_new_baseline_has_its_offset() {
        let offsets = r#"<L><BOA_ADD_OFFSET band_id="3">-1000</BOA_ADD_OFFSET></L>"#;
        let new = product("05.00", offsets).unwrap().unwrap();
        assert_eq!(new.sensor, Sensor::Sentinel2B);
        let value = |product: &Product, dn| {
            let red = product.calibration(BandRole::Red).unwrap();
            red.reflectance(DigitalNumber(dn)).unwrap().value()
        };
        let old = product("02.08", "").unwrap().unwrap();
        // METHODS D.1
        assert!(
            (value(&new, 2200) - 0.12).abs() < 1e-12 && (value(&old, 1200) - 0.12).abs() < 1e-12
        );
        assert!(
            new.calibration(BandRole::Nir).is_err(),
            "its offset is not told"
        );
        let silent = product("05.00", "").err().unwrap();
        assert!(silent.found.contains("05.00"), "{}", silent.found);
    }

    #[test]
    fn an_offset_that_a_catalogue_removed_is_not_removed_again() {
        let item = |applied: &str| {
            let dir = tempfile::tempdir().unwrap();
            let text = format!(
                r#"{{"type": "Feature", "id": "S2A_42TWL_20220601_0_L2A", "properties": {{"platform": "sentinel-2a", "datetime": "2022-06-01T06:06:41Z"{applied}}}, "assets": {{"red": {{"href": "B04.tif", "raster:bands": [{{"scale": 0.0001, "offset": -0.1}}]}}}}}}"#
            );
            std::fs::write(dir.path().join("item.json"), text).unwrap();
            let product = Product::of(dir.path()).unwrap().unwrap();
            assert_eq!(product.date, Some(jiff::civil::date(2022, 6, 1)));
            product.calibration(BandRole::Red).unwrap().offset()
        };
        assert_eq!(item(r#", "earthsearch:boa_offset_applied": true"#), 0.0);
        assert_eq!(item(r#", "earthsearch:boa_offset_applied": false"#), -0.1);
        assert_eq!(item(""), -0.1);
    }
}
