//! Does the series of one pixel rise or fall, and how steeply?

use crate::trend::{concordance::Concordance, trends_earth::least_squares_slope};

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
    /// (METHODS D.5.1 speaks of Z).
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
        if values.len() < 2 || years.len() != values.len() {
            return None;
        }
        let pairs = Concordance::of(values);
        Some(Self {
            s: pairs.s(),
            z: pairs.z(),
            slope_per_year: least_squares_slope(years, values)?,
        })
    }
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
        assert!((Concordance::of(&ndvi).variance() - 486.666_667).abs() < 5e-7);
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
