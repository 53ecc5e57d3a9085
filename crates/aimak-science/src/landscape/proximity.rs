//! What else of its kind lies within reach of a patch?

use aimak_core::Withheld;
use rayon::prelude::*;

use super::{
    class_runs::{ClassRuns, SquaredCells},
    enough_patches,
    map::Landscape,
    patches::{Patches, Run},
    pattern::Rules,
};

/// Tolerance with which a distance in whole cells meets a radius in metres: 500 m are 50 cells of 10 m, not 49.
const TOLERANCE: f64 = 1e-9;

/// Proximity (PROX) of each patch and the number of patches it is joined to (CONNECT).
///
/// # Formula
/// `PROX = Σ a_s / h_s²` over the other patches s of the class within the search radius, a area, h edge-to-edge distance
/// (centre to centre of the nearest cells). Joined are the patches with `h ≤` the join distance.
///
/// # Units
/// PROX none (m²/m²).
///
/// # Range and edge cases
/// From 0 (nothing within the radius). Both ends count as within. Patches that reach beyond the map are taken as mapped.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::{Landscape, Pattern, Rules, proximity};
/// use ndarray::Array2;
/// let cells = [(0, 0), (0, 1), (1, 0), (1, 1), (0, 5), (1, 5), (6, 0), (6, 1), (6, 2)];
/// let valid = Array2::from_shape_fn((7, 6), |cell| cells.contains(&cell));
/// let map = Raster { values: Array2::from_elem((7, 6), 1), valid };
/// let landscape = Landscape::whole(&map, 10.0).unwrap();
/// let rules = Rules { search_radius_m: 60.0, join_distance_m: 45.0, ..Rules::default() };
/// let pattern = Pattern::new(&landscape, rules);
/// for (proximity, by_hand) in pattern.links().proximity().iter().zip([0.245, 0.338_235, 0.218_824]) {
///     assert!((proximity - by_hand).abs() < 5e-7);
/// }
/// let connectance = proximity::connectance_percent(pattern.patches(), pattern.links(), Some((&landscape, 1))).unwrap();
/// assert!((connectance - 33.3333).abs() < 5e-5); // one of three pairs
/// ```
///
/// # Reference
/// METHODS E.7; Gustafson & Parker (1992), Landsc. Ecol. 7:101–110 (PROX); FRAGSTATS 4, PROX and CONNECT.
#[derive(Clone, Debug, PartialEq)]
pub struct Links {
    proximity: Vec<f64>,
    joined: Vec<u64>,
}

impl Links {
    /// The links of all patches.
    pub fn find(patches: &Patches, cell_m: f64, rules: &Rules) -> Self {
        let reach = Reach {
            search: squared_cells(rules.search_radius_m, cell_m),
            join: squared_cells(rules.join_distance_m, cell_m),
        };
        let mut links = Self {
            proximity: vec![0.0; patches.len()],
            joined: vec![0; patches.len()],
        };
        for class in ClassRuns::of_each(patches) {
            if class.patches.len() > 1 {
                let found = links_of_class(&class, patches.cells(), reach);
                for (patch, (proximity, joined)) in class.patches.iter().zip(found) {
                    links.proximity[*patch as usize] = proximity;
                    links.joined[*patch as usize] = joined;
                }
            }
        }
        links
    }

    /// PROX of each patch.
    pub fn proximity(&self) -> &[f64] {
        &self.proximity
    }

    /// Number of patches of its class each patch is joined to.
    pub fn joined(&self) -> &[u64] {
        &self.joined
    }
}

/// Mean proximity (`PROX_MN`), of all patches or of one class.
///
/// # Formula
/// `Σ PROX / N`, patches with nothing in reach (0) included.
///
/// # Units
/// None.
///
/// # Errors
/// `NO_DATA` for an absent class.
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, `PROX_MN`.
pub fn mean_proximity(
    patches: &Patches,
    links: &Links,
    class: Option<(&Landscape, u8)>,
) -> Result<f64, Withheld> {
    let wanted = of_class(patches, class);
    enough_patches(wanted.len(), 1)?;
    let sum: f64 = wanted.iter().map(|patch| links.proximity[*patch]).sum();
    Ok(sum / wanted.len() as f64)
}

/// Connectance (CONNECT), of the landscape or of one class.
///
/// # Formula
/// `100·Σ c / (n(n−1)/2)`, c = 1 for a pair of patches at most the join distance apart; for the landscape, pairs and joined pairs
/// are summed over the classes.
///
/// # Units
/// Per cent.
///
/// # Range and edge cases
/// 0 to 100. A class of one patch has no pair: withheld (FRAGSTATS writes 0 there).
///
/// # Errors
/// `NO_DATA` without a pair of patches of one class.
///
/// # Reference
/// METHODS E.7; FRAGSTATS 4, CONNECT.
pub fn connectance_percent(
    patches: &Patches,
    links: &Links,
    class: Option<(&Landscape, u8)>,
) -> Result<f64, Withheld> {
    let sizes: Vec<usize> = match class {
        None => patches.of_code().to_vec(),
        Some((landscape, class)) => landscape
            .code_of(class)
            .map(|code| patches.of_code()[code])
            .into_iter()
            .collect(),
    };
    enough_patches(sizes.iter().copied().max().unwrap_or(0), 2)?;
    let pairs: u64 = sizes.iter().map(|n| (n * (n - 1) / 2) as u64).sum();
    let wanted = of_class(patches, class);
    // each joined pair is seen from both patches
    let joined = wanted.iter().map(|patch| links.joined[*patch]).sum::<u64>() / 2;
    Ok(100.0 * joined as f64 / pairs as f64)
}

/// Places of the patches of a class, or of all.
fn of_class(patches: &Patches, class: Option<(&Landscape, u8)>) -> Vec<usize> {
    let code = class.map(|(landscape, class)| landscape.code_of(class));
    let places = patches.codes().iter().enumerate();
    places
        .filter(|(_, of)| code.is_none_or(|code| code == Some(usize::from(**of))))
        .map(|(place, _)| place)
        .collect()
}

/// Squared radii in cells.
#[derive(Clone, Copy)]
struct Reach {
    search: SquaredCells,
    join: SquaredCells,
}

/// The largest squared distance in cells that is within a radius; a radius that is no length reaches nothing.
fn squared_cells(radius_m: f64, cell_m: f64) -> SquaredCells {
    let cells = radius_m.max(0.0) / cell_m;
    // beyond any map, yet far from overflow
    (cells * cells * (1.0 + TOLERANCE)).min(1e18).floor() as SquaredCells
}

/// PROX and number of joined patches for each patch of a class.
fn links_of_class(runs: &ClassRuns, cells: &[u64], reach: Reach) -> Vec<(f64, u64)> {
    let by_patch = RunsByPatch::new(runs);
    let number = runs.patches.len();
    (0..number)
        .into_par_iter()
        .map_init(
            || Near {
                squared: vec![0; number],
                met: Vec::new(),
                last: vec![0; runs.rows()],
            },
            |near, patch| {
                for (row, run) in by_patch.of(patch) {
                    near.meet(runs, *row, run, reach.search.max(reach.join));
                }
                let area = |other: u32| cells[runs.patches[other as usize] as usize];
                near.sum_up(reach, area)
            },
        )
        .collect()
}

/// The runs of a class ordered by patch.
struct RunsByPatch {
    runs: Vec<(usize, Run)>,
    starts: Vec<usize>,
}

impl RunsByPatch {
    fn new(class: &ClassRuns) -> Self {
        let of_row = |row: usize| class.row(row).iter().map(move |run| (row, *run));
        let mut runs: Vec<(usize, Run)> = (0..class.rows()).flat_map(of_row).collect();
        // stable: within a patch the runs stay in the order of rows
        runs.par_sort_by_key(|(_, run)| run.patch);
        let mut starts = vec![0; class.patches.len() + 1];
        for (_, run) in &runs {
            starts[run.patch as usize + 1] += 1;
        }
        for patch in 0..class.patches.len() {
            starts[patch + 1] += starts[patch];
        }
        Self { runs, starts }
    }

    fn of(&self, patch: usize) -> &[(usize, Run)] {
        &self.runs[self.starts[patch]..self.starts[patch + 1]]
    }
}

/// Patches met around one patch, with their squared distances; 0 is "not met", for no two patches are that near.
struct Near {
    squared: Vec<SquaredCells>,
    met: Vec<u32>,
    /// Where the last search in each row ended.
    last: Vec<usize>,
}

impl Near {
    /// Adds what lies within reach of a run.
    fn meet(&mut self, runs: &ClassRuns, row: usize, run: &Run, reach: SquaredCells) {
        let Self { squared, met, last } = self;
        let part = |other_row: usize| runs.parted_from(other_row, run, &mut last[other_row]);
        runs.meet_around((row, run), reach + 1, part, |other, found| {
            let known = &mut squared[other.patch as usize];
            if *known == 0 {
                met.push(other.patch);
                *known = found;
            } else {
                *known = found.min(*known);
            }
            reach + 1
        });
    }

    /// PROX and the number of joined patches; forgets what was met.
    fn sum_up(&mut self, reach: Reach, cells: impl Fn(u32) -> u64) -> (f64, u64) {
        // one order of summation, whichever run met a patch first
        self.met.sort_unstable();
        let (mut proximity, mut joined) = (0.0, 0);
        for other in self.met.drain(..) {
            let squared = std::mem::take(&mut self.squared[other as usize]);
            if squared <= reach.search {
                // area and squared distance are both in cells: the cell size cancels
                proximity += cells(other) as f64 / squared as f64;
            }
            joined += u64::from(squared <= reach.join);
        }
        (proximity, joined)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{
        oracle::{pair_distances, random_landscape},
        patches::Connectivity,
        pattern::Pattern,
    };
    use super::*;

    proptest! {
        #[test]
        fn agrees_with_all_pairs_of_cells(landscape in random_landscape(1..16, 3), search_cells in 0.0..9.0_f64, join_cells in 0.0..9.0_f64) {
            let rules = Rules {
                search_radius_m: search_cells * landscape.cell_m(),
                join_distance_m: join_cells * landscape.cell_m(),
                ..Rules::default()
            };
            let pattern = Pattern::new(&landscape, rules);
            let patches = pattern.patches();
            let (mut proximity, mut joined) = (vec![0.0; patches.len()], vec![0; patches.len()]);
            for ((a, b), squared) in pair_distances(&landscape, patches) {
                let distance = (squared as f64).sqrt();
                if distance <= search_cells {
                    proximity[a as usize] += patches.cells()[b as usize] as f64 / squared as f64;
                }
                joined[a as usize] += u64::from(distance <= join_cells);
            }
            prop_assert_eq!(pattern.links().joined(), &joined);
            for (found, plain) in pattern.links().proximity().iter().zip(&proximity) {
                prop_assert!((found - plain).abs() <= 1e-12 * plain.max(1.0));
            }
        }
    }

    #[test]
    fn a_radius_in_metres_meets_whole_cells() {
        assert_eq!(squared_cells(500.0, 10.0), 2500);
        assert_eq!(squared_cells(0.3, 0.1), 9); // 0.3 / 0.1 < 3 in binary
        assert_eq!(squared_cells(f64::NAN, 10.0), 0);
        let landscape = Landscape::of_cells((1, 5), 10.0, |cell| Some((cell % 2) as u8)).unwrap();
        let patches = Patches::find(&landscape, Connectivity::Eight);
        let everywhere = Rules {
            search_radius_m: f64::INFINITY,
            ..Rules::default()
        };
        let links = Links::find(&patches, 10.0, &everywhere);
        assert_eq!(links.joined(), [2, 1, 2, 1, 2]);
    }

    #[test]
    fn one_patch_has_no_pair() {
        let landscape = Landscape::of_cells((2, 2), 10.0, |_| Some(1)).unwrap();
        let patches = Patches::find(&landscape, Connectivity::Eight);
        let links = Links::find(&patches, 10.0, &Rules::default());
        assert_eq!(mean_proximity(&patches, &links, None), Ok(0.0));
        assert!(connectance_percent(&patches, &links, None).is_err());
        assert!(mean_proximity(&patches, &links, Some((&landscape, 2))).is_err());
    }
}
