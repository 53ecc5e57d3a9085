//! The same question asked in other ways, and how much the answer hangs on single units, areas, dates and parallel trends.

use std::borrow::Cow;

use aimak_core::{EffectAnswer, EffectCheck, EffectValue, Interval, IntervalKind, Withheld};

use super::{
    super::{
        aggregate,
        before_after_control::BeforeAfterControl,
        cluster_robust::{ClusterRobust, ClusteredRegression},
        group_time::{Comparison, Design as Cells, GroupTime},
        interrupted::InterruptedSeries,
        panel::Balanced,
        sensitivity::{Break, Breakdown, LeaveOut, placebo_dates},
        serial::Serial,
        staggered::{Against, Design, Staggered, Weighting, Window},
        sun_abraham::SunAbraham,
        synthetic::SyntheticDifference,
        wild_bootstrap::{Weights, WildBootstrap},
    },
    Seen,
    matched::MatchedBy,
    told,
};
use crate::methods::interval::LEVEL;

/// Significance below which a placebo date is taken to have found something.
const FOUND: f64 = 0.05;

fn check(id: &str, effect: EffectAnswer) -> EffectCheck {
    EffectCheck {
        id: id.to_owned(),
        of: None,
        effect,
    }
}

impl Seen<'_> {
    /// Every check that fits the panel; one that refuses says why.
    pub(super) fn checks(&self, matched: &[MatchedBy]) -> Vec<EffectCheck> {
        let mut checks = vec![
            check("check-units-alike", self.units_alike()),
            check("check-other-comparison", self.other_comparison()),
            check("check-sun-abraham", self.sun_abraham()),
        ];
        if let Some(answer) = self.with_covariates() {
            checks.push(check("check-covariates", answer));
        }
        if let Some(answer) = self.at_usual_rain() {
            checks.push(check("check-rain", answer));
        }
        if let [start] = self.starts()[..] {
            checks.extend([
                check(
                    "check-before-after-control",
                    self.before_after_control(start),
                ),
                check("check-wild-bootstrap", self.wild_bootstrap(start)),
                check("check-synthetic", self.synthetic(start)),
            ]);
            checks.extend(matched.iter().map(|one| check(one.id, one.answer())));
            if self.is_yearly() {
                checks.push(check("check-interrupted", self.interrupted(start)));
            }
        }
        checks
    }

    pub(super) fn starts(&self) -> Vec<i32> {
        self.balanced.cohorts().into_keys().collect()
    }

    /// The panel without the time in which those that begin in `start` may have changed already: where checks look at a single date.
    pub(super) fn clean_before(&self, start: i32) -> Cow<'_, Balanced> {
        match self.asked.cells.anticipation {
            0 => Cow::Borrowed(self.balanced),
            anticipation => Cow::Owned(self.balanced.without_anticipation(start, anticipation)),
        }
    }

    fn is_yearly(&self) -> bool {
        let periods = self.balanced.periods();
        periods.windows(2).all(|pair| pair[1] - pair[0] == 1)
    }

    /// Every treated unit counts once, whenever it began.
    fn units_alike(&self) -> EffectAnswer {
        let design = Design {
            weighting: Weighting::Units,
            ..self.asked.design()
        };
        Staggered::under(self.balanced, Window::Post, design).map(|effect| told::staggered(&effect))
    }

    /// The other of the two comparisons.
    fn other_comparison(&self) -> EffectAnswer {
        let against = match self.asked.against {
            Against::NeverTreated => Against::NotYetTreated,
            Against::NotYetTreated => Against::NeverTreated,
        };
        let design = Design {
            against,
            ..self.asked.design()
        };
        Staggered::under(self.balanced, Window::Post, design).map(|effect| told::staggered(&effect))
    }

    fn sun_abraham(&self) -> EffectAnswer {
        let cells = &self.asked.cells;
        let found = SunAbraham::of(self.balanced, cells.anticipation, cells.least_treated)?;
        let overall = aggregate::overall(&found.effects)?;
        Ok(self.told(&overall))
    }

    /// Differences in covariates taken out, by the method asked for; `None` where nothing is known to take out.
    fn with_covariates(&self) -> Option<EffectAnswer> {
        if let Some(withheld) = self.asked.without_covariates() {
            return Some(Err(withheld));
        }
        (!self.panel.covariates().is_empty()).then(|| self.adjusted())
    }

    fn adjusted(&self) -> EffectAnswer {
        let design = Cells {
            covariates: (0..self.panel.covariates().len()).collect(),
            comparison: match self.asked.against {
                Against::NeverTreated => Comparison::NeverTreated,
                Against::NotYetTreated => Comparison::NotYetTreated,
            },
            ..self.asked.cells.clone()
        };
        let overall = aggregate::overall(&GroupTime::of(self.balanced, &design)?)?;
        Ok(self.told(&overall))
    }

    fn before_after_control(&self, start: i32) -> EffectAnswer {
        let found = BeforeAfterControl::of(&self.clean_before(start), start)?;
        let units = (found.treated, found.comparison);
        Ok(told::of_error(
            found.difference,
            found.error,
            Some(found.p()),
            units,
        ))
    }

    /// The regression with its p by the wild bootstrap; the error beside it is CR2 with its own degrees of freedom.
    fn wild_bootstrap(&self, start: i32) -> EffectAnswer {
        let regression =
            ClusteredRegression::before_after_control(&self.clean_before(start), start)?;
        let weights = Weights::usual(regression.clusters());
        let p = WildBootstrap::new(&regression, weights, self.asked.seed).p(0.0);
        let error = regression.error(ClusterRobust::Cr2)?;
        let units = (self.treated(), self.balanced.never_treated().len());
        let told = told::of_error(regression.coefficient, error, Some(p.ties_counted), units);
        Ok(told)
    }

    fn synthetic(&self, start: i32) -> EffectAnswer {
        let found = SyntheticDifference::of(&self.clean_before(start), start)?;
        let units = (found.treated, found.comparison);
        Ok(match found.placebos(self.asked.seed) {
            Ok(placebos) => told::of_error(found.effect, placebos.error, Some(placebos.p), units),
            Err(_) => told::bare(found.effect, None, units),
        })
    }

    fn interrupted(&self, start: i32) -> EffectAnswer {
        let found = InterruptedSeries::of(&self.clean_before(start), start, Serial::FirstOrder)?;
        let shift = found.mean_after;
        Ok(EffectValue {
            interval: between_years(shift.error.limits(shift.value)),
            ..told::of_error(
                shift.value,
                shift.error,
                None,
                (found.treated, found.comparison),
            )
        })
    }

    /// Other dates, one unit less, one area less.
    pub(super) fn sensitivity(&self) -> Vec<EffectCheck> {
        let design = self.asked.design();
        let answer =
            |effect: Result<Staggered, Withheld>| effect.map(|effect| told::staggered(&effect));
        let mut found: Vec<EffectCheck> = Vec::new();
        for (lead, effect) in placebo_dates(self.balanced, design) {
            found.push(EffectCheck {
                id: "sensitivity-placebo-date".to_owned(),
                of: Some(format!("-{lead}")),
                effect: answer(effect),
            });
        }
        let areas = self.balanced.strata().iter().any(|name| !name.is_empty());
        let units = LeaveOut::units(self.balanced, design).ok();
        let strata = areas.then(|| LeaveOut::strata(self.balanced, design).ok());
        let left_out = [
            ("sensitivity-without-unit", units),
            ("sensitivity-without-stratum", strata.flatten()),
        ];
        for (id, left_out) in left_out {
            let Some(left_out) = left_out else { continue };
            found.extend(left_out.without.into_iter().map(|without| EffectCheck {
                id: id.to_owned(),
                of: Some(without.left_out),
                effect: answer(without.effect),
            }));
        }
        found.extend(self.spillover());
        found
    }

    /// The least violation of parallel trends at which the interval holds zero, 0 where it does already; `None` without trends before,
    /// or where no violation was ever seen.
    pub(super) fn breakdown(&self) -> Option<f64> {
        match Breakdown::of(self.balanced, self.asked.design())
            .ok()?
            .breaks()
        {
            Break::Already => Some(0.0),
            Break::At(least) => Some(least),
            Break::Never => None,
        }
    }
}

/// True where the sign turns, or a finding is gone, without one unit or one area.
pub(super) fn hangs_on_one(answer: &EffectAnswer, sensitivity: &[EffectCheck]) -> bool {
    let Ok(answer) = answer else { return false };
    let shown = |value: &EffectValue| value.interval.holds_zero() == Some(false);
    let left_out = sensitivity
        .iter()
        .filter(|check| check.id.starts_with("sensitivity-without"));
    left_out
        .filter_map(|check| check.effect.as_ref().ok())
        .any(|other| shown(answer) && (!shown(other) || other.value * answer.value < 0.0))
}

/// True where a date that never was shows an effect, the number of dates tried taken into account (Bonferroni).
pub(super) fn placebo_found(sensitivity: &[EffectCheck]) -> bool {
    let p: Vec<f64> = sensitivity
        .iter()
        .filter(|check| check.id == "sensitivity-placebo-date")
        .filter_map(|check| check.effect.as_ref().ok()?.p)
        .collect();
    let tried = p.len() as f64;
    p.iter().any(|p| p * tried < FOUND)
}

/// Limits that come from years, not from units.
fn between_years((lo, hi): (f64, f64)) -> Interval {
    Interval::Between {
        lo,
        hi,
        level: LEVEL,
        kind: IntervalKind::YearToYear,
    }
}
