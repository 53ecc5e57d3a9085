//! What is wrong with a shape, in words of the catalogue, and where?

use aimak_core::Message;
use geo::{
    Coord, LineString, MultiPolygon, Polygon, Validation as _,
    algorithm::validation::{InvalidMultiPolygon, InvalidPolygon, RingRole},
    line_intersection::{LineIntersection, line_intersection},
};

use crate::problem::Problem;

/// Flaws of one feature that are told; the rest is mended together with them.
const TOLD: usize = 3;

/// Everything wrong with the shape of a feature.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Flaws {
    /// What stands in the file, for machines: the kind of shape, or what the library says.
    found: String,
    causes: Vec<Message>,
}

impl Flaws {
    /// A feature without shape.
    pub fn no_shape() -> Self {
        Self {
            found: "∅".to_owned(),
            causes: vec![Message::new("cause-no-shape")],
        }
    }

    /// A point or a line where an area is needed.
    pub fn no_area(kind: &str) -> Self {
        Self {
            found: kind.to_owned(),
            causes: vec![Message::new("cause-no-area").with("kind", kind)],
        }
    }

    /// The flaws of areas; `None` where they are valid.
    pub fn of(areas: &MultiPolygon<f64>) -> Option<Self> {
        let errors = areas.validation_errors();
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let mut causes = Vec::new();
        for flaw in errors.iter().map(|error| words(areas, error)) {
            // a ring and its polygon may report the same crossing
            if !causes.contains(&flaw) && causes.len() < TOLD {
                causes.push(flaw);
            }
        }
        (!errors.is_empty()).then(|| Self {
            found: said.join("; "),
            causes,
        })
    }

    /// The problem with these flaws as its causes.
    pub fn told(&self, problem: Problem) -> Problem {
        problem
            .found(self.found.as_str())
            .because(self.causes.clone())
    }
}

/// One flaw in words; parts are counted from 1.
fn words(areas: &MultiPolygon<f64>, error: &InvalidMultiPolygon) -> Message {
    let two = |id: &str, a: usize, b: usize| Message::new(id).with("a", a + 1).with("b", b + 1);
    match error {
        InvalidMultiPolygon::InvalidPolygon(part, error) => {
            of_polygon(&areas.0[part.0], error).with("part", part.0 + 1)
        }
        InvalidMultiPolygon::ElementsOverlaps(a, b) => two("cause-parts-overlap", a.0, b.0),
        InvalidMultiPolygon::ElementsTouchOnALine(a, b) => two("cause-parts-touch", a.0, b.0),
    }
}

fn of_polygon(polygon: &Polygon<f64>, error: &InvalidPolygon) -> Message {
    let ring = |role: RingRole| match role {
        RingRole::Exterior => polygon.exterior(),
        RingRole::Interior(hole) => &polygon.interiors()[hole],
    };
    match error {
        InvalidPolygon::TooFewPointsInRing(_) => Message::new("cause-too-few-points"),
        InvalidPolygon::SelfIntersection(role) => match crossing(ring(*role)) {
            Some(place) => Message::new("cause-crosses-itself-at")
                .with("x", shown(place.x))
                .with("y", shown(place.y)),
            None => Message::new("cause-crosses-itself"),
        },
        InvalidPolygon::NonFiniteCoord(_, corner) => {
            Message::new("cause-not-finite").with("corner", corner.0 + 1)
        }
        InvalidPolygon::InteriorRingNotContainedInExteriorRing(_) => {
            Message::new("cause-hole-outside")
        }
        InvalidPolygon::IntersectingRingsOnALine(..) => Message::new("cause-rings-touch"),
        InvalidPolygon::IntersectingRingsOnAnArea(..) => Message::new("cause-rings-overlap"),
    }
}

/// A coordinate as a person types it into a search field: degrees to about a metre, metres to a decimetre.
fn shown(coordinate: f64) -> String {
    let decimals = if coordinate.abs() <= 360.0 { 5 } else { 1 };
    format!("{coordinate:.decimals$}")
}

/// Where a ring crosses or touches itself, from west to east the first place found.
fn crossing(ring: &LineString<f64>) -> Option<Coord<f64>> {
    let mut lines: Vec<_> = ring.lines().collect();
    let west = |line: &geo::Line<f64>| line.start.x.min(line.end.x);
    lines.sort_by(|a, b| west(a).total_cmp(&west(b)));
    for (place, line) in lines.iter().enumerate() {
        let east = line.start.x.max(line.end.x);
        for other in lines[place + 1..]
            .iter()
            .take_while(|other| west(other) <= east)
        {
            match line_intersection(*line, *other) {
                Some(LineIntersection::SinglePoint {
                    intersection,
                    is_proper: true,
                }) => return Some(intersection),
                Some(LineIntersection::Collinear { intersection }) => {
                    return Some(intersection.start);
                }
                // neighbours in the ring share a corner
                Some(LineIntersection::SinglePoint { .. }) | None => {}
            }
        }
    }
    twice(ring)
}

/// A corner that the ring passes twice.
fn twice(ring: &LineString<f64>) -> Option<Coord<f64>> {
    let mut corners: Vec<Coord<f64>> = ring.0.iter().skip(1).copied().collect();
    corners.sort_by(|a, b| a.x.total_cmp(&b.x).then_with(|| a.y.total_cmp(&b.y)));
    corners
        .windows(2)
        .find(|pair| pair[0] == pair[1])
        .map(|pair| pair[0])
}

#[cfg(test)]
mod tests {
    use aimak_core::Arg;
    use geo::polygon;

    use super::*;

    fn causes(polygon: Polygon<f64>) -> Vec<Message> {
        Flaws::of(&MultiPolygon(vec![polygon])).unwrap().causes
    }

    #[test]
    fn a_bow_tie_is_told_with_the_place_where_it_crosses() {
        let bow = polygon![(x: 0., y: 0.), (x: 2., y: 2.), (x: 2., y: 0.), (x: 0., y: 2.)];
        let found = causes(bow);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].id, "cause-crosses-itself-at");
        assert_eq!(found[0].args["x"], Arg::Text("1.00000".into()));
        assert_eq!(found[0].args["part"], Arg::Number(1.0));
    }

    #[test]
    fn a_hole_outside_and_overlapping_parts_are_told_by_kind() {
        let square = |west: f64, side: f64| polygon![(x: west, y: 0.), (x: west + side, y: 0.), (x: west + side, y: side), (x: west, y: side)];
        let holed = Polygon::new(
            square(0., 1.).exterior().clone(),
            vec![square(5., 1.).exterior().clone()],
        );
        assert_eq!(causes(holed)[0].id, "cause-hole-outside");
        let two = MultiPolygon(vec![square(0., 2.), square(1., 2.)]);
        assert_eq!(Flaws::of(&two).unwrap().causes[0].id, "cause-parts-overlap");
        assert_eq!(Flaws::of(&MultiPolygon(vec![square(0., 1.)])), None);
    }

    #[test]
    fn a_ring_that_touches_itself_in_a_corner_is_found() {
        let eight = polygon![(x: 0., y: 0.), (x: 1., y: 1.), (x: 2., y: 0.), (x: 2., y: 2.), (x: 1., y: 1.), (x: 0., y: 2.)];
        let ring = eight.exterior();
        assert_eq!(crossing(ring), Some(Coord { x: 1., y: 1. }));
    }
}
