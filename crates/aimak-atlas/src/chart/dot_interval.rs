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
    let bands: Vec<(f64, f64)> = (0..marks.len())
        .map(|i| 6.0 + row * i as f64)
        .map(|top| (top + 14.0, top + row))
        .collect();
    let content = html! {
        (axis.draw(&bands, true, number))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zero_line_leaves_the_labels_free() {
        let mark = Mark {
            label: "Change, on organic land".into(),
            class: "organic".into(),
            value: 2.0,
            bounds: Some((1.0, 3.0)),
            bands: None,
            words: String::new(),
        };
        let svg = draw(&[mark.clone(), mark], "t", "d", &|v, d| format!("{v:.d$}")).into_string();
        let value = |text: &str, name: &str| -> f64 {
            let rest = text.split_once(&format!(" {name}=\"")).unwrap().1;
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let labels: Vec<f64> = svg
            .split("<text class=\"row-label\"")
            .skip(1)
            .map(|text| value(text, "y"))
            .collect();
        let lines: Vec<&str> = svg.split("<line class=\"zero\"").skip(1).collect();
        assert_eq!((labels.len(), lines.len()), (2, 2));
        for line in lines {
            let (top, bottom) = (value(line, "y1"), value(line, "y2"));
            // letters reach 9 units above their baseline and 3 below it
            let free = |y: &f64| bottom <= y - 9.0 || top >= y + 3.0;
            assert!(
                labels.iter().all(free),
                "{top} to {bottom} against {labels:?}"
            );
        }
    }
}
