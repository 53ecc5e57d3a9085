//! Where the aimaks lie, for maps: WGS 84 as RFC 7946 wants it.

use aimak_core::{AimakCode, Lang, release::AimakProfile};
use geo::{MultiPolygon, Orient as _, orient::Direction};
use geojson::{Feature, FeatureCollection, GeoJson, Geometry, JsonObject};

use super::borders;

/// Outlines by code, longitude and latitude.
pub(super) type Outlines = Vec<(AimakCode, MultiPolygon<f64>)>;

/// The outlines as they are published: thinned together, so that neighbours keep one border.
pub(super) fn simplified(outlines: &[(AimakCode, MultiPolygon<f64>)]) -> Outlines {
    let shapes: Vec<&MultiPolygon<f64>> = outlines.iter().map(|(_, shape)| shape).collect();
    let codes = outlines.iter().map(|(code, _)| code.clone());
    // RFC 7946 and GeoPackage: outer rings counterclockwise, holes clockwise
    let turned = borders::simplified(&shapes)
        .into_iter()
        .map(|shape| shape.orient(Direction::Default));
    codes.zip(turned).collect()
}

/// Simplified outlines as one `FeatureCollection`, in the order of the profiles.
pub(super) fn geojson(profiles: &[AimakProfile], outlines: &Outlines) -> String {
    let feature = |profile: &AimakProfile| {
        let (_, shape) = outlines.iter().find(|(code, _)| *code == profile.code)?;
        Some(Feature {
            bbox: None,
            geometry: Some(Geometry::from(shape)),
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
