//! What do programs read that look for maps? A static STAC 1.1: a catalogue, one collection, an item for each map by cell.
//!
//! Links are relative and none leads to itself, so that the folder can be copied anywhere.

use aimak_core::{MapGrid, MapLayer, MapLegend, Subject};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::{Catalog, Download, Written, address, coverage};

const VERSION: &str = "1.1.0";
const PROJECTION: &str = "https://stac-extensions.github.io/projection/v2.0.0/schema.json";
const RASTER: &str = "https://stac-extensions.github.io/raster/v2.0.0/schema.json";
const FILE: &str = "https://stac-extensions.github.io/file/v2.1.0/schema.json";
const SCIENTIFIC: &str = "https://stac-extensions.github.io/scientific/v1.0.0/schema.json";
const CLASSIFICATION: &str = "https://stac-extensions.github.io/classification/v2.0.0/schema.json";

/// Files of the catalogue, by path below the root of the edition.
pub fn write(catalog: &Catalog<'_>) -> Vec<Written> {
    let maps = || catalog.release.maps.iter();
    let items = maps().map(|map| (item_file(map), item(catalog, map)));
    let files = [
        ("catalog.json".to_owned(), root(catalog)),
        ("collection.json".to_owned(), collection(catalog)),
    ];
    let written = |(name, value): (String, Value)| {
        let mut text =
            serde_json::to_vec_pretty(&value).expect("invariant: the metadata serialise");
        text.push(b'\n');
        (format!("stac/{name}"), text)
    };
    files.into_iter().chain(items).map(written).collect()
}

fn root(catalog: &Catalog<'_>) -> Value {
    json!({
        "type": "Catalog",
        "stac_version": VERSION,
        "id": id(catalog),
        "title": catalog.project().title.get(Catalog::plain()),
        "description": catalog.description.get(Catalog::plain()),
        "links": [
            link("root", "./catalog.json", "application/json"),
            link("child", "./collection.json", "application/json"),
        ],
    })
}

fn collection(catalog: &Catalog<'_>) -> Value {
    let project = catalog.project();
    let maps = catalog.release.maps.iter();
    let mut links = vec![
        link("root", "./catalog.json", "application/json"),
        link("parent", "./catalog.json", "application/json"),
    ];
    links.extend(maps.map(|map| {
        let href = format!("./{}", item_file(map));
        link("item", &href, "application/geo+json")
    }));
    if let Some(licence) = project.publication.licence_address() {
        links.push(link("license", &licence, "text/html"));
    }
    let files = catalog.downloads.iter();
    let assets: Map<String, Value> = files
        .filter(|file| !of_map(catalog, file))
        .map(|file| (file.path.clone(), asset(file, "data")))
        .collect();
    json!({
        "type": "Collection",
        "stac_version": VERSION,
        "stac_extensions": [FILE, SCIENTIFIC],
        "id": id(catalog),
        "title": project.title.get(Catalog::plain()),
        "description": catalog.description.get(Catalog::plain()),
        "keywords": catalog.keywords.get(Catalog::plain()).split(", ").collect::<Vec<_>>(),
        "license": licence(catalog),
        "providers": providers(catalog),
        "extent": extent(catalog),
        "sci:citation": catalog.citation.get(Catalog::plain()),
        "links": links,
        "assets": assets,
    })
}

/// Which space and time the edition covers; what nobody stated stays open.
fn extent(catalog: &Catalog<'_>) -> Value {
    let whole_earth = [-180.0, -90.0, 180.0, 90.0];
    let bbox = catalog.bounds.unwrap_or(whole_earth);
    let interval = catalog.time.map_or(json!([null, null]), |time| {
        json!([morning(time.first), evening(time.last)])
    });
    json!({ "spatial": { "bbox": [bbox] }, "temporal": { "interval": [interval] } })
}

fn item(catalog: &Catalog<'_>, map: &MapLayer) -> Value {
    let [west, south, east, north] = map.grid.as_ref().map_or(map.bounds, |grid| grid.bounds);
    let ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
    ];
    let mut assets = Map::new();
    let files = catalog.downloads.iter();
    for file in files.filter(|file| file.path == map.raster || file.path == map.picture) {
        let (key, value) = map_asset(map, file);
        assets.insert(key.into(), value);
    }
    let collection = |rel: &str| link(rel, "./collection.json", "application/json");
    json!({
        "type": "Feature",
        "stac_version": VERSION,
        "stac_extensions": extensions(map),
        "id": map.about.stem(),
        "bbox": [west, south, east, north],
        "geometry": { "type": "Polygon", "coordinates": [ring] },
        "properties": properties(catalog, map),
        "collection": id(catalog),
        "links": [
            link("root", "./catalog.json", "application/json"),
            collection("parent"),
            collection("collection"),
        ],
        "assets": assets,
    })
}

/// Only those whose words the item uses.
fn extensions(map: &MapLayer) -> Vec<&'static str> {
    let classes = matches!(map.about.legend, MapLegend::Classes(_));
    let placed = map.grid.is_some();
    let in_metres = map.grid.as_ref().is_some_and(|grid| !grid.grid.geographic);
    let used = [
        (FILE, true),
        (SCIENTIFIC, true),
        (PROJECTION, placed),
        (RASTER, in_metres),
        (CLASSIFICATION, classes),
    ];
    used.into_iter()
        .filter_map(|(extension, is_used)| is_used.then_some(extension))
        .collect()
}

/// What is said of a map: its time, its words, its grid.
fn properties(catalog: &Catalog<'_>, map: &MapLayer) -> Map<String, Value> {
    let mut said = when(catalog, map);
    let mut files = catalog.downloads.iter();
    let raster = files.find(|file| file.path == map.raster);
    if let Some(shows) = raster.and_then(|file| file.shows.as_ref()) {
        said.insert("title".into(), json!(shows.get(Catalog::plain())));
    }
    let mut cards = catalog.release.cards.iter();
    if let Some(card) = cards.find(|card| card.id == map.about.indicator) {
        let explained = card.explanation.get(Catalog::plain());
        let method = format!(
            "{explained} Method {} v{}.",
            card.method, card.method_version
        );
        said.insert("description".into(), json!(method));
    }
    let citation = catalog.citation.get(Catalog::plain());
    said.insert("license".into(), json!(licence(catalog)));
    said.insert("providers".into(), providers(catalog));
    said.insert("sci:citation".into(), json!(citation));
    if let Some(grid) = &map.grid {
        said.extend(projection(grid));
    }
    said
}

/// The raster with its cells described, or the picture.
fn map_asset(map: &MapLayer, file: &Download) -> (&'static str, Value) {
    if file.path != map.raster {
        return ("picture", asset(file, "overview"));
    }
    let mut band = match &map.about.legend {
        MapLegend::Values(unit) | MapLegend::Classed { unit, .. } => json!({
            "data_type": "float32", "nodata": "nan", "unit": unit.symbol(),
        }),
        MapLegend::Classes(classes) => {
            let class =
                |class: &aimak_core::MapClass| json!({ "value": class.code, "name": class.key });
            let classes: Vec<Value> = classes.iter().map(class).collect();
            json!({ "data_type": "uint8", "nodata": 0, "classification:classes": classes })
        }
    };
    band["name"] = json!(map.about.stem());
    if let Some(grid) = &map.grid
        && !grid.grid.geographic
    {
        band["raster:spatial_resolution"] = json!(grid.grid.dx);
    }
    let mut value = asset(file, "data");
    value["bands"] = json!([band]);
    ("raster", value)
}

fn asset(file: &Download, role: &str) -> Value {
    json!({
        "href": format!("../{}", address(&file.place())),
        "type": file.media_type(),
        "title": file.path,
        "description": file.described(Catalog::plain()),
        "roles": [role],
        "file:size": file.bytes,
        // multihash: 0x12 is SHA-256, 0x20 its length
        "file:checksum": format!("1220{}", file.sha256),
    })
}

fn projection(grid: &MapGrid) -> Map<String, Value> {
    let MapGrid { grid, .. } = grid;
    let crs = if grid.crs.contains(['[', '{']) {
        ("proj:wkt2", json!(grid.crs))
    } else {
        ("proj:code", json!(grid.crs))
    };
    let transform = [grid.dx, 0.0, grid.left, 0.0, -grid.dy, grid.top];
    let said = [
        crs,
        ("proj:shape", json!([grid.height, grid.width])),
        ("proj:transform", json!(transform)),
    ];
    said.into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

/// The time a map speaks of; the day of publication for what knows no time.
fn when(catalog: &Catalog<'_>, map: &MapLayer) -> Map<String, Value> {
    let all = Subject::OrganicAimaks;
    let time = coverage::of_quantity(catalog.release, &map.about.quantity, &all);
    let said = match time {
        Some(time) => vec![
            ("datetime", Value::Null),
            ("start_datetime", json!(morning(time.first))),
            ("end_datetime", json!(evening(time.last))),
        ],
        None => vec![(
            "datetime",
            json!(morning(catalog.project().edition.date.first_day())),
        )],
    };
    said.into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

fn morning(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

fn evening(day: Date) -> String {
    format!("{day}T23:59:59Z")
}

fn id(catalog: &Catalog<'_>) -> String {
    format!("{}-{}", catalog.project().id, catalog.project().edition.id)
}

fn item_file(map: &MapLayer) -> String {
    format!("{}.json", map.about.stem())
}

fn of_map(catalog: &Catalog<'_>, file: &Download) -> bool {
    let mut maps = catalog.release.maps.iter();
    maps.any(|map| map.raster == file.path || map.picture == file.path)
}

/// An SPDX id, or `other`, as the standard says where there is none.
fn licence<'a>(catalog: &Catalog<'a>) -> &'a str {
    let licence = catalog.project().publication.licence.as_deref();
    licence
        .filter(|licence| !licence.contains("://"))
        .unwrap_or("other")
}

fn providers(catalog: &Catalog<'_>) -> Value {
    let publication = &catalog.project().publication;
    let mut providers = vec![json!({ "name": catalog.release.program, "roles": ["processor"] })];
    let name = publication.publisher.get(Catalog::plain());
    if !name.is_empty() {
        let mut publisher = json!({ "name": name, "roles": ["producer", "licensor"] });
        if let Some(address) = &publication.address {
            publisher["url"] = json!(address);
        }
        providers.insert(0, publisher);
    }
    Value::Array(providers)
}

fn link(rel: &str, href: &str, kind: &str) -> Value {
    json!({ "rel": rel, "href": href, "type": kind })
}
