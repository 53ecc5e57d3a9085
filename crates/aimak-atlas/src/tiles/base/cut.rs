//! Which part of a thing belongs into which tile?

use super::thing::{Form, extremes};
use crate::tiles::{
    clip::{Place, Square},
    mercator::Tile,
    vector_tile::{At, EXTENT, Shape},
};

/// What is drawn beyond the sides of a tile, units: lines have a width.
pub(super) const MARGIN: f64 = 64.0;

/// The parts of a form by tile.
pub(super) fn cut(form: &Form, zoom: u8) -> Vec<(Tile, Shape)> {
    let side = f64::from(EXTENT);
    let places = match form {
        Form::Point(place) => vec![*place],
        Form::Lines(lines) => lines.concat(),
        Form::Areas(areas) => areas.iter().flatten().flatten().copied().collect(),
    };
    let Some([left, top, right, bottom]) = extremes(&places) else {
        return Vec::new();
    };
    let world = side * f64::from(zoom).exp2();
    let tile = |x: f64, y: f64| Tile::at((x / world, y / world), zoom);
    let first = tile(left - MARGIN, top - MARGIN);
    let last = tile(right + MARGIN, bottom + MARGIN);
    let tiles = Tile::block(zoom, first.col..=last.col, first.row..=last.row);
    tiles
        .filter_map(|tile| {
            let corner = (f64::from(tile.col) * side, f64::from(tile.row) * side);
            Some((tile, inside(form, corner)?))
        })
        .collect()
}

/// The part of a form inside the tile with a corner there, in units of the tile.
fn inside(form: &Form, (left, top): Place) -> Option<Shape> {
    let square = Square {
        least: -MARGIN,
        most: f64::from(EXTENT) + MARGIN,
    };
    let local = |places: &Vec<Place>| -> Vec<Place> {
        places.iter().map(|(x, y)| (x - left, y - top)).collect()
    };
    match form {
        Form::Point((x, y)) => {
            let own = Square {
                least: 0.0,
                most: f64::from(EXTENT),
            };
            let place = (x - left, y - top);
            own.holds(place).then(|| Shape::Points(vec![whole(place)]))
        }
        Form::Lines(lines) => {
            let parts = lines.iter().flat_map(|line| square.line(&local(line)));
            let parts: Vec<Vec<At>> = parts
                .map(|part| corners(&part))
                .filter(|part| part.len() > 1)
                .collect();
            (!parts.is_empty()).then_some(Shape::Lines(parts))
        }
        Form::Areas(areas) => {
            let rings = areas.iter().flat_map(|area| {
                let rings: Vec<Vec<At>> = area
                    .iter()
                    .map(|ring| corners(&square.ring(open(&local(ring)))))
                    .collect();
                oriented(rings)
            });
            let rings: Vec<Vec<At>> = rings.collect();
            (!rings.is_empty()).then_some(Shape::Rings(rings))
        }
    }
}

/// A ring without its last corner, which is its first.
fn open(ring: &[Place]) -> &[Place] {
    match ring {
        [rest @ .., last] if ring.first() == Some(last) => rest,
        _ => ring,
    }
}

/// Rings of one area as the specification wants them: the outer one clockwise on the screen, holes the other way, none without an
/// area; nothing where that leaves no outer ring.
pub(super) fn oriented(rings: Vec<Vec<At>>) -> Vec<Vec<At>> {
    let mut kept = Vec::new();
    for (place, mut ring) in rings.into_iter().enumerate() {
        if ring.last() == ring.first() {
            ring.pop();
        }
        let area = twice_area(&ring);
        if area == 0 {
            if place == 0 {
                break;
            }
            continue;
        }
        if (area > 0) != (place == 0) {
            ring.reverse();
        }
        kept.push(ring);
    }
    kept
}

/// Twice the area of a ring, positive where it runs clockwise on the screen.
pub(super) fn twice_area(ring: &[At]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1))
        .sum()
}

fn whole((x, y): Place) -> At {
    (x.round() as i32, y.round() as i32)
}

/// Places on whole units, none twice in a row.
fn corners(places: &[Place]) -> Vec<At> {
    let mut corners: Vec<At> = places.iter().copied().map(whole).collect();
    corners.dedup();
    corners
}
