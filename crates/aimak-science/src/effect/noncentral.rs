//! How likely is a joint test to reject where something is there to find?

use statrs::function::{beta::beta_reg, gamma::gamma_lr, gamma::ln_gamma};

/// Terms further than this many standard deviations from the largest weigh less than 1e-20.
const REACH: f64 = 10.0;

/// A distribution of the squared size of several standard scores together.
///
/// # Formula
/// With noncentrality λ both are mixtures of central ones, j of Poisson with mean λ/2:
/// - chi-squared: `P(X > x) = Σ pⱼ·Q(q/2 + j, x/2)`, Q the upper regularised gamma;
/// - F: `P(X > x) = Σ pⱼ·[1 − I_y(q/2 + j, ν/2)]`, `y = qx/(qx + ν)`, I the regularised beta.
///
/// Only terms about the largest weight are summed; `pⱼ = exp(j·ln(λ/2) − λ/2 − ln j!)`, as e^(−λ/2) alone underflows.
///
/// # Range and edge cases
/// λ of 0 gives the central distribution, x of 0 or less gives 1.
///
/// # Example
/// ```
/// use aimak_science::effect::noncentral::Squared;
/// let chi = Squared::ChiSquared { df: 2.0 };
/// // two degrees of freedom: P(X > x) = e^(−x/2)
/// assert!((chi.above(3.0, 0.0) - (-1.5_f64).exp()).abs() < 1e-14);
/// assert!((chi.critical(0.05) + 2.0 * 0.05_f64.ln()).abs() < 1e-9);
/// assert!((chi.above(chi.critical(0.05), 0.0) - 0.05).abs() < 1e-12);
/// ```
///
/// # Reference
/// Patnaik (1949), Biometrika 36:202–232; Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, 29.3 and 30.2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Squared {
    /// Errors are known, or units are many.
    ChiSquared {
        /// How many effects.
        df: f64,
    },
    /// Errors are estimated from few units.
    F {
        /// How many effects.
        df: f64,
        /// Degrees of freedom of the errors.
        errors: f64,
    },
}

impl Squared {
    /// The chance of more than `x` under a noncentrality.
    pub fn above(self, x: f64, noncentrality: f64) -> f64 {
        if x <= 0.0 {
            return 1.0;
        }
        let half = noncentrality / 2.0;
        if half <= 0.0 {
            return self.term(x, 0.0);
        }
        let spread = REACH * (half.sqrt() + 1.0);
        let first = (half - spread).max(0.0).floor() as u32;
        let last = (half + spread + 20.0).ceil() as u32;
        let weight = |j: f64| (j * half.ln() - half - ln_gamma(j + 1.0)).exp();
        let terms = (first..=last).map(f64::from);
        terms
            .map(|j| weight(j) * self.term(x, j))
            .sum::<f64>()
            .clamp(0.0, 1.0)
    }

    /// The value that is exceeded with this chance where there is nothing to find.
    pub fn critical(self, chance: f64) -> f64 {
        root(|x| chance - self.above(x, 0.0))
    }

    /// The noncentrality under which a test at `level` rejects with chance `power`.
    pub fn noncentrality(self, level: f64, power: f64) -> f64 {
        let critical = self.critical(level);
        root(|lambda| self.above(critical, lambda) - power)
    }

    /// The chance with 2j degrees of freedom more.
    fn term(self, x: f64, j: f64) -> f64 {
        match self {
            Self::ChiSquared { df } => upper_gamma(df / 2.0 + j, x / 2.0),
            // 1 − I_y(a, b) = I_{1−y}(b, a), which does not lose small tails
            Self::F { df, errors } => {
                beta_reg(errors / 2.0, df / 2.0 + j, errors / (errors + df * x))
            }
        }
    }
}

/// Upper regularised gamma; statrs refuses to be asked far out.
fn upper_gamma(a: f64, x: f64) -> f64 {
    statrs::function::gamma::checked_gamma_ur(a, x).unwrap_or_else(|_| 1.0 - gamma_lr(a, x))
}

/// The place above 0 at which a rising function is 0, by halving: enough for a chance, and it cannot miss.
fn root(rising: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    while rising(high) < 0.0 && high < 1e12 {
        (low, high) = (high, high * 2.0);
    }
    while high - low > 1e-13 * high {
        let middle = f64::midpoint(low, high);
        if rising(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tails_as_scipy() {
        let table = include_str!("../../tests/oracle/noncentral_chi_squared.csv");
        let mut compared = 0;
        for line in table.lines().filter(|line| !line.starts_with(['#', 'x'])) {
            let row: Vec<f64> = line
                .split(',')
                .map(|field| field.parse().unwrap())
                .collect();
            let [x, df, errors, noncentrality, expected] = row[..] else {
                panic!("{line}")
            };
            let distribution = if errors == 0.0 {
                Squared::ChiSquared { df }
            } else {
                Squared::F { df, errors }
            };
            let found = distribution.above(x, noncentrality);
            assert!(
                (found - expected).abs() <= 1e-10,
                "{line}: {found}, off by {:e}",
                found - expected
            );
            compared += 1;
        }
        assert_eq!(compared, 288);
    }

    #[test]
    fn a_huge_noncentrality_is_no_nan() {
        for distribution in [
            Squared::ChiSquared { df: 3.0 },
            Squared::F {
                df: 3.0,
                errors: 4.0,
            },
        ] {
            let found = distribution.above(5.0, 1e5);
            assert!((found - 1.0).abs() < 1e-9, "{found}");
        }
    }

    proptest! {
        #[test]
        fn more_to_find_is_found_more_often(df in 1_u32..8, errors in 2_u32..40, x in 0.1..9.0_f64, lambda in 0.0..30.0_f64, more in 0.1..10.0_f64) {
            let (df, errors) = (f64::from(df), f64::from(errors));
            for distribution in [Squared::ChiSquared { df }, Squared::F { df, errors }] {
                let (less, found) = (distribution.above(x, lambda), distribution.above(x, lambda + more));
                prop_assert!(found > less - 1e-12 && found <= 1.0, "{less} {found}");
            }
        }

        #[test]
        fn the_noncentrality_has_the_power_asked_for(df in 1_u32..8, errors in 2_u32..40, power in 0.1..0.95_f64) {
            let distribution = Squared::F { df: f64::from(df), errors: f64::from(errors) };
            let lambda = distribution.noncentrality(0.05, power);
            prop_assert!((distribution.above(distribution.critical(0.05), lambda) - power).abs() < 1e-9);
        }
    }
}
