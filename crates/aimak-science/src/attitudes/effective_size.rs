//! For how many independent persons do these answers stand?

use super::refusal::Refused;

/// Likeness of neighbours taken where nobody measured it (METHODS F.2, a decision).
pub const DEFAULT_ICC: f64 = 0.05;

/// How much less sure a sample of households in villages is than the same number drawn one by one.
///
/// # Formula
/// `deff = 1 + (m̄ − 1)·ICC` with m̄ answers in a village.
///
/// # Range and edge cases
/// At least 1: an ICC below zero is taken as zero, because a sample of few villages finds such by chance.
///
/// # Example
/// ```
/// use aimak_science::attitudes::effective_size::DesignEffect;
/// let twelve = DesignEffect::of_clusters(12.0, None).unwrap();
/// assert!((twelve.value() - 1.55).abs() < 1e-12 && twelve.icc_assumed());
/// assert!((twelve.effective_n(88.0) - 56.774194).abs() < 5e-7);
/// assert_eq!(DesignEffect::of_clusters(1.0, Some(0.3)).unwrap().value(), 1.0);
/// ```
///
/// # Reference
/// METHODS F.2; Kish (1965), Survey Sampling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DesignEffect {
    value: f64,
    icc_assumed: bool,
}

impl DesignEffect {
    /// Persons drawn one by one.
    pub const NONE: Self = Self {
        value: 1.0,
        icc_assumed: false,
    };

    /// For clusters of this mean size; without a measured ICC [`DEFAULT_ICC`] is taken and remembered as assumed.
    ///
    /// # Errors
    /// [`Refused::OutOfRange`] for a mean size below 1 or an ICC outside −1 to 1.
    pub fn of_clusters(mean_size: f64, icc: Option<f64>) -> Result<Self, Refused> {
        let likeness = icc.unwrap_or(DEFAULT_ICC);
        if !(mean_size >= 1.0 && mean_size.is_finite() && (-1.0..=1.0).contains(&likeness)) {
            return Err(Refused::OutOfRange);
        }
        Ok(Self {
            value: 1.0 + (mean_size - 1.0) * likeness.max(0.0),
            icc_assumed: icc.is_none(),
        })
    }

    /// The design effect.
    pub fn value(self) -> f64 {
        self.value
    }

    /// True where no ICC was measured.
    pub fn icc_assumed(self) -> bool {
        self.icc_assumed
    }

    /// `n/deff`.
    pub fn effective_n(self, n: f64) -> f64 {
        n / self.value
    }
}

/// For how many equally weighted persons weighted ones stand.
///
/// # Formula
/// Kish: `(Σw)²/Σw²`.
///
/// # Errors
/// [`Refused::NoAnswers`] without weights, [`Refused::OutOfRange`] for one that is not positive.
///
/// # Example
/// ```
/// use aimak_science::attitudes::effective_size::kish;
/// assert!((kish(&[1.0, 1.0, 2.0, 2.0, 3.0, 1.5]).unwrap() - 5.188235).abs() < 5e-7);
/// assert_eq!(kish(&[2.0, 2.0, 2.0]).unwrap(), 3.0);
/// ```
///
/// # Reference
/// METHODS F.2; Kish (1965), Survey Sampling.
pub fn kish(weights: &[f64]) -> Result<f64, Refused> {
    if weights.is_empty() {
        return Err(Refused::NoAnswers);
    }
    if !weights
        .iter()
        .all(|weight| *weight > 0.0 && weight.is_finite())
    {
        return Err(Refused::OutOfRange);
    }
    let sum: f64 = weights.iter().sum();
    let squares: f64 = weights.iter().map(|weight| weight * weight).sum();
    Ok(sum * sum / squares)
}

/// How alike people of one village answer.
///
/// # Formula
/// One-way analysis of variance over k clusters of sizes mᵢ, N answers: `n₀ = (N − Σmᵢ²/N)/(k−1)`,
/// `ICC = (MSB − MSW)/(MSB + (n₀−1)·MSW)`.
///
/// # Range and edge cases
/// −1 to 1. Refused for fewer than two clusters, where no cluster has two answers, or where all answers are alike.
///
/// # Example
/// ```
/// use aimak_science::attitudes::effective_size::intraclass_correlation;
/// // means 2 and 5, overall 3.5: MSB = 2·(1.5² + 1.5²)/1 = 9, MSW = (2 + 2)/2 = 2, n₀ = 2
/// let icc = intraclass_correlation(&[vec![1.0, 3.0], vec![4.0, 6.0]]).unwrap();
/// assert!((icc - 7.0 / 11.0).abs() < 1e-12);
/// ```
///
/// # Reference
/// METHODS F.2; Donner & Koval (1980), Biometrics 36:19–25.
pub fn intraclass_correlation(clusters: &[Vec<f64>]) -> Result<f64, Refused> {
    let clusters: Vec<&Vec<f64>> = clusters
        .iter()
        .filter(|members| !members.is_empty())
        .collect();
    let k = clusters.len();
    if k < 2 {
        return Err(Refused::FewClusters { n: k, needed: 2 });
    }
    let n: usize = clusters.iter().map(|members| members.len()).sum();
    if n == k {
        return Err(Refused::FewAnswers { n, needed: k + 1 });
    }
    let total: f64 = clusters.iter().copied().flatten().sum();
    let overall = total / n as f64;
    let (mut between, mut within, mut squared_sizes) = (0.0, 0.0, 0.0);
    for members in clusters {
        let size = members.len() as f64;
        let mean = members.iter().sum::<f64>() / size;
        between += size * (mean - overall).powi(2);
        within += members.iter().map(|x| (x - mean).powi(2)).sum::<f64>();
        squared_sizes += size * size;
    }
    let (k, n) = (k as f64, n as f64);
    let (between, within) = (between / (k - 1.0), within / (n - k));
    let size = (n - squared_sizes / n) / (k - 1.0);
    let spread = between + (size - 1.0) * within;
    if spread > 0.0 {
        Ok((between - within) / spread)
    } else {
        Err(Refused::NoSpread)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn alike_within_and_alike_everywhere() {
        let villages = [vec![1.0, 1.0, 1.0], vec![4.0, 4.0]];
        assert_eq!(intraclass_correlation(&villages), Ok(1.0));
        let all = [vec![2.0, 2.0], vec![2.0, 2.0]];
        assert_eq!(intraclass_correlation(&all), Err(Refused::NoSpread));
        let lonely = [vec![2.0], vec![3.0]];
        assert_eq!(
            intraclass_correlation(&lonely),
            Err(Refused::FewAnswers { n: 2, needed: 3 })
        );
    }

    #[test]
    fn impossible_inputs() {
        for size in [0.5, f64::NAN, f64::INFINITY] {
            assert_eq!(
                DesignEffect::of_clusters(size, None),
                Err(Refused::OutOfRange)
            );
        }
        let below = DesignEffect::of_clusters(10.0, Some(-0.05)).unwrap();
        assert_eq!((below.value(), below.icc_assumed()), (1.0, false));
        assert_eq!(kish(&[1.0, 0.0]), Err(Refused::OutOfRange));
        assert_eq!(kish(&[]), Err(Refused::NoAnswers));
    }

    proptest! {
        #[test]
        fn unequal_weights_never_stand_for_more(weights in prop::collection::vec(0.1..10.0_f64, 1..40), by in 0.5..4.0_f64) {
            let found = kish(&weights).unwrap();
            prop_assert!(found >= 1.0 - 1e-12 && found <= weights.len() as f64 + 1e-9);
            let scaled: Vec<f64> = weights.iter().map(|weight| weight * by).collect();
            prop_assert!((kish(&scaled).unwrap() - found).abs() < 1e-9);
        }

        #[test]
        fn moving_and_stretching_all_answers_changes_nothing(
            villages in prop::collection::vec(prop::collection::vec(1_u8..6, 2..8), 2..8), by in 0.5..3.0_f64, shift in -5.0..5.0_f64,
        ) {
            let answers = |by: f64, shift: f64| -> Vec<Vec<f64>> {
                let moved = |village: &Vec<u8>| village.iter().map(|code| by * f64::from(*code) + shift).collect();
                villages.iter().map(moved).collect()
            };
            if let (Ok(plain), Ok(moved)) =
                (intraclass_correlation(&answers(1.0, 0.0)), intraclass_correlation(&answers(by, shift)))
            {
                prop_assert!((plain - moved).abs() < 1e-9 && (-1.0..=1.0).contains(&plain));
            }
        }
    }
}
