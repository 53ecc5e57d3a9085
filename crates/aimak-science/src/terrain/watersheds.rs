//! From where does water come to a place?

use ndarray::Array2;

use super::{d8::D8, network::FlowNetwork};

/// Number of no watershed.
pub const NO_WATERSHED: u32 = 0;

impl FlowNetwork<'_, D8> {
    /// Number, from 1, of the first of `outlets` (row, column) that the water of every cell passes; [`NO_WATERSHED`] where it
    /// passes none. An outlet above another one takes its land away from the lower one.
    pub fn watersheds(&self, outlets: &[(usize, usize)]) -> Array2<u32> {
        let lattice = self.lattice();
        let mut labels = vec![NO_WATERSHED; lattice.cells()];
        for (number, &(row, col)) in (1..).zip(outlets) {
            labels[row * lattice.cols + col] = number;
        }
        self.inherit(labels)
    }

    /// Whole basins: number, from 1, of the cell where the water of every cell leaves the raster or ends, counted row by row.
    pub fn basins(&self) -> Array2<u32> {
        let lattice = self.lattice();
        let mut labels = vec![NO_WATERSHED; lattice.cells()];
        let mut ends: Vec<u32> = self.order.clone();
        ends.retain(|&cell| self.routing.receiver(cell as usize).is_none());
        ends.sort_unstable();
        for (number, cell) in (1..).zip(ends) {
            labels[cell as usize] = number;
        }
        self.inherit(labels)
    }

    /// Gives every cell without a number the one of its receiver, from below upwards.
    fn inherit(&self, mut labels: Vec<u32>) -> Array2<u32> {
        for &cell in self.order.iter().rev() {
            let cell = cell as usize;
            if labels[cell] == NO_WATERSHED
                && let Some(receiver) = self.routing.receiver(cell)
            {
                labels[cell] = labels[receiver];
            }
        }
        self.lattice().array(labels)
    }
}
