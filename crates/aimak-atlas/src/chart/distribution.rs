//! Where do the areas lie, and do organic and comparison areas lie apart? Dots stacked where they would cover each other.

use maud::{Markup, html};

use super::{Mark, WIDTH, axis::Axis, frame, px, wrapped};

/// Radius of a dot; dots nearer than their width are stacked.
const RADIUS: f64 = 4.5;
const STEP: f64 = 2.0 * RADIUS + 1.0;
/// Room for the words of a group.
const LABEL: f64 = 22.0;

/// Areas of one kind.
pub struct Group {
    /// What they are, and how many.
    pub label: String,
    /// One dot for each.
    pub marks: Vec<Mark>,
}

/// A dot on its place: which mark, how far to the right, on which floor of its stack.
struct Stacked<'m> {
    mark: &'m Mark,
    x: f64,
    floor: usize,
}

/// Stacks dots that would cover each other: from the lowest value on, each on the lowest floor that is free at its place.
fn stacked<'m>(marks: &'m [Mark], x: &dyn Fn(f64) -> f64) -> Vec<Stacked<'m>> {
    let mut sorted: Vec<&Mark> = marks.iter().collect();
    sorted.sort_by(|a, b| {
        a.value
            .total_cmp(&b.value)
            .then_with(|| a.label.cmp(&b.label))
    });
    let mut ends: Vec<f64> = Vec::new();
    let mut dots = Vec::new();
    for mark in sorted {
        let here = x(mark.value);
        let free = ends.iter().position(|end| here - end >= STEP);
        let floor = free.unwrap_or(ends.len());
        if floor == ends.len() {
            ends.push(here);
        }
        ends[floor] = here;
        dots.push(Stacked {
            mark,
            x: here,
            floor,
        });
    }
    dots
}

/// All groups on one scale, one below the other.
pub fn draw(
    groups: &[Group],
    (title, description, axis_words): (&str, &str, &str),
    zero: bool,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let values = groups.iter().flat_map(|group| &group.marks);
    let (lo, hi) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), mark| {
        (lo.min(mark.value), hi.max(mark.value))
    });
    let range = if zero {
        (lo.min(0.0), hi.max(0.0))
    } else {
        (lo, hi)
    };
    let axis = Axis::new(range, 10.0, WIDTH - 10.0);
    let mut top = 0.0;
    let mut rows = Vec::new();
    for group in groups {
        let dots = stacked(&group.marks, &|value| axis.x(value));
        let floors = dots.iter().map(|dot| dot.floor + 1).max().unwrap_or(1);
        let bottom = top + LABEL + STEP * floors as f64 + 4.0;
        rows.push((group, dots, (top + LABEL - 4.0, bottom), top));
        top = bottom + 4.0;
    }
    let bands: Vec<(f64, f64)> = rows.iter().map(|(_, _, band, _)| *band).collect();
    let bottom = bands.last().map_or(0.0, |(_, bottom)| *bottom);
    let axis_words = wrapped(axis_words, 58);
    let content = html! {
        (axis.draw(&bands, zero, number))
        @for (group, dots, (_, floor), top) in &rows {
            text class="row-label" x="8" y=(px(top + 12.0)) { (group.label) }
            @for dot in dots {
                g class={ "mark " (dot.mark.class) } {
                    title { (dot.mark.label) ": " (dot.mark.words) }
                    circle class="dot" cx=(px(dot.x)) cy=(px(floor - STEP * (dot.floor as f64 + 0.5))) r=(RADIUS) {}
                }
            }
        }
        @for (i, part) in axis_words.iter().enumerate() {
            text class="axis-words" x=(px(WIDTH - 8.0)) y=(px(bottom + 31.0 + 14.0 * i as f64)) text-anchor="end" { (part) }
        }
    };
    let height = bottom + 22.0 + 14.0 * axis_words.len() as f64;
    frame("distribution", height, title, description, &content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(label: &str, value: f64) -> Mark {
        Mark {
            label: label.into(),
            class: "organic".into(),
            value,
            bounds: None,
            bands: None,
            words: "w".into(),
        }
    }

    #[test]
    fn no_dot_covers_another() {
        let marks: Vec<Mark> = [0.0, 1.0, 2.0, 2.0, 2.0, 30.0, 31.0]
            .iter()
            .enumerate()
            .map(|(i, value)| mark(&format!("{i}"), *value))
            .collect();
        let dots = stacked(&marks, &|value| value);
        assert_eq!(dots.len(), 7);
        for (i, a) in dots.iter().enumerate() {
            for b in &dots[..i] {
                let apart = a.floor != b.floor || (a.x - b.x).abs() >= STEP;
                assert!(apart, "{} and {}", a.mark.label, b.mark.label);
            }
        }
        // what lies apart stands on the ground
        assert_eq!(dots[5].floor, 0);
    }

    #[test]
    fn every_area_of_both_kinds_has_a_dot() {
        let group = |label: &str, values: &[f64]| Group {
            label: label.into(),
            marks: values.iter().map(|value| mark("A", *value)).collect(),
        };
        let groups = [
            group("organic: 2", &[1.0, 2.0]),
            group("comparison: 1", &[-3.0]),
        ];
        let words = ("t", "d", "Change, t/ha");
        let svg = draw(&groups, words, true, &|v, d| format!("{v:.d$}")).into_string();
        assert_eq!(svg.matches("<circle").count(), 3);
        assert!(svg.contains("organic: 2") && svg.contains("class=\"zero\""));
    }
}
