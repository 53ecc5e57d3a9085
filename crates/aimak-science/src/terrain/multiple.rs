//! How is the water of a cell divided among all lower neighbours?

use super::{
    elevation::Elevation,
    neighbours::Lattice,
    relief::{Ground, Relief},
    routing::{Receiver, Routing},
    runs::{Drops, RUN},
};

/// Water goes to every lower neighbour, more where it is steeper.
///
/// Formula: `share_k = L_k·tan(β_k)^p / Σ L_j·tan(β_j)^p` over the lower neighbours, β the angle downwards. On plateaus the
/// gradient of [`Relief`] takes the place of the height. The relief is kept instead of eight shares per cell.
#[derive(Clone, Debug)]
pub struct MultipleFlow<'a, T> {
    pub(super) relief: &'a Relief<T>,
    pub(super) exponent: f64,
    pub(super) contour_lengths: [f64; 8],
    /// 1/m.
    pub(super) per_distance: [f64; 8],
}

impl<'a, T: Elevation> MultipleFlow<'a, T> {
    /// Freeman (1991, Comput. Geosci. 17:413–422): p = 1.1, L = 1.
    pub fn freeman(relief: &'a Relief<T>) -> Self {
        Self::with_exponent(relief, 1.1)
    }

    /// L = 1 and another exponent, as Holmgren (1994, Hydrol. Process. 8:327–334): 1 spreads most, 4 to 6 imitate hillslopes,
    /// and towards infinity it becomes D8.
    pub fn with_exponent(relief: &'a Relief<T>, exponent: f64) -> Self {
        Self {
            relief,
            exponent,
            contour_lengths: [1.0; 8],
            per_distance: relief.size().distances().map(f64::recip),
        }
    }

    /// Quinn, Beven, Chevallier & Planchon (1991, Hydrol. Process. 5:59–79): p = 1, L the length of contour that faces a
    /// neighbour, half a cell's side for those beside it and √2/4 of a side for those at its corners.
    pub fn quinn(relief: &'a Relief<T>) -> Self {
        let size = relief.size();
        let corner = std::f64::consts::SQRT_2 / 4.0 * (size.dx * size.dy).sqrt();
        let (east_west, north_south) = (size.dy / 2.0, size.dx / 2.0);
        let facing = |direction: usize| match direction {
            0 | 4 => east_west,
            2 | 6 => north_south,
            _ => corner,
        };
        Self {
            exponent: 1.0,
            contour_lengths: std::array::from_fn(facing),
            ..Self::freeman(relief)
        }
    }

    /// `L·tan(β)^p` by direction, as part of the steepest: no power of a gentle slope is so small that it would be lost.
    ///
    /// In single precision: the power of a double takes three times as long, and slopes are known to fewer digits than this.
    fn weights(&self, cell: usize) -> [f64; 8] {
        let mut weights = self.relief.drops(cell);
        for (weight, per_distance) in weights.iter_mut().zip(&self.per_distance) {
            *weight *= per_distance;
        }
        let of_steepest = 1.0 / weights.into_iter().fold(f64::MIN_POSITIVE, f64::max);
        for (weight, length) in weights.iter_mut().zip(&self.contour_lengths) {
            if *weight > 0.0 {
                if self.exponent != 1.0 {
                    let power = ((*weight * of_steepest) as f32).powf(self.exponent as f32);
                    *weight = power.max(f32::MIN_POSITIVE).into();
                }
                *weight *= length;
            }
        }
        weights
    }

    fn drains_on(&self, cell: usize) -> bool {
        matches!(self.relief.ground(cell), Ground::Slope | Ground::Flat)
    }
}

impl<T: Elevation> Routing for MultipleFlow<'_, T> {
    fn lattice(&self) -> Lattice {
        self.relief.lattice()
    }

    fn takes_part(&self, cell: usize) -> bool {
        self.relief.ground(cell) != Ground::Missing
    }

    fn receivers(&self, cell: usize, mut give: impl FnMut(Receiver)) {
        if !self.drains_on(cell) {
            return;
        }
        let weights = self.weights(cell);
        let total: f64 = weights.iter().sum();
        for (direction, weight) in weights.into_iter().enumerate() {
            if weight > 0.0 {
                give(Receiver {
                    cell: self.lattice().step(cell, direction),
                    direction,
                    share: weight / total,
                });
            }
        }
    }

    fn directions(&self, cell: usize) -> u8 {
        self.relief.draws(cell)
    }

    fn all_directions(&self) -> Vec<u8> {
        self.relief.map_drops(draws, |cell| self.relief.draws(cell))
    }
}

/// [`Relief::draws`] of the cells of a run.
fn draws(drops: &Drops) -> [u8; RUN] {
    let mut directions = [0; RUN];
    for (direction, drops) in drops.iter().enumerate() {
        for (directions, drop) in directions.iter_mut().zip(drops) {
            *directions |= u8::from(*drop > 0.0) << direction;
        }
    }
    directions
}
