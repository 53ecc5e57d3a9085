//! What would other layers have shown, had the soil been sampled at other depths?

use aimak_core::{Message, Reason, Withheld};

use super::remark::Remark;
use crate::methods::range::in_range;

/// The smoothing in common use (Malone et al. 2009); 0 keeps every layer's mean exactly.
pub const COMMON_SMOOTHING: f64 = 0.1;

/// A value of a layer, the mean over its thickness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DepthLayer {
    /// Upper limit, cm.
    pub top_cm: f64,
    /// Lower limit, cm.
    pub bottom_cm: f64,
    /// Mean of the property.
    pub value: f64,
}

impl DepthLayer {
    fn thickness_cm(&self) -> f64 {
        self.bottom_cm - self.top_cm
    }
}

/// A curve over depth whose means over the sampled layers are those of the samples: quadratic in layers, straight across gaps,
/// smooth at the limits, level at both ends.
///
/// # Formula
/// It minimises `(1/n)·Σ(yᵢ − mean of f over layer i)² + λ·∫f′²`. With slope bᵢ at the lower limit of layer i (b₀ = bₙ = 0), thickness δᵢ
/// and gap γᵢ below it:
/// `(δᵢ − 6nλ)·bᵢ₋₁ + (2δᵢ + 2δᵢ₊₁ + 6γᵢ + 12nλ)·bᵢ + (δᵢ₊₁ − 6nλ)·bᵢ₊₁ = 6·(yᵢ₊₁ − yᵢ)`; the mean of the curve over layer i is
/// `sᵢ = yᵢ − nλ·(bᵢ₋₁ − bᵢ)`.
///
/// # Units
/// Depth in cm; λ belongs to cm. The value keeps its unit.
///
/// # Range and edge cases
/// Two layers at least, not overlapping. With λ = 0 the mass of every layer is kept; with λ > 0 it is smoothed, and only the plain sum
/// of the means is kept ([`Self::fitted`] shows them). The mass kept is value times thickness: for a stock give it carbon by volume,
/// not by mass. Nothing is read off above the first or below the last sample (`GAP_AT_DEPTH`), and a mean below 0 is refused
/// (`OUT_OF_RANGE`) and not set to 0.
///
/// # Example
/// ```
/// use aimak_science::soil::depth_spline::{DepthLayer, MassPreservingSpline};
/// let layer = |top_cm, bottom_cm, value| DepthLayer { top_cm, bottom_cm, value };
/// let spline = MassPreservingSpline::new(&[layer(0.0, 20.0, 2.0), layer(20.0, 40.0, 1.0)], 0.0).unwrap();
/// // b₁ = 6·(1 − 2)/(2·20 + 2·20) = −0.075: f(0) = 2 + 0.075·20/6 = 2.25, f(20) = 1.5
/// assert!((spline.value_at(0.0).unwrap() - 2.25).abs() < 1e-12);
/// assert!((spline.value_at(20.0).unwrap() - 1.5).abs() < 1e-12);
/// assert!((spline.mean(0.0, 20.0).unwrap().value - 2.0).abs() < 1e-12);
/// // over 0–10 cm: 2.25 − 0.075·10²/(3·40)
/// assert!((spline.mean(0.0, 10.0).unwrap().value - 2.1875).abs() < 1e-12);
/// ```
///
/// # Reference
/// Bishop, `McBratney` & Laslett (1999), Geoderma 91:27–45, doi:10.1016/S0016-7061(99)00003-8; Malone et al. (2009), Geoderma
/// 154:138–152, doi:10.1016/j.geoderma.2009.10.007.
#[derive(Clone, Debug, PartialEq)]
pub struct MassPreservingSpline {
    layers: Vec<DepthLayer>,
    /// Means of the curve over the layers.
    fitted: Vec<f64>,
    /// Slopes at the top of the first layer, then at the lower limit of each.
    slopes: Vec<f64>,
}

/// The mean of a curve between two depths.
#[derive(Clone, Debug, PartialEq)]
pub struct DepthMean {
    /// The mean.
    pub value: f64,
    /// Remarks.
    pub remarks: Vec<Remark>,
}

impl MassPreservingSpline {
    /// The curve through sampled layers.
    pub fn new(sampled: &[DepthLayer], smoothing: f64) -> Result<Self, Withheld> {
        in_range("smoothing", smoothing, 0.0, 1e6)?;
        let layers = in_order(sampled)?;
        let weight = layers.len() as f64 * smoothing;
        let inner = inner_slopes(&layers, weight);
        let slopes: Vec<f64> = [0.0].into_iter().chain(inner).chain([0.0]).collect();
        let fitted = layers
            .iter()
            .zip(slopes.windows(2))
            .map(|(layer, slope)| layer.value - weight * (slope[0] - slope[1]))
            .collect();
        Ok(Self {
            layers,
            fitted,
            slopes,
        })
    }

    /// Means of the curve over the sampled layers, top down.
    pub fn fitted(&self) -> &[f64] {
        &self.fitted
    }

    /// The value at a depth; `None` outside the samples.
    pub fn value_at(&self, depth_cm: f64) -> Option<f64> {
        let i = self
            .layers
            .iter()
            .position(|layer| depth_cm <= layer.bottom_cm)?;
        let within = depth_cm - self.layers[i].top_cm;
        if within >= 0.0 {
            let [start, slope, bend] = self.quadratic(i);
            return Some(start + within * (slope + within * bend));
        }
        // in the gap above layer i, straight
        let above = i.checked_sub(1)?;
        let from_above = depth_cm - self.layers[above].bottom_cm;
        Some(self.at_bottom(above) + self.slopes[i] * from_above)
    }

    /// The mean between two depths.
    ///
    /// # Errors
    /// `GAP_AT_DEPTH` outside the sampled depths, `OUT_OF_RANGE` where the limits are no interval or the mean falls below 0.
    pub fn mean(&self, top_cm: f64, bottom_cm: f64) -> Result<DepthMean, Withheld> {
        in_range("bottom_cm", bottom_cm, top_cm.next_up(), f64::MAX)?;
        let (first, last) = (
            self.layers[0].top_cm,
            self.layers[self.layers.len() - 1].bottom_cm,
        );
        if top_cm < first || bottom_cm > last {
            let detail = Message::new("detail-depth-reached")
                .with("reached", last)
                .with("needed", bottom_cm);
            return Err(Withheld::because(Reason::GapAtDepth).with(detail));
        }
        let (mut integral, mut across_gap) = (0.0, false);
        for i in 0..self.layers.len() {
            let layer = &self.layers[i];
            let (from, to) = (top_cm.max(layer.top_cm), bottom_cm.min(layer.bottom_cm));
            if from < to {
                integral += self.integral_in_layer(i, to) - self.integral_in_layer(i, from);
            }
            if let Some(below) = self.layers.get(i + 1) {
                let (from, to) = (top_cm.max(layer.bottom_cm), bottom_cm.min(below.top_cm));
                if from < to {
                    across_gap = true;
                    let middle = f64::midpoint(from, to) - layer.bottom_cm;
                    integral += (to - from) * (self.at_bottom(i) + self.slopes[i + 1] * middle);
                }
            }
        }
        let value = integral / (bottom_cm - top_cm);
        in_range("spline_mean", value, 0.0, f64::MAX)?;
        let remarks = across_gap
            .then_some(Remark::SplineAcrossGap)
            .into_iter()
            .collect();
        Ok(DepthMean { value, remarks })
    }

    /// `f = start + slope·x + bend·x²` in layer i, x from its top.
    fn quadratic(&self, i: usize) -> [f64; 3] {
        let thickness = self.layers[i].thickness_cm();
        let (upper, lower) = (self.slopes[i], self.slopes[i + 1]);
        let start = self.fitted[i] - thickness * (upper / 3.0 + lower / 6.0);
        [start, upper, (lower - upper) / (2.0 * thickness)]
    }

    /// Value at the lower limit of layer i.
    fn at_bottom(&self, i: usize) -> f64 {
        let thickness = self.layers[i].thickness_cm();
        self.fitted[i] + thickness * (self.slopes[i] / 6.0 + self.slopes[i + 1] / 3.0)
    }

    /// The integral from the top of layer i down to a depth in it.
    fn integral_in_layer(&self, i: usize, depth_cm: f64) -> f64 {
        let x = depth_cm - self.layers[i].top_cm;
        let [start, slope, bend] = self.quadratic(i);
        x * (start + x * (slope / 2.0 + x * bend / 3.0))
    }
}

/// The layers top down, checked.
fn in_order(sampled: &[DepthLayer]) -> Result<Vec<DepthLayer>, Withheld> {
    let mut layers = sampled.to_vec();
    layers.sort_by(|a, b| a.top_cm.total_cmp(&b.top_cm));
    if layers.len() < 2 {
        let detail = Message::new("detail-layers")
            .with("n", layers.len())
            .with("needed", 2usize);
        return Err(Withheld::because(Reason::TooFewObservations).with(detail));
    }
    let mut reached_cm = 0.0;
    for layer in &layers {
        in_range("top_cm", layer.top_cm, reached_cm, 1e4)?;
        in_range("bottom_cm", layer.bottom_cm, layer.top_cm.next_up(), 1e4)?;
        in_range("value", layer.value, 0.0, f64::MAX)?;
        reached_cm = layer.bottom_cm;
    }
    Ok(layers)
}

/// Slopes at the lower limits of all layers but the last: a symmetric tridiagonal system, dominant on its diagonal.
fn inner_slopes(layers: &[DepthLayer], weight: f64) -> Vec<f64> {
    let thickness: Vec<f64> = layers.iter().map(DepthLayer::thickness_cm).collect();
    let n = layers.len() - 1;
    let beside = |i: usize| thickness[i + 1] - 6.0 * weight;
    let mut diagonal = Vec::with_capacity(n);
    let mut right = Vec::with_capacity(n);
    for i in 0..n {
        let gap = layers[i + 1].top_cm - layers[i].bottom_cm;
        let own = 2.0 * (thickness[i] + thickness[i + 1]) + 6.0 * gap + 12.0 * weight;
        let rise = 6.0 * (layers[i + 1].value - layers[i].value);
        // elimination from the top; the first row has nothing above it
        let factor = if i == 0 {
            0.0
        } else {
            beside(i - 1) / diagonal[i - 1]
        };
        let above = if i == 0 {
            (0.0, 0.0)
        } else {
            (beside(i - 1), right[i - 1])
        };
        diagonal.push(own - factor * above.0);
        right.push(rise - factor * above.1);
    }
    let mut slopes = right;
    for i in (0..n).rev() {
        let below = if i + 1 < n {
            beside(i) * slopes[i + 1]
        } else {
            0.0
        };
        slopes[i] = (slopes[i] - below) / diagonal[i];
    }
    slopes
}

#[cfg(test)]
mod tests;
