//! How much hedge stands on the land?

use aimak_core::{Reason, Withheld};
use geo::{Area as _, BooleanOps as _, Euclidean, Length as _, MultiLineString, MultiPolygon};

use super::map::SQUARE_METRES_PER_HECTARE;

/// Length of hedgerows (tree rows, shelterbelts) per area of a zone.
///
/// # Formula
/// `Σ length inside the zone / area of the zone`, lines cut at the border of the zone.
///
/// Mapped as lines and not counted from a class map: in cells of 10 m a hedge of 3 m is there or not by chance, and a line of
/// cells is up to √2 times as long as the hedge.
///
/// # Units
/// m/ha; shapes in a projected CRS in metres.
///
/// # Range and edge cases
/// From 0: the zone was searched and no hedge found. A hedge drawn twice counts twice. Curves are as long as their drawn
/// pieces, so two dates must be drawn alike.
///
/// # Example
/// ```
/// use aimak_science::landscape::hedgerows::hedgerow_density_m_per_ha;
/// use geo::{MultiLineString, MultiPolygon, line_string, polygon};
/// let zone = MultiPolygon::from(polygon![(x: 0., y: 0.), (x: 200., y: 0.), (x: 200., y: 100.), (x: 0., y: 100.)]);
/// let hedges = MultiLineString::new(vec![
///     line_string![(x: 50., y: -40.), (x: 50., y: 140.)],  // 100 m of 180 m inside
///     line_string![(x: 100., y: 10.), (x: 130., y: 50.)],  // 50 m
/// ]);
/// let density = hedgerow_density_m_per_ha(&hedges, &zone).unwrap();
/// assert!((density - 75.0).abs() < 1e-3); // 150 m on 2 ha
/// ```
///
/// # Errors
/// `NO_DATA` for a zone without area.
///
/// # Reference
/// METHODS E.7.
pub fn hedgerow_density_m_per_ha(
    hedgerows: &MultiLineString<f64>,
    zone: &MultiPolygon<f64>,
) -> Result<f64, Withheld> {
    let area_ha = zone.unsigned_area() / SQUARE_METRES_PER_HECTARE;
    if area_ha > 0.0 {
        let inside = zone.clip(hedgerows, false);
        Ok(Euclidean.length(&inside) / area_ha)
    } else {
        Err(Withheld::because(Reason::NoData))
    }
}

#[cfg(test)]
mod tests {
    use geo::{Rect, coord, line_string};
    use proptest::prelude::*;

    use super::*;

    fn square(side: f64) -> MultiPolygon<f64> {
        Rect::new(coord! {x: 0., y: 0.}, coord! {x: side, y: side})
            .to_polygon()
            .into()
    }

    #[test]
    fn no_hedge_is_a_finding_and_no_land_is_not() {
        let none = MultiLineString::new(Vec::new());
        assert_eq!(hedgerow_density_m_per_ha(&none, &square(100.0)), Ok(0.0));
        assert!(hedgerow_density_m_per_ha(&none, &MultiPolygon::new(Vec::new())).is_err());
    }

    proptest! {
        #[test]
        fn what_lies_outside_does_not_count(x in 5.0..95.0_f64, beyond in 0.0..500.0_f64) {
            let hedge = |from: f64, to: f64| MultiLineString::new(vec![line_string![(x: x, y: from), (x: x, y: to)]]);
            let inside = hedgerow_density_m_per_ha(&hedge(0.0, 100.0), &square(100.0)).unwrap();
            let longer = hedgerow_density_m_per_ha(&hedge(-beyond, 100.0 + beyond), &square(100.0)).unwrap();
            prop_assert!((inside - 100.0).abs() < 1e-2 && (longer - 100.0).abs() < 1e-2);
        }
    }
}
