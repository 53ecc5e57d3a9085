//! What is weighed for grade and sentence: who is compared, what came before, what is missing.

use aimak_core::{Interval, NoInterval, TrendTest, Withheld};

use super::{
    super::{
        aggregate,
        group_time::{Design as Cells, GroupTime},
        leads::{PreTrend, Until, pre_trends},
        panel::{LeftOut, Start},
        power::Enough,
        staggered::Against,
        verdict::{Leads, Standing},
    },
    Rungs, Seen,
    areas::Areas,
    checks, placebo_outcomes,
};

/// Most times before the start whose trends are tested together; declared here, so that nobody chooses it by the result.
pub const MOST_LEADS: usize = 5;

impl Seen<'_> {
    /// Treated units of the balanced panel.
    pub(super) fn treated(&self) -> usize {
        self.balanced.cohorts().values().map(Vec::len).sum()
    }

    /// Units with which some treated unit is compared.
    pub(super) fn comparison(&self) -> usize {
        let never = self.balanced.never_treated().len();
        let cohorts = self.balanced.cohorts();
        if self.asked.against == Against::NotYetTreated && cohorts.len() > 1 {
            // the earliest cohort is compared with by nobody
            return self.balanced.len() - cohorts.values().next().map_or(0, Vec::len);
        }
        never
    }

    /// The effect without error, where single units stand on a side.
    pub(super) fn point(&self) -> Option<f64> {
        let design = Cells {
            least_treated: 1,
            least_comparison: 1,
            ..self.asked.cells.clone()
        };
        let found = GroupTime::of(self.balanced, &design).ok()?;
        aggregate::overall(&found).ok().map(|effect| effect.att)
    }

    /// How many periods come before a start and all that may be anticipated of it.
    fn clean(&self, start: i32) -> usize {
        let ahead = self.asked.cells.anticipation;
        let is_clean = |period: &i32| period.saturating_add_unsigned(ahead) < start;
        self.balanced.periods().partition_point(is_clean)
    }

    /// Periods before their start that at least half of the treated units have.
    fn before(&self) -> usize {
        let mut before: Vec<usize> = self
            .balanced
            .cohorts()
            .into_iter()
            .flat_map(|(start, units)| std::iter::repeat_n(self.clean(start), units.len()))
            .collect();
        before.sort_unstable();
        // of an even number the lower of the two in the middle
        before
            .get(before.len().saturating_sub(1) / 2)
            .copied()
            .unwrap_or(0)
    }

    /// The joint test of trends before the start, of few units where it can be had, with its power against a drift that would make
    /// the effect that matters, or the one found.
    pub(super) fn trends(&self) -> Result<Option<TrendTest>, Withheld> {
        let found = self.found.as_ref().map_err(Clone::clone)?;
        let until = Until::Anticipation(self.asked.cells.anticipation);
        let mut tried = pre_trends(found, MOST_LEADS, until);
        let powerful = |tested: &Result<PreTrend, Withheld>| match tested {
            Ok(PreTrend::Tested(leads)) => leads.power(1.0).1.is_some(),
            Ok(PreTrend::Untested) => true,
            Err(_) => false,
        };
        // as many as leave errors enough freedom to tell the power, else as many as can be told apart; never by the result
        let place = tried.iter().position(powerful);
        let place = place.or_else(|| tried.iter().position(Result::is_ok));
        let PreTrend::Tested(leads) = tried.swap_remove(place.unwrap_or(0))? else {
            return Ok(None);
        };
        let size = self
            .asked
            .relevant
            .or_else(|| Some(self.effect.as_ref().ok()?.value.abs()));
        let drift = size.zip(self.distance()).map(|(size, apart)| size / apart);
        let power = drift.map(|drift| leads.power(drift));
        let small = leads.small_sample.as_ref().ok();
        Ok(Some(TrendTest {
            p: small.map_or(leads.wald.p, |small| small.joint.p),
            small_sample: small.is_some(),
            leads: leads.leads.len(),
            drift,
            power: power.and_then(|(many, few)| if small.is_some() { few } else { Some(many) }),
        }))
    }

    /// Mean time from the last period before the start to a treated period: what a drift of one a unit of time adds to the effect.
    fn distance(&self) -> Option<f64> {
        let periods = self.balanced.periods();
        let (mut sum, mut cells) = (0.0, 0.0);
        for (start, units) in self.balanced.cohorts() {
            let first = periods.partition_point(|&period| period < start);
            let base = periods[self.clean(start).checked_sub(1)?];
            for period in &periods[first..] {
                sum += units.len() as f64 * f64::from(period - base);
                cells += units.len() as f64;
            }
        }
        (sum > 0.0).then(|| sum / cells)
    }

    /// How many more units would make the effect that matters visible.
    fn enough(&self) -> Option<Enough> {
        let never = self.asked.against == Against::NeverTreated;
        let (effect, relevant) = self.effect.as_ref().ok().zip(self.asked.relevant)?;
        never.then(|| Enough::of(effect, relevant)).flatten()
    }

    /// How many units begin after the last period, and when the first of them does.
    fn later(&self) -> Option<(usize, i32)> {
        let last = *self.balanced.periods().last()?;
        let starts = self.balanced.starts().iter();
        let later = starts.filter_map(|start| match start {
            Start::In(start) if *start > last => Some(*start),
            _ => None,
        });
        let later: Vec<i32> = later.collect();
        later.iter().min().map(|first| (later.len(), *first))
    }

    /// What is weighed for grade and sentence.
    pub(super) fn standing(&self, rungs: &Rungs, left_out: &[(&str, LeftOut)]) -> Standing {
        let units = self.panel.units().len();
        // who was treated from the first time on was not lost on the way
        let lost = left_out
            .iter()
            .filter(|(_, why)| *why != LeftOut::AlwaysTreated)
            .count();
        let always = left_out.len() - lost;
        let compared = self.comparison() > 0;
        let answer = if compared {
            &rungs.answer
        } else {
            &rungs.described
        };
        let value = answer.as_ref().ok();
        let trends = rungs.trends.as_ref().ok().copied().flatten();
        let areas = Areas::of(self.balanced);
        Standing {
            treated: self.treated(),
            comparison: self.comparison(),
            cohorts: self.balanced.cohorts().len(),
            before: self.before(),
            leads: trends.map_or(Leads::Untested, |test| Leads::Tested {
                p: test.p,
                power: test.power,
            }),
            interval: value.map_or(Interval::Unavailable(NoInterval::TooFewUnits), |value| {
                value.interval
            }),
            value: value
                .map(|value| value.value)
                .or_else(|| self.point())
                .unwrap_or(0.0),
            permutation_p: rungs.permutation.as_ref().ok().map(|test| test.p),
            smallest_detectable: rungs.error.map(|error| error.smallest_detectable()),
            enough: self.enough(),
            relevant: self.asked.relevant,
            always_treated: always,
            later: self.later(),
            lost_percent: 100.0 * lost as f64 / (units - always).max(1) as f64,
            strata_without_comparison: areas.without_comparison,
            strata_with_own_start: areas.with_own_start,
            hangs_on_one: checks::hangs_on_one(answer, &rungs.sensitivity),
            placebo_found: checks::placebo_found(&rungs.sensitivity),
            placebo_outcome_found: placebo_outcomes::found(&rungs.placebo_outcomes),
            breakdown: self.breakdown(),
            weaknesses: self.asked.weaknesses.clone(),
            declared: self.asked.declared,
        }
    }
}
