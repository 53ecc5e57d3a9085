//! A layer of polygons looked at: the borders of areas, or organic parcels?

use std::{collections::BTreeSet, path::Path};

use aimak_core::PartialDate;
use geo::BoundingRect as _;

use super::vocabulary::plain;
use crate::{
    problem::Problem,
    read::{dates, vector},
};

/// Fields and the names they have in layers of the country and elsewhere.
const CODE: [&str; 13] = [
    "code",
    "aimak code",
    "adm3 pcode",
    "adm2 pcode",
    "pcode",
    "soate",
    "soato",
    "soate code",
    "код",
    "id",
    "code aa",
    "kod",
    "коду",
];
const NAME_KY: [&str; 6] = [
    "name ky",
    "name kg",
    "adm3 ky",
    "adm2 ky",
    "name kyr",
    "аталышы",
];
const NAME_RU: [&str; 5] = ["name ru", "adm3 ru", "adm2 ru", "name rus", "название"];
const NAME_EN: [&str; 5] = ["name en", "adm3 en", "adm2 en", "name eng", "name"];
const ORGANIC: [&str; 6] = [
    "organic since",
    "organic",
    "since",
    "transition",
    "год перехода",
    "органикалык жылы",
];
const STATUS: [&str; 4] = ["status", "статус", "organic status", "абалы"];
const SINCE: [&str; 4] = ["since", "from", "с даты", "башталышы"];
const UNTIL: [&str; 3] = ["until", "to", "до даты"];
const AREA_OF_PARCEL: [&str; 5] = ["aimak", "aimak code", "code", "код аймака", "аймактын коду"];
/// Profile figures of areas, by the key the atlas knows and the names of their fields.
const PROFILE: [(&str, [&str; 3]); 5] = [
    ("farmers", ["farmers", "фермеры", "дыйкандар"]),
    ("people", ["people", "population", "население"]),
    ("hectares", ["hectares", "area ha", "га"]),
    ("women_led", ["women led", "led by woman", "аял жетектейт"]),
    ("eco_schools", ["eco schools", "экошколы", "экомектептер"]),
];

/// A layer of polygons and what its fields seem to mean.
#[derive(Clone, Debug)]
pub(super) struct Areas {
    /// Field with the code.
    pub code: Option<String>,
    /// Fields with the names in Kyrgyz, Russian and English.
    pub names: [Option<String>; 3],
    /// Field with the date of becoming organic.
    pub organic_since: Option<String>,
    /// Profile figures: key and field.
    pub profile: Vec<(&'static str, String)>,
    /// Years in the field of becoming organic.
    pub years: BTreeSet<i16>,
    /// EPSG code of the UTM zone its middle lies in.
    pub utm: Option<String>,
    /// Its polygons.
    pub features: usize,
}

/// A layer of parcels and what its fields seem to mean.
#[derive(Clone, Debug)]
pub(super) struct Parcels {
    /// Fields with the code of the area, status, since and until.
    pub fields: [Option<String>; 4],
    /// Its polygons.
    pub features: usize,
}

/// What a vector file is.
pub(super) enum Shapes {
    /// Borders.
    Areas(Areas),
    /// Organic parcels.
    Parcels(Parcels),
    /// Points or lines: a table of attributes, if anything.
    Others,
}

/// Looks at a vector file.
pub(super) fn look(path: &Path, name: &str) -> Result<Shapes, Vec<Problem>> {
    let mut problems = Vec::new();
    let wanted = vector::Wanted {
        path,
        name,
        layer: None,
        crs: None,
        heading: Some("boundaries"),
    };
    let Some(layer) = vector::read(&wanted, &mut problems) else {
        return Err(problems);
    };
    if layer.shapes.iter().all(|shape| shape.areas.is_err()) {
        return Ok(Shapes::Others);
    }
    let field = |names: &[&str]| {
        let named = |name: &&str| {
            layer
                .fields
                .iter()
                .find(|field| plain(field) == **name)
                .cloned()
        };
        names.iter().find_map(named)
    };
    let features = layer.shapes.len();
    if let Some(status) = field(&STATUS) {
        let fields = [
            field(&AREA_OF_PARCEL),
            Some(status),
            field(&SINCE),
            field(&UNTIL),
        ];
        return Ok(Shapes::Parcels(Parcels { fields, features }));
    }
    let organic_since = field(&ORGANIC);
    let since = |shape: &vector::Shape| dates::date(shape.field(organic_since.as_deref()?)?);
    let years = layer
        .shapes
        .iter()
        .filter_map(since)
        .map(|date| match date {
            PartialDate::Day(day) => day.year(),
            PartialDate::Month(year, _) | PartialDate::Year(year) => year,
        });
    let profile = PROFILE
        .iter()
        .filter_map(|(key, names)| Some((*key, field(names)?)));
    Ok(Shapes::Areas(Areas {
        code: field(&CODE),
        names: [field(&NAME_KY), field(&NAME_RU), field(&NAME_EN)],
        years: years.collect(),
        profile: profile.collect(),
        organic_since,
        utm: utm(&layer),
        features,
    }))
}

/// The UTM zone of the middle of a layer, as EPSG code.
fn utm(layer: &vector::Layer) -> Option<String> {
    let areas = layer
        .shapes
        .iter()
        .filter_map(|shape| shape.areas.as_ref().ok());
    let boxes = areas.filter_map(geo::MultiPolygon::bounding_rect);
    let whole = boxes.reduce(|a, b| {
        let (low, high) = (
            (a.min().x.min(b.min().x), a.min().y.min(b.min().y)),
            (a.max().x.max(b.max().x), a.max().y.max(b.max().y)),
        );
        geo::Rect::new(low, high)
    })?;
    let middle = whole.center();
    let (longitude, latitude) = layer
        .to("EPSG:4326")
        .ok()?
        .convert((middle.x, middle.y))
        .ok()?;
    utm_of(longitude, latitude)
}

/// The UTM zone of a place.
///
/// ```
/// // Talas lies in zone 42, Bishkek in zone 43
/// assert_eq!(aimak_io::init::utm_of(71.9, 42.5).as_deref(), Some("EPSG:32642"));
/// assert_eq!(aimak_io::init::utm_of(74.6, 42.9).as_deref(), Some("EPSG:32643"));
/// assert_eq!(aimak_io::init::utm_of(74.6, 89.0), None);
/// ```
pub fn utm_of(longitude: f64, latitude: f64) -> Option<String> {
    let inside = (-180.0..180.0).contains(&longitude) && (-80.0..84.0).contains(&latitude);
    let zone = ((longitude + 180.0) / 6.0).floor() + 1.0;
    let hemisphere = if latitude < 0.0 { 327 } else { 326 };
    inside.then(|| format!("EPSG:{hemisphere}{zone:02}"))
}
