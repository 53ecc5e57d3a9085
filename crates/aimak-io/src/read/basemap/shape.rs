//! Which part of a shape does a map show, and does the shape fit what it is said to be?

use aimak_core::BaseKind;
use geo::{
    BooleanOps as _, BoundingRect as _, Contains as _, Geometry, Intersects as _, MultiLineString,
    MultiPolygon, Rect, Simplify as _, Validation as _,
};

/// Room around the outlines, as a part of the longer side of their frame: a wide screen shows more than the areas.
const MARGIN: f64 = 0.25;
/// Corners nearer than this to the line without them are left out, degrees (about 10 m): a unit of the deepest tiles.
const TOLERANCE: f64 = 1e-4;

/// The shape a kind of things is drawn with; otherwise what the shape is. Borders often come as areas: their rings are meant.
pub(super) fn fitting_shape(
    kind: BaseKind,
    shape: &Geometry<f64>,
) -> Result<Geometry<f64>, String> {
    let areas = match shape {
        Geometry::Polygon(area) => Some(MultiPolygon::from(area.clone())),
        Geometry::MultiPolygon(areas) => Some(areas.clone()),
        _ => None,
    };
    let lines = match shape {
        Geometry::LineString(line) => Some(MultiLineString::from(line.clone())),
        Geometry::MultiLineString(lines) => Some(lines.clone()),
        _ => None,
    };
    let point = match shape {
        Geometry::Point(point) => Some(*point),
        Geometry::MultiPoint(points) if points.0.len() == 1 => points.0.first().copied(),
        _ => None,
    };
    let rings = |areas: &MultiPolygon<f64>| {
        let rings = areas
            .iter()
            .flat_map(|area| std::iter::once(area.exterior()).chain(area.interiors()));
        MultiLineString::new(rings.cloned().collect())
    };
    let fitting = match kind {
        BaseKind::Lake | BaseKind::Glacier => areas.map(Geometry::from),
        BaseKind::River | BaseKind::Road => lines.map(Geometry::from),
        BaseKind::Border => lines.or(areas.as_ref().map(rings)).map(Geometry::from),
        BaseKind::Place => point.map(Geometry::from),
    };
    fitting.ok_or_else(|| name_of(shape).to_owned())
}

/// What a shape is called.
const fn name_of(shape: &Geometry<f64>) -> &'static str {
    match shape {
        Geometry::Point(_) => "Point",
        Geometry::MultiPoint(_) => "MultiPoint",
        Geometry::Line(_) | Geometry::LineString(_) => "LineString",
        Geometry::MultiLineString(_) => "MultiLineString",
        Geometry::Polygon(_) | Geometry::Rect(_) | Geometry::Triangle(_) => "Polygon",
        Geometry::MultiPolygon(_) => "MultiPolygon",
        Geometry::GeometryCollection(_) => "GeometryCollection",
    }
}

/// The frame of a map of these outlines, degrees.
pub(super) fn frame<'a>(
    outlines: impl Iterator<Item = &'a MultiPolygon<f64>>,
) -> Option<Rect<f64>> {
    let rects = outlines.filter_map(geo::BoundingRect::bounding_rect);
    let around = rects.reduce(|a, b| {
        let (least, most) = (a.min(), b.min());
        let (right, top) = (a.max(), b.max());
        Rect::new(
            (least.x.min(most.x), least.y.min(most.y)),
            (right.x.max(top.x), right.y.max(top.y)),
        )
    })?;
    let room = MARGIN * around.width().max(around.height());
    let (least, most) = (around.min(), around.max());
    Some(Rect::new(
        (least.x - room, least.y - room),
        (most.x + room, most.y + room),
    ))
}

/// The part of a shape in a frame, with the corners a map shows; `None` where there is none.
pub(super) fn seen(shape: Geometry<f64>, frame: Rect<f64>) -> Option<Geometry<f64>> {
    let own = shape.bounding_rect()?;
    if !own.intersects(&frame) {
        return None;
    }
    let inside = frame.contains(&own);
    match shape {
        Geometry::MultiLineString(lines) => {
            let lines = if inside {
                lines
            } else {
                frame.to_polygon().clip(&lines, false)
            };
            let lines = lines.simplify(TOLERANCE);
            (!lines.0.is_empty()).then(|| lines.into())
        }
        Geometry::MultiPolygon(areas) => {
            let areas = if inside {
                areas
            } else {
                areas.intersection(&frame.to_polygon())
            };
            let fewer = areas.simplify(TOLERANCE);
            // a shore bent tighter than the tolerance may cross itself without its corners
            let areas = if fewer.is_valid() { fewer } else { areas };
            (!areas.0.is_empty()).then(|| areas.into())
        }
        other => Some(other),
    }
}
