//! Which units were seen when, and since when is each treated?

use std::collections::BTreeMap;

/// Fewest periods of which some may be left out for their gaps.
const FEWEST_TO_CHOOSE_FROM: usize = 8;

/// When a unit's treatment began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Start {
    /// In this period: the first that is treated.
    In(i32),
    /// Not in any period of the panel, and not known to begin later.
    Never,
}

impl Start {
    /// True in periods that are treated.
    pub fn treats(self, period: i32) -> bool {
        matches!(self, Self::In(start) if start <= period)
    }
}

/// One unit as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its name, one in the panel.
    pub id: String,
    /// When its treatment began.
    pub start: Start,
    /// The group within which start dates could have been exchanged, such as the oblast; all alike where nobody said.
    pub stratum: String,
    /// The outcome of each period of the panel; `None` where the unit was not seen.
    pub outcomes: Vec<Option<f64>>,
    /// What is known of the unit and does not change with time, in the order of [`Panel::covariates`].
    pub covariates: Vec<f64>,
}

/// Units seen over several periods, with gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    periods: Vec<i32>,
    covariates: Vec<String>,
    units: Vec<Unit>,
}

/// Why a unit takes no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Treated in the first period already: there is no "before" (counted and shown, in no effect).
    AlwaysTreated,
    /// Not seen in this many periods.
    Unseen(usize),
}

/// A panel in which every unit was seen in every period and none was treated from the first on.
#[derive(Clone, Debug, PartialEq)]
pub struct Balanced {
    periods: Vec<i32>,
    names: Vec<String>,
    starts: Vec<Start>,
    strata: Vec<String>,
    covariates: Vec<Vec<f64>>,
    outcomes: Vec<f64>,
}

impl Panel {
    /// A panel of units in the order of their names, so that nothing depends on the order of rows.
    ///
    /// Periods ascend and may have gaps (waves of 2015, 2019 and 2023).
    ///
    /// # Panics
    /// Where periods do not ascend, a name stands twice, or a unit has not one outcome a period and one value a covariate:
    /// who reads a file refuses such rows first.
    pub fn new(periods: Vec<i32>, covariates: Vec<String>, mut units: Vec<Unit>) -> Self {
        assert!(
            periods.is_sorted_by(|one, next| one < next),
            "invariant: periods ascend"
        );
        units.sort_by(|one, other| one.id.cmp(&other.id));
        assert!(
            units.is_sorted_by(|one, next| one.id < next.id),
            "invariant: a unit stands once"
        );
        for unit in &units {
            assert_eq!(
                (unit.outcomes.len(), unit.covariates.len()),
                (periods.len(), covariates.len()),
                "invariant: unit {} fills its row",
                unit.id
            );
        }
        Self {
            periods,
            covariates,
            units,
        }
    }

    /// The periods, ascending.
    pub fn periods(&self) -> &[i32] {
        &self.periods
    }

    /// The names of the covariates.
    pub fn covariates(&self) -> &[String] {
        &self.covariates
    }

    /// The units, by name.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The panel without periods in which some unit was not seen, and which those are: clouds over one aimak need not cost the aimak.
    ///
    /// At most half of the periods go, those with the most gaps first (of equals the one that completes a unit soonest, then the
    /// earliest); a unit that has gaps then is left out by [`Self::balanced`]. Units never seen do not count.
    ///
    /// # Range and edge cases
    /// Right where a gap has nothing to do with the outcome. With fewer than eight periods nothing is left out.
    #[must_use]
    pub fn without_gaps(&self) -> (Self, Vec<i32>) {
        let mut kept: Vec<usize> = (0..self.periods.len()).collect();
        let mut left_out = Vec::new();
        let least = if kept.len() < FEWEST_TO_CHOOSE_FROM {
            kept.len()
        } else {
            kept.len().div_ceil(2)
        };
        let seen = |unit: &&Unit| unit.outcomes.iter().any(Option::is_some);
        while kept.len() > least {
            let gaps = |unit: &Unit| {
                kept.iter()
                    .filter(|&&period| unit.outcomes[period].is_none())
                    .count()
            };
            let worst = kept.iter().copied().max_by_key(|&period| {
                let missing = self
                    .units
                    .iter()
                    .filter(seen)
                    .filter(|unit| unit.outcomes[period].is_none());
                let fewest = missing.clone().map(gaps).min().unwrap_or(0);
                (
                    missing.count(),
                    std::cmp::Reverse(fewest),
                    std::cmp::Reverse(period),
                )
            });
            let Some(worst) = worst.filter(|&period| {
                self.units
                    .iter()
                    .filter(seen)
                    .any(|unit| unit.outcomes[period].is_none())
            }) else {
                break;
            };
            kept.retain(|&period| period != worst);
            left_out.push(self.periods[worst]);
        }
        left_out.sort_unstable();
        let unit = |unit: &Unit| Unit {
            outcomes: kept.iter().map(|&period| unit.outcomes[period]).collect(),
            ..unit.clone()
        };
        let panel = Self {
            periods: kept.iter().map(|&period| self.periods[period]).collect(),
            covariates: self.covariates.clone(),
            units: self.units.iter().map(unit).collect(),
        };
        (panel, left_out)
    }

    /// The units that can be compared over all periods, and why each other one cannot.
    ///
    /// A unit with a gap is left out whole, as a mean over other units in each period would be a change of who was seen.
    pub fn balanced(&self) -> (Balanced, Vec<(&str, LeftOut)>) {
        let mut left_out = Vec::new();
        let mut kept = Vec::new();
        for unit in &self.units {
            let unseen = unit.outcomes.iter().filter(|seen| seen.is_none()).count();
            let always = self
                .periods
                .first()
                .is_some_and(|&first| unit.start.treats(first));
            if always {
                left_out.push((unit.id.as_str(), LeftOut::AlwaysTreated));
            } else if unseen > 0 {
                left_out.push((unit.id.as_str(), LeftOut::Unseen(unseen)));
            } else {
                kept.push(unit);
            }
        }
        (Balanced::of(&self.periods, &kept), left_out)
    }
}

impl Balanced {
    /// A start after the last period is none within the panel, yet such a unit counts as treated later: a comparison that is
    /// "never treated" must not hold it where it anticipates. It stays [`Start::In`].
    fn of(periods: &[i32], units: &[&Unit]) -> Self {
        Self {
            periods: periods.to_vec(),
            names: units.iter().map(|unit| unit.id.clone()).collect(),
            starts: units.iter().map(|unit| unit.start).collect(),
            strata: units.iter().map(|unit| unit.stratum.clone()).collect(),
            covariates: units.iter().map(|unit| unit.covariates.clone()).collect(),
            outcomes: units
                .iter()
                .flat_map(|unit| unit.outcomes.iter().flatten().copied())
                .collect(),
        }
    }

    /// The periods, ascending.
    pub fn periods(&self) -> &[i32] {
        &self.periods
    }

    /// How many units.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// True without units.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The names of the units, ascending.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// When each unit's treatment began.
    pub fn starts(&self) -> &[Start] {
        &self.starts
    }

    /// The stratum of each unit.
    pub fn strata(&self) -> &[String] {
        &self.strata
    }

    /// The outcomes of a unit, one for each period.
    pub fn outcomes(&self, unit: usize) -> &[f64] {
        let periods = self.periods.len();
        &self.outcomes[unit * periods..(unit + 1) * periods]
    }

    /// What is known of a unit and does not change with time.
    pub fn covariates(&self, unit: usize) -> &[f64] {
        &self.covariates[unit]
    }

    /// The place of a period in [`Self::periods`].
    pub fn position(&self, period: i32) -> Option<usize> {
        self.periods.binary_search(&period).ok()
    }

    /// The units of each start within the panel, by start. Cohorts that begin after the last period are not among them.
    pub fn cohorts(&self) -> BTreeMap<i32, Vec<usize>> {
        let mut cohorts: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
        let last = self.periods.last().copied();
        for (unit, start) in self.starts.iter().enumerate() {
            if let Start::In(start) = *start
                && last.is_some_and(|last| start <= last)
            {
                cohorts.entry(start).or_default().push(unit);
            }
        }
        cohorts
    }

    /// The units that are never treated.
    pub fn never_treated(&self) -> Vec<usize> {
        (0..self.len())
            .filter(|&unit| self.starts[unit] == Start::Never)
            .collect()
    }

    /// The same outcomes with other starts, as if the lot had fallen otherwise.
    ///
    /// # Panics
    /// Where there are not as many starts as units.
    #[must_use]
    pub fn with_starts(&self, starts: Vec<Start>) -> Self {
        assert_eq!(starts.len(), self.len(), "invariant: one start a unit");
        Self {
            starts,
            ..self.clone()
        }
    }

    /// The panel without the periods in which units that begin in `start` may have changed already: "before" then ends so many units of
    /// time earlier.
    #[must_use]
    pub fn without_anticipation(&self, start: i32, anticipation: u32) -> Self {
        let first = start.saturating_sub_unsigned(anticipation);
        let kept: Vec<usize> = (0..self.periods.len())
            .filter(|&t| !(first..start).contains(&self.periods[t]))
            .collect();
        Self {
            periods: kept.iter().map(|&t| self.periods[t]).collect(),
            outcomes: (0..self.len())
                .flat_map(|unit| kept.iter().map(move |&t| self.outcomes(unit)[t]))
                .collect(),
            ..self.clone()
        }
    }

    /// The panel of some of its units, in the order of the panel.
    #[must_use]
    pub fn only(&self, keep: impl Fn(usize) -> bool) -> Self {
        let kept: Vec<usize> = (0..self.len()).filter(|&unit| keep(unit)).collect();
        Self {
            periods: self.periods.clone(),
            names: kept.iter().map(|&unit| self.names[unit].clone()).collect(),
            starts: kept.iter().map(|&unit| self.starts[unit]).collect(),
            strata: kept.iter().map(|&unit| self.strata[unit].clone()).collect(),
            covariates: kept
                .iter()
                .map(|&unit| self.covariates[unit].clone())
                .collect(),
            outcomes: kept
                .iter()
                .flat_map(|&unit| self.outcomes(unit).iter().copied())
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(id: &str, start: Start, outcomes: [Option<f64>; 3]) -> Unit {
        Unit {
            id: id.to_owned(),
            start,
            stratum: String::new(),
            outcomes: outcomes.to_vec(),
            covariates: vec![],
        }
    }

    #[test]
    fn periods_with_gaps_go_before_units_do_but_never_more_than_half() {
        let unit = |id: &str, gaps: &[usize]| Unit {
            id: id.to_owned(),
            start: Start::Never,
            stratum: String::new(),
            outcomes: (0..10)
                .map(|t| (!gaps.contains(&t)).then_some(1.0))
                .collect(),
            covariates: vec![],
        };
        let never_seen: Vec<usize> = (0..10).collect();
        let of =
            |units: Vec<Unit>| Panel::new((2010..2020).collect(), vec![], units).without_gaps();
        // 2013 is missing twice and goes first; nobody asks what was never seen
        let (panel, left_out) = of(vec![
            unit("a", &[3]),
            unit("b", &[3, 7]),
            unit("c", &never_seen),
            unit("d", &[]),
        ]);
        assert_eq!(left_out, [2013, 2017]);
        assert_eq!(panel.periods().len(), 8);
        assert_eq!(panel.balanced().0.names(), ["a", "b", "d"]);
        let (panel, left_out) = of(vec![unit("a", &[0, 1, 2, 3, 4, 5, 6]), unit("b", &[9])]);
        assert_eq!((panel.periods().len(), left_out.len()), (5, 5));
        assert_eq!(panel.balanced().0.names(), ["b"]);
    }

    #[test]
    fn who_was_not_seen_or_has_no_before_is_named_and_left_out() {
        let panel = Panel::new(
            vec![2015, 2019, 2023],
            vec![],
            vec![
                unit("d", Start::Never, [Some(1.0), Some(2.0), Some(3.0)]),
                unit("c", Start::In(2015), [Some(1.0), None, Some(3.0)]),
                unit("b", Start::In(2019), [Some(4.0), None, Some(3.0)]),
                unit("a", Start::In(2030), [Some(5.0), Some(6.0), Some(7.0)]),
            ],
        );
        let (balanced, left_out) = panel.balanced();
        assert_eq!(balanced.names(), ["a", "d"]);
        assert_eq!(balanced.outcomes(1), [1.0, 2.0, 3.0]);
        assert_eq!(
            left_out,
            [("b", LeftOut::Unseen(1)), ("c", LeftOut::AlwaysTreated)]
        );
        // treated after the panel's end: no cohort of the panel, and never a comparison that is never treated
        assert!(balanced.cohorts().is_empty());
        assert_eq!(balanced.never_treated(), [1]);
        assert_eq!(balanced.only(|unit| unit == 1).names(), ["d"]);
    }
}
