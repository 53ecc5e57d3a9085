//! What others take away: tables, a GeoPackage, rasters, and what metadata say of them.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use aimak_atlas::texts::Catalogue;
use aimak_core::Lang;
use gdal::{Dataset, Metadata as _, vector::LayerAccess as _};
use serde_json::Value;

use crate::{
    demo::demo,
    program::{files, release},
};

fn release_file(name: &str) -> PathBuf {
    demo().path("release").join(name)
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn columns(name: &str) -> Vec<String> {
    let text = fs::read_to_string(release_file(name)).unwrap();
    let header = text.lines().next().unwrap();
    header.split(',').map(str::to_owned).collect()
}

#[test]
fn every_column_has_its_words_in_every_language() {
    for lang in Lang::ALL {
        let words = Catalogue::new(lang);
        for table in ["findings.csv", "effects.csv"] {
            for column in columns(table) {
                let id = format!("column-{}", column.replace('_', "-"));
                assert!(words.has(&id), "{id} in {}", lang.code());
            }
        }
    }
}

#[test]
fn a_row_of_every_finding_and_every_effect_is_in_the_geopackage() {
    let release = release(&demo().path("release"));
    let file = Dataset::open(release_file("findings.gpkg")).unwrap();
    let rows = |name: &str| file.layer_by_name(name).unwrap().feature_count();
    let count = |key: &str| release[key].as_array().unwrap().len() as u64;
    assert_eq!(rows("findings"), count("findings"));
    assert_eq!(rows("aimaks"), count("aimaks"));
    let of_aimaks = release["findings"].as_array().unwrap().iter();
    let of_aimaks = of_aimaks.filter(|finding| finding["subject"]["aimak"].is_string());
    assert_eq!(rows("findings_by_aimak"), of_aimaks.count() as u64);
    let effects = fs::read_to_string(release_file("effects.csv")).unwrap();
    assert_eq!(rows("effects"), effects.lines().count() as u64 - 1);
    let told_first = columns("effects.csv")
        .iter()
        .position(|name| name == "told_first")
        .unwrap();
    let told = effects
        .lines()
        .filter(|line| line.split(',').nth(told_first) == Some("true"));
    assert_eq!(
        told.count() as u64,
        count("effects"),
        "one answer of each outcome is told first"
    );
}

#[test]
fn a_raster_says_what_it_is_wherever_it_is_carried() {
    let release = release(&demo().path("release"));
    for map in release["maps"].as_array().unwrap() {
        let name = map["raster"].as_str().unwrap();
        let raster = Dataset::open(release_file(name)).unwrap();
        let tag = |key: &str| raster.metadata_item(key, "").unwrap_or_default();
        let card = release["cards"].as_array().unwrap().iter();
        let card = card
            .clone()
            .find(|card| card["id"] == map["indicator"])
            .unwrap();
        let method = format!(
            "{} v{}",
            card["method"].as_str().unwrap(),
            card["method_version"]
        );
        assert_eq!(tag("METHOD"), method, "{name}");
        assert_eq!(
            (tag("EDITION").as_str(), tag("SIMULATED").as_str()),
            ("2026-1", "true")
        );
        assert_eq!(tag("LICENCE"), "CC0-1.0");
        let band = raster.rasterband(1).unwrap();
        let described = band.description().unwrap();
        assert!(
            described.starts_with(card["name"]["en"].as_str().unwrap()),
            "{described}"
        );
        assert!(band.no_data_value().is_some(), "{name}");
        if map["legend"]["classes"].is_null() {
            assert_eq!(band.unit(), tag("UNIT"), "{name}");
            assert!(
                !band.unit().is_empty() && described.contains(&band.unit()),
                "{name}"
            );
        } else {
            assert!(tag("CLASSES").contains("1="), "{name}");
        }
        let grid = &map["grid"];
        assert_eq!(
            grid["width"].as_u64(),
            Some(raster.raster_size().0 as u64),
            "{name}"
        );
        let [west, south, east, north] = [0, 1, 2, 3].map(|k| grid["bounds"][k].as_f64().unwrap());
        assert!(
            west < east && south < north && (-180.0..=180.0).contains(&west),
            "{name}"
        );
    }
}

#[test]
fn each_standard_lists_every_file_of_the_downloads_as_it_is() {
    let site = demo().path("site");
    let downloads = site.join("downloads");
    let on_disk: BTreeSet<String> = files(&downloads)
        .iter()
        .map(|path| path.to_str().unwrap().to_owned())
        .collect();
    assert!(on_disk.len() > 30, "{on_disk:?}");
    let manifest = json(&site.join("site.json"));
    let sums: std::collections::BTreeMap<&str, (&str, u64)> = manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| {
            let sum = (
                file["sha256"].as_str().unwrap(),
                file["bytes"].as_u64().unwrap(),
            );
            (file["path"].as_str().unwrap(), sum)
        })
        .collect();
    // the crate
    let crate_ = json(&site.join("ro-crate-metadata.json"));
    let mut listed = BTreeSet::new();
    for file in crate_["@graph"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entity| entity["@type"] == "File")
    {
        let id = file["@id"].as_str().unwrap();
        let (sha256, bytes) = sums[id];
        assert_eq!(
            (&file["sha256"], &file["contentSize"]),
            (&sha256.into(), &bytes.to_string().into())
        );
        listed.insert(id.trim_start_matches("downloads/").to_owned());
    }
    assert_eq!(listed, on_disk, "RO-Crate");
    // schema.org
    let catalogue = json(&site.join("dataset.jsonld"));
    let distribution = catalogue["dataset"][0]["distribution"].as_array().unwrap();
    let listed: BTreeSet<String> = distribution
        .iter()
        .map(|file| file["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(listed, on_disk, "schema.org");
    for file in distribution {
        let (sha256, _) = sums[file["contentUrl"].as_str().unwrap()];
        assert_eq!(file["sha256"], sha256);
    }
    // STAC
    let mut listed = BTreeSet::new();
    for file in files(&site.join("stac")) {
        let value = json(&site.join("stac").join(file));
        for asset in value["assets"]
            .as_object()
            .into_iter()
            .flat_map(serde_json::Map::values)
        {
            let path = asset["href"].as_str().unwrap().strip_prefix("../").unwrap();
            let (sha256, bytes) = sums[path];
            assert_eq!(asset["file:checksum"], format!("1220{sha256}"));
            assert_eq!(asset["file:size"], bytes);
            listed.insert(path.trim_start_matches("downloads/").to_owned());
        }
    }
    assert_eq!(listed, on_disk, "STAC");
    // DCAT
    let dcat = fs::read_to_string(site.join("dcat.ttl")).unwrap();
    for path in &on_disk {
        let (sha256, _) = sums[format!("downloads/{path}").as_str()];
        assert!(
            dcat.contains(&format!("dcat:downloadURL <downloads/{path}>")),
            "DCAT: {path}"
        );
        assert!(dcat.contains(sha256), "DCAT: {path}");
    }
}

#[test]
fn headline_figures_have_the_columns_of_the_findings() {
    let outlines = json(&demo().path("site").join("downloads/headline.geojson"));
    let release = release(&demo().path("release"));
    let ids: Vec<&str> = release["cards"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|card| card["id"].as_str())
        .collect();
    let known: BTreeSet<String> = columns("findings.csv").into_iter().collect();
    let mut with_interval = 0;
    for feature in outlines["features"].as_array().unwrap() {
        let properties = feature["properties"].as_object().unwrap();
        for id in &ids {
            let get = |column: &str| properties.get(&format!("{id}_{column}"));
            let Some(value) = get("value") else {
                let withheld = get("withheld_reason").is_some() || get("land").is_none();
                assert!(withheld, "{id} says why there is no number");
                continue;
            };
            assert!(value.is_number());
            for column in [
                "n",
                "n_of",
                "method",
                "method_version",
                "design",
                "land",
                "unit",
            ] {
                assert!(
                    get(column).is_some() && known.contains(column),
                    "{id}_{column}"
                );
            }
            let interval = get("interval_lo").is_some() && get("interval_hi").is_some();
            assert!(interval || get("no_interval_reason").is_some(), "{id}");
            with_interval += usize::from(interval);
        }
    }
    assert!(with_interval > 100, "{with_interval}");
}
