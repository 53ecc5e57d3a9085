//! How many pairs of years rise, how many fall, and how much would that vary by chance?

use statrs::function::erf::erfc;

/// Pairs of a series counted by their direction, with what ties take from the variance.
///
/// # Formula
/// `S = Σ_{i<j} sgn(x_j − x_i)`; without a trend `Var S = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18` over groups of t equal values.
///
/// # Range and edge cases
/// |S| ≤ n(n−1)/2; a constant series has S = 0 and variance 0.
///
/// # Example
/// ```
/// use aimak_science::trend::concordance::Concordance;
/// let ndvi = [0.412, 0.405, 0.421, 0.418, 0.430, 0.426, 0.441, 0.437, 0.437, 0.452];
/// let pairs = Concordance::of(&ndvi);
/// assert_eq!((pairs.s(), pairs.variance()), (34, 124.0));
/// assert!((pairs.z() - 2.963487).abs() < 5e-7);
/// assert!((pairs.tau_a().unwrap() - 0.755556).abs() < 5e-7);
/// ```
///
/// # Reference
/// METHODS D.4; Mann (1945), Econometrica 13:245–259; Kendall (1975), Rank Correlation Methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concordance {
    /// Number of values.
    pub n: usize,
    /// Pairs whose later value is greater.
    pub rising: usize,
    /// Pairs whose later value is smaller.
    pub falling: usize,
    /// `Σ t(t−1)(2t+5)` over groups of t equal values.
    pub tie_term: usize,
}

impl Concordance {
    /// Counts the pairs of values in order of time.
    pub fn of(values: &[f64]) -> Self {
        let (mut rising, mut falling) = (0, 0);
        for (i, earlier) in values.iter().enumerate() {
            for later in &values[i + 1..] {
                rising += usize::from(later > earlier);
                falling += usize::from(later < earlier);
            }
        }
        Self {
            n: values.len(),
            rising,
            falling,
            tie_term: tie_term(&tie_sizes(values)),
        }
    }

    /// The statistic S of Mann and Kendall.
    pub fn s(&self) -> i64 {
        self.rising as i64 - self.falling as i64
    }

    /// Variance of S without a trend and without serial correlation, corrected for ties.
    pub fn variance(&self) -> f64 {
        let n = self.n;
        let untied = n * n.saturating_sub(1) * (2 * n + 5);
        (untied - self.tie_term) as f64 / 18.0
    }

    /// Number of pairs, n(n−1)/2.
    pub fn pairs(&self) -> usize {
        self.n * self.n.saturating_sub(1) / 2
    }

    /// Kendall's tau-a, `S / [n(n−1)/2]`, −1 to 1; `None` for fewer than two values.
    pub fn tau_a(&self) -> Option<f64> {
        (self.pairs() > 0).then(|| self.s() as f64 / self.pairs() as f64)
    }

    /// Kendall's tau-b, `S / √(pairs · untied pairs)`, −1 to 1; years are never tied. `None` for a constant series.
    ///
    /// ```
    /// use aimak_science::trend::concordance::Concordance;
    /// let tau_b = Concordance::of(&[1., 1., 2., 2., 3.]).tau_b().unwrap();
    /// assert!((tau_b - 8.0 / 80.0_f64.sqrt()).abs() < 1e-15);
    /// ```
    pub fn tau_b(&self) -> Option<f64> {
        let untied = self.rising + self.falling;
        (untied > 0).then(|| self.s() as f64 / (self.pairs() as f64 * untied as f64).sqrt())
    }

    /// S in standard deviations, moved one step towards 0.
    pub fn z(&self) -> f64 {
        standard_score(self.s(), self.variance())
    }
}

/// S in standard deviations with the correction for continuity: `(S − sgn S)/√Var`, and 0 for S = 0.
pub fn standard_score(s: i64, variance: f64) -> f64 {
    if s == 0 {
        return 0.0;
    }
    (s - s.signum()) as f64 / variance.sqrt()
}

/// Chance of a standard normal value at least as far from 0 as `z`, on either side.
///
/// From the survival function: `2(1 − Φ|z|)` would be 0 from |z| = 8.3 on.
///
/// ```
/// use aimak_science::trend::concordance::two_sided_p;
/// assert!((two_sided_p(-1.959963984540054) - 0.05).abs() < 1e-10);
/// assert!(two_sided_p(12.0) > 0.0);
/// ```
pub fn two_sided_p(z: f64) -> f64 {
    erfc(z.abs() * std::f64::consts::FRAC_1_SQRT_2).min(1.0)
}

/// Sizes of the groups of equal values, in order of the values; a value of its own is a group of one.
pub(crate) fn tie_sizes(values: &[f64]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.chunk_by(|a, b| a == b).map(<[f64]>::len).collect()
}

/// `Σ t(t−1)(2t+5)`.
fn tie_term(sizes: &[usize]) -> usize {
    sizes.iter().map(|t| t * (t - 1) * (2 * t + 5)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn time_reversed_only_the_sign_changes(values in prop::collection::vec(-3_i32..3, 2..30)) {
            let forward: Vec<f64> = values.iter().copied().map(f64::from).collect();
            let backward: Vec<f64> = forward.iter().rev().copied().collect();
            let (there, back) = (Concordance::of(&forward), Concordance::of(&backward));
            prop_assert_eq!(there.s(), -back.s());
            prop_assert_eq!(there.z(), -back.z());
            prop_assert_eq!(there.variance(), back.variance());
        }

        #[test]
        fn any_rising_scale_gives_the_same_counts(values in prop::collection::vec(-3.0..3.0_f64, 2..30)) {
            let stretched: Vec<f64> = values.iter().map(|x| x.exp() * 7.0 - 100.0).collect();
            // exp and the shift may merge near-equal values; distinct ones must stay distinct for the law to be fair
            prop_assume!(tie_sizes(&values).len() == tie_sizes(&stretched).len());
            prop_assert_eq!(Concordance::of(&values), Concordance::of(&stretched));
        }

        #[test]
        fn variance_is_never_negative(values in prop::collection::vec(0_i32..4, 0..40)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            prop_assert!(Concordance::of(&values).variance() >= 0.0);
        }
    }

    #[test]
    fn tails_as_scipy() {
        // scipy 1.17.1: 2·norm.sf(z); statrs is good to some 1e-10 of the value
        for (z, p) in [
            (0.5, 0.617_075_077_451_973_8),
            (1.0, 0.317_310_507_862_914_15),
            (3.0, 0.002_699_796_063_260_186_6),
            (6.0, 1.973_175_290_075_389e-9),
            (10.0, 1.523_970_604_832_094e-23),
            (20.0, 5.507_248_237_212_311e-89),
        ] {
            assert!((two_sided_p(z) / p - 1.0).abs() < 1e-9, "{z}");
        }
    }

    #[test]
    fn nothing_and_one_value_have_no_tau() {
        for values in [&[][..], &[1.0]] {
            let pairs = Concordance::of(values);
            assert_eq!(
                (pairs.s(), pairs.variance(), pairs.tau_a(), pairs.tau_b()),
                (0, 0.0, None, None)
            );
        }
        assert_eq!(Concordance::of(&[2.0; 9]).tau_b(), None);
    }
}
