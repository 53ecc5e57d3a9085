//! Where on one scale do values lie? For pictures that are drawn in the browser, which formats nothing and rounds nothing itself.

use serde::Serialize;

use super::axis::Axis;

/// A scale from 0 (left) to 1 (right).
pub struct Scale(Axis);

/// A line of a scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tick {
    /// Its place.
    pub at: f64,
    /// Its number, as the language writes it.
    pub label: String,
    /// True for zero, where zero means "no change".
    pub zero: bool,
}

impl Scale {
    /// A scale for everything from the lowest to the highest of `values`; zero is in sight where it means "no change".
    pub fn of(values: impl Iterator<Item = f64>, zero: bool) -> Self {
        let values = values.chain(zero.then_some(0.0));
        let ends = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), value| {
            (lo.min(value), hi.max(value))
        });
        Self(Axis::new(ends, 0.0, 1.0))
    }

    /// Place of a value, to a thousandth of the width of a picture.
    pub fn at(&self, value: f64) -> f64 {
        (self.0.x(value) * 1e4).round() / 1e4
    }

    /// Its lines.
    pub fn ticks(&self, zero: bool, number: &dyn Fn(f64, usize) -> String) -> Vec<Tick> {
        let ticks = self.0.labelled(number).into_iter();
        ticks
            .map(|(value, label)| Tick {
                at: self.at(value),
                label,
                zero: zero && value == 0.0,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_lies_inside_and_zero_in_sight() {
        let scale = Scale::of([2.0, 3.0].into_iter(), true);
        assert!(scale.at(0.0) > 0.0 && scale.at(3.0) < 1.0 && scale.at(2.0) < scale.at(3.0));
        let ticks = scale.ticks(true, &|v, d| format!("{v:.d$}"));
        assert!(
            ticks
                .iter()
                .any(|tick| tick.zero && tick.at == scale.at(0.0))
        );
        let state = Scale::of([2.0, 3.0].into_iter(), false);
        assert!(state.at(0.0) < 0.0);
        assert!(
            state
                .ticks(false, &|v, d| format!("{v:.d$}"))
                .iter()
                .all(|tick| !tick.zero)
        );
    }
}
