//! Which coefficients solve a small symmetric system, and is there one answer at all?

use super::least_squares::dot;

/// Smallest share of its diagonal a pivot may keep: below, the column is a sum of those before it.
const DEPENDENT: f64 = 1e-10;

/// The triangle L of a symmetric positive definite matrix A = L·Lᵀ.
///
/// # Formula
/// `Lⱼⱼ = √(Aⱼⱼ − Σₖ Lⱼₖ²)`, `Lᵢⱼ = (Aᵢⱼ − Σₖ LᵢₖLⱼₖ)/Lⱼⱼ`.
///
/// # Range and edge cases
/// `None` where a pivot keeps less than 1e-10 of its diagonal, whatever the units of its column: `1 − R²` of that column on the ones
/// before it.
///
/// # Example
/// ```
/// use aimak_science::effect::cholesky::Cholesky;
/// let matrix = Cholesky::of(&[4.0, 2.0, 2.0, 5.0], 2).unwrap();
/// assert_eq!(matrix.solve(&[8.0, 12.0]), [1.0, 2.0]);
/// assert!(Cholesky::of(&[1.0, 2.0, 2.0, 4.0], 2).is_none());
/// ```
///
/// # Reference
/// Golub & Van Loan (2013), Matrix Computations, 4th ed., 4.2.
#[derive(Clone, Debug)]
pub struct Cholesky {
    size: usize,
    /// Row by row; above the diagonal nothing is read.
    lower: Vec<f64>,
}

impl Cholesky {
    /// Of a matrix given row by row.
    pub fn of(matrix: &[f64], size: usize) -> Option<Self> {
        assert_eq!(
            matrix.len(),
            size * size,
            "invariant: a square matrix is full"
        );
        let mut lower = matrix.to_vec();
        for row in 0..size {
            for column in 0..=row {
                let begin = |row: usize| &lower[row * size..row * size + column];
                let before = dot(begin(row), begin(column));
                let rest = matrix[row * size + column] - before;
                if row > column {
                    lower[row * size + column] = rest / lower[column * size + column];
                } else if rest > DEPENDENT * matrix[row * size + row] && rest.is_finite() {
                    lower[row * size + row] = rest.sqrt();
                } else {
                    return None;
                }
            }
        }
        Some(Self { size, lower })
    }

    /// `L⁻¹b`: its squares sum to `bᵀA⁻¹b`.
    pub fn half_solve(&self, right: &[f64]) -> Vec<f64> {
        let mut half = right.to_vec();
        for row in 0..self.size {
            let before = dot(self.left_of(row), &half[..row]);
            half[row] = (half[row] - before) / self.lower[row * self.size + row];
        }
        half
    }

    /// `A⁻¹b`.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut solved = self.half_solve(right);
        for row in (0..self.size).rev() {
            solved[row] /= self.lower[row * self.size + row];
            // what is known is taken from all before it at once: along a row of L, never down a column
            let known = solved[row];
            for (rest, l) in solved.iter_mut().zip(self.left_of(row)) {
                *rest -= l * known;
            }
        }
        solved
    }

    /// A row of L left of the diagonal.
    fn left_of(&self, row: usize) -> &[f64] {
        &self.lower[row * self.size..row * self.size + row]
    }

    /// `bᵀA⁻¹b`.
    pub fn quadratic(&self, right: &[f64]) -> f64 {
        self.half_solve(right).iter().map(|half| half * half).sum()
    }
}

/// `Σ wᵢ·xᵢxᵢᵀ` row by row.
pub(super) fn gram<'a>(size: usize, rows: impl Iterator<Item = (f64, &'a [f64])>) -> Vec<f64> {
    let mut matrix = vec![0.0; size * size];
    for (weight, row) in rows {
        for (place, (a, line)) in row.iter().zip(matrix.chunks_exact_mut(size)).enumerate() {
            let scaled = weight * a;
            for (b, cell) in row[..=place].iter().zip(line) {
                *cell += scaled * b;
            }
        }
    }
    for row in 0..size {
        for column in 0..row {
            matrix[column * size + row] = matrix[row * size + column];
        }
    }
    matrix
}

/// `Σ wᵢ·xᵢ`.
pub(super) fn weighted_sum<'a>(
    size: usize,
    rows: impl Iterator<Item = (f64, &'a [f64])>,
) -> Vec<f64> {
    let mut sum = vec![0.0; size];
    for (weight, row) in rows {
        for (total, x) in sum.iter_mut().zip(row) {
            *total += weight * x;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn solved_as_asked(rows in prop::collection::vec(prop::collection::vec(-3.0..3.0_f64, 3), 6..12), answer in prop::collection::vec(-5.0..5.0_f64, 3)) {
            let matrix = gram(3, rows.iter().map(|row| (1.0, row.as_slice())));
            prop_assume!(Cholesky::of(&matrix, 3).is_some());
            let right: Vec<f64> = matrix.chunks_exact(3).map(|line| dot(line, &answer)).collect();
            let triangle = Cholesky::of(&matrix, 3).unwrap();
            for (found, wanted) in triangle.solve(&right).iter().zip(&answer) {
                prop_assert!((found - wanted).abs() < 1e-6, "{found} {wanted}");
            }
            prop_assert!((triangle.quadratic(&right) - dot(&right, &answer)).abs() < 1e-6);
        }
    }

    #[test]
    fn a_column_that_is_the_sum_of_two_others_is_found_in_any_unit() {
        for unit in [1e-6, 1.0, 1e6] {
            let rows: Vec<[f64; 3]> = [(1.0, 2.0), (3.0, -1.0), (0.5, 4.0), (2.0, 2.5)]
                .map(|(a, b)| [a, b, (a + b) * unit])
                .to_vec();
            let matrix = gram(3, rows.iter().map(|row| (1.0, row.as_slice())));
            assert!(Cholesky::of(&matrix, 3).is_none(), "{unit}");
        }
    }
}
