//! How did it go, in the space of a card? One line over the years in its interval; the large chart has every line and every number.

use maud::{Markup, html};

use super::{
    WIDTH,
    axis::{Field, Upward},
    frame, px,
    series::{Line, Point},
};

const HEIGHT: f64 = 104.0;
const TOP: f64 = 8.0;
const FIELD: Field = Field {
    left: 46.0,
    right: WIDTH - 10.0,
    bottom: 80.0,
};

/// Draws one line; `since` is the year of becoming organic.
pub fn draw(
    line: &Line,
    since: Option<f64>,
    title: &str,
    description: &str,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let place = Place::of(line);
    let content = html! {
        (place.grid(number))
        @if let Some(since) = since {
            line class="start" x1=(px(place.x(since))) x2=(px(place.x(since))) y1=(px(TOP)) y2=(px(FIELD.bottom)) stroke-dasharray="4 3" {}
        }
        g class={ "mark " (line.class) } {
            @for run in &line.runs {
                (place.shades(run))
                polyline class="course-line" points=(place.points(run.iter().map(|point| (point.when, point.value)))) {}
            }
            @for point in line.points() {
                circle class="dot" cx=(px(place.x(point.when))) cy=(px(place.y(point.value))) r="2.4" {}
            }
        }
    };
    frame("course", HEIGHT, title, description, &content)
}

/// Where years and values stand.
struct Place {
    first: f64,
    last: f64,
    values: Upward,
}

impl Place {
    fn of(line: &Line) -> Self {
        let times = line.points().map(|point| point.when);
        let (first, last) = times
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), when| {
                (first.min(when), last.max(when))
            });
        let extents = line.points().map(Point::extent);
        let (lo, hi) = extents.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), (lo, hi)| {
            (l.min(lo), h.max(hi))
        });
        Self {
            first,
            last: if last > first { last } else { first + 1.0 },
            values: Upward::new((lo, hi), 2.0),
        }
    }

    fn x(&self, when: f64) -> f64 {
        let share = (when - self.first) / (self.last - self.first);
        FIELD.left + 6.0 + share * (FIELD.right - FIELD.left - 12.0)
    }

    fn y(&self, value: f64) -> f64 {
        self.values.y(value, (TOP, FIELD.bottom))
    }

    fn points(&self, places: impl Iterator<Item = (f64, f64)>) -> String {
        let written =
            places.map(|(when, value)| format!("{},{}", px(self.x(when)), px(self.y(value))));
        written.collect::<Vec<_>>().join(" ")
    }

    /// The intervals of a run as areas, the widest first.
    fn shades(&self, run: &[Point]) -> Markup {
        let of = |ends: &dyn Fn(&Point) -> Option<(f64, f64)>| -> Option<String> {
            let ends: Option<Vec<(f64, (f64, f64))>> = run
                .iter()
                .map(|point| Some((point.when, ends(point)?)))
                .collect();
            let ends = ends.filter(|ends| ends.len() > 1)?;
            let upper = ends.iter().map(|(when, (_, hi))| (*when, *hi));
            let lower = ends.iter().rev().map(|(when, (lo, _))| (*when, *lo));
            Some(self.points(upper.chain(lower)))
        };
        let areas = [
            of(&|point| point.bounds),
            of(&|point| point.bands.map(|bands| bands.most)),
            of(&|point| point.bands.map(|bands| bands.half)),
        ];
        html! { @for area in areas.into_iter().flatten() { polygon class="shade" points=(area) {} } }
    }

    fn grid(&self, number: &dyn Fn(f64, usize) -> String) -> Markup {
        let (first, last) = (self.first.ceil(), self.last.floor());
        let each = ((last - first) / 4.0).ceil().max(1.0) as i64;
        let years = (first as i64..=last as i64).filter(|year| year % each == 0);
        html! {
            (FIELD.grid(self.values.ticks(), &|value| self.y(value), &[], number))
            g class="axis" { @for year in years {
                // a year is no amount: nothing stands between its thousands
                text x=(px(self.x(year as f64))) y=(px(FIELD.bottom + 15.0)) text-anchor="middle" { (year) }
            } }
        }
    }
}

#[cfg(test)]
mod tests {
    use aimak_core::Bands;

    use super::*;

    fn point(when: f64, value: f64) -> Point {
        Point {
            when,
            value,
            bounds: Some((value - 0.2, value + 0.2)),
            bands: Some(Bands {
                half: (value - 0.05, value + 0.05),
                most: (value - 0.1, value + 0.1),
                se: 0.1,
                df: 30.0,
            }),
        }
    }

    #[test]
    fn runs_stay_apart_and_intervals_lie_behind_the_line() {
        let line = Line {
            label: "x".into(),
            class: "organic",
            colour: (1, 2, 3),
            runs: vec![
                vec![point(2005.0, 0.4), point(2006.0, 0.5)],
                vec![point(2008.0, 0.45), point(2009.0, 0.5)],
            ],
        };
        let svg = draw(&line, Some(2007.0), "t & u", "d", &|v, d| {
            format!("{v:.d$}")
        })
        .into_string();
        assert_eq!(svg.matches("class=\"course-line\"").count(), 2);
        assert_eq!(svg.matches("class=\"shade\"").count(), 6);
        assert_eq!(svg.matches("class=\"dot\"").count(), 4);
        assert!(svg.contains("<title>t &amp; u</title>") && svg.contains("class=\"start\""));
        assert!(svg.contains(">2005<") && !svg.contains("NaN"), "{svg}");
        let place = Place::of(&line);
        assert!(place.x(2005.0) < place.x(2009.0) && place.y(0.5) < place.y(0.4));
    }
}
