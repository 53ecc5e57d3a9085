//! Where does one area stand among others? Its dot with its interval, theirs as small dots below, the middle one marked.

use maud::{Markup, html};

use super::{Mark, axis::Axis, extent, frame, mark, px};

const LEFT: f64 = 8.0;
const RIGHT: f64 = super::WIDTH - 8.0;
/// Heights of the area's own dot, of the others, and of the lower end of the lines.
const OWN: f64 = 12.0;
const OTHERS: f64 = 31.0;
const BOTTOM: f64 = 40.0;

/// Draws `own` above the values of `others`, of which `middle` (one, or two where their number is even) are marked.
pub fn draw(
    own: &Mark,
    others: &[f64],
    middle: &[f64],
    title: &str,
    description: &str,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let (lo, hi) = extent(std::slice::from_ref(own));
    let ends = others
        .iter()
        .fold((lo, hi), |(l, h), value| (l.min(*value), h.max(*value)));
    // zero is "no change", so it is always in sight
    let axis = Axis::new((ends.0.min(0.0), ends.1.max(0.0)), LEFT, RIGHT);
    let content = html! {
        (axis.draw(&[(2.0, BOTTOM)], true, number))
        g class="mark comparison others" {
            @for value in others { circle class="other" cx=(px(axis.x(*value))) cy=(px(OTHERS)) r="3.6" {} }
            @for value in middle {
                line class="middle" x1=(px(axis.x(*value))) x2=(px(axis.x(*value))) y1=(px(OTHERS - 8.0)) y2=(px(OTHERS + 8.0)) {}
            }
        }
        (mark(own, OWN, &|value| axis.x(value)))
    };
    frame("strip", BOTTOM + 18.0, title, description, &content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_other_area_is_a_dot_on_the_scale_of_the_first() {
        let own = Mark {
            label: "own".into(),
            class: "organic".into(),
            value: 2.0,
            bounds: Some((1.0, 3.0)),
            bands: None,
            words: String::new(),
        };
        let svg = draw(&own, &[-1.0, 0.5, 2.0], &[0.5], "t", "d", &|v, d| {
            format!("{v:.d$}")
        })
        .into_string();
        assert_eq!(svg.matches("class=\"other\"").count(), 3);
        assert_eq!(svg.matches("class=\"middle\"").count(), 1);
        let x = |from: &str| -> f64 {
            let rest = svg.split_once(from).unwrap().1;
            let rest = rest.split_once("cx=\"").unwrap().1;
            rest.split('"').next().unwrap().parse().unwrap()
        };
        // the same value stands at the same place, whoever has it
        let last = svg.rsplit_once("class=\"other\" cx=\"").unwrap().1;
        let last: f64 = last.split('"').next().unwrap().parse().unwrap();
        assert!((last - x("class=\"dot\"")).abs() < 1e-9);
    }
}
