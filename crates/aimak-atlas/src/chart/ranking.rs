//! How do the areas stand side by side? Dots with intervals, sorted; overlap shows where the order says little.

use maud::{Markup, html};

use super::{Mark, axis::Axis, extent, frame, mark, px};

/// One area of a ranking.
pub struct Row {
    /// Its dot.
    pub mark: Mark,
    /// Its page.
    pub href: String,
}

/// All areas on one scale, highest first.
pub fn draw(
    rows: &[Row],
    title: &str,
    description: &str,
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
    let content = html! {
        (axis.draw(2.0, bottom, zero, number))
        @for (i, row) in rows.iter().enumerate() {
            @let y = 6.0 + line * (i as f64 + 0.5);
            a href=(row.href) {
                text class="row-name" x="120" y=(px(y + 4.0)) text-anchor="end" { (shortened(&row.mark.label)) }
            }
            (mark(&row.mark, y, &|value| axis.x(value)))
        }
    };
    frame("ranking", bottom + 20.0, title, description, &content)
}

/// A name that fits the margin; the table twin has it whole.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 17;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    name.chars()
        .take(LONGEST - 1)
        .collect::<String>()
        .trim_end()
        .to_owned()
        + "…"
}
