//! How much, and between which bounds? One dot with its line against zero.

use maud::{Markup, html};

use super::{Mark, WIDTH, axis::Axis, extent, frame, mark};

/// Changes as dots with intervals, one row each; the vertical line is "no change".
pub fn draw(
    marks: &[Mark],
    title: &str,
    description: &str,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let row = 34.0;
    let bottom = 6.0 + row * marks.len() as f64;
    let (lo, hi) = extent(marks);
    // zero is the question, so it is always in sight
    let axis = Axis::new((lo.min(0.0), hi.max(0.0)), 8.0, WIDTH - 8.0);
    let content = html! {
        (axis.draw(4.0, bottom, true, number))
        @for (i, one) in marks.iter().enumerate() {
            @let y = 6.0 + row * i as f64;
            text class="row-label" x="8" y=(super::px(y + 10.0)) { (one.label) }
            (mark(one, y + 23.0, &|value| axis.x(value)))
        }
    };
    frame("dot-interval", bottom + 20.0, title, description, &content)
}

/// A dot with its interval and the zero line, without axis or words: for a line of a list.
pub fn small(one: &Mark, widest: f64) -> Markup {
    let (width, middle) = (140.0, 11.0);
    let x = |value: f64| width / 2.0 + value / widest.max(1e-12) * (width / 2.0 - 8.0);
    html! {
        svg class="chart small" role="img" viewBox="0 0 140 22" width="140" height="22" {
            title { (one.label) ": " (one.words) }
            line class="base" x1="0" x2="140" y1="11" y2="11" {}
            line class="zero" x1="70" x2="70" y1="2" y2="20" {}
            (mark(one, middle, &x))
        }
    }
}
