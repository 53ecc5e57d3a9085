//! How few aimaks can carry a finding at all?

use super::Plan;
use crate::effect::randomisation::least_p;

/// More than there are aimaks in the country.
const MOST: usize = 500;

impl Plan {
    /// The least p that exchanging the start dates of this plan could give.
    ///
    /// # Example
    /// ```
    /// use aimak_science::effect::power::{Plan, PlannedCohort, VarianceComponents};
    /// let chance = VarianceComponents { aimak_shock_sd: 1.0, autocorrelation: 0.0, plot_sd: 0.0, revisit_correlation: 0.0 };
    /// let cohorts = vec![PlannedCohort { waves_before: 2, units: 3 }];
    /// let plan = Plan { cohorts, comparison: 3, waves: 4, plots: 30, revisited: false, chance };
    /// assert_eq!(plan.least_p(), 0.1); // 3 of 6 in 20 ways, each as extreme as its mirror
    /// assert_eq!((plan.fewest_comparison(), plan.fewest_treated()), (Some(4), Some(4))); // 3 of 7 in 35
    /// ```
    pub fn least_p(&self) -> f64 {
        let units: Vec<usize> = self.cohorts_seen().iter().map(|one| one.units).collect();
        least_p(&units, self.comparison)
    }

    /// The fewest comparison aimaks, not below those planned, with which these treated aimaks carry a finding; `None` where none do.
    pub fn fewest_comparison(&self) -> Option<usize> {
        (self.comparison..=MOST).find(|&comparison| {
            let plan = Self {
                comparison,
                ..self.clone()
            };
            plan.error().is_ok()
        })
    }

    /// The fewest treated aimaks, the further ones in the first cohort, that carry a finding beside these comparison aimaks; `None`
    /// where none do.
    pub fn fewest_treated(&self) -> Option<usize> {
        let planned: usize = self.cohorts.iter().map(|cohort| cohort.units).sum();
        (0..=MOST).find_map(|more| {
            let mut plan = self.clone();
            plan.cohorts.first_mut()?.units += more;
            plan.error().is_ok().then_some(planned + more)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{PlannedCohort, VarianceComponents};
    use super::*;

    fn plan(units: usize, comparison: usize) -> Plan {
        let chance = VarianceComponents {
            aimak_shock_sd: 1.0,
            autocorrelation: 0.0,
            plot_sd: 0.0,
            revisit_correlation: 0.0,
        };
        Plan {
            cohorts: vec![PlannedCohort {
                waves_before: 1,
                units,
            }],
            comparison,
            waves: 3,
            plots: 10,
            revisited: false,
            chance,
        }
    }

    #[test]
    fn one_treated_aimak_is_too_few_beside_any_number() {
        assert_eq!(plan(1, 30).fewest_comparison(), None);
        assert_eq!(plan(1, 30).fewest_treated(), Some(2));
        // 2 of 6 in 15 ways is no 5 %, 2 of 7 in 21 is
        assert_eq!(plan(2, 4).fewest_comparison(), Some(5));
        // a single comparison aimak has no variance
        assert_eq!(plan(10, 1).fewest_treated(), None);
        assert_eq!(plan(10, 1).fewest_comparison(), Some(2));
        assert_eq!(plan(10, 10).fewest_comparison(), Some(10));
    }
}
