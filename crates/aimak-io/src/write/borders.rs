//! Fewer corners, and neighbours still share their border.
//!
//! Simplifying every outline by itself would tear gaps between neighbours. So borders are cut where three of them meet,
//! every piece is simplified once, and both sides get the same corners.

use std::collections::{BTreeMap, BTreeSet};

use geo::{Coord, CoordsIter, LineString, MultiPolygon, Polygon, Validation as _};

/// A corner in millionths of a degree (10 cm): neighbours agree on it exactly.
type Corner = (i64, i64);
/// The corners that every corner is joined to by an edge.
type Joints = BTreeMap<Corner, BTreeSet<Corner>>;

/// Millionths of a degree in a degree.
const PER_DEGREE: f64 = 1e6;
/// Maps with no more corners than this are kept as they are.
const FEW_CORNERS: usize = 5_000;
/// Corners closer than this share of the map's width to the line without them are left out: less than a printed line.
const TOLERANCE_OF_WIDTH: f64 = 1.0 / 2_000.0;
/// And never more than this, degrees (about 50 m): a map of a country needs no more.
const MAX_TOLERANCE_DEGREES: f64 = 0.0005;

/// The outlines with coordinates of six decimals, and no more corners than a map needs.
pub(super) fn simplified(outlines: &[&MultiPolygon<f64>]) -> Vec<MultiPolygon<f64>> {
    let rings = || {
        let polygons = outlines.iter().flat_map(|outline| outline.iter());
        polygons.flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
    };
    let corners: usize = outlines.iter().map(|outline| outline.coords_count()).sum();
    if corners <= FEW_CORNERS {
        let kept = |outline: &&MultiPolygon<f64>| map_rings(outline, <[Corner]>::to_vec);
        return outlines.iter().map(kept).collect();
    }
    let mut joints = Joints::new();
    for ring in rings().map(open) {
        for (k, corner) in ring.iter().enumerate() {
            let next = ring[(k + 1) % ring.len()];
            joints.entry(*corner).or_default().insert(next);
            joints.entry(next).or_default().insert(*corner);
        }
    }
    let tolerance = tolerance(&joints);
    let fewer = |outline: &&MultiPolygon<f64>| {
        let simple = map_rings(outline, |ring| thinned(ring, &joints, tolerance));
        // a border bent tighter than the tolerance may cross itself without its corners
        if simple.is_valid() {
            simple
        } else {
            map_rings(outline, <[Corner]>::to_vec)
        }
    };
    outlines.iter().map(fewer).collect()
}

/// How far a corner may lie off, millionths of a degree.
fn tolerance(joints: &Joints) -> f64 {
    let west = joints.keys().map(|corner| corner.0).min().unwrap_or(0);
    let east = joints.keys().map(|corner| corner.0).max().unwrap_or(0);
    let of_width = (east - west) as f64 * TOLERANCE_OF_WIDTH;
    of_width.min(MAX_TOLERANCE_DEGREES * PER_DEGREE)
}

/// The corners of a ring, the first not repeated at the end, none twice in a row.
fn open(ring: &LineString<f64>) -> Vec<Corner> {
    let whole = |degrees: f64| (degrees * PER_DEGREE).round() as i64;
    let mut corners: Vec<Corner> = ring.coords().map(|c| (whole(c.x), whole(c.y))).collect();
    corners.dedup();
    if corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    corners
}

/// The same outline with every ring replaced; a ring that would lose its area stays.
fn map_rings(
    outline: &MultiPolygon<f64>,
    ring: impl Fn(&[Corner]) -> Vec<Corner>,
) -> MultiPolygon<f64> {
    let new = |old: &LineString<f64>| {
        let old = open(old);
        let thin = ring(&old);
        let corners = if thin.len() < 3 { old } else { thin };
        let coord = |(x, y): Corner| Coord {
            x: x as f64 / PER_DEGREE,
            y: y as f64 / PER_DEGREE,
        };
        LineString::new(corners.into_iter().map(coord).collect())
    };
    let polygon = |old: &Polygon<f64>| {
        Polygon::new(
            new(old.exterior()),
            old.interiors().iter().map(new).collect(),
        )
    };
    MultiPolygon::new(outline.iter().map(polygon).collect())
}

/// A ring without the corners that a map does not need. Corners where borders meet stay.
fn thinned(ring: &[Corner], joints: &Joints, tolerance: f64) -> Vec<Corner> {
    let meets = |k: &usize| {
        joints
            .get(&ring[*k])
            .is_some_and(|joined| joined.len() != 2)
    };
    let mut fixed: Vec<usize> = (0..ring.len()).filter(meets).collect();
    // a ring that meets others nowhere, or once, is cut at corners that do not depend on where its list begins
    if fixed.is_empty() {
        fixed.extend((0..ring.len()).min_by_key(|k| ring[*k]));
    }
    if let [only] = fixed[..] {
        let from = |k: &usize| (squared(ring[only], ring[*k]), ring[*k]);
        fixed.extend((0..ring.len()).max_by_key(from));
        fixed.sort_unstable();
    }
    let pieces = (0..fixed.len()).map(|k| {
        let (from, to) = (fixed[k], fixed[(k + 1) % fixed.len()]);
        let length = (to + ring.len() - from - 1) % ring.len() + 1;
        (from..=from + length).map(|place| ring[place % ring.len()])
    });
    let mut thin = Vec::new();
    for piece in pieces {
        thin.extend(piece_thinned(piece.collect(), tolerance));
        thin.pop();
    }
    thin
}

/// A piece of border without the corners it does not need, the same for both directions.
fn piece_thinned(mut piece: Vec<Corner>, tolerance: f64) -> Vec<Corner> {
    let backwards = piece.last() < piece.first();
    if backwards {
        piece.reverse();
    }
    let mut thin = douglas_peucker(&piece, tolerance);
    if backwards {
        thin.reverse();
    }
    thin
}

/// Douglas–Peucker without recursion: borders have tens of thousands of corners.
fn douglas_peucker(line: &[Corner], tolerance: f64) -> Vec<Corner> {
    let mut keep = vec![false; line.len()];
    let mut stack = vec![(0, line.len() - 1)];
    while let Some((from, to)) = stack.pop() {
        (keep[from], keep[to]) = (true, true);
        let off = |k: usize| distance(line[k], line[from], line[to]);
        let worst = (from + 1..to).max_by(|a, b| off(*a).total_cmp(&off(*b)));
        if let Some(worst) = worst.filter(|k| off(*k) > tolerance) {
            stack.extend([(from, worst), (worst, to)]);
        }
    }
    let kept = line.iter().zip(keep).filter(|(_, keep)| *keep);
    kept.map(|(corner, _)| *corner).collect()
}

/// Distance of a corner to the line between two others.
fn distance(corner: Corner, a: Corner, b: Corner) -> f64 {
    let (dx, dy) = ((b.0 - a.0) as f64, (b.1 - a.1) as f64);
    let (x, y) = ((corner.0 - a.0) as f64, (corner.1 - a.1) as f64);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        ((x * dx + y * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - along * dx).hypot(y - along * dy)
}

/// Squared distance of two corners.
fn squared(a: Corner, b: Corner) -> i64 {
    (a.0 - b.0).pow(2) + (a.1 - b.1).pow(2)
}

#[cfg(test)]
mod tests {
    use geo::Area;

    use super::*;

    /// A wavy line of 4,001 corners from (75, 41) to (76, 41).
    fn wave() -> Vec<Coord<f64>> {
        let corner = |k: u16| {
            let x = f64::from(k) / 4_000.0;
            Coord {
                x: 75.0 + x,
                y: 41.0 + 0.03 * (x * 40.0).sin(),
            }
        };
        let mut wave: Vec<_> = (0..=4_000).map(corner).collect();
        wave[4_000].y = 41.0;
        wave
    }

    fn area(corners: Vec<Coord<f64>>) -> MultiPolygon<f64> {
        Polygon::new(LineString::new(corners), Vec::new()).into()
    }

    #[test]
    fn neighbours_share_their_border_before_and_after() {
        let at = |x, y| Coord { x, y };
        let north = [wave(), vec![at(76.0, 42.0), at(75.0, 42.0)]].concat();
        // the southern neighbour runs along the border the other way round, and begins in its middle
        let mut south = [wave(), vec![at(76.0, 40.0), at(75.0, 40.0)]].concat();
        south.rotate_left(1_234);
        south.reverse();
        let (north, south) = (area(north), area(south));
        let simple = simplified(&[&north, &south]);
        let corners: Vec<usize> = simple.iter().map(CoordsIter::coords_count).collect();
        assert!(corners.iter().all(|count| *count < 600), "{corners:?}");
        assert!(simple.iter().all(MultiPolygon::is_valid));
        let on_wave = |area: &MultiPolygon<f64>| {
            let near = area.coords_iter().filter(|c| (c.y - 41.0).abs() < 0.1);
            let whole = |degrees: f64| (degrees * PER_DEGREE).round() as i64;
            near.map(|c| (whole(c.x), whole(c.y)))
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(on_wave(&simple[0]), on_wave(&simple[1]));
        let sum: f64 = simple.iter().map(Area::unsigned_area).sum();
        assert!((sum - 2.0).abs() < 1e-9, "no gap and no overlap: {sum}");
        // a strip of half the tolerance along a border of about two degrees at the very most
        let change = (simple[0].unsigned_area() - north.unsigned_area()).abs();
        assert!(change < 1e-3, "{change}");
    }

    #[test]
    fn an_enclave_fills_its_hole_and_small_maps_stay() {
        let circle = |radius: f64, count: u16| {
            let corner = |k: u16| {
                let (sin, cos) =
                    (std::f64::consts::TAU * f64::from(k) / f64::from(count)).sin_cos();
                Coord {
                    x: 75.0 + radius * cos,
                    y: 41.0 + radius * sin,
                }
            };
            LineString::new((0..count).map(corner).collect())
        };
        let with_enclave = |count: u16| {
            let mut hole = circle(0.3, count).into_inner();
            hole.rotate_left(usize::from(count) / 3);
            hole.reverse();
            let around = Polygon::new(circle(1.0, count), vec![LineString::new(hole)]);
            [
                around.into(),
                Polygon::new(circle(0.3, count), vec![]).into(),
            ]
        };
        let [around, enclave]: [MultiPolygon<f64>; 2] = with_enclave(5_000);
        let simple = simplified(&[&around, &enclave]);
        assert!(simple[1].coords_count() < 200);
        let hole = &simple[0].0[0].interiors()[0];
        let hole = Polygon::new(hole.clone(), Vec::new()).unsigned_area();
        assert!((hole - simple[1].unsigned_area()).abs() < 1e-12);
        let [around, enclave] = with_enclave(500);
        assert_eq!(simplified(&[&around, &enclave])[1].coords_count(), 501);
    }
}
