//! Which names fit on the drawn map, and where do they stand?

use maud::{Markup, html};

use crate::{
    outline::{MAP_WIDTH, Sheet},
    view::View,
};

/// Size of a name in map units: about 12 px where the map is 600 px wide.
const SIZE: f64 = 16.0;
/// Mean width of a letter as a share of its size, Noto Sans 400.
const LETTER: f64 = 0.56;
/// How far a name may reach over the borders of its area, as a share of the room inside.
const OVERHANG: f64 = 1.3;

/// A name on the map; its middle.
struct Name<'t> {
    text: &'t str,
    x: f64,
    y: f64,
}

impl Name<'_> {
    fn width(&self) -> f64 {
        width(self.text)
    }

    /// True where the two would touch.
    fn touches(&self, other: &Self) -> bool {
        (self.x - other.x).abs() < f64::midpoint(self.width(), other.width()) + 4.0
            && (self.y - other.y).abs() < SIZE * 1.15
    }
}

/// The names of all areas that have room for theirs; a name without room stands in the lists and tables only.
///
/// They are hidden from screen readers (every area has its title) and on a phone, where 16 units are 7 px.
pub fn draw(view: &View<'_>, sheet: &Sheet) -> Markup {
    html! {
        g class="place-names" aria-hidden="true" {
            @for name in placed(view, sheet) {
                text x=(format!("{:.0}", name.x)) y=(format!("{:.0}", name.y + SIZE * 0.35)) text-anchor="middle" { (name.text) }
            }
        }
    }
}

/// Organic aimaks first, as on the interactive map, then in order of the codes.
fn placed<'t>(view: &'t View<'_>, sheet: &Sheet) -> Vec<Name<'t>> {
    let mut areas: Vec<_> = sheet
        .paths
        .iter()
        .zip(&sheet.rings)
        .filter_map(|((code, _), ring)| {
            let aimaks = &view.release.aimaks;
            let aimak = aimaks.iter().find(|aimak| aimak.code.0 == *code)?;
            Some((aimak.organic_since.is_none(), view.local(&aimak.name), ring))
        })
        .collect();
    areas.sort_by_key(|(comparison, _, _)| *comparison);
    let mut placed: Vec<Name<'t>> = Vec::new();
    for (_, text, ring) in areas {
        let fitting = spots(ring, width(text))
            .into_iter()
            .filter(|spot| width(text) <= spot.room * OVERHANG)
            .map(|Spot { x, y, .. }| Name { text, x, y })
            .find(|name| on_sheet(name) && !placed.iter().any(|other| other.touches(name)));
        placed.extend(fitting);
    }
    placed
}

fn width(text: &str) -> f64 {
    text.chars().count() as f64 * LETTER * SIZE
}

fn on_sheet(name: &Name<'_>) -> bool {
    let half = name.width() / 2.0;
    name.x - half >= 0.0 && name.x + half <= MAP_WIDTH
}

/// A place for a name: the middle of the widest stretch of an area along a horizontal line.
struct Spot {
    x: f64,
    y: f64,
    room: f64,
}

/// Places to try: where a name of this width fits, the nearer to the middle the better; then where there is most room.
fn spots(ring: &[(f64, f64)], width: f64) -> Vec<Spot> {
    let (top, bottom) = ring.iter().fold((f64::MAX, f64::MIN), |(t, b), (_, y)| {
        (t.min(*y), b.max(*y))
    });
    let heights = [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2].map(|share| top + (bottom - top) * share);
    let mut spots: Vec<Spot> = heights
        .into_iter()
        .filter_map(|y| widest(ring, y))
        .collect();
    spots.sort_by(|a, b| b.room.min(width).total_cmp(&a.room.min(width)));
    spots
}

/// The widest stretch inside `ring` along the horizontal line at `y`.
fn widest(ring: &[(f64, f64)], y: f64) -> Option<Spot> {
    let mut crossings: Vec<f64> = ring
        .iter()
        .zip(ring.iter().skip(1))
        .filter(|((_, ay), (_, by))| (*ay > y) != (*by > y))
        .map(|((ax, ay), (bx, by))| ax + (y - ay) / (by - ay) * (bx - ax))
        .collect();
    crossings.sort_by(f64::total_cmp);
    crossings
        .chunks_exact(2)
        .map(|ends| Spot {
            x: f64::midpoint(ends[0], ends[1]),
            y,
            room: ends[1] - ends[0],
        })
        .max_by(|a, b| a.room.total_cmp(&b.room))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_in_the_widest_part() {
        // a U: two arms on a broad foot
        let ring = [
            (0.0, 0.0),
            (10.0, 0.0),
            (10.0, 80.0),
            (50.0, 80.0),
            (50.0, 0.0),
            (80.0, 0.0),
            (80.0, 100.0),
            (0.0, 100.0),
            (0.0, 0.0),
        ];
        let place = |width| {
            let spot = &spots(&ring, width)[0];
            (spot.x, spot.y, spot.room)
        };
        assert_eq!(place(70.0), (40.0, 80.0, 80.0));
        assert_eq!(
            place(25.0),
            (65.0, 50.0, 30.0),
            "a short name stays in the middle"
        );
    }

    #[test]
    fn names_that_would_touch_do() {
        let name = |x, y| Name {
            text: "Ak-Suu",
            x,
            y,
        };
        assert!(name(0.0, 0.0).touches(&name(40.0, 10.0)));
        assert!(!name(0.0, 0.0).touches(&name(0.0, 30.0)));
        assert!(!name(0.0, 0.0).touches(&name(80.0, 0.0)));
    }
}
