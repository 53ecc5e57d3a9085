//! To which neighbours does the water of a cell go, and how much to each?

use super::neighbours::Lattice;

/// A neighbour that takes water.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Receiver {
    /// Its number.
    pub cell: usize,
    /// In which direction it lies; index into [`super::neighbours::STEPS`].
    pub direction: usize,
    /// Share of the water it takes, 0–1. The shares of a cell sum to 1.
    pub share: f64,
}

/// A rule that sends the water of every cell on to neighbours. Never in circles.
pub trait Routing: Sync {
    /// The cells.
    fn lattice(&self) -> Lattice;

    /// Whether the cell takes part. A cell that has no height does not.
    fn takes_part(&self, cell: usize) -> bool;

    /// Tells `give` every receiver of the cell, in the order of the directions; none where water leaves or ends.
    fn receivers(&self, cell: usize, give: impl FnMut(Receiver));

    /// The directions of the receivers as bits. Overridden where it can be had for less than the shares.
    fn directions(&self, cell: usize) -> u8 {
        let mut directions = 0;
        self.receivers(cell, |receiver| directions |= 1 << receiver.direction);
        directions
    }

    /// The directions of every cell. Overridden where they are kept or found together.
    fn all_directions(&self) -> Vec<u8> {
        self.lattice().map(|cell| self.directions(cell))
    }
}
