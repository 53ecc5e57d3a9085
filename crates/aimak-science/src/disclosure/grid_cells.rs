//! In which cell of a grid may farms be shown?

use std::collections::BTreeMap;

/// Width of the finest cell, m (METHODS F.5.5).
pub const FINEST_M: f64 = 1000.0;
/// How often cells may double in width: 1, 2, 4, 8 km.
const DOUBLINGS: u32 = 3;

/// A square of the grid with the farms in it that no finer cell shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FarmCell {
    /// Western edge, m, in the CRS of the points.
    pub west_m: f64,
    /// Southern edge, m.
    pub south_m: f64,
    /// Width and height, m.
    pub width_m: f64,
    /// Farms, at least the least group.
    pub farms: u64,
}

/// Farms by grid cell.
///
/// # Formula
/// Cells of 1 km with at least five farms are shown. The farms of the others are counted in cells of 2 km, then 4, then 8; what is
/// left has no place on the map and is told as a number. Where that number is 1–4, the cell with the fewest farms is taken back to them.
///
/// # Range and edge cases
/// Each farm is in one cell only, so no cell can be subtracted from another. Cells are those of the CRS, not laid to fit the farms, and no
/// place is displaced: a displacement drawn by a published seed can be drawn again by anybody.
///
/// # Example
/// ```
/// use aimak_science::disclosure::grid_cells::GridCells;
/// let mut farms = vec![(100.0, 100.0); 6];
/// farms.extend([(1500.0, 300.0); 5]);
/// farms.extend([(1200.0, 1800.0); 5]);
/// farms.push((700.0, 1200.0));
/// let shown = GridCells::of(&farms, 5);
/// // three cells of 1 km; the one farm left over would be alone, so the smallest cell is taken back
/// assert_eq!((shown.cells().len(), shown.without_place()), (2, 6));
/// assert_eq!(shown.cells().iter().map(|cell| cell.farms).sum::<u64>() + shown.without_place(), 17);
/// ```
///
/// # Reference
/// METHODS F.5.5 and H, amendment 9.
#[derive(Clone, Debug, PartialEq)]
pub struct GridCells {
    cells: Vec<FarmCell>,
    without_place: u64,
}

impl GridCells {
    /// Farms at points of a projected CRS, m; cells with fewer than `least` are not shown. Points that are no numbers have no place.
    pub fn of(farms: &[(f64, f64)], least: u64) -> Self {
        let (placed, lost): (Vec<_>, Vec<_>) = farms
            .iter()
            .partition(|(x, y)| x.is_finite() && y.is_finite());
        let mut left: Vec<(f64, f64)> = placed;
        let mut cells = Vec::new();
        for doubling in 0..=DOUBLINGS {
            let width_m = FINEST_M * f64::from(1_u32 << doubling);
            let square =
                |(x, y): &(f64, f64)| ((x / width_m).floor() as i64, (y / width_m).floor() as i64);
            let mut counts: BTreeMap<(i64, i64), u64> = BTreeMap::new();
            for farm in &left {
                *counts.entry(square(farm)).or_default() += 1;
            }
            counts.retain(|_, farms| *farms >= least.max(1));
            left.retain(|farm| !counts.contains_key(&square(farm)));
            cells.extend(counts.into_iter().map(|((column, row), farms)| FarmCell {
                west_m: column as f64 * width_m,
                south_m: row as f64 * width_m,
                width_m,
                farms,
            }));
        }
        let mut shown = Self {
            cells,
            without_place: (left.len() + lost.len()) as u64,
        };
        shown.leave_no_few(least);
        shown
    }

    /// A rest of few farms takes the smallest cells in, until it is none or enough.
    fn leave_no_few(&mut self, least: u64) {
        while (1..least).contains(&self.without_place) {
            let smallest =
                (0..self.cells.len()).min_by_key(|place| (self.cells[*place].farms, *place));
            let Some(place) = smallest else { return };
            self.without_place += self.cells.remove(place).farms;
        }
    }

    /// Cells, finest first, from west to east and south to north.
    pub fn cells(&self) -> &[FarmCell] {
        &self.cells
    }

    /// Farms without a place on the map. Below the least group only where there are no more farms than that in all; then this number may
    /// not be told either.
    pub fn without_place(&self) -> u64 {
        self.without_place
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sparse_farms_meet_in_wider_cells() {
        let farms: Vec<(f64, f64)> = (0..5)
            .map(|i| (f64::from(i) * 1500.0 + 10.0, 10.0))
            .collect();
        let shown = GridCells::of(&farms, 5);
        assert_eq!(shown.cells().len(), 1);
        assert_eq!(
            (shown.cells()[0].width_m, shown.cells()[0].farms),
            (8000.0, 5)
        );
    }

    #[test]
    fn a_point_that_is_no_number_has_no_place() {
        let mut farms = vec![(5.0, 5.0); 7];
        farms.push((f64::NAN, 1.0));
        let shown = GridCells::of(&farms, 5);
        assert!(shown.cells().is_empty());
        assert_eq!(shown.without_place(), 8);
    }

    proptest! {
        #[test]
        fn no_cell_and_no_rest_of_few(farms in prop::collection::vec((-9000.0..9000.0_f64, -9000.0..9000.0_f64), 0..80)) {
            let shown = GridCells::of(&farms, 5);
            prop_assert!(shown.cells().iter().all(|cell| cell.farms >= 5));
            let told: u64 = shown.cells().iter().map(|cell| cell.farms).sum();
            prop_assert_eq!(told + shown.without_place(), farms.len() as u64);
            prop_assert!(shown.without_place() == 0 || shown.without_place() >= 5 || farms.len() < 5);
            let mut turned = farms.clone();
            turned.reverse();
            prop_assert_eq!(GridCells::of(&turned, 5), shown);
        }
    }
}
