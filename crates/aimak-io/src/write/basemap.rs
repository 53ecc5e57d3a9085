//! The base map as `GeoJSON`: kind, rank and names, and nothing else of its files.

use aimak_core::Lang;
use geo::{Coord, Geometry, MapCoords as _, Orient as _, orient::Direction};
use geojson::{Feature, FeatureCollection, GeoJson, JsonObject};

use crate::read::{BaseFeature, Basemap};

/// A degree has this many steps: about a metre each.
const STEPS: f64 = 1e5;

/// All features as one `FeatureCollection`, in their order.
pub(crate) fn geojson(basemap: &Basemap) -> String {
    let feature = |feature: &BaseFeature| {
        let shape = feature.shape.map_coords(|c| Coord {
            x: (c.x * STEPS).round() / STEPS,
            y: (c.y * STEPS).round() / STEPS,
        });
        // RFC 7946: outer rings counterclockwise, holes clockwise
        let shape = match shape {
            Geometry::MultiPolygon(areas) => areas.orient(Direction::Default).into(),
            other => other,
        };
        Feature {
            bbox: None,
            geometry: Some(geojson::Geometry::from(&shape)),
            id: None,
            properties: Some(properties(feature)),
            foreign_members: None,
        }
    };
    let collection = FeatureCollection {
        bbox: None,
        features: basemap.features.iter().map(feature).collect(),
        foreign_members: None,
    };
    format!("{}\n", GeoJson::from(collection))
}

fn properties(feature: &BaseFeature) -> JsonObject {
    let mut properties = JsonObject::new();
    properties.insert("kind".to_owned(), feature.kind.key().into());
    properties.insert("rank".to_owned(), feature.rank.into());
    let name = &feature.name;
    for (lang, text) in [
        (Lang::Ky, &name.ky),
        (Lang::Ru, &name.ru),
        (Lang::En, &name.en),
    ] {
        if !text.is_empty() {
            properties.insert(format!("name_{}", lang.code()), text.as_ref().into());
        }
    }
    properties
}
