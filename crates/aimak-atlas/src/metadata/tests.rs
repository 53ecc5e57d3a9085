//! Does every standard say the same, of every file, and nothing that must not be said?

use std::collections::{BTreeMap, BTreeSet};

use aimak_core::{
    Grid, Lang, LocalText, MapAbout, MapClass, MapGrid, MapLayer, MapLegend, PeriodId, Publication,
    Quantity, Release, Unit,
};
use serde_json::Value;

use super::{BIBTEX, CITATION, Catalog, DCAT, RO_CRATE, SCHEMA_ORG};
use crate::{
    outline::{Outline, Shape},
    sample,
    source::File,
};

fn publication() -> Publication {
    Publication {
        licence: Some("CC-BY-4.0".into()),
        publisher: LocalText::fixed("Тоо уюму", "Горная организация", "Mountain \"Org\" & Co"),
        contact: Some("data@example.org".into()),
        address: Some("https://atlas.example.org/".into()),
    }
}

/// A map of values on a grid of metres, and one of classes of which only the picture's frame is known.
fn maps() -> Vec<MapLayer> {
    let (before, after) = (PeriodId("before".into()), PeriodId("after".into()));
    let grid = Grid {
        width: 30,
        height: 20,
        left: 600_000.0,
        top: 4_700_000.0,
        dx: 100.0,
        dy: 100.0,
        crs: "EPSG:32643".into(),
        geographic: false,
    };
    let layer = |stem: &str, quantity, legend, grid| MapLayer {
        about: MapAbout {
            indicator: "soc_stock".into(),
            quantity,
            legend,
            notes: Vec::new(),
        },
        raster: format!("{stem}.tif"),
        picture: format!("{stem}.png"),
        grid,
        bounds: [73.5, 41.5, 74.5, 42.5],
        scale: None,
    };
    let placed = MapGrid {
        grid,
        bounds: [73.0, 41.0, 75.0, 43.0],
    };
    let class = MapClass {
        code: 1,
        key: "degraded".into(),
    };
    vec![
        layer(
            "soc_stock-change-before-after",
            Quantity::Change { before, after },
            MapLegend::Values(Unit::TonneCarbonPerHectare),
            Some(placed),
        ),
        layer(
            "soc_stock",
            Quantity::Timeless,
            MapLegend::Classes(vec![class]),
            None,
        ),
    ]
}

fn release(publication: Publication) -> Release {
    let mut release = sample::release("2026-1", true);
    release.project.publication = publication;
    release.maps = maps();
    release
}

fn downloads(release: &Release) -> Vec<File> {
    let file = |(path, kind): (&str, &str)| File {
        path: path.into(),
        kind: kind.into(),
        bytes: format!("bytes of {path}").into_bytes(),
    };
    let tables = [
        ("release.json", "release"),
        ("findings.csv", "findings_csv"),
        ("findings.gpkg", "findings_gpkg"),
        ("passport Ө-1.jpg", "passport_photo"),
    ];
    let mut files: Vec<File> = tables.into_iter().map(file).collect();
    for map in &release.maps {
        files.push(file((&map.raster, "map_raster")));
        files.push(file((&map.picture, "map_picture")));
    }
    files
}

fn outline() -> Outline {
    let ring = [
        [73.25, 41.25],
        [74.75, 41.25],
        [74.0, 42.75],
        [73.25, 41.25],
    ];
    Outline {
        code: "S-1".into(),
        properties: serde_json::Map::new(),
        shape: Shape::Polygon(vec![ring.map(|at| at.to_vec()).to_vec()]),
    }
}

fn written(release: &Release) -> BTreeMap<String, String> {
    let outlines = [outline()];
    let catalog = Catalog::of(
        release,
        &outlines,
        &downloads(release).iter().collect::<Vec<_>>(),
    );
    let text = |(path, bytes)| (path, String::from_utf8(bytes).unwrap());
    catalog.files().into_iter().map(text).collect()
}

fn json(files: &BTreeMap<String, String>, path: &str) -> Value {
    serde_json::from_str(&files[path]).unwrap()
}

#[test]
fn each_standard_lists_every_file_with_its_checksum() {
    let release = release(publication());
    let files = written(&release);
    let stac: String = files
        .iter()
        .filter(|(path, _)| path.starts_with("stac/"))
        .map(|(_, text)| text.as_str())
        .collect();
    let outlines = [outline()];
    let catalog = Catalog::of(
        &release,
        &outlines,
        &downloads(&release).iter().collect::<Vec<_>>(),
    );
    assert_eq!(catalog.downloads.len(), 8);
    for download in &catalog.downloads {
        let address = super::address(&download.place());
        let hash = download.sha256.as_str();
        for path in [SCHEMA_ORG, RO_CRATE, DCAT] {
            let text = &files[path];
            assert!(
                text.contains(&address) && text.contains(hash),
                "{path}: {}",
                download.path
            );
            let size = format!("\"{}\"", download.bytes);
            assert!(text.contains(&size), "{path}: size of {}", download.path);
        }
        assert!(
            stac.contains(&format!("../{address}")),
            "STAC: {}",
            download.path
        );
        assert!(
            stac.contains(&format!("1220{hash}")),
            "STAC: {}",
            download.path
        );
    }
}

#[test]
fn stac_is_whole_and_leads_nowhere_outside() {
    let files = written(&release(publication()));
    let value = json(&files, "stac/soc_stock-change-before-after.json");
    for key in [
        "id",
        "geometry",
        "bbox",
        "properties",
        "links",
        "assets",
        "collection",
    ] {
        assert!(!value[key].is_null(), "{key}");
    }
    assert_eq!(value["stac_version"], "1.1.0");
    let properties = &value["properties"];
    assert_eq!(
        properties["title"],
        "Soil organic carbon stock. Change: before → after"
    );
    assert_eq!(properties["datetime"], Value::Null);
    assert_eq!(properties["start_datetime"], "2005-01-01T00:00:00Z");
    assert_eq!(properties["end_datetime"], "2024-12-31T23:59:59Z");
    assert_eq!(properties["proj:code"], "EPSG:32643");
    assert_eq!(properties["proj:shape"], serde_json::json!([20, 30]));
    assert_eq!(
        properties["proj:transform"],
        serde_json::json!([100.0, 0.0, 600_000.0, 0.0, -100.0, 4_700_000.0])
    );
    assert_eq!(value["bbox"], serde_json::json!([73.0, 41.0, 75.0, 43.0]));
    let band = &value["assets"]["raster"]["bands"][0];
    assert_eq!(
        (&band["unit"], &band["nodata"]),
        (&"t C/ha".into(), &"nan".into())
    );
    let classes = json(&files, "stac/soc_stock.json");
    let band = &classes["assets"]["raster"]["bands"][0];
    assert_eq!(band["classification:classes"][0]["value"], 1);
    // slope knows no time: the day of publication stands for it
    assert_eq!(classes["properties"]["datetime"], "2026-11-24T00:00:00Z");
    for (path, _) in files.iter().filter(|(path, _)| path.starts_with("stac/")) {
        let value = json(&files, path);
        for link in value["links"].as_array().unwrap() {
            let (rel, href) = (
                link["rel"].as_str().unwrap(),
                link["href"].as_str().unwrap(),
            );
            assert_ne!(rel, "self", "{path}");
            if rel != "license" {
                let target = href.strip_prefix("./").unwrap();
                assert!(
                    files.contains_key(&format!("stac/{target}")),
                    "{path}: {href}"
                );
            }
        }
    }
    let collection = json(&files, "stac/collection.json");
    assert_eq!(collection["license"], "CC-BY-4.0");
    let frame = serde_json::json!([[73.25, 41.25, 74.75, 42.75]]);
    assert_eq!(collection["extent"]["spatial"]["bbox"], frame);
}

#[test]
fn the_crate_names_nothing_it_does_not_describe() {
    let files = written(&release(publication()));
    let graph = json(&files, RO_CRATE)["@graph"].clone();
    let entities = graph.as_array().unwrap();
    let ids: Vec<&str> = entities
        .iter()
        .map(|entity| entity["@id"].as_str().unwrap())
        .collect();
    assert_eq!(
        ids.iter().collect::<BTreeSet<_>>().len(),
        ids.len(),
        "ids are unique"
    );
    for entity in entities {
        assert!(entity["@type"].is_string(), "{entity}");
        for value in entity.as_object().unwrap().values() {
            let referred = match value {
                Value::Array(values) => values.iter().collect(),
                value => vec![value],
            };
            for id in referred.iter().filter_map(|value| value["@id"].as_str()) {
                let outside = id == "https://w3id.org/ro/crate/1.2";
                assert!(outside || ids.contains(&id), "{id} is not described");
            }
        }
    }
    let root = entities
        .iter()
        .find(|entity| entity["@id"] == "./")
        .unwrap();
    for key in [
        "name",
        "description",
        "datePublished",
        "license",
        "hasPart",
        "publisher",
    ] {
        assert!(!root[key].is_null(), "{key}");
    }
    assert_eq!(
        root["license"]["@id"],
        "https://spdx.org/licenses/CC-BY-4.0"
    );
}

#[test]
fn every_name_of_the_catalogue_for_portals_is_described() {
    let files = written(&release(publication()));
    let text = &files[DCAT];
    assert!(text.starts_with("@base <https://atlas.example.org/e/2026-1/dcat.ttl> ."));
    let subjects: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix('<')?.split('>').next())
        .collect();
    for part in text.split('<').skip(1) {
        let name = part.split('>').next().unwrap();
        if name.starts_with('#') {
            assert!(subjects.contains(name), "{name} is not described");
        }
    }
    for words in [
        "a dcat:Catalog",
        "dct:publisher <#publisher>",
        "foaf:name \"Тоо уюму\"@ky",
        "foaf:name \"Mountain \\\"Org\\\" & Co\"@en",
        "vcard:hasEmail <mailto:data@example.org>",
        "dct:license <https://spdx.org/licenses/CC-BY-4.0>",
        "dcat:startDate \"2005-01-01\"^^xsd:date",
        "dct:rights \"CC BY 4.0\"",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn what_is_not_declared_is_not_guessed() {
    let files = written(&release(Publication::default()));
    assert_eq!(json(&files, "stac/collection.json")["license"], "other");
    assert!(!files[DCAT].contains("dct:license") && !files[DCAT].contains("@base"));
    assert!(files[RO_CRATE].contains("#licence-not-stated"));
    assert!(json(&files, SCHEMA_ORG)["license"].is_null());
    assert!(!files[CITATION].contains("license"));
    for (path, text) in &files {
        assert!(
            !text.contains("CC-BY") && !text.contains("https://atlas"),
            "{path}"
        );
    }
}

#[test]
fn every_file_says_that_data_are_invented_and_no_file_where_they_lay() {
    let files = written(&release(publication()));
    for (path, text) in &files {
        assert!(text.to_lowercase().contains("simulated"), "{path}");
        assert!(
            !text.contains("../data/"),
            "{path} names a folder of a disk"
        );
        assert!(!text.contains('⟦'), "{path}: a missing text");
    }
}

#[test]
fn it_is_cited_in_every_language() {
    let release = release(publication());
    let outlines = [outline()];
    let catalog = Catalog::of(
        &release,
        &outlines,
        &downloads(&release).iter().collect::<Vec<_>>(),
    );
    assert_eq!(
        catalog.citation.get(Lang::En),
        "Mountain \"Org\" & Co (2026): Mountain aimaks: before and after. Edition 2026-1 (24 November 2026), computed with \
         aimak 0.0.0. Simulated data. https://atlas.example.org/e/2026-1/"
    );
    assert!(
        catalog
            .citation
            .get(Lang::Ru)
            .starts_with("Горная организация (2026): Горные аймаки")
    );
    assert!(catalog.citation.get(Lang::Ky).contains("2026-1-чыгарылыш"));
    let files = written(&release);
    assert!(files[BIBTEX].contains("author = {{Mountain \"Org\" \\& Co}}"));
    assert!(files[CITATION].contains("license: CC-BY-4.0\n"));
    assert!(files[CITATION].contains("  - name: \"Mountain \\\"Org\\\" & Co\"\n"));
}

#[test]
fn pages_of_data_speak_to_programs_in_their_language() {
    let release = release(publication());
    let outlines = [outline()];
    let catalog = Catalog::of(
        &release,
        &outlines,
        &downloads(&release).iter().collect::<Vec<_>>(),
    );
    let of = |lang, path: &str| -> Value {
        let text = catalog.of_page(lang, path).unwrap();
        assert!(!text.contains(['<', '>', '&']), "{path}");
        serde_json::from_str(&text).unwrap()
    };
    let home = of(Lang::Ky, "index.html");
    assert_eq!(home["@type"], "DataCatalog");
    assert_eq!(
        home["dataset"].as_array().unwrap().len(),
        release.cards.len()
    );
    let page = of(Lang::Ru, "indicator/soc_stock.html");
    assert_eq!(
        (&page["@type"], &page["inLanguage"]),
        (&"Dataset".into(), &"ru".into())
    );
    let variable = &page["variableMeasured"];
    assert_eq!(variable["unitText"], "t C/ha");
    assert!(
        variable["description"]
            .as_str()
            .unwrap()
            .contains("площадки;"),
        "{variable}"
    );
    let sources = page["isBasedOn"].as_array().unwrap();
    assert_eq!(sources.len(), 1);
    assert_eq!(sources[0]["license"], "CC BY 4.0");
    let parts = page["distribution"].as_array().unwrap();
    let names: Vec<&str> = parts
        .iter()
        .filter_map(|part| part["name"].as_str())
        .collect();
    assert!(
        names.contains(&"findings.csv") && names.contains(&"soc_stock.tif"),
        "{names:?}"
    );
    assert!(!names.contains(&"release.json"), "{names:?}");
    let files = of(Lang::En, "data.html")["dataset"][0]["distribution"].clone();
    // all but the photo
    assert_eq!(files.as_array().unwrap().len(), 7);
    assert_eq!(catalog.of_page(Lang::En, "methods.html"), None);
}
