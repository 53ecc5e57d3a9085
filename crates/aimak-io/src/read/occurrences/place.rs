//! Where was it, how precisely is that known, and does the place look like a placeholder?

use geo::{Distance as _, Geodesic, Point};

use super::{raw::Raw, term::Term};
use crate::read::value;

/// Coordinates nearer to 0/0 than this are a placeholder, degrees (`CoordinateCleaner`, `cc_zero`, default).
const ZERO_DEGREES: f64 = 0.5;
/// A record so near to a capital may have been placed by the name of the country, m (`cc_cap`, default).
const CAPITAL_M: f64 = 10_000.0;
/// So near to the middle of a country it certainly was, m (`cc_cen`, default).
const CENTROID_M: f64 = 1_000.0;
/// Side of the cell in which iNaturalist moves an obscured record to a random place, degrees.
const OBSCURED_DEGREES: f64 = 0.2;

/// Capital and middle of Kyrgyzstan and its neighbours: longitude and latitude, degrees.
///
/// CIA World Factbook (public domain), entries "Capital" and "Geographic coordinates", which `CoordinateCleaner` uses too; minutes of
/// arc, so capitals are known to 1 km. Compared with Natural Earth in the tests.
const COUNTRIES: [(&str, [f64; 2], [f64; 2]); 5] = [
    ("KG", [74.0 + 36.0 / 60.0, 42.0 + 52.0 / 60.0], [75.0, 41.0]),
    ("KZ", [71.0 + 25.0 / 60.0, 51.0 + 10.0 / 60.0], [68.0, 48.0]),
    ("UZ", [69.0 + 15.0 / 60.0, 41.0 + 19.0 / 60.0], [64.0, 41.0]),
    ("TJ", [68.0 + 46.0 / 60.0, 38.0 + 33.0 / 60.0], [71.0, 39.0]),
    (
        "CN",
        [116.0 + 23.0 / 60.0, 39.0 + 55.0 / 60.0],
        [105.0, 35.0],
    ),
];

/// Why a place cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misplaced {
    /// It is no pair of numbers.
    NoNumbers,
    /// No such place is on the Earth.
    OutOfRange,
    /// It lies at 0/0.
    NearZero,
    /// Longitude and latitude are one number.
    Equal,
}

/// Longitude and latitude, degrees (WGS 84); `Ok(None)` where none are given.
///
/// # Errors
/// Where the place cannot be right.
pub(super) fn coordinates(raw: &Raw) -> Result<Option<[f64; 2]>, Misplaced> {
    let (longitude, latitude) = match (raw.get(Term::Longitude), raw.get(Term::Latitude)) {
        (None, None) => return Ok(None),
        (Some(longitude), Some(latitude)) => (longitude, latitude),
        _ => return Err(Misplaced::NoNumbers),
    };
    let number = |text| value::number(text).ok_or(Misplaced::NoNumbers);
    let (x, y) = (number(longitude)?, number(latitude)?);
    if x.abs() > 180.0 || y.abs() > 90.0 {
        Err(Misplaced::OutOfRange)
    } else if x.hypot(y) <= ZERO_DEGREES {
        Err(Misplaced::NearZero)
    } else if x.abs() == y.abs() {
        Err(Misplaced::Equal)
    } else {
        Ok(Some([x, y]))
    }
}

/// Whether the place is that of a capital.
pub(super) fn near_capital(place: [f64; 2]) -> bool {
    COUNTRIES
        .iter()
        .any(|(_, capital, _)| metres(place, *capital) <= CAPITAL_M)
}

/// Whether the place is the middle of a country.
pub(super) fn at_centroid(place: [f64; 2]) -> bool {
    COUNTRIES
        .iter()
        .any(|(_, _, middle)| metres(place, *middle) <= CENTROID_M)
}

/// Farthest an obscured record can be from its true place, m: the diagonal of its cell.
pub(super) fn obscured_m([longitude, latitude]: [f64; 2]) -> f64 {
    let half = OBSCURED_DEGREES / 2.0;
    let corner = |side: f64| {
        [
            longitude + side * half,
            (latitude + side * half).clamp(-90.0, 90.0),
        ]
    };
    metres(corner(-1.0), corner(1.0))
}

/// Metres between two places.
fn metres([x, y]: [f64; 2], [to_x, to_y]: [f64; 2]) -> f64 {
    Geodesic.distance(Point::new(x, y), Point::new(to_x, to_y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(longitude: &str, latitude: &str) -> Result<Option<[f64; 2]>, Misplaced> {
        let cells = vec![
            (Term::Longitude, longitude.to_owned()),
            (Term::Latitude, latitude.to_owned()),
        ];
        coordinates(&Raw { row: 2, cells })
    }

    #[test]
    fn places_that_cannot_be_right() {
        assert_eq!(at("74,5", "42.5"), Ok(Some([74.5, 42.5])));
        assert_eq!(at("74°30'", "42.5"), Err(Misplaced::NoNumbers));
        assert_eq!(at("74.5", "142.5"), Err(Misplaced::OutOfRange));
        assert_eq!(at("0.3", "-0.4"), Err(Misplaced::NearZero));
        assert_eq!(
            at("0.31", "-0.4"),
            Ok(Some([0.31, -0.4])),
            "0.506 degrees away"
        );
        assert_eq!(at("42.5", "42.5"), Err(Misplaced::Equal));
        assert_eq!(at("-42.5", "42.5"), Err(Misplaced::Equal));
        let half = Raw {
            row: 2,
            cells: vec![(Term::Latitude, "42".to_owned())],
        };
        assert_eq!(coordinates(&half), Err(Misplaced::NoNumbers));
        assert_eq!(coordinates(&Raw::default()), Ok(None));
    }

    /// Distances by `geod -I +ellps=WGS84` (PROJ).
    #[test]
    fn distances_are_those_of_proj() {
        let bishkek = COUNTRIES[0].1;
        assert!((metres(bishkek, [74.6, 42.97]) - 11_479.418).abs() < 0.01);
        let moved = obscured_m([74.069_665_671_6, 36.063_058_422_4]);
        assert!((moved - 28_585.785).abs() < 0.01, "{moved}");
    }

    /// Natural Earth 1:10 m, populated places.
    #[test]
    fn capitals_stand_where_natural_earth_has_them() {
        let theirs = [
            ("KG", [74.58326, 42.87503]),
            ("UZ", [69.29299, 41.31365]),
            ("TJ", [68.77388, 38.56004]),
        ];
        for (code, place) in theirs {
            let (_, capital, _) = COUNTRIES
                .iter()
                .find(|(known, _, _)| *known == code)
                .unwrap();
            assert!(metres(*capital, place) < 4_000.0, "{code}");
        }
    }

    #[test]
    fn capitals_and_middles_have_their_circles() {
        assert!(
            near_capital([74.6, 42.95]) && !near_capital([74.6, 42.97]),
            "9.3 and 11.5 km north of Bishkek"
        );
        assert!(
            at_centroid([75.0, 41.008]) && !at_centroid([75.0, 41.01]),
            "0.9 and 1.1 km"
        );
    }
}
