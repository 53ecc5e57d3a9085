//! What was it before, and what after? Two dots with intervals for each kind of land.

use maud::{Markup, html};

use super::{Mark, WIDTH, axis::Axis, extent, frame, mark, px, shortened};

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
    let left = margin(&all);
    let axis = Axis::new(extent(&all), left + 8.0, WIDTH - 10.0);
    let tops: Vec<f64> = heights
        .iter()
        .scan(4.0, |top, height| {
            let here = *top;
            *top += height;
            Some(here)
        })
        .collect();
    let bands: Vec<(f64, f64)> = tops
        .iter()
        .zip(&heights)
        .map(|(top, height)| (top + 18.0, top + height))
        .collect();
    let content = html! {
        (axis.draw(&bands, false, number))
        @for (row, top) in rows.iter().zip(&tops) {
            text class="row-label" x="8" y=(px(top + 13.0)) { (row.label) }
            @for (i, one) in row.marks.iter().enumerate() {
                @let y = top + 28.0 + line * i as f64;
                text class="mark-label" x=(px(left)) y=(px(y + 4.0)) text-anchor="end" { (shortened(&one.label, LONGEST)) }
                (mark(one, y, &|value| axis.x(value)))
            }
        }
    };
    frame("before-after", bottom + 20.0, title, description, &content)
}

/// Letters of a period's name that the widest margin takes; the table twin has it whole.
const LONGEST: usize = 24;

/// Where the names of the periods end: as far right as the longest needs, so that none is cut without need.
fn margin(marks: &[Mark]) -> f64 {
    let longest = marks.iter().map(|mark| mark.label.chars().count()).max();
    // a letter of 11 units is about 6.1 wide
    8.0 + 6.1 * longest.unwrap_or(0).clamp(8, LONGEST) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_kyrgyz_periods_are_not_cut() {
        let mark = |label: &str| Mark {
            label: label.into(),
            class: "organic before".into(),
            value: 60.0,
            bounds: Some((55.0, 65.0)),
            bands: None,
            words: String::new(),
        };
        let row = Row {
            label: "Органикалык жерлер".into(),
            marks: vec![mark("2012–2015-жылдар"), mark("2020–2023-жылдар")],
        };
        let svg = draw(&[row], "t", "d", &|v, d| format!("{v:.d$}")).into_string();
        assert!(svg.contains(">2012–2015-жылдар<") && svg.contains(">2020–2023-жылдар<"));
    }
}
