//! All rungs on one panel: what changed, the effect, its checks, how sure it is and what may be said.

mod areas;
mod checks;
mod neighbours;
mod told;

use std::collections::BTreeMap;

use aimak_core::{
    Claim, Confidence, EffectAnswer, EffectCell, EffectCheck, EffectPart, EffectReport,
    EffectSince, EffectValue, Interval, Message, NoInterval, Permutation, Reason, TrendTest,
    Withheld,
};

use self::areas::Areas;
use super::{
    aggregate::{self, By},
    bands::{Bands, Draws, Multiplier},
    group_time::{Comparison, Design as Cells, GroupTime},
    influence::Effect,
    leads::{PreTrend, Until, Which, pre_trend},
    paired::PairedChange,
    panel::{Balanced, Panel},
    randomisation::Randomisation,
    staggered::{Against, Design, Staggered, Window},
    verdict::{Declared, Leads, Standing},
};
use crate::methods::interval::{LEVEL, POWER, StandardError, t_quantile};

/// Draws of the uniform bands.
pub const BAND_DRAWS: usize = 1_000;

/// What is asked of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The name of the question, such as the indicator's id: draws depend on it.
    pub outcome: String,
    /// The seed of the study.
    pub seed: u64,
    /// Whom the treated are compared with.
    pub against: Against,
    /// How effects by cohort and period are found.
    pub cells: Cells,
    /// Lots drawn where not all are gone through.
    pub permutations: usize,
    /// Draws of the uniform bands.
    pub draws: usize,
    /// The effect that matters, in the unit of the outcome.
    pub relevant: Option<f64>,
    /// How many outcomes are tested together.
    pub family: usize,
    /// Where units lie, in metres of a plane, by name; empty where nobody knows.
    pub places_m: BTreeMap<String, [f64; 2]>,
    /// Steps down that no number shows (`grade-...`): what was measured stands for something else, the laboratory changed.
    pub weaknesses: Vec<Message>,
    /// What a person declares.
    pub declared: Declared,
}

impl Asked {
    /// The defaults of STATISTICS 6 for a question of a study.
    pub fn new(outcome: &str, seed: u64) -> Self {
        Self {
            outcome: outcome.to_owned(),
            seed,
            against: Against::default(),
            cells: Cells::default(),
            permutations: super::randomisation::DRAWS,
            draws: BAND_DRAWS,
            relevant: None,
            family: 1,
            places_m: BTreeMap::new(),
            weaknesses: Vec::new(),
            declared: Declared::default(),
        }
    }

    /// The design of the effect.
    fn design(&self) -> Design {
        Design {
            against: self.against,
            anticipation: self.cells.anticipation,
            ..Design::default()
        }
    }
}

/// A report with what its verdict weighs.
#[derive(Clone, Debug, PartialEq)]
pub struct Climbed {
    /// The report; its verdict is that of the outcome alone.
    pub report: EffectReport,
    standing: Standing,
}

/// Climbs the ladder: nothing is left out because a rung refuses, each says why.
///
/// # Reference
/// STATISTICS 6; METHODS H.
pub fn climb(panel: &Panel, asked: &Asked) -> Climbed {
    let (balanced, left_out) = panel.balanced();
    let found = GroupTime::of(&balanced, &asked.cells);
    let effect = Staggered::under(&balanced, Window::Post, asked.design());
    let seen = Seen {
        panel,
        balanced: &balanced,
        asked,
        found: found.as_ref().map_err(Clone::clone),
        effect: effect.as_ref().map_err(Clone::clone),
    };
    let described = PairedChange::of_treated(&balanced);
    let rungs = Rungs {
        answer: effect.as_ref().map(told::staggered).map_err(Clone::clone),
        described: told::paired(&described, asked.seed),
        permutation: permutation(&balanced, asked),
        trends: seen.trends(),
        sensitivity: seen.sensitivity(),
        error: if seen.comparison() > 0 {
            effect.as_ref().ok().map(|effect| effect.error)
        } else {
            described.ok().map(|change| change.error)
        },
    };
    let standing = seen.standing(&rungs, left_out.len());
    let report = EffectReport {
        outcome: asked.outcome.clone(),
        periods: panel.periods().to_vec(),
        left_out_times: Vec::new(),
        units: told::units(panel, &left_out),
        point: seen.point(),
        effect: rungs.answer,
        described: rungs.described,
        pooled: effect
            .as_ref()
            .map_or_else(|_| Vec::new(), |effect| effect.pooled.clone()),
        permutation: rungs.permutation,
        family_p: None,
        trends: rungs.trends,
        since_start: seen.since_start(),
        cells: seen.cells(),
        parts: seen.parts(),
        checks: seen.checks(),
        sensitivity: rungs.sensitivity,
        likeness: seen.likeness(),
        breakdown: standing.breakdown,
        smallest_detectable: standing.smallest_detectable,
        smallest_detectable_in_family: rungs.error.map(|error| strictest(error, asked.family)),
        relevant: asked.relevant,
        design: standing.design(),
        start: Confidence::VeryLow,
        steps: Vec::new(),
        confidence: Confidence::VeryLow,
        claim: Claim::NoIntervalNoSentence,
        no_effect_beyond: None,
        advice: Vec::new(),
        parameters: parameters(asked),
    };
    Climbed { report, standing }.judged()
}

/// What the rungs found, before anybody judges.
struct Rungs {
    answer: EffectAnswer,
    described: EffectAnswer,
    permutation: Result<Permutation, Withheld>,
    trends: Result<Option<TrendTest>, Withheld>,
    sensitivity: Vec<EffectCheck>,
    /// Of the effect, or of the change where nothing is compared.
    error: Option<StandardError>,
}

impl Climbed {
    /// The same with its verdict.
    fn judged(mut self) -> Self {
        let verdict = self.standing.verdict();
        let report = &mut self.report;
        report.design = verdict.design;
        report.start = verdict.start;
        report.steps = verdict.steps;
        report.confidence = verdict.confidence;
        report.claim = verdict.claim;
        report.no_effect_beyond = self.standing.no_effect_beyond(verdict.claim);
        report.advice = verdict.advice;
        self
    }

    /// p by permuting starts, alone.
    pub fn p(&self) -> Option<f64> {
        self.standing.permutation_p
    }

    /// The same where outcomes are tested together: the p raised for their number governs the sentence.
    #[must_use]
    pub fn in_family(mut self, raised_p: Option<f64>) -> Self {
        self.report.family_p = raised_p;
        if raised_p.is_some() {
            self.standing.permutation_p = raised_p;
        }
        self.judged()
    }
}

/// The smallest effect seen with 80 % power where the level is shared among a family, as its strictest step does.
///
/// # Formula
/// `(t(1 − α/(2m), df) + t(0.80, df))·SE`.
fn strictest(error: StandardError, family: usize) -> f64 {
    let level = (1.0 - LEVEL) / family.max(1) as f64;
    (t_quantile(1.0 - level / 2.0, error.df) + t_quantile(POWER, error.df)) * error.se
}

/// The test by permuting starts.
fn permutation(panel: &Balanced, asked: &Asked) -> Result<Permutation, Withheld> {
    let test = Randomisation {
        design: asked.design(),
        draws: asked.permutations,
        ..Randomisation::new(asked.seed, &asked.outcome)
    };
    test.test(panel).map(|test| Permutation {
        p: test.p,
        arrangements: test.arrangements as f64,
        least_p: test.least_p,
        drawn: test.drawn,
    })
}

/// A panel with what was found of it.
struct Seen<'a> {
    panel: &'a Panel,
    balanced: &'a Balanced,
    asked: &'a Asked,
    found: Result<&'a GroupTime, Withheld>,
    effect: Result<&'a Staggered, Withheld>,
}

impl Seen<'_> {
    /// Treated units of the balanced panel.
    fn treated(&self) -> usize {
        self.balanced.cohorts().values().map(Vec::len).sum()
    }

    /// Units with which some treated unit is compared.
    fn comparison(&self) -> usize {
        let never = self.balanced.never_treated().len();
        let cohorts = self.balanced.cohorts();
        if self.asked.against == Against::NotYetTreated && cohorts.len() > 1 {
            // the earliest cohort is compared with by nobody
            return self.balanced.len() - cohorts.values().next().map_or(0, Vec::len);
        }
        never
    }

    /// The effect without error, where single units stand on a side.
    fn point(&self) -> Option<f64> {
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
    fn trends(&self) -> Result<Option<TrendTest>, Withheld> {
        let found = self.found.as_ref().map_err(Clone::clone)?;
        let until = Until::Anticipation(self.asked.cells.anticipation);
        let PreTrend::Tested(leads) = pre_trend(found, Which::SinceStart, until)? else {
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

    /// An effect of all units.
    fn told(&self, effect: &Effect) -> EffectValue {
        let units = (self.treated(), self.comparison());
        told::influence(effect, self.balanced.starts(), units)
    }

    /// The event study: Welch's interval at each time since the start.
    fn since_start(&self) -> Vec<EffectSince> {
        Staggered::by_exposure(self.balanced, self.asked.design())
            .into_iter()
            .map(|(since, effect)| EffectSince {
                since,
                effect: effect.map(|effect| told::staggered(&effect)),
            })
            .collect()
    }

    fn cells(&self) -> Vec<EffectCell> {
        let Ok(found) = &self.found else {
            return Vec::new();
        };
        let cells = found.cells().iter();
        cells
            .map(|cell| EffectCell {
                cohort: cell.cohort,
                period: cell.period,
                base: cell.base,
                effect: cell
                    .effect
                    .as_ref()
                    .map(|effect| {
                        let units = (cell.treated, cell.comparison);
                        told::influence(effect, self.balanced.starts(), units)
                    })
                    .map_err(Clone::clone),
                influence_se: cell.effect.as_ref().ok().and_then(Effect::se),
            })
            .collect()
    }

    /// Effects put together in each way; parts of one way have limits that hold for all of them at once.
    fn parts(&self) -> Vec<EffectPart> {
        let Ok(found) = &self.found else {
            return Vec::new();
        };
        let part = |by: &str, key, effect: &Effect, band| EffectPart {
            by: by.to_owned(),
            key,
            effect: self.told(effect),
            influence_se: effect.se(),
            band,
        };
        let mut parts: Vec<EffectPart> = Vec::new();
        parts.extend(
            aggregate::overall(found)
                .ok()
                .map(|overall| part("simple", None, &overall, None)),
        );
        for (by, name) in [
            (By::Cohort, "cohort"),
            (By::SinceStart, "since_start"),
            (By::Calendar, "calendar"),
        ] {
            let Ok(together) = aggregate::by(found, by) else {
                continue;
            };
            parts.push(part(name, None, &together.overall, None));
            let effects: Vec<&Effect> = together.parts.iter().map(|part| &part.effect).collect();
            let bands = Bands::of(&effects, &self.bands(name)).ok();
            parts.extend(together.parts.iter().map(|of| {
                let band = bands
                    .as_ref()
                    .and_then(|bands| bands.limits_of_few(&of.effect, self.balanced.starts()));
                part(name, Some(of.key), &of.effect, band)
            }));
        }
        parts
    }

    fn bands<'b>(&self, name: &'b str) -> Draws<'b> {
        Draws {
            multiplier: Multiplier::Mammen,
            number: self.asked.draws,
            seed: self.asked.seed,
            name,
            level: LEVEL,
        }
    }

    /// What is weighed for grade and sentence.
    fn standing(&self, rungs: &Rungs, left_out: usize) -> Standing {
        let units = self.panel.units().len();
        let always = told::always(self.panel);
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
            relevant: self.asked.relevant,
            lost_percent: 100.0 * (left_out - always) as f64 / (units - always).max(1) as f64,
            strata_without_comparison: areas.without_comparison,
            strata_with_own_start: areas.with_own_start,
            hangs_on_one: checks::hangs_on_one(answer, &rungs.sensitivity),
            placebo_found: checks::placebo_found(&rungs.sensitivity),
            breakdown: self.breakdown(),
            weaknesses: self.asked.weaknesses.clone(),
            declared: self.asked.declared,
        }
    }
}

/// Parameters as used, in the words of the field.
fn parameters(asked: &Asked) -> BTreeMap<String, String> {
    let against = match asked.against {
        Against::NeverTreated => "never_treated",
        Against::NotYetTreated => "not_yet_treated",
    };
    let comparison = match asked.cells.comparison {
        Comparison::NeverTreated => "never_treated",
        Comparison::NotYetTreated => "not_yet_treated",
    };
    let told = [
        ("effect", "group_time_mean_of_unit_periods"),
        ("interval", "welch_t_unit_sums"),
        ("comparison", against),
        ("cells_comparison", comparison),
    ];
    let counted = [
        ("seed", asked.seed.to_string()),
        ("permutations", asked.permutations.to_string()),
        ("band_draws", asked.draws.to_string()),
        ("anticipation", asked.cells.anticipation.to_string()),
        ("family", asked.family.to_string()),
    ];
    let told = told
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value.to_owned()));
    told.chain(
        counted
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value)),
    )
    .collect()
}

/// The refusal of a check that has nothing to check.
fn nothing_to_check() -> Withheld {
    Withheld::because(Reason::NoComparison)
}

#[cfg(test)]
mod tests;
