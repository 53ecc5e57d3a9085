//! Which straight combination of columns comes closest to the outcome?

/// An orthonormal basis of the columns of a design, `X = QR`.
///
/// Small designs only: every column is held, and orthogonalised twice against those before it (once loses digits where
/// columns nearly agree; the normal equations lose twice as many).
///
/// # Formula
/// Gram–Schmidt; then `β = R⁻¹Qᵀy`, `(XᵀX)⁻¹ = R⁻¹R⁻ᵀ`, hat matrix `QQᵀ`.
///
/// # Range and edge cases
/// `None` where a column is a combination of those before it, to ten digits of its length.
///
/// # Example
/// ```
/// use aimak_science::effect::least_squares::Basis;
/// // a line through (0,1), (1,3), (2,5) and (3,6): slope 1.7, height 1.2
/// let basis = Basis::of(&[vec![1.0; 4], vec![0.0, 1.0, 2.0, 3.0]]).unwrap();
/// let fit = basis.fit(&[1.0, 3.0, 5.0, 6.0]);
/// assert!((fit.coefficients[0] - 1.2).abs() < 1e-12 && (fit.coefficients[1] - 1.7).abs() < 1e-12);
/// assert!((fit.residuals[3] + 0.3).abs() < 1e-12);
/// assert!(Basis::of(&[vec![1.0; 4], vec![2.0; 4]]).is_none());
/// ```
///
/// # Reference
/// Björck (1996), Numerical Methods for Least Squares Problems, section 2.4.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// Q, column by column.
    q: Vec<Vec<f64>>,
    /// R⁻¹, row by row; upper triangular.
    inverse: Vec<Vec<f64>>,
}

/// What a regression found.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// One a column.
    pub coefficients: Vec<f64>,
    /// Outcome less what the columns say.
    pub residuals: Vec<f64>,
}

impl Basis {
    /// The basis of columns of equal length.
    pub fn of(columns: &[Vec<f64>]) -> Option<Self> {
        let mut q: Vec<Vec<f64>> = Vec::with_capacity(columns.len());
        let mut r = vec![vec![0.0; columns.len()]; columns.len()];
        for (j, column) in columns.iter().enumerate() {
            let mut rest = column.clone();
            for _ in 0..2 {
                for (i, unit) in q.iter().enumerate() {
                    let along = dot(unit, &rest);
                    r[i][j] += along;
                    for (rest, unit) in rest.iter_mut().zip(unit) {
                        *rest -= along * unit;
                    }
                }
            }
            let length = dot(&rest, &rest).sqrt();
            // a column with a missing number has no length either
            if length.is_nan() || length <= 1e-10 * dot(column, column).sqrt() {
                return None;
            }
            r[j][j] = length;
            q.push(rest.iter().map(|rest| rest / length).collect());
        }
        Some(Self {
            inverse: inverse_of_upper(&r),
            q,
        })
    }

    /// How many columns.
    pub fn columns(&self) -> usize {
        self.q.len()
    }

    /// How many rows.
    pub fn rows(&self) -> usize {
        self.q.first().map_or(0, Vec::len)
    }

    /// Row `i` of Q.
    pub fn row(&self, i: usize) -> Vec<f64> {
        self.q.iter().map(|column| column[i]).collect()
    }

    /// Row `j` of R⁻¹: coefficient j is this times Qᵀy, and its squared length is element jj of (XᵀX)⁻¹.
    pub fn direction(&self, j: usize) -> &[f64] {
        &self.inverse[j]
    }

    /// The regression of an outcome on the columns.
    pub fn fit(&self, outcome: &[f64]) -> Fit {
        let along: Vec<f64> = self.q.iter().map(|unit| dot(unit, outcome)).collect();
        let mut residuals = outcome.to_vec();
        for (unit, along) in self.q.iter().zip(&along) {
            for (residual, unit) in residuals.iter_mut().zip(unit) {
                *residual -= along * unit;
            }
        }
        Fit {
            coefficients: self.inverse.iter().map(|row| dot(row, &along)).collect(),
            residuals,
        }
    }
}

/// Sum of products, in order.
///
/// Four sums side by side: one alone would wait for each addition before the next.
pub(super) fn dot(one: &[f64], other: &[f64]) -> f64 {
    let n = one.len().min(other.len());
    let (fours, rest) = one[..n].as_chunks::<4>();
    let (other_fours, other_rest) = other[..n].as_chunks::<4>();
    let mut sums = [0.0; 4];
    for (a, b) in fours.iter().zip(other_fours) {
        for lane in 0..4 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let rest: f64 = rest.iter().zip(other_rest).map(|(a, b)| a * b).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

fn inverse_of_upper(r: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let size = r.len();
    let mut inverse = vec![vec![0.0; size]; size];
    for j in 0..size {
        inverse[j][j] = 1.0 / r[j][j];
        for i in (0..j).rev() {
            let sum: f64 = (i + 1..=j).map(|m| r[i][m] * inverse[m][j]).sum();
            inverse[i][j] = -sum / r[i][i];
        }
    }
    inverse
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_missing_number_is_no_column() {
        assert!(Basis::of(&[vec![1.0, f64::NAN]]).is_none());
        assert!(Basis::of(&[vec![0.0, 0.0]]).is_none());
    }

    proptest! {
        #[test]
        fn residuals_lean_on_no_column_and_a_combination_leaves_none(
            x in prop::collection::vec(-5.0..5.0_f64, 8),
            z in prop::collection::vec(-5.0..5.0_f64, 8),
            y in prop::collection::vec(-5.0..5.0_f64, 8),
        ) {
            let columns = vec![vec![1.0; 8], x.clone(), z.clone()];
            if let Some(basis) = Basis::of(&columns) {
                let fit = basis.fit(&y);
                for column in &columns {
                    prop_assert!(dot(column, &fit.residuals).abs() < 1e-9);
                }
                let combined: Vec<f64> = x.iter().zip(&z).map(|(x, z)| 2.0 - x + 3.0 * z).collect();
                prop_assert!(basis.fit(&combined).residuals.iter().all(|residual| residual.abs() < 1e-9));
            }
        }
    }
}
