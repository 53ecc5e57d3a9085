//! How diverse would the community be, had everything been found?

use super::{
    hill::is_one,
    sample::{Sample, SamplingUnit},
};

/// Terms below this share of their sum end a series.
const NEGLIGIBLE: f64 = 1e-17;

/// Up to this many expected finds of an unseen species the closed tail loses no digits.
const CLOSED_TAIL: f64 = 5.0;

impl Sample {
    /// Asymptotic Hill number of order q.
    ///
    /// # Formula
    /// q = 0: Chao's lower bound. q = 1: `exp H`,
    /// `H = Σ (xᵢ/n) Σ_{k=xᵢ}^{n−1} 1/k + (f₁/n) Σ_{r≥n} (1−A)^(r−n+1)/r`. Else `(Σp^q)^(1/(1−q))` with
    /// `Σp^q = Σ_{k<n} b_k Δ_k + (f₁/n) Σ_{r≥n} b_r (1−A)^(r−n+1)`, `b_k = C(q−1, k)(−1)^k`,
    /// `Δ_k = Σ (xᵢ/n) C(n−xᵢ, k)/C(n−1, k)`; for q = 2 that is `Σ xᵢ(xᵢ−1)/(n(n−1))`.
    /// `A = 2f₂/((n−1)f₁ + 2f₂)`; `2/((n−1)(f₁−1) + 2)` where f₂ = 0. For plots T stands for n, and the sum is scaled by
    /// `(T/U)^q`.
    ///
    /// # Units
    /// Effective number of species.
    ///
    /// # Range and edge cases
    /// A lower bound for q = 0, nearly unbiased for q ≥ 1. Estimates may rise with q where few species were found
    /// twice. `None` for nothing found, for an order below 0, for q > 0 of one individual or plot, and where it is endless
    /// (q = 2 of singletons alone).
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::Sample;
    /// let mut girdled = vec![46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2];
    /// girdled.extend([1; 12]);
    /// let spiders = Sample::of_individuals(&girdled);
    /// assert!((spiders.asymptotic(0.0).unwrap() - 43.8929).abs() < 5e-5);
    /// assert!((spiders.asymptotic(1.0).unwrap() - 13.8263).abs() < 5e-5);
    /// assert!((spiders.asymptotic(2.0).unwrap() - 8.1748).abs() < 5e-5);
    /// assert_eq!(Sample::of_individuals(&[1; 5]).asymptotic(2.0), None);
    /// ```
    ///
    /// # Reference
    /// METHODS E.2; Chao & Jost (2015), Methods Ecol. Evol. 6:873–882, doi:10.1111/2041-210X.12349.
    pub fn asymptotic(&self, q: f64) -> Option<f64> {
        if self.total() == 0 || !(0.0..f64::INFINITY).contains(&q) {
            return None;
        }
        if q == 0.0 {
            return Some(self.observed() as f64 + self.unseen());
        }
        if self.size() < 2 {
            return None;
        }
        // presences of a plot are several, so its chances sum to U/T
        let per_unit = match self.unit() {
            SamplingUnit::Individuals => 1.0,
            SamplingUnit::Plots => self.total() as f64 / self.size() as f64,
        };
        if is_one(q) {
            return Some((self.entropy() / per_unit + per_unit.ln()).exp());
        }
        let sum = self.power_sum(q) / per_unit.powf(q);
        (sum > 0.0).then(|| sum.powf(1.0 / (1.0 - q)))
    }

    /// Mean chance of a species found once, as the doubletons tell it.
    fn singleton_chance(&self) -> f64 {
        let (once, twice) = (self.with_count(1) as f64, self.with_count(2) as f64);
        let others = (self.size() - 1) as f64;
        if twice > 0.0 {
            2.0 * twice / (others * once + 2.0 * twice)
        } else if once > 0.0 {
            2.0 / (others * (once - 1.0) + 2.0)
        } else {
            1.0
        }
    }

    /// Estimated `−Σ π ln π` of the chances.
    fn entropy(&self) -> f64 {
        let n = self.size();
        let mut harmonic = 0.0;
        let mut next = n;
        let mut seen = 0.0;
        for (count, species) in self.tally().iter().rev() {
            while next > *count {
                next -= 1;
                harmonic += 1.0 / next as f64;
            }
            seen += *species as f64 * *count as f64 / n as f64 * harmonic;
        }
        let chance = self.singleton_chance();
        let missed = 1.0 - chance;
        if missed <= 0.0 {
            return seen;
        }
        let tail = if chance * n as f64 <= CLOSED_TAIL {
            let mut rest = -chance.ln();
            let mut power = 1.0;
            for r in 1..n {
                power *= missed;
                rest -= power / r as f64;
            }
            rest / power
        } else {
            series(
                missed,
                1.0 / n as f64,
                |r| {
                    let r = r as f64;
                    r / (r + 1.0)
                },
                n,
            )
        };
        seen + self.with_count(1) as f64 / n as f64 * tail
    }

    /// Estimated `Σ π^q` of the chances, q neither 0 nor 1.
    fn power_sum(&self, q: f64) -> f64 {
        let n = self.size();
        let factor = |r: u64| (r as f64 + 1.0 - q) / (r as f64 + 1.0);
        let mut coefficients = Vec::with_capacity(n as usize + 1);
        coefficients.push(1.0);
        for r in 0..n {
            let next = coefficients[r as usize] * factor(r);
            if next == 0.0 {
                break; // a whole order: the sum is finite
            }
            coefficients.push(next);
        }
        let of_count = |(count, species): &(u64, usize)| {
            let (mut absent, mut sum) = (1.0, 0.0);
            for k in 0..=n - count {
                let Some(coefficient) = coefficients.get(k as usize) else {
                    break;
                };
                sum += coefficient * absent;
                absent *= (n - count - k) as f64 / (n - 1 - k).max(1) as f64;
            }
            *species as f64 * *count as f64 / n as f64 * sum
        };
        let seen: f64 = self.tally().iter().map(of_count).sum();
        let chance = self.singleton_chance();
        let missed = 1.0 - chance;
        let Some(last) = coefficients.get(n as usize).filter(|_| missed > 0.0) else {
            return seen;
        };
        let tail = if chance * n as f64 <= CLOSED_TAIL {
            let mut rest = chance.powf(q - 1.0);
            let mut power = 1.0;
            for coefficient in &coefficients[..n as usize] {
                rest -= coefficient * power;
                power *= missed;
            }
            rest * missed / power
        } else {
            series(missed, *last, factor, n)
        };
        seen + self.with_count(1) as f64 / n as f64 * tail
    }
}

/// `Σ_{r≥n} b_r·missed^(r−n+1)` from `b_n` and the ratio of each b to the one before.
fn series(missed: f64, first: f64, ratio: impl Fn(u64) -> f64, n: u64) -> f64 {
    let mut term = first * missed;
    let mut sum = 0.0;
    let mut r = n;
    while term.abs() > NEGLIGIBLE * f64::abs(sum) {
        sum += term;
        term *= missed * ratio(r);
        r += 1;
    }
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Counts 2, 1, 1 of n = 4: f₁ 2, f₂ 1, A = 2/(3·2 + 2) = 1/4. H = ½(1/2 + 1/3) + 2·¼(1 + 1/2 + 1/3) + ½·tail,
    /// tail = (3/4)⁻³ (ln 4 − 3/4 − 9/32 − 27/192).
    #[test]
    fn entropy_by_hand() {
        let sample = Sample::of_individuals(&[2, 1, 1]);
        let tail = 64.0 / 27.0 * (4.0_f64.ln() - 0.75 - 9.0 / 32.0 - 27.0 / 192.0);
        let entropy = 0.5 * (5.0 / 6.0) + 0.5 * (11.0 / 6.0) + 0.5 * tail;
        assert!((sample.asymptotic(1.0).unwrap() - entropy.exp()).abs() < 1e-12);
    }

    /// Sixty digits of decimal arithmetic over the printed formula: counts 9, 5, 3, 2, 2, 1, 1, 1, of individuals and of 12 plots.
    /// iNEXT 3.0.1 loses digits here, up to 1.2e-7 in its own examples.
    #[test]
    fn broken_orders_to_the_last_digits() {
        let counts = [9, 5, 3, 2, 2, 1, 1, 1];
        let (counted, noted) = (
            Sample::of_individuals(&counts),
            Sample::of_plots(&counts, 12),
        );
        for (sample, q, expected) in [
            (&counted, 0.5, 8.684_712_701_385_392),
            (&counted, 1.5, 6.179_848_219_700_255),
            (&noted, 0.5, 8.556_507_666_302_679),
            (&noted, 2.5, 4.648_186_253_286_636),
        ] {
            let found = sample.asymptotic(q).unwrap();
            assert!(
                (found - expected).abs() < 1e-12 * expected,
                "{q}: {found} {expected}"
            );
        }
    }

    /// The closed tail and the series are the same sum.
    #[test]
    fn both_tails_agree() {
        let (n, chance) = (40_u64, 0.11_f64);
        let missed = 1.0 - chance;
        let mut closed = -chance.ln();
        for r in 1..n {
            closed -= missed.powi(r as i32) / r as f64;
        }
        closed /= missed.powi(n as i32 - 1);
        let ratio = |r: u64| r as f64 / (r as f64 + 1.0);
        assert!((series(missed, 1.0 / n as f64, ratio, n) - closed).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn order_two_is_the_unbiased_moment(counts in prop::collection::vec(1u64..60, 1..30)) {
            let sample = Sample::of_individuals(&counts);
            prop_assume!(counts.iter().any(|x| *x > 1));
            let n = sample.size() as f64;
            let pairs: f64 = counts.iter().map(|x| (x * (x - 1)) as f64).sum();
            let expected = n * (n - 1.0) / pairs;
            prop_assert!((sample.asymptotic(2.0).unwrap() - expected).abs() < 1e-9 * expected);
        }

        #[test]
        fn order_three_of_plots_is_the_unbiased_moment(occupied in prop::collection::vec(1u64..9, 1..30), plots in 9u64..40) {
            let sample = Sample::of_plots(&occupied, plots);
            prop_assume!(occupied.iter().any(|y| *y > 2));
            let triples = |x: f64| x * (x - 1.0) * (x - 2.0);
            let sum: f64 = occupied.iter().map(|y| triples(*y as f64)).sum();
            let (all, total) = (triples(plots as f64), sample.total() as f64);
            let expected = (sum / all * (plots as f64 / total).powi(3)).powf(-0.5);
            prop_assert!((sample.asymptotic(3.0).unwrap() - expected).abs() < 1e-9 * expected);
        }

        #[test]
        fn orders_near_one_approach_it(counts in prop::collection::vec(1u64..60, 2..30)) {
            let sample = Sample::of_individuals(&counts);
            let (at, near) = (sample.asymptotic(1.0).unwrap(), sample.asymptotic(1.0 + 1e-6).unwrap());
            prop_assert!((at - near).abs() < 1e-3 * at, "{at} {near}");
        }
    }
}
