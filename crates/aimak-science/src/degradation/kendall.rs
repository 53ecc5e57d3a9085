//! Does the series of one pixel rise or fall, and how steeply?

use std::cmp::Ordering;

/// What the trajectory rules need to know about a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendScore {
    /// Mann–Kendall S: rising pairs less falling pairs.
    pub s: i64,
    /// Mann–Kendall Z with ties in the variance and continuity correction.
    pub z: f64,
    /// Least-squares slope, unit of the values per year.
    pub slope_per_year: f64,
}

impl TrendScore {
    /// The score of the valid years of a series.
    ///
    /// The plain test, for every pixel alike: no correction for serial correlation, no exact distribution for short series
    /// (METHODS D.5.1 speaks of Z). It allocates nothing.
    ///
    /// # Formula
    /// `S = Σ_{i<j} sgn(xⱼ−xᵢ)`, `Var = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18` over ties t, `Z = (S∓1)/√Var`.
    ///
    /// # Range and edge cases
    /// `None` with fewer than two years or different lengths; a constant series has S 0 and Z 0.
    ///
    /// # Example
    /// ```
    /// use aimak_science::degradation::kendall::TrendScore;
    /// let years: Vec<f64> = (2015..2025).map(f64::from).collect();
    /// let ndvi = [0.412, 0.405, 0.421, 0.418, 0.430, 0.426, 0.441, 0.437, 0.437, 0.452];
    /// let score = TrendScore::of(&years, &ndvi).unwrap();
    /// assert_eq!(score.s, 34);
    /// assert!((score.z - 2.963487).abs() < 5e-7);
    /// ```
    ///
    /// # Reference
    /// METHODS D.4, D.5.1; Mann (1945), Econometrica 13:245–259; Kendall (1975), Rank Correlation Methods.
    pub fn of(years: &[f64], values: &[f64]) -> Option<Self> {
        let n = values.len();
        if n < 2 || years.len() != n {
            return None;
        }
        let s = sum_of_signs(values);
        let variance = (pair_weight(n) - ties(values)) / 18.0;
        // S stays below n², far inside the exact range of f64
        let corrected = s as f64 - s.signum() as f64;
        let z = if s == 0 {
            0.0
        } else {
            corrected / variance.sqrt()
        };
        Some(Self {
            s,
            z,
            slope_per_year: slope(years, values)?,
        })
    }
}

/// Rising pairs less falling pairs.
fn sum_of_signs(values: &[f64]) -> i64 {
    let after = |(i, early): (usize, &f64)| {
        let sign = |late: &f64| match late.partial_cmp(early) {
            Some(Ordering::Greater) => 1,
            Some(Ordering::Less) => -1,
            _ => 0,
        };
        values[i + 1..].iter().map(sign).sum::<i64>()
    };
    values.iter().enumerate().map(after).sum()
}

/// `n(n−1)(2n+5)`.
fn pair_weight(n: usize) -> f64 {
    let n = n as f64;
    n * (n - 1.0) * (2.0 * n + 5.0)
}

/// `Σ t(t−1)(2t+5)` over groups of equal values: each member of a group of t adds a t-th of it.
fn ties(values: &[f64]) -> f64 {
    let member = |value: &f64| {
        let t = values.iter().filter(|other| *other == value).count();
        pair_weight(t) / t.max(1) as f64
    };
    values.iter().map(member).sum()
}

/// Least-squares slope of `y` on `x`; `None` where all `x` are equal.
pub(super) fn slope(x: &[f64], y: &[f64]) -> Option<f64> {
    let n = x.len() as f64;
    let (mean_x, mean_y) = (x.iter().sum::<f64>() / n, y.iter().sum::<f64>() / n);
    let (mut both, mut square) = (0.0, 0.0);
    for (x, y) in x.iter().zip(y) {
        both += (x - mean_x) * (y - mean_y);
        square += (x - mean_x) * (x - mean_x);
    }
    (square > 0.0).then(|| both / square)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn years(n: usize) -> Vec<f64> {
        (0..n).map(|year| 2000.0 + year as f64).collect()
    }

    #[test]
    fn sixteen_years_of_methods() {
        // METHODS D.4 and test_vectors.json, D.mk.hamed_rao_plain: ties among the values
        let ndvi = [
            0.30, 0.31, 0.33, 0.34, 0.33, 0.32, 0.31, 0.33, 0.36, 0.38, 0.39, 0.38, 0.36, 0.35,
            0.37, 0.40,
        ];
        let score = TrendScore::of(&years(16), &ndvi).unwrap();
        assert_eq!(score.s, 72);
        assert!((score.z - 3.218_419).abs() < 5e-7, "{}", score.z);
        assert!(((pair_weight(16) - ties(&ndvi)) / 18.0 - 486.666_667).abs() < 5e-7);
    }

    #[test]
    fn gaps_count_with_their_years() {
        let line = TrendScore::of(&[2000.0, 2001.0, 2005.0], &[1.0, 2.0, 6.0]).unwrap();
        assert!((line.slope_per_year - 1.0).abs() < 1e-12);
        assert_eq!(line.s, 3);
    }

    #[test]
    fn nothing_moves_and_nothing_is_there() {
        let flat = TrendScore::of(&years(9), &[0.1; 9]).unwrap();
        assert_eq!((flat.s, flat.z), (0, 0.0));
        assert_eq!(TrendScore::of(&[2000.0], &[0.1]), None);
        assert_eq!(TrendScore::of(&years(3), &[0.1; 4]), None);
    }

    proptest! {
        #[test]
        fn the_mirror_image_has_the_opposite_score(values in prop::collection::vec((0_u8..20).prop_map(f64::from), 3..30)) {
            let mirrored: Vec<f64> = values.iter().map(|value| -value).collect();
            let (score, mirror) = (TrendScore::of(&years(values.len()), &values).unwrap(), TrendScore::of(&years(values.len()), &mirrored).unwrap());
            prop_assert_eq!(score.s, -mirror.s);
            prop_assert_eq!(score.z, -mirror.z);
        }
    }
}
