//! Which shares of some columns, none negative and one together, come closest to a target?

use super::super::least_squares::{Basis, dot};

/// Least squares over shares, with a ridge.
///
/// # Formula
/// `min ‖A·w − b‖² + η‖w‖²` over `w ≥ 0, Σw = 1`; columns and target are first centred, which is the free intercept.
///
/// Solved exactly: shares are held at zero or let free until no zero would rather grow (an active set). A gradient method such as
/// Frank–Wolfe stops near the answer, at a place that depends on when it stops.
///
/// # Range and edge cases
/// η at least 10⁻¹⁴ of the columns' squares, so that the answer is one: of equal columns each gets the same. One column gets all.
///
/// # Reference
/// Lawson & Hanson (1974), Solving Least Squares Problems, chapter 23; Nocedal & Wright (2006), Numerical Optimization, section 16.5.
#[derive(Clone, Debug, PartialEq)]
pub struct Simplex {
    columns: Vec<Vec<f64>>,
    target: Vec<f64>,
    ridge: f64,
}

impl Simplex {
    /// The problem of columns as long as the target.
    pub fn new(columns: &[Vec<f64>], target: &[f64], ridge: f64) -> Self {
        let columns: Vec<Vec<f64>> = columns.iter().map(|column| centred(column)).collect();
        let size: f64 = columns.iter().map(|column| dot(column, column)).sum();
        let least = 1e-14 * size;
        Self {
            target: centred(target),
            ridge: if ridge.max(least) > 0.0 {
                ridge.max(least)
            } else {
                1.0
            },
            columns,
        }
    }

    /// The shares, in the order of the columns.
    pub fn shares(&self) -> Vec<f64> {
        let n = self.columns.len();
        let mut shares = vec![1.0 / n as f64; n];
        let mut free: Vec<usize> = (0..n).collect();
        // every round either frees one share or fixes one; a strictly convex problem meets no set of free ones twice
        for _ in 0..16 * n + 16 {
            let Some(wanted) = self.best_of(&free) else {
                break;
            };
            if let Some(fixed) = step(&mut shares, &free, &wanted) {
                free.retain(|&place| place != fixed);
                continue;
            }
            let Some(entering) = self.would_grow(&shares, &free) else {
                break;
            };
            let place = free.partition_point(|&other| other < entering);
            free.insert(place, entering);
        }
        shares
    }

    /// How far the shares are from the best, in units of the objective: 0 at the answer, and never less than what is lost.
    ///
    /// # Formula
    /// `gᵀw − min g`, g the gradient.
    pub fn gap(&self, shares: &[f64]) -> f64 {
        let gradient = self.gradient(shares);
        let least = gradient.iter().copied().fold(f64::INFINITY, f64::min);
        dot(&gradient, shares) - least
    }

    /// What is minimised.
    pub fn objective(&self, shares: &[f64]) -> f64 {
        let residual = self.residual(shares);
        dot(&residual, &residual) + self.ridge * dot(shares, shares)
    }

    fn residual(&self, shares: &[f64]) -> Vec<f64> {
        let mut residual: Vec<f64> = self.target.iter().map(|target| -target).collect();
        for (column, share) in self.columns.iter().zip(shares) {
            for (residual, value) in residual.iter_mut().zip(column) {
                *residual += share * value;
            }
        }
        residual
    }

    fn gradient(&self, shares: &[f64]) -> Vec<f64> {
        let residual = self.residual(shares);
        let pairs = self.columns.iter().zip(shares);
        pairs
            .map(|(column, share)| 2.0 * (dot(column, &residual) + self.ridge * share))
            .collect()
    }

    /// The fixed share that most wants to grow.
    fn would_grow(&self, shares: &[f64], free: &[usize]) -> Option<usize> {
        let gradient = self.gradient(shares);
        let level = dot(&gradient, shares);
        let size = gradient.iter().fold(0.0_f64, |size, g| size.max(g.abs()));
        (0..shares.len())
            .filter(|place| !free.contains(place))
            .filter(|&place| gradient[place] < level - 1e-12 * size)
            .min_by(|&one, &other| gradient[one].total_cmp(&gradient[other]))
    }

    /// The best shares, of either sign, that sum to one with all but the free ones zero.
    ///
    /// The last free share is one less the others; the ridge stands as rows of its own, as squaring the columns would halve the digits.
    fn best_of(&self, free: &[usize]) -> Option<Vec<f64>> {
        let (&last, others) = free.split_last()?;
        let root = self.ridge.sqrt();
        let stacked = |top: Vec<f64>, ridge: &dyn Fn(usize) -> f64| -> Vec<f64> {
            let below = (0..free.len()).map(|place| root * ridge(place));
            top.into_iter().chain(below).collect()
        };
        let less_last = |column: &[f64]| -> Vec<f64> {
            let pairs = column.iter().zip(&self.columns[last]);
            pairs.map(|(value, last)| value - last).collect()
        };
        let columns: Vec<Vec<f64>> = others
            .iter()
            .enumerate()
            .map(|(j, &place)| {
                stacked(less_last(&self.columns[place]), &|i| {
                    f64::from(u8::from(i == j)) - f64::from(u8::from(i == others.len()))
                })
            })
            .collect();
        let target = stacked(less_last(&self.target), &|i| {
            -f64::from(u8::from(i == others.len()))
        });
        let mut wanted = if columns.is_empty() {
            Vec::new()
        } else {
            Basis::of(&columns)?.fit(&target).coefficients
        };
        wanted.push(1.0 - wanted.iter().sum::<f64>());
        Some(wanted)
    }
}

/// Goes towards the wanted shares as far as none turns negative; the share that stopped it, if any, is set to zero and returned.
fn step(shares: &mut [f64], free: &[usize], wanted: &[f64]) -> Option<usize> {
    let mut stop = (1.0, None);
    for (&place, &wanted) in free.iter().zip(wanted) {
        if wanted < 0.0 {
            let way = shares[place] / (shares[place] - wanted);
            if way < stop.0 {
                stop = (way, Some(place));
            }
        }
    }
    for (&place, &wanted) in free.iter().zip(wanted) {
        shares[place] += stop.0 * (wanted - shares[place]);
    }
    if let Some(place) = stop.1 {
        shares[place] = 0.0;
    }
    stop.1
}

fn centred(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| value - mean).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn by_hand() {
        // centred columns (-1, 1) and (1, -1), target (-½, ½): w₁ − w₂ = ½
        let shares = Simplex::new(&[vec![0.0, 2.0], vec![2.0, 0.0]], &[5.0, 6.0], 0.0).shares();
        assert!((shares[0] - 0.75).abs() < 1e-10 && (shares[1] - 0.25).abs() < 1e-10);
        // a ridge of 2 adds 2(w₁² + w₂²): 2(d − ½)² + d² with d = w₁ − w₂ is least at d = 1/3
        let shares = Simplex::new(&[vec![0.0, 2.0], vec![2.0, 0.0]], &[5.0, 6.0], 2.0).shares();
        assert!((shares[0] - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn equal_columns_get_equal_shares_and_a_single_one_all() {
        let shares = Simplex::new(&vec![vec![1.0, 4.0]; 4], &[0.0, 1.0], 0.0).shares();
        assert!(shares.iter().all(|share| (share - 0.25).abs() < 1e-12));
        assert_eq!(
            Simplex::new(&[vec![1.0, 4.0]], &[0.0, 1.0], 0.0).shares(),
            [1.0]
        );
        let flat = Simplex::new(&vec![vec![1.0, 1.0]; 2], &[0.0, 1.0], 0.0).shares();
        assert!(flat.iter().all(|share| (share - 0.5).abs() < 1e-12));
    }

    proptest! {
        #[test]
        fn nothing_better_is_left(
            values in prop::collection::vec(-3.0..3.0_f64, 42),
            ridge in prop_oneof![Just(0.0), Just(1e-9), 1e-3..3.0_f64],
        ) {
            let columns: Vec<Vec<f64>> = values[6..].chunks(6).map(<[f64]>::to_vec).collect();
            let problem = Simplex::new(&columns, &values[..6], ridge);
            let shares = problem.shares();
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(shares.iter().all(|share| *share >= 0.0));
            let scale = 1.0 + problem.objective(&shares);
            prop_assert!(problem.gap(&shares) < 1e-10 * scale, "gap {}", problem.gap(&shares));
        }
    }
}
