//! Scales with few, round ticks.

use std::ops::RangeInclusive;

use maud::{Markup, html};

use super::px;
use crate::colour::{decimals, nice_step};

/// Width of a digit in the letters of a scale.
const DIGIT: f64 = 6.8;
/// What charts leave free on both sides of a scale.
const BESIDE: f64 = 8.0;

/// A linear scale from values to chart units.
pub(super) struct Axis {
    left: f64,
    right: f64,
    lowest: f64,
    highest: f64,
    step: f64,
}

impl Axis {
    /// A scale for values from `lowest` to `highest` between two places, with about four ticks.
    pub(super) fn new((lowest, highest): (f64, f64), left: f64, right: f64) -> Self {
        let (lowest, highest) = if lowest.is_finite() {
            (lowest, highest)
        } else {
            (0.0, 1.0)
        };
        // a single value stands in the middle of a scale of its own size
        let half = if highest > lowest {
            0.0
        } else {
            lowest.abs().max(1.0) * 0.1
        };
        let (lowest, highest) = (lowest - half, highest + half);
        let room = highest - lowest;
        let step = nice_step(room / 4.0);
        let (lowest, highest) = (lowest - room * 0.06, highest + room * 0.06);
        Self {
            left,
            right,
            lowest,
            highest,
            step,
        }
    }

    /// Place of a value.
    pub(super) fn x(&self, value: f64) -> f64 {
        self.left + (value - self.lowest) / (self.highest - self.lowest) * (self.right - self.left)
    }

    /// The middle of a number below `x`, moved in where it would be cut off at an end.
    fn inside(&self, x: f64, label: &str) -> f64 {
        let half = label.chars().count() as f64 * DIGIT / 2.0;
        let (left, right) = (self.left - BESIDE + half, self.right + BESIDE - half);
        // where the scale is shorter than the number nothing helps
        x.min(right).max(left)
    }

    /// Values of the ticks.
    fn ticks(&self) -> impl Iterator<Item = f64> {
        let first = (self.lowest / self.step).ceil() as i64;
        let last = (self.highest / self.step).floor() as i64;
        (first..=last).map(|i| i as f64 * self.step)
    }

    /// Values of the ticks with their numbers.
    pub(super) fn labelled(&self, number: &dyn Fn(f64, usize) -> String) -> Vec<(f64, String)> {
        let places = decimals(self.step);
        self.ticks()
            .map(|tick| (tick, number(tick, places)))
            .collect()
    }

    /// Grid lines in the `bands` (top, bottom) and numbers below the last; zero is drawn stronger.
    ///
    /// Lines stay inside the bands of the marks: drawn through, they would strike out the labels between them.
    pub(super) fn draw(
        &self,
        bands: &[(f64, f64)],
        zero: bool,
        number: &dyn Fn(f64, usize) -> String,
    ) -> Markup {
        let places = decimals(self.step);
        let below = bands.last().map_or(0.0, |(_, bottom)| *bottom);
        html! {
            g class="axis" {
                @for tick in self.ticks() {
                    @let x = px(self.x(tick));
                    @for (top, bottom) in bands {
                        line class=(if zero && tick == 0.0 { "zero" } else { "grid" }) x1=(x) x2=(x) y1=(px(*top)) y2=(px(*bottom)) {}
                    }
                    @let label = number(tick, places);
                    text x=(px(self.inside(self.x(tick), &label))) y=(px(below + 14.0)) text-anchor="middle" { (label) }
                }
            }
        }
    }
}

/// The upward scale of a chart with two: some room beside what is drawn, and round steps.
pub(super) struct Upward {
    lowest: f64,
    highest: f64,
    step: f64,
}

impl Upward {
    /// Part of its extent that stays free at each end.
    const ROOM: f64 = 0.08;

    /// A scale for values from `lo` to `hi` with about so many steps.
    pub(super) fn new((lo, hi): (f64, f64), steps: f64) -> Self {
        let extent = if hi > lo { hi - lo } else { 1.0 };
        Self {
            lowest: lo - Self::ROOM * extent,
            highest: hi + Self::ROOM * extent,
            step: nice_step(extent / steps),
        }
    }

    /// Where a value stands between the top and the bottom of the drawing.
    pub(super) fn y(&self, value: f64, (top, bottom): (f64, f64)) -> f64 {
        let share = (value - self.lowest) / (self.highest - self.lowest);
        bottom - share * (bottom - top)
    }

    /// The multiples of the step that lie on it, and the step.
    pub(super) fn ticks(&self) -> (RangeInclusive<i64>, f64) {
        let first = (self.lowest / self.step).ceil() as i64;
        let last = (self.highest / self.step).floor() as i64;
        (first..=last, self.step)
    }
}

/// Where a chart with two scales is drawn.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// Left end of the horizontal lines; numbers stand before it.
    pub left: f64,
    /// Their right end.
    pub right: f64,
    /// Lower end; numbers of times stand below it.
    pub bottom: f64,
}

impl Field {
    /// Horizontal lines at the multiples `ticks` of a step, zero drawn stronger, their numbers to the left, and times below.
    pub(super) fn grid(
        self,
        (ticks, step): (RangeInclusive<i64>, f64),
        y: &dyn Fn(f64) -> f64,
        times: &[(i64, f64)],
        number: &dyn Fn(f64, usize) -> String,
    ) -> Markup {
        let places = decimals(step);
        html! {
            g class="axis" {
                @for tick in ticks {
                    @let value = tick as f64 * step;
                    @let line = px(y(value));
                    line class=(if tick == 0 { "zero" } else { "grid" }) x1=(px(self.left)) x2=(px(self.right)) y1=(line) y2=(line) {}
                    text x=(px(self.left - 6.0)) y=(px(y(value) + 4.0)) text-anchor="end" { (number(value, places)) }
                }
                @for (time, x) in times {
                    text x=(px(*x)) y=(px(self.bottom + 15.0)) text-anchor="middle" { (number(*time as f64, 0)) }
                }
            }
        }
    }
}

/// Every how many times a number is written below, so that at most about a dozen stand there.
pub(super) fn each_time(first: f64, last: f64) -> i64 {
    ((last - first + 1.0) / 12.0).ceil().max(1.0) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_at_the_ends_keep_their_signs() {
        let axis = Axis::new((-0.025, 0.075), 8.0, 352.0);
        let label = "−0,025";
        let half = label.chars().count() as f64 * DIGIT / 2.0;
        let (left, right) = (axis.inside(8.0, label), axis.inside(352.0, label));
        assert!(left >= half && right <= 360.0 - half, "{left} {right}");
        assert_eq!(axis.inside(180.0, label), 180.0);
    }

    #[test]
    fn ticks_are_round_and_few() {
        let ticks: Vec<f64> = Axis::new((-0.4, 3.7), 0.0, 100.0).ticks().collect();
        assert_eq!(ticks, [0.0, 2.0]);
        assert_eq!(Axis::new((5.0, 5.0), 0.0, 100.0).ticks().count(), 5);
    }
}
