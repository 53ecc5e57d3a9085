//! Along which axes does a symmetric matrix stretch, and by how much?

/// Eigenvalues and, column by column, eigenvectors of a small symmetric matrix.
///
/// # Formula
/// Jacobi's rotations, each of which sets one pair of elements to zero, in sweeps over all pairs.
///
/// # Reference
/// Golub & Van Loan (2013), Matrix Computations, section 8.5.
pub(super) fn eigen(matrix: &[Vec<f64>]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = matrix.len();
    let mut a = matrix.to_vec();
    let mut axes: Vec<Vec<f64>> = (0..size).map(|j| unit_vector(size, j)).collect();
    let scale: f64 = matrix.iter().flatten().map(|x| x * x).sum();
    for _ in 0..64 {
        let off: f64 = (0..size)
            .flat_map(|i| (0..i).map(move |j| (i, j)))
            .map(|(i, j)| a[i][j] * a[i][j])
            .sum();
        if off <= 1e-32 * scale {
            break;
        }
        for p in 0..size {
            for q in p + 1..size {
                rotate(&mut a, &mut axes, p, q);
            }
        }
    }
    ((0..size).map(|i| a[i][i]).collect(), axes)
}

fn unit_vector(size: usize, j: usize) -> Vec<f64> {
    (0..size).map(|i| f64::from(u8::from(i == j))).collect()
}

/// Turns the axes p and q so that their common element vanishes.
fn rotate(a: &mut [Vec<f64>], axes: &mut [Vec<f64>], p: usize, q: usize) {
    if a[p][q] == 0.0 {
        return;
    }
    let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let sign = if theta < 0.0 { -1.0 } else { 1.0 };
    let tangent = sign / (theta.abs() + theta.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    for row in a.iter_mut() {
        let (x, y) = (row[p], row[q]);
        row[p] = cosine * x - sine * y;
        row[q] = sine * x + cosine * y;
    }
    for rows in [a, axes] {
        let (upper, lower) = rows.split_at_mut(q);
        for (x, y) in upper[p].iter_mut().zip(&mut lower[0]) {
            (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn two_by_two_by_hand() {
        // [[2, 1], [1, 2]] stretches (1, 1) by 3 and (1, -1) by 1
        let (mut values, _) = eigen(&[vec![2.0, 1.0], vec![1.0, 2.0]]);
        values.sort_by(f64::total_cmp);
        assert!((values[0] - 1.0).abs() < 1e-14 && (values[1] - 3.0).abs() < 1e-14);
    }

    proptest! {
        #[test]
        fn the_axes_give_the_matrix_back(x in prop::collection::vec(-3.0..3.0_f64, 25)) {
            let matrix: Vec<Vec<f64>> = (0..5).map(|i| (0..5).map(|j| x[i * 5 + j] + x[j * 5 + i]).collect()).collect();
            let (values, axes) = eigen(&matrix);
            for i in 0..5 {
                for j in 0..5 {
                    let back: f64 = (0..5).map(|m| values[m] * axes[m][i] * axes[m][j]).sum();
                    prop_assert!((back - matrix[i][j]).abs() < 1e-12);
                }
            }
        }
    }
}
