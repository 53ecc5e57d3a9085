//! By how much did a unit change from before to after?

use aimak_core::{Message, Reason, Withheld};

use crate::methods::interval::mean;

use super::panel::{Balanced, Start};

/// Means of a unit before a start and from it on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitChange {
    /// Place of the unit in the panel.
    pub unit: usize,
    /// Mean of the periods before.
    pub before: f64,
    /// Mean of the periods from the start on.
    pub after: f64,
}

impl UnitChange {
    /// After less before.
    pub fn difference(&self) -> f64 {
        self.after - self.before
    }

    /// The change of a unit about `start`; `None` where the panel has no period on one of the sides.
    pub fn about(panel: &Balanced, unit: usize, start: i32) -> Option<Self> {
        Self::anticipated(panel, unit, start, 0)
    }

    /// The same where the unit may have changed so many units of time before `start` already: those times are on neither side.
    pub fn anticipated(
        panel: &Balanced,
        unit: usize,
        start: i32,
        anticipation: u32,
    ) -> Option<Self> {
        let clean = start.saturating_sub_unsigned(anticipation);
        let until = |time: i32| panel.periods().partition_point(|&period| period < time);
        let outcomes = panel.outcomes(unit);
        Some(Self {
            unit,
            before: mean(&outcomes[..until(clean)])?,
            after: mean(&outcomes[until(start)..])?,
        })
    }
}

/// The units that began in one period and those never treated: the two sides of a comparison at one date.
///
/// Units that begin at other dates are on neither side: as comparison they would lend their own change.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    /// Units that began then.
    pub treated: Vec<usize>,
    /// Units that never began.
    pub comparison: Vec<usize>,
}

impl Sides {
    /// The sides at a start, with at least so many units each and a period on each side of it.
    ///
    /// # Errors
    /// `TOO_FEW_CLUSTERS` with too few treated units, `NO_COMPARISON` without a comparison, `TOO_FEW_CLUSTERS` with too few of them,
    /// `TOO_FEW_YEARS` where a period before or after is missing.
    pub fn at(panel: &Balanced, start: i32, least: usize) -> Result<Self, Withheld> {
        let treated = (0..panel.len())
            .filter(|&unit| panel.starts()[unit] == Start::In(start))
            .collect();
        let sides = Self {
            treated,
            comparison: panel.never_treated(),
        };
        let (treated, comparison) = (sides.treated.len(), sides.comparison.len());
        if treated.min(comparison) < least.max(1) {
            return Err(Self::too_few(treated, comparison, least));
        }
        periods_on_both_sides(panel, start, 1)?;
        Ok(sides)
    }

    /// The refusal of so many units.
    pub(super) fn too_few(treated: usize, comparison: usize, needed: usize) -> Withheld {
        let reason = if comparison == 0 {
            Reason::NoComparison
        } else {
            Reason::TooFewClusters
        };
        let detail = Message::new("detail-effect-sides")
            .with("treated", treated)
            .with("comparison", comparison);
        Withheld::because(reason).with(detail.with("needed", needed))
    }
}

/// Refuses a start with fewer than `least` periods before or after it.
pub(super) fn periods_on_both_sides(
    panel: &Balanced,
    start: i32,
    least: usize,
) -> Result<(usize, usize), Withheld> {
    let before = panel.periods().partition_point(|&period| period < start);
    let after = panel.periods().len() - before;
    if before.min(after) >= least {
        return Ok((before, after));
    }
    let detail = Message::new("detail-effect-periods")
        .with("before", before)
        .with("after", after);
    Err(Withheld::because(Reason::TooFewYears).with(detail.with("needed", least)))
}

/// Panels for tests: units named by their place.
#[cfg(test)]
pub(super) fn panel_of(periods: &[i32], rows: &[(Start, &[f64], &[f64])]) -> Balanced {
    use super::panel::{Panel, Unit};
    let units = rows
        .iter()
        .enumerate()
        .map(|(i, (start, outcomes, covariates))| Unit {
            id: format!("u{i:03}"),
            start: *start,
            stratum: String::new(),
            outcomes: outcomes.iter().copied().map(Some).collect(),
            covariates: covariates.to_vec(),
        })
        .collect();
    let names = (0..rows.first().map_or(0, |row| row.2.len()))
        .map(|i| format!("x{i}"))
        .collect();
    Panel::new(periods.to_vec(), names, units).balanced().0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_periods_are_averaged_on_each_side() {
        let panel = panel_of(
            &[2015, 2016, 2019, 2020],
            &[
                (Start::In(2018), &[1.0, 3.0, 6.0, 8.0], &[]),
                (Start::Never, &[0.0; 4], &[]),
                (Start::In(2020), &[0.0; 4], &[]),
            ],
        );
        let change = UnitChange::about(&panel, 0, 2018).unwrap();
        assert_eq!(
            (change.before, change.after, change.difference()),
            (2.0, 7.0, 5.0)
        );
        assert_eq!(UnitChange::about(&panel, 0, 2015), None);
        let sides = Sides::at(&panel, 2018, 1).unwrap();
        assert_eq!((sides.treated, sides.comparison), (vec![0], vec![1]));
        let refused = |start, least| Sides::at(&panel, start, least).unwrap_err().reason;
        assert_eq!(refused(2018, 2), Reason::TooFewClusters);
        let nobody = panel.only(|unit| unit == 0);
        assert_eq!(
            Sides::at(&nobody, 2018, 1).unwrap_err().reason,
            Reason::NoComparison
        );
        assert_eq!(
            periods_on_both_sides(&panel, 2018, 3).unwrap_err().reason,
            Reason::TooFewYears
        );
    }
}
