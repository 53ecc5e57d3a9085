//! An effect of the transition, with everything that stands behind it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    estimate::Interval,
    evidence::{Claim, Confidence, Design},
    message::Message,
    time::PartialDate,
    withheld::Withheld,
};

/// What is declared before effects are looked at: section `[effects]` of the project file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclaredEffects {
    /// Date of the declaration: which indicators are looked at and which change matters (`[indicators] relevant_change`).
    pub registered: Option<PartialDate>,
    /// Indicators that are tested together; their p-values are raised for their number. Others are looked at, and say so.
    #[serde(default)]
    pub family: Vec<String>,
    /// How p-values of the family are raised.
    #[serde(default)]
    pub correction: Correction,
    /// Indicators that the transition cannot have changed, such as the share of clay: where one of them shows an effect all the same,
    /// organic and comparison aimaks differ in something else.
    #[serde(default)]
    pub placebo: Vec<String>,
    /// A profile field with the area (oblast) of each aimak, within which dates of the transition could have been exchanged.
    pub strata: Option<String>,
    /// Indicators, or numbers of the profile, in which aimaks differ and which do not change by the transition (slope, rain): their
    /// first value is taken out in a check and, where all began at one date, aimaks are matched by it.
    #[serde(default)]
    pub covariates: Vec<String>,
    /// Indicators, or numbers of the profile, in which aimaks that are not organic are likened to those that are, to tell of which the
    /// evidence may speak; the covariates where nothing is declared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reach: Vec<String>,
}

/// How p-values of indicators that are tested together are raised.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Correction {
    /// The chance that any is found where there is none stays 5 %.
    #[default]
    Holm,
    /// Of those found, on average 5 % at most are none: finds more, and asserts less.
    BenjaminiHochberg,
}

impl Correction {
    /// Every correction, for tests that each has its words.
    pub const ALL: [Self; 2] = [Self::Holm, Self::BenjaminiHochberg];

    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Holm => "holm",
            Self::BenjaminiHochberg => "benjamini-hochberg",
        }
    }
}

/// A number about units, with its error.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectValue {
    /// The value, in the unit of the outcome.
    pub value: f64,
    /// Its standard error; `None` where the method gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub se: Option<f64>,
    /// Degrees of freedom; `None` for an error that holds for many units only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub df: Option<f64>,
    /// Its 95 % interval.
    pub interval: Interval,
    /// Two-sided p of the same test; `None` where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// Treated units behind it.
    pub treated: usize,
    /// Comparison units behind it.
    pub comparison: usize,
}

/// A number, or why there is none.
pub type EffectAnswer = Result<EffectValue, Withheld>;

/// What a unit does in the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitRole {
    /// Its start lies in the panel.
    Treated,
    /// It never begins.
    Comparison,
    /// It begins after the last period.
    Later,
    /// It had begun in the first period: counted, shown, in no effect.
    AlwaysTreated,
    /// It was not seen in every period: counted, shown, in no effect.
    Incomplete,
}

impl UnitRole {
    /// The key used in files and texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Treated => "treated",
            Self::Comparison => "comparison",
            Self::Later => "later",
            Self::AlwaysTreated => "always_treated",
            Self::Incomplete => "incomplete",
        }
    }

    /// Every role, for tests that each has its words.
    pub const ALL: [Self; 5] = [
        Self::Treated,
        Self::Comparison,
        Self::Later,
        Self::AlwaysTreated,
        Self::Incomplete,
    ];
}

/// A unit of the panel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectUnit {
    /// Its name.
    pub id: String,
    /// What it does.
    pub role: UnitRole,
    /// Its first treated period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<i32>,
    /// The group within which starts could have been exchanged; empty where nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stratum: String,
    /// Its outcome in each period of the panel; `None` where it was not seen.
    pub outcomes: Vec<Option<f64>>,
    /// Share of organic land in its area, per cent; `None` where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treated_share_percent: Option<f64>,
}

/// How much of the area of treated units is organic land.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TreatedShares {
    /// The least share, per cent of the area of a unit.
    pub least: f64,
    /// The middle one.
    pub median: f64,
    /// The greatest.
    pub most: f64,
    /// Treated units of which it is not known.
    pub unknown: usize,
}

/// The effect on one cohort in one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectCell {
    /// When the cohort began.
    pub cohort: i32,
    /// The period.
    pub period: i32,
    /// From which the change is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<i32>,
    /// The effect.
    pub effect: EffectAnswer,
    /// The error of its influence function, which holds for many units and is too small for few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub influence_se: Option<f64>,
}

/// Effects put together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectPart {
    /// By what: `simple`, `cohort`, `since_start`, `calendar`.
    pub by: String,
    /// Which cohort, time or period; `None` over all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<i32>,
    /// The effect.
    pub effect: EffectValue,
    /// The error of its influence function, which holds for many units and is too small for few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub influence_se: Option<f64>,
    /// Limits that hold for all parts of the same kind at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<(f64, f64)>,
}

/// The effect so many periods after the start (before it where negative).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectSince {
    /// Periods of the panel since the start; 0 is the first treated one.
    pub since: i32,
    /// The effect against the last period before the start.
    pub effect: EffectAnswer,
}

/// What permuting starts says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Permutation {
    /// The share of lots that show as much.
    pub p: f64,
    /// How many lots there are.
    pub arrangements: f64,
    /// The least p they can give.
    pub least_p: f64,
    /// How many were drawn; `None` where all were gone through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawn: Option<usize>,
}

/// What the periods before the start say.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrendTest {
    /// p of the joint test.
    pub p: f64,
    /// True for the version of few units.
    pub small_sample: bool,
    /// How many leads.
    pub leads: usize,
    /// The drift a period whose sum over the treated periods would make the effect that matters (or the one found).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drift: Option<f64>,
    /// Chance that the test notices that drift.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub power: Option<f64>,
}

/// How alike neighbours are once the effect is taken.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    /// Moran's I of what is left of each unit.
    pub i: f64,
    /// What it would be without any likeness.
    pub expected: f64,
    /// How often shuffled values are as alike among neighbours.
    pub p: f64,
    /// How many nearest units count as neighbours.
    pub neighbours: usize,
}

/// The same question asked in another way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectCheck {
    /// Which way (`check-...`).
    pub id: String,
    /// What was left out or moved, where the check has many forms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// What it gave.
    pub effect: EffectAnswer,
}

/// One covariate of the treated and of those they are compared with, before and after matching.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectBalance {
    /// The matching (`check-matched-...`).
    pub check: String,
    /// The covariate: the id of an indicator, a number of the profile, or a column.
    pub covariate: String,
    /// Difference of means over the spread before matching, of all units; `None` where nothing varies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<f64>,
    /// The same of the matched ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<f64>,
    /// Variance of the treated over that of the others, of all units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio_before: Option<f64>,
    /// The same of the matched ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio_after: Option<f64>,
}

/// An effect with everything that stands behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectReport {
    /// The outcome: the id of an indicator, or a column.
    pub outcome: String,
    /// The periods.
    pub periods: Vec<i32>,
    /// Times left out, so that units not seen then need not be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out_times: Vec<i32>,
    /// Every unit, by name.
    pub units: Vec<EffectUnit>,
    /// The effect: of staggered starts where there is a comparison.
    pub effect: EffectAnswer,
    /// Its value alone, where too few units stand behind it for an interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<f64>,
    /// What the treated changed, nothing compared.
    pub described: EffectAnswer,
    /// Starts of cohorts that share a variance, because one of them has a single unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pooled: Vec<Vec<i32>>,
    /// The test by permuting starts.
    pub permutation: Result<Permutation, Withheld>,
    /// Its p raised for the number of outcomes in the declared family; `None` where the outcome is in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_p: Option<f64>,
    /// How it was raised.
    #[serde(default)]
    pub correction: Correction,
    /// Trends before the start; `None` where there are too few periods.
    pub trends: Result<Option<TrendTest>, Withheld>,
    /// By periods since the start, for the picture.
    pub since_start: Vec<EffectSince>,
    /// By cohort and period.
    pub cells: Vec<EffectCell>,
    /// Put together.
    pub parts: Vec<EffectPart>,
    /// The same question in other ways.
    pub checks: Vec<EffectCheck>,
    /// How alike both sides are in what is known of them, before and after each matching among the checks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub balance: Vec<EffectBalance>,
    /// How much the answer hangs on single units, areas, dates and on trends being parallel.
    pub sensitivity: Vec<EffectCheck>,
    /// The effect on outcomes that the transition cannot have changed, each in its own unit (`of` names it).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placebo_outcomes: Vec<EffectCheck>,
    /// How alike neighbours are once the effect is taken; `None` where nobody knows where the units lie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likeness: Option<Result<Likeness, Withheld>>,
    /// Least violation of parallel trends at which the interval holds zero, as a multiple of the largest seen before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breakdown: Option<f64>,
    /// The smallest effect this design would show with 80 % power.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smallest_detectable: Option<f64>,
    /// The same at the strictest step of the family.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smallest_detectable_in_family: Option<f64>,
    /// The effect that matters, as declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relevant: Option<f64>,
    /// The design the data carry.
    pub design: Design,
    /// Where confidence starts.
    pub start: Confidence,
    /// Each step down or up (`grade-...`).
    pub steps: Vec<Message>,
    /// Where it ends.
    pub confidence: Confidence,
    /// The sentence.
    pub claim: Claim,
    /// The effect beyond which none was found, where that is the claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_effect_beyond: Option<f64>,
    /// What would raise the grade (`advice-...`).
    pub advice: Vec<Message>,
    /// Parameters as used.
    pub parameters: BTreeMap<String, String>,
}

impl EffectReport {
    /// What is told first: the effect, or what the treated changed where nothing can be compared.
    pub fn headline(&self) -> &EffectAnswer {
        match (&self.effect, self.design) {
            (Err(_), Design::BeforeAfter) => &self.described,
            (effect, _) => effect,
        }
    }

    /// Shares of organic land in the treated units; `None` where none is known.
    pub fn treated_shares(&self) -> Option<TreatedShares> {
        let treated = || {
            self.units
                .iter()
                .filter(|unit| unit.role == UnitRole::Treated)
        };
        let mut known: Vec<f64> = treated()
            .filter_map(|unit| unit.treated_share_percent)
            .collect();
        known.sort_by(f64::total_cmp);
        let (&least, &most) = (known.first()?, known.last()?);
        let middle = known.len() / 2;
        let below = if known.len().is_multiple_of(2) {
            middle - 1
        } else {
            middle
        };
        Some(TreatedShares {
            least,
            median: f64::midpoint(known[below], known[middle]),
            most,
            unknown: treated().count() - known.len(),
        })
    }

    /// How many units do this in the analysis.
    pub fn count(&self, role: UnitRole) -> usize {
        self.units.iter().filter(|unit| unit.role == role).count()
    }
}
