//! How long until an effect is seen, and is the next soum better spent on plots, aimaks or waves?

use aimak_core::Withheld;

use super::Plan;

/// What is expected of the transition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ExpectedEffect {
    /// The same from the first treated wave on.
    AtOnce(f64),
    /// This much more with each treated wave, as carbon in soil gathers.
    PerWave(f64),
}

/// More of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addition {
    /// More plots in each aimak and wave.
    Plots(usize),
    /// More aimaks that never start.
    Comparison(usize),
    /// More aimaks that start, handed out to the cohorts in turn.
    Treated(usize),
    /// More waves after the last.
    Waves(usize),
}

impl Plan {
    /// The first number of waves, from those planned up to `at_most`, with which the expected effect is seen with 80 % power.
    ///
    /// The effect of a plan is its mean over treated waves: one that grows is larger the longer is waited, and so is the mean of it. Times the
    /// years between waves it is a date.
    ///
    /// # Example
    /// ```
    /// use aimak_science::effect::power::{ExpectedEffect, Plan, PlannedCohort, VarianceComponents};
    /// let chance = VarianceComponents { aimak_shock_sd: 0.5_f64.sqrt(), autocorrelation: 0.0, plot_sd: 0.0, revisit_correlation: 0.0 };
    /// let cohorts = vec![PlannedCohort { waves_before: 1, units: 14 }];
    /// let plan = Plan { cohorts, comparison: 14, waves: 2, plots: 30, revisited: false, chance };
    /// assert_eq!(plan.waves_until_visible(ExpectedEffect::AtOnce(1.2), 9).unwrap(), Some(2));
    /// // with a second treated wave the variance is ½ + ¼, the smallest detectable effect .953, the mean of .7 and 1.4 1.05
    /// assert_eq!(plan.waves_until_visible(ExpectedEffect::PerWave(0.7), 9).unwrap(), Some(3));
    /// assert_eq!(plan.waves_until_visible(ExpectedEffect::AtOnce(0.1), 9).unwrap(), None);
    /// ```
    ///
    /// # Errors
    /// As [`Plan::error`].
    pub fn waves_until_visible(
        &self,
        expected: ExpectedEffect,
        at_most: usize,
    ) -> Result<Option<usize>, Withheld> {
        for waves in self.waves..=at_most {
            let plan = Self {
                waves,
                ..self.clone()
            };
            if plan.smallest_detectable(1)? <= plan.mean_effect(expected)?.abs() {
                return Ok(Some(waves));
            }
        }
        Ok(None)
    }

    /// What the plan sees of an expected effect: its mean over the treated waves of the treated aimaks.
    ///
    /// # Example
    /// ```
    /// use aimak_science::effect::power::{ExpectedEffect, Plan, PlannedCohort, VarianceComponents};
    /// let chance = VarianceComponents { aimak_shock_sd: 1.0, autocorrelation: 0.0, plot_sd: 0.0, revisit_correlation: 0.0 };
    /// let cohorts = vec![PlannedCohort { waves_before: 2, units: 10 }];
    /// let plan = Plan { cohorts, comparison: 10, waves: 5, plots: 30, revisited: false, chance };
    /// // three treated waves: once, twice and three times as much
    /// assert!((plan.mean_effect(ExpectedEffect::PerWave(0.5)).unwrap() - 1.0).abs() < 1e-12);
    /// assert_eq!(plan.mean_effect(ExpectedEffect::AtOnce(0.5)).unwrap(), 0.5);
    /// ```
    ///
    /// # Errors
    /// As [`Plan::error`].
    pub fn mean_effect(&self, expected: ExpectedEffect) -> Result<f64, Withheld> {
        let (coefficients, _) = self.coefficients_and_error()?;
        Ok(match expected {
            ExpectedEffect::AtOnce(effect) => effect,
            ExpectedEffect::PerWave(effect) => effect * coefficients.reach,
        })
    }

    /// The plan with more of something.
    #[must_use]
    pub fn with(&self, addition: Addition) -> Self {
        let mut plan = self.clone();
        match addition {
            Addition::Plots(more) => plan.plots += more,
            Addition::Comparison(more) => plan.comparison += more,
            Addition::Treated(more) => {
                let cohorts = plan.cohorts.len().max(1);
                for (place, cohort) in plan.cohorts.iter_mut().enumerate() {
                    cohort.units += (more + cohorts - 1 - place) / cohorts;
                }
            }
            Addition::Waves(more) => plan.waves += more,
        }
        plan
    }

    /// What each addition leaves of the smallest detectable effect (.9: a tenth smaller), the best first.
    ///
    /// # Errors
    /// As [`Plan::error`] of this plan.
    pub fn additions(&self, choices: &[Addition]) -> Result<Vec<(Addition, f64)>, Withheld> {
        let now = self.smallest_detectable(1)?;
        let mut found = Vec::new();
        for &choice in choices {
            found.push((choice, self.with(choice).smallest_detectable(1)? / now));
        }
        found.sort_by(|(_, one), (_, other)| one.total_cmp(other));
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{PlannedCohort, VarianceComponents},
        *,
    };

    #[test]
    fn further_treated_aimaks_are_handed_out_in_turn_and_help_as_much_as_others_where_all_is_even()
    {
        let cohort = |waves_before, units| PlannedCohort {
            waves_before,
            units,
        };
        let chance = VarianceComponents {
            aimak_shock_sd: 1.0,
            autocorrelation: 0.0,
            plot_sd: 5.0,
            revisit_correlation: 0.0,
        };
        let plan = Plan {
            cohorts: vec![cohort(2, 5), cohort(3, 5)],
            comparison: 10,
            waves: 6,
            plots: 25,
            revisited: false,
            chance,
        };
        let more = plan.with(Addition::Treated(3));
        assert_eq!(more.cohorts, [cohort(2, 7), cohort(3, 6)]);
        let even = Plan {
            cohorts: vec![cohort(2, 10)],
            ..plan
        };
        let with = |addition| even.with(addition).smallest_detectable(1).unwrap();
        assert_eq!(with(Addition::Treated(5)), with(Addition::Comparison(5)));
    }
}
