//! Between which knots of a curve does a place lie?

/// Index of the knot at the upper end of the interval that holds `x`.
pub(super) fn segment(knots: &[f64], x: f64) -> usize {
    knots
        .partition_point(|knot| *knot < x)
        .clamp(1, knots.len() - 1)
}

/// Straight line between the knots `upper - 1` and `upper`.
pub(super) fn straight(x: &[f64], y: &[f64], upper: usize, at: f64) -> f64 {
    let share = (at - x[upper - 1]) / (x[upper] - x[upper - 1]);
    if share == 1.0 {
        y[upper]
    } else {
        y[upper - 1] + share * (y[upper] - y[upper - 1])
    }
}
