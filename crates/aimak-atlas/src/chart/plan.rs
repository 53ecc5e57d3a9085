//! Which effect could be seen with how many waves? A line for each number of comparison aimaks, the effect that matters across.

use maud::{Markup, html};

use super::{
    WIDTH,
    axis::{Field, each_time},
    frame, px, wrapped,
};
use crate::colour::nice_step;

const HEIGHT: f64 = 256.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 200.0;
const LEFT: f64 = 46.0;
/// Beside it stand the numbers of the lines.
const RIGHT: f64 = WIDTH - 44.0;
/// Where it is drawn.
const FIELD: Field = Field {
    left: LEFT,
    right: RIGHT,
    bottom: BOTTOM,
};
/// Numbers of lines nearer than this would overlap.
const LEAST_GAP: f64 = 13.0;

/// Smallest effect by number of waves.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What stands at its end.
    pub label: String,
    /// True for the design that is planned.
    pub planned: bool,
    /// Waves and the smallest effect, in order of waves.
    pub points: Vec<(f64, f64)>,
}

/// What is written beside the lines.
pub struct Words<'t> {
    /// Name of the chart.
    pub title: &'t str,
    /// What it shows, for readers who do not see it.
    pub description: &'t str,
    /// Above the lines: what is drawn upwards.
    pub upwards: &'t str,
    /// Below the axis of waves.
    pub axis: &'t str,
    /// Beside the key of the effect that matters.
    pub goal: &'t str,
    /// The planned design in words.
    pub planned: &'t str,
}

/// Draws the lines; `goal` is the effect that matters by waves, `planned` the waves and the smallest effect of the plan.
pub fn draw(
    curves: &[Curve],
    goal: &[(f64, f64)],
    planned: (f64, f64),
    words: &Words<'_>,
    number: &dyn Fn(f64, usize) -> String,
) -> Markup {
    let place = Place::of(curves, goal);
    let ends = place.ends(curves);
    let content = html! {
        (place.grid(number))
        text class="axis-words" x=(px(LEFT)) y="14" { (words.upwards) }
        @for (curve, y) in curves.iter().zip(ends) {
            g class=(if curve.planned { "mark organic planned" } else { "mark" }) {
                polyline class="line" points=(place.path(&curve.points)) {}
                text class="line-label" x=(px(RIGHT + 7.0)) y=(px(y + 4.0)) { (curve.label) }
            }
        }
        @if !goal.is_empty() {
            polyline class="goal" points=(place.path(goal)) stroke-dasharray="5 4" {}
            // words at the line itself would lie on the others, which run close to it where it matters most
            line class="goal" x1=(px(LEFT)) x2=(px(LEFT + 22.0)) y1="25" y2="25" stroke-dasharray="5 4" {}
            text class="goal-words" x=(px(LEFT + 27.0)) y="29" { (words.goal) }
        }
        g class="mark organic" {
            title { (words.planned) }
            circle class="dot" cx=(px(place.x(planned.0))) cy=(px(place.y(planned.1))) r="4.5" {}
        }
        @for (line, part) in wrapped(words.axis, 48).iter().enumerate() {
            text class="axis-words" x=(px(LEFT)) y=(px(BOTTOM + 31.0 + 13.0 * line as f64)) { (part) }
        }
    };
    frame("plan", HEIGHT, words.title, words.description, &content)
}

/// Where waves and effects stand.
struct Place {
    first: f64,
    last: f64,
    highest: f64,
    step: f64,
}

impl Place {
    fn of(curves: &[Curve], goal: &[(f64, f64)]) -> Self {
        let points = || curves.iter().flat_map(|curve| &curve.points).chain(goal);
        let waves = points().map(|point| point.0);
        let (first, last) = waves.fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), x| {
            (first.min(x), last.max(x))
        });
        let highest = points().map(|point| point.1).fold(0.0, f64::max);
        let highest = if highest > 0.0 { highest } else { 1.0 };
        Self {
            first: if first.is_finite() { first } else { 0.0 },
            // a single number of waves stands in the middle
            last: if last > first { last } else { first + 1.0 },
            highest: highest * 1.05,
            step: nice_step(highest / 4.0),
        }
    }

    fn x(&self, waves: f64) -> f64 {
        LEFT + 8.0 + (waves - self.first) / (self.last - self.first) * (RIGHT - LEFT - 8.0)
    }

    fn y(&self, effect: f64) -> f64 {
        BOTTOM - effect / self.highest * (BOTTOM - TOP)
    }

    fn path(&self, points: &[(f64, f64)]) -> String {
        let point = |&(x, y): &(f64, f64)| format!("{},{}", px(self.x(x)), px(self.y(y)));
        points.iter().map(point).collect::<Vec<_>>().join(" ")
    }

    /// Where the number of each line stands: at its end, or as near to it as numbers that would overlap can be.
    fn ends(&self, curves: &[Curve]) -> Vec<f64> {
        let end = |curve: &Curve| curve.points.last().map_or(BOTTOM, |point| self.y(point.1));
        let ends: Vec<f64> = curves.iter().map(end).collect();
        let mut order: Vec<usize> = (0..ends.len()).collect();
        order.sort_by(|&one, &other| ends[one].total_cmp(&ends[other]));
        // less a gap for each number above they may not fall: those that do are pooled in their mean
        let mut pools: Vec<(f64, usize)> = Vec::new();
        for (above, &at) in order.iter().enumerate() {
            let mut pool = (ends[at] - LEAST_GAP * above as f64, 1);
            while let Some(&(mean, n)) = pools.last().filter(|(mean, _)| *mean > pool.0) {
                pool = (
                    (mean * n as f64 + pool.0 * pool.1 as f64) / (n + pool.1) as f64,
                    n + pool.1,
                );
                pools.pop();
            }
            pools.push(pool);
        }
        let pooled = pools
            .iter()
            .flat_map(|&(mean, n)| std::iter::repeat_n(mean, n));
        let mut placed = ends;
        for ((above, at), mean) in order.into_iter().enumerate().zip(pooled) {
            placed[at] = mean + LEAST_GAP * above as f64;
        }
        placed
    }

    fn grid(&self, number: &dyn Fn(f64, usize) -> String) -> Markup {
        let ticks = 0..=(self.highest / self.step).floor() as i64;
        let each = each_time(self.first, self.last);
        let times: Vec<(i64, f64)> = (self.first as i64..=self.last as i64)
            .filter(|waves| (waves - self.first as i64) % each == 0)
            .map(|waves| (waves, self.x(waves as f64)))
            .collect();
        FIELD.grid((ticks, self.step), &|value| self.y(value), &times, number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(label: &str, ends: f64) -> Curve {
        Curve {
            label: label.to_owned(),
            planned: label == "10",
            points: vec![(3.0, 2.0), (4.0, 1.5), (5.0, ends)],
        }
    }

    #[test]
    fn smaller_effects_stand_lower_and_numbers_of_lines_apart() {
        let curves = [curve("5", 1.02), curve("10", 1.01), curve("20", 0.4)];
        let place = Place::of(&curves, &[(3.0, 0.5), (5.0, 0.5)]);
        assert!(place.y(2.0) < place.y(0.5) && place.y(0.0) == BOTTOM && place.y(2.0) > TOP);
        assert!(place.x(3.0) < place.x(5.0) && place.x(5.0) == RIGHT);
        let ends = place.ends(&curves);
        assert!((ends[2] - place.y(0.4)).abs() < 1e-9, "{ends:?}");
        assert!((ends[1] - ends[0] - LEAST_GAP).abs() < 1e-9, "{ends:?}");
        // pushed apart evenly, about where the lines end
        let between = f64::midpoint(place.y(1.02), place.y(1.01));
        assert!(
            (f64::midpoint(ends[0], ends[1]) - between).abs() < 1e-9,
            "{ends:?}"
        );
    }

    #[test]
    fn every_line_the_goal_and_the_plan_are_drawn() {
        let words = Words {
            title: "t",
            description: "d",
            upwards: "u",
            axis: "waves",
            goal: "matters",
            planned: "plan",
        };
        let curves = [curve("5", 1.0), curve("10", 0.8)];
        let number = |value: f64, places: usize| format!("{value:.places$}");
        let goal = [(3.0, 0.5), (5.0, 0.5)];
        let svg = draw(&curves, &goal, (4.0, 1.5), &words, &number).into_string();
        assert_eq!(svg.matches("class=\"line\"").count(), 2);
        assert_eq!(svg.matches("class=\"goal\"").count(), 2);
        assert_eq!(svg.matches("class=\"dot\"").count(), 1);
        let svg = draw(&curves, &[], (4.0, 1.5), &words, &number).into_string();
        assert!(!svg.contains("class=\"goal") && !svg.contains("matters"));
        // one number of waves is no line, and no division by nothing
        let single = Curve {
            points: vec![(3.0, 0.0)],
            ..curve("5", 1.0)
        };
        let svg = draw(&[single], &[], (3.0, 0.0), &words, &number).into_string();
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    }
}
