//! Where do the areas lie on paper?
//!
//! Longitude and latitude become plane coordinates by Lambert's azimuthal equal-area projection of the sphere, centred
//! on the middle of the outlines:
//!
//! `k = √(2 / (1 + sin φ₀ sin φ + cos φ₀ cos φ cos(λ−λ₀)))`, `x = k cos φ sin(λ−λ₀)`,
//! `y = k (cos φ₀ sin φ − sin φ₀ cos φ cos(λ−λ₀))`
//!
//! (Snyder 1987, Map projections: a working manual, USGS Professional Paper 1395, eq. 24-2 to 24-4). The sphere instead
//! of the ellipsoid changes areas by less than 0.7 %, which no reader of a page-wide picture can see; no figure comes
//! from it.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// Width of a map in its own units; heights follow the outlines.
pub const MAP_WIDTH: f64 = 800.0;
/// Room around the outlines.
const MARGIN: f64 = 8.0;
/// A corner nearer than this to the line between its neighbours is left out, map units.
const TOLERANCE: f64 = 0.35;
/// The same on a map drawn at less than half the size.
const COARSE_TOLERANCE: f64 = 1.4;

/// Rings of one polygon: outer first, then holes; positions are longitude, latitude.
type Rings = Vec<Vec<Vec<f64>>>;

/// A geometry of the outlines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Shape {
    /// One piece.
    Polygon(Rings),
    /// Several pieces.
    MultiPolygon(Vec<Rings>),
}

impl Shape {
    /// Its polygons.
    fn polygons(&self) -> &[Rings] {
        match self {
            Self::Polygon(rings) => std::slice::from_ref(rings),
            Self::MultiPolygon(polygons) => polygons,
        }
    }

    /// Every position.
    fn positions(&self) -> impl Iterator<Item = (f64, f64)> {
        self.polygons()
            .iter()
            .flatten()
            .flatten()
            .filter_map(|position| Some((*position.first()?, *position.get(1)?)))
    }

    /// The same with coordinates rounded to five decimals (about a metre), for the browser's map.
    #[must_use]
    pub fn rounded(&self) -> Self {
        let round = |rings: &Rings| -> Rings {
            let position = |position: &Vec<f64>| {
                position
                    .iter()
                    .take(2)
                    .map(|x| (x * 1e5).round() / 1e5)
                    .collect()
            };
            rings
                .iter()
                .map(|ring| ring.iter().map(position).collect())
                .collect()
        };
        match self {
            Self::Polygon(rings) => Self::Polygon(round(rings)),
            Self::MultiPolygon(polygons) => {
                Self::MultiPolygon(polygons.iter().map(round).collect())
            }
        }
    }
}

/// The outline of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Its code.
    pub code: String,
    /// Its properties as written.
    pub properties: serde_json::Map<String, serde_json::Value>,
    /// Its shape, WGS84.
    pub shape: Shape,
}

/// Reads `outlines.geojson`; features sorted by code.
pub fn read(bytes: &[u8]) -> Result<Vec<Outline>, serde_json::Error> {
    #[derive(Deserialize)]
    struct Collection {
        features: Vec<Feature>,
    }
    #[derive(Deserialize)]
    struct Feature {
        properties: serde_json::Map<String, serde_json::Value>,
        geometry: Option<Shape>,
    }
    let collection: Collection = serde_json::from_slice(bytes)?;
    let outline = |feature: Feature| {
        let code = feature.properties.get("code")?.as_str()?.to_owned();
        Some(Outline {
            code,
            shape: feature.geometry?,
            properties: feature.properties,
        })
    };
    let mut outlines: Vec<Outline> = collection
        .features
        .into_iter()
        .filter_map(outline)
        .collect();
    outlines.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(outlines)
}

/// West, south, east, north of all outlines.
pub fn bounds(outlines: &[Outline]) -> Option<[f64; 4]> {
    outlines
        .iter()
        .flat_map(|outline| outline.shape.positions())
        .fold(None, |bounds, (x, y)| {
            let [w, s, e, n] = bounds.unwrap_or([x, y, x, y]);
            Some([w.min(x), s.min(y), e.max(x), n.max(y)])
        })
}

/// How places on the Earth and places on the sheet belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placing {
    centre: (f64, f64),
    left: f64,
    top: f64,
    scale: f64,
    indent: f64,
}

impl Placing {
    /// Where longitude and latitude lie on the sheet.
    pub fn onto_sheet(self, place: (f64, f64)) -> (f64, f64) {
        let (x, y) = equal_area(self.centre, place);
        (
            self.indent + (x - self.left) * self.scale,
            MARGIN + (self.top - y) * self.scale,
        )
    }

    /// Longitude and latitude of a place on the sheet.
    pub fn off_sheet(self, (x, y): (f64, f64)) -> (f64, f64) {
        let x = (x - self.indent) / self.scale + self.left;
        let y = self.top - (y - MARGIN) / self.scale;
        inverse_equal_area(self.centre, (x, y))
    }
}

/// Outlines as SVG paths on one sheet.
pub struct Sheet {
    /// Where places lie on it.
    pub placing: Placing,
    /// Height of the sheet; its width is [`MAP_WIDTH`].
    pub height: f64,
    /// Code and path of each area.
    pub paths: Vec<(String, String)>,
    /// The same for a small map: lighter, its corners half a pixel off.
    pub coarse: Vec<(String, String)>,
    /// The largest ring of each area, in the order of `paths`: its name stands there.
    pub rings: Vec<Vec<(f64, f64)>>,
}

/// Draws all outlines on one sheet; `None` where there are none.
pub fn sheet(outlines: &[Outline]) -> Option<Sheet> {
    let [w, s, e, n] = bounds(outlines)?;
    let centre = (f64::midpoint(w, e), f64::midpoint(s, n));
    let all = outlines
        .iter()
        .flat_map(|outline| outline.shape.positions())
        .map(|place| equal_area(centre, place));
    let [left, bottom, right, top] = all.fold(
        [f64::MAX, f64::MAX, f64::MIN, f64::MIN],
        |[l, b, r, t], (x, y)| [l.min(x), b.min(y), r.max(x), t.max(y)],
    );
    let (width, height) = ((right - left).max(1e-9), (top - bottom).max(1e-9));
    // a very tall region is drawn narrower than the sheet, so that it fits a screen
    let scale = ((MAP_WIDTH - 2.0 * MARGIN) / width).min((MAP_WIDTH - 2.0 * MARGIN) / height);
    let indent = (MAP_WIDTH - width * scale) / 2.0;
    let placing = Placing {
        centre,
        left,
        top,
        scale,
        indent,
    };
    let to_sheet = |place: (f64, f64)| placing.onto_sheet(place);
    let paths = |tolerance| {
        let drawn = |shape| path(shape, &to_sheet, tolerance);
        let outlines = outlines.iter();
        outlines
            .map(|outline| (outline.code.clone(), drawn(&outline.shape)))
            .collect()
    };
    let rings = outlines
        .iter()
        .map(|outline| largest_ring(&outline.shape, &to_sheet))
        .collect();
    Some(Sheet {
        placing,
        height: height * scale + 2.0 * MARGIN,
        paths: paths(TOLERANCE),
        coarse: paths(COARSE_TOLERANCE),
        rings,
    })
}

/// The outer ring that covers most of the sheet, simplified.
fn largest_ring(shape: &Shape, to_sheet: &impl Fn((f64, f64)) -> (f64, f64)) -> Vec<(f64, f64)> {
    let outer = shape.polygons().iter().filter_map(|rings| rings.first());
    let drawn = outer.map(|ring| simplified(&points(ring, to_sheet), TOLERANCE));
    drawn
        .max_by(|a, b| twice_area(a).total_cmp(&twice_area(b)))
        .unwrap_or_default()
}

/// Twice the area inside a ring (shoelace formula).
fn twice_area(ring: &[(f64, f64)]) -> f64 {
    let edges = ring.iter().zip(ring.iter().skip(1));
    edges
        .map(|((ax, ay), (bx, by))| ax * by - bx * ay)
        .sum::<f64>()
        .abs()
}

/// Positions of a ring on the sheet.
fn points(ring: &[Vec<f64>], to_sheet: &impl Fn((f64, f64)) -> (f64, f64)) -> Vec<(f64, f64)> {
    ring.iter()
        .filter_map(|position| Some((*position.first()?, *position.get(1)?)))
        .map(to_sheet)
        .collect()
}

/// Lambert azimuthal equal-area of the unit sphere; degrees in.
fn equal_area(centre: (f64, f64), place: (f64, f64)) -> (f64, f64) {
    let (sin_0, cos_0) = centre.1.to_radians().sin_cos();
    let (sin_phi, cos_phi) = place.1.to_radians().sin_cos();
    let (sin_l, cos_l) = (place.0 - centre.0).to_radians().sin_cos();
    let k = (2.0 / (1.0 + sin_0 * sin_phi + cos_0 * cos_phi * cos_l)).sqrt();
    (
        k * cos_phi * sin_l,
        k * (cos_0 * sin_phi - sin_0 * cos_phi * cos_l),
    )
}

/// The place of plane coordinates; degrees out (Snyder 1987, eq. 20-14, 20-15 and 24-16).
fn inverse_equal_area(centre: (f64, f64), (x, y): (f64, f64)) -> (f64, f64) {
    let (sin_0, cos_0) = centre.1.to_radians().sin_cos();
    let rho = x.hypot(y);
    if rho == 0.0 {
        return centre;
    }
    let (sin_c, cos_c) = (2.0 * (rho / 2.0).asin()).sin_cos();
    let phi = (cos_c * sin_0 + y * sin_c * cos_0 / rho).asin();
    let lambda = (x * sin_c).atan2(rho * cos_0 * cos_c - y * sin_0 * sin_c);
    (centre.0 + lambda.to_degrees(), phi.to_degrees())
}

/// The `d` attribute of a shape, one decimal, relative moves.
fn path(shape: &Shape, to_sheet: &impl Fn((f64, f64)) -> (f64, f64), tolerance: f64) -> String {
    let mut d = String::new();
    for ring in shape.polygons().iter().flatten() {
        ring_path(&simplified(&points(ring, to_sheet), tolerance), &mut d);
    }
    d
}

/// Appends one closed ring in whole map units: finer than a reader sees at this size, and a third lighter than tenths.
fn ring_path(points: &[(f64, f64)], d: &mut String) {
    let whole = |v: f64| v.round() as i64;
    let mut at: Option<(i64, i64)> = None;
    for &(x, y) in points {
        let (x, y) = (whole(x), whole(y));
        let (dx, dy) = at.map_or((x, y), |(px, py)| (x - px, y - py));
        let command = if at.is_none() { 'M' } else { 'l' };
        if at.is_none() || (dx, dy) != (0, 0) {
            let _ = write!(d, "{command}{dx} {dy}");
        }
        at = Some((x, y));
    }
    if at.is_some() {
        d.push('z');
    }
}

/// Douglas–Peucker, without recursion; the ends of the ring stay.
fn simplified(points: &[(f64, f64)], tolerance: f64) -> Vec<(f64, f64)> {
    if points.len() < 5 {
        return points.to_vec();
    }
    let last = points.len() - 1;
    let mut keep = vec![false; points.len()];
    // a closed ring begins and ends at one point: split it at the corner farthest from there
    let far = (1..last)
        .max_by(|&a, &b| distance(points[0], points[a]).total_cmp(&distance(points[0], points[b])));
    let far = far.unwrap_or(last);
    (keep[0], keep[far], keep[last]) = (true, true, true);
    let mut stack = vec![(0, far), (far, last)];
    while let Some((from, to)) = stack.pop() {
        let worst = (from + 1..to)
            .map(|i| (i, distance_to_line(points[i], points[from], points[to])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((i, off)) = worst.filter(|(_, off)| *off > tolerance) {
            debug_assert!(off.is_finite());
            keep[i] = true;
            stack.extend([(from, i), (i, to)]);
        }
    }
    points
        .iter()
        .zip(keep)
        .filter_map(|(point, keep)| keep.then_some(*point))
        .collect()
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// Distance of a point to the line through two others (to the first where they coincide).
fn distance_to_line(point: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let length = distance(a, b);
    if length == 0.0 {
        return distance(point, a);
    }
    ((b.0 - a.0) * (a.1 - point.1) - (a.0 - point.0) * (b.1 - a.1)).abs() / length
}

#[cfg(test)]
mod tests {

    use super::*;

    /// Snyder 1987, p. 332: sphere of radius 3, centre 40° N 100° W, place 20° S 100° E: x = −4.2339303,
    /// y = 4.0257775.
    #[test]
    fn equal_area_matches_snyder() {
        let (x, y) = equal_area((-100.0, 40.0), (100.0, -20.0));
        assert!((x * 3.0 - -4.233_930_3).abs() < 5e-7, "{x}");
        assert!((y * 3.0 - 4.025_777_5).abs() < 5e-7, "{y}");
    }

    #[test]
    fn a_place_comes_back_from_the_sheet() {
        let centre = (74.0, 41.5);
        for place in [(74.0, 41.5), (69.3, 39.2), (80.2, 43.3)] {
            let (x, y) = inverse_equal_area(centre, equal_area(centre, place));
            assert!((x - place.0).abs() < 1e-9 && (y - place.1).abs() < 1e-9);
        }
    }

    #[test]
    fn straight_borders_lose_their_inner_corners() {
        let square = [
            (0.0, 0.0),
            (5.0, 0.1),
            (10.0, 0.0),
            (10.0, 10.0),
            (0.0, 10.0),
            (0.0, 0.0),
        ];
        assert_eq!(simplified(&square, TOLERANCE).len(), 5);
    }

    #[test]
    fn a_sheet_is_as_wide_as_promised() {
        let ring = vec![
            vec![74.0, 41.0],
            vec![76.0, 41.0],
            vec![76.0, 42.0],
            vec![74.0, 42.0],
            vec![74.0, 41.0],
        ];
        let outline = Outline {
            code: "A".into(),
            properties: serde_json::Map::new(),
            shape: Shape::Polygon(vec![ring]),
        };
        let sheet = sheet(&[outline]).unwrap();
        // two degrees of longitude at 41.5° N are about 1.5 times as long as one of latitude
        assert!((450.0..600.0).contains(&sheet.height), "{}", sheet.height);
        assert!(sheet.paths[0].1.starts_with('M') && sheet.paths[0].1.ends_with('z'));
    }
}
