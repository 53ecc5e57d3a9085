//! How much soil has left, by wind?

use std::{iter::Sum, ops::Add};

/// Soil that wind has carried off, kg m⁻² in its period: a type of its own, so that nobody adds it to loss by water.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct WindLoss(f64);

/// Upper limits of the classes of SL 190-2007, t km⁻² yr⁻¹; the last class is open.
pub const CLASS_LIMITS: [f64; 5] = [200.0, 2500.0, 5000.0, 8000.0, 15_000.0];

impl WindLoss {
    /// A loss in kg m⁻².
    pub(super) const fn new(kg_per_m2: f64) -> Self {
        Self(kg_per_m2)
    }

    /// kg m⁻².
    pub const fn kg_per_m2(self) -> f64 {
        self.0
    }

    /// t ha⁻¹: ten times kg m⁻². It is not divided by the size of a cell, as a package in use does.
    ///
    /// ```
    /// use aimak_science::erosion::wind::transport::Transport;
    /// let loss = Transport::of(4.731_024_28).unwrap().mean_loss(200.0).unwrap();
    /// assert!((loss.t_per_ha() - 25.9).abs() < 0.05);
    /// ```
    pub const fn t_per_ha(self) -> f64 {
        10.0 * self.0
    }

    /// The class of SL 190-2007 for the loss of a year, 0 (slight) to 5 (severest).
    ///
    /// ```
    /// use aimak_science::erosion::wind::transport::Transport;
    /// let loss = Transport::of(4.731_024_28).unwrap().mean_loss(200.0).unwrap();
    /// assert_eq!(loss.class_of_a_year(), 2); // 2588 t km⁻²
    /// ```
    pub fn class_of_a_year(self) -> usize {
        let t_per_km2 = 1000.0 * self.0;
        CLASS_LIMITS.partition_point(|limit| *limit <= t_per_km2)
    }

    /// A part or multiple of it.
    #[must_use]
    pub(super) const fn times(self, weight: f64) -> Self {
        Self(self.0 * weight)
    }
}

/// Losses by wind of several periods.
impl Add for WindLoss {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for WindLoss {
    fn sum<I: Iterator<Item = Self>>(losses: I) -> Self {
        losses.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_begin_at_their_limits() {
        let class = |t_per_km2: f64| WindLoss::new(t_per_km2 / 1000.0).class_of_a_year();
        let found = [0.0, 199.0, 200.0, 2499.0, 5000.0, 8000.0, 15_000.0, 1e6].map(class);
        assert_eq!(found, [0, 0, 1, 1, 3, 4, 5, 5]);
    }
}
