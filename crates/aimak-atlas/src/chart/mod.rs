//! Charts, one per file: SVG written at publish time, a table twin beside each.

mod axis;
pub mod balance;
pub mod before_after;
pub mod course;
pub mod distribution;
pub mod dot_interval;
pub mod event_study;
pub mod plan;
pub mod ranking;
pub mod scale;
pub mod series;
pub mod small_multiples;
pub mod strip;

use aimak_core::Bands;
use maud::{Markup, html};

/// Width of a chart in its own units: that of a small phone, so that its words keep their size there.
pub const WIDTH: f64 = 360.0;

/// A dot with its interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it stands for.
    pub label: String,
    /// CSS class: `organic`, `untreated`, `whole`, a verdict.
    pub class: String,
    /// The value.
    pub value: f64,
    /// Its interval, if it has one.
    pub bounds: Option<(f64, f64)>,
    /// Its narrower intervals, if they are known: the line fades from them to its ends.
    pub bands: Option<Bands>,
    /// Value and interval in words.
    pub words: String,
}

impl Mark {
    /// Lowest and highest place it needs.
    fn extent(&self) -> (f64, f64) {
        self.bounds.map_or((self.value, self.value), |(lo, hi)| {
            (lo.min(self.value), hi.max(self.value))
        })
    }
}

/// Lowest and highest place all marks need.
fn extent(marks: &[Mark]) -> (f64, f64) {
    marks
        .iter()
        .map(Mark::extent)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), (lo, hi)| {
            (l.min(lo), h.max(hi))
        })
}

/// A coordinate with one decimal.
fn px(value: f64) -> String {
    format!("{:.1}", value + 0.0)
}

/// A name of at most `longest` letters; the table twin has it whole.
fn shortened(name: &str, longest: usize) -> String {
    if name.chars().count() <= longest {
        return name.to_owned();
    }
    let kept: String = name.chars().take(longest - 1).collect();
    kept.trim_end().to_owned() + "…"
}

/// Words in lines of at most `longest` letters; SVG breaks none by itself.
fn wrapped(words: &str, longest: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= longest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The frame of a chart: role, name and description for readers who do not see it.
///
/// The role is `group`, not `img`: charts may hold links, and an image may not.
fn frame(class: &str, height: f64, title: &str, description: &str, content: &Markup) -> Markup {
    html! {
        svg class={ "chart " (class) } role="group" viewBox={ "0 0 " (WIDTH) " " (px(height)) } width=(WIDTH) height=(px(height)) {
            title { (title) }
            desc { (description) }
            (content)
        }
    }
}

/// A mark on a horizontal scale.
fn mark(mark: &Mark, y: f64, x: &dyn Fn(f64) -> f64) -> Markup {
    html! {
        g class={ "mark " (mark.class) } {
            title { (mark.label) ": " (mark.words) }
            (interval(mark, y, x))
            circle class="dot" cx=(px(x(mark.value))) cy=(px(y)) r="4.5" {}
        }
    }
}

/// The interval of a mark: a thin line to its ends, broader over its 80 % and broadest over its 50 %. A line alike from end to end
/// would draw the eye to the ends, where the value least likely lies.
fn interval(mark: &Mark, y: f64, x: &dyn Fn(f64) -> f64) -> Markup {
    let bands = mark
        .bands
        .map(|bands| [("most", bands.most), ("half", bands.half)]);
    let parts = mark.bounds.map(|bounds| ("interval", bounds));
    html! {
        @for (class, (lo, hi)) in parts.into_iter().chain(bands.into_iter().flatten()) {
            line class=(class) x1=(px(x(lo))) x2=(px(x(hi))) y1=(px(y)) y2=(px(y)) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_fades_from_its_half_to_its_ends() {
        let one = Mark {
            label: "Change".into(),
            class: "organic".into(),
            value: 2.0,
            bounds: Some((0.0, 4.0)),
            bands: Some(Bands {
                half: (1.4, 2.6),
                most: (0.9, 3.1),
                se: 1.0,
                df: 30.0,
            }),
            words: String::new(),
        };
        let svg = mark(&one, 10.0, &|value| 10.0 * value).into_string();
        for part in [
            "class=\"interval\" x1=\"0.0\" x2=\"40.0\"",
            "class=\"most\" x1=\"9.0\" x2=\"31.0\"",
            "class=\"half\" x1=\"14.0\" x2=\"26.0\"",
        ] {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        let unknown = Mark { bands: None, ..one };
        let svg = mark(&unknown, 10.0, &|value| 10.0 * value).into_string();
        assert!(
            svg.contains("\"interval\"") && !svg.contains("\"most\"") && !svg.contains("\"half\"")
        );
    }

    #[test]
    fn long_words_of_an_axis_take_several_lines() {
        assert_eq!(wrapped("Change, t C/ha", 20), ["Change, t C/ha"]);
        assert_eq!(wrapped("Change, t C/ha", 10), ["Change, t", "C/ha"]);
        assert_eq!(
            shortened("Нарын-Булакский айылный аймак", 17),
            "Нарын-Булакский…"
        );
    }
}
