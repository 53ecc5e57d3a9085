//! Where the aimaks lie, for maps: WGS 84 as RFC 7946 wants it.

use aimak_core::{AimakCode, Lang, release::AimakProfile};
use geo::{
    CoordsIter as _, MapCoords as _, MultiPolygon, Orient as _, Simplify as _, orient::Direction,
};
use geojson::{Feature, FeatureCollection, GeoJson, Geometry, JsonObject};

/// Corners closer than this to the line without them are left out, degrees (about 50 m): a map of a country needs no more.
const TOLERANCE_DEGREES: f64 = 0.0005;
/// Outlines with fewer corners than this are kept as they are.
const FEW_CORNERS: usize = 200;

/// The outlines as one `FeatureCollection`, in the order of the profiles.
pub(super) fn geojson(
    profiles: &[AimakProfile],
    outlines: &[(AimakCode, MultiPolygon<f64>)],
) -> String {
    let feature = |profile: &AimakProfile| {
        let (_, outline) = outlines.iter().find(|(code, _)| *code == profile.code)?;
        Some(Feature {
            bbox: None,
            geometry: Some(Geometry::from(&tidy(outline))),
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

/// Fewer corners, rings in the order of RFC 7946, six decimals (10 cm).
fn tidy(outline: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let corners = outline.coords_count();
    let simple = if corners > FEW_CORNERS {
        outline.simplify(TOLERANCE_DEGREES)
    } else {
        outline.clone()
    };
    let rounded = |value: f64| (value * 1e6).round() / 1e6;
    simple
        .orient(Direction::Default)
        .map_coords(|c| geo::Coord {
            x: rounded(c.x),
            y: rounded(c.y),
        })
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
