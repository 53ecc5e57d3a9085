//! How well is the place of a record known, and is that enough for a map?

use std::collections::BTreeSet;

use aimak_science::diversity::occurrence::{OccurrenceRecord, OccurrenceUse};

use super::{
    place::{at_centroid, near_capital, obscured_m},
    raw::Raw,
    rule::Flag,
    term::Term,
};
use crate::read::value;

const ASSUMED_WGS84: &str = "GEODETIC_DATUM_ASSUMED_WGS84";
const UNCERTAINTY_INVALID: &str = "COORDINATE_UNCERTAINTY_METERS_INVALID";
/// Names of WGS 84, letters and digits only.
const WGS84: [&str; 5] = [
    "wgs84",
    "epsg4326",
    "4326",
    "wgs1984",
    "worldgeodeticsystem1984",
];

/// Uncertainty of the place, m. An obscured record is as uncertain as its cell is wide, whatever the observer's device said.
pub(super) fn uncertainty(
    raw: &Raw,
    place: Option<[f64; 2]>,
    flags: &mut BTreeSet<Flag>,
) -> Option<f64> {
    let given = raw.get(Term::Uncertainty);
    let stated = given.and_then(value::number).filter(|metres| *metres > 0.0);
    if given.is_some() && stated.is_none() {
        flags.insert(Flag::Issue(UNCERTAINTY_INVALID));
    }
    let obscured = raw.get(Term::Obscured).and_then(value::flag) == Some(true);
    if !obscured {
        return stated;
    }
    flags.insert(Flag::Obscured);
    place.map(|place| stated.unwrap_or(0.0).max(obscured_m(place)))
}

/// What its place says against putting the record onto a map.
pub(super) fn of_place(
    raw: &Raw,
    record: &OccurrenceRecord<'_>,
    place: Option<[f64; 2]>,
    flags: &mut BTreeSet<Flag>,
) {
    let Some(place) = place else {
        flags.insert(Flag::NoCoordinates);
        return;
    };
    // 1000 m for everybody: how wide the areas are is not known here
    match record.usable(0.0) {
        OccurrenceUse::ListPrecisionUnknown => drop(flags.insert(Flag::UncertaintyMissing)),
        OccurrenceUse::ListTooImprecise => drop(flags.insert(Flag::TooUncertain)),
        OccurrenceUse::MapAndList | OccurrenceUse::Absence | OccurrenceUse::Rejected(_) => {}
    }
    let datum = raw.get(Term::Datum).map(|datum| {
        let letters = datum.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    });
    let told = [
        (near_capital(place), Flag::NearCapital),
        (at_centroid(place), Flag::CountryCentroid),
        (datum.is_none(), Flag::Issue(ASSUMED_WGS84)),
        (
            datum.is_some_and(|datum| !WGS84.contains(&datum.as_str())),
            Flag::OtherDatum,
        ),
    ];
    flags.extend(
        told.into_iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, flag)| flag),
    );
}
