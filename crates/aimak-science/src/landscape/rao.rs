//! How different are the pixels around a pixel?

use aimak_core::{Raster, Reason, Withheld};
use ndarray::{Array2, Axis};
use rayon::prelude::*;

/// Width of a step between quantised values (METHODS E.6: NDVI to 0.01).
pub const NDVI_STEP: f64 = 0.01;
/// Rows handled by one task. Each window is an integer sum, so the number cannot show.
const ROWS: usize = 64;
/// Most levels a strip is counted on; beyond, every pair is compared.
const MAX_LEVELS: usize = 4096;

/// A square moving window of odd side, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    side: usize,
}

impl Window {
    /// A window of this side.
    ///
    /// # Errors
    /// `OUT_OF_RANGE` for a side that is even (it has no centre), below 3 or above 255.
    pub fn of_side(side: usize) -> Result<Self, Withheld> {
        if side % 2 == 1 && (3..=255).contains(&side) {
            Ok(Self { side })
        } else {
            Err(Withheld::because(Reason::OutOfRange))
        }
    }

    /// Its side, in cells.
    pub const fn side(self) -> usize {
        self.side
    }

    const fn half(self) -> usize {
        self.side / 2
    }

    /// Whether so many valid cells are at least 60 % of the window (METHODS R.3).
    const fn enough(self, valid: u64) -> bool {
        5 * valid >= 3 * (self.side * self.side) as u64
    }
}

/// Rao's quadratic entropy in a moving window.
///
/// # Formula
/// `Q = Σ_i Σ_j |v_i − v_j| p_i p_j` over the values in the window, both (i, j) and (j, i) counted. Values are first rounded to
/// whole steps; with `C_k` of n cells at or below step k, `Q = 2·step·Σ_k C_k (n − C_k) / n²`, a sum of integers.
///
/// # Units
/// Unit of the values (none for NDVI).
///
/// # Range and edge cases
/// 0 (all alike) to half the spread of the values. A cell is valid where it is valid itself and at least 60 % of its window are,
/// cells beyond the map counting as missing; Q is over the valid ones. Values that are not finite count as missing.
///
/// Q is a proxy: that it follows the number of species must be shown on the spot, and mixed crops, shadow and irrigation
/// look like diversity. Q grows with the window and the cell size.
///
/// # Example
/// ```
/// use aimak_core::Raster;
/// use aimak_science::landscape::rao::{NDVI_STEP, Window, rao_q};
/// use ndarray::{Array2, array};
/// let values = array![[0.2, 0.2, 0.3], [0.5, 0.5, 0.5], [0.3, 0.2, 0.3]];
/// let ndvi = Raster { values, valid: Array2::from_elem((3, 3), true) };
/// let q = rao_q(&ndvi, Window::of_side(3).unwrap(), NDVI_STEP).unwrap();
/// assert!((q.get(1, 1).unwrap() - 0.133_333).abs() < 5e-7);
/// assert_eq!(q.get(0, 0), None); // 4 of 9 cells
/// ```
///
/// # Errors
/// `OUT_OF_RANGE` where `step` is no positive number.
///
/// # Reference
/// METHODS E.6; Rao (1982), Theor. Popul. Biol. 21:24–43; Rocchini et al. (2017), Ecol. Indic. 72:234–238.
pub fn rao_q(map: &Raster<f64>, window: Window, step: f64) -> Result<Raster<f64>, Withheld> {
    if !(step > 0.0 && step.is_finite()) {
        return Err(Withheld::because(Reason::OutOfRange));
    }
    let levels = quantised(map, step);
    let mut q = Raster {
        values: Array2::zeros(levels.dim()),
        valid: Array2::from_elem(levels.dim(), false),
    };
    let values = q.values.axis_chunks_iter_mut(Axis(0), ROWS);
    let valid = q.valid.axis_chunks_iter_mut(Axis(0), ROWS);
    let strips: Vec<_> = values.zip(valid).enumerate().collect();
    strips
        .into_par_iter()
        .for_each(|(strip, (mut values, mut valid))| {
            let mut put = |row: usize, col: usize, pairs: u64, n: u64| {
                values[(row - strip * ROWS, col)] = 2.0 * step * pairs as f64 / (n * n) as f64;
                valid[(row - strip * ROWS, col)] = true;
            };
            let rows = strip * ROWS..levels.nrows().min((strip + 1) * ROWS);
            match LevelSpan::of_rows(&levels, &rows, window) {
                None => {}
                Some(span) if span.count <= MAX_LEVELS => {
                    sliding(&levels, window, span, rows, &mut put);
                }
                Some(_) => plain(&levels, window, rows, &mut put),
            }
        });
    Ok(q)
}

/// The whole step nearest to each value; `None` for a missing one.
fn quantised(map: &Raster<f64>, step: f64) -> Array2<Option<i32>> {
    let mut levels = Array2::from_elem(map.values.dim(), None);
    ndarray::Zip::from(&mut levels)
        .and(&map.values)
        .and(&map.valid)
        .par_for_each(|level, value, valid| {
            let steps = (value / step).round();
            // half the range of i32: differences stay in range
            let fits = steps.abs() < f64::from(i32::MAX / 2);
            *level = (*valid && fits).then_some(steps as i32);
        });
    levels
}

/// The levels that occur near some rows.
#[derive(Clone, Copy)]
struct LevelSpan {
    lowest: i32,
    count: usize,
}

impl LevelSpan {
    fn of_rows(
        levels: &Array2<Option<i32>>,
        rows: &std::ops::Range<usize>,
        window: Window,
    ) -> Option<Self> {
        let near =
            rows.start.saturating_sub(window.half())..levels.nrows().min(rows.end + window.half());
        let mut span: Option<(i32, i32)> = None;
        for level in levels.slice(ndarray::s![near, ..]).iter().flatten() {
            let (lowest, highest) = span.unwrap_or((*level, *level));
            span = Some((lowest.min(*level), highest.max(*level)));
        }
        span.map(|(lowest, highest)| Self {
            lowest,
            count: (highest - lowest + 1) as usize,
        })
    }
}

/// How many of some cells lie at or below each level; of a column of the window, or of the whole window.
type AtOrBelow = [u16];

/// Slides the window along each row: columns enter and leave as whole columns of counts.
///
/// A column's counts move down one row by one cell out, one cell in, so a window costs as much for any side.
fn sliding(
    levels: &Array2<Option<i32>>,
    window: Window,
    span: LevelSpan,
    rows: std::ops::Range<usize>,
    put: &mut impl FnMut(usize, usize, u64, u64),
) {
    let (map_rows, cols) = levels.dim();
    let half = window.half();
    let mut columns = vec![0u16; cols * span.count];
    let change = |columns: &mut [u16], row: usize, enters: bool| {
        for (column, level) in columns.chunks_exact_mut(span.count).zip(levels.row(row)) {
            if let Some(level) = level {
                shift(&mut column[(level - span.lowest) as usize..], enters);
            }
        }
    };
    for row in rows.start.saturating_sub(half)..map_rows.min(rows.start + half) {
        change(&mut columns, row, true);
    }
    let mut inside = vec![0u16; span.count];
    for row in rows.clone() {
        if row + half < map_rows {
            change(&mut columns, row + half, true);
        }
        if row > rows.start && row > half {
            change(&mut columns, row - half - 1, false);
        }
        slide_along(levels, window, &columns, &mut inside, row, put);
    }
}

/// One row of windows.
fn slide_along(
    levels: &Array2<Option<i32>>,
    window: Window,
    columns: &[u16],
    inside: &mut AtOrBelow,
    row: usize,
    put: &mut impl FnMut(usize, usize, u64, u64),
) {
    let (cols, half, count) = (levels.ncols(), window.half(), inside.len());
    let column = |col: usize| &columns[col * count..(col + 1) * count];
    inside.fill(0);
    for col in 0..cols.min(half) {
        add(inside, column(col));
    }
    for col in 0..cols {
        if col + half < cols {
            add(inside, column(col + half));
        }
        if col > half {
            subtract(inside, column(col - half - 1));
        }
        // the highest level is at or above all of them
        let valid = u64::from(inside[count - 1]);
        if levels[(row, col)].is_some() && window.enough(valid) {
            put(row, col, unlike_steps(inside), valid);
        }
    }
}

/// One cell more or less at or below all these levels.
fn shift(counts: &mut AtOrBelow, enters: bool) {
    let by = if enters { 1 } else { u16::MAX };
    for count in counts {
        *count = count.wrapping_add(by);
    }
}

fn add(counts: &mut AtOrBelow, others: &AtOrBelow) {
    for (count, other) in counts.iter_mut().zip(others) {
        *count = count.wrapping_add(*other);
    }
}

fn subtract(counts: &mut AtOrBelow, others: &AtOrBelow) {
    for (count, other) in counts.iter_mut().zip(others) {
        *count = count.wrapping_sub(*other);
    }
}

/// Sum over unordered pairs of cells of their distance in steps: each step k parts the cells below from those above.
fn unlike_steps(counts: &AtOrBelow) -> u64 {
    let n = u32::from(*counts.last().unwrap_or(&0));
    let pairs = |below: &u16| u32::from(*below) * (n - u32::from(*below));
    // at most n²/4 pairs for each step: 32 bits, where they suffice, fill a vector with more of them
    let most = u64::from(n * n / 4) * counts.len() as u64;
    if u32::try_from(most).is_ok() {
        counts.iter().map(pairs).sum::<u32>().into()
    } else {
        counts.iter().map(|below| u64::from(pairs(below))).sum()
    }
}

/// Compares every pair of cells of every window: the definition, for values too spread out to count by level.
fn plain(
    levels: &Array2<Option<i32>>,
    window: Window,
    rows: std::ops::Range<usize>,
    put: &mut impl FnMut(usize, usize, u64, u64),
) {
    let (map_rows, cols) = levels.dim();
    let half = window.half();
    for row in rows {
        for col in 0..cols {
            let around = levels.slice(ndarray::s![
                row.saturating_sub(half)..map_rows.min(row + half + 1),
                col.saturating_sub(half)..cols.min(col + half + 1)
            ]);
            let valid: Vec<i32> = around.iter().copied().flatten().collect();
            if levels[(row, col)].is_some() && window.enough(valid.len() as u64) {
                let pairs = valid.iter().enumerate().flat_map(|(place, a)| {
                    valid[..place]
                        .iter()
                        .map(move |b| u64::from(a.abs_diff(*b)))
                });
                put(row, col, pairs.sum(), valid.len() as u64);
            }
        }
    }
}

#[cfg(test)]
mod tests;
