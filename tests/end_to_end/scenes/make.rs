//! Tiny scenes as USGS and ESA would lay them onto a disk, with numbers that can be checked by hand.

use std::{
    fs,
    path::{Path, PathBuf},
};

use gdal::{
    Dataset, DriverManager,
    raster::{Buffer, GdalType, RasterCreationOptions},
    spatial_ref::SpatialRef,
};

/// A place for rasters: UTM zone 42 north, metres.
#[derive(Clone, Copy)]
pub struct Place {
    pub left: f64,
    pub top: f64,
    pub cell: f64,
    pub width: usize,
    pub height: usize,
    pub epsg: u32,
}

impl Place {
    /// A place of square shape.
    pub const fn square(left: f64, top: f64, cell: f64, cells: usize) -> Self {
        Self {
            left,
            top,
            cell,
            width: cells,
            height: cells,
            epsg: 32642,
        }
    }
}

/// Writes a raster with a band for each of the given fields; `scale` is what the file itself declares.
pub fn tif<T: GdalType + Copy>(
    path: &Path,
    place: Place,
    bands: &[Vec<T>],
    scale: Option<(f64, f64)>,
) {
    let driver = DriverManager::get_driver_by_name("GTiff").unwrap();
    let options = RasterCreationOptions::from_iter(["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"]);
    let mut dataset = driver
        .create_with_band_type_with_options::<T, _>(
            path,
            place.width,
            place.height,
            bands.len(),
            &options,
        )
        .unwrap();
    dataset
        .set_geo_transform(&[place.left, place.cell, 0.0, place.top, 0.0, -place.cell])
        .unwrap();
    dataset
        .set_spatial_ref(&SpatialRef::from_epsg(place.epsg).unwrap())
        .unwrap();
    for (number, values) in bands.iter().enumerate() {
        let mut band = dataset.rasterband(number + 1).unwrap();
        if let Some((scale, offset)) = scale {
            band.set_scale(scale).unwrap();
            band.set_offset(offset).unwrap();
        }
        let size = (place.width, place.height);
        band.write((0, 0), size, &mut Buffer::new(size, values.clone()))
            .unwrap();
    }
    dataset.close().unwrap();
}

/// The same as JPEG 2000 without loss.
fn jp2(path: &Path, place: Place, values: &[u16]) {
    let draft = path.with_extension("draft.tif");
    tif(&draft, place, &[values.to_vec()], None);
    let driver = DriverManager::get_driver_by_name("JP2OpenJPEG").unwrap();
    let options = RasterCreationOptions::from_iter(["QUALITY=100", "REVERSIBLE=YES"]);
    Dataset::open(&draft)
        .unwrap()
        .create_copy(&driver, path, &options)
        .unwrap()
        .close()
        .unwrap();
    fs::remove_file(draft).unwrap();
}

/// How MTL is spelled.
#[derive(Clone, Copy)]
pub enum Mtl {
    Text,
    Json,
    Xml,
    Missing,
}

/// A scene of Landsat 8: red, near infrared, `QA_PIXEL`, `QA_RADSAT` of every cell.
///
/// Its files declare scale and offset of their own too, and its metadata tell those of the level below under the same keys.
pub fn landsat(folder: &Path, date: &str, place: Place, cells: &[[u16; 4]], mtl: Mtl) -> PathBuf {
    let name = format!("LC08_L2SP_152031_{date}_20200828_02_T1");
    let scene = folder.join(&name);
    fs::create_dir_all(&scene).unwrap();
    let layers = [
        ("SR_B4", 0),
        ("SR_B5", 1),
        ("QA_PIXEL", 2),
        ("QA_RADSAT", 3),
    ];
    for (layer, place_in_cell) in layers {
        let values = cells.iter().map(|cell| cell[place_in_cell]).collect();
        let scale = layer.starts_with("SR").then_some((0.000_027_5, -0.2));
        tif(
            &scene.join(format!("{name}_{layer}.TIF")),
            place,
            &[values],
            scale,
        );
    }
    let (ending, text) = match mtl {
        Mtl::Missing => return scene,
        Mtl::Text => ("txt", mtl_text(date)),
        Mtl::Json => ("json", mtl_json(date)),
        Mtl::Xml => ("xml", mtl_xml(date)),
    };
    fs::write(scene.join(format!("{name}_MTL.{ending}")), text).unwrap();
    scene
}

fn dashed(date: &str) -> String {
    format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..])
}

/// Keys and values of both levels.
fn factors(level: u8) -> Vec<(String, &'static str)> {
    let (scale, offset) = if level == 1 {
        ("2.0000E-05", "-0.100000")
    } else {
        ("2.75e-05", "-0.2")
    };
    let of = |band| {
        [
            (format!("REFLECTANCE_MULT_BAND_{band}"), scale),
            (format!("REFLECTANCE_ADD_BAND_{band}"), offset),
        ]
    };
    (1..=7).flat_map(of).collect()
}

const LEVELS: [(&str, u8); 2] = [
    ("LEVEL1_RADIOMETRIC_RESCALING", 1),
    ("LEVEL2_SURFACE_REFLECTANCE_PARAMETERS", 2),
];

fn mtl_text(date: &str) -> String {
    let mut text = format!(
        "GROUP = LANDSAT_METADATA_FILE\n  GROUP = IMAGE_ATTRIBUTES\n    SPACECRAFT_ID = \"LANDSAT_8\"\n    DATE_ACQUIRED = {}\n  END_GROUP = IMAGE_ATTRIBUTES\n",
        dashed(date)
    );
    for (group, level) in LEVELS {
        let line = |(key, value)| format!("    {key} = {value}\n");
        let lines: String = factors(level).into_iter().map(line).collect();
        text += &[
            "  GROUP = ",
            group,
            "\n",
            &lines,
            "  END_GROUP = ",
            group,
            "\n",
        ]
        .concat();
    }
    text + "END_GROUP = LANDSAT_METADATA_FILE\nEND\n"
}

fn mtl_json(date: &str) -> String {
    let mut groups = serde_json::Map::new();
    let date = serde_json::json!({ "SPACECRAFT_ID": "LANDSAT_8", "DATE_ACQUIRED": dashed(date) });
    groups.insert("IMAGE_ATTRIBUTES".to_owned(), date);
    for (group, level) in LEVELS {
        let of = factors(level)
            .into_iter()
            .map(|(key, value)| (key, value.into()));
        groups.insert(group.to_owned(), serde_json::Value::Object(of.collect()));
    }
    serde_json::json!({ "LANDSAT_METADATA_FILE": groups }).to_string()
}

fn mtl_xml(date: &str) -> String {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LANDSAT_METADATA_FILE><IMAGE_ATTRIBUTES><DATE_ACQUIRED>{}</DATE_ACQUIRED></IMAGE_ATTRIBUTES>",
        dashed(date)
    );
    for (group, level) in LEVELS {
        let of = factors(level)
            .into_iter()
            .map(|(key, value)| format!("<{key}>{value}</{key}>"));
        let inside: String = of.collect();
        text += &["<", group, ">", &inside, "</", group, ">"].concat();
    }
    text + "</LANDSAT_METADATA_FILE>\n"
}

/// A scene of Sentinel-2: SAFE folder with bands of 10 m (red, broad near infrared) and 20 m (narrow near infrared, classes).
pub struct Sentinel2<'a> {
    /// `S2A` or `S2B`.
    pub craft: &'a str,
    /// `20190601`.
    pub date: &'a str,
    /// Processing baseline, for instance `05.00`.
    pub baseline: &'a str,
    /// The grid of 10 m.
    pub place: Place,
    /// Red and broad near infrared, 10 m.
    pub fine: [Vec<u16>; 2],
    /// Narrow near infrared and classes, 20 m.
    pub coarse: [Vec<u16>; 2],
}

impl Sentinel2<'_> {
    /// Writes the folder and returns it.
    pub fn write(&self, folder: &Path) -> PathBuf {
        let baseline = self.baseline.replace('.', "");
        let product = format!(
            "{}_MSIL2A_{}T060641_N{baseline}_R134_T42TWL_20230601T000000",
            self.craft, self.date
        );
        let safe = folder.join(format!("{product}.SAFE"));
        let images = safe.join("GRANULE/L2A_T42TWL_A000001/IMG_DATA");
        let stem = format!("T42TWL_{}T060641", self.date);
        let half = Place {
            cell: 2.0 * self.place.cell,
            width: self.place.width / 2,
            height: self.place.height / 2,
            ..self.place
        };
        let files = [
            ("R10m", "B04_10m", self.place, &self.fine[0]),
            ("R10m", "B08_10m", self.place, &self.fine[1]),
            ("R20m", "B8A_20m", half, &self.coarse[0]),
            ("R20m", "SCL_20m", half, &self.coarse[1]),
        ];
        for (room, band, place, values) in files {
            fs::create_dir_all(images.join(room)).unwrap();
            jp2(
                &images.join(room).join(format!("{stem}_{band}.jp2")),
                place,
                values,
            );
        }
        // what else lies in a product must not disturb
        fs::create_dir_all(safe.join("HTML")).unwrap();
        fs::write(safe.join("HTML/star_bg.jpg"), "x").unwrap();
        fs::write(safe.join("MTD_MSIL2A.xml"), self.metadata(&product)).unwrap();
        safe
    }

    fn metadata(&self, product: &str) -> String {
        let offset = |band| format!("<BOA_ADD_OFFSET band_id=\"{band}\">-1000</BOA_ADD_OFFSET>");
        let offsets = (0..13).map(offset).collect::<String>();
        let offsets = if self.baseline >= "04.00" {
            format!("<BOA_ADD_OFFSET_VALUES_LIST>{offsets}</BOA_ADD_OFFSET_VALUES_LIST>")
        } else {
            String::new()
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<n1:Level-2A_User_Product xmlns:n1=\"https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-2A.xsd\"><n1:General_Info><Product_Info><PRODUCT_URI>{product}.SAFE</PRODUCT_URI><PROCESSING_LEVEL>Level-2A</PROCESSING_LEVEL><PROCESSING_BASELINE>{}</PROCESSING_BASELINE><Datatake datatakeIdentifier=\"GS\"><SPACECRAFT_NAME>Sentinel-2{}</SPACECRAFT_NAME></Datatake></Product_Info><Product_Image_Characteristics><QUANTIFICATION_VALUES_LIST><BOA_QUANTIFICATION_VALUE unit=\"none\">10000</BOA_QUANTIFICATION_VALUE></QUANTIFICATION_VALUES_LIST>{offsets}</Product_Image_Characteristics></n1:General_Info></n1:Level-2A_User_Product>\n",
            self.baseline,
            &self.craft[2..],
        )
    }
}
