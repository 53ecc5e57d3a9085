//! How diverse is a smaller or larger sample of the same community?

use super::{
    coverage::Reached,
    hill::{hill_number, is_one},
    hypergeometric::expectation,
    sample::{Sample, SamplingUnit},
};

/// Hill number of one order as a function of the size of the sample.
///
/// # Formula
/// `m < n`: of the expected abundances, `(Σ_k (k/U_m)^q f_k(m))^(1/(1−q))` with
/// `f_k(m) = Σᵢ C(xᵢ, k) C(n−xᵢ, m−k)/C(n, m)`, `U_m = m` for individuals, `m·U/T` for plots; q = 1 by its limit. `m > n`: `D + (D_∞ − D)(1 − (1 − β)^(m−n))`,
/// `β = (D − D(n−1))/(D_∞ − D(n−1))`; q = 0 as [`Sample::richness_at`]; q = 2 has one closed form for every m,
/// `1/(1/U_m + (1 − 1/m)·n/(n−1)·Σ xᵢ(xᵢ−1)/U²)`.
///
/// # Units
/// Effective number of species.
///
/// # Range and edge cases
/// Not above twice the size for q = 0. `None` for nothing found, for an order below 0 or without end, and above the size where no
/// asymptote exists.
///
/// # Example
/// ```
/// use aimak_science::diversity::{Sample, SizeCurve};
/// // two species with 2 and 1 of 3: every pair of individuals is one of {aa, ab, ab}
/// let sample = Sample::of_individuals(&[2, 1]);
/// // expected f₁(2) = 4/3, f₂(2) = 1/3: exp(4/3·½ ln 2) = 2^(2/3)
/// let curve = SizeCurve::new(&sample, 1.0).unwrap();
/// assert!((curve.at(2).unwrap() - 2_f64.powf(2.0 / 3.0)).abs() < 1e-12);
/// assert_eq!(curve.at(3), Some(curve.observed()));
/// ```
///
/// # Reference
/// METHODS E.3; Chao et al. (2014), Ecol. Monogr. 84:45–67, doi:10.1890/13-0133.1.
#[derive(Clone, Debug)]
pub struct SizeCurve<'a> {
    sample: &'a Sample,
    order: f64,
    /// `k ln k` or `k^q` for k from 0 to the largest count; empty where a closed form needs none.
    terms: Vec<f64>,
    observed: f64,
    /// The curve one individual or plot below its size.
    before: f64,
    asymptote: Option<f64>,
}

impl<'a> SizeCurve<'a> {
    /// The curve of a sample for an order.
    pub fn new(sample: &'a Sample, order: f64) -> Option<Self> {
        if sample.total() == 0 || !(0.0..f64::INFINITY).contains(&order) {
            return None;
        }
        let counts: Vec<f64> = sample.counts().map(|count| count as f64).collect();
        let mut curve = Self {
            sample,
            order,
            terms: terms(sample, order),
            observed: hill_number(&counts, order)?,
            before: 0.0,
            asymptote: None,
        };
        if !curve.has_closed_form() && sample.size() > 1 {
            curve.before = curve.rarefied(sample.size() - 1);
            curve.asymptote = sample.asymptotic(order);
        }
        Some(curve)
    }

    /// The order q.
    pub fn order(&self) -> f64 {
        self.order
    }

    /// The diversity of the sample itself.
    pub fn observed(&self) -> f64 {
        self.observed
    }

    /// True where a formula of its own covers every size.
    fn has_closed_form(&self) -> bool {
        self.order == 0.0 || self.order == 2.0
    }

    /// Expected diversity of `m` individuals or plots, at least one.
    pub fn at(&self, m: u64) -> Option<f64> {
        let n = self.sample.size();
        if m == 0 {
            return None;
        }
        if m < n {
            return Some(self.rarefied(m));
        }
        self.extrapolated((m - n) as f64)
    }

    /// Expected diversity where coverage `target` (0–1) is reached; on a straight line between whole sizes.
    pub fn at_coverage(&self, target: f64) -> Option<f64> {
        self.at_reached(self.sample.size_at_coverage(target)?)
    }

    /// Expected diversity at a size that need not be whole.
    pub fn at_reached(&self, size: Reached) -> Option<f64> {
        match size {
            Reached::Within { low, share: 0.0 } => self.at(low),
            Reached::Within { low, share } => {
                let (from, to) = (self.at(low)?, self.at(low + 1)?);
                Some(from + share * (to - from))
            }
            Reached::Beyond { further } => self.extrapolated(further),
        }
    }

    /// Individuals or presences expected in `m`.
    fn total_of(&self, m: f64) -> f64 {
        match self.sample.unit() {
            SamplingUnit::Individuals => m,
            SamplingUnit::Plots => m * self.sample.total() as f64 / self.sample.size() as f64,
        }
    }

    fn rarefied(&self, m: u64) -> f64 {
        if self.order == 0.0 {
            return self.sample.richness_at(m);
        }
        if self.order == 2.0 {
            return self.of_order_two(m as f64);
        }
        let n = self.sample.size();
        let of_count = |(count, species): &(u64, usize)| {
            *species as f64 * expectation(n, *count, m, &self.terms)
        };
        let sum: f64 = self.sample.tally().iter().map(of_count).sum();
        let total = self.total_of(m as f64);
        if is_one(self.order) {
            return (total.ln() - sum / total).exp();
        }
        (sum / total.powf(self.order)).powf(1.0 / (1.0 - self.order))
    }

    fn of_order_two(&self, m: f64) -> f64 {
        let (n, total) = (self.sample.size() as f64, self.sample.total() as f64);
        if n < 2.0 {
            return self.observed;
        }
        let pairs = |x: f64| x * (x - 1.0);
        let tally = self.sample.tally().iter();
        let sum: f64 = tally
            .map(|(x, species)| *species as f64 * pairs(*x as f64))
            .sum();
        1.0 / (1.0 / self.total_of(m) + (1.0 - 1.0 / m) * n / (n - 1.0) * sum / (total * total))
    }

    fn extrapolated(&self, further: f64) -> Option<f64> {
        if further == 0.0 {
            return Some(self.observed);
        }
        let n = self.sample.size();
        if self.order == 0.0 {
            return Some(self.sample.extrapolated(further));
        }
        if n < 2 {
            return None;
        }
        if self.order == 2.0 {
            return Some(self.of_order_two(n as f64 + further)).filter(|d| d.is_finite());
        }
        let (asymptote, observed) = (self.asymptote?, self.observed);
        let room = asymptote - self.before;
        if room == 0.0 {
            return Some(observed);
        }
        let stays = 1.0 - (observed - self.before) / room;
        // an asymptote below what was found (few singletons, many doubletons) has nothing to approach
        if !(0.0..=1.0).contains(&stays) {
            return Some(observed);
        }
        Some(observed + (asymptote - observed) * (1.0 - stays.powf(further)))
    }
}

/// `k ln k` for order 1, else `k^q`, for every k up to the largest count.
fn terms(sample: &Sample, order: f64) -> Vec<f64> {
    if order == 0.0 || order == 2.0 {
        return Vec::new();
    }
    let largest = sample.tally().last().map_or(0, |(count, _)| *count);
    let term = |k: u64| {
        let k = k as f64;
        match k {
            0.0 => 0.0,
            k if is_one(order) => k * k.ln(),
            k => k.powf(order),
        }
    };
    (0..=largest).map(term).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Five singletons: any m of them are m species for every order.
    #[test]
    fn singletons_are_as_many_species_as_individuals() {
        let sample = Sample::of_individuals(&[1; 5]);
        for order in [0.0, 0.5, 1.0, 2.0, 3.0] {
            let curve = SizeCurve::new(&sample, order).unwrap();
            assert!((curve.at(3).unwrap() - 3.0).abs() < 1e-12, "{order}");
        }
        // the asymptote of order 2 is endless, its curve is not
        let second = SizeCurve::new(&sample, 2.0).unwrap();
        assert!((second.at(10).unwrap() - 10.0).abs() < 1e-12);
        assert_eq!(SizeCurve::new(&sample, 3.0).unwrap().at(10), None);
    }

    #[test]
    fn one_individual_is_one_species_and_nothing_can_be_said_beyond() {
        let sample = Sample::of_individuals(&[1]);
        let curve = SizeCurve::new(&sample, 1.0).unwrap();
        assert_eq!((curve.at(1), curve.at(2)), (Some(1.0), None));
        assert!(SizeCurve::new(&Sample::of_individuals(&[]), 1.0).is_none());
        assert!(SizeCurve::new(&sample, -1.0).is_none());
    }

    proptest! {
        #[test]
        fn rises_with_size_and_falls_with_order(counts in prop::collection::vec(1u64..40, 2..20)) {
            let sample = Sample::of_individuals(&counts);
            let curves: Vec<_> = [0.0, 0.7, 1.0, 2.0, 2.5].map(|q| SizeCurve::new(&sample, q).unwrap()).into();
            for m in 1..sample.size() {
                for curve in &curves {
                    prop_assert!(curve.at(m).unwrap() <= curve.at(m + 1).unwrap() + 1e-9);
                }
                for pair in curves.windows(2) {
                    prop_assert!(pair[0].at(m).unwrap() >= pair[1].at(m).unwrap() - 1e-9);
                }
            }
        }

        #[test]
        fn closed_form_of_order_two_is_the_general_one(counts in prop::collection::vec(1u64..9, 2..20), plots in 9u64..20) {
            for sample in [Sample::of_individuals(&counts), Sample::of_plots(&counts, plots)] {
                let closed = SizeCurve::new(&sample, 2.0).unwrap();
                let near = SizeCurve::new(&sample, 2.0 + 1e-9).unwrap();
                for m in 1..=sample.size() {
                    let (a, b) = (closed.at(m).unwrap(), near.at(m).unwrap());
                    prop_assert!((a - b).abs() < 1e-6 * a, "{m}: {a} {b}");
                }
            }
        }
    }
}
