//! How far off can loss and export of an area be?
//!
//! Loss is a product and takes every multiplier as it is. Export takes C three times: in the loss, in what a cell gathers and in
//! what lies before it, `IC = log₁₀(D_up/D_dn)` with `D_up ∝ C` and `D_dn ∝ 1/C`, so a multiplier m of C raises IC by 2·log₁₀ m
//! (floors of C and S aside, and C is not cut at 1). So export needs no more than the loss by IC.

use super::{DrawsOf, ParameterUncertainty, UncertainFactor, monte_carlo};
use crate::erosion::water::delivery::DeliveryRatio;

/// Lowest IC that is told apart.
const LOWEST: f64 = -16.0;
/// Classes in one unit of IC; the ratio is all but straight over a twentieth.
const CLASSES_PER_UNIT: f64 = 20.0;
/// Number of classes, up to IC 8.
const CLASSES: usize = 480;

/// Loss by the connectivity of the cells that lose it, t yr⁻¹.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LossByConnectivity {
    /// Loss, and loss times IC, by class; empty where there is none.
    classes: Vec<[f64; 2]>,
    /// Loss of cells that are streams.
    on_streams: f64,
}

impl LossByConnectivity {
    /// Adds the loss of a cell; one that reaches no stream exports nothing.
    pub fn add(&mut self, loss: f64, connectivity: Option<f64>, on_stream: bool) {
        if on_stream {
            self.on_streams += loss;
        } else if let Some(index) = connectivity {
            if self.classes.is_empty() {
                self.classes = vec![[0.0; 2]; CLASSES];
            }
            let class = ((index - LOWEST) * CLASSES_PER_UNIT).max(0.0) as usize;
            let [sum, moment] = &mut self.classes[class.min(CLASSES - 1)];
            *sum += loss;
            *moment += loss * index;
        }
    }

    /// Adds that of another strip.
    pub fn merge(&mut self, other: &Self) {
        self.on_streams += other.on_streams;
        if self.classes.is_empty() {
            self.classes.clone_from(&other.classes);
            return;
        }
        for (own, other) in self.classes.iter_mut().zip(&other.classes) {
            own[0] += other[0];
            own[1] += other[1];
        }
    }

    /// Export with IC raised by `shift`, t yr⁻¹.
    fn export(&self, delivery: DeliveryRatio, shift: f64) -> f64 {
        let classes = self.classes.iter().filter(|[loss, _]| *loss > 0.0);
        let export = classes.map(|[loss, moment]| loss * delivery.of_slope(moment / loss + shift));
        self.on_streams + export.sum::<f64>()
    }
}

/// What the uncertainty of the factors makes of the totals of an area.
#[derive(Clone, Debug, PartialEq)]
pub struct SedimentUncertainty {
    /// Of the loss.
    pub loss: ParameterUncertainty,
    /// Of the export.
    pub export: ParameterUncertainty,
}

/// The factor that connectivity knows too.
const COVER: &str = "C";

impl SedimentUncertainty {
    /// Loss (t yr⁻¹) and export of an area under the same draws. Deposition gets no interval: it hangs on the way of every cell.
    ///
    /// `None` as by [`monte_carlo`].
    pub fn of(
        of: &DrawsOf<'_>,
        factors: &[UncertainFactor],
        loss_t_per_yr: f64,
        by_connectivity: &LossByConnectivity,
        delivery: DeliveryRatio,
    ) -> Option<Self> {
        let cover = factors.iter().position(|factor| factor.name == COVER);
        let export = |multipliers: &[f64]| {
            let shift = cover.map_or(0.0, |place| 2.0 * multipliers[place].log10());
            let product: f64 = multipliers.iter().product();
            Some(product * by_connectivity.export(delivery, shift))
        };
        let loss = |multipliers: &[f64]| Some(loss_t_per_yr * multipliers.iter().product::<f64>());
        Some(Self {
            loss: monte_carlo(of, factors, loss)?,
            export: monte_carlo(of, factors, export)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn export_is_that_of_the_cells() {
        let delivery = DeliveryRatio::default();
        let cells = [(3.0, -4.21), (2.0, -3.89), (5.0, -0.2), (1.0, -3.8905)];
        let mut by_connectivity = LossByConnectivity::default();
        for (loss, index) in cells {
            by_connectivity.add(loss, Some(index), false);
        }
        by_connectivity.add(7.0, None, true);
        by_connectivity.add(100.0, None, false);
        for shift in [0.0, 0.3, -0.8] {
            let one_by_one = cells.map(|(loss, index)| loss * delivery.of_slope(index + shift));
            let expected = 7.0 + one_by_one.iter().sum::<f64>();
            assert!((by_connectivity.export(delivery, shift) - expected).abs() < 1e-7 * expected);
        }
    }

    #[test]
    fn cover_weighs_more_in_the_export_than_in_the_loss() {
        let mut by_connectivity = LossByConnectivity::default();
        by_connectivity.add(10.0, Some(-3.0), false);
        let of = DrawsOf {
            seed: 1,
            aimak: "x",
            indicator: "erosion",
            draws: 4000,
        };
        let found = SedimentUncertainty::of(
            &of,
            &UncertainFactor::DEFAULTS,
            10.0,
            &by_connectivity,
            DeliveryRatio::default(),
        )
        .unwrap();
        let share = |part: &ParameterUncertainty| part.shares[3].total;
        assert!(share(&found.export) > share(&found.loss) + 0.05);
        // ln(1.40²)…: the loss is the product whose quantiles METHODS B.7 knows, here with P
        let (low, high) = found.loss.interval.bounds().unwrap();
        assert!(low < 4.0 && high > 25.0);
    }
}
