//! How do the areas stand side by side? Dots with intervals, sorted; overlap shows where the order says little.

use maud::{Markup, html};

use super::{Mark, axis::Axis, extent, frame, mark, px, shortened, wrapped};

/// One area of a ranking.
pub struct Row {
    /// Its dot.
    pub mark: Mark,
    /// Its page.
    pub href: String,
}

/// What is written beside the dots.
pub struct Words<'t> {
    /// Name of the chart.
    pub title: &'t str,
    /// What it shows, for readers who do not see it.
    pub description: &'t str,
    /// Quantity and unit, below the axis.
    pub axis: &'t str,
}

/// All areas on one scale, in the order given.
pub fn draw(
    rows: &[Row],
    words: &Words<'_>,
    zero: bool,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let line = 19.0;
    let bottom = 6.0 + line * rows.len() as f64;
    let marks: Vec<Mark> = rows.iter().map(|row| row.mark.clone()).collect();
    let (lo, hi) = extent(&marks);
    let range = if zero {
        (lo.min(0.0), hi.max(0.0))
    } else {
        (lo, hi)
    };
    let axis = Axis::new(range, 128.0, super::WIDTH - 8.0);
    let axis_words = wrapped(words.axis, 58);
    let content = html! {
        (axis.draw(&[(2.0, bottom)], zero, number))
        @for (i, row) in rows.iter().enumerate() {
            @let y = 6.0 + line * (i as f64 + 0.5);
            a href=(row.href) {
                text class="row-name" x="120" y=(px(y + 4.0)) text-anchor="end" { (shortened(&row.mark.label, 17)) }
            }
            (mark(&row.mark, y, &|value| axis.x(value)))
        }
        @for (i, part) in axis_words.iter().enumerate() {
            text class="axis-words" x=(px(super::WIDTH - 8.0)) y=(px(bottom + 31.0 + 14.0 * i as f64)) text-anchor="end" { (part) }
        }
    };
    let height = bottom + 22.0 + 14.0 * axis_words.len() as f64;
    frame("ranking", height, words.title, words.description, &content)
}
