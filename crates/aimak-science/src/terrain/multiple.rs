//! How is the water of a cell divided among all lower neighbours?

use super::{
    elevation::Elevation,
    neighbours::Lattice,
    relief::{Ground, Relief},
    routing::{Receiver, Routing},
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
    pub(super) distances: [f64; 8],
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
            distances: relief.size().distances(),
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

    fn weight(&self, drop: f64, direction: usize) -> f64 {
        let slope = drop / self.distances[direction];
        let steepness = if self.exponent == 1.0 {
            slope
        } else {
            slope.powf(self.exponent)
        };
        self.contour_lengths[direction] * steepness
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
        let mut weights = [0.0; 8];
        for (direction, next) in self.lattice().around(cell) {
            let drop = self.relief.drop(cell, next);
            if drop > 0.0 {
                weights[direction] = self.weight(drop, direction);
            }
        }
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
}
