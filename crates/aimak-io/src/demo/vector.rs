//! Boundaries and parcels as `GeoJSON`.

use aimak_core::{Aimak, Lang, Parcel, ParcelStatus, ProfileValue};
use aimak_science::simulate::{CRS, Region};
use geo::{BoundingRect as _, Coord, MapCoords as _, MultiPolygon, Orient as _, orient::Direction};
use geojson::{Feature, FeatureCollection, GeoJson, Geometry, JsonObject, JsonValue};
use proj::Proj;

use super::failed;
use crate::problem::Problem;

/// `boundaries.geojson`.
pub(super) fn boundaries(region: &Region) -> Result<String, Problem> {
    let of = |aimak: &Aimak| (area(&aimak.outline), properties(aimak));
    collection("boundaries.geojson", region.aimaks.iter().map(of), 7)
}

/// `parcels.geojson`.
pub(super) fn parcels(region: &Region) -> Result<String, Problem> {
    let of = |parcel: &Parcel| {
        let status = match parcel.status {
            ParcelStatus::Voted => "voted",
            ParcelStatus::InConversion => "in_conversion",
            ParcelStatus::Certified => "certified",
        };
        let mut properties = JsonObject::new();
        properties.insert("aimak".to_owned(), parcel.aimak.0.clone().into());
        properties.insert("status".to_owned(), status.into());
        properties.insert("since".to_owned(), parcel.since.to_string().into());
        properties.insert(
            "until".to_owned(),
            parcel.until.map(|until| until.to_string()).into(),
        );
        (area(&parcel.shape), properties)
    };
    collection("parcels.geojson", region.parcels.iter().map(of), 7)
}

fn properties(aimak: &Aimak) -> JsonObject {
    let mut properties = JsonObject::new();
    properties.insert("code".to_owned(), aimak.code.0.clone().into());
    for lang in Lang::ALL {
        properties.insert(format!("name_{}", lang.code()), aimak.name.get(lang).into());
    }
    properties.insert(
        "organic_since".to_owned(),
        aimak.organic_since.map(|since| since.to_string()).into(),
    );
    for field in ["farmers", "people", "women_led", "hectares", "eco_schools"] {
        let value = match aimak.profile.get(field) {
            // in words: GDAL hands out a truth value of GeoJSON as 0 or 1
            Some(ProfileValue::Flag(flag)) => if *flag { "yes" } else { "no" }.into(),
            Some(ProfileValue::Number(number)) => (*number).into(),
            Some(ProfileValue::Text(text)) => text.clone().into(),
            Some(ProfileValue::Suppressed { .. }) | None => JsonValue::Null,
        };
        properties.insert(field.to_owned(), value);
    }
    properties
}

/// An area with its rings turned as RFC 7946 has them.
fn area(shape: &MultiPolygon<f64>) -> geo::Geometry<f64> {
    shape.orient(Direction::Default).into()
}

/// Shapes of the working CRS in longitude and latitude with so many decimals. Neighbours share their corners, so the same rounding fits both.
pub(super) fn collection(
    file: &str,
    shapes: impl Iterator<Item = (geo::Geometry<f64>, JsonObject)>,
    decimals: i32,
) -> Result<String, Problem> {
    let unit = 10_f64.powi(decimals);
    let proj = Proj::new_known_crs(CRS, "EPSG:4326", None)
        .map_err(|error| failed(file, &error.to_string()))?;
    let mut features = Vec::new();
    for (shape, properties) in shapes {
        debug_assert!(shape.bounding_rect().is_some(), "{file}");
        let rounded = |value: f64| (value * unit).round() / unit;
        let degrees = shape.try_map_coords(|c| {
            let (x, y) = proj.convert((c.x, c.y))?;
            Ok::<_, proj::ProjError>(Coord {
                x: rounded(x),
                y: rounded(y),
            })
        });
        let degrees = degrees.map_err(|error| failed(file, &error.to_string()))?;
        let geometry = Some(Geometry::from(&degrees));
        let properties = Some(properties);
        features.push(Feature {
            bbox: None,
            geometry,
            id: None,
            properties,
            foreign_members: None,
        });
    }
    let collection = FeatureCollection {
        bbox: None,
        features,
        foreign_members: None,
    };
    Ok(format!("{}\n", GeoJson::from(collection)))
}
