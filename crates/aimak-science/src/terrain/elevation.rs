//! Which numbers can be heights?

use std::ops::Add;

/// A number that serves as a height: `f32` and `f64`, or whole metres. Heights are compared as they are stored; slopes are
/// taken from doubles.
pub trait Elevation:
    Copy + PartialOrd + Into<f64> + Add<Output = Self> + Default + Send + Sync
{
    /// The same height without the sign of a negative zero, which would be equal and have other bytes.
    #[must_use]
    fn plain(self) -> Self {
        self + Self::default()
    }

    /// False for NaN.
    fn is_height(self) -> bool {
        self.partial_cmp(&self).is_some()
    }

    /// A whole number that grows with the height; for queues. Not for NaN.
    fn rank(self) -> u64 {
        let height: f64 = self.plain().into();
        let bits = height.to_bits();
        let sign = 1 << 63;
        if bits & sign == 0 { bits | sign } else { !bits }
    }
}

impl<T> Elevation for T where
    T: Copy + PartialOrd + Into<f64> + Add<Output = T> + Default + Send + Sync
{
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ranks_order_as_heights(a in -9000.0..9000.0_f32, b in -9000.0..9000.0_f32) {
            prop_assert_eq!(a < b, a.rank() < b.rank());
        }
    }

    #[test]
    fn zero_has_one_rank() {
        assert_eq!((-0.0_f64).rank(), 0.0_f64.rank());
        assert!((-1.0_f64).rank() < 0.0_f64.rank());
        assert!(!f64::NAN.is_height());
    }
}
