//! How much organic carbon lies in the same mass of soil, whatever its density became?

use aimak_core::{Message, Reason, SoilLayer, Withheld};

use super::soil_stock::{CarbonProfile, Stock};

/// Soil organic matter per organic carbon in the mineral mass (van Bemmelen; METHODS A.2, A.4).
const ORGANIC_MATTER_PER_CARBON: f64 = 1.724;

/// Cumulative carbon over cumulative mineral mass of a profile, knot by knot from the surface.
///
/// # Formula
/// Per layer `M = 100·ρ·t·(1−g)·(1 − 1.724·c/100)` and `C = 100·ρ·t·(1−g)·c/100`, both t/ha, cumulated from (0, 0).
/// Mineral mass, because added organic matter must not dilute its own reference.
#[derive(Clone, Debug, PartialEq)]
pub struct MassCurve {
    depth_cm: Vec<f64>,
    mineral_t_per_ha: Vec<f64>,
    carbon_t_per_ha: Vec<f64>,
    flags: Vec<Message>,
}

impl MassCurve {
    /// The curve of a profile sampled at least to `target_cm`.
    ///
    /// # Errors
    /// Where the profile has gaps or lacks numbers; see [`CarbonProfile::new`].
    pub fn new(sampled: &[SoilLayer], target_cm: f64) -> Result<Self, Withheld> {
        let profile = CarbonProfile::new(sampled, target_cm)?;
        let (mut depths, mut minerals, mut carbons) = (vec![0.0], vec![0.0], vec![0.0]);
        let (mut mineral, mut carbon) = (0.0, 0.0);
        for layer in &profile.layers {
            let fine_earth = layer.fine_earth_t_per_ha_cm * layer.thickness_cm();
            mineral +=
                fine_earth * (1.0 - ORGANIC_MATTER_PER_CARBON * layer.carbon_percent / 100.0);
            carbon += fine_earth * layer.carbon_percent / 100.0;
            depths.push(layer.bottom_cm);
            minerals.push(mineral);
            carbons.push(carbon);
        }
        if minerals.windows(2).any(|pair| pair[1] <= pair[0]) {
            return Err(Withheld::because(Reason::OutOfRange));
        }
        Ok(Self {
            depth_cm: depths,
            mineral_t_per_ha: minerals,
            carbon_t_per_ha: carbons,
            flags: profile.flags,
        })
    }

    /// Number of layers.
    pub fn layers(&self) -> usize {
        self.depth_cm.len() - 1
    }

    /// Depth of sampling, cm.
    pub fn depth_cm(&self) -> f64 {
        self.depth_cm.last().copied().unwrap_or(0.0)
    }

    /// Cumulative mineral mass at a depth inside the profile, t/ha (mass is even within a layer).
    pub fn mass_at_t_per_ha(&self, depth_cm: f64) -> f64 {
        let upper = segment(&self.depth_cm, depth_cm);
        straight(&self.depth_cm, &self.mineral_t_per_ha, upper, depth_cm)
    }

    /// Refuses a reference mass below the sampled soil: nothing is extrapolated.
    fn reaches(&self, mass_t_per_ha: f64) -> Result<(), Withheld> {
        let sampled = self.mineral_t_per_ha.last().copied().unwrap_or(0.0);
        if mass_t_per_ha <= sampled {
            return Ok(());
        }
        let detail = Message::new("detail-mass-reached")
            .with("reached", sampled)
            .with("needed", mass_t_per_ha);
        Err(Withheld::because(Reason::EsmNeedsDeeperSample).with(detail))
    }
}

/// Index of the knot at the upper end of the interval that holds `x`.
fn segment(knots: &[f64], x: f64) -> usize {
    knots
        .partition_point(|knot| *knot < x)
        .clamp(1, knots.len() - 1)
}

/// Straight line between the knots `i` and `i + 1`.
fn straight(x: &[f64], y: &[f64], upper: usize, at: f64) -> f64 {
    let share = (at - x[upper - 1]) / (x[upper] - x[upper - 1]);
    if share == 1.0 {
        y[upper]
    } else {
        y[upper - 1] + share * (y[upper] - y[upper - 1])
    }
}

/// Equivalent soil mass with straight lines between the sampled layers.
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::methods::equivalent_mass::{EsmLinear, MassCurve};
/// let layer = |top_cm, bottom_cm, carbon, density, coarse| SoilLayer {
///     top_cm, bottom_cm, carbon_percent: Some(carbon), bulk_density_g_per_cm3: Some(density),
///     coarse_fraction: Some(coarse), ph: None,
/// };
/// let before = [layer(0., 10., 2.10, 1.18, 0.08), layer(10., 30., 1.55, 1.29, 0.12), layer(30., 50., 0.90, 1.38, 0.15)];
/// let after = [layer(0., 10., 2.45, 1.08, 0.08), layer(10., 30., 1.62, 1.24, 0.12), layer(30., 50., 0.92, 1.38, 0.15)];
/// let reference_t_per_ha = MassCurve::new(&before, 30.0).unwrap().mass_at_t_per_ha(30.0);
/// assert!((reference_t_per_ha - 3256.0273).abs() < 5e-5);
/// let stock = EsmLinear { reference_t_per_ha }.stock(&MassCurve::new(&after, 30.0).unwrap()).unwrap();
/// assert!((stock.carbon_t_per_ha - 61.4083).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.4; Wendt & Hauser (2013), Eur. J. Soil Sci. 64:58–65, doi:10.1111/ejss.12002.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EsmLinear {
    /// Reference mineral mass, t/ha.
    pub reference_t_per_ha: f64,
}

impl EsmLinear {
    /// The carbon above the reference mass, t/ha.
    ///
    /// # Errors
    /// `ESM_NEEDS_DEEPER_SAMPLE` where sampling ends above the reference mass.
    pub fn stock(&self, curve: &MassCurve) -> Result<Stock, Withheld> {
        curve.reaches(self.reference_t_per_ha)?;
        let upper = segment(&curve.mineral_t_per_ha, self.reference_t_per_ha);
        let carbon = straight(
            &curve.mineral_t_per_ha,
            &curve.carbon_t_per_ha,
            upper,
            self.reference_t_per_ha,
        );
        Ok(Stock {
            carbon_t_per_ha: carbon,
            flags: curve.flags.clone(),
        })
    }
}

/// Equivalent soil mass with a monotone cubic spline through the sampled layers; needs three layers.
///
/// # Formula
/// The cubic spline of Forsythe, Malcolm & Moler, its slopes limited after Hyman so that cumulative carbon never falls,
/// then cubic Hermite pieces.
///
/// # Range and edge cases
/// With fewer than three layers use [`EsmLinear`]. Nothing is extrapolated below the last sample.
///
/// # Example
/// ```
/// use aimak_core::SoilLayer;
/// use aimak_science::methods::equivalent_mass::{EsmSpline, MassCurve};
/// let layer = |top_cm, bottom_cm, carbon, density, coarse| SoilLayer {
///     top_cm, bottom_cm, carbon_percent: Some(carbon), bulk_density_g_per_cm3: Some(density),
///     coarse_fraction: Some(coarse), ph: None,
/// };
/// let before = [layer(0., 10., 2.10, 1.18, 0.08), layer(10., 30., 1.55, 1.29, 0.12), layer(30., 50., 0.90, 1.38, 0.15)];
/// let after = [layer(0., 10., 2.45, 1.08, 0.08), layer(10., 30., 1.62, 1.24, 0.12), layer(30., 50., 0.92, 1.38, 0.15)];
/// let reference_t_per_ha = MassCurve::new(&before, 30.0).unwrap().mass_at_t_per_ha(30.0);
/// let stock = EsmSpline { reference_t_per_ha }.stock(&MassCurve::new(&after, 30.0).unwrap()).unwrap();
/// assert!((stock.carbon_t_per_ha - 61.8426).abs() < 5e-5);
/// ```
///
/// # Reference
/// METHODS A.4 and P.1; von Haden et al. (2020), Glob. Change Biol. 26:3759–3770, doi:10.1111/gcb.15124.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EsmSpline {
    /// Reference mineral mass, t/ha.
    pub reference_t_per_ha: f64,
}

impl EsmSpline {
    /// The carbon above the reference mass, t/ha.
    ///
    /// # Errors
    /// `ESM_NEEDS_DEEPER_SAMPLE` with fewer than three layers or where sampling ends above the reference mass.
    pub fn stock(&self, curve: &MassCurve) -> Result<Stock, Withheld> {
        if curve.layers() < 3 {
            let detail = Message::new("detail-layers")
                .with("n", curve.layers())
                .with("needed", 3usize);
            return Err(Withheld::because(Reason::EsmNeedsDeeperSample).with(detail));
        }
        curve.reaches(self.reference_t_per_ha)?;
        let spline = MonotoneSpline::new(&curve.mineral_t_per_ha, &curve.carbon_t_per_ha);
        Ok(Stock {
            carbon_t_per_ha: spline.at(self.reference_t_per_ha),
            flags: curve.flags.clone(),
        })
    }
}

/// A cubic spline with slopes limited after Hyman (1983): monotone data give a monotone curve.
///
/// ```
/// use aimak_science::methods::equivalent_mass::MonotoneSpline;
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

    fn soil(layers: &[(f64, f64)]) -> Vec<SoilLayer> {
        let layer = |(i, (carbon, density)): (usize, &(f64, f64))| SoilLayer {
            top_cm: 10.0 * i as f64,
            bottom_cm: 10.0 * (i + 1) as f64,
            carbon_percent: Some(*carbon),
            bulk_density_g_per_cm3: Some(*density),
            coarse_fraction: Some(0.1),
            ph: None,
        };
        layers.iter().enumerate().map(layer).collect()
    }

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

    #[test]
    fn compaction_below_the_sample_is_refused() {
        let curve = MassCurve::new(&soil(&[(2.0, 1.0), (1.5, 1.0), (1.0, 1.0)]), 30.0).unwrap();
        let deeper = EsmSpline {
            reference_t_per_ha: 4000.0,
        }
        .stock(&curve);
        assert_eq!(deeper.unwrap_err().reason, Reason::EsmNeedsDeeperSample);
    }

    #[test]
    fn two_layers_have_no_spline() {
        let curve = MassCurve::new(&soil(&[(2.0, 1.0), (1.5, 1.0)]), 20.0).unwrap();
        assert_eq!(
            EsmSpline {
                reference_t_per_ha: 100.0
            }
            .stock(&curve)
            .unwrap_err()
            .reason,
            Reason::EsmNeedsDeeperSample
        );
        assert!(
            EsmLinear {
                reference_t_per_ha: 100.0
            }
            .stock(&curve)
            .is_ok()
        );
    }

    proptest! {
        #[test]
        fn carbon_never_falls_with_mass(layers in prop::collection::vec((0.0..8.0, 0.6..1.7), 3..7), a in 0.0..1.0_f64, b in 0.0..1.0_f64) {
            let curve = MassCurve::new(&soil(&layers), 30.0).unwrap();
            let whole = curve.mineral_t_per_ha.last().copied().unwrap();
            let at = |share: f64| {
                EsmSpline { reference_t_per_ha: share * whole }.stock(&curve).unwrap().carbon_t_per_ha
            };
            prop_assert!(at(a.min(b)) <= at(a.max(b)) + 1e-9);
        }

        #[test]
        fn the_whole_profile_holds_the_whole_stock(layers in prop::collection::vec((0.0..8.0, 0.6..1.7), 3..7)) {
            let curve = MassCurve::new(&soil(&layers), 30.0).unwrap();
            let reference_t_per_ha = curve.mass_at_t_per_ha(curve.depth_cm());
            let whole = curve.carbon_t_per_ha.last().copied().unwrap();
            prop_assert_eq!(EsmLinear { reference_t_per_ha }.stock(&curve).unwrap().carbon_t_per_ha, whole);
            let spline = EsmSpline { reference_t_per_ha }.stock(&curve).unwrap();
            prop_assert!((spline.carbon_t_per_ha - whole).abs() < 1e-9);
        }
    }
}
