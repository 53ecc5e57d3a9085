//! What happened before and after the start? Effects by periods since it, against the last period before.

use maud::{Markup, html};

use super::{
    Mark, WIDTH,
    axis::{Field, Upward, each_time},
    frame, px, wrapped,
};

const HEIGHT: f64 = 210.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 168.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = WIDTH - 10.0;
/// Where it is drawn.
const FIELD: Field = Field {
    left: LEFT,
    right: RIGHT,
    bottom: BOTTOM,
};

/// What is written beside the dots.
pub struct Words<'t> {
    /// Name of the chart.
    pub title: &'t str,
    /// What it shows, for readers who do not see it.
    pub description: &'t str,
    /// Below the axis of time.
    pub axis: &'t str,
    /// At the line of the start.
    pub start: &'t str,
}

/// Draws marks by periods since the start; the period before it, from which all are counted, is an open dot at zero.
pub fn draw(
    marks: &[(i32, Mark)],
    words: &Words<'_>,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let place = Place::of(marks);
    let start = place.x(-0.5);
    let content = html! {
        (place.grid(number))
        line class="start" x1=(px(start)) x2=(px(start)) y1=(px(TOP)) y2=(px(BOTTOM)) stroke-dasharray="4 3" {}
        text class="axis-words" x=(px(start + 4.0)) y=(px(TOP + 9.0)) { (words.start) }
        g class="mark base-period" {
            circle class="base-dot" cx=(px(place.x(-1.0))) cy=(px(place.y(0.0))) r="4" {}
        }
        @for (since, mark) in marks {
            @let x = place.x(f64::from(*since));
            g class={ "mark " (mark.class) } {
                title { (mark.label) ": " (mark.words) }
                @if let Some((lo, hi)) = mark.bounds {
                    line class="interval" x1=(px(x)) x2=(px(x)) y1=(px(place.y(lo))) y2=(px(place.y(hi))) {}
                }
                circle class="dot" cx=(px(x)) cy=(px(place.y(mark.value))) r="4.5" {}
            }
        }
        @for (line, part) in wrapped(words.axis, 56).iter().enumerate() {
            text class="axis-words" x=(px(RIGHT)) y=(px(BOTTOM + 30.0 + 12.0 * line as f64)) text-anchor="end" { (part) }
        }
    };
    frame(
        "event-study",
        HEIGHT,
        words.title,
        words.description,
        &content,
    )
}

/// Where periods and values stand.
struct Place {
    first: f64,
    last: f64,
    values: Upward,
}

impl Place {
    fn of(marks: &[(i32, Mark)]) -> Self {
        let since = marks.iter().map(|(since, _)| f64::from(*since));
        // the period before the start is always in sight, and so is zero
        let (first, last) = since.fold((-1.0_f64, 0.0_f64), |(first, last), since| {
            (first.min(since), last.max(since))
        });
        let (lo, hi) = marks
            .iter()
            .map(|(_, mark)| mark.extent())
            .fold((0.0_f64, 0.0_f64), |(l, h), (lo, hi)| {
                (l.min(lo), h.max(hi))
            });
        Self {
            first,
            last,
            values: Upward::new((lo, hi), 4.0),
        }
    }

    fn x(&self, since: f64) -> f64 {
        let share = (since - self.first + 0.5) / (self.last - self.first + 1.0);
        LEFT + share * (RIGHT - LEFT)
    }

    fn y(&self, value: f64) -> f64 {
        self.values.y(value, (TOP, BOTTOM))
    }

    fn grid(&self, number: &dyn Fn(f64, usize) -> String) -> Markup {
        let each = each_time(self.first, self.last);
        let times: Vec<(i64, f64)> = (self.first as i64..=self.last as i64)
            .filter(|since| since % each == 0)
            .map(|since| (since, self.x(since as f64)))
            .collect();
        FIELD.grid(self.values.ticks(), &|value| self.y(value), &times, number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_periods_stand_farther_right_and_larger_effects_higher() {
        let mark = |value: f64| Mark {
            label: "e".into(),
            class: "gain".into(),
            value,
            bounds: Some((value - 0.5, value + 0.5)),
            bands: None,
            words: String::new(),
        };
        let marks = [(-3, mark(0.1)), (0, mark(1.0)), (2, mark(2.0))];
        let place = Place::of(&marks);
        assert!(place.x(-3.0) < place.x(-1.0) && place.x(-1.0) < place.x(2.0));
        assert!(place.y(2.0) < place.y(1.0) && place.y(1.0) < place.y(0.0));
        assert!(place.x(-3.0) > LEFT && place.x(2.0) < RIGHT);
        let words = Words {
            title: "t",
            description: "d",
            axis: "periods",
            start: "start",
        };
        let svg = draw(&marks, &words, &|v, d| format!("{v:.d$}")).into_string();
        assert_eq!(svg.matches("class=\"dot\"").count(), 3);
        assert_eq!(svg.matches("base-dot").count(), 1);
    }
}
