//! Which classes lie side by side, and how often?

use rayon::prelude::*;

use super::map::Landscape;

/// Rows handled by one task; sums are of integers, so the number cannot show.
const ROWS: usize = 64;

/// How often two classes share a side of a cell.
///
/// # Formula
/// `g(i, k)` counts ordered pairs of 4-neighbours of classes i and k: each side is seen from both cells, so a side between
/// unlike classes adds one to `g(i, k)` and one to `g(k, i)`, a side between like ones two to `g(i, i)` ("double count").
/// Sides towards cells without landscape are boundary and not counted.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Adjacency, Landscape};
/// use ndarray::{Array2, array};
/// let map = Raster { values: array![[1u8, 1], [1, 2]], valid: Array2::from_elem((2, 2), true) };
/// let adjacency = Adjacency::count(&Landscape::whole(&map, 10.0).unwrap());
/// assert_eq!([adjacency.sides(0, 0), adjacency.sides(0, 1), adjacency.sides(1, 1)], [4, 2, 0]);
/// assert_eq!(adjacency.unlike_sides(), 2);
/// ```
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4 (2012), double-count method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjacency {
    classes: usize,
    pairs: Vec<u64>,
}

impl Adjacency {
    /// Counts the sides of a landscape.
    pub fn count(landscape: &Landscape) -> Self {
        let classes = landscape.legend().len();
        // one row and column more takes the boundary: no branch in the loop
        let width = classes + 1;
        let strips = (0..landscape.dim().0.div_ceil(ROWS)).into_par_iter();
        let once = strips
            .map(|strip| sides_of_rows(landscape, width, strip * ROWS))
            .reduce(
                || vec![0; width * width],
                |a, b| a.iter().zip(b).map(|(a, b)| a + b).collect(),
            );
        let mut pairs = vec![0; classes * classes];
        for i in 0..classes {
            for k in 0..classes {
                pairs[i * classes + k] = once[i * width + k] + once[k * width + i];
            }
        }
        Self { classes, pairs }
    }

    /// Ordered pairs of neighbouring cells of the classes at these places of the legend.
    pub fn sides(&self, i: usize, k: usize) -> u64 {
        self.pairs[i * self.classes + k]
    }

    /// Sides between unlike classes in the landscape, each counted once.
    pub fn unlike_sides(&self) -> u64 {
        (0..self.classes)
            .map(|i| self.unlike_sides_of(i))
            .sum::<u64>()
            / 2
    }

    /// Sides between the class at this place of the legend and others.
    pub fn unlike_sides_of(&self, i: usize) -> u64 {
        let row = &self.pairs[i * self.classes..(i + 1) * self.classes];
        row.iter().sum::<u64>() - row[i]
    }

    /// Number of classes.
    pub(super) const fn classes(&self) -> usize {
        self.classes
    }

    /// The table, row by row.
    pub(super) fn pairs(&self) -> &[u64] {
        &self.pairs
    }
}

/// Each side to the east and to the south of the cells of a strip, counted once.
fn sides_of_rows(landscape: &Landscape, width: usize, first: usize) -> Vec<u64> {
    let (rows, cols) = landscape.dim();
    let codes = landscape.codes();
    let mut sides = vec![0; width * width];
    for row in first..rows.min(first + ROWS) {
        let here = &codes[row * cols..(row + 1) * cols];
        for (west, east) in here.iter().zip(&here[1.min(cols)..]) {
            sides[usize::from(*west) * width + usize::from(*east)] += 1;
        }
        if row + 1 < rows {
            for (north, south) in here.iter().zip(&codes[(row + 1) * cols..]) {
                sides[usize::from(*north) * width + usize::from(*south)] += 1;
            }
        }
    }
    sides
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::oracle::random_landscape;
    use super::*;

    proptest! {
        #[test]
        fn turning_the_map_changes_no_side(landscape in random_landscape(1..12, 4)) {
            let (rows, cols) = landscape.dim();
            let turned = Landscape::of_cells((cols, rows), landscape.cell_m(), |cell| {
                landscape.class_at(cell % rows, cell / rows)
            }).unwrap();
            let adjacency = Adjacency::count(&landscape);
            prop_assert_eq!(&adjacency, &Adjacency::count(&turned));
            for i in 0..adjacency.classes() {
                for k in 0..adjacency.classes() {
                    prop_assert_eq!(adjacency.sides(i, k), adjacency.sides(k, i));
                }
            }
        }
    }
}
