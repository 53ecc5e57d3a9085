//! How are the shares of a routing kept, so that nobody has to find them again?

use super::{
    neighbours::Lattice,
    routing::{Receiver, Routing},
};

/// The shares of any routing in 65 535ths, sixteen bytes per cell.
///
/// A share is off by at most 1/131 070 (the largest takes up what rounding leaves, so that they still sum to 1), a
/// thousandth of what the error of any height does to it; a receiver with less than that gets nothing. In return several sums
/// cost one look at the relief.
#[derive(Clone, Debug)]
pub struct PackedFlow {
    lattice: Lattice,
    takes_part: Vec<bool>,
    /// Directions 0–3 and 4–7, sixteen bits each.
    shares: Vec<[u64; 2]>,
}

/// Parts of a share.
const PARTS: f64 = 65_535.0;
/// Bits of a share.
const BITS: u32 = 16;

impl PackedFlow {
    /// The shares of `routing`.
    pub fn of(routing: &impl Routing) -> Self {
        Self::by_cell(routing, |cell| Self::shares_of(routing, cell))
    }

    /// Shares that are found cell by cell, in rows at once.
    pub(super) fn by_cell(
        routing: &impl Routing,
        shares: impl Fn(usize) -> [u64; 2] + Sync,
    ) -> Self {
        let lattice = routing.lattice();
        Self {
            lattice,
            takes_part: lattice.map(|cell| routing.takes_part(cell)),
            shares: lattice.map(shares),
        }
    }

    /// The shares of one cell in whole parts.
    pub(super) fn shares_of(routing: &impl Routing, cell: usize) -> [u64; 2] {
        let mut shares = [0.0; 8];
        routing.receivers(cell, |receiver| shares[receiver.direction] = receiver.share);
        let all = shares.iter().sum::<f64>() * PARTS + 0.5;
        with_sum(shares.map(|share| (share * PARTS + 0.5) as u32), all as u32)
    }
}

/// Eight shares in parts; one of the larger ones takes up what rounding leaves of their sum.
pub(super) fn with_sum(parts: [u32; 8], sum: u32) -> [u64; 2] {
    /// Set in a lane with an eighth of all or more, of which there is one.
    const EIGHTH: u64 = 0xe000_e000_e000_e000;
    let half = |first: usize| {
        (0..4).fold(0, |half, lane| {
            half | u64::from(parts[first + lane]) << (BITS * lane as u32)
        })
    };
    let mut halves = [half(0), half(4)];
    let left = i64::from(sum) - i64::from(parts.iter().sum::<u32>());
    let first = usize::from(halves[0] & EIGHTH == 0);
    let lane = (halves[first] & EIGHTH).trailing_zeros() / BITS;
    if left != 0 {
        halves[first] = halves[first].wrapping_add_signed(left << (BITS * lane));
    }
    halves
}

impl Routing for PackedFlow {
    fn lattice(&self) -> Lattice {
        self.lattice
    }

    fn takes_part(&self, cell: usize) -> bool {
        self.takes_part[cell]
    }

    #[inline]
    fn receivers(&self, cell: usize, mut give: impl FnMut(Receiver)) {
        for (half, first) in self.shares[cell].into_iter().zip([0, 4]) {
            let mut left = half;
            while left != 0 {
                let lane = left.trailing_zeros() / BITS;
                let part = left >> (lane * BITS) & 0xffff;
                left &= !(0xffff << (lane * BITS));
                let direction = first + lane as usize;
                give(Receiver {
                    cell: self.lattice.step(cell, direction),
                    direction,
                    share: part as f64 * (1.0 / PARTS),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    struct Middle([f64; 8]);

    impl Routing for Middle {
        fn lattice(&self) -> Lattice {
            Lattice::of((3, 3))
        }

        fn takes_part(&self, cell: usize) -> bool {
            cell == 4
        }

        fn receivers(&self, cell: usize, mut give: impl FnMut(Receiver)) {
            for (direction, next) in self.lattice().around(cell).filter(|_| cell == 4) {
                if self.0[direction] > 0.0 {
                    give(Receiver {
                        cell: next,
                        direction,
                        share: self.0[direction],
                    });
                }
            }
        }
    }

    proptest! {
        #[test]
        fn shares_come_back(weights in prop::array::uniform8(0.0..1.0_f64), kept in 0_u8..=255) {
            let weights: [f64; 8] = std::array::from_fn(|k| if kept >> k & 1 == 1 { weights[k] } else { 0.0 });
            let sum: f64 = weights.iter().sum();
            let shares = weights.map(|weight| if sum > 0.0 { weight / sum } else { 0.0 });
            let mut found = [0.0; 8];
            let packed = PackedFlow::of(&Middle(shares));
            packed.receivers(4, |receiver| {
                assert_eq!(receiver.cell, Lattice::of((3, 3)).step(4, receiver.direction));
                found[receiver.direction] = receiver.share;
            });
            for (found, share) in found.iter().zip(shares) {
                prop_assert!((found - share).abs() <= 4.5 / PARTS);
            }
            let all: f64 = found.iter().sum();
            prop_assert!((all - f64::from(u8::from(sum > 0.0))).abs() < 1e-12);
            packed.receivers(0, |_| panic!("nothing flows there"));
        }
    }
}
