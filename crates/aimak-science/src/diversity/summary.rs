//! What can be said of one sample at a glance?

use super::{
    ace::ace,
    chao::{ChaoVariant, Estimator, RichnessEstimate, chao},
    hill::hill_number,
    sample::{Sample, SamplingUnit},
};

/// A row of a table of samples.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// What was drawn.
    pub unit: SamplingUnit,
    /// Individuals n or plots T.
    pub size: u64,
    /// Individuals or presences.
    pub total: u64,
    /// Species seen.
    pub observed: usize,
    /// Sample coverage (0–1); `None` where nothing was found.
    pub coverage: Option<f64>,
    /// Empirical Hill number of each order asked for; `None` where nothing was found.
    pub hill: Vec<Option<f64>>,
    /// Asymptotic Hill number of each order asked for.
    pub asymptotic: Vec<Option<f64>>,
    /// Richness by Chao's bound in every variant, then by ACE where that is defined and not Chao's bound again.
    pub estimates: Vec<RichnessEstimate>,
}

impl Summary {
    /// The summary of a sample for some orders q.
    ///
    /// # Range and edge cases
    /// Nothing is refused here: figures of small samples are raw ones. Whether they may be compared says [`Sample::sufficient`].
    ///
    /// # Example
    /// ```
    /// use aimak_science::diversity::{Sample, summary::Summary};
    /// let row = Summary::of(&Sample::of_individuals(&[4, 2, 1, 1]), &[0.0, 2.0]);
    /// assert_eq!((row.size, row.observed, row.coverage), (8, 4, Some(0.78125)));
    /// assert_eq!(row.hill[0], Some(4.0));
    /// assert!((row.hill[1].unwrap() - 64.0 / 22.0).abs() < 1e-12); // n²/Σx²
    /// assert!((row.asymptotic[1].unwrap() - 56.0 / 14.0).abs() < 1e-12); // n(n−1)/Σx(x−1)
    /// assert_eq!(row.estimates[0].estimator.id(), "chao1_classic");
    /// assert_eq!(row.estimates[0].estimate, 5.75);
    /// ```
    ///
    /// # Reference
    /// METHODS E.1–E.3.
    pub fn of(sample: &Sample, orders: &[f64]) -> Self {
        let counts: Vec<f64> = sample.counts().map(|count| count as f64).collect();
        let variants = ChaoVariant::ALL.iter();
        let bounds = variants.filter_map(|variant| chao(sample, *variant));
        let covered = ace(sample).filter(|found| found.estimator == Estimator::Ace);
        Self {
            unit: sample.unit(),
            size: sample.size(),
            total: sample.total(),
            observed: sample.observed(),
            coverage: (sample.total() > 0).then(|| sample.coverage()),
            hill: orders.iter().map(|q| hill_number(&counts, *q)).collect(),
            asymptotic: orders.iter().map(|q| sample.asymptotic(*q)).collect(),
            estimates: bounds.chain(covered).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_found_is_said_without_numbers() {
        let row = Summary::of(&Sample::of_individuals(&[]), &[0.0, 1.0]);
        assert_eq!(
            (row.coverage, row.hill, row.estimates.len()),
            (None, vec![None, None], 0)
        );
        let plots = Summary::of(&Sample::of_plots(&[3, 2, 1, 1], 5), &[0.0]);
        assert_eq!(plots.estimates.len(), 4); // ACE knows no plots
    }
}
