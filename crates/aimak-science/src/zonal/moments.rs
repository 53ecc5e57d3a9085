//! Sums that merge: weight, sum, spread, lowest and highest.
//!
//! Whole numbers are summed exactly: coverage in fixed point of 2⁻⁴⁰, products in 128 bits. The order of the cells, of the
//! blocks and of the threads then cannot matter. Floating-point numbers are summed stretch by stretch, each around its own
//! mean (two passes over cells that lie in the cache), and stretches are merged by the formula of Chan, Golub & LeVeque
//! (1983, The American Statistician 37:242–247) in the order of the rows.

use super::sample::{Check, Sample};

/// One in the fixed point of coverage.
const ONE: u128 = 1 << 40;
/// Sums kept side by side, so that they can be added at once.
const LANES: usize = 8;
/// Longest stretch of whole numbers whose sums stay exact in double precision (2²⁰ squares of 16 bits are below 2⁵³).
const EXACT_STRETCH: usize = 1 << 20;

/// Weight, sum and spread of floating-point numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct FloatMoments {
    /// Σ f.
    pub weight: f64,
    /// Σ f·x.
    pub sum: f64,
    /// Σ f·(x − mean)².
    pub squares: f64,
}

impl FloatMoments {
    /// These and later ones; merging with nothing changes no bit.
    pub fn merge(self, later: Self) -> Self {
        if self.weight == 0.0 {
            return later;
        }
        if later.weight == 0.0 {
            return self;
        }
        let weight = self.weight + later.weight;
        let apart = later.sum / later.weight - self.sum / self.weight;
        Self {
            weight,
            sum: self.sum + later.sum,
            squares: self.squares
                + later.squares
                + apart * apart * (self.weight * later.weight / weight),
        }
    }
}

/// Weight, sum and sum of squares of whole numbers, exact.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct WholeMoments {
    /// Cells covered in full, their sum and sum of squares.
    full: (u64, i128, u128),
    /// Σ f, Σ f·x, Σ f·x² of the other cells, in units of 2⁻⁴⁰.
    edge: (u128, i128, u128),
}

impl WholeMoments {
    /// Adds `n` cells covered in part.
    fn add_edge(&mut self, fraction: f64, stored: i64, n: usize) {
        let f = fixed(fraction) * n as u128;
        self.edge.0 += f;
        self.edge.1 += f as i128 * i128::from(stored);
        self.edge.2 += f * u128::from(stored.unsigned_abs()).pow(2);
    }

    /// These and others.
    pub fn merge(self, other: Self) -> Self {
        let add = |a: (u128, i128, u128), b: (u128, i128, u128)| (a.0 + b.0, a.1 + b.1, a.2 + b.2);
        Self {
            full: (
                self.full.0 + other.full.0,
                self.full.1 + other.full.1,
                self.full.2 + other.full.2,
            ),
            edge: add(self.edge, other.edge),
        }
    }

    /// As floating-point moments, rounded once.
    pub fn rounded(self) -> FloatMoments {
        let weight_fixed = u128::from(self.full.0) * ONE + self.edge.0;
        if weight_fixed == 0 {
            return FloatMoments::default();
        }
        let sum_fixed = self.full.1 * ONE as i128 + self.edge.1;
        // squares around the nearest whole number below the mean: small numbers, nothing cancels
        let middle = sum_fixed.div_euclid(weight_fixed as i128);
        let around = |n: i128, sum: i128, squares: u128| {
            squares as f64 - 2.0 * middle as f64 * sum as f64 + (middle * middle) as f64 * n as f64
        };
        let exact = |n: i128, sum: i128, squares: u128| {
            let squares = i128::try_from(squares).ok()?;
            let twice = middle.checked_mul(2)?.checked_mul(sum)?;
            let shift = middle.checked_mul(middle)?.checked_mul(n)?;
            Some(squares.checked_sub(twice)?.checked_add(shift)? as f64)
        };
        let of = |n: i128, sum: i128, squares: u128| {
            exact(n, sum, squares).unwrap_or_else(|| around(n, sum, squares))
        };
        let full = of(i128::from(self.full.0), self.full.1, self.full.2);
        let edge = of(self.edge.0 as i128, self.edge.1, self.edge.2) / ONE as f64;
        let weight = weight_fixed as f64 / ONE as f64;
        let off = (sum_fixed - middle * weight_fixed as i128) as f64 / weight_fixed as f64;
        FloatMoments {
            weight,
            sum: sum_fixed as f64 / ONE as f64,
            squares: (full + edge - off * off * weight).max(0.0),
        }
    }
}

/// A fraction in fixed point.
pub(super) fn fixed(fraction: f64) -> u128 {
    (fraction * ONE as f64).round() as u128
}

/// A weight in fixed point as a number of cells.
pub(super) fn cells(fixed: u128) -> f64 {
    fixed as f64 / ONE as f64
}

/// What a stretch of cells holds.
#[derive(Clone, Copy)]
pub(super) struct Stretch<T> {
    n: usize,
    sum: f64,
    pub low: T,
    pub high: T,
}

/// Hands out cells to lanes by turns, with their places in the block; `at` is the place of the first.
#[inline]
fn in_lanes<T: Copy>(cells: &[T], at: usize, mut add: impl FnMut(usize, usize, T)) {
    let (chunks, rest) = cells.as_chunks::<LANES>();
    for (k, chunk) in chunks.iter().enumerate() {
        for (lane, &stored) in chunk.iter().enumerate() {
            add(lane, at + k * LANES + lane, stored);
        }
    }
    for (lane, &stored) in rest.iter().enumerate() {
        add(lane, at + chunks.len() * LANES + lane, stored);
    }
}

/// Number, sum, lowest and highest of the cells that count; `at` is the place of the first.
pub(super) fn stretch<T: Sample>(cells: &[T], at: usize, check: impl Check<T>) -> Stretch<T> {
    let mut n = [0_u32; LANES];
    let mut sum = [0.0_f64; LANES];
    let (mut low, mut high) = ([T::HIGHEST; LANES], [T::LOWEST; LANES]);
    let add = |lane: usize, place: usize, stored: T| {
        let counts = check.counts(place, stored);
        n[lane] += u32::from(counts);
        sum[lane] += if counts { stored.value() } else { 0.0 };
        low[lane] = if counts && stored < low[lane] {
            stored
        } else {
            low[lane]
        };
        high[lane] = if counts && stored > high[lane] {
            stored
        } else {
            high[lane]
        };
    };
    in_lanes(cells, at, add);
    let least = |a: T, b: T| if b < a { b } else { a };
    let most = |a: T, b: T| if b > a { b } else { a };
    Stretch {
        n: n.iter().map(|&n| n as usize).sum(),
        sum: sum.iter().sum(),
        low: low.into_iter().fold(T::HIGHEST, least),
        high: high.into_iter().fold(T::LOWEST, most),
    }
}

/// Σ (x − middle)² of the cells that count.
fn squares_around<T: Sample>(cells: &[T], at: usize, check: impl Check<T>, middle: f64) -> f64 {
    let mut sum = [0.0_f64; LANES];
    let add = |lane: usize, place: usize, stored: T| {
        let off = stored.value() - middle;
        sum[lane] += if check.counts(place, stored) {
            off * off
        } else {
            0.0
        };
    };
    in_lanes(cells, at, add);
    sum.iter().sum()
}

/// Moments of one kind of stored number.
pub(super) trait Moments<T: Sample>: Default {
    /// True where sums are exact: cells may then come in any order, and alike ones together.
    const EXACT: bool;

    /// Adds a stretch of cells covered in full and returns its lowest and highest.
    fn add_full(
        &mut self,
        cells: &[T],
        at: usize,
        check: impl Check<T>,
        spread: bool,
    ) -> Option<(T, T)>;
    /// Adds a cell covered in part.
    fn add_part(&mut self, fraction: f64, stored: T);
    /// Adds `n` cells that store the same number and are covered alike.
    fn add_alike(&mut self, fraction: f64, stored: T, n: usize);
    /// Σ f so far.
    fn weight(&self) -> f64;
}

impl<T: Sample> Moments<T> for FloatMoments {
    const EXACT: bool = false;

    fn add_full(
        &mut self,
        cells: &[T],
        at: usize,
        check: impl Check<T>,
        spread: bool,
    ) -> Option<(T, T)> {
        let seen = stretch(cells, at, check);
        if seen.n == 0 {
            return None;
        }
        let weight = seen.n as f64;
        let squares = if spread && seen.low < seen.high {
            squares_around(cells, at, check, seen.sum / weight)
        } else {
            0.0
        };
        *self = self.merge(Self {
            weight,
            sum: seen.sum,
            squares,
        });
        Some((seen.low, seen.high))
    }

    fn add_part(&mut self, fraction: f64, stored: T) {
        *self = self.merge(Self {
            weight: fraction,
            sum: fraction * stored.value(),
            squares: 0.0,
        });
    }

    fn add_alike(&mut self, fraction: f64, stored: T, n: usize) {
        for _ in 0..n {
            self.add_part(fraction, stored);
        }
    }

    fn weight(&self) -> f64 {
        self.weight
    }
}

impl<T: Sample + Into<i64>> Moments<T> for WholeMoments {
    const EXACT: bool = true;

    fn add_full(
        &mut self,
        cells: &[T],
        at: usize,
        check: impl Check<T>,
        spread: bool,
    ) -> Option<(T, T)> {
        let mut range: Option<(T, T)> = None;
        for (k, part) in cells.chunks(EXACT_STRETCH).enumerate() {
            let at = at + k * EXACT_STRETCH;
            let seen = stretch(part, at, check);
            if seen.n == 0 {
                continue;
            }
            self.full.0 += seen.n as u64;
            self.full.1 += seen.sum as i128;
            if spread {
                self.full.2 += squares(part, at, check);
            }
            let (low, high) = range.unwrap_or((seen.low, seen.high));
            range = Some((
                if seen.low < low { seen.low } else { low },
                if seen.high > high { seen.high } else { high },
            ));
        }
        range
    }

    fn add_part(&mut self, fraction: f64, stored: T) {
        self.add_edge(fraction, stored.into(), 1);
    }

    fn add_alike(&mut self, fraction: f64, stored: T, n: usize) {
        let stored: i64 = stored.into();
        if fraction == 1.0 {
            self.full.0 += n as u64;
            self.full.1 += i128::from(stored) * n as i128;
            self.full.2 += u128::from(stored.unsigned_abs()).pow(2) * n as u128;
        } else {
            self.add_edge(fraction, stored, n);
        }
    }

    fn weight(&self) -> f64 {
        self.full.0 as f64 + cells(self.edge.0)
    }
}

/// Σ x² of whole numbers, exact.
fn squares<T: Sample + Into<i64>>(cells: &[T], at: usize, check: impl Check<T>) -> u128 {
    if size_of::<T>() <= 2 {
        return squares_around(cells, at, check, 0.0) as u128;
    }
    let places = cells.iter().enumerate();
    let counted = places.filter(|&(k, &stored)| check.counts(at + k, stored));
    counted
        .map(|(_, &stored)| u128::from(stored.into().unsigned_abs()).pow(2))
        .sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::zonal::sample::Every;

    proptest! {
        #[test]
        fn merging_with_nothing_changes_no_bit(weight in 0.1..9.0_f64, sum in -9.0..9.0_f64, squares in 0.0..9.0_f64) {
            let some = FloatMoments { weight, sum, squares };
            prop_assert_eq!(some.merge(FloatMoments::default()), some);
            prop_assert_eq!(FloatMoments::default().merge(some), some);
        }

        #[test]
        fn whole_numbers_add_up_in_any_order(cells in prop::collection::vec(any::<i16>(), 1..60), cut in 0_usize..60) {
            let cut = cut.min(cells.len());
            let of = |cells: &[i16]| {
                let mut moments = WholeMoments::default();
                moments.add_full(cells, 0, Every, true);
                for &stored in cells {
                    moments.add_part(0.3, stored);
                }
                moments
            };
            let (one, other) = (of(&cells[..cut]), of(&cells[cut..]));
            prop_assert_eq!(one.merge(other), of(&cells));
            prop_assert_eq!(other.merge(one), of(&cells));
        }

        #[test]
        fn alike_cells_may_come_together(runs in prop::collection::vec((any::<i16>(), 1_usize..5), 1..30)) {
            let (mut together, mut apart) = (WholeMoments::default(), WholeMoments::default());
            for (stored, n) in runs {
                for fraction in [1.0, 0.3] {
                    together.add_alike(fraction, stored, n);
                }
                apart.add_full(&vec![stored; n], 0, Every, true);
                (0..n).for_each(|_| apart.add_part(0.3, stored));
            }
            prop_assert_eq!(together, apart);
        }

        #[test]
        fn both_kinds_agree(cells in prop::collection::vec(any::<i16>(), 1..200)) {
            let mut whole = WholeMoments::default();
            whole.add_full(&cells, 0, Every, true);
            let mut float = FloatMoments::default();
            float.add_full(&cells, 0, Every, true);
            let rounded = whole.rounded();
            prop_assert_eq!(rounded.weight, float.weight);
            prop_assert_eq!(rounded.sum, float.sum);
            prop_assert!((rounded.squares - float.squares).abs() <= 1e-12 * float.squares.max(1.0));
        }
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let mut moments = WholeMoments::default();
        for _ in 0..1000 {
            moments.add_full(&[u32::MAX, u32::MAX - 2], 0, Every, true);
            moments.add_part(0.5, u32::MAX - 1);
        }
        let FloatMoments {
            weight,
            sum,
            squares,
        } = moments.rounded();
        assert_eq!(weight, 2500.0);
        assert_eq!(sum / weight, f64::from(u32::MAX) - 1.0);
        assert_eq!(squares, 2000.0);
    }
}
