//! Which numbers can be heights?

use std::ops::Add;

/// A number that serves as a height: `f32` and `f64`, or whole metres. Heights are compared as they are stored; slopes are
/// taken from doubles.
pub trait Elevation:
    Copy + PartialOrd + Into<f64> + Add<Output = Self> + Default + Send + Sync
{
    /// A height and a cell in one, ordered by height first: what a queue holds. As small as the height allows, because sorting
    /// is what filling costs.
    type Queued: Copy + Ord + Send;

    /// Puts a height and a cell together. Not for NaN.
    fn queued(self, cell: u32) -> Self::Queued;

    /// The cell of what was put together.
    fn cell(queued: Self::Queued) -> u32;

    /// The same height without the sign of a negative zero, which would be equal and have other bytes.
    #[must_use]
    fn plain(self) -> Self {
        self + Self::default()
    }

    /// False for NaN.
    fn is_height(self) -> bool {
        self.partial_cmp(&self).is_some()
    }
}

impl Elevation for f64 {
    type Queued = (u64, u32);

    fn queued(self, cell: u32) -> Self::Queued {
        let bits = self.plain().to_bits();
        let sign = 1 << 63;
        let rank = if bits & sign == 0 { bits | sign } else { !bits };
        (rank, cell)
    }

    fn cell((_, cell): Self::Queued) -> u32 {
        cell
    }
}

impl Elevation for f32 {
    type Queued = u64;

    fn queued(self, cell: u32) -> u64 {
        let bits = self.plain().to_bits();
        let sign = 1 << 31;
        let rank = if bits & sign == 0 { bits | sign } else { !bits };
        together(rank, cell)
    }

    fn cell(queued: u64) -> u32 {
        queued as u32
    }
}

impl Elevation for i32 {
    type Queued = u64;

    fn queued(self, cell: u32) -> u64 {
        together(self.cast_unsigned() ^ 1 << 31, cell)
    }

    fn cell(queued: u64) -> u32 {
        queued as u32
    }
}

impl Elevation for i16 {
    type Queued = u64;

    fn queued(self, cell: u32) -> u64 {
        i32::from(self).queued(cell)
    }

    fn cell(queued: u64) -> u32 {
        queued as u32
    }
}

fn together(rank: u32, cell: u32) -> u64 {
    u64::from(rank) << 32 | u64::from(cell)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn queues_order_by_height_first(a in -9000.0..9000.0_f32, b in -9000.0..9000.0_f32, near in any::<u32>(), far in any::<u32>()) {
            let wide = |height: f32| f64::from(height);
            prop_assert_eq!(a < b, a.queued(near) < b.queued(near));
            prop_assert_eq!(a < b, wide(a).queued(near) < wide(b).queued(near));
            prop_assert!(a >= b || a.queued(near) < b.queued(far));
            prop_assert_eq!((f32::cell(a.queued(far)), f64::cell(wide(b).queued(far))), (far, far));
            let (c, d) = (a as i16, b as i16);
            prop_assert!(c >= d || c.queued(near) < d.queued(far));
            prop_assert_eq!(i16::cell(c.queued(far)), far);
        }
    }

    #[test]
    fn zero_has_one_rank() {
        assert_eq!((-0.0_f64).queued(3), 0.0_f64.queued(3));
        assert_eq!((-0.0_f32).queued(3), 0.0_f32.queued(3));
        assert!((-1.0_f64).queued(9) < 0.0_f64.queued(3));
        assert!(!f64::NAN.is_height());
    }
}
