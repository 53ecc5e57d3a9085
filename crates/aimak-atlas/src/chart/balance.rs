//! How alike are both sides, before and after matching? An open dot with a line to a filled one, against zero.

use maud::{Markup, html};

use super::{WIDTH, axis::Axis, frame, px, shortened};

/// Below this standardised difference sides are usually called alike (Austin 2009).
const ALIKE: f64 = 0.1;

/// One property in one matching.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Property and matching.
    pub label: String,
    /// Standardised difference of all.
    pub before: f64,
    /// That of the matched.
    pub after: f64,
    /// Both in words.
    pub words: String,
}

/// Standardised differences, one row each; the band around zero is what is usually called alike.
pub fn draw(
    pairs: &[Pair],
    title: &str,
    description: &str,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let row = 34.0;
    let top = |i: usize| 6.0 + row * i as f64;
    let bottom = top(pairs.len());
    let all = pairs.iter().flat_map(|pair| [pair.before, pair.after]);
    let (lo, hi) = all.fold((-ALIKE, ALIKE), |(lo, hi), value| {
        (lo.min(value), hi.max(value))
    });
    let axis = Axis::new((lo, hi), 8.0, WIDTH - 8.0);
    let bands: Vec<(f64, f64)> = (0..pairs.len())
        .map(|i| (top(i) + 14.0, top(i) + row))
        .collect();
    let content = html! {
        @for (top, bottom) in &bands {
            rect class="alike" x=(px(axis.x(-ALIKE))) width=(px(axis.x(ALIKE) - axis.x(-ALIKE))) y=(px(*top)) height=(px(bottom - top)) {}
        }
        (axis.draw(&bands, true, number))
        @for (i, pair) in pairs.iter().enumerate() {
            @let (y, from, to) = (px(top(i) + 23.0), px(axis.x(pair.before)), px(axis.x(pair.after)));
            text class="row-label" x="8" y=(px(top(i) + 10.0)) { (shortened(&pair.label, 52)) }
            g class="mark whole" {
                title { (pair.label) ": " (pair.words) }
                line class="interval" x1=(from) x2=(to) y1=(y) y2=(y) {}
                circle class="base-dot" cx=(from) cy=(y) r="4.5" {}
                circle class="dot" cx=(to) cy=(y) r="4.5" {}
            }
        }
    };
    frame("balance", bottom + 20.0, title, description, &content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_dot_is_before_and_the_filled_one_after() {
        let pair = Pair {
            label: "Slope".into(),
            before: 1.0,
            after: 0.0,
            words: "1.00 → 0.00".into(),
        };
        let svg = draw(&[pair], "t", "d", &|v, d| format!("{v:.d$}")).into_string();
        let place = |class: &str| -> f64 {
            let rest = svg
                .split(&format!("<circle class=\"{class}\" cx=\""))
                .nth(1)
                .unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        assert!(place("base-dot") > place("dot"));
        let zero = svg.split("<line class=\"zero\" x1=\"").nth(1).unwrap();
        assert!(zero.starts_with(&px(place("dot"))));
    }
}
