//! All rungs on one panel: what changed, the effect, its checks, how sure it is and what may be said.

mod areas;
mod asked;
mod checks;
mod effects;
mod matched;
mod neighbours;
mod placebo_outcomes;
mod told;
mod usual_rain;
mod weighed;

use aimak_core::{
    Claim, Confidence, EffectAnswer, EffectCheck, EffectReport, Permutation, TrendTest, Withheld,
};

pub use self::{
    asked::{Asked, BAND_DRAWS, Placebo},
    usual_rain::Rain,
    weighed::MOST_LEADS,
};
use super::{
    group_time::GroupTime,
    influence::Samples,
    paired::PairedChange,
    panel::{Balanced, Panel},
    randomisation::Randomisation,
    staggered::{Staggered, Window},
    verdict::Standing,
};
use crate::methods::interval::StandardError;

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
        samples: Samples::of(balanced.starts()),
        asked,
        found: found.as_ref().map_err(Clone::clone),
        effect: effect.as_ref().map_err(Clone::clone),
    };
    let described = PairedChange::of_treated(&balanced, asked.cells.anticipation);
    let rungs = Rungs {
        answer: effect.as_ref().map(told::staggered).map_err(Clone::clone),
        described: told::paired(&described, asked.seed),
        permutation: permutation(&balanced, asked),
        trends: seen.trends(),
        sensitivity: seen.sensitivity(),
        placebo_outcomes: placebo_outcomes::answers(asked),
        error: if seen.comparison() > 0 {
            effect.as_ref().ok().map(|effect| effect.error)
        } else {
            described.ok().map(|change| change.error)
        },
    };
    let standing = seen.standing(&rungs, &left_out);
    let matched = seen.matched();
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
        correction: asked.correction,
        trends: rungs.trends,
        since_start: seen.since_start(),
        cells: seen.cells(),
        parts: seen.parts(),
        checks: seen.checks(&matched),
        balance: seen.balance(&matched),
        sensitivity: rungs.sensitivity,
        placebo_outcomes: rungs.placebo_outcomes,
        likeness: seen.likeness(),
        breakdown: standing.breakdown,
        smallest_detectable: standing.smallest_detectable,
        smallest_detectable_in_family: rungs
            .error
            .map(|error| error.smallest_detectable_among(asked.family)),
        relevant: asked.relevant,
        design: standing.design(),
        start: Confidence::VeryLow,
        steps: Vec::new(),
        confidence: Confidence::VeryLow,
        claim: Claim::NoIntervalNoSentence,
        no_effect_beyond: None,
        advice: Vec::new(),
        parameters: asked::parameters(asked),
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
    placebo_outcomes: Vec<EffectCheck>,
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
    /// Its units by start.
    samples: Samples,
    asked: &'a Asked,
    found: Result<&'a GroupTime, Withheld>,
    effect: Result<&'a Staggered, Withheld>,
}

#[cfg(test)]
mod tests;
