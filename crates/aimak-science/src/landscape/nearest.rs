//! How far is each patch from the next one of its class?

use std::sync::atomic::{AtomicU64, Ordering};

use aimak_core::Withheld;
use rayon::prelude::*;

use super::{
    class_runs::{ClassRuns, SquaredCells},
    enough_patches,
    map::Landscape,
    patches::{Patches, Run},
};

/// No neighbour found.
const NONE: SquaredCells = SquaredCells::MAX;
/// Rows handled by one task; the nearest of all is the same in whatever order it is met.
const ROWS: usize = 16;

/// Euclidean distance of each patch to the nearest other patch of its class (ENN).
///
/// # Formula
/// `h = r·√(Δrow² + Δcol²)` between the centres of the two nearest cells, exact (squared cells are integers). FRAGSTATS and
/// landscapemetrics measure alike.
///
/// # Units
/// Metres.
///
/// # Range and edge cases
/// At least 2 cells with 8-neighbour patches, √2 cells with 4; `None` for the only patch of a class. Distances run across cells
/// without landscape. The distance says nothing about what lies between.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Landscape, Pattern, Rules};
/// use ndarray::Array2;
/// let cells = [(0, 0), (0, 1), (1, 0), (1, 1), (0, 5), (1, 5), (6, 0), (6, 1), (6, 2)];
/// let valid = Array2::from_shape_fn((7, 6), |cell| cells.contains(&cell));
/// let map = Raster { values: Array2::from_elem((7, 6), 1), valid };
/// let landscape = Landscape::whole(&map, 10.0).unwrap();
/// let pattern = Pattern::new(&landscape, Rules::default());
/// let distances: Vec<_> = pattern.nearest().distances_m().collect();
/// assert_eq!(distances, [Some(40.0), Some(40.0), Some(50.0)]);
/// ```
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, ENN.
#[derive(Clone, Debug, PartialEq)]
pub struct NearestNeighbours {
    squared: Vec<SquaredCells>,
    cell_m: f64,
}

impl NearestNeighbours {
    /// The nearest neighbours of all patches.
    pub fn find(patches: &Patches, cell_m: f64) -> Self {
        let mut squared = vec![NONE; patches.len()];
        for class in ClassRuns::of_each(patches) {
            if class.patches.len() > 1 {
                let found = nearest_of_class(&class, patches.connectivity().least_squared_gap());
                for (patch, found) in class.patches.iter().zip(found) {
                    squared[*patch as usize] = found;
                }
            }
        }
        Self { squared, cell_m }
    }

    /// The distance of each patch, m.
    pub fn distances_m(&self) -> impl Iterator<Item = Option<f64>> + '_ {
        let metres = |squared: SquaredCells| self.cell_m * (squared as f64).sqrt();
        self.squared
            .iter()
            .map(move |squared| (*squared != NONE).then(|| metres(*squared)))
    }
}

/// Mean distance to the nearest neighbour (`ENN_MN`), of all patches or of one class.
///
/// # Formula
/// `Σ h / N` over the patches that have a neighbour.
///
/// # Units
/// Metres.
///
/// # Errors
/// `NO_DATA` where no class asked for has two patches.
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, `ENN_MN`.
pub fn mean_nearest_m(
    landscape: &Landscape,
    patches: &Patches,
    nearest: &NearestNeighbours,
    class: Option<u8>,
) -> Result<f64, Withheld> {
    let code = class.map(|class| landscape.code_of(class));
    let wanted = |of: u8| code.is_none_or(|code| code == Some(usize::from(of)));
    let of_wanted = nearest.distances_m().zip(patches.codes());
    let of_wanted = of_wanted.filter(|(_, code)| wanted(**code));
    let (mut seen, mut given, mut sum) = (0, 0_usize, 0.0);
    for (distance, _) in of_wanted {
        seen += 1;
        if let Some(distance) = distance {
            given += 1;
            sum += distance;
        }
    }
    if given == 0 {
        // several classes of one patch each are no pair either
        enough_patches(seen.min(1), 2)?;
    }
    Ok(sum / given as f64)
}

/// The smallest squared distance of each patch of a class; none can be below `least`.
fn nearest_of_class(runs: &ClassRuns, least: SquaredCells) -> Vec<SquaredCells> {
    let best: Vec<AtomicU64> = runs.patches.iter().map(|_| AtomicU64::new(NONE)).collect();
    let rows = (0..runs.rows()).into_par_iter().with_min_len(ROWS);
    rows.for_each(|row| {
        for run in runs.row(row) {
            search(runs, row, run, &best[run.patch as usize], least);
        }
    });
    best.into_iter().map(AtomicU64::into_inner).collect()
}

/// Lowers `best` to the distance from a run to the nearest run of another patch.
///
/// Other tasks lower the same number; a late look at it only costs time, the minimum is the same.
fn search(runs: &ClassRuns, row: usize, run: &Run, best: &AtomicU64, least: SquaredCells) {
    let known = best.load(Ordering::Relaxed);
    if known <= least {
        return;
    }
    let mut nearest = known;
    let part = |other_row| runs.parted(other_row, run);
    runs.meet_around((row, run), known, part, |_, squared| {
        nearest = squared;
        squared
    });
    best.fetch_min(nearest, Ordering::Relaxed);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{
        oracle::{pair_distances, random_landscape},
        patches::Connectivity,
    };
    use super::*;

    proptest! {
        #[test]
        fn agrees_with_all_pairs_of_cells(landscape in random_landscape(1..16, 3), four: bool) {
            let connectivity = if four { Connectivity::Four } else { Connectivity::Eight };
            let patches = Patches::find(&landscape, connectivity);
            let found = NearestNeighbours::find(&patches, landscape.cell_m());
            let pairs = pair_distances(&landscape, &patches);
            for (patch, distance) in found.distances_m().enumerate() {
                let plain = pairs.iter().filter(|((a, _), _)| *a as usize == patch).map(|(_, squared)| *squared).min();
                prop_assert_eq!(distance, plain.map(|squared| landscape.cell_m() * (squared as f64).sqrt()));
            }
        }
    }

    #[test]
    fn single_patches_have_no_neighbour() {
        let landscape = Landscape::of_cells((1, 4), 10.0, |cell| Some((cell / 2) as u8)).unwrap();
        let patches = Patches::find(&landscape, Connectivity::Eight);
        let nearest = NearestNeighbours::find(&patches, 10.0);
        assert!(nearest.distances_m().all(|distance| distance.is_none()));
        for class in [None, Some(0), Some(9)] {
            assert!(mean_nearest_m(&landscape, &patches, &nearest, class).is_err());
        }
    }
}
