//! Where the aimaks lie, for maps: WGS 84 as RFC 7946 wants it.

use aimak_core::{AimakCode, Lang, release::AimakProfile};
use geo::{MultiPolygon, Orient as _, orient::Direction};
use geojson::{Feature, FeatureCollection, GeoJson, Geometry, JsonObject};

use super::borders;

/// The outlines as one `FeatureCollection`, in the order of the profiles.
pub(super) fn geojson(
    profiles: &[AimakProfile],
    outlines: &[(AimakCode, MultiPolygon<f64>)],
) -> String {
    let shapes: Vec<&MultiPolygon<f64>> = outlines.iter().map(|(_, shape)| shape).collect();
    let shapes = borders::simplified(&shapes);
    let feature = |profile: &AimakProfile| {
        let place = outlines
            .iter()
            .position(|(code, _)| *code == profile.code)?;
        // RFC 7946: outer rings counterclockwise, holes clockwise
        let shape = shapes[place].orient(Direction::Default);
        Some(Feature {
            bbox: None,
            geometry: Some(Geometry::from(&shape)),
            id: None,
            properties: Some(properties(profile)),
            foreign_members: None,
        })
    };
    let features = profiles.iter().filter_map(feature).collect();
    let collection = FeatureCollection {
        bbox: None,
        features,
        foreign_members: None,
    };
    format!("{}\n", GeoJson::from(collection))
}

fn properties(profile: &AimakProfile) -> JsonObject {
    let mut properties = JsonObject::new();
    properties.insert("code".to_owned(), profile.code.0.clone().into());
    for lang in Lang::ALL {
        properties.insert(
            format!("name_{}", lang.code()),
            profile.name.get(lang).into(),
        );
    }
    let since = profile.organic_since.map(|since| since.to_string());
    properties.insert("organic_since".to_owned(), since.into());
    properties
}
