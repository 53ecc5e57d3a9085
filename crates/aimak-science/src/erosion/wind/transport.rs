//! How much does wind carry over a field, and how much does the field lose?

use super::WindLoss;
use crate::erosion::Equation;

/// The card of [`Transport`].
pub const EQUATION: Equation = Equation {
    id: "RWEQ_TRANSPORT",
    formula: "Qmax = 109.8·Π, s = 150.71·Π^−0.3711, Q(x) = Qmax·(1 − exp(−(x/s)²)), loss = Q(X)/X",
    unit: "kg m⁻¹, m, kg m⁻¹, kg m⁻²",
    holds: "fields of up to some 100 m with an edge that nothing blows over",
    reference: "Fryrear et al. (1998), USDA-ARS Technical Bulletin 1; (2000), J. Soil Water Conserv. 55:183–189",
};

/// The length of a field nobody measured, m.
pub const ASSUMED_LENGTH_M: f64 = 200.0;

/// What wind carries over a field in a period.
///
/// # Formula
/// `Π = WF·EF·SCF·K'·COG`, `Qmax = 109.8·Π`, `s = 150.71·Π^−0.3711`, `Q(x) = Qmax·(1 − exp(−(x/s)²))`.
///
/// `s = 105.71·…` stands in many scripts: two digits changed places.
///
/// # Units
/// Π in kg m⁻¹ by convention, Qmax and Q in kg m⁻¹, s and x in m.
///
/// # Range and edge cases
/// Nothing moves at Π 0, and there is no critical length then. `None` for Π below 0.
///
/// # Example
/// ```
/// use aimak_science::erosion::wind::transport::Transport;
/// let transport = Transport::of(4.731_024_282_16).unwrap();
/// // METHODS prints five decimals
/// let close = |found: f64, expected: f64| (found - expected).abs() < 5.1e-6;
/// assert!(close(transport.capacity_kg_per_m(), 519.466_47));
/// assert!(close(transport.critical_length_m().unwrap(), 84.657_65));
/// assert!(close(transport.at(200.0).unwrap(), 517.509_1));
/// assert!(close(transport.mean_loss(200.0).unwrap().kg_per_m2(), 2.587_55));
/// ```
///
/// # Reference
/// METHODS C.1; Fryrear et al. (1998), USDA-ARS Technical Bulletin 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transport {
    /// Π.
    product: f64,
}

impl Transport {
    /// Transport under a product of the factors, Π.
    pub fn of(product: f64) -> Option<Self> {
        (product >= 0.0 && product.is_finite()).then_some(Self { product })
    }

    /// Qmax: what wind can carry at most, kg m⁻¹.
    pub const fn capacity_kg_per_m(&self) -> f64 {
        109.8 * self.product
    }

    /// s: where 63 % of that are reached, m; `None` where nothing moves.
    pub fn critical_length_m(&self) -> Option<f64> {
        (self.product > 0.0).then(|| 150.71 * self.product.powf(-0.3711))
    }

    /// Q(x): what passes at a distance from the edge the wind comes over, kg m⁻¹; `None` unless it is above 0.
    pub fn at(&self, distance_m: f64) -> Option<f64> {
        let possible = distance_m > 0.0 && distance_m.is_finite();
        possible.then(|| {
            self.critical_length_m().map_or(0.0, |length| {
                // 1 − exp(−r) without losing the digits of a small r
                -self.capacity_kg_per_m() * (-(distance_m / length).powi(2)).exp_m1()
            })
        })
    }

    /// Mean loss of a field of a length along the wind, `Q(X)/X`; `None` unless the length is above 0.
    pub fn mean_loss(&self, length_m: f64) -> Option<WindLoss> {
        Some(WindLoss::new(self.at(length_m)? / length_m))
    }

    /// Loss at a distance from the edge, `dQ/dx = 2x/s²·Qmax·exp(−(x/s)²)`; `None` unless the distance is above 0.
    ///
    /// ```
    /// use aimak_science::erosion::wind::transport::Transport;
    /// let loss = Transport::of(4.731_024_28).unwrap().local_loss(200.0).unwrap();
    /// assert!((loss.kg_per_m2() - 0.109_24).abs() < 5e-6);
    /// ```
    pub fn local_loss(&self, distance_m: f64) -> Option<WindLoss> {
        let possible = distance_m > 0.0 && distance_m.is_finite();
        possible.then(|| {
            let loss = self.critical_length_m().map_or(0.0, |length| {
                let part = distance_m / length;
                2.0 * part / length * self.capacity_kg_per_m() * (-part * part).exp()
            });
            WindLoss::new(loss)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_of_the_critical_length_stand_in_order() {
        // test_vectors.json: C.rweq.variant_s105.71 has 59.38
        let length = Transport::of(4.731_024_28)
            .unwrap()
            .critical_length_m()
            .unwrap();
        assert!((length - 59.38).abs() > 25.0);
    }

    #[test]
    fn calm_and_impossible() {
        let calm = Transport::of(0.0).unwrap();
        assert_eq!(calm.critical_length_m(), None);
        assert_eq!((calm.at(200.0), calm.capacity_kg_per_m()), (Some(0.0), 0.0));
        assert_eq!(calm.local_loss(200.0), Some(WindLoss::new(0.0)));
        assert_eq!(
            (Transport::of(-1e-9), Transport::of(f64::NAN)),
            (None, None)
        );
        let windy = Transport::of(4.0).unwrap();
        assert_eq!(
            (
                windy.at(0.0),
                windy.mean_loss(-1.0),
                windy.local_loss(f64::NAN)
            ),
            (None, None, None)
        );
    }

    #[test]
    fn limits_of_short_and_long_fields() {
        let transport = Transport::of(4.731_024_28).unwrap();
        let (capacity, length) = (
            transport.capacity_kg_per_m(),
            transport.critical_length_m().unwrap(),
        );
        // Q(x) → Qmax·(x/s)² at the edge, Qmax far out; at s it is 1 − 1/e of Qmax
        let edge = transport.at(1e-4).unwrap() / (capacity * (1e-4 / length).powi(2));
        assert!((edge - 1.0).abs() < 1e-9);
        assert!((transport.at(1e5).unwrap() - capacity).abs() < 1e-9);
        let there = transport.at(length).unwrap() / capacity;
        assert!((there - (1.0 - (-1.0_f64).exp())).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn more_force_more_loss_and_less_way(product in 1e-6..500.0_f64, times in 1.01..3.0_f64, x in 1.0..1000.0_f64) {
            let (less, more) = (Transport::of(product).unwrap(), Transport::of(product * times).unwrap());
            prop_assert!(more.at(x) >= less.at(x));
            prop_assert!(more.mean_loss(x) >= less.mean_loss(x));
            prop_assert!(more.critical_length_m() < less.critical_length_m());
            prop_assert!(less.at(2.0 * x) >= less.at(x));
            prop_assert!(less.at(x).unwrap() <= less.capacity_kg_per_m());
        }

        #[test]
        fn local_loss_is_the_slope_of_transport(product in 0.01..100.0_f64, x in 5.0..300.0_f64) {
            let transport = Transport::of(product).unwrap();
            let rise = (transport.at(x + 1e-3).unwrap() - transport.at(x - 1e-3).unwrap()) / 2e-3;
            let local = transport.local_loss(x).unwrap().kg_per_m2();
            prop_assert!((rise - local).abs() < 1e-6 * transport.capacity_kg_per_m().max(1.0));
        }
    }
}
