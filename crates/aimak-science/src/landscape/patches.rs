//! Which cells of one class hang together?

use aimak_core::Raster;
use ndarray::Array2;
use rayon::prelude::*;

use super::map::Landscape;

/// Which cells touch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Connectivity {
    /// Cells that share a side or a corner (the default of METHODS E.7).
    #[default]
    Eight,
    /// Cells that share a side.
    Four,
}

impl Connectivity {
    /// Columns by which a run of cells reaches beyond its ends into the next row.
    const fn reach(self) -> u32 {
        match self {
            Self::Eight => 1,
            Self::Four => 0,
        }
    }

    /// Smallest squared distance in cells between two patches of a class: (0, 2) or (1, 1) apart.
    pub(super) const fn least_squared_gap(self) -> u64 {
        match self {
            Self::Eight => 4,
            Self::Four => 2,
        }
    }
}

/// Cells `start..end` of one row and one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The patch it belongs to.
    pub(super) patch: u32,
    /// Code of its class.
    pub(super) code: u8,
}

/// The connected components of each class.
///
/// # Formula
/// Rows are cut into runs of equal class; runs of neighbouring rows that touch are joined (union-find, one pass). A patch
/// is numbered by its first cell in row-major order, whatever the thread count.
///
/// # Units
/// Sizes in cells.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Connectivity, Landscape, Patches};
/// use ndarray::{Array2, array};
/// let map = Raster { values: array![[1u8, 2], [2, 1]], valid: Array2::from_elem((2, 2), true) };
/// let landscape = Landscape::whole(&map, 10.0).unwrap();
/// assert_eq!(Patches::find(&landscape, Connectivity::Eight).cells(), [2, 2]);
/// assert_eq!(Patches::find(&landscape, Connectivity::Four).cells(), [1, 1, 1, 1]);
/// ```
///
/// # Reference
/// METHODS E.7; Rosenfeld & Pfaltz (1966), J. ACM 13:471–494, doi:10.1145/321356.321357.
#[derive(Clone, Debug, PartialEq)]
pub struct Patches {
    runs: Vec<Run>,
    /// Place of the first run of each row, and the end.
    row_starts: Vec<usize>,
    cols: usize,
    cells: Vec<u64>,
    codes: Vec<u8>,
    of_code: Vec<usize>,
    connectivity: Connectivity,
}

impl Patches {
    /// The patches of a landscape.
    pub fn find(landscape: &Landscape, connectivity: Connectivity) -> Self {
        let (mut runs, row_starts) = runs_of(landscape);
        let mut union = Union((0..runs.len() as u32).collect());
        for rows in row_starts.windows(3) {
            join(
                &mut union,
                &runs,
                (rows[0]..rows[1], rows[1]..rows[2]),
                connectivity.reach(),
            );
        }
        let (mut cells, mut codes): (Vec<u64>, Vec<u8>) = (Vec::new(), Vec::new());
        for place in 0..runs.len() {
            // the root is the first run, hence already numbered
            let root = union.root(place as u32) as usize;
            if root == place {
                runs[place].patch = cells.len() as u32;
                cells.push(0);
                codes.push(runs[place].code);
            }
            runs[place].patch = runs[root].patch;
            cells[runs[place].patch as usize] += u64::from(runs[place].end - runs[place].start);
        }
        let mut of_code = vec![0; landscape.legend().len()];
        for code in &codes {
            of_code[usize::from(*code)] += 1;
        }
        Self {
            runs,
            row_starts,
            cols: landscape.dim().1,
            cells,
            codes,
            of_code,
            connectivity,
        }
    }

    /// Number of patches.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is none; a landscape always has one.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Size of each patch, cells.
    pub fn cells(&self) -> &[u64] {
        &self.cells
    }

    /// The patch of each cell as a raster.
    pub fn labels(&self) -> Raster<u32> {
        let shape = (self.row_starts.len() - 1, self.cols);
        let mut labels = Raster {
            values: Array2::zeros(shape),
            valid: Array2::from_elem(shape, false),
        };
        for row in 0..shape.0 {
            for run in self.row(row) {
                for col in run.start as usize..run.end as usize {
                    labels.values[(row, col)] = run.patch;
                    labels.valid[(row, col)] = true;
                }
            }
        }
        labels
    }

    /// Which cells were taken to touch.
    pub const fn connectivity(&self) -> Connectivity {
        self.connectivity
    }

    /// Number of patches of each class of the legend.
    pub(super) fn of_code(&self) -> &[usize] {
        &self.of_code
    }

    /// The class of each patch, as code.
    pub(super) fn codes(&self) -> &[u8] {
        &self.codes
    }

    /// The runs of a row, from west to east.
    pub(super) fn row(&self, row: usize) -> &[Run] {
        &self.runs[self.row_starts[row]..self.row_starts[row + 1]]
    }

    /// Number of rows.
    pub(super) fn rows(&self) -> usize {
        self.row_starts.len() - 1
    }
}

/// The runs of all rows and the place of the first one of each row.
fn runs_of(landscape: &Landscape) -> (Vec<Run>, Vec<usize>) {
    let outside = landscape.outside();
    let (rows, cols) = landscape.dim();
    let of_row = |row: usize| {
        let codes = &landscape.codes()[row * cols..(row + 1) * cols];
        let mut runs = Vec::new();
        let mut start = 0;
        for piece in codes.chunk_by(|a, b| a == b) {
            let end = start + piece.len() as u32;
            if piece[0] != outside {
                runs.push(Run {
                    start,
                    end,
                    patch: 0,
                    code: piece[0],
                });
            }
            start = end;
        }
        runs
    };
    let by_row: Vec<Vec<Run>> = (0..rows).into_par_iter().map(of_row).collect();
    let mut row_starts = vec![0];
    let mut total = 0;
    for runs in &by_row {
        total += runs.len();
        row_starts.push(total);
    }
    (by_row.concat(), row_starts)
}

/// Joins the runs of two neighbouring rows that touch and are of one class.
fn join(
    union: &mut Union,
    runs: &[Run],
    (upper, lower): (std::ops::Range<usize>, std::ops::Range<usize>),
    reach: u32,
) {
    let mut first = upper.start;
    for place in lower {
        let run = runs[place];
        while first < upper.end && runs[first].end + reach <= run.start {
            first += 1;
        }
        // a run above may touch the next run below as well, so `first` stays
        let above = runs[first..upper.end].iter().zip(first..);
        for (other, above) in above.take_while(|(other, _)| other.start < run.end + reach) {
            if other.code == run.code {
                union.join(above as u32, place as u32);
            }
        }
    }
}

/// A forest in which the root of a set is its smallest member.
struct Union(Vec<u32>);

impl Union {
    fn root(&mut self, mut member: u32) -> u32 {
        while self.0[member as usize] != member {
            let above = self.0[self.0[member as usize] as usize];
            self.0[member as usize] = above;
            member = above;
        }
        member
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b) as usize] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::oracle::{flooded_labels, random_landscape};
    use super::*;

    proptest! {
        #[test]
        fn union_of_runs_agrees_with_flood_fill(landscape in random_landscape(1..14, 3), four: bool) {
            let connectivity = if four { Connectivity::Four } else { Connectivity::Eight };
            let patches = Patches::find(&landscape, connectivity);
            let labels = patches.labels();
            let flooded = flooded_labels(&landscape, connectivity);
            for ((place, label), valid) in labels.values.indexed_iter().zip(&labels.valid) {
                prop_assert_eq!(valid.then_some(*label), flooded[place]);
            }
            prop_assert_eq!(patches.cells().iter().sum::<u64>(), landscape.total_cells());
        }
    }

    #[test]
    fn a_spiral_is_one_patch() {
        // the union must join sets that were numbered apart for many rows
        let spiral = [
            "1111111", "0000001", "1111101", "1000101", "1011101", "1000001", "1111111",
        ];
        let landscape = Landscape::of_cells((7, 7), 10.0, |cell| {
            (spiral[cell / 7].as_bytes()[cell % 7] == b'1').then_some(1)
        })
        .unwrap();
        assert_eq!(Patches::find(&landscape, Connectivity::Four).cells(), [31]);
    }
}
