//! How sure is an effect, which sentence may it carry, and what would make it surer?

mod advice;

use aimak_core::{Claim, Confidence, Design, Interval, Message};

use super::power::Enough;
use crate::studies::claim::{claim, farther_end};

/// Fewest aimaks on a side for a design that compares trends (METHODS H.1, E5).
pub const FEWEST_A_SIDE: usize = 4;
/// Fewest aimaks in all for staggered starts (E6).
pub const FEWEST_CLUSTERS: usize = 8;
/// Fewest periods before the first start, so that a trend before it can be seen at all.
pub const FEWEST_BEFORE: usize = 2;
/// Share of aimaks lost on the way above which confidence falls, per cent.
pub const MOST_LOST_PERCENT: f64 = 20.0;
/// Power above which a test that found no difference of earlier trends says something.
pub const POWER_WANTED: f64 = 0.8;
/// Significance below which trends before the start are taken to differ, and above which an effect is not claimed.
const LEVEL: f64 = 0.05;
/// Part of the smallest detectable effect above which an effect is large.
const LARGE: f64 = 2.0;

/// What is known of trends before the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leads {
    /// Nothing: there are too few periods before it.
    Untested,
    /// Tested together.
    Tested {
        /// p of the joint test.
        p: f64,
        /// Chance that the test would have seen a drift as large as the effect that matters, or as the effect found; `None` where it
        /// cannot be stated.
        power: Option<f64>,
    },
}

impl Leads {
    /// True where the test found no difference.
    pub fn are_level(self) -> bool {
        matches!(self, Self::Tested { p, .. } if p >= LEVEL)
    }
}

/// What a person must declare, because no number shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Starts were drawn by lot.
    pub randomised: bool,
    /// The outcome was declared before the data were seen.
    pub registered: bool,
}

/// Everything that is weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Treated units in the effect.
    pub treated: usize,
    /// Comparison units in the effect.
    pub comparison: usize,
    /// Different starts.
    pub cohorts: usize,
    /// Periods before their start that at least half of the treated units have.
    pub before: usize,
    /// Trends before the start.
    pub leads: Leads,
    /// Its 95 % interval.
    pub interval: Interval,
    /// The effect.
    pub value: f64,
    /// p by permuting starts; `None` where the lot cannot reach 5 %.
    pub permutation_p: Option<f64>,
    /// The smallest effect this design would show with 80 % power.
    pub smallest_detectable: Option<f64>,
    /// How many more units would bring that down to the effect that matters; `None` where it is there, or nobody can say.
    pub enough: Option<Enough>,
    /// The effect that matters, as somebody declared it.
    pub relevant: Option<f64>,
    /// Units treated from the first period on: no "before", in no effect.
    pub always_treated: usize,
    /// Units that begin after the last period, with the first of their starts.
    pub later: Option<(usize, i32)>,
    /// Units lost on the way, per cent of those seen at all.
    pub lost_percent: f64,
    /// Strata with treated units and no comparison unit; an event that hits one of them looks like an effect.
    pub strata_without_comparison: Vec<String>,
    /// Strata with a comparison whose treated units began all together, and alone: an event that hits one of them looks like an effect
    /// of that start, and no interval knows of it (`trial`, docs/effects.md: a nominal 5 % becomes 9 to 10 %).
    pub strata_with_own_start: Vec<String>,
    /// The sign, or whether the interval holds zero, changes where one unit or one stratum is left out.
    pub hangs_on_one: bool,
    /// A start that never was gave an effect.
    pub placebo_found: bool,
    /// An outcome that the transition cannot have changed shows an effect.
    pub placebo_outcome_found: bool,
    /// Least violation of parallel trends, as a multiple of the largest seen before, at which the interval holds zero.
    pub breakdown: Option<f64>,
    /// Steps down that no number shows: the outcome stands for another that was not measured, the laboratory changed, the weather was
    /// not taken out (`grade-...`).
    pub weaknesses: Vec<Message>,
    /// What a person declared.
    pub declared: Declared,
}

/// What may be said.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The design that the data carry.
    pub design: Design,
    /// Where confidence starts by the design.
    pub start: Confidence,
    /// Each step down or up, with its reason.
    pub steps: Vec<Message>,
    /// Where it ends.
    pub confidence: Confidence,
    /// The sentence.
    pub claim: Claim,
    /// What would raise it.
    pub advice: Vec<Message>,
}

impl Standing {
    /// The design by METHODS H.1; what the data do not carry falls back to the weaker one.
    pub fn design(&self) -> Design {
        if self.comparison == 0 {
            return Design::BeforeAfter;
        }
        if self.declared.randomised && self.fewest() >= FEWEST_A_SIDE {
            return Design::Randomised;
        }
        if self.treated == 1 {
            return Design::OneAgainstMany;
        }
        let trends = self.before >= FEWEST_BEFORE && self.leads.are_level();
        if self.fewest() < FEWEST_A_SIDE || !trends {
            Design::ManyAgainstMany
        } else if self.cohorts > 1 && self.treated + self.comparison >= FEWEST_CLUSTERS {
            Design::Staggered
        } else {
            Design::ParallelTrends
        }
    }

    fn fewest(&self) -> usize {
        self.treated.min(self.comparison)
    }

    /// The grade with every step, the sentence, and what would raise it.
    ///
    /// # Formula
    /// Start by design (METHODS H.1): before and after low; comparisons moderate; by lot high. One step down for each thing that
    /// takes confidence away; at most one step up, where a violation of parallel trends as large as any seen before would leave the
    /// finding standing: for an effect of more than twice the smallest detectable, or for staggered starts whose every check agrees; never above moderate where trends before the start are untested or nothing is compared. The
    /// sentence is chosen by the weaker of design and grade; where interval and permutation disagree nothing is claimed.
    ///
    /// # Reference
    /// METHODS H.1–H.3; Guyatt et al. (2008), BMJ 336:924–926.
    pub fn verdict(&self) -> Verdict {
        let design = self.design();
        let start = match design {
            Design::State => Confidence::VeryLow,
            Design::BeforeAfter | Design::Trend => Confidence::Low,
            Design::Randomised => Confidence::High,
            _ => Confidence::Moderate,
        };
        let down = self.down(design);
        let lowered = down.iter().fold(start, |grade, _| grade.lower());
        let up = self.up(design, down.is_empty());
        let cap = match design {
            Design::ParallelTrends | Design::Staggered | Design::Randomised => Confidence::High,
            _ => Confidence::Moderate,
        };
        let raised = up.iter().fold(lowered, |grade, _| grade.higher());
        let confidence = raised.min(cap.max(lowered));
        let steps = down.into_iter().chain(up).collect();
        Verdict {
            design,
            start,
            steps,
            confidence,
            claim: self.claim(design, confidence),
            advice: self.advice(),
        }
    }

    /// What takes confidence away.
    fn down(&self, design: Design) -> Vec<Message> {
        let compared = self.comparison > 0;
        let lost = self.lost_percent > MOST_LOST_PERCENT;
        let few = compared && self.treated > 1 && self.fewest() < FEWEST_A_SIDE;
        let leads = self.leads;
        let differ = compared && matches!(leads, Leads::Tested { .. }) && !leads.are_level();
        let untested = compared
            && design != Design::Randomised
            && (leads == Leads::Untested || self.before < FEWEST_BEFORE);
        let alone = self.strata_without_comparison.join(", ");
        let own = self.strata_with_own_start.join(", ");
        let declared = self.declared;
        [
            (design == Design::OneAgainstMany).then(|| Message::new("grade-one-organic-aimak")),
            few.then(|| {
                Message::new("grade-few-aimaks")
                    .with("organic", self.treated)
                    .with("comparison", self.comparison)
            }),
            differ.then(|| Message::new("grade-trends-differ")),
            untested.then(|| Message::new("grade-trends-untested")),
            self.placebo_found.then(|| Message::new("grade-placebo")),
            self.placebo_outcome_found
                .then(|| Message::new("grade-placebo-outcome")),
            lost.then(|| {
                Message::new("grade-attrition").with("percent", self.lost_percent.round())
            }),
            (compared && !alone.is_empty())
                .then(|| Message::new("grade-strata-alone").with("strata", alone)),
            (compared && !own.is_empty())
                .then(|| Message::new("grade-region-starts-together").with("strata", own)),
            self.hangs_on_one
                .then(|| Message::new("grade-hangs-on-one")),
            (!declared.registered).then(|| Message::new("grade-not-registered")),
            self.imprecise().then(|| Message::new("grade-imprecise")),
        ]
        .into_iter()
        .flatten()
        .chain(self.weaknesses.iter().cloned())
        .collect()
    }

    /// True where the interval holds both nothing and what matters, or where nobody said what matters.
    fn imprecise(&self) -> bool {
        let Some((lo, hi)) = self.interval.bounds() else {
            return true;
        };
        let important = self.relevant.is_none_or(|size| lo <= -size || size <= hi);
        lo <= 0.0 && 0.0 <= hi && important
    }

    /// What adds confidence: one step at most.
    fn up(&self, design: Design, nothing_down: bool) -> Vec<Message> {
        let compared = self.comparison > 0;
        let large = compared
            && self.is_shown()
            && self
                .smallest_detectable
                .is_some_and(|least| self.value.abs() > LARGE * least);
        let powerful =
            matches!(self.leads, Leads::Tested { power: Some(power), .. } if power >= POWER_WANTED);
        let holds = self.breakdown.is_some_and(|least| least >= 1.0);
        let robust =
            design == Design::Staggered && nothing_down && self.is_shown() && powerful && holds;
        [
            robust.then(|| Message::new("grade-up-robust")),
            (large && holds).then(|| Message::new("grade-up-large")),
        ]
        .into_iter()
        .flatten()
        .take(1)
        .collect()
    }

    /// True where interval and permutation both leave nothing out of the question but an effect.
    fn is_shown(&self) -> bool {
        self.interval.holds_zero() == Some(false) && !self.doubted()
    }

    /// True where the permutation does not confirm an interval that leaves zero out.
    fn doubted(&self) -> bool {
        self.comparison > 0 && self.permutation_p.is_none_or(|p| p >= LEVEL)
    }

    /// The sentence; of interval and permutation the more cautious one governs.
    fn claim(&self, design: Design, confidence: Confidence) -> Claim {
        let found = claim(
            design,
            confidence,
            &self.interval,
            self.smallest_detectable,
            self.relevant,
        );
        match found {
            Claim::ChangedWithoutComparison
            | Claim::DifferedFromComparison
            | Claim::EstimatedEffect
            | Claim::SeenWithVeryLowConfidence
                if self.doubted() =>
            {
                Claim::CannotTell
            }
            found => found,
        }
    }

    /// The effect beyond which none was found, where that is the claim.
    pub fn no_effect_beyond(&self, claim: Claim) -> Option<f64> {
        farther_end(&self.interval).filter(|_| claim == Claim::NoChangeLargerThanBound)
    }
}

#[cfg(test)]
mod tests;
