//! Which curve runs through cumulative carbon without ever falling?

use super::knots::segment;

/// A cubic spline with slopes limited after Hyman (1983): monotone data give a monotone curve.
///
/// ```
/// use aimak_science::soil::stock::MonotoneSpline;
/// let spline = MonotoneSpline::new(&[0.0, 1140.0, 2362.0, 3631.6, 7546.6], &[0.0, 25.08, 45.854, 61.724, 89.129]);
/// assert!((spline.at(2000.0) - 40.3104609968205).abs() < 1e-8); // R 4 spline(method = "hyman")
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct MonotoneSpline<'a> {
    x: &'a [f64],
    y: &'a [f64],
    slope: Vec<f64>,
}

impl<'a> MonotoneSpline<'a> {
    /// The spline through at least two knots with strictly rising `x`.
    pub fn new(x: &'a [f64], y: &'a [f64]) -> Self {
        let secant: Vec<f64> = x
            .windows(2)
            .zip(y.windows(2))
            .map(|(x, y)| (y[1] - y[0]) / (x[1] - x[0]))
            .collect();
        let slope = if x.len() == 2 {
            vec![secant[0]; 2]
        } else {
            hyman(&fmm_slopes(x, &secant), &secant)
        };
        Self { x, y, slope }
    }

    /// The slopes at the knots.
    pub fn slopes(&self) -> &[f64] {
        &self.slope
    }

    /// The value at a place between the first and the last knot.
    pub fn at(&self, place: f64) -> f64 {
        let upper = segment(self.x, place);
        let lower = upper - 1;
        let width = self.x[upper] - self.x[lower];
        let t = (place - self.x[lower]) / width;
        let (t2, t3) = (t * t, t * t * t);
        (2.0 * t3 - 3.0 * t2 + 1.0) * self.y[lower]
            + (t3 - 2.0 * t2 + t) * width * self.slope[lower]
            + (3.0 * t2 - 2.0 * t3) * self.y[upper]
            + (t3 - t2) * width * self.slope[upper]
    }
}

/// Slopes of the cubic spline whose end conditions come from the cubics through the first and last four knots.
///
/// Unknowns are a sixth of the second derivative at each knot; the system is tridiagonal and symmetric.
fn fmm_slopes(x: &[f64], secant: &[f64]) -> Vec<f64> {
    let n = x.len();
    let width: Vec<f64> = x.windows(2).map(|x| x[1] - x[0]).collect();
    let mut diagonal = vec![0.0; n];
    let mut right = vec![0.0; n];
    for i in 1..n - 1 {
        diagonal[i] = 2.0 * (width[i - 1] + width[i]);
        right[i] = secant[i] - secant[i - 1];
    }
    (diagonal[0], diagonal[n - 1]) = (-width[0], -width[n - 2]);
    if n > 3 {
        let bend = |i: usize| right[i] / (x[i + 1] - x[i - 1]);
        let first = (bend(2) - bend(1)) * width[0] * width[0] / (x[3] - x[0]);
        let last =
            (bend(n - 2) - bend(n - 3)) * width[n - 2] * width[n - 2] / (x[n - 1] - x[n - 4]);
        (right[0], right[n - 1]) = (first, -last);
    }
    for i in 1..n {
        let factor = width[i - 1] / diagonal[i - 1];
        diagonal[i] -= factor * width[i - 1];
        right[i] -= factor * right[i - 1];
    }
    let mut bend = right;
    bend[n - 1] /= diagonal[n - 1];
    for i in (0..n - 1).rev() {
        bend[i] = (bend[i] - width[i] * bend[i + 1]) / diagonal[i];
    }
    let inner = (0..n - 1).map(|i| secant[i] - width[i] * (bend[i + 1] + 2.0 * bend[i]));
    let end = secant[n - 2] + width[n - 2] * (bend[n - 2] + 2.0 * bend[n - 1]);
    inner.chain([end]).collect()
}

/// Hyman's filter: no slope beyond three times the smaller neighbouring secant, none against the data.
fn hyman(slope: &[f64], secant: &[f64]) -> Vec<f64> {
    let last = secant.len() - 1;
    let limited = |(i, b): (usize, &f64)| {
        let (left, right) = (secant[i.saturating_sub(1)], secant[i.min(last)]);
        let limit = 3.0 * left.abs().min(right.abs());
        let sign = if left * right > 0.0 { right } else { *b };
        if sign >= 0.0 {
            b.max(0.0).min(limit)
        } else {
            b.min(0.0).max(-limit)
        }
    };
    slope.iter().enumerate().map(limited).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slopes_of_the_worked_example() {
        // METHODS A.4, follow-up profile, computed there and in R
        let mass = [0.0, 951.6323, 3073.0805, 5381.8711];
        let carbon = [0.0, 24.3432, 59.6981, 81.2813];
        let expected = [0.029_020_05, 0.022_351_12, 0.012_024_54, 0.007_909_44];
        for (slope, expected) in MonotoneSpline::new(&mass, &carbon)
            .slopes()
            .iter()
            .zip(expected)
        {
            assert!((slope - expected).abs() < 2e-8, "{slope} {expected}");
        }
    }

    proptest! {
        #[test]
        fn rising_data_give_a_rising_curve_through_the_knots(
            steps in prop::collection::vec((0.1..10.0_f64, 0.0..5.0_f64), 2..8), a in 0.0..1.0_f64, b in 0.0..1.0_f64,
        ) {
            let (mut x, mut y) = (vec![0.0], vec![0.0]);
            for (i, (dx, dy)) in steps.iter().enumerate() {
                x.push(x[i] + dx);
                y.push(y[i] + dy);
            }
            let spline = MonotoneSpline::new(&x, &y);
            let end = x[x.len() - 1];
            prop_assert!(spline.at(a.min(b) * end) <= spline.at(a.max(b) * end) + 1e-9);
            for (x, y) in x.iter().zip(&y) {
                prop_assert!((spline.at(*x) - y).abs() < 1e-9);
            }
        }
    }
}
