//! What was it before, and what after? Two dots with intervals for each kind of land.

use maud::{Markup, html};

use super::{Mark, WIDTH, axis::Axis, extent, frame, mark, px};

/// The states of one kind of land.
pub struct Row {
    /// The land.
    pub label: String,
    /// One mark for each period, in order of time.
    pub marks: Vec<Mark>,
}

/// Values before and after on one scale; zero is in sight only if the values come near it.
pub fn draw(
    rows: &[Row],
    title: &str,
    description: &str,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let line = 20.0;
    let heights: Vec<f64> = rows
        .iter()
        .map(|row| 20.0 + line * row.marks.len() as f64)
        .collect();
    let bottom = 4.0 + heights.iter().sum::<f64>();
    let all: Vec<Mark> = rows
        .iter()
        .flat_map(|row| row.marks.iter().cloned())
        .collect();
    let axis = Axis::new(extent(&all), 108.0, WIDTH - 10.0);
    let tops = heights.iter().scan(4.0, |top, height| {
        let here = *top;
        *top += height;
        Some(here)
    });
    let content = html! {
        (axis.draw(4.0, bottom, false, number))
        @for (row, top) in rows.iter().zip(tops) {
            text class="row-label" x="8" y=(px(top + 13.0)) { (row.label) }
            @for (i, one) in row.marks.iter().enumerate() {
                @let y = top + 28.0 + line * i as f64;
                text class="mark-label" x="100" y=(px(y + 4.0)) text-anchor="end" { (shortened(&one.label)) }
                (mark(one, y, &|value| axis.x(value)))
            }
        }
    };
    frame("before-after", bottom + 20.0, title, description, &content)
}

/// A period's name that fits the margin; the table twin has it whole.
fn shortened(label: &str) -> String {
    const LONGEST: usize = 15;
    if label.chars().count() <= LONGEST {
        return label.to_owned();
    }
    label
        .chars()
        .take(LONGEST - 1)
        .collect::<String>()
        .trim_end()
        .to_owned()
        + "…"
}
