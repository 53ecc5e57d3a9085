//! How are the shares of a routing kept, so that nobody has to find them again?

use super::{
    neighbours::Lattice,
    routing::{Receiver, Routing},
};

/// The shares of any routing in 65 535ths, eighteen bytes per cell.
///
/// A share is off by at most 1/131 070 (the largest takes up what rounding leaves, so that they still sum to 1), a
/// thousandth of what the error of any height does to it; a receiver with less than that gets nothing. In return several sums
/// cost one look at the relief.
#[derive(Clone, Debug)]
pub struct PackedFlow {
    lattice: Lattice,
    offsets: [isize; 8],
    takes_part: Vec<bool>,
    /// By direction.
    shares: Vec<[u16; 8]>,
    /// Directions that have a share, as bits: to go through them once is what a walk costs.
    directions: Vec<u8>,
}

/// Parts of a share.
const PARTS: f64 = 65_535.0;

impl PackedFlow {
    /// The shares of `routing`.
    pub fn of(routing: &impl Routing) -> Self {
        let shares = routing.lattice();
        let shares = shares.map(|cell| Self::shares_of(routing, cell));
        Self::with_shares(routing, shares)
    }

    /// Shares that were found otherwise.
    pub(super) fn with_shares(routing: &impl Routing, shares: Vec<[u16; 8]>) -> Self {
        let lattice = routing.lattice();
        let with_share = |cell: usize| {
            let shares: &[u16; 8] = &shares[cell];
            (0..8).fold(0, |bits, k| bits | u8::from(shares[k] != 0) << k)
        };
        Self {
            lattice,
            offsets: lattice.offsets(),
            takes_part: lattice.map(|cell| routing.takes_part(cell)),
            directions: lattice.map(with_share),
            shares,
        }
    }

    /// The shares of one cell in whole parts.
    pub(super) fn shares_of(routing: &impl Routing, cell: usize) -> [u16; 8] {
        let mut shares = [0.0; 8];
        routing.receivers(cell, |receiver| shares[receiver.direction] = receiver.share);
        let all = shares.iter().sum::<f64>() * PARTS + 0.5;
        with_sum(shares.map(|share| (share * PARTS + 0.5) as u32), all as u32)
    }
}

/// Eight shares in parts; one of the larger ones takes up what rounding leaves of their sum.
pub(super) fn with_sum(parts: [u32; 8], sum: u32) -> [u16; 8] {
    /// One share at least has an eighth of all.
    const EIGHTH: u32 = 1 << 13;
    let large = (0..8).fold(0_u32, |bits, k| bits | u32::from(parts[k] >= EIGHTH) << k);
    let left = sum.wrapping_sub(parts.iter().sum());
    let mut shares = parts.map(|part| part as u16);
    let first = large.trailing_zeros() as usize % 8;
    shares[first] = shares[first].wrapping_add(left as u16);
    shares
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
        let shares = &self.shares[cell];
        let mut left = self.directions[cell];
        while left != 0 {
            let direction = left.trailing_zeros() as usize;
            left &= left - 1;
            give(Receiver {
                cell: cell.wrapping_add_signed(self.offsets[direction]),
                direction,
                share: f64::from(shares[direction]) * (1.0 / PARTS),
            });
        }
    }

    fn directions(&self, cell: usize) -> u8 {
        self.directions[cell]
    }

    fn all_directions(&self) -> Vec<u8> {
        self.directions.clone()
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
