//! Which cells of a class map belong to the zone, and of which class are they?

use aimak_core::{Message, Raster, Reason, Withheld};
use ndarray::Array2;
use rayon::prelude::*;

use crate::methods::range::in_range;

/// Least share of the zone that must be mapped (METHODS R.3).
pub const MIN_VALID_SHARE: f64 = 0.70;
/// Square metres in a hectare.
pub const SQUARE_METRES_PER_HECTARE: f64 = 1e4;
/// Cells handled by one task; sums are of integers, so the size cannot show.
const STRIP: usize = 1 << 16;

/// The cells of one zone, cut from a class map.
///
/// Classes are coded `0..m` in the order of the legend; the code `m` stands for "no landscape": cells outside the zone and
/// cells without a class. Sides towards them are the boundary of the landscape and count as no edge.
///
/// # Units
/// `cell_m` is the side of a square cell in metres.
///
/// # Range and edge cases
/// A zone that meets no cell, that is mapped on less than 70 %, or a legend of more than 255 classes is withheld.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::Landscape;
/// use ndarray::{Array2, array};
/// let map = Raster { values: array![[40u8, 10, 10], [40, 40, 10]], valid: Array2::from_elem((2, 3), true) };
/// let mut zone = Array2::from_elem((2, 3), true);
/// zone[(0, 2)] = false;
/// let landscape = Landscape::cut(&map, &zone, 10.0).unwrap();
/// assert_eq!(landscape.legend(), [10, 40]);
/// assert_eq!((landscape.class_at(0, 2), landscape.class_at(1, 2)), (None, Some(10)));
/// assert_eq!(landscape.area_ha(), 0.05);
/// ```
///
/// # Reference
/// METHODS E.7 and R.3.
#[derive(Clone, Debug, PartialEq)]
pub struct Landscape {
    codes: Vec<u8>,
    cols: usize,
    legend: Vec<u8>,
    cells: Vec<u64>,
    cell_m: f64,
}

impl Landscape {
    /// The cells of `map` whose centre lies in the zone.
    ///
    /// # Errors
    /// `OUTSIDE_RASTER` where the zone holds no cell of the map, `VALID_AREA_BELOW70` where too little of it is mapped,
    /// `OUT_OF_RANGE` for a cell size that is no length or a legend of more than 255 classes.
    pub fn cut(map: &Raster<u8>, zone: &Array2<bool>, cell_m: f64) -> Result<Self, Withheld> {
        if map.values.dim() != zone.dim() || map.valid.dim() != zone.dim() {
            return Err(Withheld::because(Reason::OutsideRaster));
        }
        let (values, valid) = (row_major(&map.values), row_major(&map.valid));
        let zone_cells = row_major(zone);
        let wanted = zone_cells.par_iter().filter(|inside| **inside).count();
        if wanted == 0 {
            return Err(Withheld::because(Reason::OutsideRaster));
        }
        let landscape = Self::of_cells(zone.dim(), cell_m, |cell| {
            (zone_cells[cell] && valid[cell]).then(|| values[cell])
        })?;
        let valid_share = landscape.total_cells() as f64 / wanted as f64;
        if valid_share < MIN_VALID_SHARE {
            let detail = Message::new("detail-valid-share").with("percent", 100.0 * valid_share);
            return Err(Withheld::because(Reason::ValidAreaBelow70).with(detail));
        }
        Ok(landscape)
    }

    /// All mapped cells of a map: for maps already cut to their zone.
    ///
    /// # Errors
    /// `NO_DATA` where no cell has a class; else as [`Landscape::cut`].
    pub fn whole(map: &Raster<u8>, cell_m: f64) -> Result<Self, Withheld> {
        if map.values.dim() != map.valid.dim() {
            return Err(Withheld::because(Reason::OutsideRaster));
        }
        let (values, valid) = (row_major(&map.values), row_major(&map.valid));
        Self::of_cells(map.values.dim(), cell_m, |cell| {
            valid[cell].then(|| values[cell])
        })
    }

    /// The landscape whose cells, numbered in row-major order, have these classes.
    pub(super) fn of_cells(
        (rows, cols): (usize, usize),
        cell_m: f64,
        class: impl Fn(usize) -> Option<u8> + Sync,
    ) -> Result<Self, Withheld> {
        in_range("cell_m", cell_m, f64::MIN_POSITIVE, 1e6)?;
        let total = rows * cols;
        let counts = count_classes(total, &class);
        let legend: Vec<u8> = (0..=u8::MAX)
            .filter(|class| counts[usize::from(*class)] > 0)
            .collect();
        if legend.is_empty() {
            return Err(Withheld::because(Reason::NoData));
        }
        in_range("classes", legend.len() as f64, 1.0, f64::from(u8::MAX))?;
        let outside = legend.len() as u8;
        let mut code_of = [outside; 256];
        for (code, class) in (0..).zip(&legend) {
            code_of[usize::from(*class)] = code;
        }
        let mut codes = vec![outside; total];
        codes
            .par_chunks_mut(STRIP)
            .enumerate()
            .for_each(|(strip, codes)| {
                for (cell, code) in (strip * STRIP..).zip(codes) {
                    *code = class(cell).map_or(outside, |class| code_of[usize::from(class)]);
                }
            });
        let cells = legend
            .iter()
            .map(|class| counts[usize::from(*class)])
            .collect();
        Ok(Self {
            codes,
            cols,
            legend,
            cells,
            cell_m,
        })
    }

    /// Rows and columns of the map the landscape was cut from.
    pub fn dim(&self) -> (usize, usize) {
        (self.codes.len() / self.cols, self.cols)
    }

    /// The classes present, ascending.
    pub fn legend(&self) -> &[u8] {
        &self.legend
    }

    /// Side of a cell, m.
    pub const fn cell_m(&self) -> f64 {
        self.cell_m
    }

    /// The class of a cell; `None` where there is no landscape.
    pub fn class_at(&self, row: usize, col: usize) -> Option<u8> {
        let inside = col < self.cols && row < self.dim().0;
        let code = inside.then(|| self.codes[row * self.cols + col])?;
        self.legend.get(usize::from(code)).copied()
    }

    /// Cells of the landscape.
    pub fn total_cells(&self) -> u64 {
        self.cells.iter().sum()
    }

    /// Cells of a class; 0 for a class that is absent.
    pub fn cells_of(&self, class: u8) -> u64 {
        self.code_of(class).map_or(0, |code| self.cells[code])
    }

    /// Area of a cell, m².
    pub fn cell_area_m2(&self) -> f64 {
        self.cell_m * self.cell_m
    }

    /// Area of the landscape, ha.
    pub fn area_ha(&self) -> f64 {
        self.total_cells() as f64 * self.cell_area_m2() / SQUARE_METRES_PER_HECTARE
    }

    /// Place of a class in the legend.
    pub(super) fn code_of(&self, class: u8) -> Option<usize> {
        self.legend.binary_search(&class).ok()
    }

    /// Cells of each class of the legend.
    pub(super) fn class_cells(&self) -> &[u64] {
        &self.cells
    }

    /// Codes of all cells, row-major.
    pub(super) fn codes(&self) -> &[u8] {
        &self.codes
    }

    /// The code of cells without landscape.
    pub(super) fn outside(&self) -> u8 {
        self.legend.len() as u8
    }
}

/// Cells of each of 256 classes.
fn count_classes(total: usize, class: &(impl Fn(usize) -> Option<u8> + Sync)) -> Vec<u64> {
    let strips = (0..total.div_ceil(STRIP)).into_par_iter();
    strips
        .map(|strip| {
            let mut counts = vec![0u64; 256];
            for cell in strip * STRIP..total.min((strip + 1) * STRIP) {
                if let Some(class) = class(cell) {
                    counts[usize::from(class)] += 1;
                }
            }
            counts
        })
        .reduce(
            || vec![0; 256],
            |a, b| a.iter().zip(b).map(|(a, b)| a + b).collect(),
        )
}

/// The cells in row-major order, copied only where the array is stored otherwise.
fn row_major<T: Copy>(array: &Array2<T>) -> std::borrow::Cow<'_, [T]> {
    array.as_slice().map_or_else(
        || array.iter().copied().collect::<Vec<T>>().into(),
        Into::into,
    )
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    fn map(valid: Array2<bool>) -> Raster<u8> {
        Raster {
            values: Array2::from_elem(valid.dim(), 7),
            valid,
        }
    }

    #[test]
    fn a_zone_with_too_little_map_is_withheld() {
        let partly = map(array![[true, true, true, false], [true, true, true, false]]);
        let zone = Array2::from_elem((2, 4), true);
        assert_eq!(
            Landscape::cut(&partly, &zone, 10.0).unwrap().total_cells(),
            6
        );
        let mostly_not = map(array![
            [true, true, false, false],
            [true, true, true, false]
        ]);
        let refused = Landscape::cut(&mostly_not, &zone, 10.0).unwrap_err();
        assert_eq!(refused.reason, Reason::ValidAreaBelow70);
        let nowhere = Array2::from_elem((2, 4), false);
        let refused = Landscape::cut(&partly, &nowhere, 10.0).unwrap_err();
        assert_eq!(refused.reason, Reason::OutsideRaster);
    }

    #[test]
    fn a_cell_size_is_a_length_and_a_legend_leaves_room_for_no_landscape() {
        let all = map(Array2::from_elem((1, 1), true));
        for cell_m in [0.0, -10.0, f64::NAN] {
            assert_eq!(
                Landscape::whole(&all, cell_m).unwrap_err().reason,
                Reason::OutOfRange
            );
        }
        let full = Landscape::of_cells((1, 256), 10.0, |cell| Some(cell as u8));
        assert_eq!(full.unwrap_err().reason, Reason::OutOfRange);
    }

    #[test]
    fn storage_order_does_not_matter() {
        let rows = Raster {
            values: array![[1u8, 2, 3], [4, 5, 6]],
            valid: Array2::from_elem((2, 3), true),
        };
        let columns = Raster {
            values: rows
                .values
                .t()
                .as_standard_layout()
                .to_owned()
                .reversed_axes(),
            valid: rows.valid.clone(),
        };
        assert_eq!(
            Landscape::whole(&rows, 1.0).unwrap(),
            Landscape::whole(&columns, 1.0).unwrap()
        );
    }
}
